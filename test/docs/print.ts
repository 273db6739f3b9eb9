// Prints the tables of the docs from the code: `npm run docs` writes them, `--check` fails where one is out of date.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { mayAssign, sees } from '../../gateway/auth/access.ts'
import { limits, settings } from '../../gateway/config.ts'
import { facts } from '../../gateway/facts.ts'
import { statusChanges } from '../../gateway/intake/status.ts'
import { scopeWords } from '../../gateway/openapi.ts'
import { reasons } from '../../gateway/refusal.ts'
import { packs, behaviours, happens, sentinels } from '../../conformance/simulate/sentinels.ts'
import { clientSuite } from '../../conformance/simulate/suite.ts'
import { routes } from '../../gateway/routes.ts'
import { causes } from '../../gateway/store/causes.ts'
import { kinds, resourceTypes, roles } from '../../gateway/types.ts'
import { variants } from '../../gateway/variants.ts'
import { tables } from './mapping-tables.ts'
import { proofsPage } from '../profiles/proofs/page.ts'
import { conformancePage } from './conformance-page.ts'
import { withExamples } from './journey-page.ts'
import { profilePages } from './profile-pages.ts'
import { ukCorePage } from '../profiles/packages/uk-core-page.ts'
import { table } from './table.ts'
import { ends } from '../journey/ends.ts'

/** What stands between `<!-- printed: NAME -->` and `<!-- /printed -->`. */
const printed: Readonly<Record<string, () => string>> = {
  access: () =>
    table(
      ['kind of data', ...roles],
      kinds.map((kind) => [kind, ...roles.map((role) => (sees[role].includes(kind) ? '●' : ''))]),
    ),
  ends: () =>
    table(
      ['when', 'then', 'still sees'],
      ends.map(({ when, who, keeps }) => [when, who, keeps]),
    ),
  assign: () =>
    table(
      ['role', 'may bring in'],
      roles.map((role) => [role, mayAssign[role].join(', ') || 'nobody']),
    ),
  writers: () =>
    table(
      ['resource', 'kind', 'roles that may write it into a journey', 'joins through'],
      Object.entries(resourceTypes).map(([type, { kind, writers, journey }]) => [
        type,
        kind,
        writers.length === roles.length ? 'all' : writers.join(', ') || '–',
        journey.join(', ') || '–',
      ]),
    ),
  variants: () =>
    table(
      ['resource', 'that is', 'kind', 'roles that may write it into a journey'],
      Object.entries(variants).flatMap(([type, all]) =>
        all.map(({ name, kind, writers }) => [type, name, kind, writers?.join(', ') ?? 'those of the type']),
      ),
    ),
  facts: () =>
    table(
      ['stated', 'kind of data', 'by'],
      Object.entries(facts).map(([code, { kind, owners }]) => [code, kind, owners.join(', ')]),
    ),
  status: () =>
    Object.entries(statusChanges)
      .map(
        ([type, rows]) =>
          `**${type}**\n\n${table(
            ['from', 'to', 'by'],
            rows.map(({ from, to, by }) => [from, to, by]),
          )}`,
      )
      .join('\n\n'),
  routes: () =>
    table(
      ['method', 'address', 'what', 'scope'],
      routes
        .filter(({ type }) => type === undefined)
        .map(({ method, path, summary, scope }) => [method, `\`${path}\``, summary, scopeWords(scope)]),
    ),
  interactions: () =>
    table(
      ['type', 'interactions', 'conditional'],
      Object.keys(resourceTypes).map((type) => {
        const own = routes.filter((route) => route.type === type)
        const names = (rows: typeof routes) => [...new Set(rows.map(({ interaction }) => interaction))].join(', ') || '–'
        return [type, names(own), names(own.filter(({ conditional }) => conditional))]
      }),
    ),
  refusals: () =>
    table(
      ['status', 'reason', 'issue code', 'NHS code'],
      Object.entries(reasons).map(([reason, [status, code, nhs]]) => [String(status), reason, `\`${code}\``, `\`${nhs}\``]),
    ),
  sentinels: () =>
    table(
      ['NHS number', 'name', ...packs],
      behaviours.map((name) => [`\`${sentinels[name].nhsNumber}\``, name, ...packs.map((pack) => happens(name, pack) ?? '–')]),
    ),
  clientRequirements: () =>
    table(
      ['id', 'level', 'role', 'a product …', 'to be seen'],
      clientSuite.map(({ id, level, role, area, title, toSee }) => [id, level, role, `${area}: ${title}`, toSee]),
    ),
  causes: () =>
    table(
      ['`cause`', 'means', 'what to do'],
      Object.entries(causes)
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([code, { means, remedy }]) => [`\`${code}\``, means, remedy]),
    ),
  settings: () => table(['setting', 'default', 'what for'], settingRows()),
  limits: () =>
    table(
      ['limit', 'value'],
      Object.entries(limits).map(([name, value]) => [name, String(value)]),
    ),
  map: () =>
    tables
      .map(
        ({ title, rows, ignored }) =>
          `### ${title}\n\n${table(['source', 'FHIR', 'datatype', 'codes', '', 'note'], rows)}${ignored.length > 0 ? `\n\nNot carried, with reason:\n\n${table(['source', 'why not'], ignored)}` : ''}`,
      )
      .join('\n\n'),
}

const files = ['docs/simulate.md', 'docs/access.md', 'docs/http.md', 'docs/operate.md', 'docs/map.md']

function settingRows(): readonly (readonly string[])[] {
  const { properties = {} } = z.toJSONSchema(settings, { io: 'input' })
  return Object.entries(properties).map(([name, schema]) => {
    const { default: value, description = '' } = typeof schema === 'object' ? schema : {}
    return [`\`${name}\``, typeof value === 'string' || typeof value === 'number' ? `\`${value}\`` : '–', description]
  })
}

export function withTables(text: string): string {
  return text.replaceAll(
    /(<!-- printed: (\w+) -->\n)[\s\S]*?(\n<!-- \/printed -->)/g,
    (_, start: string, name: string, end: string) => {
      const print = printed[name]
      if (!print) throw new Error(`nothing prints ${name}`)
      return start + print() + end
    },
  )
}

/** The whole pages: each file's text, and undefined for a page whose definition is gone. */
function pages(): ReadonlyMap<string, string | undefined> {
  const printedPages = new Map<string, string | undefined>()
  if (existsSync(profiles)) for (const name of readdirSync(profiles)) printedPages.set(`${profiles}${name}`, undefined)
  for (const [name, text] of profilePages()) printedPages.set(`${profiles}${name}`, text)
  printedPages.set('docs/uk-core.md', ukCorePage())
  printedPages.set('docs/conformance-matrix.md', conformancePage())
  printedPages.set('docs/journey.md', withExamples(readFileSync('docs/journey.md', 'utf8')))
  printedPages.set(`${profiles}PROOFS.md`, proofsPage())
  return printedPages
}

const profiles = 'docs/profiles/'

const current = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)

export const outdated = (): readonly string[] => [
  ...files.filter((file) => withTables(readFileSync(file, 'utf8')) !== readFileSync(file, 'utf8')),
  ...[...pages()].filter(([file, text]) => current(file) !== text).map(([file]) => file),
]

function write(): void {
  for (const file of files) writeFileSync(file, withTables(readFileSync(file, 'utf8')))
  mkdirSync(profiles, { recursive: true })
  for (const [file, text] of pages()) {
    if (text === undefined) rmSync(file)
    else if (current(file) !== text) writeFileSync(file, text)
  }
}

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    for (const file of outdated()) process.stdout.write(`${file} is out of date: npm run docs\n`)
    process.exitCode = outdated().length > 0 ? 1 : 0
  } else write()
}

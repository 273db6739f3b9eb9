// Prints the tables of the docs from the code: `npm run docs` writes them, `--check` fails where one is out of date.

import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { mayAssign, sees } from '../../gateway/auth/access.ts'
import { limits, settings } from '../../gateway/config.ts'
import { statusChanges } from '../../gateway/intake/status.ts'
import { routes } from '../../gateway/routes.ts'
import { kinds, resourceTypes, roles } from '../../gateway/types.ts'
import { tables } from './mapping-tables.ts'

/** What stands between `<!-- printed: NAME -->` and `<!-- /printed -->`. */
const printed: Readonly<Record<string, () => string>> = {
  access: () =>
    table(
      ['kind of data', ...roles],
      kinds.map((kind) => [kind, ...roles.map((role) => (sees[role].includes(kind) ? '●' : ''))]),
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
        writers.join(', ') || '–',
        journey.join(', ') || '–',
      ]),
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
      ['method', 'address', 'scope'],
      routes.map(({ method, path, scope }) => [
        method,
        `\`${path}\``,
        scope === 'public' ? 'public' : scope === 'each' ? 'one for each resource written' : `\`system/${scope}\``,
      ]),
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

const files = ['docs/access.md', 'docs/operate.md', 'docs/map.md']

function settingRows(): readonly (readonly string[])[] {
  const { properties = {} } = z.toJSONSchema(settings, { io: 'input' })
  return Object.entries(properties).map(([name, schema]) => {
    const { default: value, description = '' } = typeof schema === 'object' ? schema : {}
    return [`\`${name}\``, typeof value === 'string' || typeof value === 'number' ? `\`${value}\`` : '–', description]
  })
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(header), `|${header.map(() => '---|').join('')}`, ...rows.map(line)].join('\n')
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

export const outdated = (): readonly string[] =>
  files.filter((file) => withTables(readFileSync(file, 'utf8')) !== readFileSync(file, 'utf8'))

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    for (const file of outdated()) process.stdout.write(`${file} is out of date: npm run docs\n`)
    process.exitCode = outdated().length > 0 ? 1 : 0
  } else for (const file of files) writeFileSync(file, withTables(readFileSync(file, 'utf8')))
}

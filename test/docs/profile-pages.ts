// The pages of docs/profiles: one for each profile, extension and list, printed from profiles/built.

import { readdirSync, readFileSync } from 'node:fs'
import { table } from './table.ts'

const built = new URL('../../profiles/built/', import.meta.url)

export interface Definition {
  readonly resourceType: string
  readonly id: string
  readonly url?: string
  readonly name?: string
  readonly title?: string
  readonly description?: string
  readonly [name: string]: unknown
}

interface Element {
  readonly id: string
  readonly path: string
  readonly short?: string
  readonly min?: number
  readonly max?: string
  readonly mustSupport?: boolean
  readonly type?: readonly {
    readonly code: string
    readonly profile?: readonly string[]
    readonly targetProfile?: readonly string[]
  }[]
  readonly binding?: { readonly strength: string; readonly valueSet?: string }
  readonly constraint?: readonly Rule[]
  readonly [name: string]: unknown
}

interface Rule {
  readonly key: string
  readonly severity: string
  readonly human: string
  readonly expression?: string
}

/** Texts by path under docs/profiles. */
export function profilePages(): ReadonlyMap<string, string> {
  const all = ['definitions', 'terminology', 'exchange'].flatMap(definitionsIn)
  const examples = definitionsIn('examples')
  const pages = new Map<string, string>([['README.md', overview(all)]])
  for (const one of all) pages.set(pageOf(one), page(one, { all, examples }))
  return pages
}

function definitionsIn(folder: string): readonly Definition[] {
  return readdirSync(new URL(`${folder}/`, built))
    .toSorted()
    .map((name) => JSON.parse(readFileSync(new URL(`${folder}/${name}`, built), 'utf8')) as Definition)
}

const pageOf = ({ resourceType, id }: Definition): string => `${resourceType}-${id}.md`

const titleOf = ({ title, name, id }: Definition): string => title ?? name ?? id

const groups: readonly (readonly [title: string, holds: (one: Definition) => boolean])[] = [
  ['Profiles', (one) => one.resourceType === 'StructureDefinition' && one['type'] !== 'Extension'],
  ['Extensions', (one) => one['type'] === 'Extension'],
  ['Questionnaires', ({ resourceType }) => resourceType === 'Questionnaire'],
  ['Code systems', ({ resourceType }) => resourceType === 'CodeSystem'],
  ['Value sets', ({ resourceType }) => resourceType === 'ValueSet'],
  ['Concept maps', ({ resourceType }) => resourceType === 'ConceptMap'],
  ['Messages', ({ resourceType }) => resourceType === 'MessageDefinition'],
  [
    'Operations, searches, identifiers, requirements',
    ({ resourceType }) =>
      ['OperationDefinition', 'SearchParameter', 'NamingSystem', 'CapabilityStatement'].includes(resourceType),
  ],
]

function overview(all: readonly Definition[]): string {
  const parts = groups.map(([title, holds]) => {
    const rows = all
      .filter(holds)
      .map((one) => [`[${titleOf(one)}](${pageOf(one)})`, `\`${one.id}\``, firstSentence(one.description)])
    return `## ${title}\n\n${table(['', 'id', 'what'], rows)}`
  })
  return `# Profiles and code lists\n\nPrinted from \`profiles/built\` by \`npm run docs\`; the sources are FHIR Shorthand in \`profiles/fsh\`.\n\n${parts.join('\n\n')}\n`
}

/** What a page tells beside its own definition. */
interface Beside {
  readonly all: readonly Definition[]
  readonly examples: readonly Definition[]
}

function page(one: Definition, beside: Beside): string {
  const head = `# ${titleOf(one)}\n\n\`${one.url ?? one.id}\`\n\n${one.description ?? ''}`
  const body = bodies[one.resourceType]?.(one, beside) ?? `\`\`\`json\n${JSON.stringify(one, null, 2)}\n\`\`\``
  return `${head.trim()}\n\n${body}\n`
}

const bodies: Readonly<Record<string, (one: Definition, beside: Beside) => string>> = {
  StructureDefinition: profileBody,
  CodeSystem: codeSystemBody,
  ValueSet: valueSetBody,
  ConceptMap: conceptMapBody,
  MessageDefinition: messageBody,
  Questionnaire: questionnaireBody,
}

function profileBody(one: Definition, { all, examples }: Beside): string {
  const snapshot = elementsOf(one, 'snapshot')
  const own = idsOf(one)
  const told = [...own, ...ancestorsOf(one, all).flatMap((parent) => [...idsOf(parent)])]
  const shown = snapshot.filter(
    ({ id }) => told.includes(id) || told.some((other) => other.startsWith(`${id}.`) || other.startsWith(`${id}:`)),
  )
  const rows = shown.map((element) => [
    `${'   '.repeat(element.id.split('.').length - 1)}${own.has(element.id) ? `**${lastOf(element.id)}**` : lastOf(element.id)}`,
    `${element.min ?? 0}..${element.max ?? '*'}`,
    typesOf(element),
    bindingOf(element),
    [meaningOf(element, all), fixedOf(element), element.mustSupport ? 'must be supported' : ''].filter(Boolean).join('; '),
  ])
  const base = String(one['baseDefinition'])
  const isOfOurs = all.some(({ url }) => url === base)
  const based = `Built on ${isOfOurs ? linked(base) : `\`${base}\``}. In bold: what this profile says itself${isOfOurs ? '; the rest is from what it is built on' : ''}.`
  return [based, table(['element', 'how many', 'type', 'codes', 'meaning'], rows), rulesOf(snapshot), examplesOf(one, examples)]
    .filter(Boolean)
    .join('\n\n')
}

const idsOf = (one: Definition): ReadonlySet<string> => new Set(elementsOf(one, 'differential').map(({ id }) => id))

/** The definitions of ours that it is built on, nearest first. */
function ancestorsOf(one: Definition, all: readonly Definition[]): readonly Definition[] {
  const parent = all.find(({ url }) => url !== undefined && url === one['baseDefinition'])
  return parent ? [parent, ...ancestorsOf(parent, all)] : []
}

/** R4 says the same of every extension: what it is, is its own title. */
function meaningOf({ id, short = '', type = [] }: Element, all: readonly Definition[]): string {
  const [extension] = type.flatMap(({ code, profile = [] }) => (code === 'Extension' ? profile : []))
  const own = all.find(({ url }) => url !== undefined && url === extension)
  if (own) return titleOf(own)
  return short === 'Additional content defined by implementations' && !id.includes(':') ? '' : short
}

const elementsOf = (one: Definition, view: 'snapshot' | 'differential'): readonly Element[] =>
  (one[view] as { readonly element: readonly Element[] } | undefined)?.element ?? []

const lastOf = (id: string): string => id.slice(id.lastIndexOf('.') + 1)

function typesOf({ type = [] }: Element): string {
  return type
    .map(({ code, profile = [], targetProfile = [] }) => {
      const names = [...profile, ...targetProfile].map(linked)
      return names.length > 0 ? `${shortCode(code)}(${names.join(' or ')})` : shortCode(code)
    })
    .join(', ')
}

const shortCode = (code: string): string => code.slice(code.lastIndexOf('.') + 1)

/** A link where the canonical is ours, else its last part. */
function linked(canonical: string): string {
  const [, type, id] = /^https:\/\/home-first\.example\/fhir\/(\w+)\/([^|]+)/.exec(canonical) ?? []
  return type && id ? `[${id}](${type}-${id}.md)` : canonical.slice(canonical.lastIndexOf('/') + 1)
}

const bindingOf = ({ binding }: Element): string => (binding?.valueSet ? `${linked(binding.valueSet)} (${binding.strength})` : '')

function fixedOf(element: Element): string {
  const [name, value] = Object.entries(element).find(([key]) => /^(fixed|pattern)[A-Z]/.test(key)) ?? []
  return name ? `always ${codesIn(value) ?? `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``}` : ''
}

/** A coded value as code and list; undefined where it is something else. */
function codesIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('coding' in value) || !Array.isArray(value.coding)) return undefined
  return (value.coding as readonly { readonly system?: string; readonly code?: string; readonly display?: string }[])
    .map(({ system = '', code = '', display }) => `\`${code}\`${display ? ` ${display}` : ''} of ${linked(system)}`)
    .join(' and ')
}

function rulesOf(elements: readonly Element[]): string {
  const rules = elements.flatMap(({ id, constraint = [] }) =>
    constraint.filter(({ key }) => key.startsWith('hf-')).map((rule) => [id, rule] as const),
  )
  if (rules.length === 0) return ''
  const rows = rules.map(([id, { key, severity, human, expression = '' }]) => [
    key,
    `\`${id}\``,
    severity,
    human,
    `\`${expression}\``,
  ])
  return `## Rules\n\n${table(['key', 'at', 'severity', 'in words', 'FHIRPath'], rows)}`
}

function examplesOf(one: Definition, examples: readonly Definition[]): string {
  const claiming = examples.filter((example) =>
    (example['meta'] as { profile?: readonly string[] } | undefined)?.profile?.includes(one.url ?? ''),
  )
  const [example] = claiming
  if (!example) return ''
  const others = claiming.slice(1).map(({ resourceType, id }) => `\`${resourceType}/${id}\``)
  const more = others.length > 0 ? `\n\nMore: ${others.join(', ')}.` : ''
  return `## Example: \`${example.resourceType}/${example.id}\`\n\n\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\`${more}`
}

interface Concept {
  readonly code: string
  readonly display?: string
  readonly definition?: string
  readonly concept?: readonly Concept[]
}

function codeSystemBody(one: Definition): string {
  const rows = conceptRows((one['concept'] as readonly Concept[] | undefined) ?? [], 0)
  return `${rows.length} codes.\n\n${table(['code', 'display', 'definition'], rows)}`
}

function conceptRows(concepts: readonly Concept[], depth: number): readonly (readonly string[])[] {
  return concepts.flatMap(({ code, display = '', definition = '', concept = [] }) => [
    [`${'   '.repeat(depth)}\`${code}\``, display, definition],
    ...conceptRows(concept, depth + 1),
  ])
}

interface Include {
  readonly system?: string
  readonly valueSet?: readonly string[]
  readonly concept?: readonly Concept[]
  readonly filter?: readonly { readonly property: string; readonly op: string; readonly value: string }[]
}

function valueSetBody(one: Definition): string {
  const { include = [], exclude = [] } = (one['compose'] ?? {}) as { include?: readonly Include[]; exclude?: readonly Include[] }
  return [...include.map((part) => includeOf('Includes', part)), ...exclude.map((part) => includeOf('Leaves out', part))].join(
    '\n\n',
  )
}

function includeOf(verb: string, { system = '', valueSet = [], concept, filter = [] }: Include): string {
  const where = filter.map(({ property, op, value }) => `${property} ${op} ${value}`)
  const from = [...(system ? [`\`${system}\` ${linkIfOurs(system)}`] : []), ...valueSet.map(linked), ...where].join(', ')
  if (!concept) return `${verb} every code of ${from}.`
  return `${verb} of ${from}:\n\n${table(
    ['code', 'display'],
    concept.map(({ code, display = '' }) => [`\`${code}\``, display]),
  )}`
}

const linkIfOurs = (canonical: string): string =>
  canonical.startsWith('https://home-first.example/') ? `(${linked(canonical)})` : ''

interface Group {
  readonly source?: string
  readonly target?: string
  readonly element: readonly {
    readonly code: string
    readonly display?: string
    readonly target?: readonly {
      readonly code?: string
      readonly display?: string
      readonly equivalence: string
      readonly comment?: string
    }[]
  }[]
}

function conceptMapBody(one: Definition): string {
  return ((one['group'] as readonly Group[] | undefined) ?? [])
    .map(({ source = '', target = '', element }) => {
      const rows = element.flatMap(({ code, display = '', target: targets = [] }) =>
        targets.map((to) => [
          `\`${code}\``,
          display,
          to.equivalence,
          to.code ? `\`${to.code}\`` : '',
          to.display ?? '',
          to.comment ?? '',
        ]),
      )
      return `From \`${source}\` to \`${target}\`:\n\n${table(['code', '', 'is', 'code', '', 'note'], rows)}`
    })
    .join('\n\n')
}

interface Focus {
  readonly code: string
  readonly profile?: string
  readonly min: number
  readonly max?: string
}

function messageBody(one: Definition): string {
  const focus = (one['focus'] as readonly Focus[] | undefined) ?? []
  const event = one['eventCoding'] as { system?: string; code?: string } | undefined
  const rows = focus.map(({ code, profile, min, max = '*' }) => [code, profile ? linked(profile) : '', `${min}..${max}`])
  return `Event \`${event?.system ?? ''}|${event?.code ?? ''}\`.\n\n${table(['holds', 'as', 'how many'], rows)}`
}

interface Item {
  readonly linkId: string
  readonly text?: string
  readonly type: string
  readonly required?: boolean
  readonly repeats?: boolean
  readonly answerValueSet?: string
  readonly item?: readonly Item[]
}

function questionnaireBody(one: Definition): string {
  return table(
    ['link id', 'question', 'type', 'required', 'answers'],
    itemRows((one['item'] as readonly Item[] | undefined) ?? [], 0),
  )
}

function itemRows(items: readonly Item[], depth: number): readonly (readonly string[])[] {
  return items.flatMap(({ linkId, text = '', type, required, repeats, answerValueSet, item = [] }) => [
    [
      `${'   '.repeat(depth)}\`${linkId}\``,
      text,
      repeats ? `${type}, repeats` : type,
      required ? 'yes' : '',
      answerValueSet ? linked(answerValueSet) : '',
    ],
    ...itemRows(item, depth + 1),
  ])
}

/** The first sentence, or all where there is none. */
const firstSentence = (text = ''): string => /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text

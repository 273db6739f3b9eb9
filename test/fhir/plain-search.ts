// A plain FHIR search: every resource looked at, one by one. It is held against the gateway's and shares nothing with it: R4's own
// expressions of its search parameters, evaluated by @medplum/core, and a reading of https://hl7.org/fhir/R4/search.html of its own.

import { readFileSync } from 'node:fs'
import { evalFhirPath, LRUCache, type FhirPathAtom } from '@medplum/core'
import { datesIn, dateOf, meets, numberRange, widened, type Range } from './plain-ranges.ts'

export interface Stored {
  readonly resource: Json & { readonly resourceType: string; readonly id: string }
  /** When it was last written. */
  readonly updated: string
}

export type Json = Readonly<Record<string, unknown>>
export type Parameter = readonly [name: string, value: string]

/** All that the caller may see. */
export interface Shelf {
  readonly all: readonly Stored[]
  readonly base: string
  readonly now: string
}

/** Those of a type that meet all parameters, in the order in which they stand on the shelf. */
export function plainSearch(type: string, parameters: readonly Parameter[], shelf: Shelf): Stored[] {
  return ofType(type, shelf).filter((stored) => parameters.every(([name, value]) => holds(stored, name, value, shelf)))
}

/** What comes along with the matches: none twice, no match. Each include is `[name, value]`, with `:iterate` or without. */
export function plainIncludes(matches: readonly Stored[], includes: readonly Parameter[], shelf: Shelf): Set<string> {
  const seen = new Set(matches.map(nameOf))
  const found = new Set<string>()
  for (let from = matches, first = true; from.length > 0; first = false) {
    const next = includes
      .filter(([name]) => first || name.endsWith(':iterate'))
      .flatMap(([name, value]) => from.flatMap((stored) => along(stored, name.startsWith('_rev'), value, shelf)))
      .filter((stored) => !seen.has(nameOf(stored)))
    for (const stored of next) {
      seen.add(nameOf(stored))
      found.add(nameOf(stored))
    }
    from = [...new Set(next)]
  }
  return found
}

export const nameOf = ({ resource }: Stored): string => `${resource.resourceType}/${resource.id}`

/** What a resource is sorted by: its least value going up, its greatest going down; undefined where it has none. */
export function sortValue(stored: Stored, code: string, descending: boolean, shelf: Shelf): string | undefined {
  if (code === '_id') return stored.resource.id
  if (code === '_lastUpdated') return stored.updated
  const { type, values } = found(stored, code)
  const texts = sortable[type]?.(values, shelf).filter((text) => text !== '')
  texts?.sort(compare)
  return descending ? texts?.at(-1) : texts?.[0]
}

/** Byte by byte, as UTF-8. */
export const compare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

const sortable: Readonly<Record<string, (values: readonly unknown[], shelf: Shelf) => string[]>> = {
  token: (values) => values.flatMap((value) => tokensOf(value).map(({ code }) => code)),
  string: (values) => values.flatMap(stringsOf).map((each) => folded(each).slice(0, longestAsked)),
  date: (values) => values.flatMap(datesIn).map(({ low }) => ordered(low)),
  quantity: (values) =>
    values.flatMap((value) => (isObject(value) ? (quantityRange(value) ?? []) : [])).map(({ low }) => ordered(low)),
  uri: (values) => values.flatMap(canonicals),
  reference: (values, { base }) => values.flatMap((value) => referencesOf(value, base)),
}

/** As a text in whose order the numbers stand; an open beginning comes before all. */
const ordered = (low: bigint | undefined): string => (low === undefined ? '0' : `1${String(low + 10n ** 70n).padStart(80, '0')}`)

const ofType = (type: string, { all }: Shelf): Stored[] => all.filter(({ resource }) => resource.resourceType === type)

function along(stored: Stored, isReverse: boolean, include: string, shelf: Shelf): Stored[] {
  const [source = '', code = '', target] = include.split(':')
  const isTarget = ({ resource }: Stored) => target === undefined || resource.resourceType === target
  if (!isReverse) {
    if (stored.resource.resourceType !== source) return []
    const names = referred(stored, code, shelf)
    return shelf.all.filter((one) => isTarget(one) && names.includes(nameOf(one)))
  }
  if (!isTarget(stored)) return []
  return ofType(source, shelf).filter((one) => referred(one, code, shelf).includes(nameOf(stored)))
}

const referred = (stored: Stored, code: string, { base }: Shelf): string[] =>
  found(stored, code).values.flatMap((value) => referencesOf(value, base))

function holds(stored: Stored, name: string, value: string, shelf: Shelf): boolean {
  const [, has = '', by = '', behind = ''] = /^_has:([^:]*):([^:]*):(.*)$/.exec(name) ?? []
  if (has !== '') {
    const referring = ofType(has, shelf).filter((one) => referred(one, by, shelf).includes(nameOf(stored)))
    return referring.some((one) => holds(one, behind, value, shelf))
  }
  const [step = '', ...rest] = name.split('.')
  const [code = '', modifier] = step.split(':')
  if (rest.length > 0) {
    const names = referred(stored, code, shelf)
    const targets = shelf.all.filter((one) => names.includes(nameOf(one)))
    return targets.some(
      (one) => (modifier === undefined || one.resource.resourceType === modifier) && holds(one, rest.join('.'), value, shelf),
    )
  }
  return holdsHere(stored, code, modifier, value, shelf)
}

function holdsHere(stored: Stored, code: string, modifier: string | undefined, value: string, shelf: Shelf): boolean {
  const any = split(value, ',')
  if (code === '_id') return any.includes(stored.resource.id) !== (modifier === 'not')
  // A reference by identifier alone seldom says to what: that of `subject` counts as one of `patient` (docs/decisions.md).
  if (code === 'patient' && modifier === 'identifier') return any.some((one) => meetsIdentifier(stored, one))
  if (code === '_lastUpdated') return any.some((one) => meetsDate([dateOf(stored.updated)], one, shelf))
  const { type, values, components } = found(stored, code)
  if (modifier === 'missing') return (values.length === 0) === (value === 'true')
  switch (type) {
    case 'token': {
      const isMet = any.some((one) => meetsToken(values, one, modifier, `${stored.resource.resourceType}.${code}`))
      return isMet !== (modifier === 'not')
    }
    case 'string':
      return any.some((one) => meetsString(values, one, modifier))
    case 'date':
      return any.some((one) => meetsDate(values.flatMap(datesIn), one, shelf))
    case 'quantity':
      return any.some((one) => values.some((each) => meetsQuantity(each, one)))
    case 'uri':
      return any.some((one) => values.flatMap(canonicals).some((each) => meetsUri(each, plain(one), modifier)))
    case 'reference':
      return any.some((one) => values.some((each) => meetsReference(each, one, modifier, shelf)))
    case 'composite':
      return any.some((one) => values.some((each) => meetsPair(each, one, components, shelf)))
    default:
      throw new Error(`no search by ${type}`)
  }
}

function meetsIdentifier({ resource }: Stored, asked: string): boolean {
  const identifiers = [resource['subject'], resource['for']].flatMap((one) => (isObject(one) ? (one['identifier'] ?? []) : []))
  return meetsToken(identifiers, asked, undefined, '')
}

// Values of a resource

interface Definition {
  readonly code: string
  readonly type: string
  readonly base: readonly string[]
  readonly expression?: string
  readonly component?: readonly { readonly definition: string; readonly expression: string }[]
}

const definitions = JSON.parse(
  readFileSync(new URL('../../profiles/r4/search-parameters.json', import.meta.url), 'utf8'),
) as readonly Definition[]
const atoms = new LRUCache<FhirPathAtom>(2_000)

interface Found {
  readonly type: string
  readonly values: readonly unknown[]
  readonly components: readonly string[]
}

const known = new WeakMap<object, Map<string, Found>>()

function found({ resource }: Stored, code: string): Found {
  const ofResource = known.get(resource) ?? new Map<string, Found>()
  known.set(resource, ofResource)
  const before = ofResource.get(code)
  if (before) return before
  const { resourceType } = resource
  const definition = definitions.find(
    (one) => one.code === code && (one.base.includes(resourceType) || one.base.includes('Resource')),
  )
  if (!definition) throw new Error(`R4 has no parameter ${code} of ${resourceType}`)
  const values = evaluate(ownPart(definition, resourceType), resource)
  const components = (definition.component ?? []).map(({ expression }) => expression)
  const now = { type: definition.type, values, components }
  ofResource.set(code, now)
  return now
}

/** `resolve() is Type`, which the library tells for relative references only, is told by the address: that is all there is. */
function evaluate(expression: string, value: unknown): readonly unknown[] {
  return expression.split(' | ').flatMap((part) => {
    const [, path = part, type] = /^(.*)\.where\(resolve\(\) is (\w+)\)$/.exec(part) ?? []
    const values = evalFhirPath(path, value as Parameters<typeof evalFhirPath>[1], {}, atoms) as readonly unknown[]
    return type === undefined ? values : values.filter((one) => isObject(one) && isTo(textOf(one['reference']), type))
  })
}

const isTo = (reference: string, type: string): boolean => new RegExp(`(^|/)${type}/[^/]+(/_history/[^/]+)?$`).test(reference)

/** Of an expression that is shared by many types: what is this one's. */
function ownPart({ expression = '' }: Definition, type: string): string {
  const parts = expression.split(' | ').filter((part) => new RegExp(`^\\(*(${type}|Resource)\\b`).test(part))
  return parts.join(' | ').replace(/\bResource\b/, type)
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

// Values of a search

/** Between separators that no backslash stands before. */
function split(text: string, separator: string): string[] {
  return text.match(new RegExp(`(?:\\\\.|[^\\\\${separator}])+`, 'gsu')) ?? []
}

/** The same, where a part may be empty. */
function parts(text: string, separator: string): string[] {
  const found: string[] = ['']
  for (const each of text.match(/\\.|[^\\]/gsu) ?? []) {
    if (each === separator) found.push('')
    else found.push((found.pop() ?? '') + each)
  }
  return found
}

const plain = (text: string): string => text.replace(/\\(.)/gsu, '$1')

// Tokens

interface Token {
  readonly system: string
  readonly code: string
}

function tokensOf(value: unknown): Token[] {
  if (typeof value === 'string' || typeof value === 'boolean') return [{ system: '', code: String(value) }]
  if (!isObject(value)) return []
  if ('coding' in value || 'text' in value) return listOf(value['coding']).flatMap(tokensOf)
  // Of a telephone number the use is what an identifier's system is (§3.1.1.5.9).
  const isContact = ['phone', 'email'].includes(textOf(value['system']))
  return [{ system: textOf(isContact ? value['use'] : value['system']), code: textOf(value['code']) || textOf(value['value']) }]
}

/** Code systems of elements that are mere codes. */
const systems: Readonly<Record<string, string>> = {
  'Patient.gender': 'http://hl7.org/fhir/administrative-gender',
  'Task.status': 'http://hl7.org/fhir/task-status',
  'Observation.status': 'http://hl7.org/fhir/observation-status',
  'Encounter.status': 'http://hl7.org/fhir/encounter-status',
}

/** Hierarchies and members that the searches name, written down by hand from HL7's lists. */
const below: Readonly<Record<string, readonly string[]>> = {
  active: ['active', 'recurrence', 'relapse'],
  inactive: ['inactive', 'remission', 'resolved'],
  relapse: ['relapse'],
}
const above: Readonly<Record<string, readonly string[]>> = {
  relapse: ['relapse', 'active'],
  resolved: ['resolved', 'inactive'],
  active: ['active'],
}
const members: Readonly<Record<string, readonly string[]>> = {
  'http://hl7.org/fhir/ValueSet/administrative-gender': ['male', 'female', 'other', 'unknown'],
  'http://hl7.org/fhir/ValueSet/condition-clinical': ['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved'],
}
const clinical = 'http://terminology.hl7.org/CodeSystem/condition-clinical'
const genders = 'http://hl7.org/fhir/administrative-gender'

function meetsToken(values: readonly unknown[], asked: string, modifier: string | undefined, path: string): boolean {
  if (modifier === 'text') return values.flatMap(wordsOf).some((words) => folded(words).startsWith(folded(plain(asked))))
  if (modifier === 'of-type') return values.some((value) => isOfType(value, parts(asked, '|').map(plain)))
  const [first = '', second] = parts(asked, '|').map(plain)
  const own = systems[path]
  const tokens = values.flatMap(tokensOf).map((token) => (own === undefined ? token : { ...token, system: own }))
  const isOne = (codes: readonly string[] | undefined, system: string) =>
    tokens.some((token) => codes?.includes(token.code) && token.system === system)
  switch (modifier) {
    case 'in':
      return isOne(members[first], first.endsWith('gender') ? genders : clinical)
    case 'not-in':
      return !isOne(members[first], first.endsWith('gender') ? genders : clinical)
    case 'above':
      return isOne(above[second ?? ''] ?? [second ?? ''], first)
    case 'below':
      return isOne(below[second ?? ''] ?? [second ?? ''], first)
  }
  return tokens.some(({ system, code }) => {
    if (second === undefined) return code === first
    // A mere code's system is implied; whether it then has one is open, and the gateway says no more than that it is this one.
    const isSystem = system === first || (first === '' && own !== undefined)
    return isSystem && (second === '' || code === second)
  })
}

function wordsOf(value: unknown): string[] {
  if (!isObject(value)) return []
  const type = isObject(value['type']) ? textOf(value['type']['text']) : ''
  const displays = listOf(value['coding']).flatMap((coding) => (isObject(coding) ? textOf(coding['display']) : []))
  return [textOf(value['text']), textOf(value['display']), type, ...displays].filter((words) => words !== '')
}

function isOfType(value: unknown, [system, code, own]: readonly string[]): boolean {
  if (!isObject(value) || value['value'] !== own || !isObject(value['type'])) return false
  return listOf(value['type']['coding']).some(
    (coding) => isObject(coding) && coding['system'] === system && coding['code'] === code,
  )
}

// Texts

/** Neither case nor accents count, nor what Unicode takes for letters of their own and a plain keyboard does not have. */
const folded = (text: string): string =>
  unaccented(unaccented(text).toLowerCase()).replace(/[^\0-\x7f]/g, (letter) => plainLetters.get(letter) ?? letter)

const unaccented = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '')

const plainLetters = new Map(
  'ł l,ø o,đ d,ð d,ħ h,ŧ t,ŋ n,ı i,þ th,æ ae,œ oe,ß ss,ς σ'.split(',').map((pair): [string, string] => {
    const [letter = '', plainly = ''] = pair.split(' ')
    return [letter, plainly]
  }),
)

/** All texts of a name or an address, but for what says how it is used. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (!isObject(value)) return []
  const inner = Object.entries(value).filter(([name]) => name !== 'use' && name !== 'type' && name !== 'period')
  return inner.flatMap(([, one]) => listOf(one)).filter((one) => typeof one === 'string')
}

/** Longer than what may be asked for (docs/http.md): to be refused, whatever is stored. */
export function asksTooMuch([name, value]: Parameter): boolean {
  const own = name.split('.').at(-1) ?? ''
  const [code = '', modifier] = own.replace(/^(_has:[^:]*:[^:]*:)+/, '').split(':')
  if (modifier === 'exact') return false
  const all = split(value, ',').map((one) => plain(split(one, '$').at(-1) ?? ''))
  return all.some((one) => {
    if (one.startsWith('http:')) return modifier === 'below' && one.length > longestAsked
    return !/quantity|length|age/.test(code) && folded(one).length > longestAsked
  })
}

const longestAsked = 120

function meetsString(values: readonly unknown[], asked: string, modifier: string | undefined): boolean {
  const text = plain(asked)
  return values.flatMap(stringsOf).some((own) => {
    if (modifier === 'exact') return own === text
    return modifier === 'contains' ? folded(own).includes(folded(text)) : folded(own).startsWith(folded(text))
  })
}

// Dates and quantities

function meetsDate(ranges: readonly Range[], asked: string, { now }: Shelf): boolean {
  const [, prefix = 'eq', text = ''] = /^([a-z]{2})?(.*)$/.exec(asked) ?? []
  const range = dateOf(text)
  return ranges.some((own) => meets(own, prefix === 'ap' ? widened(range, dateOf(now)) : range, prefix))
}

function meetsQuantity(value: unknown, asked: string): boolean {
  if (!isObject(value)) return false
  const [text = '', system, code] = parts(asked, '|').map(plain)
  const [, prefix = 'eq', number = ''] = /^([a-z]{2})?(.*)$/.exec(text) ?? []
  const holder = isObject(value['low']) ? value['low'] : isObject(value['high']) ? value['high'] : value
  if (code !== undefined && system === '' && holder['code'] !== code && holder['unit'] !== code) return false
  if (code !== undefined && system !== '' && (holder['code'] !== code || holder['system'] !== system)) return false
  const own = quantityRange(value)
  return own !== undefined && meets(own, numberRange(number, prefix), prefix)
}

function quantityRange(value: Json): Range | undefined {
  const { low, high, comparator } = value
  if (isObject(low) || isObject(high)) {
    const [from, to] = [low, high].map((bound) => (isObject(bound) ? numberRange(String(bound['value']), 'gt') : undefined))
    return { low: from?.low, high: to?.high, isClosed: true }
  }
  if (typeof value['value'] !== 'number') return undefined
  const point = numberRange(String(value['value']), 'gt')
  if (textOf(comparator).startsWith('<')) return { low: undefined, high: point.high, isClosed: true }
  return textOf(comparator).startsWith('>') ? { low: point.low, high: undefined, isClosed: true } : point
}

// References, addresses and pairs

/** Who asks for no version of a definition is content with any. */
function canonicals(value: unknown): string[] {
  const text = textOf(value)
  return text.includes('|') ? [text, text.replace(/\|.*/, '')] : [text]
}

function meetsUri(own: string, asked: string, modifier: string | undefined): boolean {
  const isUnder = (inner: string, outer: string) => inner === outer || inner.startsWith(outer.endsWith('/') ? outer : `${outer}/`)
  if (modifier === 'below') return isUnder(own, asked)
  return modifier === 'above' ? isUnder(asked, own) : own === asked
}

/** `Type/id` of what is here; anything else as it is. */
function referencesOf(value: unknown, base: string): string[] {
  if (typeof value === 'string') return canonicals(value)
  if (!isObject(value) || typeof value['reference'] !== 'string') return []
  return [value['reference'].replace(`${base}/`, '').replace(/^([A-Z][A-Za-z]+\/[^/]+)\/_history\/[^/]+$/, '$1')]
}

function meetsReference(value: unknown, asked: string, modifier: string | undefined, { base }: Shelf): boolean {
  if (modifier === 'identifier') {
    return isObject(value) && isObject(value['identifier']) && meetsToken([value['identifier']], asked, undefined, '')
  }
  const text = plain(asked).replace(`${base}/`, '')
  return referencesOf(value, base).some((own) => {
    const type = /^([A-Z][A-Za-z]+)\/[^/]+$/.exec(own)?.[1]
    if (modifier !== undefined && type !== modifier) return false
    return own === text || (!text.includes('/') && type !== undefined && own === `${type}/${text}`)
  })
}

function meetsPair(value: unknown, asked: string, [first = '', second = '']: readonly string[], shelf: Shelf): boolean {
  const [one = '', other = ''] = split(asked, '$')
  const others = evaluate(second, value)
  const isOther = second.includes('Quantity')
    ? others.some((each) => meetsQuantity(each, other))
    : second.includes('DateTime')
      ? meetsDate(others.flatMap(datesIn), other, shelf)
      : second.includes('string')
        ? meetsString(others, other, undefined)
        : meetsToken(others, other, undefined, '')
  return isOther && meetsToken(evaluate(first, value), one, undefined, '')
}

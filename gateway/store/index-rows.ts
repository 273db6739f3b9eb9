// The rows by which a resource is found: what the table of search parameters says, read out of one resource.

import { createHash } from 'node:crypto'
import { structureDefinition } from '../../profiles/canonical.ts'
import { isExactDecimal } from '../../profiles/decimal.ts'
import { earliest, instantRange, latest, type InstantRange } from './instants.ts'
import { searchParameters, type SearchParameter } from './search-parameters.ts'
import type { IndexRow } from './store.ts'

type Json = Readonly<Record<string, unknown>>
type Row = readonly [value: string, other?: string, keySuffix?: string]

/**
 * All index rows of a resource, none twice. `base` is the gateway's FHIR base URL: an absolute reference under it is the same
 * as a relative one. Takes any JSON; what has not the right shape gives no row.
 */
export function indexRows(resource: Json, base = ''): IndexRow[] {
  const type = typeof resource['resourceType'] === 'string' ? resource['resourceType'] : ''
  const rows = new Map<string, IndexRow>()
  for (const { key, paths, read } of plansOf(type)) {
    for (const [value, other = '', suffix = ''] of read(
      paths.flatMap((path) => valuesAt(resource, path)),
      base,
    )) {
      const row = { key: key + suffix, value: indexable(value), other: indexable(other) }
      rows.set(`${row.key}\n${row.value}\n${row.other}`, row)
    }
  }
  return [...rows.values()]
}

interface RowPlan {
  readonly key: string
  readonly paths: readonly (readonly string[])[]
  readonly read: (values: readonly unknown[], base: string) => Iterable<Row>
}

/** Worked out once per type: the paths are split before the first resource comes. */
const plans = new Map<string, readonly RowPlan[]>()

function plansOf(type: string): readonly RowPlan[] {
  if (plans.size === 0) for (const [name, parameters] of Object.entries(searchParameters)) plans.set(name, plan(name, parameters))
  return plans.get(type) ?? []
}

function plan(type: string, parameters: Readonly<Record<string, SearchParameter>>): RowPlan[] {
  return Object.entries(parameters)
    .filter(([, parameter]) => parameter.within === undefined)
    .map(([name, parameter]) => ({
      key: `${type}.${name}`,
      paths: parameter.paths.map((path) => path.split('.')),
      read: readerOf(parameter),
    }))
}

function readerOf(parameter: SearchParameter): RowPlan['read'] {
  if (parameter.asPresence) return presence
  return { token: tokens, reference: references, string: strings, date: dates }[parameter.type]
}

/** Every value at a path; arrays on the way are walked, arrays within arrays are no FHIR. */
function valuesAt(resource: Json, path: readonly string[]): unknown[] {
  let found: unknown[] = [resource]
  for (const name of path) found = found.filter(isObject).flatMap((each) => step(each, name))
  return found.filter((value) => value !== undefined && value !== null)
}

function step(value: Json, name: string): unknown {
  const [element = '', id] = name.split(':')
  if (!Object.hasOwn(value, element)) return []
  const inner = value[element]
  if (id === undefined || !Array.isArray(inner)) return inner
  return inner.filter((one) => isObject(one) && one['url'] === structureDefinition(id))
}

function* tokens(values: readonly unknown[]): Iterable<Row> {
  for (const value of values) {
    if (typeof value === 'string' || typeof value === 'boolean') yield [String(value)]
    else if (isObject(value)) yield* tokensOfObject(value)
  }
}

/**
 * CodeableConcept, Coding or Identifier, told apart by the elements that only one of them has. One with nothing to match by (a
 * concept of text only, say) leaves an empty row, so that `:missing` is right.
 */
function* tokensOfObject(value: Json): Iterable<Row> {
  const codings = Array.isArray(value['coding']) ? value['coding'].filter(isObject) : [value]
  for (const coding of codings) yield [text(coding['code']) || text(coding['value']), text(coding['system'])]
}

function* presence(values: readonly unknown[]): Iterable<Row> {
  yield [String(values.some((value) => value !== false))]
}

function* references(values: readonly unknown[], base: string): Iterable<Row> {
  for (const value of values) {
    if (!isObject(value)) continue
    yield [localReference(text(value['reference']), base)]
    const { identifier } = value
    if (isObject(identifier) && text(identifier['value'])) {
      yield [text(identifier['value']), text(identifier['system']), ':identifier']
    }
  }
}

/** `Type/id` for what is ours, without its version; any other reference as it is; '' for one within the resource itself. */
export function localReference(reference: string, base: string): string {
  if (reference.startsWith('#')) return ''
  const local = base !== '' && reference.startsWith(`${base}/`) ? reference.slice(base.length + 1) : reference
  return /^([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/.exec(local)?.[1] ?? reference
}

function* strings(values: readonly unknown[]): Iterable<Row> {
  for (const value of values) if (typeof value === 'string') yield [folded(value)]
}

/** Longest text that a string row keeps; a search value is cut at the same place. */
const longestString = 120

/** Text as names are compared: case, accents and width make no difference. */
export function folded(value: string): string {
  const plain = value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
  return plain.slice(0, longestString)
}

function* dates(values: readonly unknown[]): Iterable<Row> {
  for (const value of values) {
    const range = typeof value === 'string' ? instantRange(value) : isObject(value) ? spanOf(value) : undefined
    if (range) yield [range.low, range.high]
  }
}

/** Period; or Timing, from its first event to its last. */
function spanOf(value: Json): InstantRange | undefined {
  if (Array.isArray(value['event'])) {
    const events = value['event'].flatMap((event) => instantRange(text(event)) ?? [])
    const lows = events.map((event) => event.low).sort()
    const highs = events.map((event) => event.high).sort()
    const [low, high] = [lows[0], highs.at(-1)]
    return low !== undefined && high !== undefined ? { low, high } : undefined
  }
  const start = instantRange(text(value['start']))
  const end = instantRange(text(value['end']))
  return start || end ? { low: start?.low ?? earliest, high: end?.high ?? latest } : undefined
}

const longestValue = 200

/**
 * A value as the index holds it, and as a search must ask for it. A database index takes no endless key and PostgreSQL no NUL;
 * what is too long ends in its digest, so that equality still holds.
 */
export function indexable(value: string): string {
  const clean = value.replaceAll('\0', '\uFFFD').toWellFormed()
  if (clean.length <= longestValue) return clean
  return clean.slice(0, 128).toWellFormed() + createHash('sha256').update(clean).digest('hex')
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactDecimal(value)
}

// The rows by which a resource is found: what the table of search parameters says, read out of one resource.

import { date, reference, string, token, uri, type Put, type Reading } from './index-values.ts'
import { number, quantity } from './index-numbers.ts'
import { placesOf, walk, type Json, type Places, type Take } from './index-places.ts'
import { compositeKey, indexable, joined } from './index-text.ts'
import { searchParameters, type SearchComponent, type SearchParameter, type SearchType } from './search-parameters.ts'
import type { IndexRow } from './store.ts'

export {
  beginning,
  compositeKey,
  deepestAsked,
  folded,
  indexable,
  joined,
  localReference,
  longestAsked,
  longestContained,
  unitSuffix,
} from './index-text.ts'

/**
 * All index rows of a resource, none twice. `base` is the gateway's FHIR base URL: an absolute reference under it is the same
 * as a relative one. Takes any JSON; what has not the right shape gives no row.
 */
export function indexRows(resource: Json, base = ''): IndexRow[] {
  const type = typeof resource['resourceType'] === 'string' ? resource['resourceType'] : ''
  const places = placesOfType(type)
  return places ? rowsAt(resource, places, base) : []
}

interface Sink {
  readonly base: string
  readonly rows: Map<string, IndexRow>
  /** Keys of presence parameters whose element is there and not false. */
  readonly present: Set<string>
}

interface TypePlaces {
  readonly places: Places<Sink>
  readonly presence: readonly string[]
}

/** Worked out once per type, when its first resource comes. */
const known = new Map<string, TypePlaces>()

function placesOfType(type: string): TypePlaces | undefined {
  const found = known.get(type)
  if (found || !Object.hasOwn(searchParameters, type)) return found
  const made = takers(type, searchParameters[type] ?? {})
  known.set(type, made)
  return made
}

function takers(type: string, parameters: Readonly<Record<string, SearchParameter>>): TypePlaces {
  const rows = Object.entries(parameters).map(([code, parameter]) => [`${type}.${code}`, parameter] as const)
  return {
    places: placesOf(rows.map(([key, parameter]) => [parameter.paths, takeOf(key, parameter)] as const)),
    presence: rows.filter(([, { asPresence }]) => asPresence).map(([key]) => key),
  }
}

function rowsAt(resource: Json, { places, presence }: TypePlaces, base: string): IndexRow[] {
  const sink: Sink = { base, rows: new Map(), present: new Set() }
  walk(resource, places, sink)
  for (const key of presence) add(sink, key, String(sink.present.has(key)), '')
  return [...sink.rows.values()]
}

function add({ rows }: Sink, key: string, value: string, other: string): void {
  const row = { key: indexable(key), value: indexable(value), other: indexable(other) }
  rows.set(`${row.key}\n${row.value}\n${row.other}`, row)
}

function takeOf(key: string, parameter: SearchParameter): Take<Sink> {
  if (parameter.asPresence) return (value, { present }) => void (value !== false && present.add(key))
  if (parameter.components) return pairsOf(key, parameter.components)
  const read = readerOf(parameter)
  return (value, sink) => read(value, (found, other = '', suffix = '') => add(sink, key + suffix, found, other), sink.base)
}

const readers: Readonly<Record<Exclude<SearchType, 'composite'>, (value: unknown, put: Put, reading: Reading) => void>> = {
  token,
  reference,
  string,
  date,
  number,
  quantity,
  uri,
}

function readerOf({ type, datatypes = [], targets = [] }: Pick<SearchParameter, 'type' | 'datatypes' | 'targets'>) {
  return (value: unknown, put: Put, base: string): void => {
    if (type !== 'composite') readers[type](value, put, { datatypes, targets, base })
  }
}

type Found = readonly [value: string, other: string, suffix: string]

/** What stands at a component's paths within one pair, by the component's reader. */
interface Gathered {
  readonly base: string
  readonly found: Found[]
}

/** Nobody says a thing in more codings than this; without a bound a pair would have as many rows as both have, multiplied. */
const mostOfPart = 50

/** A pair's rows stand under a key that its first component is part of, so that one look into the index tests both. */
function pairsOf(key: string, [first, second]: readonly SearchComponent[]): Take<Sink> {
  if (!first || !second) return () => undefined
  const [firsts, seconds] = [gatherer(first), gatherer(second)]
  return (pair, sink) => {
    const values = seconds(pair, sink.base).filter(([, , suffix]) => suffix === '' || suffix.startsWith('|'))
    if (values.length === 0) return
    const forms = new Set(firsts(pair, sink.base).flatMap((one) => formsOf(first.type, one)))
    for (const form of [...forms].slice(0, 2 * mostOfPart)) {
      for (const [value, other, unit] of values.slice(0, mostOfPart)) add(sink, compositeKey(key, form, unit), value, other)
    }
  }
}

function gatherer(component: SearchComponent): (pair: unknown, base: string) => readonly Found[] {
  const read = readerOf(component)
  const places = placesOf<Gathered>([
    [
      component.paths,
      (value, { base, found }) => read(value, (each, other = '', suffix = '') => found.push([each, other, suffix]), base),
    ],
  ])
  return (pair, base) => {
    const found: Found[] = []
    walk(pair, places, { base, found })
    return found
  }
}

/** How a searcher may write the first component. */
function formsOf(type: SearchType, [value, other, suffix]: Found): readonly string[] {
  if (suffix !== '' || value === '') return []
  return type === 'token' ? [joined(value), joined(other, value)] : [joined(value)]
}

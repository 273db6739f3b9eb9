// Whether a resource in memory meets the clauses of a search: the same conditions as gateway/store/clauses.ts writes as SQL.

import { indexable } from '../store/index-rows.ts'
import type { Clause, DateMatch, IndexRow, NumberMatch, StringMatch, UriMatch } from '../store/store.ts'

/** What is tested: a resource's head and its index rows. */
export interface Candidate {
  readonly type: string
  readonly id: string
  /** Instant. */
  readonly at: string
  readonly index: readonly IndexRow[]
}

/** `all`: where chains and reverse chains look. */
export function meets(candidate: Candidate, where: readonly Clause[], all: readonly Candidate[]): boolean {
  return where.every((clause) => meetsOne(candidate, clause, all))
}

function meetsOne(candidate: Candidate, clause: Clause, all: readonly Candidate[]): boolean {
  const { type, id, at, index } = candidate
  switch (clause.on) {
    case 'id':
      return clause.any.includes(id) !== (clause.not === true)
    case 'type':
      return clause.any.includes(type)
    case 'updated':
      return clause.any.some((match) => isWithin(match, at, at))
    case 'missing':
      return index.some(({ key, value }) => key === clause.key && isTo(value, clause.to)) !== clause.missing
    case 'chain':
      return index.some(
        ({ key, value }) =>
          key === clause.key &&
          all.some((one) => one.type === clause.type && nameOf(one) === value && meets(one, clause.where, all)),
      )
    case 'has':
      return all.some(
        (one) =>
          one.type === clause.type &&
          one.index.some(({ key, value }) => key === clause.key && value === nameOf(candidate)) &&
          meets(one, clause.where, all),
      )
    // What is in memory belongs to no journey.
    case 'journey':
      return false
    case 'any':
      return clause.of.some((one) => meetsOne(candidate, one, all))
    case 'all':
      return clause.of.every((one) => meetsOne(candidate, one, all))
    default: {
      const found = index.some((row) => row.key === clause.key && holds(row, clause))
      return clause.on === 'token' && clause.not === true ? !found : found
    }
  }
}

/** A reference to one of the types, here or on another server; of any where none is named. */
function isTo(reference: string, types: readonly string[] | undefined): boolean {
  return types?.some((type) => reference.startsWith(`${type}/`) || reference.includes(`/${type}/`)) ?? true
}

export const nameOf = ({ type, id }: Pick<Candidate, 'type' | 'id'>): string => `${type}/${id}`

type ValueClause = Extract<Clause, { on: 'token' | 'reference' | 'string' | 'date' | 'number' | 'uri' }>

function holds({ value, other }: IndexRow, clause: ValueClause): boolean {
  switch (clause.on) {
    case 'reference':
      return clause.any.some((reference) => indexable(reference) === value)
    case 'token':
      return clause.any.some(
        ({ system, code }) =>
          (code === undefined || indexable(code) === value) && (system === undefined || indexable(system) === other),
      )
    case 'string':
      return clause.any.some((match) => isText(match, value, other))
    case 'uri':
      return clause.any.some((match) => isUri(match, value))
    case 'date':
    case 'number':
      return clause.any.some((match) => isWithin(match, value, other))
  }
}

function isText({ value: wanted, how, original }: StringMatch, value: string, other: string): boolean {
  if (how === 'exact') return value === indexable(wanted) && (original === undefined || other === indexable(original))
  return how === 'contains' ? value.includes(wanted) : value.startsWith(wanted)
}

/** `below` and `above` go by the segments of the path. */
function isUri({ value: wanted, how }: UriMatch, value: string): boolean {
  if (value === indexable(wanted)) return true
  if (how === 'is') return false
  const [upper, lower] = how === 'below' ? [wanted, value] : [value, wanted]
  return lower.startsWith(upper.endsWith('/') ? upper : `${upper}/`)
}

/** FHIR R4 search §3.1.1.4.4 on ranges: the resource's is [low, high], the caller's [match.low, match.high]. */
function isWithin(match: DateMatch | NumberMatch, low: string, high: string): boolean {
  const isIn = low >= match.low && high <= match.high
  switch (match.prefix) {
    case 'eq':
      return isIn
    case 'ne':
      return !isIn
    case 'gt':
      return high > match.high
    case 'lt':
      return low < match.low
    case 'ge':
      return high > match.high || isIn
    case 'le':
      return low < match.low || isIn
    case 'sa':
      return low > match.high
    case 'ap':
      return low <= match.high && high >= match.low
    case 'eb':
      return high < match.low
  }
}

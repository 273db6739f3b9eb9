// Whether index rows in memory hold what a clause asks for: what gateway/store/value-tests.ts and range-tests.ts write as SQL.

import { indexable } from './index-rows.ts'
import type { Clause, DateMatch, IndexRow, NumberMatch, StringMatch, UriMatch } from './store.ts'

/** A clause that the rows of one resource answer. */
export type RowClause = Extract<Clause, { on: 'token' | 'reference' | 'string' | 'date' | 'number' | 'uri' | 'missing' }>
type ValueClause = Exclude<RowClause, { on: 'missing' }>

export function isHeld(clause: RowClause, rows: readonly IndexRow[]): boolean {
  if (clause.on === 'missing')
    return rows.some(({ key, value }) => key === clause.key && isTo(value, clause.to)) !== clause.missing
  const found = rows.some((row) => row.key === clause.key && holds(row, clause))
  return clause.on === 'token' && clause.not === true ? !found : found
}

/** A reference to one of the types, here or on another server; of any where none is named. */
function isTo(reference: string, types: readonly string[] | undefined): boolean {
  return types?.some((type) => reference.startsWith(`${type}/`) || reference.includes(`/${type}/`)) ?? true
}

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
export function isWithin(match: DateMatch | NumberMatch, low: string, high: string): boolean {
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

// A search as it is understood: what it chooses, what it brings along, how it is shown; everything at fault is refused at once.

import type { Ask, House } from '../handler.ts'
import { Refusal, type Fault } from '../refusal.ts'
import type { Clause } from '../store/store.ts'
import { preferredHandling } from './preference.ts'
import { searchControl, type SearchControl } from './search-control.ts'
import { searchIncludes, type IncludeRow } from './search-include.ts'
import { limitFaults, searchQuery, type Parameter, type SearchContext, type SearchQuery } from './search-query.ts'
import { subsetOf, type Subset } from './subset.ts'

export interface UnderstoodSearch {
  readonly types: readonly string[]
  readonly where: readonly Clause[]
  readonly control: SearchControl
  readonly includes: readonly IncludeRow[]
  readonly subset?: Subset
  /** The parameters as they take effect. */
  readonly used: readonly Parameter[]
  /** What a lenient caller wrote in vain, and what else is to be known. */
  readonly notes: readonly Fault[]
}

/** Throws 403 where a scope is missing, lenient or not, and 400 with every fault unless the caller is lenient. */
export function understoodSearch(
  types: readonly string[],
  parameters: readonly Parameter[],
  ask: Ask,
  house: Pick<House, 'mayRead'>,
): UnderstoodSearch {
  const mayRead = (type: string) => house.mayRead(ask.caller, type)
  const shape = searchControl(parameters, types)
  const choice = chosen(types, shape.rest, { base: ask.base, at: ask.at, mayRead })
  const along = searchIncludes(shape.includes, types, mayRead)
  const part = subsetOf(shape.control, [...types, ...along.rows.flatMap(({ source, targets }) => [source, ...targets])])
  const isTextOnly = shape.control.summary === 'text' && along.rows.length > 0
  const forbidden = [...choice.forbidden, ...along.forbidden]
  const faults = [...shape.faults, ...choice.faults, ...along.faults, ...part.faults, ...(isTextOnly ? [textOnly] : [])]
  if (forbidden.length > 0) throw new Refusal('forbidden', forbidden)
  if (faults.length > 0 && preferredHandling(ask.headers) !== 'lenient') throw new Refusal('invalid', faults)
  const isUsed = ([name]: Parameter) => name !== '_elements' || part.faults.length === 0
  return {
    types,
    where: choice.where,
    control: shape.control,
    includes: isTextOnly || shape.control.totalOnly ? [] : along.rows,
    ...(part.subset && { subset: part.subset }),
    used: [...choice.used, ...(isTextOnly ? [] : along.used), ...shape.used.filter(isUsed)],
    notes: [...faults.map(asWarning), ...(shape.control.isCapped ? [capped] : []), ...leftOut(along.leftOut)],
  }
}

const asWarning = (fault: Fault): Fault => ({ ...fault, severity: 'warning' })

const textOnly: Fault = {
  id: 'include-of-text',
  text: 'Nothing is included where only the text is asked for: give _summary=text or an include.',
  expression: 'http._summary',
}

const capped: Fault = {
  id: 'count-capped',
  text: 'A page holds fewer matches than _count asks for: the link self says how many.',
  expression: 'http._count',
  code: 'informational',
  severity: 'information',
}

function leftOut(types: readonly string[]): Fault[] {
  if (types.length === 0) return []
  const text = `The scopes do not allow a search over ${types.join(', ')}: none of these is included.`
  return [{ id: 'include-narrowed', text, code: 'informational', severity: 'information' }]
}

/** In a search of several types a parameter must be one of each. */
function chosen(types: readonly string[], parameters: readonly Parameter[], context: SearchContext): SearchQuery {
  const [type, ...others] = types
  if (type !== undefined && others.length === 0) return searchQuery(type, parameters, context)
  const each = types.map((one) => searchQuery(one, parameters, context))
  const used = parameters.filter((parameter) => each.every((one) => one.used.includes(parameter)))
  const queries = types.map((one) => searchQuery(one, used, context).where)
  const where = joined(types, queries)
  return {
    where,
    used,
    faults: distinct([...each.flatMap(({ faults }) => faults), ...limitFaults(where)]),
    forbidden: distinct(each.flatMap((one) => one.forbidden)),
  }
}

/** What says the same of every type is said once. */
function joined(types: readonly string[], queries: readonly (readonly Clause[])[]): Clause[] {
  const [first = []] = queries
  const isShared = (clause: Clause, i: number) => queries.every((where) => JSON.stringify(where[i]) === JSON.stringify(clause))
  const shared = first.filter(isShared)
  const own = queries.map((where) => where.filter((_, i) => !isShared(first[i] ?? noClause, i)))
  const ofTypes: Clause = { on: 'type', any: types }
  if (shared.length === first.length) return [ofTypes, ...shared]
  const of = types.map((type, i): Clause => ({ on: 'all', of: [{ on: 'type', any: [type] }, ...(own[i] ?? [])] }))
  return [...shared, { on: 'any', of }]
}

const noClause: Clause = { on: 'any', of: [] }

const distinct = (faults: readonly Fault[]): Fault[] => [...new Map(faults.map((one) => [JSON.stringify(one), one])).values()]

// FHIR search parameters as clauses for the store: strict, all faults at once. https://hl7.org/fhir/R4/search.html

import type { Fault } from '../refusal.ts'
import { searchParameterOf } from '../store/search-parameters.ts'
import type { Clause, Instant } from '../store/store.ts'
import { isCommon, isLink, keyOf, plainClause, targetsOf, unsupported } from './search-clause.ts'
import { stepsOf, type HasStep, type NamedStep, type Step } from './search-name.ts'
import type { ValueFault } from './search-value.ts'
import { canBeChained, isSearched } from './served.ts'

export type Parameter = readonly [name: string, value: string]

export interface SearchContext {
  readonly base: string
  /** When it is asked: what is approximately then (`ap`) depends on it. */
  readonly at: Instant
  /** Whether the caller's scopes allow a search over this type. */
  readonly mayRead: (type: string) => boolean
}

export interface SearchQuery {
  readonly where: readonly Clause[]
  /** The parameters that became clauses, as they were written. */
  readonly used: readonly Parameter[]
  readonly faults: readonly Fault[]
  /** Types that a chain asks about and the caller's scopes do not cover. */
  readonly forbidden: readonly Fault[]
}

/** Steps of a chain, `_has` among them, with the last that carries the value. */
const longestChain = 5
/** Types that a chain may stand for where it names none. */
const mostTypes = 8
/** Chains in one search, each type that one stands for counted. */
const mostJoins = 40
/** Values that the database is asked for in one search; a bare id counts once for each type that it may be of. */
const mostValues = 2_000

/** Control parameters (`_count` …) are not for here: search-control.ts takes them out first. */
export function searchQuery(type: string, parameters: readonly Parameter[], context: SearchContext): SearchQuery {
  const where: Clause[] = []
  const used: Parameter[] = []
  const faults: Fault[] = []
  const forbidden: Fault[] = []
  for (const parameter of parameters) {
    const [name, value] = parameter
    const parsed = clauseOf(type, stepsOf(name), value, { context, types: 1 })
    if ('on' in parsed) {
      where.push(parsed)
      used.push(parameter)
    } else (parsed.id === 'chain-forbidden' ? forbidden : faults).push({ ...parsed, expression: placeOf(name) })
  }
  return { where, used, faults: [...faults, ...limitFaults(where)], forbidden }
}

/** What is more than a database should be asked at once. */
export function limitFaults(where: readonly Clause[]): Fault[] {
  return [
    ...(sumOf(where, valuesIn) > mostValues ? [tooMany('values', mostValues)] : []),
    ...(sumOf(where, joinsIn) > mostJoins ? [tooMany('chains', mostJoins)] : []),
  ]
}

const tooMany = (what: string, most: number): Fault => ({
  id: `too-many-${what}`,
  text: `A search asks for at most ${most} ${what}.`,
  expression: 'http',
})

const sumOf = (clauses: readonly Clause[], count: (clause: Clause) => number): number =>
  clauses.reduce((sum, clause) => sum + count(clause), 0)

function valuesIn(clause: Clause): number {
  if ('where' in clause) return sumOf(clause.where, valuesIn) + 1
  if ('of' in clause) return sumOf(clause.of, valuesIn)
  return 'any' in clause ? clause.any.length : 1
}

function joinsIn(clause: Clause): number {
  if ('where' in clause) return sumOf(clause.where, joinsIn) + 1
  return 'of' in clause ? sumOf(clause.of, joinsIn) : 0
}

/** Where a fault lies. A name that is no parameter's could be anything, a person's number too, so it is not said again. */
export function placeOf(name: string): string {
  return /^[A-Za-z_.:-]{1,60}$/.test(name) ? `http.${name}` : 'http'
}

interface Walk {
  readonly context: SearchContext
  /** How many types the chain stands for so far. */
  readonly types: number
}

function clauseOf(type: string, steps: readonly Step[], value: string, walk: Walk): Clause | ValueFault {
  const [step, ...rest] = steps
  if (!step) return unsupported
  if (value === '') return { id: 'value-empty', text: 'The parameter has no value.' }
  if (steps.length > longestChain) return { id: 'chain-too-long', text: `A chain has at most ${longestChain} steps.` }
  if ('has' in step) return hasClause(type, step, rest, value, walk)
  if (rest.length === 0) return plainClause(type, step, value, walk.context)
  return chainClause(type, step, rest, value, walk)
}

/** `_has`: something that refers here and meets the rest. */
function hasClause(type: string, { has, by }: HasStep, rest: readonly Step[], value: string, walk: Walk): Clause | ValueFault {
  if (!canBeChained(type)) return { id: 'has-unsupported', text: notChained }
  const parameter = isSearched(has) ? searchParameterOf(has, by) : undefined
  if (!parameter || !isLink(parameter) || !targetsOf(parameter, undefined).includes(type)) {
    return { id: 'has-unsupported', text: '_has names a type and a parameter of it that refers to the type that is searched.' }
  }
  if (!walk.context.mayRead(has)) return forbidden(has)
  const inner = clauseOf(has, rest, value, walk)
  return 'on' in inner ? { on: 'has', key: keyOf(has, by, parameter), type: has, where: [inner] } : inner
}

const notChained =
  'The type does not lie in the store, so that no reference is followed from it or to it: it has neither chains nor _has.'

const forbidden = (type: string): ValueFault => ({
  id: 'chain-forbidden',
  text: `The scopes do not allow a search over ${type}.`,
})

/** What the parameter refers to meets the rest. Without a type it is any of those that have such a parameter. */
function chainClause(type: string, step: NamedStep, rest: readonly Step[], value: string, walk: Walk): Clause | ValueFault {
  const parameter = searchParameterOf(type, step.code)
  if (!parameter || !isLink(parameter)) return unsupported
  if (!canBeChained(type)) return { id: 'chain-unsupported', text: notChained }
  const targets = targetsOf(parameter, step.modifier).filter((target) => isSearchableBy(target, rest[0]))
  if (targets.length === 0) return { id: 'chain-unsupported', text: 'No target of the reference has such a parameter here.' }
  const types = walk.types * targets.length
  if (types > mostTypes) return ambiguous(targets)
  const missing = targets.find((target) => !walk.context.mayRead(target))
  if (missing !== undefined) return forbidden(missing)
  const key = keyOf(type, step.code, parameter)
  const inner = targets.map((target) => clauseOf(target, rest, value, { ...walk, types }))
  const chains = inner.flatMap((clause, i): Clause[] =>
    'on' in clause ? [{ on: 'chain', key, type: targets[i] ?? '', where: [clause] }] : [],
  )
  const fault = inner.find((clause) => !('on' in clause))
  // A value that means something for one type and nothing for another: which was meant is not for us to guess.
  if (fault !== undefined && !('on' in fault)) return chains.length > 0 ? ambiguous(targets) : fault
  return chains.length === 1 && chains[0] ? chains[0] : { on: 'any', of: chains }
}

const ambiguous = (targets: readonly string[]): ValueFault => ({
  id: 'chain-ambiguous',
  text: `Name one type in the chain: ${targets
    .slice(0, 10)
    .map((each) => `:${each}`)
    .join(' or ')}${targets.length > 10 ? ' …' : '.'}`,
})

function isSearchableBy(type: string, step: Step | undefined): boolean {
  if (step === undefined || !isSearched(type)) return false
  if (!('has' in step)) return isCommon(step.code) || searchParameterOf(type, step.code) !== undefined
  const parameter = searchParameterOf(step.has, step.by)
  return parameter !== undefined && targetsOf(parameter, undefined).includes(type)
}

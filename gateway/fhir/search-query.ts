// FHIR search parameters as clauses for the store: strict, all faults at once. https://hl7.org/fhir/R4/search.html

import type { Fault } from '../refusal.ts'
import { searchParameterOf, type SearchParameter } from '../store/search-parameters.ts'
import type { Clause } from '../store/store.ts'
import { isKnownType } from '../types.ts'
import {
  dateMatch,
  idMatch,
  isValueFault,
  referenceMatches,
  splitUnescaped,
  stringMatch,
  tokenMatch,
  type ValueFault,
} from './search-value.ts'
import { offers } from './served.ts'

export type Parameter = readonly [name: string, value: string]

export interface SearchContext {
  readonly base: string
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

const longestChain = 3
const mostAlternatives = 200
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
    const parsed = clauseOf(type, stepsOf(name), value, context)
    if ('on' in parsed) {
      where.push(parsed)
      used.push(parameter)
    } else (parsed.id === 'chain-forbidden' ? forbidden : faults).push({ ...parsed, expression: placeOf(name) })
  }
  if (where.reduce((sum, clause) => sum + weightOf(clause), 0) > mostValues) faults.push(tooManyValues)
  return { where, used, faults, forbidden }
}

function weightOf(clause: Clause): number {
  if (clause.on === 'chain') return clause.where.reduce((sum, inner) => sum + weightOf(inner), 1)
  return clause.on === 'missing' ? 1 : clause.any.length
}

const tooManyValues: Fault = {
  id: 'too-many-values',
  text: `A search asks for at most ${mostValues} values.`,
  expression: 'http',
}

/** Where a fault lies. A name that is no parameter's could be anything, a person's number too, so it is not said again. */
export function placeOf(name: string): string {
  return /^[A-Za-z_.:-]{1,60}$/.test(name) ? `http.${name}` : 'http'
}

/** One step of a chain: `patient:Patient` of `patient:Patient.identifier`. */
interface Step {
  readonly code: string
  readonly modifier?: string
}

function stepsOf(name: string): readonly Step[] {
  return name.split('.').map((step) => {
    const [code = '', ...modifiers] = step.split(':')
    return modifiers.length === 0 ? { code } : { code, modifier: modifiers.join(':') }
  })
}

function clauseOf(type: string, steps: readonly Step[], value: string, context: SearchContext): Clause | ValueFault {
  const [step, ...rest] = steps
  if (!step) return unsupported
  if (value === '') return { id: 'value-empty', text: 'The parameter has no value.' }
  if (step.code === '_id' && rest.length === 0) return idClause(step, value)
  if (step.code === '_lastUpdated' && rest.length === 0) return updatedClause(step, value)
  const parameter = searchParameterOf(type, step.code)
  if (!parameter) return unsupported
  const key = `${type}.${parameter.within ?? step.code}`
  if (rest.length > 0) return chainClause(key, parameter, step, rest, value, context)
  return plainClause(key, parameter, step.modifier, value, context)
}

const unsupported: ValueFault = {
  id: 'parameter-unsupported',
  text: 'The type has no such search parameter here.',
}
const modifierUnsupported: ValueFault = {
  id: 'modifier-unsupported',
  text: 'The parameter does not take this modifier here.',
}

function idClause({ modifier }: Step, value: string): Clause | ValueFault {
  if (modifier !== undefined) return modifierUnsupported
  return alternatives(value, idMatch, (any) => ({ on: 'id', any }))
}

function updatedClause({ modifier }: Step, value: string): Clause | ValueFault {
  if (modifier !== undefined) return modifierUnsupported
  return alternatives(value, dateMatch, (any) => ({ on: 'updated', any }))
}

function plainClause(
  key: string,
  parameter: SearchParameter,
  modifier: string | undefined,
  value: string,
  context: SearchContext,
): Clause | ValueFault {
  if (modifier === 'missing') return missingClause(key, parameter, value)
  switch (parameter.type) {
    case 'token':
      return tokenClause(key, parameter, modifier, value)
    case 'string':
      return stringClause(key, modifier, value)
    case 'date':
      if (modifier !== undefined) return modifierUnsupported
      return alternatives(value, dateMatch, (any) => ({ on: 'date', key, any }))
    case 'reference':
      return referenceClause(key, parameter, modifier, value, context.base)
  }
}

/** A parameter within another has no rows of its own, so what it misses cannot be told from what the other has. */
function missingClause(key: string, parameter: SearchParameter, value: string): Clause | ValueFault {
  if (parameter.within !== undefined) return modifierUnsupported
  if (value !== 'true' && value !== 'false') return { id: 'missing-invalid', text: ':missing is true or false.' }
  return { on: 'missing', key, missing: value === 'true' }
}

function tokenClause(key: string, parameter: SearchParameter, modifier: string | undefined, value: string): Clause | ValueFault {
  if (modifier !== undefined && modifier !== 'not') return modifierUnsupported
  return alternatives(
    value,
    (each) => tokenMatch(each, parameter.codeSystem),
    (any) => ({ on: 'token', key, any, ...(modifier === 'not' && { not: true }) }),
  )
}

function stringClause(key: string, modifier: string | undefined, value: string): Clause | ValueFault {
  if (modifier !== undefined && modifier !== 'exact' && modifier !== 'contains') return modifierUnsupported
  return alternatives(
    value,
    (each) => stringMatch(each, modifier ?? 'starts'),
    (any) => ({ on: 'string', key, any }),
  )
}

function referenceClause(
  key: string,
  parameter: SearchParameter,
  modifier: string | undefined,
  value: string,
  base: string,
): Clause | ValueFault {
  if (modifier === 'identifier') {
    return alternatives(
      value,
      (each) => tokenMatch(each),
      (any) => ({ on: 'token', key: `${key}:identifier`, any }),
    )
  }
  const targets = targetsOf(parameter, modifier)
  if (targets.length === 0) return modifierUnsupported
  const isNarrow = modifier !== undefined || parameter.within !== undefined
  return alternatives(
    value,
    (each) => {
      const matches = referenceMatches(each, targets, base)
      return isNarrow && !isValueFault(matches) && !matches.every((match) => isOneOf(match, targets)) ? otherTarget : matches
    },
    (any) => ({ on: 'reference', key, any: any.flat() }),
  )
}

const otherTarget: ValueFault = {
  id: 'target-invalid',
  text: 'The reference is not to a type that the parameter takes.',
}

/** Absolute URLs of other servers too end in Type/id. */
function isOneOf(reference: string, types: readonly string[]): boolean {
  return types.some((type) => reference.startsWith(`${type}/`) || reference.includes(`/${type}/`))
}

function targetsOf(parameter: SearchParameter, modifier: string | undefined): readonly string[] {
  const { targets = [] } = parameter
  return modifier === undefined ? targets : targets.filter((type) => type === modifier)
}

function chainClause(
  key: string,
  parameter: SearchParameter,
  step: Step,
  rest: readonly Step[],
  value: string,
  context: SearchContext,
): Clause | ValueFault {
  if (parameter.type !== 'reference') return unsupported
  if (rest.length > longestChain) {
    return { id: 'chain-too-long', text: `A chain has at most ${longestChain} steps behind its first.` }
  }
  const types = targetsOf(parameter, step.modifier).filter((type) => isSearchableBy(type, rest[0]))
  const [type] = types
  if (type === undefined) return { id: 'chain-unsupported', text: 'No target of the reference has such a parameter here.' }
  if (types.length > 1) {
    return {
      id: 'chain-ambiguous',
      text: `Name one type in the chain: ${types.map((each) => `:${each}`).join(' or ')}.`,
    }
  }
  if (!context.mayRead(type)) return { id: 'chain-forbidden', text: `The scopes do not allow a search over ${type}.` }
  const inner = clauseOf(type, rest, value, context)
  return 'on' in inner ? { on: 'chain', key, type, where: [inner] } : inner
}

function isSearchableBy(type: string, step: Step | undefined): boolean {
  if (step === undefined || !isKnownType(type) || !offers(type, 'search-type')) return false
  return step.code === '_id' || searchParameterOf(type, step.code) !== undefined
}

/** The comma-separated alternatives of a value, each parsed; the first that is at fault stands for all. */
function alternatives<T>(
  value: string,
  parse: (escaped: string) => T | ValueFault,
  clause: (any: T[]) => Clause,
): Clause | ValueFault {
  const parts = splitUnescaped(value, ',')
  if (parts.length > mostAlternatives) {
    return { id: 'too-many-values', text: `A parameter takes at most ${mostAlternatives} values.` }
  }
  if (parts.includes('')) return { id: 'value-empty', text: 'One of the values is empty.' }
  const any: T[] = []
  for (const part of parts) {
    const parsed = parse(part)
    if (isValueFault(parsed)) return parsed
    any.push(parsed)
  }
  return clause(any)
}

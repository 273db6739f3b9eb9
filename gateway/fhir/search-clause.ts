// One search parameter as a clause, by its type and modifier. https://hl7.org/fhir/R4/search.html#modifiers

import { searchParameterOf, type SearchParameter } from '../store/search-parameters.ts'
import type { Clause, StringMatch } from '../store/store.ts'
import { compositeClause } from './search-composite.ts'
import type { NamedStep } from './search-name.ts'
import type { SearchContext } from './search-query.ts'
import { quantityClause } from './search-quantity.ts'
import { dateMatch, numberMatch } from './search-range.ts'
import { tokenClause } from './search-token.ts'
import {
  canonicalMatch,
  eachValue,
  idMatch,
  isValueFault,
  referenceMatches,
  stringMatch,
  tokenMatch,
  uriMatch,
  type ValueFault,
} from './search-value.ts'

/** What a type is always searched by, without index rows. */
export const isCommon = (code: string): boolean => code === '_id' || code === '_lastUpdated'

export const unsupported: ValueFault = {
  id: 'parameter-unsupported',
  text: 'The type has no such search parameter here.',
}
const modifierUnsupported: ValueFault = {
  id: 'modifier-unsupported',
  text: 'The parameter does not take this modifier here.',
}

export function plainClause(type: string, step: NamedStep, value: string, context: SearchContext): Clause | ValueFault {
  const { code, modifier } = step
  if (isCommon(code)) return columnClause(step, value, context)
  const parameter = searchParameterOf(type, code)
  if (!parameter) return unsupported
  const key = keyOf(type, code, parameter)
  if (modifier === 'missing') {
    if (parameter.byMembership) return modifierUnsupported
    // A parameter within another has no rows of its own: its are those that refer to its types.
    const to = parameter.within === undefined ? undefined : parameter.targets
    return missingClause(value, (missing) => ({ on: 'missing', key, missing, ...(to && { to }) }))
  }
  return ofType(parameter, key, modifier, value, context) ?? modifierUnsupported
}

/** A parameter within another has no rows of its own. */
export const keyOf = (type: string, code: string, { within }: SearchParameter): string => `${type}.${within ?? code}`

/** Every resource has an id and a time. */
function columnClause({ code, modifier }: NamedStep, value: string, { at }: SearchContext): Clause | ValueFault {
  if (modifier === 'missing') {
    return missingClause(value, (missing) => ({ on: missing ? 'any' : 'all', of: [] }))
  }
  if (code === '_id' && (modifier === undefined || modifier === 'not')) {
    return eachValue(value, idMatch, (any) => ({ on: 'id', any, ...(modifier === 'not' && { not: true }) }))
  }
  if (modifier !== undefined) return modifierUnsupported
  return eachValue(
    value,
    (each) => dateMatch(each, at),
    (any) => ({ on: 'updated', any }),
  )
}

function missingClause(value: string, clause: (missing: boolean) => Clause): Clause | ValueFault {
  if (value !== 'true' && value !== 'false') return { id: 'missing-invalid', text: ':missing is true or false.' }
  return clause(value === 'true')
}

/** undefined: the parameter does not take the modifier. */
function ofType(
  parameter: SearchParameter,
  key: string,
  modifier: string | undefined,
  value: string,
  context: SearchContext,
): Clause | ValueFault | undefined {
  switch (parameter.type) {
    case 'token':
      return tokenClause(key, parameter, modifier, value)
    case 'string':
      return stringClause(key, modifier, value)
    case 'reference':
      if (parameter.byMembership) return modifier === undefined ? journeyClause(value, context) : undefined
      return referenceClause(key, parameter, modifier, value, context)
    case 'uri':
      return uriClause(key, modifier, value)
    case 'composite':
      return modifier === undefined ? compositeClause(key, parameter, value, context) : undefined
    case 'quantity':
      return modifier === undefined ? quantityClause(key, value) : undefined
    case 'number':
      return modifier === undefined ? eachValue(value, numberMatch, (any) => ({ on: 'number', key, any })) : undefined
    case 'date':
      if (modifier !== undefined) return undefined
      return eachValue(
        value,
        (each) => dateMatch(each, context.at),
        (any) => ({ on: 'date', key, any }),
      )
  }
}

function stringClause(key: string, modifier: string | undefined, value: string): Clause | ValueFault | undefined {
  if (modifier !== undefined && modifier !== 'exact' && modifier !== 'contains') return undefined
  return eachValue(
    value,
    (each) => stringMatch(each, modifier ?? 'starts'),
    (any) => (modifier === 'contains' ? containing(key, any) : { on: 'string', key, any }),
  )
}

/** What a long text has beyond its beginning stands under a key of its own, in pieces. */
function containing(key: string, any: readonly StringMatch[]): Clause {
  return { on: 'any', of: [key, `${key}:contains`].map((each) => ({ on: 'string', key: each, any })) }
}

function uriClause(key: string, modifier: string | undefined, value: string): Clause | ValueFault | undefined {
  if (modifier !== undefined && modifier !== 'above' && modifier !== 'below') return undefined
  return eachValue(
    value,
    (each) => uriMatch(each, modifier ?? 'is'),
    (any) => ({ on: 'uri', key, any }),
  )
}

function referenceClause(
  key: string,
  parameter: SearchParameter,
  modifier: string | undefined,
  value: string,
  { base }: SearchContext,
): Clause | ValueFault | undefined {
  const clause = (any: readonly string[]): Clause => ({ on: 'reference', key, any })
  if (isCanonical(parameter)) return modifier === undefined ? eachValue(value, canonicalMatch, clause) : undefined
  if (modifier === 'identifier') {
    return eachValue(
      value,
      (each) => tokenMatch(each),
      (any) => ({ on: 'token', key: `${key}:identifier`, any }),
    )
  }
  const targets = targetsOf(parameter, modifier)
  if (targets.length === 0) return undefined
  const isNarrow = modifier !== undefined || parameter.within !== undefined
  return eachValue(
    value,
    (each) => {
      const matches = referenceMatches(each, targets, base)
      return isNarrow && !isValueFault(matches) && !matches.every((match) => isOneOf(match, targets)) ? otherTarget : matches
    },
    (any) => clause(any.flat()),
  )
}

/** In whose journeys a resource is, no element of it says: the store knows. */
function journeyClause(value: string, { base }: SearchContext): Clause | ValueFault {
  const type = 'EpisodeOfCare'
  return eachValue(
    value,
    (each) => {
      const matches = referenceMatches(each, [type], base)
      return !isValueFault(matches) && !matches.every((match) => match.startsWith(`${type}/`)) ? otherTarget : matches
    },
    (any) => ({ on: 'journey', any: any.flat().map((match) => match.slice(type.length + 1)) }),
  )
}

/** Whether it refers to a resource by its id, so that it can be followed. */
export const isLink = (parameter: SearchParameter): boolean =>
  parameter.type === 'reference' && parameter.byMembership !== true && !isCanonical(parameter)

/** A canonical names what it refers to by its URL, not by its id. */
function isCanonical({ type, datatypes = [] }: SearchParameter): boolean {
  return type === 'reference' && datatypes.every((datatype) => datatype === 'canonical' || datatype === 'uri')
}

const otherTarget: ValueFault = {
  id: 'target-invalid',
  text: 'The reference is not to a type that the parameter takes.',
}

/** Absolute URLs of other servers too end in Type/id. */
function isOneOf(reference: string, types: readonly string[]): boolean {
  return types.some((type) => reference.startsWith(`${type}/`) || reference.includes(`/${type}/`))
}

export function targetsOf({ targets = [] }: SearchParameter, modifier: string | undefined): readonly string[] {
  return modifier === undefined ? targets : targets.filter((type) => type === modifier)
}

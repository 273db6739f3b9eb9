// A token parameter as a clause: codes as they are, by their words, by a value set, or by their place in a code system.

import type { SearchParameter } from '../store/search-parameters.ts'
import type { Clause } from '../store/store.ts'
import { codesAlong, codesIn, type NamedCode } from './search-codes.ts'
import {
  eachValue,
  isValueFault,
  stringMatch,
  tokenMatch,
  typedIdentifierMatch,
  unescaped,
  type TokenMatch,
  type ValueFault,
} from './search-value.ts'

/** undefined: it does not take the modifier. */
export function tokenClause(
  key: string,
  { codeSystem, datatypes = [] }: SearchParameter,
  modifier: string | undefined,
  value: string,
): Clause | ValueFault | undefined {
  const clause = (any: readonly TokenMatch[], not = false): Clause => ({ on: 'token', key, any, ...(not && { not }) })
  const asStored = ({ system, code }: NamedCode): TokenMatch => ({ system: system === codeSystem ? '' : system, code })
  switch (modifier) {
    case undefined:
    case 'not':
      return eachValue(
        value,
        (each) => tokenMatch(each, codeSystem),
        (any) => clause(any, modifier === 'not'),
      )
    case 'in':
    case 'not-in':
      return within(eachValue(value, membersOf, (any) => clause(any.flat().map(asStored), modifier === 'not-in')))
    case 'above':
    case 'below':
      return within(
        eachValue(
          value,
          (each) => alongOf(each, modifier, codeSystem),
          (any) => clause(any.flat().map(asStored)),
        ),
      )
    case 'text':
      // Only these have words beside the code.
      if (!datatypes.some((datatype) => worded.includes(datatype))) return undefined
      return eachValue(
        value,
        (each) => stringMatch(each, 'starts'),
        (any) => ({ on: 'string', key: `${key}:text`, any }),
      )
    case 'of-type':
      if (!datatypes.includes('Identifier')) return undefined
      return eachValue(value, typedIdentifierMatch, (any) => ({ on: 'token', key: `${key}:of-type`, any }))
    default:
      return undefined
  }
}

const worded: readonly string[] = ['CodeableConcept', 'Coding', 'Identifier']

const mostCodes = 2_000

/** A list of codes goes to the database as values. */
function within(clause: Clause | ValueFault): Clause | ValueFault {
  const isLong = 'on' in clause && clause.on === 'token' && clause.any.length > mostCodes
  return isLong ? { id: 'too-many-codes', text: `A search asks for at most ${mostCodes} codes.` } : clause
}

function membersOf(escaped: string): readonly NamedCode[] | ValueFault {
  const url = unescaped(escaped)
  const codes = url === undefined ? undefined : codesIn(url)
  if (codes && codes.length <= mostCodes) return codes
  return {
    id: 'value-set-unknown',
    text: `A value set is named by its canonical URL. It must be packaged here, with no more than ${mostCodes} codes, all listed.`,
  }
}

function alongOf(
  escaped: string,
  direction: 'above' | 'below',
  codeSystem: string | undefined,
): readonly NamedCode[] | ValueFault {
  const token = tokenMatch(escaped)
  if (isValueFault(token)) return token
  const { system = codeSystem, code } = token
  const codes = system === undefined || code === undefined ? undefined : codesAlong(direction, { system, code })
  if (codes && system !== undefined) return codes.map((each) => ({ system, code: each }))
  return {
    id: 'code-system-unknown',
    text: `:${direction} takes system|code of a code system that is packaged here as a whole.`,
  }
}

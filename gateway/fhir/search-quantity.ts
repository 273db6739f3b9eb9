// A quantity parameter as a clause: a number, and perhaps its unit. https://hl7.org/fhir/R4/search.html#quantity

import { indexable, unitSuffix } from '../store/index-rows.ts'
import type { Clause, NumberMatch } from '../store/store.ts'
import { numberMatch } from './search-range.ts'
import { eachValue, escapeFault, isValueFault, splitUnescaped, unescaped, type ValueFault } from './search-value.ts'

/** `unit` as its rows' key has it: '' for any. */
export interface QuantityMatch {
  readonly unit: string
  readonly match: NumberMatch
}

/** `key` as its rows have it for any unit. Alternatives in different units stand under different keys. */
export function quantityClause(key: string, value: string): Clause | ValueFault {
  return eachValue(value, quantityMatch, (any) => {
    const units = [...new Set(any.map(({ unit }) => unit))]
    const clauses = units.map((unit): Clause => {
      const ofUnit = any.filter((each) => each.unit === unit)
      return { on: 'number', key: indexable(key + unit), any: ofUnit.map(({ match }) => match) }
    })
    return clauses.length === 1 && clauses[0] ? clauses[0] : { on: 'any', of: clauses }
  })
}

/** `number`, `number|system|code` or `number||code`, where the code may be the unit as it is written for people. */
export function quantityMatch(escaped: string): QuantityMatch | ValueFault {
  const parts = splitUnescaped(escaped, '|').map(unescaped)
  if (parts.includes(undefined)) return escapeFault
  const [number = '', system, code, ...more] = parts
  const isWhole = (parts.length === 1 || Boolean(code)) && more.length === 0
  if (!isWhole) return { id: 'quantity-invalid', text: 'A quantity is number, number|system|code or number||code.' }
  const match = numberMatch(number)
  if (isValueFault(match)) return match
  return { unit: code === undefined ? '' : system ? unitSuffix(system, code) : unitSuffix(code), match }
}

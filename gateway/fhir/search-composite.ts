// A composite parameter as a clause: two values that one element must have together. https://hl7.org/fhir/R4/search.html#combining

import { compositeKey, joined } from '../store/index-rows.ts'
import { searchParameterOf, type SearchComponent, type SearchParameter } from '../store/search-parameters.ts'
import type { Clause } from '../store/store.ts'
import type { SearchContext } from './search-query.ts'
import { quantityMatch } from './search-quantity.ts'
import { dateMatch } from './search-range.ts'
import {
  eachValue,
  isValueFault,
  referenceMatches,
  splitUnescaped,
  stringMatch,
  tokenMatch,
  type ValueFault,
} from './search-value.ts'

/** `code$value`: the first is part of the key of the rows, which are those of the second. */
export function compositeClause(
  key: string,
  { components = [] }: SearchParameter,
  value: string,
  context: SearchContext,
): Clause | ValueFault {
  const [first, second] = components
  if (!first || !second) return compositeInvalid
  return eachValue(
    value,
    (each) => pairClause({ key, first, second }, each, context),
    (any) => (any.length === 1 && any[0] ? any[0] : { on: 'any', of: any }),
  )
}

interface Pair {
  readonly key: string
  readonly first: SearchComponent
  readonly second: SearchComponent
}

function pairClause({ key, first, second }: Pair, escaped: string, context: SearchContext): Clause | ValueFault {
  const [one = '', other = '', ...more] = splitUnescaped(escaped, '$')
  if (one === '' || other === '' || more.length > 0) return compositeInvalid
  const forms = formsOf(key, first, one, context)
  if (isValueFault(forms)) return forms
  const clauses = forms.map((form) => secondClause((unit) => compositeKey(key, form, unit), second, other, context))
  const fault = clauses.find(isValueFault)
  if (fault) return fault
  const of = clauses.filter((clause) => 'on' in clause)
  return of.length === 1 && of[0] ? of[0] : { on: 'any', of }
}

const compositeInvalid: ValueFault = {
  id: 'composite-invalid',
  text: 'A composite is two values with a dollar sign between them; the first names a code or a resource.',
}

/** The first value as the keys of the rows have it. A bare id may be of several types. */
function formsOf(key: string, { type, param }: SearchComponent, one: string, { base }: SearchContext) {
  if (type === 'reference') {
    const targets = searchParameterOf(key.split('.')[0] ?? '', param)?.targets
    const references = referenceMatches(one, targets ?? [], base)
    return isValueFault(references) ? references : references.map((reference) => joined(reference))
  }
  const token = tokenMatch(one)
  if (isValueFault(token)) return token
  const { system, code } = token
  return code === undefined ? compositeInvalid : [system === undefined ? joined(code) : joined(system, code)]
}

function secondClause(
  keyWith: (unit?: string) => string,
  { type }: SearchComponent,
  escaped: string,
  { at }: SearchContext,
): Clause | ValueFault {
  const key = keyWith()
  switch (type) {
    case 'quantity': {
      const quantity = quantityMatch(escaped)
      return isValueFault(quantity) ? quantity : { on: 'number', key: keyWith(quantity.unit), any: [quantity.match] }
    }
    case 'date': {
      const date = dateMatch(escaped, at)
      return isValueFault(date) ? date : { on: 'date', key, any: [date] }
    }
    case 'string': {
      const text = stringMatch(escaped, 'starts')
      return isValueFault(text) ? text : { on: 'string', key, any: [text] }
    }
    default: {
      const token = tokenMatch(escaped)
      return isValueFault(token) ? token : { on: 'token', key, any: [token] }
    }
  }
}

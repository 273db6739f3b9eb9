// One search value as what the store matches by: splitting, escapes, and the forms of token, reference, string and date.

import { folded, indexable, localReference } from '../store/index-rows.ts'
import { instantRange } from '../store/instants.ts'
import type { DateMatch, DatePrefix } from '../store/store.ts'
import { isId } from './served.ts'

/** Says what is wrong with a value, never what the value was. */
export interface ValueFault {
  readonly id: string
  readonly text: string
}

export function isValueFault(parsed: unknown): parsed is ValueFault {
  return typeof parsed === 'object' && parsed !== null && 'id' in parsed && 'text' in parsed
}

/** The parts between unescaped separators, still escaped. */
export function splitUnescaped(text: string, separator: ',' | '|'): string[] {
  const parts = ['']
  for (let i = 0; i < text.length; i++) {
    if (text[i] === separator) parts.push('')
    else if (text[i] === '\\') parts.push(parts.pop() + text.slice(i, ++i + 1))
    else parts.push(parts.pop() + (text[i] ?? ''))
  }
  return parts
}

/** FHIR's four escapes taken back; undefined when another one, or none, follows a backslash. */
export function unescaped(text: string): string | undefined {
  if (/\\(?![,|$\\])/.test(text.replaceAll('\\\\', ''))) return undefined
  return text.replace(/\\([,|$\\])/g, '$1')
}

const escapeFault: ValueFault = {
  id: 'escape-invalid',
  text: 'A backslash may stand before a comma, a bar, a dollar sign or a backslash only.',
}

export interface TokenMatch {
  readonly system?: string
  readonly code?: string
}

/** `code`, `system|code`, `system|` or `|code`. A code element's own system is the same as none: it is not stored with it. */
export function tokenMatch(escaped: string, codeSystem?: string): TokenMatch | ValueFault {
  const parts = splitUnescaped(escaped, '|').map(unescaped)
  const [first, second] = parts
  if (parts.includes(undefined) || first === undefined) return escapeFault
  if (parts.length > 2 || (first === '' && !second)) {
    return { id: 'token-invalid', text: 'A token is code, system|code, system| or |code.' }
  }
  if (second === undefined) return { code: indexable(first) }
  const system = first === codeSystem ? '' : indexable(first)
  return second === '' ? { system } : { system, code: indexable(second) }
}

export interface StringMatch {
  readonly value: string
  readonly how: 'starts' | 'exact' | 'contains'
}

export function stringMatch(escaped: string, how: StringMatch['how']): StringMatch | ValueFault {
  const text = unescaped(escaped)
  if (text === undefined) return escapeFault
  const value = indexable(folded(text))
  return value === '' ? { id: 'string-invalid', text: 'There is no letter or digit to search for.' } : { value, how }
}

const prefixes: readonly string[] = ['eq', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb'] satisfies DatePrefix[]
const isPrefix = (text: string): text is DatePrefix => prefixes.includes(text)

/** A prefix and a date. A space is taken for the plus sign of a zone, which a URL turns into one unless it is encoded. */
export function dateMatch(escaped: string): DateMatch | ValueFault {
  const [, prefix = '', date = ''] = /^([a-z]*)(.*)$/s.exec(escaped) ?? []
  if (prefix !== '' && !isPrefix(prefix)) {
    return { id: 'prefix-unsupported', text: `The prefixes of a date are ${prefixes.join(', ')}.` }
  }
  const range = instantRange(date.replace(' ', '+'))
  if (!range) return { id: 'date-invalid', text: 'The value is not a FHIR date, dateTime or instant.' }
  return { prefix: isPrefix(prefix) ? prefix : 'eq', ...range }
}

/** `Type/id`, an absolute URL, or a bare id, which may be one of each of `targets`. */
export function referenceMatches(escaped: string, targets: readonly string[], base: string): readonly string[] | ValueFault {
  const text = unescaped(escaped)
  if (text === undefined) return escapeFault
  if (isId(text)) return targets.map((type) => `${type}/${text}`)
  const isUrl = /^[a-z][a-z0-9+.-]*:/.test(text)
  const reference = localReference(text, base)
  const [type = '', id = '', ...more] = reference.split('/')
  const isLocal = /^[A-Z][A-Za-z]+$/.test(type) && isId(id) && more.length === 0
  if (text.includes('/_history/') || (!isUrl && !isLocal)) {
    return {
      id: 'reference-invalid',
      text: 'A reference is an id, Type/id without a version, or an absolute URL.',
    }
  }
  return [indexable(reference)]
}

export function idMatch(escaped: string): string | ValueFault {
  return isId(escaped) ? escaped : { id: 'id-invalid', text: 'The value is not a FHIR id.' }
}

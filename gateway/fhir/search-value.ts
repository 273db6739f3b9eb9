// One search value as what the store matches by: splitting, escapes, and the forms of token, reference, string and URI.

import { beginning, deepestAsked, folded, indexable, joined, localReference, longestAsked } from '../store/index-rows.ts'
import type { StringMatch, UriMatch } from '../store/store.ts'
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
export function splitUnescaped(text: string, separator: ',' | '|' | '$'): string[] {
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

export const escapeFault: ValueFault = {
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

/** `system|code|value` of an identifier by its type: its rows hold code and value as one. */
export function typedIdentifierMatch(escaped: string): TokenMatch | ValueFault {
  const parts = splitUnescaped(escaped, '|').map(unescaped)
  if (parts.includes(undefined)) return escapeFault
  const [system, code, value, ...more] = parts
  if (!system || !code || !value || more.length > 0) return { id: 'token-invalid', text: ':of-type takes system|code|value.' }
  return { system: indexable(system), code: indexable(joined(code, value)) }
}

export function stringMatch(escaped: string, how: StringMatch['how']): StringMatch | ValueFault {
  const text = unescaped(escaped)
  if (text === undefined) return escapeFault
  const whole = folded(text)
  if (whole === '') return { id: 'string-invalid', text: 'There is no letter or digit to search for.' }
  if (how !== 'exact' && whole.length > longestAsked) return stringTooLong
  const value = indexable(beginning(whole))
  return how === 'exact' ? { value, how, original: indexable(text) } : { value, how }
}

const stringTooLong: ValueFault = {
  id: 'string-too-long',
  text: `A text is searched by at most ${longestAsked} characters, unless by :exact.`,
}

export function uriMatch(escaped: string, how: UriMatch['how']): UriMatch | ValueFault {
  const value = unescaped(escaped)
  if (value === undefined) return escapeFault
  if (how === 'below' && value.length > longestAsked) return uriTooLong
  if (how === 'above' && value.split('/').length > deepestAsked) return uriTooDeep
  return { value, how }
}

const uriTooLong: ValueFault = { id: 'uri-too-long', text: `:below takes at most ${longestAsked} characters.` }
const uriTooDeep: ValueFault = { id: 'uri-too-long', text: `:above takes at most ${deepestAsked} segments.` }

/** `Type/id`, an absolute URL, or a bare id, which may be one of each of `targets`. The index knows no versions of what is referred to. */
export function referenceMatches(escaped: string, targets: readonly string[], base: string): readonly string[] | ValueFault {
  const text = unescaped(escaped)
  if (text === undefined) return escapeFault
  if (isId(text)) return targets.map((type) => `${type}/${text}`)
  const isUrl = /^[a-z][a-z0-9+.-]*:/.test(text)
  const reference = localReference(text, base)
  const isLocal = /^[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/.test(reference)
  if (text.includes('/_history/') || (!isUrl && !isLocal)) {
    return { id: 'reference-invalid', text: 'A reference is an id, Type/id without a version, or an absolute URL.' }
  }
  return [indexable(reference)]
}

/** The canonical URL of a definition, with a version or without. It has no id to be known by. */
export function canonicalMatch(escaped: string): string | ValueFault {
  const text = unescaped(escaped)
  if (text === undefined) return escapeFault
  if (!/^[a-z][a-z0-9+.-]*:/.test(text))
    return { id: 'reference-invalid', text: 'A definition is searched by its canonical URL.' }
  return indexable(text)
}

export function idMatch(escaped: string): string | ValueFault {
  return isId(escaped) ? escaped : { id: 'id-invalid', text: 'The value is not a FHIR id.' }
}

const mostAlternatives = 200

/** The comma-separated alternatives of a value, each parsed; the first that is at fault stands for all. */
export function eachValue<T, C>(
  value: string,
  parse: (escaped: string) => T | ValueFault,
  clause: (any: readonly T[]) => C,
): C | ValueFault {
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

// Regular expressions of value set filters, matched in time proportional to pattern times text.
//
// A filter's pattern comes from a package of strangers and meets codes of other strangers: JavaScript's own engine could be
// made to hang by the two together. This one keeps the set of all positions in the pattern that may have been reached.

import { type Accepts, type Tree, matcherOf } from './regex-states.ts'
import type { Truth } from './truth.ts'

/** A matcher of the whole text, or undefined when the pattern holds what is not understood here (back references, lookaround, …). */
export function regexOf(pattern: string): ((text: string) => Truth) | undefined {
  if (pattern.length > maxPattern) return undefined
  const reader: Reader = { pattern, at: 0, depth: 0 }
  const tree = alternatives(reader)
  const run = tree && reader.at === pattern.length ? matcherOf(tree) : undefined
  return run && ((text) => (text.length <= maxText ? run(text) : undefined))
}

const maxPattern = 1000
const maxDepth = 50
/** What is longer is no code, and cannot be told. */
const maxText = 1000

interface Reader {
  readonly pattern: string
  at: number
  depth: number
}

function alternatives(reader: Reader): Tree | undefined {
  if ((reader.depth += 1) > maxDepth) return undefined
  const parts: Tree[] = []
  do {
    const part = row(reader)
    if (!part) return undefined
    parts.push(part)
  } while (skip(reader, '|'))
  reader.depth -= 1
  return { kind: 'either', parts }
}

function row(reader: Reader): Tree | undefined {
  const parts: Tree[] = []
  const isOutermost = reader.depth === 1
  while (reader.at < reader.pattern.length && !/[|)]/.test(reader.pattern.charAt(reader.at))) {
    // The whole text is matched anyway.
    if (isOutermost && parts.length === 0 && skip(reader, '^')) continue
    if (isOutermost && /^\$(?:\||$)/.test(reader.pattern.slice(reader.at))) {
      reader.at += 1
      continue
    }
    const part = repeated(reader)
    if (!part) return undefined
    parts.push(part)
  }
  return { kind: 'row', parts }
}

function repeated(reader: Reader): Tree | undefined {
  const part = atom(reader)
  if (!part) return undefined
  const bounds = quantifier(reader)
  if (!bounds) return part
  // Lazy or greedy is all one to a match of the whole; a second quantifier (possessive, or nothing at all) is not.
  skip(reader, '?')
  if (/[*+?{]/.test(reader.pattern.charAt(reader.at))) return undefined
  return bounds.low > bounds.high ? undefined : { kind: 'repeat', part, ...bounds }
}

function quantifier(reader: Reader): { readonly low: number; readonly high: number } | undefined {
  if (skip(reader, '*')) return { low: 0, high: Infinity }
  if (skip(reader, '+')) return { low: 1, high: Infinity }
  if (skip(reader, '?')) return { low: 0, high: 1 }
  const match = /^\{(\d{1,4})(,(\d{1,4})?)?\}/.exec(reader.pattern.slice(reader.at, reader.at + 12))
  if (!match) return undefined
  reader.at += match[0].length
  const low = Number(match[1])
  return { low, high: match[3] !== undefined ? Number(match[3]) : match[2] === undefined ? low : Infinity }
}

function atom(reader: Reader): Tree | undefined {
  if (skip(reader, '(')) return group(reader)
  if (skip(reader, '[')) return one(characterClass(reader))
  if (skip(reader, '\\')) return one(escaped(reader))
  const code = reader.pattern.charCodeAt(reader.at)
  if ('*+?{}^$]'.includes(reader.pattern.charAt(reader.at))) return undefined
  reader.at += 1
  return one(code === dot ? (c) => c !== 10 && c !== 13 : (c) => c === code)
}

const dot = 46

function group(reader: Reader): Tree | undefined {
  if (skip(reader, '?') && !skip(reader, ':')) return undefined
  const inner = alternatives(reader)
  return inner && skip(reader, ')') ? inner : undefined
}

function one(accepts: Accepts | undefined): Tree | undefined {
  return accepts && { kind: 'one', accepts }
}

const classes: Readonly<Record<string, Accepts>> = {
  d: (c) => c >= 48 && c <= 57,
  w: (c) => (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95,
  s: (c) => c === 32 || (c >= 9 && c <= 13) || c === 160 || c === 0xfeff,
}
const controls: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12 }

/** After the backslash. A letter or digit that is not one of these would mean something else: not understood. */
function escaped(reader: Reader): Accepts | undefined {
  const name = reader.pattern.charAt(reader.at)
  reader.at += 1
  const known = Object.hasOwn(classes, name.toLowerCase()) ? classes[name.toLowerCase()] : undefined
  if (known) return name === name.toLowerCase() ? known : (c) => !known(c)
  const code = Object.hasOwn(controls, name) ? controls[name] : /^[^A-Za-z0-9]$/.test(name) ? name.charCodeAt(0) : undefined
  return code === undefined ? undefined : (c) => c === code
}

function characterClass(reader: Reader): Accepts | undefined {
  const isNegated = skip(reader, '^')
  const accepted: Accepts[] = []
  while (!skip(reader, ']')) {
    if (reader.at >= reader.pattern.length || reader.pattern.charAt(reader.at) === '[') return undefined
    const item = classItem(reader)
    if (!item) return undefined
    accepted.push(item)
  }
  if (accepted.length === 0) return undefined
  return (c) => accepted.some((accepts) => accepts(c)) !== isNegated
}

function classItem(reader: Reader): Accepts | undefined {
  // A range from what is escaped is not understood: from a class of characters it would be none.
  if (skip(reader, '\\')) {
    const accepts = escaped(reader)
    return isRange(reader) ? undefined : accepts
  }
  const { pattern } = reader
  const low = pattern.charCodeAt(reader.at)
  reader.at += 1
  if (!isRange(reader)) return (c) => c === low
  const high = pattern.charCodeAt(reader.at + 1)
  reader.at += 2
  if (high === backslash || high < low) return undefined
  return (c) => c >= low && c <= high
}

const backslash = 92

/** A hyphen between two; at the end of the class it is one of the characters. */
function isRange({ pattern, at }: Reader): boolean {
  return pattern.charAt(at) === '-' && !/^-(?:\]|$)/.test(pattern.slice(at, at + 2))
}

function skip(reader: Reader, character: string): boolean {
  if (reader.pattern.charAt(reader.at) !== character) return false
  reader.at += 1
  return true
}

// The quick pass over JSON: a text that is plainly right is parsed at once; of any other it says nothing, and json.ts goes through it.

import { isKeptAsText } from './decimal.ts'

export interface PlainJson {
  readonly value: unknown
  /** How many elements the longest list has. */
  readonly longest: number
}

/**
 * Undefined unless the text is JSON no deeper than `depth`, has no key twice in one object, none that names the prototype, and no
 * number that keeps its text. `bytes` are those of the text. What `JSON.parse` says of the grammar is not said here again: nesting
 * is counted before it, and keys are counted before it and after it, because of two equal ones it keeps one.
 */
export function plainJson(bytes: Uint8Array, text: string, depth: number): PlainJson | undefined {
  const keys = keysIn(bytes, depth)
  if (keys === undefined) return undefined
  const found: Found = { keys: 0, longest: 0 }
  const value = parsed(text)
  if (typeof value === 'object' && value !== null) count(value, found)
  return value !== undefined && found.keys === keys ? { value, longest: found.longest } : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

interface Found {
  keys: number
  longest: number
}

/** No deeper than the text was found to be. */
function count(value: object, found: Found): void {
  if (Array.isArray(value)) {
    if (value.length > found.longest) found.longest = value.length
    for (const element of value as readonly unknown[]) if (typeof element === 'object' && element !== null) count(element, found)
    return
  }
  for (const name in value) {
    found.keys += name === '__proto__' ? Number.NaN : 1
    const element = (value as Record<string, unknown>)[name]
    if (typeof element === 'object' && element !== null) count(element, found)
  }
}

const [quote, backslash, colon, minus, zero, nine] = [34, 92, 58, 45, 48, 57]
const [openList, closeList, openObject, closeObject] = [91, 93, 123, 125]

/** How many colons stand outside of strings, which of JSON is the number of its keys. No byte of UTF-8 within a letter is ASCII. */
function keysIn(bytes: Uint8Array, depth: number): number | undefined {
  let [keys, open] = [0, 0]
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0
    if (byte === quote) i = endOfString(bytes, i)
    else if (byte === colon) keys += 1
    else if (byte === openObject || byte === openList) {
      open += 1
      if (open > depth) return undefined
    } else if (byte === closeObject || byte === closeList) open -= 1
    else if (byte === minus || (byte >= zero && byte <= nine)) {
      const end = endOfNumber(bytes, i)
      if (isKept(bytes, i, end)) return undefined
      i = end - 1
    }
  }
  return keys
}

/** The closing quote, or the end of the bytes. */
function endOfString(bytes: Uint8Array, start: number): number {
  let i = start + 1
  for (; i < bytes.length; i += 1) {
    const byte = bytes[i]
    if (byte === quote) break
    if (byte === backslash) i += 1
  }
  return i
}

/** Behind all that a number can hold; whether it is one, is for the parser to say. */
function endOfNumber(bytes: Uint8Array, start: number): number {
  let i = start + 1
  for (; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0
    const isPart = (byte >= zero && byte <= nine) || byte === 46 || byte === 43 || byte === minus || (byte | 32) === 101
    if (!isPart) break
  }
  return i
}

/** One digit is kept by no number; what is longer than any double is written, by all. */
function isKept(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start === 1) return false
  return end - start > 32 || isKeptAsText(String.fromCharCode(...bytes.subarray(start, end)))
}

// Reads JSON from strangers: size, encoding and depth are checked on the raw text before anything is built. What is plainly right
// is then parsed (json-plain.ts); all else is gone through, grammar and keys, for where it is wrong or what it keeps as text.
//
// Numbers become JavaScript numbers, and exact decimals where a number would lose digits that were sent (decimal.ts).

import { endOfString, isKeptAsText, parseKeeping } from './decimal.ts'
import { plainJson } from './json-plain.ts'

export interface JsonLimits {
  readonly bytes: number
  /** How many objects and lists may stand within each other. */
  readonly depth: number
}

/** Where and what, never the text itself. */
export interface JsonFault {
  readonly id:
    | 'json-too-large'
    | 'json-too-deep'
    | 'json-invalid'
    | 'json-duplicate-key'
    | 'json-key-refused'
    | 'json-too-many-decimals'
    | 'utf8-invalid'
    | 'byte-order-mark'
  readonly text: string
  /** Both count from 1; a column is a UTF-16 unit. */
  readonly line: number
  readonly column: number
}

/** Of decimals that keep their text, which cost a microsecond each; more than a message full of readings holds. */
export const maxKeptDecimals = 100_000

export type ReadJson =
  /** `longest`: how many elements the longest list has, where they were counted on the way. */
  { readonly value: unknown; readonly longest?: number } | { readonly fault: JsonFault }

/** Never throws, in time proportional to the bytes within the limit. */
export function readJson(bytes: Uint8Array, limits: JsonLimits): ReadJson {
  if (bytes.length > limits.bytes) {
    return {
      fault: { id: 'json-too-large', text: `is larger than ${limits.bytes} bytes`, line: 1, column: 1 },
    }
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return {
      fault: {
        id: 'byte-order-mark',
        text: 'begins with a byte order mark; JSON has none (RFC 8259)',
        line: 1,
        column: 1,
      },
    }
  }
  const text = decode(bytes)
  if (text === undefined) return { fault: at(lossyText(bytes), invalidOffset(bytes), 'utf8-invalid', 'is not UTF-8') }
  const plain = plainJson(bytes, text, limits.depth)
  if (plain) return plain
  const state: Scan = { text, at: 0, expected: 'value', open: [], spare: [], kept: 0 }
  const fault = scan(state, limits.depth)
  return fault ? { fault } : parse(state)
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function lossyText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes)
}

/** The first replacement character that the sender did not send as such. */
function invalidOffset(bytes: Uint8Array): number {
  const text = lossyText(bytes)
  let byte = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd && !(bytes[byte] === 0xef && bytes[byte + 1] === 0xbf && bytes[byte + 2] === 0xbd)) return i
    // Each half of a surrogate pair stands for two of its four bytes.
    byte += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3
  }
  return text.length
}

function parse({ text, kept }: Scan): ReadJson {
  try {
    return { value: kept > 0 ? parseKeeping(text) : (JSON.parse(text) as unknown) }
  } catch (error) {
    // Only the inside of a string is left to the parser. Its message quotes the text: just the position is taken from it.
    const position = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    return {
      fault: at(text, Number(position ?? 0), 'json-invalid', 'a string holds a control character or a wrong escape'),
    }
  }
}

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'nothing'

interface Scan {
  readonly text: string
  at: number
  expected: Expected
  /** One entry for each open object (its keys so far) or list (undefined). */
  readonly open: (Keys | undefined)[]
  /** Keys of closed objects, to be used again: millions of small objects must not cost millions of lists. */
  readonly spare: Keys[]
  /** How many numbers keep their text: none in most messages, and then nothing is paid for it. */
  kept: number
}

/** A few keys are searched through; a Set is made when there are many. */
interface Keys {
  readonly few: string[]
  many: Set<string> | undefined
}

const structure = {
  openObject: 123,
  closeObject: 125,
  openList: 91,
  closeList: 93,
  colon: 58,
  comma: 44,
  quote: 34,
}

/** One pass over the text, on a stack of its own, so that no depth can overflow ours. */
function scan(state: Scan, depth: number): JsonFault | undefined {
  const { text } = state
  for (;;) {
    skipSpace(state)
    if (state.at >= text.length) break
    const fault = step(state, text.charCodeAt(state.at), depth)
    if (fault) return fault
  }
  return state.expected === 'nothing' ? undefined : at(text, text.length, 'json-invalid', 'ends before it is complete')
}

function skipSpace(state: Scan): void {
  const { text } = state
  let i = state.at
  for (; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) break
  }
  state.at = i
}

function step(state: Scan, code: number, depth: number): JsonFault | undefined {
  switch (code) {
    case structure.openObject:
    case structure.openList:
      return open(state, code, depth)
    case structure.closeObject:
      return close(state, true)
    case structure.closeList:
      return close(state, false)
    case structure.colon:
      if (state.expected !== ':') return unexpected(state)
      return advance(state, 1, 'value')
    case structure.comma:
      if (state.expected !== ', or end') return unexpected(state)
      return advance(state, 1, state.open.at(-1) ? 'key' : 'value')
    case structure.quote:
      return string(state)
    default:
      return scalar(state)
  }
}

function open(state: Scan, code: number, depth: number): JsonFault | undefined {
  if (!wantsValue(state)) return unexpected(state)
  if (state.open.length >= depth) {
    return at(state.text, state.at, 'json-too-deep', `is nested deeper than ${depth} levels`)
  }
  const isObject = code === structure.openObject
  state.open.push(isObject ? (state.spare.pop() ?? { few: [], many: undefined }) : undefined)
  return advance(state, 1, isObject ? 'key or }' : 'value or ]')
}

function close(state: Scan, isObject: boolean): JsonFault | undefined {
  const mayBeEmpty: Expected = isObject ? 'key or }' : 'value or ]'
  const isOpen = state.open.length > 0 && (state.open.at(-1) !== undefined) === isObject
  if (!isOpen || (state.expected !== ', or end' && state.expected !== mayBeEmpty)) return unexpected(state)
  const keys = state.open.pop()
  if (keys) {
    keys.few.length = 0
    keys.many = undefined
    state.spare.push(keys)
  }
  return afterValue(state, 1)
}

function string(state: Scan): JsonFault | undefined {
  const isKey = state.expected === 'key' || state.expected === 'key or }'
  if (!isKey && !wantsValue(state)) return unexpected(state)
  const end = endOfString(state.text, state.at)
  if (end === undefined) return at(state.text, state.at, 'json-invalid', 'a string is not closed')
  if (!isKey) return afterValue(state, end - state.at)
  const fault = noteKey(state, state.text.slice(state.at, end))
  return fault ?? advance(state, end - state.at, ':')
}

/** Two parsers may take different ones of two equal keys: what one checks, another would read. */
function noteKey(state: Scan, raw: string): JsonFault | undefined {
  const keys = state.open.at(-1)
  const key = unescaped(raw)
  if (!keys || key === undefined) return at(state.text, state.at, 'json-invalid', 'a key holds a wrong escape')
  if (key === '__proto__') return at(state.text, state.at, 'json-key-refused', 'a key names the prototype')
  if (keys.many ? keys.many.has(key) : keys.few.includes(key)) {
    return at(state.text, state.at, 'json-duplicate-key', 'a key stands twice in one object')
  }
  if (keys.many) keys.many.add(key)
  else if (keys.few.push(key) > 8) keys.many = new Set(keys.few)
  return undefined
}

function unescaped(raw: string): string | undefined {
  if (!raw.includes('\\')) return raw.slice(1, -1)
  try {
    return JSON.parse(raw) as string
  } catch {
    return undefined
  }
}

const scalarForm = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

function scalar(state: Scan): JsonFault | undefined {
  if (!wantsValue(state)) return unexpected(state)
  scalarForm.lastIndex = state.at
  const found = scalarForm.exec(state.text)?.[0]
  if (found === undefined) return unexpected(state)
  if (isNumber(found) && isKeptAsText(found)) {
    state.kept += 1
    if (state.kept > maxKeptDecimals) return tooManyDecimals(state)
  }
  return afterValue(state, found.length)
}

/** And neither true, false nor null. */
const isNumber = (scalar: string): boolean => scalar.charCodeAt(0) <= 57

function tooManyDecimals({ text, at: offset }: Scan): JsonFault {
  return at(text, offset, 'json-too-many-decimals', `has more than ${maxKeptDecimals} numbers whose digits are kept as text`)
}

function wantsValue(state: Scan): boolean {
  return state.expected === 'value' || state.expected === 'value or ]'
}

function afterValue(state: Scan, length: number): undefined {
  return advance(state, length, state.open.length > 0 ? ', or end' : 'nothing')
}

function advance(state: Scan, length: number, expected: Expected): undefined {
  state.at += length
  state.expected = expected
}

function unexpected(state: Scan): JsonFault {
  const wanted = state.expected === 'nothing' ? 'nothing more' : state.expected
  return at(state.text, state.at, 'json-invalid', `expected ${wanted} here`)
}

function at(text: string, offset: number, id: JsonFault['id'], words: string): JsonFault {
  let line = 1
  let start = 0
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', end + 1)) {
    line += 1
    start = end + 1
  }
  return { id, text: words, line, column: offset - start + 1 }
}

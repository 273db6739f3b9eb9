// A quick yes for narrative that is nothing but text in plain tags, as systems write it; anything else is read with care.

import { maxTextLength } from './primitive-fault.ts'

/** Of elements that FHIR allows and that have no attributes: an end tag must close what was opened last. */
const names = [
  ...['div', 'p', 'b', 'i', 'ul', 'ol', 'li', 'table', 'tbody', 'thead', 'tr', 'td', 'th', 'h1', 'h2', 'h3', 'h4'],
  ...['span', 'em', 'strong'],
]
const longestName = 6
/** A to z and 1 to 4 from 1 on: six of them are a number of 30 bits that no other name has. */
const letters = new Uint8Array(256)
for (const [at, letter] of [...'abcdefghijklmnopqrstuvwxyz1234'].entries()) letters[letter.charCodeAt(0)] = at + 1

const encoder = new TextEncoder()
const opening = encoder.encode('<div xmlns="http://www.w3.org/1999/xhtml">')
/** All but its last letters, four at a time. */
const openingWords = new Int32Array(opening.slice(0, opening.length & ~3).buffer)
const empty = ['<br/>', '<br />', '<hr/>', '<hr />'].map((tag) => encoder.encode(tag))
const [lessThan, greaterThan] = [60, 62]
const maxOpen = 50

/** The text as bytes. Used again by every reading, as none is ever interrupted, and made larger when a longer text comes. */
let bytes = new Uint8Array(8_192)
let words = new Int32Array(bytes.buffer)
let view = new DataView(bytes.buffer)

/** An element by the number of its name, and its end tag as words of four letters, which lap over. */
interface Tag {
  readonly number: number
  readonly length: number
  readonly first: number
  readonly second: number
  readonly last: number
}

/** Each at the rest of its number by a divisor that no two share. */
const divisor = divisorOf(names.map(numberOf))
const tags: readonly Tag[] = Array.from({ length: divisor }, (_, rest) =>
  tagOf(names.find((name) => numberOf(name) % divisor === rest) ?? 'div'),
)
const outermost = tagOf('div')
const open: Tag[] = Array.from({ length: maxOpen }, () => outermost)

function tagOf(name: string): Tag {
  const end = encoder.encode(`</${name}>`)
  const byWord = new DataView(end.buffer, end.byteOffset, end.length)
  const { length } = end
  const second = byWord.getInt32(secondAt(length), true)
  return { number: numberOf(name), length, first: byWord.getInt32(0, true), second, last: byWord.getInt32(length - 4, true) }
}

/** With the first and the last word nothing is left between; most end tags have no more than eight letters. */
function secondAt(length: number): number {
  return length > 8 ? 4 : 0
}

/** Whether the end tag stands there, of which the first word was found. */
function ends({ length, second, last }: Tag, at: number): boolean {
  return view.getInt32(at + length - 4, true) === last && (length <= 8 || view.getInt32(at + secondAt(length), true) === second)
}

/** True: right for certain. False: not known. */
export function isPlainNarrative(text: string): boolean {
  const { length } = text
  if (length > maxTextLength || text.includes('&') || hasSection(text) || !isRead(text) || !isOpened()) return false
  const read = bytes
  const byWord = view
  open[0] = outermost
  let at = opening.length
  let depth = 1
  let hasText = false
  while (depth > 0) {
    const next = read[at] === lessThan ? at : text.indexOf('<', at)
    if (next < 0) return false
    for (; !hasText && at < next; at += 1) hasText = (read[at] ?? 0) > 32
    const inner = open[depth - 1]
    if (inner !== undefined && byWord.getInt32(next, true) === inner.first && ends(inner, next)) {
      at = next + inner.length
      depth -= 1
      continue
    }
    let [to, number, letter] = [next + 1, 0, letters[read[next + 1] ?? 0] ?? 0]
    while (letter > 0 && to <= next + longestName) {
      number = number * 32 + letter
      to += 1
      letter = letters[read[to] ?? 0] ?? 0
    }
    const tag = read[to] === greaterThan ? tags[number % divisor] : undefined
    if (tag !== undefined && tag.number === number) {
      if (depth >= maxOpen) return false
      at = to + 1
      open[depth] = tag
      depth += 1
      continue
    }
    const alone = empty.find((one) => stands(one, next))
    if (alone === undefined) return false
    at = next + alone.length
  }
  return at === length && hasText
}

/** One character is found much quicker than three. */
function hasSection(text: string): boolean {
  return text.includes(']') && text.includes(']]>')
}

/** Whether the text is ASCII without control characters other than line ends and tabs; it stands in `bytes` then. */
function isRead(text: string): boolean {
  const { length } = text
  if (length + room > bytes.length) {
    bytes = new Uint8Array(2 ** Math.ceil(Math.log2(length + room)))
    words = new Int32Array(bytes.buffer)
    view = new DataView(bytes.buffer)
  }
  const last = length >> 2
  // What an earlier text has left in the last words is no control character, which would take a second look.
  for (let i = last; i < last + 4; i += 1) words[i] = filler
  // One byte for each character: ASCII alone. A text of others may fill the room before its end.
  const { read, written } = encoder.encodeInto(text, bytes)
  if (read !== length || written !== length) return false
  return isWithoutControls(last) || areLineEnds(length)
}

/** What is read behind the text's end: a whole turn. */
const room = 20
const filler = 0x7f7f7f7f

/** Four words of four letters in a turn: taking a space from each letter borrows from the highest bit where one is smaller. */
function isWithoutControls(last: number): boolean {
  const read = words
  let found = 0
  for (let i = 0; i <= last; i += 4) {
    const first = ((read[i] ?? 0) - spaces) | ((read[i + 1] ?? 0) - spaces)
    found |= first | ((read[i + 2] ?? 0) - spaces) | ((read[i + 3] ?? 0) - spaces)
  }
  return (found & highest) === 0
}

const spaces = 0x20202020
const highest = 0x80808080

function areLineEnds(length: number): boolean {
  for (let i = 0; i < length; i += 1) {
    const byte = bytes[i] ?? 0
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) return false
  }
  return true
}

function isOpened(): boolean {
  for (let i = 0; i < openingWords.length; i += 1) if (words[i] !== openingWords[i]) return false
  for (let i = openingWords.length * 4; i < opening.length; i += 1) if (bytes[i] !== opening[i]) return false
  return true
}

function stands(tag: Uint8Array, at: number): boolean {
  for (let i = 0; i < tag.length; i += 1) if (bytes[at + i] !== tag[i]) return false
  return true
}

function divisorOf(numbers: readonly number[]): number {
  let divisor = numbers.length
  while (new Set(numbers.map((number) => number % divisor)).size < numbers.length) divisor += 1
  return divisor
}

function numberOf(name: string): number {
  let number = 0
  for (const byte of encoder.encode(name)) number = number * 32 + (letters[byte] ?? 0)
  return number
}

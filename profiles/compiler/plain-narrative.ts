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
const openingWords = new Uint32Array(opening.slice(0, opening.length & ~3).buffer)
const empty = ['<br/>', '<br />', '<hr/>', '<hr />'].map((tag) => encoder.encode(tag))
const [slash, lessThan, greaterThan] = [47, 60, 62]
const maxOpen = 50

/** The text as bytes. Used again by every reading, as none is ever interrupted, and made larger when a longer text comes. */
let bytes = new Uint8Array(8_192)
let words = new Uint32Array(bytes.buffer)
const open = new Int32Array(maxOpen + 1)

/** Each name at the rest of its number by a divisor that no two share. */
const divisor = divisorOf(names.map(numberOf))
const known = new Int32Array(divisor)
for (const name of names) known[numberOf(name) % divisor] = numberOf(name)
const outermost = numberOf('div')

/** True: right for certain. False: not known. */
export function isPlainNarrative(text: string): boolean {
  const { length } = text
  if (length > maxTextLength || text.includes('&') || hasSection(text) || !isRead(text) || !isOpened()) return false
  const read = bytes
  open[0] = outermost
  let at = opening.length
  let depth = 1
  let hasText = false
  while (depth > 0) {
    const next = read[at] === lessThan ? at : text.indexOf('<', at)
    if (next < 0) return false
    for (; !hasText && at < next; at += 1) hasText = (read[at] ?? 0) > 32
    const isEnd = read[next + 1] === slash
    const from = next + (isEnd ? 2 : 1)
    let [to, name, letter] = [from, 0, letters[read[from] ?? 0] ?? 0]
    while (letter > 0 && to < from + longestName) {
      name = name * 32 + letter
      to += 1
      letter = letters[read[to] ?? 0] ?? 0
    }
    // What an end tag names was known when it was opened.
    if (name === 0 || read[to] !== greaterThan || (isEnd ? open[depth - 1] : known[name % divisor]) !== name) {
      const tag = empty.find((one) => stands(one, next))
      if (tag === undefined) return false
      at = next + tag.length
      continue
    }
    at = to + 1
    if (isEnd) depth -= 1
    else {
      if (depth >= maxOpen) return false
      open[depth] = name
      depth += 1
    }
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
  if (length >= bytes.length) {
    bytes = new Uint8Array(2 ** Math.ceil(Math.log2(length + 4)))
    words = new Uint32Array(bytes.buffer)
  }
  // One byte for each character: ASCII alone. A text of others may fill the room before its end.
  const { read, written } = encoder.encodeInto(text, bytes)
  if (read !== length || written !== length) return false
  // What an earlier text has left in the last word is no control character, which would take a second look.
  for (let i = length; i === length || (i & 3) !== 0; i += 1) bytes[i] = 127
  return isWithoutControls((length + 3) >> 2) || areLineEnds(length)
}

/** Four bytes at a time: taking a space from each borrows from the highest bit where one is smaller. */
function isWithoutControls(count: number): boolean {
  const read = words
  let found = 0
  for (let i = 0; i < count; i += 1) {
    const word = read[i] ?? 0
    found |= (word - 0x20202020) & ~word
  }
  return (found & 0x80808080) === 0
}

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

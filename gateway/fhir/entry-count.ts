// How many entries a Bundle has, told from its bytes: before it is read, and whatever becomes of it.

import { limits } from '../config.ts'
import { isXmlType } from './accept.ts'

/** Of XML also the entries of what its entries hold; 0 for what has none, or is no Bundle at all. */
export function entriesIn(bytes: Uint8Array, contentType: string): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [mediaType = ''] = contentType.toLowerCase().split(';')
  return isXmlType(mediaType) ? entriesOfXml(buffer) : entriesOfJson(buffer)
}

/** In single bytes, so that of a prefix only what XML takes for white space ends it. What is longer than XML may be is refused. */
function entriesOfXml(bytes: Buffer): number {
  if (bytes.length > limits.xml) return 0
  const starts = bytes.toString('latin1').matchAll(/<(?:[^ \t\r\n<>/:]+:)?entry[ \t\r\n/>]/g)
  let count = 0
  while (!starts.next().done) count += 1
  return count
}

const [quote, backslash, brace, bracket, endOfBrace, endOfBracket] = [0x22, 0x5c, 0x7b, 0x5b, 0x7d, 0x5d]

/** The objects in lists that stand under `entry` in the outermost object. Byte by byte: a call for each string would cost seconds. */
function entriesOfJson(bytes: Buffer): number {
  let [depth, count, isEntry, isWithin] = [0, 0, false, false]
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]
    if (byte === quote) {
      const start = i + 1
      for (i = start; i < bytes.length && bytes[i] !== quote; i++) if (bytes[i] === backslash) i += 1
      if (depth === 1) isEntry = spellsEntry(bytes, start, i)
    } else if (byte === brace || byte === bracket) {
      depth += 1
      if (depth === 2) isWithin = byte === bracket && isEntry
      if (depth === 3 && isWithin) count += 1
    } else if (byte === endOfBrace || byte === endOfBracket) depth -= 1
  }
  return count
}

const entry = Array.from(Buffer.from('entry'), (byte) => ({
  byte,
  // JSON may say it as \u00 and these two digits, in either case.
  digits: [byte.toString(16), byte.toString(16).toUpperCase()].map((digits) => Buffer.from(digits)),
}))

/** Whether the letters between these places are `entry`, however they are spelt. */
function spellsEntry(bytes: Buffer, start: number, end: number): boolean {
  let at = start
  for (const { byte, digits } of entry) {
    if (bytes[at] === byte) at += 1
    else if (isEscape(bytes, at) && digits.some((pair) => bytes[at + 4] === pair[0] && bytes[at + 5] === pair[1])) at += 6
    else return false
  }
  return at === end
}

const [letterU, zero] = [0x75, 0x30]
const isEscape = (bytes: Buffer, at: number): boolean =>
  bytes[at] === backslash && bytes[at + 1] === letterU && bytes[at + 2] === zero && bytes[at + 3] === zero

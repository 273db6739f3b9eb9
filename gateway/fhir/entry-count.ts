// How many entries a Bundle has, told from its bytes: before it is read, and whatever becomes of it.

import { isXmlType } from './accept.ts'

/** Of XML also the entries of what its entries hold; 0 for what has none, or is no Bundle at all. */
export function entriesIn(bytes: Uint8Array, contentType: string): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [mediaType = ''] = contentType.toLowerCase().split(';')
  return isXmlType(mediaType) ? entriesOfXml(buffer) : entriesOfJson(buffer)
}

const entriesOfXml = (bytes: Buffer): number => bytes.toString('latin1').match(/<(?:[^\s<>/:]+:)?entry[\s/>]/g)?.length ?? 0

const [quote, backslash, brace, bracket, endOfBrace, endOfBracket] = [0x22, 0x5c, 0x7b, 0x5b, 0x7d, 0x5d]

/** The objects in lists that stand under `entry` in the outermost object. */
function entriesOfJson(bytes: Buffer): number {
  let [depth, count, isEntry, isWithin] = [0, 0, false, false]
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]
    if (byte === quote) {
      const end = endOfString(bytes, i)
      if (depth === 1) isEntry = isNamedEntry(bytes.subarray(i, end + 1))
      i = end
    } else if (byte === brace || byte === bracket) {
      depth += 1
      if (depth === 2) isWithin = byte === bracket && isEntry
      if (depth === 3 && isWithin) count += 1
    } else if (byte === endOfBrace || byte === endOfBracket) depth -= 1
  }
  return count
}

/** Where the string that begins here ends, or the bytes do. */
function endOfString(bytes: Buffer, start: number): number {
  for (let i = start + 1; ;) {
    const end = bytes.indexOf(quote, i)
    if (end < 0) return bytes.length
    let escapes = 0
    while (bytes[end - 1 - escapes] === backslash) escapes += 1
    if (escapes % 2 === 0) return end
    i = end + 1
  }
}

/** However it is spelt: a name may hide behind escapes. */
function isNamedEntry(name: Buffer): boolean {
  if (!name.includes(backslash)) return name.toString('latin1') === '"entry"'
  try {
    return JSON.parse(name.toString()) === 'entry'
  } catch {
    return false
  }
}

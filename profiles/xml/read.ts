// Reads FHIR R4 in XML from strangers as the JSON form of the same resource (http://hl7.org/fhir/R4/xml.html), strictly.

import { SaxesParser } from 'saxes'
import type { Position } from '../positions.ts'
import { beginReading, close, comment, open, openStart, text as characters, type Reading } from './build.ts'
import { located, note, stop, Stopped, type XmlFault } from './faults.ts'
import { positionsIn } from './positions.ts'

export interface XmlLimits {
  readonly bytes: number
  /** Of the JSON form: how many objects and lists may stand within each other, as readJson counts them. */
  readonly depth: number
}

export type ReadXml =
  | {
      /** What readJson gives for the same resource: exact decimals, `_x` beside primitives, nulls that align lists. */
      readonly value: Record<string, unknown>
      /** Where the elements stand that expressions of issues name, as positionsOf answers for JSON. */
      readonly positions: (expressions: readonly string[]) => ReadonlyMap<string, Position>
    }
  | { readonly faults: readonly XmlFault[] }

/**
 * All faults at once, in the order of the text, up to the first that leaves no XML to read on in. One pass, in time proportional
 * to the bytes within the limit; never throws. A byte order mark is allowed, as XML allows it (XML 1.0 §4.3.3); document types,
 * entities of one's own and processing instructions are not; comments are passed over.
 */
export function readXml(bytes: Uint8Array, limits: XmlLimits): ReadXml {
  if (bytes.length > limits.bytes) {
    return { faults: [{ id: 'xml-too-large', text: `is larger than ${limits.bytes} bytes`, line: 1, column: 1 }] }
  }
  const text = new TextDecoder('utf-8').decode(bytes)
  const reading = beginReading(text, limits.depth)
  const wrong = text.includes('\ufffd') ? invalidOffset(bytes, text) : undefined
  if (wrong !== undefined) note(reading, 'utf8-invalid', 'is not UTF-8', wrong)
  else parse(reading)
  if (reading.faults.length > 0 || !reading.root) return { faults: located(text, reading.faults) }
  return { value: reading.root, positions: (expressions) => positionsIn(text, expressions) }
}

/** The first replacement character that the sender did not send as such; undefined when each was sent. */
function invalidOffset(bytes: Uint8Array, text: string): number | undefined {
  let byte = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd && !(bytes[byte] === 0xef && bytes[byte + 1] === 0xbf && bytes[byte + 2] === 0xbd)) return i
    // Each half of a surrogate pair stands for two of its four bytes.
    byte += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3
  }
  return undefined
}

function parse(reading: Reading): void {
  const { text } = reading
  try {
    // The parser would pass over a second mark.
    if (text.startsWith('\ufeff')) stop(reading, 'xml-invalid', 'begins with two byte order marks', 0)
    wired(reading).write(text).close()
  } catch (error) {
    if (!(error instanceof Stopped)) note(reading, 'xml-invalid', 'is no well-formed XML from here on', reading.behind)
  }
}

function wired(reading: Reading): SaxesParser<{ xmlns: true }> {
  const parser = new SaxesParser({ xmlns: true, position: false, forceXMLVersion: true, defaultXMLVersion: '1.0' })
  const behind = (): void => void (reading.behind = parser.position)
  parser.on('error', ({ message }) => stop(reading, 'xml-invalid', wordsOf(message), Math.max(0, parser.position - 1)))
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-8$/i.test(encoding)) stop(reading, 'xml-encoding', 'is not declared as UTF-8', 0)
  })
  parser.on('doctype', () =>
    stop(reading, 'xml-doctype', 'has a document type declaration, which FHIR does not allow', reading.behind),
  )
  parser.on('processinginstruction', () => {
    note(reading, 'xml-processing-instruction', 'holds a processing instruction', nextThing(reading))
    behind()
  })
  parser.on('comment', (inner) => {
    comment(reading, inner)
    // Told at its second hyphen.
    reading.behind = parser.position + 1
  })
  parser.on('text', (inner) => characters(reading, inner, false))
  parser.on('cdata', (inner) => {
    characters(reading, inner, true)
    behind()
  })
  parser.on('opentagstart', () => openStart(reading, reading.text.lastIndexOf('<', parser.position - 2)))
  parser.on('opentag', (tag) => {
    open(reading, tag)
    behind()
  })
  parser.on('closetag', (tag) => {
    close(reading, tag, parser.position)
    behind()
  })
  return parser
}

/** Of the parser's words only those that quote nothing of what was sent. */
function wordsOf(message: string): string {
  const [words = ''] = /^[^:"/]*/.exec(message) ?? []
  return `is no well-formed XML here (${words.trim().replace(/\.$/, '')})`
}

/** Where the next thing after the last tag begins. */
function nextThing({ text, behind }: Reading): number {
  const next = text.slice(behind, behind + 1_000).search(/[^ \t\r\n]/)
  return next < 0 ? behind : behind + next
}

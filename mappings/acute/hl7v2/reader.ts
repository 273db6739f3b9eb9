// Reads an HL7 v2 message: bytes to text, text to segments, and fields only when somebody asks for them.

import type { Cell, Source } from '../../engine/cell.ts'
import { isEmpty } from '../../engine/cell.ts'
import { decode, type Charset } from './charset.ts'
import { defaultDelimiters, unescape, type Delimiters } from './escapes.ts'

export interface Hl7Message {
  readonly delimiters: Delimiters
  readonly charset: Charset
  readonly header: Header
  readonly segments: readonly Hl7Segment[]
  /** Oddities that were read over: `charset-fallback`, `segment-continued`. */
  readonly oddities: readonly string[]
}

export interface Header {
  readonly sendingApplication: string
  readonly sendingFacility: string
  readonly receivingApplication: string
  readonly receivingFacility: string
  readonly time: string
  /** `ADT` */
  readonly type: string
  /** `A01` */
  readonly event: string
  readonly controlId: string
  readonly processingId: string
  readonly version: string
}

export interface Hl7Segment extends Source {
  readonly name: string
  /** Place in the message, from 1. */
  readonly position: number
  /** The first repetition's first component, unescaped. */
  text(field: number, component?: number): string
}

/** Why a message cannot be read. `location` and `text` hold nothing of its content. */
export interface Hl7Fault {
  readonly id: 'message-empty' | 'header-missing' | 'delimiters-invalid' | 'message-too-large'
  readonly text: string
  readonly location: string
}

/** What an acknowledgement answers to. */
export type Envelope = Pick<Hl7Message, 'delimiters' | 'header'>

/** `envelope`: at least the header could be read, so that the sender can be known and told. */
export type ReadHl7 =
  | { readonly ok: true; readonly message: Hl7Message }
  | { readonly ok: false; readonly fault: Hl7Fault; readonly envelope?: Envelope }

export interface Hl7Limits {
  readonly segments: number
  readonly fields: number
  /** In one segment. Letters come with a repetition for each line. */
  readonly repetitions: number
}

const defaultLimits: Hl7Limits = { segments: 10_000, fields: 500, repetitions: 10_000 }

export const envelopeOf = (read: ReadHl7): Envelope | undefined => (read.ok ? read.message : read.envelope)

/** Never throws: a message that cannot be read is a fault. */
export function readHl7(input: Uint8Array | string, given: Partial<Hl7Limits> = {}): ReadHl7 {
  const limits = { ...defaultLimits, ...given }
  const { text, charset, isFallback } = decode(input)
  const start = text.search(/\S/)
  if (start < 0) return faulty('message-empty', 'There is no message here.', 'MSH')
  if (!text.startsWith('MSH', start)) return faulty('header-missing', 'A message begins with an MSH segment.', 'MSH')
  const delimiters = delimitersOf(text.slice(start + 3, start + 12))
  if (!delimiters) return faulty('delimiters-invalid', 'MSH-1 and MSH-2 do not name five different delimiters.', 'MSH-2')
  const { lines, isContinued } = linesOf(text.slice(start), delimiters)
  const tooLarge = (text: string, location: string): ReadHl7 => {
    const header = headerOf(segmentsOf(lines.slice(0, 1), delimiters, charset)[0]!)
    return { ok: false, fault: { id: 'message-too-large', text, location }, envelope: { delimiters, header } }
  }
  if (lines.length > limits.segments) return tooLarge('The message has too many segments.', 'MSH')
  const wide = lines.findIndex((line) => countOf(line, delimiters.field) > limits.fields)
  if (wide >= 0) return tooLarge('A segment has too many fields.', `${lines[wide]!.slice(0, 3)}, segment ${wide + 1}`)
  const long = lines.findIndex((line) => countOf(line, delimiters.repetition) > limits.repetitions)
  if (long >= 0) return tooLarge('A segment has too many repetitions.', `${lines[long]!.slice(0, 3)}, segment ${long + 1}`)
  const segments = segmentsOf(lines, delimiters, charset)
  const oddities = [...(isFallback ? ['charset-fallback'] : []), ...(isContinued ? ['segment-continued'] : [])]
  return { ok: true, message: { delimiters, charset, header: headerOf(segments[0]!), segments, oddities } }
}

const faulty = (id: Hl7Fault['id'], text: string, location: string): ReadHl7 => ({ ok: false, fault: { id, text, location } })

/** What follows `MSH`: the field separator, and up to the next one the four others. */
function delimitersOf(text: string): Delimiters | undefined {
  const field = text[0] ?? ''
  const end = text.indexOf(field, 1)
  const others = text.slice(1, end < 0 ? undefined : end)
  const [component = '^', repetition = '~', escape = '\\', subcomponent = '&'] = others
  const all = [field, component, repetition, escape, subcomponent]
  const isSound = new Set(all).size === 5 && all.every((one) => one.length === 1 && !/[A-Za-z0-9\s"]/.test(one)) && end > 1
  return isSound ? { field, component, repetition, escape, subcomponent } : undefined
}

/** A line that does not begin as a segment does belongs to the segment before it: somebody sent a raw line break. */
function linesOf(text: string, { field }: Delimiters): { lines: string[]; isContinued: boolean } {
  const lines: string[] = []
  let isContinued = false
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') continue
    const isSegment = /^[A-Z][A-Z0-9]{2}$/.test(line.slice(0, 3)) && (line.length === 3 || line[3] === field)
    if (isSegment) lines.push(line)
    else {
      lines[lines.length - 1] += `\n${line}`
      isContinued = true
    }
  }
  return { lines, isContinued }
}

function countOf(text: string, mark: string): number {
  let count = 0
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count++
  return count
}

function segmentsOf(lines: readonly string[], delimiters: Delimiters, charset: Charset): Hl7Segment[] {
  const totals = new Map<string, number>()
  for (const line of lines) totals.set(line.slice(0, 3), (totals.get(line.slice(0, 3)) ?? 0) + 1)
  const seen = new Map<string, number>()
  return lines.map((line, index) => {
    const name = line.slice(0, 3)
    const number = (seen.get(name) ?? 0) + 1
    seen.set(name, number)
    const label = (totals.get(name) ?? 0) > 1 ? `${name}[${number}]` : name
    return segmentOf(line, { name, label, position: index + 1 }, delimiters, charset)
  })
}

function segmentOf(
  line: string,
  { name, label, position }: { name: string; label: string; position: number },
  delimiters: Delimiters,
  charset: Charset,
): Hl7Segment {
  const raw = line.split(delimiters.field)
  // MSH-1 is the separator itself, so that what stands first in the line is MSH-2.
  if (name === 'MSH') raw.splice(1, 0, '')
  const cells = new Map<number, readonly Cell[]>()
  const cellsOf = (field: number): readonly Cell[] => {
    const known = cells.get(field)
    if (known) return known
    const fresh = name === 'MSH' && field <= 2 ? [] : repetitionsOf(raw[field] ?? '', delimiters, charset)
    cells.set(field, fresh)
    return fresh
  }
  return {
    name,
    position,
    get present() {
      const numbers = raw
        .keys()
        .drop(1)
        .filter((field) => !(name === 'MSH' && field <= 2) && cellsOf(field).length > 0)
      return [...numbers].map((field) => `${name}-${field}`)
    },
    repetitions: (field) => cellsOf(numberOf(name, field)),
    place: (field) => label + field.slice(3),
    text: (field, component = 1) =>
      cellsOf(field)
        .find((cell) => !isEmpty(cell))
        ?.[component - 1]?.[0]?.trim() ?? '',
  }
}

function numberOf(name: string, field: string): number {
  return field.startsWith(`${name}-`) ? Number.parseInt(field.slice(4), 10) || 0 : 0
}

function repetitionsOf(raw: string, delimiters: Delimiters, charset: Charset): readonly Cell[] {
  if (raw === '') return []
  const cells = raw.split(delimiters.repetition).map((repetition) => cellOf(repetition, delimiters, charset))
  return cells.every(isEmpty) ? [] : cells
}

function cellOf(repetition: string, delimiters: Delimiters, charset: Charset): Cell {
  return repetition
    .split(delimiters.component)
    .map((component) => component.split(delimiters.subcomponent).map((text) => unescape(text, delimiters, charset)))
}

function headerOf(msh: Hl7Segment): Header {
  return {
    sendingApplication: msh.text(3),
    sendingFacility: msh.text(4),
    receivingApplication: msh.text(5),
    receivingFacility: msh.text(6),
    time: msh.text(7),
    type: msh.text(9, 1),
    event: msh.text(9, 2),
    controlId: msh.text(10),
    processingId: msh.text(11),
    version: msh.text(12),
  }
}

export { defaultDelimiters }

// Dates and times: HL7's TS and DT, ISO dates and UK dates, with the precision that was sent and the zone of the source.

import { component, textCell, type Cell } from './cell.ts'
import type { Context, Datatype, Fault, Parsed } from './row.ts'
import { epochOf, offsetOf, wallAt, type Wall } from './zone.ts'

const tsShape = /^(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(\.\d{1,4})?)?)?)?)?)?([+-]\d{4})?$/

interface Stamp {
  readonly wall: Wall
  readonly precision: 'year' | 'month' | 'day' | 'hour' | 'time'
  readonly fraction: string
  readonly offset: string | undefined
}

/** HL7 TS to FHIR dateTime. Without an offset it is the time of the source's zone. */
export const dateTime: Datatype = {
  name: 'TS',
  components: [1],
  parse(cell, context) {
    const stamp = parseStamp(component(cell, 1))
    if (!stamp) return unreadable
    if (stamp.precision === 'hour') return { value: datePart(stamp), fault: hourOnly }
    if (stamp.precision !== 'time') return { value: datePart(stamp) }
    return withOffset(stamp, context)
  },
  format(value, context) {
    if (typeof value !== 'string') return undefined
    return /^\d{4}(-\d\d){0,2}$/.test(value) ? textCell(value.replaceAll('-', '')) : formatTime(value, context)
  },
}

/** HL7 TS or DT to FHIR date: a time of day is not carried. */
export const date: Datatype = {
  name: 'DT',
  components: [1],
  parse(cell) {
    const stamp = parseStamp(component(cell, 1))
    return stamp ? { value: datePart(stamp) } : unreadable
  },
  format: (value) =>
    typeof value === 'string' && /^\d{4}(-\d\d){0,2}$/.test(value) ? textCell(value.replaceAll('-', '')) : undefined,
}

/** The time of day beside a date of birth, for the birthTime extension; gone when only a date is sent. */
export const birthTime: Datatype = {
  name: 'TS with a time of day',
  components: [1],
  parse(cell, context) {
    const stamp = parseStamp(component(cell, 1))
    if (!stamp) return {}
    return stamp.precision === 'time' ? { value: withOffset(stamp, context).value } : { isGone: true }
  },
}

/** HL7 TS to FHIR instant: nothing less than a time will do. */
export const instant: Datatype = {
  name: 'TS to the second',
  components: [1],
  parse(cell, context) {
    const stamp = parseStamp(component(cell, 1))
    if (!stamp) return unreadable
    return stamp.precision === 'time' ? withOffset(stamp, context) : { fault: dateOnly }
  },
  format: formatTime,
}

/** ISO date, as the national CSV formats have it. */
export const isoDate: Datatype = {
  name: 'CCYY-MM-DD',
  parse(cell) {
    const text = component(cell, 1)
    const stamp = /^\d{4}-\d\d-\d\d$/.test(text) ? parseStamp(text.replaceAll('-', '')) : undefined
    return stamp ? { value: text } : unreadable
  },
  /** Of an instant the day that the clock of the zone showed. */
  format(value, { timeZone }) {
    const at = instantOf(value)
    if (at) return textCell(dayAt(at, timeZone))
    return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? textCell(value) : undefined
  },
}

/** A date as a spreadsheet writes it here: day/month/year, or ISO, either with a time that is not carried. */
export const ukDate: Datatype = {
  name: 'DD/MM/CCYY or CCYY-MM-DD',
  parse(cell) {
    const [, day, month, year] = /^(\d\d?)\/(\d\d?)\/(\d{4})(?: .*)?$/.exec(component(cell, 1)) ?? []
    const iso = day && month && year ? `${year}${month.padStart(2, '0')}${day.padStart(2, '0')}` : isoDigits(component(cell, 1))
    const stamp = parseStamp(iso)
    return stamp?.precision === 'day' ? { value: datePart(stamp) } : unreadable
  },
  format: isoDate.format!,
}

const isoDigits = (text: string): string => /^(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?$/.exec(text)?.slice(1).join('') ?? text

/** The instant that a dateTime with an offset names, in UTC, or undefined when it names only a day. */
export function instantOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.includes('T')) return undefined
  const epochMs = Date.parse(value)
  return Number.isNaN(epochMs) ? undefined : new Date(epochMs).toISOString()
}

const unreadable: Parsed = { fault: { id: 'date-invalid', text: 'This is not a date that exists; it was not taken.' } }
const dateOnly: Fault = {
  id: 'time-imprecise',
  text: 'A time is needed here and only a date was sent; it was not taken.',
  severity: 'information',
}
const hourOnly: Fault = {
  id: 'time-imprecise',
  text: 'A time without minutes cannot be kept as a time; the date was taken.',
  severity: 'information',
}

function parseStamp(text: string): Stamp | undefined {
  const found = tsShape.exec(text)
  if (!found) return undefined
  const [, year, month, day, hour, minute, second, fraction = '', offset] = found
  const wall = { year: Number(year), ...numbers({ month, day }, 1), ...numbers({ hour, minute, second }, 0) }
  if (!isReal(wall) || (offset !== undefined && !isOffset(offset))) return undefined
  const precision = minute ? 'time' : hour ? 'hour' : day ? 'day' : month ? 'month' : 'year'
  return { wall, precision, fraction, offset }
}

function numbers<K extends string>(texts: Record<K, string | undefined>, absent: number): Record<K, number> {
  return Object.fromEntries(
    Object.entries<string | undefined>(texts).map(([key, text]) => [key, text === undefined ? absent : Number(text)]),
  ) as Record<K, number>
}

/** JavaScript rolls month 13 into the next year and day 31 into day 1; a date is real when nothing rolled. */
function isReal(wall: Wall): boolean {
  const at = new Date(epochOf(wall))
  return (
    wall.year >= 1 &&
    at.getUTCFullYear() === wall.year &&
    at.getUTCDate() === wall.day &&
    wall.hour < 24 &&
    wall.minute < 60 &&
    wall.second < 60
  )
}

const isOffset = (offset: string): boolean => Number(offset.slice(1, 3)) <= 14 && Number(offset.slice(3)) < 60

const two = (number: number): string => String(number).padStart(2, '0')

const lengths = { year: 4, month: 7, day: 10, hour: 10, time: 10 } as const

const datePart = ({ wall, precision }: Stamp): string => dayOf(wall).slice(0, lengths[precision])

const dayOf = ({ year, month, day }: Wall): string => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`

/** The day that the clock of the zone shows at an instant. */
export const dayAt = (instant: string, timeZone: string): string => dayOf(wallAt(Date.parse(instant), timeZone))

/** Midnight, by the clock of the zone, at the beginning of a day; UTC. */
export function startOf(day: string, timeZone: string): string {
  const [year = 1, month = 1, date = 1] = day.split('-').map(Number)
  const wall = { year, month, day: date, hour: 0, minute: 0, second: 0 }
  return new Date(epochOf(wall) - offsetOf(wall, timeZone).minutes * 60_000).toISOString()
}

function withOffset(stamp: Stamp, { timeZone }: Context): Parsed {
  const { wall, fraction, offset } = stamp
  const local = `${datePart(stamp)}T${two(wall.hour)}:${two(wall.minute)}:${two(wall.second)}${fraction}`
  if (offset) return { value: local + offset.slice(0, 3) + ':' + offset.slice(3) }
  const { minutes, clock } = offsetOf(wall, timeZone)
  const value = local + printOffset(minutes)
  return clock === 'once' ? { value } : { value, fault: clock === 'twice' ? shownTwice : neverShown }
}

const shownTwice: Fault = {
  id: 'time-ambiguous',
  text: 'The clock showed this time twice on that day; the first was taken. An offset would say which.',
  severity: 'information',
}
const neverShown: Fault = {
  id: 'time-skipped',
  text: 'The clock skipped this time on that day; it was read as if it had not.',
  severity: 'warning',
}

function printOffset(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** Local time without an offset, which is what receivers here expect, but where only an offset tells which time is meant. */
function formatTime(value: unknown, { timeZone }: Context): Cell | undefined {
  if (typeof value !== 'string') return undefined
  const epochMs = /T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) ? Date.parse(value) : Number.NaN
  if (Number.isNaN(epochMs)) return undefined
  const wall = wallAt(epochMs, timeZone)
  const digits = `${String(wall.year).padStart(4, '0')}${[wall.month, wall.day, wall.hour, wall.minute, wall.second].map(two).join('')}`
  const fraction = /\.\d{1,4}/.exec(value)?.[0] ?? ''
  const { minutes, clock } = offsetOf(wall, timeZone)
  const isSame = epochOf(wall) - minutes * 60_000 === Math.floor(epochMs / 1000) * 1000
  if (isSame && clock === 'once') return textCell(digits + fraction)
  const actual = Math.round((epochOf(wall) - Math.floor(epochMs / 1000) * 1000) / 60_000)
  return textCell(digits + fraction + printOffset(actual).replace(':', ''))
}

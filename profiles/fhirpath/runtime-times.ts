// Dates, times and instants, written with as much precision as is known; what precision or zone leaves open is empty.

import { raise } from './runtime-fault.ts'

interface Parts {
  /** Year, month, day, hour, minute, second with fraction: as many as are written; a time of day has three at most. */
  readonly numbers: readonly number[]
  readonly isTimeOfDay: boolean
  /** Minutes east of Greenwich; undefined: not said. */
  readonly zone: number | undefined
}

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2})(?::(\d{2})(?::(\d{2}(?:\.\d+)?))?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/
const timePattern = /^T?(\d{2})(?::(\d{2})(?::(\d{2}(?:\.\d+)?))?)?$/

/** Undefined where the text is no date or time, or names a moment that does not exist. */
export function partsOf(text: unknown): Parts | undefined {
  if (typeof text !== 'string' || text.length > 64) return undefined
  const time = timePattern.exec(text)
  if (time) return inRange({ numbers: numbersIn(time.slice(1)), isTimeOfDay: true, zone: undefined })
  const found = pattern.exec(text)
  if (!found) return undefined
  return inRange({ numbers: numbersIn(found.slice(1, 7)), isTimeOfDay: false, zone: zoneOf(found[7]) })
}

function numbersIn(texts: readonly (string | undefined)[]): readonly number[] {
  return texts.filter((text) => text !== undefined).map(Number)
}

function zoneOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (text === 'Z') return 0
  return (text.startsWith('-') ? -1 : 1) * (Number(text.slice(1, 3)) * 60 + Number(text.slice(4, 6)))
}

function inRange(parts: Parts): Parts | undefined {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.isTimeOfDay
    ? [2000, 1, 1, ...parts.numbers]
    : parts.numbers
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && hour < 24 && minute < 60 && second < 61
  return isReal ? parts : undefined
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
}

/** Below, at or above zero as `a` is before, at or after `b`; undefined where precision, zone or form leave it open. */
export function compareTimes(a: unknown, b: unknown): number | undefined {
  if (typeof a !== 'string' || typeof b !== 'string') return undefined
  if (a.length === b.length && isAlike(a, b)) return a < b ? -1 : a > b ? 1 : 0
  const left = partsOf(a)
  const right = partsOf(b)
  if (!left || !right || left.isTimeOfDay !== right.isTimeOfDay) return undefined
  return compareParts(left, right)
}

/** Same form, same zone, four-digit year: their letters are in the order of time. */
function isAlike(a: string, b: string): boolean {
  const length = a.length
  if (length === 10) return a.charCodeAt(4) === 45 && b.charCodeAt(4) === 45
  if (length < 20 || a.charCodeAt(10) !== 84 || b.charCodeAt(10) !== 84) return false
  if (a.charCodeAt(length - 1) === 90) return b.charCodeAt(length - 1) === 90
  const sign = a.charCodeAt(length - 6)
  return (sign === 43 || sign === 45) && a.endsWith(b.slice(length - 6))
}

function compareParts(a: Parts, b: Parts): number | undefined {
  if (a.zone !== b.zone && a.numbers.length > 3 && b.numbers.length > 3) {
    if (a.zone === undefined || b.zone === undefined) return compareAcrossZones(a, b)
    return compareNumbers(inGreenwich(a), inGreenwich(b))
  }
  return a.zone === b.zone ? compareNumbers(a.numbers, b.numbers) : compareDays(a, b)
}

/** A date has no zone: against a moment that has one, the calendar on that wall and the one in Greenwich must both decide. */
function compareDays(a: Parts, b: Parts): number | undefined {
  const inGreenwichToo = compareNumbers(inGreenwich(a), inGreenwich(b))
  return inGreenwichToo === undefined ? undefined : compareNumbers(a.numbers, b.numbers)
}

const widestZoneMs = 14 * 3_600_000

/** A moment without a zone may lie up to 14 hours on either side. */
function compareAcrossZones(a: Parts, b: Parts): number | undefined {
  const difference = instantOf(a) - instantOf(b)
  return Math.abs(difference) > widestZoneMs ? Math.sign(difference) : undefined
}

function compareNumbers(a: readonly number[], b: readonly number[]): number | undefined {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length === b.length ? 0 : undefined
}

function instantOf(parts: Parts): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.numbers
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime() + (hour * 60 + minute - (parts.zone ?? 0)) * 60_000 + second * 1000
}

function inGreenwich(parts: Parts): readonly number[] {
  if (!parts.zone) return parts.numbers
  const moved = new Date(instantOf({ ...parts, numbers: parts.numbers.slice(0, 5) }))
  const date = [moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate(), moved.getUTCHours(), moved.getUTCMinutes()]
  return [...date.slice(0, parts.numbers.length), ...parts.numbers.slice(5)]
}

/** Equal times have equal keys. */
export function timeKey(text: string): string {
  const parts = partsOf(text)
  if (!parts) return text
  return (
    (parts.numbers.length > 3 && parts.zone !== undefined ? inGreenwich(parts) : parts.numbers).join(' ') +
    (parts.zone === undefined ? '' : 'Z')
  )
}

/** Same moment written with the same precision. */
export function areTimesAlike(a: string, b: string): boolean {
  return compareTimes(a, b) === 0
}

const unitMs: Readonly<Record<string, number>> = {
  week: 604_800_000,
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
}
const calendar: Readonly<Record<string, string>> = {
  a: 'year',
  mo: 'month',
  wk: 'week',
  d: 'day',
  h: 'hour',
  min: 'minute',
  s: 'second',
  ms: 'millisecond',
}

/** A date or time moved by a calendar duration (FHIRPath 2.0, §6.6.7 Date/Time Arithmetic); keeps its precision. */
export function moved(text: string, amount: number, unit: string): string | undefined {
  const parts = partsOf(text)
  if (!parts) return undefined
  const word = calendar[unit] ?? unit.replace(/s$/, '')
  if (!isCalendarUnit(word)) return raise('adds to a date what is no duration')
  if (parts.isTimeOfDay) return movedTime(parts, text, amount, word)
  const months = word === 'year' ? Math.trunc(amount) * 12 : word === 'month' ? Math.trunc(amount) : 0
  const numbers =
    months !== 0
      ? movedByMonths(parts, months)
      : word === 'year' || word === 'month'
        ? parts.numbers
        : movedByMs(parts, amount, word)
  return written(numbers, parts.numbers.length, text)
}

function isCalendarUnit(word: string): boolean {
  return word === 'year' || word === 'month' || Object.hasOwn(unitMs, word)
}

function movedTime(parts: Parts, text: string, amount: number, word: string): string | undefined {
  const [hour = 0, minute = 0, second = 0] = parts.numbers
  const day = 86_400_000
  const start = (hour * 60 + minute) * 60_000 + Math.round(second * 1000)
  const moment = (((start + Math.trunc(amount) * (unitMs[word] ?? 0)) % day) + day) % day
  return new Date(moment).toISOString().slice(11, text.includes('.') ? 23 : 11 + text.length)
}

function movedByMonths(parts: Parts, months: number): readonly number[] {
  const [year = 0, month = 1, day = 1] = parts.numbers
  const total = year * 12 + month - 1 + months
  const [newYear, newMonth] = [Math.floor(total / 12), (total % 12) + 1]
  return [newYear, newMonth, Math.min(day, daysIn(newYear, newMonth)), ...parts.numbers.slice(3)]
}

/** Added to a date of less precision, a duration counts in whole units of that precision. */
function movedByMs(parts: Parts, amount: number, word: string): readonly number[] {
  const count = parts.numbers.length
  const ms = amount * (unitMs[word] ?? 0)
  if (count === 1) return [(parts.numbers[0] ?? 0) + Math.trunc(ms / (365 * 86_400_000))]
  if (count === 2) return movedByMonths(parts, Math.trunc(ms / (30 * 86_400_000)))
  const whole = count === 3 ? Math.trunc(ms / 86_400_000) * 86_400_000 : Math.trunc(ms)
  const date = new Date(instantOf({ ...parts, zone: 0 }) + whole)
  const second = date.getUTCSeconds() + date.getUTCMilliseconds() / 1000
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes(), second]
}

function written(numbers: readonly number[], count: number, text: string): string | undefined {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = numbers
  if (year < 1 || year > 9999) return undefined
  const fraction = /\.(\d+)/.exec(text)?.[1]?.length ?? 0
  const seconds =
    fraction > 0 ? second.toFixed(fraction).padStart(3 + fraction, '0') : String(Math.trunc(second)).padStart(2, '0')
  const words = [
    String(year).padStart(4, '0'),
    `-${two(month)}`,
    `-${two(day)}`,
    `T${two(hour)}`,
    `:${two(minute)}`,
    `:${seconds}`,
  ]
  return words.slice(0, count).join('') + (/(?:Z|[+-]\d{2}:\d{2})$/.exec(text.slice(10))?.[0] ?? '')
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

// FHIR dates as ranges of fixed-width UTC instants.

import type { Instant } from './store.ts'

/** Inclusive bounds of what a date says at its precision. */
export interface InstantRange {
  readonly low: Instant
  readonly high: Instant
}

/** Where a period has no start or no end. */
export const earliest: Instant = '0001-01-01T00:00:00.000000Z'
export const latest: Instant = '9999-12-31T23:59:59.999999Z'

const pattern = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/

/**
 * The range of a FHIR date, dateTime or instant; undefined when it is none. A time without a zone, and a date, is read as UTC:
 * FHIR lets a server choose, and one choice for stored and searched values keeps them equal.
 */
export function instantRange(text: string): InstantRange | undefined {
  const match = pattern.exec(text)
  if (!match) return undefined
  const [, year, month, day, hour, minute, second, fraction, zone] = match
  if (!isCalendarDate(Number(year), Number(month ?? 1), Number(day ?? 1))) return undefined
  if (hour !== undefined && !isClockTime(Number(hour), Number(minute), Number(second ?? 0))) return undefined
  if (hour === undefined ? day !== undefined : zone === 'Z' && second !== undefined && second < '60')
    return asWritten(text, fraction)
  const shiftMinutes = offsetMinutes(zone)
  if (shiftMinutes === undefined) return undefined

  const low = epochSeconds(year, month, day, hour, minute, second) - shiftMinutes * 60
  const micros = (fraction ?? '').slice(0, 6)
  return {
    low: instant(low, micros.padEnd(6, '0')),
    high: instant(low + precisionSeconds(match) - 1, micros.padEnd(6, '9')),
  }
}

/** A day, or a second of UTC: as nearly all are sent, and what they say needs no calendar. */
function asWritten(text: string, fraction = ''): InstantRange {
  if (text.length === 10) return { low: `${text}T00:00:00.000000Z`, high: `${text}T23:59:59.999999Z` }
  const second = text.slice(0, 19)
  const micros = fraction.slice(0, 6)
  return { low: `${second}.${micros.padEnd(6, '0')}Z`, high: `${second}.${micros.padEnd(6, '9')}Z` }
}

function isCalendarDate(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Second 60 is FHIR's leap second; it is counted as the first of the next minute. */
function isClockTime(hour: number, minute: number, second: number): boolean {
  return hour <= 23 && minute <= 59 && second <= 60
}

function offsetMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'Z') return 0
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4, 6))]
  if (hours > 14 || minutes > 59) return undefined
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999, so the year is set by itself. */
function epochSeconds(year = '1', month = '1', day = '1', hour = '0', minute = '0', second = '0'): number {
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  date.setUTCHours(Number(hour), Number(minute), Number(second))
  return date.getTime() / 1000
}

function precisionSeconds([, year, month, day, hour, , second]: RegExpExecArray): number {
  if (second !== undefined) return 1
  if (hour !== undefined) return 60
  if (day !== undefined) return 86_400
  if (month !== undefined) return daysIn(Number(year), Number(month)) * 86_400
  return (daysIn(Number(year), 2) === 29 ? 366 : 365) * 86_400
}

/** A zone may carry the first or last hours of the calendar over its edge; they stay at the edge. */
function instant(seconds: number, micros: string): Instant {
  const text = new Date(seconds * 1000).toISOString()
  if (text.startsWith('+')) return latest
  return text.startsWith('-') || text < earliest ? earliest : `${text.slice(0, 19)}.${micros}Z`
}

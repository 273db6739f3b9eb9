// The primitive types as quick questions: plain ASCII is answered here, anything else by `primitive-fault.ts`.

import { isPlain } from './plain-text.ts'
import { daysIn, maxTextLength, primitiveFault } from './primitive-fault.ts'

/** Whether a value is a right one of a primitive type; the two files agree, which a property test shows. */
export type PrimitiveTest = (value: unknown) => boolean

export const isBoolean: PrimitiveTest = (value) => typeof value === 'boolean'
export const isDecimal: PrimitiveTest = (value) =>
  typeof value === 'number' ? Number.isFinite(value) : primitiveFault('decimal', value) === undefined
export const isInteger: PrimitiveTest = (value) => typeof value === 'number' && (value | 0) === value
export const isUnsignedInt: PrimitiveTest = (value) => typeof value === 'number' && (value | 0) === value && value >= 0
export const isPositiveInt: PrimitiveTest = (value) => typeof value === 'number' && (value | 0) === value && value >= 1

export const isString: PrimitiveTest = (value) => {
  if (typeof value !== 'string') return false
  // A text that begins with a letter is not blank.
  if (value.charCodeAt(0) > 32 && isPlain(value, 32)) return value.length <= maxTextLength
  return primitiveFault('string', value) === undefined
}
export const isMarkdown = isString

export const isUri: PrimitiveTest = (value) => isOneWord(value, 'uri')
export const isUrl = isUri
export const isCanonical = isUri

export const isCode: PrimitiveTest = (value) => isOneWord(value, 'code')

function isOneWord(value: unknown, type: string): boolean {
  if (typeof value !== 'string') return false
  if (!isPlain(value, 33)) return primitiveFault(type, value) === undefined
  return value.length > 0 && value.length <= maxTextLength
}

export const isId: PrimitiveTest = (value) => {
  if (typeof value !== 'string' || value.length === 0 || value.length > 64) return false
  for (let i = 0; i < value.length; i += 1) {
    const code = value.charCodeAt(i)
    const isAllowed =
      (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 45 || code === 46
    if (!isAllowed) return false
  }
  return true
}

export const isDate: PrimitiveTest = (value) => typeof value === 'string' && isPartOfCalendar(value)

export const isDateTime: PrimitiveTest = (value) => {
  if (typeof value !== 'string') return false
  if (value.length <= 10) return isPartOfCalendar(value)
  return isMoment(value) || primitiveFault('dateTime', value) === undefined
}

export const isInstant: PrimitiveTest = (value) =>
  typeof value === 'string' && (isMoment(value) || primitiveFault('instant', value) === undefined)

export const isTime: PrimitiveTest = (value) => primitiveFault('time', value) === undefined
export const isOid: PrimitiveTest = (value) => primitiveFault('oid', value) === undefined
export const isUuid: PrimitiveTest = (value) => primitiveFault('uuid', value) === undefined
export const isBase64Binary: PrimitiveTest = (value) => primitiveFault('base64Binary', value) === undefined

/** A year, a month or a day. */
function isPartOfCalendar(text: string): boolean {
  if (text.length === 10) return isDay(text)
  if (text.length !== 4 && text.length !== 7) return false
  if (digits(text, 0) * 100 + digits(text, 2) < 1) return false
  const month = text.length === 4 ? 1 : digits(text, 5)
  return month >= 1 && month <= 12 && (text.length === 4 || text.charCodeAt(4) === hyphen)
}

/** The first ten characters are a day of the calendar. */
function isDay(text: string): boolean {
  const year = digits(text, 0) * 100 + digits(text, 2)
  const month = digits(text, 5)
  const day = digits(text, 8)
  if (text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return false
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysIn(year, month))
}

/** `2026-11-01T08:00:00Z`, also with milliseconds or a zone in hours: the forms that are nearly always sent. */
function isMoment(text: string): boolean {
  const { length } = text
  if ((length !== 20 && length !== 24 && length !== 25) || text.charCodeAt(10) !== letterT || !isDay(text)) return false
  if (text.charCodeAt(13) !== colon || text.charCodeAt(16) !== colon) return false
  const [hour, minute, second] = [digits(text, 11), digits(text, 14), digits(text, 17)]
  if (!(hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 60)) return false
  if (length === 20) return text.charCodeAt(19) === letterZ
  if (length === 24) return text.charCodeAt(19) === dot && text.charCodeAt(23) === letterZ && areDigits(text, 20, 23)
  const sign = text.charCodeAt(19)
  const zoneHour = digits(text, 20)
  const zoneMinute = digits(text, 23)
  return (
    (sign === plus || sign === hyphen) &&
    text.charCodeAt(22) === colon &&
    zoneHour >= 0 &&
    zoneHour <= 13 &&
    zoneMinute >= 0 &&
    zoneMinute <= 59
  )
}

const hyphen = 45
const colon = 58
const plus = 43
const dot = 46
const letterT = 84
const letterZ = 90

/** Two digits as a number; far below zero when they are none. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -100_000
}

function areDigits(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i)
    if (code < 48 || code > 57) return false
  }
  return true
}

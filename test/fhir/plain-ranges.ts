// Dates and numbers as ranges, read plainly: https://hl7.org/fhir/R4/search.html#prefix. Imports nothing of the gateway's.

/** From low up to, not with, high; undefined: open. Dates in microseconds, numbers in 10^-30ths. */
export interface Range {
  readonly low: bigint | undefined
  readonly high: bigint | undefined
  /** High too is of it: a number that stands for itself. */
  readonly isClosed?: boolean
}

/** Whether what is stored meets what is asked, by the prefix's words in R4's table. */
export function meets(own: Range, asked: Range, prefix: string): boolean {
  const isWithin = !before(own.low, asked.low) && !beyond(own, asked)
  switch (prefix) {
    case 'eq':
      return isWithin
    case 'ne':
      return !isWithin
    case 'gt':
      return beyond(own, asked)
    case 'lt':
      return before(own.low, asked.low)
    case 'ge':
      return beyond(own, asked) || isWithin
    case 'le':
      return before(own.low, asked.low) || isWithin
    case 'sa':
      return isBehind(own, asked)
    case 'eb':
      return isBehind(asked, own)
    case 'ap':
      return !isBehind(own, asked) && !isBehind(asked, own)
    default:
      throw new Error(`no prefix ${prefix}`)
  }
}

/** A low end lies before another. */
const before = (low: bigint | undefined, other: bigint | undefined): boolean =>
  other !== undefined && (low === undefined || low < other)

/** The one reaches beyond the other. */
function beyond(one: Range, other: Range): boolean {
  if (other.high === undefined) return false
  if (one.high === undefined) return true
  return one.high > other.high || (one.high === other.high && one.isClosed === true && other.isClosed !== true)
}

/** The one begins where the other has ended. */
function isBehind(one: Range, other: Range): boolean {
  if (one.low === undefined || other.high === undefined) return false
  return other.isClosed ? one.low > other.high : one.low >= other.high
}

// Dates

/** date, dateTime, instant; Period; nothing of anything else. */
export function datesIn(value: unknown): Range[] {
  if (typeof value === 'string') return [dateOf(value)]
  if (typeof value !== 'object' || value === null) return []
  const { start, end } = value as { readonly start?: string; readonly end?: string }
  if (start === undefined && end === undefined) return []
  return [{ low: start === undefined ? undefined : dateOf(start).low, high: end === undefined ? undefined : dateOf(end).high }]
}

/** The time that a date stands for at its precision; without a zone it is UTC. */
export function dateOf(text: string): Range {
  const [, year = '', month, day, minute, second, fraction, zone] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/.exec(text) ?? []
  const date = `${year}-${month ?? '01'}-${day ?? '01'}`
  const start = Date.parse(`${date}T${minute ?? '00:00'}:${second ?? '00'}${zone ?? 'Z'}`)
  const micros = BigInt(start) * 1000n + BigInt((fraction ?? '').padEnd(6, '0'))
  return { low: micros, high: micros + lengthOf() }

  function lengthOf(): bigint {
    if (fraction !== undefined) return 10n ** BigInt(6 - fraction.length)
    if (second !== undefined) return 1_000_000n
    if (minute !== undefined) return 60_000_000n
    if (day !== undefined) return 86_400_000_000n
    const next = month === undefined ? [Number(year) + 1, 0] : [Number(year), Number(month)]
    return BigInt(Date.UTC(next[0] ?? 0, next[1]) - Date.parse(`${date}T00:00:00Z`)) * 1000n
  }
}

/** By a tenth of the time between it and now, on each side. */
export function widened({ low = 0n, high = 0n }: Range, { low: now = 0n }: Range): Range {
  // To the millisecond, which is as far as "approximately" can matter.
  const thousandths = (micros: bigint) => micros / 1000n
  const [from, to, at] = [thousandths(low), thousandths(high - 1n), thousandths(now)]
  const gap = at < from ? from - at : at > to ? at - to : 0n
  return { low: low - (gap / 10n) * 1000n, high: high + (gap / 10n) * 1000n }
}

// Numbers

const places = 30

/** In 10^-30ths. */
function scaled(text: string): { readonly value: bigint; readonly lastPlace: bigint } {
  const [, sign = '', whole = '', fraction = '', power = '0'] = /^([-+]?)(\d*)\.?(\d*)(?:[eE](.*))?$/.exec(text) ?? []
  const exponent = Number(power) - fraction.length + places
  const magnitude = BigInt(`0${whole}${fraction}`) * 10n ** BigInt(exponent)
  return { value: sign === '-' ? -magnitude : magnitude, lastPlace: 10n ** BigInt(exponent) }
}

/** `eq`, `ne` and `ap` mean all that is rounded to what is written; the others the number itself. */
export function numberRange(text: string, prefix: string): Range {
  const { value, lastPlace } = scaled(text)
  if (prefix !== 'eq' && prefix !== 'ne' && prefix !== 'ap') return { low: value, high: value, isClosed: true }
  const half = lastPlace / 2n
  const rounded = { low: value - half, high: value + half }
  if (prefix !== 'ap') return rounded
  const tenth = (value < 0n ? -value : value) / 10n
  return tenth >= half ? { low: value - tenth, high: value + tenth, isClosed: true } : rounded
}

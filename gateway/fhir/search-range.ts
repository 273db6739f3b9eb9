// Dates and numbers of a search as the ranges that they stand for. https://hl7.org/fhir/R4/search.html#prefix

import { instantOf } from '../store/clock.ts'
import { earliest, instantRange, latest } from '../store/instants.ts'
import { asRounded, exactly, sortable } from '../store/sortable.ts'
import type { DateMatch, DatePrefix, Instant, NumberMatch } from '../store/store.ts'
import type { ValueFault } from './search-value.ts'

const prefixes: readonly string[] = ['eq', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb', 'ap'] satisfies DatePrefix[]
const isPrefix = (text: string): text is DatePrefix => prefixes.includes(text)

const prefixFault: ValueFault = { id: 'prefix-unsupported', text: `The prefixes are ${prefixes.join(', ')}.` }

interface Prefixed {
  readonly prefix: DatePrefix
  readonly rest: string
}

function prefixed(text: string): Prefixed | ValueFault {
  const [, letters = '', rest = ''] = /^([a-z]*)(.*)$/s.exec(text) ?? []
  if (letters === '') return { prefix: 'eq', rest }
  return isPrefix(letters) ? { prefix: letters, rest } : prefixFault
}

/**
 * A prefix and a date; `at` is when it is asked. A space is taken for the plus sign of a zone, which a URL turns into one unless
 * it is encoded.
 */
export function dateMatch(text: string, at: Instant): DateMatch | ValueFault {
  const read = prefixed(text)
  if (!('prefix' in read)) return read
  const range = instantRange(read.rest.replace(' ', '+'))
  if (!range) return { id: 'date-invalid', text: 'The value is not a FHIR date, dateTime or instant.' }
  return read.prefix === 'ap' ? { prefix: 'ap', ...approximately(range, at) } : { prefix: read.prefix, ...range }
}

/** FHIR R4 leaves it to the server and recommends a tenth of the time between the date and now, on each side. */
function approximately({ low, high }: { low: Instant; high: Instant }, at: Instant): { low: Instant; high: Instant } {
  const [from, to, now] = [Date.parse(low), Date.parse(high), Date.parse(at)]
  const tenth = Math.max(from - now, now - to, 0) / 10
  return { low: shifted(low, -tenth), high: shifted(high, tenth) }
}

/** By milliseconds; the microseconds stay, and the calendar's edges hold. */
function shifted(instant: Instant, millis: number): Instant {
  const moved = Date.parse(instant) + Math.trunc(millis)
  if (moved <= Date.parse(earliest)) return earliest
  return moved >= Date.parse(latest) ? latest : instantOf(moved * 1000).slice(0, -4) + instant.slice(-4)
}

const decimal = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,4})?$/

/**
 * A prefix and a number. `eq`, `ne` and `ap` mean all that is written so when it is rounded to as many digits; the other prefixes
 * compare with exactly that number (§3.1.1.5.6). Approximately is a tenth on each side. A space is a plus sign that a URL took.
 */
export function numberMatch(text: string): NumberMatch | ValueFault {
  const read = prefixed(text)
  if (!('prefix' in read)) return read
  const { prefix } = read
  const number = read.rest.replace(/^ /, '+').replace(/([eE]) /, '$1+')
  const range = decimal.test(number) && number.length <= longestNumber ? rangeOf(prefix, number) : undefined
  return range ? { prefix, ...range } : { id: 'number-invalid', text: 'The value is not a number.' }
}

const longestNumber = 100

function rangeOf(prefix: DatePrefix, number: string): { low: string; high: string } | undefined {
  if (prefix !== 'eq' && prefix !== 'ne' && prefix !== 'ap') return exactly(number)
  const rounded = asRounded(number)
  if (prefix !== 'ap' || !rounded) return rounded
  const bounds = [rounded.low, rounded.high, ...tenths(number)].toSorted((a, b) => (a < b ? -1 : 1))
  return { low: bounds[0] ?? rounded.low, high: bounds.at(-1) ?? rounded.high }
}

/** Nine and eleven tenths of a number. */
function tenths(number: string): string[] {
  const [, sign = '', whole = '', fraction = '', power = '0'] = /^([-+]?)(\d*)\.?(\d*)(?:[eE](.*))?$/.exec(number) ?? []
  const digits = BigInt(`0${whole}${fraction}`)
  const exponent = Number(power) - fraction.length - 1
  return [9n, 11n].flatMap((factor) => sortable(`${sign === '-' ? '-' : ''}${digits * factor}e${exponent}`) ?? [])
}

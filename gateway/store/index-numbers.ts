// What a number or a quantity is found by: bounds as sortable texts, a quantity under each form of its unit.
//
// A number in a resource stands for itself: it is the number that is searched for whose digits say how exact it is (FHIR R4
// §3.1.1.5.6). Otherwise `gt100` would find 100, and 5.4 would not be found by 5.40.

import { digitsOf, isExactDecimal } from '../../profiles/decimal.ts'
import { isObject, text, type Json } from './index-places.ts'
import { unitSuffix } from './index-text.ts'
import type { Put } from './index-values.ts'
import { exactly, highest, lowest, sortable, type SortableRange } from './sortable.ts'

/** decimal and whole numbers; Range. */
export function number(value: unknown, put: Put): void {
  const range = isObject(value) ? rangeOf(value, boundOf) : pointOf(value)
  if (range) put(range.low, range.high)
}

const boundOf = (value: unknown): string | undefined => (isObject(value) ? pointOf(value['value'])?.low : pointOf(value)?.low)

function pointOf(value: unknown): SortableRange | undefined {
  const digits = typeof value === 'number' ? String(value) : isExactDecimal(value) ? digitsOf(value) : undefined
  return digits === undefined ? undefined : exactly(digits)
}

/** Quantity and its kinds, Money, Range, SampledData. */
export function quantity(value: unknown, put: Put): void {
  if (!isObject(value)) return
  const range = boundsOf(value)
  if (!range) return
  const holder = [value, value['low'], value['high'], value['origin']].find((one) => isObject(one) && unitsOf(one).length > 0)
  for (const unit of ['', ...(isObject(holder) ? unitsOf(holder) : [])]) put(range.low, range.high, unit)
}

function boundsOf(value: Json): SortableRange | undefined {
  if ('origin' in value) return sampled(value)
  if ('low' in value || 'high' in value) return rangeOf(value, boundOf)
  const point = pointOf(value['value'])
  return point && compared(point, value['comparator'])
}

/** `<5` is anything up to 5. */
function compared(point: SortableRange, comparator: unknown): SortableRange {
  if (comparator === '<' || comparator === '<=') return { ...point, low: lowest }
  return comparator === '>' || comparator === '>=' ? { ...point, high: highest } : point
}

/** What a search may write for the unit: the code or the unit as it is printed, and the coded form. */
function unitsOf(value: Json): readonly string[] {
  const [code, unit, system] = [text(value['code']), text(value['unit']), text(value['system'])]
  const currency = text(value['currency'])
  const plain = new Set([code, unit, currency].filter((each) => each !== ''))
  const full =
    currency === ''
      ? code !== '' && system !== ''
        ? [unitSuffix(system, code)]
        : []
      : [unitSuffix('urn:iso:std:iso:4217', currency)]
  return [...[...plain].map((each) => unitSuffix(each)), ...full]
}

function rangeOf({ low, high }: Json, read: (value: unknown) => string | undefined): SortableRange | undefined {
  const [from, to] = [read(low), read(high)]
  return from === undefined && to === undefined ? undefined : { low: from ?? lowest, high: to ?? highest }
}

/** R4 searches the bounds of the values alone; E is an error, L and U lie beyond the limits of the device. */
function sampled({ origin, factor, data, lowerLimit, upperLimit }: Json): SortableRange | undefined {
  const zero = isObject(origin) ? numberOf(origin['value']) : undefined
  if (zero === undefined) return undefined
  const all = text(data)
    .split(' ')
    .filter((each) => each !== '')
  const scale = numberOf(factor) ?? 1
  let [least, greatest] = [Infinity, -Infinity]
  for (const each of all) {
    const point = Number(each) * scale + zero
    if (point < least) least = point
    if (point > greatest) greatest = point
  }
  const low = all.includes('L') ? (boundOf(lowerLimit) ?? lowest) : finite(least)
  const high = all.includes('U') ? (boundOf(upperLimit) ?? highest) : finite(greatest)
  return low === undefined || high === undefined ? undefined : { low, high }
}

function numberOf(value: unknown): number | undefined {
  const digits = isExactDecimal(value) ? digitsOf(value) : value
  return digits === undefined || Number.isNaN(Number(digits)) ? undefined : Number(digits)
}

const finite = (value: number): string | undefined => (Number.isFinite(value) ? sortable(String(value)) : undefined)

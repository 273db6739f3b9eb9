// minValue[x] and maxValue[x]: whether a value keeps to a bound, as far as the two can be compared.

import { numberOf } from '../decimal.ts'
import { isAfter } from './dates.ts'
import { isJson } from './state.ts'

export function isAtLeast(bound: unknown, value: unknown): boolean {
  return !isBelow(value, bound)
}

export function isAtMost(bound: unknown, value: unknown): boolean {
  return !isBelow(bound, value)
}

/** Surely below: dates of unlike precision and amounts of unlike units are not. */
function isBelow(low: unknown, high: unknown): boolean {
  if (typeof low === 'string' || typeof high === 'string') return isEarlier(low, high)
  const [a, b] = [numberOf(low), numberOf(high)]
  if (a !== undefined && b !== undefined) return a < b
  if (!isJson(low) || !isJson(high)) return false
  const isSameUnit =
    low['system'] === high['system'] &&
    low['code'] === high['code'] &&
    (low['code'] !== undefined || low['unit'] === high['unit'])
  const [x, y] = [numberOf(low['value']), numberOf(high['value'])]
  return isSameUnit && x !== undefined && y !== undefined && x < y
}

/** Times of day are compared as they stand, dates by what they surely mean. */
function isEarlier(low: unknown, high: unknown): boolean {
  if (typeof low !== 'string' || typeof high !== 'string') return false
  return low.charAt(2) === ':' ? low < high : isAfter(high, low)
}

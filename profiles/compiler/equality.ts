// Comparing a value with one that a profile fixes, or with a pattern.

import { isExactDecimal, numberOf } from '../decimal.ts'
import { isJson } from './state.ts'

/** fixed[x]: the same, property by property and item by item, in the same order. */
export function isEqual(fixed: unknown, value: unknown, depth = 0): boolean {
  if (fixed === value) return true
  if (depth > 20) return false
  if (typeof fixed === 'number' || isExactDecimal(fixed)) return numberOf(fixed) === numberOf(value)
  if (Array.isArray(fixed)) {
    return Array.isArray(value) && value.length === fixed.length && fixed.every((item, i) => isEqual(item, value[i], depth + 1))
  }
  if (!isJson(fixed) || !isJson(value)) return false
  const keys = Object.keys(value).filter((key) => value[key] !== undefined)
  return keys.length === Object.keys(fixed).length && keys.every((key) => isEqual(own(fixed, key), value[key], depth + 1))
}

/** pattern[x]: at least what the pattern has; of a list, each of its items somewhere in the value's. */
export function isLike(pattern: unknown, value: unknown, depth = 0): boolean {
  if (pattern === value) return true
  if (depth > 20) return false
  if (typeof pattern === 'number' || isExactDecimal(pattern)) return numberOf(pattern) === numberOf(value)
  if (Array.isArray(pattern)) {
    return Array.isArray(value) && pattern.every((item) => value.some((one) => isLike(item, one, depth + 1)))
  }
  if (!isJson(pattern) || !isJson(value)) return false
  return Object.keys(pattern).every((key) => isLike(pattern[key], own(value, key), depth + 1))
}

function own(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined
}

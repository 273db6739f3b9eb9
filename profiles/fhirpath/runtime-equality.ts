// Equality and equivalence (FHIRPath 2.0, §6.1), and keys that make sets of items quick.

import type { Node } from './environment.ts'
import { amountOf, compareAmounts } from './quantities.ts'
import { raise } from './runtime-fault.ts'
import { isObject, isRawNumber } from './runtime-nodes.ts'
import { numberOf } from './runtime-numbers.ts'
import { areTimesAlike, compareTimes, timeKey } from './runtime-times.ts'
import { classOf } from './types.ts'
import type { Class } from './types.ts'

/** `=` of collections: undefined when either is empty, or when precision leaves it open. */
export function equals(left: readonly Node[], right: readonly Node[]): boolean | undefined {
  if (left.length === 0 || right.length === 0) return undefined
  if (left.length !== right.length) return false
  let isOpen = false
  for (let i = 0; i < left.length; i++) {
    const [a, b] = [left[i], right[i]]
    const isSame = a && b ? equal(a, b) : undefined
    if (isSame === false) return false
    isOpen ||= isSame === undefined
  }
  return isOpen ? undefined : true
}

export function equal(a: Node, b: Node): boolean | undefined {
  if (a.value === undefined || b.value === undefined) return undefined
  const left = classIn(a)
  const right = classIn(b)
  if (isNumeric(left) && isNumeric(right)) return numberOf(a.value) === numberOf(b.value)
  if (isTemporal(left) && isTemporal(right)) return sameTimes(a.value, b.value)
  if (left === 'quantity' || right === 'quantity') return equalAmounts(a, b, left, right)
  if (left !== right) return false
  return left === 'complex' ? isDeepEqual(a.value, b.value) : a.value === b.value
}

/** By its type where the value is what the type says; a wrong document is judged by what it holds. */
export function classIn(item: Node): Class {
  const known = item.type === undefined ? undefined : classOf(item.type)
  if (known !== undefined && known !== 'complex' && fits(item.value, known)) return known
  if (typeof item.value === 'string') return 'string'
  if (typeof item.value === 'boolean') return 'boolean'
  if (typeof item.value === 'number') return Number.isInteger(item.value) ? 'integer' : 'decimal'
  return isRawNumber(item.value) ? 'decimal' : 'complex'
}

function fits(value: unknown, kind: Class): boolean {
  if (kind === 'boolean') return typeof value === 'boolean'
  if (kind === 'integer' || kind === 'decimal') return numberOf(value) !== undefined
  return kind === 'quantity' ? isObject(value) : typeof value === 'string'
}

export function isNumeric(kind: Class): boolean {
  return kind === 'integer' || kind === 'decimal'
}

export function isTemporal(kind: Class): boolean {
  return kind === 'date' || kind === 'dateTime' || kind === 'time'
}

export function sameTimes(a: unknown, b: unknown): boolean | undefined {
  const order = compareTimes(a, b)
  return order === undefined ? (a === b ? true : undefined) : order === 0
}

function equalAmounts(a: Node, b: Node, left: Class, right: Class): boolean | undefined {
  if (isNumeric(left)) return equalAmounts({ ...a, value: { value: a.value, unit: '1' } }, b, 'quantity', right)
  if (isNumeric(right)) return equalAmounts(a, { ...b, value: { value: b.value, unit: '1' } }, left, 'quantity')
  if (left !== right) return false
  const order = compareAmounts(a.value, b.value)
  if (order !== undefined) return order === 0
  return isDeepEqual(a.value, b.value) || (amountOf(a.value) && amountOf(b.value) ? undefined : false)
}

export function isDeepEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (isRawNumber(a) || isRawNumber(b)) return numberOf(a) !== undefined && numberOf(a) === numberOf(b)
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => isDeepEqual(item, b[i]))
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isDeepEqual(a[key], b[key]))
}

/** Whether the two have the same key, without making one of an object. */
export function areAlike(a: Node, b: Node): boolean {
  if (isObject(a.value) && isObject(b.value) && classIn(a) === 'complex' && classIn(b) === 'complex')
    return isDeepEqual(a.value, b.value)
  return keyOf(a) === keyOf(b)
}

/** Items that are equal have the same key. */
export function keyOf(item: Node): string {
  const kind = classIn(item)
  if (isNumeric(kind)) return `n${numberOf(item.value)}`
  if (kind === 'string') return `s${String(item.value)}`
  if (isTemporal(kind)) return `t${timeKey(String(item.value))}`
  const amount = kind === 'quantity' ? amountOf(item.value) : undefined
  if (amount) return `q${amount.value} ${amount.unit}`
  return `o${canonical(item.value)}${item.value === undefined ? canonical(item.extra) : ''}`
}

function canonical(value: unknown): string {
  if (isRawNumber(value)) return String(numberOf(value))
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (!isObject(value)) return value === undefined ? '' : JSON.stringify(value)
  const parts = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
  return `{${parts.join()}}`
}

/** Each is held against each. */
const mostPaired = 2000

/** `~` of collections: order is no matter, two empty ones are equivalent, and the answer is never open. */
export function equivalents(left: readonly Node[], right: readonly Node[]): boolean {
  if (left.length !== right.length) return false
  if (left.length > mostPaired) return raise('holds too many items against each other')
  const open = [...right]
  return left.every((a) => {
    const at = open.findIndex((b) => equivalent(a, b))
    if (at >= 0) open.splice(at, 1)
    return at >= 0
  })
}

function equivalent(a: Node, b: Node): boolean {
  const left = classIn(a)
  const right = classIn(b)
  if (isNumeric(left) && isNumeric(right)) return areNumbersAlike(numberOf(a.value), numberOf(b.value))
  if (isTemporal(left) && isTemporal(right)) return areTimesAlike(String(a.value), String(b.value))
  if (left === 'string' && right === 'string') return folded(a.value) === folded(b.value)
  if (left === 'quantity' && right === 'quantity') return equalAmounts(a, b, left, right) === true
  return left === right && (left === 'complex' ? isDeepAlike(a.value, b.value) : a.value === b.value)
}

/** Rounded to the fewer digits of the two. */
function areNumbersAlike(a: number | undefined, b: number | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  const places = Math.min(placesOf(a), placesOf(b))
  return a.toFixed(places) === b.toFixed(places)
}

function placesOf(value: number): number {
  const text = String(value)
  return text.includes('e') ? 20 : Math.min(text.split('.')[1]?.length ?? 0, 20)
}

function folded(value: unknown): string {
  return String(value).toLowerCase().replace(/\s+/g, ' ')
}

function isDeepAlike(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return folded(a) === folded(b)
  if (Array.isArray(a)) return Array.isArray(b) && areListsAlike(a, b)
  if (!isObject(a) || !isObject(b)) return isDeepEqual(a, b)
  const keys = Object.keys(a).filter((key) => key !== 'id')
  const others = Object.keys(b).filter((key) => key !== 'id')
  return keys.length === others.length && keys.every((key) => Object.hasOwn(b, key) && isDeepAlike(a[key], b[key]))
}

function areListsAlike(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length > mostPaired) return raise('holds too many items against each other')
  return a.length === b.length && a.every((item) => b.some((other) => isDeepAlike(item, other)))
}

// Numbers of FHIRPath: integers and decimals as JavaScript numbers, rounded back to decimals after each step.

import type { Node } from './environment.ts'
import { raise } from './runtime-fault.ts'
import { isRawNumber } from './runtime-nodes.ts'
import { numberNode } from './runtime-values.ts'
import { oneNumber } from './runtime-singles.ts'

/** The number in a JSON value; a decimal that kept its text counts as its number; anything else is none. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  if (!isRawNumber(value)) return undefined
  const number = Number(value.rawJSON)
  return Number.isFinite(number) ? number : undefined
}

/** Binary noise off: 0.1 + 0.2 is 0.3. */
export function rounded(value: number): number | undefined {
  if (!Number.isFinite(value)) return undefined
  return Number.isSafeInteger(value) ? value : Number(value.toPrecision(15))
}

export function integerQuotient(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined || b === 0 ? undefined : Math.trunc(a / b)
}

export function remainder(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined || b === 0 ? undefined : rounded(a % b)
}

type Step = (value: number, argument: number | undefined) => number

/** Decimal results for decimals, integer results for integers, except where the function says. */
function stepped(
  items: readonly Node[],
  argument: readonly Node[] | undefined,
  step: Step,
  isAlways?: 'integer' | 'decimal',
): readonly Node[] {
  const only = items[0]
  const value = oneNumber(items)
  const other = argument === undefined ? undefined : oneNumber(argument)
  if (value === undefined || only === undefined || (argument !== undefined && argument.length > 0 && other === undefined))
    return []
  const result = step(value, other)
  if (!Number.isFinite(result)) return []
  const isInteger = isAlways === undefined ? isIntegerNode(only, value) : isAlways === 'integer'
  return [numberNode(isInteger ? result : (rounded(result) ?? result), isInteger)]
}

function isIntegerNode(item: Node, value: number): boolean {
  if (item.type === 'decimal' || item.type === 'System.Decimal') return false
  return Number.isInteger(value) && !isRawNumber(item.value)
}

export const abs = (items: readonly Node[]): readonly Node[] => stepped(items, undefined, Math.abs)
export const ceiling = (items: readonly Node[]): readonly Node[] => stepped(items, undefined, Math.ceil, 'integer')
export const floor = (items: readonly Node[]): readonly Node[] => stepped(items, undefined, Math.floor, 'integer')
export const truncate = (items: readonly Node[]): readonly Node[] => stepped(items, undefined, Math.trunc, 'integer')
export const exp = (items: readonly Node[]): readonly Node[] => stepped(items, undefined, Math.exp, 'decimal')
export const ln = (items: readonly Node[]): readonly Node[] => stepped(items, undefined, Math.log, 'decimal')
export const sqrt = (items: readonly Node[]): readonly Node[] => stepped(items, undefined, Math.sqrt, 'decimal')

export function log(items: readonly Node[], base: readonly Node[]): readonly Node[] {
  if (base.length === 0) return []
  return stepped(items, base, (value, by) => Math.log(value) / Math.log(by ?? NaN), 'decimal')
}

export function power(items: readonly Node[], exponent: readonly Node[]): readonly Node[] {
  if (exponent.length === 0) return []
  const isWhole = exponent.every((e) => isIntegerNode(e, numberOf(e.value) ?? NaN) && (numberOf(e.value) ?? -1) >= 0)
  return stepped(items, exponent, (value, by) => value ** (by ?? NaN), isWhole ? undefined : 'decimal')
}

export function round(items: readonly Node[], digits: readonly Node[] = []): readonly Node[] {
  const places = oneNumber(digits) ?? 0
  if (!Number.isInteger(places) || places < 0 || places > 100) raise('has an impossible number of digits')
  return stepped(
    items,
    undefined,
    (value) => Math.sign(value) * Number(`${Math.round(Number(`${Math.abs(value)}e${places}`))}e-${places}`),
    'decimal',
  )
}

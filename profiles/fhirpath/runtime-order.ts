// Order and arithmetic of single items whose types are known only at run time (FHIRPath 2.0, §6.2 and §6.6).

import type { Node } from './environment.ts'
import { amountOf, compareAmounts } from './quantities.ts'
import { classIn, isNumeric, isTemporal } from './runtime-equality.ts'
import { raise } from './runtime-fault.ts'
import { integerQuotient, numberOf, remainder, rounded } from './runtime-numbers.ts'
import { one } from './runtime-singles.ts'
import { compareTimes, moved } from './runtime-times.ts'
import { integers, numberNode, texts } from './runtime-values.ts'

/** Below, at or above zero; undefined where a side is empty or the order is open. */
export function compare(left: readonly Node[], right: readonly Node[]): number | undefined {
  const a = one(left)
  const b = one(right)
  if (a?.value === undefined || b?.value === undefined) return undefined
  const [kind, other] = [classIn(a), classIn(b)]
  if (isNumeric(kind) && isNumeric(other)) return (numberOf(a.value) ?? NaN) - (numberOf(b.value) ?? NaN)
  if (isTemporal(kind) || isTemporal(other)) return compareTimes(a.value, b.value)
  if (kind === 'quantity' || other === 'quantity') return compareAmounts(amountish(a), amountish(b))
  if (kind === 'string' && other === 'string') return compareTexts(plain(a.value), plain(b.value))
  return raise('compares what has no order')
}

function amountish(item: Node): unknown {
  return isNumeric(classIn(item)) ? { value: item.value, unit: '1' } : item.value
}

export { compareAmounts as compareQuantities } from './quantities.ts'

function plain(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** `+ - * / div mod` of whatever comes. */
export function calculate(operator: string, left: readonly Node[], right: readonly Node[]): readonly Node[] {
  const a = one(left)
  const b = one(right)
  if (a?.value === undefined || b?.value === undefined) return []
  const [kind, other] = [classIn(a), classIn(b)]
  if (isNumeric(kind) && isNumeric(other)) return numbers(operator, a, b, kind === 'integer' && other === 'integer')
  if (operator === '+' && kind === 'string' && other === 'string') return texts(plain(a.value) + plain(b.value))
  if (isTemporal(kind) && other === 'quantity') return movedNode(operator, a, b)
  if (kind === 'quantity' || other === 'quantity') return amounts(operator, a, b)
  return raise('calculates with what is no number')
}

function numbers(operator: string, left: Node, right: Node, isInteger: boolean): readonly Node[] {
  const a = numberOf(left.value) ?? NaN
  const b = numberOf(right.value) ?? NaN
  if (operator === 'div') return integers(integerQuotient(a, b))
  const result =
    operator === 'mod' ? remainder(a, b) : b === 0 && operator === '/' ? undefined : rounded(calculated(operator, a, b))
  return result === undefined ? [] : [numberNode(result, isInteger && operator !== '/')]
}

function calculated(operator: string, a: number, b: number): number {
  if (operator === '+') return a + b
  if (operator === '-') return a - b
  return operator === '*' ? a * b : a / b
}

function movedNode(operator: string, date: Node, duration: Node): readonly Node[] {
  const { value, unit, code } = duration.value as { value?: unknown; unit?: unknown; code?: unknown }
  const amount = numberOf(value)
  if (amount === undefined || (operator !== '+' && operator !== '-'))
    return raise('calculates with a date in another way than adding a duration')
  const text = moved(plain(date.value), operator === '+' ? amount : -amount, plain(code ?? unit))
  return text === undefined ? [] : [{ type: date.type, value: text, extra: undefined }]
}

function amounts(operator: string, left: Node, right: Node): readonly Node[] {
  const a = amountOf(amountish(left))
  const b = amountOf(amountish(right))
  if (!a || !b) return raise('calculates with what is no number')
  const unit = unitAfter(operator, a.unit, b.unit)
  if (unit === undefined || (operator === '/' && b.value === 0)) return []
  const value = rounded(calculated(operator, a.value, b.value))
  return value === undefined ? [] : [{ type: 'System.Quantity', value: { value, unit }, extra: undefined }]
}

function unitAfter(operator: string, a: string, b: string): string | undefined {
  if (operator === '+' || operator === '-') return a === b ? a : undefined
  if (operator === '*') return a === '1' ? b : b === '1' ? a : undefined
  if (operator === '/') return b === '1' ? a : a === b ? '1' : undefined
  return undefined
}

export function negated(items: readonly Node[]): readonly Node[] {
  const only = one(items)
  if (only?.value === undefined) return []
  const kind = classIn(only)
  if (kind === 'quantity')
    return [{ ...only, value: { ...(only.value as object), value: -(amountOf(only.value)?.value ?? NaN) } }]
  return isNumeric(kind)
    ? [numberNode(-(numberOf(only.value) ?? NaN), kind === 'integer')]
    : raise('has a sign before what is no number')
}

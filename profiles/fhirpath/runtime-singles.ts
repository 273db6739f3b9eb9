// One item out of a collection that should hold at most one (FHIRPath 2.0, §4.5 Singleton Evaluation of Collections).

import type { Node } from './environment.ts'
import { raise } from './runtime-fault.ts'
import { isObject, isRawNumber } from './runtime-nodes.ts'
import { numberOf } from './runtime-numbers.ts'
import { classOf } from './types.ts'

/** The only item; none: undefined; several: an evaluation error. */
export function one(items: readonly Node[]): Node | undefined {
  if (items.length > 1) raise('has several items where at most one is meant')
  return items[0]
}

/** A collection as a condition: one boolean is itself, one other item is true, none is neither. */
export function truth(items: readonly Node[]): boolean | undefined {
  const only = one(items)
  if (only === undefined) return undefined
  if (typeof only.value === 'boolean') return only.value
  return only.value === undefined && only.type === 'boolean' ? undefined : true
}

export function oneString(items: readonly Node[]): string | undefined {
  return textIn(one(items))
}

function textIn(only: Node | undefined): string | undefined {
  if (only?.value === undefined) return undefined
  if (typeof only.value === 'string' && (only.type === undefined || !isClassed(only, 'quantity', 'complex'))) return only.value
  return raise('has another type where a string is meant')
}

export function oneNumber(items: readonly Node[]): number | undefined {
  return numberIn(one(items))
}

function numberIn(only: Node | undefined): number | undefined {
  if (only?.value === undefined) return undefined
  if (typeof only.value === 'number' || isRawNumber(only.value)) return numberOf(only.value)
  return raise('has another type where a number is meant')
}

export function oneInteger(items: readonly Node[]): number | undefined {
  const number = oneNumber(items)
  return number === undefined || Number.isInteger(number) ? number : raise('has a fraction where an integer is meant')
}

function isClassed(item: Node, ...kinds: readonly string[]): boolean {
  return item.type !== undefined && kinds.includes(classOf(item.type)) && isObject(item.value)
}

export function xor(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  return a === undefined || b === undefined ? undefined : a !== b
}

/** `=` of two plain values. */
export function same(a: unknown, b: unknown): boolean | undefined {
  return a == null || b == null ? undefined : a === b
}

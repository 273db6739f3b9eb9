// Functions on whole collections (FHIRPath 2.0, §5.1 to §5.4).

import type { Node } from './environment.ts'
import { areAlike, keyOf } from './runtime-equality.ts'
import { raise } from './runtime-fault.ts'
import { oneInteger, truth } from './runtime-singles.ts'

type Items = readonly Node[]

export const noNodes: Items = []

/** What an expression builds by itself may not grow without end; documents have fewer items than this. */
const mostBuilt = 200_000

function bounded(items: Items): Items {
  return items.length > mostBuilt ? raise('has too many items') : items
}

export function first(items: Items): Items {
  return items.slice(0, 1)
}

export function last(items: Items): Items {
  return items.slice(-1)
}

export function tail(items: Items): Items {
  return items.slice(1)
}

export function single(items: Items): Items {
  return items.length > 1 ? raise('has several items where single() wants one') : items
}

export function skip(items: Items, number: Items): Items {
  return items.slice(Math.max(0, oneInteger(number) ?? 0))
}

export function take(items: Items, number: Items): Items {
  return items.slice(0, Math.max(0, oneInteger(number) ?? 0))
}

export function itemAt(items: Items, position: Items): Items {
  const at = oneInteger(position)
  const found = at === undefined || at < 0 ? undefined : items[at]
  return found ? [found] : []
}

export function distinct(items: Items): Items {
  if (items.length < 2) return items
  const seen = new Set<string>()
  return items.filter((item) => seen.size < seen.add(keyOf(item)).size)
}

export function isDistinct(items: Items): boolean {
  return distinct(items).length === items.length
}

/** For texts alone, which need no keys. */
export function areDistinct(values: readonly unknown[]): boolean {
  if (values.length > few) return new Set(values).size === values.length
  for (let i = 1; i < values.length; i += 1) for (let j = 0; j < i; j += 1) if (values[i] === values[j]) return false
  return true
}

/** Texts to be looked for again and again. */
export function textsOf(values: readonly unknown[]): readonly unknown[] | ReadonlySet<unknown> {
  return values.length > few ? new Set(values) : values
}

/** `in` for texts: undefined for none. */
export function isAmong(sought: unknown, texts: readonly unknown[] | ReadonlySet<unknown>): boolean | undefined {
  if (sought === undefined || sought === null) return undefined
  return 'has' in texts ? texts.has(sought) : texts.includes(sought)
}

/** So many are compared with one another before a set of them pays. */
const few = 12

export function union(left: Items, right: Items): Items {
  return distinct([...left, ...right])
}

export function intersect(left: Items, right: Items): Items {
  if (left.length * right.length <= few) return distinct(left.filter((item) => right.some((other) => areAlike(item, other))))
  const keys = keysOf(right)
  return distinct(left.filter((item) => keys.has(keyOf(item))))
}

export function exclude(left: Items, right: Items): Items {
  const keys = keysOf(right)
  return left.filter((item) => !keys.has(keyOf(item)))
}

export function subsetOf(items: Items, of: Items): boolean {
  const keys = keysOf(of)
  return items.every((item) => keys.has(keyOf(item)))
}

export function supersetOf(items: Items, of: Items): boolean {
  return subsetOf(of, items)
}

export function keysOf(items: Items): ReadonlySet<string> {
  return new Set(items.map(keyOf))
}

/** `in`: undefined for an empty left side. */
export function isIn(item: Items, list: Items | ReadonlySet<string>): boolean | undefined {
  const only = item.length > 1 ? raise('looks for several items at once') : item[0]
  if (only === undefined) return undefined
  const key = keyOf(only)
  return isSet(list) ? list.has(key) : list.some((other) => keyOf(other) === key)
}

function isSet(list: Items | ReadonlySet<string>): list is ReadonlySet<string> {
  return list instanceof Set
}

export function allTrue(items: Items): boolean {
  return items.every((item) => truth([item]) === true)
}

export function anyTrue(items: Items): boolean {
  return items.some((item) => truth([item]) === true)
}

export function allFalse(items: Items): boolean {
  return items.every((item) => truth([item]) === false)
}

export function anyFalse(items: Items): boolean {
  return items.some((item) => truth([item]) === false)
}

/** What a projection gives again and again, until nothing new comes (repeat); `isAll` keeps doubles (repeatAll). */
export function repeat(items: Items, step: (item: Node) => Items): Items {
  const seen = new Set<string>()
  const found: Node[] = []
  let open: Items = items
  while (open.length > 0) {
    const fresh: Node[] = []
    for (const item of open) for (const next of step(item)) if (seen.size < seen.add(keyOf(next)).size) fresh.push(next)
    for (const next of fresh) found.push(next)
    bounded(found)
    open = fresh
  }
  return found
}

export function aggregate(items: Items, start: Items, step: (item: Node, index: number, total: Items) => Items): Items {
  let total = start
  items.forEach((item, index) => (total = bounded(step(item, index, total))))
  return total
}

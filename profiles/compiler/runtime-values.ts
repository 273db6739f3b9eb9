// Questions of generated source that need nothing but the values they are given.

import type { ValueSet } from './codes.ts'
import { isCode } from './primitive-test.ts'
import type { Json } from './state.ts'

/** A listed code is in the right form too. */
export function isCodeOf(set: ValueSet, value: unknown): boolean {
  if (typeof value !== 'string') return false
  return set.codes.has(value) || (isCode(value) && set.has(undefined, value) !== false)
}

export function isPlainOf(text: string, types: readonly string[]): boolean {
  for (let i = 0; i < types.length; i += 1) if (isPlainReference(text, types[i] ?? '')) return true
  return false
}

/** `Type/id` and nothing more. */
function isPlainReference(text: string, type: string): boolean {
  const from = type.length + 1
  const { length } = text
  if (length <= from || length > from + 64 || text.charCodeAt(from - 1) !== 47 || !text.startsWith(type)) return false
  for (let i = from; i < length; i += 1) {
    const code = text.charCodeAt(i)
    const isId =
      (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 45 || code === 46
    if (!isId) return false
  }
  return true
}

/** Of `Type/id` and nothing more the type; empty for any other text. */
export function plainType(text: string): string {
  const slash = text.indexOf('/')
  if (slash < 0) return ''
  const type = text.slice(0, slash)
  return isPlainReference(text, type) ? type : ''
}

export function has(list: readonly unknown[], ask: (one: unknown) => boolean): boolean {
  for (let i = 0; i < list.length; i += 1) if (ask(list[i])) return true
  return false
}

export function countOf(list: unknown, extras: unknown): number {
  return Math.max(Array.isArray(list) ? list.length : 0, Array.isArray(extras) ? extras.length : 0)
}

/** A null holds a place and is no value. */
export function itemOf(list: unknown, at: number): unknown {
  const item: unknown = Array.isArray(list) ? list[at] : undefined
  return item === null ? undefined : item
}

/** Of the objects beside primitives: where they stand, made when the first one is met. */
export type BesideTable = () => ReadonlyMap<string, { readonly path: string; readonly isList: boolean }>

export function tableOf(rows: readonly (readonly [key: string, path: string, isList: number])[]): BesideTable {
  let made: ReturnType<BesideTable> | undefined
  return () => (made ??= new Map(rows.map(([key, path, isList]) => [key, { path, isList: isList === 1 }])))
}

interface Chosen {
  readonly key: string
  readonly extra: string
  readonly type: string
}

const choices = new WeakMap<object, ReadonlyMap<string, Chosen>>()

/** The type of a choice that is there. */
export function choiceOf(value: Json, keys: { readonly variants: readonly (readonly [string, string])[] }): Chosen | undefined {
  let known = choices.get(keys)
  if (!known) {
    known = new Map(
      keys.variants.flatMap(([key, type]) => [key, `_${key}`].map((name) => [name, { key, extra: `_${key}`, type }] as const)),
    )
    choices.set(keys, known)
  }
  for (const key in value) {
    const found = known.get(key)
    if (found !== undefined && value[key] !== undefined) return found
  }
  return undefined
}

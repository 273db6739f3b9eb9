// Questions of generated source that need nothing but the values they are given.

import type { ValueSet } from './codes.ts'
import { isCode } from './primitive-test.ts'
import { type Json, isJson } from './state.ts'

/** A listed code is in the right form too. */
export function isCodeOf(set: ValueSet, value: unknown): boolean {
  if (typeof value !== 'string') return false
  return set.codes.has(value) || (isCode(value) && set.has(undefined, value) !== false)
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

type Slices = ReadonlyMap<unknown, readonly { readonly system: string; readonly at: number }[]>

export function slicesByText(
  rows: readonly (readonly [text: string, system: string, at: number])[],
): ReadonlyMap<unknown, number> {
  return new Map(rows.toReversed().map(([text, , at]) => [text, at]))
}

/** The first slice of this text; -1 for none. */
export function sliceByText(slices: ReadonlyMap<unknown, number>, text: unknown): number {
  return slices.get(text) ?? -1
}

export function slicesByCode(rows: readonly (readonly [code: string, system: string, at: number])[]): Slices {
  return new Map(rows.map(([code]) => [code, rows.filter(([other]) => other === code).map(([, system, at]) => ({ system, at }))]))
}

/** The first slice that any coding of the concept is of; -1 for none. */
export function sliceByCode(slices: Slices, concept: unknown): number {
  const codings = isJson(concept) ? concept['coding'] : undefined
  let first = -1
  for (let i = 0; Array.isArray(codings) && i < codings.length; i += 1) {
    const coding: unknown = codings[i]
    const found = isJson(coding) ? slices.get(coding['code']) : undefined
    for (let j = 0; found !== undefined && j < found.length; j += 1) {
      const one = found[j]
      if (one !== undefined && isJson(coding) && one.system === coding['system'] && (first < 0 || one.at < first)) first = one.at
    }
  }
  return first
}

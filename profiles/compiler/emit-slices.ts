// Slices that are told apart by one text, code or type: looked up, where trying one after the other would take time for each.

import { type Parts, literal, property } from './emit-parts.ts'
import type { Checks, Match, Overlay, OverlayElement, Slice } from './plan.ts'

/** An expression over `v`: at which slice it is, -1 for none; undefined where the slices are told apart by other means. */
export function dispatchOf(slices: readonly Slice[], parts: Parts): string | undefined {
  const keys = slices.map(({ match }) => keyOf(match))
  const [first] = keys
  if (slices.length < 2 || !first || !keys.every((key) => key?.name === first.name && key.by === first.by)) return undefined
  const rows = keys.flatMap((key, at) => (key?.rows ?? []).map(([text, system]) => [text, system, at] as const))
  const value = property('v', first.name)
  if (first.by === 'code')
    return `(isJson(v) ? sliceByCode(${parts.source('d', `slicesByCode(${literal(rows)})`)}, ${value}) : -1)`
  const table = parts.source('d', `slicesByText(${literal(rows)})`)
  if (first.by === 'text') return `(isJson(v) ? sliceByText(${table}, ${value}) : -1)`
  return `(isJson(v) && isJson(${value}) ? sliceByText(${table}, ${value}.resourceType) : -1)`
}

interface Key {
  /** Of the property that tells. */
  readonly name: string
  readonly by: 'text' | 'code' | 'type'
  /** Any of these is of the slice; the system is that of a code. */
  readonly rows: readonly (readonly [text: string, system: string])[]
}

function keyOf(match: readonly Match[]): Key | undefined {
  const found = discriminated(match)
  if (!found) return undefined
  const { name, asks, value } = found
  if (asks === 'resourceTypes') return { name, by: 'type', rows: (value as readonly string[]).map((type) => [type, ''] as const) }
  if (typeof value === 'string') return { name, by: 'text', rows: [[value, '']] }
  const codings: unknown = onlyValue(value, ['coding'])?.['coding']
  const coding = Array.isArray(codings) && codings.length === 1 ? onlyValue(codings[0], ['code', 'system']) : undefined
  const { code, system } = coding ?? {}
  const isCoding = asks === 'pattern' && typeof code === 'string' && typeof system === 'string'
  return isCoding ? { name, by: 'code', rows: [[code, system]] } : undefined
}

interface Discriminated {
  readonly name: string
  /** The check that asks the same of the value. */
  readonly asks: 'fixed' | 'pattern' | 'resourceTypes'
  readonly value: unknown
}

/** By one property, which may be there once. */
function discriminated([match, ...others]: readonly Match[]): Discriminated | undefined {
  const [step, ...further] = match?.steps ?? []
  if (!match || !step || others.length > 0 || further.length > 0 || step.kind !== 'child' || step.isList) return undefined
  const [key, ...types] = step.keys
  const { test } = match
  if (!key || types.length > 0) return undefined
  if (test.kind === 'fixed' || test.kind === 'pattern') return { name: key.key, asks: test.kind, value: test.value }
  const isOfResource = test.kind === 'type' && key.type === 'Resource' && !test.types.includes('Resource')
  return isOfResource ? { name: key.key, asks: 'resourceTypes', value: test.types } : undefined
}

/** The object, when these are all its properties. */
function onlyValue(value: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const isAll = Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key))
  return isAll ? (value as Readonly<Record<string, unknown>>) : undefined
}

/**
 * The slice's overlay without what was asked already: by its discriminator, or of every item, which snapshots say of each slice
 * again. Undefined where that is nothing.
 */
export function withoutAsked(
  { match, checks }: Slice,
  ofAll: Checks | undefined,
  overlays: Readonly<Record<string, Overlay>>,
): Overlay | undefined {
  const overlay = checks?.overlay === undefined ? undefined : overlays[checks.overlay]
  if (!overlay) return undefined
  const known = discriminated(match)
  const general = new Set((ofAll?.overlay === undefined ? [] : (overlays[ofAll.overlay]?.elements ?? [])).map(literal))
  const elements = overlay.elements
    .filter((element) => !general.has(literal(element)))
    .flatMap((element) => (known && element.name === known.name ? lessOf(element, known) : [element]))
  const isLess = elements.length < overlay.elements.length || elements.some((element, at) => element !== overlay.elements[at])
  return isLess ? { id: `${overlay.id} where it is of its slice`, elements } : undefined
}

/** It is there, once, and has what the discriminator asks for. */
function lessOf(element: OverlayElement, { asks, value }: Discriminated): readonly OverlayElement[] {
  const { checks, min: _min, ...rest } = element
  if (element.isList || element.variants.length > 1 || !checks || literal(checks[asks]) !== literal(value)) return [element]
  const { [asks]: _known, ...others } = checks
  if (Object.keys(others).length > 0) return [{ ...rest, checks: others as Checks }]
  return element.slicing || element.max !== undefined || element.allowed ? [rest] : []
}

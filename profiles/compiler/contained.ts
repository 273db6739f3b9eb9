// What a resource contains: whether something refers to it (dom-3), and to it alone.

import { type Json, isJson, listed } from './state.ts'

/** Positions of the contained resources that nothing refers to and that do not refer to their container. One pass. */
export function unreferred(resource: Json): readonly number[] {
  const contained = listed(resource['contained'])
  if (contained.length === 0) return []
  const referred = referredIn(resource)
  if (referred.has('')) return []
  return contained.flatMap((inner, at) => {
    const id = isJson(inner) ? inner['id'] : undefined
    return typeof id === 'string' && referred.has(id) ? [] : [at]
  })
}

/**
 * Positions of the contained resources that have the id of an earlier one: a reference would mean both. R4 has no
 * invariant for it; its ids are unique within the container (https://hl7.org/fhir/R4/references.html#contained).
 */
export function namesakes(resource: Json): readonly number[] {
  const seen = new Set<string>()
  return listed(resource['contained']).flatMap((inner, at) => {
    const id = isJson(inner) ? inner['id'] : undefined
    if (typeof id !== 'string') return []
    const isTaken = seen.has(id)
    seen.add(id)
    return isTaken ? [at] : []
  })
}

/** The ids within the same container that something in the value refers to; '' is the container. */
export function referredIn(value: unknown): ReadonlySet<string> {
  const referred = new Set<string>()
  collect(value, referred, 0)
  return referred
}

/** A canonical or uri may refer to what is contained, as a Reference does. */
function collect(value: unknown, referred: Set<string>, depth: number): void {
  if (typeof value === 'string') {
    if (value.charCodeAt(0) === 35) referred.add(value.slice(1))
    return
  }
  if (typeof value !== 'object' || value === null || depth > 210) return
  if (Array.isArray(value)) {
    for (const item of value) collect(item, referred, depth + 1)
    return
  }
  for (const key in value) {
    const inner: unknown = Reflect.get(value, key)
    if (key !== 'div' && key !== 'data') collect(inner, referred, depth + 1)
  }
}

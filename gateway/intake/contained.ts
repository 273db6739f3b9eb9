// What a resource contains: guests of its message carried along, each under an id of its own.

import { isDeepStrictEqual } from 'node:util'
import { referredIn, unreferred } from '../../profiles/compiler/contained.ts'
import { textAt, type FhirResource } from '../fhir/resource.ts'
import { nameOf } from './links.ts'
import { rewriteReferences } from './references.ts'

export interface Carrying {
  readonly resource: FhirResource
  /** The id under which it contains each guest that it refers to, by the guest's fullUrl. */
  readonly ids: ReadonlyMap<string, string>
}

/**
 * Resources of a Bundle that have no type of their own here (a Practitioner, say) travel inside those that refer to them, as
 * contained resources: nothing is dropped, and a reader finds them where they are used. The guests stand under their `nameOf`.
 */
export function carryAlong(resource: FhirResource, guests: ReadonlyMap<string, FhirResource>): Carrying {
  const ids = new Map<string, string>()
  if (guests.size === 0) return { resource, ids }
  const places = new Map([...guests.keys()].map((fullUrl, i) => [fullUrl, i + 1]))
  const taken = new Set(containedIn(resource).map(idOf))
  const waiting: FhirResource[] = []
  const name = (reference: string): string | undefined => {
    const fullUrl = nameOf(reference)
    const guest = guests.get(fullUrl)
    if (!guest) return undefined
    const id = ids.get(fullUrl) ?? freeId(`guest-${places.get(fullUrl)}`, taken)
    if (!ids.has(fullUrl)) {
      ids.set(fullUrl, id)
      taken.add(id)
      const { meta: _, ...rest } = guest
      waiting.push({ ...rest, id })
    }
    return `#${id}`
  }
  const rewritten = rewriteReferences(resource, name)
  const carried: FhirResource[] = []
  // One after the other, however long a chain of them is: each may name others, which then wait behind it.
  for (const guest of waiting) carried.push(rewriteReferences(guest, name))
  if (carried.length === 0) return { resource: rewritten, ids }
  return { resource: { ...rewritten, contained: [...containedIn(rewritten), ...carried] }, ids }
}

/** Whoever reads `#guest-1` is to find the one that was meant. */
function freeId(wanted: string, taken: ReadonlySet<string | undefined>): string {
  let id = wanted
  for (let i = 2; taken.has(id); i += 1) id = `${wanted}-${i}`
  return id
}

/**
 * What is stored, to be joined with what a message says of it: where an id stands for one in the stored resource and for another
 * in the message, the stored ones have other ids.
 */
export function apartFrom(said: FhirResource, stored: FhirResource): FhirResource {
  const told = new Map(containedIn(said).map((inner) => [idOf(inner), inner]))
  const shared = containedIn(stored).filter((inner) => told.has(idOf(inner)))
  // All or none: of two that refer to each other, one may be the same and mean another.
  if (shared.every((inner) => isDeepStrictEqual(inner, told.get(idOf(inner))))) return stored
  const taken = new Set([...told.keys(), ...containedIn(stored).map(idOf)])
  const renamed = new Map<string, string>()
  for (const id of shared.map(idOf)) {
    if (id === undefined) continue
    renamed.set(id, freeId(id, taken))
    taken.add(renamed.get(id))
  }
  const { contained, ...rest } = rewriteReferences(stored, (reference) => {
    const id = reference.startsWith('#') ? renamed.get(reference.slice(1)) : undefined
    return id && `#${id}`
  })
  return {
    ...rest,
    contained: (contained as FhirResource[]).map((inner) => ({ ...inner, id: renamed.get(inner.id ?? '') ?? inner.id })),
  }
}

/** What both contain, without what nothing leads to any more; what nothing refers to in the message itself is its sender's fault. */
export function containingBoth(joined: FhirResource, said: FhirResource, stored: FhirResource): FhirResource {
  const known = new Set(containedIn(stored).map(idOf))
  const all = [...containedIn(stored), ...containedIn(said).filter((inner) => !known.has(idOf(inner)))]
  const faulty = new Set(unreferred(said).map((i) => containedIn(said)[i]))
  const { contained: _, ...rest } = joined
  const found = led(rest, all, faulty)
  const kept = all.filter((inner) => found.has(inner))
  return kept.length > 0 ? { ...rest, contained: kept } : rest
}

/** What references lead to from the resource itself, and from what stands in it for a reason of its own: each looked into once. */
function led(rest: FhirResource, contained: readonly unknown[], faulty: ReadonlySet<unknown>): ReadonlySet<unknown> {
  const byId = Map.groupBy(contained, idOf)
  // What refers to its container needs no reference (dom-3).
  const found = new Set(contained.filter((inner) => faulty.has(inner) || referredIn(inner).has('')))
  const waiting: unknown[] = [rest, ...found]
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop())
    for (const inner of [...referredIn(from)].flatMap((id) => byId.get(id) ?? []))
      if (!found.has(inner)) {
        found.add(inner)
        waiting.push(inner)
      }
  return found
}

const idOf = (inner: unknown): string | undefined => textAt(inner, 'id')

export const containedIn = ({ contained }: FhirResource): readonly unknown[] =>
  Array.isArray(contained) ? (contained as readonly unknown[]) : []

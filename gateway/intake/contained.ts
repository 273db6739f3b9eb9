// What a resource contains: guests of its message, carried along.

import type { FhirResource } from '../fhir/resource.ts'
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
  const carried: FhirResource[] = []
  const name = (reference: string): string | undefined => {
    const fullUrl = nameOf(reference)
    const guest = guests.get(fullUrl)
    if (!guest) return undefined
    const id = ids.get(fullUrl) ?? `guest-${[...guests.keys()].indexOf(fullUrl) + 1}`
    if (!ids.has(fullUrl)) {
      ids.set(fullUrl, id)
      const { meta: _, ...rest } = guest
      const place = carried.push(guest) - 1
      carried[place] = rewriteReferences<FhirResource>({ ...rest, id }, name)
    }
    return `#${id}`
  }
  const rewritten = rewriteReferences(resource, name)
  if (carried.length === 0) return { resource: rewritten, ids }
  return { resource: { ...rewritten, contained: [...containedIn(rewritten), ...carried] }, ids }
}

export const containedIn = ({ contained }: FhirResource): readonly unknown[] =>
  Array.isArray(contained) ? (contained as readonly unknown[]) : []

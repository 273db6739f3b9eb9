// Which resource an entry means: a new one, the one it names, or the one that its sender's identifier is known by.

import type { Key } from '../../mappings/mapped.ts'
import { permits } from '../auth/scopes.ts'
import { referenceTo, type FhirResource } from '../fhir/resource.ts'
import { Refusal } from '../refusal.ts'
import { findByCriteria } from './if-none-exist.ts'
import { findByKeys, keysOf } from './match.ts'
import type { Planning, Stored } from './planning.ts'
import type { Entry } from './write.ts'

export interface Placed {
  readonly entry: Entry
  readonly reference: string
  readonly before?: Stored
  /** If-None-Exist found it: nothing is written. */
  readonly isFound?: boolean
}

/** Finds the resource that the entry means, or gives it an id. */
export async function place(planning: Planning, entry: Entry): Promise<Placed> {
  if (entry.method === 'update') return placeUpdate(planning, entry)
  const type = entry.resource.resourceType
  if (entry.ifNoneExist !== undefined) {
    const found = await findByCriteria(planning, type, entry.ifNoneExist)
    if (found) return { entry, reference: found, isFound: true }
  }
  const known = entry.method === 'upsert' ? await findKnown(planning, entry) : undefined
  return known ?? { entry, reference: `${type}/${planning.newId()}` }
}

/** Changing what is known needs the scope for it, as an update would. */
async function findKnown(planning: Planning, entry: Entry): Promise<Placed | undefined> {
  const type = entry.resource.resourceType
  const { reference } = await findByKeys(planning, type, keysOfKeyed(entry.resource))
  const before = reference ? await planning.load(reference) : undefined
  if (!reference || !before) return undefined
  if (!permits(planning.caller.scopes, type, 'u')) {
    throw new Refusal('forbidden', {
      id: 'scope',
      text: `the token holds no scope to change a ${type}`,
      expression: entry.path || type,
    })
  }
  return { entry, reference, before }
}

/** Types whose business identifier within the source is the resource's identity. */
const keyed: readonly string[] = ['Patient', 'Encounter']

export const keysOfKeyed = (resource: FhirResource): readonly Key[] =>
  keyed.includes(resource.resourceType) ? keysOf(resource) : []

async function placeUpdate(planning: Planning, entry: Entry): Promise<Placed> {
  const reference = entry.target ?? referenceTo(entry.resource)
  const before = await planning.see(reference)
  if (!before)
    throw new Refusal('not-found', {
      id: 'not-found',
      text: 'no such resource is known here',
      ...(entry.path && { expression: entry.path }),
    })
  if (entry.ifMatch !== undefined && entry.ifMatch !== before.version) {
    throw new Refusal('stale', {
      id: 'stale-version',
      text: `If-Match names version ${entry.ifMatch}; the current version is ${before.version}`,
      ...(entry.path && { expression: entry.path }),
    })
  }
  return { entry, reference, before }
}

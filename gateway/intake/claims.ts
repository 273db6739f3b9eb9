// Which profile a resource claims: ours where it truly conforms, and whatever else its sender claimed.

import type { Validator } from '../../profiles/compiler/validator.ts'
import type { FhirResource } from '../fhir/resource.ts'
import { profileOf } from '../types.ts'

/**
 * The resource with `meta.profile` as it may be stored. A profile of ours is claimed by what conforms to it and by nothing else:
 * readers may rely on it. What falls short is stored all the same (HOUSE law 9) and claims nothing.
 */
export function claiming(resource: FhirResource, validator: Validator): FhirResource {
  const own = profileOf(resource)
  if (own === undefined) return resource
  const bare = unclaimed(resource)
  if (!validator.isValid(bare, { profile: own })) return bare
  return { ...bare, meta: { ...bare.meta, profile: [own, ...claimsOf(bare)] } }
}

/**
 * Without the claim that is the gateway's to make. A message that leaves a stored resource short of the profile is no wrong
 * message, and who reads, changes and sends back did not make the claim.
 */
export function unclaimed(resource: FhirResource): FhirResource {
  const { meta: stated, ...elements } = resource
  const { profile: _, ...meta } = stated ?? {}
  const others = claimsOf(resource).filter((one) => one !== profileOf(resource))
  const kept = { ...meta, ...(others.length > 0 && { profile: others }) }
  return Object.keys(kept).length > 0 ? { ...elements, meta: kept } : elements
}

/** Whether the resource claims the profile that it is meant for. */
export const isClaiming = (resource: FhirResource | undefined): boolean =>
  resource !== undefined && claimsOf(resource).some((one) => one === profileOf(resource))

function claimsOf({ meta }: FhirResource): readonly string[] {
  const profile = meta?.['profile']
  return Array.isArray(profile) ? profile.filter((one): one is string => typeof one === 'string') : []
}

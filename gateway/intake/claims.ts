// Which profile a resource claims: ours where it truly conforms, and whatever else its sender claimed.

import { bare as withoutVersion } from '../../profiles/compiler/definition.ts'
import type { Validator } from '../../profiles/compiler/validator.ts'
import { isRecord, type FhirResource } from '../fhir/resource.ts'
import { profileOf } from '../types.ts'
import { isJudgedRight } from './judged.ts'

/**
 * The resource with `meta.profile` as it may be stored. A profile of ours is claimed by what conforms to it and by nothing else:
 * readers may rely on it. What falls short is stored all the same (HOUSE law 9) and claims nothing.
 */
export function claiming(resource: FhirResource, validator: Validator): FhirResource {
  const own = profileOf(resource)
  if (own === undefined) return resource
  const bare = standing(unclaimed(resource), validator)
  if (!validator.isValid(bare, { profile: own, isRight: isJudgedRight(bare, validator) })) return bare
  return { ...bare, meta: { ...bare.meta, profile: [own, ...claimsOf(bare)] } }
}

/** Without others' claims too, once a feed has left the resource short of them: no reader is told what is no longer so. */
function standing(resource: FhirResource, validator: Validator): FhirResource {
  return claimsOf(resource).length === 0 || validator.isValid(resource) ? resource : claimless(resource)
}

/** Without any claim: what a message says of a stored resource is judged by itself, and not by what others once claimed of it. */
export function claimless(resource: FhirResource): FhirResource {
  const { meta: stated, ...elements } = resource
  const { profile: _, ...meta } = stated ?? {}
  return Object.keys(meta).length > 0 ? { ...elements, meta } : elements
}

/**
 * Without the claim that is the gateway's to make. A message that leaves a stored resource short of the profile is no wrong
 * message, and who reads, changes and sends back did not make the claim.
 */
export function unclaimed(resource: FhirResource): FhirResource {
  if (claimsNothing(resource)) return resource
  const others = claimsOf(resource).filter((one) => !isOurs(one, resource))
  const bare = claimless(resource)
  return others.length > 0 ? { ...bare, meta: { ...bare.meta, profile: others } } : bare
}

/** An empty meta is left to be taken away. */
const claimsNothing = ({ meta }: FhirResource): boolean =>
  meta === undefined || (isRecord(meta) && meta['profile'] === undefined && Object.keys(meta).length > 0)

/** Whether the resource claims the profile that it is meant for. */
export const isClaiming = (resource: FhirResource | undefined): boolean =>
  resource !== undefined && claimsOf(resource).some((one) => isOurs(one, resource))

/** In whichever version a sender writes it. */
const isOurs = (claim: string, resource: FhirResource): boolean => withoutVersion(claim) === profileOf(resource)

function claimsOf({ meta }: FhirResource): readonly string[] {
  const profile = meta?.['profile']
  return Array.isArray(profile) ? profile.filter((one): one is string => typeof one === 'string') : []
}

// Rules of generated source about profiles: which are known, what conforms to them, what a resource claims.

import { bare, lastSegment } from './definition.ts'
import type { CheckFunction, Linked, LinkedProfile } from './linked.ts'
import { type Json, type State, isJson, within } from './state.ts'
import { type Verdicts, verdicts } from './verdicts.ts'

export interface Profiles {
  profileAt(canonical: string): LinkedProfile | undefined
  conforms(canonical: string, value: unknown): boolean
  conformsToOne(profiles: readonly string[], value: unknown): boolean
  /** Whether the resource conforms to every profile that it claims and that is known. */
  areClaimsRight(value: Json, type: string): boolean
}

/** `module` is filled when the generated source is linked. */
export function profilesOf(state: State, module: { linked: Linked }): Profiles {
  function areClaimsRight(value: Json, type: string): boolean {
    const meta = value['meta']
    const claims = isJson(meta) ? meta['profile'] : undefined
    if (!Array.isArray(claims)) return true
    for (let i = 0; i < claims.length; i += 1) {
      const canonical: unknown = claims[i]
      const profile = typeof canonical === 'string' ? profileAt(canonical) : undefined
      if (profile === undefined) continue
      if (profile.type !== type || !isRight(profile, value, type)) return false
    }
    return true
  }

  /** A type's own definition is a profile that asks for nothing more. Another version than the one at hand is not known. */
  function profileAt(canonical: string): LinkedProfile | undefined {
    const known = module.linked.profiles.get(canonical)
    if (known) return known
    const url = bare(canonical)
    const version = url.length === canonical.length ? undefined : canonical.slice(url.length + 1)
    const profile = module.linked.profiles.get(url)
    if (profile) return version === undefined || profile.version === null || profile.version === version ? profile : undefined
    const name = url.startsWith(core) ? lastSegment(url) : ''
    return module.linked.resources.has(name) ? { type: name, version: null, check: undefined } : undefined
  }

  /** A resource is looked at once for each profile; one that is being looked at counts as right. */
  function conforms(canonical: string, value: unknown): boolean {
    const profile = profileAt(canonical)
    if (!profile || !isJson(value)) return true
    const type = value['resourceType']
    if (typeof type === 'string' && type !== profile.type) return false
    return isRight(profile, value, type)
  }

  function isRight(profile: LinkedProfile, value: Json, type: unknown): boolean {
    const { check } = profile
    if (!check) return true
    const known = knownOf(profile)
    const before = known.get(value)
    if (before !== undefined) return before
    known.set(value, true)
    const answer = typeof type === 'string' ? inItsPlace(value, check, profile.type) : check(value, undefined, profile.type)
    if (!answer) known.set(value, false)
    return answer
  }

  function inItsPlace(value: Json, check: CheckFunction, type: string): boolean {
    if (state.resource === value) return check(value, undefined, type)
    const contained = state.root['contained']
    const isContained = Array.isArray(contained) && contained.includes(value)
    return within(state, value, isContained, () => check(value, undefined, type))
  }

  /** Kept from walk to walk, and emptied: nothing is made for a resource that is right. */
  function knownOf(profile: LinkedProfile): Verdicts {
    const known = (profile.known ??= verdicts())
    if (known.size === 0) state.asked.push(profile)
    return known
  }

  function conformsToOne(profiles: readonly string[], value: unknown): boolean {
    for (let i = 0; i < profiles.length; i += 1) if (conforms(profiles[i] ?? '', value)) return true
    return false
  }

  return { profileAt, conforms, conformsToOne, areClaimsRight }
}

const core = 'http://hl7.org/fhir/StructureDefinition/'

// Rules of generated source about profiles: which are known, what conforms to them, what a resource claims.

import { bare, lastSegment } from './definition.ts'
import type { CheckFunction, Linked, LinkedProfile } from './linked.ts'
import { type Json, type State, enter, isJson, leave, within } from './state.ts'

export interface Profiles {
  profileAt(canonical: string): LinkedProfile | undefined
  /** The version in which the profile is known, where the canonical names another one. */
  otherVersion(canonical: string): string | undefined
  conforms(canonical: string, value: unknown): boolean
  conformsToOne(some: OneOf, value: unknown): boolean
  isOfProfile(profile: LinkedProfile, value: Json): boolean
  /** Whether the resource conforms to every profile that its meta claims and that is known. */
  areClaimsRight(meta: Json, value: Json, type: string): boolean
}

/** Profiles of which a value must conform to one. */
export interface OneOf {
  readonly canonicals: readonly string[]
  /** Looked up when it is first asked; null where one of them is not known here, so that anything may conform to it. */
  known: readonly LinkedProfile[] | null | undefined
}

export function oneOf(canonicals: readonly string[]): OneOf {
  return { canonicals, known: undefined }
}

/** `module` is filled when the generated source is linked. */
export function profilesOf(state: State, module: { linked: Linked }): Profiles {
  function areClaimsRight(meta: Json, value: Json, type: string): boolean {
    const claims = meta['profile']
    if (!Array.isArray(claims)) return true
    for (let i = 0; i < claims.length; i += 1) {
      const canonical: unknown = claims[i]
      if (typeof canonical !== 'string') continue
      const profile = profileAt(canonical)
      if (profile === undefined && otherVersion(canonical) === undefined) continue
      if (profile === undefined) return false
      if (profile.type !== type || !isRight(profile, value, type)) return false
    }
    return true
  }

  /** Undefined also where it is known in another version than the canonical names. */
  function profileAt(canonical: string): LinkedProfile | undefined {
    const profile = module.linked.profiles.get(canonical)
    if (profile) return profile
    const version = versionIn(canonical)
    const found = anyVersion(bare(canonical))
    return found && (version === undefined || isVersion(version, found.version)) ? found : undefined
  }

  /** What nobody can look up is no lie; what is known here, but not as the resource claims it, cannot be taken for granted. */
  function otherVersion(canonical: string): string | undefined {
    return profileAt(canonical) ? undefined : (anyVersion(bare(canonical))?.version ?? undefined)
  }

  /** A type's own definition is a profile that asks for nothing more. */
  function anyVersion(url: string): LinkedProfile | undefined {
    const name = url.startsWith(core) ? lastSegment(url) : ''
    const isType = module.linked.resources.has(name)
    return module.linked.profiles.get(url) ?? (isType ? { type: name, version: r4, check: undefined } : undefined)
  }

  /** A resource is looked at once for each profile; one that is being looked at counts as right. */
  function conforms(canonical: string, value: unknown): boolean {
    const profile = profileAt(canonical)
    return !profile || !isJson(value) || isOfProfile(profile, value)
  }

  function isOfProfile(profile: LinkedProfile, value: Json): boolean {
    const type = value['resourceType']
    return (typeof type !== 'string' || type === profile.type) && isRight(profile, value, type)
  }

  function isRight(profile: LinkedProfile, value: Json, type: unknown): boolean {
    const { check } = profile
    if (!check) return true
    if (profile.of === value) return profile.isRight === true
    const before = profile.others?.get(value)
    if (before !== undefined) return before
    keep(profile, value, true)
    const answer = typeof type === 'string' ? inItsPlace(value, check, profile.type) : check(value, undefined, profile.type)
    if (!answer) keep(profile, value, false)
    return answer
  }

  /** On the profile itself, until the walk is over: nothing is made for one resource. */
  function keep(profile: LinkedProfile, value: Json, isRight: boolean): void {
    if (profile.of === undefined) {
      state.asked.push(profile)
      profile.of = value
    }
    if (profile.of === value) profile.isRight = isRight
    else (profile.others ??= new Map()).set(value, isRight)
  }

  function inItsPlace(value: Json, check: CheckFunction, type: string): boolean {
    const { resource: outer, root, contained } = state
    if (outer === value) return check(value, undefined, type)
    const inner = root['contained']
    const isContained = Array.isArray(inner) && inner.includes(value)
    if (type === 'Bundle') return within(state, value, isContained, () => check(value, undefined, type))
    enter(state, value, isContained)
    const answer = check(value, undefined, type)
    leave(state, outer, root, contained)
    return answer
  }

  function conformsToOne(some: OneOf, value: unknown): boolean {
    const known = some.known === undefined ? (some.known = lookUp(some.canonicals)) : some.known
    if (known === null || !isJson(value)) return true
    for (let i = 0; i < known.length; i += 1) {
      const profile = known[i]
      if (profile !== undefined && isOfProfile(profile, value)) return true
    }
    return false
  }

  function lookUp(canonicals: readonly string[]): readonly LinkedProfile[] | null {
    const found = canonicals.flatMap((canonical) => profileAt(canonical) ?? [])
    return found.length < canonicals.length ? null : found
  }

  return { profileAt, otherVersion, conforms, isOfProfile, conformsToOne, areClaimsRight }
}

const core = 'http://hl7.org/fhir/StructureDefinition/'
const r4 = '4.0.1'

function versionIn(canonical: string): string | undefined {
  const { length } = bare(canonical)
  return length === canonical.length ? undefined : canonical.slice(length + 1)
}

/** Of R4 `4.0` is said too, and 4.0.1 mends nothing that a resource could be held to. */
function isVersion(asked: string, known: string | null): boolean {
  return known === null || asked === known || (known === r4 && /^4\.0(?:\.\d+)?$/.test(asked))
}

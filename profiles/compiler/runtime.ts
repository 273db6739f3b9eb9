// What generated source calls: the surroundings of a walk, and every rule that is the same for all types.

import { type Environment } from '../fhirpath/environment.ts'
import type { Link, Linked, LinkedExtension, LinkedProfile, WholeFunction } from './linked.ts'
import { elementsOf } from './runtime-elements.ts'
import { oneOf, profilesOf } from './runtime-profiles.ts'
import { aimOf, referencesOf } from './runtime-references.ts'
import {
  choiceOf,
  countOf,
  has,
  isCodeOf,
  itemOf,
  sliceByCode,
  sliceByText,
  slicesByCode,
  slicesByText,
  tableOf,
} from './runtime-values.ts'
import { type Terminology, type ValueSet, isMember, valueSetOf } from './codes.ts'
import { namesakes, unreferred } from './contained.ts'
import { entriesOf } from './entry-table.ts'
import { isEqual, isLike } from './equality.ts'
import { isAtLeast, isAtMost } from './limits.ts'
import { matches as isOfSlice } from './match.ts'
import { type IsMessageRight, messageVerdict } from './message-right.ts'
import { knownValues } from './known.ts'
import { native } from './native.ts'
import { isRightCode } from './own-codes.ts'
import { isPlainNarrative } from './plain-narrative.ts'
import type { Match, ReferenceChecks } from './plan.ts'
import { maxTextLength } from './primitive-fault.ts'
import * as tests from './primitive-test.ts'
import { isPrimitive } from './primitive.ts'
import { targetsOf } from './plain-reference.ts'
import { resolve } from './reference.ts'
import { type Json, type Referring, type State, enter, isJson, leave, maxVisited, reset, stateOf, within } from './state.ts'

/** Names that generated source takes from here. */
export const runtimeNames = [
  ...Object.keys(tests).toSorted(),
  'isNarrative',
  'primitives',
  'beside',
  'tableOf',
  'isJson',
  'extensions',
  'refers',
  'referAll',
  'reference',
  'targetsOf',
  'resource',
  'isContainedRight',
  'areClaimsRight',
  'valueSet',
  'isMember',
  'isCodeOf',
  'isRightCode',
  'isKnownUri',
  'codingSize',
  'keepCoding',
  'isKnownReference',
  'isEqual',
  'isLike',
  'isAtLeast',
  'isAtMost',
  'isPrimitive',
  'has',
  'resolveIn',
  'aimOf',
  'pointsRight',
  'oneOf',
  'conformsToOne',
  'sliceByText',
  'slicesByText',
  'sliceByCode',
  'slicesByCode',
  'countOf',
  'itemOf',
  'choiceOf',
  'none',
  'nothing',
  'native',
] as const

export interface Surroundings {
  readonly terminology: Terminology
  /** Whether R4 has a resource type of this name, known here or not. */
  readonly isTypeName: (name: string) => boolean
  /** Faults of a narrative's markup. */
  readonly narrativeFaults: (div: string) => readonly { readonly id: string; readonly text: string }[]
  /** FHIRPath's run time: what compiled invariants call. */
  readonly fhirpath: unknown
  readonly environment: Omit<Environment, 'resource' | 'root'>
}

export interface Runtime {
  readonly state: State
  readonly linked: Linked
  readonly valueSet: (url: string) => ValueSet
  /** The whole fast pass on a resource. */
  isValid(value: unknown, type: string | undefined, profiles: readonly string[], references: Referring[] | null): boolean
  /** What `isValid` asks of profiles, of a resource that it has said yes to without them. */
  conformsToAll(value: unknown, profiles: readonly string[]): boolean
  conforms(profile: string, value: unknown): boolean
  matches(match: readonly Match[], value: unknown, type: string): boolean
  pointsRight(value: unknown, checks: ReferenceChecks): boolean
  mayStand(extension: LinkedExtension, ancestors: readonly string[], path: string, owner: Json): boolean
  profileAt(canonical: string): LinkedProfile | undefined
  otherVersion(canonical: string): string | undefined
}

/** Links a module with what it calls. */
export function runtimeOf(link: Link, around: Surroundings): Runtime {
  const { isTypeName } = around
  const valueSets = new Map<string, ValueSet>()
  const state = stateOf(around.environment)
  state.resolve = (reference) => resolve(reference, state)

  function valueSet(url: string): ValueSet {
    const known = valueSets.get(url)
    if (known) return known
    const made = valueSetOf(url, around.terminology)
    valueSets.set(url, made)
    return made
  }
  state.memberOf = (url, coded) => isMember(valueSet(url), coded.value, coded.type ?? '')

  const module: { linked: Linked } = { linked: nothingLinked }
  const { primitives, beside, extensions, mayStand } = elementsOf(state, module)
  const { profileAt, otherVersion, conforms, isOfProfile, conformsToOne, areClaimsRight } = profilesOf(state, module)

  const { refers, referAll, reference, pointsRight } = referencesOf(state, module, { isTypeName, conformsToOne })
  const known = knownValues()

  const isNarrative = (div: unknown): boolean =>
    typeof div === 'string' &&
    (isPlainNarrative(div) || (div.length <= maxTextLength && around.narrativeFaults(div).length === 0))

  function resource(value: Json, depth: number, isContained: boolean): boolean {
    const type = value['resourceType']
    const check = checks.get(type)
    if (check === undefined || typeof type !== 'string') return mayBePassed(type, depth)
    if (type === 'Bundle') return within(state, value, isContained, () => isBundleRight(value, check, depth))
    const { resource: outer, root, contained } = state
    enter(state, value, isContained)
    const isRight = check(value, type, depth)
    leave(state, outer, root, contained)
    return isRight
  }

  function mayBePassed(type: unknown, depth: number): boolean {
    state.unseen += 1
    return typeof type === 'string' && depth > 0 && isTypeName(type)
  }

  const isBundleRight = (value: Json, check: WholeFunction, depth: number): boolean =>
    check(value, 'Bundle', depth) && (isMessageRight ??= verdictOnMessages())(value)

  let isMessageRight: IsMessageRight | undefined
  const verdictOnMessages = (): IsMessageRight =>
    messageVerdict({ messages: linked.messages, resolve: (text) => resolve(text, state), profileAt, isOfProfile })

  const slicing = { resolve: (text: string) => resolve(text, state), valueSet, conforms }
  const matches = (match: readonly Match[], value: unknown, type: string): boolean => isOfSlice(match, value, type, slicing)

  const names = {
    ...tests,
    isNarrative,
    primitives,
    beside,
    tableOf,
    isJson,
    extensions,
    refers,
    referAll,
    reference,
    targetsOf,
    resource,
    isContainedRight: (value: Json) => unreferred(value).length === 0 && namesakes(value).length === 0,
    areClaimsRight,
    valueSet,
    isMember,
    isCodeOf,
    isRightCode,
    // A fullUrl of the Bundle is looked at in its entry.
    isKnownReference: (text: unknown) =>
      (typeof text === 'string' &&
        text.charCodeAt(0) === 117 &&
        state.bundle !== undefined &&
        entriesOf(state).get(text) !== undefined) ||
      tests.isString(text),
    isKnownUri: known.isUri,
    codingSize: known.codingSize,
    keepCoding: known.keepCoding,
    isEqual,
    isLike,
    isAtLeast,
    isAtMost,
    isPrimitive,
    has,
    resolveIn: (value: unknown): unknown => {
      const text = isJson(value) ? value['reference'] : value
      return typeof text === 'string' ? resolve(text, state) : undefined
    },
    aimOf,
    pointsRight,
    oneOf,
    conformsToOne,
    sliceByText,
    slicesByText,
    sliceByCode,
    slicesByCode,
    countOf,
    itemOf,
    choiceOf,
    none: [],
    nothing: Object.freeze({}),
    native,
  }
  const linked = link({ ...names, fhirpath: around.fhirpath, state, maxVisited })
  module.linked = linked
  const checks = new Map<unknown, WholeFunction>([...linked.types].filter(([type]) => linked.resources.has(type)))

  function isValid(
    value: unknown,
    type: string | undefined,
    profiles: readonly string[],
    references: Referring[] | null,
  ): boolean {
    reset(state, references)
    state.unseen = 0
    try {
      if (!isJson(value) || (type !== undefined && value['resourceType'] !== type)) return false
      return resource(value, 0, false) && state.visited <= maxVisited && areMet(profiles, value)
    } catch {
      // A value that is no plain data: a getter that throws, a revoked proxy.
      return false
    } finally {
      reset(state, null)
    }
  }

  function areMet(profiles: readonly string[], value: Json): boolean {
    for (let i = 0; i < profiles.length; i += 1) {
      const profile = profileAt(profiles[i] ?? '')
      if (profile === undefined || !isOfProfile(profile, value)) return false
    }
    return true
  }

  function conformsToAll(value: unknown, profiles: readonly string[]): boolean {
    reset(state, null)
    try {
      return isJson(value) && areMet(profiles, value)
    } catch {
      return false
    } finally {
      reset(state, null)
    }
  }

  return {
    state,
    linked,
    valueSet,
    isValid,
    conformsToAll,
    conforms,
    matches,
    pointsRight: (value, checks) => pointsRight(value, aimOf(checks)),
    mayStand,
    profileAt,
    otherVersion,
  }
}

const nothingLinked: Linked = {
  types: new Map(),
  resources: new Set(),
  profiles: new Map(),
  extensions: new Map(),
  invariants: new Map(),
  messages: [],
}

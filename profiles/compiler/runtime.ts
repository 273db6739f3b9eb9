// What generated source calls: the surroundings of a walk, and every rule that is the same for all types.

import { type Environment } from '../fhirpath/environment.ts'
import type { Link, Linked, LinkedExtension, LinkedProfile } from './linked.ts'
import { elementsOf } from './runtime-elements.ts'
import { profilesOf } from './runtime-profiles.ts'
import { referencesOf } from './runtime-references.ts'
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
import { unreferred } from './contained.ts'
import { isEqual, isLike } from './equality.ts'
import { isAtLeast, isAtMost } from './limits.ts'
import { matches as isOfSlice } from './match.ts'
import { type MessageRules, isMessageRight } from './message.ts'
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
import { type Json, type Referring, type State, entriesOf, isJson, maxVisited, reset, stateOf } from './state.ts'

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
  'pointsRight',
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
  conforms(profile: string, value: unknown): boolean
  matches(match: readonly Match[], value: unknown, type: string): boolean
  pointsRight(value: unknown, checks: ReferenceChecks): boolean
  mayStand(extension: LinkedExtension, ancestors: readonly string[], path: string, parentUrl: unknown): boolean
  profileAt(canonical: string): LinkedProfile | undefined
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
  const { profileAt, conforms, conformsToOne, areClaimsRight } = profilesOf(state, module)

  const { refers, referAll, reference, pointsRight } = referencesOf(state, module, { isTypeName, conformsToOne })
  const known = knownValues()

  const isNarrative = (div: unknown): boolean =>
    typeof div === 'string' &&
    (isPlainNarrative(div) || (div.length <= maxTextLength && around.narrativeFaults(div).length === 0))

  function resource(value: Json, depth: number, isContained: boolean): boolean {
    const type = value['resourceType']
    if (typeof type !== 'string') return false
    const check = linked.types.get(type)
    if (check === undefined || !linked.resources.has(type)) return depth > 0 && isTypeName(type)
    const { resource: outer, root, bundle, isClosed, contained, entries } = state
    state.resource = value
    if (!isContained) {
      state.root = value
      state.contained = undefined
    }
    if (type === 'Bundle') {
      state.bundle = value
      state.entries = undefined
      const kind = value['type']
      state.isClosed = kind === 'message' || kind === 'document' || kind === 'transaction' || kind === 'batch'
    }
    const isRight =
      check(value, type, depth) &&
      (isContained || value['contained'] === undefined || unreferred(value).length === 0) &&
      (value['meta'] === undefined || areClaimsRight(value, type)) &&
      (type !== 'Bundle' || isMessageRight(value, messageRules()))
    state.resource = outer
    state.root = root
    state.bundle = bundle
    state.isClosed = isClosed
    state.contained = contained
    state.entries = entries
    return isRight
  }

  let rules: MessageRules | undefined
  const messageRules = (): MessageRules =>
    (rules ??= { messages: linked.messages, resolve: (text: string) => resolve(text, state), conforms })

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
    valueSet,
    isMember,
    isCodeOf,
    isRightCode,
    // A fullUrl of the Bundle is looked at in its entry.
    isKnownReference: (text: unknown) =>
      (typeof text === 'string' && text.charCodeAt(0) === 117 && state.bundle !== undefined && entriesOf(state).has(text)) ||
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
    pointsRight,
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

  function isValid(
    value: unknown,
    type: string | undefined,
    profiles: readonly string[],
    references: Referring[] | null,
  ): boolean {
    reset(state, references)
    try {
      if (!isJson(value) || (type !== undefined && value['resourceType'] !== type)) return false
      if (!resource(value, 0, false) || state.visited > maxVisited) return false
      for (let i = 0; i < profiles.length; i += 1) {
        const profile = profiles[i] ?? ''
        if (profileAt(profile) === undefined || !conforms(profile, value)) return false
      }
      return true
    } catch {
      // A value that is no plain data: a getter that throws, a revoked proxy.
      return false
    } finally {
      reset(state, null)
    }
  }

  return { state, linked, valueSet, isValid, conforms, matches, pointsRight, mayStand, profileAt }
}

const nothingLinked: Linked = {
  types: new Map(),
  resources: new Set(),
  profiles: new Map(),
  extensions: new Map(),
  invariants: new Map(),
  messages: [],
}

// A linked module as a validator: what is asked of it, and what it answers.

import * as fhirpath from '../fhirpath/runtime.ts'
import { narrativeFaults } from '../narrative.ts'
import type { Terminology } from './codes.ts'
import type { Issue } from './issue.ts'
import type { Plan } from './plan.ts'
import type { Link } from './linked.ts'
import { type Runtime, runtimeOf } from './runtime.ts'
import { schemaOf } from './schema.ts'
import type { Referring } from './state.ts'
import { issuesOf } from './walk.ts'

export type { Issue, Terminology }

export interface Asked {
  /** Resource type that is expected. */
  readonly type?: string
  /** Profile that the resource must conform to, besides those that it claims. */
  readonly profile?: string
  readonly profiles?: readonly string[]
  /** This very resource was found valid before, by itself: `isValid` looks at the profiles alone. */
  readonly isRight?: boolean
}

export interface Checked {
  readonly valid: boolean
  /** Every Reference that has a `reference`, in the order of the document; what was met until the first fault when invalid. */
  readonly references: readonly Readonly<Record<string, unknown>>[]
  /** Of each the element that it is a value of: `Task.focus`, `Extension.value`. */
  readonly elements: readonly string[]
  /** Whether all was looked at: a resource within another may be of a type of R4 that is not known here, and is passed unseen. */
  readonly isWhole: boolean
}

export interface Validator {
  /** Without a single error; warnings count for nothing. Never throws. */
  isValid(resource: unknown, asked?: Asked): boolean
  check(resource: unknown, asked?: Asked): Checked
  /** Every issue, in the order of the definitions, profiles after types. Has an error exactly when `isValid` says no. */
  validate(resource: unknown, asked?: Asked): readonly Issue[]
  /** Whether the canonical is a profile (or a type) known here. */
  isKnownProfile(canonical: string): boolean
}

/** Around a module that was written to disk; the plan is made when the first fault is to be explained. */
export function validatorOf(link: Link, planned: () => Plan, terminology: Terminology): Validator {
  const isTypeName = typeNames(terminology)
  let plan: Plan | undefined
  const getPlan = (): Plan => (plan ??= planned())
  // FHIRPath asks for types only where a value shows its own.
  let schema: ReturnType<typeof schemaOf> | undefined
  const getSchema = (): ReturnType<typeof schemaOf> => (schema ??= schemaOf(getPlan()))
  const runtime: Runtime = runtimeOf(link, {
    terminology,
    isTypeName,
    narrativeFaults,
    fhirpath,
    environment: {
      schema: {
        element: (type, name) => getSchema().element(type, name),
        kind: (type) => getSchema().kind(type),
        isA: (type, ancestor) => getSchema().isA(type, ancestor),
      },
      htmlChecks: (div) => narrativeFaults(div).length === 0,
    },
  })
  return {
    isValid: (resource, asked = {}) =>
      asked.isRight === true
        ? runtime.conformsToAll(resource, profilesOf(asked))
        : runtime.isValid(resource, asked.type, profilesOf(asked), null),
    check: (resource, asked = {}) => {
      const found: Referring[] = []
      const valid = runtime.isValid(resource, asked.type, profilesOf(asked), found)
      return {
        valid,
        references: found.map(({ value }) => value),
        elements: found.map(({ element }) => element),
        isWhole: runtime.state.unseen === 0,
      }
    },
    validate: (resource, asked = {}) =>
      issuesOf(resource, asked.type, profilesOf(asked), { plan: getPlan(), runtime, isTypeName, narrativeFaults }),
    isKnownProfile: (canonical) => runtime.profileAt(canonical) !== undefined,
  }
}

const nobody: readonly string[] = []

function profilesOf({ profile, profiles = nobody }: Asked): readonly string[] {
  if (profile === undefined) return profiles
  return profiles.length === 0 ? [profile] : [profile, ...profiles]
}

const resourceTypes = 'http://hl7.org/fhir/ValueSet/resource-types'

function typeNames(terminology: Terminology): (name: string) => boolean {
  let membership: ReturnType<Terminology['membership']>
  const known = new Set<string>()
  return (name) => {
    if (known.has(name)) return true
    membership ??= terminology.membership(resourceTypes)
    const isType = membership !== undefined && 'has' in membership && membership.has(undefined, name) === true
    if (isType) known.add(name)
    return isType
  }
}

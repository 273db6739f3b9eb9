// The table of resource types: what may be done with each, how it finds its person and its journey, and what kind of data it is.

import { structureDefinition } from '../profiles/canonical.ts'
import { factOf, facts } from './facts.ts'

/** Roles in a journey; an organisation's `kind` in the registry is its role, `operator` and `vendor` have none. */
export const roles = ['acute', 'hub', 'community', 'council', 'provider', 'gp', 'icb', 'voluntary', 'assessor'] as const
export type Role = (typeof roles)[number]

export const isRole = (kind: string): kind is Role => roles.some((role) => role === kind)

/** Kinds of data, the other axis of the access table (auth/access.ts). */
export const kinds = [
  'demographics', // who the person is: Patient, RelatedPerson
  'referral', //     what was asked: ServiceRequest, EpisodeOfCare
  'task', //         who was asked to do what, and what became of it
  'spell', //        the acute stay
  'readiness', //    medically fit, criteria to reside
  'decision', //     who decided what: need, pathway, acceptance, responsible council, delays, who was involved
  'entitlement', //  eligibility, funding, mental capacity for a decision
  'contact', //      community and reablement encounters
  'plan', //         CarePlan, Goal
  'document', //     forms, letters, discharge summaries
  'notice', //       what the gateway told one organisation
  'restricted', // of a person whose whereabouts must stay hidden: only whose it is
  'identity', //     which sources' Patients are one person
  'directory', //    organisations: anyone who is authenticated
] as const
export type Kind = (typeof kinds)[number]

export type Interaction = 'read' | 'vread' | 'history-instance' | 'search-type' | 'create' | 'update'

export interface ResourceTypeRow {
  readonly kind: Kind
  /** The profile that a resource of the type claims when it conforms (profiles/fsh); profileOf tells a few types' kinds apart. */
  readonly profile?: string
  readonly interactions: readonly Interaction[]
  /** Elements that refer to the person. */
  readonly person: readonly string[]
  /** Elements that refer to something whose journey this joins, best first. */
  readonly journey: readonly string[]
  /** Roles whose organisations may write it into a journey they are party to. */
  readonly writers: readonly Role[]
}

const reading = ['read', 'vread', 'history-instance', 'search-type'] as const
const all = [...reading, 'create', 'update'] as const

export const resourceTypes = {
  Patient: {
    kind: 'demographics',
    profile: 'HomeFirstPatient',
    interactions: all,
    person: [],
    journey: [],
    writers: ['acute', 'hub', 'community', 'council', 'provider'],
  },
  Person: { kind: 'identity', profile: 'HomeFirstPerson', interactions: [], person: [], journey: [], writers: [] },
  Organization: {
    kind: 'directory',
    profile: 'HomeFirstOrganization',
    interactions: reading,
    person: [],
    journey: [],
    writers: [],
  },
  Encounter: {
    kind: 'spell', // a community Encounter is a contact: kindOf below
    profile: 'HomeFirstSpell',
    interactions: all,
    person: ['subject'],
    journey: ['basedOn', 'episodeOfCare'],
    writers: ['acute', 'community', 'council', 'provider'],
  },
  EpisodeOfCare: {
    kind: 'referral',
    profile: 'HomeFirstJourney',
    interactions: reading,
    person: ['patient'],
    journey: ['referralRequest'],
    writers: [],
  },
  ServiceRequest: {
    kind: 'referral',
    profile: 'HomeFirstReferral',
    interactions: all,
    person: ['subject'],
    journey: ['encounter', 'basedOn'],
    writers: ['acute'],
  },
  Task: {
    kind: 'task',
    profile: 'HomeFirstTask',
    interactions: all,
    person: ['for'],
    journey: ['focus', 'basedOn', 'partOf'],
    writers: ['hub', 'community', 'council', 'acute'],
  },
  CarePlan: {
    kind: 'plan',
    profile: 'HomeFirstCarePlan',
    interactions: all,
    person: ['subject'],
    journey: ['basedOn', 'partOf', 'encounter', 'supportingInfo', 'activity.reference'],
    writers: ['hub', 'community', 'council', 'provider'],
  },
  Goal: {
    kind: 'plan',
    profile: 'HomeFirstGoal',
    interactions: all,
    person: ['subject'],
    journey: ['addresses'],
    writers: ['hub', 'community', 'council', 'provider'],
  },
  Observation: {
    kind: 'readiness', // or what its code states: facts.ts
    interactions: all,
    person: ['subject'],
    journey: ['encounter', 'basedOn'],
    writers: ['acute', 'hub', 'community', 'council', 'icb', 'provider', 'voluntary'], // each what is its to say: facts.ts
  },
  DocumentReference: {
    kind: 'document',
    profile: 'HomeFirstDocument',
    interactions: all,
    person: ['subject'],
    journey: ['context.encounter', 'context.related'],
    writers: ['acute', 'hub', 'community', 'council', 'provider'],
  },
  Binary: {
    kind: 'document',
    interactions: ['read', 'create'],
    person: [],
    journey: ['securityContext'],
    writers: ['acute', 'hub', 'community', 'council', 'provider'],
  },
  Bundle: {
    kind: 'document',
    profile: 'HomeFirstDischargeDocument',
    interactions: ['read', 'vread', 'history-instance', 'create'],
    person: [],
    journey: [],
    writers: ['acute', 'community', 'council'],
  },
  Communication: {
    kind: 'notice',
    profile: 'HomeFirstNotice',
    interactions: reading,
    person: ['subject'],
    journey: ['basedOn', 'about'],
    writers: [],
  },
} as const satisfies Record<string, ResourceTypeRow>

export type TypeName = keyof typeof resourceTypes

/**
 * A resource's kind is its type's, but an Encounter that is not an acute stay (class IMP, EMER, ACUTE, SS …) is a contact, and an
 * Observation is what it states.
 */
export function kindOf(resource: { readonly resourceType: string; readonly class?: unknown; readonly code?: unknown }): Kind {
  const { resourceType } = resource
  if (!isKnownType(resourceType)) throw new Error(`no kind of data for ${resourceType}`)
  if (resourceType === 'Observation') return factOf(resource)?.kind ?? resourceTypes.Observation.kind
  if (resourceType === 'Encounter' && isContact(resource.class)) return 'contact'
  return resourceTypes[resourceType].kind
}

/** v3-ActCode classes of care outside the acute hospital: ambulatory, field, home health, virtual. */
const contactClasses: readonly unknown[] = ['AMB', 'FLD', 'HH', 'VR']

function isContact(encounterClass: unknown): boolean {
  return (
    typeof encounterClass === 'object' &&
    encounterClass !== null &&
    'code' in encounterClass &&
    contactClasses.includes(encounterClass.code)
  )
}

/** The canonical of the profile that this resource is meant to conform to. */
export function profileOf(resource: {
  readonly resourceType: string
  readonly class?: unknown
  readonly code?: unknown
  readonly [name: string]: unknown
}): string | undefined {
  const { resourceType } = resource
  if (!isKnownType(resourceType)) return undefined
  const row: ResourceTypeRow = resourceTypes[resourceType]
  const name =
    resourceType === 'Observation' ? factOf(resource)?.profile : kindOf(resource) === 'contact' ? 'HomeFirstContact' : row.profile
  return name === undefined ? undefined : structureDefinition(name)
}

/** The canonicals of all profiles that resources of this type may claim. */
export function profilesOf(type: TypeName): readonly string[] {
  const { profile }: ResourceTypeRow = resourceTypes[type]
  const names = [
    ...(profile === undefined ? [] : [profile]),
    ...(type === 'Encounter' ? ['HomeFirstContact'] : []),
    ...(type === 'Observation' ? Object.values(facts).flatMap((fact) => fact.profile ?? []) : []),
  ]
  return [...new Set(names)].map(structureDefinition)
}

/** Roles that may write this resource into a journey. */
export function writersOf(resource: { readonly resourceType: string; readonly code?: unknown }): readonly Role[] {
  const { resourceType } = resource
  if (!isKnownType(resourceType)) return []
  if (resourceType === 'Observation') return factOf(resource)?.owners ?? ['acute', 'hub']
  return resourceTypes[resourceType].writers
}

export function isKnownType(type: string): type is TypeName {
  return Object.hasOwn(resourceTypes, type)
}

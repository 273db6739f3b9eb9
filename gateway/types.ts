// The table of resource types: what may be done with each, how it finds its person and its journey, and what kind of data it is.

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
    interactions: all,
    person: [],
    journey: [],
    writers: ['acute', 'hub', 'community', 'council', 'provider'],
  },
  Person: { kind: 'identity', interactions: [], person: [], journey: [], writers: [] },
  Organization: { kind: 'directory', interactions: reading, person: [], journey: [], writers: [] },
  Encounter: {
    kind: 'spell', // a community Encounter is a contact: kindOf below
    interactions: all,
    person: ['subject'],
    journey: ['basedOn', 'episodeOfCare'],
    writers: ['acute', 'community', 'council', 'provider'],
  },
  EpisodeOfCare: {
    kind: 'referral',
    interactions: reading,
    person: ['patient'],
    journey: ['referralRequest'],
    writers: [],
  },
  ServiceRequest: {
    kind: 'referral',
    interactions: all,
    person: ['subject'],
    journey: ['encounter', 'basedOn'],
    writers: ['acute'],
  },
  Task: {
    kind: 'task',
    interactions: all,
    person: ['for'],
    journey: ['focus', 'basedOn', 'partOf'],
    writers: ['hub', 'community', 'council', 'acute'],
  },
  CarePlan: {
    kind: 'plan',
    interactions: all,
    person: ['subject'],
    journey: ['basedOn', 'partOf', 'encounter', 'supportingInfo', 'activity.reference'],
    writers: ['hub', 'community', 'council', 'provider'],
  },
  Goal: {
    kind: 'plan',
    interactions: all,
    person: ['subject'],
    journey: ['addresses'],
    writers: ['hub', 'community', 'council', 'provider'],
  },
  Observation: {
    kind: 'readiness',
    interactions: all,
    person: ['subject'],
    journey: ['encounter', 'basedOn'],
    writers: ['acute', 'hub'],
  },
  DocumentReference: {
    kind: 'document',
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
    interactions: ['read', 'vread', 'history-instance', 'create'],
    person: [],
    journey: [],
    writers: ['acute', 'community', 'council'],
  },
  Communication: {
    kind: 'notice',
    interactions: reading,
    person: ['subject'],
    journey: ['basedOn', 'about'],
    writers: [],
  },
} as const satisfies Record<string, ResourceTypeRow>

export type TypeName = keyof typeof resourceTypes

/** A resource's kind is its type's, but an Encounter that is not an acute stay (class IMP, EMER, ACUTE, SS …) is a contact. */
export function kindOf(resource: { readonly resourceType: string; readonly class?: unknown }): Kind {
  const { resourceType } = resource
  if (!isKnownType(resourceType)) throw new Error(`no kind of data for ${resourceType}`)
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

export function isKnownType(type: string): type is TypeName {
  return Object.hasOwn(resourceTypes, type)
}

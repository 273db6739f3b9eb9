// The table of resource types: what may be done with each, how it finds its person and its journey, and what kind of data it is.

import { structureDefinition } from '../profiles/canonical.ts'
import { factOf, facts } from './facts.ts'
import { variantOf, variants, type Told } from './variants.ts'

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
  'plan', //         CarePlan, Goal, needs, the team, equipment
  'clinical', //     diagnoses, procedures
  'medicines', //    what the person takes
  'safety', //       what whoever visits must know: allergies, alerts
  'safeguarding', // a concern, which may be about somebody in the journey
  'consent', //      what the person agreed to or objected to
  'document', //     forms, letters, discharge summaries
  'notice', //       what the gateway told one organisation
  'restricted', // of a person whose whereabouts must stay hidden: only whose it is
  'identity', //     which sources' Patients are one person
  'directory', //    organisations, their services, people and places, and published definitions: anyone who is authenticated
  'audit', //        who did what: an organisation's own, read from the audit and not from here
  'retracted', //    entered in error: nobody by role, only who wrote it and named reviewers
] as const
export type Kind = (typeof kinds)[number]

/** Conditional forms, HEAD and update as create follow from these. */
export type Interaction =
  | 'read'
  | 'vread'
  | 'history-instance'
  | 'history-type'
  | 'search-type'
  | 'create'
  | 'update'
  | 'patch'
  | 'delete'

export interface ResourceTypeRow {
  readonly kind: Kind
  /** The profile that a resource of the type claims when it conforms (profiles/fsh); a variant's is its own (variants.ts). */
  readonly profile?: string
  readonly interactions: readonly Interaction[]
  /** Elements that refer to the person. */
  readonly person: readonly string[]
  /** Elements that refer to something whose journey this joins, best first. */
  readonly journey: readonly string[]
  /** Roles whose organisations may write it into a journey they are party to; into the directory, where it has no journey. */
  readonly writers: readonly Role[]
  /** Within a message or a document it travels inside what refers to it; stored by itself only when sent by itself. */
  readonly carried?: true
}

const reading = ['read', 'vread', 'history-instance', 'history-type', 'search-type'] as const
const all = [...reading, 'create', 'update', 'patch', 'delete'] as const
/** The gateway's own, and printed or gathered when they are asked for. */
const printed = ['read', 'search-type'] as const

/** Whoever looks after the person or treats them; the others read. */
const clinicians = ['acute', 'hub', 'community', 'gp'] as const satisfies readonly Role[]
const planners = ['hub', 'community', 'council', 'provider'] as const satisfies readonly Role[]
/** Whoever meets the person. */
const visitors = [...clinicians, 'council', 'provider', 'voluntary', 'assessor'] as const satisfies readonly Role[]

/** An entry of the directory: no person, no journey; its organisation's to write. */
const entry = { kind: 'directory', interactions: all, person: [], journey: [], writers: roles, carried: true } as const
/** A published definition. */
const definition = { kind: 'directory', interactions: printed, person: [], journey: [], writers: [], carried: true } as const

export const resourceTypes = {
  Patient: {
    kind: 'demographics',
    profile: 'HomeFirstPatient',
    interactions: all,
    person: [],
    journey: [],
    writers: ['acute', 'hub', 'community', 'council', 'provider'],
  },
  Person: { kind: 'identity', profile: 'HomeFirstPerson', interactions: printed, person: [], journey: [], writers: [] },
  RelatedPerson: {
    kind: 'demographics',
    profile: 'HomeFirstRelatedPerson',
    interactions: all,
    person: ['patient'],
    journey: ['patient'],
    writers: ['acute', 'hub', 'community', 'council', 'provider', 'gp'],
    carried: true,
  },
  Practitioner: entry,
  PractitionerRole: { ...entry, profile: 'HomeFirstPractitionerRole' },
  Organization: { ...entry, profile: 'HomeFirstOrganization' },
  OrganizationAffiliation: entry,
  HealthcareService: entry,
  Location: { ...entry, kind: 'demographics' }, // an organisation's place is an entry: variants.ts
  Encounter: {
    kind: 'spell', // a community Encounter is a contact: variants.ts
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
    writers: planners,
  },
  CareTeam: {
    kind: 'plan',
    interactions: all,
    person: ['subject'],
    journey: ['encounter'],
    writers: ['acute', ...planners],
    carried: true,
  },
  Goal: {
    kind: 'plan',
    profile: 'HomeFirstGoal',
    interactions: all,
    person: ['subject'],
    journey: ['addresses'],
    writers: planners,
  },
  Condition: {
    kind: 'clinical',
    interactions: all,
    person: ['subject'],
    journey: ['encounter'],
    writers: clinicians,
    carried: true,
  },
  Observation: {
    kind: 'readiness', // or what its code states: facts.ts
    interactions: all,
    person: ['subject'],
    journey: ['encounter', 'basedOn'],
    writers: ['acute', 'hub', 'community', 'council', 'icb', 'provider', 'voluntary'], // each what is its to say: facts.ts
  },
  AllergyIntolerance: {
    kind: 'safety',
    interactions: all,
    person: ['patient'],
    journey: ['encounter', 'patient'],
    writers: clinicians,
    carried: true,
  },
  MedicationStatement: {
    kind: 'medicines',
    interactions: all,
    person: ['subject'],
    journey: ['context', 'basedOn', 'partOf'],
    writers: [...clinicians, 'council', 'provider'],
    carried: true,
  },
  MedicationRequest: {
    kind: 'medicines',
    interactions: all,
    person: ['subject'],
    journey: ['encounter', 'basedOn'],
    writers: clinicians,
    carried: true,
  },
  Procedure: {
    kind: 'clinical',
    interactions: all,
    person: ['subject'],
    journey: ['encounter', 'basedOn', 'partOf'],
    writers: clinicians,
    carried: true,
  },
  Flag: {
    kind: 'safety',
    interactions: all,
    person: ['subject'],
    journey: ['encounter', 'subject'],
    writers: visitors,
    carried: true,
  },
  Questionnaire: entry,
  QuestionnaireResponse: {
    kind: 'document',
    profile: 'HomeFirstNeedsAssessment',
    interactions: all,
    person: ['subject'],
    journey: ['encounter', 'basedOn', 'partOf'],
    writers: visitors,
    carried: true,
  },
  Composition: {
    kind: 'document',
    profile: 'HomeFirstDischargeSummary',
    interactions: all,
    person: ['subject'],
    journey: ['encounter'],
    writers: ['acute', 'hub', 'community', 'council', 'provider'],
    carried: true,
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
    // A paper does not change: whoever corrects it writes another, and the DocumentReference says which one stands.
    interactions: ['read', 'vread', 'history-instance', 'create', 'delete'],
    person: [],
    journey: ['securityContext'],
    writers: ['acute', 'hub', 'community', 'council', 'provider'],
  },
  Bundle: {
    kind: 'document',
    profile: 'HomeFirstDischargeDocument',
    interactions: [...reading, 'create', 'delete'],
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
  Consent: {
    kind: 'consent',
    interactions: all,
    person: ['patient'],
    journey: ['patient'],
    writers: roles, // each what the person said to it
    carried: true,
  },
  Device: {
    kind: 'plan',
    interactions: all,
    person: ['patient'],
    journey: ['patient'],
    writers: ['acute', ...planners],
    carried: true,
  },
  DeviceRequest: {
    kind: 'plan',
    interactions: all,
    person: ['subject'],
    journey: ['encounter', 'basedOn', 'priorRequest'],
    writers: ['acute', ...planners],
    carried: true,
  },
  Provenance: {
    kind: 'restricted', // or its targets': intake/restricted.ts
    interactions: all,
    person: ['target'],
    journey: ['target'],
    writers: roles,
    carried: true,
  },
  AuditEvent: { kind: 'audit', interactions: printed, person: [], journey: [], writers: [], carried: true },
  StructureDefinition: definition,
  ValueSet: definition,
  CodeSystem: definition,
  ConceptMap: definition,
  NamingSystem: definition,
  SearchParameter: definition,
  OperationDefinition: definition,
  MessageDefinition: definition,
  CapabilityStatement: definition,
  ImplementationGuide: definition,
} as const satisfies Record<string, ResourceTypeRow>

export type TypeName = keyof typeof resourceTypes

/** A resource's kind is its type's, or its variant's (variants.ts); an Observation is what it states (facts.ts). */
export function kindOf(resource: Told): Kind {
  const { resourceType } = resource
  if (!isKnownType(resourceType)) throw new Error(`no kind of data for ${resourceType}`)
  if (resourceType === 'Observation') return factOf(resource)?.kind ?? resourceTypes.Observation.kind
  return variantOf(resource)?.kind ?? resourceTypes[resourceType].kind
}

/** The canonical of the profile that this resource is meant to conform to. */
export function profileOf(resource: Told): string | undefined {
  const { resourceType } = resource
  if (!isKnownType(resourceType)) return undefined
  const row: ResourceTypeRow = resourceTypes[resourceType]
  const special = resourceType === 'Observation' ? factOf(resource) : variantOf(resource)
  const name = special || resourceType === 'Observation' ? special?.profile : row.profile
  return name === undefined ? undefined : structureDefinition(name)
}

/** The canonicals of all profiles that resources of this type may claim. */
export function profilesOf(type: TypeName): readonly string[] {
  const { profile }: ResourceTypeRow = resourceTypes[type]
  const special = type === 'Observation' ? Object.values(facts) : (variants[type] ?? [])
  const names = [profile, ...special.map((one) => one.profile)].filter((name) => name !== undefined)
  return [...new Set(names)].map(structureDefinition)
}

/** Roles that may write this resource into a journey. */
export function writersOf(resource: Told): readonly Role[] {
  const { resourceType } = resource
  if (!isKnownType(resourceType)) return []
  if (resourceType === 'Observation') return factOf(resource)?.owners ?? ['acute', 'hub']
  return variantOf(resource)?.writers ?? resourceTypes[resourceType].writers
}

/** Whether within a message or a document it travels inside what refers to it. */
export function isCarried(type: string): boolean {
  const row: ResourceTypeRow | undefined = isKnownType(type) ? resourceTypes[type] : undefined
  return row === undefined || row.carried === true
}

export function isKnownType(type: string): type is TypeName {
  return Object.hasOwn(resourceTypes, type)
}

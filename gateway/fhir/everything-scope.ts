// What belongs to a person or to a journey, as clauses of a search: R4's patient compartment, and the journey's members.

import { Refusal } from '../refusal.ts'
import { instantRange, type InstantRange } from '../store/instants.ts'
import { searchParameterOf } from '../store/search-parameters.ts'
import type { Clause, DateMatch } from '../store/store.ts'
import { isKnownType, resourceTypes, type TypeName } from '../types.ts'
import { invalidParameter, type Asked } from './operation.ts'

/**
 * R4's CompartmentDefinition/patient, for the types that are served here; Task and Device, which R4 leaves out, hang on the person
 * all the same ("at a minimum", Patient/$everything).
 */
const compartment: Partial<Readonly<Record<TypeName, readonly string[]>>> = {
  AllergyIntolerance: ['patient', 'recorder', 'asserter'],
  CarePlan: ['patient', 'performer'],
  CareTeam: ['patient', 'participant'],
  Communication: ['subject', 'sender', 'recipient'],
  Composition: ['subject', 'author', 'attester'],
  Condition: ['patient', 'asserter'],
  Consent: ['patient'],
  Device: ['patient'],
  DeviceRequest: ['subject', 'performer'],
  DocumentReference: ['subject', 'author'],
  Encounter: ['patient'],
  EpisodeOfCare: ['patient'],
  Flag: ['patient'],
  Goal: ['patient'],
  MedicationRequest: ['subject'],
  MedicationStatement: ['subject'],
  Observation: ['subject', 'performer'],
  Patient: ['link'],
  Procedure: ['patient', 'performer'],
  Provenance: ['patient'],
  QuestionnaireResponse: ['subject', 'author'],
  RelatedPerson: ['patient'],
  ServiceRequest: ['subject', 'performer'],
  Task: ['patient'],
}

/** The search parameters of the compartment, as type and code. */
export const compartmentParameters: readonly (readonly [type: string, code: string])[] = Object.entries(compartment).flatMap(
  ([type, codes]) => codes.map((code) => [type, code] as const),
)

/** When the care was, by the search parameter that says so; what has none of these always belongs. */
const careDates: Partial<Readonly<Record<TypeName, string>>> = {
  AllergyIntolerance: 'date',
  CarePlan: 'date',
  CareTeam: 'date',
  Communication: 'sent',
  Composition: 'date',
  Condition: 'onset-date',
  Consent: 'date',
  DeviceRequest: 'authored-on',
  DocumentReference: 'date',
  Encounter: 'date',
  EpisodeOfCare: 'date',
  Flag: 'date',
  Goal: 'start-date',
  MedicationRequest: 'authoredon',
  MedicationStatement: 'effective',
  Observation: 'date',
  Procedure: 'date',
  Provenance: 'recorded',
  QuestionnaireResponse: 'authored',
  ServiceRequest: 'authored',
  Task: 'authored-on',
}

export const careDateParameters: readonly (readonly [type: string, code: string])[] = Object.entries(careDates)

/** Whole files, which come a few at a time. */
const heavy: readonly TypeName[] = ['Binary', 'Bundle']

/** Who, where and with what: what a record is hard to read without. */
const supporting: readonly TypeName[] = [
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'HealthcareService',
  'Location',
  'Device',
  'Questionnaire',
]

const compartmentTypes = Object.keys(compartment).filter(isKnownType)

/** Types whose resources are about a person; the directory, definitions and the audit are nobody's record. */
const recordTypes = Object.keys(resourceTypes)
  .filter(isKnownType)
  .filter((type) => resourceTypes[type].interactions.length > 0)
  .filter((type) => type === 'Patient' || resourceTypes[type].person.length > 0)

/** What an $everything is of. */
export interface Whole {
  readonly type: 'Patient' | 'EpisodeOfCare'
  /** What belongs to it. */
  readonly belongs: (id: string) => Clause
  /** The types that are looked for, and those of them that are whole files and come a few at a time. */
  readonly records: readonly TypeName[]
  readonly files: readonly TypeName[]
  /** The types that come along with those that refer to them. */
  readonly along: readonly TypeName[]
}

export const wholePatient: Whole = {
  type: 'Patient',
  belongs: (id) => ({
    on: 'any',
    of: [
      {
        on: 'all',
        of: [
          { on: 'id', any: [id] },
          { on: 'type', any: ['Patient'] },
        ],
      },
      ...compartmentParameters.map(([type, code]): Clause => ({
        on: 'reference',
        key: keyOf(type, code),
        any: [`Patient/${id}`],
      })),
    ],
  }),
  records: compartmentTypes,
  files: [],
  along: [...supporting, ...heavy].filter((type) => !compartmentTypes.includes(type)),
}

export const wholeJourney: Whole = {
  type: 'EpisodeOfCare',
  belongs: (id) => ({ on: 'journey', any: [id] }),
  records: recordTypes,
  files: heavy,
  along: supporting.filter((type) => !recordTypes.includes(type)),
}

/** Where its index rows stand: a parameter that narrows another (`patient`, `subject`) has them there. */
const keyOf = (type: string, code: string): string => `${type}.${searchParameterOf(type, code)?.within ?? code}`

export const typesOf = ({ records, files, along }: Whole): readonly TypeName[] => [...records, ...files, ...along]

/** The types that are asked for by `_type`, each perhaps several with commas; all of the whole without. */
export function typesAsked(asked: Asked, whole: Whole): readonly TypeName[] {
  const named = asked.texts('_type').flatMap((text) => text.split(',').map((name) => name.trim()))
  const types = typesOf(whole)
  if (named.length === 0) return types
  if (named.some((name) => !isKnownType(name))) throw invalidParameter('_type', 'takes types of resources that are served here')
  return types.filter((type) => named.includes(type))
}

/** `start`, `end` and `_since` as clauses. */
export function timesAsked(asked: Asked, types: readonly TypeName[]): readonly Clause[] {
  const [start, end, since] = ['start', 'end', '_since'].map((name) => timeAsked(asked, name))
  const during: DateMatch[] = [
    ...(start ? [{ prefix: 'ge', ...start } as const] : []),
    ...(end ? [{ prefix: 'le', ...end } as const] : []),
  ]
  const updated: Clause[] = since ? [{ on: 'updated', any: [{ prefix: 'ge', ...since }] }] : []
  return during.length === 0 ? updated : [...updated, caredFor(during, types)]
}

/** 400 for what is no date. */
export function timeAsked(asked: Asked, name: string): InstantRange | undefined {
  const text = asked.text(name)
  if (text === undefined) return undefined
  const range = instantRange(text.replace(' ', '+'))
  if (range) return range
  throw new Refusal('invalid', { id: 'date-invalid', text: `${name} is no FHIR date or instant`, location: name, code: 'value' })
}

/** A resource that does not say when belongs: to leave it out would hide it. */
function caredFor(during: readonly DateMatch[], types: readonly TypeName[]): Clause {
  const dated = types.flatMap((type): readonly Clause[] => {
    const code = careDates[type]
    if (code === undefined) return []
    const key = keyOf(type, code)
    const within = during.map((match): Clause => ({ on: 'date', key, any: [match] }))
    const isThen: Clause = {
      on: 'any',
      of: [
        { on: 'missing', key, missing: true },
        { on: 'all', of: within },
      ],
    }
    return [{ on: 'all', of: [{ on: 'type', any: [type] }, isThen] }]
  })
  const timeless = types.filter((type) => careDates[type] === undefined)
  return { on: 'any', of: [...dated, ...(timeless.length > 0 ? [{ on: 'type', any: timeless } as const] : [])] }
}

// What is written in a network of care: one small resource of each sort, by whom, what kind of data it is, and what it hangs on.

import { base, codeSystem } from '../../profiles/canonical.ts'
import { roles, type Kind, type Role } from './rule.ts'

export interface Sample {
  readonly type: string
  /** As docs/access.md has it: written out here on purpose, not read from the gateway's tables. */
  readonly kind: Kind
  readonly writers: readonly Role[]
  /** `stay`: the trust's own; `referral`, `person`: what it names; `nothing`: it names the person, and hangs on nothing. */
  readonly on: 'stay' | 'referral' | 'person' | 'nothing'
  readonly tellsWhere?: boolean
  /** How it says that it was entered in error. */
  readonly wrong?: Readonly<Record<string, string>>
  /** `at`: references to the person and to what it hangs on; `by`: its author. */
  readonly resource: (at: { readonly person: Reference; readonly anchor: Reference; readonly by: Reference }) => object
}

export interface Reference {
  readonly reference: string
}

const coded = (system: string, code: string) => ({ coding: [{ system, code }] })
const terminology = (name: string) => `http://terminology.hl7.org/CodeSystem/${name}`
const words = (text: string) => ({ text })
const clinicians = ['acute', 'hub', 'community', 'gp'] as const
const planners = ['hub', 'community', 'council', 'provider'] as const
const visitors = [...clinicians, 'council', 'provider', 'voluntary', 'assessor'] as const
const wrong = { status: 'entered-in-error' }

const ofStay: readonly Sample[] = [
  {
    ...{ type: 'Observation', kind: 'readiness', writers: ['acute', 'hub'], on: 'stay', wrong },
    resource: ({ person, anchor, by }) => ({
      ...{ status: 'final', subject: person, encounter: anchor, performer: [by], valueDateTime: '2026-11-22' },
      code: coded(codeSystem('observation'), 'discharge-ready-date'),
    }),
  },
  {
    ...{ type: 'Condition', kind: 'clinical', writers: clinicians, on: 'stay' },
    resource: ({ person, anchor }) => ({ subject: person, encounter: anchor, code: words('Fractured hip') }),
  },
  {
    ...{ type: 'MedicationRequest', kind: 'medicines', writers: clinicians, on: 'stay', wrong },
    resource: ({ person, anchor }) => ({
      ...{ status: 'active', intent: 'order', subject: person, encounter: anchor },
      medicationCodeableConcept: words('Apixaban'),
    }),
  },
  {
    ...{ type: 'Procedure', kind: 'clinical', writers: clinicians, on: 'stay', wrong },
    resource: ({ person, anchor }) => ({ status: 'completed', subject: person, encounter: anchor, code: words('Hip') }),
  },
  {
    ...{ type: 'Composition', kind: 'document', writers: ['acute', 'hub', 'community', 'council', 'provider'], on: 'stay' },
    ...{ tellsWhere: true, wrong },
    resource: ({ person, anchor, by }) => ({
      ...{ status: 'final', type: words('Letter'), subject: person, encounter: anchor, title: 'Letter' },
      ...{ date: '2026-11-20', author: [by] },
    }),
  },
  {
    ...{ type: 'QuestionnaireResponse', kind: 'document', writers: visitors, on: 'stay', tellsWhere: true, wrong },
    resource: ({ person, anchor }) => ({ status: 'completed', subject: person, encounter: anchor }),
  },
]

const ofPerson: readonly Sample[] = [
  {
    ...{ type: 'RelatedPerson', kind: 'demographics', on: 'person', tellsWhere: true },
    writers: ['acute', 'hub', 'community', 'council', 'provider', 'gp'],
    resource: ({ person }) => ({ patient: person, relationship: [words('daughter')] }),
  },
  {
    ...{ type: 'AllergyIntolerance', kind: 'safety', writers: clinicians, on: 'person' },
    resource: ({ person }) => ({
      patient: person,
      code: words('Penicillin'),
      clinicalStatus: coded(terminology('allergyintolerance-clinical'), 'active'),
    }),
  },
  {
    ...{ type: 'Flag', kind: 'safety', writers: visitors, on: 'person', wrong },
    resource: ({ person }) => ({ status: 'active', subject: person, code: words('Two to visit') }),
  },
  {
    ...{ type: 'Flag', kind: 'safeguarding', writers: visitors, on: 'person', wrong },
    resource: ({ person }) => ({ status: 'active', subject: person, code: words('Safeguarding: ring us') }),
  },
  {
    ...{ type: 'Device', kind: 'plan', writers: ['acute', ...planners], on: 'person', tellsWhere: true, wrong },
    resource: ({ person }) => ({ patient: person, status: 'active', type: words('Walking frame') }),
  },
  {
    ...{ type: 'Consent', kind: 'consent', writers: roles, on: 'person', tellsWhere: true, wrong },
    resource: ({ person }) => consent(person, {}),
  },
]

const ofReferral: readonly Sample[] = [
  {
    ...{ type: 'CarePlan', kind: 'plan', writers: planners, on: 'referral', wrong },
    resource: ({ person, anchor }) => ({
      ...{ status: 'active', intent: 'plan', title: 'At home', subject: person, supportingInfo: [anchor] },
    }),
  },
  {
    ...{ type: 'Goal', kind: 'plan', writers: planners, on: 'referral', wrong: { lifecycleStatus: 'entered-in-error' } },
    resource: ({ person, anchor }) => ({
      ...{ lifecycleStatus: 'active', description: words('Climbs the stairs'), subject: person, addresses: [anchor] },
    }),
  },
  {
    // A narrative is free words: of a person who must not be found nobody can look into it.
    ...{ type: 'Goal', kind: 'plan', writers: planners, on: 'referral', tellsWhere: true },
    wrong: { lifecycleStatus: 'entered-in-error' },
    resource: ({ person, anchor }) => ({
      text: { status: 'additional', div: '<div xmlns="http://www.w3.org/1999/xhtml">By the stairs</div>' },
      ...{ lifecycleStatus: 'active', description: words('Cooks'), subject: person, addresses: [anchor] },
    }),
  },
  {
    ...{ type: 'Encounter', kind: 'contact', writers: ['acute', 'community', 'council', 'provider'], on: 'referral', wrong },
    resource: ({ person, anchor }) => ({
      ...{ status: 'planned', basedOn: [anchor], subject: person },
      class: { system: terminology('v3-ActCode'), code: 'HH' },
    }),
  },
  {
    ...{ type: 'DeviceRequest', kind: 'plan', writers: ['acute', ...planners], on: 'referral', wrong },
    resource: ({ person, anchor }) => ({
      ...{ status: 'active', intent: 'order', subject: person, basedOn: [anchor], codeCodeableConcept: words('Hoist') },
    }),
  },
  {
    ...{ type: 'QuestionnaireResponse', kind: 'document', writers: visitors, on: 'referral', tellsWhere: true, wrong },
    resource: ({ person, anchor }) => ({ status: 'completed', subject: person, basedOn: [anchor] }),
  },
  {
    ...{ type: 'Observation', kind: 'decision', writers: ['acute', 'hub', 'community', 'council'], on: 'referral', wrong },
    resource: ({ person, anchor, by }) => ({
      ...{ status: 'final', subject: person, basedOn: [anchor], performer: [by], valueCodeableConcept: words('Asked her') },
      code: coded(codeSystem('decision'), 'involvement'),
    }),
  },
  {
    ...{ type: 'Observation', kind: 'entitlement', writers: ['council'], on: 'referral', wrong },
    resource: ({ person, anchor, by }) => ({
      ...{ status: 'final', subject: person, basedOn: [anchor], performer: [by], valueCodeableConcept: words('Eligible') },
      code: coded(codeSystem('decision'), 'eligibility'),
    }),
  },
]

const ofNothing: readonly Sample[] = [
  {
    ...{ type: 'CarePlan', kind: 'plan', writers: planners, on: 'nothing', wrong },
    resource: ({ person }) => ({ status: 'active', intent: 'plan', title: 'Visits', subject: person }),
  },
  {
    ...{ type: 'MedicationStatement', kind: 'medicines', writers: [...clinicians, 'council', 'provider'], on: 'nothing', wrong },
    resource: ({ person }) => ({ status: 'active', subject: person, medicationCodeableConcept: words('Paracetamol') }),
  },
  {
    ...{ type: 'QuestionnaireResponse', kind: 'plan', writers: visitors, on: 'nothing', tellsWhere: true, wrong },
    resource: ({ person }) => ({ status: 'in-progress', subject: person, questionnaire: `${base}/Questionnaire/AboutMe|0.1.0` }),
  },
  {
    ...{ type: 'Observation', kind: 'plan', on: 'nothing', wrong },
    writers: ['acute', 'hub', 'community', 'council', 'provider', 'voluntary', 'assessor', 'gp'],
    resource: ({ person }) => ({
      ...{ status: 'final', subject: person, valueString: 'A good neighbour' },
      code: coded(codeSystem('plan-statement'), 'strength'),
    }),
  },
]

export const samples: readonly Sample[] = [...ofStay, ...ofPerson, ...ofReferral, ...ofNothing]

/** Types on which a word may stand that they are to be kept from an organisation (the extension's context), a referral besides. */
export const keepable: readonly string[] = [
  ...['Flag', 'Observation', 'DocumentReference', 'QuestionnaireResponse', 'Condition', 'CarePlan', 'Encounter', 'RelatedPerson'],
]

export const sharedPlans: readonly string[] = ['CarePlan', 'Goal']

export const consent = (patient: Reference, provision: object) => ({
  ...{ resourceType: 'Consent', status: 'active', patient, policyRule: words('Sharing for direct care') },
  scope: coded(terminology('consentscope'), 'patient-privacy'),
  category: [coded('http://loinc.org', '59284-0')],
  ...(Object.keys(provision).length > 0 && { provision: { type: 'deny', ...provision } }),
})

export const deniedTo = (organisation: string) => ({
  actor: [{ role: words('who must not see it'), reference: { reference: `Organization/${organisation}` } }],
})

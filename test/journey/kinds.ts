// One resource of each type that is written into a journey or the directory, who writes it, and what kind of data it is.

import { base, codeSystem } from '../../profiles/canonical.ts'
import type { Kind } from '../../gateway/types.ts'
import type { Name } from './world.ts'

export interface Sample {
  readonly name: string
  readonly type: string
  readonly by: Name
  /** Written out a second time on purpose: whoever changes what a type is must say so twice. */
  readonly kind: Kind
  /** From the journey's patient, referral, spell and plan. */
  readonly resource: (of: (name: string) => Reference) => Readonly<Record<string, unknown>>
  /** An element that its writer changes, and what into. */
  readonly change: Readonly<Record<string, unknown>>
}

export interface Reference {
  readonly reference: string
}

const coded = (system: string, code: string) => ({ coding: [{ system, code }] })
const terminology = (name: string) => `http://terminology.hl7.org/CodeSystem/${name}`
const organization = (id: string) => ({ reference: `Organization/${id}` })
const named = (text: string) => ({ text })

const journey: readonly Sample[] = [
  {
    ...{ name: 'a daughter', type: 'RelatedPerson', by: 'community', kind: 'demographics' },
    resource: (of) => ({
      patient: of('patient'),
      relationship: [named('daughter')],
      telecom: [{ system: 'phone', value: '0300 000' }],
    }),
    change: { gender: 'female' },
  },
  {
    ...{ name: 'a team', type: 'CareTeam', by: 'hub', kind: 'plan' },
    resource: (of) => ({ status: 'active', subject: of('patient'), encounter: of('spell'), name: 'Reablement' }),
    change: { name: 'Reablement, north' },
  },
  {
    ...{ name: 'a diagnosis', type: 'Condition', by: 'epr', kind: 'clinical' },
    resource: (of) => ({ subject: of('patient'), encounter: of('spell'), code: named('Fractured hip') }),
    change: { code: named('Fractured neck of femur') },
  },
  {
    ...{ name: 'a need', type: 'Condition', by: 'council', kind: 'plan' },
    resource: (of) => ({
      ...{ subject: of('patient'), code: named('Stairs') },
      category: [coded(codeSystem('plan-statement'), 'need')],
    }),
    change: { code: named('Stairs and the bath') },
  },
  {
    ...{ name: 'an allergy', type: 'AllergyIntolerance', by: 'community', kind: 'safety' },
    resource: (of) => ({
      patient: of('patient'),
      code: named('Penicillin'),
      clinicalStatus: coded(terminology('allergyintolerance-clinical'), 'active'),
    }),
    change: { criticality: 'high' },
  },
  {
    ...{ name: 'a medicine taken', type: 'MedicationStatement', by: 'provider', kind: 'medicines' },
    resource: (of) => ({ status: 'active', subject: of('patient'), medicationCodeableConcept: named('Paracetamol') }),
    change: { status: 'stopped' },
  },
  {
    ...{ name: 'a medicine ordered', type: 'MedicationRequest', by: 'epr', kind: 'medicines' },
    resource: (of) => ({
      ...{ status: 'active', intent: 'order', subject: of('patient'), encounter: of('spell') },
      medicationCodeableConcept: named('Apixaban'),
    }),
    change: { status: 'stopped' },
  },
  {
    ...{ name: 'an operation', type: 'Procedure', by: 'epr', kind: 'clinical' },
    resource: (of) => ({ status: 'completed', subject: of('patient'), encounter: of('spell'), code: named('Hip replacement') }),
    change: { code: named('Hemiarthroplasty') },
  },
  {
    ...{ name: 'an alert', type: 'Flag', by: 'voluntary', kind: 'safety' },
    resource: (of) => ({ status: 'active', subject: of('patient'), code: named('Dog bites: visit in twos') }),
    change: { status: 'inactive' },
  },
  {
    ...{ name: 'a concern', type: 'Flag', by: 'council', kind: 'safeguarding' },
    resource: (of) => ({ status: 'active', subject: of('patient'), code: coded(codeSystem('safeguarding-status'), 'concern') }),
    change: { status: 'inactive' },
  },
  {
    ...{ name: 'somebody else’s concern', type: 'Flag', by: 'epr', kind: 'safeguarding' },
    resource: (of) => ({
      status: 'active',
      subject: of('patient'),
      category: [named('Safeguarding adults')],
      code: named('Ring the ward'),
    }),
    change: { status: 'inactive' },
  },
  {
    ...{ name: 'a form', type: 'QuestionnaireResponse', by: 'assessor', kind: 'document' },
    resource: (of) => ({
      status: 'completed',
      subject: of('patient'),
      item: [{ linkId: '1', answer: [{ valueString: 'Stairs' }] }],
    }),
    change: { status: 'amended' },
  },
  {
    ...{ name: 'About me', type: 'QuestionnaireResponse', by: 'voluntary', kind: 'plan' },
    resource: (of) => ({ status: 'in-progress', subject: of('patient'), questionnaire: `${base}/Questionnaire/AboutMe|0.1.0` }),
    change: { status: 'stopped' },
  },
  {
    ...{ name: 'a composition', type: 'Composition', by: 'epr', kind: 'document' },
    resource: (of) => ({
      ...{ status: 'final', type: named('Letter'), subject: of('patient'), encounter: of('spell'), title: 'Letter' },
      ...{ date: '2026-11-20', author: [organization('trust1')] },
    }),
    change: { title: 'Second letter' },
  },
  {
    ...{ name: 'a consent', type: 'Consent', by: 'icb', kind: 'consent' },
    resource: (of) => ({
      ...{ status: 'active', patient: of('patient'), policyRule: named('Sharing for direct care') },
      scope: coded(terminology('consentscope'), 'patient-privacy'),
      category: [coded('http://loinc.org', '59284-0')],
    }),
    change: { status: 'inactive' },
  },
  {
    ...{ name: 'a walking frame', type: 'Device', by: 'provider', kind: 'plan' },
    resource: (of) => ({ patient: of('patient'), status: 'active', type: named('Walking frame') }),
    change: { status: 'inactive' },
  },
  {
    ...{ name: 'a hoist asked for', type: 'DeviceRequest', by: 'council', kind: 'plan' },
    resource: (of) => ({
      status: 'active',
      intent: 'order',
      subject: of('patient'),
      basedOn: [of('referral')],
      codeCodeableConcept: named('Hoist'),
    }),
    change: { status: 'completed' },
  },
  {
    ...{ name: 'where the plan came from', type: 'Provenance', by: 'community', kind: 'plan' },
    resource: (of) => ({ target: [of('plan')], recorded: '2026-11-20T10:00:00Z', agent: [{ who: organization('community1') }] }),
    change: { recorded: '2026-11-20T10:05:00Z' },
  },
  {
    ...{ name: 'a strength', type: 'Observation', by: 'voluntary', kind: 'plan' },
    resource: (of) => ({
      status: 'final',
      subject: of('patient'),
      code: coded(codeSystem('plan-statement'), 'strength'),
      valueString: 'A good neighbour',
    }),
    change: { valueString: 'Two good neighbours' },
  },
]

const entries: readonly Sample[] = [
  {
    ...{ name: 'a nurse', type: 'Practitioner', by: 'community' },
    resource: () => ({ name: [{ family: 'Example', given: ['Nurse'] }] }),
    change: { active: false },
  },
  {
    ...{ name: 'a role', type: 'PractitionerRole', by: 'epr' },
    resource: () => ({ organization: organization('trust1'), code: [named('Ward doctor')] }),
    change: { active: false },
  },
  {
    ...{ name: 'a branch', type: 'Organization', by: 'provider' },
    resource: () => ({ name: 'Example Homecare, north branch', partOf: organization('provider1') }),
    change: { active: false },
  },
  {
    ...{ name: 'an affiliation', type: 'OrganizationAffiliation', by: 'council' },
    resource: () => ({ organization: organization('council1'), participatingOrganization: organization('provider1') }),
    change: { active: false },
  },
  {
    ...{ name: 'a service', type: 'HealthcareService', by: 'hub' },
    resource: () => ({ providedBy: organization('trust1'), name: 'Transfer of care' }),
    change: { active: false },
  },
  {
    ...{ name: 'a ward', type: 'Location', by: 'epr' },
    resource: () => ({ managingOrganization: organization('trust1'), name: 'Example ward' }),
    change: { status: 'inactive' },
  },
  {
    ...{ name: 'a questionnaire', type: 'Questionnaire', by: 'gp' },
    resource: () => ({ status: 'draft', title: 'An example' }),
    change: { status: 'active' },
  },
].map((entry) => ({ ...entry, by: entry.by as Name, kind: 'directory' as const }))

export const samples: readonly Sample[] = [...journey, ...entries]

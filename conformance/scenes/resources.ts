// Resources that tests write: each the least that is right, about somebody who does not exist.

import { codeSystem, nhsNumber } from '../../profiles/canonical.ts'
import type { Person } from '../people.ts'

export interface Resource {
  readonly resourceType: string
  readonly [element: string]: unknown
}

export const localSystem = 'https://conformance.example/Id/local'
export const visitSystem = 'https://conformance.example/Id/visit'
export const actCode = 'http://terminology.hl7.org/CodeSystem/v3-ActCode'

export const patientOf = (person: Person): Resource => ({
  resourceType: 'Patient',
  identifier: [
    { system: nhsNumber, value: person.nhsNumber },
    { system: localSystem, value: person.local },
  ],
  name: [{ use: 'official', family: person.family, given: [person.given] }],
  gender: 'female',
  birthDate: person.birthDate,
})

export const spellOf = (person: Person, subject: string, serviceProvider?: string): Resource => ({
  resourceType: 'Encounter',
  identifier: [{ system: visitSystem, value: person.visit }],
  status: 'in-progress',
  class: { system: actCode, code: 'IMP' },
  subject: { reference: subject },
  ...(serviceProvider !== undefined && { serviceProvider: { reference: serviceProvider } }),
  period: { start: new Date(Date.now() - 86_400_000).toISOString() },
})

export interface Referred {
  readonly subject: string
  readonly encounter?: string
  readonly requester: string
  readonly performer: string
  readonly text?: string
}

export const referralOf = ({ subject, encounter, requester, performer, text = 'Needs help at home' }: Referred): Resource => ({
  resourceType: 'ServiceRequest',
  status: 'active',
  intent: 'plan',
  code: { coding: [{ system: 'http://snomed.info/sct', code: '718524000' }] },
  subject: { reference: subject },
  ...(encounter !== undefined && { encounter: { reference: encounter } }),
  authoredOn: new Date().toISOString(),
  requester: { reference: requester },
  performer: [{ reference: performer }],
  reasonCode: [{ text }],
})

export interface Assigned {
  readonly code: string
  readonly referral: string
  readonly patient: string
  readonly requester: string
  readonly owner: string
}

export const taskOf = ({ code, referral, patient, requester, owner }: Assigned): Resource => ({
  resourceType: 'Task',
  status: 'requested',
  intent: 'order',
  code: { coding: [{ system: codeSystem('task-code'), code }] },
  focus: { reference: referral },
  for: { reference: patient },
  requester: { reference: requester },
  owner: { reference: owner },
})

export const observationOf = (subject: string, encounter: string | undefined, code: string): Resource => ({
  resourceType: 'Observation',
  status: 'final',
  code: { text: code },
  subject: { reference: subject },
  ...(encounter !== undefined && { encounter: { reference: encounter } }),
  effectiveDateTime: new Date().toISOString(),
  valueString: code,
})

export const carePlanOf = (subject: string, referral: string, title: string): Resource => ({
  resourceType: 'CarePlan',
  status: 'active',
  intent: 'plan',
  title,
  subject: { reference: subject },
  supportingInfo: [{ reference: referral }],
})

export const taskOutput = (code: string, value: object): object => ({
  type: { coding: [{ system: codeSystem('task-output'), code }] },
  ...value,
})

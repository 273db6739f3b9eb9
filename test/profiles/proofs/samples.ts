// Values of every type that a broken example may need.

import type { Json } from './definitions.ts'

/** A value of each type that a choice may take. */
export const valueOf: Readonly<Record<string, unknown>> = {
  boolean: true,
  string: 'other',
  code: 'other',
  integer: 3,
  decimal: 3.5,
  uri: 'urn:oid:2.999',
  url: 'https://example.org/other',
  canonical: 'https://example.org/other',
  instant: '2026-11-22T10:00:00Z',
  date: '2026-11-22',
  dateTime: '2026-11-22T10:00:00Z',
  time: '10:00:00',
  CodeableConcept: { text: 'other' },
  Coding: { system: 'https://example.org/codes', code: 'other' },
  Identifier: { system: 'https://example.org/ids', value: 'other' },
  Period: { start: '2026-11-22' },
  Quantity: { value: 1 },
  Duration: { value: 1, unit: 'day', system: 'http://unitsofmeasure.org', code: 'd' },
  ContactPoint: { system: 'phone', value: '01632 960999' },
  Reference: { display: 'other' },
}

/** The least that R4 asks of a resource that is contained: a profile of ours asks for more. */
export const barest: Readonly<Record<string, Json>> = {
  Patient: { gender: 'female' },
  Organization: { alias: ['other'], identifier: [{ value: 'other' }] },
  PractitionerRole: { active: true },
  RelatedPerson: { patient: { display: 'other' } },
  ServiceRequest: { status: 'active', intent: 'order', subject: { display: 'other' } },
  Encounter: { status: 'planned', class: { system: 'https://example.org/codes', code: 'other' } },
  EpisodeOfCare: { status: 'active', patient: { display: 'other' } },
  Goal: { lifecycleStatus: 'active', description: { text: 'other' }, subject: { reference: 'Group/other' } },
  CarePlan: { status: 'active', intent: 'plan', subject: { reference: 'Group/other' } },
  Task: { status: 'requested', intent: 'plan' },
  Condition: { subject: { reference: 'Group/other' } },
  Observation: { status: 'final', code: { text: 'other' } },
  DocumentReference: { status: 'current', content: [{ attachment: { title: 'other' } }] },
  QuestionnaireResponse: { status: 'in-progress' },
}

/** A code of R4's own list that ours leaves out, for bindings on a bare code. */
export const codeOutside: Readonly<Record<string, string>> = { 'ServiceRequest.intent': 'proposal' }

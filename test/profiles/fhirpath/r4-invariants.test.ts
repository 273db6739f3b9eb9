// Every invariant of the R4 types in use, with a value for which it holds and one for which it does not.

import { expect, it } from 'vitest'
import { corrected, errata } from '../../../profiles/fhirpath/errata.ts'
import { definitions, holds } from './schema.ts'
import type { World } from './schema.ts'

const ucum = 'http://unitsofmeasure.org'
const concept = (system: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
})
const wrong = (system: string) => concept(system, 'entered-in-error')
const bundle = (type: string, more: object = {}) => ({ resourceType: 'Bundle', type, ...more })
const patient = (more: object) => ({ resourceType: 'Patient', ...more })
const unknown = { extension: [{ url: 'http://example.org/why', valueCode: 'unknown' }] }

type Row = readonly [right: unknown, wrong: unknown, rightWorld?: World, wrongWorld?: World]

/** By key and type. */
const table: Readonly<Record<string, Row>> = {
  'ext-1 Extension': [
    { url: 'u', valueCode: 'a' },
    { url: 'u', valueCode: 'a', extension: [{ url: 'v' }] },
  ],
  'age-1 Age': [
    { value: 1, system: ucum, code: 'a' },
    { value: 0, system: ucum, code: 'a' },
  ],
  'qty-3 Quantity': [{ code: 'g', system: ucum }, { code: 'g' }],
  'att-1 Attachment': [{ data: 'YQ==', contentType: 'text/plain' }, { data: 'YQ==' }],
  'cpt-2 ContactPoint': [{ value: '01', system: 'phone' }, { value: '01' }],
  'cnt-3 Count': [
    { value: 2, code: '1', system: ucum },
    { value: 2.5, code: '1', system: ucum },
  ],
  'drq-1 DataRequirement.codeFilter': [{ path: 'a' }, { path: 'a', searchParam: 'b' }],
  'drq-2 DataRequirement.dateFilter': [{ searchParam: 'a' }, {}],
  'dis-1 Distance': [{ value: 2, code: 'm', system: ucum }, { value: 2 }],
  'drt-1 Duration': [
    { value: 2, code: 'h', system: ucum },
    { code: 'h', system: ucum },
  ],
  'exp-1 Expression': [{ expression: 'a' }, { language: 'text/cql' }],
  'txt-1 xhtml': ['<div>a</div>', '<div><script/></div>', { htmlChecks: () => true }, { htmlChecks: () => false }],
  'txt-2 xhtml': ['<div>a</div>', '<div/>', { htmlChecks: () => true }, { htmlChecks: () => false }],
  'per-1 Period': [
    { start: '2024-02-01', end: '2024-02-01T10:00:00Z' },
    { start: '2024-02-02', end: '2024-02-01' },
  ],
  'rng-2 Range': [
    { low: { value: 1, unit: 'a' }, high: { value: 0, unit: 'b' } },
    { low: { value: 2, unit: 'a' }, high: { value: 1, unit: 'a' } },
  ],
  'rat-1 Ratio': [{ numerator: { value: 1 }, denominator: { value: 2 } }, { numerator: { value: 1 } }],
  'ref-1 Reference': [{ display: 'a' }, { reference: '#b' }, {}, { root: { contained: [{ resourceType: 'Patient', id: 'a' }] } }],
  'tim-1 Timing.repeat': [{ duration: 1, durationUnit: 'h' }, { duration: 1 }],
  'tim-2 Timing.repeat': [{ period: 1, periodUnit: 'h' }, { period: 1 }],
  'tim-4 Timing.repeat': [{ duration: 0 }, { duration: -1 }],
  'tim-5 Timing.repeat': [{ period: 0 }, { period: -1 }],
  'tim-6 Timing.repeat': [{ periodMax: 2, period: 1 }, { periodMax: 2 }],
  'tim-7 Timing.repeat': [{ durationMax: 2, duration: 1 }, { durationMax: 2 }],
  'tim-8 Timing.repeat': [{ countMax: 2, count: 1 }, { countMax: 2 }],
  'tim-9 Timing.repeat': [
    { offset: 5, when: ['HS'] },
    { offset: 5, when: ['CM'] },
  ],
  'tim-10 Timing.repeat': [{ timeOfDay: ['10:00:00'] }, { timeOfDay: ['10:00:00'], when: ['HS'] }],
  'trd-1 TriggerDefinition': [{ timingDate: '2024' }, { timingDate: '2024', data: [{ type: 'Patient' }] }],
  'trd-2 TriggerDefinition': [{ condition: {}, data: [{ type: 'Patient' }] }, { condition: {} }],
  'trd-3 TriggerDefinition': [{ type: 'periodic', timingDate: '2024' }, { type: 'data-added' }],
  'dom-2 Patient': [
    patient({ contained: [patient({ id: 'a' })] }),
    patient({ contained: [patient({ contained: [patient({})] })] }),
  ],
  'dom-3 Patient': [
    patient({ contained: [patient({ id: 'a' })], link: [{ other: { reference: '#a' } }] }),
    patient({ contained: [patient({ id: 'a' })], link: [{ other: { reference: '#b' } }] }),
  ],
  'dom-4 Patient': [
    patient({ contained: [patient({ meta: { tag: [] } })] }),
    patient({ contained: [patient({ meta: { versionId: '1' } })] }),
  ],
  'dom-5 Patient': [
    patient({ contained: [patient({ meta: {} })] }),
    patient({ contained: [patient({ meta: { security: [{ code: 'R' }] } })] }),
  ],
  'dom-6 Patient': [patient({ text: { div: '<div/>' } }), patient({})],
  'ait-1 AllergyIntolerance': [
    { verificationStatus: wrong('allergyintolerance-verification') },
    { verificationStatus: wrong('other') },
  ],
  'ait-2 AllergyIntolerance': [
    { clinicalStatus: {} },
    { verificationStatus: wrong('allergyintolerance-verification'), clinicalStatus: {} },
  ],
  'app-1 Appointment.participant': [{ actor: {} }, { status: 'accepted' }],
  'app-2 Appointment': [{ start: '2024-02-01T10:00:00Z', end: '2024-02-01T11:00:00Z' }, { start: '2024-02-01T10:00:00Z' }],
  'app-3 Appointment': [{ status: 'proposed' }, { status: 'booked' }],
  'app-4 Appointment': [
    { cancelationReason: {}, status: 'noshow' },
    { cancelationReason: {}, status: 'booked' },
  ],
  'sev-1 AuditEvent.entity': [{ name: 'a' }, { name: 'a', query: 'YQ==' }],
  'bdl-1 Bundle': [bundle('searchset', { total: 1 }), bundle('message', { total: 1 })],
  'bdl-2 Bundle': [bundle('searchset', { entry: [{ search: {} }] }), bundle('message', { entry: [{ search: {} }] })],
  'bdl-3 Bundle': [bundle('batch', { entry: [{ request: {} }] }), bundle('transaction', { entry: [{ request: {} }, {}] })],
  'bdl-4 Bundle': [bundle('batch-response', { entry: [{ response: {} }] }), bundle('message', { entry: [{ response: {} }] })],
  'bdl-5 Bundle.entry': [{ resource: {} }, { fullUrl: 'urn:a' }],
  'bdl-7 Bundle': [
    bundle('collection', {
      entry: [
        { fullUrl: 'urn:a', resource: { meta: { versionId: '1' } } },
        { fullUrl: 'urn:a', resource: { meta: { versionId: '2' } } },
      ],
    }),
    bundle('collection', { entry: [{ fullUrl: 'urn:a' }, { fullUrl: 'urn:a' }] }),
  ],
  'bdl-8 Bundle.entry': [{ fullUrl: 'http://example.org/Patient/1' }, { fullUrl: 'http://example.org/Patient/1/_history/2' }],
  'bdl-9 Bundle': [
    bundle('document', { identifier: { system: 'a', value: 'b' } }),
    bundle('document', { identifier: { value: 'b' } }),
  ],
  'bdl-10 Bundle': [bundle('document', { timestamp: '2024-02-01T10:00:00Z' }), bundle('document', { _timestamp: unknown })],
  'bdl-11 Bundle': [
    bundle('document', { entry: [{ resource: { resourceType: 'Composition' } }] }),
    bundle('document', { entry: [{ resource: patient({}) }] }),
  ],
  'bdl-12 Bundle': [
    bundle('message', { entry: [{ resource: { resourceType: 'MessageHeader' } }] }),
    bundle('message', { entry: [{ resource: patient({}) }] }),
  ],
  'cpb-0 CapabilityStatement': [{ name: 'Home_First' }, { name: 'Home First' }],
  'cpb-1 CapabilityStatement': [{ rest: [{}] }, { kind: 'instance' }],
  'cpb-2 CapabilityStatement': [{ description: 'a' }, {}],
  'cpb-3 CapabilityStatement': [
    { kind: 'instance', messaging: [{ endpoint: [{}] }] },
    { kind: 'capability', messaging: [{ endpoint: [{}] }] },
  ],
  'cpb-7 CapabilityStatement': [
    {
      document: [
        { mode: 'a', profile: 'b' },
        { mode: 'b', profile: 'b' },
      ],
    },
    {
      document: [
        { mode: 'a', profile: 'b' },
        { mode: 'a', profile: 'b' },
      ],
    },
  ],
  'cpb-9 CapabilityStatement.rest': [{ resource: [{ type: 'a' }, { type: 'b' }] }, { resource: [{ type: 'a' }, { type: 'a' }] }],
  'cpb-12 CapabilityStatement.rest.resource': [
    { searchParam: [{ name: 'a' }, { name: 'b' }] },
    { searchParam: [{ name: 'a' }, { name: 'a' }] },
  ],
  'cpb-14 CapabilityStatement': [{ kind: 'instance', implementation: {} }, { kind: 'instance' }],
  'cpb-15 CapabilityStatement': [
    { kind: 'capability', software: {} },
    { kind: 'capability', software: {}, implementation: {} },
  ],
  'cpb-16 CapabilityStatement': [{ kind: 'requirements' }, { kind: 'requirements', software: {} }],
  'cpl-3 CarePlan.activity': [{ detail: {} }, { detail: {}, reference: {} }],
  'ctm-1 CareTeam.participant': [
    { onBehalfOf: {}, member: { reference: 'Practitioner/1' } },
    { onBehalfOf: {}, member: { reference: 'Patient/1' } },
    { resolve: () => ({ resourceType: 'Practitioner' }) },
    { resolve: () => ({ resourceType: 'Patient' }) },
  ],
  'cmp-1 Composition.section': [{ text: {} }, { title: 'a' }],
  'cmp-2 Composition.section': [{ emptyReason: {} }, { emptyReason: {}, entry: [{}] }],
  'con-1 Condition.stage': [{ summary: {} }, { type: {} }],
  'con-2 Condition.evidence': [{ code: [{}] }, { id: 'a' }],
  'con-3 Condition': [
    { category: [concept('condition-category', 'encounter-diagnosis')] },
    { category: [concept('condition-category', 'problem-list-item')] },
  ],
  'con-4 Condition': [
    { abatementString: 'a', clinicalStatus: concept('condition-clinical', 'resolved') },
    { abatementString: 'a', clinicalStatus: concept('condition-clinical', 'active') },
  ],
  'con-5 Condition': [{ clinicalStatus: {} }, { clinicalStatus: {}, verificationStatus: wrong('condition-ver-status') }],
  'ppc-1 Consent': [{ policyRule: {} }, {}],
  'gol-1 Goal.target': [{ detailString: 'a', measure: {} }, { detailString: 'a' }],
  'lst-1 List': [{ emptyReason: {} }, { emptyReason: {}, entry: [{}] }],
  'lst-2 List': [
    { mode: 'changes', entry: [{ deleted: true }] },
    { mode: 'working', entry: [{ deleted: true }] },
  ],
  'lst-3 List': [
    { mode: 'working', entry: [{ date: '2024' }] },
    { mode: 'changes', entry: [{ date: '2024' }] },
  ],
  'obs-3 Observation.referenceRange': [{ text: 'a' }, { type: {} }],
  'obs-6 Observation': [{ dataAbsentReason: {} }, { dataAbsentReason: {}, valueInteger: 0 }],
  'obs-7 Observation': [
    { code: concept('a', '1'), valueInteger: 0, component: [{ code: concept('a', '2') }] },
    {
      code: concept('a', '1'),
      valueInteger: 0,
      component: [
        { code: concept('a', '2') },
        { code: { coding: [{ code: '1', system: 'http://terminology.hl7.org/CodeSystem/a' }] } },
      ],
    },
  ],
  'org-1 Organization': [{ name: 'a' }, { active: true }],
  'org-2 Address': [{ use: 'work' }, { use: 'home' }],
  'org-3 ContactPoint': [{ use: 'work' }, { use: 'home' }],
  'inv-1 Parameters.parameter': [
    { name: 'a', valueString: 'b' },
    { name: 'a', valueString: 'b', resource: {} },
  ],
  'inv-1 Task': [
    { authoredOn: '2024-02-01', lastModified: '2024-02-01T10:00:00Z' },
    { authoredOn: '2024-02-02', lastModified: '2024-02-01' },
  ],
  'pat-1 Patient.contact': [{ name: {} }, { gender: 'female' }],
  'prr-1 ServiceRequest': [{ orderDetail: [{}], code: {} }, { orderDetail: [{}] }],
  'que-0 Questionnaire': [{ title: 'a' }, { name: '1' }],
  'que-1 Questionnaire.item': [{ type: 'group', item: [{}] }, { type: 'group' }],
  'que-2 Questionnaire': [
    { item: [{ linkId: '1', item: [{ linkId: '2' }] }] },
    { item: [{ linkId: '1', item: [{ linkId: '1' }] }] },
  ],
  'que-3 Questionnaire.item': [
    { type: 'group', code: [{}] },
    { type: 'display', code: [{}] },
  ],
  'que-4 Questionnaire.item': [{ answerOption: [{}] }, { answerOption: [{}], answerValueSet: 'a' }],
  'que-5 Questionnaire.item': [
    { type: 'choice', answerOption: [{}] },
    { type: 'boolean', answerOption: [{}] },
  ],
  'que-6 Questionnaire.item': [
    { type: 'group', required: true },
    { type: 'display', required: false },
  ],
  'que-7 Questionnaire.item.enableWhen': [
    { operator: 'exists', answerBoolean: false },
    { operator: 'exists', answerString: 'true' },
  ],
  'que-8 Questionnaire.item': [
    { type: 'string', initial: [{}] },
    { type: 'group', initial: [{}] },
  ],
  'que-9 Questionnaire.item': [
    { type: 'string', readOnly: true },
    { type: 'display', readOnly: true },
  ],
  'que-10 Questionnaire.item': [
    { type: 'text', maxLength: 5 },
    { type: 'date', maxLength: 5 },
  ],
  'que-11 Questionnaire.item': [{ initial: [{}] }, { initial: [{}], answerOption: [{}] }],
  'que-12 Questionnaire.item': [{ enableWhen: [{}, {}], enableBehavior: 'all' }, { enableWhen: [{}, {}] }],
  'que-13 Questionnaire.item': [
    { repeats: true, initial: [{}, {}] },
    { repeats: false, initial: [{}, {}] },
  ],
  'qrs-1 QuestionnaireResponse.item': [{ answer: [{}] }, { answer: [{}], item: [{}] }],
}

/** They test the system 'something', which HL7 left in by mistake. */
const neverFailing = ['ppc-2', 'ppc-3', 'ppc-4', 'ppc-5']

it.each(Object.entries(table))('knows right from wrong by %s', (name, [right, bad, rightWorld = {}, wrongWorld = rightWorld]) => {
  const [key = '', type = ''] = name.split(' ')
  const expression = corrected(expressionOf(key, type))
  expect(holds(expression, type, right, { resource: right, ...rightWorld })).toBe(true)
  expect(holds(expression, type, bad, { resource: bad, ...wrongWorld })).toBe(false)
})

it('looks at every invariant of the definitions', () => {
  const known = new Set([...Object.keys(table).map((name) => name.split(' ')[0]), ...neverFailing])
  const keys = new Set(
    definitions.flatMap((d) => (d.snapshot?.element ?? []).flatMap((row) => (row.constraint ?? []).map(({ key }) => key))),
  )
  expect([...keys].filter((key) => !known.has(key))).toEqual([])
})

it('corrects nothing that is not published', () => {
  const published = new Set(
    definitions.flatMap((d) =>
      (d.snapshot?.element ?? []).flatMap((row) => (row.constraint ?? []).map(({ expression }) => expression)),
    ),
  )
  // MedicationDispense is not in use here; UK Core has a profile of it.
  const elsewhere = errata.filter((erratum) => !published.has(erratum.published)).map(({ reason }) => reason.slice(0, 5))
  expect(elsewhere).toEqual(['mdd-1'])
})

function expressionOf(key: string, type: string): string {
  const root = type.split('.')[0]
  const own = definitions.find(({ name }) => name === root)?.snapshot?.element ?? []
  const everywhere = definitions.flatMap(({ snapshot }) => snapshot?.element ?? [])
  const rows = [
    ...own.filter(({ path }) => path === type),
    ...everywhere.filter((row) => row.type?.some(({ code }) => code === type)),
    ...everywhere,
  ]
  const expression = rows.flatMap((row) => row.constraint ?? []).find((constraint) => constraint.key === key)?.expression
  if (expression === undefined) throw new Error(`no ${key}`)
  return expression
}

// Right resources that the tests of profiles spoil one element at a time.

export type Json = Record<string, unknown>

const own = (name: string, code: string) => ({
  system: `https://home-first.example/fhir/CodeSystem/${name}`,
  code,
})
const concept = (system: string, code: string) => ({ coding: [{ system, code }] })

export const patient = (): Json => ({
  resourceType: 'Patient',
  id: 'p1',
  meta: { lastUpdated: '2026-11-01T09:30:00.123Z', profile: ['https://example.test/profile'] },
  text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>Test</p></div>' },
  identifier: [{ use: 'official', system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018' }],
  active: true,
  name: [{ use: 'official', family: 'Testcase', given: ['Ada', 'May'], period: { start: '2001', end: '2010-05' } }],
  telecom: [{ system: 'phone', value: '0', use: 'home', rank: 1 }],
  gender: 'female',
  birthDate: '1940-02-29',
  deceasedDateTime: '2026-11-02T10:00:00+01:00',
  address: [{ line: ['1 Test Street'], postalCode: 'ZZ99 3VZ' }],
  contact: [{ name: { family: 'Kin' } }],
  generalPractitioner: [{ reference: 'Organization/gp1' }],
})

export const task = (): Json => ({
  resourceType: 'Task',
  status: 'requested',
  intent: 'order',
  priority: 'routine',
  code: { coding: [own('task-code', 'home-first-referral')] },
  focus: { reference: 'ServiceRequest/s1' },
  for: { reference: 'Patient/p1' },
  authoredOn: '2026-11-01',
  lastModified: '2026-11-01T12:00:00Z',
  owner: { reference: 'Organization/hub1' },
  output: [
    {
      type: { coding: [own('task-output', 'pathway')] },
      valueCodeableConcept: { coding: [own('pathway', '1')] },
    },
  ],
})

export const encounter = (): Json => ({
  resourceType: 'Encounter',
  status: 'in-progress',
  statusHistory: [{ status: 'arrived', period: { start: '2026-11-01T01:00:00Z', end: '2026-11-01T02:00:00Z' } }],
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IMP' },
  subject: { reference: 'Patient/p1' },
  period: { start: '2026-11-01T01:00:00Z' },
  length: { value: 3.5, unit: 'd', system: 'http://unitsofmeasure.org', code: 'd' },
  location: [{ location: { reference: 'Location/l1' }, status: 'active' }],
})

export const observation = (): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [own('observation', 'criteria-to-reside')] },
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: '2026-11-01T08:00:00Z',
  valueCodeableConcept: { coding: [own('criteria-to-reside', '06')] },
})

export const carePlan = (): Json => ({
  resourceType: 'CarePlan',
  status: 'active',
  intent: 'plan',
  subject: { reference: 'Patient/p1' },
  goal: [{ reference: 'Goal/g1' }],
  activity: [
    {
      detail: {
        status: 'scheduled',
        scheduledTiming: {
          repeat: { frequency: 2, period: 1, periodUnit: 'd', timeOfDay: ['08:00:00', '20:00:00'] },
        },
        quantity: { value: 1.5 },
      },
    },
  ],
})

export const document = (): Json => ({
  resourceType: 'DocumentReference',
  status: 'current',
  content: [{ attachment: { contentType: 'application/pdf', data: 'JVBERi0=' } }],
})

export const message = (): Json => ({
  resourceType: 'Bundle',
  type: 'message',
  timestamp: '2026-11-01T08:00:00Z',
  entry: [
    {
      fullUrl: 'urn:uuid:6a0c3c8f-0a52-4b4e-9a6e-111111111111',
      resource: {
        resourceType: 'MessageHeader',
        eventCoding: {
          system: 'https://fhir.nhs.uk/CodeSystem/message-events-bars',
          code: 'servicerequest-request',
        },
        source: { endpoint: 'https://fhir.nhs.uk/Id/dos-service-id|1' },
        focus: [{ reference: 'urn:uuid:6a0c3c8f-0a52-4b4e-9a6e-222222222222' }],
      },
    },
    {
      fullUrl: 'urn:uuid:6a0c3c8f-0a52-4b4e-9a6e-222222222222',
      resource: {
        resourceType: 'ServiceRequest',
        status: 'active',
        intent: 'plan',
        subject: { reference: 'urn:uuid:6a0c3c8f-0a52-4b4e-9a6e-333333333333' },
      },
    },
    { fullUrl: 'urn:uuid:6a0c3c8f-0a52-4b4e-9a6e-333333333333', resource: patient() },
  ],
})

export const condition = (): Json => ({
  resourceType: 'Condition',
  clinicalStatus: concept('http://terminology.hl7.org/CodeSystem/condition-clinical', 'active'),
  verificationStatus: concept('http://terminology.hl7.org/CodeSystem/condition-ver-status', 'confirmed'),
  code: { text: 'Test condition' },
  subject: { reference: 'Patient/p1' },
})

export const questionnaireResponse = (): Json => ({
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  item: [
    {
      linkId: '1',
      item: [{ linkId: '1.1', answer: [{ valueBoolean: false, item: [{ linkId: '1.1.1' }] }] }],
    },
  ],
})

export const withContained = (): Json => ({
  resourceType: 'ServiceRequest',
  status: 'active',
  intent: 'order',
  contained: [{ resourceType: 'Practitioner', id: 'pr1', name: [{ text: 'Test' }] }],
  subject: { reference: 'Patient/p1' },
  requester: { reference: '#pr1' },
})

export const goodResources: Readonly<Record<string, () => Json>> = {
  patient,
  task,
  encounter,
  observation,
  carePlan,
  document,
  message,
  condition,
  questionnaireResponse,
  withContained,
  organization: () => ({
    resourceType: 'Organization',
    name: 'TRUST1',
    type: [{ coding: [own('organization-kind', 'acute')] }],
  }),
  person: () => ({
    resourceType: 'Person',
    link: [{ target: { reference: 'Patient/p1' }, assurance: 'level3' }],
  }),
  episode: () => ({ resourceType: 'EpisodeOfCare', status: 'active', patient: { reference: 'Patient/p1' } }),
  goal: () => ({
    resourceType: 'Goal',
    lifecycleStatus: 'active',
    description: { text: 'Walk' },
    subject: { reference: 'Patient/p1' },
  }),
  binary: () => ({ resourceType: 'Binary', contentType: 'text/plain; charset=utf-8', data: 'QQ==' }),
  communication: () => ({
    resourceType: 'Communication',
    status: 'completed',
    category: [{ coding: [own('notice', 'died')] }],
  }),
  parameters: () => ({
    resourceType: 'Parameters',
    parameter: [{ name: 'a', part: [{ name: 'b', valueInteger: 0 }] }],
  }),
  outcome: () => ({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'invalid' }] }),
  bareId: () => ({ resourceType: 'Patient', id: 'A-z.9' }),
  primitiveExtension: () => ({
    resourceType: 'Patient',
    birthDate: '1940-01-01',
    _birthDate: {
      extension: [{ url: 'https://example.test/birthTime', valueDateTime: '1940-01-01T01:00:00Z' }],
    },
    name: [
      {
        given: [null, 'May'],
        _given: [{ id: 'g', extension: [{ url: 'https://example.test/x', valueCode: 'masked' }] }, null],
      },
    ],
    _gender: {
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
    },
  }),
  nestedExtension: () => ({
    resourceType: 'Patient',
    extension: [{ url: 'https://example.test/a', extension: [{ url: 'b', valueDecimal: 1.5e-7 }] }],
  }),
  conceptByExtension: () => ({
    ...condition(),
    clinicalStatus: {
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
    },
  }),
  leapDay: () => ({ resourceType: 'Patient', birthDate: '2000-02-29' }),
  yearOnly: () => ({ resourceType: 'Patient', birthDate: '1940', deceasedDateTime: '2026-11' }),
}

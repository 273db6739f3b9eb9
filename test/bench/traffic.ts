// What the load sends: the n-th message, unlike all others in person and ids, made from templates so that making it is cheap.

import { createPrivateKey, randomUUID, sign } from 'node:crypto'
import { codeSystem, identifierSystem, nhsNumber, odsOrganization } from '../../profiles/canonical.ts'
import type { SyntheticPerson } from '../../gateway/demo/cast.ts'
import { ago, hl7 } from '../../gateway/demo/hl7.ts'
import { fhirDate, person } from '../faults/people.ts'

export { person }

type Values = Readonly<Record<string, string>>
type Template = (values: Values) => string

/** Text with `{{name}}` in it. */
function template(text: string): Template {
  const parts = text.split(/\{\{(\w+)\}\}/)
  return (values) => parts.map((part, i) => (i % 2 === 0 ? part : (values[part] ?? ''))).join('')
}

const blank: SyntheticPerson = {
  nhsNumber: '{{nhsNumber}}',
  local: '{{local}}',
  visit: '{{visit}}',
  family: '{{family}}',
  given: '{{given}}',
  birthDate: '{{birthDate}}',
}

const valuesOf = (who: SyntheticPerson): Values => ({ ...who, born: fhirDate(who.birthDate) })

/** A referral as a FHIR message of six resources besides its header and organisations; about 10 KB. */
export function messages(): (n: number) => string {
  const text = template(JSON.stringify(referral()))
  return (n) => text({ ...valuesOf(person(n)), bundle: randomUUID() })
}

/** Conditions of these Patients in turn, some 1.5 KB each, no two alike. */
export function conditions(subjects: readonly string[]): (n: number) => string {
  const text = template(JSON.stringify(conditionResource()))
  return (n) => text({ subject: subjects[n % subjects.length] ?? '', entry: randomUUID() })
}

/** ADT^A01 of the n-th person. */
export function admissions(): (n: number) => string {
  const text = template(hl7('ADT^A01^ADT_A01', blank, { at: ago(600), control: '{{control}}' }))
  return (n) => text({ ...valuesOf(person(n)), control: controlId() })
}

/** The j-th ADT^A08 for one of `count` people that were admitted: a new telephone number, later than all before it. */
export function updates({ first, count, since }: Known): (j: number) => string {
  const today = ago(0).slice(0, 8)
  const text = template(
    hl7('ADT^A08^ADT_A01', blank, {
      at: '{{at}}',
      control: '{{control}}',
      pid: { 13: '^PRN^PH^^^01632^960{{phone}}' },
      segments: [`PV2|||||||||${today}`, `ZU1||||||||||||||||||||||Y||${today}`],
    }),
  )
  return (j) => {
    const values = { control: controlId(), at: wallClock(since + j * 1000), phone: String(j % 1000).padStart(3, '0') }
    return text({ ...valuesOf(person(first + (j % count))), ...values })
  }
}

/** People that the trust admitted: `count` of them from the `first` on. */
export interface Known {
  readonly first: number
  readonly count: number
  /** When the first update happened, in milliseconds; each is a second later. */
  readonly since: number
}

export interface Signer {
  readonly clientId: string
  readonly kid: string
  /** PKCS #8, PEM. */
  readonly key: string
}

/** Bodies of token requests, each with an assertion of its own (private_key_jwt, ES384). */
export function tokenRequests({ clientId, kid, key }: Signer, tokenUrl: string): () => string {
  const privateKey = createPrivateKey(key)
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  return () => {
    const exp = Math.floor(Date.now() / 1000) + 240
    const claims = { iss: clientId, sub: clientId, aud: tokenUrl, exp, jti: randomUUID() }
    const signed = `${encode({ alg: 'ES384', typ: 'JWT', kid })}.${encode(claims)}`
    const signature = sign('sha384', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' })
    return new URLSearchParams({
      grant_type: 'client_credentials',
      scope: 'system/*.cruds',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: `${signed}.${signature.toString('base64url')}`,
    }).toString()
  }
}

const controlId = (): string => randomUUID().replaceAll('-', '').slice(0, 20)

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'medium' })
/** Wall-clock time in England as HL7 v2 writes it. */
const wallClock = (ms: number): string => clock.format(ms).replace(/\D/g, '')

const urn = (n: number): string => `urn:uuid:6f1f3a52-7a63-4d1c-9d0e-0000000000${n}`
const [header, hub, trust, patient, spell, request, criteria, ready, form] = [10, 11, 12, 13, 14, 15, 16, 17, 18].map(urn)
const concept = (system: string, code: string, display?: string) => ({ coding: [{ system, code, ...(display && { display }) }] })
const visitSystem = identifierSystem('local/trust1-epr/TRUST1/visit')

function referral(): object {
  const resources: readonly (readonly [string | undefined, object])[] = [
    [header, messageHeader()],
    [hub, organization('HUB1', 'Example Transfer of Care Hub')],
    [trust, organization('TRUST1', 'Example Trust')],
    [patient, patientResource()],
    [spell, spellResource()],
    [request, referralResource()],
    [
      criteria,
      observation('criteria-to-reside', {
        valueCodeableConcept: concept(codeSystem('criteria-to-reside-state'), 'no-longer-meets'),
      }),
    ],
    [ready, observation('discharge-ready-date', { valueDateTime: today() })],
    [form, formResource()],
  ]
  return {
    resourceType: 'Bundle',
    id: '{{bundle}}',
    type: 'message',
    timestamp: new Date().toISOString(),
    entry: resources.map(([fullUrl, resource]) => ({ fullUrl, resource })),
  }
}

const today = (): string => new Date().toISOString().slice(0, 10)
const narrative = (text: string) => ({
  status: 'generated',
  div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${text}</p></div>`,
})

function messageHeader(): object {
  return {
    resourceType: 'MessageHeader',
    eventCoding: { system: 'https://fhir.nhs.uk/CodeSystem/message-events-bars', code: 'servicerequest-request' },
    reason: concept('https://fhir.nhs.uk/CodeSystem/message-reason-bars', 'new'),
    destination: [{ endpoint: 'https://fhir.nhs.uk/Id/dos-service-id|999001', receiver: { reference: hub } }],
    source: { name: 'Example EPR', software: 'EPR', version: '1.0', endpoint: 'https://fhir.nhs.uk/Id/dos-service-id|999002' },
    sender: { reference: trust },
    focus: [{ reference: request }],
  }
}

const organization = (code: string, name: string) => ({
  resourceType: 'Organization',
  identifier: [{ system: odsOrganization, value: code }],
  name,
})

function patientResource(): object {
  return {
    resourceType: 'Patient',
    text: narrative('{{given}} {{family}}, born {{born}}, NHS number {{nhsNumber}}'),
    identifier: [
      { use: 'official', system: nhsNumber, value: '{{nhsNumber}}' },
      {
        use: 'usual',
        system: identifierSystem('local/trust1-epr/TRUST1'),
        value: '{{local}}',
        assigner: { display: 'Example Trust' },
      },
    ],
    active: true,
    name: [{ use: 'official', text: '{{given}} {{family}}', family: '{{family}}', given: ['{{given}}'], prefix: ['Ms'] }],
    telecom: [
      { system: 'phone', value: '01632 960001', use: 'home' },
      { system: 'phone', value: '07700 900001', use: 'mobile' },
    ],
    gender: 'female',
    birthDate: '{{born}}',
    address: [
      {
        use: 'home',
        type: 'physical',
        line: ['1 Example Road', 'Exampleham'],
        city: 'Exampletown',
        district: 'Exampleshire',
        postalCode: 'ZZ99 9ZZ',
        country: 'GBR',
      },
    ],
    contact: [
      {
        relationship: [concept('http://terminology.hl7.org/CodeSystem/v2-0131', 'N', 'Next-of-Kin')],
        name: { text: 'Next of kin of {{given}}', family: '{{family}}', given: ['KIN'] },
        telecom: [{ system: 'phone', value: '01632 960002', use: 'home' }],
      },
    ],
  }
}

function spellResource(): object {
  return {
    resourceType: 'Encounter',
    text: narrative('Stay of {{given}} {{family}} on ward 7, bay 2; visit {{visit}}'),
    identifier: [{ use: 'official', system: visitSystem, value: '{{visit}}' }],
    status: 'in-progress',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IMP', display: 'inpatient encounter' },
    type: [{ text: 'Emergency admission after a fall at home' }],
    serviceType: { text: 'Geriatric medicine' },
    priority: concept('http://terminology.hl7.org/CodeSystem/v3-ActPriority', 'EM', 'emergency'),
    subject: { reference: patient, display: '{{given}} {{family}}' },
    period: { start: new Date(Date.now() - 6 * 86_400_000).toISOString() },
    reasonCode: [{ text: 'Fall on the stairs; bruising of the left hip, no fracture seen. Reduced mobility since.' }],
    location: [{ location: { display: 'Ward 7, bay 2, bed 4' }, status: 'active' }],
    serviceProvider: { reference: trust },
  }
}

function referralResource(): object {
  return {
    resourceType: 'ServiceRequest',
    text: narrative('Discharge to assess for {{given}} {{family}}: reablement at home, twice a day at first'),
    identifier: [{ system: identifierSystem('local/trust1-epr/TRUST1/referral'), value: 'R-{{visit}}' }],
    status: 'active',
    intent: 'plan',
    priority: 'routine',
    code: concept('http://snomed.info/sct', '718524000'),
    subject: { reference: patient, display: '{{given}} {{family}}' },
    encounter: { reference: spell },
    authoredOn: new Date().toISOString(),
    requester: { reference: trust },
    performer: [{ reference: hub }],
    reasonCode: [{ text: 'Needs help with washing, dressing and the stairs after a fall; was independent before.' }],
    supportingInfo: [{ reference: criteria }, { reference: ready }, { reference: form }],
    note: notes.map((text) => ({ text })),
    patientInstruction: 'Key safe at the front door; ring first. Hard of hearing on the left side.',
  }
}

/** As wordy as a ward is: what makes the message of a real length. */
const notes = [
  'Lives alone in a two-storey house; bathroom and bedroom upstairs, one handrail. A neighbour looks in every other day and does the shopping.',
  'Transfers with a frame and the help of one; walks ten metres on the ward, three stairs with supervision. Goal: washes and dresses alone, climbs the stairs safely.',
  'Medicines in a dosette box, prompted; no intravenous treatment. Continence: pads at night. Skin intact, pressure areas checked this morning.',
  'Equipment asked for: commode, bed lever, perching stool, second handrail. Delivery has been requested for the day of discharge.',
  'Understands and agrees to the plan; daughter informed by telephone with her consent. No power of attorney. No safeguarding concern is known.',
]

const observation = (code: string, value: object) => ({
  resourceType: 'Observation',
  text: narrative(`Readiness of {{given}} {{family}}: ${code.replaceAll('-', ' ')}, stated by the ward round`),
  status: 'final',
  category: [concept('http://terminology.hl7.org/CodeSystem/observation-category', 'survey', 'Survey')],
  code: concept(codeSystem('observation'), code),
  subject: { reference: patient, display: '{{given}} {{family}}' },
  encounter: { reference: spell },
  effectiveDateTime: today(),
  issued: new Date().toISOString(),
  performer: [{ reference: trust }],
  ...value,
  note: [{ text: 'Decided at the board round by the ward team; the consultant was present and agreed.' }],
})

function conditionResource(): object {
  return {
    resourceType: 'Condition',
    text: narrative('Bruising of the left hip after a fall on the stairs; entry {{entry}} of the problem list'),
    identifier: [{ system: identifierSystem('local/trust1-epr/TRUST1/problem'), value: '{{entry}}' }],
    clinicalStatus: concept('http://terminology.hl7.org/CodeSystem/condition-clinical', 'active', 'Active'),
    verificationStatus: concept('http://terminology.hl7.org/CodeSystem/condition-ver-status', 'confirmed', 'Confirmed'),
    category: [concept('http://terminology.hl7.org/CodeSystem/condition-category', 'problem-list-item', 'Problem List Item')],
    code: { text: 'Bruising of the left hip after a fall, no fracture seen' },
    subject: { reference: '{{subject}}' },
    onsetDateTime: today(),
    recordedDate: new Date().toISOString(),
    note: notes.slice(0, 2).map((text) => ({ text })),
  }
}

function formResource(): object {
  return {
    resourceType: 'DocumentReference',
    text: narrative('Discharge to assess form of {{given}} {{family}}'),
    identifier: [{ system: identifierSystem('local/trust1-epr/TRUST1/document'), value: 'F-{{visit}}' }],
    status: 'current',
    docStatus: 'final',
    type: { text: 'Discharge to assess referral form' },
    subject: { reference: patient, display: '{{given}} {{family}}' },
    date: new Date().toISOString(),
    author: [{ reference: trust }],
    description: 'The form that the ward filled in, as text',
    content: [
      {
        attachment: {
          contentType: 'text/plain; charset=utf-8',
          language: 'en-GB',
          title: 'Discharge to assess form',
          data: Buffer.from(notes.join('\n')).toString('base64'),
        },
      },
    ],
    context: { encounter: [{ reference: spell }] },
  }
}

// The table of bad FHIR requests: what is sent, and what the gateway has to say to it.

import { createHash, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { referralMessage } from '../../gateway/demo/bert.ts'
import { identifierSystem, nhsNumber } from '../../profiles/canonical.ts'
import type { Sent } from './http.ts'
import { fhirDate, person } from './people.ts'

export interface BadRequest {
  readonly title: string
  readonly sent: Sent
  readonly status: number
  /** Stable ids that the answer holds, all of them. */
  readonly issues: readonly string[]
  /** Places that the answer names: expressions, headers, lines. */
  readonly places?: readonly string[]
  /** Values of the input that must not come back. */
  readonly secrets?: readonly string[]
  readonly answerHeaders?: Readonly<Record<string, string | RegExp>>
}

const base = '/fhir/R4'
const json = { 'content-type': 'application/fhir+json' }
const oddities = person(900)
const local = identifierSystem('local/trust1-epr/TRUST1')

export const secretsOf = (n: number): readonly string[] => Object.values(person(n))

const patient = (more: object = {}) => ({
  resourceType: 'Patient',
  identifier: [
    { system: nhsNumber, value: oddities.nhsNumber },
    { system: local, value: oddities.local },
  ],
  name: [{ use: 'official', family: oddities.family, given: [oddities.given] }],
  birthDate: fhirDate(oddities.birthDate),
  ...more,
})

const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Sent => ({
  method: 'POST',
  path: `${base}${path}`,
  headers: { ...json, ...headers },
  body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
})
const get = (path: string, headers: Readonly<Record<string, string>> = {}): Sent => ({
  method: 'GET',
  path: `${base}${path}`,
  headers,
})

const ids = () => ({ 'x-request-id': randomUUID(), 'x-correlation-id': randomUUID() })

/** A transaction of `count` Patients, of which one is spoilt. */
function transaction(spoil: Readonly<Record<number, object>>, count = 5) {
  const entry = Array.from({ length: count }, (_, i) => ({
    fullUrl: `urn:uuid:${randomUUID()}`,
    resource: {
      resourceType: 'Patient',
      identifier: [{ system: local, value: `TX-${i}-${oddities.local}` }],
      name: [{ family: oddities.family }],
    },
    request: { method: 'POST', url: 'Patient' },
    ...spoil[i],
  }))
  return { resourceType: 'Bundle', type: 'transaction', entry }
}

/** A referral message, changed before it is sent. */
function message(change: (bundle: Bundle) => void): Bundle {
  const bundle = structuredClone(referralMessage({ ...oddities } as never, 'A reason in words')) as Bundle
  change(bundle)
  return bundle
}

interface Bundle {
  [element: string]: unknown
  entry: { fullUrl?: string; resource: Record<string, unknown> }[]
}

/** Text that no database compresses, always the same. */
export const noise = (length: number): string => {
  let text = ''
  for (let i = 0; text.length < length; i++) text += createHash('sha256').update(String(i)).digest('hex')
  return text.slice(0, length)
}

const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`
const text = JSON.stringify(patient())

// prettier-ignore
export const badRequests: readonly BadRequest[] = [
  { title: 'malformed JSON', sent: post('/Patient', '{"resourceType":"Patient",\n"gender": }'), status: 400, issues: ['json-invalid'], places: ['line 2, column 11'] },
  { title: 'JSON that ends half-way', sent: post('/Patient', text.slice(0, -20)), status: 400, issues: ['json-invalid'], places: ['line 1'] },
  { title: 'an empty body', sent: post('/Patient', ''), status: 400, issues: ['json-invalid'] },
  { title: 'a body of spaces', sent: post('/Patient', '   \n '), status: 400, issues: ['json-invalid'] },
  { title: 'a list instead of a resource', sent: post('/Patient', '[]'), status: 400, issues: ['resource-type-unknown'], places: ['resourceType'] },
  { title: 'null', sent: post('/Patient', 'null'), status: 400, issues: ['resource-type-unknown'] },
  { title: 'a byte order mark', sent: post('/Patient', `\ufeff${text}`), status: 400, issues: ['byte-order-mark'] },
  { title: 'a duplicate key', sent: post('/Patient', '{"resourceType":"Patient","gender":"male","gender":"female"}'), status: 400, issues: ['json-duplicate-key'], places: ['line 1, column 43'] },
  { title: 'a duplicate key behind an escape', sent: post('/Patient', '{"resourceType":"Patient","gender":"male","g\\u0065nder":"female"}'), status: 400, issues: ['json-duplicate-key'] },
  { title: 'a __proto__ key', sent: post('/Patient', '{"resourceType":"Patient","__proto__":{"polluted":true}}'), status: 400, issues: ['json-key-refused'] },
  { title: 'a constructor key', sent: post('/Patient', '{"resourceType":"Patient","constructor":{"prototype":{"polluted":true}}}'), status: 400, issues: ['unknown-element'], places: ['Patient.constructor'] },
  { title: 'bytes that are not UTF-8', sent: post('/Patient', Buffer.from(JSON.stringify(patient({ gender: 'male' })).replace(oddities.given, 'Zo\u00eb'), 'latin1')), status: 400, issues: ['utf8-invalid'], places: ['line 1'] },
  { title: '10,000 levels of objects', sent: post('/Patient', `{"resourceType":"Patient","extension":${deep}}`), status: 400, issues: ['json-too-deep'], places: ['line 1'] },
  { title: '10,000 levels of lists', sent: post('/Patient', '['.repeat(10_000)), status: 400, issues: ['json-too-deep'] },
  { title: '100,001 decimals', sent: post('/Patient', `[${'1.0,'.repeat(100_000)}1.0]`), status: 400, issues: ['json-too-many-decimals'], places: ['line 1'] },
  { title: 'a body of 3 MB where 2 MiB are the limit', sent: post('/Patient', `{"resourceType":"Patient","x":"${'y'.repeat(3_000_000)}"}`), status: 413, issues: ['body-too-large'] },
  { title: 'a message of 25 MB', sent: post('/$process-message', `{"resourceType":"Bundle","x":"${'y'.repeat(25_000_000)}"}`, ids()), status: 413, issues: ['body-too-large'] },
  { title: 'a transaction of 25 MB', sent: post('', `{"resourceType":"Bundle","x":"${'y'.repeat(25_000_000)}"}`), status: 413, issues: ['body-too-large'] },
  { title: 'another media type', sent: { ...post('/Patient', text), headers: { 'content-type': 'application/x-www-form-urlencoded' } }, status: 415, issues: ['media-type'], places: ['Content-Type'] },
  { title: 'Turtle, which is not served', sent: { ...post('/Patient', text), headers: { 'content-type': 'application/fhir+turtle' } }, status: 415, issues: ['media-type'] },
  { title: 'no media type', sent: { ...post('/Patient', text), headers: {} }, status: 415, issues: ['media-type'] },
  { title: 'HL7 v2 with the media type of FHIR', sent: { method: 'POST', path: '/hl7v2', headers: json, body: 'MSH|^~\\&|EPR' }, status: 415, issues: ['media-type'], places: ['Content-Type'] },
  { title: 'Accept that cannot be served', sent: get('/Patient', { accept: 'application/fhir+turtle' }), status: 406, issues: ['format'], places: ['Accept'] },
  { title: '_format that cannot be served', sent: get('/Patient?_format=ttl'), status: 406, issues: ['format'], places: ['_format'] },
  { title: 'a posted resource and an Accept that cannot be served', sent: post('/Patient', text, { accept: 'image/png' }), status: 406, issues: ['format'] },
  { title: 'another type than the address says', sent: post('/Patient', { resourceType: 'Task', status: 'requested', intent: 'order' }), status: 400, issues: ['type-differs'], places: ['resourceType'] },
  { title: 'a type that nobody knows', sent: post('/Patient', { resourceType: 'Wizard' }), status: 400, issues: ['type-differs'], secrets: ['Wizard'] },
  { title: 'an NHS number that fails modulus 11', sent: post('/Patient', patient({ identifier: [{ system: nhsNumber, value: '9990000019' }] })), status: 422, issues: ['nhs-number-check-digit'], places: ['Patient.identifier[0].value'], secrets: ['9990000019'] },
  { title: 'a placeholder as NHS number', sent: post('/Patient', patient({ identifier: [{ system: nhsNumber, value: '9999999999' }] })), status: 422, issues: ['nhs-number-placeholder'], places: ['Patient.identifier[0].value'], secrets: ['9999999999'] },
  { title: 'month 13', sent: post('/Patient', patient({ birthDate: '1950-13-01' })), status: 422, issues: ['date-invalid'], places: ['Patient.birthDate'], secrets: ['1950-13-01'] },
  { title: '30 February', sent: post('/Patient', patient({ birthDate: '1950-02-30' })), status: 422, issues: ['date-invalid'], places: ['Patient.birthDate'], secrets: ['1950-02-30'] },
  { title: 'a code that the binding does not have', sent: post('/Patient', patient({ gender: 'femail' })), status: 422, issues: ['code-not-in-list'], places: ['Patient.gender'], secrets: ['femail'] },
  { title: 'a NUL in a text', sent: post('/Patient', patient({ name: [{ family: `QUILL\u0000NUL` }] })), status: 422, issues: ['character-invalid'], places: ['Patient.name[0].family'], secrets: ['QUILL'] },
  { title: 'a NUL in an identifier', sent: post('/Patient', patient({ identifier: [{ system: local, value: 'NUL\u0000HERE' }] })), status: 422, issues: ['character-invalid'], places: ['Patient.identifier[0].value'], secrets: ['HERE'] },
  { title: 'a raw control character within a string', sent: post('/Patient', '{"resourceType":"Patient","name":[{"family":"QU\u0001ILL"}]}'), status: 400, issues: ['json-invalid'], secrets: ['ILL'] },
  { title: 'half a surrogate pair', sent: post('/Patient', '{"resourceType":"Patient","identifier":[{"system":"urn:x","value":"HALF\\ud83d"}],"name":[{"family":"QUILL\\udc00"}]}'), status: 422, issues: ['character-invalid'], places: ['Patient.name[0].family', 'Patient.identifier[0].value'], secrets: ['QUILL', 'HALF'] },
  { title: 'a character that XML does not have', sent: post('/Patient', patient({ name: [{ family: 'QUILL\ufffe' }], identifier: [{ system: local, value: 'HALF\uffff' }] })), status: 422, issues: ['character-invalid'], places: ['Patient.name[0].family', 'Patient.identifier[0].value'], secrets: ['QUILL', 'HALF'] },
  { title: 'several faults at once', sent: post('/Patient', patient({ gender: 'femail', birthDate: '1950-13-01', wings: 2, identifier: [{ system: nhsNumber, value: '9990000019' }] })), status: 400, issues: ['unknown-element', 'code-not-in-list', 'nhs-number-check-digit', 'date-invalid'], places: ['Patient.wings', 'Patient.gender', 'Patient.birthDate', 'Patient.identifier[0].value'], secrets: ['femail', '9990000019', '1950-13-01'] },
  { title: 'an id of 65 characters', sent: get(`/Patient/${'a'.repeat(65)}`), status: 404, issues: ['not-found'], secrets: ['aaaaaaaa'] },
  { title: 'a path that climbs', sent: get('/Patient/../../../etc/passwd'), status: 404, issues: ['address-unknown'], secrets: ['passwd'] },
  { title: 'a path that climbs, encoded', sent: get('/Patient/..%2f..%2f..%2fetc%2fpasswd'), status: 404, issues: ['not-found'], secrets: ['passwd'] },
  { title: 'a NUL in the path', sent: get('/Patient/abc%00def'), status: 404, issues: ['not-found'], secrets: ['abc'] },
  { title: 'a path with a broken escape', sent: get('/Patient/%zz'), status: 404, issues: ['not-found'] },
  { title: 'a version that is none', sent: get('/Patient/abc/_history/..'), status: 404, issues: ['not-found'] },
  { title: 'an update under an id of 65 characters', sent: { ...post('', { resourceType: 'Patient', id: 'a'.repeat(65) }), method: 'PUT', path: `${base}/Patient/${'a'.repeat(65)}` }, status: 404, issues: ['not-found'], secrets: ['aaaaaaaa'] },
  { title: 'an update with another id than the address', sent: { ...post('', { resourceType: 'Patient', id: 'one' }), method: 'PUT', path: `${base}/Patient/two` }, status: 400, issues: ['id-differs'], places: ['Patient.id'] },
  { title: 'an If-Match that is no version', sent: { ...post('', { resourceType: 'Patient', id: 'one' }, { 'if-match': 'latest' }), method: 'PUT', path: `${base}/Patient/one` }, status: 400, issues: ['if-match'], places: ['If-Match'] },
  { title: 'an unknown search parameter', sent: get(`/Patient?shoeSize=44&nickname=${oddities.family}`), status: 400, issues: ['parameter-unsupported'], places: ['http.shoeSize', 'http.nickname'], secrets: ['44'] },
  { title: 'a search by month 13', sent: get('/Patient?birthdate=1950-13-01'), status: 400, issues: ['date-invalid'], places: ['http.birthdate'], secrets: ['1950-13-01'] },
  { title: 'a search with a NUL, which nothing stored has,', sent: get('/Patient?identifier=a%00b|c%00d'), status: 200, issues: [], places: ['"total":0'] },
  { title: 'a search with a broken escape', sent: get('/Patient?family=%E0%A4%A'), status: 400, issues: ['utf8-invalid'], places: ['query'] },
  { title: 'a page size that is none', sent: get('/Patient?_count=-5'), status: 400, issues: ['control-invalid'], places: ['http._count'] },
  { title: 'a page cursor that nobody gave out', sent: get('/Patient?_cursor=QUILLFEATHER'), status: 400, issues: ['parameter-unsupported'], secrets: ['QUILLFEATHER'] },
  { title: 'DELETE of what is not there', sent: { method: 'DELETE', path: `${base}/Patient/abc` }, status: 404, issues: ['not-found'] },
  { title: 'DELETE of a type that is not deleted', sent: { method: 'DELETE', path: `${base}/EpisodeOfCare/abc` }, status: 405, issues: ['method'], answerHeaders: { allow: /GET/ } },
  { title: 'PATCH of what is not there', sent: { method: 'PATCH', path: `${base}/Patient/abc`, headers: { 'content-type': 'application/json-patch+json' }, body: '[]' }, status: 404, issues: ['not-found'] },
  { title: 'GET of the message address', sent: get('/$process-message'), status: 405, issues: ['method'], answerHeaders: { allow: 'POST' } },
  { title: 'POST to the metadata', sent: post('/metadata', '{}'), status: 405, issues: ['method'], answerHeaders: { allow: 'GET' } },
  { title: 'a write of a type that is only read', sent: post('/Communication', { resourceType: 'Communication', status: 'completed' }), status: 405, issues: ['method'], answerHeaders: { allow: 'GET' } },
  { title: 'an unknown address', sent: get('/Wizard/abc'), status: 404, issues: ['address-unknown'], secrets: ['Wizard'] },
  { title: 'an unknown address outside FHIR', sent: { method: 'GET', path: '/admin/.env' }, status: 404, issues: ['address-unknown'] },
  { title: 'a message without its two ids', sent: post('/$process-message', message(() => undefined)), status: 400, issues: ['header-required'], places: ['X-Request-Id', 'X-Correlation-Id'] },
  { title: 'a message with ids that are no GUIDs', sent: post('/$process-message', message(() => undefined), { 'x-request-id': oddities.family, 'x-correlation-id': '1' }), status: 400, issues: ['header-required'], places: ['X-Request-Id', 'X-Correlation-Id'] },
  { title: 'a message with an event that is not served', sent: post('/$process-message', message(({ entry }) => Object.assign(entry[0]?.resource ?? {}, { eventCoding: { system: 'urn:x', code: 'make-tea' } })), ids()), status: 422, issues: ['event-unknown'], places: ['Bundle.entry[0].resource.eventCoding'], secrets: ['make-tea'] },
  { title: 'a message without MessageHeader', sent: post('/$process-message', message(({ entry }) => entry.shift()), ids()), status: 422, issues: ['message-header'], places: ['Bundle.entry[0].resource'] },
  { title: 'a Bundle that is no message, without MessageHeader', sent: post('/$process-message', { resourceType: 'Bundle', type: 'batch', entry: [] }, ids()), status: 422, issues: ['bundle-type', 'message-header'], places: ['Bundle.type', 'Bundle.entry[0].resource'] },
  { title: 'a Patient as a message', sent: post('/$process-message', patient(), ids()), status: 422, issues: ['bundle-type', 'message-header'] },
  { title: 'a message to a hub without an agreement', sent: post('/$process-message', message(({ entry }) => entry.splice(1, 1, { ...entry[1], resource: { resourceType: 'Organization', identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'COUNCIL1' }] } })), ids()), status: 422, issues: ['not-agreed'], places: ['Bundle.entry[5].resource.performer[0]'] },
  { title: 'a message whose referral and person are both wrong', sent: post('/$process-message', message(({ entry }) => { Object.assign(entry[3]?.resource ?? {}, { gender: 'femail' }); Object.assign(entry[5]?.resource ?? {}, { status: 'hopeful' }) }), ids()), status: 422, issues: ['code-not-in-list'], places: ['Bundle.entry[3].resource.gender', 'Bundle.entry[5].resource.status'], secrets: ['femail', 'hopeful'] },
  { title: 'a transaction with a deletion of what is not there', sent: post('', transaction({ 1: { request: { method: 'DELETE', url: 'Patient/abc' } } })), status: 404, issues: ['not-found'], places: ['Bundle.entry[1]'] },
  { title: 'a transaction with entries without a request', sent: post('', { resourceType: 'Bundle', type: 'transaction', entry: [{ resource: patient() }, null, 7, 'text'] }), status: 400, issues: ['entry-request', 'empty', 'wrong-type'], places: ['Bundle.entry[0].request', 'Bundle.entry[1]"', 'Bundle.entry[2]"', 'Bundle.entry[3]"'] },
  { title: 'a transaction whose third entry of five is bad', sent: post('', transaction({ 2: { resource: patient({ gender: 'femail' }) } })), status: 422, issues: ['code-not-in-list'], places: ['Bundle.entry[2].resource.gender'], secrets: ['femail'] },
  { title: 'a transaction that writes a type that is not written', sent: post('', transaction({ 4: { resource: { resourceType: 'EpisodeOfCare' }, request: { method: 'POST', url: 'EpisodeOfCare' } } })), status: 422, issues: ['type-not-supported'], places: ['Bundle.entry[4].resource'] },
  { title: 'a Bundle of another type than transaction and batch', sent: post('', { ...transaction({}), type: 'collection' }), status: 422, issues: ['bundle-type'], places: ['Bundle.type'] },
  { title: 'an If-None-Exist by a parameter that is not served', sent: post('/Patient', patient(), { 'if-none-exist': `shoe-size=${oddities.family}` }), status: 400, issues: ['parameter-unsupported'], places: ['http.shoe-size'] },
  { title: 'an identifier of 10,000 characters, which is long and no fault,', sent: post('/Patient', { resourceType: 'Patient', identifier: [{ system: local, value: noise(10_000) }] }), status: 201, issues: [] },
  { title: 'a request id of 6,000 characters, which is long and no fault,', sent: post('/Patient', { resourceType: 'Patient' }, { 'x-request-id': noise(6000) }), status: 201, issues: [] },
  { title: 'an If-None-Exist of 6,000 characters, which is long and no fault,', sent: post('/Patient', { resourceType: 'Patient' }, { 'if-none-exist': `identifier=urn:x|${noise(6000)}` }), status: 201, issues: [] },
  { title: 'a list of 3,000 elements', sent: post('/Patient', { resourceType: 'Patient', identifier: Array.from({ length: 3_000 }, (_, i) => ({ system: 'urn:x', value: `LONG${i}` })) }), status: 413, issues: ['list-too-long'], places: ['"identifier"'], secrets: ['LONG7'] },
  { title: 'a transaction of 10,001 entries', sent: post('', transaction({}, 10_001)), status: 413, issues: ['list-too-long'], places: ['"entry"'] },
  { title: 'a body with 1,500 faults, of which the first 200 are told', sent: post('/Patient', { resourceType: 'Patient', name: Array.from({ length: 1_500 }, () => ({ use: 'wizardly' })) }), status: 422, issues: ['code-not-in-list', 'more-faults'], places: ['Patient.name[0].use'], secrets: ['wizardly'] },
  { title: 'a body that is compressed', sent: post('/Patient', gzipSync(text), { 'content-encoding': 'gzip' }), status: 415, issues: ['content-encoding'], places: ['Content-Encoding'] },
  { title: 'a census without its columns', sent: { method: 'POST', path: '/import/census', headers: { 'content-type': 'text/csv' }, body: `Name,Number\n${oddities.family},${oddities.nhsNumber}\n` }, status: 422, issues: ['column-missing'], places: ['row 1, Census_Date'] },
  { title: 'a census that is no CSV', sent: { method: 'POST', path: '/import/census', headers: { 'content-type': 'text/csv' }, body: `Census_Date,"${oddities.family}\n` }, status: 400, issues: ['csv-malformed'], places: ['row '] },
  { title: 'an empty census', sent: { method: 'POST', path: '/import/census', headers: { 'content-type': 'text/csv' }, body: '' }, status: 422, issues: ['column-missing'] },
  { title: 'a census as JSON', sent: { method: 'POST', path: '/import/census', headers: json, body: '{}' }, status: 415, issues: ['media-type'] },
]

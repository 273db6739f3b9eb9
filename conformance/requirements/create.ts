// Create: what is stored is what was sent, and nothing where it was refused.

import { byLocal } from '../scenes/fhir.ts'
import { nhsNumber } from '../../profiles/canonical.ts'
import { header, holds, names, refusal, same, status } from '../expect.ts'
import { isRecord, textAt, textsAt } from '../json.ts'
import { checkDigit } from '../people.ts'
import { area } from '../requirement.ts'
import { created, found, readOf, referenceIn } from '../scenes/fhir.ts'
import { patientOf } from '../scenes/resources.ts'
import { fhir, homeFirst } from '../sources.ts'

const needs = {
  systems: ['acute'],
  capability: ['Patient.create', 'Patient.read', 'Patient.search-type', 'Patient?identifier'],
} as const

export const create = area('create', [
  {
    id: 'HF-CRE-001',
    level: 'MUST',
    title: 'answers 201 with the address of the first version',
    statement: fhir('http#create', 'SHALL also return a Location header which contains the new Logical Id and Version Id'),
    assertions: ['CRE-01', 'CRE-02'],
    needs,
    kills: ['create-location'],
    async run(t) {
      const answer = await t.as('acute').post('Patient', patientOf(t.person()))
      status(answer, 201, 'a create')
      header(answer, 'location', /\/Patient\/[A-Za-z0-9.-]{1,64}\/_history\/[A-Za-z0-9.-]{1,64}$/, 'a create')
      await readOf(t.as('acute'), referenceIn(answer, 'Patient'))
    },
  },
  {
    id: 'HF-CRE-002',
    level: 'MUST',
    title: 'gives an id, a version and a time of its own, whatever the client wrote there',
    statement: fhir('http#create', 'If an id is provided, the server SHALL ignore it'),
    assertions: ['CRE-04', 'CRE-05'],
    needs,
    kills: ['create-client-id'],
    async run(t) {
      const meta = { versionId: '77', lastUpdated: '2001-01-01T00:00:00Z' }
      const id = t.id()
      const reference = await created(t.as('acute'), { ...patientOf(t.person()), id, meta })
      holds(reference !== `Patient/${id}`, 'the id', 'another than the client’s', reference)
      const stored = await readOf(t.as('acute'), reference)
      same(textAt(stored['meta'], 'versionId'), '1', 'meta.versionId')
      const updated = textAt(stored['meta'], 'lastUpdated')
      holds(updated !== '' && !updated.startsWith('2001'), 'meta.lastUpdated', 'its own', stored['meta'])
    },
  },
  {
    id: 'HF-CRE-003',
    level: 'GATE',
    title: 'gives back what was sent: extensions, contained resources, letters of every script',
    statement: fhir('extensibility#exchange', 'applications SHOULD not ignore extensions … and should preserve them'),
    assertions: ['CRE-11', 'CRE-20'],
    needs,
    kills: ['create-drops-extension'],
    async run(t) {
      const sent = {
        ...patientOf(t.person()),
        extension: [{ url: 'https://conformance.example/extension', valueString: 'Zażółć gęślą jaźń 🏡 “quoted” \\ back' }],
        contained: [{ resourceType: 'Organization', id: 'gp', name: 'Example Practice' }],
        generalPractitioner: [{ reference: '#gp' }],
      }
      const stored = await readOf(t.as('acute'), await created(t.as('acute'), sent))
      for (const [name, value] of Object.entries(sent)) same(sorted(stored[name]), sorted(value), `Patient.${name}`)
    },
  },
  {
    id: 'HF-CRE-004',
    level: 'GATE',
    title: 'keeps decimals with the digits that were sent',
    statement: fhir(
      'datatypes#decimal',
      'The precision of the decimal value has significance: 0.010 is regarded as different to 0.01',
    ),
    assertions: ['CRE-19'],
    needs: { ...needs, capability: [...needs.capability, 'Observation.create', 'Observation.read'] },
    kills: ['create-decimals'],
    async run(t) {
      const patient = await created(t.as('acute'), patientOf(t.person()))
      const resource = { resourceType: 'Observation', status: 'final', code: { text: 'weight' }, subject: { reference: patient } }
      const text = JSON.stringify({ ...resource, valueQuantity: { value: 0 } }).replace('"value":0', '"value":1.50')
      const answer = await t.as('acute').post('Observation', text)
      status(answer, 201, 'an Observation')
      const { text: stored } = await t.as('acute').get(referenceIn(answer, 'Observation'))
      holds(/"value":\s*1\.50\b/.test(stored), 'valueQuantity.value', '1.50', stored)
    },
  },
  {
    id: 'HF-CRE-005',
    level: 'MUST',
    title: 'refuses a resource of another type than the address names',
    statement: fhir('http#create', 'the resource type in the body SHALL match the type in the URL'),
    assertions: ['CRE-07'],
    needs,
    kills: ['create-any-type'],
    async run(t) {
      await created(t.as('acute'), patientOf(t.person()))
      const other = { resourceType: 'Observation', status: 'final', code: { text: 'a good one, in the wrong place' } }
      refusal(await t.as('acute').post('Patient', other), [400, 422], 'an Observation at Patient')
    },
  },
  {
    id: 'HF-CRE-006',
    level: 'MUST',
    title: 'refuses what is no JSON or no resource with 400, and says where it stops being one',
    statement: fhir('http#create', '400 Bad Request - resource could not be parsed or failed basic FHIR validation rules'),
    assertions: ['NEG-20', 'CRE-08'],
    needs,
    kills: ['http-500-on-json'],
    async run(t) {
      await created(t.as('acute'), patientOf(t.person()))
      for (const body of ['{', '', '[]', '"text"', 'null', '{"resourceType":"Patient",}', '{"active":true}', '\u0000'])
        refusal(await t.as('acute').post('Patient', body), 400, `the body ${JSON.stringify(body)}`)
    },
  },
  {
    id: 'HF-CRE-007',
    level: 'GATE',
    title: 'refuses JSON that two readers would read differently',
    statement: fhir('json', 'property names SHALL be unique; … there is no empty object, array or string'),
    assertions: ['NEG-19'],
    needs,
    kills: ['create-duplicate-keys'],
    async run(t) {
      await created(t.as('acute'), patientOf(t.person()))
      const bodies = {
        'a key twice': '{"resourceType":"Patient","gender":"male","gender":"female"}',
        'an empty object': '{"resourceType":"Patient","maritalStatus":{}}',
        'an empty list': '{"resourceType":"Patient","name":[]}',
        'an empty text': '{"resourceType":"Patient","gender":""}',
        'ten thousand levels': `{"resourceType":"Patient","extension":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
      }
      for (const [what, body] of Object.entries(bodies)) refusal(await t.as('acute').post('Patient', body), [400, 422], what)
    },
  },
  {
    id: 'HF-CRE-008',
    level: 'SHOULD',
    title: 'names every element that is wrong, all at once',
    statement: fhir('operationoutcome', 'A collection of error, warning, or information messages'),
    assertions: ['ERR-03', 'CRE-10'],
    needs,
    kills: ['create-first-fault', 'create-no-expression'],
    async run(t) {
      await created(t.as('acute'), patientOf(t.person()))
      const answer = await t.as('acute').post('Patient', {
        ...patientOf(t.person()),
        gender: 'f',
        birthDate: '1940-13-01',
        active: 'yes',
        telecom: [{ system: 'pigeon', value: '1' }],
      })
      refusal(answer, [400, 422], 'four faults')
      for (const place of [/Patient\.gender/, /Patient\.birthDate/, /Patient\.active/, /Patient\.telecom(\[0\])?\.system/])
        names(answer, place, 'four faults')
    },
  },
  {
    id: 'HF-CRE-009',
    level: 'GATE',
    title: 'keeps nothing of what it refused',
    statement: fhir('http#create', 'The server SHALL NOT store a resource that it refuses'),
    assertions: ['CRE-17'],
    needs,
    kills: ['create-unvalidated'],
    async run(t) {
      const [good, bad] = [t.person(), t.person()]
      await created(t.as('acute'), patientOf(good))
      refusal(await t.as('acute').post('Patient', { ...patientOf(bad), gender: 'f' }), [400, 422], 'a gender that does not exist')
      same((await found(t.as('acute'), byLocal(good.local))).length, 1, 'the good one')
      same(await found(t.as('acute'), byLocal(bad.local)), [], 'the bad one')
    },
  },
  {
    id: 'HF-CRE-010',
    level: 'SHOULD',
    title: 'refuses elements that FHIR does not have',
    statement: fhir('validation', 'Structure: check that all the content in the resource is described by the specification'),
    assertions: ['CRE-18'],
    needs,
    kills: ['create-unknown-element'],
    async run(t) {
      await created(t.as('acute'), patientOf(t.person()))
      const answer = await t.as('acute').post('Patient', { ...patientOf(t.person()), favouriteColour: 'blue' })
      refusal(answer, [400, 422], 'an unknown element')
    },
  },
  {
    id: 'HF-CRE-011',
    level: 'SHOULD',
    title: 'answers with as much as Prefer asks for',
    statement: fhir('http#ops', 'Prefer: return=minimal … return=representation'),
    assertions: ['CRE-12', 'CRE-13'],
    needs,
    kills: ['create-prefer'],
    async run(t) {
      const minimal = await t.as('acute').post('Patient', patientOf(t.person()), { prefer: 'return=minimal' })
      status(minimal, 201, 'return=minimal')
      same(minimal.text, '', 'the body with return=minimal')
      const full = await t.as('acute').post('Patient', patientOf(t.person()), { prefer: 'return=representation' })
      status(full, 201, 'return=representation')
      same(textAt(full.json, 'resourceType'), 'Patient', 'the body with return=representation')
    },
  },
  {
    id: 'HF-CRE-015',
    level: 'GATE',
    title: 'refuses an NHS number whose check digit is wrong, and does not repeat it',
    statement: homeFirst('operate', 'An NHS number passes modulus 11 or is refused, with the element and never with the value'),
    assertions: ['CRE-09'],
    needs,
    kills: ['create-any-nhs-number', 'error-nhs-number'],
    async run(t) {
      const person = t.person()
      await created(t.as('acute'), patientOf(person))
      const nine = person.nhsNumber.slice(0, 9)
      const wrong = `${nine}${(checkDigit(nine) + 1) % 10}`
      const answer = await t
        .as('acute')
        .post('Patient', { resourceType: 'Patient', identifier: [{ system: nhsNumber, value: wrong }] })
      refusal(answer, [400, 422], 'a wrong check digit')
      names(answer, /^Patient\.identifier(\[0\])?\.value$/, 'a wrong check digit')
      holds(!answer.text.includes(wrong), 'the words', 'without the number', 'the number is repeated')
    },
  },
  {
    id: 'HF-CRE-017',
    level: 'MUST',
    title: 'says the FHIR media type of what it sends, also of a refusal',
    statement: fhir('http#mime-type', 'The correct mime type SHALL be used by clients and servers'),
    assertions: ['NEG-01', 'NEG-02'],
    needs,
    kills: ['http-refusal-type'],
    async run(t) {
      const fhirJson = /^application\/fhir\+json\b/
      const answer = await t.as('acute').post('Patient', patientOf(t.person()))
      status(answer, 201, 'a create')
      // A server may answer a create without a body, which then is of no type.
      if (answer.text !== '') header(answer, 'content-type', fhirJson, 'a create')
      const reference = referenceIn(answer, 'Patient')
      header(await t.as('acute').get(reference), 'content-type', fhirJson, 'a read')
      header(await t.as('acute').get('Patient/none-1'), 'content-type', fhirJson, 'a read of nothing')
      header(await t.as('acute').post('Patient', '{'), 'content-type', fhirJson, 'a create of nothing')
      const issues = textsAt((await t.as('acute').get('Patient/none-1')).json, 'issue.details.coding.code')
      holds(issues.length > 0, 'a refusal', 'a stable id in details.coding', issues)
    },
  },
  {
    id: 'HF-CRE-018',
    level: 'SHOULD',
    title: 'says of what it created the version and the time, in headers too',
    statement: fhir('http#create', 'Servers SHOULD return an ETag header with the versionId … and a Last-Modified header'),
    assertions: ['CRE-03'],
    needs,
    kills: ['http-etag-strong'],
    async run(t) {
      const answer = await t.as('acute').post('Patient', patientOf(t.person()))
      status(answer, 201, 'a create')
      header(answer, 'etag', /^W\/"[A-Za-z0-9.-]{1,64}"$/, 'a create')
      header(answer, 'last-modified', /GMT$/, 'a create')
      const { meta } = await readOf(t.as('acute'), referenceIn(answer, 'Patient'))
      same(`W/"${textAt(meta, 'versionId')}"`, answer.headers['etag'], 'ETag and meta.versionId')
    },
  },
])

/** Keys in order, so that only content counts. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([name, one]) => [name, sorted(one)] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

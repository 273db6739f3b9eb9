// Read, vread and history: what is there, as it is and as it was, and nothing of what is not to be seen.

import { header, holds, refusal, same, status } from '../expect.ts'
import { at, textAt, textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { changed, created, readOf } from '../scenes/fhir.ts'
import { patientOf } from '../scenes/resources.ts'
import { fhir, rfc } from '../sources.ts'

const needs = { systems: ['acute'], capability: ['Patient.create', 'Patient.read', 'Patient.update'] } as const

export const read = area('read', [
  {
    id: 'HF-REA-001',
    level: 'SHOULD',
    title: 'gives the resource with its version and time, in the body and in the headers alike',
    statement: fhir('http#read', 'Servers SHOULD return an ETag header with the versionId of the resource'),
    assertions: ['READ-02', 'READ-04'],
    needs,
    kills: ['http-etag-strong', 'read-last-modified'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const answer = await t.as('acute').get(reference)
      status(answer, 200, 'a read')
      same(`${textAt(answer.json, 'resourceType')}/${textAt(answer.json, 'id')}`, reference, 'type and id')
      same(answer.headers['etag'], `W/"${textAt(answer.json, 'meta.versionId')}"`, 'ETag')
      const [told, stored] = [answer.headers['last-modified'], Date.parse(textAt(answer.json, 'meta.lastUpdated'))]
      holds(!Number.isNaN(stored), 'meta.lastUpdated', 'an instant', textAt(answer.json, 'meta.lastUpdated'))
      // HTTP has one way of writing a time (RFC 9110 §5.6.7), which is not FHIR's.
      same(told ?? 'no such header', new Date(stored).toUTCString(), 'Last-Modified, to the second of meta.lastUpdated')
    },
  },
  {
    id: 'HF-REA-002',
    level: 'MUST',
    title: 'answers 404 in FHIR’s words for what is not there',
    statement: fhir('http#read', 'If … unknown, the server returns a 404'),
    assertions: ['READ-05'],
    needs,
    kills: ['read-unknown-200'],
    async run(t) {
      await readOf(t.as('acute'), await created(t.as('acute'), patientOf(t.person())))
      const answer = await t.as('acute').get(`Patient/${t.id()}`)
      refusal(answer, 404, 'an unknown id')
      same(textsAt(answer.json, 'issue.code'), ['not-found'], 'issue.code')
    },
  },
  {
    id: 'HF-REA-003',
    level: 'GATE',
    title: 'answers alike for what is hidden and for what is not there',
    statement: fhir('security#AccessDenied', 'Returning a 404 … this protects against data leakage'),
    assertions: ['READ-18'],
    needs: { ...needs, systems: ['acute', 'otherCouncil'] },
    tags: ['access'],
    kills: ['access-everyone', 'read-hidden-403'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      await readOf(t.as('acute'), reference)
      const [hidden, unknown] = [await t.as('otherCouncil').get(reference), await t.as('otherCouncil').get('Patient/none-1')]
      refusal(unknown, 404, 'an unknown id')
      same(hidden.status, unknown.status, 'the status for a hidden id')
      same(hidden.text, unknown.text, 'the words for a hidden id')
    },
  },
  {
    id: 'HF-REA-004',
    level: 'MUST',
    title: 'sends nothing again that the client has already',
    statement: rfc('9110 15.4.5', 'The server generating a 304 response MUST generate … ETag'),
    assertions: ['READ-08', 'READ-09'],
    needs,
    kills: ['read-304'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const first = await t.as('acute').get(reference)
      status(first, 200, 'a read')
      const etag = first.headers['etag'] ?? ''
      const again = await t.as('acute').get(reference, { 'if-none-match': etag })
      status(again, 304, 'If-None-Match with its ETag')
      same(again.text, '', 'the body of a 304')
      same(again.headers['etag'], etag, 'the ETag of a 304')
      status(await t.as('acute').get(reference, { 'if-none-match': 'W/"999"' }), 200, 'If-None-Match with another ETag')
    },
  },
  {
    id: 'HF-REA-005',
    level: 'MUST',
    title: 'keeps every version readable as it was',
    statement: fhir('http#vread', 'The vread interaction performs a version specific read of the resource'),
    assertions: ['READ-13', 'READ-15', 'READ-16'],
    needs: { ...needs, capability: [...needs.capability, 'Patient.vread'] },
    kills: ['vread-current'],
    async run(t) {
      const person = t.person()
      const reference = await created(t.as('acute'), patientOf(person))
      await changed(t.as('acute'), reference, (patient) => ({ ...patient, gender: 'other' }))
      const versions = [await t.as('acute').get(`${reference}/_history/1`), await t.as('acute').get(`${reference}/_history/2`)]
      for (const version of versions) status(version, 200, 'a vread')
      for (const { json } of versions) same(`Patient/${textAt(json, 'id')}`, reference, 'type and id')
      same(
        versions.map(({ json }) => [textAt(json, 'meta.versionId'), textAt(json, 'gender')]),
        [
          ['1', 'female'],
          ['2', 'other'],
        ],
        'the versions',
      )
      refusal(await t.as('acute').get(`${reference}/_history/3`), 404, 'a version that is not there yet')
    },
  },
  {
    id: 'HF-REA-006',
    level: 'MUST',
    title: 'tells the history of a resource, newest first, each version with how it came to be',
    statement: fhir('http#history', 'The history … sorted with oldest versions last'),
    assertions: ['HIS-01', 'HIS-02'],
    needs: { ...needs, capability: [...needs.capability, 'Patient.history-instance'] },
    kills: ['history-order'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      for (const gender of ['other', 'unknown']) await changed(t.as('acute'), reference, (patient) => ({ ...patient, gender }))
      const answer = await t.as('acute').get(`${reference}/_history`)
      status(answer, 200, 'a history')
      same(textAt(answer.json, 'type'), 'history', 'Bundle.type')
      same(textsAt(answer.json, 'entry.resource.meta.versionId'), ['3', '2', '1'], 'the versions')
      same(textsAt(answer.json, 'entry.request.method'), ['PUT', 'PUT', 'POST'], 'entry.request.method')
      holds(at(answer.json, 'entry.response.status').length === 3, 'entry.response', 'a status each', answer.json)
    },
  },
  {
    id: 'HF-REA-007',
    level: 'SHOULD',
    title: 'answers 404 or 400 for ids that cannot be',
    statement: fhir('datatypes#id', 'Any combination of letters, numerals, "-" and ".", with a length limit of 64 characters'),
    assertions: ['READ-07'],
    needs,
    kills: ['http-500-on-id'],
    async run(t) {
      await readOf(t.as('acute'), await created(t.as('acute'), patientOf(t.person())))
      for (const id of ['x'.repeat(65), 'a%20b', 'a%27%20OR%201=1--', '%00', '..%2f..%2fetc%2fpasswd', 'é'])
        refusal(await t.as('acute').get(`Patient/${id}`), [400, 404], `the id ${id.slice(0, 20)}`)
    },
  },
  {
    id: 'HF-REA-008',
    level: 'GATE',
    title: 'keeps records of people out of caches and says nothing of what it is made of',
    statement: rfc('9111 5.2.2.5', 'no-store … a cache MUST NOT store any part of either the immediate request or the response'),
    assertions: ['NEG-32'],
    needs,
    kills: ['http-cached'],
    async run(t) {
      const answer = await t.as('acute').get(await created(t.as('acute'), patientOf(t.person())))
      status(answer, 200, 'a read')
      header(answer, 'cache-control', /\bno-store\b/, 'a read')
      for (const name of ['x-powered-by', 'server']) {
        const value = answer.headers[name] ?? ''
        holds(!/\d/.test(value), name, 'no product with a version', value)
      }
    },
  },
])

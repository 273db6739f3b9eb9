// Refusals: the right status, FHIR's words, and a server that goes on.

import { header, holds, refusal, same, status } from '../expect.ts'
import { textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { created, readOf } from '../scenes/fhir.ts'
import { patientOf } from '../scenes/resources.ts'
import { fhir, homeFirst, rfc } from '../sources.ts'

const needs = { systems: ['acute'], capability: ['Patient.create', 'Patient.read', 'Patient.search-type'] } as const

export const refusals = area('refusals', [
  {
    id: 'HF-REF-001',
    level: 'MUST',
    title: 'refuses a method that an address does not serve, and with 405 says which it does',
    statement: rfc('9110 15.5.6', 'The origin server MUST generate an Allow header field in a 405 response'),
    assertions: ['NEG-25'],
    needs,
    kills: ['http-405-no-allow'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const asked = [
        ['PUT', `${reference}/_history`, /\bGET\b/],
        ['POST', reference, /\bGET\b/],
        ['PATCH', 'metadata', /\bGET\b/],
      ] as const
      for (const [method, path, allow] of asked) {
        const answer = await t.as('acute').ask(method, path, '{}', { 'content-type': 'application/fhir+json' })
        refusal(answer, [404, 405], `${method} ${path.split('/')[0]}`)
        if (answer.status === 405) header(answer, 'allow', allow, `${method} ${path.split('/')[0]}`)
      }
      await readOf(t.as('acute'), reference)
    },
  },
  {
    id: 'HF-REF-002',
    level: 'SHOULD',
    title: 'answers 406 where it cannot send what is asked for, and takes every name of JSON',
    statement: fhir(
      'http#mime-type',
      '406 Not Acceptable: the server is unable to provide the content in any of the requested types',
    ),
    assertions: ['NEG-06', 'NEG-10', 'NEG-12', 'NEG-14'],
    needs,
    kills: ['http-406', 'http-406-json'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const formats = textsAt(t.run.capability, 'format')
      const other = formats.some((format) => format.includes('xml')) ? 'image/png' : 'application/fhir+xml'
      for (const accept of [other, 'image/png', 'application/fhir+json; fhirVersion=3.0'])
        refusal(await t.as('acute').get(reference, { accept }), 406, `Accept: ${accept}`)
      refusal(await t.as('acute').get(`${reference}?_format=nonsense`), 406, '_format=nonsense')
      for (const accept of ['application/fhir+json', 'application/json', '*/*', `${other};q=0.1, application/fhir+json`])
        status(await t.as('acute').get(reference, { accept }), 200, `Accept: ${accept}`)
      status(await t.as('acute').get(`${reference}?_format=json`, { accept: other }), 200, '_format=json over Accept')
    },
  },
  {
    id: 'HF-REF-003',
    level: 'GATE',
    title: 'answers 413 to a body that is too large, and goes on',
    statement: rfc(
      '9110 15.5.14',
      'the server is refusing to process a request because the request content is larger than … willing',
    ),
    assertions: ['NEG-30'],
    needs,
    timeoutMs: 30_000,
    kills: ['http-413'],
    async run(t) {
      const person = t.person()
      const large = {
        ...patientOf(person),
        extension: [{ url: 'https://conformance.example/x', valueString: 'x'.repeat(3 * 1024 * 1024) }],
      }
      refusal(await t.as('acute').post('Patient', large), 413, 'a Patient of 3 MiB')
      await created(t.as('acute'), patientOf(person))
    },
  },
  {
    id: 'HF-REF-004',
    level: 'SHOULD',
    title: 'answers 415 to a body of another kind',
    statement: fhir('http#mime-type', '415 Unsupported Media Type'),
    assertions: ['NEG-07'],
    needs,
    kills: ['http-415'],
    async run(t) {
      const body = JSON.stringify(patientOf(t.person()))
      for (const type of ['text/plain', 'application/octet-stream', 'application/x-www-form-urlencoded'])
        refusal(await t.as('acute').ask('POST', 'Patient', body, { 'content-type': type }), 415, `Content-Type ${type}`)
      status(
        await t.as('acute').ask('POST', 'Patient', body, { 'content-type': 'application/fhir+json; charset=utf-8' }),
        201,
        'with charset',
      )
    },
  },
  {
    id: 'HF-REF-005',
    level: 'MUST',
    title: 'takes the names of types as they are written, and knows no others',
    statement: fhir('http#general', 'the service … URLs are case sensitive'),
    assertions: ['NEG-21', 'NEG-22'],
    needs,
    kills: ['http-unknown-type'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      await readOf(t.as('acute'), reference)
      refusal(await t.as('acute').get(reference.replace('Patient', 'patient')), 404, 'patient in lower case')
      refusal(await t.as('acute').get('Unicorn/1'), 404, 'a type that does not exist')
      refusal(await t.as('acute').get('nothing/at/all/here'), 404, 'an address that does not exist')
    },
  },
  {
    id: 'HF-REF-006',
    level: 'GATE',
    title: 'gives every answer an id by which it can be asked about, the client’s own where there is one',
    statement: homeFirst('operate', 'X-Request-Id is echoed, and given where the client sent none'),
    assertions: ['NEG-27'],
    needs,
    kills: ['http-request-id'],
    async run(t) {
      const id = t.uuid()
      const reference = await created(t.as('acute'), patientOf(t.person()))
      same((await t.as('acute').get(reference, { 'x-request-id': id })).headers['x-request-id'], id, 'the client’s id')
      const [one, other] = [await t.as('acute').get(reference), await t.as('acute').get('Patient/none-1')].map(
        ({ headers }) => headers['x-request-id'],
      )
      holds(Boolean(one) && Boolean(other) && one !== other, 'ids of the server’s own', 'two different ones', [one, other])
    },
  },
])

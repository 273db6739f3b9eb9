// Headers and addresses: HEAD, OPTIONS, ids of requests, intermediaries, and heads that are too large.

import { header, holds, refusal, same, status } from '../expect.ts'
import { at } from '../json.ts'
import { area } from '../requirement.ts'
import { created, found, readOf } from '../scenes/fhir.ts'
import { A01, accepted, hl7 } from '../scenes/hl7.ts'
import { localSystem, patientOf } from '../scenes/resources.ts'
import { fhir, rfc } from '../sources.ts'

const needs = {
  systems: ['acute'],
  capability: ['Patient.create', 'Patient.read', 'Patient.search-type', 'Patient?identifier'],
} as const

export const headersArea = area('negotiation', [
  {
    id: 'HF-NEG-015',
    level: 'SHOULD',
    title: 'takes apart an address first and decodes its parts once',
    statement: rfc('3986 2.4', 'Implementations must not percent-encode or decode the same string more than once'),
    assertions: ['NEG-23'],
    needs,
    kills: ['http-decoded-twice'],
    async run(t) {
      const { local, ...person } = t.person()
      const values = [`${local}+x`, `${local}%2Bx`, `${local}:x`]
      const references: string[] = []
      for (const value of values) {
        const identifier = [{ system: localSystem, value }]
        references.push(await created(t.as('acute'), { ...patientOf({ ...person, local: value }), identifier }))
      }
      for (const [i, value] of values.entries()) {
        const query = `Patient?identifier=${encodeURIComponent(`${localSystem}|${value}`)}`
        same(await found(t.as('acute'), query), [references[i]], `found by the value ${i + 1}`)
      }
      const either = values.map((value) => encodeURIComponent(`${localSystem}|${value}`)).join('%2C')
      same((await found(t.as('acute'), `Patient?identifier=${either}`)).length, 3, 'found by all, with %2C between')
    },
  },
  {
    id: 'HF-NEG-016',
    level: 'MUST',
    title: 'answers HEAD with the headers of GET and no body, or says that it does not',
    statement: fhir('http#head', 'the HEAD interaction … the response contains only the headers'),
    assertions: ['NEG-24'],
    needs,
    kills: ['http-head-length'],
    async run(t) {
      const person = t.person()
      const reference = await created(t.as('acute'), patientOf(person))
      for (const path of [reference, `Patient?identifier=${localSystem}|${person.local}`, 'metadata']) {
        const [whole, head] = [await t.as('acute').get(path), await t.as('acute').ask('HEAD', path)]
        status(whole, 200, `GET ${path.split('?')[0]}`)
        if ([405, 501].includes(head.status)) continue
        status(head, 200, `HEAD ${path.split('?')[0]}`)
        same(head.text, '', 'the body of HEAD')
        const lasting = ({ headers }: typeof head) => [headers['content-type'], headers['etag'], headers['last-modified']]
        same(lasting(head), lasting(whole), 'type, ETag and time')
        const { 'content-length': length = whole.headers['content-length'] } = head.headers
        same(length, whole.headers['content-length'], 'Content-Length')
      }
    },
  },
  {
    id: 'HF-NEG-017',
    level: 'SHOULD',
    title: 'says to OPTIONS which methods it takes, and to a page of another origin what it may send',
    statement: fhir('http#capabilities', 'OPTIONS … Cross-Origin Resource Sharing'),
    assertions: ['NEG-26'],
    needs,
    kills: ['http-options'],
    async run(t) {
      await readOf(t.as('acute'), await created(t.as('acute'), patientOf(t.person())))
      const preflight = {
        origin: 'https://vendor.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      }
      const [isOpen = false] = at(t.run.capability, 'rest.security.cors')
      for (const path of ['Patient', 'Patient/none-1', '.well-known/smart-configuration', 'metadata']) {
        const answer = await t.anyone.ask('OPTIONS', path, undefined, preflight)
        status(answer, [200, 204], `OPTIONS ${path}`)
        const methods = answer.headers['access-control-allow-methods'] ?? answer.headers['allow'] ?? ''
        holds(/\bGET\b/.test(methods), `OPTIONS ${path}`, 'the methods, GET among them', methods || 'none')
        if (isOpen === true) header(answer, 'access-control-allow-headers', /authorization|\*/i, `OPTIONS ${path}`)
      }
    },
  },
  {
    id: 'HF-NEG-018',
    level: 'SHOULD',
    title: 'gives back a client’s id for a request, as X-Correlation-Id where it has one of its own',
    statement: fhir('http#custom', 'X-Request-Id … if the server assigns its own … X-Correlation-Id: the client assigned id'),
    assertions: ['NEG-27'],
    needs,
    kills: ['http-no-correlation'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      for (const sent of [t.uuid(), `client.request_${'1'.repeat(80)}`]) {
        const answer = await t.as('acute').get(reference, { 'x-request-id': sent })
        status(answer, 200, 'a read')
        const { 'x-request-id': own = '', 'x-correlation-id': correlation } = answer.headers
        holds(own !== '', 'X-Request-Id', 'an id', 'none')
        same(own === sent ? own : correlation, sent, 'the client’s id, under one of the two names')
      }
    },
  },
  {
    id: 'HF-NEG-019',
    level: 'MUST',
    title: 'says of what it made of others’ messages that it stands between',
    statement: fhir('http#custom', 'X-Intermediary: Stores the host name … of an intermediary that altered the request/response'),
    assertions: ['NEG-28'],
    needs: { ...needs, hl7v2: ['http'] },
    kills: ['http-no-intermediary'],
    async run(t) {
      const person = t.person()
      await accepted(t, hl7(t, A01, person))
      const answer = await t.as('acute').get(`Patient?identifier=${localSystem}|${person.local},${person.nhsNumber}`)
      status(answer, 200, 'a search for what an HL7 v2 message brought')
      header(answer, 'x-intermediary', /^[\w.:-]+$/, 'what was made of an HL7 v2 message')
    },
  },
  {
    id: 'HF-NEG-020',
    level: 'MUST',
    title: 'does the same whoever stands between',
    statement: fhir('http#custom', 'End point systems SHALL NOT use this header for any purpose'),
    assertions: ['NEG-29'],
    needs,
    kills: ['http-intermediary-used'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const plain = await t.as('acute').get(reference)
      status(plain, 200, 'a read')
      for (const name of ['proxy.example', 'x, y, z', 'http://elsewhere.example/fhir']) {
        const answer = await t.as('acute').get(reference, { 'x-intermediary': name })
        same([answer.status, answer.text], [plain.status, plain.text], 'a read through an intermediary')
      }
    },
  },
  {
    id: 'HF-NEG-021',
    level: 'GATE',
    title: 'refuses an address or headers that are too large, and goes on',
    statement: rfc('6585 5', 'The 431 status code indicates that the server is unwilling … header fields are too large'),
    assertions: ['NEG-30'],
    needs,
    kills: ['http-431'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const long = 'x'.repeat(20_000)
      const address = await t.as('acute').get(`Patient?identifier=${long}`)
      status(address, [414, 431], 'an address of 20 kB')
      status(await t.as('acute').get(reference, { 'x-padding': long }), 431, 'headers of 20 kB')
      await readOf(t.as('acute'), reference)
    },
  },
  {
    id: 'HF-NEG-022',
    level: 'GATE',
    title: 'refuses an address that is too long in FHIR’s words while it can read it',
    statement: rfc(
      '9110 15.5.15',
      'The 414 (URI Too Long) status code indicates that the server is refusing to service the request',
    ),
    assertions: ['NEG-30'],
    needs,
    kills: ['http-414'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      refusal(await t.as('acute').get(`Patient?identifier=${'x'.repeat(14_200)}`), [400, 414], 'an address of 14 kB')
      await readOf(t.as('acute'), reference)
    },
  },
])

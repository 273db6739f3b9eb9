// FHIR in XML at the door: what is sent is read, and what is asked for is written, with nothing else about it changed.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageHeaders, referralMessage } from '../../gateway/demo/bert.ts'
import { placesIn } from '../../gateway/fhir/body.ts'
import { parseKeeping } from '../../profiles/decimal.ts'
import { readXml } from '../../profiles/xml/read.ts'
import { writeXml } from '../../profiles/xml/write.ts'
import { person } from '../journey/people.ts'
import { databases, startWorld, stored, type World } from '../journey/world.ts'
import { inOrder } from '../profiles/xml/compared.ts'

const fhirXml = 'application/fhir+xml'
const answeredXml = 'application/fhir+xml; charset=utf-8'
const answeredJson = 'application/fhir+json; charset=utf-8'
const [sqlite] = databases

let world: World
let reference: string
beforeAll(async () => {
  if (!sqlite) throw new Error('no database')
  world = await startWorld(sqlite)
  const made = await send('POST', 'Patient', '<Patient xmlns="http://hl7.org/fhir"><name><text value="TEST"/></name></Patient>')
  reference = `Patient/${String(resourceIn(made.text)['id'])}`
})
afterAll(() => world.close())

const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  world.systems.epr.ask(method, `/fhir/R4${path && `/${path}`}`, body, headers)
const send = (method: string, path: string, xml: string, headers: Record<string, string> = {}) =>
  ask(method, path, xml, { 'content-type': fhirXml, ...headers })
const inXml = (path: string, headers: Record<string, string> = {}) => ask('GET', path, undefined, { accept: fhirXml, ...headers })

/** What an answer in XML says. */
function resourceIn(text: string): Record<string, unknown> {
  const read = readXml(Buffer.from(text), { bytes: 10_000_000, depth: 64 })
  if ('faults' in read) throw new Error(`${JSON.stringify(read.faults)} in ${text.slice(0, 400)}`)
  return read.value
}

const observation = (value: string, more = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><f:Observation xmlns:f="http://hl7.org/fhir">${more}<f:status value="final"/>` +
  `<f:code><f:text value="weight"/></f:code><f:subject><f:reference value="${reference}"/></f:subject>` +
  `<f:valueQuantity><f:value value="${value}"/></f:valueQuantity></f:Observation>`

interface Issue {
  readonly expression?: readonly string[]
  readonly diagnostics?: string
  readonly details: { readonly coding: readonly { readonly code: string }[] }
}
const issuesIn = (outcome: Record<string, unknown>) =>
  (outcome['issue'] as readonly Issue[]).map(
    ({ details, expression, diagnostics }) => `${details.coding[0]?.code} ${expression?.[0] ?? '-'} ${diagnostics ?? '-'}`,
  )

describe('a resource sent in XML', () => {
  it.each([fhirXml, 'application/xml', 'text/xml; charset=utf-8', 'Application/FHIR+XML; fhirVersion=4.0'])(
    'is stored as if it had been JSON: %s',
    async (type) => {
      const made = await send('POST', 'Observation', observation('1.50'), {
        'content-type': type,
        accept: 'application/fhir+json',
      })
      expect([made.status, made.headers.get('content-type')], made.text).toEqual([201, answeredJson])
      const read = await ask('GET', `Observation/${made.json['id']}`)
      const { id: _, meta: __, ...content } = parseKeeping(read.text) as Record<string, unknown>
      expect(inOrder(content)).toBe(
        `{"code":{"text":"weight"},"resourceType":"Observation","status":"final","subject":{"reference":"${reference}"},"valueQuantity":{"value":1.50}}`,
      )
    },
  )

  it('is answered in XML, unless JSON is asked for', async () => {
    const made = await send('POST', 'Observation', observation('2'))
    expect([made.status, made.headers.get('content-type')]).toEqual([201, answeredXml])
    expect(made.headers.get('etag')).toBe('W/"1"')
    expect(resourceIn(made.text)).toMatchObject({ resourceType: 'Observation', valueQuantity: { value: 2 } })
    const none = await send('POST', 'Observation', observation('2'), { prefer: 'return=minimal' })
    expect([none.status, none.text]).toEqual([201, ''])
  })

  it('is the same request as its twin in JSON', async () => {
    const id = { 'x-request-id': randomUUID() }
    const made = await send('POST', 'Observation', observation('3.0'), id)
    const twin = await ask('POST', 'Observation', observationJson('3.0'), { 'content-type': 'application/fhir+json', ...id })
    expect(twin.status).toBe(201)
    expect(twin.json['id']).toBe(resourceIn(made.text)['id'])
  })

  it('is updated with If-Match, and refused when that is stale', async () => {
    const made = resourceIn((await send('POST', 'Observation', observation('4'))).text)
    const path = `Observation/${String(made['id'])}`
    const text = observation('5', `<f:id value="${String(made['id'])}"/>`)
    const put = await send('PUT', path, text, { 'if-match': 'W/"1"' })
    expect([put.status, put.headers.get('etag')]).toEqual([200, 'W/"2"'])
    const stale = await send('PUT', path, text.replace('"5"', '"6"'), { 'if-match': 'W/"1"' })
    expect([stale.status, stale.headers.get('content-type'), resourceIn(stale.text)['resourceType']]).toEqual([
      412,
      answeredXml,
      'OperationOutcome',
    ])
  })

  it('is refused with every fault, its path, line and column, and nothing of it is stored', async () => {
    const before = (await stored(world.store, 'Patient')).length
    const text =
      '<Patient xmlns="http://hl7.org/fhir">\n <birthDate value="1930-01-01"/>\n <gender value="male" x="1"/>\n <nick value="a"/></Patient>'
    const refused = await send('POST', 'Patient', text)
    expect([refused.status, refused.headers.get('content-type')]).toEqual([400, answeredXml])
    expect(issuesIn(resourceIn(refused.text))).toEqual([
      'xml-element-order Patient.gender line 3, column 2',
      'xml-attribute-unknown Patient.gender line 3, column 2',
      'xml-element-unknown Patient.nick line 4, column 2',
    ])
    expect((await stored(world.store, 'Patient')).length).toBe(before)
  })

  it('is validated like any other', async () => {
    const text = '<Patient xmlns="http://hl7.org/fhir"><gender value="femail"/><birthDate value="1950-13-01"/></Patient>'
    const refused = await send('POST', 'Patient', text)
    expect(refused.status).toBe(422)
    expect(issuesIn(resourceIn(refused.text)).map((issue) => issue.split(' ').slice(0, 2).join(' '))).toEqual([
      'code-not-in-list Patient.gender',
      'date-invalid Patient.birthDate',
    ])
  })

  it('has places for the expressions of its issues', () => {
    const body = {
      bytes: Buffer.from('<Patient xmlns="http://hl7.org/fhir">\n<gender value="x"/></Patient>'),
      contentType: 'text/xml',
    }
    expect(placesIn(body, ['Patient.gender'])).toEqual(new Map([['Patient.gender', { line: 2, column: 1 }]]))
    const json = { bytes: Buffer.from('{"resourceType":"Patient",\n"gender":"x"}'), contentType: 'application/json' }
    expect(placesIn(json, ['Patient.gender'])).toEqual(new Map([['Patient.gender', { line: 2, column: 10 }]]))
    expect(placesIn({ ...body, bytes: Buffer.from('<') }, ['Patient'])).toEqual(new Map())
  })

  it.each([
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Patient xmlns="http://hl7.org/fhir"/>',
    '{"resourceType":"Patient"}',
    '',
  ])('is refused when it is none: %s', async (text) => {
    const refused = await send('POST', 'Patient', text)
    expect(refused.status).toBe(400)
    expect(resourceIn(refused.text)['resourceType']).toBe('OperationOutcome')
  })

  it('may be a message, and a transaction', async () => {
    const message = JSON.parse(JSON.stringify(referralMessage(person(1), 'Needs help at home'))) as Record<string, unknown>
    const headers = messageHeaders()
    const first = await send('POST', '$process-message', writeXml(message), headers)
    expect([first.status, resourceIn(first.text)['resourceType']], first.text).toEqual([200, 'Bundle'])
    const again = await ask('POST', '$process-message', message, headers)
    expect([again.status, again.text.includes('duplicate')]).toEqual([409, true])
    const entry = [
      { resource: { resourceType: 'Patient', name: [{ text: 'TEST' }] }, request: { method: 'POST', url: 'Patient' } },
    ]
    const transaction = await send('POST', '', writeXml({ resourceType: 'Bundle', type: 'transaction', entry }))
    expect([transaction.status, resourceIn(transaction.text)], transaction.text).toMatchObject([
      200,
      { type: 'transaction-response', entry: [{ response: { status: expect.stringMatching(/^201/) as string } }] },
    ])
  })
})

const observationJson = (value: string) =>
  `{"resourceType":"Observation","status":"final","code":{"text":"weight"},"subject":{"reference":"${reference}"},"valueQuantity":{"value":${value}}}`

describe('a resource asked for in XML', () => {
  it('is the same as in JSON: read, vread, history and search', async () => {
    const made = await ask('POST', 'Observation', observationJson('1E2'), { 'content-type': 'application/fhir+json' })
    const path = `Observation/${made.json['id']}`
    for (const each of [path, `${path}/_history/1`, `${path}/_history`, `Observation?_id=${made.json['id']}`]) {
      const [json, xml] = [await ask('GET', each), await inXml(each)]
      expect([each, xml.status, xml.headers.get('content-type')]).toEqual([each, 200, answeredXml])
      for (const header of ['etag', 'last-modified']) expect(xml.headers.get(header)).toBe(json.headers.get(header))
      expect(inOrder(resourceIn(xml.text))).toBe(inOrder(parseKeeping(json.text)))
      expect(xml.text).toContain('<value value="1E2"/>')
    }
  })

  it('is 304 with no body for who has it already', async () => {
    const read = await inXml(reference, { 'if-none-match': 'W/"1"' })
    expect([read.status, read.text]).toEqual([304, ''])
  })

  it('may be refused, in XML', async () => {
    for (const [path, status] of [
      ['Patient/none', 404],
      ['Patient?nonsense=1', 400],
      ['Nonsense', 404],
    ] as const) {
      const refused = await inXml(path)
      expect([refused.status, refused.headers.get('content-type')]).toEqual([status, answeredXml])
      expect(resourceIn(refused.text)['resourceType']).toBe('OperationOutcome')
    }
    const stranger = await fetch(`${world.url}/fhir/R4/${reference}`, { headers: { accept: fhirXml } })
    expect([stranger.status, stranger.headers.get('content-type')]).toEqual([401, answeredXml])
    expect(stranger.headers.get('www-authenticate')).toContain('Bearer')
  })

  it('is a CapabilityStatement that names both', async () => {
    const metadata = await inXml('metadata')
    expect(resourceIn(metadata.text)).toMatchObject({
      resourceType: 'CapabilityStatement',
      format: ['application/fhir+json', 'application/fhir+xml', 'json', 'xml'],
    })
    const { text: json } = await ask('GET', 'metadata')
    expect(inOrder(resourceIn(metadata.text))).toBe(inOrder(JSON.parse(json)))
  })

  it('changes nothing that is no FHIR resource', async () => {
    const response = await fetch(`${world.url}/fhir/R4/.well-known/smart-configuration`, { headers: { accept: fhirXml } })
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(await response.json()).toHaveProperty('token_endpoint')
  })

  const [json, xml] = [answeredJson, answeredXml]
  const versioned = (format: string) => `application/fhir+${format}; fhirVersion=4.0; charset=utf-8`
  it.each<readonly [string | undefined, string | undefined, string | undefined]>([
    [undefined, undefined, json],
    ['*/*', undefined, json],
    ['application/*', undefined, json],
    ['text/xml', undefined, 'text/xml; charset=utf-8'],
    ['application/xml', undefined, 'application/xml; charset=utf-8'],
    ['application/fhir+xml;q=0.5, application/fhir+json;q=0.4', undefined, xml],
    ['application/fhir+xml;q=0.5, application/fhir+json', undefined, json],
    ['application/fhir+xml, application/fhir+json', undefined, json],
    ['application/fhir+xml, */*', undefined, xml],
    ['application/fhir+xml, */*;q=0.1', undefined, xml],
    ['application/json;q=0, */*', undefined, xml],
    ['application/fhir+json;q=0, application/json;q=0, text/*', undefined, xml],
    ['text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8', undefined, 'application/xml; charset=utf-8'],
    ['application/fhir+xml; fhirVersion=3.0, application/fhir+json; fhirVersion=4.0', undefined, versioned('json')],
    ['application/fhir+xml; fhirVersion=4.0', undefined, versioned('xml')],
    ['application/fhir+xml; fhirVersion=1.0', undefined, undefined],
    ['application/fhir+xml;q=0', undefined, undefined],
    ['image/png', undefined, undefined],
    ['application/fhir+json', 'xml', xml],
    ['application/fhir+json', 'application/fhir+xml', xml],
    ['image/png', 'text/xml', xml],
    ['application/fhir+xml', 'application%2Fxml', xml],
    ['application/fhir+xml', 'json', json],
    ['application/fhir+xml', 'XML', xml],
    ['application/fhir+xml', 'ttl', undefined],
  ])('is chosen by Accept: %s and _format: %s', async (accept, format, expected) => {
    const read = await ask('GET', `${reference}${format ? `?_format=${format}` : ''}`, undefined, accept ? { accept } : {})
    expect([read.status, read.headers.get('content-type')]).toEqual(expected ? [200, expected] : [406, json])
  })
})

// A decimal comes back with the digits that were sent, by whichever way it came in and whichever way it is read.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identifierSystem } from '../../profiles/canonical.ts'
import { parseKeeping } from '../../profiles/decimal.ts'
import { messageHeaders, referralMessage } from '../../gateway/demo/bert.ts'
import { ago } from '../../gateway/demo/hl7.ts'
import { ackCode } from '../../gateway/demo/stage.ts'
import type { Json } from '../../gateway/demo/wire.ts'
import { apply, noNotes } from '../../gateway/intake/apply.ts'
import { fhirIdentity } from '../../gateway/intake/fhir-identity.ts'
import { isResource, type FhirResource } from '../../gateway/fhir/resource.ts'
import { indexRows } from '../../gateway/store/index-rows.ts'
import { admission, adt, person } from './people.ts'
import { databases, endWell, startWorld, stored, type World } from './world.ts'

const digits = [
  '1.50',
  '1E2',
  '1.0e-3',
  '-0.0',
  '-0',
  '0.10',
  '3.14159265358979323846264338',
  '12345678901234567890',
  '72.5',
  '3',
]

/** JSON in which `raw:1.50` stands for the bare digits. */
const json = (value: unknown): string => JSON.stringify(value).replaceAll(/"raw:([^"]*)"/g, '$1')
const parsed = (text: string): FhirResource => {
  const found = parseKeeping(text)
  if (!isResource(found)) throw new Error('no resource')
  return found
}
const fhirJson = { 'content-type': 'application/fhir+json' }

describe.each(databases)('decimals on $name', (database) => {
  let world: World
  let patient: string
  beforeAll(async () => {
    world = await startWorld(database)
    const { status, json: made, text } = await ask('POST', 'Patient', { resourceType: 'Patient', name: [{ text: 'TEST' }] })
    expect(status, text).toBe(201)
    patient = `Patient/${made['id']}`
  })
  afterAll(() => endWell(world))

  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    world.systems.epr.ask(method, `/fhir/R4${path && `/${path}`}`, body === undefined ? undefined : json(body), {
      ...(body !== undefined && fhirJson),
      ...headers,
    })
  const observation = (value: string, more: object = {}) => ({
    ...{ resourceType: 'Observation', status: 'final', code: { coding: [{ system: 'urn:test', code: 'weight' }] } },
    ...{ subject: { reference: patient }, valueQuantity: { value: `raw:${value}`, unit: 'kg' } },
    ...more,
  })
  /** The digits of every amount of kilograms in a text, in order. */
  const amounts = (text: string): readonly string[] =>
    [...text.matchAll(/"value":([^,"{}]+),"unit":"kg"/g)].map(([, found = '']) => found)

  it.each(digits)('keep %s from POST to read, vread, history and search', async (value) => {
    const code = { coding: [{ system: 'urn:test', code: `c-${randomUUID()}` }] }
    const made = await ask('POST', 'Observation', observation(value, { code }))
    expect([made.status, amounts(made.text)], made.text).toEqual([201, [value]])
    const { id } = made.json
    const reads = [`Observation/${id}`, `Observation/${id}/_history/1`, `Observation/${id}/_history`]
    for (const path of [...reads, `Observation?code=urn:test|${code.coding[0]?.code}`])
      expect([path, amounts((await ask('GET', path)).text)]).toEqual([path, [value]])
  })

  it('keep them over PUT, each change of digits as a version of its own', async () => {
    const made = await ask('POST', 'Observation', observation('1.5'))
    const reference = `Observation/${made.json['id']}`
    const put = async (value: string) => {
      const answer = await ask('PUT', reference, observation(value, { id: made.json['id'] }))
      return [answer.status, amounts(answer.text), answer.headers.get('etag')]
    }
    expect(await put('1.5')).toEqual([200, ['1.5'], 'W/"1"'])
    expect(await put('1.50')).toEqual([200, ['1.50'], 'W/"2"'])
    expect(await put('1.50')).toEqual([200, ['1.50'], 'W/"2"'])
    expect(await put('1.500')).toEqual([200, ['1.500'], 'W/"3"'])
    expect(await put('1.5')).toEqual([200, ['1.5'], 'W/"4"'])
    expect(amounts((await ask('GET', `${reference}/_history`)).text)).toEqual(['1.5', '1.500', '1.50', '1.5'])
  })

  it('keep them in a transaction, where references are rewritten', async () => {
    const fullUrl = `urn:uuid:${randomUUID()}`
    const position = { longitude: 'raw:-0.10', latitude: 'raw:51.50' }
    const entry = [
      { fullUrl, request: { method: 'POST', url: 'Patient' }, resource: { resourceType: 'Patient', name: [{ text: 'TEST' }] } },
      {
        request: { method: 'POST', url: 'Observation' },
        resource: observation('1.50', {
          subject: { reference: fullUrl },
          performer: [{ reference: '#place' }],
          contained: [
            { resourceType: 'PractitionerRole', id: 'place', location: [{ reference: '#where' }] },
            { resourceType: 'Location', id: 'where', position },
          ],
          component: [{ code: { text: 'x' }, valueQuantity: { value: 'raw:2.0', unit: 'kg' } }],
        }),
      },
    ]
    const answer = await ask('POST', '', { resourceType: 'Bundle', type: 'transaction', entry })
    expect(answer.status, answer.text).toBe(200)
    const locations = (answer.json['entry'] as unknown as Json[]).map((one) => String(one['response']?.['location']))
    const reference = locations.find((one) => one.startsWith('Observation/'))?.split('/_history')[0] ?? ''
    const { text } = await ask('GET', reference)
    expect(amounts(text)).toEqual(['1.50', '2.0'])
    expect(text).toContain('"position":{"longitude":-0.10,"latitude":51.50}')
  })

  it('keep them in a message, and in its answer', async () => {
    const message = referralMessage(person(1), 'Needs help') as { entry: { resource: Record<string, unknown> }[] }
    for (const { resource } of message.entry)
      if (resource['resourceType'] === 'ServiceRequest') resource['quantityQuantity'] = { value: 'raw:4.00', unit: 'kg' }
    const answer = await ask('POST', '$process-message', message, messageHeaders())
    expect([answer.status, amounts(answer.text)], answer.text).toEqual([200, ['4.00']])
    const found = await ask('GET', `ServiceRequest?subject:Patient.identifier=${person(1).nhsNumber}`)
    expect(amounts(found.text)).toEqual(['4.00'])
  })

  it('tell a repeat from other content under the same ids by the digits', async () => {
    const message = (value: string): unknown => ({
      ...(base as object),
      entry: base.entry.map(({ fullUrl, resource }) => ({
        fullUrl,
        resource:
          resource['resourceType'] === 'ServiceRequest' ? { ...resource, quantityQuantity: { value: `raw:${value}` } } : resource,
      })),
    })
    const base = referralMessage(person(2), 'Needs help') as { entry: { fullUrl: string; resource: Record<string, unknown> }[] }
    const headers = messageHeaders()
    expect((await ask('POST', '$process-message', message('4.00'), headers)).status).toBe(200)
    const [repeat, other] = [
      await ask('POST', '$process-message', message('4.00'), headers),
      await ask('POST', '$process-message', message('4.0'), headers),
    ]
    expect([repeat.status, repeat.text.includes('duplicate'), other.status, other.text.includes('conflict')]).toEqual([
      409,
      true,
      409,
      true,
    ])
  })

  it('keep them where a feed changes the resource around them', async () => {
    const who = person(3)
    const sent = {
      ...{ resourceType: 'Patient', identifier: [{ system: identifierSystem('local/trust1-epr/TRUST1'), value: who.local }] },
      name: [{ use: 'official', family: who.family, given: [who.given] }],
      extension: [{ url: 'https://test.example/height', valueQuantity: { value: 'raw:1.80', unit: 'kg' } }],
    }
    const made = await ask('POST', 'Patient', sent)
    expect(made.status, made.text).toBe(201)
    for (const message of [admission(who, ago(300)), adt('A08', { ...who, given: 'RENAMED' }, { at: ago(200) })])
      expect(ackCode(await world.mllp(message))).toBe('AA')
    const { text } = await ask('GET', `Patient/${made.json['id']}`)
    expect([amounts(text), text.includes('RENAMED')]).toEqual([['1.80'], true])
  })

  it('are not forged by an object that looks like one', async () => {
    const before = (await stored(world.store, 'Observation')).length
    for (const value of [{ rawJSON: '1.50' }, { rawJSON: '"x"},"status":"final"' }]) {
      const answer = await ask('POST', 'Observation', observation('1', { valueQuantity: { value } }))
      expect([answer.status, answer.text.includes('Observation.value.value')], answer.text).toEqual([400, true])
    }
    expect(await stored(world.store, 'Observation')).toHaveLength(before)
  })

  it.each(['1e400', '9'.repeat(400), '1e-400'])('are refused when no reader could hold them: %s', async (value) => {
    const answer = await ask('POST', 'Observation', observation(value))
    expect([answer.status, answer.text.includes('number-invalid'), answer.text.includes('9999')]).toEqual([422, true, false])
  })

  it('are whole numbers only in digits alone', async () => {
    for (const [rank, status] of [
      ['1', 201],
      ['1.0', 422],
      ['1e0', 422],
    ] as const) {
      const telecom = [{ system: 'phone', value: '0', rank: `raw:${rank}` }]
      const answer = await ask('POST', 'Patient', { resourceType: 'Patient', name: [{ text: 'TEST' }], telecom })
      expect(answer.status, answer.text).toBe(status)
    }
  })
})

describe('a decimal with its digits', () => {
  const weight = (value: string): FhirResource =>
    parsed(
      `{"resourceType":"Observation","id":"1","status":"final","code":{"coding":[{"code":"w"}]},"valueQuantity":{"value":${value}}}`,
    )

  it('survives assertions about the rest, and is not shared with what it was applied to', () => {
    const before = weight('1.50')
    const { resource } = apply(before, noNotes, [{ state: 'set', path: 'status', value: 'amended' }], '2026-01-01')
    expect(JSON.stringify(resource)).toBe(JSON.stringify(before).replace('final', 'amended'))
    expect(resource['code']).not.toBe(before['code'])
  })

  it('is no object that an assertion could write into', () => {
    const odd = parsed('{"resourceType":"Patient","maritalStatus":1.50,"name":[2.0]}')
    const { resource } = apply(odd, noNotes, [{ state: 'set', path: 'maritalStatus.text', value: 'x' }], '2026-01-01')
    expect(JSON.stringify(resource)).toBe('{"resourceType":"Patient","maritalStatus":{"text":"x"},"name":[2.0]}')
  })

  it('gives content of its own to the digest', () => {
    const texts = ['1.5', '1.50', '1.500', '15e-1']
    const digests = texts.map((value) => fhirIdentity(weight(value), '').digest)
    expect(new Set(digests).size).toBe(texts.length)
    expect(fhirIdentity(weight('1.50'), '').digest).toBe(digests[1])
  })

  it('leaves the index as it is with any number', () => {
    expect(indexRows(weight('1.50'))).toEqual(indexRows(weight('1.5')))
    const odd = (value: string) =>
      parsed(`{"resourceType":"Observation","code":${value},"subject":${value},"effectiveDateTime":${value}}`)
    expect(indexRows(odd('1.50'))).toEqual(indexRows(odd('1.5')))
  })
})

// Read, vread, history and a Binary's content.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isKnown } from '../../gateway/fhir/answer.ts'
import { history } from '../../gateway/fhir/history.ts'
import { read } from '../../gateway/fhir/read.ts'
import { vread } from '../../gateway/fhir/vread.ts'
import { Refusal } from '../../gateway/refusal.ts'
import type { Store } from '../../gateway/store/store.ts'
import { base, bodyOf, openWorld, type Reading, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await world.put({ resourceType: 'Patient', id: 'p1', gender: 'female' })
  await world.put({ resourceType: 'Patient', id: 'p1', gender: 'male', multipleBirthInteger: 'raw:1.50' })
  await world.put({ resourceType: 'Patient', id: 'gone' })
  await world.remove('Patient', 'gone')
  const html = Buffer.from('<script>alert(1)</script>').toString('base64')
  await world.put({ resourceType: 'Binary', id: 'b1', contentType: 'text/html', data: html })
  await world.put({ resourceType: 'Binary', id: 'json', contentType: 'application/json; charset=utf-8', data: 'e30=' })
  await world.put({ resourceType: 'Binary', id: 'fhir', contentType: 'application/fhir+json', data: 'e30=' })
  await world.put({ resourceType: 'Binary', id: 'b2', contentType: 'text/html\r\nx-evil: 1', data: 'AA==' })
})
afterAll(() => world.close())

const refusal = (handler: Reading, params: Record<string, string>, organization = 'trust1') =>
  world.ask(handler, { params, organization }).then(
    () => expect.unreachable('was answered'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(Refusal)
      return error as Refusal
    },
  )

const p1 = { type: 'Patient', id: 'p1' }
const hidden = [{ id: 'not-found', text: 'There is no such resource that you may see.' }]

describe('a conditional read by time', () => {
  const at = '2026-01-05T10:15:00.800000Z'
  const same = 'Mon, 05 Jan 2026 10:15:00 GMT'
  const since = (text: string) => new Headers({ 'if-modified-since': text })

  it.each<[boolean, string, number, string]>([
    [true, 'what was never changed', 1, same],
    [false, 'what was changed within the second of which the asker knows', 2, same],
    [true, 'what was changed in a second before', 2, 'Mon, 05 Jan 2026 10:15:01 GMT'],
    [false, 'what was changed since', 2, 'Mon, 05 Jan 2026 10:14:59 GMT'],
    [false, 'a time that is none', 1, 'yesterday'],
  ])('says %s of %s', (expected, _, version, text) => {
    expect(isKnown({ version, at }, since(text))).toBe(expected)
  })
})

describe('read', () => {
  it('answers the stored text with its version and its time', async () => {
    const answer = await world.ask(read, { params: p1 })
    const body = bodyOf(answer)
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      etag: 'W/"2"',
      'content-type': 'application/fhir+json; charset=utf-8',
    })
    const { lastUpdated, versionId } = body['meta'] as Record<string, string>
    expect(answer.headers?.['last-modified']).toBe(new Date(lastUpdated ?? '').toUTCString())
    expect([body['gender'], versionId]).toEqual(['male', '2'])
    expect(answer.touched).toEqual(['Patient/p1'])
  })

  it('keeps the text of a decimal', async () => {
    expect((await world.ask(read, { params: p1 })).body).toContain('1.50')
  })

  it.each(['W/"2"', '"2"', 'W/"1", W/"2"', '*'])('answers 304 without a body to If-None-Match %s', async (tag) => {
    const answer = await world.ask(read, { params: p1, headers: { 'if-none-match': tag } })
    expect([answer.status, answer.body, answer.headers?.['etag']]).toEqual([304, undefined, 'W/"2"'])
  })

  it.each(['W/"1"', '2', ''])('answers in full to If-None-Match %j', async (tag) => {
    expect((await world.ask(read, { params: p1, headers: { 'if-none-match': tag } })).status).toBe(200)
  })

  it('says of a deleted resource that it is gone, and which version says so', async () => {
    const refused = await refusal(read, { type: 'Patient', id: 'gone' })
    expect([refused.reason, refused.headers['etag']]).toEqual(['gone', 'W/"2"'])
  })

  it.each<[Record<string, string>, string?]>([
    [{ type: 'Patient', id: 'nobody' }],
    [p1, 'council1'],
    [{ type: 'Patient', id: 'gone' }, 'council1'],
    [{ type: 'Patient', id: 'a\0b' }],
    [{ type: 'Patient', id: 'x'.repeat(65) }],
    [{ type: 'Nothing', id: 'p1' }],
    [{ type: 'constructor', id: 'p1' }],
    [{ type: 'Person', id: 'p1' }],
    [{}],
  ])('says the same words of what is hidden, unknown or impossible: %j %s', async (params, organization) => {
    const refused = await refusal(read, params, organization)
    expect([refused.reason, refused.faults, refused.headers]).toEqual(['not-found', hidden, {}])
  })
})

describe('an address that can name nothing', () => {
  it.each(['a\0b', 'a b', '', 'x'.repeat(65), "'--"])('never reaches the store with the id %j', async (id) => {
    const store = new Proxy({}, { get: () => () => Promise.reject(new Error('the store was asked')) })
    for (const handler of [read, vread, history]) {
      const asked = world.ask((ask) => handler(ask, { store: store as Store, cursorKey: Buffer.alloc(32) }), {
        params: { type: 'Patient', id, version: '1' },
      })
      await expect(asked).rejects.toBeInstanceOf(Refusal)
    }
  })
})

describe('vread', () => {
  it('answers the version that was asked for', async () => {
    const answer = await world.ask(vread, { params: { ...p1, version: '1' } })
    expect([answer.status, answer.headers?.['etag'], bodyOf(answer)['gender']]).toEqual([200, 'W/"1"', 'female'])
  })

  it.each(['0', '3', '-1', '1.0', '01', 'x', '', '99999999999999999999'])('knows no version %j', async (vid) => {
    const refused = await refusal(vread, { ...p1, version: vid })
    expect([refused.reason, refused.faults]).toEqual(['not-found', hidden])
  })

  it('answers 410 for the version that deleted, and the one before it in full', async () => {
    expect((await refusal(vread, { type: 'Patient', id: 'gone', version: '2' })).reason).toBe('gone')
    expect((await world.ask(vread, { params: { type: 'Patient', id: 'gone', version: '1' } })).status).toBe(200)
  })

  it('hides a version from who may not see the resource', async () => {
    expect((await refusal(vread, { ...p1, version: '1' }, 'council1')).reason).toBe('not-found')
  })
})

describe('history', () => {
  it('keeps the text of a decimal', async () => {
    expect((await world.ask(history, { params: p1 })).body).toContain('1.50')
  })

  it('lists all versions, newest first, as what made them', async () => {
    const bundle = bodyOf(await world.ask(history, { params: p1 }))
    expect(bundle).toMatchObject({
      resourceType: 'Bundle',
      type: 'history',
      total: 2,
      link: ['self', 'first'].map((relation) => ({ relation, url: `${base}/Patient/p1/_history` })),
      entry: [
        {
          fullUrl: `${base}/Patient/p1`,
          resource: { gender: 'male' },
          request: { method: 'PUT', url: 'Patient/p1' },
          response: { status: '200', etag: 'W/"2"' },
        },
        {
          resource: { gender: 'female' },
          request: { method: 'POST', url: 'Patient' },
          response: { status: '201', etag: 'W/"1"' },
        },
      ],
    })
  })

  it('tells a deletion without a resource', async () => {
    const bundle = bodyOf(await world.ask(history, { params: { type: 'Patient', id: 'gone' } }))
    const [deletion] = bundle['entry'] as Record<string, unknown>[]
    expect(deletion).toMatchObject({
      request: { method: 'DELETE', url: 'Patient/gone' },
      response: { status: '204' },
    })
    expect(deletion).not.toHaveProperty('resource')
  })

  it('takes _count and _since', async () => {
    const counted = bodyOf(await world.ask(history, { params: p1, query: '_count=1' }))
    expect([counted['total'], counted['entry']]).toEqual([2, [expect.objectContaining({ fullUrl: `${base}/Patient/p1` })]])
    const since = bodyOf(await world.ask(history, { params: p1, query: '_since=2999-01-01T00:00:00Z' }))
    expect([since['total'], since['entry']]).toEqual([0, undefined])
  })

  it('lists every fault of its parameters', async () => {
    const asked = world.ask(history, { params: p1, query: '_count=x&_since=never&_list=2026' })
    await expect(asked).rejects.toMatchObject({ reason: 'invalid', faults: { length: 3 } })
  })

  it('hides the history of what the asker may not see', async () => {
    expect((await refusal(history, p1, 'council1')).faults).toEqual(hidden)
  })
})

describe('a Binary', () => {
  const b1 = { type: 'Binary', id: 'b1' }

  const ways = [
    [read, b1],
    [vread, { ...b1, version: '1' }],
  ] as const

  it.each([
    'application/fhir+json',
    'application/json',
    'application/fhir+xml',
    'application/fhir+json;q=1, */*',
    'application/fhir+json, */*',
    'text/html;q=0.1, application/fhir+xml;q=0.9',
    'text/html;q=0, */*',
    'application/pdf, application/fhir+json;q=0.5',
    'application/*, image/*',
  ])('is a resource to Accept %s, in each of its versions', async (accept) => {
    for (const [handler, params] of ways) {
      const answer = await world.ask(handler, { params, headers: { accept } })
      expect(bodyOf(answer)).toMatchObject({ resourceType: 'Binary', contentType: 'text/html' })
    }
  })

  it.each([
    undefined,
    '*/*',
    'text/html',
    'text/html;charset=utf-8',
    'text/html, application/fhir+json',
    'application/fhir+json;q=0.5, text/html',
    'application/fhir+json;q=0, */*',
    'application/json;q=0, text/html',
    'image/png, */*;q=0.1',
  ])('is its content to Accept %s, in each of its versions, and no browser runs it', async (accept) => {
    for (const [handler, params] of ways) {
      const answer = await world.ask(handler, { params, headers: accept === undefined ? {} : { accept } })
      expect(Buffer.from(answer.body as Uint8Array).toString()).toBe('<script>alert(1)</script>')
      expect(answer.headers).toMatchObject({
        'content-type': 'text/html',
        'content-disposition': 'attachment',
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining('sandbox'),
        etag: 'W/"1"',
      })
    }
  })

  it.each([
    'application/pdf',
    'image/*',
    'application/fhir+json;q=0',
    'application/fhir+json;fhirVersion=5.0',
    'text/html;q=0, application/json;q=0',
  ])('is nothing that Accept %s takes', async (accept) => {
    for (const [handler, params] of ways) {
      const error = await world.ask(handler, { params, headers: { accept } }).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ reason: 'not-acceptable', faults: [{ id: 'format', location: 'Accept' }] })
    }
  })

  it('is what _format says, which names forms of FHIR alone', async () => {
    for (const [handler, params] of ways) {
      for (const query of ['_format=json', '_format=application/fhir%2Bxml', '_format=xml'])
        expect(bodyOf(await world.ask(handler, { params, query }))).toMatchObject({ resourceType: 'Binary' })
      for (const query of ['_format=html', '_format=text/html', '_format=application/pdf'])
        await expect(world.ask(handler, { params, query })).rejects.toMatchObject({ reason: 'not-acceptable' })
      for (const query of ['_pretty=perhaps', '_format=json&_format=xml'])
        await expect(world.ask(handler, { params, query })).rejects.toMatchObject({ reason: 'invalid' })
    }
  })

  it('in one of the types that FHIR goes by is its content where that is what the asker names, or anything', async () => {
    const given = async (id: string, accept: string) => {
      const { body } = await world.ask(read, { params: { type: 'Binary', id }, headers: { accept } })
      return typeof body === 'string' ? 'resource' : 'content'
    }
    expect(await given('json', 'application/json')).toBe('content')
    expect(await given('json', 'application/fhir+json')).toBe('resource')
    expect(await given('fhir', 'application/fhir+json')).toBe('resource')
    expect(await given('fhir', '*/*')).toBe('content')
  })

  it('that the asker has already is not sent again', async () => {
    for (const [handler, params] of ways)
      expect((await world.ask(handler, { params, headers: { 'if-none-match': 'W/"1"' } })).status).toBe(304)
  })

  it('lets no stored media type write headers', async () => {
    const answer = await world.ask(read, { params: { type: 'Binary', id: 'b2' } })
    expect(answer.headers?.['content-type']).toBe('application/octet-stream')
    expect(() => new Headers(answer.headers)).not.toThrow()
  })

  it('is hidden like anything else', async () => {
    expect((await refusal(read, b1, 'council1')).faults).toEqual(hidden)
  })
})

// A Binary sent and fetched as the content itself, over HTTP and on both databases.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addClient } from '../../gateway/auth/registry.ts'
import { limits } from '../../gateway/config.ts'
import { keyFor } from '../../gateway/demo/cast.ts'
import { hidden, read } from '../../gateway/demo/stage.ts'
import { wireFor, type Wire } from '../../gateway/demo/wire.ts'
import { person } from './people.ts'
import { admit, refer } from './scene.ts'
import { databases, endWell, startWorld, stored, type World } from './world.ts'

const pdf = Buffer.from([...Buffer.from('%PDF-1.4 synthetic'), 0, 0xff, 0xfe, 0x80])

describe.each(databases)('a Binary as its content, on $name,', (database) => {
  let world: World
  const named = new Map<string, string>()
  beforeAll(async () => {
    world = await startWorld(database)
    await admit(world, person(860), named)
    await refer(world, person(860), named)
  })
  afterAll(async () => {
    await endWell(world)
  })

  type Headers = Readonly<Record<string, string>>
  const send = async (path: string, body: Uint8Array | undefined, headers: Headers, wire: Wire = world.systems.epr) => {
    const response = await fetch(`${world.url}/fhir/R4/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${await wire.token()}`, ...headers },
      ...(body && { body: new Uint8Array(body) }),
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    return { status: response.status, headers: response.headers, bytes, text: bytes.toString() }
  }
  const place = ({ headers }: { readonly headers: globalThis.Headers }) =>
    /Binary\/[^/]+/.exec(headers.get('location') ?? '')?.[0] ?? ''
  const ids = (text: string) => [...text.matchAll(/"code":"([a-z]+(?:-[a-z]+)+)"/g)].map(([, id]) => id)
  const count = async () => (await stored(world.store, 'Binary')).length
  const asPdf = { 'content-type': 'application/pdf' }

  it('is taken as it is, and given back as it was', async () => {
    const made = await send('Binary', pdf, asPdf)
    expect([made.status, made.headers.get('etag')]).toEqual([201, 'W/"1"'])
    expect(JSON.parse(made.text)).toMatchObject({
      ...{ resourceType: 'Binary', contentType: 'application/pdf', data: pdf.toString('base64') },
    })
    expect(JSON.parse(made.text)).not.toHaveProperty('securityContext')
    for (const path of [place(made), `${place(made)}/_history/1`]) {
      const fetched = await send(path, undefined, { accept: 'application/pdf' })
      expect([fetched.status, fetched.headers.get('content-type'), fetched.bytes.equals(pdf)]).toEqual([
        200,
        'application/pdf',
        true,
      ])
      const asXml = await send(path, undefined, { accept: 'application/fhir+xml' })
      expect(asXml.text).toContain(`<data value="${pdf.toString('base64')}"/>`)
      const neither = await send(path, undefined, { accept: 'image/png' })
      expect([neither.status, ids(neither.text)]).toEqual([406, expect.arrayContaining(['not-supported'])])
    }
    expect((await send(`${place(made)}/_history`, undefined, { accept: 'application/pdf' })).status).toBe(406)
  })

  it('keeps the type that was sent with it, and is never run or guessed at', async () => {
    const types = [
      'text/plain; charset=utf-8',
      'multipart/related; boundary=ab; type="text/xml"',
      'text/html',
      'image/svg+xml',
      'application/octet-stream',
      'application/hl7-v2',
    ]
    for (const type of types) {
      const made = await send('Binary', Buffer.from('<svg onload="alert(1)"/>'), { 'content-type': type })
      expect([type, made.status]).toEqual([type, 201])
      const { headers, text } = await send(place(made), undefined, {})
      expect([headers.get('content-type'), text]).toEqual([type, '<svg onload="alert(1)"/>'])
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain('sandbox')
      expect(headers.get('content-disposition')).toBe('attachment')
    }
  })

  it('is guarded by its X-Security-Context as by a securityContext', async () => {
    const spell = named.get('spell') ?? ''
    const made = await send('Binary', pdf, { ...asPdf, 'x-security-context': spell })
    expect(JSON.parse(made.text)).toMatchObject({ securityContext: { reference: spell } })
    await read(world.systems.hub, place(made))
    await hidden(world.systems.otherHub, place(made))
    await hidden(world.systems.hub, place(await send('Binary', pdf, asPdf)))
    const ours = await send('Binary', pdf, { ...asPdf, 'x-security-context': `${world.house.base}/${spell}` })
    expect(JSON.parse(ours.text)).toMatchObject({ securityContext: { reference: spell } })
  })

  it('is refused with a context that cannot be read, that is not there, or that is hidden', async () => {
    const before = await count()
    const spell = named.get('spell') ?? ''
    for (const [context, status, id] of [
      [`${spell}, ${named.get('patient')}`, 400, 'security-context'],
      ['the spell', 400, 'security-context'],
      ['Encounter', 400, 'security-context'],
      ['#inner', 400, 'security-context'],
      ['Patient?identifier=x|1', 400, 'security-context'],
      ['Encounter/none-1', 422, 'reference-unknown'],
      [named.get('spell2') ?? '', 422, 'reference-unknown'],
    ] as const) {
      const { status: told, text } = await send('Binary', pdf, { ...asPdf, 'x-security-context': context })
      expect([context, told, ids(text)]).toEqual([context, status, expect.arrayContaining([id])])
    }
    expect(await count()).toBe(before)
  })

  it('is one, however often it is sent under one X-Request-Id, also as a resource', async () => {
    const once = { ...asPdf, 'x-request-id': randomUUID() }
    const before = await count()
    const made = await Promise.all([1, 2, 3].map(() => send('Binary', pdf, once)))
    const resource = { resourceType: 'Binary', contentType: 'application/pdf', data: pdf.toString('base64') }
    const fhir = { ...once, 'content-type': 'application/fhir+json' }
    made.push(await send('Binary', Buffer.from(JSON.stringify(resource)), fhir))
    expect(new Set(made.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(made.map(place)).size).toBe(1)
    expect(await count()).toBe(before + 1)
    expect((await send('Binary', Buffer.from('other'), once)).status).toBe(201)
    expect(await count()).toBe(before + 2)
  })

  it('needs the scope, leaves its bytes with the message, and stands in the audit', async () => {
    const made = await send('Binary', pdf, asPdf)
    const [row] = await world.store.audits({ organization: 'trust1', what: place(made), limit: 1 })
    expect(row).toMatchObject({ action: 'POST /fhir/R4/Binary', outcome: 'success', what: [place(made)] })
    const system = { clientId: 'trust1-reader', organization: 'trust1', ...keyFor('trust1-reader') }
    const entry = { client_id: 'trust1-reader', name: 'Reader', organization: 'trust1', profile: 'smart' }
    await addClient(world.store, { ...entry, scopes: 'system/*.rs', jwks: { keys: [system.jwk] } })
    const reader = wireFor(system, world.url, 'system/*.rs')
    await vi.waitFor(() => reader.token(), { timeout: 5000, interval: 200 })
    const before = await count()
    const refused = await send('Binary', pdf, asPdf, reader)
    expect([refused.status, ids(refused.text)]).toEqual([403, expect.arrayContaining(['insufficient-scope'])])
    expect((await send('Binary', pdf, { ...asPdf, authorization: 'Bearer none' })).status).toBe(401)
    expect(await count()).toBe(before)
    const kept = await world.rows("select content_type from message where content_type = 'application/pdf'")
    expect(kept.length).toBeGreaterThan(0)
  })

  it('is no larger than it could be as a resource, and may be as large as that', { timeout: 60_000 }, async () => {
    const most = Math.floor((limits.message * 3) / 4)
    const before = await count()
    const refused = await send('Binary', Buffer.alloc(most), asPdf)
    expect([refused.status, ids(refused.text)]).toEqual([413, expect.arrayContaining(['body-too-large'])])
    expect(await count()).toBe(before)
    expect((await send('Binary', Buffer.alloc(most - 1024), { ...asPdf, prefer: 'return=minimal' })).status).toBe(201)
  })

  it('is a resource in a batch and a transaction, whatever it holds', async () => {
    const data = Buffer.from('{"resourceType":"Patient"}').toString('base64')
    const resource = { resourceType: 'Binary', contentType: 'application/fhir+json', data }
    for (const type of ['batch', 'transaction']) {
      const bundle = (request: object, more: object = {}) => ({ resourceType: 'Bundle', type, entry: [{ request, ...more }] })
      const ask = async (sent: object) =>
        (await world.systems.epr.ask('POST', '/fhir/R4', sent, { prefer: 'return=representation' })).json['entry']?.[0]
      const made = await ask(bundle({ method: 'POST', url: 'Binary' }, { resource }))
      expect([made?.['response']?.['status'], made?.['resource']]).toMatchObject(['201', resource])
      const url = `Binary/${String(made?.['resource']?.['id'])}`
      for (const address of [url, `${url}/_history/1`]) {
        const given = await ask(bundle({ method: 'GET', url: address }))
        expect([given?.['response']?.['status'], given?.['resource']]).toMatchObject(['200', resource])
      }
    }
  })

  it('is validated as a resource is, and follows its preconditions and preferences', async () => {
    const before = await count()
    for (const [headers, status, id] of [
      [{ 'content-type': 'pdf' }, 422, 'code-not-in-list'],
      [{}, 415, 'media-type'],
      [{ ...asPdf, 'if-match': 'W/"1"' }, 400, 'precondition-not-followed'],
      [{ ...asPdf, accept: 'application/pdf' }, 406, 'not-supported'],
    ] as const) {
      const { status: told, text } = await send('Binary', pdf, headers)
      expect([headers, told, ids(text)]).toEqual([headers, status, expect.arrayContaining([id])])
    }
    expect((await send('Binary', Buffer.from('{"a":1}'), { 'content-type': 'application/json' })).status).toBe(400)
    expect((await send('Patient', pdf, asPdf)).status).toBe(415)
    expect(await count()).toBe(before)
    const minimal = await send('Binary', pdf, { ...asPdf, prefer: 'return=minimal' })
    expect([minimal.status, minimal.text, minimal.headers.get('preference-applied')]).toEqual([201, '', 'return=minimal'])
    const empty = await send('Binary', new Uint8Array(), { 'content-type': 'text/plain' })
    expect([empty.status, (await send(place(empty), undefined, {})).text]).toEqual([201, ''])
  })
})

// Whoever comes too often: by address until they have proven who they are, by client afterwards, and never at another's cost.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wireFor } from '../../gateway/demo/wire.ts'
import { ask, type Heard } from './http.ts'
import { openLimited, type Limited } from './limited.ts'

const times = async <T>(count: number, work: () => Promise<T>): Promise<readonly T[]> => {
  const done: T[] = []
  for (let i = 0; i < count; i++) done.push(await work())
  return done
}
const statuses = (answers: readonly { readonly status: number }[]) => answers.map(({ status }) => status)

describe('an address that proves nobody', () => {
  let gateway: Limited
  // A bucket of six; the next drop comes after ten seconds.
  beforeAll(async () => {
    gateway = await openLimited({ ADDRESS_RATE: '0.1', TRUSTED_PROXIES: '127.0.0.1' })
  })
  afterAll(async () => {
    expect(gateway.errors).toEqual([])
    await gateway.close()
  })
  const from = (address: string, method: string, path: string, more: { headers?: Record<string, string>; body?: string } = {}) =>
    ask(gateway.url, { method, path, ...more, headers: { 'x-forwarded-for': address, ...more.headers } })
  const garbage = { headers: { authorization: `Bearer ${randomUUID()}` } }
  const form = {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials&scope=system/*.rs',
  }
  const isFhirThrottled = (heard: Heard) => {
    const { issue } = JSON.parse(heard.text) as { issue: readonly { code: string; details: { coding: readonly object[] } }[] }
    expect(heard.status).toBe(429)
    expect(issue).toMatchObject([{ severity: 'error', code: 'throttled' }])
    expect(issue[0]?.details.coding).toContainEqual({
      system: 'https://fhir.nhs.uk/CodeSystem/http-error-codes',
      code: 'REC_TOO_MANY_REQUESTS',
    })
    expect(heard.headers['retry-after']).toMatch(/^([1-9]|10)$/)
    expect(heard.headers['content-type']).toMatch(/^application\/fhir\+json/)
    expect(heard.headers['www-authenticate']).toBeUndefined()
  }

  it('is told 429 with Retry-After in FHIR’s words once its bucket is empty', async () => {
    const answers = await times(7, () => from('192.0.2.1', 'GET', '/fhir/R4/Patient/1', garbage))
    expect(statuses(answers)).toEqual([401, 401, 401, 401, 401, 401, 429])
    isFhirThrottled(answers[6] ?? expect.fail())
    isFhirThrottled(await from('192.0.2.1', 'GET', '/fhir/R4/metadata'))
    isFhirThrottled(await from('192.0.2.1', 'GET', '/nothing'))
    isFhirThrottled(await from('192.0.2.1', 'PUT', '/fhir/R4/metadata'))
  })

  it('does not keep out whoever has a good token, nor probes, nor another address', async () => {
    const authorization = `Bearer ${await gateway.wires.hub.token()}`
    const answers = await times(20, () => from('192.0.2.1', 'GET', '/fhir/R4/Task', { headers: { authorization } }))
    expect(new Set(statuses(answers))).toEqual(new Set([200]))
    expect(statuses(await times(20, () => from('192.0.2.1', 'GET', '/health/ready')))).toEqual(
      Array.from({ length: 20 }, () => 200),
    )
    expect((await from('192.0.2.2', 'GET', '/fhir/R4/metadata')).status).toBe(200)
  })

  it('does not pay for what a client with a good token asks in vain, or need not ask with it', async () => {
    const authorization = `Bearer ${await gateway.wires.hub.token()}`
    for (const path of ['/nothing', '/fhir/R4/metadata']) {
      const answers = await times(10, () => from('192.0.2.6', 'GET', path, { headers: { authorization } }))
      expect(new Set(statuses(answers))).toEqual(new Set([path === '/nothing' ? 404 : 200]))
    }
    expect(statuses(await times(7, () => from('192.0.2.6', 'GET', '/nothing', garbage)))).toEqual([
      404, 404, 404, 404, 404, 404, 429,
    ])
  })

  it('pays nothing for good tokens', async () => {
    const token = await gateway.wires.hub.token()
    const authorization = `Bearer ${token}`
    const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' }
    const answers = await times(20, () => from('192.0.2.3', 'POST', '/auth/introspect', { headers, body: `token=${token}` }))
    expect(new Set(statuses(answers))).toEqual(new Set([200]))
    expect((await from('192.0.2.3', 'GET', '/fhir/R4/metadata')).status).toBe(200)
  })

  it('is refused at the token endpoint in OAuth’s words, and the flood is one row a minute', async () => {
    const answers = await times(60, () => from('192.0.2.4', 'POST', '/auth/token', form))
    expect(statuses(answers)).toEqual([
      ...Array.from({ length: 6 }, () => answers[0]?.status),
      ...Array.from({ length: 54 }, () => 429),
    ])
    expect(answers[0]?.status).toBeGreaterThanOrEqual(400)
    const last = answers[59] ?? expect.fail()
    expect(JSON.parse(last.text)).toEqual({
      error: 'temporarily_unavailable',
      error_description: expect.stringMatching(/too many requests.*room again in \d+ s/),
    })
    expect(last.headers['content-type']).toMatch(/^application\/json/)
    expect(last.headers['cache-control']).toBe('no-store')
    expect(last.headers['retry-after']).toMatch(/^([1-9]|10)$/)
    const rows = (await gateway.audits()).filter(({ reason }) => reason === 'throttled')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.length).toBeLessThanOrEqual(20)
    expect(rows[0]).toMatchObject({ action: 'token', outcome: 'refused', client: '', organization: '' })
  })

  it('cannot write itself another address', async () => {
    const answers = await times(7, () =>
      from(`10.1.2.${Math.floor(Math.random() * 250)}, 192.0.2.5`, 'GET', '/fhir/R4/Patient/1', garbage),
    )
    expect(answers.at(-1)?.status).toBe(429)
  })
})

describe('a form that is too long', () => {
  it('is refused at OAuth’s addresses in OAuth’s words, before it fills the memory', async () => {
    const gateway = await openLimited({})
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    for (const name of ['token', 'introspect', 'revoke']) {
      const heard = await ask(gateway.url, { method: 'POST', path: `/auth/${name}`, headers, body: `a=${'x'.repeat(131_072)}` })
      expect([heard.status, JSON.parse(heard.text)]).toEqual([
        413,
        { error: 'invalid_request', error_description: 'the body is larger than 131072 bytes' },
      ])
    }
    await gateway.close()
  })
})

describe('an address behind no trusted proxy', () => {
  it('is the connection’s own, whatever X-Forwarded-For says', async () => {
    const gateway = await openLimited({ ADDRESS_RATE: '0.05' })
    let n = 0
    const asked = () => ask(gateway.url, { method: 'GET', path: '/nothing', headers: { 'x-forwarded-for': `192.0.2.${n++}` } })
    expect(statuses(await times(4, asked))).toEqual([404, 404, 404, 429])
    await gateway.close()
  })
})

describe('a client that asks too often', () => {
  let gateway: Limited
  // A bucket of twelve.
  beforeAll(async () => {
    gateway = await openLimited({ CLIENT_RATE: '0.2' })
  })
  afterAll(() => gateway.close())

  it('is told 429 with Retry-After, stands in the audit, and costs no other client anything', async () => {
    const answers = await times(14, () => gateway.wires.hub.ask('GET', '/fhir/R4/Task'))
    // Its token was the first of the twelve.
    expect(statuses(answers)).toEqual([...Array.from({ length: 11 }, () => 200), 429, 429, 429])
    const last = answers.at(-1) ?? expect.fail()
    expect(last.json).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ code: 'throttled' }] })
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await gateway.wires.community.ask('GET', '/fhir/R4/Task')).status).toBe(200)
    const rows = (await gateway.audits()).filter(({ reason }) => reason === 'throttled')
    expect(rows).toHaveLength(3)
    expect(rows[0]).toMatchObject({ outcome: 'refused', organization: 'hub1', action: 'GET /fhir/R4/Task' })
  })

  it('pays for each entry of a Bundle, and is let in with one that is larger than its bucket', async () => {
    const again = await openLimited({ CLIENT_RATE: '0.2' }) // a bucket of twelve
    const { hub, community } = again.wires
    const entry = (count: number) => Array.from({ length: count }, () => ({ request: { method: 'GET', url: 'metadata' } }))
    const send = (type: string, count: number) =>
      hub.ask('POST', '/fhir/R4', { resourceType: 'Bundle', type, entry: entry(count) })
    // Its token was the first of the twelve, the batch takes five and the transaction four more.
    expect([(await send('batch', 5)).status, (await send('transaction', 4)).status]).toEqual([200, 200])
    expect((await hub.ask('GET', '/fhir/R4/Task')).status).toBe(200)
    expect((await send('batch', 20)).status).toBe(200)
    const refused = await hub.ask('GET', '/fhir/R4/Task')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50)
    const message = { resourceType: 'Bundle', type: 'message', entry: entry(30) }
    expect((await community.ask('POST', '/fhir/R4/$process-message', message)).status).toBe(400)
    expect((await community.ask('GET', '/fhir/R4/Task')).status).toBe(429)
    await again.close()
  })

  it('gets no token either, in OAuth’s words', async () => {
    const again = await openLimited({ CLIENT_RATE: '0.02' }) // a bucket of one
    await again.wires.hub.token()
    const refused = await wireFor(again.cast.systems.hub, again.url)
      .token()
      .catch((error: unknown) => String(error))
    expect(refused).toMatch(/429 \{"error":"temporarily_unavailable","error_description":"this client has sent too many requests/)
    const rows = (await again.audits()).filter(({ reason }) => reason === 'throttled')
    expect(rows).toMatchObject([{ action: 'token', outcome: 'refused', organization: 'hub1' }])
    await again.close()
  })
})

// The simulator as a place that anybody on the machine can send anything to, and what it tells of what it saw.

import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkDigit } from '../../conformance/people.ts'
import { schemaFaults } from '../../conformance/report/schema.ts'
import { judgeAssertion, readKeys } from '../../conformance/simulate/assertion.ts'
import { numbersIn, thingOf } from '../../conformance/simulate/content.ts'
import { addressOf } from '../../conformance/simulate/fhir.ts'
import { ackFor, readHl7 } from '../../conformance/simulate/hl7.ts'
import { behaviours, sentinels } from '../../conformance/simulate/sentinels.ts'
import type { Simulator } from '../../conformance/simulate/simulator.ts'
import { clientSuite } from '../../conformance/simulate/suite.ts'
import { suite } from '../../conformance/suite.ts'
import { fhirClient, goodFhir } from './clients/fhir-client.ts'
import { faultsOf, messageWith } from './clients/faults.ts'
import { sendMessages } from './clients/message-sender.ts'
import { simulated } from './clients/watched.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await simulated('hl7v2', 'message', 'puller')
})
afterAll(() => simulator.close())

const isAlive = async () => (await fetch(`${simulator.base}/metadata`)).status === 200

/** What comes back within a moment, or as soon as it is an acknowledgement. */
function spoken(bytes: Uint8Array, ms = 300): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  let heard = ''
  const socket = connect(simulator.mllpPort, '127.0.0.1', () => socket.write(bytes))
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1')
    if (heard.includes('MSA|')) resolve((socket.destroy(), heard))
  })
  socket.on('error', () => undefined)
  setTimeout(() => resolve((socket.destroy(), heard)), ms)
  return promise
}

describe('the simulator', () => {
  it('gives each behaviour a number of the test range that is right by modulus 11', () => {
    const numbers = behaviours.map((name) => sentinels[name].nhsNumber)
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const number of numbers) expect([number.slice(0, 3), checkDigit(number.slice(0, 9))]).toEqual(['999', Number(number[9])])
  })

  it('passes nothing that it has not seen', async () => {
    const fresh = await simulated('hl7v2', 'message', 'puller')
    const outcomes = fresh.verdicts(Date.now() + 3_600_000).map(({ outcome }) => outcome)
    await fresh.close()
    expect(new Set(outcomes)).toEqual(new Set(['not seen']))
    expect(outcomes).toHaveLength(clientSuite.length)
  })

  it('outlives nonsense over MLLP, and a message without an end', async () => {
    const text = 'MSH|^~\\&|A|B|C|D|20260101||ADT^A01|1|P|2.4\rPID|1\r'
    const frame = (message: string) => Buffer.from(`\u000b${message}\u001c\r`)
    const heard = await Promise.all([
      spoken(Buffer.alloc(3 * 2 ** 20, 0x41)),
      spoken(frame('')),
      spoken(frame('\u0000\u0001nonsense')),
      spoken(frame('MSH')),
      spoken(Buffer.from('\u001c\r\u001c\r\u000b\u000b\u001c\r')),
      spoken(frame(text.replace('|1|P', '||P')), 10_000),
      spoken(frame(text), 10_000),
    ])
    expect(heard.at(-2)).toContain('MSA|AR|')
    expect(heard.at(-1)).toContain('MSA|AA|1')
    expect(await isAlive()).toBe(true)
  })

  it('outlives nonsense over HTTP', async () => {
    const deep = '['.repeat(200_000)
    const attempts: readonly (readonly [string, RequestInit])[] = [
      [
        '/auth/token',
        { method: 'POST', body: 'client_assertion=a.b.c', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      ],
      ['/auth/token', { method: 'POST', body: deep }],
      ['/auth/token', { method: 'PUT', body: '{}' }],
      ['/fhir/R4/$process-message', { method: 'POST', body: deep }],
      ['/fhir/R4/Task?%E0%A4%A=1', {}],
      ['/fhir/R4/%00/__proto__/constructor', {}],
      ['/fhir/R4/Task/__proto__', { method: 'PUT', body: '{"resourceType":"Task","id":"__proto__"}' }],
      ['/hl7v2', { method: 'POST', body: 'MSH' }],
      ['/nowhere', { method: 'DELETE' }],
    ]
    const statuses = await Promise.all(attempts.map(async ([path, init]) => (await fetch(simulator.origin + path, init)).status))
    expect(statuses).toEqual([400, 400, 400, 401, 401, 401, 401, 401, 404])
    const tooLong = await fetch(`${simulator.base}/$process-message`, { method: 'POST', body: 'x'.repeat(3 * 2 ** 20) }).catch(
      () => ({ status: 413 }),
    )
    expect(tooLong.status).toBe(413)
    expect(await isAlive()).toBe(true)
  })

  it('takes a body as gzip, of no more than it takes otherwise, and says what it does not take', async () => {
    const fresh = await simulated('message')
    const client = fhirClient(fresh, goodFhir, 'system/ServiceRequest.c')
    const send = async (body: Buffer, type: string, headers: Record<string, string>) => {
      const told = await client.ask({
        method: 'POST',
        url: `${fresh.base}/$process-message`,
        headers: () => ({ 'content-type': type, 'x-request-id': randomUUID(), 'x-correlation-id': randomUUID(), ...headers }),
        body: body as unknown as string, // fetch takes bytes as well
      })
      const text = /"text":"([^"]*)"/.exec(told?.text ?? '')?.[1]
      return [told?.status, text, told?.headers.get('accept-encoding')]
    }
    const json = 'application/fhir+json'
    const small = Buffer.from('{"resourceType":"Bundle","type":"message"}')
    const plainly = await send(small, json, {})
    expect(plainly[1]).toBeDefined()
    for (const coding of ['gzip', ' X-GZIP '])
      expect(await send(gzipSync(small), json, { 'content-encoding': coding })).toEqual(plainly)
    expect(await send(small, json, { 'content-encoding': 'identity' })).toEqual(plainly)
    const bomb = gzipSync(Buffer.alloc(64 * 2 ** 20))
    expect(await send(bomb, json, { 'content-encoding': 'gzip' })).toEqual([413, 'at most 2097152 bytes, unpacked too', null])
    const notGzip = await send(small, json, { 'content-encoding': 'gzip' })
    expect(notGzip).toEqual([400, 'the body is no gzip, though its header says so', null])
    const other = await send(small, json, { 'content-encoding': 'br' })
    expect(other).toEqual([415, 'of encodings the simulator takes gzip alone', 'gzip'])
    for (const type of ['application/fhir+xml', 'text/xml; charset=utf-8', 'application/xml']) {
      const [status, words] = await send(Buffer.from('<Bundle xmlns="http://hl7.org/fhir"/>'), type, {})
      expect([status, words]).toEqual([415, expect.stringContaining('application/fhir+json alone')])
    }
    await fresh.close()
  })

  it('reads whatever bytes and values it is given without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, text) => {
        for (const message of [bytes, Buffer.from(`MSH${text}`), Buffer.from(`MSH|^~\\&|${text}\rPID|${text}`)])
          ackFor(readHl7(message), { code: 'AA', control: text }, '1')
        addressOf(text)
        judgeAssertion(text, { keys: [], tokenUrl: '', nowSeconds: 0, isUsed: () => false })
        judgeAssertion(`${Buffer.from(text).toString('base64url')}.e30.x`, {
          keys: [],
          tokenUrl: '',
          nowSeconds: 0,
          isUsed: () => false,
        })
      }),
      { numRuns: 300 },
    )
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(thingOf(value)).toHaveLength(22)
        numbersIn(value)
        numbersIn({ entry: value })
        readKeys({ keys: value })
      }),
      { numRuns: 300 },
    )
  })

  it('tells its verdicts only to the machine’s own names, and not to pages of other sites', async () => {
    const get = (headers: Record<string, string>) => fetch(`${simulator.controlUrl}/verdicts`, { headers })
    expect((await get({})).status).toBe(200)
    expect((await get({ origin: 'https://evil.example' })).status).toBe(403)
    const reset = await fetch(`${simulator.controlUrl}/reset`, { method: 'POST', headers: { origin: 'https://evil.example' } })
    expect(reset.status).toBe(403)
  })

  it('keeps nothing of a message about an NHS number of another range, and says so', async () => {
    await sendMessages(simulator, { ...messageWith('message-real-person'), meets: (name) => name === 'accepted' })
    const text = JSON.stringify(simulator.report(false))
    expect(text).toContain('not kept')
    expect(text).not.toContain('1234567890')
    expect(simulator.verdicts().find(({ requirement }) => requirement.id === 'HF-SND-058')?.outcome).toBe('fail')
  })

  it('reports in the shape of the published schema, with the role and without tokens', async () => {
    const report = JSON.parse(JSON.stringify(simulator.report(false))) as { results: { role: string }[]; exitCode: number }
    expect(schemaFaults(report, { isStrict: true })).toEqual([])
    expect(new Set(report.results.map(({ role }) => role))).toEqual(new Set(['sender', 'receiver']))
    expect(JSON.stringify(report)).not.toMatch(/Bearer (?!sha256|\$TOKEN)[\w-]{20,}/)
    expect(report.exitCode).toBe(1)
  })

  it('forgets everything when it is told to begin anew', async () => {
    expect((await fetch(`${simulator.controlUrl}/reset`, { method: 'POST' })).status).toBe(200)
    expect(simulator.verdicts().every(({ outcome }) => outcome === 'not seen')).toBe(true)
  })

  it('says on its page and by events that something has changed', async () => {
    const page = await fetch(simulator.controlUrl)
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringContaining("default-src 'none'"),
    ])
    expect(await page.text()).toContain(sentinels.lost.nhsNumber)
    const events = await fetch(`${simulator.controlUrl}/events`)
    const reader = events.body!.getReader()
    const read = async () => new TextDecoder().decode((await reader.read()).value)
    expect(await read()).toContain('data: changed')
    await fetch(simulator.tokenUrl, { method: 'POST' })
    expect(await read()).toContain('data: changed')
    await reader.cancel()
    await wait(10)
  })
})

describe('the requirements of senders and receivers', () => {
  it('have ids that no other requirement has or had', () => {
    const ids = [...suite, ...clientSuite].map(({ id }) => id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i || !/^HF-[A-Z0-9]{3}-\d{3}$/.test(id))).toEqual([])
  })

  it('are each proved by a bad product, and each bad product by one of them', () => {
    const kills = clientSuite.flatMap((one) => ('kills' in one ? one.kills : []))
    expect(clientSuite.filter((one) => !('kills' in one) || one.kills.length === 0).map(({ id }) => id)).toEqual([])
    const faults = new Set(Object.values(faultsOf).flat())
    expect(new Set(kills)).toEqual(faults)
  })

  it('quote this project’s own rules as docs/simulate.md has them, and all in few words', () => {
    const page = readFileSync('docs/simulate.md', 'utf8')
    const own = clientSuite.filter(({ statement }) => statement.url === 'docs/simulate.md')
    expect(own.filter(({ statement }) => !page.includes(`- ${statement.quote}`)).map(({ id }) => id)).toEqual([])
    expect(clientSuite.filter(({ statement: { quote } }) => quote === '' || quote.length > 160).map(({ id }) => id)).toEqual([])
  })
})

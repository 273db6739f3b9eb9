// Whoever takes too long, or too much: slow heads and bodies, idle and unread connections, and more of them than one may hold.

import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../gateway/config.ts'
import { ask } from './http.ts'
import { line, openLimited, type Line, type Limited } from './limited.ts'

const head = (method: string, path: string, more: readonly string[] = []) =>
  [`${method} ${path} HTTP/1.1`, 'host: gateway.example', ...more, '', ''].join('\r\n')

const lines: Line[] = []
const dial = async (port: number): Promise<Line> => {
  const one = await line(port)
  lines.push(one)
  return one
}
afterEach(() => {
  for (const { socket } of lines.splice(0)) socket.destroy()
})

describe('a gateway with little patience', () => {
  let gateway: Limited
  beforeAll(async () => {
    gateway = await openLimited({
      HEADERS_TIMEOUT_MS: '300',
      REQUEST_TIMEOUT_MS: '2500',
      KEEP_ALIVE_MS: '200',
      STALLED_MS: '1000',
      MLLP_IDLE_MS: '1000',
      MLLP_MESSAGE_MS: '400',
    })
  })
  afterAll(async () => {
    // What a client does slowly is no fault of the gateway's.
    expect(gateway.errors).toEqual([])
    await gateway.close()
  })

  it('answers 408 to headers that drip, in words of FHIR, and closes', async () => {
    const slow = await dial(gateway.port)
    void slow.drip(head('GET', '/fhir/R4/metadata', [`x-slow: ${'a'.repeat(400)}`]), 20)
    expect(await slow.closed).toBeLessThan(2_300)
    expect(slow.said()).toMatch(/^HTTP\/1\.1 408 /)
    expect(slow.said()).toContain('"code":"timeout"')
    expect(slow.said()).toContain('x-content-type-options: nosniff')
  })

  it('answers 408 to a body that drips, and closes', async () => {
    const slow = await dial(gateway.port)
    const form = ['content-type: application/x-www-form-urlencoded', 'content-length: 400']
    slow.socket.write(head('POST', '/auth/token', form))
    void slow.drip('a'.repeat(399), 20)
    expect(await slow.closed).toBeLessThan(6_000)
    expect(slow.said()).toMatch(/^HTTP\/1\.1 408 /)
  })

  it('closes a connection that never asks anything, and one that asks nothing more', async () => {
    const silent = await dial(gateway.port)
    expect(await silent.closed).toBeLessThan(1_500)
    const done = await dial(gateway.port)
    done.socket.write(head('GET', '/health/live'))
    const closed = await done.closed
    expect(done.said()).toMatch(/^HTTP\/1\.1 200 /)
    expect(closed).toBeGreaterThan(150)
    expect(closed).toBeLessThan(2_500)
  })

  it('closes a connection whose answers nobody reads', async () => {
    const deaf = await dial(gateway.port)
    const count = 300
    deaf.socket.pause()
    deaf.socket.write(head('GET', '/fhir/R4/metadata').repeat(count))
    // A paused socket hears of its end only when it writes; so seldom that this is no life on the line.
    for (let i = 0; i < 12 && !deaf.socket.destroyed; i++) {
      await sleep(1_500)
      deaf.socket.write('\r\n')
    }
    await deaf.closed
    expect(deaf.said().split('HTTP/1.1 200 ').length - 1).toBeLessThan(count)
  })

  it('closes an HL7 v2 connection that is idle, and one whose message drips and never ends', async () => {
    const idle = await dial(gateway.mllp)
    const closed = await idle.closed
    expect(closed).toBeGreaterThan(900)
    expect(closed).toBeLessThan(3_000)
    const slow = await dial(gateway.mllp)
    void slow.drip(`\x0bMSH|^~\\&|EPR|${'a'.repeat(200)}`, 20)
    expect(await slow.closed).toBeLessThan(1_500)
    expect(slow.said()).toBe('')
  })

  it('leaves an HL7 v2 connection alone that waits or drips between its messages', async () => {
    const feed = await dial(gateway.mllp)
    const message = '\x0bMSH|^~\\&|NOBODY|NOWHERE|||20260105100000||ADT^A01^ADT_A01|1|P|2.5\r\x1c\r'
    await feed.drip('\r\n'.repeat(12), 20)
    for (let count = 1; count <= 2; count++) {
      await sleep(600)
      feed.socket.write(`${message}\n`)
      await sleep(100)
      expect(feed.said().split('MSA|AR|1')).toHaveLength(count + 1)
    }
  })
})

describe('a gateway with few places', () => {
  const opened: Limited[] = []
  afterEach(async () => {
    for (const { socket } of lines.splice(0)) socket.destroy()
    for (const gateway of opened.splice(0)) await gateway.close()
  })
  const open = async (settings: Readonly<Record<string, string>>) => {
    const gateway = await openLimited(settings)
    opened.push(gateway)
    return gateway
  }
  const isLet = async (port: number, hello: string) => {
    const one = await dial(port)
    one.socket.write(hello)
    for (let i = 0; i < 100 && one.said() === '' && !one.socket.destroyed; i++) await sleep(10)
    return one.said() !== ''
  }
  const http = head('GET', '/health/live')
  const hl7 = '\x0bMSH|^~\\&|NOBODY|NOWHERE|||20260105100000||ADT^A01^ADT_A01|1|P|2.5\r\x1c\r'

  it.each([
    ['HTTP in all', { CONNECTIONS: '3' }, 'port', http],
    ['HTTP of one address', { CONNECTIONS_PER_ADDRESS: '3' }, 'port', http],
    ['HL7 v2 in all', { MLLP_CONNECTIONS: '3' }, 'mllp', hl7],
    ['HL7 v2 of one address', { MLLP_CONNECTIONS_PER_ADDRESS: '3' }, 'mllp', hl7],
  ] as const)('closes one connection too many: %s, and takes others when those have gone', async (_, settings, door, hello) => {
    const gateway = await open({ KEEP_ALIVE_MS: '30000', ...settings })
    for (let i = 0; i < 3; i++) expect(await isLet(gateway[door], hello)).toBe(true)
    expect(await isLet(gateway[door], hello)).toBe(false)
    for (const { socket } of lines) socket.destroy()
    await sleep(50)
    for (let i = 0; i < 3; i++) expect(await isLet(gateway[door], hello)).toBe(true)
    expect(await isLet(gateway[door], hello)).toBe(false)
    // Told once a minute, without saying who.
    const name = door === 'port' ? 'http' : 'mllp'
    expect(gateway.errors).toEqual([`connections-refused {"door":"${name}","refused":1}`])
  })

  it('counts those of a proxy that it trusts in all', async () => {
    const gateway = await open({ CONNECTIONS: '2', TRUSTED_PROXIES: '127.0.0.0/8', KEEP_ALIVE_MS: '30000' })
    for (let i = 0; i < 2; i++) expect(await isLet(gateway.port, http)).toBe(true)
    expect(await isLet(gateway.port, http)).toBe(false)
  })

  it('does not count those of a proxy that it trusts for one address', async () => {
    const gateway = await open({ CONNECTIONS_PER_ADDRESS: '1', TRUSTED_PROXIES: '127.0.0.0/8', KEEP_ALIVE_MS: '30000' })
    for (let i = 0; i < 3; i++) expect(await isLet(gateway.port, http)).toBe(true)
  })
})

describe('every answer', () => {
  let gateway: Limited
  beforeAll(async () => {
    gateway = await openLimited({ PUBLIC_URL: 'https://gateway.example' })
  })
  afterAll(() => gateway.close())

  it.each([
    ['GET', '/fhir/R4/metadata', 200],
    ['GET', '/fhir/R4/Patient/1', 401],
    ['GET', '/nothing', 404],
    ['PUT', '/auth/token', 405],
    ['POST', '/auth/token', 400],
    ['GET', '/docs', 200],
    ['GET', '/health/live', 200],
  ])('says how it is to be taken: %s %s %i', async (method, path, status) => {
    const heard = await ask(`http://127.0.0.1:${gateway.port}`, { method, path })
    expect(heard.status).toBe(status)
    expect(heard.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'strict-transport-security': 'max-age=31536000',
    })
    expect(heard.headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(heard.headers['cache-control']).toMatch(/no-store|no-cache/)
    expect(heard.headers['server']).toBeUndefined()
    expect(heard.headers['x-powered-by']).toBeUndefined()
  })
})

describe('the settings of limits', () => {
  it.each([
    ['TRUSTED_PROXIES', '10.0.0.0/8, proxy.example'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['CLIENT_RATE', '-1'],
    ['CONNECTIONS', '0'],
    ['HEADERS_TIMEOUT_MS', 'soon'],
    ['BREAK_GLASS_PER_DAY', '1.5'],
    ['TLS_CLIENT_AUTH', 'optional'],
  ])('are refused where they cannot be meant: %s=%s', (name, value) => {
    const read = readConfig({ [name]: value })
    expect(read).toMatchObject({ ok: false, faults: [expect.stringContaining(name)] })
  })
})

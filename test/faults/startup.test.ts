// How the gateway starts and ends: with nothing set, with wrong settings, in the middle of work.

import { writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ago, hl7 } from '../../gateway/demo/hl7.ts'
import { ackCode } from '../../gateway/demo/stage.ts'
import { endAll, makeCamp, runCommand, startGateway, type Camp } from './gateway.ts'
import { ask } from './http.ts'
import { openSender } from './mllp.ts'
import { person } from './people.ts'

describe('starting', () => {
  let camp: Camp
  beforeAll(() => {
    camp = makeCamp()
  })
  afterAll(() => {
    endAll()
    camp.remove()
  })

  const file = (name: string, text: string): string => {
    const path = join(camp.folder, name)
    writeFileSync(path, text)
    return path
  }

  it('serves with no settings at all, on loopback, within about a second', async (context) => {
    if (!(await isFree(8080)) || !(await isFree(2575))) context.skip('another program holds port 8080 or 2575')
    const gateway = await startGateway({}, camp.folder)
    expect(gateway).toMatchObject({ url: 'http://127.0.0.1:8080', mllp: 2575 })
    expect(gateway.readyMs).toBeLessThan(5_000)
    expect((await ask(gateway.url, { method: 'GET', path: '/health/ready' })).status).toBe(200)
    expect((await ask(gateway.url, { method: 'GET', path: '/fhir/R4/metadata' })).status).toBe(200)
    for (const port of [8080, 2575]) expect(await isFree(port, '127.0.0.2')).toBe(true)
    expect(await gateway.end('SIGTERM')).toEqual({ code: 0, signal: null })
  })

  it('says in one line of JSON where it is', async () => {
    const gateway = await startGateway(camp.environment)
    const [line = '', ...rest] = gateway.said().trim().split('\n')
    expect(rest).toEqual([])
    expect(JSON.parse(line)).toEqual({
      event: 'ready',
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as unknown,
      mllp: expect.any(Number) as unknown,
      pid: gateway.pid,
    })
    expect(await gateway.end('SIGINT')).toEqual({ code: 0, signal: null })
  })

  it.concurrent('keeps everything in memory when told to', async () => {
    const gateway = await startGateway({ ...camp.environment, DATABASE_URL: 'sqlite::memory:' })
    expect(ackCode(await send(gateway.mllp, hl7('ADT^A01^ADT_A01', person(60), { at: ago(9) })))).toBe('AA')
    await gateway.end('SIGTERM')
  })

  it.concurrent('opens no HL7 v2 port when told so', async () => {
    const gateway = await startGateway({ ...camp.environment, MLLP_PORT: 'off' })
    expect(gateway.mllp).toBeUndefined()
    await gateway.end('SIGTERM')
  })

  it.concurrent('names every wrong setting and ends with 2', async () => {
    const wrong = {
      PORT: 'eighty',
      DATABASE_URL: 'mysql://x',
      SANDBOX: 'maybe',
      LOG_LEVEL: 'loud',
      MLLP_PORT: '70000',
      PUBLIC_URL: 'ftp://x',
    }
    const { code, err, out } = await runCommand(['serve'], wrong)
    expect(code).toBe(2)
    expect(out).toBe('')
    for (const name of Object.keys(wrong)) expect(err).toContain(name)
    expect(err).not.toMatch(/\.ts:\d/)
  })

  it.concurrent('names every fault of CLIENTS_FILE and ends with 2', async () => {
    const clients = file(
      'wrong-clients.json',
      JSON.stringify({
        organizations: [{ id: 'trust 1', name: '', kind: 'wizards' }],
        agreements: [{ from: 'trust1', to: 'nowhere' }],
        clients: [{ client_id: 'a', name: 'A', organization: 'nobody', profile: 'smart', scopes: 'everything' }],
        extra: 1,
      }),
    )
    const { code, err } = await runCommand(['serve'], { ...camp.environment, CLIENTS_FILE: clients })
    expect(code).toBe(2)
    expect(err).toContain('CLIENTS_FILE')
    for (const place of [
      'organizations[0].id',
      'organizations[0].name',
      'organizations[0].kind',
      'agreements[0]',
      'clients[0].scopes',
      'clients[0].organization',
      'extra',
    ])
      expect(err).toContain(place)
    expect(err).not.toMatch(/\.ts:\d/)
  })

  it.concurrent('names every fault of SOURCES_FILE and ends with 2', async () => {
    const sources = file(
      'wrong-sources.json',
      JSON.stringify({
        'trust1-epr': { timeZone: 'Mars/Base', forms: [{ message: 'ADT^A01' }] },
        other: { staleAfterMinutes: -1 },
      }),
    )
    const { code, err } = await runCommand(['serve'], { ...camp.environment, SOURCES_FILE: sources })
    expect(code).toBe(2)
    expect(err).toContain('SOURCES_FILE')
    for (const place of ['trust1-epr.timeZone', 'trust1-epr.forms[0].message', 'other.staleAfterMinutes'])
      expect(err).toContain(place)
    expect(err).not.toMatch(/\.ts:\d|"code"/)
  })

  it.concurrent.each([
    ['CLIENTS_FILE', 'that is not there', '/nowhere/clients.json'],
    ['SOURCES_FILE', 'that is not there', '/nowhere/sources.json'],
    ['TLS_CERT', 'without its key', '/nowhere/cert.pem'],
    ['DATABASE_URL', 'in a place that cannot be made', 'sqlite:/dev/null/gateway.db'],
  ])('ends with 2 and names %s %s', async (name, _, value) => {
    const { code, err } = await runCommand(['serve'], { ...camp.environment, [name]: value })
    expect(code).toBe(2)
    expect(err).toContain(name)
    expect(err).not.toMatch(/\.ts:\d/)
  })

  it.concurrent.each(['PORT', 'MLLP_PORT'])('ends with 2 and says which port is taken, when %s is', async (name) => {
    const holder = await hold()
    const { port } = holder.address() as AddressInfo
    const { code, err } = await runCommand(['serve'], { ...camp.environment, [name]: String(port) })
    holder.close()
    expect(code).toBe(2)
    expect(err).toContain(name)
    expect(err).toContain(String(port))
    expect(err).not.toMatch(/\.ts:\d/)
  })

  it.concurrent('ends with 2 and shows how it is used, when the command is not known', async () => {
    const { code, err } = await runCommand(['conjure'], camp.environment)
    expect([code, err]).toEqual([2, expect.stringContaining('usage: main.ts serve')])
  })

  it('finishes what is under way when it is told to end, and keeps what it acknowledged', async () => {
    const gateway = await startGateway(camp.environment)
    const { epr } = camp.wires(gateway.url)
    await epr.token()
    const acked: number[] = []
    const senders = await Promise.all(Array.from({ length: 8 }, () => openSender(gateway.mllp)))
    const streaming = senders.map(async (sender, connection) => {
      for (let n = connection; ; n += senders.length) {
        const ack = await sender.send(hl7('ADT^A01^ADT_A01', person(2_000 + n), { at: ago(9) })).catch(() => undefined)
        if (ack === undefined) return
        acked.push(n)
      }
    })
    // An idle connection that was used before must not keep it alive.
    await epr.ask('GET', '/fhir/R4/Patient?_count=1')
    while (acked.length < 50) await setTimeout(1)
    const began = performance.now()
    expect(await gateway.end('SIGTERM')).toEqual({ code: 0, signal: null })
    expect(performance.now() - began).toBeLessThan(5_000)
    await Promise.all(streaming)
    const again = await startGateway(camp.environment)
    const { json } = await camp.wires(again.url).epr.ask('GET', '/fhir/R4/Patient?family=QUILLFEATHER&_count=1')
    expect(Number(json['total'])).toBeGreaterThanOrEqual(acked.length)
    await again.end('SIGTERM')
  })

  it('answers a request that is under way before it ends', async () => {
    const gateway = await startGateway(camp.environment)
    const token = await camp.wires(gateway.url).epr.token()
    const body = JSON.stringify({ resourceType: 'Patient', name: [{ family: 'EXAMPLE' }] })
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1')
    let heard = ''
    socket.on('data', (chunk) => (heard += chunk.toString()))
    const over = new Promise((resolve) => socket.once('close', resolve))
    socket.write(
      `POST /fhir/R4/Patient HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/fhir+json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
    )
    await setTimeout(100)
    const ended = gateway.end('SIGTERM')
    await setTimeout(100)
    socket.write(body.slice(10))
    expect(await ended).toEqual({ code: 0, signal: null })
    await over
    expect(heard).toMatch(/^HTTP\/1\.1 201 /)
  })
})

async function send(port: number, message: string): Promise<string> {
  const sender = await openSender(port)
  const ack = await sender.send(message)
  sender.end()
  return ack
}

function hold(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}

function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}

// A database that goes away under a running gateway: senders are told to come again, and are served when it is back.

import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ago, hl7 } from '../../gateway/demo/hl7.ts'
import { ackCode } from '../../gateway/demo/stage.ts'
import type { Wire } from '../../gateway/demo/wire.ts'
import { StoreUnavailable, type Store } from '../../gateway/store/store.ts'
import { createDatabase } from '../postgres.database.ts'
import { endAll, makeCamp, startGateway, type Camp, type Gateway } from './gateway.ts'
import { openHouse, type House } from './house.ts'
import { openSender, type Sender } from './mllp.ts'
import { person } from './people.ts'

const a01 = (n: number) => hl7('ADT^A01^ADT_A01', person(n), { at: ago(9), control: `DOWN-${n}` })
const hl7Type = { 'content-type': 'application/hl7-v2' }

describe.runIf(inject('pgUrl'))('PostgreSQL behind a wire that can be cut', () => {
  let camp: Camp
  let gateway: Gateway
  let wire: CutWire
  let epr: Wire
  let sender: Sender
  let direct: string
  beforeAll(async () => {
    direct = await createDatabase(inject('pgUrl'))
    const { hostname, port } = new URL(direct)
    wire = await cutWire(hostname, Number(port))
    const through = new URL(direct)
    through.port = String(wire.port)
    camp = makeCamp(through.href)
    gateway = await startGateway(camp.environment)
    ;({ epr } = camp.wires(gateway.url))
    sender = await openSender(gateway.mllp)
    expect(ackCode(await sender.send(a01(90)))).toBe('AA')
  })
  afterAll(async () => {
    sender.end()
    await gateway.end('SIGTERM')
    wire.close()
    endAll()
    camp.remove()
  })

  it('answers 503 with Retry-After and AR while it is away, and works again without a restart', { timeout: 60_000 }, async () => {
    await epr.token()
    wire.cut()
    const body = { resourceType: 'Patient', name: [{ family: 'EXAMPLE' }] }
    const [posted, read, message, ack, ready, live] = await Promise.all([
      epr.ask('POST', '/fhir/R4/Patient', body),
      epr.ask('GET', '/fhir/R4/Patient?_count=1'),
      epr.ask('POST', '/hl7v2', a01(91), hl7Type),
      sender.send(a01(92)),
      fetch(`${gateway.url}/health/ready`),
      fetch(`${gateway.url}/health/live`),
    ])
    wire.mend()
    for (const answer of [posted, read]) {
      expect(answer.status).toBe(503)
      expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
      expect(answer.json['resourceType']).toBe('OperationOutcome')
      expect(answer.text).not.toMatch(/ECONN|postgres|\.ts:\d/i)
    }
    expect(message.status).toBe(503)
    expect(message.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(ackCode(ack)).toBe('AR')
    expect(ack).toContain('DOWN-92')
    expect([ready.status, live.status]).toEqual([503, 200])
    expect(ackCode(await sender.send(a01(92)))).toBe('AA')
    expect(ackCode((await epr.ask('POST', '/hl7v2', a01(91), hl7Type)).text)).toBe('AA')
    expect((await epr.ask('POST', '/fhir/R4/Patient', body)).status).toBe(201)
    expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(200)
    expect(gateway.said()).toContain('store-unavailable')
    for (const n of [90, 91, 92]) for (const secret of Object.values(person(n))) expect(gateway.said()).not.toContain(secret)
  })

  it('loses and doubles nothing when its connections are ended again and again in a stream', { timeout: 60_000 }, async () => {
    const admin = new pg.Client(direct)
    await admin.connect()
    let isOver = false
    const killing = (async () => {
      while (!isOver) {
        await admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
        )
        await setTimeout(150)
      }
    })()
    const acks = await Promise.all(
      Array.from({ length: 8 }, async (_, connection) => {
        const own = await openSender(gateway.mllp)
        const heard: string[] = []
        for (let n = 0; n < 12; n++) {
          const message = a01(3_000 + connection * 12 + n)
          let ack = await own.send(message)
          for (let tries = 0; ackCode(ack) === 'AR' && tries < 20; tries++) ack = await own.send(message)
          heard.push(ackCode(ack))
        }
        own.end()
        return heard
      }),
    )
    isOver = true
    await killing
    await admin.end()
    expect(acks.flat()).toEqual(acks.flat().map(() => 'AA'))
    const { json } = await epr.ask('GET', '/fhir/R4/Encounter?_count=1')
    expect(Number(json['total'])).toBe(3 + 96)
  })
})

describe('a store that fails for a while', () => {
  let house: House
  let isDown = false
  let sender: Sender
  beforeAll(async () => {
    house = await openHouse(undefined, (store) => failing(store, () => isDown))
    sender = await openSender(house.mllp)
  })
  afterAll(async () => {
    sender.end()
    await house.close()
  })

  it('is told as AR and 503, and the same messages are taken when it is back', async () => {
    await house.wires.epr.token()
    isDown = true
    const ack = await sender.send(a01(95))
    const stranger = await sender.send(a01(96).replace('|EPR|TRUST1|', '|EPR|TRUST9|'))
    const garbage = await sender.send('no message')
    const { status, headers } = await house.wires.epr.ask('GET', '/fhir/R4/metadata')
    const read = await house.wires.epr.ask('GET', '/fhir/R4/Patient/abc')
    isDown = false
    expect([ack, stranger, garbage].map(ackCode)).toEqual(['AR', 'AR', 'AR'])
    expect(ack).toMatch(/\|207\^|\^207&/)
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('json')])
    expect([read.status, read.headers.get('retry-after')]).toEqual([503, '5'])
    expect(ackCode(await sender.send(a01(95)))).toBe('AA')
    expect((await house.store.messages({ limit: 10 })).map(({ control }) => control)).toEqual(['DOWN-95'])
  })
})

/** The store with all that it does failing while `isDown` says so. */
function failing(store: Store, isDown: () => boolean): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver)
      if (typeof member !== 'function' || name === 'close') return member
      return (...args: readonly unknown[]): unknown =>
        isDown() ? Promise.reject(new StoreUnavailable('away')) : Reflect.apply(member, target, args)
    },
  })
}

interface CutWire {
  readonly port: number
  cut(): void
  mend(): void
  close(): void
}

/** Passes bytes on; cut, it resets what is connected and refuses what comes. */
async function cutWire(host: string, port: number): Promise<CutWire> {
  const open = new Set<Socket>()
  let isCut = false
  const server: Server = createServer((near) => {
    if (isCut) return void near.resetAndDestroy()
    const far = connect(port, host)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.on('error', () => to.destroy())
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
      from.pipe(to)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = () => {
    isCut = true
    for (const socket of open) socket.resetAndDestroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    mend: () => void (isCut = false),
    close() {
      cut()
      server.close()
    },
  }
}

// kill -9 in a stream of messages: what was acknowledged is there, what was not can be sent again, nothing is there twice.

import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { ago, hl7, referralForm } from '../../gateway/demo/hl7.ts'
import { openPostgres } from '../../gateway/store/postgres.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import type { Store } from '../../gateway/store/store.ts'
import { databases } from './databases.ts'
import { endAll, makeCamp, startGateway, type Camp } from './gateway.ts'
import { openSender } from './mllp.ts'
import { person } from './people.ts'

const isLong = process.env['LONG'] === '1'
const people = 167
const kills = isLong ? 20 : 3
const connections = 6

interface Sent {
  readonly control: string
  readonly text: string
  readonly connection: number
}

/** Each person is admitted, found medically fit, and referred by a form: 501 messages, a person's in order on one connection. */
const stream: readonly Sent[] = Array.from({ length: people }, (_, n) => {
  const one = person(1_000 + n)
  const connection = n % connections
  const fit = ['ZU1||||||||||||||||||||||Y||20260101']
  return [
    { control: `KILL-${n}-A01`, text: hl7('ADT^A01^ADT_A01', one, { at: ago(90), control: `KILL-${n}-A01` }), connection },
    {
      control: `KILL-${n}-A08`,
      text: hl7('ADT^A08^ADT_A01', one, { at: ago(60), control: `KILL-${n}-A08`, segments: fit }),
      connection,
    },
    { control: `KILL-${n}-R01`, text: referralForm(one, { at: ago(30), control: `KILL-${n}-R01` }), connection },
  ]
}).flat()

describe.each(databases)('kill -9 on $name', ({ url }) => {
  let camp: Camp
  afterEach(() => {
    endAll()
    camp.remove()
  })

  it(`loses nothing acknowledged and doubles nothing, killed ${kills} times in 501 messages`, { timeout: 300_000 }, async () => {
    camp = makeCamp(await url())
    const acks = new Map<string, string>()
    for (let round = 0; round < kills; round++) {
      // Somewhere in this round's share of the stream, not at a moment that the gateway could know.
      const enough = acks.size + 1 + Math.floor(Math.random() * Math.max(1, (stream.length - acks.size) / (kills - round) - 1))
      const gateway = await startGateway(camp.environment)
      const streaming = sendRest(gateway.mllp, acks)
      while (acks.size < enough) await setTimeout(1)
      await setTimeout(Math.random() * 5)
      expect(await gateway.end('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' })
      await streaming
      await expectAllKept(camp, acks)
    }
    expect(acks.size).toBeLessThan(stream.length)
    const gateway = await startGateway(camp.environment)
    const before = new Map(acks)
    await sendRest(gateway.mllp, acks)
    expect(acks.size).toBe(stream.length)
    expect([...acks.values()].every((ack) => ack.includes('MSA|AA|'))).toBe(true)
    await expectRepeats(gateway.mllp, before)
    const { epr, hub } = camp.wires(gateway.url)
    const count = async (path: string, wire = epr) => Number((await wire.ask('GET', `/fhir/R4/${path}`)).json['total'])
    expect(await count('Patient?_count=1')).toBe(people)
    expect(await count('Encounter?_count=1')).toBe(people)
    expect(await count('ServiceRequest?_count=1')).toBe(people)
    expect(await count('EpisodeOfCare?_count=1')).toBe(people)
    expect(await count('Task?_count=1&status=requested&owner=Organization/hub1', hub)).toBe(people)
    expect(gateway.said()).not.toContain('"level":50')
    expect(await gateway.end('SIGTERM')).toEqual({ code: 0, signal: null })
    await expectAllKept(camp, acks)
  })
})

/** Each connection sends what was not acknowledged, in order, until all is or the connection ends. */
async function sendRest(port: number, acks: Map<string, string>): Promise<void> {
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      const sender = await openSender(port).catch(() => undefined)
      if (!sender) return
      for (const { control, text } of stream.filter((one) => one.connection === connection && !acks.has(one.control))) {
        const ack = await sender.send(text).catch(() => undefined)
        if (ack === undefined) return
        acks.set(control, ack)
      }
      sender.end()
    }),
  )
}

async function expectRepeats(port: number, acks: ReadonlyMap<string, string>): Promise<void> {
  const sender = await openSender(port)
  for (const { control, text } of stream.filter((one) => acks.has(one.control)).slice(-20))
    expect(await sender.send(text)).toBe(acks.get(control))
  sender.end()
}

/** Looked for in the database itself, while no gateway runs. */
async function expectAllKept({ environment }: Camp, acks: ReadonlyMap<string, string>): Promise<void> {
  const store = await openStore(environment['DATABASE_URL'] ?? '')
  try {
    const kept = await store.messages({ limit: 10_000 })
    const accepted = kept.filter(({ state }) => state === 'accepted').map(({ control }) => control)
    expect(new Set(accepted).size).toBe(accepted.length)
    expect(new Set(acks.keys()).difference(new Set(accepted))).toEqual(new Set())
    expect(kept.filter(({ state }) => state !== 'accepted')).toEqual([])
  } finally {
    await store.close()
  }
}

const openStore = (url: string): Promise<Store> =>
  url.startsWith('sqlite:') ? openSqlite(url.slice('sqlite:'.length)) : openPostgres(url)

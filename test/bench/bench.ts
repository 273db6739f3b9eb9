// The bench: starts the servers, fills the stores, has the rounds run, and counts what stands there in the end.

import { startWorker } from './worker.ts'
import type { BareAnswer, BareQuestion } from './bare.ts'
import { censusOf, type Census } from './census.ts'
import type { Job, Load } from './load.ts'
import { measures } from './measures.ts'
import type { RawAnswer, RawQuestion } from './raw.ts'
import {
  rounds,
  type BareWorker,
  type Field,
  type Filled,
  type LoadWorker,
  type RawSlice,
  type RawWorker,
  type Slice,
} from './rounds.ts'
import { rowsWrittenBy, type TableRows } from './rows.ts'
import type { Scale } from './scale.ts'
import { seed } from './seed.ts'
import { startTarget, type DatabaseName, type Target } from './target.ts'
import { messages } from './traffic.ts'

export interface Run {
  readonly slices: readonly Slice[]
  readonly raw: readonly RawSlice[]
  /** Rows by table that one request writes. */
  readonly rows: Readonly<Record<'message' | 'read', Readonly<Record<string, number>>>>
  readonly messageBytes: number
  readonly stores: readonly {
    readonly database: DatabaseName
    readonly about: string
    readonly before: Census
    readonly after: Census
    readonly residentMb: number
    readonly seedSeconds: number
  }[]
  /** Bytes of request bodies that the load sent to the bare server, and that it parsed. */
  readonly bareBytes: { readonly sent: number; readonly parsed: number }
  /** What both answer to the same GET, by measure. */
  readonly answers: Readonly<Record<string, { readonly gateway: string; readonly bare: string }>>
}

export interface BenchOptions {
  readonly scale: Scale
  /** A cluster in which the bench makes its own database; '' leaves PostgreSQL out. */
  readonly pgUrl: string
  readonly say: (line: string) => void
  /** Settings for the gateways, over the bench's own. */
  readonly environment?: Readonly<Record<string, string>>
}

export async function bench({ scale, pgUrl, say, environment = {} }: BenchOptions): Promise<Run> {
  const [load, bare, raw]: [LoadWorker, BareWorker, RawWorker] = await Promise.all([
    startWorker<Job, Load>('load.ts'),
    startWorker<{ readonly ask: BareQuestion }, BareAnswer>('bare.ts'),
    startWorker<RawQuestion, RawAnswer>('raw.ts'),
  ])
  const until = performance.now() + scale.lastRoundSeconds * 1000
  const opened: Target[] = []
  try {
    for (const url of [undefined, ...(pgUrl ? [pgUrl] : [])]) opened.push(await startTarget(url, environment))
    const rows = await captureRows(opened, load)
    await raw.ask({ ask: 'rows', name: 'message', rows: rows.message, person: 1, filled: scale.journeys })
    await raw.ask({ ask: 'rows', name: 'read', rows: rows.read, person: 1, filled: scale.journeys })
    const filled = await Promise.all(opened.map((target) => fill(target, scale, say)))
    const bodies = await bodiesOf(filled[0])
    const addresses = await bare.ask({ ask: { bodies } })
    const field: Field = { until, say, scale, load, bare, raw, targets: filled, addresses, rates: new Map(), numbers: new Map() }
    const { slices, rawSlices } = await rounds(field)
    const { receivedBytes } = await bare.ask({ ask: 'received' })
    const stores = []
    for (const target of filled) {
      const { database, about, before, seedSeconds } = target
      stores.push({ database, about, before, after: await censusOf(target), residentMb: target.residentMb(), seedSeconds })
    }
    const toBare = slices.filter(({ side }) => side === 'bare').reduce((sum, slice) => sum + slice.load.sentBytes, 0)
    return {
      slices: slices.filter(({ round }) => round > 0),
      raw: rawSlices.filter(({ round }) => round > 0),
      rows: { message: countsOf(rows.message), read: countsOf(rows.read) },
      messageBytes: Buffer.byteLength(messages()(1)),
      stores,
      bareBytes: { sent: toBare, parsed: receivedBytes },
      answers: await answersOf(bodies, addresses),
    }
  } finally {
    for (const worker of [load, bare, raw]) worker.end()
    await Promise.all(opened.map((target) => target.end()))
  }
}

const countsOf = (rows: readonly TableRows[]): Record<string, number> =>
  Object.fromEntries(rows.map(({ table, rows: { length } }) => [table, length]))

/** What one message and one read write, taken from the first store's file while it is small. */
async function captureRows([target]: readonly Target[], load: LoadWorker) {
  if (target?.database !== 'sqlite') throw new Error('the rows are read from a SQLite file')
  const { url, mllp, place, wires } = target
  const post = async (from: number) => {
    const { failed } = await load.ask({
      traffic: { kind: 'message', from },
      url,
      mllp,
      token: await wires.epr.token(),
      connections: 1,
      amount: 1,
    })
    if (failed > 0) throw new Error('the first message was refused')
  }
  await post(0)
  await wires.hub.token()
  const message = await rowsWrittenBy(place, () => post(1))
  const read = await rowsWrittenBy(place, () => wires.hub.ask('GET', '/fhir/R4/Organization/hub1'))
  return { message, read }
}

/** Each store has a load generator of its own meanwhile: nothing is measured yet. */
async function fill(target: Target, scale: Scale, say: BenchOptions['say']) {
  const began = performance.now()
  const load: LoadWorker = await startWorker<Job, Load>('load.ts')
  const seeded = await seed(target, load, scale, 2).finally(() => load.end())
  const before = await censusOf(target)
  const seedSeconds = (performance.now() - began) / 1000
  say(
    `${target.database}: ${before.journeys} journeys of ${before.people} people, ${before.resources} resources in ${seedSeconds.toFixed(1)} s`,
  )
  return { ...target, seeded, before, seedSeconds }
}

/** What the gateway answers is what the bare server answers. */
async function bodiesOf(target: Filled | undefined): Promise<Record<string, string>> {
  const bodies: Record<string, string> = {}
  if (!target) return bodies
  for (const [name, [path = '']] of Object.entries(target.seeded.paths)) {
    const as = measures.find((measure) => measure.name === name)?.as ?? 'hub'
    const { status, text } = await target.wires[as].ask('GET', path)
    if (status !== 200) throw new Error(`${name}: ${status} for ${path}`)
    bodies[name] = text
  }
  return bodies
}

async function answersOf(bodies: Readonly<Record<string, string>>, { url }: BareAnswer): Promise<Run['answers']> {
  const pairs = Object.entries(bodies).map(async ([name, gateway]) => {
    const bare = await (await fetch(`${url}/${name}/fhir/R4/any`)).text()
    return [name, { gateway, bare }] as const
  })
  return Object.fromEntries(await Promise.all(pairs))
}

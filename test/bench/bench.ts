// The bench: starts the servers, fills the stores, has the rounds run, and counts what stands there in the end.

import { startWorker } from './worker.ts'
import type { BareAnswer, BareQuestion } from './bare.ts'
import { censusOf, type Census } from './census.ts'
import type { Guards, GuardsQuestion } from './guards.ts'
import { halfLoads, type HalfLoad } from './half-load.ts'
import type { Job, Load } from './load.ts'
import { measures } from './measures.ts'
import type { Contest, PartsQuestion } from './parts.ts'
import type { Cost, RawQuestion } from './raw.ts'
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
  readonly contests: readonly Contest[]
  /** Where it was asked for. */
  readonly guards?: Guards
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
  /** Where it was asked for. */
  readonly half: readonly HalfLoad[]
  /** What both answer to the same GET, by measure. */
  readonly answers: Readonly<Record<string, { readonly gateway: string; readonly bare: string }>>
}

export interface BenchOptions {
  readonly scale: Scale
  /** A cluster in which the bench makes its own database; '' leaves PostgreSQL out. */
  readonly pgUrl: string
  readonly say: (line: string) => void
  /** Names of measures, `validator` or `guards`; all when absent. */
  readonly only?: ReadonlySet<string> | undefined
  /** Whether answers at half load are timed after the rounds. */
  readonly half?: boolean
  /** Settings for the gateways, over the bench's own. */
  readonly environment?: Readonly<Record<string, string>>
}

/** What `only` may name. */
export const names: readonly string[] = [...measures.map(({ name }) => name), 'validator', 'guards']

export async function bench(options: BenchOptions): Promise<Run> {
  const { scale, only } = options
  const isAsked = (name: string) => only === undefined || only.has(name)
  // Alone, before anything else is started.
  const guards = isAsked('guards') ? await guardsOf(scale) : undefined
  return { ...(await benchBeside(options, isAsked)), ...(guards && { guards }) }
}

async function guardsOf({ guards }: Scale): Promise<Guards> {
  const worker = await startWorker<GuardsQuestion, Guards>('guards.ts')
  try {
    return await worker.ask(guards)
  } finally {
    worker.end()
  }
}

async function benchBeside(options: BenchOptions, isAsked: (name: string) => boolean): Promise<Run> {
  const { scale } = options
  const parts = isAsked('validator') ? await startWorker<PartsQuestion, readonly Contest[]>('parts.ts') : undefined
  try {
    const chosen = measures.filter(({ name }) => isAsked(name))
    // The validators warm up while the stores are filled, and are measured before and after the rounds.
    const question = { chunkMs: scale.chunkMs, warmUpMs: scale.warmUpMs, blocks: scale.blocks }
    const warm = parts?.ask({ ...question, blocks: 0 })
    const contest = async (before: readonly Contest[] = []) => {
      await warm
      return ((await parts?.ask(question)) ?? []).map((now) =>
        joined(
          before.find(({ set }) => set === now.set),
          now,
        ),
      )
    }
    if (chosen.length === 0) return { ...nothing, contests: await contest(await contest()) }
    return await benchOf(chosen, options, contest)
  } finally {
    parts?.end()
  }
}

const nothing: Run = {
  slices: [],
  raw: [],
  contests: [],
  rows: { message: {}, read: {} },
  messageBytes: 0,
  stores: [],
  bareBytes: { sent: 0, parsed: 0 },
  half: [],
  answers: {},
}

/** The blocks of both. */
function joined(before: Contest | undefined, now: Contest): Contest {
  const cpuUs = Object.entries(now.cpuUs).map(([name, costs]) => [name, [...(before?.cpuUs[name] ?? []), ...costs]] as const)
  return { ...now, cpuUs: Object.fromEntries(cpuUs) }
}

async function benchOf(
  chosen: Field['measures'],
  { scale, pgUrl, say, half = false, environment = {} }: BenchOptions,
  contest: (before?: readonly Contest[]) => Promise<readonly Contest[]>,
): Promise<Run> {
  const [load, bare, raw]: [LoadWorker, BareWorker, RawWorker] = await Promise.all([
    startWorker<Job, Load>('load.ts'),
    startWorker<{ readonly ask: BareQuestion }, BareAnswer>('bare.ts'),
    startWorker<RawQuestion, Cost>('raw.ts'),
  ])
  const opened: Target[] = []
  try {
    for (const url of [undefined, ...(pgUrl ? [pgUrl] : [])]) opened.push(await startTarget(url, environment))
    const rows = await captureRows(opened, load)
    await raw.ask({ ask: 'rows', name: 'message', rows: rows.message, person: 1, filled: scale.journeys })
    await raw.ask({ ask: 'rows', name: 'read', rows: rows.read, person: 1, filled: scale.journeys })
    const filled = await Promise.all(opened.map((target) => fill(target, scale, say)))
    const before = await contest()
    const bodies = await bodiesOf(filled[0])
    const addresses = await bare.ask({ ask: { bodies } })
    const field: Field = {
      until: performance.now() + scale.roundsSeconds * 1000,
      say,
      scale,
      load,
      bare,
      raw,
      measures: chosen,
      targets: filled,
      addresses,
      rates: new Map(),
      numbers: new Map(),
    }
    const { slices, rawSlices } = await rounds(field)
    const halves = half ? await halfLoads(field, slices) : []
    const { receivedBytes } = await bare.ask({ ask: 'received' })
    const contests = await contest(before)
    const stores = []
    for (const target of filled) {
      const { database, about, before: early, seedSeconds } = target
      stores.push({ database, about, before: early, after: await censusOf(target), residentMb: target.residentMb(), seedSeconds })
    }
    const toBare = slices.filter(({ side }) => side === 'bare').reduce((sum, slice) => sum + slice.load.sentBytes, 0)
    return {
      slices: slices.filter(({ round }) => round > 0),
      raw: rawSlices.filter(({ round }) => round > 0),
      contests,
      rows: { message: countsOf(rows.message), read: countsOf(rows.read) },
      messageBytes: Buffer.byteLength(messages()(1)),
      stores,
      bareBytes: { sent: toBare, parsed: receivedBytes },
      half: halves,
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

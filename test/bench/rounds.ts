// The rounds of the bench: every measure of the bare server and of each database, one beside the other.

import { setTimeout } from 'node:timers/promises'
import type { Cast } from '../../gateway/demo/cast.ts'
import type { BareAnswer, BareQuestion } from './bare.ts'
import { plansPerCommit } from './census.ts'
import { secondsOf, secondsOfMachine } from './cpu.ts'
import type { Job, Load } from './load.ts'
import { bareTraffic, type Measure } from './measures.ts'
import { besides, cpuRatioOf, fewestPairs, rawRatioOf } from './pairs.ts'
import type { Cost, RawQuestion } from './raw.ts'
import type { Scale } from './scale.ts'
import type { Seeded } from './seed.ts'
import type { DatabaseName, Target } from './target.ts'
import type { Signer } from './traffic.ts'
import type { Worker } from './worker.ts'

export type Side = 'bare' | DatabaseName

/** One measure of one side in one round. */
export interface Slice {
  readonly measure: string
  readonly side: Side
  readonly connections: number
  readonly round: number
  readonly load: Load
  /** CPU seconds of the server, of its database for it, of its database for nobody in particular, and of the load generator. */
  readonly cpu: { readonly server: number; readonly database: number; readonly background: number; readonly load: number }
  /** CPU seconds that others than the bench took meanwhile. */
  readonly othersSeconds: number
  readonly plansPerCommit?: number
}

/** What raw SQLite took right after the gateway for the rows of as many requests. */
export interface RawSlice {
  readonly round: number
  /** The measure whose rows they are. */
  readonly rows: 'message' | 'read'
  /** Connections that the gateway had, whose plans per commit are taken; 1: each request alone. */
  readonly connections: number
  /** Requests per commit. */
  readonly batch: number
  readonly cost: Cost
}

export type LoadWorker = Worker<Job, Load>
export type BareWorker = Worker<{ readonly ask: BareQuestion }, BareAnswer>
export type RawWorker = Worker<RawQuestion, Cost>

export type Filled = Target & { readonly seeded: Seeded }

export interface Field {
  /** No round begins later than this, by performance.now(). */
  readonly until: number
  readonly say: (line: string) => void
  readonly scale: Scale
  readonly load: LoadWorker
  readonly bare: BareWorker
  readonly raw: RawWorker
  readonly measures: readonly Measure[]
  readonly targets: readonly Filled[]
  readonly addresses: BareAnswer
  /** Requests per second seen last, by measure, side and connections: how many the next round asks for. */
  readonly rates: Map<string, number>
  /** The next person and the next update of each store. */
  readonly numbers: Map<string, number>
}

/** Two to warm up: the first finds out how many requests a slice takes, the second lets the compilers do their work. */
const firstRound = -1

/** What is known well enough by now is left out, so that the time goes where the noise is. On a busy machine there are fewer rounds. */
export async function rounds(field: Field) {
  const slices: Slice[] = []
  const rawSlices: RawSlice[] = []
  for (let round = firstRound; round <= field.scale.rounds; round++) {
    const began = performance.now()
    if (round > 1 && began > field.until) break
    const open = cellsOf(field).filter((cell) => !isKnown(slices, rawSlices, cell, field))
    if (open.length === 0) break
    for (const { measure, connections } of open) await sideBySide(field, measure, connections, round, slices, rawSlices)
    const title = round < 1 ? 'warm-up' : `round ${round}`
    field.say(`${title}: ${open.length} of ${cellsOf(field).length}, ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
  return { slices, rawSlices }
}

interface Cell {
  readonly measure: Measure
  readonly connections: number
}

const cellsOf = ({ measures, scale }: Field): readonly Cell[] =>
  measures.flatMap((measure) => scale.connections.map((connections) => ({ measure, connections })))

/** The stop depends on how far apart the pairs lie, never on where. */
function isKnown(slices: readonly Slice[], raw: readonly RawSlice[], { measure: { name }, connections }: Cell, field: Field) {
  const taken = slices.filter(({ round }) => round > 0)
  const ratios = field.targets.map(({ database }) => cpuRatioOf(besides(taken, name, connections, database).taken))
  if (name === 'message') ratios.push(rawRatioOf(taken, raw, name, connections))
  return ratios.every(({ pairs, error }) => pairs >= fewestPairs && error <= field.scale.error)
}

/** Bare, then each database, then the next round the other way about: who comes first has no advantage. */
async function sideBySide(
  field: Field,
  measure: Measure,
  connections: number,
  round: number,
  slices: Slice[],
  rawSlices: RawSlice[],
): Promise<void> {
  const sides: readonly Side[] = ['bare', ...field.targets.map(({ database }) => database)]
  for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
    const taken = await slice(field, measure, connections, round, side)
    slices.push(taken)
    if (side === 'sqlite') rawSlices.push(...(await rawBeside(field, taken)))
    await setTimeout(field.scale.sliceSeconds > 0 ? 20 : 0)
  }
}

/** Raw SQLite gets the batches that the gateway made just now; of reads as many to a commit as there are connections. */
async function rawBeside({ raw, scale }: Field, { measure, connections, round, ...seen }: Slice): Promise<readonly RawSlice[]> {
  if (measure !== 'message' && measure !== 'read') return []
  const rows = measure
  const requests = (rows === 'message' ? 1000 : 10_000) * scale.sliceSeconds
  const insert = async (callers: number, batch: number, count: number): Promise<RawSlice> => {
    const cost = await raw.ask({ ask: 'insert', name: rows, batch, requests: Math.max(1, count) })
    return { round, rows, connections: callers, batch, cost }
  }
  const batch = rows === 'message' ? Math.max(1, seen.plansPerCommit ?? 1) : connections
  const beside = await insert(connections, batch, requests)
  const isFirst = rows === 'message' && connections === scale.connections[0]
  return isFirst ? [beside, await insert(1, 1, requests / 4)] : [beside]
}

async function slice(field: Field, measure: Measure, connections: number, round: number, side: Side): Promise<Slice> {
  const target = field.targets.find(({ database }) => database === side) ?? field.targets[0]
  if (!target) throw new Error('there is no gateway')
  const key = `${measure.name} ${side} ${connections}`
  const job = await jobFor(field, measure, connections, side, target)
  const since = new Date().toISOString().replace('Z', '000Z')
  const { load, cpu, othersSeconds } = await watched(field, side, target, job)
  if (load.failed > 0 || load.requests < job.amount)
    throw new Error(`${key}: ${load.failed} of ${job.amount} failed, ${load.requests} were answered`)
  field.rates.set(key, load.requests / load.seconds)
  const shared = measure.name === 'message' && side !== 'bare' ? { plansPerCommit: await plansPerCommit(target, since) } : {}
  return { measure: measure.name, side, connections, round, load, cpu, othersSeconds, ...shared }
}

/** `wanted` requests, or as many as a slice takes; fewer of tokens. */
export async function jobFor(
  field: Field,
  measure: Measure,
  connections: number,
  side: Side,
  target: Filled,
  wanted = amountFor(field.rates.get(`${measure.name} ${side} ${connections}`), connections, field.scale),
): Promise<Job> {
  const { addresses } = field
  // The bare server does not mind an assertion that it has seen.
  const amount = measure.name === 'token' && side !== 'bare' ? Math.min(wanted, mostTokens) : wanted
  const traffic = measure.traffic({
    ...target.seeded,
    signer: signerOf(target.cast),
    tokenUrl: `${target.url}/auth/token`,
    distinctTokens: Math.min(amount, mostTokens),
    from: takeNumbers(field, measure, side, amount),
  })
  const token = await target.wires[measure.as].token()
  if (side !== 'bare') return { traffic, url: target.url, mllp: target.mllp, token, connections, amount }
  return { traffic: bareTraffic(traffic, measure.name), url: addresses.url, mllp: addresses.mllp, token, connections, amount }
}

/** Behind the people that the store was filled with, and far before those that were admitted (seed.ts). */
const firstNumber = { people: 110_000, updates: 0 } as const

/** Each store has its own people and updates. The bare server remembers none, and gets numbers of the same length. */
function takeNumbers({ numbers }: Field, { numbers: kind }: Measure, side: Side, amount: number): number {
  if (kind === undefined) return 0
  if (side === 'bare') return firstNumber[kind]
  const from = numbers.get(`${side} ${kind}`) ?? firstNumber[kind]
  numbers.set(`${side} ${kind}`, from + amount)
  return from
}

/** The job, and what it cost the processes that took part in it, and all others. */
async function watched({ load, bare }: Field, side: Side, target: Filled, job: Job) {
  const read = () => ({
    ...(side === 'bare' ? { gateway: secondsOf(bare.pid), database: 0, background: 0 } : target.cpuSeconds()),
    load: secondsOf(load.pid),
    bench: secondsOf(process.pid),
    machine: secondsOfMachine(),
  })
  const before = read()
  const done = await load.ask(job)
  const after = read()
  const took = (name: keyof typeof before) => after[name] - before[name]
  const cpu = { server: took('gateway'), database: took('database'), background: took('background'), load: took('load') }
  const others = took('machine') - cpu.server - cpu.database - cpu.background - cpu.load - took('bench')
  return { load: done, cpu, othersSeconds: Math.max(0, others) }
}

/** Signing an assertion takes the load generator two milliseconds, so that there are fewer tokens. */
const mostTokens = 250

function amountFor(rate: number | undefined, connections: number, { sliceSeconds }: Scale): number {
  if (sliceSeconds === 0) return connections
  return Math.max(connections * 2, rate === undefined ? connections * 4 : Math.round(rate * sliceSeconds))
}

function signerOf({ systems: { epr } }: Cast): Signer {
  const key = epr.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { clientId: epr.clientId, kid: epr.kid, key }
}

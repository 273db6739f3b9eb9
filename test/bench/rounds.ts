// The rounds of the bench: every measure of the bare server and of each database, one beside the other.

import { setTimeout } from 'node:timers/promises'
import type { Cast } from '../../gateway/demo/cast.ts'
import type { BareAnswer, BareQuestion } from './bare.ts'
import { plansPerCommit } from './census.ts'
import { secondsOf, secondsOfMachine } from './cpu.ts'
import type { Job, Load } from './load.ts'
import { bareTraffic, measures, type Measure } from './measures.ts'
import type { RawAnswer, RawQuestion } from './raw.ts'
import type { Scale } from './scale.ts'
import type { Seeded } from './seed.ts'
import type { DatabaseName, Target } from './target.ts'
import { messages, type Signer } from './traffic.ts'
import type { Worker } from './worker.ts'

export type Side = 'bare' | DatabaseName

/** One measure of one side in one round. */
export interface Slice {
  readonly measure: string
  readonly side: Side
  readonly connections: number
  readonly round: number
  readonly load: Load
  /** CPU seconds of the server's processes, of its database's, and of the load generator. */
  readonly cpu: { readonly server: number; readonly database: number; readonly load: number }
  /** CPU seconds that others than the bench took meanwhile. */
  readonly othersSeconds: number
  readonly plansPerCommit?: number
}

export interface RawSlice {
  readonly round: number
  readonly work: string
  /** Requests per commit. */
  readonly batch?: number
  readonly answer: RawAnswer
}

export type LoadWorker = Worker<Job, Load>
export type BareWorker = Worker<{ readonly ask: BareQuestion }, BareAnswer>
export type RawWorker = Worker<RawQuestion, RawAnswer>

export type Filled = Target & { readonly seeded: Seeded }

export interface Field {
  /** No round begins later than this, by performance.now(). */
  readonly until: number
  readonly say: (line: string) => void
  readonly scale: Scale
  readonly load: LoadWorker
  readonly bare: BareWorker
  readonly raw: RawWorker
  readonly targets: readonly Filled[]
  readonly addresses: BareAnswer
  /** Requests per second seen last, by measure, side and connections: how many the next round asks for. */
  readonly rates: Map<string, number>
  /** The next person and the next update of each store. */
  readonly numbers: Map<string, number>
}

/** With fewer there is no median worth the name. */
const fewestRounds = 3

/** Round 0 is the warm-up, and finds out how many requests a slice takes. On a busy machine there are fewer rounds. */
export async function rounds(field: Field) {
  const slices: Slice[] = []
  const rawSlices: RawSlice[] = []
  for (let round = 0; round <= field.scale.rounds; round++) {
    const began = performance.now()
    if (round > fewestRounds && began > field.until) break
    for (const measure of measures)
      for (const connections of field.scale.connections) slices.push(...(await sideBySide(field, measure, connections, round)))
    rawSlices.push(...(await rawRound(field, slices, round)))
    field.say(
      `${round === 0 ? 'warm-up' : `round ${round} of ${field.scale.rounds}`}: ${((performance.now() - began) / 1000).toFixed(1)} s`,
    )
  }
  return { slices, rawSlices }
}

/** Bare, then each database, then the next round the other way about: who comes first has no advantage. */
async function sideBySide(field: Field, measure: Measure, connections: number, round: number): Promise<readonly Slice[]> {
  const sides: readonly Side[] = ['bare', ...field.targets.map(({ database }) => database)]
  const slices: Slice[] = []
  for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
    slices.push(await slice(field, measure, connections, round, side))
    await setTimeout(field.scale.sliceSeconds > 0 ? 20 : 0)
  }
  return slices
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

async function jobFor(field: Field, measure: Measure, connections: number, side: Side, target: Filled): Promise<Job> {
  const { scale, rates, addresses } = field
  const wanted = amountFor(rates.get(`${measure.name} ${side} ${connections}`), connections, scale)
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
const firstNumber = { people: 50_000, updates: 0 } as const

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
    ...(side === 'bare' ? { gateway: secondsOf(bare.pid), database: 0 } : target.cpuSeconds()),
    load: secondsOf(load.pid),
    bench: secondsOf(process.pid),
    machine: secondsOfMachine(),
  })
  const before = read()
  const done = await load.ask(job)
  const after = read()
  const took = (name: keyof typeof before) => after[name] - before[name]
  const cpu = { server: took('gateway'), database: took('database'), load: took('load') }
  const others = took('machine') - cpu.server - cpu.database - cpu.load - took('bench')
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

/** The parts by themselves; raw SQLite gets the batches that the gateway made of as many connections in this round. */
async function rawRound({ raw, scale }: Field, slices: readonly Slice[], round: number): Promise<readonly RawSlice[]> {
  const answers: RawSlice[] = []
  const insert = async (rows: 'message' | 'read', work: string, batch: number) => {
    const requests = (rows === 'message' ? 600 : 8000) * scale.sliceSeconds
    const batches = Math.max(1, Math.round(requests / batch))
    answers.push({ round, work, batch, answer: await raw.ask({ ask: 'insert', name: rows, batch, batches }) })
  }
  await insert('message', 'message, alone', 1)
  for (const connections of scale.connections) {
    await insert('message', `message, ${connections} connections`, batchSeen(slices, connections, round))
    await insert('read', `read, ${connections} connections`, connections)
  }
  const answer = await raw.ask({ ask: 'work', text: messages()(1), seconds: scale.sliceSeconds / 2 })
  answers.push({ round, work: 'parts', answer })
  return answers
}

/** Plans per commit of the round's messages on SQLite. */
function batchSeen(slices: readonly Slice[], connections: number, round: number): number {
  const seen = slices.find(
    (one) => one.measure === 'message' && one.side === 'sqlite' && one.connections === connections && one.round === round,
  )
  return Math.max(1, Math.round(seen?.plansPerCommit ?? 1))
}

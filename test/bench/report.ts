// The figures of a run: medians and spread over its rounds, ratios side by side within a round, as JSON and as a table.

import { cpus, totalmem } from 'node:os'
import type { Run } from './bench.ts'
import type { RawSlice, Side, Slice } from './rounds.ts'
import { measures } from './measures.ts'
import type { Cost } from './raw.ts'
import type { Scale } from './scale.ts'
import type { DatabaseName } from './target.ts'

export interface Figure {
  readonly median: number
  /** Largest less smallest, as a share of the median. */
  readonly spread: number
}

export interface Row {
  readonly measure: string
  readonly connections: number
  readonly database: DatabaseName
  readonly perSecond: Figure
  readonly p50Ms: number
  readonly p99Ms: number
  readonly cpuMs: Figure
  readonly databaseCpuMs: number
  readonly barePerSecond: number
  readonly bareCpuMs: number
  /** Requests per second over those of the bare server in the same round. */
  readonly rateRatio: Figure
  /** CPU of the bare server for a request over the gateway's, its database's included. */
  readonly cpuRatio: Figure
  /** Share of a core that the bare server had: below 0.9 it is the load generator that limits it, and the rate ratio flatters. */
  readonly bareBusy: number
  /** Rounds in which others took more than an eighth of the machine. */
  readonly disturbed: number
  readonly goal?: number
}

export interface RawRow {
  readonly work: string
  /** Requests per commit, where something is committed. */
  readonly batch: number
  readonly perSecond: Figure
  readonly cpuUs: Figure
}

export interface Report {
  readonly at: string
  readonly machine: string
  readonly node: string
  readonly seconds: number
  readonly scale: Scale
  readonly messageBytes: number
  readonly rowsPerMessage: Readonly<Record<string, number>>
  readonly rowsPerRead: Readonly<Record<string, number>>
  readonly stores: Run['stores']
  readonly plansPerCommit: Readonly<Record<string, number>>
  readonly rows: readonly Row[]
  readonly raw: readonly RawRow[]
  /** Named ratios of CPU times, which must come out alike in two runs; wall-clock times follow whoever else is on the machine. */
  readonly ratios: Readonly<Record<string, number>>
  /** Requests per second over those of raw SQLite inserting the same rows, by connections. */
  readonly rateOverRaw: Readonly<Record<string, number>>
}

export function reportOf(run: Run, scale: Scale, seconds: number): Report {
  const rows = rowsOf(run.slices)
  const raw = rawRowsOf(run.raw)
  return {
    at: new Date().toISOString(),
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    node: process.version,
    seconds,
    scale,
    messageBytes: run.messageBytes,
    rowsPerMessage: run.rows.message,
    rowsPerRead: run.rows.read,
    stores: run.stores,
    plansPerCommit: plansOf(run.slices),
    rows,
    raw,
    ratios: ratiosOf(rows, raw),
    rateOverRaw: rateOverRaw(rows, raw),
  }
}

/** Of two runs, how far each ratio lies from the other's, as a share of the earlier. */
export function driftOf(earlier: Report, later: Report): readonly (readonly [name: string, drift: number])[] {
  return Object.entries(later.ratios)
    .flatMap(([name, value]): (readonly [string, number])[] => {
      const before = earlier.ratios[name]
      return before ? [[name, value / before - 1]] : []
    })
    .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))
}

function figureOf(values: readonly number[]): Figure {
  const median = medianOf(values)
  return { median, spread: median > 0 ? (Math.max(...values) - Math.min(...values)) / median : 0 }
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half) - 1] ?? 0)) / 2
}

const perSecond = ({ load: { requests, seconds } }: Slice): number => requests / seconds
const cpuMs = ({ cpu: { server, database }, load: { requests } }: Slice): number => ((server + database) * 1000) / requests
/** Two cores: an eighth of them for a slice's time. */
const isDisturbed = ({ othersSeconds, load: { seconds } }: Slice): boolean => othersSeconds > (seconds * cpus().length) / 8

function rowsOf(slices: readonly Slice[]): readonly Row[] {
  const connections = [...new Set(slices.map((slice) => slice.connections))]
  const databases = [...new Set(slices.map(({ side }) => side))].filter((side): side is DatabaseName => side !== 'bare')
  return measures.flatMap(({ name, goal }) =>
    connections.flatMap((count) =>
      databases.map((database) => {
        const of = (side: Side) => slices.filter((one) => one.measure === name && one.connections === count && one.side === side)
        return { ...rowOf(of('bare'), of(database)), measure: name, connections: count, database, ...(goal && { goal }) }
      }),
    ),
  )
}

/** Rounds in which others disturbed either side are left out where at least three are left. */
function rowOf(bare: readonly Slice[], ours: readonly Slice[]): Omit<Row, 'measure' | 'connections' | 'database'> {
  const pairs = ours.flatMap((our) => bare.filter(({ round }) => round === our.round).map((base) => ({ our, base })))
  const quiet = pairs.filter(({ our, base }) => !isDisturbed(our) && !isDisturbed(base))
  const taken = quiet.length >= 3 ? quiet : pairs
  const over = (value: (pair: { our: Slice; base: Slice }) => number) => figureOf(taken.map(value))
  return {
    perSecond: over(({ our }) => perSecond(our)),
    p50Ms: over(({ our }) => our.load.p50Ms).median,
    p99Ms: over(({ our }) => our.load.p99Ms).median,
    cpuMs: over(({ our }) => cpuMs(our)),
    databaseCpuMs: over(({ our }) => (our.cpu.database * 1000) / our.load.requests).median,
    barePerSecond: over(({ base }) => perSecond(base)).median,
    bareCpuMs: over(({ base }) => cpuMs(base)).median,
    rateRatio: over(({ our, base }) => perSecond(our) / perSecond(base)),
    cpuRatio: over(({ our, base }) => cpuMs(base) / cpuMs(our)),
    bareBusy: over(({ base }) => base.cpu.server / base.load.seconds).median,
    disturbed: pairs.length - quiet.length,
  }
}

function rawRowsOf(raw: readonly RawSlice[]): readonly RawRow[] {
  const costs = raw.flatMap(({ work, batch = 0, answer }) =>
    Object.entries(answer).map(([name, cost]) => ({ work: batch > 0 ? work : name, batch, cost })),
  )
  return [...new Set(costs.map(({ work }) => work))].map((work) => {
    const of = costs.filter((one) => one.work === work)
    return {
      work,
      batch: medianOf(of.map(({ batch }) => batch)),
      perSecond: figureOf(of.map(({ cost }) => cost.count / cost.seconds)),
      cpuUs: figureOf(of.map(({ cost }) => cpuUs(cost))),
    }
  })
}

const cpuUs = ({ count, cpuSeconds }: Cost): number => (cpuSeconds * 1e6) / count

function plansOf(slices: readonly Slice[]): Record<string, number> {
  const named = slices.flatMap(({ side, connections, plansPerCommit: plans }) =>
    plans === undefined ? [] : [{ name: `${side} ${connections}`, plans }],
  )
  return Object.fromEntries(
    named.map(({ name }) => [name, medianOf(named.filter((one) => one.name === name).map(({ plans }) => plans))]),
  )
}

function ratiosOf(rows: readonly Row[], raw: readonly RawRow[]): Record<string, number> {
  const rawOf = (work: string) => raw.find((row) => row.work === work)
  const ratios: Record<string, number> = {}
  for (const { measure, database, connections, cpuRatio, cpuMs: cpu } of rows) {
    ratios[`${measure} ${database} ${connections}: bare over ours`] = cpuRatio.median
    if (measure !== 'message' || database !== 'sqlite') continue
    const inserts = rawOf(`message, ${connections} connections`)
    if (inserts) ratios[`message sqlite ${connections}: raw SQLite over ours`] = inserts.cpuUs.median / 1000 / cpu.median
  }
  const [parse, ours, medplum] = ['parse', 'validate', 'medplum'].map((work) => rawOf(work)?.cpuUs.median ?? 0)
  if (parse && ours && medplum) {
    ratios['validate: ours over JSON.parse'] = ours / parse
    ratios['validate: @medplum/core over ours'] = medplum / ours
  }
  return ratios
}

function rateOverRaw(rows: readonly Row[], raw: readonly RawRow[]): Record<string, number> {
  const messages = rows.filter(({ measure, database }) => measure === 'message' && database === 'sqlite')
  return Object.fromEntries(
    messages.flatMap(({ connections, perSecond: { median } }) => {
      const inserts = raw.find(({ work }) => work === `message, ${connections} connections`)
      return inserts ? [[String(connections), median / inserts.perSecond.median]] : []
    }),
  )
}

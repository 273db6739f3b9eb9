// The figures of a run: medians and spread over its rounds, and ratios of what was measured side by side.

import { cpus, totalmem } from 'node:os'
import type { Run } from './bench.ts'
import type { RawSlice, Slice } from './rounds.ts'
import { measures } from './measures.ts'
import {
  besides,
  cpuMs,
  cpuRatioOf,
  medianOf,
  perSecond,
  ratioOf,
  rawRatioOf,
  type Beside,
  type Pair,
  type Ratio,
} from './pairs.ts'
import { guardLines, guardRatios } from './guard-ratios.ts'
import type { Contest } from './parts.ts'
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
  readonly rateRatio: Ratio
  /** CPU of the bare server for a request over the gateway's, its database's included. */
  readonly cpuRatio: Ratio
  /** Share of a core that the bare server had: below 0.9 it is the load generator that limits it, and the rate ratio flatters. */
  readonly bareBusy: number
  /** Rounds in which others took more than an eighth of the machine. */
  readonly disturbed: number
  readonly goal?: number
}

export interface RawRow {
  readonly rows: 'message' | 'read'
  readonly connections: number
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
  readonly half: Run['half']
  readonly raw: readonly RawRow[]
  readonly contests: readonly ContestRow[]
  readonly guards: readonly string[]
  /** CPU of PostgreSQL's own processes over that of its backends, in all slices together: it is in no other figure. */
  readonly background: number
  /** Named ratios of CPU times, which must come out alike in two runs; wall-clock times follow whoever else is on the machine. */
  readonly ratios: Readonly<Record<string, number>>
  /** The standard error of each, as a share: two runs lie further apart than 2.8 of them in one case of twenty. */
  readonly errors: Readonly<Record<string, number>>
  /** Requests per second over those of raw SQLite inserting the same rows, by connections. */
  readonly rateOverRaw: Readonly<Record<string, number>>
}

/** A contender over a set of resources. */
export interface ContestRow {
  readonly set: string
  readonly bytes: number
  readonly contender: string
  /** Nothing where it calls a resource of the set invalid. */
  readonly cpuUs?: Figure
}

export function reportOf(run: Run, scale: Scale, seconds: number): Report {
  const rows = rowsOf(run.slices)
  const ratios = Object.entries({ ...ratiosOf(rows, run), ...contestRatios(run.contests), ...guardRatios(run.guards) })
  const backends = sum(run.slices.map(({ cpu }) => cpu.database))
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
    half: run.half,
    raw: rawRowsOf(run.raw),
    contests: contestRows(run.contests),
    guards: guardLines(run.guards),
    background: backends > 0 ? sum(run.slices.map(({ cpu }) => cpu.background)) / backends : 0,
    ratios: Object.fromEntries(ratios.map(([name, { value }]) => [name, value])),
    errors: Object.fromEntries(ratios.map(([name, { error }]) => [name, error])),
    rateOverRaw: rateOverRaw(run),
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

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function rowsOf(slices: readonly Slice[]): readonly Row[] {
  const connections = [...new Set(slices.map((slice) => slice.connections))].toSorted((a, b) => a - b)
  const databases = [...new Set(slices.map(({ side }) => side))].filter((side): side is DatabaseName => side !== 'bare')
  return measures.flatMap(({ name, goal }) =>
    connections.flatMap((count) =>
      databases.toSorted().flatMap((database): Row[] => {
        const { taken, disturbed } = besides(slices, name, count, database)
        if (taken.length === 0) return []
        return [{ ...rowOf(taken), disturbed, measure: name, connections: count, database, ...(goal && { goal }) }]
      }),
    ),
  )
}

function rowOf(taken: readonly Beside[]): Omit<Row, 'measure' | 'connections' | 'database' | 'disturbed'> {
  const over = (value: (beside: Beside) => number) => figureOf(taken.map(value))
  return {
    perSecond: over(({ our }) => perSecond(our)),
    p50Ms: over(({ our }) => our.load.p50Ms).median,
    p99Ms: over(({ our }) => our.load.p99Ms).median,
    cpuMs: over(({ our }) => cpuMs(our)),
    databaseCpuMs: over(({ our }) => (our.cpu.database * 1000) / our.load.requests).median,
    barePerSecond: over(({ base }) => perSecond(base)).median,
    bareCpuMs: over(({ base }) => cpuMs(base)).median,
    rateRatio: ratioOf(taken.map(({ our, base }) => [perSecond(our), perSecond(base)])),
    cpuRatio: cpuRatioOf(taken),
    bareBusy: over(({ base }) => base.cpu.server / base.load.seconds).median,
  }
}

function rawRowsOf(raw: readonly RawSlice[]): readonly RawRow[] {
  const keys = new Map(raw.map(({ rows, connections }) => [`${rows} ${connections}`, { rows, connections }]))
  return [...keys.values()].map(({ rows, connections }) => {
    const of = raw.filter((one) => one.rows === rows && one.connections === connections)
    return {
      rows,
      connections,
      batch: medianOf(of.map(({ batch }) => batch)),
      perSecond: figureOf(of.map(({ cost }) => cost.count / cost.seconds)),
      cpuUs: figureOf(of.map(({ cost }) => cpuUs(cost))),
    }
  })
}

const cpuUs = ({ count, cpuSeconds }: Cost): number => (cpuSeconds * 1e6) / count

function contestRows(contests: readonly Contest[]): readonly ContestRow[] {
  return contests.flatMap(({ set, bytes, cpuUs: costs, refusedBy }) => [
    ...Object.entries(costs).map(([contender, of]) => ({ set, bytes, contender, cpuUs: figureOf(of) })),
    ...refusedBy.map((contender) => ({ set, bytes, contender })),
  ])
}

/** Block by block; what is ours over JSON.parse, and the other's over ours that does the same. */
function contestRatios(contests: readonly Contest[]): Record<string, Ratio> {
  const versus = [
    ['fast', 'parse'],
    ['fast, profile', 'parse'],
    ['medplum', 'fast'],
    ['medplum, profile', 'fast, profile'],
  ] as const
  const ratios: Record<string, Ratio> = {}
  for (const { set, cpuUs: costs } of contests)
    for (const [above, below] of versus) {
      const pairs = (costs[above] ?? []).flatMap((cost, i): Pair[] => (costs[below] ? [[cost, costs[below][i] ?? 0]] : []))
      if (pairs.length > 0) ratios[`validator, ${set}: ${above} over ${below}`] = ratioOf(pairs)
    }
  return ratios
}

function plansOf(slices: readonly Slice[]): Record<string, number> {
  const named = slices.flatMap(({ side, connections, plansPerCommit: plans }) =>
    plans === undefined ? [] : [{ name: `${side} ${connections}`, plans }],
  )
  return Object.fromEntries(
    named.map(({ name }) => [name, medianOf(named.filter((one) => one.name === name).map(({ plans }) => plans))]),
  )
}

function ratiosOf(rows: readonly Row[], { slices, raw }: Run): Record<string, Ratio> {
  const ratios: Record<string, Ratio> = {}
  for (const { measure, database, connections, cpuRatio } of rows) {
    ratios[`${measure} ${database} ${connections}: bare over ours`] = cpuRatio
    if (measure === 'message' && database === 'sqlite')
      ratios[`message sqlite ${connections}: raw SQLite over ours`] = rawRatioOf(slices, raw, measure, connections)
  }
  return ratios
}

function rateOverRaw({ slices, raw }: Run): Record<string, number> {
  const connections = new Set(raw.filter(({ rows }) => rows === 'message').map((one) => one.connections))
  const ratios = Array.from(connections, (count) => {
    const pairs = raw
      .filter((one) => one.rows === 'message' && one.connections === count)
      .flatMap(({ round, cost }): Pair[] => {
        const isBeside = (one: Slice) => one.measure === 'message' && one.side === 'sqlite' && one.connections === count
        const our = slices.find((one) => isBeside(one) && one.round === round)
        return our ? [[perSecond(our), cost.count / cost.seconds]] : []
      })
    return [String(count), ratioOf(pairs)] as const
  })
  return Object.fromEntries(ratios.flatMap(([name, { value, pairs }]) => (pairs > 0 ? [[name, value]] : [])))
}

// Ratios of what was measured side by side: one per pair, and of the pairs a middle that single bad ones do not move.

import { cpus } from 'node:os'
import type { RawSlice, Side, Slice } from './rounds.ts'

export interface Ratio {
  readonly value: number
  /** Standard error, as a share of the value; of a single pair nothing is known. */
  readonly error: number
  readonly pairs: number
}

/** What stands above and below the line, taken one right after the other. */
export type Pair = readonly [above: number, below: number]

/**
 * The middle of the means of all pairs of logarithms (Hodges and Lehmann 1963): as sturdy as a median against rounds in which
 * something else went on, and as near the truth as a mean with a third less rounds. The error comes from the median deviation.
 */
export function ratioOf(pairs: readonly Pair[]): Ratio {
  const logs = pairs.filter(([above, below]) => above > 0 && below > 0).map(([above, below]) => Math.log(above / below))
  const middle = medianOf(logs.flatMap((one, i) => logs.slice(i).map((other) => (one + other) / 2)))
  const deviation = medianOf(logs.map((one) => Math.abs(one - middle))) * deviationPerMedian
  const error = logs.length > 1 ? deviation / Math.sqrt(logs.length * efficiency) : Number.POSITIVE_INFINITY
  return { value: logs.length > 0 ? Math.exp(middle) : 0, error, pairs: logs.length }
}

/** Of normal noise. */
const [deviationPerMedian, efficiency] = [1.4826, 0.955]

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half) - 1] ?? 0)) / 2
}

export const perSecond = ({ load: { requests, seconds } }: Slice): number => requests / seconds
export const cpuMs = ({ cpu: { server, database }, load: { requests } }: Slice): number => ((server + database) * 1000) / requests

/** Others took more than an eighth of the machine for the slice's time. */
const isDisturbed = ({ othersSeconds, load: { seconds } }: Slice): boolean => othersSeconds > (seconds * cpus().length) / 8

/** A measure of a database and of the bare server in the same round. */
export interface Beside {
  readonly our: Slice
  readonly base: Slice
}

/** Rounds in which others disturbed either side are left out where enough are left without them. */
export function besides(slices: readonly Slice[], measure: string, connections: number, database: Side) {
  const of = (side: Side) =>
    slices.filter((one) => one.measure === measure && one.connections === connections && one.side === side)
  const bare = new Map(of('bare').map((one) => [one.round, one]))
  const all = of(database).flatMap((our): Beside[] => {
    const base = bare.get(our.round)
    return base ? [{ our, base }] : []
  })
  const quiet = all.filter(({ our, base }) => !isDisturbed(our) && !isDisturbed(base))
  return { taken: quiet.length >= fewestPairs ? quiet : all, disturbed: all.length - quiet.length }
}

/** With fewer, nobody can tell how far apart they lie. */
export const fewestPairs = 8

/** CPU of the bare server for a request over the gateway's, its database's included. */
export const cpuRatioOf = (beside: readonly Beside[]): Ratio => ratioOf(beside.map(({ our, base }) => [cpuMs(base), cpuMs(our)]))

/** CPU of raw SQLite for the rows of a request over the gateway's for the request, which came right before it. */
export function rawRatioOf(slices: readonly Slice[], raw: readonly RawSlice[], rows: string, connections: number): Ratio {
  const pairs = raw
    .filter((one) => one.rows === rows && one.connections === connections)
    .flatMap(({ round, cost }): Pair[] => {
      const isBeside = (one: Slice) =>
        one.measure === rows && one.side === 'sqlite' && one.connections === connections && one.round === round
      const our = slices.find(isBeside)
      return our ? [[(cost.cpuSeconds * 1000) / cost.count, cpuMs(our)]] : []
    })
  return ratioOf(pairs)
}

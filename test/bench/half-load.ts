// `--half`: how long answers take when the gateway is asked for half of what it can do, which is how it is meant to be run.

import { setTimeout } from 'node:timers/promises'
import { medianOf } from './pairs.ts'
import { jobFor, type Field, type Filled, type Side, type Slice } from './rounds.ts'
import type { Measure } from './measures.ts'
import type { DatabaseName } from './target.ts'

export interface Waits {
  readonly p50Ms: number
  readonly p99Ms: number
}

export interface HalfLoad {
  readonly measure: string
  readonly database: DatabaseName
  readonly connections: number
  /** Requests per second that were asked for: half of the rounds' median. */
  readonly perSecond: number
  readonly ours: Waits
  /** Of the bare server at the same pace: what the sender and the machine add. */
  readonly bare: Waits
}

/**
 * After the rounds, each measure over HTTP at the fewest connections, the bare server right beside at the same pace. Waits are medians
 * of a few windows: once in a while this machine itself stands still for a fiftieth of a second, and that is in a window or is not.
 */
export async function halfLoads(field: Field, slices: readonly Slice[]): Promise<readonly HalfLoad[]> {
  const [connections = 1] = field.scale.connections
  const found: HalfLoad[] = []
  for (const measure of field.measures.filter(({ name }) => name !== 'mllp')) {
    for (const target of field.targets) {
      const { database } = target
      const isOurs = (slice: Slice) =>
        slice.measure === measure.name && slice.side === database && slice.connections === connections && slice.round > 0
      const perSecond = medianOf(slices.filter(isOurs).map(({ load }) => load.requests / load.seconds)) / 2
      const windows: Record<'ours' | 'bare', Waits>[] = []
      for (let i = 0; i < field.scale.half.windows; i++) {
        const window = (side: Side) => waits(field, measure, connections, side, target, perSecond)
        windows.push({ bare: await window('bare'), ours: await window(database) })
      }
      const middle = (side: 'ours' | 'bare'): Waits => ({
        p50Ms: medianOf(windows.map((window) => window[side].p50Ms)),
        p99Ms: medianOf(windows.map((window) => window[side].p99Ms)),
      })
      found.push({ measure: measure.name, database, connections, perSecond, ours: middle('ours'), bare: middle('bare') })
    }
  }
  return found
}

async function waits(
  field: Field,
  measure: Measure,
  connections: number,
  side: Side,
  target: Filled,
  rate: number,
): Promise<Waits> {
  const { seconds, warmUpShare } = field.scale.half
  const perSecond = Math.max(1, Math.round(rate))
  const job = await jobFor(field, measure, connections, side, target, Math.ceil(perSecond * seconds))
  const warmUp = Math.floor(job.amount * warmUpShare)
  const { failed, p50Ms, p99Ms } = await field.load.ask({ ...job, pace: { perSecond, warmUp } })
  if (failed > 0) throw new Error(`${measure.name} at half load: ${failed} failed`)
  await setTimeout(20)
  return { p50Ms, p99Ms }
}

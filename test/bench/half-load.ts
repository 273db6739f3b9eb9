// `--half`: how long answers take when the gateway is asked for half of what it can do, which is how it is meant to be run.

import { setTimeout } from 'node:timers/promises'
import { medianOf } from './pairs.ts'
import { jobFor, type Field, type Slice } from './rounds.ts'
import type { DatabaseName } from './target.ts'

export interface HalfLoad {
  readonly measure: string
  readonly database: DatabaseName
  readonly connections: number
  /** Requests per second that were asked for: half of the rounds' median. */
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

const seconds = 3

/** After the rounds, each measure over HTTP at the fewest connections. Percentiles of wall-clock time: others on the machine show in them. */
export async function halfLoads(field: Field, slices: readonly Slice[]): Promise<readonly HalfLoad[]> {
  const [connections = 1] = field.scale.connections
  const found: HalfLoad[] = []
  for (const measure of field.measures.filter(({ name }) => name !== 'mllp')) {
    for (const target of field.targets) {
      const { database } = target
      const isOurs = (slice: Slice) =>
        slice.measure === measure.name && slice.side === database && slice.connections === connections && slice.round > 0
      const perSecond = medianOf(slices.filter(isOurs).map(({ load }) => load.requests / load.seconds)) / 2
      const longer = { ...field, scale: { ...field.scale, sliceSeconds: seconds / 2 } }
      const job = await jobFor(longer, measure, connections, database, target)
      const load = await field.load.ask({ ...job, perSecond: Math.max(1, Math.round(perSecond)) })
      if (load.failed > 0) throw new Error(`${measure.name} at half load: ${load.failed} failed`)
      found.push({ measure: measure.name, database, connections, perSecond, p50Ms: load.p50Ms, p99Ms: load.p99Ms })
      await setTimeout(20)
    }
  }
  return found
}

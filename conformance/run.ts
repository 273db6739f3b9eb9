// A run: the chosen requirements held against one target, some at a time, with a report whatever happens.

import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { refusedAdmission } from './admission.ts'
import type { Config } from './config.ts'
import { judge } from './judge.ts'
import type { Result } from './outcome.ts'
import { probe } from './probe.ts'
import type { Requirement } from './requirement.ts'

export interface RunOptions {
  readonly config: Config
  /** All there are: a requirement's people are its own by its place among them. */
  readonly suite: readonly Requirement[]
  readonly chosen: readonly Requirement[]
  readonly seed: string
  readonly parallel: number
  readonly timeoutMs: number
  /** Ends the run early; what was not begun is not judged. */
  readonly signal?: AbortSignal
  readonly onResult?: (result: Result, done: number, all: number) => void
}

export interface Report {
  readonly target: string
  readonly seed: string
  readonly startedAt: string
  readonly durationMs: number
  readonly notices: readonly string[]
  readonly unreachable?: string
  readonly isInterrupted: boolean
  /** In the order of the suite. */
  readonly results: readonly Result[]
  readonly notRun: readonly string[]
}

/** With a limit of its own an agent heeds the server's `Keep-Alive: timeout`, and sends nothing into a connection about to close. */
const reusing = { keepAlive: true, timeout: 120_000 } as const

export async function run(options: RunOptions): Promise<Report> {
  const { config, chosen, seed, timeoutMs, signal } = options
  const startedAt = new Date()
  const began = performance.now()
  const agents = { http: new HttpAgent(reusing), https: new HttpsAgent(reusing) }
  try {
    const probed = await probe(config, agents, Math.min(timeoutMs, 10_000), signal)
    // Whoever ends a run before the first answer came learns nothing of the target.
    const gone = signal?.aborted ? undefined : probed.unreachable
    const refused = probed.unreachable !== undefined ? undefined : await refusedAdmission(probed.run, limitOf(timeoutMs, signal))
    const shared = { ...probed.run, ...(refused !== undefined && { refused }) }
    const results = gone !== undefined ? unreachable(options, gone) : await judgeAll(options, shared)
    const judged = new Set(results.map(({ id }) => id))
    return {
      target: config.target,
      seed,
      startedAt: startedAt.toISOString(),
      durationMs: Math.round(performance.now() - began),
      notices: [...probed.notices, ...(refused === undefined ? [] : [refused])],
      ...(gone !== undefined && { unreachable: gone }),
      isInterrupted: signal?.aborted ?? false,
      results: results.toSorted((a, b) => chosen.findIndex(({ id }) => id === a.id) - chosen.findIndex(({ id }) => id === b.id)),
      notRun: chosen.map(({ id }) => id).filter((id) => !judged.has(id)),
    }
  } finally {
    agents.http.destroy()
    agents.https.destroy()
  }
}

function limitOf(timeoutMs: number, signal: AbortSignal | undefined): AbortSignal {
  const limit = AbortSignal.timeout(timeoutMs)
  return signal ? AbortSignal.any([limit, signal]) : limit
}

/** What an interrupted test would have said is not known: it counts as not run. */
async function judgeAll(options: RunOptions, shared: Awaited<ReturnType<typeof probe>>['run']): Promise<readonly Result[]> {
  const { suite, chosen, seed, parallel, timeoutMs, signal, onResult } = options
  const places = new Map(suite.map(({ id }, index) => [id, index]))
  const results: Result[] = []
  const queue = [...chosen]
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next && !signal?.aborted; next = queue.shift()) {
      const index = places.get(next.id) ?? 0
      const result = await judge(next, { run: shared, seed, index, timeoutMs, ...(signal && { signal }) })
      if (signal?.aborted) return
      results.push(result)
      onResult?.(result, results.length, chosen.length)
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, parallel) }, work))
  return results
}

function unreachable({ chosen, onResult }: RunOptions, reason: string): readonly Result[] {
  return chosen.map(({ id, level, area, title }, i) => {
    const result: Result = { id, level, area, title, outcome: 'error', reason, durationMs: 0, exchanges: [] }
    onResult?.(result, i + 1, chosen.length)
    return result
  })
}

// Two reports side by side: what got worse, better, what is new and what is gone.

import type { Outcome } from './outcome.ts'
import type { Level } from './requirement.ts'
import type { SavedReport, SavedResult } from './report/saved.ts'

/** From worst to best. What is not known is better than a fault and worse than a pass. */
const order = ['fail', 'error', 'skip', 'warn', 'omit', 'pass'] as const satisfies readonly Outcome[]

/** The one rule of `run --baseline` and of `compare`. */
export const isWorse = (after: Outcome, before: Outcome): boolean => order.indexOf(after) < order.indexOf(before)

export const outcomesIn = (report: SavedReport): ReadonlyMap<string, Outcome> =>
  new Map(report.results.map(({ id, outcome }) => [id, outcome]))

export interface Change {
  readonly id: string
  readonly level: Level
  readonly area: string
  readonly title: string
  readonly before?: Outcome
  readonly after?: Outcome
  readonly reason?: string
}

export interface Comparison {
  readonly baseline: Side
  readonly run: Side
  readonly worse: readonly Change[]
  readonly better: readonly Change[]
  /** Not in the baseline. */
  readonly added: readonly Change[]
  /** In the baseline, and not judged now. */
  readonly gone: readonly Change[]
  /** As bad as before, in another way: what was found is other but for ids, dates and numbers. */
  readonly otherwise: readonly Change[]
  readonly same: number
  /** What makes the two less alike than they seem. */
  readonly notices: readonly string[]
}

interface Side {
  readonly target: string
  readonly startedAt: string
  readonly counts: Readonly<Record<Outcome, number>>
}

export function compare(baseline: SavedReport, run: SavedReport): Comparison {
  const before = new Map(baseline.results.map((one) => [one.id, one]))
  const after = new Map(run.results.map((one) => [one.id, one]))
  const both = run.results.flatMap((now) => {
    const was = before.get(now.id)
    return was ? [{ now, was, change: changeOf(now, { before: was.outcome, after: now.outcome }) }] : []
  })
  const otherwise = both.filter(({ now, was }) => now.outcome === was.outcome && told(now) !== told(was))
  return {
    baseline: sideOf(baseline),
    run: sideOf(run),
    worse: both.filter(({ now, was }) => isWorse(now.outcome, was.outcome)).map(({ change }) => change),
    better: both.filter(({ now, was }) => isWorse(was.outcome, now.outcome)).map(({ change }) => change),
    added: run.results.filter(({ id }) => !before.has(id)).map((now) => changeOf(now, { after: now.outcome })),
    gone: baseline.results.filter(({ id }) => !after.has(id)).map((was) => changeOf(was, { before: was.outcome })),
    otherwise: otherwise.map(({ change }) => change),
    same: both.filter(({ now, was }) => now.outcome === was.outcome).length - otherwise.length,
    notices: noticesOf(baseline, run),
  }
}

const sideOf = ({ target, startedAt, counts }: SavedReport): Side => ({ target, startedAt, counts })

function changeOf({ id, level, area, title, reason }: SavedResult, outcomes: Pick<Change, 'before' | 'after'>): Change {
  return { id, level, area, title, ...outcomes, ...(reason !== undefined && 'after' in outcomes && { reason }) }
}

/** What is other in every run is no difference. */
function told({ reason = '', expected = '', actual = '' }: SavedResult): string {
  return [reason, expected, actual]
    .join('\n')
    .replaceAll(/\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?/g, 'DATE')
    .replaceAll(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\bconf-\w+|\bsha256:\w+/gi, 'ID')
    .replaceAll(/(?<!status )\d+/g, 'N')
}

function noticesOf(baseline: SavedReport, run: SavedReport): readonly string[] {
  const isOtherSuite = baseline.suite?.digest !== run.suite?.digest
  return [
    ...(baseline.target === run.target ? [] : [`other targets: ${baseline.target} before, ${run.target} now`]),
    ...(isOtherSuite ? ['other lists of requirements: what is new or gone may be the suite’s doing'] : []),
    ...(run.isInterrupted ? [`the run was interrupted: ${run.notRun.length} tests were not run`] : []),
    ...(run.unreachable === undefined ? [] : ['the target could not be reached in the run']),
    ...(Date.parse(run.startedAt) < Date.parse(baseline.startedAt) ? ['the run is older than its baseline'] : []),
  ]
}

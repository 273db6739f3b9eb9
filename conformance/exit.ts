// Exit codes: what a run's report means to whoever called it.

import type { Result } from './outcome.ts'
import type { Report } from './run.ts'

export const exits = {
  passed: 0,
  failed: 1,
  usage: 2,
  unreachable: 3,
  skipped: 4,
  regressed: 5,
  interrupted: 130,
} as const

export interface Strictness {
  /** A required test that was skipped counts. */
  readonly strictSkips: boolean
  /** Ids that passed in an earlier report. */
  readonly baseline?: ReadonlySet<string>
}

export function exitCodeOf({ results, isInterrupted }: Report, { strictSkips, baseline }: Strictness): number {
  const has = (outcome: Result['outcome']) => results.some((result) => result.outcome === outcome)
  if (isInterrupted) return exits.interrupted
  if (has('fail')) return exits.failed
  if (has('error')) return exits.unreachable
  if (baseline && results.some(({ id, outcome }) => baseline.has(id) && outcome !== 'pass')) return exits.regressed
  if (strictSkips && results.some(isRequiredSkip)) return exits.skipped
  return exits.passed
}

const isRequiredSkip = ({ outcome, level }: Result): boolean => outcome === 'skip' && (level === 'MUST' || level === 'GATE')

// Exit codes: what a run's report means to whoever called it.

import { isWorse } from './compare.ts'
import type { Outcome, Result } from './outcome.ts'
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
  /** How each requirement ended in an earlier report, by id. */
  readonly baseline?: ReadonlyMap<string, Outcome>
}

export function exitCodeOf({ results, isInterrupted }: Report, { strictSkips, baseline }: Strictness): number {
  const has = (outcome: Result['outcome']) => results.some((result) => result.outcome === outcome)
  if (isInterrupted) return exits.interrupted
  if (has('fail')) return exits.failed
  if (has('error')) return exits.unreachable
  if (results.some(({ id, outcome }) => isWorse(outcome, baseline?.get(id) ?? outcome))) return exits.regressed
  if (strictSkips && results.some(isRequiredSkip)) return exits.skipped
  return exits.passed
}

export const isRequiredSkip = ({ outcome, level }: Pick<Result, 'outcome' | 'level'>): boolean =>
  outcome === 'skip' && (level === 'MUST' || level === 'GATE')

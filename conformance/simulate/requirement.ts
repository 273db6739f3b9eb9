// What a requirement of a product that sends or fetches is: a claim, what the product has to do to be seen, and how it is judged.

import type { Claim } from '../requirement.ts'
import type { Pack } from './sentinels.ts'
import type { Seen, Watch } from './seen.ts'

export type ClientRequirement = Claim & {
  readonly role: 'sender' | 'receiver'
  /** It is judged where one of these is watched. */
  readonly packs: readonly Pack[]
  /** What to do, so that it can be judged. */
  readonly toSee: string
  judge(watch: Watch): Finding
}

/** Nothing passes that was not seen. */
export interface Finding {
  readonly outcome: 'pass' | 'fail' | 'not seen'
  readonly reason: string
  readonly expected?: string
  readonly actual?: string
  /** What it was seen by. */
  readonly seen: readonly Seen[]
}

export const pass = (reason: string, ...seen: readonly Seen[]): Finding => ({ outcome: 'pass', reason, seen })

export const fail = (reason: string, expected: string, actual: string, ...seen: readonly Seen[]): Finding => ({
  outcome: 'fail',
  reason,
  expected,
  actual,
  seen,
})

export const notSeen = (reason = ''): Finding => ({ outcome: 'not seen', reason, seen: [] })

export type WrittenClient = Omit<ClientRequirement, 'role' | 'area' | 'packs' | 'kills' | 'unkillable'> & {
  readonly kills: readonly string[]
}

export interface Part {
  readonly role: ClientRequirement['role']
  readonly area: string
  readonly packs: readonly Pack[]
}

export const part = (of: Part, requirements: readonly WrittenClient[]): readonly ClientRequirement[] =>
  requirements.map((requirement) => ({ ...requirement, ...of }))

/** The first that fails; else the first that passes; else what is still waited for. */
export function worst(findings: readonly Finding[], otherwise: Finding = notSeen()): Finding {
  const first = (outcome: Finding['outcome']) => findings.find((one) => one.outcome === outcome)
  return first('fail') ?? first('pass') ?? first('not seen') ?? otherwise
}

/** Whether enough time has gone since then for the product to have done what it was to do, or what it was not to do. */
export const isSettled = ({ nowMs, patienceMs }: Watch, sinceMs: number): boolean => nowMs - sinceMs >= patienceMs

export const secondsOf = (ms: number): string => `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 0)} s`

// What a requirement of a product that sends or fetches is: a claim, what the product has to do to be seen, and how it is judged.

import type { Claim } from '../requirement.ts'
import { usualTimes } from './options.ts'
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
  /** Time may still change it: something of what was seen has not had the time to go wrong. */
  readonly isWaiting?: true
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

export const waiting = (what = ''): Finding => ({ ...notSeen(`waiting${what && ` ${what}`}`), isWaiting: true })

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
  const found = first('fail') ?? first('pass') ?? first('not seen') ?? otherwise
  return findings.some(({ isWaiting }) => isWaiting) ? { ...found, isWaiting: true } : found
}

/** Whether enough time has gone since then for the product to have done what it was to do. */
export const isSettled = ({ nowMs, patienceMs }: Watch, sinceMs: number): boolean => nowMs - sinceMs >= patienceMs

/** Or what it was not to do: less patience than usual shortens that for nobody, or impatience would be a way to pass. */
export const isLeftAlone = ({ nowMs, patienceMs }: Watch, sinceMs: number): boolean =>
  nowMs - sinceMs >= Math.max(patienceMs, usualTimes.patienceMs)

export const secondsOf = (ms: number): string => `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 0)} s`

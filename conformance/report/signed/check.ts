// Whether a signed verdict holds, step by step, in words that a council can act on.

import { outcomes } from '../../outcome.ts'
import { readReport, type SavedReport } from '../saved.ts'
import { claimIn, claimOf, digestOf, type Claim } from './claim.ts'
import { opened, type FoundKey } from './jws.ts'
import type { Key } from './key.ts'

/** The keys that the checker trusts: one that was handed over, or a set in which the verdict's `kid` is looked up. */
export type Trusted = { readonly one: Key } | { readonly set: readonly Key[] }

export interface Check {
  readonly isHeld: boolean
  /** Why it does not hold; empty where it does. */
  readonly faults: readonly string[]
  /** Only what the signature covers; absent where the signature does not hold. */
  readonly claim?: Claim
  readonly key?: Key
  readonly isReportChecked: boolean
}

/** Clocks differ. */
const leewaySeconds = 300

export function checkVerdict(text: string, trusted: Trusted, nowMs: number, report?: Uint8Array): Check {
  const jws = opened(text, (kid) => keyIn(trusted, kid))
  const refused = (fault: string): Check => ({ isHeld: false, faults: [fault], isReportChecked: false })
  if (!jws.ok) return refused(jws.fault)
  const claim = claimIn(jws.payload)
  if (!claim) return refused('it is signed, but is no verdict of version 1.0')
  const faults = [
    ...timeFaults(claim, jws.key, nowMs / 1000),
    ...sumFaults(claim),
    ...(report ? reportFaults(claim, report) : []),
  ]
  return { isHeld: faults.length === 0, faults, claim, key: jws.key, isReportChecked: report !== undefined }
}

/** A key that was handed over is trusted for itself: its name has to agree only where it has one. */
function keyIn(trusted: Trusted, kid: string): FoundKey {
  const found =
    'one' in trusted
      ? [trusted.one].filter((key) => key.kid === undefined || key.kid === kid)
      : trusted.set.filter((key) => key.kid === kid)
  const [key, ...others] = found
  if (!key) return { ok: false, fault: 'the key that it names is not among those given' }
  if (others.length > 0) return { ok: false, fault: 'more than one of the keys given has the name of its key' }
  return { ok: true, key }
}

function timeFaults({ iat, exp, startedAt }: Claim, key: Key, now: number): readonly string[] {
  const day = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')
  const started = Date.parse(startedAt) / 1000
  return [
    ...(key.isRevoked ? ['the key has been revoked'] : []),
    ...(key.exp !== undefined && key.exp <= now ? [`the key expired at ${day(key.exp)} UTC`] : []),
    ...(exp <= now ? [`it was valid until ${day(exp)} UTC`] : []),
    ...(iat > now + leewaySeconds ? [`it was signed in the future, at ${day(iat)} UTC`] : []),
    ...(started <= iat + leewaySeconds ? [] : ['it was signed before the run began']),
  ]
}

/** A signature makes nothing true that cannot be. */
function sumFaults({ verdict, counts, chosen, notRun }: Claim): readonly string[] {
  const judged = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0)
  const canPass = counts.fail === 0 && counts.error === 0 && notRun === 0 && counts.pass > 0
  return [
    ...(judged + notRun === chosen ? [] : ['its counts do not add up']),
    ...(verdict.word === 'passed' && !canPass ? ['it says passed, and its counts do not'] : []),
  ]
}

function reportFaults(claim: Claim, bytes: Uint8Array): readonly string[] {
  if (digestOf(bytes) !== claim.report.sha256)
    return ['the report that was given is not the one that was signed: its digest differs']
  const read = readReport(new TextDecoder().decode(bytes))
  if (!read.ok) return ['the report that was given is no report of a run']
  const { report } = read
  if (!hasSuite(report)) return ['the report that was given does not say which suite made it']
  const signing = { signer: claim.signer, nowMs: claim.iat * 1000, validDays: 0 }
  const now = claimOf(report, bytes, signing)
  const members = ['target', 'startedAt', 'durationMs', 'suite', 'counts', 'chosen', 'notRun', 'verdict', 'report'] as const
  const other = members.filter((name) => !isAlike(now[name], claim[name]))
  return other.map((name) => `the verdict says something else than its report: ${name}`)
}

export const hasSuite = (report: SavedReport): report is SavedReport & Required<Pick<SavedReport, 'suite'>> =>
  report.suite !== undefined

/** The same members, in whatever order. */
const isAlike = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

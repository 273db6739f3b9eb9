// What a signed verdict says: who held what against whom and when, what came of it, and which report has it all.

import { createHash } from 'node:crypto'
import { at, textAt } from '../../json.ts'
import { outcomes, type Outcome } from '../../outcome.ts'
import { verdictOf, type Verdict } from '../../verdict.ts'
import type { SuiteMark } from '../../version.ts'
import type { SavedReport } from '../saved.ts'

export interface Claim {
  readonly verdictVersion: '1.0'
  readonly meaning: string
  readonly signer: string
  /** Seconds since 1970, as JSON Web Tokens have them. */
  readonly iat: number
  readonly exp: number
  readonly target: string
  readonly startedAt: string
  readonly durationMs: number
  readonly suite: SuiteMark
  /** How many of the suite's requirements were asked for. */
  readonly chosen: number
  readonly notRun: number
  readonly counts: Readonly<Record<Outcome, number>>
  readonly verdict: Verdict
  readonly report: ReportMark
}

export interface ReportMark {
  readonly sha256: string
  readonly bytes: number
  readonly reportVersion: string
}

export const meaning =
  'This is what the signer claims of their own run. Nobody has certified it, and it vouches for nothing but that the holder of the key said so.'

export interface Signing {
  readonly signer: string
  readonly nowMs: number
  readonly validDays: number
}

/** Only a report that says which suite made it can be signed. */
export function claimOf(
  report: SavedReport & { readonly suite: SuiteMark },
  bytes: Uint8Array,
  { signer, nowMs, validDays }: Signing,
): Claim {
  const { target, startedAt, durationMs, suite, results, notRun, counts } = report
  const iat = Math.floor(nowMs / 1000)
  return {
    verdictVersion: '1.0',
    meaning,
    signer,
    iat,
    exp: iat + validDays * 86_400,
    ...{ target, startedAt, durationMs, suite, counts },
    chosen: results.length + notRun.length,
    notRun: notRun.length,
    verdict: verdictOf(report),
    report: markOfReport(report, bytes),
  }
}

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Of the file as it lies there: a report that was written anew is another file. */
export const markOfReport = ({ reportVersion }: SavedReport, bytes: Uint8Array): ReportMark => ({
  sha256: digestOf(bytes),
  bytes: bytes.length,
  reportVersion,
})

/** undefined where a member is missing or of another kind. */
export const claimIn = (payload: object): Claim | undefined => (isClaim(payload) ? payload : undefined)

const texts = [
  'signer',
  'target',
  'startedAt',
  'meaning',
  'suite.version',
  'suite.digest',
  'verdict.sentence',
  'report.sha256',
  'report.reportVersion',
]
const figures = [
  'iat',
  'exp',
  'durationMs',
  'chosen',
  'notRun',
  'suite.requirements',
  'report.bytes',
  ...outcomes.map((one) => `counts.${one}`),
]

/** Of the year 9999: no calendar of ours says anything of a later one. */
const lastSecond = 253_402_300_799

const isClaim = (value: object): value is Claim =>
  textAt(value, 'verdictVersion') === '1.0' &&
  texts.every((path) => textAt(value, path) !== '') &&
  figures.every((path) => isCount(at(value, path)[0])) &&
  ['iat', 'exp'].every((path) => Number(at(value, path)[0]) <= lastSecond) &&
  ['passed', 'failed', 'incomplete'].includes(textAt(value, 'verdict.word')) &&
  typeof at(value, 'verdict.isWhole')[0] === 'boolean'

const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

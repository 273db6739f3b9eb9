// A report as it is kept: what conformance/report.schema.json describes, redacted, and read again from a file.

import { parsed } from '../json.ts'
import { outcomes, type Outcome } from '../outcome.ts'
import type { Level, Side, Statement } from '../requirement.ts'
import type { SuiteMark } from '../version.ts'
import { countsOf } from './counts.ts'
import { schemaFaults } from './schema.ts'

/** Every reporter works on this, so that a report of today and one that was kept look alike. */
export interface SavedReport {
  readonly reportVersion: string
  /** Absent in reports of version 1.0. */
  readonly suite?: SuiteMark
  readonly target: string
  /** In their own words, since 1.1. */
  readonly ranBy?: string
  readonly seed: string
  readonly startedAt: string
  readonly durationMs: number
  readonly notices: readonly string[]
  readonly unreachable?: string
  readonly isInterrupted: boolean
  readonly notRun: readonly string[]
  readonly node: string
  readonly exitCode: number
  readonly counts: Readonly<Record<Outcome, number>>
  readonly results: readonly SavedResult[]
}

export interface SavedResult {
  readonly id: string
  readonly level: Level
  readonly role: Side
  readonly area: string
  readonly title: string
  readonly outcome: Outcome
  readonly durationMs: number
  readonly statement: Statement
  readonly assertions?: readonly string[]
  readonly reason?: string
  readonly expected?: string
  readonly actual?: string
  readonly curl?: string
  readonly exchanges?: readonly SavedExchange[]
}

export interface SavedExchange {
  readonly startedAt?: string
  readonly method: string
  readonly url: string
  readonly requestHeaders: Readonly<Record<string, string>>
  readonly requestBody?: string
  readonly assertion?: { readonly header?: unknown; readonly claims?: unknown }
  readonly tokens?: readonly DecodedToken[]
  readonly status?: number
  readonly responseHeaders?: Readonly<Record<string, string>>
  readonly responseBody?: string
  readonly error?: string
  readonly durationMs: number
  readonly curl: string
}

/** What a JSON Web Token says, without the signature that makes it open doors. */
export interface DecodedToken {
  /** `sha256:` and eight characters, as it stands in the text around it. */
  readonly digest: string
  readonly sentBy: 'client' | 'server'
  readonly header: unknown
  readonly claims: unknown
}

export type ReadReport =
  | { readonly ok: true; readonly report: SavedReport }
  | { readonly ok: false; readonly faults: readonly string[] }

/** Members that a later 1.x adds are passed over. */
export function readReport(text: string): ReadReport {
  const json = parsed(text)
  if (json === undefined) return { ok: false, faults: ['no valid JSON'] }
  const faults = schemaFaults(json, { isStrict: false })
  if (!isReport(json, faults)) return { ok: false, faults: faults.slice(0, 20) }
  const counts = countsOf(json.results)
  const isSummed = outcomes.every((outcome) => counts[outcome] === json.counts[outcome])
  return isSummed ? { ok: true, report: json } : { ok: false, faults: ['$.counts: not what the results come to'] }
}

const isReport = (_: unknown, faults: readonly string[]): _ is SavedReport => faults.length === 0

// The report as JSON, in the shape that conformance/report.schema.json describes.

import type { Result } from '../outcome.ts'
import { curlOf, redacted, redactedExchange } from '../redact.ts'
import type { Claim } from '../requirement.ts'
import type { Report } from '../run.ts'
import { markOf } from '../version.ts'
import { countsOf } from './counts.ts'
import type { SavedReport, SavedResult } from './saved.ts'

/** Changes with the shape: a reader that knows 1 reads every 1.x. */
export const reportVersion = '1.1'

export function jsonReport(report: Report, suite: readonly Claim[], exitCode: number): SavedReport {
  const { results, notices, unreachable, ...head } = report
  return {
    reportVersion,
    suite: markOf(suite),
    ...head,
    notices: notices.map(redacted),
    ...(unreachable !== undefined && { unreachable: redacted(unreachable) }),
    node: process.version,
    exitCode,
    counts: countsOf(results),
    results: results.map((result) => resultOf(result, suite)),
  }
}

function resultOf(result: Result, suite: readonly Claim[]): SavedResult {
  const { id, level, area, title, outcome, reason, expected, actual, durationMs, exchanges } = result
  const requirement = suite.find((one) => one.id === id)
  const last = exchanges.at(-1)
  return {
    id,
    level,
    role: requirement?.role ?? 'server',
    area,
    title,
    outcome,
    durationMs: Math.round(durationMs),
    statement: requirement?.statement ?? { source: '', quote: '', url: '' },
    ...(requirement?.assertions && { assertions: requirement.assertions }),
    ...(reason !== undefined && { reason: redacted(reason) }),
    ...(expected !== undefined && { expected: redacted(expected) }),
    ...(actual !== undefined && { actual: redacted(actual) }),
    ...(last && outcome !== 'pass' && { curl: curlOf(last.ask) }),
    ...(exchanges.length > 0 && { exchanges: exchanges.map(redactedExchange) }),
  }
}

// The report as JSON, in the shape that conformance/report.schema.json describes.

import { outcomes, type Result } from '../outcome.ts'
import { curlOf, redacted, redactedExchange } from '../redact.ts'
import type { Requirement } from '../requirement.ts'
import type { Report } from '../run.ts'

/** Changes with the shape: a reader that knows 1 reads every 1.x. */
export const reportVersion = '1.0'

export function jsonReport(report: Report, suite: readonly Requirement[], exitCode: number): object {
  const { results, ...head } = report
  return {
    reportVersion,
    ...head,
    node: process.version,
    exitCode,
    counts: countsOf(results),
    results: results.map((result) => resultOf(result, suite)),
  }
}

export function countsOf(results: readonly Result[]): Readonly<Record<string, number>> {
  return Object.fromEntries(outcomes.map((outcome) => [outcome, results.filter((one) => one.outcome === outcome).length]))
}

function resultOf(result: Result, suite: readonly Requirement[]): object {
  const { id, level, area, title, outcome, reason, expected, actual, durationMs, exchanges } = result
  const requirement = suite.find((one) => one.id === id)
  const last = exchanges.at(-1)
  return {
    id,
    level,
    role: 'server',
    area,
    title,
    outcome,
    durationMs: Math.round(durationMs),
    statement: requirement?.statement,
    ...(reason !== undefined && { reason: redacted(reason) }),
    ...(expected !== undefined && { expected: redacted(expected) }),
    ...(actual !== undefined && { actual: redacted(actual) }),
    ...(last && outcome !== 'pass' && { curl: curlOf(last.ask) }),
    ...(exchanges.length > 0 && { exchanges: exchanges.map(redactedExchange) }),
  }
}

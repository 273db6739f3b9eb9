// The report in the Common Test Report Format (ctrf.io), JSON that dashboards and build servers read.

import { createHash } from 'node:crypto'
import type { Outcome } from '../outcome.ts'
import { verdictOf } from '../verdict.ts'
import type { SavedReport, SavedResult } from './saved.ts'

type Status = 'passed' | 'failed' | 'skipped' | 'pending' | 'other'

/** A warning fails nobody's build; an error is this tool's or the network's, and so no failure. `rawStatus` has our own word. */
const statuses: Readonly<Record<Outcome, Status>> = {
  pass: 'passed',
  warn: 'passed',
  fail: 'failed',
  skip: 'skipped',
  omit: 'skipped',
  error: 'other',
}

/** As the JSON Schema at ctrf-io/ctrf has it; what was not run is `pending`. */
export function ctrfReport(report: SavedReport): string {
  const { suite, target, seed, startedAt, durationMs, notRun, results, notices } = report
  const start = Date.parse(startedAt)
  const number = (status: Status) => results.filter(({ outcome }) => statuses[outcome] === status).length
  const { word, sentence } = verdictOf(report)
  const document = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    reportId: uuidOf(`${target} ${seed} ${startedAt}`),
    timestamp: new Date(start + durationMs).toISOString(),
    generatedBy: 'home-first-conformance',
    results: {
      tool: {
        name: 'home-first-conformance',
        ...(suite && { version: suite.version, extra: { requirementsSha256: suite.digest } }),
      },
      summary: {
        tests: results.length + notRun.length,
        passed: number('passed'),
        failed: number('failed'),
        skipped: number('skipped'),
        pending: notRun.length,
        other: number('other'),
        suites: new Set(results.map(({ area }) => area)).size,
        start,
        stop: start + durationMs,
        duration: durationMs,
      },
      tests: [
        ...results.map(testOf),
        ...notRun.map((id) => ({ id: uuidOf(id), name: id, status: 'pending', duration: 0, rawStatus: 'not run' })),
      ],
      environment: { appName: target, extra: { seed, node: report.node, verdict: word, sentence, notices } },
    },
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

function testOf({ id, level, area, title, outcome, durationMs, statement, reason, expected, actual, curl }: SavedResult): object {
  const trace = [expected && `expected: ${expected}`, actual && `actual: ${actual}`, curl].filter(Boolean).join('\n')
  return {
    id: uuidOf(id),
    name: `${id} ${title}`,
    status: statuses[outcome],
    rawStatus: outcome,
    duration: durationMs,
    suite: [area],
    tags: [level, area],
    type: 'conformance',
    ...(reason !== undefined && { message: reason }),
    ...(trace !== '' && { trace }),
    extra: { requirement: id, statement },
  }
}

/** The same for the same words, in the form of version 8 (RFC 9562 §5.8). */
function uuidOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}

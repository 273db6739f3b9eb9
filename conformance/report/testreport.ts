// The report as a FHIR R4 TestReport, for whoever collects test results as resources.

import type { Outcome } from '../outcome.ts'
import { verdictOf } from '../verdict.ts'
import type { SavedExchange, SavedReport, SavedResult } from './saved.ts'

/** http://hl7.org/fhir/R4/valueset-report-action-result-codes.html */
const results: Readonly<Record<Outcome, string>> = {
  pass: 'pass',
  fail: 'fail',
  warn: 'warning',
  error: 'error',
  skip: 'skip',
  omit: 'skip',
}

/** http://hl7.org/fhir/R4/testreport.html; the list of requirements stands for the TestScript. */
export function testReport(report: SavedReport): string {
  const { target, seed, startedAt, durationMs, suite, counts } = report
  const { word, sentence } = verdictOf(report)
  const judged = counts.pass + counts.warn + counts.fail
  const resource = {
    resourceType: 'TestReport',
    identifier: {
      system: 'urn:ietf:rfc:3986',
      value: `urn:home-first:conformance:${encodeURIComponent(seed)}:${Date.parse(startedAt)}`,
    },
    name: text(`Home First conformance of ${target}: ${sentence}`),
    status: report.isInterrupted ? 'stopped' : 'completed',
    testScript: {
      type: 'TestScript',
      display: suite
        ? `Home First conformance suite ${suite.version}, ${suite.requirements} requirements, SHA-256 ${suite.digest}`
        : 'Home First conformance suite',
    },
    result: word === 'passed' ? 'pass' : word === 'failed' ? 'fail' : 'pending',
    ...(judged > 0 && { score: Math.round((10_000 * (counts.pass + counts.warn)) / judged) / 100 }),
    issued: new Date(Date.parse(startedAt) + durationMs).toISOString(),
    participant: [
      { type: 'test-engine', uri: 'https://home-first.example/conformance', display: `Node ${report.node}` },
      { type: 'server', uri: target },
    ],
    ...(report.results.length > 0 && { test: report.results.map(testOf) }),
  }
  return `${JSON.stringify(resource, undefined, 2)}\n`
}

function testOf({ id, level, area, title, outcome, reason, expected, actual, statement, exchanges = [] }: SavedResult): object {
  const found = expected === undefined ? (reason ?? '') : `${reason ?? ''}\nexpected: ${expected}\nactual: ${actual ?? ''}`
  return {
    name: id,
    description: text(`${level}, ${area}: ${title}`),
    action: [
      ...exchanges.map(operationOf),
      {
        assert: {
          result: results[outcome],
          ...(text(found) !== '' && { message: text(found) }),
          ...(/^https?:\/\/\S+$/.test(statement.url) && { detail: statement.url }),
        },
      },
    ],
  }
}

/** An operation that was carried out has passed as such, whatever was answered: the assertion behind it judges. */
function operationOf({ method, url, status, error }: SavedExchange): object {
  const said = error ?? (status === 0 || status === undefined ? 'answered' : `status ${status}`)
  return { operation: { result: error === undefined ? 'pass' : 'error', message: text(`${method} ${url} → ${said}`) } }
}

/** What a FHIR string and markdown can hold: no control characters, no white space around, at most a few thousand characters. */
function text(words: string): string {
  const safe = words.replaceAll(/[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd').trim()
  return safe.length > 4000 ? `${safe.slice(0, 4000).toWellFormed()}…` : safe
}

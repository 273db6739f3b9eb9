// The report as JUnit XML, which every build server reads: one suite for each area.

import type { SavedReport, SavedResult } from './saved.ts'

export function junitReport({ results, target, startedAt, durationMs }: SavedReport): string {
  const areas = [...new Set(results.map(({ area }) => area))]
  const suites = areas.map((area) =>
    suiteOf(
      area,
      results.filter((one) => one.area === area),
      startedAt,
    ),
  )
  const open = `<testsuites name="${escaped(`Home First conformance of ${target}`)}" ${counts(results)} time="${seconds(durationMs)}">`
  return ['<?xml version="1.0" encoding="UTF-8"?>', open, ...suites, '</testsuites>', ''].join('\n')
}

function suiteOf(area: string, results: readonly SavedResult[], startedAt: string): string {
  const time = results.reduce((sum, { durationMs }) => sum + durationMs, 0)
  const open = `  <testsuite name="${escaped(area)}" ${counts(results)} time="${seconds(time)}" timestamp="${startedAt.slice(0, 19)}">`
  return [open, ...results.map(caseOf), '  </testsuite>'].join('\n')
}

function counts(results: readonly SavedResult[]): string {
  const number = (...outcomes: readonly string[]) => results.filter(({ outcome }) => outcomes.includes(outcome)).length
  return `tests="${results.length}" failures="${number('fail')}" errors="${number('error')}" skipped="${number('skip', 'omit')}"`
}

function caseOf(result: SavedResult): string {
  const { id, title, area, durationMs } = result
  const open = `    <testcase classname="${escaped(area)}" name="${escaped(`${id} ${title}`)}" time="${seconds(durationMs)}"`
  const inner = innerOf(result)
  return inner === '' ? `${open}/>` : `${open}>${inner}</testcase>`
}

/** A warning fails nobody's build, and is told on the output. */
function innerOf({ outcome, reason = '', expected, actual, curl }: SavedResult): string {
  const message = `message="${escaped(reason)}"`
  const details = [expected && `expected: ${expected}`, actual && `actual: ${actual}`, curl].filter(Boolean)
  const text = escaped(details.join('\n'))
  if (outcome === 'fail') return `<failure ${message}>${text}</failure>`
  if (outcome === 'error') return `<error ${message}>${text}</error>`
  if (outcome === 'skip' || outcome === 'omit') return `<skipped ${message}/>`
  return outcome === 'warn' ? `<system-out>${escaped(`warning: ${reason}`)}\n${text}</system-out>` : ''
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3)

/** What XML 1.0 cannot hold at all becomes U+FFFD. */
export function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

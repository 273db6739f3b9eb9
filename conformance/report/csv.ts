// The requirement matrix as CSV (RFC 4180): every requirement with where it is written and how it ended.

import type { Claim } from '../requirement.ts'
import type { SavedReport } from './saved.ts'

const columns = [
  'id',
  'level',
  'role',
  'area',
  'title',
  'source',
  'quote',
  'url',
  'assertions',
  'outcome',
  'reason',
  'expected',
  'actual',
  'duration_ms',
  'target',
  'started_at',
] as const

type Row = Readonly<Record<(typeof columns)[number], string>>

/** Those of the same side that were not asked for have the outcome `not run`, so that none is missing from the table. */
export function csvReport(report: SavedReport, suite: readonly Claim[]): string {
  const judged = new Set(report.results.map(({ id }) => id))
  const tested = new Set(report.results.map(({ role }) => role))
  const rows = [
    ...report.results.map((result) => rowOf(result, report, result)),
    ...suite
      .filter(({ id, role }) => !judged.has(id) && (tested.size === 0 || tested.has(role)))
      .map((requirement) => rowOf(requirement, report)),
  ]
  return [[...columns], ...rows.map((row) => columns.map((name) => row[name]))].map(lineOf).join('')
}

type Named = Pick<Claim, 'id' | 'level' | 'role' | 'area' | 'title' | 'statement' | 'assertions'>

function rowOf(
  { id, level, role, area, title, statement, assertions = [] }: Named,
  { target, startedAt }: SavedReport,
  ended?: SavedReport['results'][number],
): Row {
  return {
    ...{ id, level, role, area, title },
    ...statement,
    assertions: assertions.join(' '),
    outcome: ended?.outcome ?? 'not run',
    reason: ended?.reason ?? '',
    expected: ended?.expected ?? '',
    actual: ended?.actual ?? '',
    duration_ms: ended ? String(ended.durationMs) : '',
    target,
    started_at: startedAt,
  }
}

const lineOf = (fields: readonly string[]): string => `${fields.map(field).join(',')}\r\n`

/** Each in quotes. What a spreadsheet would take for a formula, also behind white space, gets an apostrophe (OWASP, CSV injection). */
function field(text: string): string {
  const safe = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('\u0000', '').replaceAll('"', '""')}"`
}

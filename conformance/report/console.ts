// The report for people: a tree on a terminal, one plain line for each test where the output is piped.

import { outcomes, type Outcome, type Result } from '../outcome.ts'
import type { SavedExchange, SavedReport, SavedResult } from './saved.ts'

export interface Screen {
  readonly isTerminal: boolean
  readonly hasColour: boolean
  write(text: string): void
}

const marks: Readonly<Record<Outcome, string>> = { pass: '✓', fail: '✗', warn: '!', skip: '→', omit: '·', error: '?' }
const colours: Readonly<Record<Outcome, number>> = { pass: 32, fail: 31, warn: 33, skip: 36, omit: 90, error: 35 }

const coloured = (text: string, outcome: Outcome, { hasColour }: Screen): string =>
  hasColour ? `\u001b[${colours[outcome]}m${text}\u001b[0m` : text

/** While it runs: one line that is written over and over, on a terminal only. */
export function progress(result: Result, done: number, all: number, screen: Screen): void {
  if (screen.isTerminal) screen.write(`\r\u001b[K${done}/${all} ${result.id} ${result.outcome}`)
}

export function consoleReport(report: SavedReport, screen: Screen): void {
  if (screen.isTerminal) screen.write('\r\u001b[K')
  const line = (text = '') => screen.write(`${text}\n`)
  if (report.unreachable === undefined) {
    if (screen.isTerminal) tree(report.results, screen)
    else for (const result of report.results) line(plain(result))
    for (const result of report.results) if (result.outcome !== 'pass' && result.outcome !== 'omit') details(result, screen)
  }
  line()
  for (const notice of report.notices) line(`note: ${printable(notice)}`)
  if (report.unreachable !== undefined) line(`The target could not be reached: ${printable(report.unreachable)}`)
  if (report.isInterrupted) line(`Interrupted: ${report.notRun.length} tests were not run; the report holds the others.`)
  const { counts } = report
  const words = outcomes
    .filter((outcome) => counts[outcome])
    .map((outcome) => coloured(`${counts[outcome]} ${outcome}`, outcome, screen))
  line(
    `${words.join(', ') || 'nothing run'} in ${(report.durationMs / 1000).toFixed(1)} s (${onOneLine(report.target)}, seed ${onOneLine(report.seed)})`,
  )
}

function tree(results: readonly SavedResult[], screen: Screen): void {
  for (const area of new Set(results.map((result) => result.area))) {
    screen.write(`${onOneLine(area)}\n`)
    for (const result of results.filter((one) => one.area === area)) {
      const mark = coloured(marks[result.outcome], result.outcome, screen)
      screen.write(`  ${mark} ${result.id} ${onOneLine(result.title)}${aside(result)}\n`)
    }
  }
}

const aside = ({ outcome, reason = '' }: SavedResult): string =>
  outcome === 'skip' || outcome === 'omit' ? ` (${outcome}: ${onOneLine(reason)})` : ''

const plain = ({ id, level, area, title, outcome, durationMs }: SavedResult): string =>
  [outcome.padEnd(5), id.padEnd(11), level.padEnd(6), onOneLine(`${area}: ${title}`), `${Math.round(durationMs)} ms`].join(' ')

/** What was expected, what came, where it is written, and how to do it again. */
function details(result: SavedResult, screen: Screen): void {
  const { id, level, title, outcome, statement, reason = '', expected, actual, exchanges = [] } = result
  const last = exchanges.at(-1)
  const lines = [
    '',
    `${coloured(outcome.toUpperCase(), outcome, screen)} ${id} (${level}) ${onOneLine(title)}`,
    `  ${onOneLine(reason)}`,
    ...(expected === undefined ? [] : [`  expected  ${onOneLine(expected)}`, `  actual    ${onOneLine(actual ?? '')}`]),
    ...(statement.quote !== '' && expected !== undefined
      ? [`  source    ${onOneLine(`“${statement.quote}” ${statement.source} ${statement.url}`)}`]
      : []),
    ...(last && expected !== undefined ? [`  last      ${summary(last)}`, `  again     ${printable(last.curl)}`] : []),
  ]
  screen.write(`${lines.join('\n')}\n`)
}

function summary({ method, url, status, responseBody = '', error }: SavedExchange): string {
  return printable(`${method} ${url} → ${error ?? (status || responseBody.slice(0, 80))}`)
}

/** What a server sends may hold codes that a terminal obeys: they are shown as signs for them. */
export const printable = (text: string): string =>
  text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, (sign) =>
    sign < ' ' ? String.fromCharCode(0x2400 + sign.charCodeAt(0)) : '\ufffd',
  )

/** What somebody wrote must not look like a line of ours. */
export const onOneLine = (text: string): string => printable(text.replaceAll(/[\s\p{Cf}\p{Zl}\p{Zp}]+/gu, ' '))

// The report as Markdown, for a build's summary page or a merge request: the verdict first, then what did not pass.

import { outcomes, type Outcome } from '../outcome.ts'
import { verdictOf } from '../verdict.ts'
import type { SavedReport, SavedResult } from './saved.ts'

/** Of what a page can hold; the JSON has all. */
const mostDetails = 100

export function markdownReport(report: SavedReport): string {
  const { target, startedAt, durationMs, seed, suite, counts, notices, results, notRun } = report
  const { word, sentence } = verdictOf(report)
  const open = results.filter(({ outcome }) => outcome === 'fail' || outcome === 'error' || outcome === 'warn')
  const waiting = results.filter(({ outcome }) => outcome === 'skip')
  const lines = [
    `## Home First conformance: ${word}`,
    '',
    sentence,
    '',
    `| ${outcomes.join(' | ')} | not run |`,
    `|${'---:|'.repeat(outcomes.length + 1)}`,
    `| ${outcomes.map((outcome) => counts[outcome]).join(' | ')} | ${notRun.length} |`,
    '',
    `- Target: ${code(target)}`,
    `- When: ${startedAt}, in ${(durationMs / 1000).toFixed(1)} s, seed ${code(seed)}`,
    ...(suite ? [`- Suite: ${suite.version}, ${suite.requirements} requirements, list ${code(suite.digest.slice(0, 16))}`] : []),
    ...notices.map((notice) => `- Note: ${plain(notice)}`),
    '',
    ...areaTable(results),
    ...open.slice(0, mostDetails).flatMap(details),
    ...(open.length > mostDetails ? [`…and ${open.length - mostDetails} more; the JSON report has all.`, ''] : []),
    ...(waiting.length > 0
      ? ['### Skipped', '', ...waiting.map(({ id, title, reason = '' }) => `- ${id} ${plain(title)}: ${plain(reason)}`), '']
      : []),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function areaTable(results: readonly SavedResult[]): readonly string[] {
  const rows = [...new Set(results.map(({ area }) => area))].map((area) => {
    const number = (outcome: Outcome) => results.filter((one) => one.area === area && one.outcome === outcome).length
    return `| ${plain(area)} | ${outcomes.map((outcome) => number(outcome) || '').join(' | ')} |`
  })
  return [`| area | ${outcomes.join(' | ')} |`, `|---|${'---:|'.repeat(outcomes.length)}`, ...rows, '']
}

function details({ id, level, title, outcome, reason = '', expected, actual, statement, curl }: SavedResult): readonly string[] {
  return [
    `### ${outcome} ${id} (${level}) ${plain(title)}`,
    '',
    plain(reason),
    '',
    ...(expected === undefined ? [] : [...block(`expected  ${expected}\nactual    ${actual ?? ''}`), '']),
    ...(statement.quote === ''
      ? []
      : [`> ${plain(statement.quote)}`, '>', `> ${plain(statement.source)}, ${address(statement.url)}`, '']),
    ...(curl === undefined ? [] : ['<details><summary>Send it again</summary>', '', ...block(curl, 'sh'), '', '</details>', '']),
  ]
}

/** What a server says is words, and neither markup nor a mention of somebody. */
export const plain = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>()#+!|~&]/g, '\\$&')
    .replaceAll(/@|(?<=https?):/g, (sign) => `${sign}\u200b`)

const address = (url: string): string => (/^https:\/\/[^\s<>]+$/.test(url) ? `<${url}>` : code(url))

export const code = (text: string): string => fenced(text.replaceAll(/\s+/g, ' '), 1, ' ')

function block(text: string, language = 'text'): readonly string[] {
  const fence = fenceFor(text, 3)
  return [`${fence}${language}`, text, fence]
}

function fenced(text: string, least: number, pad: string): string {
  const fence = fenceFor(text, least)
  return fence.length > 1 ? `${fence}${pad}${text}${pad}${fence}` : `${fence}${text}${fence}`
}

/** Longer than any that the text itself has. */
function fenceFor(text: string, least: number): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  return '`'.repeat(Math.max(least, longest + 1))
}

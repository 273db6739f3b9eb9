// The top of the HTML report: the verdict, the counts, who held what against whom and when, and the areas at a glance.

import { outcomes, type Outcome } from '../../outcome.ts'
import { verdictOf } from '../../verdict.ts'
import { countsOf } from '../counts.ts'
import { escaped } from '../junit.ts'
import type { SavedReport } from '../saved.ts'
import { marks } from './result.ts'

const words: Readonly<Record<string, string>> = { passed: 'Passed', failed: 'Failed', incomplete: 'Incomplete' }

export function summaryHtml(report: SavedReport): string {
  const { word, sentence } = verdictOf(report)
  const notices = [...(report.unreachable === undefined ? [] : [report.unreachable]), ...report.notices]
  return `<header class="verdict ${word}"><div class="page">
<p class="kicker">Home First conformance report</p>
<h1><span class="badge">${words[word]}</span></h1>
<p class="sentence">${escaped(sentence)}</p>
${barOf(report.counts, 'All results')}
<ul class="counts">${worstFirst
    .filter((outcome) => report.counts[outcome] > 0)
    .map(
      (outcome) =>
        `<li class="${outcome}"><b>${report.counts[outcome]}</b> <span><i aria-hidden="true">${marks[outcome]}</i> ${meanings[outcome]}</span></li>`,
    )
    .join('')}${report.notRun.length > 0 ? `<li><b>${report.notRun.length}</b> <span>not run</span></li>` : ''}</ul>
<dl class="facts">${factsOf(report)
    .map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`)
    .join('')}</dl>
${notices.length > 0 ? `<ul class="notices">${notices.map((notice) => `<li>${escaped(notice)}</li>`).join('')}</ul>` : ''}
</div></header>`
}

export const worstFirst = ['fail', 'error', 'warn', 'skip', 'pass', 'omit'] as const satisfies readonly Outcome[]

const meanings: Readonly<Record<Outcome, string>> = {
  error: 'could not be judged',
  fail: 'fail',
  skip: 'skipped',
  warn: 'warn',
  pass: 'pass',
  omit: 'not claimed',
}

function factsOf({
  target,
  ranBy,
  startedAt,
  durationMs,
  suite,
  seed,
  node,
}: SavedReport): readonly (readonly [string, string])[] {
  const list = suite ? ` · list <code title="${suite.digest}">${suite.digest.slice(0, 12)}</code>` : ''
  return [
    ['Target', `<code>${escaped(target)}</code>`],
    ...(ranBy === undefined ? [] : ([['Run by', escaped(ranBy)]] as const)),
    [
      'When',
      `<time datetime="${escaped(startedAt)}">${escaped(startedAt.slice(0, 16).replace('T', ' '))} UTC</time>, in ${(durationMs / 1000).toFixed(1)} s`,
    ],
    ['Suite', suite ? `${escaped(suite.version)} · ${suite.requirements} requirements${list}` : 'of an earlier version'],
    ['Seed', `<code>${escaped(seed)}</code> · Node ${escaped(node)}`],
  ]
}

export function areasHtml({ results }: SavedReport): string {
  const areas = [...new Set(results.map(({ area }) => area))]
  const rows = areas.map((area) => {
    const own = results.filter((one) => one.area === area)
    const counts = countsOf(own)
    const asked = own.length - counts.omit
    const bad = (['fail', 'error'] as const).filter((outcome) => counts[outcome] > 0)
    const told = bad.map((outcome) => `<b class="${outcome}">${counts[outcome]} ${marks[outcome]}</b>`)
    const figures = asked === 0 ? 'not claimed' : `${told.join('')}${counts.pass}/${asked}`
    return `<li><button type="button" class="area" data-area="${escaped(area)}"><span class="name">${escaped(area)}</span>${barOf(counts)}<span class="figures">${figures}</span></button></li>`
  })
  return `<section class="page areas" aria-labelledby="areas"><h2 id="areas">Areas <span class="aside">what passes, of what was asked</span></h2><ul>${rows.join('')}</ul></section>`
}

/** Widths as attributes, which a strict content security policy lets stand. */
function barOf(counts: Readonly<Record<Outcome, number>>, name?: string): string {
  const all = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0) || 1
  let x = 0
  const parts = inOrder.map((outcome) => {
    const width = (100 * counts[outcome]) / all
    const part = width > 0 ? `<rect class="${outcome}" x="${x.toFixed(3)}" width="${width.toFixed(3)}" height="1"/>` : ''
    x += width
    return part
  })
  const told = outcomes.filter((outcome) => counts[outcome] > 0).map((outcome) => `${counts[outcome]} ${outcome}`)
  const label = name === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${name}: ${told.join(', ')}"`
  return `<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" ${label}>${parts.join('')}</svg>`
}

const inOrder = ['pass', 'omit', 'skip', 'warn', 'error', 'fail'] as const satisfies readonly Outcome[]

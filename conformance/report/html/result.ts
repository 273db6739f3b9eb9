// One requirement in the HTML report: how it ended in a line, and behind it what was expected, what came, and where it is written.

import type { Outcome } from '../../outcome.ts'
import { hintFor } from '../hints.ts'
import { escaped } from '../junit.ts'
import type { SavedResult } from '../saved.ts'

export const marks: Readonly<Record<Outcome, string>> = { pass: '✓', fail: '✗', warn: '!', skip: '→', omit: '–', error: '?' }

/** What was said on the wire is drawn by the page's script when somebody opens it: it may be long. */
export function resultHtml(result: SavedResult): string {
  const { id, level, area, title, outcome, durationMs, exchanges = [] } = result
  return `<li class="result" data-outcome="${outcome}" data-level="${level}" data-area="${escaped(area)}">
<details id="${escaped(id)}" class="${outcome}"><summary><span class="mark" aria-hidden="true">${marks[outcome]}</span><span class="outcome">${outcome}</span><span class="id">${escaped(id)}</span><span class="title">${escaped(title)}</span><span class="level">${level}</span></summary>
<div class="body">
${foundHtml(result)}${requiredHtml(result)}${hintHtml(result)}${curlHtml(result)}${
    exchanges.length > 0
      ? `<div class="exchanges" data-of="${escaped(id)}"><h4>What was said <span class="aside">${exchanges.length} ${exchanges.length === 1 ? 'exchange' : 'exchanges'}, redacted</span></h4><noscript><p>The exchanges are drawn by a script, which is off. They are in the JSON at the end of this file.</p></noscript></div>\n`
      : ''
  }<p class="aside">${durationMs} ms · run it alone: <code>npm run conformance -- run --only ${escaped(id)} …</code></p>
</div></details></li>`
}

function foundHtml({ reason, expected, actual }: SavedResult): string {
  const step = expected === undefined ? '' : '<span class="aside">At</span> '
  const why = reason === undefined || reason === '' ? '' : `<p class="reason">${step}${escaped(reason)}</p>\n`
  if (expected === undefined) return why
  return `${why}<dl class="compare"><div class="expected"><dt>Expected</dt><dd><pre>${escaped(expected)}</pre></dd></div><div class="actual"><dt>Actual</dt><dd><pre>${escaped(actual ?? '')}</pre></dd></div></dl>\n`
}

function requiredHtml({ statement: { source, quote, url }, assertions = [] }: SavedResult): string {
  if (quote === '') return ''
  const where = /^https?:\/\/[^\s]+$/.test(url)
    ? `<a href="${escaped(url)}" rel="noreferrer">${escaped(source)}</a>`
    : `${escaped(source)}`
  const shows = assertions.length > 0 ? ` · shows ${escaped(assertions.join(', '))}` : ''
  return `<h4>What is required</h4><blockquote>${escaped(quote)}</blockquote><p class="source">${where}${shows}</p>\n`
}

function hintHtml(result: SavedResult): string {
  const hint = hintFor(result)
  return hint === undefined ? '' : `<h4>Where to look</h4><p class="hint">${escaped(hint)}</p>\n`
}

function curlHtml({ curl }: SavedResult): string {
  if (curl === undefined) return ''
  const helps = [
    ...(/\$(TOKEN|JWT)\b/.test(curl)
      ? ['<code>npm run conformance -- token ROLE</code> prints a token for <code>$TOKEN</code>.']
      : []),
    ...(curl.includes('$ASSERTION')
      ? ['<code>$ASSERTION</code> is to be signed anew, with the header and claims that are decoded below.']
      : []),
  ]
  const help = helps.length > 0 ? `<p class="aside">${helps.join(' ')}</p>` : ''
  return `<h4>Send it again</h4><div class="copied"><pre tabindex="0" role="group" aria-label="A curl line">${escaped(curl)}</pre></div>${help}\n`
}

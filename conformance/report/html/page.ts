// The report as one HTML file that opens from a disk: nothing is fetched, and nothing that a server answered is ever markup.

import { createHash } from 'node:crypto'
import { levels } from '../../requirement.ts'
import { verdictOf } from '../../verdict.ts'
import { escaped } from '../junit.ts'
import type { SavedReport } from '../saved.ts'
import { marks, resultHtml } from './result.ts'
import { page as script } from './script.js'
import { style } from './style.ts'
import { areasHtml, summaryHtml, worstFirst } from './summary.ts'

/** The page's own script and style are allowed by their digests, and nothing else is. */
export function htmlReport(report: SavedReport): string {
  const { word } = verdictOf(report)
  const code = `(${script.toString()})()`
  const policy = [
    "default-src 'none'",
    `script-src '${digestOf(code)}'`,
    `style-src '${digestOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${word} · Home First conformance of ${escaped(report.target)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip-link" href="#results">To the results</a>
${summaryHtml(report)}
<main>
${areasHtml(report)}
<section class="page" aria-labelledby="results">
<h2 id="results" tabindex="-1">Results</h2>
${toolbarHtml(report)}
${listHtml(report)}
${notRunHtml(report)}
</section>
</main>
<footer class="page"><p>This page holds the whole report and asks no network for anything. Tokens are shown as eight characters of their SHA-256, NHS numbers as their last three digits; the numbers in curl lines are test people’s of the 999 range. A report says what a run found; it is no certificate.</p></footer>
${helpHtml}
<script type="application/json" id="report">${jsonForHtml(report)}</script>
<script>${code}</script>
</body>
</html>
`
}

const digestOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`

/** No sign that HTML would heed is left in it, whatever a server answered; JSON reads it the same. */
export const jsonForHtml = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

function toolbarHtml({ counts, results }: SavedReport): string {
  const areas = [...new Set(results.map(({ area }) => area))]
  const buttons = worstFirst
    .filter((outcome) => counts[outcome] > 0)
    .map(
      (outcome) =>
        `<button type="button" class="pill ${outcome}" data-outcome="${outcome}" aria-pressed="false"><span aria-hidden="true">${marks[outcome]}</span> ${outcome} <b>${counts[outcome]}</b></button>`,
    )
  const options = (values: readonly string[]) => values.map((value) => `<option>${escaped(value)}</option>`).join('')
  return `<form class="toolbar" role="search" hidden>
<label class="field text"><span>Find</span><input id="find" type="search" placeholder="id, words, status …" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd></label>
<div class="pills" role="group" aria-label="Outcome">${buttons.join('')}</div>
<label class="field"><span>Level</span><select id="level"><option value="">any</option>${options(levels.filter((level) => results.some((one) => one.level === level)))}</select></label>
<label class="field"><span>Area</span><select id="area"><option value="">any</option>${options(areas)}</select></label>
<p class="shown"><span id="shown" role="status"></span> <button type="button" id="all" class="quiet">Show all</button> <button type="button" id="open" class="quiet">Open all shown</button> <button type="button" id="help" class="quiet">Keys <kbd>?</kbd></button></p>
</form>`
}

function listHtml({ results }: SavedReport): string {
  if (results.length === 0) return '<p>Nothing was run.</p>'
  return [...new Set(results.map(({ area }) => area))]
    .map(
      (area, i) => `<section class="group" aria-labelledby="group-${i}"><h3 id="group-${i}">${escaped(area)}</h3><ol>
${results
  .filter((one) => one.area === area)
  .map(resultHtml)
  .join('\n')}
</ol></section>`,
    )
    .join('\n')
}

function notRunHtml({ notRun }: SavedReport): string {
  if (notRun.length === 0) return ''
  return `<section class="not-run"><h3>Not run <span class="aside">${notRun.length}</span></h3><p>${notRun.map(escaped).join(' ')}</p></section>`
}

const helpHtml = `<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">Keys</h2><dl>
<div><dt><kbd>/</kbd></dt><dd>find</dd></div>
<div><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next and previous result</dd></div>
<div><dt><kbd>Enter</kbd></dt><dd>open and close it</dd></div>
<div><dt><kbd>Esc</kbd></dt><dd>leave what is open, clear what is typed</dd></div>
<div><dt><kbd>?</kbd></dt><dd>this list</dd></div></dl>
<form method="dialog"><button class="quiet">Close</button></form></dialog>`

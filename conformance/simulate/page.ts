// The verdicts as a page that keeps itself up to date: one file, no framework, readable without colour and by ear.

import { escaped } from '../report/junit.ts'
import type { SimulatorOptions } from './options.ts'
import { behaviours, happens, sentinels } from './sentinels.ts'
import type { Simulator } from './simulator.ts'

export function verdictPage(
  { base, tokenUrl, mllpPort, elsewhere }: Omit<Simulator, 'controlUrl'>,
  { packs, host }: SimulatorOptions,
): string {
  const addresses = [
    ['FHIR base', base],
    ['Token URL', tokenUrl],
    ...(mllpPort > 0 ? [['MLLP', `${host}:${mllpPort}`]] : []),
    ['The other host', elsewhere],
  ]
  const people = behaviours.filter((name) => packs.some((pack) => happens(name, pack)))
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Home First simulator</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Home First simulator</h1>
<p class="lead">A stand-in gateway for a sandbox. It watches your product and says what it saw. Nothing that comes is stored; only people of the 999 test range belong here.</p>
<p id="counts" role="status" aria-live="polite">Nothing seen yet.</p>
<ul id="wrong" aria-label="What is not right" hidden></ul>
<p><button id="reset" type="button">Begin anew</button> <a href="/report">Report as JSON, with the exchanges</a></p>
</header>
<main>
<section aria-labelledby="verdicts-title">
<h2 id="verdicts-title">Verdicts</h2>
<fieldset><legend>Show</legend>
${['fail', 'warn', 'not seen', 'pass'].map((outcome) => `<label><input type="checkbox" name="show" value="${outcome}" checked> ${outcome}</label>`).join('\n')}
</fieldset>
<div id="areas"><noscript>This page needs JavaScript; <a href="/verdicts">the verdicts as JSON</a> do not.</noscript></div>
</section>
<section aria-labelledby="people-title">
<h2 id="people-title">People, and what each brings about</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Table of people">
<table><thead><tr><th scope="col">NHS number</th><th scope="col">Name</th>${packs.map((pack) => `<th scope="col">${pack}</th>`).join('')}</tr></thead>
<tbody>${people.map((name) => `<tr><td><code>${sentinels[name].nhsNumber}</code></td><th scope="row">${name}</th>${packs.map((pack) => `<td>${escaped(happens(name, pack) ?? 'as accepted')}</td>`).join('')}</tr>`).join('\n')}</tbody></table>
</div>
</section>
<section aria-labelledby="addresses-title">
<h2 id="addresses-title">Addresses</h2>
<dl>${addresses.map(([name = '', value = '']) => `<dt>${name}</dt><dd><code>${escaped(value)}</code></dd>`).join('')}</dl>
</section>
</main>
<script>${script}</script>
</body>
</html>
`
}

const style = `
:root { color-scheme: light dark; --ink: #1d2329; --soft: #57606a; --paper: #fff; --line: #d0d7de; --tint: #f6f8fa; --fail: #b3261e; --warn: #7a5200; --pass: #1a7f37; --unseen: #57606a; --link: #0550ae; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9da7b1; --paper: #0f1419; --line: #30363d; --tint: #161b22; --fail: #ff8a80; --warn: #e3b341; --pass: #56d364; --unseen: #9da7b1; --link: #79b8ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 64rem; padding: 1.5rem 1rem 4rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; text-transform: uppercase; letter-spacing: .04em; color: var(--soft); }
.lead { max-width: 46rem; margin: 0 0 .75rem; }
#counts { font-weight: 600; font-size: 1.1rem; margin: .5rem 0; }
a { color: var(--link); }
button { font: inherit; padding: .3rem .8rem; border: 1px solid var(--soft); border-radius: .35rem; background: var(--tint); color: inherit; cursor: pointer; margin-right: .75rem; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
legend { float: left; margin-right: 1rem; padding: 0; color: var(--soft); }
ul { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
li { display: grid; grid-template-columns: 5.5rem 1fr; gap: 0 .75rem; padding: .5rem 0; border-bottom: 1px solid var(--line); }
li[hidden] { display: none; }
.outcome { font-weight: 700; }
.fail .outcome { color: var(--fail); } .warn .outcome { color: var(--warn); } .pass .outcome { color: var(--pass); } .unseen .outcome { color: var(--unseen); font-weight: 400; }
.title { font-weight: 600; }
.id, .reason, .source { color: var(--soft); font-size: .9rem; }
.more { margin: .25rem 0 0; color: var(--ink); } .more:empty, .pass .source, .unseen .source { display: none; }
#wrong { border: 0; margin: .5rem 0 1rem; } #wrong li { display: block; border: 0; padding: .1rem 0; } #wrong b { color: var(--fail); } #wrong .warn b { color: var(--warn); }
li:target { background: var(--tint); box-shadow: -.6rem 0 var(--tint), .6rem 0 var(--tint); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); }
td:first-child { white-space: nowrap; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; } dd { margin: 0; overflow-wrap: anywhere; } dt { color: var(--soft); }
@media (max-width: 34rem) { li { grid-template-columns: 1fr; } dl { grid-template-columns: 1fr; } }
`

/** Text only ever goes in as text: nothing that a product sends can become part of the page. */
const script = `
const marks = { pass: '✓ pass', fail: '✗ fail', warn: '! warn', 'not seen': '· not seen' }
const areas = document.getElementById('areas'), counts = document.getElementById('counts'), wrong = document.getElementById('wrong')
const rows = new Map()
const make = (tag, name, text = '') => Object.assign(document.createElement(tag), { className: name, textContent: text })
function rowOf(one) {
  const found = rows.get(one.id)
  if (found) return found
  const key = one.role + ' · ' + one.area
  let list = document.getElementById(key)
  if (!list) {
    const title = make('h3', '', key)
    title.id = key + ' title'
    list = make('ul', '')
    list.id = key
    list.setAttribute('aria-label', key)
    areas.append(title, list)
  }
  const row = make('li', '')
  row.id = one.id
  const outcome = make('span', 'outcome'), body = make('div', '')
  const head = make('div', 'title', one.title), id = make('div', 'id', one.id + ' · ' + one.level), reason = make('div', 'reason'), more = make('div', 'reason more')
  const source = make('div', 'source', '“' + one.statement.quote + '” ' + one.statement.source)
  body.append(head, id, reason, more, source)
  row.append(outcome, body)
  list.append(row)
  const made = { row, outcome, reason, more }
  rows.set(one.id, made)
  return made
}
const write = (node, text) => { if (node.textContent !== text) node.textContent = text }
function shown() { return new Set([...document.querySelectorAll('[name=show]:checked')].map((box) => box.value)) }
let last = []
function draw() {
  const show = shown()
  for (const one of last) {
    const { row, outcome, reason, more } = rowOf(one)
    row.className = one.outcome === 'not seen' ? 'unseen' : one.outcome
    row.hidden = !show.has(one.outcome)
    write(outcome, marks[one.outcome])
    write(reason, one.outcome === 'not seen' ? 'To be seen: ' + one.toSee : one.reason)
    write(more, one.expected === undefined ? '' : 'Expected: ' + one.expected + '. Seen: ' + one.actual + '.')
  }
  const bad = last.filter((one) => one.outcome === 'fail').concat(last.filter((one) => one.outcome === 'warn'))
  const key = bad.map((one) => one.id + one.outcome).join()
  if (wrong.dataset.key === key) return
  wrong.dataset.key = key
  wrong.hidden = bad.length === 0
  wrong.replaceChildren(...bad.map((one) => {
    const item = make('li', one.outcome), link = make('a', '', one.id)
    link.href = '#' + one.id
    item.append(make('b', '', marks[one.outcome] + ' '), link, ' ' + one.reason)
    return item
  }))
}
async function refresh() {
  try {
    const answer = await (await fetch('/verdicts')).json()
    last = answer.verdicts
    const { fail, warn, notSeen, pass } = answer.counts
    write(counts, fail + ' fail, ' + warn + ' warn, ' + notSeen + ' not seen yet, ' + pass + ' pass')
    document.title = (fail > 0 ? fail + ' fail · ' : '') + 'Home First simulator'
    draw()
  } catch { write(counts, 'The simulator does not answer: it has ended.') }
}
const events = new EventSource('/events')
events.onmessage = refresh
events.onerror = refresh
for (const box of document.querySelectorAll('[name=show]')) box.addEventListener('change', draw)
document.getElementById('reset').addEventListener('click', async () => { await fetch('/reset', { method: 'POST' }); await refresh() })
`

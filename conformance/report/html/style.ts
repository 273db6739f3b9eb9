// How the HTML report looks: system type, one column, colour only where something is to be seen, and a form for paper.

export const style = `
:root {
  color-scheme: light dark;
  --ink: #17202a; --soft: #55606c; --line: #d5dbe1; --paper: #fff; --ground: #f3f5f7; --well: #f3f5f7; --link: #0b57a4; --focus: #0b57a4;
  --fail: #b3261e; --fail-ground: #fdeceb; --warn: #855300; --warn-ground: #fff4dc; --error: #8b2f8f; --error-ground: #f8eaf8;
  --skip: #3f51a5; --skip-ground: #eceffa; --pass: #1a7535; --pass-ground: #e6f4ea; --omit: #5d6773; --omit-ground: #eceff2;
  --bar-pass: #3fa25f; --bar-fail: #d03a30; --bar-warn: #d9961a; --bar-error: #a94fae; --bar-skip: #7180cf; --bar-omit: #b9c1c9;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6eaee; --soft: #a3aeb9; --line: #343d47; --paper: #171c22; --ground: #0f1317; --well: #0f1317; --link: #7db7f5; --focus: #7db7f5;
    --fail: #ff9a92; --fail-ground: #3a1b1a; --warn: #f2c063; --warn-ground: #33280f; --error: #e3a2e6; --error-ground: #321c34;
    --skip: #adb9f7; --skip-ground: #20264a; --pass: #7fd49a; --pass-ground: #16301f; --omit: #a3aeb9; --omit-ground: #262d35;
    --bar-pass: #3f9d5c; --bar-fail: #e0574d; --bar-warn: #d39b32; --bar-error: #b765bb; --bar-skip: #7786d8; --bar-omit: #55606c;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 var(--sans); overflow-wrap: anywhere; }
.page { max-width: 76rem; margin: 0 auto; padding: 0 clamp(1rem, 3vw, 2rem); }
h1, h2, h3, h4, h5, p, ul, ol, dl, dd, blockquote, pre { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 650; margin: 2.25rem 0 .75rem; }
h3 { font-size: 1rem; font-weight: 650; margin: 1.75rem 0 .5rem; }
h4 { font-size: .875rem; font-weight: 650; margin: 1.25rem 0 .375rem; }
h5 { font-size: .8125rem; font-weight: 650; margin: 0 0 .25rem; }
a { color: var(--link); text-underline-offset: .15em; }
code, pre, .id, .headers { font-family: var(--mono); font-size: .8125rem; }
kbd { font: .75rem/1 var(--mono); border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 4px; padding: .125rem .3125rem; background: var(--paper); color: var(--soft); }
.aside { color: var(--soft); font-size: .8125rem; font-weight: 400; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
.skip-link { position: absolute; left: -100vw; top: 0; background: var(--paper); padding: .5rem 1rem; z-index: 3; }
.skip-link:focus { left: 0; }

.verdict { background: var(--paper); border-bottom: 1px solid var(--line); border-top: 6px solid var(--bar-omit); padding: clamp(1.25rem, 3vw, 2.25rem) 0 1.5rem; }
.verdict.passed { border-top-color: var(--bar-pass); } .verdict.failed { border-top-color: var(--bar-fail); } .verdict.incomplete { border-top-color: var(--bar-warn); }
.kicker { color: var(--soft); font-size: .875rem; }
h1 { font-size: clamp(2rem, 5vw, 2.75rem); line-height: 1.15; font-weight: 700; letter-spacing: -.02em; }
.passed h1 { color: var(--pass); } .failed h1 { color: var(--fail); } .incomplete h1 { color: var(--warn); }
.sentence { font-size: 1.125rem; max-width: 60ch; margin-top: .25rem; }
.bar { display: block; width: 100%; height: .5rem; border-radius: 3px; background: var(--omit-ground); }
.verdict .bar { height: .75rem; margin: 1.25rem 0 .75rem; }
.bar .pass { fill: var(--bar-pass); } .bar .fail { fill: var(--bar-fail); } .bar .warn { fill: var(--bar-warn); }
.bar .error { fill: var(--bar-error); } .bar .skip { fill: var(--bar-skip); } .bar .omit { fill: var(--bar-omit); }
.counts { display: flex; flex-wrap: wrap; gap: .25rem 1.75rem; }
.counts b { font-size: 1.375rem; font-weight: 650; font-variant-numeric: tabular-nums; } .counts i { font-style: normal; font-weight: 700; }
.counts .fail { color: var(--fail); } .counts .warn { color: var(--warn); } .counts .error { color: var(--error); }
.counts .skip { color: var(--skip); } .counts .pass { color: var(--pass); } .counts .omit { color: var(--omit); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), auto)); gap: .75rem 2rem; margin-top: 1.5rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
.facts dt { color: var(--soft); font-size: .8125rem; } .facts dd { font-size: .9375rem; }
.notices { margin-top: 1.25rem; } .notices li { background: var(--warn-ground); border-left: 4px solid var(--bar-warn); padding: .5rem .75rem; margin-top: .375rem; font-size: .9375rem; }

.areas ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); gap: 0 2rem; }
button { font: inherit; color: inherit; cursor: pointer; }
.area { display: grid; grid-template-columns: 6.75rem 1fr 7.25rem; align-items: center; gap: .75rem; width: 100%; min-height: 2rem; padding: .25rem .5rem; border: 0; border-radius: 5px; background: none; text-align: left; font-size: .875rem; }
.area:hover { background: var(--paper); } .area[aria-pressed=true] { background: var(--paper); box-shadow: inset 3px 0 var(--link); }
.area .figures { text-align: right; color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; } .area b { font-weight: 650; margin-right: .375rem; } .area .fail { color: var(--fail); } .area .error { color: var(--error); }

.toolbar { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; padding: .625rem 0; background: var(--ground); border-bottom: 1px solid var(--line); }
.toolbar[hidden] { display: none; }
.field { display: inline-flex; align-items: center; gap: .375rem; font-size: .875rem; color: var(--soft); }
.field > span { white-space: nowrap; }
.field.text { flex: 1 1 16rem; position: relative; } .field.text input { width: 100%; padding-right: 2rem; } .field.text kbd { position: absolute; right: .5rem; pointer-events: none; } .field.text input:focus + kbd { display: none; }
input, select { font: inherit; font-size: .9375rem; color: var(--ink); background: var(--paper); border: 1px solid #808a95; border-radius: 5px; padding: .25rem .5rem; min-height: 2.125rem; max-width: 100%; }
input::placeholder { color: var(--soft); opacity: 1; }
.pills { display: flex; flex-wrap: wrap; gap: .375rem; }
.pill { font-size: .875rem; line-height: 1.25; min-height: 2.125rem; padding: .25rem .625rem; border: 1px solid #808a95; border-radius: 1.0625rem; background: var(--paper); }
.pill b { font-variant-numeric: tabular-nums; margin-left: .125rem; }
.pill[aria-pressed=true] { font-weight: 600; border-color: currentColor; box-shadow: inset 0 0 0 1px currentColor; }
.pill.fail[aria-pressed=true] { background: var(--fail-ground); color: var(--fail); } .pill.warn[aria-pressed=true] { background: var(--warn-ground); color: var(--warn); }
.pill.error[aria-pressed=true] { background: var(--error-ground); color: var(--error); } .pill.skip[aria-pressed=true] { background: var(--skip-ground); color: var(--skip); }
.pill.pass[aria-pressed=true] { background: var(--pass-ground); color: var(--pass); } .pill.omit[aria-pressed=true] { background: var(--omit-ground); color: var(--omit); }
.shown { flex: 1 0 100%; font-size: .875rem; color: var(--soft); }
.quiet { border: 0; background: none; color: var(--link); padding: .25rem .375rem; min-height: 1.75rem; text-decoration: underline; text-underline-offset: .15em; font-size: .875rem; }

.group ol { border: 1px solid var(--line); border-radius: 8px; background: var(--paper); overflow: clip; }
.result + .result { border-top: 1px solid var(--line); }
.result[hidden], .group[hidden] { display: none; }
.result summary { cursor: pointer; }
.result > details > summary { display: grid; grid-template-columns: 1.5rem 3rem 7.25rem 1fr auto; gap: .5rem; align-items: baseline; padding: .5rem .875rem; list-style: none; }
.result > details > summary::-webkit-details-marker { display: none; }
.result > details > summary:hover { background: var(--well); }
.result > details > summary:focus-visible { outline-offset: -2px; border-radius: 8px; }
.result > details[open] > summary { border-bottom: 1px solid var(--line); } .result > details[open] .title { font-weight: 650; }
.mark { display: inline-grid; place-items: center; width: 1.375rem; height: 1.375rem; border-radius: 50%; font-weight: 700; font-size: .8125rem; line-height: 1; }
.outcome { font-size: .875rem; font-weight: 600; }
.fail > summary .mark { background: var(--fail-ground); } .fail > summary :is(.mark, .outcome) { color: var(--fail); }
.warn > summary .mark { background: var(--warn-ground); } .warn > summary :is(.mark, .outcome) { color: var(--warn); }
.error > summary .mark { background: var(--error-ground); } .error > summary :is(.mark, .outcome) { color: var(--error); }
.skip > summary .mark { background: var(--skip-ground); } .skip > summary :is(.mark, .outcome) { color: var(--skip); }
.pass > summary .mark { background: var(--pass-ground); } .pass > summary :is(.mark, .outcome) { color: var(--pass); }
.omit > summary .mark { background: var(--omit-ground); } .omit > summary :is(.mark, .outcome) { color: var(--omit); }
.result .id { color: var(--soft); white-space: nowrap; } .result .level { color: var(--soft); font-size: .75rem; letter-spacing: .03em; }
.body { padding: 1rem .875rem 1.125rem calc(.875rem + 2rem); }
.body > :first-child { margin-top: 0; } .reason { font-weight: 500; max-width: 75ch; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.45; max-height: 26rem; overflow-y: auto; }
.compare { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: .75rem; margin-top: .75rem; }
.compare > div { background: var(--well); border-left: 4px solid var(--bar-pass); border-radius: 4px; padding: .5rem .75rem; } .compare .actual { border-left-color: var(--bar-fail); }
.compare dt { font-size: .8125rem; color: var(--soft); }
blockquote { border-left: 3px solid var(--line); padding-left: .75rem; max-width: 75ch; } blockquote::before { content: "“"; } blockquote::after { content: "”"; }
.source { font-size: .875rem; color: var(--soft); padding-left: .9375rem; margin-top: .125rem; } .hint { max-width: 75ch; }
.copied { position: relative; } .copied pre { background: var(--well); border: 1px solid var(--line); border-radius: 5px; padding: .625rem 5rem .625rem .75rem; max-height: 12rem; }
.copied + .aside { margin-top: .375rem; }
.copy { position: absolute; top: .375rem; right: .375rem; font-size: .8125rem; min-height: 1.75rem; padding: .125rem .5rem; border: 1px solid #808a95; border-radius: 4px; background: var(--paper); }
.copy[hidden] { display: none; }
.body > .aside:last-child { margin-top: 1rem; }
.exchange { border: 1px solid var(--line); border-radius: 6px; margin-top: .5rem; overflow: clip; }
.exchange > summary { display: grid; grid-template-columns: 1.25rem auto 1fr auto auto; gap: .625rem; align-items: baseline; padding: .375rem .75rem; font: .8125rem/1.5 var(--mono); background: var(--well); list-style: none; }
.exchange > summary::-webkit-details-marker { display: none; } .exchange > summary:focus-visible { outline-offset: -2px; }
.exchange .number, .exchange .took { color: var(--soft); } .exchange .took { white-space: nowrap; } .method, .status { font-weight: 700; }
.s2 { color: var(--pass); } .s4 { color: var(--warn); } .s5 { color: var(--fail); }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
.side { padding: .625rem .75rem; min-width: 0; } 
.headers { margin-bottom: .5rem; } .headers div { display: flex; flex-wrap: wrap; gap: 0 .5rem; } .headers dt { color: var(--soft); } .headers dt::after { content: ":"; }
.side pre { background: var(--well); border-radius: 4px; padding: .5rem .625rem; }
.token { border-top: 1px solid var(--line); } .token h5 { padding: .5rem .75rem 0; margin: 0; }
.exchange > .copied { border-top: 1px solid var(--line); } .exchange > .copied pre { border: 0; border-radius: 0; background: none; }
.not-run p { font: .8125rem/1.7 var(--mono); color: var(--soft); }
footer { color: var(--soft); font-size: .8125rem; padding-top: 2rem !important; padding-bottom: 3rem !important; } footer p { max-width: 80ch; }
dialog { border: 1px solid var(--line); border-radius: 10px; background: var(--paper); color: var(--ink); padding: 1.25rem 1.5rem; min-width: min(22rem, 90vw); } dialog::backdrop { background: rgb(0 0 0 / .45); }
dialog h2 { margin: 0 0 .75rem; } dialog dl div { display: grid; grid-template-columns: 5rem 1fr; padding: .25rem 0; } dialog form { margin-top: .75rem; text-align: right; }

@media (min-width: 70rem) {
  html { scroll-padding-top: 7rem; } .toolbar { position: sticky; top: 0; z-index: 2; }
}
@media (max-width: 46rem) {
  .field { flex: 1 1 8rem; } .field select { flex: 1; min-width: 0; } .field.text { flex-basis: 100%; }
  .result > details > summary { grid-template-columns: 1.5rem auto 1fr auto; gap: .125rem .5rem; padding: .625rem .75rem; }
  .result .title { grid-column: 2 / -1; grid-row: 2; } .body { padding: .875rem .75rem; }
  .exchange > summary { grid-template-columns: auto auto 1fr auto; } .exchange .url { grid-column: 1 / -1; grid-row: 2; } .exchange .status { grid-column: 3; justify-self: end; }
  .copied pre { padding: 2.5rem .75rem .625rem; } .copied pre:has(+ [hidden]) { padding-top: .625rem; }
  .facts { gap: .625rem; }
}
@media print {
  :root { --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --ground: #fff; --well: #fff; --link: #000; }
  .toolbar, .skip-link, .copy, dialog, footer kbd { display: none !important; }
  body { font-size: 10pt; } pre { max-height: none !important; overflow: visible; }
  .verdict, .bar, .mark, .compare > div { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .result > details > summary { break-after: avoid; } h3, h4, h5 { break-after: avoid; } .group ol { overflow: visible; border-radius: 0; }
  .areas, .facts { break-inside: avoid; } a[href^=http]::after { content: " (" attr(href) ")"; font-size: .8em; }
}
`

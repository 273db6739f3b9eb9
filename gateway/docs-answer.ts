// The route table for readers: as OpenAPI for programs, as a page for people.

import type { Answer } from './handler.ts'
import { givenBy, mediaTypes, openApi, scopeWords } from './openapi.ts'
import { reasons } from './refusal.ts'
import type { Route } from './route.ts'

export function openApiAnswer(routes: readonly Route[], base: string): Answer {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-cache', 'access-control-allow-origin': '*' }
  return { status: 200, headers, body: once(routes, `openapi ${base}`, () => JSON.stringify(openApi(routes, base))) }
}

/** One page without a script, so that a browser may be told to run none. */
export function docsAnswer(routes: readonly Route[], base: string): Answer {
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    },
    body: once(routes, `page ${base}`, () => page(routes, base)),
  }
}

const made = new WeakMap<readonly Route[], Map<string, string>>()

/** Both take long to make and never change while a process runs; anybody may ask for them, and as often as they are let. */
function once(routes: readonly Route[], name: string, make: () => string): string {
  const known = made.get(routes) ?? new Map<string, string>()
  made.set(routes, known)
  const text = known.get(name) ?? make()
  known.set(name, text)
  return text
}

function page(routes: readonly Route[], base: string): string {
  const groups = Map.groupBy(routes, groupOf)
  const sections = groups.entries().map(([name, rows]) => `<h2 id="${escaped(name)}">${escaped(name)}</h2>${tableOf(rows)}`)
  const links = groups.keys().map((name) => `<a href="#${escaped(name)}">${escaped(name)}</a>`)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Home First Gateway: addresses</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
td, th { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #767676 }
code { white-space: nowrap }
nav a { margin-right: .8rem; display: inline-block }
</style>
<h1>Home First Gateway</h1>
<p>FHIR base: <code>${escaped(base)}</code>. The same for programs: <a href="/openapi.json">/openapi.json</a>;
what each type can do: <a href="/fhir/R4/metadata">the CapabilityStatement</a>.</p>
<nav>${[...links].join(' ')}</nav>
${[...sections].join('\n')}
<h2 id="refusals">Refusals</h2>
${refusals()}
</html>
`
}

const groupOf = ({ type, path }: Route): string => type ?? (path.startsWith('/fhir/') ? 'FHIR' : 'Besides FHIR')

function tableOf(rows: readonly Route[]): string {
  const cells = rows.map((route) => {
    const { method, path, summary, scope, takes, query = {}, headers = {} } = route
    const asked = [...Object.entries(query), ...Object.entries(headers)].map(
      ([name, says]) => `<code>${escaped(name)}</code> ${escaped(says)}`,
    )
    const bodies = [...(takes ? [`takes ${mediaTypes[takes].join(', ')}`] : []), `gives ${mediaTypes[givenBy(route)].join(', ')}`]
    return `<tr><td><code>${method}</code><td><code>${escaped(path)}</code><td>${escaped(summary)}<br>${[...bodies.map(escaped), ...asked].join('<br>')}<td>${escaped(scopeWords(scope))}`
  })
  return `<table><tr><th>method<th>address<th>what<th>scope${cells.join('\n')}</table>`
}

function refusals(): string {
  const rows = Object.entries(reasons).map(
    ([reason, [status, code, nhs]]) => `<tr><td>${status}<td>${escaped(reason)}<td><code>${code}</code><td><code>${nhs}</code>`,
  )
  return `<table><tr><th>status<th>reason<th>issue code<th>NHS code${rows.join('\n')}</table>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

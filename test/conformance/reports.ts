// Reports to write down in every way: one of a server that answers with everything that could break out of a page, and small ones.

import type { Outcome } from '../../conformance/outcome.ts'
import { jsonReport } from '../../conformance/report/json.ts'
import type { SavedReport } from '../../conformance/report/saved.ts'
import type { Report } from '../../conformance/run.ts'
import { suite } from '../../conformance/suite.ts'
import type { Exchange } from '../../conformance/wire/exchange.ts'

/** What would run, end a script, close an attribute, start a formula or mention somebody, were it taken for more than words. */
export const hostile = [
  '</script><script>globalThis.hacked = 1</script>',
  '<!--<script>',
  '<img src=x onerror="globalThis.hacked = 1">',
  `"><svg onload=globalThis.hacked=1> ' \` & ]]> \u2028 \u202e`,
  '=HYPERLINK("http://evil.example")',
  '\n```\n# a heading | a column | @everyone',
].join(' ')

export const signatureOf = 'c2lnbmF0dXJlLXRoYXQtb3BlbnMtZG9vcnM'
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const token = `${part({ alg: 'ES384', kid: 'k' })}.${part({ iss: 'me', exp: 1_800_000_000, nhs: 9_990_000_018, name: hostile })}.${signatureOf}`

const exchange: Exchange = {
  ask: {
    method: 'POST',
    url: `http://127.0.0.1:1/fhir/R4/Patient?identifier=9990000018&x=${encodeURIComponent(hostile)}`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/fhir+json', 'x-note': hostile },
    body: JSON.stringify({ resourceType: 'Patient', text: hostile }),
  },
  answer: {
    status: 500,
    headers: { 'content-type': 'text/html', 'x-echo': hostile },
    bytes: new Uint8Array(),
    text: `${hostile} access_token":"${token}"`,
    json: undefined,
  },
  startedAt: '2026-01-01T00:00:01.000Z',
  durationMs: 12.4,
}

const ends: readonly Outcome[] = ['fail', 'error', 'warn', 'skip', 'omit', 'pass']

export const run: Report = {
  target: 'http://127.0.0.1:1/fhir/R4',
  seed: 'seed-1',
  startedAt: '2026-01-01T00:00:00.000Z',
  durationMs: 1500,
  notices: [hostile],
  isInterrupted: false,
  notRun: [],
  results: suite.slice(0, ends.length).map(({ id, level, area, title }, i) => {
    const outcome = ends[i] ?? 'pass'
    const isFound = outcome === 'fail' || outcome === 'warn'
    return {
      ...{ id, level, area, title, outcome },
      durationMs: 3.6,
      exchanges: outcome === 'pass' ? [] : [exchange, { ...exchange, startedAt: '2026-01-01T00:00:02.000Z' }],
      ...(outcome !== 'pass' && { reason: hostile }),
      ...(isFound && { expected: `status 400 ${hostile}`, actual: `status 200 ${hostile}` }),
    }
  }),
}

export const saved: SavedReport = jsonReport(run, suite, 1)

/** Of the first requirements, ended so. */
export function ended(outcomes: readonly Outcome[], more: Partial<Report> = {}): SavedReport {
  const results = suite.slice(0, outcomes.length).map(({ id, level, area, title }, i) => {
    const outcome = outcomes[i] ?? 'pass'
    return { id, level, area, title, outcome, durationMs: 1, exchanges: [], ...(outcome !== 'pass' && { reason: `found ${i}` }) }
  })
  return jsonReport({ ...run, notices: [], results, ...more }, suite, 0)
}

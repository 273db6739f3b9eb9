// Every way of writing a report down: each in its format's own form, redacted, and deaf to what a server answers.

import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { hintFor } from '../../conformance/report/hints.ts'
import { reporters, type ReporterKind } from '../../conformance/report/reporters.ts'
import { readReport } from '../../conformance/report/saved.ts'
import { suite } from '../../conformance/suite.ts'
import { verdictOf } from '../../conformance/verdict.ts'
import { markOf, suiteVersion } from '../../conformance/version.ts'
import { wholeValidator } from '../../profiles/whole-validator.ts'
import { ended, hostile, saved, signatureOf } from './reports.ts'

const written = (kind: ReporterKind, report = saved): string => reporters[kind](report, suite)
const json = (kind: ReporterKind, report = saved) => JSON.parse(written(kind, report))

describe('every reporter', () => {
  it.each(Object.keys(reporters) as ReporterKind[])('keeps signatures and NHS numbers out of %s', (kind) => {
    // The numbers in curl lines are the runner's own inventions, without which the line would send something else.
    const beyondCurl = saved.results.reduce(
      (text, { curl }) => (curl === undefined ? text : text.replaceAll(/identifier=9990000018|identifier%3D9990000018/g, '')),
      written(kind),
    )
    expect(beyondCurl).not.toContain(signatureOf)
    expect(beyondCurl).not.toMatch(/999000001[08]/)
  })

  it.each(Object.keys(reporters) as ReporterKind[])('writes the same of a report that was kept as %s', (kind) => {
    const read = readReport(written('json'))
    if (!read.ok) throw new Error(read.faults.join())
    expect(written(kind, read.report)).toBe(written(kind))
  })

  it.each(Object.keys(reporters) as ReporterKind[])('has something to say of a run in which nothing was asked, as %s', (kind) => {
    const nothing = ended([], { unreachable: 'nothing listens there', notRun: suite.map(({ id }) => id) })
    expect(written(kind, nothing).length).toBeGreaterThan(20)
  })
})

describe('a kept report', () => {
  it.each([
    ['no JSON', '{', 'no valid JSON'],
    ['another thing', '{"resourceType":"Patient"}', '$.reportVersion is missing'],
    ['a later major version', JSON.stringify({ ...saved, reportVersion: '2.0' }), '$.reportVersion'],
    [
      'one whose counts are not its results’',
      JSON.stringify({ ...saved, counts: { ...saved.counts, fail: 0 } }),
      '$.counts: not what',
    ],
    ['begun at no time', JSON.stringify({ ...saved, startedAt: 'yesterday' }), '$.startedAt: an instant'],
    ['longer than a year', JSON.stringify({ ...saved, durationMs: 2 ** 52 }), '$.durationMs: at most'],
    ['an outcome that is none', written('json').replace('"outcome": "fail"', '"outcome": "fine"'), '$.results[0].outcome'],
  ])('that is %s is refused, with the place', (_, text, fault) => {
    const read = readReport(text)
    expect(read.ok ? '' : read.faults.join('\n')).toContain(fault)
  })

  it('of a later 1.x is read, with what is new in it passed over', () => {
    expect(readReport(JSON.stringify({ ...saved, reportVersion: '1.9', news: [1] }))).toMatchObject({ ok: true })
  })
})

describe('the console', () => {
  it('obeys no code of a report that was kept by somebody else', () => {
    const codes = '\u001b[2J\u0007\u202e'
    const results = saved.results.map((one) => ({
      ...one,
      title: codes,
      area: codes,
      statement: { source: codes, quote: codes, url: codes },
    }))
    const wild = { ...saved, target: codes, seed: codes, results }
    expect(written('console', wild)).not.toMatch(/[\u001b\u0007]/)
  })
})

describe('a verdict', () => {
  it.each([
    ['passed', '3 of 3 tests pass.', ended(['pass', 'pass', 'pass'])],
    ['passed', '1 of 3 tests passes; 1 recommendation is not followed; 1 left out', ended(['pass', 'warn', 'omit'])],
    ['failed', '1 of 3 tests fails; 1 test ended in an error', ended(['pass', 'fail', 'error'])],
    ['incomplete', 'Nothing fails, but 1 test ended in an error', ended(['pass', 'error'])],
    ['incomplete', 'Nothing fails, but 1 that is required was skipped', ended(['skip', 'pass'])],
    ['incomplete', 'Nothing fails, but 1 test was not run', ended(['pass'], { isInterrupted: true, notRun: ['HF-TOK-001'] })],
    ['incomplete', 'Nothing fails, but nothing passes either', ended(['omit', 'omit'])],
    ['incomplete', 'could not be reached', ended(['error'], { unreachable: 'gone' })],
  ])('%s: %s', (word, sentence, report) => {
    expect(verdictOf(report)).toMatchObject({ word, isWhole: false })
    expect(verdictOf(report).sentence).toContain(sentence)
  })

  it('is whole only where all of the suite was asked for', () => {
    const all = ended(suite.map(() => 'pass'))
    expect(verdictOf(all)).toEqual({ word: 'passed', sentence: `${suite.length} of ${suite.length} tests pass.`, isWhole: true })
    const { suite: _, ...ofVersion10 } = all
    expect(verdictOf(ofVersion10).isWhole).toBe(false)
  })
})

describe('the mark of the suite', () => {
  it('has the version of the package, and changes with a requirement’s words', () => {
    expect(suiteVersion).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
    const [first, ...others] = suite
    if (!first) throw new Error('no requirement')
    const reworded = [{ ...first, title: `${first.title}!` }, ...others]
    expect(markOf(suite).digest).toBe(markOf(suite.toReversed()).digest)
    expect(markOf(reworded).digest).not.toBe(markOf(suite).digest)
  })
})

describe('CTRF', () => {
  // ctrf-io/ctrf, schema/ctrf.schema.json: what a test and a summary may hold, restated.
  const summary = [
    'tests',
    'passed',
    'failed',
    'skipped',
    'pending',
    'other',
    'flaky',
    'suites',
    'start',
    'stop',
    'duration',
    'extra',
  ]
  const test = [
    'id',
    'name',
    'status',
    'duration',
    'start',
    'stop',
    'suite',
    'message',
    'trace',
    'rawStatus',
    'tags',
    'type',
    'extra',
  ]

  it('has its members and no others, and counts that add up', () => {
    const report = json('ctrf', { ...saved, notRun: ['HF-XML-001'] })
    expect(report).toMatchObject({ reportFormat: 'CTRF', specVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/) })
    const { results } = report
    expect(Object.keys(results.summary).filter((name) => !summary.includes(name))).toEqual([])
    expect(results.tests.flatMap((one: object) => Object.keys(one).filter((name) => !test.includes(name)))).toEqual([])
    expect(results.summary).toMatchObject({ tests: 7, passed: 2, failed: 1, skipped: 2, other: 1, pending: 1 })
    expect(results.tests.map(({ rawStatus, status }: Record<string, string>) => `${rawStatus} ${status}`)).toEqual([
      'fail failed',
      'error other',
      'warn passed',
      'skip skipped',
      'omit skipped',
      'pass passed',
      'not run pending',
    ])
    for (const { id, duration } of results.tests) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(Number.isInteger(duration)).toBe(true)
    }
  })
})

describe('HAR', () => {
  it('has an entry for each exchange, on the page of its requirement, in the form of 1.2', () => {
    const { log } = json('har')
    expect(log.version).toBe('1.2')
    expect(log.entries).toHaveLength(10)
    expect(new Set(log.entries.map((entry: { pageref: string }) => entry.pageref))).toEqual(
      new Set(log.pages.map((page: { id: string }) => page.id)),
    )
    for (const { startedDateTime, time, request, response, timings, cache } of log.entries) {
      expect(Date.parse(startedDateTime)).toBeGreaterThan(Date.parse(saved.startedAt))
      expect(time).toBe(timings.send + timings.wait + timings.receive)
      expect(cache).toEqual({})
      for (const name of ['method', 'url', 'httpVersion', 'cookies', 'headers', 'queryString', 'headersSize', 'bodySize'])
        expect(request).toHaveProperty(name)
      for (const name of [
        'status',
        'statusText',
        'httpVersion',
        'cookies',
        'headers',
        'content',
        'redirectURL',
        'headersSize',
        'bodySize',
      ])
        expect(response).toHaveProperty(name)
      expect(request.headers).toContainEqual({
        name: 'authorization',
        value: expect.stringMatching(/^Bearer sha256:[0-9a-f]{8}$/),
      })
      expect(request.queryString).toContainEqual({ name: 'identifier', value: '…018' })
    }
  })
})

describe('TestReport', () => {
  it.each([
    ['with every outcome', saved, 'fail'],
    ['that passed', ended(['pass', 'warn']), 'pass'],
    ['that was interrupted', ended(['pass'], { isInterrupted: true, notRun: ['HF-TOK-001'] }), 'pending'],
    ['in which nothing was run', ended([], { isInterrupted: true }), 'pending'],
  ])('of a run %s is right by our own validator', (_, report, result) => {
    const resource = json('testreport', report)
    expect(
      wholeValidator()
        .validate(resource, {})
        .filter(({ severity }) => severity !== 'information'),
    ).toEqual([])
    expect(resource.result).toBe(result)
  })

  it('asserts once for each requirement, behind what was said', () => {
    const { test, score } = json('testreport')
    expect(test.map(({ action }: { action: { assert?: { result: string } }[] }) => action.at(-1)?.assert?.result)).toEqual([
      'fail',
      'error',
      'warning',
      'skip',
      'skip',
      'pass',
    ])
    expect(test[0].action).toHaveLength(3)
    expect(score).toBe(66.67)
  })
})

describe('CSV', () => {
  const rows = (text: string): Record<string, string>[] => parse(text, { columns: true, record_delimiter: '\r\n' })

  it('has a row for every requirement of the suite, asked for or not', () => {
    const read = rows(written('csv'))
    expect(read.map(({ id }) => id)).toEqual(suite.map(({ id }) => id))
    expect(read[0]).toMatchObject({
      outcome: 'fail',
      level: 'MUST',
      source: suite[0]?.statement.source,
      started_at: saved.startedAt,
    })
    expect(read.filter(({ outcome }) => outcome === 'not run')).toHaveLength(suite.length - 6)
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n+1', '＝1'])('takes the formula out of %j', (text) => {
    const [row] = rows(written('csv', { ...saved, results: saved.results.map((one) => ({ ...one, reason: text })) }))
    expect(row?.['reason']).toBe(`'${text}`)
  })

  it('gives back whatever was in a field, also commas, quotes and lines', () => {
    const text = 'a,"b"\r\nc;d'
    const [row] = rows(written('csv', { ...saved, results: saved.results.map((one) => ({ ...one, actual: text })) }))
    expect(row?.['actual']).toBe(text)
  })
})

describe('Markdown', () => {
  const text = written('markdown')

  it('begins with the verdict and holds what did not pass', () => {
    expect(text).toMatch(/^## Home First conformance: failed\n\n1 of 6 tests fails/)
    expect(text.match(/^### \w+ HF-/gm)).toHaveLength(3)
  })

  it('lets no server write markup: neither tags, tables, headings, mentions nor the end of a block', () => {
    const fences = [...text.matchAll(/^(`{3,})(\w*)\n([\s\S]*?)\n\1$/gm)]
    expect(fences.length).toBeGreaterThan(2)
    const beyond = fences.reduce((rest, [block]) => rest.replace(block, ''), text)
    expect(beyond.replaceAll(/<\/?(details|summary)>|<https:[^>]*>/g, '')).not.toMatch(/(?<!\\)<|@everyone|^# /m)
    expect(beyond).toContain('\\<img src=x')
  })
})

describe('the badge', () => {
  it.each([
    [saved, '1 of 6 fail', '#b3261e'],
    [ended(suite.map(() => 'pass')), `${suite.length} of ${suite.length} pass`, '#1a7f37'],
    [ended(['pass']), `1 of 1 pass (of ${suite.length})`, '#1a7f37'],
    [ended(['pass', 'error']), 'incomplete, 1 of 2 pass', '#7a5200'],
  ])('is SVG that says its verdict aloud', (report, words, colour) => {
    const svg = written('badge', report)
    const labels: string[] = []
    const parser = new SaxesParser()
    parser.on(
      'opentag',
      ({ name, attributes }) => name === 'svg' && labels.push(String(attributes['role']), String(attributes['aria-label'])),
    )
    parser.on('error', (error) => {
      throw error
    })
    parser.write(svg).close()
    expect(labels).toEqual(['img', expect.stringContaining(words)])
    expect(svg).toContain(`fill="${colour}"`)
    expect(json('shields', report)).toMatchObject({
      schemaVersion: 1,
      message: expect.stringContaining(words),
      color: colour.slice(1),
    })
  })
})

describe('hints', () => {
  it('are given for all that did not pass, and name the likeliest place', () => {
    expect(saved.results.map((one) => hintFor(one) !== undefined)).toEqual([true, true, true, true, true, false])
    const seen = (expected: string, actual: string, area = 'create') => hintFor({ ...saved.results[0]!, area, expected, actual })
    expect(seen('status 201', 'status 401')).toMatch(/did not accept who was asking/)
    expect(seen('status 201', 'status 403 (no)')).toMatch(/scopes/)
    expect(seen('status 400 or 422', 'status 201')).toMatch(/accepted what it must refuse/)
    expect(seen('status 400 or 422', 'status 404')).toMatch(/another status/)
    expect(seen('status 404', 'status 200', 'access')).toMatch(/no right to it/)
    expect(seen('status 400 or 401', 'status 200', 'token')).toMatch(/Every claim/)
    expect(seen('status 200', 'status 503')).toMatch(/Its log/)
    expect(seen('ETag: W/', 'no such header')).toMatch(/header/)
  })

  it('say nothing that a server could have written', () => {
    expect(saved.results.map(hintFor).join()).not.toContain(hostile)
  })
})

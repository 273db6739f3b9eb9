// Two kept runs side by side: what got worse, better, what is new and gone, and the exit code that a build goes by.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { compare, isWorse } from '../../conformance/compare.ts'
import { exitCodeOf } from '../../conformance/exit.ts'
import { outcomes, type Outcome } from '../../conformance/outcome.ts'
import type { SavedReport } from '../../conformance/report/saved.ts'
import { conformance } from './command.ts'
import { said } from './said.ts'
import { ended, hostile, run, saved } from './reports.ts'

const folder = mkdtempSync(join(tmpdir(), 'home-first-compare-'))
afterAll(() => rmSync(folder, { recursive: true }))

function kept(name: string, report: SavedReport): string {
  const path = join(folder, `${name}.json`)
  writeFileSync(path, JSON.stringify(report))
  return path
}

const ids = (changes: readonly { readonly id: string }[]): readonly string[] => changes.map(({ id }) => id)
const id = (report: SavedReport, place: number): string => report.results[place]?.id ?? ''

describe('an outcome', () => {
  it('is worse than another by one order, which both `compare` and `run --baseline` go by', () => {
    const order: readonly Outcome[] = ['fail', 'error', 'skip', 'warn', 'omit', 'pass']
    for (const before of outcomes)
      for (const after of outcomes) {
        const worse = order.indexOf(after) < order.indexOf(before)
        expect(isWorse(after, before)).toBe(worse)
        if (after === 'fail' || after === 'error') continue
        const report = { ...run, results: [{ ...run.results[0]!, outcome: after }] }
        const baseline = new Map([[run.results[0]!.id, before]])
        expect(exitCodeOf(report, { strictSkips: false, baseline })).toBe(worse ? 5 : 0)
      }
  })
})

describe('a comparison', () => {
  it('sorts every requirement into one place', () => {
    const before = ended(['pass', 'fail', 'warn', 'pass', 'fail'])
    const after = { ...ended(['fail', 'pass', 'warn', 'pass', 'fail', 'pass']), results: [] as SavedReport['results'] }
    const { results } = ended(['fail', 'pass', 'warn', 'pass', 'fail', 'pass'])
    const now = {
      ...after,
      results: results.filter((_, i) => i !== 3).map((one, i) => (i === 3 ? { ...one, reason: 'elsewhere' } : one)),
    }
    const found = compare(before, now)
    expect(ids(found.worse)).toEqual([id(before, 0)])
    expect(ids(found.better)).toEqual([id(before, 1)])
    expect(ids(found.gone)).toEqual([id(before, 3)])
    expect(ids(found.otherwise)).toEqual([id(before, 4)])
    expect(ids(found.added)).toEqual([results[5]?.id])
    expect(found.same).toBe(1)
    expect(found.worse[0]).toMatchObject({ before: 'pass', after: 'fail', reason: 'found 0' })
  })

  it('takes other ids, dates and numbers of the same fault for the same, and another status for another', () => {
    const told = (reason: string) => {
      const report = ended(['fail'])
      return { ...report, results: report.results.map((one) => ({ ...one, reason })) }
    }
    const one = told('Task conf-abc of 2026-01-01T00:00:00Z, 0b6c0f3e-1111-4222-8333-444455556666, 17 entries, status 200')
    expect(
      compare(one, told('Task conf-xyz of 2027-02-03, 0b6c0f3e-1111-4222-8333-999955556666, 4 entries, status 200')).same,
    ).toBe(1)
    expect(
      compare(one, told('Task conf-abc of 2026-01-01T00:00:00Z, 0b6c0f3e-1111-4222-8333-444455556666, 17 entries, status 404'))
        .otherwise,
    ).toHaveLength(1)
  })

  it('says where two runs are not alike', () => {
    const { suite: _, ...old } = saved
    const other = {
      ...saved,
      target: 'http://other',
      isInterrupted: true,
      notRun: ['HF-XML-001'],
      startedAt: '2025-01-01T00:00:00Z',
    }
    const { notices } = compare(old, other)
    expect(notices.join('\n')).toMatch(/other targets[\s\S]*other lists[\s\S]*interrupted[\s\S]*older/)
    expect(compare(saved, saved).notices).toEqual([])
  })
})

describe('the command', () => {
  const good = kept('good', ended(['pass', 'warn', 'pass']))
  const bad = kept('bad', ended(['fail', 'error', 'pass']))
  const wild = kept('wild', saved)
  const less = kept('less', ended(['pass', 'warn']))

  it('ends with 5 when something got worse, and says what, in text, JSON and Markdown at once', async () => {
    const [json, markdown] = [join(folder, 'c.json'), join(folder, 'c.md')]
    const reporters = ['console', `json=${json}`, `markdown=${markdown}`].flatMap((one) => ['--reporter', one])
    const { code, out } = await said('compare', good, wild, ...reporters)
    expect(code).toBe(5)
    expect(out).not.toMatch(/[\u0000-\u0009\u202e]/)
    expect(out).toMatch(/^worse \(3\)\n {2}pass → fail .*\n {2}warn → error .*\n {2}pass → warn .*\nnew \(3\)\n/)
    expect(out).toMatch(/\n3 worse, 0 as bad, in another way, 0 gone, 3 new, 0 better, 0 the same\n$/)
    expect(JSON.parse(readFileSync(json, 'utf8')).worse).toHaveLength(3)
    const page = readFileSync(markdown, 'utf8')
    expect(page).toMatch(/^## Home First conformance: worse than the baseline/)
    expect(page).not.toContain(hostile)
    expect(page.split('\n').filter((line) => line.startsWith('| pass → '))).toHaveLength(2)
  })

  it('ends with 0 when nothing did, and strictly with 4 when something required is gone', async () => {
    const answers = await Promise.all([
      said('compare', bad, good),
      said('compare', good, good),
      said('compare', good, less),
      said('compare', good, less, '--strict-skips'),
    ])
    expect(answers.map(({ code }) => code)).toEqual([0, 0, 0, 4])
    expect(answers[2]?.out).toContain('gone (1)')
  })

  it('is one of the command line’s, as are sign, verify and report', async () => {
    const answers = await Promise.all(['compare', 'report', 'sign', 'verify'].map((command) => conformance(command)))
    expect(answers.map(({ code, out }) => `${code} ${out.split(' ')[0]}`)).toEqual([
      '2 compare',
      '2 report',
      '2 sign',
      '2 verify',
    ])
  }, 120_000)

  it('says what is wrong with how it was called', async () => {
    const text = kept('text', saved)
    writeFileSync(text, '{"a":1}')
    const answers = await Promise.all([
      said('compare', good),
      said('compare', good, join(folder, 'none.json')),
      said('compare', text, good),
      said('compare', good, good, '--reporter', 'html'),
      said('compare', good, good, '--reporter', `json=${folder}/no/such/x`),
    ])
    expect(answers.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2])
    expect(answers.map(({ out }) => out.split('\n')[0])).toEqual([
      'compare BASELINE RUN: the JSON reports of two runs',
      expect.stringContaining('none.json: cannot be read'),
      expect.stringContaining('text.json: no JSON report of a run'),
      'compare: --reporter is one of console, json, markdown',
      expect.stringContaining('cannot be written'),
    ])
  })

  it('writes a kept run down anew, in as many ways as are asked for', async () => {
    const [html, csv] = [join(folder, 'r.html'), join(folder, 'r.csv')]
    const { code, out } = await conformance(
      'report',
      bad,
      '--reporter',
      `html=${html}`,
      '--reporter',
      `csv=${csv}`,
      '--reporter',
      'shields',
    )
    expect({ code, out: JSON.parse(out).label }).toEqual({ code: 0, out: 'Home First conformance' })
    expect(readFileSync(html, 'utf8')).toMatch(/^<!doctype html>/)
    expect(readFileSync(csv, 'utf8')).toContain('"HF-DSC-001"')
    expect((await said('report')).code).toBe(2)
    expect((await said('report', text)).code).toBe(2)
  })
  const text = join(folder, 'text.json')
})

// The bench runs from end to end, and its baselines work on the same bytes and rows. No time is asserted.

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { endAll } from '../faults/gateway.ts'
import { person } from '../faults/people.ts'
import { bench, type Run } from './bench.ts'
import { measures } from './measures.ts'
import { medianOf, ratioOf } from './pairs.ts'
import { driftOf, reportOf, type Report } from './report.ts'
import { rowsFor, type TableRows } from './rows.ts'
import { scales } from './scale.ts'
import { tableOf } from './table.ts'

const pgUrl = inject('pgUrl')
const databases = ['sqlite', ...(pgUrl ? ['postgres'] : [])]
let run: Run
let report: Report

beforeAll(async () => {
  run = await bench({ scale: scales.tiny, pgUrl, say: () => undefined })
  report = reportOf(run, scales.tiny, 1)
}, 120_000)
afterAll(endAll)

describe('a tiny run', () => {
  it('takes every measure of every database beside its baseline, each answered as a good request is', () => {
    const taken = run.slices.map(({ measure, side }) => `${measure} ${side}`).toSorted()
    const expected = measures.flatMap(({ name }) => ['bare', ...databases].map((side) => `${name} ${side}`))
    expect(taken).toEqual(expected.toSorted())
    expect(run.slices.every(({ load }) => load.failed === 0 && load.requests > 0)).toBe(true)
  })

  it('gives the bare server the same requests: it parsed every byte that was sent to it', () => {
    expect(run.bareBytes.parsed).toBe(run.bareBytes.sent)
    for (const measure of ['message', 'a01', 'a08', 'mllp']) {
      const perRequest = run.slices.filter((one) => one.measure === measure).map(({ load }) => load.sentBytes / load.requests)
      // Names and numbers of people differ by a letter at most.
      expect(Math.max(...perRequest) - Math.min(...perRequest), measure).toBeLessThan(10)
    }
  })

  it('lets the bare server answer what the gateway answers', () => {
    expect(Object.keys(run.answers).toSorted()).toEqual(['chained', 'read', 'search1', 'search20'])
    for (const [name, { gateway, bare }] of Object.entries(run.answers)) {
      expect(bare, name).toBe(gateway)
      expect(gateway.length, name).toBeGreaterThan(500)
    }
    expect(JSON.parse(run.answers['search20']?.gateway ?? '')).toMatchObject({ entry: { length: scales.tiny.requested } })
  })

  it('sends a message of 8 to 12 KB, whose rows in the store it counts and gives to raw SQLite', () => {
    expect(run.messageBytes).toBeGreaterThan(8_000)
    expect(run.messageBytes).toBeLessThan(12_000)
    // What its sender wrote, and what the gateway did because of it.
    expect(run.rows.message).toMatchObject({ message: 1, audit: 2, claim: expect.any(Number) as number })
    expect(run.rows.message['version']).toBeGreaterThanOrEqual(6)
    expect(run.rows.message['search_index']).toBeGreaterThan(20)
    expect(run.rows.read).toEqual({ audit: 1, audit_what: 1 })
    expect(run.raw.length).toBeGreaterThan(0)
    expect(run.raw.every(({ cost: { count, seconds, cpuSeconds } }) => count > 0 && seconds > 0 && cpuSeconds > 0)).toBe(true)
  })

  it('lets all validators work on the same valid resources, six of some 2 KB and a message of 8 to 12', () => {
    const [six, message] = run.contests
    expect([(six?.bytes ?? 0) / 6 > 1_500, (six?.bytes ?? 0) / 6 < 3_000]).toEqual([true, true])
    expect([(message?.bytes ?? 0) > 8_000, (message?.bytes ?? 0) < 12_000]).toEqual([true, true])
    expect(six?.refusedBy).toEqual([])
    for (const { cpuUs, refusedBy } of run.contests) {
      expect([...Object.keys(cpuUs), ...refusedBy].toSorted()).toEqual(
        ['fast', 'fast, profile', 'medplum', 'medplum, profile', 'parse'].toSorted(),
      )
      // Blocks before and after the rounds, the same number for everybody.
      expect(new Set(Object.values(cpuUs).map(({ length }) => length))).toEqual(new Set([scales.tiny.blocks * 2]))
      expect(
        Object.values(cpuUs)
          .flat()
          .every((cost) => cost > 0),
      ).toBe(true)
    }
  })

  it('measures the token beside the intake that it opens, and the access join beside the search', () => {
    const { cpuUs, journeys } = run.guards ?? { cpuUs: {}, journeys: 0 }
    expect([journeys, Object.keys(cpuUs).length]).toEqual([scales.tiny.guards.journeys, 6])
    for (const costs of Object.values(cpuUs)) {
      expect(costs).toHaveLength(scales.tiny.guards.rounds)
      expect(costs.every((cost) => cost > 0)).toBe(true)
    }
    expect(Object.keys(report.ratios).filter((name) => name.startsWith('guards'))).toHaveLength(3)
  })

  it('counts what stands in each store', () => {
    expect(run.stores.map(({ database }) => database)).toEqual(databases)
    for (const { before, after } of run.stores) {
      expect(before.journeys).toBeGreaterThanOrEqual(scales.tiny.journeys)
      expect(after.people).toBeGreaterThan(before.people)
      expect(after.audits).toBeGreaterThan(before.audits)
    }
  })

  it('is told as a table that names every measure, database and baseline', () => {
    const text = tableOf(report)
    for (const { title } of measures) expect(text).toContain(title)
    for (const words of [
      'raw SQLite',
      'JSON.parse',
      '@medplum/core',
      'profiles/validation.ts',
      'index rows',
      'Patients',
      process.version,
      ...databases,
    ])
      expect(text).toContain(words)
  })
})

describe('the figures', () => {
  it('are medians', () => {
    expect([medianOf([3, 1, 2]), medianOf([4, 1, 2, 3]), medianOf([])]).toEqual([2, 2.5, 0])
  })

  it('are ratios of pairs that a bad round does not move, and say how well they are known', () => {
    const steady = Array.from({ length: 11 }, (_, i) => [2 + (i - 5) / 100, 1] as const)
    expect(ratioOf(steady)).toMatchObject({ value: expect.closeTo(2, 2) as number, pairs: 11 })
    expect(ratioOf([...steady, [40, 1], [0.01, 1]]).value).toBeCloseTo(2, 1)
    expect(ratioOf(steady).error).toBeLessThan(0.01)
    const wild = steady.map(([above, below], i) => [above * (i % 2 === 0 ? 2 : 0.5), below] as const)
    expect(ratioOf(wild).error).toBeGreaterThan(0.1)
    // As one pair is turned round, so is the ratio.
    expect(ratioOf(steady.map(([above, below]) => [below, above])).value).toBeCloseTo(0.5, 2)
    expect(ratioOf([[1, 1]]).error).toBe(Number.POSITIVE_INFINITY)
    expect(ratioOf([])).toMatchObject({ value: 0, pairs: 0 })
  })

  it('drift by their share of the earlier ones, the largest first', () => {
    const later = { ...report, ratios: { a: 1.1, b: 0.5, c: 1 } }
    expect(driftOf({ ...report, ratios: { a: 1, b: 1 } }, later)).toEqual([
      ['b', -0.5],
      ['a', expect.closeTo(0.1)],
    ])
  })
})

describe('the rows for raw SQLite', () => {
  const [one, two] = [person(1), person(2)]
  const id = '019aab00-0000-7000-8000-000000000001'
  const all: readonly TableRows[] = [
    {
      table: 'version',
      columns: ['rid', 'text'],
      rows: [[5, `{"id":"${id}","value":"${one.nhsNumber}","family":"${one.family}"}`]],
    },
    { table: 'claim', columns: ['space', 'key'], rows: [['person', one.nhsNumber]] },
  ]

  it('are those of another person, later, and of the same length', () => {
    const [version, claim] = rowsFor(all, one, two, 7)
    const text = String(version?.rows[0]?.[1])
    expect(version?.rows[0]?.[0]).toBe(5 + 2 * 7)
    expect(text).toContain(two.nhsNumber)
    expect(text).toContain(two.family)
    expect(text).toContain('019aab00-0007-7000-8000-000000000001')
    expect(text).toHaveLength(String(all[0]?.rows[0]?.[1]).length)
    expect(claim?.rows[0]?.[1]).toBe(`${two.nhsNumber} 7`)
  })
})

// The whole conformance suite against our own gateway: it passes what it asks of others.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Result } from '../../conformance/outcome.ts'
import { run, type Report } from '../../conformance/run.ts'
import { suite } from '../../conformance/suite.ts'
import { openTarget, type Target } from './gateway.ts'

let target: Target
let report: Report

beforeAll(async () => {
  target = await openTarget()
  report = await run({ config: target.config, suite, chosen: suite, seed: randomUUID(), parallel: 4, timeoutMs: 20_000 })
}, 120_000)
afterAll(() => target.close())

const brief = ({ id, outcome, reason, expected, actual }: Result) => ({ id, outcome, reason, expected, actual })

describe('the gateway', () => {
  it('passes every requirement, with nothing left out', () => {
    expect(report.results.filter(({ outcome }) => outcome !== 'pass').map(brief)).toEqual([])
    expect(report.results).toHaveLength(suite.length)
    expect(report.notRun).toEqual([])
  })
})

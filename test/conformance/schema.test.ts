// The JSON report keeps to the schema that is published for it, as far as required and unknown members go.

import { describe, expect, it } from 'vitest'
import { jsonReport } from '../../conformance/report/json.ts'
import { junitReport } from '../../conformance/report/junit.ts'
import { schemaFaults } from '../../conformance/report/schema.ts'
import type { Report } from '../../conformance/run.ts'
import { suite } from '../../conformance/suite.ts'

const exchange = {
  ask: { method: 'GET', url: 'http://x/Patient?identifier=9990000018', headers: { authorization: 'Bearer abcdefghijklmnop' } },
  answer: { status: 200, headers: {}, bytes: new Uint8Array(), text: '<&"\u0001', json: undefined },
  durationMs: 1,
}
const report: Report = {
  target: 'http://x',
  seed: 's',
  startedAt: '2026-01-01T00:00:00.000Z',
  durationMs: 1,
  notices: [],
  isInterrupted: false,
  notRun: [],
  results: suite.slice(0, 3).map(({ id, level, area, title }, i) => ({
    id,
    level,
    area,
    title,
    outcome: (['pass', 'fail', 'error'] as const)[i] ?? 'skip',
    durationMs: 1.5,
    exchanges: i === 0 ? [] : [exchange],
    ...(i > 0 && { reason: 'why <&"', expected: 'a', actual: 'b' }),
  })),
}

const faults = (value: unknown) => schemaFaults(JSON.parse(JSON.stringify(value)), { isStrict: true })

describe('a report', () => {
  it('keeps to its schema', () => {
    expect(faults(jsonReport(report, suite, 1))).toEqual([])
  })

  it('that has more or less than the schema says, or something else, is seen', () => {
    const saved = jsonReport(report, suite, 1)
    const [first] = saved.results
    expect(faults({ ...saved, more: 1, exitCode: 7 })).toEqual([
      '$.exitCode: none of the values that it may have',
      '$.more is unknown',
    ])
    expect(faults({ ...saved, seed: 1, results: [{ ...first, id: 'x', durationMs: -1, statement: undefined }] })).toEqual([
      '$.seed: string is needed',
      '$.results[0].statement is missing',
      '$.results[0].id: ^HF-[A-Z0-9]{3}-\\d{3}$ is needed',
      '$.results[0].durationMs: at least 0',
    ])
  })

  it('says what to send again, with the token left to fill in', () => {
    const [, failed] = jsonReport(report, suite, 1).results
    expect(failed?.curl).toBe(`curl -sS -i -X GET -H "authorization: Bearer $TOKEN" 'http://x/Patient?identifier=9990000018'`)
  })

  it('is XML that can be read whatever a server answers', () => {
    const xml = junitReport(jsonReport(report, suite, 1))
    expect(xml).toContain('failures="1" errors="1"')
    expect(xml.replaceAll(/&(amp|lt|gt|quot);/g, '')).not.toMatch(/[&\u0001]|="[^"]*<[^"]*"/)
  })
})

// The JSON report keeps to the schema that is published for it, as far as required and unknown members go.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { jsonReport } from '../../conformance/report/json.ts'
import { junitReport } from '../../conformance/report/junit.ts'
import type { Report } from '../../conformance/run.ts'
import { suite } from '../../conformance/suite.ts'

interface Schema {
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly $ref?: string
  readonly additionalProperties?: boolean
}

const root = JSON.parse(readFileSync('conformance/report.schema.json', 'utf8')) as Schema & {
  $defs: Readonly<Record<string, Schema>>
}

function faults(value: unknown, schema: Schema, place: string): readonly string[] {
  if (schema.$ref) return faults(value, root.$defs[schema.$ref.replace('#/$defs/', '')] ?? {}, place)
  if (schema.enum && !schema.enum.includes(value)) return [`${place}: ${JSON.stringify(value)}`]
  if (Array.isArray(value)) return value.flatMap((one, i) => faults(one, schema.items ?? {}, `${place}[${i}]`))
  if (typeof value !== 'object' || value === null || !schema.properties) return []
  const { properties, required = [], additionalProperties } = schema
  return [
    ...required.filter((name) => !(name in value)).map((name) => `${place}.${name} is missing`),
    ...Object.keys(value).flatMap((name) =>
      name in properties || additionalProperties !== false ? [] : [`${place}.${name} is unknown`],
    ),
    ...Object.entries(properties).flatMap(([name, one]) =>
      name in value ? faults((value as Record<string, unknown>)[name], one, `${place}.${name}`) : [],
    ),
  ]
}

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

describe('a report', () => {
  it('keeps to its schema', () => {
    expect(faults(JSON.parse(JSON.stringify(jsonReport(report, suite, 1))), root, '$')).toEqual([])
  })

  it('that has more or less than the schema says is seen', () => {
    expect(faults({ ...jsonReport(report, suite, 7), more: 1 }, root, '$')).toEqual(['$.more is unknown', '$.exitCode: 7'])
  })

  it('says what to send again, with the token left to fill in', () => {
    const [, failed] = (JSON.parse(JSON.stringify(jsonReport(report, suite, 1))) as { results: { curl: string }[] }).results
    expect(failed?.curl).toBe(`curl -sS -i -X GET -H "authorization: Bearer $TOKEN" 'http://x/Patient?identifier=9990000018'`)
  })

  it('is XML that can be read whatever a server answers', () => {
    const xml = junitReport(report)
    expect(xml).toContain('failures="1" errors="1"')
    expect(xml.replaceAll(/&(amp|lt|gt|quot);/g, '')).not.toMatch(/[&\u0001]|="[^"]*<[^"]*"/)
  })
})

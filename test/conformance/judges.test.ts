// The judge judged: every outcome and exit code, and servers that are wrong all through, of which it lets none pass.

import { afterEach, describe, expect, it } from 'vitest'
import { makeCast } from '../../conformance/commands/keys.ts'
import type { Config } from '../../conformance/config.ts'
import { exitCodeOf } from '../../conformance/exit.ts'
import { textAt } from '../../conformance/json.ts'
import { Failed, Omitted, Skipped, Unreachable, type Outcome } from '../../conformance/outcome.ts'
import { jsonReport } from '../../conformance/report/json.ts'
import { junitReport } from '../../conformance/report/junit.ts'
import { area, type Level, type Requirement, type Written } from '../../conformance/requirement.ts'
import { run, type Report } from '../../conformance/run.ts'
import { suite } from '../../conformance/suite.ts'
import { configFor } from './gateway.ts'
import { badServers, givingTokens, startHttp, startTcp, type Running } from './servers.ts'

const open: Running[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

async function against(server: Promise<Running>): Promise<Config> {
  const running = await server
  open.push(running)
  return configFor(makeCast(running.url, running.port).config, running.url, running.port)
}

const judged = (config: Config, chosen: readonly Requirement[], timeoutMs = 5_000, signal?: AbortSignal): Promise<Report> =>
  run({ config, suite, chosen, seed: 'judges', parallel: 8, timeoutMs, ...(signal && { signal }) })

const passed = ({ results }: Report) => results.filter(({ outcome }) => outcome === 'pass').map(({ id }) => id)
const counts = (report: Report) => Object.groupBy(report.results, ({ outcome }) => outcome)

function one(end: Written['run'], more: Partial<Written> = {}): readonly Requirement[] {
  const statement = { source: 'a test', quote: 'x', url: 'x' }
  return area('x', [{ id: 'HF-XXX-001', level: 'MUST', title: 'x', statement, kills: ['x'], run: end, ...more } as Written])
}

async function outcomeOf(
  end: Written['run'],
  more: Partial<Written> = {},
): Promise<{ outcome: Outcome | undefined; code: number }> {
  const config = await against(startHttp(badServers['answers 200 and an empty object to everything']!))
  const report = await judged(config, one(end, more), 300)
  return { outcome: report.results[0]?.outcome, code: exitCodeOf(report, { strictSkips: true }) }
}

describe('a test', () => {
  const fails: Written['run'] = async () => {
    throw new Failed('what', 'this', 'that')
  }
  it.each<[string, Level, Written['run'], Outcome, number]>([
    ['ends without a complaint', 'MUST', async () => undefined, 'pass', 0],
    ['finds a MUST broken', 'MUST', fails, 'fail', 1],
    ['finds a rule of ours broken', 'GATE', fails, 'fail', 1],
    ['finds a SHOULD broken', 'SHOULD', fails, 'warn', 0],
    ['finds a MAY broken', 'MAY', fails, 'warn', 0],
    ['lacks something', 'MUST', () => Promise.reject(new Skipped('configure it')), 'skip', 4],
    ['is not claimed', 'MUST', () => Promise.reject(new Omitted('not claimed')), 'omit', 0],
    ['loses the network', 'MUST', () => Promise.reject(new Unreachable('gone')), 'error', 3],
    ['is broken itself', 'MUST', () => Promise.reject(new TypeError('x is not a function')), 'error', 3],
  ])('that %s ends as it should', async (_, level, end, outcome, code) => {
    expect(await outcomeOf(end, { level })).toEqual({ outcome, code })
  })

  it('that never ends is an error, not a fault of the system under test', async () => {
    const config = await against(
      startHttp((request, _, respond) => (request.url?.endsWith('/slow') ? undefined : respond(200, {}, '{}'))),
    )
    const report = await judged(
      config,
      one(async (t) => void (await t.anyone.get('slow'))),
      300,
    )
    expect(report.results[0]).toMatchObject({ outcome: 'error', reason: 'no answer within 300 ms' })
  })

  it('whose claim cannot be read is skipped, and one that is not claimed is left out', async () => {
    const needs = { capability: ['Patient.create'] }
    expect((await outcomeOf(async () => undefined, { needs })).outcome).toBe('skip')
    const config = await against(startHttp((_, __, respond) => respond(200, {}, '{"resourceType":"CapabilityStatement"}')))
    expect(
      (
        await judged(
          config,
          one(async () => undefined, { needs }),
        )
      ).results[0]?.outcome,
    ).toBe('omit')
  })
})

describe('a server that is wrong all through', () => {
  it.each(Object.entries(badServers))('passes nothing when it %s', async (_, answering) => {
    const report = await judged(await against(startHttp(answering)), suite)
    expect(passed(report)).toEqual([])
    expect(exitCodeOf(report, { strictSkips: false })).toBeGreaterThan(0)
  })

  it.each(Object.entries(badServers))(
    'passes nothing when it gives anybody a token and otherwise %s',
    async (_, answering) => {
      const report = await judged(await against(startHttp(givingTokens(answering))), suite)
      expect(passed(report)).toEqual([])
      expect(counts(report).fail?.length).toBeGreaterThan(50)
    },
    60_000,
  )

  it.each([
    ['says nothing', () => undefined],
    ['speaks no HTTP', (socket: { end(text: string): unknown }) => void socket.end('220 mail.example ESMTP\r\n')],
    ['hangs up', (socket: { destroy(): unknown }) => void socket.destroy()],
  ])('is told to be unreachable when it %s', async (_, say) => {
    const report = await judged(await against(startTcp(say)), suite, 500)
    expect(new Set(report.results.map(({ outcome }) => outcome))).toEqual(new Set(['error']))
    expect(report.unreachable).toMatch(/127\.0\.0\.1/)
    expect(exitCodeOf(report, { strictSkips: false })).toBe(3)
  })

  it('is told to be unreachable when nothing listens', async () => {
    const running = await startHttp(() => undefined)
    await running.close()
    const report = await judged(configFor(makeCast(running.url, running.port).config, running.url, running.port), suite)
    expect(report.unreachable).toContain('connection refused')
    expect(report.results).toHaveLength(suite.length)
  })
})

describe('a run', () => {
  it('that is interrupted reports what it has, and what it has not', async () => {
    const stop = new AbortController()
    const config = await against(startHttp((_, __, respond) => respond(200, {}, '{}')))
    const chosen = [
      ...one(async () => undefined),
      ...one(async (t) => {
        stop.abort(new Error('interrupted'))
        await t.anyone.get('x')
      }).map((requirement) => ({ ...requirement, id: 'HF-XXX-002' })),
      ...one(async () => undefined).map((requirement) => ({ ...requirement, id: 'HF-XXX-003' })),
    ]
    const report = await run({ config, suite: chosen, chosen, seed: 'x', parallel: 1, timeoutMs: 500, signal: stop.signal })
    expect(report).toMatchObject({ isInterrupted: true, notRun: ['HF-XXX-002', 'HF-XXX-003'] })
    expect(exitCodeOf(report, { strictSkips: false })).toBe(130)
  })

  it('worse than its baseline says so', async () => {
    const config = await against(startHttp((_, __, respond) => respond(200, {}, '{}')))
    const report = await judged(
      config,
      one(() => Promise.reject(new Skipped('x'))),
    )
    expect(exitCodeOf(report, { strictSkips: false, baseline: new Map([['HF-XXX-001', 'pass']]) })).toBe(5)
    expect(exitCodeOf(report, { strictSkips: false, baseline: new Map() })).toBe(0)
  })

  it('goes by the clock of the target, and tells how far it is off', async () => {
    const date = () => new Date(Date.now() - 3_600_000).toUTCString()
    const config = await against(startHttp((_, __, respond) => respond(200, { date: date() }, '{}')))
    let seen = 0
    const report = await judged(
      config,
      one(async (t) => void (seen = t.now())),
    )
    expect(Math.abs(seen - (Date.now() / 1000 - 3600))).toBeLessThan(5)
    expect(report.notices.join()).toMatch(/3600 s behind/)
  })

  it('keeps tokens, assertions and NHS numbers out of its reports', async () => {
    const answers = givingTokens(badServers['sends back what it is sent']!)
    const report = await judged(await against(startHttp(answers)), suite)
    const saved = jsonReport(report, suite, 1)
    const text = JSON.stringify(saved) + junitReport(saved)
    const beyondCurl = text
      .replaceAll(/"curl":"(?:[^"\\]|\\.)*"/g, '')
      .replaceAll(/curl -sS[^<]*/g, '')
      .replaceAll(/printf [^<]*/g, '')
    expect(beyondCurl).not.toMatch(/anybody-may-come-in/)
    expect(beyondCurl).not.toMatch(/999\d{7}/)
    expect(text).not.toMatch(/eyJ[\w-]{20,}\.[\w-]{20,}\.[\w-]{20,}/)
    expect(text).toContain('sha256:')
    const exchanges = saved.results.flatMap((one) => one.exchanges ?? [])
    expect(exchanges.filter(({ startedAt = '' }) => Number.isNaN(Date.parse(startedAt)))).toEqual([])
    expect(exchanges.some(({ tokens = [] }) => tokens.some(({ claims }) => textAt(claims, 'iss') === 'conformance-acute'))).toBe(
      true,
    )
  }, 60_000)
})

// Reports and verdicts made to harm whoever reads them: patterns that take for ever, codes for terminals, times beyond calendars.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { redacted, redactedExchange } from '../../conformance/redact.ts'
import { consoleReport } from '../../conformance/report/console.ts'
import { jsonReport } from '../../conformance/report/json.ts'
import type { SavedReport } from '../../conformance/report/saved.ts'
import { claimOf, type Claim } from '../../conformance/report/signed/claim.ts'
import { signed } from '../../conformance/report/signed/jws.ts'
import { makeSigningKey, readPrivateKey } from '../../conformance/report/signed/key.ts'
import { suite } from '../../conformance/suite.ts'
import { markOf } from '../../conformance/version.ts'
import { run, saved } from './reports.ts'
import { said } from './said.ts'

const folder = mkdtempSync(join(tmpdir(), 'home-first-attacks-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

describe('what a server answers', () => {
  it('is redacted in a time that grows with its length, and not with the square of it', () => {
    const text = '-eyJ'.repeat(250_000)
    const ask = { method: 'GET', url: 'http://127.0.0.1:1/', headers: {} }
    const answer = { status: 200, headers: { 'x-a': text.slice(0, 16_000) }, bytes: new Uint8Array(), text, json: undefined }
    const began = performance.now()
    redacted(text)
    const { responseBody } = redactedExchange({ ask, answer, durationMs: 1 })
    expect(performance.now() - began).toBeLessThan(3000)
    expect(responseBody).toContain(`… (${text.length} characters)`)
  })

  it('keeps no token, wherever in a run of signs it stands', () => {
    const token = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln'
    for (const text of [token, `a.b.${token}`, `x-${token}`, `${token}.${token}`, `"${token}"`, `eyJ.${token}`, `${token}…`]) {
      expect(redacted(text)).toContain('sha256:')
      expect(redacted(text)).not.toContain('c2ln')
    }
    expect(redacted('a.b.c and eyJa.b and …eyJ')).toBe('a.b.c and eyJa.b and …eyJ')
  })
})

describe('a report that was kept by somebody else', () => {
  it('moves no terminal by its curl lines', () => {
    const results = saved.results.map((one) => ({
      ...one,
      exchanges: (one.exchanges ?? []).map((exchange) => ({ ...exchange, curl: "curl '\u001b]0;x\u0007\u001b[2J'" })),
    }))
    let text = ''
    consoleReport({ ...saved, results }, { isTerminal: false, hasColour: false, write: (more) => void (text += more) })
    expect(text).toContain('again     curl')
    expect(text).not.toMatch(/[\u0007\u001b]/)
  })
})

describe('a verdict that was made by hand', () => {
  const pair = makeSigningKey()
  const read = readPrivateKey(JSON.stringify(pair.privateKey))
  if (!read.ok) throw new Error(read.fault)
  const publicKey = file('vendor.public.jwk', JSON.stringify(pair.publicKey))
  const all = suite.map(({ id, level, area, title }) => ({
    ...{ id, level, area, title, outcome: 'pass' as const, durationMs: 1, exchanges: [] },
  }))
  const good = jsonReport({ ...run, notices: [], results: all }, suite, 0)

  async function verified(report: SavedReport, more: Partial<Claim> = {}) {
    const text = JSON.stringify(report)
    const claim = claimOf({ ...report, suite: markOf(suite) }, Buffer.from(text), {
      signer: 'X',
      nowMs: Date.now(),
      validDays: 1,
    })
    const verdict = file('verdict.jws', signed({ ...claim, ...more }, read.ok ? read.key : (undefined as never)))
    return said('verify', verdict, '--key', publicKey, '--report', file('report.json', text))
  }

  it('holds where its report is of the list', async () => {
    expect((await verified(good)).code).toBe(0)
  })

  it('does not hold where its report fills the list with one requirement many times', async () => {
    const [first] = good.results
    const { code, out } = await verified({ ...good, results: good.results.map(() => first!) })
    expect([code, out]).toEqual([1, expect.stringContaining('names a requirement twice')])
  })

  it('does not hold where its report calls optional what is required', async () => {
    const results = good.results.map((one, i) => (i < 2 ? one : { ...one, level: 'MAY' as const, outcome: 'skip' as const }))
    const counts = { ...good.counts, pass: 2, skip: results.length - 2 }
    const { code, out } = await verified({ ...good, results, counts })
    expect([code, out]).toEqual([1, expect.stringContaining('at another level')])
  })

  it.each([{ exp: Number.MAX_SAFE_INTEGER }, { iat: Number.MAX_SAFE_INTEGER }])(
    'is refused and breaks nothing: %o',
    async (more) => {
      const { code, out } = await verified(good, more)
      expect([code, out]).toEqual([1, expect.stringContaining('is no verdict of version 1.0')])
    },
  )
})

// What a gateway does by the clock, from outside of it: what it counted and countersigned when it ends, what it gives up in time.

import { afterAll, describe, expect, inject, it } from 'vitest'
import { forgetRound } from '../../gateway/rounds.ts'
import { readHeadsBy } from '../../gateway/auth/heads-signature.ts'
import { verify } from '../../gateway/audit/verify.ts'
import { leewaySeconds } from '../../gateway/auth/assertion.ts'
import { readConfig } from '../../gateway/config.ts'
import { startGateway } from '../../gateway/serve.ts'
import { instantOf } from '../../gateway/store/clock.ts'
import { sourceSettings } from '../../mappings/source.ts'
import { driversWith, sweep } from './drivers.ts'

afterAll(sweep)

describe.each(driversWith(inject('pgUrl')))('a gateway on $name', (driver) => {
  it('ends with its refusals counted and its heads countersigned, and logs the line to keep', async () => {
    const location = await driver.fresh()
    const read = readConfig({ PORT: '0', MLLP_PORT: 'off', SANDBOX: 'on' })
    if (!read.ok) throw new Error(read.faults.join())
    const lines: string[] = []
    const log = (event: string, fields = {}) => void lines.push(JSON.stringify({ event, ...fields }))
    const gateway = await startGateway({
      store: await driver.open(location),
      config: read.config,
      log: { info: log, error: log },
      source: (client) => sourceSettings(client, {}),
    })
    const body = new URLSearchParams({ grant_type: 'client_credentials' })
    for (let i = 0; i < 25; i++) await fetch(`${gateway.url}/auth/token`, { method: 'POST', body })
    const { writer } = gateway.house.store
    await gateway.close()
    const store = await driver.open(location)
    const links = await store.auditLinks(undefined, 1_000)
    expect(links.map(({ values }) => values['action'])).toEqual([
      'audit-start',
      ...Array.from({ length: 21 }, () => 'token'),
      'audit-heads',
    ])
    expect(links.at(-2)?.values['reason']).toMatch(/ \(5 more like it\)$/)
    const kept = lines.filter((line) => line.includes('"audit-heads"'))
    expect(kept.length).toBe(1)
    const { jws } = JSON.parse(kept[0] ?? '{}') as { jws: string }
    const signed = await readHeadsBy(store)(jws)
    expect(signed?.heads).toEqual([{ writer, seq: 22, hash: links.at(-2)?.hash }])
    const findings: unknown[] = []
    await verify(store, readHeadsBy(store), (finding) => findings.push(finding))
    expect(findings).toEqual([])
    await store.close()
  })

  it(
    'gives up the claims of a flood of assertions when none of them can come again, and not before',
    { timeout: 120_000 },
    async () => {
      const store = await driver.open(await driver.fresh())
      const exp = 1_780_000_000
      const at = (seconds: number) => ({ store, now: () => instantOf(seconds * 1_000_000) })
      const count = driver.name === 'SQLite' ? 100_000 : 20_000
      for (let i = 0; i < count; i += 1_000) {
        const claims = Array.from({ length: 1_000 }, (_, n) => ({ space: 'jti', key: `${i + n}`, holder: String(exp) }))
        await store.commit({ claims: [...claims, { space: 'revoked-token', key: `${i}`, holder: String(exp) }] })
      }
      for (const now of [exp, exp + leewaySeconds, exp + 60]) {
        await forgetRound(at(now))
        const again = await store.commit({ claims: [{ space: 'jti', key: '77', holder: String(exp) }] })
        expect([now, again.ok]).toEqual([now, false])
      }
      await forgetRound(at(exp + 61))
      expect(await Promise.all(['0', '77', `${count - 1}`].map((key) => store.holder('jti', key)))).toEqual([
        undefined,
        undefined,
        undefined,
      ])
      expect(await store.holder('revoked-token', '0')).toBeUndefined()
      expect(await store.forget('jti', Number.MAX_SAFE_INTEGER)).toBe(0)
      await store.close()
    },
  )
})

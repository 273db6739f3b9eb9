// What `audit verify` finds after somebody worked on the database with plain SQL, and what it leaves in peace.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { countersign } from '../../gateway/audit/heads.ts'
import { signHeads } from '../../gateway/auth/heads-signature.ts'
import { openSigningKeys } from '../../gateway/auth/keys.ts'
import { audit as command } from '../../gateway/commands/audit.ts'
import { linkHash } from '../../gateway/store/chain.ts'
import type { Store } from '../../gateway/store/store.ts'
import { audit, committed, newId, someday } from '../store/plans.ts'
import { driversWith, folder, sweep } from './drivers.ts'

afterAll(sweep)

interface Scene {
  readonly location: string
  readonly first: string
  readonly second: string
  /** What was logged of heads, line by line. */
  readonly log: readonly string[]
}

const hashes = Array.from({ length: 8 }, (_, i) => `r${i}`)

describe.each(driversWith(inject('pgUrl')))('the audit on $name', (driver) => {
  /** Two processes that were closed in order: the first with rows 1 to 10, heads at the end, the second behind it. Played once. */
  let played: Promise<Scene> | undefined
  const scene = async (): Promise<Scene> => {
    const one = await (played ??= play())
    return { ...one, location: await driver.copyOf(one.location) }
  }

  async function play(): Promise<Scene> {
    const location = await driver.fresh()
    const log: string[] = []
    const run = async (names: readonly string[]): Promise<string> => {
      const store = await driver.open(location)
      for (const id of names)
        await committed(store, { audit: [audit({ id: `${id}-${newId()}`, reason: id, what: [`Task/${id}`] })] })
      await close(store, log)
      return store.writer
    }
    const first = await run(hashes)
    const second = await run(['s0', 's1', 's2'])
    return { location, first, second, log }
  }

  async function close(store: Store, log: string[]): Promise<void> {
    const keys = await openSigningKeys(store, () => new Date())
    await countersign({
      store,
      newId,
      now: () => someday,
      sign: (heads) => signHeads(heads, keys),
      log: { info: (event, fields) => void log.push(JSON.stringify({ level: 30, event, ...fields })) },
    })
    await store.close()
  }

  async function verified(location: string, ...args: string[]): Promise<{ code: number; lines: readonly string[] }> {
    const store = await driver.open(location)
    const lines: string[] = []
    const code = await command(
      ['verify', ...args],
      store,
      () => someday,
      (line) => lines.push(line),
    )
    await store.close()
    return { code, lines }
  }

  /** What was found, as fault and place. */
  const found = (lines: readonly string[]) =>
    lines.flatMap((line) => {
      const [, fault, place] = /^([A-Z]+)\t(.*?)(?: \(|\t)/.exec(line) ?? []
      return fault === undefined ? [] : [`${fault} ${place}`]
    })

  const tampered = async (sql: (scene: Scene) => string) => {
    const one = await scene()
    await driver.sql(one.location, sql(one))
    const { code, lines } = await verified(one.location)
    return { ...one, code, found: found(lines) }
  }

  const file = (lines: readonly string[]): string => {
    const path = join(folder(), 'heads.ndjson')
    writeFileSync(path, lines.join('\n'))
    return path
  }

  it('holds as it was written, and by all lines of heads that were kept', async () => {
    const { location, log } = await scene()
    expect(await verified(location)).toEqual({
      code: 0,
      lines: ['15 rows in 2 chains, 3 heads named in them, 0 rows from before there were chains', 'the audit holds'],
    })
    const kept = file(['{"event":"ready"}', 'no JSON', ...log, ''])
    expect((await verified(location, '--heads', kept)).lines[0]).toMatch(/, 2 lines of heads that were kept$/)
    expect((await verified(location, '--heads', kept)).code).toBe(0)
    expect((await verified(location, '--heads', file(['{"event":"ready"}']))).code).toBe(2)
    expect((await verified(location, '--heads', '/no/such/file')).lines).toEqual(['--heads: ENOENT'])
  })

  it('does not hold when any of the columns of a row was changed', async () => {
    const columns = ['at', 'client', 'organization', 'action', 'what', 'request', 'reason', 'id']
    const { code, found, first } = await tampered((s) =>
      columns.map((column, i) => `update audit set ${column} = '["x"]' where writer = '${s.first}' and seq = ${i + 2}`).join(';'),
    )
    expect([code, found]).toEqual([1, columns.map((_, i) => `CHANGED chain ${first} row ${i + 2}`)])
  })

  it('does not hold when something was added to a row, or taken away', async () => {
    for (const change of ["purpose = 'TREAT'", 'reason = null', "outcome = 'refused'"]) {
      const { found, first } = await tampered((s) => `update audit set ${change} where writer = '${s.first}' and seq = 4`)
      expect(found, change).toEqual([`CHANGED chain ${first} row 4`])
    }
  })

  it('does not hold when a changed row was given the hash that fits it', async () => {
    const one = await scene()
    const store = await driver.open(one.location)
    const links = await store.auditLinks(undefined, 100)
    const mine = links.filter(({ writer }) => writer === one.first)
    await store.close()
    const values = { ...mine[4]?.values, client: 'another' }
    await driver.sql(
      one.location,
      `update audit set client = 'another', hash = '${linkHash(mine[3]?.hash ?? '', values)}' where writer = '${one.first}' and seq = 5`,
    )
    const { lines } = await verified(one.location)
    expect(found(lines)).toEqual([`CHANGED chain ${one.first} row 6`])
  })

  it('does not hold when the whole rest of a chain was written anew, because another chain names its end', async () => {
    const one = await scene()
    const store = await driver.open(one.location)
    const mine = (await store.auditLinks(undefined, 100)).filter(({ writer }) => writer === one.first)
    await store.close()
    let hash = mine[3]?.hash ?? ''
    const updates = mine.slice(4).map(({ seq, values }) => {
      const changed = seq === 5 ? { ...values, client: 'another' } : values
      hash = linkHash(hash, changed)
      return `update audit set client = '${changed['client']}', hash = '${hash}' where writer = '${one.first}' and seq = ${seq}`
    })
    await driver.sql(one.location, updates.join(';'))
    const { code, lines } = await verified(one.location)
    expect(code).toBe(1)
    // The chain's own heads row names what stood before it; the other chain names the very end.
    expect(found(lines).toSorted()).toEqual([`REWRITTEN chain ${one.first} row 10`, `REWRITTEN chain ${one.first} row 9`])
    expect(lines.some((line) => line.includes(`(named by ${one.second} 1)`))).toBe(true)
  })

  it('does not hold when a row in the middle, or the first, is gone', async () => {
    const middle = await tampered((s) => `delete from audit where writer = '${s.first}' and seq in (5, 6)`)
    expect([middle.code, middle.found]).toEqual([1, [`MISSING chain ${middle.first} rows 5 to 6`]])
    const start = await tampered((s) => `delete from audit where writer = '${s.second}' and seq = 1`)
    expect(start.found).toEqual([`MISSING chain ${start.second} row 1`])
  })

  it('does not hold when the gap was closed by numbers', async () => {
    const { first, found } = await tampered(
      (s) => `delete from audit where writer = '${s.first}' and seq = 9;
        update audit set seq = 9 where writer = '${s.first}' and seq = 10`,
    )
    expect(found).toContain(`CHANGED chain ${first} row 9`)
    expect(found).toContain(`CUT chain ${first} row 10`)
  })

  it('does not hold when a row is no longer found by what it names', async () => {
    const { code, first, found } = await tampered(() => "delete from audit_what where what in ('Task/r2', 'Task/r5')")
    expect([code, found]).toEqual([1, [`UNLISTED chain ${first} row 4`, `UNLISTED chain ${first} row 7`]])
    const heads = await tampered(() => "delete from audit_what where what like 'head %'")
    expect(heads.found.every((one) => one.startsWith('UNLISTED'))).toBe(true)
    expect(heads.found).toHaveLength(3)
  })

  it('does not hold when two rows were swapped', async () => {
    const { first, found } = await tampered(
      (s) => `update audit set seq = 1000 where writer = '${s.first}' and seq = 4;
        update audit set seq = 4 where writer = '${s.first}' and seq = 6;
        update audit set seq = 6 where writer = '${s.first}' and seq = 1000`,
    )
    expect(found).toEqual([4, 5, 6, 7].map((seq) => `CHANGED chain ${first} row ${seq}`))
  })

  it('does not hold when a row was put in: into a chain, at its end, as a chain of its own, or outside of all', async () => {
    const columns = 'id, at, client, organization, action, outcome, what, request'
    const row = "'forged', '2026-06-01T00:00:00.000000Z', 'c', 'trust1', 'read', 'success', '[]', 'r'"
    const end = await tampered((s) => `insert into audit (${columns}, writer, seq, hash) values (${row}, '${s.first}', 11, 'x')`)
    expect(end.found).toEqual([`CHANGED chain ${end.first} row 11`])
    const own = await tampered(
      () => `insert into audit (${columns}, writer, seq, hash) values (${row}, 'ffffffffffffffff', 1, 'x')`,
    )
    expect(own.found).toEqual(['CHANGED chain ffffffffffffffff row 1'])
    const values = { id: 'forged', at: someday, client: 'c', organization: 'trust1', action: 'read', outcome: 'success' }
    const fitting = linkHash('', { ...values, what: '[]', request: 'r', writer: 'ffffffffffffffff', seq: 1 })
    const fits = await tampered(
      () => `insert into audit (${columns}, writer, seq, hash) values
        ('forged', '${someday}', 'c', 'trust1', 'read', 'success', '[]', 'r', 'ffffffffffffffff', 1, '${fitting}')`,
    )
    expect(fits.found).toEqual(['CHANGED chain ffffffffffffffff row 1'])
    const outside = await tampered(() => `insert into audit (${columns}) values (${row})`)
    expect([outside.code, outside.found]).toEqual([1, ['ADDED rows in no chain']])
    const out = await tampered((s) => `update audit set writer = null where writer = '${s.second}' and seq = 3`)
    expect(out.found).toEqual([`MISSING chain ${out.second} row 3`, 'ADDED rows in no chain'])
  })

  it('does not hold when the end of a chain was cut that another chain names', async () => {
    const { code, first, second, found } = await tampered((s) => `delete from audit where writer = '${s.first}' and seq > 7`)
    expect(code).toBe(1)
    expect(found).toEqual([`CUT chain ${first} row 10`])
    expect(second).not.toBe(first)
  })

  it('does not hold when a whole chain is gone that another names', async () => {
    const { code, first, found } = await tampered((s) => `delete from audit where writer = '${s.first}'`)
    expect([code, found]).toEqual([1, [`CUT chain ${first} row 10`]])
  })

  it('does not hold by the lines that were kept, when the last chain was cut or all of the audit is gone', async () => {
    const one = await scene()
    await driver.sql(one.location, `delete from audit where writer = '${one.second}' and seq > 3`)
    expect((await verified(one.location)).code).toBe(0)
    const { code, lines } = await verified(one.location, '--heads', file(one.log))
    expect([code, found(lines)]).toEqual([1, [`CUT chain ${one.second} row 4`]])
    await driver.sql(one.location, 'delete from audit')
    expect((await verified(one.location)).code).toBe(0)
    expect((await verified(one.location, '--heads', file(one.log))).code).toBe(1)
  })

  it('takes no line that the gateway did not sign', async () => {
    const one = await scene()
    const other = await play()
    const [line = ''] = one.log
    const forged = [
      line.replace(/"jws":"([^.]+)\.([^.]+)/, (_, head: string, body: string) => `"jws":"${head}.${body.slice(0, -4)}AAAA`),
    ]
    for (const lines of [forged, other.log.slice(0, 1), ['{"event":"audit-heads"}'], ['{"event":"audit-heads","jws":7']]) {
      const { code, lines: told } = await verified(one.location, '--heads', file(lines))
      expect([code, found(told)]).toEqual([1, ['SIGNATURE line 1']])
    }
  })

  it('does not hold when the heads in a row are not those that were signed', async () => {
    const one = await scene()
    const store = await driver.open(one.location)
    const all = await store.auditLinks(undefined, 100)
    const links = all.filter(({ writer }) => writer === one.second)
    await store.close()
    const [last, before] = [links.at(-1), links.at(-2)]
    const values = { ...last?.values, what: '[]' }
    await driver.sql(
      one.location,
      `update audit set what = '[]', hash = '${linkHash(before?.hash ?? '', values)}' where writer = '${one.second}' and seq = ${last?.seq}`,
    )
    expect(found((await verified(one.location)).lines)).toEqual([`SIGNATURE chain ${one.second} row ${last?.seq}`])
    // Nor when they are those that another process signed.
    const theirs = all.find(({ writer, values: { action } }) => writer === one.first && action === 'audit-heads')?.values
    const copied = { ...last?.values, what: theirs?.['what'], reason: theirs?.['reason'] }
    const again = await driver.copyOf((await scene()).location)
    await driver.sql(
      again,
      `update audit set what = '${copied.what}', reason = '${copied.reason}', hash = '${linkHash(before?.hash ?? '', copied)}'
        where writer = '${one.second}' and seq = ${last?.seq}`,
    )
    expect(found((await verified(again)).lines)).toEqual([
      `SIGNATURE chain ${one.second} row ${last?.seq}`,
      `UNLISTED chain ${one.second} row ${last?.seq}`,
    ])
  })
})

describe('heads', () => {
  it('are named when there is something new to say, by one process for all others', async () => {
    const [driver] = driversWith('')
    if (!driver) throw new Error('no driver')
    const location = await driver.fresh()
    const stores = await Promise.all([driver.open(location), driver.open(location)])
    const [one, two] = stores
    if (!one || !two) throw new Error('not open')
    const log: string[] = []
    const keys = await openSigningKeys(one, () => new Date())
    const sign = (store: Store) =>
      countersign({
        store,
        newId,
        now: () => someday,
        sign: (heads) => signHeads(heads, keys),
        log: { info: (event) => void log.push(event) },
      })
    await sign(one)
    expect([log.length, (await one.auditLinks(undefined, 10)).length]).toEqual([0, 0])
    await committed(one, { audit: [audit()] })
    await sign(one)
    await sign(one)
    expect([log.length, (await one.auditLinks(undefined, 10)).length]).toEqual([1, 3])
    await sign(two)
    expect([log.length, (await one.auditLinks(undefined, 10)).length]).toEqual([2, 5])
    await Promise.all(stores.map((store) => store.close()))
  })
})

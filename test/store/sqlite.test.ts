// The law book on SQLite, and what is SQLite's own: its file, another process at the lock, the plans of its queries.

import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { historyStatement } from '../../gateway/store/history.ts'
import { migrationsFor } from '../../gateway/store/migrations.ts'
import { pageStatement, totalStatement } from '../../gateway/store/query.ts'
import { sqliteDialect } from '../../gateway/store/sqlite-dialect.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import type { Statement } from '../../gateway/store/statement.ts'
import type { Clause } from '../../gateway/store/store.ts'
import { sqliteFrom } from './earlier.ts'
import { runLaws } from './laws.ts'
import { caller, committed, found, gateway, query, row, write } from './plans.ts'

const folder = mkdtempSync(join(tmpdir(), 'home-first-sqlite-'))
let files = 0
const fresh = () => join(folder, `${++files}`, 'gateway.db')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const migrations = migrationsFor(sqliteDialect).at(-1)?.number ?? 0
const earlier = async (number: number) => {
  const path = fresh()
  await mkdir(dirname(path), { recursive: true })
  sqliteFrom(path, number)
  return path
}

runLaws({ name: 'SQLite', processes: 2, open: openSqlite, fresh: () => Promise.resolve(fresh()), migrations, earlier })

describe('the store on SQLite', () => {
  it('makes its folder, for nobody else to look into', async () => {
    const path = fresh()
    await (await openSqlite(path)).close()
    expect(existsSync(path)).toBe(true)
    expect(statSync(dirname(path)).mode & 0o077).toBe(0)
  })

  it('keeps stores in memory apart', async () => {
    const [one, two] = [await openSqlite(':memory:'), await openSqlite(':memory:')]
    await committed(one, { writes: [write('Task', 'a')] })
    expect(await two.read(gateway, 'Task', 'a')).toBeUndefined()
    await Promise.all([one.close(), two.close()])
  })

  it('waits for another process that writes, without standing still itself', async () => {
    const path = fresh()
    const store = await openSqlite(path)
    const other = new DatabaseSync(path)
    other.exec('begin immediate')
    let isDone = false
    const commit = committed(store, { writes: [write('Task', 'a')] }).then(() => (isDone = true))
    let longestPauseMs = 0
    for (let last = performance.now(), until = last + 300; last < until;) {
      await setTimeout(1)
      longestPauseMs = Math.max(longestPauseMs, performance.now() - last)
      last = performance.now()
    }
    expect(isDone).toBe(false)
    expect(await store.read(gateway, 'Task', 'a')).toBeUndefined()
    other.exec('rollback')
    await commit
    expect(await store.read(gateway, 'Task', 'a')).toBeDefined()
    expect(longestPauseMs).toBeLessThan(1_000)
    other.close()
    await store.close()
  })

  it('refuses what is no database, and one that a newer gateway wrote', async () => {
    const [nonsense, newer] = [join(folder, 'nonsense.db'), fresh()]
    writeFileSync(nonsense, 'no database at all, but long enough to be read as one'.repeat(40))
    await expect(openSqlite(nonsense)).rejects.toThrow('not a database')
    await (await openSqlite(newer)).close()
    const database = new DatabaseSync(newer)
    database.exec("insert into migration values (9999, 'from-the-future', 'later')")
    database.close()
    await expect(openSqlite(newer)).rejects.toThrow('newer version')
  })

  it('starts a search from the index entry that few resources share', async () => {
    const path = fresh()
    await (await openSqlite(path)).close()
    const database = new DatabaseSync(path)
    const reference: Clause = { on: 'reference', key: 'Task.focus', any: ['ServiceRequest/1'] }
    const token: Clause = { on: 'token', key: 'Task.status', any: [{ code: 'requested' }] }
    const asked = query('Task', [token, reference], { order: [] })
    for (const access of [gateway, caller('hub1')]) {
      for (const statement of [pageStatement, totalStatement]) {
        const { text, values } = statement(access, asked, sqliteDialect, reference)
        const plan = database
          .prepare(`explain query plan ${text.replace(/\$(\d+)/g, '?$1')}`)
          .all(...values)
          .map(({ detail }) => String(detail))
        expect(plan).toContain('SEARCH r USING INTEGER PRIMARY KEY (rowid=?)')
        expect(plan).toContain('SEARCH i USING PRIMARY KEY (key=? AND value=?)')
        expect(plan.filter((detail) => /^SCAN (?!r$)/.test(detail))).toEqual([])
        expect(plan.filter((detail) => /resource_|sqlite_autoindex_resource/.test(detail))).toEqual([])
      }
    }
    database.close()
  })

  it('goes through resources and versions in the order asked for along an index, reading no table whole', async () => {
    const path = fresh()
    await (await openSqlite(path)).close()
    const database = new DatabaseSync(path)
    const planOf = ({ text, values }: Statement) =>
      database
        .prepare(`explain query plan ${text.replace(/\$(\d+)/g, '?$1')}`)
        .all(...values)
        .map(({ detail }) => String(detail))
    const plans: Record<string, string[]> = {}
    for (const [who, access] of Object.entries({ gateway, hub: caller('hub1') })) {
      for (const type of ['Task', '']) {
        for (const [by, after] of [
          ['created', [9]],
          ['updated', ['2026', 9]],
          [{ key: 'Task.status' }, ['x', 9]],
        ] as const) {
          const asked = query(type, [], { order: [{ by, descending: true }] })
          plans[`${who} ${type} ${JSON.stringify(by)}`] = planOf(pageStatement(access, asked, sqliteDialect))
          plans[`${who} ${type} ${JSON.stringify(by)} after`] = planOf(pageStatement(access, { ...asked, after }, sqliteDialect))
        }
        const versions = { count: 20, total: false }
        const of = type === '' ? {} : { type }
        plans[`${who} history ${type}`] = planOf(historyStatement(access, of, versions, sqliteDialect))
        plans[`${who} history ${type} after`] = planOf(
          historyStatement(access, of, { ...versions, after: ['2026', 9, 1] }, sqliteDialect),
        )
      }
    }
    for (const [name, plan] of Object.entries(plans)) {
      // The first walks an index or the row numbers; what is then fetched for the rows of a page is the page's own.
      expect(
        plan.filter((detail) => /BLOOM|TEMP B-TREE|AUTOMATIC/.test(detail)),
        name,
      ).toEqual([])
      expect(
        plan.filter((detail) => /^SCAN (?![ohr]\b)/.test(detail)),
        name,
      ).toEqual([])
    }
    database.close()
  })

  it('finds the same whichever clause is the rare one', async () => {
    const store = await openSqlite(':memory:')
    const writes = Array.from({ length: 1500 }, (_, i) =>
      write('Task', `t${i}`, {
        index: [
          row('Task.status', 'requested'),
          row('Task.owner', `Organization/${i % 2}`),
          row('Task.focus', `ServiceRequest/${i % 700}`),
        ],
      }),
    )
    await committed(store, { writes })
    const status: Clause = { on: 'token', key: 'Task.status', any: [{ code: 'requested' }] }
    const owner = (id: string): Clause => ({
      on: 'reference',
      key: 'Task.owner',
      any: [`Organization/${id}`],
    })
    const focus: Clause = { on: 'reference', key: 'Task.focus', any: ['ServiceRequest/7'] }
    expect(await found(store, gateway, 'Task', [status, focus])).toEqual(['t1407', 't7', 't707'])
    expect(await found(store, gateway, 'Task', [focus, status, owner('1')])).toEqual(['t1407', 't7', 't707'])
    expect(await found(store, gateway, 'Task', [focus, owner('0')])).toEqual([])
    const page = await store.search(gateway, query('Task', [status, owner('0')], { total: true, count: 5 }))
    expect(page).toMatchObject({ total: 750, next: expect.any(Array) as unknown })
    await store.close()
  })
})

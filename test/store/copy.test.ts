// Copying a store to another database, there and back: everything, byte for byte, or nothing.

import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { migrateCopy } from '../../gateway/commands/migrate.ts'
import type { WithSide } from '../../gateway/store/copy.ts'
import { withPostgres } from '../../gateway/store/copy-postgres.ts'
import { withSqlite } from '../../gateway/store/copy-sqlite.ts'
import { openPostgres } from '../../gateway/store/postgres.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import type { Store } from '../../gateway/store/store.ts'
import { tables } from '../../gateway/store/tables.ts'
import { createDatabase } from '../postgres.database.ts'
import { sqliteFrom } from './earlier.ts'
import { audit, caller, committed, found, gateway, message, outbox, party, row, write } from './plans.ts'

const pgUrl = inject('pgUrl')
const folder = mkdtempSync(join(tmpdir(), 'home-first-copy-'))
let files = 0
const fresh = () => `sqlite:${join(folder, `${++files}.db`)}`
const open = (location: string): Promise<Store> =>
  location.startsWith('sqlite:') ? openSqlite(location.slice('sqlite:'.length)) : openPostgres(location)
const withSide: WithSide = (location, as, work) =>
  location.startsWith('sqlite:') ? withSqlite(location.slice('sqlite:'.length), as, work) : withPostgres(location, as, work)

const odd = 'Zoë 漢字 \u{1F469} "\\" \t\r\n {a,NULL} $1 %s'
const bytes = Uint8Array.from({ length: 256 }, (_, i) => i)
const big = randomBytes(5_000_000)

/** Rows in every table. */
async function fill(location: string): Promise<void> {
  const store = await open(location)
  for (let i = 0; i < 30; i++) {
    await committed(store, {
      writes: Array.from({ length: 50 }, (_, n) => write('Task', `t${i}-${n}`, { index: [row('Task.status', odd, `s${n}`)] })),
    })
  }
  await committed(store, {
    writes: [
      write('Task', 't0-0', { base: 1, text: '', notes: odd, message: 'm1' }),
      write('Task', 't0-1', { base: 1, addressed: ['hub1'], isDraft: true }),
    ],
    claims: [{ space: 's', key: odd, holder: 'h' }],
    memberships: [{ journey: 'j', resource: 'Task/t0-2' }],
    parties: [party('j', 'hub1', 'hub'), party('j', 'council1', 'council', { source: 'Task/x' })],
    withholdings: [{ resource: 'Task/t0-3', organization: 'hub1', reason: odd }],
    outbox: [outbox('Task/t0-0'), outbox('Task/t0-1')],
    audit: [audit({ id: 'a1', what: ['Task/t0-0', 'Task'], reason: odd }), audit({ id: 'a2' })],
    message: message({ id: 'm1', bytes, control: odd, owner: 'hub1', issues: `["${odd.length}"]` }),
  })
  await committed(store, {
    partyEnds: [{ source: 'Task/x', until: '2026-02-01T00:00:00.000000Z' }],
    message: message({ id: 'm2', bytes: big }),
  })
  await committed(store, { message: message({ id: 'm3', bytes: new Uint8Array(), state: 'filtered' }) })
  await store.setSetting('registry', odd)
  await store.close()
}

async function copied(from: string, to: string): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = []
  return { code: await migrateCopy(['copy', '--from', from, '--to', to], withSide, (line) => lines.push(line)), lines }
}

const filled = `sqlite:${join(folder, 'filled.db')}`
beforeAll(() => fill(filled))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const targets: readonly [string, () => Promise<string>][] = [
  ['SQLite', () => Promise.resolve(fresh())],
  ['PostgreSQL', () => createDatabase(pgUrl)],
]

describe.each(targets)('a copy to %s', (name, target) => {
  const isAbsent = name === 'PostgreSQL' && pgUrl === ''

  it.skipIf(isAbsent)('holds everything, and copied back is the same again', { timeout: 60_000 }, async () => {
    const [there, back] = [await target(), fresh()]
    const first = await copied(filled, there)
    expect(first.lines.at(-1)).toMatch(/^copied: \d+ rows of 16 tables, counts and digests of both sides are the same$/)
    expect(first.code).toBe(0)
    const second = await copied(there, back)
    expect(second).toEqual(first)
    for (const [table] of Object.entries(tables)) {
      expect(
        first.lines.find((line) => line.startsWith(`${table} `)),
        table,
      ).toMatch(/ +[1-9]\d* {2}sha256 [0-9a-f]{64}$/)
    }
    const store = await open(there)
    expect(await store.vread(gateway, 'Task', 't0-0', 2)).toMatchObject({ deleted: true, notes: odd, message: 'm1' })
    expect(
      await found(store, gateway, 'Task', [{ on: 'token', key: 'Task.status', any: [{ code: odd, system: 's7' }] }]),
    ).toHaveLength(30)
    expect(Buffer.from((await store.message('m1'))?.bytes ?? '').equals(bytes)).toBe(true)
    expect(Buffer.from((await store.message('m2'))?.bytes ?? '').equals(big)).toBe(true)
    expect((await store.parties('j')).map(({ until }) => until)).toEqual([undefined, '2026-02-01T00:00:00.000000Z'])
    expect(await store.read(caller('hub1'), 'Task', 't0-3')).toBeUndefined()
    expect((await store.read(caller('hub1'), 'Task', 't0-2'))?.id).toBe('t0-2')
    expect(await store.setting('registry')).toBe(odd)
    const was = await open(filled)
    const stamp = (await was.audits({ limit: 1 }))[0]
    expect((await store.audits({ limit: 1 }))[0]).toEqual(stamp)
    await was.close()
    // The clock and the row numbers go on behind the ones that were given out.
    const newest = (await store.history(gateway, {}, { count: 1, total: false })).versions[0]
    expect((await committed(store, { writes: [write('Task', 'new')] })) > (newest?.at ?? '')).toBe(true)
    await store.close()
  })

  it.skipIf(isAbsent)('is refused where the target is not empty, and changes nothing there', async () => {
    const there = await target()
    const store = await open(there)
    await store.setSetting('kept', 'as it was')
    const { code, lines } = await copied(filled, there)
    expect(code).toBe(1)
    expect(lines).toEqual([
      'the copy failed, and the target is as it was: --to: the target is not empty: there is something in setting',
    ])
    expect(await store.setting('kept')).toBe('as it was')
    expect(await found(store, gateway, 'Task', [])).toEqual([])
    await store.close()
  })

  it.skipIf(isAbsent)('that fails half way leaves nothing behind, and can be made again', async () => {
    const there = await target()
    await (await open(there)).close()
    await run(there, name, 'alter table outbox rename column event to happened')
    const failed = await copied(filled, there)
    expect(failed.code).toBe(1)
    expect(failed.lines.some((line) => line.startsWith('version '))).toBe(true)
    expect(failed.lines.at(-1)).toMatch(/^the copy failed, and the target is as it was: --to: /)
    await run(there, name, 'alter table outbox rename column happened to event')
    expect((await copied(filled, there)).code).toBe(0)
  })

  it.skipIf(isAbsent)('that is not the same in the end is undone', async () => {
    const there = await target()
    await (await open(there)).close()
    await run(there, name, triggers[name] ?? '')
    const failed = await copied(filled, there)
    expect(failed.code).toBe(1)
    expect(failed.lines.at(-1)).toMatch(/audit: 3 rows were read and 3 are there, or they are not the same/)
    const store = await open(there)
    expect(await found(store, gateway, 'Task', [])).toEqual([])
    await store.close()
  })
})

/** What changes a text on its way in. */
const triggers: Readonly<Record<string, string>> = {
  SQLite: "create trigger t after insert on audit begin update audit set reason = 'changed' where id = 'a1'; end",
  PostgreSQL: `create function t() returns trigger language plpgsql as $$ begin new.reason := 'changed'; return new; end $$;
    create trigger t before insert on audit for each row execute function t()`,
}

async function run(location: string, name: string, sql: string): Promise<void> {
  if (name === 'SQLite') {
    const database = new DatabaseSync(location.slice('sqlite:'.length))
    database.exec(sql)
    return database.close()
  }
  const client = new pg.Client(location)
  await client.connect()
  await client.query(sql)
  await client.end()
}

describe('a copy', () => {
  it('reads a source as it was when it began, and leaves it as it is', async () => {
    const [from, to] = [fresh(), fresh()]
    const store = await open(from)
    await committed(store, { writes: [write('Task', 'before')] })
    await withSide(from, 'source', async (side) => {
      expect(await side.ask('select count(*) as n from resource', [])).toEqual([{ n: 1 }])
      await committed(store, { writes: [write('Task', 'during')] })
      expect(await side.ask('select count(*) as n from resource', [])).toEqual([{ n: 1 }])
    })
    expect((await copied(from, to)).code).toBe(0)
    expect(await found(store, gateway, 'Task', [])).toEqual(['before', 'during'])
    await store.close()
  })

  it('is refused from what is not there, is no store, or is of an earlier version', async () => {
    const [absent, foreign, old] = [fresh(), fresh(), fresh()]
    new DatabaseSync(foreign.slice('sqlite:'.length)).close()
    sqliteFrom(old.slice('sqlite:'.length), 1)
    const refusals: readonly [string, RegExp][] = [
      [absent, /--from: there is no such file$/],
      [foreign, /--from: it is no database of the gateway$/],
      [old, /--from: it is of an earlier version/],
    ]
    for (const [from, words] of refusals) {
      const to = fresh()
      const { code, lines } = await copied(from, to)
      expect([code, lines.length]).toEqual([1, 1])
      expect(lines[0]).toMatch(words)
      expect(existsSync(to.slice('sqlite:'.length))).toBe(false)
    }
    expect(existsSync(absent.slice('sqlite:'.length))).toBe(false)
  })

  it.each([
    [['copy']],
    [['copy', '--from', 'sqlite:a.db']],
    [['copy', '--from', 'sqlite::memory:', '--to', 'sqlite:b.db']],
    [['copy', '--from', 'a.db', '--to', 'mysql://b']],
    [['copy', 'more', '--from', 'sqlite:a.db', '--to', 'sqlite:b.db']],
    [['copy', '--from', 'sqlite:a.db', '--to', 'sqlite:b.db', '--force']],
    [['move', '--from', 'sqlite:a.db', '--to', 'sqlite:b.db']],
  ])('asked for by %j is explained', async (args) => {
    const lines: string[] = []
    expect(await migrateCopy(args, withSide, (line) => lines.push(line))).toBe(2)
    expect(lines).toEqual([expect.stringMatching(/^usage: migrate copy/)])
  })

  it('is made by the command line', () => {
    const main = new URL('../../gateway/main.ts', import.meta.url).pathname
    const to = fresh()
    const { status, stdout } = spawnSync(process.execPath, [main, 'migrate', 'copy', '--from', filled, '--to', to], {
      encoding: 'utf8',
    })
    expect(stdout).toMatch(/\ncopied: \d+ rows of 16 tables/)
    expect(status).toBe(0)
    expect(existsSync(to.slice('sqlite:'.length))).toBe(true)
  })
})

// The law book on PostgreSQL, and what is PostgreSQL's own: lost connections, openers that race, writers that hang.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { lookUp } from '../../gateway/store/known.ts'
import { migrationsFor } from '../../gateway/store/migrations.ts'
import { isPassing, isSpent } from '../../gateway/store/postgres-faults.ts'
import { openPostgres, postgresDialect } from '../../gateway/store/postgres.ts'
import { pageStatement } from '../../gateway/store/query.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import { StoreUnavailable, type Clause, type Plan, type Store } from '../../gateway/store/store.ts'
import { tables } from '../../gateway/store/tables.ts'
import { createDatabase } from '../postgres.database.ts'
import { cutterTo, type Cutter } from './cutter.ts'
import { postgresFrom } from './earlier.ts'
import { runLaws } from './laws.ts'
import { faultsIn } from './laws/chain.ts'
import { audit, caller, committed, found, gateway, historyOf, idsOf, newId, query, row, write } from './plans.ts'

const pgUrl = inject('pgUrl')
if (pgUrl === '')
  console.warn('The laws of the store on PostgreSQL are skipped: there is no cluster, see test/postgres.setup.ts.')

describe.skipIf(pgUrl === '')('PostgreSQL', () => {
  const migrations = migrationsFor(postgresDialect).at(-1)?.number ?? 0
  const earlier = async (number: number) => {
    const url = await createDatabase(pgUrl)
    await postgresFrom(url, number)
    return url
  }
  runLaws({ name: 'PostgreSQL', processes: 4, open: openPostgres, fresh: () => createDatabase(pgUrl), migrations, earlier })

  describe('when connections break', () => {
    let [url, cutter, store]: [string, Cutter | undefined, Store | undefined] = ['', undefined, undefined]
    beforeAll(async () => {
      url = await createDatabase(pgUrl)
      cutter = await cutterTo(url)
      store = await openPostgres(cutter.url)
    })
    afterAll(async () => {
      await store?.close()
      await cutter?.close()
    })
    const things = () => {
      if (!cutter || !store) throw new Error('not set up')
      return { cutter, store }
    }

    it.each(['there', 'back'] as const)('knows whether a commit took place that was cut on the way %s', async (where) => {
      const { cutter, store } = things()
      const ids = Array.from({ length: 5 }, newId)
      cutter.cutNext(where)
      const answers = await Promise.all(
        ids.map((id) =>
          store.commit({
            writes: [write('Task', id)],
            claims: [{ space: where, key: id, holder: id }],
            audit: [audit({ id })],
          }),
        ),
      )
      expect(answers.map(({ ok }) => ok)).toEqual(ids.map(() => true))
      for (const [i, id] of ids.entries()) {
        const history = await historyOf(store, gateway, 'Task', id)
        expect(history.map(({ at }) => at)).toEqual([answers[i]?.ok && answers[i].at])
      }
    })

    it.each(['there', 'back'] as const)('keeps an audit once whose commit was cut on the way %s', async (where) => {
      const { cutter, store } = things()
      const noted = audit({ what: [`Task/${newId()}`] })
      cutter.cutNext(where)
      await committed(store, { audit: [noted] })
      expect(await store.audits({ what: noted.what[0] ?? '', limit: 5 })).toEqual([noted])
    })

    it('loses and doubles nothing when the server ends connections under load', async () => {
      const { store } = things()
      const admin = new pg.Client(url)
      await admin.connect()
      const ids = Array.from({ length: 300 }, newId)
      const answers = ids.map((id) =>
        store.commit({ writes: [write('Goal', id)], claims: [{ space: 'load', key: id, holder: id }] }),
      )
      for (let i = 0; i < 5; i++) {
        await admin.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and application_name = 'home-first-gateway'",
        )
        await setTimeout(15)
      }
      await admin.end()
      expect((await Promise.all(answers)).every(({ ok }) => ok)).toBe(true)
      expect(idsOf(await store.search(gateway, query('Goal', [], { count: 1000 }))).sort()).toEqual(ids.sort())
    })

    it('keeps its chain of audit rows whole through all of that', async () => {
      const { store, cutter } = things()
      for (const where of ['there', 'back', 'there', 'back'] as const) {
        cutter.cutNext(where)
        await Promise.all(Array.from({ length: 20 }, () => store.commit({ audit: [audit()] })))
      }
      const links = await store.auditLinks(undefined, 10_000)
      expect(links.length).toBeGreaterThan(80)
      expect(faultsIn(links)).toEqual([])
    })

    it(
      'rides out a short absence of the server, and says that it is unavailable in a long one',
      { timeout: 20_000 },
      async () => {
        const { cutter, store } = things()
        const [one, two] = [newId(), newId()]
        cutter.break()
        const [committing, reading] = [store.commit({ writes: [write('Task', one)] }), store.read(gateway, 'Task', one)]
        await setTimeout(300)
        cutter.mend()
        expect(await committing).toMatchObject({ ok: true })
        await reading
        cutter.break()
        const failed = await Promise.allSettled([
          store.commit({ writes: [write('Task', two)] }),
          store.read(gateway, 'Task', one),
        ])
        cutter.mend()
        for (const result of failed) expect(result.status === 'rejected' && result.reason).toBeInstanceOf(StoreUnavailable)
        expect(await store.read(gateway, 'Task', two)).toBeUndefined()
        await committed(store, { writes: [write('Task', two)] })
      },
    )
  })

  it('is set up once by many who open it at the same moment', async () => {
    const url = await createDatabase(pgUrl)
    const stores = await Promise.all(Array.from({ length: 6 }, () => openPostgres(url)))
    const stamps = await Promise.all(stores.map((store, i) => committed(store, { writes: [write('Task', `t${i}`)] })))
    expect(new Set(stamps).size).toBe(6)
    await Promise.all(stores.map((store) => store.close()))
  })

  it('commits durably where the database does not by itself, and at the isolation that its checks need', async () => {
    const url = await createDatabase(pgUrl)
    const name = new URL(url).pathname.slice(1)
    await asAdmin(url, `alter database ${name} set synchronous_commit = off`)
    await asAdmin(url, `alter database ${name} set default_transaction_isolation = 'serializable'`)
    const [one, two] = [await openPostgres(url), await openPostgres(url)]
    // A look into a running transaction, by way of a column that says under which settings its rows are written.
    await asAdmin(
      url,
      `alter table outbox add column seen text default current_setting('synchronous_commit') || ' ' || current_setting('transaction_isolation')`,
    )
    const race = [one, two].flatMap((store, i) =>
      Array.from({ length: 20 }, (_, n) =>
        store.commit({
          claims: [{ space: 's', key: String(n), holder: String(i) }],
          outbox: [{ id: `${i}-${n}`, organization: 'hub1', resource: 'Task/1', event: 'told' }],
        }),
      ),
    )
    expect((await Promise.all(race)).filter(({ ok }) => ok).length).toBe(20)
    expect(await asAdmin(url, 'select distinct seen from outbox')).toEqual([{ seen: 'on read committed' }])
    await Promise.all([one.close(), two.close()])
  })

  it.each(['40001', '40P01'])('tries a commit again that the database gave up for another (%s)', async (code) => {
    const url = await createDatabase(pgUrl)
    const store = await openPostgres(url)
    await asAdmin(
      url,
      `create sequence tries; create function give_up() returns trigger language plpgsql as $$ begin
        if nextval('tries') < 4 then raise exception 'lost a race' using errcode = '${code}'; end if; return new; end $$;
      create trigger give_up before insert on version for each row execute function give_up()`,
    )
    const claim = { space: 's', key: 'k', holder: 'h' }
    expect(await store.commit({ writes: [write('Task', 'a')], claims: [claim] })).toMatchObject({ ok: true })
    expect(await asAdmin(url, 'select last_value::int as tries from tries')).toEqual([{ tries: 4 }])
    expect((await historyOf(store, gateway, 'Task', 'a')).length).toBe(1)
    await store.close()
  })

  it('leaves a connection whose server only reads, as one does that was demoted, for a new one', async () => {
    const url = await createDatabase(pgUrl)
    const name = new URL(url).pathname.slice(1)
    const store = await openPostgres(url)
    await committed(store, { writes: [write('Task', 'a')] })
    // A session keeps what it began with, as a connection to a demoted server stays with that server.
    await asAdmin(url, `alter database ${name} set default_transaction_read_only = on`)
    await asAdmin(
      url,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    const under = store.commit({ writes: [write('Task', 'b')] })
    await setTimeout(500)
    await asAdmin(url, `begin read write; alter database ${name} reset default_transaction_read_only; commit`)
    expect(await under).toMatchObject({ ok: true })
    await store.close()
  })

  it.each(['08006', '57P01', '57P02', '57P03', '25P03', '25P04', '25006'])(
    'uses no connection again that answered %s, and tries another',
    (code) => {
      const error = Object.assign(new pg.DatabaseError('never shown', 0, 'error'), { code })
      expect([isPassing(error), isSpent(error)]).toEqual([true, true])
    },
  )

  it.each(['23514', '40001', '40P01', '53100', '55P03', '57014'])('goes on with a connection that answered %s', (code) => {
    expect(isSpent(Object.assign(new pg.DatabaseError('never shown', 0, 'error'), { code }))).toBe(false)
  })

  it('does not wait for ever behind a writer that hangs', async () => {
    const url = await createDatabase(pgUrl)
    const store = await openPostgres(url)
    const hanging = new pg.Client(url)
    await hanging.connect()
    await hanging.query("begin; set local idle_in_transaction_session_timeout = '2s'; update clock set serial = serial")
    hanging.on('error', () => {})
    const started = performance.now()
    const [changing, noting] = await Promise.all([
      store.commit({ writes: [write('Task', 'a')] }),
      openPostgres(url).then(async (other) => {
        await committed(other, { audit: [audit()] })
        const waitedMs = performance.now() - started
        await other.close()
        return waitedMs
      }),
    ])
    expect(changing.ok).toBe(true)
    expect(noting).toBeLessThan(1_500) // an audit alone waits for no writer
    await store.close()
  })

  it('tells of a refused statement only where, never what', async () => {
    const url = await createDatabase(pgUrl)
    const store = await openPostgres(url)
    await asAdmin(url, "alter table resource add constraint no_such_id check (id not like '%9990000018%')")
    const index = [row('Patient.identifier', '9990000018')]
    const refused = await Promise.allSettled([store.commit({ writes: [write('Patient', 'p-9990000018', { index })] })])
    const reason = refused[0].status === 'rejected' ? refused[0].reason : undefined
    expect(String(reason)).toContain('23514 resource no_such_id')
    expect(`${String(reason)}${JSON.stringify(reason)}${String((reason as Error).stack)}`).not.toContain('9990000018')
    await store.close()
  })

  it('looks access and clauses up row by row, so that no missing statistics lead it astray', async () => {
    const url = await createDatabase(pgUrl)
    await (await openPostgres(url)).close()
    const where: Clause[] = [
      { on: 'token', key: 'Task.status', any: [{ code: 'requested' }] },
      { on: 'reference', key: 'Task.owner', any: ['Organization/1'] },
      { on: 'missing', key: 'Task.focus', missing: true },
    ]
    const { text, values } = pageStatement(caller('council1'), query('Task', where), postgresDialect)
    const plan = JSON.stringify(await asAdmin(url, `explain ${text}`, values))
    expect(plan).toContain('SubPlan')
    expect(plan).not.toMatch(/(?:Anti|Semi|Hash|Merge) Join/)
  })

  it('looks up by an index what a batch of plans touches, so that no missing statistics make it read whole tables', async () => {
    const url = await createDatabase(pgUrl)
    await (await openPostgres(url)).close()
    const id = newId()
    const touched: Plan = {
      writes: [write('Task', id, { base: 1, anchors: [`Task/${id}`] })],
      memberships: [{ journey: id, resource: `Task/${id}`, following: ['Task'] }],
      claims: [{ space: 's', key: id, holder: id }],
      messageUpdate: { id, from: 'accepted', to: 'rejected' },
    }
    const script = lookUp([touched], postgresDialect)
    let asked = 0
    for (let step = script.next([]); !step.done; step = script.next([]), asked++) {
      if (!('ask' in step.value)) throw new Error('it only asks')
      const plan = JSON.stringify(await asAdmin(url, `explain ${step.value.ask}`, step.value.with))
      expect(plan).not.toMatch(/(?:Hash|Merge) Join|Seq Scan/)
    }
    expect(asked).toBe(5)
  })

  it('commits nothing of a plan with a value that cannot be written down', async () => {
    const store = await openPostgres(await createDatabase(pgUrl))
    const broken = { ...audit({ id: newId() }), reason: true as unknown as string }
    const plan: Plan = { writes: [write('Task', 'half')], audit: [broken] }
    await expect(store.commit(plan)).rejects.toThrow()
    expect(await store.read(gateway, 'Task', 'half')).toBeUndefined()
    await committed(store, { audit: [audit({ id: newId() })] })
    expect(faultsIn(await store.auditLinks(undefined, 100))).toEqual([])
    await store.close()
  })

  it('keeps one of index rows and of touched things that a plan names twice, and tells nobody', async () => {
    const store = await openPostgres(await createDatabase(pgUrl))
    const [id, once] = [newId(), audit({ what: ['Task/1', 'Task/1'] })]
    const index = [row('Task.status', 'a'), row('Task.status', 'b'), row('Task.status', 'a')]
    await committed(store, { writes: [write('Task', id, { index })], audit: [once] })
    expect(await found(store, gateway, 'Task', [{ on: 'token', key: 'Task.status', any: [{ code: 'a' }] }])).toEqual([id])
    expect((await store.audits({ what: 'Task/1', limit: 9 })).map((one) => one.id)).toEqual([once.id])
    await store.close()
  })

  it('has a row in the table of tables for each of its tables and columns, so that a copy misses none', async () => {
    const url = await createDatabase(pgUrl)
    await (await openPostgres(url)).close()
    const columns = await asAdmin(
      url,
      `select table_name || '.' || column_name as name from information_schema.columns
        where table_schema = 'public' and table_name not in ('writer', 'migration')`,
    )
    const written = Object.entries(tables).flatMap(([table, one]) =>
      Object.keys(one.columns).map((column) => `${table}.${column}`),
    )
    expect(columns.map(({ name }) => String(name)).sort()).toEqual(written.sort())
  })

  it('has the tables and columns that it has on SQLite', async () => {
    const url = await createDatabase(pgUrl)
    await (await openPostgres(url)).close()
    const columns = await asAdmin(
      url,
      `select table_name || '.' || column_name as name from information_schema.columns
        where table_schema = 'public' and table_name <> 'writer' order by 1`,
    )
    expect(columns.map(({ name }) => String(name)).sort()).toEqual(await sqliteColumns())
  })
})

async function asAdmin(url: string, sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql, [...values])).rows
  } finally {
    await client.end()
  }
}

async function sqliteColumns(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'home-first-columns-'))
  const path = join(folder, 'gateway.db')
  await (await openSqlite(path)).close()
  const database = new DatabaseSync(path)
  const rows = database
    .prepare(
      `select t.name || '.' || c.name as name from sqlite_schema t join pragma_table_info(t.name) c
        where t.type = 'table' and t.name not like 'sqlite_%'`,
    )
    .all()
  database.close()
  rmSync(folder, { recursive: true })
  return rows.map(({ name }) => String(name)).sort()
}

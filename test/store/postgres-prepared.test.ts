// Prepared statements on PostgreSQL: once per connection, never more than so many, and no harm where a proxy keeps none.

import pg from 'pg'
import { afterEach, describe, expect, inject, it, vi } from 'vitest'
import { openPostgres, postgresDialect } from '../../gateway/store/postgres.ts'
import { statementNames } from '../../gateway/store/postgres-prepared.ts'
import { pageStatement } from '../../gateway/store/query.ts'
import type { Clause, Store } from '../../gateway/store/store.ts'
import { createDatabase } from '../postgres.database.ts'
import { poolerTo } from './pooler.ts'
import { audit, caller, committed, found, gateway, newId, party, query, row, write } from './plans.ts'

const pgUrl = inject('pgUrl')
const mostNames = 128
const connect = pg.Pool.prototype.connect as (this: pg.Pool) => Promise<pg.PoolClient>

describe('the names of statements', () => {
  const texts = (count: number) => Array.from({ length: count }, (_, i) => `select ${i}`)

  it('begin with the third use, and are of the text alone', () => {
    const [one, other] = [statementNames(), statementNames()]
    const named = [1, 2, 3, 4].map(() => one.nameOf({}, 'select $1'))
    expect(named.slice(0, 2)).toEqual([undefined, undefined])
    expect(named[2]).toMatch(/^home_first_[0-9a-f]{40}$/)
    expect(named[3]).toBe(named[2])
    for (let i = 0; i < 2; i++) other.nameOf({}, 'select $1')
    expect(other.nameOf({}, 'select $1')).toBe(named[2])
    expect([1, 2, 3].map(() => other.nameOf({}, 'select $2'))[2]).not.toBe(named[2])
  })

  it('are bounded for each connection, which then counts as full and keeps those it has', () => {
    const names = statementNames()
    const [one, other] = [{}, {}]
    const use = (connection: object, text: string) => [1, 2, 3].map(() => names.nameOf(connection, text))[2]
    const first = texts(mostNames).map((text) => use(one, text))
    expect(new Set(first).size).toBe(mostNames)
    expect(names.isFull(one)).toBe(false)
    expect(use(one, 'select one more')).toBeUndefined()
    expect([names.isFull(one), names.isFull(other)]).toEqual([true, false])
    expect(use(one, 'select 0')).toBe(first[0])
    expect(use(other, 'select one more')).toBeDefined()
  })

  it('are not given to what is long, nor to shapes that come so seldom that many others came between', () => {
    const names = statementNames()
    const long = `select ${'1'.repeat(8_000)}`
    expect([1, 2, 3, 4].map(() => names.nameOf({}, long))).toEqual([undefined, undefined, undefined, undefined])
    for (let use = 0; use < 5; use++) for (const text of texts(513)) expect(names.nameOf({}, text)).toBeUndefined()
  })

  it('are none after the end', () => {
    const names = statementNames()
    names.stop()
    expect([1, 2, 3, 4].map(() => names.nameOf({}, 'select 1'))).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe.skipIf(pgUrl === '')('a store on PostgreSQL', () => {
  const opened: Store[] = []
  afterEach(async () => {
    vi.restoreAllMocks()
    await Promise.all(opened.splice(0).map((store) => store.close()))
  })

  /** A store, and the connections that it has used so far; `greet` is done first on each of them. */
  async function watched(parameters = '', greet: (client: pg.PoolClient) => Promise<unknown> = async () => undefined) {
    const url = await createDatabase(pgUrl)
    const clients = new Set<pg.PoolClient>()
    vi.spyOn(pg.Pool.prototype, 'connect').mockImplementation(async function (this: pg.Pool) {
      const client = await connect.call(this)
      if (!clients.has(client)) await greet(client)
      clients.add(client)
      return client
    })
    const store = await openPostgres(`${url}${parameters}`)
    opened.push(store)
    clients.clear() // what the migration used is over
    return { url, store, clients }
  }

  const prepared = async (clients: Iterable<pg.PoolClient>) =>
    Promise.all(
      Array.from(clients, async (client) => {
        const { rows } = await client.query<{ name: string; statement: string }>(
          'select name, statement from pg_prepared_statements',
        )
        return rows
      }),
    )

  async function workOn(store: Store, times = 6): Promise<void> {
    for (let i = 0; i < times; i++) {
      const id = newId()
      await committed(store, {
        writes: [write('Task', id, { index: [row('Task.status', `s${id}`)] })],
        parties: [party(id, 'hub1', 'hub')],
        claims: [{ space: 's', key: id, holder: id }],
        audit: [audit({ what: [`Task/${id}`] })],
      })
      await Promise.all([1, 2, 3, 4].map(() => store.read(gateway, 'Task', id)))
      expect(await store.read(gateway, 'Task', id)).toMatchObject({ id, version: 1 })
      expect(await found(store, gateway, 'Task', [{ on: 'token', key: 'Task.status', any: [{ code: `s${id}` }] }])).toEqual([id])
      expect(await store.parties(id)).toHaveLength(1)
      expect(await store.holder('s', id)).toBe(id)
    }
  }

  it('prepares what comes again, once on each connection, and no value with it', async () => {
    const { store, clients } = await watched()
    await workOn(store, 12)
    const perConnection = await prepared(clients)
    expect(perConnection.length).toBeGreaterThan(1)
    for (const rows of perConnection) expect(new Set(rows.map(({ statement }) => statement)).size).toBe(rows.length)
    const all = perConnection.flat().map(({ statement }) => statement)
    for (const start of [
      'select r.type, r.id, v.version',
      'insert into search_index',
      'select holder from claim',
      'update clock',
    ])
      expect(
        all.some((text) => text.startsWith(start)),
        start,
      ).toBe(true)
    // Neither ids nor times, which the writer's mark has in its text.
    expect(all.filter((text) => /[0-9a-f]{8}-[0-9a-f]{4}-|\d{4}-\d\d-\d\d/.test(text))).toEqual([])
    expect(all.some((text) => text.includes('insert into version'))).toBe(false) // its text grows with the rows
  })

  it('holds no more statements than it may, whatever shapes are asked for, and goes on', async () => {
    const { store, clients } = await watched()
    const id = newId()
    await committed(store, { writes: [write('Task', id)] })
    for (let shape = 1; shape <= mostNames + 20; shape++) {
      const where: Clause[] = [{ on: 'id', any: [id, ...Array.from({ length: shape }, (_, i) => `x${i}`)] }]
      for (let use = 0; use < 3; use++) expect(await found(store, gateway, 'Task', where)).toEqual([id])
    }
    const left = await living(clients)
    expect(left.length).toBeLessThan(clients.size) // the one that was full was replaced
    for (const rows of await prepared(left)) expect(rows.length).toBeLessThanOrEqual(mostNames)
  })

  it('prepares nothing when told so, and refuses another word', async () => {
    const { store, clients } = await watched('?prepare=off')
    await workOn(store)
    expect((await prepared(clients)).flat()).toEqual([])
    await expect(openPostgres(`${pgUrl}/nowhere?prepare=no`)).rejects.toThrow('DATABASE_URL: prepare is on or off')
    const other = await watched('?application_name=other&prepare=on')
    await workOn(other.store)
    expect((await prepared(other.clients)).flat().length).toBeGreaterThan(0)
  })

  it('goes on unprepared when statements are gone, as behind a proxy', async () => {
    const { store, clients } = await watched()
    await workOn(store)
    expect((await prepared(clients)).flat().length).toBeGreaterThan(0)
    for (const client of clients) await client.query('deallocate all')
    await workOn(store)
    expect((await prepared(await living(clients))).flat()).toEqual([])
  })

  it('goes on unprepared when statements are there already, as behind a proxy', async () => {
    const before = await watched()
    await workOn(before.store)
    const names = new Set((await prepared(before.clients)).flat().map(({ name }) => name))
    expect(names.size).toBeGreaterThan(0)
    const taken = (client: pg.PoolClient) => client.query([...names].map((name) => `prepare ${name} as select 1`).join(';'))
    const { store, clients } = await watched('', taken)
    await workOn(store)
    const ours = (await prepared(await living(clients))).flat().filter(({ statement }) => !statement.includes('prepare'))
    expect(ours).toEqual([])
  })

  it.each(['', '?prepare=off'])(
    'loses nothing behind a proxy that changes connections with each transaction (%j)',
    async (how) => {
      const pooler = await poolerTo(await createDatabase(pgUrl))
      const stores = await Promise.all([openPostgres(`${pooler.url}${how}`), openPostgres(`${pooler.url}${how}`)])
      await Promise.all(stores.map((store) => workOn(store, 10)))
      expect(pooler.switches()).toBeGreaterThan(20)
      await Promise.all(stores.map((store) => store.close()))
      await pooler.close()
    },
  )

  it('goes on when a later version adds a column while it runs', async () => {
    const { url, store } = await watched()
    await workOn(store)
    await asAdmin(url, 'alter table party add column later text')
    await asAdmin(url, 'alter table message add column later text')
    await workOn(store)
  })

  it('looks access and clauses up row by row in the plan that is kept for all values', async () => {
    const { url } = await watched()
    const where: Clause[] = [
      { on: 'token', key: 'Task.status', any: [{ code: 'requested' }] },
      { on: 'reference', key: 'Task.owner', any: ['Organization/1'] },
    ]
    const { text, values } = pageStatement(caller('council1'), query('Task', where), postgresDialect)
    // What \`explain (generic_plan)\` would say in one statement, but that PostgreSQL 15 does not know it.
    const kept = `set plan_cache_mode = force_generic_plan; prepare kept as ${text}`
    const plan = await asAdmin(url, `${kept}; explain execute kept(${values.map(() => 'null').join(', ')})`).then(JSON.stringify)
    expect(plan).toContain('SubPlan')
    expect(plan).not.toMatch(/(?:Anti|Semi|Hash|Merge) Join/)
  })
})

/** Those of the connections that the store has not replaced. */
async function living(clients: Iterable<pg.PoolClient>): Promise<readonly pg.PoolClient[]> {
  const answers = await Promise.allSettled(Array.from(clients, async (client) => client.query('select').then(() => client)))
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
}

async function asAdmin(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const results = await client.query<Record<string, unknown>>(sql)
    return [results].flat().at(-1)?.rows ?? []
  } finally {
    await client.end()
  }
}

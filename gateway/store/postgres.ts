// The store on PostgreSQL: one connection writes, a few read; plain SQL without extensions, advisory locks or special rights.

import pg from 'pg'
import { applyPlans, type Applied } from './apply.ts'
import { newChain, type Chain } from './chain.ts'
import { forgetOn } from './forget.ts'
import { groupCommit } from './group-commit.ts'
import { migrationsFor, migrationTable, pending, type Migration } from './migrations.ts'
import { isPassing, isShared, isSpent, Unanswered, withoutValues } from './postgres-faults.ts'
import { insertsOf, valueOf, type Insert } from './postgres-insert.ts'
import { statementNames, type Names } from './postgres-prepared.ts'
import { mostReaders, readersBy } from './postgres-readers.ts'
import { askTogether, parserOf } from './postgres-together.ts'
import { transaction, type Sent } from './postgres-transaction.ts'
import { readsOf, type Ask } from './reads.ts'
import { reindex } from './reindex.ts'
import { readinessOf, tryWriting } from './readiness.ts'
import { persist } from './retry.ts'
import type { Dialect, Row, Script, Step, Value, Values } from './script.ts'
import { settingOn } from './settings.ts'
import { StoreUnavailable, type Committed, type Plan, type Store } from './store.ts'
import type { TableName } from './tables.ts'

export const postgresDialect: Dialect = {
  name: 'postgres',
  each: (parameter) => `json_array_elements(${parameter}::json) as e(value)`,
  contains: (text, part) => `strpos(${text}, ${part}) > 0`,
  position: (text, part) => `strpos(${text}, ${part})`,
  // Without statistics of its tables PostgreSQL would rather read them whole: `offset 0` keeps the look-up as it is written.
  lookUp: (table, alias, on) => `cross join lateral (select * from ${table} ${alias} where ${on} offset 0) ${alias}`,
  oneOf: (column, select) => `${column} = any(array(${select}))`,
}

/**
 * `location` as in postgres://user@host:port/database; with `?prepare=off` no statement is prepared, for a proxy that gives each
 * transaction another connection and keeps no statements itself. `now` is the machine's clock in milliseconds.
 */
export async function openPostgres(location: string, now: () => number = Date.now): Promise<Store> {
  const { url, prepare } = readLocation(location)
  await migrateAt(url, now)
  const names = statementNames()
  if (prepare === 'off') names.stop()
  const writers = poolOf(url, 1, { pipeline: true })
  const readers = poolOf(url, mostReaders)
  const chain = newChain()
  const writer = writerOn(writers, names, now, chain)
  const group = groupCommit((plans) => readiness.heard(writer.run(plans).catch(withoutValues)))
  let isClosed = false

  const persistently = async <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    if (isClosed) throw new StoreUnavailable('the store is closed')
    return persist(() => withClient(pool, work, names), isPassing).catch(withoutValues)
  }
  const ask = readersBy(
    (questions) => withClient(readers, (client) => askTogether(client, questions, names), names),
    async (text, values) => {
      const [rows = []] = await persistently(readers, (client) => askTogether(client, [{ text, values }], names))
      return rows
    },
  )
  const askDurably: Ask = (text, values) =>
    persistently(writers, (client) => transaction(client, '', ({ begun }) => begun.then(() => query(client, text, values))))
  const reads = readsOf(ask, postgresDialect, chain.writer)
  const readiness = readinessOf(
    () => reads.setting('ready'),
    () => tryWriting(askDurably),
  )
  return {
    ...reads,
    ready: readiness.ready,
    forget: forgetOn(askDurably),
    setSetting: settingOn(askDurably),
    commit: (plan) => group.commit(plan),
    reindex: (base) =>
      reindex(
        (script) => persistently(writers, (client) => transaction(client, '', (sent) => drive(client, sent, script(), names))),
        base,
      ),
    async close() {
      await group.close()
      isClosed = true
      await Promise.all([writers.end(), readers.end()])
    },
  }
}

/** The driver does not know our own parameter. */
function readLocation(location: string): { readonly url: string; readonly prepare: string } {
  const [url = '', ...parameters] = location.split(/[?&]/)
  const [prepare = 'prepare=on', ...more] = parameters.filter((one) => one.startsWith('prepare='))
  if (more.length > 0 || !/=(?:on|off)$/.test(prepare)) throw new Error('DATABASE_URL: prepare is on or off')
  const others = parameters.filter((one) => !one.startsWith('prepare='))
  return { url: others.length > 0 ? `${url}?${others.join('&')}` : url, prepare: prepare.slice('prepare='.length) }
}

/** A plan that was made for a small table is not kept for long when the table has grown and no statistics told. */
const maxLifetimeSeconds = 300
const connectWithinMs = 5_000
const answerWithinMs = 30_000

function poolOf(url: string, max: number, more: { query_timeout?: number; pipeline?: boolean } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    maxLifetimeSeconds,
    connectionTimeoutMillis: connectWithinMs,
    query_timeout: answerWithinMs,
    ...more,
    keepAlive: true,
    application_name: 'home-first-gateway',
    types: { getTypeParser: parserOf },
  })
  // An idle connection that dies is replaced when it is needed; one in use tells by the query that fails. Unheard, either
  // would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>, names?: Names): Promise<T> {
  const client = await pool.connect()
  try {
    const result = await work(client)
    client.release(names?.isFull(client))
    return result
  } catch (error) {
    client.release(isSpent(error))
    throw error
  }
}

/** With `names`, the text holds no values. */
function query(client: pg.PoolClient, text: string, values: readonly Value[], names?: Names): Promise<readonly Row[]> {
  return send(client, text, values.map(valueOf), names)
}

async function send(client: pg.PoolClient, text: string, values: unknown[], names?: Names): Promise<readonly Row[]> {
  const name = names?.nameOf(client, text)
  try {
    const { rows } = await client.query<Record<string, unknown>>({ text, values, ...(name && { name }) })
    return rows
  } catch (error) {
    if (isShared(error)) names?.stop()
    throw error
  }
}

/** A connection outside any pool's ways, for tools: no limit of time but those that it sets itself. */
export interface Asking {
  ask(text: string, values: readonly Value[]): Promise<readonly Row[]>
  put(table: TableName, rows: readonly Values[]): Promise<void>
}

export async function withConnection<T>(location: string, work: (client: Asking) => Promise<T>): Promise<T> {
  const pool = poolOf(readLocation(location).url, 1, { query_timeout: 0, pipeline: true })
  const asking = (client: pg.PoolClient): Asking => ({
    ask: (text, values) => query(client, text, values),
    put: (table, rows) => insert(client, insertsOf({ put: table, rows }), statementNames()),
  })
  try {
    return await withClient(pool, (client) => work(asking(client))).catch(withoutValues)
  } finally {
    await pool.end()
  }
}

/** A migration of a large database takes its time; one that is not needed takes no lock and no right to create. */
async function migrateAt(url: string, now: () => number): Promise<void> {
  const pool = poolOf(url, 1, { query_timeout: 0 })
  const work = async (client: pg.PoolClient) => {
    if ((await migrationsLeft(client)).length > 0) await migrate(client, now())
  }
  try {
    await persist(() => withClient(pool, work), isOpeningRace).catch(withoutValues)
  } finally {
    await pool.end()
  }
}

/** Creating what another opener creates at the same moment is a duplicate to PostgreSQL; the second look finds it there. */
const isOpeningRace = (error: unknown): boolean =>
  isPassing(error) || (error instanceof pg.DatabaseError && ['23505', '42P07', '42710'].includes(error.code ?? ''))

async function migrationsLeft(client: pg.PoolClient): Promise<readonly Migration[]> {
  const [table] = await query(client, "select to_regclass('migration')::text as name", [])
  const applied = table?.['name'] ? await query(client, 'select number from migration', []) : []
  return pending(migrationsFor(postgresDialect), applied)
}

async function migrate(client: pg.PoolClient, nowMs: number): Promise<void> {
  await transaction(client, `set local statement_timeout = 0; ${migrationTable}`, async ({ begun }) => {
    await begun
    await client.query('lock table migration in exclusive mode')
    for (const { number, name, sql } of await migrationsLeft(client)) {
      await client.query(sql)
      await query(client, 'insert into migration values ($1, $2, $3)', [number, name, new Date(nowMs).toISOString()])
    }
  })
}

interface Writer {
  run(plans: readonly Plan[]): Promise<readonly Committed[]>
}

/** Every batch leaves its number in this writer's own row of `writer`, in the same transaction. */
function writerOn(pool: pg.Pool, names: Names, now: () => number, chain: Chain): Writer {
  const id = chain.writer
  let batch = 0
  const mark = (number: number) => `
    insert into writer (id, batch, seen) values ('${id}', ${number}, '${new Date(now()).toISOString()}')
    on conflict (id) do update set batch = greatest(writer.batch, excluded.batch), seen = excluded.seen`

  const attempt = async (plans: readonly Plan[]): Promise<readonly Committed[]> => {
    const number = ++batch
    const { head } = chain
    // Until the attempt has ended well the chain's end is looked for in the database: no other attempt is under way there,
    // because the mark waits for it.
    chain.head = undefined
    let applied: Applied = { answers: [], head }
    const apply = async (client: pg.PoolClient, sent: Sent) => {
      applied = await drive(client, sent, applyPlans(plans, now(), postgresDialect, { ...chain, head }), names)
    }
    try {
      await withClient(pool, (client) => transaction(client, mark(number), (sent) => apply(client, sent)), names)
    } catch (error) {
      if (!(error instanceof Unanswered && (await tookPlace(number)))) throw error
    }
    chain.head = applied.head
    return applied.answers
  }
  /** Touching the row waits until the lost transaction, if the server still has it, has come to its end. */
  const tookPlace = async (number: number): Promise<boolean> => {
    const [row] = await persist(() => withClient(pool, (client) => query(client, `${mark(0)} returning batch`, [])), isPassing)
    return row?.['batch'] === number
  }
  return { run: (plans) => persist(() => attempt(plans), isPassing) }
}

async function drive<T>(client: pg.PoolClient, sent: Sent, script: Script<T>, names: Names): Promise<T> {
  let state = script.next([])
  while (!state.done) state = script.next(await take(client, sent, state.value, names))
  return state.value
}

/** What is put is not waited for: nothing needs its answer but the commit. */
async function take(client: pg.PoolClient, sent: Sent, step: Step, names: Names): Promise<readonly Row[]> {
  if ('ask' in step) return sent.answered(query(client, step.ask, step.with, names))
  // What cannot even be written down must throw here: the server would never hear of it, and commit.
  const inserts = insertsOf(step)
  await sent.begun
  sent.ahead(insert(client, inserts, names))
  return []
}

async function insert(client: pg.PoolClient, inserts: readonly Insert[], names: Names): Promise<void> {
  await Promise.all(inserts.map(({ text, values, isAlike }) => send(client, text, [...values], isAlike ? names : undefined)))
}

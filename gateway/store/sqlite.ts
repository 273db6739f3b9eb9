// The store on SQLite: one connection, whose transactions run at a stretch, so that no reader sees half of one.

import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { applyPlans } from './apply.ts'
import { newChain } from './chain.ts'
import { groupCommit } from './group-commit.ts'
import { migrationsFor, migrationTable, pending } from './migrations.ts'
import { readsOf, type Ask } from './reads.ts'
import { reindex } from './reindex.ts'
import { forgetOn } from './forget.ts'
import { persist } from './retry.ts'
import { plain, type Dialect, type Row, type Script, type Step, type Value } from './script.ts'
import { settingOn } from './settings.ts'
import { StoreUnavailable, type Committed, type Plan, type Store } from './store.ts'
import { tableOf, type TableName } from './tables.ts'

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  each: (parameter) => `json_each(${parameter}) as e`,
  contains: (text, part) => `instr(${text}, ${part}) > 0`,
  position: (text, part) => `instr(${text}, ${part})`,
  lookUp: (table, alias, on) => `cross join ${table} ${alias} on ${on}`,
  oneOf: (column, select) => `${column} in (${select})`,
}

/** A file, made with its folder when it is not there, or `:memory:`. `now` is the machine's clock in milliseconds. */
export async function openSqlite(path: string, now: () => number = Date.now): Promise<Store> {
  if (path !== ':memory:') await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(path, { timeout: shortWaitMs })
  try {
    await persist(() => database.exec(settings), isBusy)
    const within = transactionsOn(database)
    await persist(() => within(() => migrate(database, now())), isBusy)
  } catch (error) {
    database.close()
    throw error
  }
  return storeOn(database, now)
}

/** Within SQLite a wait blocks the whole process: it is kept short, and repeated between other work (retry.ts). */
const shortWaitMs = 10

const settings = `
  pragma page_size = 8192;
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma cache_size = -32768;
  pragma journal_size_limit = 67108864;
  pragma wal_autocheckpoint = 4000;
`

function storeOn(database: DatabaseSync, now: () => number): Store {
  const connection = connectionTo(database)
  const whenFree = async <T>(work: () => T): Promise<T> => {
    if (!database.isOpen) throw new StoreUnavailable('the store is closed')
    try {
      return work()
    } catch (error) {
      // Nearly never: what every read would pay for is set up only now.
      if (!isBusy(error)) return rethrow(error)
      return persist(work, isBusy).catch(rethrow)
    }
  }
  const within = transactionsOn(database)
  const chain = newChain()
  const apply = (plans: readonly Plan[]): readonly Committed[] => {
    const { head } = chain
    // Until the attempt has ended well the chain's end is looked for in the database.
    chain.head = undefined
    const applied = within(() => connection.run(applyPlans(plans, now(), sqliteDialect, { ...chain, head })))
    chain.head = applied.head
    return applied.answers
  }
  const group = groupCommit((plans) => whenFree(() => apply(plans)))
  const ask: Ask = (text, values) => whenFree(() => connection.ask(text, values))
  return {
    ...readsOf(ask, sqliteDialect, chain.writer),
    forget: forgetOn(ask),
    setSetting: settingOn(ask),
    commit: (plan) => group.commit(plan),
    reindex: (base) => reindex((script) => whenFree(() => within(() => connection.run(script()))), base),
    async close() {
      await group.close()
      if (database.isOpen) database.close()
    },
  }
}

export function migrate(database: DatabaseSync, nowMs: number): void {
  database.exec(migrationTable)
  const applied: Row[] = database.prepare('select number from migration').all()
  for (const { number, name, sql } of pending(migrationsFor(sqliteDialect), applied)) {
    database.exec(sql)
    database.prepare('insert into migration values (?, ?, ?)').run(number, name, new Date(nowMs).toISOString())
  }
}

function transactionsOn(database: DatabaseSync): <T>(work: () => T) => T {
  const [begin, commit] = [database.prepare('begin immediate'), database.prepare('commit')]
  return (work) => {
    begin.run()
    try {
      const result = work()
      commit.run()
      return result
    } catch (error) {
      if (database.isTransaction) database.exec('rollback')
      throw error
    }
  }
}

export interface Connection {
  ask(text: string, values: readonly Value[]): readonly Row[]
  run<T>(script: Script<T>): T
}

/** Searches come in many shapes: beyond this many prepared statements, all are prepared anew. */
const mostStatements = 500

export function connectionTo(database: DatabaseSync): Connection {
  const statements = new Map<string, StatementSync>()
  const prepared = (text: string): StatementSync => {
    const known = statements.get(text)
    if (known) return known
    if (statements.size >= mostStatements) statements.clear()
    const statement = database.prepare(text.replace(/\$(\d+)/g, '?$1'))
    statements.set(text, statement)
    return statement
  }
  const ask: Connection['ask'] = (text, values) => prepared(text).all(...values.map(bound))
  const step = (next: Step): readonly Row[] => {
    if ('ask' in next) return ask(next.ask, next.with)
    const { names, text } = insertInto(next.put)
    const insert = prepared(text)
    for (const row of next.rows) insert.run(...names.map((name) => bound(row[name] ?? null)))
    return []
  }
  return {
    ask,
    run(script) {
      let state = script.next([])
      while (!state.done) state = script.next(step(state.value))
      return state.value
    },
  }
}

const bound = (value: Value): Value => (typeof value === 'string' ? plain(value) : value)

interface Insert {
  readonly names: readonly string[]
  readonly text: string
}

const inserts = new Map<TableName, Insert>()

function insertInto(table: TableName): Insert {
  const known = inserts.get(table)
  if (known) return known
  const { names, clash = '' } = tableOf(table)
  const text = `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')}) ${clash}`
  const made = { names, text }
  inserts.set(table, made)
  return made
}

/** The low byte of SQLite's extended result code. */
function resultCode(error: unknown): number {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : 0
  return typeof code === 'number' ? code & 0xff : 0
}

const [busy, locked] = [5, 6]
const isBusy = (error: unknown): boolean => [busy, locked].includes(resultCode(error))

/** Read-only, input or output error, corrupt, full, cannot open: the store cannot write, whatever the plan was. */
const broken = [8, 10, 11, 13, 14]

function rethrow(error: unknown): never {
  if (broken.includes(resultCode(error))) throw new StoreUnavailable('the database cannot be written', { cause: error })
  throw error
}

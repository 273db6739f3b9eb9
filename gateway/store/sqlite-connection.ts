// One connection to SQLite: what is set on it, its statements and transactions, and which of its faults pass.

import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { plain, type Row, type Script, type Step, type Value } from './script.ts'
import { StoreUnavailable } from './store.ts'
import { tableOf, type TableName } from './tables.ts'

export interface Connection {
  readonly database: DatabaseSync
  ask(text: string, values: readonly Value[]): readonly Row[]
  run<T>(script: Script<T>): T
  /** Runs `work` in one writing transaction, at a stretch; nothing has happened where it throws. */
  within<T>(work: () => T): T
}

/** `waitMs`: how long a statement stands still, and its thread with it, while another connection writes. */
export function openDatabase(path: string, waitMs: number): DatabaseSync {
  return new DatabaseSync(path, { timeout: waitMs })
}

/** Makes no file where there is none: an empty database would take the place of one that was moved. */
export function reopenDatabase(path: string, waitMs: number): DatabaseSync {
  const url = pathToFileURL(path)
  url.searchParams.set('mode', 'rw')
  return new DatabaseSync(url, { timeout: waitMs })
}

/** What each connection sets for itself, with so much memory for pages; it fails as busy while a log is recovered. */
export const settings = (pagesMb: number): string => `
  pragma page_size = 8192;
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma cache_size = ${-1024 * pagesMb};
  pragma journal_size_limit = 67108864;
  pragma wal_autocheckpoint = 4000;
`

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
    database,
    ask,
    run(script) {
      let state = script.next([])
      while (!state.done) state = script.next(step(state.value))
      return state.value
    },
    within: transactionsOn(database),
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

/** The low byte of SQLite's extended result code. */
function resultCode(error: unknown): number {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : 0
  return typeof code === 'number' ? code & 0xff : 0
}

const [busy, locked] = [5, 6]

/** Another connection is at it: the same may succeed later. */
export const isBusy = (error: unknown): boolean => [busy, locked].includes(resultCode(error))

/** Read-only, input or output error, corrupt, full, cannot open, no database: the store cannot write, whatever the plan was. */
const broken = [8, 10, 11, 13, 14, 26]

/** The fault as callers of the store know it. */
export function faultOf(error: unknown): unknown {
  if (!broken.includes(resultCode(error))) return error
  return new StoreUnavailable('the database cannot be written', { cause: error })
}

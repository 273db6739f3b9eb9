// Raw SQLite in a process of its own: it inserts the rows of real requests, and does nothing else.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { rowsFor, type TableRows } from './rows.ts'
import { person } from './traffic.ts'
import { answerParent } from './worker.ts'

export type RawQuestion =
  /** Rows of one request, those of the n-th person; `filled` times they are there before anything is measured. */
  | {
      readonly ask: 'rows'
      readonly name: string
      readonly rows: readonly TableRows[]
      readonly person: number
      readonly filled: number
    }
  /** `batch` requests per commit on average: 6.4 makes commits of six and of seven. */
  | { readonly ask: 'insert'; readonly name: string; readonly batch: number; readonly requests: number }

export interface Cost {
  readonly count: number
  readonly seconds: number
  readonly cpuSeconds: number
}

const schema = join(import.meta.dirname, '../../gateway/store/schema')
/** As the gateway opens its own (gateway/store/sqlite.ts). */
const settings = `
  pragma page_size = 8192;
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma cache_size = -32768;
  pragma journal_size_limit = 67108864;
  pragma wal_autocheckpoint = 4000;
`
const folder = mkdtempSync(join(tmpdir(), 'home-first-raw-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

interface Sink {
  readonly database: DatabaseSync
  readonly rows: readonly TableRows[]
  readonly inserts: readonly StatementSync[]
  readonly person: number
  /** Requests written so far. */
  written: number
}

const sinks = new Map<string, Sink>()

answerParent<RawQuestion, Cost>((question) => (question.ask === 'rows' ? open(question) : insert(question)))

/** Answers what filling it cost. */
function open({ name, rows, person: n, filled }: Extract<RawQuestion, { ask: 'rows' }>): Cost {
  const database = new DatabaseSync(join(folder, `${name}.db`))
  database.exec(settings)
  for (const file of readdirSync(schema)
    .filter((one) => one.endsWith('.sqlite.sql'))
    .toSorted())
    database.exec(readFileSync(join(schema, file), 'utf8'))
  const inserts = rows.map(({ table, columns }) =>
    database.prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`),
  )
  sinks.set(name, { database, rows, inserts, person: n, written: 0 })
  return insert({ ask: 'insert', name, batch: 64, requests: filled })
}

/** The rows are made before the clock starts: it is SQLite alone that is measured. */
function insert({ name, batch, requests }: Extract<RawQuestion, { ask: 'insert' }>): Cost {
  const sink = sinks.get(name)
  if (!sink) throw new Error(`no rows named ${name}`)
  const { database, rows, inserts } = sink
  const ready = sizesOf(batch, requests).map((size) => Array.from({ length: size }, () => later(sink, rows)))
  const count = ready.reduce((sum, { length }) => sum + length, 0)
  return measured(count, () => {
    for (const together of ready) {
      database.exec('begin immediate')
      database.exec(`update clock set last = last + ${together.length}, serial = serial + ${together.length}`)
      for (const request of together)
        request.forEach((table, i) => {
          for (const row of table.rows) inserts[i]?.run(...row)
        })
      database.exec('commit')
    }
  })
}

/** How many requests each commit takes. */
function sizesOf(batch: number, requests: number): readonly number[] {
  const commits = Math.max(1, Math.round(requests / batch))
  return Array.from({ length: commits }, (_, i) => Math.round((i + 1) * batch) - Math.round(i * batch))
}

function later(sink: Sink, rows: readonly TableRows[]): readonly TableRows[] {
  const k = ++sink.written
  return rowsFor(rows, person(sink.person), person(sink.person + k), k)
}

function measured(count: number, act: () => void): Cost {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  act()
  const { user, system } = process.cpuUsage(cpu)
  return { count, seconds: (performance.now() - began) / 1000, cpuSeconds: (user + system) / 1e6 }
}

// What the parts cost by themselves, in a process of their own: raw SQLite inserts, JSON.parse, and two validators.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import type { Resource } from '@medplum/fhirtypes'
import { structureDefinitions } from '../../profiles/definitions.ts'
import { validate } from '../../profiles/validator.ts'
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
  | { readonly ask: 'insert'; readonly name: string; readonly batch: number; readonly batches: number }
  | { readonly ask: 'work'; readonly text: string; readonly seconds: number }

export interface RawAnswer {
  readonly [work: string]: Cost
}

export interface Cost {
  /** Requests, bodies or resource sets that were worked on. */
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
  pragma cache_size = -65536;
  pragma journal_size_limit = 67108864;
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
indexStructureDefinitionBundle([...structureDefinitions()])

answerParent<RawQuestion, RawAnswer>((question) => {
  if (question.ask === 'rows') return open(question)
  if (question.ask === 'insert') return insert(question)
  return work(question)
})

function open({ name, rows, person: n, filled }: Extract<RawQuestion, { ask: 'rows' }>): RawAnswer {
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
  for (let left = filled; left > 0; left -= 64) insert({ ask: 'insert', name, batch: Math.min(left, 64), batches: 1 })
  return {}
}

/** The rows are made before the clock starts: it is SQLite alone that is measured. */
function insert({ name, batch, batches }: Extract<RawQuestion, { ask: 'insert' }>): RawAnswer {
  const sink = sinks.get(name)
  if (!sink) throw new Error(`no rows named ${name}`)
  const { database, rows, inserts } = sink
  const ready = Array.from({ length: batches }, () => Array.from({ length: batch }, () => later(sink, rows)))
  return {
    insert: measured(batch * batches, () => {
      for (const requests of ready) {
        database.exec('begin immediate')
        database.exec(`update clock set last = last + ${batch}, serial = serial + ${batch}`)
        for (const request of requests)
          request.forEach((table, i) => {
            for (const row of table.rows) inserts[i]?.run(...row)
          })
        database.exec('commit')
      }
    }),
  }
}

function later(sink: Sink, rows: readonly TableRows[]): readonly TableRows[] {
  const k = ++sink.written
  return rowsFor(rows, person(sink.person), person(sink.person + k), k)
}

function work({ text, seconds }: Extract<RawQuestion, { ask: 'work' }>): RawAnswer {
  const bundle = JSON.parse(text) as { entry: { resource: Resource }[] }
  const carried = bundle.entry
    .map(({ resource }) => resource)
    .filter(({ resourceType }) => !['MessageHeader', 'Organization'].includes(resourceType))
  return {
    parse: repeated(seconds, () => void JSON.parse(text)),
    validate: repeated(seconds, () => {
      for (const resource of carried)
        if (validate(resource).some(({ severity }) => severity === 'error'))
          throw new Error(`${resource.resourceType} is not valid`)
    }),
    // Warnings about references into the bundle are part of its work.
    medplum: repeated(seconds, () => {
      for (const resource of carried) validateResource(resource)
    }),
  }
}

function repeated(seconds: number, once: () => void): Cost {
  const until = performance.now() + seconds * 1000
  let count = 0
  const cost = measured(0, () => {
    do {
      once()
      count++
    } while (performance.now() < until)
  })
  return { ...cost, count }
}

function measured(count: number, act: () => void): Cost {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  act()
  const { user, system } = process.cpuUsage(cpu)
  return { count, seconds: (performance.now() - began) / 1000, cpuSeconds: (user + system) / 1e6 }
}

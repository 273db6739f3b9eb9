// Everything that a store holds, copied to another, empty one in batches, and compared row by row at the end.

import { createHash, type Hash } from 'node:crypto'
import { numberOf } from './row.ts'
import type { Row, Value, Values } from './script.ts'
import { tableOf, tables, type TableName } from './tables.ts'

/** A store within one transaction: what is read stands still, and what is written is there in the end or not at all. */
export interface CopySide {
  ask(text: string, values: readonly Value[]): Promise<readonly Row[]>
  put(table: TableName, rows: readonly Values[]): Promise<void>
}

/** Opens the store at a location and runs the work in one transaction, which is undone when the work throws. */
export type WithSide = <T>(location: string, as: 'source' | 'target', work: (side: CopySide) => Promise<T>) => Promise<T>

export interface CopiedTable {
  readonly table: TableName
  readonly rows: number
  /** SHA-256 of all columns of all rows, in the order of the key. */
  readonly digest: string
}

/** What the rows of each table are told apart by, and so the order in which they are read. */
const keys: Readonly<Record<TableName, readonly string[]>> = {
  clock: ['one'],
  resource: ['rid'],
  version: ['rid', 'version'],
  draft: ['rid', 'version'],
  history: ['type', 'at', 'rid', 'version'],
  search_index: ['key', 'value', 'rid', 'other'],
  reader: ['organization', 'rid', 'why'],
  membership: ['rid', 'journey'],
  party: ['seq'],
  withholding: ['organization', 'resource', 'source'],
  claim: ['space', 'key'],
  message: ['id'],
  audit: ['id'],
  audit_what: ['what', 'id'],
  setting: ['name'],
  outbox: ['seq'],
}

const names = Object.keys(tables) as TableName[]

/** Throws where the target is not empty, or does not hold in the end what the source holds. */
export async function copyAll(source: CopySide, target: CopySide, say: (copied: CopiedTable) => void): Promise<void> {
  await requireEmpty(target)
  for (const table of names) {
    const read = await digestOf(source, table, (rows) => target.put(table, rows))
    const written = await digestOf(target, table)
    if (read.rows !== written.rows || read.digest !== written.digest) {
      throw new Error(`${table}: ${read.rows} rows were read and ${written.rows} are there, or they are not the same`)
    }
    say(read)
  }
}

async function requireEmpty(target: CopySide): Promise<void> {
  for (const table of names) {
    const used = table === 'clock' ? 'where last > 0 or serial > 0' : ''
    const rows = await target.ask(`select 1 as used from ${table} ${used} limit 1`, [])
    if (rows.length > 0) throw new Error(`the target is not empty: there is something in ${table}`)
  }
}

async function digestOf(
  side: CopySide,
  table: TableName,
  also?: (rows: readonly Values[]) => Promise<void>,
): Promise<CopiedTable> {
  const { names: columns } = tableOf(table)
  const hash = createHash('sha256')
  let count = 0
  for await (const rows of batches(side, table)) {
    const values = rows.map((row) => Object.fromEntries(columns.map((column) => [column, valueOf(row[column])])))
    for (const row of values) digest(hash, columns, row)
    count += rows.length
    await also?.(values)
  }
  return { table, rows: count, digest: hash.digest('hex') }
}

function digest(hash: Hash, columns: readonly string[], row: Readonly<Record<string, Value>>): void {
  const plain = columns.map((column) => {
    const value = row[column] ?? null
    return value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value
  })
  hash.update(`${JSON.stringify(plain)}\n`)
}

function valueOf(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array) return value
  return null
}

const mostRows = 1_000
/** Of texts and bytes in one batch; a single row may be larger. */
const mostBytes = 4 * 1024 * 1024

/** All rows in the order of the key, as many at a time as fit. */
async function* batches(side: CopySide, table: TableName): AsyncIterable<readonly Row[]> {
  const key = keys[table]
  let after: readonly Value[] | undefined
  for (;;) {
    const limit = await fitting(side, table, after)
    if (limit === 0) return
    const rows = await side.ask(
      `select * from ${table} ${behind(key, after)} order by ${key.join(', ')} limit ${limit}`,
      after ?? [],
    )
    yield rows
    const last = rows.at(-1)
    if (!last) return
    after = key.map((column) => valueOf(last[column]))
  }
}

const behind = (key: readonly string[], after: readonly Value[] | undefined): string =>
  after === undefined ? '' : `where (${key.join(', ')}) > (${key.map((_, i) => `$${i + 1}`).join(', ')})`

/** How many of the next rows fit: where a row may be large, the sizes are asked for first. */
async function fitting(side: CopySide, table: TableName, after: readonly Value[] | undefined): Promise<number> {
  const { columns, isWide } = tableOf(table)
  if (!isWide) return mostRows
  const key = keys[table]
  const size = Object.entries(columns).map(([name, type]) => (type === 'bigint' ? '8' : `coalesce(octet_length(${name}), 0)`))
  const rows = await side.ask(
    `select ${size.join(' + ')} as size from ${table} ${behind(key, after)} order by ${key.join(', ')} limit ${mostRows}`,
    after ?? [],
  )
  let bytes = 0
  const full = rows.findIndex((row, i) => (bytes += numberOf(row, 'size')) > mostBytes && i > 0)
  return full < 0 ? rows.length : full
}

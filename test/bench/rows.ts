// The rows that one request wrote, as they stand in the gateway's SQLite file: what raw SQLite has to write in its place.

import { DatabaseSync } from 'node:sqlite'
import type { SyntheticPerson } from '../../gateway/demo/cast.ts'
import { folded } from '../../gateway/store/index-rows.ts'
import { tables, type TableName } from '../../gateway/store/tables.ts'

export type Cell = string | number | Uint8Array | null

export interface TableRows {
  readonly table: TableName
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What `act` adds to the file, table by table. */
export async function rowsWrittenBy(file: string, act: () => Promise<unknown>): Promise<readonly TableRows[]> {
  const before = new Set(allRows(file).flatMap(({ table, rows }) => rows.map((row) => nameOf(table, row))))
  await act()
  return allRows(file)
    .map((each) => ({ ...each, rows: each.rows.filter((row) => !before.has(nameOf(each.table, row))) }))
    .filter(({ rows }) => rows.length > 0)
}

const nameOf = (table: TableName, row: readonly Cell[]): string => JSON.stringify([table, ...row.map(String)])

/** All that grow with what is stored: the clock is one row, which raw.ts moves on by itself. */
const written = (Object.keys(tables) as TableName[]).filter((table) => table !== 'clock')

/** Only while the file is small. */
function allRows(file: string): readonly TableRows[] {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    return written.map((table) => {
      const columns = Object.keys(tables[table].columns)
      const found = database.prepare(`select ${columns.join(', ')} from ${table}`).all()
      return { table, columns, rows: found.map((row) => columns.map((column) => cellOf(row[column]))) }
    })
  } finally {
    database.close()
  }
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array) return value
  return null
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The same rows for another person, k milliseconds and k messages later: other ids, numbers and names of the same lengths. */
export function rowsFor(all: readonly TableRows[], from: SyntheticPerson, to: SyntheticPerson, k: number): readonly TableRows[] {
  const span = all.reduce((sum, { rows }) => sum + rows.length, 0)
  const names = new Map<string, string>()
  for (const name of ['nhsNumber', 'local', 'visit', 'family', 'given', 'birthDate'] as const) {
    names.set(from[name], to[name])
    names.set(folded(from[name]), folded(to[name]))
  }
  const pattern = new RegExp([uuid.source, ...names.keys()].join('|'), 'g')
  const other = (found: string) => names.get(found) ?? laterId(found, k)
  return all.map(({ table, columns, rows }) => {
    const isNumber = columns.map((column) => column === 'rid' || column === 'seq')
    const isDigest = columns.map((column) => table === 'claim' && column === 'key')
    const cell = (value: Cell, i: number): Cell => {
      if (typeof value === 'number') return isNumber[i] ? value + span * k : value
      if (typeof value !== 'string') return value
      return value.replace(pattern, other) + (isDigest[i] ? ` ${k}` : '')
    }
    return { table, columns, rows: rows.map((row) => row.map(cell)) }
  })
}

/** The first 48 bits of a UUID version 7 are milliseconds; those of a version 4 (a Person's) are nothing, and become another's. */
function laterId(id: string, k: number): string {
  const ms = (Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) + k).toString(16).padStart(12, '0')
  return `${ms.slice(0, 8)}-${ms.slice(8)}${id.slice(13)}`
}

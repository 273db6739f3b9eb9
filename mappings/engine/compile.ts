// Compiles a mapping table once; refuses at that moment what could only be wrong later.

import type { CompiledRow, SourcePath } from './compiled.ts'
import { parsePath } from './path.ts'
import { reader, type Reading } from './read.ts'
import type { Condition, Context, From, Row, Table } from './row.ts'
import type { Source } from './cell.ts'
import { writer, type Written } from './write.ts'

export interface CompiledTable {
  readonly table: Table
  read(source: Source, context: Context): Reading
  write(resource: unknown, context: Context): Written
}

/** A table that cannot be right. */
export class TableFault extends Error {
  override name = 'TableFault'
}

export function compile(table: Table): CompiledTable {
  const rows = table.rows.map((row) => compileRow(table, row))
  refuseTwoWaysWithoutInverse(table)
  refuseTwoRowsOneTarget(table, rows)
  refuseUnspokenFields(table, rows)
  return { table, read: reader(table, rows), write: writer(table, rows) }
}

const sourceShape = /^([A-Z][A-Z0-9]{2}-\d+|[A-Za-z_][A-Za-z0-9_() ]*?)(?:\[([\w-]+)\])?(?:\.(\d+))?$/

function compileRow(table: Table, row: Row): CompiledRow {
  const from = listOf(row.from).map((one) => sourcePath(table, one))
  const isNamedByValue = row.to.includes('{')
  const to = parsePath(row.to.replaceAll(/\{\w+\}/g, 'value'))
  if (!to) throw new TableFault(`${table.id}: '${row.to}' is not a path`)
  return {
    row,
    from,
    to: isNamedByValue ? undefined : to,
    expression: `${table.type}.${table.each ? `${table.each}.` : ''}${row.to}`,
  }
}

const listOf = (from: Row['from']): readonly From[] => (isList(from) ? from : [from])
const isList = (from: Row['from']): from is readonly From[] => Array.isArray(from)

function sourcePath(table: Table, from: From): SourcePath {
  const text = typeof from === 'string' ? from : from.path
  const found = sourceShape.exec(text)
  if (!found) throw new TableFault(`${table.id}: '${text}' is not a source path`)
  const [, field = '', selector, component] = found
  if (!table.fields.includes(field)) throw new TableFault(`${table.id}: '${field}' is not a field of ${table.source}`)
  if (selector !== undefined && !Object.hasOwn(table.selectors ?? {}, selector)) {
    throw new TableFault(`${table.id}: the table has no selector '${selector}'`)
  }
  return {
    text,
    field,
    selector,
    component: component === undefined ? undefined : Number(component),
    when: typeof from === 'string' ? undefined : from.when,
  }
}

function refuseTwoWaysWithoutInverse(table: Table): void {
  for (const { from, to, as, direction } of table.rows) {
    if (direction !== '→' && !as.format) {
      throw new TableFault(`${table.id}: ${JSON.stringify(from)} ${direction} ${to}, but ${as.name} has no way back`)
    }
  }
}

/** Two rows may write one target only under conditions that exclude each other. */
function refuseTwoRowsOneTarget(table: Table, rows: readonly CompiledRow[]): void {
  const writing = rows.filter(({ row }) => row.direction !== '←')
  writing.forEach((one, index) => {
    for (const other of writing.slice(index + 1)) {
      if (overlap(one.row.to, other.row.to) && !exclude(one.row.when, other.row.when)) {
        throw new TableFault(`${table.id}: two rows write ${one.row.to} (${other.row.to})`)
      }
    }
  })
}

const overlap = (one: string, other: string): boolean =>
  one === other ||
  one.startsWith(`${other}.`) ||
  other.startsWith(`${one}.`) ||
  one.startsWith(`${other}[`) ||
  other.startsWith(`${one}[`)

const exclude = (one: Condition | undefined, other: Condition | undefined): boolean =>
  one !== undefined && other !== undefined && one.setting === other.setting && one.is !== other.is

/** Nothing is dropped in silence: each field of the source's specification is mapped, or ignored with a reason. */
function refuseUnspokenFields(table: Table, rows: readonly CompiledRow[]): void {
  const mapped = new Set(rows.flatMap(({ from }) => from.map(({ field }) => field)))
  const unspoken = table.fields.filter((field) => !mapped.has(field) && !table.ignored[field]?.trim())
  if (unspoken.length > 0) throw new TableFault(`${table.id}: neither mapped nor ignored with a reason: ${unspoken.join(', ')}`)
  for (const path of Object.keys(table.ignored)) {
    if (!table.fields.includes(path.replace(/\.\d+$/, ''))) throw new TableFault(`${table.id}: '${path}' is ignored but no field`)
    if (mapped.has(path)) throw new TableFault(`${table.id}: '${path}' is both mapped and ignored`)
  }
}

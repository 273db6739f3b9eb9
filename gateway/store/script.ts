// What a driver runs: a script of steps, written once for both databases, and the few words that their dialects spell differently.

import type { TableName } from './tables.ts'

export type Value = string | number | Uint8Array | null

/** A row to be written: columns that are not named are null. */
export type Values = Readonly<Record<string, Value | undefined>>

/** A row that was read. */
export type Row = Readonly<Record<string, unknown>>

/** Ask for rows by SQL with $1, $2 …, or put rows into a table. */
export type Step =
  | { readonly ask: string; readonly with: readonly Value[] }
  | { readonly put: TableName; readonly rows: readonly Values[] }

/** One transaction as a generator, so that SQLite runs it at a stretch and PostgreSQL waits between its steps. */
export type Script<T> = Generator<Step, T, readonly Row[]>

export interface Dialect {
  readonly name: 'sqlite' | 'postgres'
  /** A table `e` whose column `value` holds the items of a JSON array; an item's parts are `e.value->>0`, `e.value->>1` … */
  each(parameter: string): string
  /** True when `text` contains `part`, letter for letter. */
  contains(text: string, part: string): string
  /** Where the first `part` stands in `text`, counted from 1; 0 when it does not. */
  position(text: string, part: string): string
  /** Goes behind a `from`: for each row before it, the rows of the table that meet `on` are looked up, by an index. */
  lookUp(table: string, alias: string, on: string): string
  /** True when the column holds one of the numbers that the select finds: they are found first, and each is looked up by index. */
  oneOf(column: string, select: string): string
}

/** Text as both databases keep it alike: PostgreSQL takes no NUL, and neither a half of a surrogate pair. */
export function plain(text: string): string {
  const clean = text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text
  return clean.isWellFormed() ? clean : clean.toWellFormed()
}

/** A list of tuples as one parameter for `Dialect.each`. */
export function listOf(tuples: Iterable<readonly (string | number)[]>): string {
  const clean = (item: string | number) => (typeof item === 'string' ? plain(item) : item)
  return JSON.stringify(Array.from(tuples, (tuple) => tuple.map(clean)))
}

/** A step that must have rows to be worth a round trip. */
export function* put(table: TableName, rows: readonly Values[]): Script<void> {
  if (rows.length > 0) yield { put: table, rows }
}

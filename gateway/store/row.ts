// Reading columns of rows whose types the database, not the compiler, vouches for.

import type { Row } from './script.ts'

export function textOf(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new Error(`column ${column} is no text`)
  return value
}

export function numberOf(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw new Error(`column ${column} is no number`)
  return value
}

export function bytesOf(row: Row, column: string): Uint8Array {
  const value = row[column]
  if (!(value instanceof Uint8Array)) throw new Error(`column ${column} holds no bytes`)
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
}

/** The named columns that are not null, as properties of the same names. */
export function presentOf<K extends string>(row: Row, ...columns: readonly K[]): Partial<Record<K, string>> {
  const present: Partial<Record<K, string>> = {}
  for (const column of columns) {
    const value = row[column]
    if (typeof value === 'string') present[column] = value
  }
  return present
}

/** The value as one of the words that it can only be. */
export function wordOf<T extends string>(words: readonly T[], row: Row, column: string): T {
  const found = words.find((word) => word === row[column])
  if (found === undefined) throw new Error(`column ${column} holds an unknown word`)
  return found
}

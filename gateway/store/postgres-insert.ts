// Many rows in one statement of PostgreSQL.

import { plain, type Step, type Value, type Values } from './script.ts'
import { tableOf } from './tables.ts'

type Put = Extract<Step, { put: unknown }>

export interface Insert {
  readonly text: string
  readonly values: readonly unknown[]
  /** The text is the same for any number of rows. */
  readonly isAlike: boolean
}

/** One statement; several when there are more cells than a statement may have parameters (65,535). */
export function insertsOf({ put, rows }: Put): readonly Insert[] {
  const { columns, names, clash = '', newBy, isWide } = tableOf(put)
  const into = `insert into ${put} (${names.join(', ')})`
  if (!isWide) {
    const arrays = Object.values(columns).map((type, i) => `$${i + 1}::${type}[]`)
    const from = `from unnest(${arrays.join(', ')})`
    const text = newBy
      ? `${into} select distinct * ${from} as f(${names.join(', ')}) order by ${newBy}`
      : `${into} select * ${from} ${clash}`
    return [{ text, values: names.map((name) => listOf(rows, name)), isAlike: true }]
  }
  return chunks(rows, Math.floor(mostParameters / names.length)).map((chunk) => ({
    text: `${into} values ${chunk.map((_, i) => tuple(i * names.length, names.length)).join(', ')} ${clash}`,
    values: chunk.flatMap((row) => names.map((name) => cell(row, name))),
    isAlike: false,
  }))
}

const mostParameters = 8_000

const tuple = (start: number, length: number): string => `(${Array.from({ length }, (_, i) => `$${start + i + 1}`).join(', ')})`

function chunks<T>(items: readonly T[], size: number): T[][] {
  const starts = Array.from({ length: Math.ceil(items.length / size) }, (_, i) => i * size)
  return starts.map((start) => items.slice(start, start + size))
}

const cell = (row: Values, name: string) => valueOf(row[name] ?? null)

/** A column as PostgreSQL writes an array: the driver's own way looks at each text twice and takes three times as long. */
function listOf(rows: readonly Values[], name: string): string {
  let list = ''
  for (const row of rows) list += `${list && ','}${itemOf(row[name] ?? null)}`
  return `{${list}}`
}

function itemOf(value: Value): string {
  if (value === null) return 'NULL'
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') throw new Error('bytes go by themselves')
  const text = plain(value)
  return text.includes('"') || text.includes('\\') ? `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"` : `"${text}"`
}

export function valueOf(value: Value): string | number | Buffer | null {
  if (typeof value === 'string') return plain(value)
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value
}

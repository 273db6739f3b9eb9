// A page's rows within a number of bytes of text, of which no more than that is ever read at once.

import { cursorAt } from './order.ts'
import { versionColumns } from './query.ts'
import { numberOf } from './row.ts'
import type { Row } from './script.ts'
import type { Run } from './search.ts'
import type { Statement } from './statement.ts'
import type { Cursor } from './store.ts'

export interface Found {
  readonly row: Row
  readonly cursor: Cursor
}

/** What is asked of a page: no more rows than `count`, and (one row aside) no more bytes of text than `bytes`. */
export interface Bounds {
  readonly count: number
  readonly bytes?: number
}

export interface BoundedPage {
  readonly rows: readonly Found[]
  /** How many there were to choose from: one more than `count` when there are more. */
  readonly found: number
  /** Where the next page starts, when there is more. */
  readonly next?: Cursor
}

/** Reads so many rows and one more when there is more; texts longer than `longest` are left out. */
export type ReadRows = (count: number, longest: number | undefined) => Promise<readonly Found[]>

/**
 * Each row may take its share of the bytes at first, which nearly all do: then that was all. Where a text is longer, as many rows as
 * fit by their sizes are read once more, whole; and once more again where others wrote longer ones in between.
 */
export async function boundedPage({ count, bytes }: Bounds, read: ReadRows): Promise<BoundedPage> {
  if (bytes === undefined) return pageOf(await read(count, undefined), count)
  const first = await read(count, count === 0 ? 0 : Math.floor(bytes / (count + 1)))
  for (let found = first, most = count; ;) {
    const fits = fitting(found.slice(0, most), bytes)
    if (fits.every(isWhole)) return { ...pageOf(found, fits.length), found: first.length }
    most = fits.length
    found = await read(most, Math.max(bytes, ...fits.slice(0, 1).map(bytesIn)))
  }
}

function pageOf(found: readonly Found[], count: number): BoundedPage {
  const rows = found.slice(0, count)
  const last = found.length > count ? rows.at(-1) : undefined
  return { rows, found: found.length, ...(last && { next: last.cursor }) }
}

/** Those that come before the one that would bring them over the bytes; the first always. */
export function fitting(found: readonly Found[], bytes: number): readonly Found[] {
  let sum = 0
  const beyond = found.findIndex((one, i) => (sum += bytesIn(one)) > bytes && i > 0)
  return beyond < 0 ? found : found.slice(0, beyond)
}

export const bytesIn = ({ row }: Found): number => numberOf(row, 'bytes')

const isWhole = ({ row }: Found): boolean => row['text'] !== null

/** Runs a statement that begins with the columns of a version, as rows of a page. */
export async function rowsWithin(run: Run, statement: Statement, longest: number | undefined, before: Cursor = []) {
  const rows = await run(longest === undefined ? statement : sized(statement, longest))
  return rows.map((row): Found => ({ row, cursor: [...before, ...cursorAt(row)] }))
}

/** With the size of each text as `bytes`, and without those that are longer than that; a size is told without reading the text. */
function sized({ text, values }: Statement, longest: number): Statement {
  const all = [...values, longest]
  const isShort = `octet_length(v.text) <= cast($${all.length} as bigint)`
  const columns = versionColumns
    .replace('v.text', `case when ${isShort} then v.text end as text, octet_length(v.text) as bytes`)
    .replace('v.notes', `case when ${isShort} then v.notes end as notes`)
  if (!text.includes(versionColumns)) throw new Error('a statement without the columns of a version')
  return { text: text.replace(versionColumns, () => columns), values: all }
}

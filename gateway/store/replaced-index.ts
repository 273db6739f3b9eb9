// The index rows of what a batch wrote, in place of those that stood there before.

import { indexable } from './index-text.ts'
import { numberOf, textOf } from './row.ts'
import { listOf, plain, put, type Dialect, type Script } from './script.ts'
import type { IndexRow } from './store.ts'

// A type and no interface, so that it is a row's values as it stands.
type StoredRow = { readonly rid: number; readonly key: string; readonly value: string; readonly other: string }

/**
 * `index` has all rows of each resource in the end, by rid; `reindexed` are those resources that had rows before. Most of a
 * resource's rows outlive a change of it, and each costs two places in the index to take away and two to put back: only what
 * differs is written.
 */
export function* replaceIndex(
  reindexed: ReadonlySet<number>,
  index: ReadonlyMap<number, readonly IndexRow[]>,
  dialect: Dialect,
): Script<void> {
  const all = [...index].map(([rid, rows]) => [rid, rows.map((row) => asStored(rid, row))] as const)
  const fresh = all.flatMap(([rid, rows]) => (reindexed.has(rid) ? [] : rows))
  const wanted = byName(all.flatMap(([rid, rows]) => (reindexed.has(rid) ? rows : [])))
  const stored = yield* rowsOf(reindexed, dialect)
  yield* remove(without(stored, wanted), dialect)
  yield* put('search_index', [...fresh, ...without(wanted, stored)])
}

const without = (rows: ReadonlyMap<string, StoredRow>, others: ReadonlyMap<string, StoredRow>) =>
  [...rows].flatMap(([name, row]) => (others.has(name) ? [] : [row]))

/** None twice, also where rows differ in nothing but what no database keeps. */
const byName = (rows: readonly StoredRow[]) => new Map(rows.map((row) => [name(row), row]))

function* rowsOf(rids: ReadonlySet<number>, dialect: Dialect): Script<ReadonlyMap<string, StoredRow>> {
  if (rids.size === 0) return new Map()
  const rows = yield {
    ask: `select rid, key, value, other from search_index where ${amongRids(dialect)}`,
    with: [listOf(rids.values().map((rid) => [rid]))],
  }
  const stored = rows.map((row) => ({
    rid: numberOf(row, 'rid'),
    key: textOf(row, 'key'),
    value: textOf(row, 'value'),
    other: textOf(row, 'other'),
  }))
  return byName(stored)
}

function* remove(rows: readonly StoredRow[], dialect: Dialect): Script<void> {
  if (rows.length === 0) return
  yield {
    ask: `delete from search_index where ${amongRids(dialect)} and (rid, key, value, other) in
      (select cast(e.value->>0 as bigint), e.value->>1, e.value->>2, e.value->>3 from ${dialect.each('$1')})`,
    with: [listOf(rows.map(({ rid, key, value, other }) => [rid, key, value, other]))],
  }
}

const amongRids = (dialect: Dialect): string =>
  dialect.oneOf('rid', `select cast(e.value->>0 as bigint) from ${dialect.each('$1')}`)

const asStored = (rid: number, { key, value, other }: IndexRow): StoredRow => ({
  rid,
  key: plain(key),
  value: plain(indexable(value)),
  other: plain(indexable(other)),
})

/** The lengths keep apart what would read alike in a row. */
const name = ({ rid, key, value, other }: StoredRow): string => `${rid} ${key.length} ${value.length} ${key} ${value} ${other}`

// The order of a search's pages: what rows are sorted by, and where a page starts behind another's last row.

import type { Row } from './script.ts'
import type { Bind } from './statement.ts'
import type { Cursor, Order } from './store.ts'

/** One thing that rows are sorted by. */
export interface Sort {
  readonly expression: string
  readonly descending: boolean
  /** A row may lack it: such rows come last, whichever the direction. */
  readonly nullable: boolean
}

export const newestFirst: Order = { by: 'created', descending: true }

/** The row number comes last, in the direction of what stands before it, so that an index can serve both. */
export function sortsOf(order: readonly Order[], bind: Bind): readonly Sort[] {
  const asked = order.length > 0 ? order : [newestFirst]
  const created = asked.findIndex(({ by }) => by === 'created')
  const before = created < 0 ? asked : asked.slice(0, created) // what stands behind a row number decides nothing
  const { descending } = asked[before.length] ?? asked.at(-1) ?? newestFirst
  return [...before.map((one) => sortOf(one, bind)), { expression: 'r.rid', descending, nullable: false }]
}

function sortOf({ by, descending }: Order, bind: Bind): Sort {
  if (by === 'updated') return { expression: 'r.updated', descending, nullable: false }
  if (by === 'id' || by === 'created') return { expression: by === 'id' ? 'r.id' : 'r.rid', descending, nullable: false }
  return { expression: extremeOf(by.key, descending, bind), descending, nullable: true }
}

/** Least value ascending, greatest descending; an empty one says no more than that the element is there. */
function extremeOf(key: string, descending: boolean, bind: Bind): string {
  const pick = descending ? 'max' : 'min'
  return `(select ${pick}(o.value) from search_index o where o.rid = r.rid and o.key = ${bind(key)} and o.value > '')`
}

/** Rows are given what they are sorted by as columns `s0`, `s1` … */
export const sortColumns = (sorts: readonly Sort[]): string =>
  sorts.map(({ expression }, i) => `${expression} as s${i}`).join(', ')

export function orderBy(sorts: readonly Sort[]): string {
  const one = ({ descending, nullable }: Sort, i: number) =>
    `s${i} ${descending ? 'desc' : 'asc'}${nullable ? ' nulls last' : ''}`
  return `order by ${sorts.map(one).join(', ')}`
}

/** The rows behind the cursor. */
export function behind(sorts: readonly Sort[], cursor: Cursor, bind: Bind): string {
  if (cursor.length !== sorts.length) throw new Error('a cursor of another order')
  const isPlain = sorts.every(({ nullable, descending }) => !nullable && descending === sorts[0]?.descending)
  if (isPlain) {
    const values = cursor.map((value) => bind(value))
    return `(${sorts.map(({ expression }) => expression).join(', ')}) ${sorts[0]?.descending ? '<' : '>'} (${values.join(', ')})`
  }
  return `(${sorts.map((_, i) => behindAt(sorts, cursor, i, bind)).join(' or ')})`
}

/** Level with the cursor before the i-th sort, and behind it there. */
function behindAt(sorts: readonly Sort[], cursor: Cursor, at: number, bind: Bind): string {
  const tests = sorts.slice(0, at + 1).map(({ expression, descending, nullable }, i) => {
    const value = cursor[i] ?? null
    if (i < at) return value === null ? `${expression} is null` : `${expression} = ${bind(value)}`
    if (value === null) return '1 = 0'
    const beyond = `${expression} ${descending ? '<' : '>'} ${bind(value)}`
    return nullable ? `(${beyond} or ${expression} is null)` : beyond
  })
  return `(${tests.join(' and ')})`
}

/** Where the page starts that follows this row. */
export function cursorAt(row: Row): Cursor {
  const cursor: (string | number | null)[] = []
  for (let i = 0; `s${i}` in row; i++) {
    const value = row[`s${i}`]
    cursor.push(typeof value === 'string' || typeof value === 'number' ? value : null)
  }
  return cursor
}

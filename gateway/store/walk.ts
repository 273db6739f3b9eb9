// The way a search goes through the resources when no clause is rare: along the index that holds them in the order asked for.

import { newestFirst, sortsOf, type Sort } from './order.ts'
import type { Dialect } from './script.ts'
import type { Bind } from './statement.ts'
import type { Cursor, Order, Query } from './store.ts'

/** Where the rows `r` come from, and what they are sorted by on this way. */
export interface Walk {
  readonly from: string
  /** What must hold of the way's own rows. */
  readonly tests: readonly string[]
  readonly sorts: readonly Sort[]
}

/**
 * By an index key: the resources that have it, each at the value that it is sorted by; the ones without come after them, by
 * `walkWithout`. By the time of the last change: the history, at each resource's current version. Otherwise the resources.
 */
export function walkOf({ order, type, after }: Query, bind: Bind, dialect: Dialect): Walk {
  const [first] = order
  if (first === undefined || first.by === 'created' || first.by === 'id') {
    return { from: 'resource r', tests: [], sorts: sortsOf(order, bind) }
  }
  const others = sortsBehindFirst(order, bind)
  return first.by === 'updated'
    ? alongHistory(type, first.descending, others, bind, dialect)
    : alongKey(first.by.key, first.descending, others, after, bind, dialect)
}

/** What decides between rows that are level by the first of the order. */
function sortsBehindFirst([first = newestFirst, ...others]: readonly Order[], bind: Bind): readonly Sort[] {
  return sortsOf(others.length > 0 ? others : [{ by: 'created', descending: first.descending }], bind)
}

/** Rows sorted by one column of the way stand in its index in the order of their row numbers. */
const renumbered = (sorts: readonly Sort[]): readonly Sort[] =>
  sorts.map((sort) => (sort.expression === 'r.rid' ? { ...sort, expression: 'o.rid' } : sort))

function alongHistory(type: string, descending: boolean, others: readonly Sort[], bind: Bind, dialect: Dialect): Walk {
  return {
    from: `history o ${dialect.lookUp('resource', 'r', 'r.rid = o.rid and r.version = o.version')}`,
    tests: type === '' ? [] : [`o.type = ${bind(type)}`],
    sorts: [{ expression: 'o.at', descending, nullable: false }, ...renumbered(others)],
  }
}

function alongKey(
  key: string,
  descending: boolean,
  others: readonly Sort[],
  after: Cursor | undefined,
  bind: Bind,
  dialect: Dialect,
): Walk {
  const better = descending ? '>' : '<'
  const start = after?.[0] ?? undefined
  return {
    from: `search_index o ${dialect.lookUp('resource', 'r', 'r.rid = o.rid')}`,
    tests: [
      `o.key = ${bind(key)}`,
      `o.value > ''`,
      // The cursor's own test, said of the index's column alone, so that the index is entered there.
      ...(start === undefined ? [] : [`o.value ${descending ? '<=' : '>='} ${bind(start)}`]),
      // Once, at its extreme value: of rows with the same value (a token of two systems, say) the first.
      `(select 1 from search_index p where p.rid = o.rid and p.key = o.key and p.value > ''
        and (p.value ${better} o.value or (p.value = o.value and p.other < o.other)) limit 1) is null`,
    ],
    sorts: [{ expression: 'o.value', descending, nullable: false }, ...renumbered(others)],
  }
}

/** Those that lack the key that comes first in the order, by what comes after it. */
export function walkWithout({ order }: Query, bind: Bind): Walk | undefined {
  const by = order[0]?.by
  if (typeof by !== 'object') return undefined
  const lacking = `(select 1 from search_index o where o.rid = r.rid and o.key = ${bind(by.key)} and o.value > '' limit 1) is null`
  return { from: 'resource r', tests: [lacking], sorts: sortsBehindFirst(order, bind) }
}

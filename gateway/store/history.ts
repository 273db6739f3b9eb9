// The versions of a resource, a type or the system, as they were stored, page by page.

import { boundedPage, bytesIn, fitting, rowsWithin, type BoundedPage, type Bounds, type Found } from './bounded-page.ts'
import { versionColumns } from './query.ts'
import { behind, orderBy, sortColumns, type Sort } from './order.ts'
import { narrowedIn, reachesVersion } from './narrowed.ts'
import { numberOf } from './row.ts'
import type { Dialect, Row } from './script.ts'
import type { Run } from './search.ts'
import { atMost, binder, type Bind, type Statement } from './statement.ts'
import type { Access, DateMatch, HistoryOf, HistoryQuery, Page, Version } from './store.ts'
import { among } from './value-tests.ts'
import { versionOf } from './version-row.ts'
import { versionVisible, visible } from './visible.ts'

export async function history(access: Access, of: HistoryOf, asked: HistoryQuery, dialect: Dialect, run: Run): Promise<Page> {
  if (isNarrowed(access, of)) return reachedHistory(access, of, asked, dialect, run)
  const { rows, found, next } = await versionsWithin(access, of, asked, dialect, run)
  const page: Page = { versions: rows.map(({ row }) => toldOf(row)), ...(next && { next }) }
  if (!asked.total) return page
  if (!asked.after && found <= asked.count) return { ...page, total: found }
  const [row] = await run(historyTotalStatement(access, of, asked, dialect))
  return { ...page, total: row ? numberOf(row, 'total') : 0 }
}

/** `before` is whether the version before was a deletion; null of the first. */
const toldOf = (row: Row): Version => ({ ...versionOf(row), ...(row['before'] === 1 && { followsDeletion: true }) })

function versionsWithin(access: Access, of: HistoryOf, asked: HistoryQuery, dialect: Dialect, run: Run): Promise<BoundedPage> {
  return boundedPage(asked, (count, longest) =>
    rowsWithin(run, historyStatement(access, of, { ...asked, count }, dialect), longest),
  )
}

const wayOf = ({ id }: HistoryOf): 'read' | 'search' => (id === undefined ? 'search' : 'read')

/** Whether some of its versions may be out of the caller's scopes although the resource is within them. */
function isNarrowed(access: Access, of: HistoryOf): boolean {
  const narrowed = narrowedIn(access, wayOf(of))
  return of.type === undefined ? Object.keys(narrowed).length > 0 : narrowed[of.type] !== undefined
}

/** What the query has said of the current version, it has said of this row; an older one is looked at by itself. */
export function isReached(access: Access, by: 'read' | 'search', row: Row): boolean {
  return numberOf(row, 'standing') === numberOf(row, 'version') || reachesVersion(access, by, versionOf(row))
}

/** What is looked through at once. */
const stretch: Required<Bounds> = { count: 200, bytes: 8 * 1024 * 1024 }

/**
 * The database finds the versions of the resources that the scopes reach now; which older ones they reach is told by their texts, for
 * no index holds them. What they do not reach fills no page, moves no place and is not counted.
 */
async function reachedHistory(access: Access, of: HistoryOf, asked: HistoryQuery, dialect: Dialect, run: Run): Promise<Page> {
  const { count, bytes = Infinity, after, ...whole } = asked
  const reached: Found[] = []
  let sum = 0
  for await (const one of reachedVersions(access, of, { ...whole, ...(after && { after }) }, dialect, run)) {
    sum += bytesIn(one)
    if (reached.push(one) > count || (sum > bytes && reached.length > 1)) break
  }
  const shown = fitting(reached.slice(0, count), bytes)
  const last = reached.length > shown.length ? shown.at(-1) : undefined
  const page: Page = { versions: shown.map(({ row }) => toldOf(row)), ...(last && { next: last.cursor }) }
  if (!asked.total) return page
  if (!after && reached.length === shown.length) return { ...page, total: reached.length }
  let total = 0
  for await (const _ of reachedVersions(access, of, whole, dialect, run)) total += 1
  return { ...page, total }
}

type Place = Omit<HistoryQuery, 'count' | 'bytes'>

async function* reachedVersions(access: Access, of: HistoryOf, asked: Place, dialect: Dialect, run: Run): AsyncIterable<Found> {
  for (let after = asked.after; ;) {
    const { rows, next } = await versionsWithin(access, of, { ...asked, ...stretch, ...(after && { after }) }, dialect, run)
    for (const one of rows) if (isReached(access, wayOf(of), one.row)) yield one
    if (!next) return
    after = next
  }
}

/** One row more than asked for when there is more, with the columns s0, s1 … that it is sorted by. */
export function historyStatement(access: Access, of: HistoryOf, asked: HistoryQuery, dialect: Dialect): Statement {
  const { values, bind } = binder()
  const sorts = sortsOf(of, asked.descending ?? true)
  const after = asked.after ? [behind(sorts, asked.after, bind)] : []
  const before = 'select p.deleted from version p where p.rid = h.rid and p.version = h.version - 1'
  const text = `select ${versionColumns}, r.version as standing, (${before}) as before, ${sorts.map((_, i) => `h.s${i}`).join(', ')} from (
      select h.rid, h.version, ${sortColumns(sorts)} from ${from(of, dialect)}
      where ${[...tests(access, of, asked, bind), ...after].join('\n and ')}
      ${orderBy(sorts)} ${atMost(asked.count + 1, bind)}) h
    ${dialect.lookUp('resource', 'r', 'r.rid = h.rid')}
    ${dialect.lookUp('version', 'v', 'v.rid = h.rid and v.version = h.version')}
    ${orderBy(sorts)}`
  return { text, values }
}

export function historyTotalStatement(access: Access, of: HistoryOf, asked: HistoryQuery, dialect: Dialect): Statement {
  const { values, bind } = binder()
  return {
    text: `select count(*) as total from ${from(of, dialect)} where ${tests(access, of, asked, bind).join('\n and ')}`,
    values,
  }
}

/** One resource's versions stand in their own order; those of many in the order in which they were stored. */
function sortsOf({ id }: HistoryOf, descending: boolean): readonly Sort[] {
  const columns = id === undefined ? ['h.at', 'h.rid', 'h.version'] : ['h.version']
  return columns.map((expression) => ({ expression, descending, nullable: false }))
}

const from = ({ id }: HistoryOf, dialect: Dialect): string =>
  id === undefined
    ? `history h ${dialect.lookUp('resource', 'r', 'r.rid = h.rid')}`
    : `resource r ${dialect.lookUp('version', 'h', 'h.rid = r.rid')}`

function tests(access: Access, of: HistoryOf, asked: HistoryQuery, bind: Bind): string[] {
  const { type, id, types } = of
  if (id !== undefined && type === undefined) throw new Error('an id without its type')
  return [
    ...(type === undefined ? [] : [`${id === undefined ? 'h' : 'r'}.type = ${bind(type)}`]),
    ...(id === undefined ? [] : [`r.id = ${bind(id)}`]),
    ...(types === undefined ? [] : [among('r.type', types, bind)]),
    ...(asked.since === undefined ? [] : [`h.at >= ${bind(asked.since)}`]),
    ...(asked.at === undefined ? [] : [wasCurrent(asked.at, bind)]),
    visible(access, { r: 'r', type: type ?? '', by: wayOf(of) }, bind),
    versionVisible(access, { r: 'r', v: 'h' }, bind),
  ]
}

/**
 * A version is the current one from its instant until that of the next; one that was followed within its own plan was so for
 * no time at all.
 */
function wasCurrent({ prefix, low, high }: DateMatch, bind: Bind): string {
  const next = `(select n.at from version n where n.rid = h.rid and n.version = h.version + 1)`
  const still = (instant: string) => `(${next} is null or ${next} > ${instant})`
  const during = (): string => {
    switch (prefix) {
      case 'eq':
      case 'ap':
        return `h.at <= ${bind(high)} and ${still(bind(low))}`
      case 'ge':
        return still(bind(low))
      case 'gt':
      case 'sa':
        return still(bind(high))
      case 'le':
        return `h.at <= ${bind(high)}`
      case 'lt':
      case 'eb':
        return `h.at < ${bind(low)}`
      case 'ne':
        return `(h.at < ${bind(low)} or ${still(bind(high))})`
    }
  }
  return `(${during()} and ${still('h.at')})`
}

// A search as SQL: where to start, one page, and how many there are.

import { conditions, type Scope } from './clauses.ts'
import { isJoined, isToldByRows, leadsOf, ledBy, ridsOf } from './leads.ts'
import { behind, orderBy, sortColumns, sortsOf } from './order.ts'
import type { Dialect } from './script.ts'
import { atMost, binder, type Bind, type Statement } from './statement.ts'
import type { Access, Clause, Cursor, Query } from './store.ts'
import { visible } from './visible.ts'
import { walkOf, walkWithout, type Walk } from './walk.ts'

/** The columns of a Version, from `resource r` and `version v`. */
export const versionColumns = 'r.type, r.id, v.version, v.at, v.text, v.deleted, v.author, r.kind, v.message, v.notes'

/** A clause that fewer resources than this meet is worth starting from; otherwise the order is, which stops at a full page. */
export const fewResources = 1000

/** How far the clauses are counted, one after the other: where one is this rare, the rest need not be counted to the end. */
export const countedTo: readonly number[] = [200, fewResources]

/**
 * Clauses to count before the page is read, in turns: those that pass through other resources are counted only when none of
 * the plain ones is rare.
 */
export function leadTurns({ where, type }: Query): readonly (readonly Clause[])[] {
  const leads = leadsOf(where, type)
  const isPlain = (clause: Clause) => !isJoined(clause)
  return [leads.filter(isPlain), leads.filter(isJoined)].filter((turn) => turn.length > 0)
}

/** How many meet each of the clauses, as columns c0, c1 …, counted no further than `most`. */
export function leadStatement(
  access: Access,
  { type }: Query,
  dialect: Dialect,
  leads: readonly Clause[],
  most: number,
): Statement {
  const { values, bind } = binder()
  const scope: Scope = { access, dialect, bind, r: 'r', type }
  const counts = leads.map(
    (lead, i) => `(select count(*) from (select 1 from (${ridsOf(lead, scope)}) f limit ${most}) g) as c${i}`,
  )
  return { text: `select ${counts.join(', ')}`, values }
}

/**
 * One page, and one row more when there is more; with the columns s0, s1 … that it is sorted by. The texts are fetched after
 * the page is cut. With a lead all that meet it are sorted; else the resources are gone through in the order asked for.
 */
export function pageStatement(access: Access, query: Query, dialect: Dialect, lead?: Clause): Statement {
  const { values, bind } = binder()
  const walk = lead ? { from: 'resource r', tests: [], sorts: sortsOf(query.order, bind) } : walkOf(query, bind, dialect)
  return { text: cut(walk, access, query, dialect, bind, query.after, lead), values }
}

/** As `pageStatement` without a lead, where the first of the order is an index key: those that come last because they lack it. */
export function lastPageStatement(access: Access, query: Query, dialect: Dialect): Statement | undefined {
  const { values, bind } = binder()
  const walk = walkWithout(query, bind)
  const after = query.after?.[0] === null ? query.after.slice(1) : undefined
  return walk && { text: cut(walk, access, query, dialect, bind, after), values }
}

function cut(
  { from, tests, sorts }: Walk,
  access: Access,
  query: Query,
  dialect: Dialect,
  bind: Bind,
  after: Cursor | undefined,
  lead?: Clause,
): string {
  const order = orderBy(sorts)
  const where = [...tests, ...matches(access, query, { access, dialect, bind, r: 'r', type: query.type }, lead)]
  return `select ${versionColumns}, ${sorts.map((_, i) => `r.s${i}`).join(', ')}
    from (
      select r.rid, r.type, r.id, r.kind, r.version, ${sortColumns(sorts)} from ${from}
      where ${[...where, ...(after ? [behind(sorts, after, bind)] : [])].join('\n and ')}
      ${order} ${atMost(query.count + 1, bind)}) r
    ${dialect.lookUp('version', 'v', 'v.rid = r.rid and v.version = r.version')}
    ${order}`
}

/** How many match that the caller may see. */
export function totalStatement(access: Access, query: Query, dialect: Dialect, lead?: Clause): Statement {
  const { values, bind } = binder()
  const matching = matches(access, query, { access, dialect, bind, r: 'r', type: query.type }, lead)
  return { text: `select count(*) as total from resource r where ${matching.join('\n and ')}`, values }
}

function matches(access: Access, { type, where }: Query, scope: Scope, lead: Clause | undefined): string[] {
  const others = where.filter((clause) => clause !== lead)
  const [early, late] = lead ? [others.filter(isToldByRows), others.filter((clause) => !isToldByRows(clause))] : [[], others]
  return [
    ...(type === '' ? [] : [`r.type = ${scope.bind(type)}`]),
    'r.deleted = 0',
    ...(lead ? [ledBy(lead, early, scope)] : []),
    ...conditions(late, scope),
    visible(access, { ...scope, by: 'search' }, scope.bind),
  ]
}

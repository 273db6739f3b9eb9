// A search as SQL: where to start, one page, and how many there are.

import { conditions, leadsOf, ridsOf, type Scope } from './clauses.ts'
import type { Dialect } from './script.ts'
import { binder, type Statement } from './statement.ts'
import type { Access, Clause, Query } from './store.ts'
import { visible } from './visible.ts'

/** The columns of a Version, from `resource r` and `version v`. */
export const versionColumns = 'r.type, r.id, v.version, v.at, v.text, v.deleted, v.author, r.kind, v.message, v.notes'

/** A clause that fewer resources than this meet is worth starting from; otherwise the time is, which stops at a full page. */
export const fewResources = 1000

/** How many meet each clause that can lead, as columns c0, c1 …, counted no further than `fewResources`. */
export function leadStatement(
  access: Access,
  query: Query,
  dialect: Dialect,
): { leads: readonly Clause[]; statement: Statement } {
  const { values, bind } = binder()
  const leads = leadsOf(query.where)
  const scope: Scope = { access, dialect, bind, r: 'r' }
  const counts = leads.map(
    (lead, i) => `(select count(*) from (select 1 from (${ridsOf(lead, scope)}) f limit ${fewResources}) g) as c${i}`,
  )
  return { leads, statement: { text: `select ${counts.join(', ')}`, values } }
}

/** One page, and one row more when there is more. The texts are fetched after the page is cut. */
export function pageStatement(access: Access, query: Query, dialect: Dialect, lead?: Clause): Statement {
  const { values, bind } = binder()
  const [direction, beyond] = query.order === 'newest' ? ['desc', '<'] : ['asc', '>']
  const matching = matches(access, query, { access, dialect, bind, r: 'r' }, lead)
  const after = query.after ? `and (r.updated, r.id) ${beyond} (${bind(query.after.at)}, ${bind(query.after.id)})` : ''
  const order = `order by r.updated ${direction}, r.id ${direction}`
  const text = `select ${versionColumns}
    from (
      select r.rid, r.type, r.id, r.kind, r.version, r.updated from resource r
      where ${matching} ${after} ${order} limit ${bind(query.count + 1)}) r
    join version v on v.rid = r.rid and v.version = r.version
    ${order}`
  return { text, values }
}

/** How many match that the caller may see. */
export function totalStatement(access: Access, query: Query, dialect: Dialect, lead?: Clause): Statement {
  const { values, bind } = binder()
  const matching = matches(access, query, { access, dialect, bind, r: 'r' }, lead)
  return { text: `select count(*) as total from resource r where ${matching}`, values }
}

function matches(access: Access, query: Query, scope: Scope, lead: Clause | undefined): string {
  return [
    `r.type = ${scope.bind(query.type)}`,
    'r.deleted = 0',
    ...conditions(query.where, scope, lead),
    visible(access, 'r', scope.bind),
  ].join('\n and ')
}

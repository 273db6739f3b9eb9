// The conditions of a search, one per clause, as SQL on a row of `resource` and its index rows.

import type { Dialect } from './script.ts'
import { none, some, type Bind } from './statement.ts'
import type { Access, Clause } from './store.ts'
import { among, either, valueTest, type ValueClause } from './value-tests.ts'
import { dateTest } from './range-tests.ts'
import { visible } from './visible.ts'

export interface Scope {
  readonly access: Access
  readonly dialect: Dialect
  readonly bind: Bind
  /** Alias of the resource that is tested. */
  readonly r: string
  /** Its type; '' when it may be any. */
  readonly type: string
}

export function conditions(where: readonly Clause[], scope: Scope): string[] {
  return where.map((clause) => condition(clause, scope))
}

/** True of the resource that meets the clause: looked up for each resource that is tested. */
export function condition(clause: Clause, scope: Scope): string {
  const { bind, r } = scope
  switch (clause.on) {
    case 'id':
      return `${clause.not ? 'not ' : ''}${among(`${r}.id`, clause.any, bind)}`
    case 'type':
      return among(`${r}.type`, clause.any, bind)
    case 'updated':
      return either(clause.any.map((match) => dateTest(match, `${r}.updated`, `${r}.updated`, bind)))
    case 'missing': {
      const rows = rowsOf(clause.key, scope)
      return (clause.missing ? none : some)(clause.to ? `${rows} and ${referenceTo(clause.to, scope)}` : rows)
    }
    case 'chain':
      return referring(clause, scope)
    case 'has':
      return referredTo(clause, scope)
    case 'journey':
      return some(`${membersOf(clause.any, scope)} and m.rid = ${r}.rid`)
    case 'any':
      return either(clause.of.map((one) => condition(one, scope)))
    case 'all':
      return `(${['1 = 1', ...conditions(clause.of, scope)].join(' and ')})`
    default:
      return valueCondition(clause, scope)
  }
}

/** `:not` is true also of what has no such element (FHIR R4 search §3.1.1.4.5). */
function valueCondition(clause: ValueClause, scope: Scope): string {
  const isNot = clause.on === 'token' && clause.not === true
  return (isNot ? none : some)(`${rowsOf(clause.key, scope)} and ${valueTest(clause, scope)}`)
}

const rowsOf = (key: string, { bind, r }: Scope): string => `from search_index i where i.rid = ${r}.rid and i.key = ${bind(key)}`

/** The row `i` refers to one of the types, here or on another server. */
function referenceTo(types: readonly string[], { bind, dialect }: Scope): string {
  return either(
    types.flatMap((type) => [
      `substr(i.value, 1, ${type.length + 1}) = ${bind(`${type}/`)}`,
      dialect.contains('i.value', bind(`/${type}/`)),
    ]),
  )
}

/** It refers by the key to a resource of the type that the caller may see and that meets the chained clauses. */
function referring({ key, type, where }: Extract<Clause, { on: 'chain' }>, scope: Scope): string {
  const { bind, dialect } = scope
  const inner = aliasedWithin(scope, type)
  const { r: t } = inner
  const start = `${type}/`
  const target = `${t}.type = ${bind(type)} and ${t}.id = substr(${t}i.value, ${start.length + 1})`
  return some(`from search_index ${t}i ${dialect.lookUp('resource', t, target)}
    where ${t}i.rid = ${scope.r}.rid and ${t}i.key = ${bind(key)}
      and substr(${t}i.value, 1, ${start.length}) = ${bind(start)}
      and ${standing(where, inner)}`)
}

/** A resource of the type that the caller may see and that meets the clauses refers to it by the key. */
function referredTo({ key, type, where }: Extract<Clause, { on: 'has' }>, scope: Scope): string {
  const { bind, dialect, r } = scope
  const inner = aliasedWithin(scope, type)
  const { r: t } = inner
  return some(`from search_index ${t}i ${dialect.lookUp('resource', t, `${t}.rid = ${t}i.rid`)}
    where ${t}i.key = ${bind(key)} and ${t}i.value = ${r}.type || '/' || ${r}.id
      and ${t}.type = ${bind(type)} and ${standing(where, inner)}`)
}

/** Memberships `m` in these journeys, as far as the caller may see the journey itself. */
export function membersOf(journeys: readonly string[], scope: Scope): string {
  const { bind } = scope
  const inner = aliasedWithin(scope, 'EpisodeOfCare')
  const { r: t } = inner
  const isSeen = some(`from resource ${t} where ${t}.type = 'EpisodeOfCare' and ${t}.id = m.journey and ${standing([], inner)}`)
  return `from membership m where ${among('m.journey', journeys, bind)} and ${isSeen}`
}

/** The scope of a resource on the way of a chain. */
export function aliasedWithin(scope: Scope, type: string): Scope {
  return { ...scope, r: `${scope.r}t`, type }
}

/** What a chain passes through is there, is visible to the caller, and meets the clauses. */
export function standing(where: readonly Clause[], scope: Scope): string {
  return [
    `${scope.r}.deleted = 0`,
    ...conditions(where, scope),
    visible(scope.access, { ...scope, by: 'search' }, scope.bind),
  ].join(' and ')
}

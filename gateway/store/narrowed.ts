// What a caller's granular scopes leave of a type: as a condition on a row of `resource`, and on a resource in memory.

import { indexable, indexRows } from './index-rows.ts'
import { none, some, type Bind } from './statement.ts'
import type { Access, IndexRow, NarrowClause, Narrowing, Version } from './store.ts'
import { among, either, tokenTest } from './value-tests.ts'

/** A row of `resource` that is looked at: under which alias, of which type ('' when it may be any), and in which way. */
export interface Look {
  readonly r: string
  readonly type: string
  /** `read`: by its id, with its versions; `search`: by every other way. */
  readonly by: 'read' | 'search'
}

/** True of a row that the scopes reach; nothing where they are not narrowed. */
export function narrowedTo(access: Access, { r, type, by }: Look, bind: Bind): readonly string[] {
  const types = Object.entries(narrowedIn(access, by)).filter(([one]) => type === '' || type === one)
  return types.map(([one, narrowings]) => {
    const reached = either(narrowings.map((all) => `(${all.map((clause) => conditionOf(clause, r, bind)).join(' and ')})`))
    return type === '' ? `(${r}.type <> ${bind(one)} or ${reached})` : reached
  })
}

const nothing = {}

export function narrowedIn(access: Access, by: Look['by']): Readonly<Record<string, readonly Narrowing[]>> {
  return access.as === 'organization' ? (access.narrowed?.[by] ?? nothing) : nothing
}

function conditionOf(clause: NarrowClause, r: string, bind: Bind): string {
  if (clause.on === 'id') return `${clause.not ? 'not ' : ''}${among(`${r}.id`, clause.any, bind)}`
  const rows = `from search_index i where i.rid = ${r}.rid and i.key = ${bind(clause.key)}`
  if (clause.on === 'reference') return some(`${rows} and ${among('i.value', clause.any.map(indexable), bind)}`)
  const test = (clause.not ? none : some)(`${rows} and ${either(clause.any.map((token) => tokenTest(token, bind)))}`)
  // What was deleted has no index rows: it is not without the token, but without anything to go by.
  return clause.not ? `(${r}.deleted = 0 and ${test})` : test
}

/** The same of a resource that need not be stored. */
export function isWithin(narrowings: readonly Narrowing[], id: string, rows: readonly IndexRow[]): boolean {
  return narrowings.some((all) => all.every((clause) => holds(clause, id, rows)))
}

function holds(clause: NarrowClause, id: string, rows: readonly IndexRow[]): boolean {
  if (clause.on === 'id') return clause.any.includes(id) !== (clause.not === true)
  const own = rows.filter(({ key }) => key === clause.key)
  if (clause.on === 'reference') return own.some(({ value }) => clause.any.some((one) => indexable(one) === value))
  const isThere = own.some(({ value, other }) =>
    clause.any.some(
      ({ system, code }) =>
        (code === undefined || indexable(code) === value) && (system === undefined || indexable(system) === other),
    ),
  )
  return isThere !== (clause.not === true)
}

/**
 * Whether the scopes reach an older version too, which no index row tells of. An end has nothing to go by and is not reached, nor is a
 * reference that was written with the gateway's own address before it.
 */
export function reachesVersion(access: Access, by: Look['by'], { type, id, text }: Version): boolean {
  const narrowings = narrowedIn(access, by)[type]
  if (!narrowings) return true
  return text !== '' && isWithin(narrowings, id, indexRows(JSON.parse(text)))
}

// What a batch of plans must know of the store before it is decided: looked up in a few questions, whatever the batch's size.

import { indexable } from './index-text.ts'
import { numberOf, textOf } from './row.ts'
import { listOf, plain, type Dialect, type Row, type Script } from './script.ts'
import type { Claim, IndexRow, Plan } from './store.ts'

/** Kept up to date while plans are decided one after the other, so that each sees what those before it change. */
export interface Known {
  /** By `Type/id`. */
  readonly resources: Map<string, Standing>
  /** Holder of a claim, by `claimName`. */
  readonly claims: Map<string, string>
  readonly messages: Map<string, string>
  /** Journeys that a resource was found to be in, by rid; only of anchors, and of what this batch lets in. */
  readonly journeys: Map<number, Set<string>>
  /** Rids of what is stored and hangs on a resource, by index key and `Type/id`; only where a membership asks. */
  readonly followers: Map<string, Set<number>>
  /** As `followers`, of what this batch wrote. */
  readonly hanging: Map<string, Set<number>>
  /** Index rows of what this batch wrote, by rid: they stand instead of the stored ones. */
  readonly index: Map<number, readonly IndexRow[]>
}

export interface Standing {
  readonly rid: number
  readonly version: number
}

export function* lookUp(plans: readonly Plan[], dialect: Dialect): Script<Known> {
  return {
    resources: yield* resourcesOf(plans, dialect),
    claims: yield* claimsOf(plans, dialect),
    messages: yield* messagesOf(plans, dialect),
    journeys: yield* journeysOfAnchors(plans, dialect),
    followers: yield* followersOf(plans, dialect),
    hanging: new Map(),
    index: new Map(),
  }
}

/** A claim's key as it is stored: a sender's id may be longer than an index entry may be. */
export const claimKey = (key: string): string => indexable(key)

export const claimName = ({ space, key }: Omit<Claim, 'holder'>): string => JSON.stringify([plain(space), claimKey(key)])

/** `Type/id` in its two parts. */
export function partsOf(reference: string): [type: string, id: string] {
  const slash = reference.indexOf('/')
  return slash < 0 ? [reference, ''] : [reference.slice(0, slash), reference.slice(slash + 1)]
}

function* resourcesOf(plans: readonly Plan[], dialect: Dialect): Script<Known['resources']> {
  const names = new Set(
    plans.flatMap(({ writes = [], memberships = [], requires = [] }) => [
      ...writes.map(({ type, id }) => `${type}/${id}`),
      ...writes.flatMap(({ anchors = [] }) => anchors),
      ...memberships.map(({ resource }) => resource),
      ...requires.map(({ resource }) => resource),
    ]),
  )
  const rows = yield* askFor(
    names,
    partsOf,
    `select r.rid, r.type, r.id, r.version from ${dialect.each('$1')}
     ${dialect.lookUp('resource', 'r', 'r.type = e.value->>0 and r.id = e.value->>1')}`,
  )
  const standing = (row: Row) => ({ rid: numberOf(row, 'rid'), version: numberOf(row, 'version') })
  return new Map(rows.map((row) => [`${textOf(row, 'type')}/${textOf(row, 'id')}`, standing(row)]))
}

function* claimsOf(plans: readonly Plan[], dialect: Dialect): Script<Known['claims']> {
  const touched = plans.flatMap(({ claims = [], releases = [] }) => [...claims, ...releases])
  const rows = yield* askFor(
    touched,
    ({ space, key }) => [space, claimKey(key)],
    `select c.space, c.key, c.holder from ${dialect.each('$1')}
     ${dialect.lookUp('claim', 'c', 'c.space = e.value->>0 and c.key = e.value->>1')}`,
  )
  const name = (row: Row) => claimName({ space: textOf(row, 'space'), key: textOf(row, 'key') })
  return new Map(rows.map((row) => [name(row), textOf(row, 'holder')]))
}

function* messagesOf(plans: readonly Plan[], dialect: Dialect): Script<Known['messages']> {
  const rows = yield* askFor(
    plans.flatMap(({ messageUpdate }) => messageUpdate?.id ?? []),
    (id) => [id],
    `select m.id, m.state from ${dialect.each('$1')} ${dialect.lookUp('message', 'm', 'm.id = e.value->>0')}`,
  )
  return new Map(rows.map((row) => [textOf(row, 'id'), textOf(row, 'state')]))
}

function* journeysOfAnchors(plans: readonly Plan[], dialect: Dialect): Script<Known['journeys']> {
  const rows = yield* askFor(
    new Set(plans.flatMap(({ writes = [] }) => writes.flatMap(({ anchors = [] }) => anchors))),
    partsOf,
    `select m.rid, m.journey from ${dialect.each('$1')}
     ${dialect.lookUp('resource', 'r', 'r.type = e.value->>0 and r.id = e.value->>1')}
     ${dialect.lookUp('membership', 'm', 'm.rid = r.rid')}`,
  )
  return groupedBy(
    rows,
    (row) => numberOf(row, 'rid'),
    (row) => textOf(row, 'journey'),
  )
}

function* followersOf(plans: readonly Plan[], dialect: Dialect): Script<Known['followers']> {
  const memberships = plans.flatMap((plan) => plan.memberships ?? [])
  const rows = yield* askFor(
    memberships.flatMap(({ resource, following = [] }) => following.map((type) => [anchorKey(type), resource])),
    (pair) => pair,
    `select i.rid, i.key, i.value from ${dialect.each('$1')}
     ${dialect.lookUp('search_index', 'i', 'i.key = e.value->>0 and i.value = e.value->>1')}`,
  )
  return groupedBy(
    rows,
    (row) => followersName(textOf(row, 'key'), textOf(row, 'value')),
    (row) => numberOf(row, 'rid'),
  )
}

/** The index key under which a resource of the type says what it hangs on. */
export const anchorKey = (type: string): string => `${type}.anchor`
/** Not what only ends like it: a unit is part of its key, and the sender chooses it. */
export const isAnchorKey = (key: string): boolean => /^[A-Za-z]+\.anchor$/.test(key)
export const followersName = (key: string, resource: string): string => `${key} ${resource}`

function* askFor<T>(items: Iterable<T>, tuple: (item: T) => readonly (string | number)[], sql: string): Script<readonly Row[]> {
  const tuples = Array.from(items, tuple)
  return tuples.length > 0 ? yield { ask: sql, with: [listOf(tuples)] } : []
}

function groupedBy<K, V>(rows: readonly Row[], key: (row: Row) => K, value: (row: Row) => V): Map<K, Set<V>> {
  const groups = new Map<K, Set<V>>()
  for (const row of rows) groups.set(key(row), (groups.get(key(row)) ?? new Set()).add(value(row)))
  return groups
}

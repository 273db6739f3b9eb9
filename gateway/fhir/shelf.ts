// Resources that come with the gateway, read and searched as those in the store are: the same handlers, over a list in memory.

import { createHash } from 'node:crypto'
import { indexRows } from '../store/index-rows.ts'
import type { Cursor, Order, Page, Query, Store, Version } from '../store/store.ts'
import { meets, nameOf, type Candidate } from './clause-test.ts'
import type { FhirResource } from './resource.ts'

/** What of the store's reads the handlers of read and search use. */
export type ShelfStore = Pick<Store, 'read' | 'search' | 'include'>

interface Shelved extends Candidate {
  readonly version: Version
}

/** `base` is that of FHIR here. The resources are everyone's who may ask: there is no access to join. */
export function shelfOf(resources: readonly FhirResource[], base: string): ShelfStore {
  const all = resources.map((resource) => shelved(resource, base))
  const byName = new Map(all.map((one) => [nameOf(one), one]))
  return {
    read: async (_, type, id) => byName.get(nameOf({ type, id }))?.version,
    search: async (_, query) => pageOf(all, query),
    include: async (_, from, key, type, limit) => {
      const wanted = from
        .flatMap((name) => byName.get(name)?.index ?? [])
        .filter((row) => row.key === key && (type === undefined || row.value.startsWith(`${type}/`)))
      const found = [...new Set(wanted.map(({ value }) => value))].flatMap((name) => byName.get(name) ?? [])
      return found.slice(0, limit).map(({ version }) => version)
    },
  }
}

/** Its version is a digest of what it says, so that a release that says something else has another ETag. */
function shelved(resource: FhirResource, base: string): Shelved {
  const { resourceType: type, id = '', date } = resource
  const digest = createHash('sha256').update(JSON.stringify(resource)).digest()
  const version = digest.readUInt32BE() + 1
  const at = instantOf(date)
  const meta = { ...resource.meta, versionId: String(version), lastUpdated: at }
  const { resourceType, id: _, meta: __, ...rest } = resource
  const whole = { resourceType, id, meta, ...rest }
  const text = JSON.stringify(whole)
  return {
    type,
    id,
    at,
    index: indexRows(whole, base),
    version: { type, id, version, at, text, deleted: false, author: 'gateway', kind: 'directory' },
  }
}

/** The day on which a definition was last changed; those that do not say are as old as the project. */
function instantOf(date: unknown): string {
  const day = typeof date === 'string' ? /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0] : undefined
  return `${day ?? '2026-01-01'}T00:00:00.000000Z`
}

function pageOf(all: readonly Shelved[], { type, where, order, count, after, total }: Query): Page {
  const found = all.filter((one) => (type === '' || one.type === type) && meets(one, where, all))
  const sorted = found.toSorted((a, b) => compared(a, b, order))
  const start = startOf(after)
  const end = start + count
  return {
    versions: sorted.slice(start, end).map(({ version }) => version),
    ...(total && { total: found.length }),
    ...(end < sorted.length && { next: [end] }),
  }
}

/** Nothing is ever written here, so a place in the list is a place. */
function startOf(after: Cursor | undefined): number {
  const [place] = after ?? []
  return typeof place === 'number' ? place : 0
}

function compared(a: Shelved, b: Shelved, order: readonly Order[]): number {
  for (const { by, descending } of order) {
    if (by === 'created') continue
    const [left, right] = [sortValue(a, by, descending), sortValue(b, by, descending)]
    if (left === right) continue
    if (left === undefined || right === undefined) return left === undefined ? 1 : -1
    return left < right === descending ? 1 : -1
  }
  return nameOf(a) < nameOf(b) ? -1 : 1
}

function sortValue(one: Shelved, by: Exclude<Order['by'], 'created'>, descending: boolean): string | undefined {
  if (by === 'updated') return one.at
  if (by === 'id') return one.id
  const values = one.index.filter(({ key, value }) => key === by.key && value !== '').map(({ value }) => value)
  return values.toSorted().at(descending ? -1 : 0)
}

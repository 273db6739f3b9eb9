// A thousand random searches, each held against a plain filter over the same resources; also while others write.

import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import { parseScopes } from '../../gateway/auth/scopes.ts'
import { sees } from '../../gateway/auth/access.ts'
import { search } from '../../gateway/fhir/search.ts'
import type { Ask } from '../../gateway/handler.ts'
import { newId } from '../../gateway/ids.ts'
import { Refusal } from '../../gateway/refusal.ts'
import { indexRows } from '../../gateway/store/index-rows.ts'
import { openPostgres } from '../../gateway/store/postgres.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import { UNSTAMPED, type Store } from '../../gateway/store/store.ts'
import { createDatabase } from '../postgres.database.ts'
import {
  asksTooMuch,
  compare,
  nameOf,
  plainIncludes,
  plainSearch,
  sortValue,
  type Parameter,
  type Shelf,
  type Stored,
} from './plain-search.ts'
import { base, drawnResource, drawnSearch, nameFor, type Drawn, type DrawnSearch } from './search-grammar.ts'

const isLong = process.env['LONG'] === '1'
const searchesPerShelf = 25
const pgUrl = inject('pgUrl')
const asked = '2026-01-05T10:15:00.000000Z'

const drivers: readonly (readonly [name: string, searches: number, open: () => Promise<Store>])[] = [
  ['SQLite', isLong ? 50_000 : 1_000, () => openSqlite(':memory:')],
  ...(pgUrl === '' ? [] : [['PostgreSQL', isLong ? 2_000 : 100, async () => openPostgres(await createDatabase(pgUrl))] as const]),
]

describe.each(drivers)('a random search on %s', (_, searches, open) => {
  it(
    'finds what a plain filter finds, once each, over all pages, in order, with what comes along',
    async () => {
      let finding = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(drawnResource, { minLength: 30, maxLength: 70, size: 'max' }),
          fc.array(drawnSearch, { minLength: searchesPerShelf, maxLength: searchesPerShelf, size: 'max' }),
          fc.array(drawnResource, { minLength: 5, maxLength: 10, size: 'max' }),
          async (resources, drawn, noise) => {
            const store = await open()
            const library = libraryOf(store)
            try {
              for (const one of resources) await library.add(one)
              for (const one of drawn)
                finding += await compared(library, one, noise).catch((error: unknown) => failed(library, one, error))
            } finally {
              await store.close()
            }
          },
        ),
        // One search in one set of resources is small enough to be read; to make them smaller takes minutes.
        { numRuns: searches / searchesPerShelf, endOnFailure: true },
      )
      // Searches that find nothing prove little.
      expect(finding).toBeGreaterThan(searches / 4)
    },
    isLong ? 3_600_000 : 120_000,
  )
})

/** With the search as it was written, and what is on the shelf. */
function failed(library: Library, { type, parameters, ...drawn }: DrawnSearch, error: unknown): never {
  const query = parameters.map(([name, value]) => `${name}=${library.dated(value)}`).join(' & ')
  const shelf = library.shelf().all.map(({ resource, updated }) => `${updated} ${JSON.stringify(resource)}`)
  throw new Error([`${type}?${query}`, JSON.stringify(drawn), String(error), faultsIn(error), ...shelf].join('\n'), {
    cause: error,
  })
}

const faultsIn = (error: unknown): string => (error instanceof Refusal ? JSON.stringify(error.faults) : '')

/** Answers 1 where the search found something, 0 where there was nothing to find. */
async function compared(library: Library, drawn: DrawnSearch, noise: readonly Drawn[]): Promise<number> {
  const parameters = drawn.parameters.map(([name, value]) => [name, library.dated(value)] as const)
  if (parameters.some(asksTooMuch)) return isRefused(library, drawn.type, parameters)
  const before = plainSearch(drawn.type, parameters, library.shelf())
  const expected = new Set(before.map(nameOf))
  const order = drawn.sort.length > 0 ? [['_sort', drawn.sort.join(',')] as const] : []

  const found: string[] = []
  let query = queryOf([...parameters, ...order, ['_count', String(drawn.count)]])
  const late = new Set<string>()
  for (let pages = 0; query !== ''; pages++) {
    const bundle = await library.find(drawn.type, query)
    expect(bundle.total).toBe(expected.size)
    const names = bundle.entry?.map(({ resource }) => `${resource.resourceType}/${resource.id}`) ?? []
    expect(names.length).toBeLessThanOrEqual(drawn.count)
    found.push(...names)
    query = new URL(bundle.link.find(({ relation }) => relation === 'next')?.url ?? base).search.slice(1)
    expect(pages).toBeLessThan(100)
    if (drawn.isDisturbed && query !== '')
      for (const one of await library.disturb(noise, pages, late, order.length > 0)) late.add(one)
  }

  expect(found.toSorted()).toEqual([...new Set(found)].toSorted())
  // What others wrote meanwhile may be there, and what it refers to may have come to match; nothing else.
  const now = late.size > 0 ? new Set(plainSearch(drawn.type, parameters, library.shelf()).map(nameOf)) : expected
  const isOfOthers = (name: string) => late.has(name) || (!expected.has(name) && now.has(name))
  expect(found.filter((name) => !isOfOthers(name)).toSorted()).toEqual([...expected].toSorted())
  isInOrder(
    found.filter((name) => !late.has(name)),
    drawn.sort,
    library.shelf(),
  )

  if (drawn.includes.length > 0) await comesAlong(library, drawn, parameters)
  return expected.size > 0 ? 1 : 0
}

async function isRefused(library: Library, type: string, parameters: readonly Parameter[]): Promise<number> {
  const refused: unknown = await library.find(type, queryOf(parameters)).catch((error: unknown) => error)
  if (!(refused instanceof Refusal)) throw new Error('what cannot be told was not refused')
  const names = parameters.filter(asksTooMuch).map(([name]) => name)
  // A long name is not repeated.
  const places = names.map((name) => `http${name.length > 60 ? '' : `.${name}`}`)
  const faults = refused.faults.filter(({ id }) => id === 'string-too-long' || id === 'uri-too-long')
  expect(new Set(faults.map(({ expression }) => expression))).toEqual(new Set(places))
  return 0
}

const queryOf = (parameters: readonly (readonly [string, string])[]): string =>
  new URLSearchParams(parameters.map(([name, value]): [string, string] => [name, value])).toString()

/** Level resources may stand either way; what has nothing to sort by comes last. */
function isInOrder(found: readonly string[], sort: readonly string[], shelf: Shelf): void {
  const byName = new Map(shelf.all.map((stored) => [nameOf(stored), stored]))
  const stored = found.map((name) => byName.get(name)).filter((one) => one !== undefined)
  if (sort.length === 0) {
    expect(stored.map((one) => shelf.all.indexOf(one))).toEqual(
      stored.map((one) => shelf.all.indexOf(one)).toSorted((a, b) => b - a),
    )
    return
  }
  for (const [i, one] of stored.slice(1).entries()) {
    const previous = stored[i]
    if (previous) expect(comparedBy(previous, one, sort, shelf)).toBeLessThanOrEqual(0)
  }
}

function comparedBy(a: Stored, b: Stored, sort: readonly string[], shelf: Shelf): number {
  for (const key of sort) {
    const descending = key.startsWith('-')
    const [first, second] = [a, b].map((one) => sortValue(one, key.replace(/^-/, ''), descending, shelf))
    if (first === second) continue
    if (first === undefined || second === undefined) return first === undefined ? 1 : -1
    const order = compare(first, second)
    if (order !== 0) return descending ? -order : order
  }
  return 0
}

async function comesAlong(library: Library, drawn: DrawnSearch, parameters: readonly (readonly [string, string])[]) {
  const matches = plainSearch(drawn.type, parameters, library.shelf())
  const bundle = await library.find(drawn.type, queryOf([...parameters, ...drawn.includes, ['_count', '200']]))
  const along = bundle.entry?.filter(({ search: { mode } }) => mode === 'include') ?? []
  const names = along.map(({ resource }) => `${resource.resourceType}/${resource.id}`)
  expect(names.toSorted()).toEqual([...plainIncludes(matches, drawn.includes, library.shelf())].toSorted())
  expect(bundle.total).toBe(matches.length)
}

interface Library {
  readonly add: (drawn: Drawn, id?: string) => Promise<string>
  /** What the caller may see. */
  readonly shelf: () => Shelf
  /** A value with the instants in it that it names by number. */
  readonly dated: (value: string) => string
  readonly find: (type: string, query: string) => Promise<Bundle>
  /** Others write: something new, and a change to what was new; never what the search began with. Answers their names. */
  readonly disturb: (noise: readonly Drawn[], turn: number, late: ReadonlySet<string>, isSorted: boolean) => Promise<string[]>
}

interface Bundle {
  readonly total?: number
  readonly link: readonly { readonly relation: string; readonly url: string }[]
  readonly entry?: readonly {
    readonly resource: { readonly resourceType: string; readonly id: string }
    readonly search: { readonly mode: string }
  }[]
}

const organization = 'trust1'

function libraryOf(store: Store): Library {
  const shelved: (Stored & { readonly isHidden: boolean })[] = []
  const counts = new Map<string, number>()
  const instants: string[] = []
  const add = async ({ resource: drawn, isHidden }: Drawn, given?: string): Promise<string> => {
    const type = drawn.resourceType
    const number = (counts.get(type) ?? 0) + 1
    if (given === undefined) counts.set(type, number)
    const resource = asSent(drawn, given ?? nameFor(type, number))
    const updated = await write(store, resource, 0, isHidden ? 'council1' : organization)
    instants.push(updated)
    shelved.push({ resource, updated, isHidden })
    return `${type}/${resource.id}`
  }
  const change = async ({ resource: drawn }: Drawn, id: string): Promise<string> => {
    const resource = asSent(drawn, id)
    const name = `${resource.resourceType}/${id}`
    const stored = await store.read({ as: 'gateway', why: 'test' }, resource.resourceType, id)
    const updated = await write(store, resource, stored?.version ?? 0, organization)
    const at = shelved.findIndex((one) => nameOf(one) === name)
    shelved.splice(at, 1, { resource, updated, isHidden: false })
    return name
  }
  const isSeen = (one: Stored & { readonly isHidden: boolean }) => !one.isHidden || one.resource.resourceType === 'Organization'

  return {
    add,
    shelf: () => ({ all: shelved.filter(isSeen), base, now: asked }),
    dated: (value) => value.replace(/\{at:(\d+)\}/g, (_, at: string) => instants[Number(at) % instants.length] ?? asked),
    async find(type, query) {
      const answer = await search(askOf(type, query), house(store))
      return JSON.parse(String(answer.body)) as Bundle
    },
    async disturb(noise, turn, late, isSorted) {
      const one = noise[turn % noise.length]
      if (!one) return []
      const changed = [...late].find((name) => name.startsWith(`${one.resource.resourceType}/`))
      // What sorts by its own values may come twice when it moves; by default it is sorted by what never changes.
      if (changed !== undefined && !isSorted) return [await change(one, changed.slice(changed.indexOf('/') + 1))]
      return [await add({ ...one, isHidden: false }, `noise-${newId()}`)]
    },
  }
}

/** As JSON has it: drawn records have no prototype, which FHIRPath stumbles over. */
const asSent = (drawn: Drawn['resource'], id: string) => JSON.parse(JSON.stringify({ ...drawn, id })) as Stored['resource']

async function write(store: Store, resource: Stored['resource'], version: number, author: string): Promise<string> {
  const { resourceType: type, id } = resource
  const meta = { ...(resource['meta'] as object | undefined), versionId: String(version + 1), lastUpdated: UNSTAMPED }
  const text = JSON.stringify({ ...resource, meta })
  const kind = type === 'Organization' ? 'directory' : 'document'
  const committed = await store.commit({
    writes: [{ type, id, base: version, text, author, kind, index: indexRows(resource, base) }],
  })
  if (!committed.ok) throw new Error(committed.conflict.why)
  return committed.at
}

const house = (store: Store) => ({ store, cursorKey: Buffer.alloc(32, 1), mayRead: () => true, newId })

function askOf(type: string, query: string): Ask {
  const scopes = parseScopes('system/*.cruds')
  if (!scopes.ok) throw new Error('scopes')
  return {
    method: 'GET',
    params: { type },
    query: new URLSearchParams(query),
    headers: new Headers(),
    body: new Uint8Array(),
    caller: { client: organization, organization, kind: 'acute', scopes: scopes.scopes, tokenId: 't' },
    access: { as: 'organization', organization, sees, at: asked },
    at: asked,
    requestId: 'r1',
    base,
  }
}

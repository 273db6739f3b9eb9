// Every way in which a caller may hear of a resource through the port of the store, and a resource to try them on.

import type { Access, Clause, Cursor, IndexRow, Query, Store } from '../../gateway/store/store.ts'
import { committed, newId, party, query, row, write } from './plans.ts'

/** Reads of the port that are asked on somebody's behalf. */
export const methods = ['read', 'vread', 'history', 'search', 'include'] as const

/** What a caller gets to hear of a resource, and of what refers to it and is referred to by it, by each way of asking. */
type Ways = Readonly<Record<string, (store: Store, access: Access, of: Hidden) => Promise<number>>>

/** A resource, with its type to itself; beside it an open one of another type that refers to it, and that it refers to. */
export interface Hidden {
  readonly type: string
  readonly id: string
  readonly open: string
  readonly mark: string
  readonly index: readonly IndexRow[]
}

/** A row number that comes behind all others. */
const last = Number.MAX_SAFE_INTEGER

const count = async (
  store: Store,
  access: Access,
  asked: Partial<Query> & { type: string; where: readonly Clause[] },
): Promise<number> => {
  const { versions, total, next } = await store.search(access, query(asked.type, asked.where, { ...asked, total: true }))
  return versions.length + (total ?? 0) + (next ? 1 : 0)
}
const counted = async (
  store: Store,
  access: Access,
  of: { type?: string; id?: string },
  more = 10,
  after?: Cursor,
): Promise<number> => {
  const { versions, total, next } = await store.history(access, of, { count: more, total: true, ...(after && { after }) })
  return versions.length + (total ?? 0) + (next ? 1 : 0)
}
const openId = (of: Hidden): Clause => ({ on: 'id', any: [of.id] })
const marked = (of: Hidden): Clause => ({ on: 'reference', key: `${of.type}.mark`, any: [of.mark] })

export const ways: Readonly<Record<(typeof methods)[number], Ways>> = {
  read: { current: async (store, access, { type, id }) => ((await store.read(access, type, id)) ? 1 : 0) },
  vread: {
    first: async (store, access, { type, id }) => ((await store.vread(access, type, id, 1)) ? 1 : 0),
    last: async (store, access, { type, id }) => ((await store.vread(access, type, id, 2)) ? 1 : 0),
  },
  history: {
    'of it': (store, access, { type, id }) => counted(store, access, { type, id }),
    'of it, counted': (store, access, { type, id }) => counted(store, access, { type, id }, 0),
    'of its type': (store, access, { type }) => counted(store, access, { type }),
    'of its type, counted': (store, access, { type }) => counted(store, access, { type }, 0),
    // From here on everything comes: the total is then counted by itself.
    'of its type, behind a place': (store, access, { type }) => counted(store, access, { type }, 10, ['9999', last, 1]),
    'of it, behind a place': (store, access, { type, id }) => counted(store, access, { type, id }, 10, [last]),
    'of all': async (store, access, { type }) =>
      (await store.history(access, {}, { count: 100_000, total: false })).versions.filter((one) => one.type === type).length,
  },
  search: {
    'by nothing': (store, access, { type }) => count(store, access, { type, where: [] }),
    'counted only': (store, access, { type }) => count(store, access, { type, where: [], count: 0 }),
    'behind a place': (store, access, { type }) => count(store, access, { type, where: [], order: [], after: [last] }),
    'by id': (store, access, of) => count(store, access, { type: of.type, where: [openId(of)] }),
    'by id over all types': (store, access, of) =>
      count(store, access, { type: '', where: [openId(of), { on: 'type', any: [of.type] }] }),
    'by a value': (store, access, of) => count(store, access, { type: of.type, where: [marked(of)] }),
    'by a value over all types': (store, access, of) => count(store, access, { type: '', where: [marked(of)] }),
    'by what it lacks': (store, access, { type }) =>
      count(store, access, { type, where: [{ on: 'missing', key: `${type}.none`, missing: true }] }),
    'in the order of a value': (store, access, { type }) =>
      count(store, access, { type, where: [], order: [{ by: { key: `${type}.mark` }, descending: false }] }),
    'in the order of a value that it lacks': (store, access, { type }) =>
      count(store, access, { type, where: [], order: [{ by: { key: `${type}.none` }, descending: false }] }),
    'in the order of time': (store, access, { type }) =>
      count(store, access, { type, where: [], order: [{ by: 'updated', descending: true }] }),
    'chained to': (store, access, of) =>
      count(store, access, { type: of.open, where: [{ on: 'chain', key: `${of.open}.of`, type: of.type, where: [marked(of)] }] }),
    'chained to by whatever': (store, access, of) =>
      count(store, access, { type: of.open, where: [{ on: 'chain', key: `${of.open}.of`, type: of.type, where: [] }] }),
    'chained to from an id': (store, access, of) =>
      count(store, access, {
        type: of.open,
        where: [
          { on: 'id', any: ['open'] },
          { on: 'chain', key: `${of.open}.of`, type: of.type, where: [marked(of)] },
        ],
      }),
    'referring back': (store, access, of) =>
      count(store, access, { type: of.open, where: [{ on: 'has', key: `${of.type}.to`, type: of.type, where: [marked(of)] }] }),
    'referring back to an id': (store, access, of) =>
      count(store, access, {
        type: of.open,
        where: [
          { on: 'id', any: ['open'] },
          { on: 'has', key: `${of.type}.to`, type: of.type, where: [marked(of)] },
        ],
      }),
    'passed through': (store, access, of) =>
      count(store, access, {
        type: of.open,
        where: [
          {
            on: 'chain',
            key: `${of.open}.of`,
            type: of.type,
            where: [{ on: 'chain', key: `${of.type}.to`, type: of.open, where: [{ on: 'id', any: ['open'] }] }],
          },
        ],
      }),
    'an alternative': (store, access, of) =>
      count(store, access, {
        type: of.open,
        where: [{ on: 'any', of: [{ on: 'chain', key: `${of.open}.of`, type: of.type, where: [marked(of)] }] }],
      }),
  },
  include: {
    'by what refers to it': async (store, access, of) =>
      (await store.include(access, [`${of.open}/open`], `${of.open}.of`, undefined, 10)).length,
    'by what refers to it, by type': async (store, access, of) =>
      (await store.include(access, [`${of.open}/open`], `${of.open}.of`, of.type, 10)).length,
    'from it': async (store, access, of) =>
      (await store.include(access, [`${of.type}/${of.id}`], `${of.type}.to`, undefined, 10)).length,
  },
}

export function newHidden(): Hidden {
  const [type, open, mark] = [newId(), newId(), newId()]
  return { type, id: newId(), open, mark, index: [row(`${type}.mark`, mark), row(`${type}.to`, `${open}/open`)] }
}

/**
 * Stores it: written by trust1, addressed to provider1, in a journey of hub1, that council1 is out of and acute2 is in; from
 * acute2 it is withheld.
 */
export async function hide(store: Store, { type, id, open, mark, index }: Hidden): Promise<void> {
  const name = `${type}/${id}`
  const referring = write(open, 'open', { kind: 'directory', author: 'gateway', index: [row(`${open}.of`, name)] })
  await committed(store, { writes: [referring, write(type, id, { index, addressed: ['provider1'] })] })
  await committed(store, {
    writes: [write(type, id, { base: 1, index })],
    memberships: [{ journey: mark, resource: name }],
    parties: [party(mark, 'hub1', 'hub'), party(mark, 'acute2', 'acute'), party(mark, 'council1', 'council', { source: 'gone' })],
    withholdings: [{ resource: name, organization: 'acute2', reason: 'safeguarding' }],
  })
  await committed(store, { partyEnds: [{ source: 'gone', until: '2026-02-01T00:00:00.000000Z' }] })
}

/** The ways by which the caller hears anything of it. */
export async function heardBy(store: Store, access: Access, of: Hidden): Promise<string[]> {
  const heard: string[] = []
  for (const method of methods) {
    for (const [way, ask] of Object.entries(ways[method])) if ((await ask(store, access, of)) > 0) heard.push(`${method} ${way}`)
  }
  return heard
}

/** What a caller finds by a journey, which is the open resource's beside the hidden one's: the journey itself must be seen. */
export async function heardByJourney(store: Store, access: Access, { open, mark }: Hidden): Promise<number> {
  const inJourney: Clause = { on: 'journey', any: [mark] }
  const tested = await count(store, access, { type: open, where: [inJourney, { on: 'id', any: ['open'] }] })
  const led = await count(store, access, { type: open, where: [inJourney] })
  return tested + led
}

/** The journey of the hidden resource, with the open one in it. */
export async function openJourney(store: Store, { open, mark }: Hidden): Promise<void> {
  await committed(store, {
    writes: [write('EpisodeOfCare', mark, { kind: 'referral' })],
    memberships: [
      { journey: mark, resource: `EpisodeOfCare/${mark}` },
      { journey: mark, resource: `${open}/open` },
    ],
  })
}

// Laws of pages that are cut by bytes: none holds more than was asked for, but one resource always; nothing is lost by it.

import { beforeAll, describe, expect, it } from 'vitest'
import type { Access, Cursor, Order, Page, Query, Version } from '../../../gateway/store/store.ts'
import type { Subject } from '../laws.ts'
import { caller, committed, gateway, newId, query, row, write } from '../plans.ts'
import { opened } from './opened.ts'

const sizeOf = ({ text }: Version): number => Buffer.byteLength(text)
const nameOf = ({ id, version }: Version): string => `${id.split(' ')[0]}${version}`

/** What each page holds, by name and in bytes; the total that the first gives. */
interface Paged {
  readonly names: readonly (readonly string[])[]
  readonly sizes: readonly (readonly number[])[]
  readonly total: number | undefined
}

async function pagesOf(page: (after: Cursor | undefined) => Promise<Page>): Promise<Paged> {
  const pages: Page[] = []
  for (let after: Cursor | undefined; ;) {
    const one = await page(after)
    pages.push(one)
    if (!one.next) break
    after = JSON.parse(JSON.stringify(one.next)) as Cursor
  }
  return {
    names: pages.map(({ versions }) => versions.map(nameOf)),
    sizes: pages.map(({ versions }) => versions.map(sizeOf)),
    total: pages[0]?.total,
  }
}

const sum = (sizes: readonly number[]): number => sizes.reduce((all, one) => all + one, 0)

/** Each page but the last ends where the next resource would not fit, or where it has as many as were asked for. */
function expectFull({ sizes }: Paged, bytes: number, count: number): void {
  sizes.forEach((page, i) => {
    expect(page.length === 1 || sum(page) <= bytes, `page ${i} of ${sum(page)} bytes`).toBe(true)
    const [next = Infinity] = sizes[i + 1] ?? []
    expect(i === sizes.length - 1 || page.length === count || sum(page) + next > bytes, `page ${i} ends early`).toBe(true)
  })
}

export function byteLaws(subject: Subject): void {
  describe('a page cut by bytes', () => {
    const store = opened(subject)
    const [type, mark] = [newId(), newId()]
    /** In thousands of bytes. */
    const sizes = [1, 30, 2, 2, 9, 9, 9, 1, 50, 1, 1, 20, 3]
    const idOf = (i: number) => `${String.fromCodePoint(97 + i)} ${mark}`
    /** Two bytes for each letter, so that letters and bytes are told apart. */
    const textOf = (id: string, base: number, size: number) =>
      write(type, id, { base }).text.replace('{', `{"text":"${'é'.repeat(size * 500 - 60)}",`)
    const keyed = (i: number) => [row(`${type}.mark`, mark), ...(i % 4 === 3 ? [] : [row(`${type}.v`, String(i % 3))])]
    const put = (i: number, size: number, base = 0) => {
      const id = idOf(i)
      return committed(store(), {
        writes: [write(type, id, { base, text: textOf(id, base, size), index: keyed(i), notes: '{"n":1}' })],
      })
    }
    beforeAll(async () => {
      for (const [i, size] of sizes.entries()) await put(i, size)
    })
    const marked = { on: 'reference', key: `${type}.mark`, any: [mark] } as const
    const searched = (more: Partial<Query>, access: Access = gateway) =>
      pagesOf((after) => store().search(access, query(type, [], { total: true, ...more, ...(after && { after }) })))

    const orders: readonly [string, Order[]][] = [
      ['newest first', []],
      ['oldest first', [{ by: 'created', descending: false }]],
      ['by time', [{ by: 'updated', descending: true }]],
      ['by id', [{ by: 'id', descending: true }]],
      ['by a value that some lack', [{ by: { key: `${type}.v` }, descending: false }]],
      [
        'by a value that some lack, and time',
        [
          { by: { key: `${type}.v` }, descending: true },
          { by: 'updated', descending: false },
        ],
      ],
    ]
    describe.each([['along the order', []] as const, ['among few', [marked]] as const])('%s', (_, where) => {
      it.each(orders)('holds no more, loses nothing and keeps the order: %s', async (__, order) => {
        const [whole] = (await searched({ order, where, count: 100 })).names
        for (const [bytes, count] of [
          [20_000, 100],
          [10_000, 4],
          [40_000, 3],
          [1, 100],
        ] as const) {
          const paged = await searched({ order, where, count, bytes })
          expect(paged.names.flat()).toEqual(whole)
          expect(paged.total).toBe(sizes.length)
          expectFull(paged, bytes, count)
        }
      })
    })

    it('is cut by nothing where all fits, and is empty where none is asked for', async () => {
      const fits = await searched({ count: 100, bytes: 1_000_000 })
      expect([fits.names.length, fits.names[0]?.length]).toEqual([1, sizes.length])
      const none = await store().search(gateway, query(type, [], { count: 0, bytes: 10, total: true }))
      expect(none).toEqual({ versions: [], total: sizes.length })
      expect(await store().search(caller('nobody'), query(type, [], { bytes: 10, total: true }))).toEqual({
        versions: [],
        total: 0,
      })
    })

    it('shows each resource whole, with what stands beside it', async () => {
      const { versions } = await store().search(gateway, query(type, [], { bytes: 45_000 }))
      expect(versions.map(({ text, notes }) => [JSON.parse(text) !== undefined, notes])).toEqual(
        versions.map(() => [true, '{"n":1}']),
      )
      expect(versions.map(sizeOf).some((size) => size > 45_000 / 101)).toBe(true)
    })

    it('of a history is cut like that of a search, whatever the scopes reach', async () => {
      const of = { type }
      const only = [[{ on: 'id', any: sizes.map((_, i) => idOf(i)) }]] as const
      const narrowed = { ...caller('trust1'), narrowed: { read: {}, search: { [type]: only } } }
      for (const i of [0, 4, 8]) await put(i, 25, 1)
      await committed(store(), { writes: [write(type, idOf(1), { base: 1, text: '' })] })
      const past = (access: Access, more: { bytes?: number; count: number; descending?: boolean }, id?: string) =>
        pagesOf((after) =>
          store().history(access, { ...of, ...(id && { id }) }, { total: true, ...more, ...(after && { after }) }),
        )
      for (const descending of [true, false]) {
        const whole = await past(gateway, { count: 100, descending })
        expect(whole.names[0]).toHaveLength(sizes.length + 4)
        const ofNarrowed = await past(narrowed, { count: 100, descending })
        // An end has nothing that a scope could go by, but it stands for the resource as it is now.
        expect(ofNarrowed.names[0]).toEqual(whole.names[0])
        for (const [bytes, count] of [
          [27_000, 100],
          [40_000, 3],
        ] as const) {
          const paged = await past(gateway, { count, bytes, descending })
          expect([paged.names.flat(), paged.total]).toEqual([whole.names[0], sizes.length + 4])
          expectFull(paged, bytes, count)
          expect(await past(narrowed, { count, bytes, descending })).toEqual(paged)
        }
        const one = await past(gateway, { count: 10, bytes: 50_000, descending }, idOf(8))
        expect([one.names, one.total]).toEqual([descending ? [['i2'], ['i1']] : [['i1'], ['i2']], 2])
      }
    })

    it('has its like in what comes along: nothing behind the one that brings it over 8 MiB', async () => {
      const [from, to] = [newId(), newId()]
      const large = (id: string) =>
        write(to, id, { text: write(to, id).text.replace('{', `{"text":"${'é'.repeat(1_500_000)}",`) })
      for (const id of ['a', 'b', 'c', 'd']) await committed(store(), { writes: [large(id)] })
      const index = ['a', 'b', 'c', 'd'].map((id) => row(`${from}.of`, `${to}/${id}`))
      await committed(store(), { writes: [write(from, 'x', { index })] })
      const included = async (limit: number) =>
        (await store().include(gateway, [`${from}/x`], `${from}.of`, to, limit)).map(nameOf)
      expect(await included(100)).toEqual(['a1', 'b1', 'c1'])
      expect(await included(2)).toEqual(['a1', 'b1'])
    })
  })
}

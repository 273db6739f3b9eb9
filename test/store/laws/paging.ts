// Laws of paging: each order is kept, what lacks the sorted value comes last, and pages neither skip nor repeat.

import { describe, expect, it } from 'vitest'
import type { Access, Cursor, Order, Query, Store } from '../../../gateway/store/store.ts'
import type { Subject } from '../laws.ts'
import { caller, committed, found, gateway, idsOf, newId, query, refer, row, write } from '../plans.ts'
import { opened } from './opened.ts'

const by = (what: Order['by'], descending = false): Order => ({ by: what, descending })
const key = (name: string, descending = false): Order => by({ key: name }, descending)

/** Ids over all pages of so many. */
async function paged(store: Store, asked: Query, access: Access = gateway, between = async () => {}): Promise<string[]> {
  const ids: string[] = []
  let after: Cursor | undefined
  do {
    const page = await store.search(access, { ...asked, ...(after && { after }) })
    ids.push(...idsOf(page))
    after = page.next && (JSON.parse(JSON.stringify(page.next)) as Cursor) // a link carries it as text
    await between()
  } while (after)
  return ids
}

export function pagingLaws(subject: Subject): void {
  describe('paging', () => {
    const store = opened(subject)

    it('orders by creation, time or id, newest created first unless told otherwise', async () => {
      const type = newId()
      await committed(store(), { writes: ['m', 'z', 'a'].map((id) => write(type, id)) })
      await committed(store(), { writes: [write(type, 'k')] })
      await committed(store(), { writes: [write(type, 'z', { base: 1 })] })
      const sorted = async (...order: Order[]) => idsOf(await store().search(gateway, query(type, [], { order }))).join('')
      expect(await sorted()).toBe('kazm')
      expect(await sorted(by('created'))).toBe('mzak')
      expect(await sorted(by('created', true), by('id'))).toBe('kazm')
      expect(await sorted(by('updated'))).toBe('makz')
      expect(await sorted(by('updated', true))).toBe('zkam')
      expect(await sorted(by('id', true))).toBe('zmka')
    })

    describe('by values', () => {
      const values: Readonly<Record<string, readonly string[]>> = {
        two: ['b', 'e'],
        none: [],
        c: ['c'],
        wide: ['a', 'd', 'a'],
        blank: [''],
        late: ['c'],
      }
      const groups: Readonly<Record<string, string>> = { two: 'x', none: 'x', c: 'x', wide: 'y', blank: 'y' }

      /** A type of its own; with `mark` all hang on something that few others do, so that this leads. */
      async function kept(mark?: string): Promise<string> {
        const type = newId()
        for (const [id, many] of Object.entries(values)) {
          const index = [
            ...many.map((value, i) => row(`${type}.v`, value, `s${i}`)),
            ...(groups[id] ? [row(`${type}.g`, groups[id])] : []),
            ...(mark ? [row(`${type}.mark`, mark)] : []),
          ]
          await committed(store(), { writes: [write(type, `${id}-${type}`, { index })] })
        }
        return type
      }
      const orders: readonly [string, (type: string) => Order[], string][] = [
        ['the least ascending', (t) => [key(`${t}.v`)], 'wide two c late none blank'],
        ['the greatest descending', (t) => [key(`${t}.v`, true)], 'two wide late c blank none'],
        ['then the time', (t) => [key(`${t}.v`), by('updated', true)], 'wide two late c blank none'],
        ['then another value', (t) => [key(`${t}.g`), key(`${t}.v`, true)], 'two c none wide blank late'],
        ['another value first, descending', (t) => [key(`${t}.g`, true), by('id')], 'blank wide c none two late'],
        ['and by id', (t) => [key(`${t}.v`, true), by('id')], 'two wide c late blank none'],
      ]
      describe.each([['along the index', false] as const, ['among few', true] as const])('%s', (_, isLed) => {
        it.each(orders)('%s, with those that lack it last', async (__, orderOf, expected) => {
          const mark = isLed ? newId() : undefined
          const type = await kept(mark)
          const where = mark ? [{ on: 'reference', key: `${type}.mark`, any: [mark] } as const] : []
          for (const count of [1, 2, 5, 6, 7]) {
            const ids = await paged(store(), query(type, where, { order: orderOf(type), count }))
            expect(ids.map((id) => id.split('-')[0]).join(' '), `pages of ${count}`).toBe(expected)
          }
        })
      })

      it('sorts by nothing that is hidden, and passes over it', async () => {
        const type = await kept()
        const mine = ['c', 'none'].map((id) =>
          write(type, `${id}-${type}`, { base: 1, addressed: ['hub1'], index: id === 'c' ? [row(`${type}.v`, 'c')] : [] }),
        )
        await committed(store(), { writes: mine })
        for (const descending of [true, false]) {
          const asked = query(type, [], { order: [key(`${type}.v`, descending)], count: 1 })
          expect((await paged(store(), asked, caller('hub1'))).map((id) => id.split('-')[0])).toEqual(['c', 'none'])
        }
      })
    })

    const orders: readonly [string, (type: string) => Order[], boolean][] = [
      ['as they are', () => [], true],
      ['oldest first', () => [by('created')], false],
      ['last changed first', () => [by('updated', true)], true],
      ['first changed first', () => [by('updated')], false],
      ['by id', () => [by('id')], false],
      ['by value', (type) => [key(`${type}.v`)], false],
      ['by value, descending, then time', (type) => [key(`${type}.v`, true), by('updated', true)], false],
    ]
    it.each(orders)('%s, pages have no gap and no repeat while others write', async (_, orderOf, isClosed) => {
      const type = newId()
      const named = (id: string, i: number) =>
        write(type, id, { index: i % 5 === 4 ? [] : [row(`${type}.v`, String(i % 3)), row(`${type}.v`, String(i % 2))] })
      const before = Array.from({ length: 60 }, (__, i) => `before-${i}`)
      for (let i = 0; i < 60; i += 3)
        await committed(store(), { writes: before.slice(i, i + 3).map((id, n) => named(id, i + n)) })
      let written = 0
      const seen = await paged(store(), query(type, [], { order: orderOf(type), count: 7 }), gateway, async () => {
        if (++written < 20) await committed(store(), { writes: [named(`during-${newId()}`, written)] })
      })
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.filter((id) => id.startsWith('before')).sort()).toEqual(before.sort())
      if (isClosed) expect(seen.length).toBe(60)
    })

    it('a page has a next one exactly when there is more, and the total is that of all pages', async () => {
      const type = newId()
      await committed(store(), { writes: ['a', 'b', 'c'].map((id) => write(type, id)) })
      for (const [count, next] of [
        [2, true],
        [3, false],
        [4, false],
        [0, false],
      ] as const) {
        const page = await store().search(gateway, query(type, [], { count, total: true }))
        expect([page.versions.length, page.total, page.next !== undefined]).toEqual([Math.min(count, 3), 3, next])
      }
    })

    it('refuses a cursor of another order', async () => {
      await expect(store().search(gateway, query('Task', [], { after: [1, 2, 3] }))).rejects.toThrow('cursor')
    })

    it('goes through every type when none is named', async () => {
      const [one, two, mark] = [newId(), newId(), newId()]
      await committed(store(), {
        writes: [
          write(one, `x${mark}`, refer('Any.mark', mark)),
          write(two, `x${mark}`, refer('Any.mark', mark)),
          write(two, `y${mark}`),
        ],
      })
      const marked = { on: 'reference', key: 'Any.mark', any: [mark] } as const
      const named = { on: 'id', any: [`x${mark}`] } as const
      for (const clause of [marked, named]) {
        const page = await store().search(gateway, query('', [clause], { total: true, order: [by('created')] }))
        expect([page.total, page.versions.map(({ type }) => type)]).toEqual([2, [one, two]])
        expect(await found(store(), gateway, '', [clause, { on: 'type', any: [two] }])).toEqual([`x${mark}`])
        expect((await store().search(caller('nobody'), query('', [clause], { total: true }))).total).toBe(0)
      }
      for (const order of [by('created', true), by('updated', true), by('id')]) {
        const all = await paged(store(), query('', [], { order: [order], count: 50 }))
        expect(all.length).toBe((await store().search(gateway, query('', [], { count: 0, total: true }))).total)
      }
    })
  })
}

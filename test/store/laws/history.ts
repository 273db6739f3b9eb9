// Laws of history: of one resource, of a type and of the system, in the order in which versions were stored, page by page.

import { beforeAll, describe, expect, it } from 'vitest'
import type { Access, Cursor, DatePrefix, HistoryOf, HistoryQuery, Instant, Version } from '../../../gateway/store/store.ts'
import type { Subject } from '../laws.ts'
import { caller, committed, gateway, newId, write } from '../plans.ts'
import { opened } from './opened.ts'

const name = ({ id, version }: Version) => `${id}${version}`

export function historyLaws(subject: Subject): void {
  describe('history', () => {
    const store = opened(subject)
    const [one, two] = [newId(), newId()]
    const stamps: Record<string, Instant> = {}
    const put = async (type: string, id: string, base: number, more: object = {}) => {
      stamps[`${id}${base + 1}`] = await committed(store(), { writes: [write(type, id, { base, ...more })] })
    }
    beforeAll(async () => {
      await put(one, 'a', 0)
      await put(two, 'x', 0, { author: 'hub1' })
      await put(one, 'b', 0)
      await put(one, 'a', 1)
      await put(two, 'x', 1)
      await put(one, 'a', 2, { text: '' })
      await put(one, 'b', 1, { addressed: ['hub1'] })
      const twice = [write(one, 'c', {}), write(one, 'd', {}), write(one, 'c', { base: 1 })]
      const at = await committed(store(), { writes: twice })
      for (const each of ['c1', 'd1', 'c2']) stamps[each] = at
    })

    const asked = async (of: HistoryOf, more: Partial<HistoryQuery> = {}, access: Access = gateway) => {
      const page = await store().history(access, of, { count: 100, total: true, ...more })
      return [page.versions.map(name).join(' '), page.total]
    }
    /** All pages of so many. */
    const paged = async (of: HistoryOf, more: Partial<HistoryQuery>): Promise<string> => {
      const names: string[] = []
      let after: Cursor | undefined
      do {
        const page = await store().history(gateway, of, { count: 2, total: false, ...more, ...(after && { after }) })
        names.push(...page.versions.map(name))
        after = page.next && (JSON.parse(JSON.stringify(page.next)) as Cursor)
      } while (after)
      return names.join(' ')
    }

    it('holds every version of one resource, the deleted one without its text', async () => {
      expect(await asked({ type: one, id: 'a' })).toEqual(['a3 a2 a1', 3])
      const { versions } = await store().history(gateway, { type: one, id: 'a' }, { count: 1, total: false })
      expect(versions).toMatchObject([{ version: 3, deleted: true, text: '', at: stamps['a3'] }])
      expect(await asked({ type: one, id: 'c' })).toEqual(['c2 c1', 2])
      expect(await asked({ type: one, id: 'c' }, { descending: false })).toEqual(['c1 c2', 2])
      expect(await asked({ type: two, id: 'a' })).toEqual(['', 0])
    })

    it('holds every version of a type, of several, of all', async () => {
      const ofOne = 'd1 c2 c1 b2 a3 a2 b1 a1'
      expect(await asked({ type: one })).toEqual([ofOne, 8])
      expect(await asked({ type: one }, { descending: false })).toEqual([ofOne.split(' ').toReversed().join(' '), 8])
      expect(await asked({ types: [one, two] })).toEqual(['d1 c2 c1 b2 a3 x2 a2 b1 x1 a1', 10])
      expect(await asked({ types: [] })).toEqual(['', 0])
      expect(await asked({})).toEqual(['d1 c2 c1 b2 a3 x2 a2 b1 x1 a1', 10])
    })

    it('comes in pages without gap or repeat, either way', async () => {
      for (const descending of [true, false]) {
        for (const of of [{ type: one, id: 'a' }, { type: one }, {}]) {
          const [whole] = await asked(of, { descending })
          for (const count of [1, 2, 3]) expect(await paged(of, { descending, count })).toBe(whole)
        }
      }
      const page = await store().history(gateway, { type: one }, { count: 3, total: true })
      expect(page.total).toBe(8)
      const next = await store().history(
        gateway,
        { type: one },
        { count: 3, total: true, ...(page.next && { after: page.next }) },
      )
      expect([next.versions.map(name).join(' '), next.total]).toEqual(['b2 a3 a2', 8])
    })

    it('starts at an instant when told since when', async () => {
      const since = stamps['a2'] ?? ''
      expect(await asked({ type: one, id: 'a' }, { since })).toEqual(['a3 a2', 2])
      expect(await asked({ type: one }, { since })).toEqual(['d1 c2 c1 b2 a3 a2', 6])
      expect(await asked({}, { since: '2999' })).toEqual(['', 0])
    })

    const during: readonly [DatePrefix, string, string, string][] = [
      ['eq', 'a2', 'a2', 'a2 b1'],
      ['eq', 'a2', 'b2', 'b2 a3 a2 b1'],
      ['ge', 'a3', 'a3', 'd1 c2 b2 a3 b1'],
      ['gt', 'a3', 'a3', 'd1 c2 b2 a3 b1'],
      ['sa', 'b2', 'b2', 'd1 c2 b2 a3'],
      ['le', 'b1', 'b1', 'b1 a1'],
      ['lt', 'b1', 'b1', 'a1'],
      ['eb', 'b1', 'b1', 'a1'],
      ['ne', 'b1', 'b2', 'd1 c2 b2 a3 a1'],
    ]
    it.each(during)('tells which versions were current at a time: %s %s to %s', async (prefix, from, to, expected) => {
      const at = { prefix, low: stamps[from] ?? '', high: stamps[to] ?? '' }
      expect((await asked({ type: one }, { at }))[0]).toBe(expected)
    })

    it('holds what each caller may see and counts nothing else', async () => {
      const hub = caller('hub1')
      expect(await asked({ type: one }, {}, hub)).toEqual(['b2 b1', 2])
      expect(await asked({ type: one }, { count: 1 }, hub)).toEqual(['b2', 2])
      expect(await asked({}, {}, hub)).toEqual(['b2 x2 b1 x1', 4])
      expect(await asked({ type: one, id: 'a' }, {}, hub)).toEqual(['', 0])
      expect(await asked({ type: one, id: 'a' }, { count: 0 }, hub)).toEqual(['', 0])
      expect(await asked({}, { count: 0 }, caller('nobody'))).toEqual(['', 0])
    })

    it('says of the version after a deletion that it brought the resource back, also on a page of its own', async () => {
      const type = newId()
      await put(type, 'e', 0)
      await put(type, 'e', 1, { text: '' })
      await put(type, 'e', 2)
      await put(type, 'e', 3)
      const backs = async (of: HistoryOf, more: Partial<HistoryQuery> = {}) =>
        (await store().history(gateway, of, { count: 100, total: false, ...more })).versions.map(
          ({ version, followsDeletion = false }) => `${version} ${followsDeletion}`,
        )
      for (const of of [{ type }, { type, id: 'e' }]) expect(await backs(of)).toEqual(['4 false', '3 true', '2 false', '1 false'])
      expect(await backs({ type }, { since: stamps['e3'] ?? '', descending: false, count: 1 })).toEqual(['3 true'])
    })
  })
}

// Laws of granular scopes: what they do not reach is heard of in no way, older versions included, and is not counted.

import { beforeAll, describe, expect, it } from 'vitest'
import { indexRows } from '../../../gateway/store/index-rows.ts'
import { isWithin } from '../../../gateway/store/narrowed.ts'
import { UNSTAMPED, type Access, type NarrowClause, type Narrowing } from '../../../gateway/store/store.ts'
import type { Subject } from '../laws.ts'
import { caller, committed, found, historyOf, idsOf, newId, query, write } from '../plans.ts'
import { heardBy, hide, methods, newHidden, ways } from '../ways.ts'
import { opened } from './opened.ts'

/** An organisation's access whose scopes reach of some types what meets one of these. */
function narrowed(organization: string, types: Readonly<Record<string, readonly Narrowing[]>>, more = types): Access {
  return { ...caller(organization), narrowed: { read: types, search: more } } as Access
}

const token = (key: string, code: string, not = false): NarrowClause => ({
  on: 'token',
  key,
  any: [{ code }],
  ...(not && { not }),
})

export function narrowingLaws(subject: Subject): void {
  describe('granular scopes', () => {
    const store = opened(subject)
    const of = newHidden()
    const reaching: Narrowing = [{ on: 'reference', key: `${of.type}.mark`, any: [of.mark] }]
    const other: Narrowing = [{ on: 'reference', key: `${of.type}.mark`, any: ['another'] }]
    const all = methods.flatMap((method) => Object.keys(ways[method]).map((way) => `${method} ${way}`))
    const byId = all.filter((way) => /^v?read |^history of it(,|$)/.test(way))
    beforeAll(() => hide(store(), of))

    it('let everything of what they reach be heard by whoever may see it, but for older versions that nothing tells of', async () => {
      const heard = await heardBy(store(), narrowed('trust1', { [of.type]: [reaching] }), of)
      expect(heard).toEqual(all.filter((way) => way !== 'vread first'))
    })

    it('let nothing be heard of what they do not reach', async () => {
      expect(await heardBy(store(), narrowed('trust1', { [of.type]: [other] }), of)).toEqual([])
      expect(await heardBy(store(), narrowed('trust1', { [of.type]: [] }), of)).toEqual([])
      expect(await heardBy(store(), narrowed('trust1', { [of.type]: [other, [...other, ...other]] }), of)).toEqual([])
      expect(await heardBy(store(), narrowed('trust1', { [of.type]: [[...reaching, ...other]] }), of)).toEqual([])
    })

    it('show nobody what they could not see without', async () => {
      expect(await heardBy(store(), narrowed('stranger', { [of.type]: [reaching] }), of)).toEqual([])
    })

    it('are alternatives', async () => {
      const heard = await heardBy(store(), narrowed('trust1', { [of.type]: [other, reaching] }), of)
      expect(heard).toEqual(all.filter((way) => way !== 'vread first'))
    })

    it('say nothing of a type that they do not narrow', async () => {
      expect(await heardBy(store(), narrowed('trust1', { [newId()]: [] }), of)).toEqual(all)
    })

    it('narrow reading and finding each by its own', async () => {
      expect(await heardBy(store(), narrowed('trust1', { [of.type]: [] }, {}), of)).toEqual(
        all.filter((way) => !byId.includes(way)),
      )
      expect(await heardBy(store(), narrowed('trust1', {}, { [of.type]: [] }), of)).toEqual(byId)
    })

    describe('and versions', () => {
      const type = 'Observation'
      const key = `${type}.status`
      const final = narrowed('trust1', { [type]: [[token(key, 'final')]] })

      /** An Observation with one version of each status; '' is its end. */
      async function lived(...statuses: readonly string[]): Promise<string> {
        const id = newId()
        for (const [base, status] of statuses.entries()) {
          const meta = { versionId: String(base + 1), lastUpdated: UNSTAMPED }
          const resource = { resourceType: type, id, meta, status }
          const text = status === '' ? '' : JSON.stringify(resource)
          await committed(store(), { writes: [write(type, id, { base, text, index: text === '' ? [] : indexRows(resource) })] })
        }
        return id
      }
      const versionsOf = async (id: string) => (await historyOf(store(), final, type, id)).map(({ version }) => version)
      const readable = async (id: string, some: readonly number[]) => {
        const versions = await Promise.all(some.map((version) => store().vread(final, type, id, version)))
        return versions.flatMap((one) => one?.version ?? [])
      }

      it('reach a version where they reach it and the current one', async () => {
        const id = await lived('preliminary', 'final', 'preliminary', 'final', 'final')
        expect(await versionsOf(id)).toEqual([5, 4, 2])
        expect(await readable(id, [1, 2, 3, 4, 5])).toEqual([2, 4, 5])
        const { total } = await store().history(final, { type, id }, { count: 1, total: true })
        expect(total).toBe(3)
      })

      it('reach nothing of what has left them, nor of what was deleted', async () => {
        for (const id of [await lived('final', 'preliminary'), await lived('final', '')]) {
          expect(await versionsOf(id)).toEqual([])
          expect(await readable(id, [1, 2])).toEqual([])
          expect(await store().read(final, type, id)).toBeUndefined()
          const { total } = await store().history(final, { type, id }, { count: 0, total: true })
          expect(total).toBe(0)
        }
      })

      it('reach of what came back all but its end', async () => {
        const id = await lived('final', '', 'final')
        expect(await versionsOf(id)).toEqual([3, 1])
      })

      it('page through what they reach alone', async () => {
        const id = await lived('final', 'preliminary', 'final', 'preliminary', 'final')
        const pages: number[][] = []
        for (let page = await store().history(final, { type, id }, { count: 1, total: false }); ;) {
          pages.push(page.versions.map(({ version }) => version))
          if (!page.next) break
          page = await store().history(final, { type, id }, { count: 1, total: false, after: page.next })
        }
        expect(pages).toEqual([[5], [3], [1]])
      })

      it('narrow the history of a type and of all alike', async () => {
        const [kept, left] = [await lived('preliminary', 'final'), await lived('final', 'preliminary')]
        for (const whose of [{ type }, {}]) {
          const { versions } = await store().history(final, whose, { count: 10_000, total: true })
          const own = versions.filter(({ id }) => id === kept || id === left)
          expect(own.map(({ id, version }) => [id, version])).toEqual([[kept, 2]])
        }
        const { total, versions } = await store().history(final, { type }, { count: 10_000, total: true })
        const counted = await store().history(final, { type }, { count: 0, total: true })
        expect([total, counted.total]).toEqual([versions.length, versions.length])
      })
    })

    it('mean in memory what they mean in the database', async () => {
      const [type, id] = ['Observation', newId()]
      const category = (system: string, code: string) => ({ coding: [{ system, code }] })
      const resource = {
        ...{ resourceType: type, id, status: 'final', category: [category('s', 'a'), category('s', 'b')] },
        ...{ subject: { reference: 'Patient/p1' }, meta: { tag: [{ system: 't', code: 'x' }] } },
      }
      const index = indexRows(resource)
      await committed(store(), { writes: [write(type, id, { text: JSON.stringify(resource), index })] })
      const clauses: readonly NarrowClause[] = [
        { on: 'id', any: [id, 'other'] },
        { on: 'id', any: ['other'] },
        token('Observation.category', 'a'),
        token('Observation.category', 'a', true),
        token('Observation.category', 'z', true),
        { on: 'token', key: 'Observation.category', any: [{ system: 's', code: 'b' }] },
        { on: 'token', key: 'Observation.category', any: [{ system: 'r', code: 'b' }, { code: 'z' }] },
        { on: 'token', key: 'Observation.category', any: [{ system: 's' }] },
        { on: 'token', key: 'Observation._tag', any: [{ system: 't', code: 'x' }] },
        { on: 'token', key: 'Observation._security', any: [{ code: 'R' }], not: true },
        { on: 'reference', key: 'Observation.subject', any: ['Patient/p1', 'Patient/p2'] },
        { on: 'reference', key: 'Observation.subject', any: ['Patient/p2'] },
      ]
      const pairs = clauses.flatMap((one) => clauses.map((two) => [one, two]))
      for (const narrowings of [
        ...clauses.map((one) => [[one]]),
        ...pairs.map((both) => [both]),
        ...pairs.map((both) => both.map((one) => [one])),
      ]) {
        const access = narrowed('trust1', { [type]: narrowings })
        const reached = (await found(store(), access, type, [{ on: 'id', any: [id] }])).length === 1
        expect(isWithin(narrowings, id, index), JSON.stringify(narrowings)).toBe(reached)
      }
    })

    it('hold for a search over all types, where each type has its own', async () => {
      const [one, two, three] = [newId(), newId(), newId()]
      const id = newId()
      await committed(store(), { writes: [write(one, id), write(two, id), write(three, id)] })
      const access = narrowed('trust1', { [one]: [[{ on: 'id', any: [id] }]], [two]: [[{ on: 'id', any: ['other'] }]] })
      const page = await store().search(access, query('', [{ on: 'id', any: [id] }], { total: true }))
      expect([page.total, idsOf(page).length]).toEqual([2, 2])
      expect(page.versions.map(({ type }) => type).sort()).toEqual([one, three].sort())
    })
  })
}

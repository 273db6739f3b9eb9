// Laws of versions: each is kept, stamped by the store, and read as it was written.

import { describe, expect, it } from 'vitest'
import { UNSTAMPED, type IndexRow } from '../../../gateway/store/store.ts'
import type { Subject } from '../laws.ts'
import { caller, committed, found, gateway, historyOf, idsOf, newId, query, row, write } from '../plans.ts'
import { opened } from './opened.ts'

export function versionLaws(subject: Subject): void {
  describe('versions', () => {
    const store = opened(subject)

    it('reads back what was written, with the instant of the commit in the text', async () => {
      const id = newId()
      const at = await committed(store(), {
        writes: [write('Task', id, { message: 'm1', notes: '{"seen":1}', kind: 'task' })],
      })
      expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
      expect(await store().read(gateway, 'Task', id)).toEqual({
        type: 'Task',
        id,
        version: 1,
        at,
        text: JSON.stringify({ resourceType: 'Task', id, meta: { versionId: '1', lastUpdated: at } }),
        deleted: false,
        author: 'trust1',
        kind: 'task',
        message: 'm1',
        notes: '{"seen":1}',
      })
    })

    it('stamps the first place only, so that a sender cannot be stamped', async () => {
      const id = newId()
      const text = `{"meta":{"lastUpdated":"${UNSTAMPED}"},"description":"${UNSTAMPED} $& $1"}`
      const at = await committed(store(), { writes: [write('Task', id, { text })] })
      expect((await store().read(gateway, 'Task', id))?.text).toBe(
        `{"meta":{"lastUpdated":"${at}"},"description":"${UNSTAMPED} $& $1"}`,
      )
    })

    it('gives every commit a later instant', async () => {
      const answers = await Promise.all(
        Array.from({ length: 150 }, () => committed(store(), { writes: [write('Task', newId())] })),
      )
      expect(new Set(answers).size).toBe(150)
      expect(answers.toSorted()).toEqual(answers)
    })

    it('keeps every version and lists them newest first', async () => {
      const id = newId()
      for (const base of [0, 1, 2]) {
        await committed(store(), { writes: [write('Task', id, { base, author: `author${base}` })] })
      }
      const history = await historyOf(store(), gateway, 'Task', id)
      expect(history.map(({ version, author }) => [version, author])).toEqual([
        [3, 'author2'],
        [2, 'author1'],
        [1, 'author0'],
      ])
      expect(await store().vread(gateway, 'Task', id, 2)).toEqual(history[1])
      for (const version of [0, 4, -1, 1.5, NaN, 2 ** 60]) {
        expect(await store().vread(gateway, 'Task', id, version)).toBeUndefined()
      }
    })

    it('finds a resource by its last version only', async () => {
      const id = newId()
      const status = (code: string) => ({ index: [row('Task.status', `${code}-${id}`, 's')] })
      await committed(store(), { writes: [write('Task', id, status('requested'))] })
      await committed(store(), { writes: [write('Task', id, { base: 1, ...status('accepted') })] })
      const by = (code: string) => [{ on: 'token', key: 'Task.status', any: [{ code: `${code}-${id}` }] }] as const
      expect(await found(store(), gateway, 'Task', by('requested'))).toEqual([])
      expect(await found(store(), gateway, 'Task', by('accepted'))).toEqual([id])
    })

    it('is found by all that its last version says, however little of it is new, also twice in one batch', async () => {
      const values = ['a', 'b', 'c', 'd', 'e', 'f']
      const others = ['', 'sys1', 'sys2']
      const every = values.flatMap((value) => others.map((other) => row('R.code', value, other)))
      const has = async ({ value, other }: IndexRow): Promise<boolean> =>
        (await found(store(), gateway, 'R', [{ on: 'token', key: 'R.code', any: [{ code: value, system: other }] }])).includes(
          '1',
        )
      let base = 0
      for (let step = 0; step < 12; step++) {
        const versions = Array.from({ length: 1 + (step % 3) }, () => every.filter(() => Math.random() < 0.5))
        const index = versions.at(-1) ?? []
        const plans = versions.map((rows) => ({ writes: [write('R', '1', { base: base++, index: rows })] }))
        await Promise.all(plans.map((plan) => committed(store(), plan)))
        expect(await Promise.all(every.map(has)), JSON.stringify(versions)).toEqual(every.map((one) => index.includes(one)))
      }
    })

    it('takes rows that differ in nothing but what no database keeps, again and again', async () => {
      const index = [row('N.code', 'a\0'), row('N.code', 'a\uFFFD'), row('N.code', 'a\uD800')]
      for (const base of [0, 1, 2]) await committed(store(), { writes: [write('N', '1', { base, index })] })
      const any = [{ code: 'a\uFFFD' }]
      expect(await found(store(), gateway, 'N', [{ on: 'token', key: 'N.code', any }])).toEqual(['1'])
    })

    it('keeps a deletion as a version that no search finds, and lets the resource come back', async () => {
      const id = newId()
      const index = [row('Task.focus', `ServiceRequest/${id}`)]
      const by = [{ on: 'reference', key: 'Task.focus', any: [`ServiceRequest/${id}`] }] as const
      await committed(store(), { writes: [write('Task', id, { index })] })
      await committed(store(), { writes: [write('Task', id, { base: 1, text: '', index })] })
      expect(await store().read(gateway, 'Task', id)).toMatchObject({ version: 2, deleted: true, text: '' })
      expect(await store().read(caller('trust1'), 'Task', id)).toMatchObject({ deleted: true })
      expect(await store().read(caller('stranger'), 'Task', id)).toBeUndefined()
      expect(await store().vread(gateway, 'Task', id, 1)).toMatchObject({ deleted: false })
      expect(await found(store(), gateway, 'Task', by)).toEqual([])
      expect(await found(store(), gateway, 'Task', [{ on: 'id', any: [id] }])).toEqual([])
      await committed(store(), { writes: [write('Task', id, { base: 2, index })] })
      expect(await found(store(), gateway, 'Task', by)).toEqual([id])
    })

    it('knows no resource by another type or by part of its id', async () => {
      const id = newId()
      await committed(store(), { writes: [write('Task', id)] })
      for (const [type, other] of [
        ['Goal', id],
        ['Task', id.slice(1)],
        ['Task', ''],
        ['Task', `${id}\0`],
        ['task', id],
      ]) {
        expect(await store().read(gateway, type ?? '', other ?? '')).toBeUndefined()
      }
    })

    it('shows a resource as new to whoever asks for what came after', async () => {
      const [one, two] = [newId(), newId()]
      await committed(store(), { writes: [write('Goal', one)] })
      const seen = await committed(store(), { writes: [write('Goal', two)] })
      const since = query('Goal', [{ on: 'updated', any: [{ prefix: 'gt', low: seen, high: seen }] }])
      expect(idsOf(await store().search(gateway, since))).toEqual([])
      await committed(store(), { writes: [write('Goal', one, { base: 1 })] })
      expect(idsOf(await store().search(gateway, since))).toEqual([one])
    })
  })
}

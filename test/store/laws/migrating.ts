// Laws of migrating: a database of an earlier gateway opens, keeps everything, and is searched by what this one knows.

import { describe, expect, it } from 'vitest'
import { indexRows } from '../../../gateway/store/index-rows.ts'
import { searchIndexVersion } from '../../../gateway/store/search-parameters.ts'
import type { Clause, Store } from '../../../gateway/store/store.ts'
import { patients } from '../earlier.ts'
import type { Subject } from '../laws.ts'
import { caller, committed, found, gateway, historyOf, newId, query, row, write } from '../plans.ts'

const base = 'https://gateway.example/fhir/R4'
const local = (i: number): Clause => ({
  on: 'token',
  key: 'Patient.identifier',
  any: [{ system: 'urn:example:local', code: `local-${i}` }],
})
const forgotten: Clause = { on: 'token', key: 'Patient.forgotten', any: [{ code: 'x' }] }
const anchored: Clause = { on: 'reference', key: 'Patient.anchor', any: ['Encounter/e'] }
const managed: Clause = { on: 'reference', key: 'Patient.organization', any: ['Organization/trust1'] }

const total = async (store: Store, ...where: Clause[]) =>
  (await store.search(gateway, query('Patient', where, { count: 0, total: true }))).total

export function migrationLaws(subject: Subject): void {
  describe.each(Array.from({ length: subject.migrations - 1 }, (_, i) => i + 1))('a database of migration %i', (number) => {
    it('keeps all that was in it', async () => {
      const store = await subject.open(await subject.earlier(number))
      expect(await total(store)).toBe(patients - 1)
      expect(await total(store, anchored)).toBe(patients - 1)
      expect((await historyOf(store, gateway, 'Patient', 'p7')).map(({ version }) => version)).toEqual([2, 1])
      expect((await store.history(gateway, { type: 'Patient' }, { count: 1, total: true })).total).toBe(2 * patients)
      expect((await store.history(caller('hub1'), {}, { count: 3, total: true })).versions.map(({ id }) => id)).toEqual([
        `p${patients}`,
        `p${patients - 1}`,
        `p${patients - 2}`,
      ])
      expect(await store.read(caller('stranger'), 'Patient', 'p1')).toBeUndefined()
      expect(await store.read(caller('trust1'), 'Patient', 'p1')).toMatchObject({ version: 2, deleted: false })
      expect(await store.standing('Patient/p2', 'trust1')).toMatchObject({ isAuthor: true, isAddressed: false })
      expect(await store.standing('Patient/p2', 'council1')).toMatchObject({ isAuthor: false, isAddressed: true })
      expect(await store.read(caller('trust1'), 'Patient', 'p2')).toBeDefined()
      expect(await store.read(caller('council1'), 'Patient', 'p2')).toBeDefined()
      expect(await store.read(caller('provider1'), 'Patient', 'p2')).toBeUndefined()
      const ofTask = async (organization: string) =>
        (await historyOf(store, caller(organization), 'Task', 't')).map(({ version }) => version)
      expect([await ofTask('hub1'), await ofTask('council1')]).toEqual([
        [3, 2, 1],
        [3, 2],
      ])
      expect(await store.read(caller('hub1'), 'Patient', 'p8')).toBeDefined()
      expect(await store.read(caller('hub1'), 'Patient', 'p9')).toBeUndefined()
      expect(await store.withholdings('Patient/p9')).toMatchObject([{ organization: 'hub1', source: 'Patient/p9' }])
      expect(await store.holder('s', 'k')).toBe('h')
      expect(await store.setting('n')).toBe('{"kept":true}')
      expect(await store.outbox(10)).toMatchObject([{ id: 'o' }])
      expect((await committed(store, { writes: [write('Patient', 'p1', { base: 2 })] })) > '2026-05').toBe(true)
      expect((await store.history(gateway, { type: 'Patient' }, { count: 1, total: true })).total).toBe(2 * patients + 1)
      await store.close()
    })
  })

  describe('the search index', () => {
    it('is made anew once, by what the resources say and what they hang on, and by nothing else', async () => {
      const store = await subject.open(await subject.earlier(1))
      expect(await found(store, gateway, 'Patient', [local(7)])).toEqual([])
      expect(await store.reindex(base)).toBe(patients - 1)
      expect(await found(store, gateway, 'Patient', [local(7)])).toEqual(['p7'])
      expect(await found(store, gateway, 'Patient', [local(patients)])).toEqual([])
      expect([await total(store, managed), await total(store, anchored), await total(store, forgotten)]).toEqual([
        patients - 1,
        patients - 1,
        0,
      ])
      const index = [row('Patient.forgotten', 'x')]
      await committed(store, { writes: [write('Patient', newId(), { index })] })
      expect(await store.reindex(base)).toBe(0)
      expect(await total(store, forgotten)).toBe(1)
      await store.close()
    })

    it('is not made anew where there was nothing, or nothing has changed since', async () => {
      const location = await subject.fresh()
      const store = await subject.open(location)
      expect(await store.reindex(base)).toBe(0)
      await committed(store, { writes: [write('Patient', 'p', { index: [row('Patient.forgotten', 'x')] })] })
      await store.close()
      const again = await subject.open(location)
      expect(await again.reindex(base)).toBe(0)
      expect(await found(again, gateway, 'Patient', [forgotten])).toEqual(['p'])
      await again.setSetting('search-index', JSON.stringify({ version: 'another', rid: 99, isDone: true }))
      expect(await again.reindex(base)).toBe(1)
      expect(await found(again, gateway, 'Patient', [forgotten])).toEqual([])
      await again.close()
    })

    it('is made anew of rows whose unit ends like the key of what a resource hangs on', async () => {
      const store = await subject.open(await subject.fresh())
      const observation = {
        resourceType: 'Observation',
        id: 'o',
        status: 'final',
        code: { coding: [{ system: 'http://loinc.org', code: '1-8' }] },
        valueQuantity: { value: 5, unit: 'x.anchor' },
      }
      const index = [...indexRows(observation, base), row('Observation.anchor', 'ServiceRequest/r')]
      expect(index.filter(({ key }) => key.endsWith('.anchor')).length).toBeGreaterThan(2)
      await committed(store, { writes: [write('Observation', 'o', { text: JSON.stringify(observation), index })] })
      await store.setSetting('search-index', JSON.stringify({ version: 'another', rid: 0, isDone: true }))
      expect(await store.reindex(base)).toBe(1)
      const hangsOn: Clause = { on: 'reference', key: 'Observation.anchor', any: ['ServiceRequest/r'] }
      expect(await found(store, gateway, 'Observation', [hangsOn])).toEqual(['o'])
      await store.close()
    })

    it('is gone on with where it was left', async () => {
      const store = await subject.open(await subject.earlier(1))
      await store.setSetting('search-index', JSON.stringify({ version: searchIndexVersion, rid: 300 }))
      expect(await store.reindex(base)).toBe(patients - 1 - 300)
      expect([
        await found(store, gateway, 'Patient', [local(300)]),
        await found(store, gateway, 'Patient', [local(301)]),
      ]).toEqual([[], ['p301']])
      await store.close()
    })

    it('is made by as many as come, each resource once, while others write', async () => {
      const location = await subject.earlier(1)
      const stores = await Promise.all(Array.from({ length: 3 }, () => subject.open(location)))
      const writing = stores.map(async (store) => {
        for (let i = 0; i < 10; i++) await committed(store, { writes: [write('Task', newId(), { text: '' })] })
      })
      const done = await Promise.all(stores.map((store) => store.reindex(base)))
      await Promise.all(writing)
      expect(done.reduce((sum, each) => sum + each, 0)).toBe(patients - 1)
      for (const store of stores) {
        expect(await total(store, managed)).toBe(patients - 1)
        await store.close()
      }
    })
  })
}

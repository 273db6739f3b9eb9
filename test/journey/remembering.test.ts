// What a plan asks the store, and what it knows without asking.

import { describe, expect, it } from 'vitest'
import { remembering } from '../../gateway/intake/remembering.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import type { Clause, Query } from '../../gateway/store/store.ts'
import { asGateway } from './world.ts'

const refersTo = (...any: readonly string[]): Clause => ({ on: 'reference', key: 'Consent.patient', any })
const query = (...where: readonly Clause[]): Query => ({ type: 'Consent', where, order: [], count: 10, total: true })

describe('a store within one plan', () => {
  it('is asked once about each resource, and never about what the plan has only just made up', async () => {
    const store = await openSqlite(':memory:')
    const asked: string[] = []
    const watched = {
      ...store,
      withholdings: (resource: string) => (asked.push(resource), store.withholdings(resource)),
      search: (...all: Parameters<typeof store.search>) => (asked.push(JSON.stringify(all[1].where)), store.search(...all)),
    }
    const plan = remembering(watched, (reference) => reference.endsWith('/new'))
    for (const reference of ['Patient/old', 'Patient/new', 'Patient/old']) expect(await plan.withholdings(reference)).toEqual([])
    expect(await plan.search(asGateway, query(refersTo('Patient/new')))).toEqual({ versions: [], total: 0 })
    expect(asked).toEqual(['Patient/old'])
    for (const where of [refersTo('Patient/new', 'Patient/old'), refersTo('Patient/old')])
      expect(await plan.search(asGateway, query(where))).toEqual({ versions: [], total: 0 })
    expect(asked).toHaveLength(3)
    await store.close()
  })
})

// Where a search starts: from the clause that few resources meet, and from the time when none is rare.

import { describe, expect, it } from 'vitest'
import { readsOf, type Ask } from '../../gateway/store/reads.ts'
import { sqliteDialect } from '../../gateway/store/sqlite.ts'
import type { Clause, Query } from '../../gateway/store/store.ts'
import { gateway, query } from './plans.ts'

const status: Clause = { on: 'token', key: 'Task.status', any: [{ code: 'requested' }] }
const owner: Clause = { on: 'reference', key: 'Task.owner', any: ['Organization/1'] }
const subject: Clause = { on: 'chain', key: 'Task.subject', type: 'Patient', where: [] }

/** What is asked of a database that counts so many for the clauses that can lead. */
async function asked(where: readonly Clause[], counts: Record<string, number>, more: Partial<Query> = {}): Promise<string[]> {
  const texts: string[] = []
  const ask: Ask = (text) => {
    texts.push(text.replace(/\s+/g, ' '))
    return Promise.resolve(text.includes('as c0') ? [counts] : text.includes('as total') ? [{ total: 9 }] : [])
  }
  await readsOf(ask, sqliteDialect).search(gateway, query('Task', where, more))
  return texts
}

const startsAt = (text: string | undefined, values: string): boolean =>
  new RegExp(`r\\.rid in \\(select i\\.rid from search_index i where i\\.key = \\$\\d+ and ${values}`).test(text ?? '')

describe('a search', () => {
  it('starts from the clause that the fewest resources meet', async () => {
    const [, byOwner] = await asked([status, owner], { c0: 3, c1: 999 })
    expect(startsAt(byOwner, 'i\\.value in')).toBe(true)
    const [, byStatus] = await asked([status, owner], { c0: 998, c1: 997 })
    expect(startsAt(byStatus, '\\(\\(i\\.value =')).toBe(true)
    expect(byStatus).toContain('(select 1 from search_index i where i.rid = r.rid')
  })

  it('starts from the time when every clause is met by many', async () => {
    const [, page] = await asked([status, owner], { c0: 1000, c1: 1000 })
    expect(page).not.toContain('r.rid in')
  })

  it('counts nothing when no clause can lead', async () => {
    const clauses: Clause[] = [
      { on: 'missing', key: 'Task.owner', missing: true },
      { ...status, not: true },
      { on: 'id', any: ['a'] },
      { on: 'updated', any: [{ prefix: 'gt', low: 'a', high: 'a' }] },
      { on: 'date', key: 'Task.modified', any: [{ prefix: 'gt', low: 'a', high: 'a' }] },
      { on: 'string', key: 'Patient.family', any: [{ value: 'a', how: 'contains' }] },
      { on: 'token', key: 'Task.status', any: [{ system: 's' }] },
    ]
    expect((await asked(clauses, {})).length).toBe(1)
  })

  it('counts no clause further than it takes to know that it is not rare', async () => {
    const [counting] = await asked([status, owner, subject], { c0: 1, c1: 1, c2: 1 })
    expect(counting?.match(/limit 1000\)/g)?.length).toBe(3)
  })

  it('fetches the texts after the page is cut', async () => {
    const [page] = await asked([], {}, { count: 7 })
    expect(page).toMatch(/limit \$\d+\) r join version v/)
  })
})

// Where a search starts: from the clause that few resources meet, and from the time when none is rare.

import { describe, expect, it } from 'vitest'
import { readsOf, type Ask } from '../../gateway/store/reads.ts'
import { sqliteDialect } from '../../gateway/store/sqlite-dialect.ts'
import type { Clause, Query } from '../../gateway/store/store.ts'
import { gateway, query } from './plans.ts'

const status: Clause = { on: 'token', key: 'Task.status', any: [{ code: 'requested' }] }
const owner: Clause = { on: 'reference', key: 'Task.owner', any: ['Organization/1'] }
const subject: Clause = { on: 'chain', key: 'Task.subject', type: 'Patient', where: [] }

/** What is asked of a database that counts so many for the clauses that can lead, and no further than it is told. */
async function asked(where: readonly Clause[], counts: Record<string, number>, more: Partial<Query> = {}): Promise<string[]> {
  const texts: string[] = []
  const ask: Ask = (text) => {
    texts.push(text.replace(/\s+/g, ' '))
    const most = Number(/limit (\d+)\) g/.exec(text)?.[1])
    const counted = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Math.min(count, most)]))
    return Promise.resolve(text.includes('as c0') ? [counted] : text.includes('as total') ? [{ total: 9 }] : [])
  }
  await readsOf(ask, sqliteDialect, '').search(gateway, query('Task', where, more))
  return texts
}

const startsAt = (text: string | undefined, values: string): boolean =>
  new RegExp(
    `r\\.rid in \\((?:select f\\.rid from \\()?select i\\.rid from search_index i where i\\.key = \\$\\d+ and ${values}`,
  ).test(text ?? '')

describe('a search', () => {
  it('starts from the clause that the fewest resources meet', async () => {
    const [, byOwner] = await asked([status, owner], { c0: 3, c1: 999 })
    expect(startsAt(byOwner, 'i\\.value in')).toBe(true)
    const byStatus = (await asked([status, owner], { c0: 998, c1: 997 })).at(-1)
    expect(startsAt(byStatus, '\\(\\(i\\.value =')).toBe(true)
    // The other's rows are looked for among those of the lead, before any resource is.
    expect(byStatus).toContain('(select 1 from search_index i where i.rid = f.rid')
    expect(byStatus).not.toContain('(select 1 from search_index i where i.rid = r.rid')
  })

  it('starts from the time when every clause is met by many', async () => {
    const page = (await asked([status, owner], { c0: 1000, c1: 1000 })).at(-1)
    expect(page).toContain('from history o')
    expect(page).not.toContain('r.rid in')
  })

  it('counts nothing when no clause can lead', async () => {
    const clauses: Clause[] = [
      { on: 'missing', key: 'Task.owner', missing: true },
      { ...status, not: true },
      { on: 'id', any: ['a'], not: true },
      { on: 'type', any: ['Task'] },
      { on: 'updated', any: [{ prefix: 'ne', low: 'a', high: 'a' }] },
      { on: 'any', of: [owner, { on: 'missing', key: 'Task.owner', missing: true }] },
      { on: 'all', of: [{ ...status, not: true }] },
      { on: 'number', key: 'Task.count', any: [{ prefix: 'ge', low: 'a', high: 'a' }] },
      { on: 'date', key: 'Task.modified', any: [{ prefix: 'gt', low: 'a', high: 'a' }] },
      { on: 'string', key: 'Patient.family', any: [{ value: 'a', how: 'contains' }] },
      { on: 'token', key: 'Task.status', any: [{ system: 's' }] },
    ]
    expect((await asked(clauses, {})).length).toBe(1)
  })

  it('counts no clause further than it takes to know that it is not rare', async () => {
    const countings = async (count: number) =>
      (await asked([status, owner], { c0: count, c1: count })).filter((text) => text.includes('as c0'))
    const [few, ...more] = await countings(1)
    expect(few?.match(/limit 200\)/g)?.length).toBe(2)
    expect(more).toEqual([])
    const [, many, ...most] = await countings(5000)
    expect(many?.match(/limit 1000\)/g)?.length).toBe(2)
    expect(most).toEqual([])
  })

  it('counts what passes through other resources only when nothing else is rare', async () => {
    const plain = await asked([status, subject], { c0: 1 })
    expect(plain.filter((text) => text.includes('as c0'))).toHaveLength(1)
    expect(plain[0]).not.toContain('resource rt')
    const joined = await asked([status, subject], { c0: 1000 })
    const countings = joined.filter((text) => text.includes('as c0'))
    expect(countings.map((text) => text.includes('resource rt'))).toEqual([false, false, true, true])
  })

  it('fetches the texts after the page is cut', async () => {
    const [page] = await asked([], {}, { count: 7 })
    expect(page).toMatch(/limit cast\(\$\d+ as bigint\)\) r cross join version v/)
  })

  it('has no bare parameter as a limit, for which SQLite would plan the statement anew each time', async () => {
    const texts = [...(await asked([status, owner], { c0: 5, c1: 5 })), ...(await asked([], {}, { count: 7 }))]
    expect(texts.length).toBeGreaterThan(2)
    for (const text of texts) expect(text).not.toMatch(/limit \$/)
  })
})

// History of one resource, of a type and of all: what is in it, its windows, its pages, and what it hides.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { history } from '../../gateway/fhir/history.ts'
import { Refusal } from '../../gateway/refusal.ts'
import { base, bodyOf, openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await world.put({ resourceType: 'Patient', id: 'p1', gender: 'female' })
  await world.put({ resourceType: 'Task', id: 't1', status: 'draft' })
  await world.put({ resourceType: 'Patient', id: 'p1', gender: 'male' })
  await world.put({ resourceType: 'Patient', id: 'other' }, 'council1')
  await world.put({ resourceType: 'Patient', id: 'gone' })
  await world.remove('Patient', 'gone')
})
afterAll(() => world.close())

interface Entry {
  readonly fullUrl: string
  readonly resource?: { readonly meta: { readonly lastUpdated: string } }
  readonly request: { readonly method: string; readonly url: string }
  readonly response: { readonly status: string; readonly etag: string; readonly lastModified: string }
}

interface History {
  readonly total?: number
  readonly link: readonly { readonly relation: string; readonly url: string }[]
  readonly entry?: readonly Entry[]
}

const told = async (params: Record<string, string>, query = '', organization = 'trust1') =>
  bodyOf(await world.ask(history, { params, query, organization })) as unknown as History
const linesOf = ({ entry = [] }: History) =>
  entry.map(({ fullUrl, request, response }) => `${request.method} ${fullUrl.replace(`${base}/`, '')} ${response.etag}`)
const queryOf = (bundle: History, relation: string) => {
  const url = bundle.link.find((link) => link.relation === relation)?.url
  return url && (url.split('?')[1] ?? '')
}

const all = [
  'DELETE Patient/gone W/"2"',
  'POST Patient/gone W/"1"',
  'PUT Patient/p1 W/"2"',
  'POST Task/t1 W/"1"',
  'POST Patient/p1 W/"1"',
]
const patients = all.filter((line) => line.includes('Patient'))

describe('the history of a type, and of all', () => {
  it('tells newest first what the asker may see, deletions too, and nothing of others', async () => {
    expect(linesOf(await told({}))).toEqual(all)
    expect(linesOf(await told({ type: 'Patient' }))).toEqual(patients)
    expect(linesOf(await told({}, '', 'council1'))).toEqual(['POST Patient/other W/"1"'])
    expect(linesOf(await told({}, '', 'hub1'))).toEqual([])
  })

  it('counts only what may be seen, and only when it is asked to', async () => {
    expect((await told({})).total).toBeUndefined()
    expect((await told({}, '_total=accurate')).total).toBe(5)
    expect((await told({}, '_total=accurate', 'council1')).total).toBe(1)
    const count = await told({ type: 'Patient' }, '_summary=count')
    expect([count.total, count.entry]).toEqual([4, undefined])
  })

  it('is empty for a type of which nothing is there, and no address for one that keeps none', async () => {
    expect((await told({ type: 'Goal' })).entry).toBeUndefined()
    for (const type of ['AuditEvent', 'ValueSet', 'Nothing', 'constructor'])
      await expect(told({ type })).rejects.toMatchObject({ reason: 'not-found' })
  })

  it('can be told oldest first', async () => {
    expect(linesOf(await told({}, '_sort=_lastUpdated'))).toEqual(all.toReversed())
  })
})

describe('the pages of a history', () => {
  it('repeat and miss nothing while others write, and keep their total', async () => {
    let page = await told({}, '_count=2&_total=accurate')
    const lines = [...linesOf(page)]
    await world.put({ resourceType: 'Task', id: 't1', status: 'requested' })
    for (let next = queryOf(page, 'next'); next !== undefined; next = queryOf(page, 'next')) {
      page = await told({}, next)
      expect(page.entry?.length).toBeLessThanOrEqual(2)
      expect([page.total, queryOf(page, 'self')]).toEqual([5, next])
      lines.push(...linesOf(page))
    }
    expect(lines).toEqual(all)
  })

  it('are for one client, one address and nothing beside', async () => {
    const next = queryOf(await told({ type: 'Patient' }, '_count=1'), 'next') ?? ''
    expect(linesOf(await told({ type: 'Patient' }, next))).toEqual([patients[1]])
    const asked: readonly [Record<string, string>, string, string][] = [
      [{ type: 'Patient' }, next, 'council1'],
      [{}, next, 'trust1'],
      [{ type: 'Task' }, next, 'trust1'],
      [{ type: 'Patient', id: 'p1' }, next, 'trust1'],
      [{ type: 'Patient' }, `${next}&_since=2020`, 'trust1'],
      [{ type: 'Patient' }, `${next}x`, 'trust1'],
    ]
    for (const [params, query, organization] of asked)
      await expect(told(params, query, organization)).rejects.toMatchObject({
        reason: 'invalid',
        faults: [{ id: 'page-invalid' }],
      })
  })
})

describe('the window of a history', () => {
  it('begins at _since, that instant included', async () => {
    const { entry = [] } = await told({ type: 'Patient', id: 'p1' })
    const since = entry[0]?.response.lastModified ?? ''
    expect(linesOf(await told({ type: 'Patient', id: 'p1' }, `_since=${encodeURIComponent(since)}`))).toEqual([
      'PUT Patient/p1 W/"2"',
    ])
    expect(linesOf(await told({ type: 'Patient', id: 'p1' }, '_since=2999-01-01T00:00:00Z'))).toEqual([])
  })

  it('is what was current _at a time', async () => {
    const { entry = [] } = await told({ type: 'Patient', id: 'p1' })
    const first = entry.at(-1)?.response.lastModified ?? ''
    expect(linesOf(await told({ type: 'Patient', id: 'p1' }, `_at=${encodeURIComponent(first)}`))).toEqual([
      'POST Patient/p1 W/"1"',
    ])
    expect(linesOf(await told({ type: 'Patient', id: 'p1' }, '_at=2999'))).toEqual(['PUT Patient/p1 W/"2"'])
    expect(linesOf(await told({ type: 'Patient', id: 'p1' }, '_at=1999'))).toEqual([])
  })

  it.each([
    '_since=never',
    '_at=x',
    '_count=-1',
    '_sort=name',
    '_total=many',
    '_count=1&_count=2',
    '_since=2020&_since=2021',
    '_list=1',
    '_summary=half',
    '_elements=nothing',
  ])('is refused when it cannot be told: %s', async (query) => {
    await expect(told({ type: 'Patient', id: 'p1' }, query)).rejects.toBeInstanceOf(Refusal)
  })
})

describe('the history of what is hidden', () => {
  it('is that of what is not there, whatever its window', async () => {
    for (const id of ['other', 'nobody'])
      for (const query of ['', '_since=2999-01-01T00:00:00Z', '_count=0'])
        await expect(told({ type: 'Patient', id }, query)).rejects.toMatchObject({ reason: 'not-found' })
    expect((await told({ type: 'Patient', id: 'p1' }, '_count=0')).total).toBe(2)
  })
})

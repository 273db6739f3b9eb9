// Pages of large resources: none holds more than its bytes, each match comes with what belongs to it, and what cannot is said.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limits } from '../../gateway/config.ts'
import { document } from '../../gateway/fhir/document.ts'
import { patientEverything } from '../../gateway/fhir/everything.ts'
import { readNamed } from '../../gateway/fhir/gather.ts'
import { history } from '../../gateway/fhir/history.ts'
import { search, searchAll } from '../../gateway/fhir/search.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import { base, bodyOf, openWorld, type Reading, type World } from './world.ts'

/** In letters of two bytes each: four fit on a page, five do not. */
const large = 'é'.repeat(950_000)
const many = 6

let world: World
beforeAll(async () => {
  world = await openWorld()
  await world.put({ resourceType: 'Patient', id: 'all' })
  for (let i = 0; i < many; i++) {
    await world.put({ resourceType: 'Patient', id: `p${i}`, active: true })
    await world.put({ resourceType: 'Practitioner', id: `d${i}`, text: { div: large } })
    await world.put({ resourceType: 'RelatedPerson', id: `r${i}`, patient: { reference: 'Patient/all' }, text: { div: large } })
    await world.put({
      resourceType: 'Flag',
      id: `f${i}`,
      status: 'active',
      code: { text: large },
      subject: { reference: `Patient/p${i}` },
      author: { reference: `Practitioner/d${i}` },
    })
    await world.put({
      resourceType: 'Task',
      id: `t${i}`,
      status: 'requested',
      description: large,
      for: { reference: 'Patient/all' },
      requester: { reference: `RelatedPerson/r${i}` },
    })
  }
})
afterAll(() => world.close())

interface Entry {
  readonly fullUrl: string
  readonly resource?: { readonly issue?: readonly { readonly details: { readonly coding: readonly { code: string }[] } }[] }
  readonly search?: { readonly mode: string }
}

interface Told {
  /** Names of each page, by mode; a history has none. */
  readonly pages: readonly Readonly<Record<string, readonly string[]>>[]
  readonly totals: readonly (number | undefined)[]
  readonly notes: readonly string[]
}

/** All pages, by their links; each is held to its bytes. */
async function told(handler: Reading, params: Record<string, string>, query = ''): Promise<Told> {
  const pages: Record<string, string[]>[] = []
  const totals: (number | undefined)[] = []
  const notes: string[] = []
  for (let next: string | undefined = query; next !== undefined;) {
    const answer = await world.ask(handler, { params, query: next })
    const bundle = bodyOf(answer) as { total?: number; entry?: Entry[]; link: { relation: string; url: string }[] }
    const page: Record<string, string[]> = {}
    for (const { fullUrl, search: { mode } = { mode: 'version' }, resource } of bundle.entry ?? []) {
      if (mode === 'outcome')
        notes.push(...(resource?.issue ?? []).flatMap(({ details }) => details.coding.map(({ code }) => code)))
      else (page[mode] ??= []).push(fullUrl?.replace(`${base}/`, ''))
    }
    const length = Object.values(page).flat().length
    expect(length === 1 || Buffer.byteLength(String(answer.body)) < limits.page + 20_000, `${length} on a page`).toBe(true)
    pages.push(page)
    totals.push(bundle.total)
    next = bundle.link.find(({ relation }) => relation === 'next')?.url.split('?')[1]
  }
  return { pages, totals, notes }
}

const matches = ({ pages }: Told, mode = 'match') => pages.map((page) => page[mode]?.length ?? 0)
const named = (letter: string) => Array.from({ length: many }, (_, i) => letter + String(i)).toReversed()

describe('a page of large resources', () => {
  it.each([
    ['of a search', search, { type: 'Task' }, ''],
    ['of a sorted search', search, { type: 'Task' }, '_sort=-_lastUpdated'],
    ['of a search by what few have', search, { type: 'Task' }, 'patient=Patient/all'],
    ['of a search over several types', searchAll, {}, '_type=Task,Encounter'],
  ] as const)('%s ends before it is too large, and the next goes on there', async (_, handler, params, query) => {
    const all = await told(handler, params, query)
    expect(matches(all)).toEqual([4, 2])
    expect(all.totals).toEqual([many, many])
    expect(all.pages.flatMap(({ match = [] }) => match)).toEqual(named('Task/t'))
    expect(all.notes).toEqual([])
  })

  it('of a history ends before it is too large, and the next goes on there', async () => {
    const all = await told(history, { type: 'Task' }, '_total=accurate')
    expect(matches(all, 'version')).toEqual([4, 2])
    expect(all.totals).toEqual([many, many])
    expect(all.pages.flatMap(({ version = [] }) => version)).toEqual(named('Task/t'))
  })

  it('of $everything ends before it is too large, with what comes along', async () => {
    const all = await told(patientEverything, { id: 'all' }, '_type=Task,RelatedPerson')
    const [first, ...others] = all.totals
    expect([first, new Set(others)]).toEqual([2 * many, new Set([2 * many])])
    const shown = all.pages.flatMap(({ match = [] }) => match)
    expect(shown.toSorted()).toEqual([...named('RelatedPerson/r'), ...named('Task/t')].toSorted())
    for (const { match = [], include = [] } of all.pages) {
      const people = match.filter((one) => one.startsWith('Task/')).map((one) => one.replace('Task/t', 'RelatedPerson/r'))
      expect([...match, ...include]).toEqual(expect.arrayContaining(people))
    }
    expect(all.notes).toEqual([])
  })
})

describe('what comes along with large resources', () => {
  it('is on the page of its match: there are fewer matches then', async () => {
    const all = await told(search, { type: 'Flag' }, '_include=Flag:subject&_include=Flag:author')
    expect(all.pages.flatMap(({ match = [] }) => match)).toEqual(named('Flag/f'))
    for (const { match = [], include = [] } of all.pages) {
      const theirs = match.flatMap((one) => [one.replace('Flag/f', 'Patient/p'), one.replace('Flag/f', 'Practitioner/d')])
      expect(include.toSorted()).toEqual(theirs.toSorted())
    }
    expect(all.totals).toEqual(all.pages.map(() => many))
    expect(all.notes).toEqual([])
  })

  it('is on the page of its match where it refers to it, too', async () => {
    const all = await told(search, { type: 'Patient' }, 'active=true&_revinclude=Flag:subject&_include:iterate=Flag:author')
    expect(matches(all).every((count) => count > 0 && count < many)).toBe(true)
    for (const { match = [], include = [] } of all.pages) {
      const theirs = match.flatMap((one) => [one.replace('Patient/p', 'Flag/f'), one.replace('Patient/p', 'Practitioner/d')])
      expect(include.toSorted()).toEqual(theirs.toSorted())
    }
    expect(all.pages.flatMap(({ match = [] }) => match)).toEqual(named('Patient/p'))
    expect(all.notes).toEqual([])
  })

  it('is cut with a word where a single match brings more than a page', async () => {
    const all = await told(search, { type: 'Patient' }, '_id=all&_revinclude=Task:patient')
    expect([matches(all), all.notes]).toEqual([[1], ['includes-capped']])
    const forward = await told(search, { type: 'Patient' }, '_id=all&_revinclude=Task:patient&_include:iterate=Task:requester')
    expect([matches(forward), forward.notes]).toEqual([[1], ['includes-capped']])
    for (let i = 0; i < 3; i++) await world.put({ resourceType: 'Practitioner', id: `doc${i}`, text: { div: large + large } })
    await world.put({
      resourceType: 'CareTeam',
      id: 'team',
      participant: [0, 1, 2].map((i) => ({ member: { reference: `Practitioner/doc${i}` } })),
    })
    const team = await told(search, { type: 'CareTeam' }, '_include=CareTeam:participant')
    expect([matches(team), team.notes]).toEqual([[1], ['includes-capped']])
  })
})

describe('what a document is made of', () => {
  it('is not read beyond what one answer holds', async () => {
    const store = await openSqlite(':memory:')
    const asked: number[] = []
    const text = JSON.stringify({ resourceType: 'Observation', note: large })
    const version = (type: string, id: string, own = text) => ({
      ...{ type, id, text: own, version: 1, at: '2026-01-01T00:00:00.000000Z', deleted: false, author: 'trust1' },
      kind: 'document' as const,
    })
    const composition = {
      resourceType: 'Composition',
      section: [{ entry: Array.from({ length: 60 }, (_, i) => ({ reference: `Observation/o${i}` })) }],
    }
    const house = {
      store: {
        ...store,
        read: () => Promise.resolve(version('Composition', 'c', JSON.stringify(composition))),
        /** Two to a page, without an end. */
        search: () => {
          const n = asked.push(asked.length) * 2
          return Promise.resolve({ versions: [version('Observation', `o${n}`), version('Observation', `o${n + 1}`)], next: [n] })
        },
      },
      newId: () => 'n',
      validator: {},
    }
    const refused = world.ask((ask) => document(ask, house as never), { params: { id: 'c' } })
    await expect(refused).rejects.toMatchObject({ reason: 'unprocessable', faults: [{ id: 'document-too-large' }] })
    const pages = Math.ceil(limits.readings / Buffer.byteLength(text) / 2)
    expect(asked).toHaveLength(pages)
    const some = await readNamed(house.store, { as: 'gateway', why: 'test' }, [{ type: 'Observation', id: 'o', path: 'p' }], 1)
    expect(some.size).toBe(1)
    await store.close()
  })
})

// Search end to end over a real store: matches, pages, links, leniency, and what stays hidden.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { search, searchAll } from '../../gateway/fhir/search.ts'
import { Refusal } from '../../gateway/refusal.ts'
import type { Access, Query } from '../../gateway/store/store.ts'
import { base, bodyOf, openWorld, type World } from './world.ts'

const nhsNumber = 'https://fhir.nhs.uk/Id/nhs-number'
let world: World

beforeAll(async () => {
  world = await openWorld(['Encounter'])
  const identifier = [{ system: nhsNumber, value: '9990000018' }]
  await world.put({ resourceType: 'Organization', id: 'hub1', name: 'Example Hub' })
  await world.put({
    resourceType: 'Patient',
    id: 'p1',
    identifier,
    name: [{ family: 'Ünal', given: ['Zoë'] }],
    birthDate: '1940-02-03',
  })
  await world.put({
    resourceType: 'Patient',
    id: 'p2',
    name: [{ family: 'Unalan' }],
    birthDate: '1940-02',
    active: true,
  })
  await world.put({ resourceType: 'Patient', id: 'secret', identifier, name: [{ family: 'Ünal' }] }, 'council1')
  await world.put({
    resourceType: 'CarePlan',
    id: 'c1',
    status: 'active',
    subject: { reference: 'Patient/p1' },
  })
  await world.put({
    resourceType: 'CarePlan',
    id: 'c2',
    status: 'active',
    subject: { reference: `${base}/Patient/p2` },
  })
  await world.put({
    resourceType: 'CarePlan',
    id: 'c3',
    status: 'draft',
    subject: { reference: 'Patient/secret' },
  })
  for (let i = 1; i <= 23; i++) {
    const owner = i % 2 ? { reference: 'Organization/hub1' } : { identifier: { system: 'urn:ods', value: 'HUB1' } }
    await world.put({
      resourceType: 'Task',
      id: `t${i}`,
      status: i % 3 ? 'requested' : 'completed',
      owner,
      for: { reference: 'Patient/p1' },
    })
  }
  await world.put({ resourceType: 'Task', id: 'other', status: 'requested' }, 'council1')
  await world.put({ resourceType: 'Task', id: 'deleted', status: 'requested' })
  await world.remove('Task', 'deleted')
})
afterAll(() => world.close())

interface Bundle {
  readonly type: string
  readonly total?: number
  readonly link: readonly { readonly relation: string; readonly url: string }[]
  readonly entry?: readonly {
    readonly fullUrl?: string
    readonly resource: { id: string; meta: { lastUpdated: string } }
    readonly search: { mode: string }
  }[]
}

type Options = Partial<{
  headers: Record<string, string>
  organization: string
  client: string
  method: string
  body: string
}>

async function find(type: string, query = '', options: Options = {}): Promise<Bundle> {
  const answer = await world.ask(search, { params: { type }, query, ...options })
  expect(answer.status).toBe(200)
  return bodyOf(answer) as unknown as Bundle
}

const ids = (bundle: Bundle): string[] => (bundle.entry ?? []).map(({ resource }) => resource.id)
const linkOf = (bundle: Bundle, relation: string) => bundle.link.find((link) => link.relation === relation)?.url
const queryOf = (url: string | undefined) => new URL(url ?? 'http://none').search.slice(1)

async function refused(type: string, query: string, options: Options = {}): Promise<Refusal> {
  const error: unknown = await world.ask(search, { params: { type }, query, ...options }).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Refusal)
  return error as Refusal
}

describe('search', () => {
  it.each([
    ['Patient', '', ['p2', 'p1']],
    ['Patient', `identifier=${nhsNumber}|9990000018`, ['p1']],
    ['Patient', 'identifier=9990000018', ['p1']],
    ['Patient', 'identifier=urn:other|9990000018', []],
    ['Patient', 'family=UNAL', ['p2', 'p1']],
    ['Patient', 'family:exact=%C3%9Cnal', ['p1']],
    ['Patient', 'family:exact=unal', []],
    ['Patient', 'family:contains=alan', ['p2']],
    ['Patient', 'given=zoe', ['p1']],
    ['Patient', 'birthdate=1940-02', ['p2', 'p1']],
    ['Patient', 'birthdate=1940-02-03', ['p1']],
    ['Patient', 'birthdate=ge1940-02-04', ['p2']],
    ['Patient', 'active:missing=true', ['p1']],
    ['Patient', 'active=true', ['p2']],
    ['Patient', 'active=http://terminology.hl7.org/CodeSystem/special-values|true', ['p2']],
    ['Patient', 'deceased=false', ['p2', 'p1']],
    ['Patient', '_id=p1,secret,nobody', ['p1']],
    ['CarePlan', 'patient=p2', ['c2']],
    ['CarePlan', 'subject=Patient/p1,Patient/p2', ['c2', 'c1']],
    ['CarePlan', `patient=${base}/Patient/p1`, ['c1']],
    ['CarePlan', `patient:Patient.identifier=${nhsNumber}|9990000018`, ['c1']],
    ['CarePlan', 'patient.family=unal&status:not=draft', ['c2', 'c1']],
    ['CarePlan', 'status:not=active', ['c3']],
    ['Task', 'owner:identifier=urn:ods|HUB1&status=completed', ['t18', 't12', 't6']],
    ['Task', 'owner:missing=true', []],
    ['Task', 'owner:Organization.name=example&status=completed&_sort=_lastUpdated', ['t3', 't9', 't15', 't21']],
    ['Task', '_id=deleted', []],
  ])('finds in %s by %s', async (type, query, expected) => {
    const bundle = await find(type, query)
    expect(ids(bundle)).toEqual(expected)
    expect(bundle.total).toBe(expected.length)
  })

  it('answers a searchset of matches with absolute links', async () => {
    const answer = await world.ask(search, { params: { type: 'Patient' }, query: 'family:exact=%C3%9Cnal' })
    const bundle = bodyOf(answer) as unknown as Bundle
    expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'searchset', total: 1 })
    expect(bundle.entry).toMatchObject([{ fullUrl: `${base}/Patient/p1`, resource: { id: 'p1' }, search: { mode: 'match' } }])
    expect(linkOf(bundle, 'self')).toBe(`${base}/Patient?family%3Aexact=%C3%9Cnal`)
    expect(linkOf(bundle, 'next')).toBeUndefined()
    expect(answer.touched).toEqual(['Patient/p1'])
  })

  it('names the type as touched when nothing was found', async () => {
    expect((await world.ask(search, { params: { type: 'Patient' }, query: '_id=x' })).touched).toEqual(['Patient'])
  })

  it('finds nothing through what the asker may not see, nor counts it', async () => {
    const bundle = await find('CarePlan', `patient.identifier=${nhsNumber}|9990000018`, {
      organization: 'council1',
    })
    expect([ids(bundle), bundle.total]).toEqual([[], 0])
    expect((await find('Task', '', { organization: 'council1' })).total).toBe(1)
    expect((await find('Task', '_summary=count')).total).toBe(23)
  })

  it.each(['_summary=count', '_count=0', '_total=none&_count=0'])('answers only the total to %s', async (query) => {
    const bundle = await find('Task', `status=completed&${query}`)
    expect([bundle.total, bundle.entry, linkOf(bundle, 'next')]).toEqual([7, undefined, undefined])
  })

  it('counts nothing for _total=none', async () => {
    expect(await find('Task', '_total=none')).not.toHaveProperty('total')
  })

  it('polls by _lastUpdated and misses nothing', async () => {
    const all = await find('Task', '_sort=_lastUpdated')
    const fifth = all.entry?.[4]?.resource.meta.lastUpdated
    expect(ids(await find('Task', `_lastUpdated=gt${fifth}&_sort=_lastUpdated`))).toEqual(ids(all).slice(5))
    expect(ids(await find('Task', `_lastUpdated=le${fifth}&_lastUpdated=ge2020`))).toHaveLength(5)
  })
})

describe('search by POST', () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }

  it('takes its parameters from the form and the address', async () => {
    const bundle = await find('Task', '_sort=_lastUpdated', {
      method: 'POST',
      headers,
      body: 'status=completed&_count=2',
    })
    expect(ids(bundle)).toEqual(['t3', 't6'])
  })

  it('lets a next link be followed by GET without saying what was searched', async () => {
    const body = `patient.identifier=${encodeURIComponent(`${nhsNumber}|9990000018`)}&_count=20`
    const bundle = await find('Task', '', { method: 'POST', headers, body })
    const next = linkOf(bundle, 'next')
    expect(next).not.toMatch(/identifier|999/)
    expect(ids(await find('Task', queryOf(next)))).toEqual(['t3', 't2', 't1'])
  })

  it('refuses a body of another type', async () => {
    const refusal = await refused('Task', '', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(refusal.reason).toBe('unsupported-media-type')
  })
})

describe('pages', () => {
  it.each(['', '&_sort=_lastUpdated'])('gives every match once over all pages%s', async (order) => {
    const all = ids(await find('Task', `status=requested,completed&_count=200${order}`))
    const found: string[] = []
    let pages = 0
    for (let query = `status=requested,completed&_count=5${order}`; query; pages++) {
      const bundle = await find('Task', query)
      expect(bundle.total).toBe(23)
      expect(queryOf(linkOf(bundle, 'first'))).toBe(`status=requested%2Ccompleted&_count=5${order}`)
      if (pages > 0) expect(queryOf(linkOf(bundle, 'self'))).toBe(query)
      found.push(...ids(bundle))
      query = queryOf(linkOf(bundle, 'next'))
    }
    expect(found).toEqual(all)
    expect([found.length, pages]).toEqual([23, 5])
  })

  it('pages through what comes in meanwhile without repeating', async () => {
    const first = await find('Organization', '_count=1&_sort=_lastUpdated')
    expect(linkOf(first, 'next')).toBeUndefined()
    await world.put({ resourceType: 'Patient', id: 'late', name: [{ family: 'Late' }] })
    const page = await find('Patient', '_count=1')
    await world.put({ resourceType: 'Patient', id: 'later', name: [{ family: 'Later' }] })
    expect(ids(page)).toEqual(['late'])
    const second = await find('Patient', queryOf(linkOf(page, 'next')))
    expect([ids(second), second.total]).toEqual([['p2'], page.total])
    await world.remove('Patient', 'late')
    await world.remove('Patient', 'later')
  })

  it('counts once for all pages', async () => {
    const counted: boolean[] = []
    const spied: typeof search = (ask, house) => {
      const spy = (access: Access, query: Query) => {
        counted.push(query.total)
        return house.store.search(access, query)
      }
      return search(ask, { ...house, store: { ...house.store, search: spy } })
    }
    const ask = (query: string) => world.ask(spied, { params: { type: 'Task' }, query })
    const first = bodyOf(await ask('_count=10')) as unknown as Bundle
    await ask(queryOf(linkOf(first, 'next')))
    expect(counted).toEqual([true, false])
  })

  const foreign = async () => queryOf(linkOf(await find('Task', '_count=5'), 'next'))

  it('refuses a link of another client, even of the same organisation', async () => {
    const refusal = await refused('Task', await foreign(), { client: 'trust1-other' })
    expect([refusal.reason, refusal.faults[0]?.id]).toEqual(['invalid', 'page-invalid'])
  })

  it.each<[string, (query: string) => string]>([
    ['altered', (query) => query.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
    ['cut', (query) => query.slice(0, -4)],
    ['made up', () => '_page=AAAA'],
    ['empty', () => '_page='],
    ['given twice', (query) => `${query}&${query}`],
    ['given with another condition', (query) => `${query}&status=completed`],
  ])('refuses a link that was %s', async (_, alter) => {
    const refusal = await refused('Task', alter(await foreign()), { headers: { prefer: 'handling=lenient' } })
    expect([refusal.reason, refusal.faults[0]?.id]).toEqual(['invalid', 'page-invalid'])
  })

  it('lasts a day', async () => {
    const later =
      (at: string): typeof search =>
      (ask, house) =>
        search({ ...ask, at }, house)
    const query = await foreign()
    const answer = await world.ask(later('2026-01-06T10:15:00.000000Z'), { params: { type: 'Task' }, query })
    expect(answer.status).toBe(200)
    const late = world.ask(later('2026-01-06T10:15:00.001000Z'), { params: { type: 'Task' }, query })
    await expect(late).rejects.toMatchObject({ reason: 'gone', faults: [{ id: 'page-expired' }] })
  })

  it('keeps the form that was asked for in every link', async () => {
    const bundle = await find('Task', '_format=xml&status=completed&_count=2')
    for (const { url } of bundle.link) expect(url).toMatch(/&_format=xml$/)
    expect(ids(await find('Task', queryOf(linkOf(bundle, 'next'))))).toHaveLength(2)
  })

  it('follows an order of several keys, with nothing twice where it is level', async () => {
    const all = ids(await find('Task', '_sort=status,-_id&_count=200'))
    const found: string[] = []
    for (let query = '_sort=status,-_id&_count=5'; query;) {
      const bundle = await find('Task', query)
      found.push(...ids(bundle))
      query = queryOf(linkOf(bundle, 'next'))
    }
    expect(found).toEqual(all)
    expect(all.slice(0, 3)).toEqual(['t9', 't6', 't3'])
  })

  it('refuses a link to pages of another type', async () => {
    expect((await refused('Patient', await foreign())).faults[0]?.id).toBe('page-invalid')
  })
})

describe('what comes along', () => {
  const named = (bundle: Bundle, mode: string) =>
    (bundle.entry ?? []).filter(({ search: one }) => one.mode === mode).map(({ fullUrl = '' }) => fullUrl.slice(base.length + 1))

  it('is each resource once, behind the matches, and is not counted', async () => {
    const bundle = await find('Task', '_count=4&_sort=_id&_include=Task:owner&_include=Task:patient')
    expect(bundle.entry?.map(({ search: one }) => one.mode)).toEqual([...Array(4).fill('match'), 'include', 'include'])
    expect(named(bundle, 'include')).toEqual(['Organization/hub1', 'Patient/p1'])
    expect(bundle.total).toBe(23)
    expect(bundle.entry?.at(-1)).toMatchObject({ fullUrl: `${base}/Patient/p1`, resource: { id: 'p1' } })
  })

  it('is audited as what was seen', async () => {
    const answer = await world.ask(search, { params: { type: 'CarePlan' }, query: '_id=c1&_include=CarePlan:subject' })
    expect(answer.touched).toEqual(['CarePlan/c1', 'Patient/p1'])
  })

  it('comes along on each page for itself', async () => {
    const first = await find('CarePlan', 'status=active&_count=1&_include=CarePlan:subject')
    const second = await find('CarePlan', queryOf(linkOf(first, 'next')))
    expect([named(first, 'include'), named(second, 'include')]).toEqual([['Patient/p2'], ['Patient/p1']])
  })

  it('is nothing that the asker may not see, and leaves no trace of it', async () => {
    const bundle = await find('CarePlan', '_id=c3&_include=CarePlan:subject')
    expect(bundle.entry?.map(({ fullUrl }) => fullUrl)).toEqual([`${base}/CarePlan/c3`])
    const reverse = await find('Patient', '_revinclude=CarePlan:subject', { organization: 'council1' })
    expect(named(reverse, 'match')).toEqual(['Patient/secret'])
    expect(named(reverse, 'include')).toEqual([])
  })

  it('is what refers to a match, and goes on from there only with :iterate', async () => {
    expect(named(await find('Organization', '_revinclude=Task:owner&_include=Task:patient', lenient), 'include')).toHaveLength(12)
    const bundle = await find(
      'Organization',
      '_revinclude=Task:owner&_include:iterate=Task:patient&_revinclude:iterate=CarePlan:subject',
    )
    expect(named(bundle, 'include').filter((one) => !one.startsWith('Task/'))).toEqual(['Patient/p1', 'CarePlan/c1'])
  })

  it('names no match again', async () => {
    const bundle = await find('Patient', '_revinclude=CarePlan:subject&_include:iterate=CarePlan:subject')
    expect([named(bundle, 'match'), named(bundle, 'include')]).toEqual([
      ['Patient/p2', 'Patient/p1'],
      ['CarePlan/c2', 'CarePlan/c1'],
    ])
  })

  it('stops at a number, and says so', async () => {
    const crowd = await openWorld()
    await crowd.put({ resourceType: 'Patient', id: 'p' })
    for (let i = 0; i < 502; i++)
      await crowd.put({ resourceType: 'Flag', id: `f${i}`, status: 'active', subject: { reference: 'Patient/p' } })
    const answer = await crowd.ask(search, { params: { type: 'Patient' }, query: '_revinclude=Flag:subject' })
    const bundle = bodyOf(answer) as unknown as Bundle
    expect(named(bundle, 'include')).toHaveLength(500)
    expect(bundle.total).toBe(1)
    expect(bundle.entry?.at(-1)).toMatchObject({
      search: { mode: 'outcome' },
      resource: { issue: [{ severity: 'warning', code: 'too-costly', details: { coding: [{ code: 'includes-capped' }] } }] },
    })
    await crowd.close()
  })

  it('needs the scopes of its types', async () => {
    expect((await refused('Task', '_include=Task:encounter')).reason).toBe('forbidden')
    expect((await refused('Task', '_include=Task:encounter', lenient)).reason).toBe('forbidden')
    const bundle = await find('Task', '_id=t1&_include=Task:focus')
    expect(bundle.entry?.at(-1)).toMatchObject({
      fullUrl: expect.stringMatching(/^urn:uuid:/) as string,
      resource: { issue: [{ severity: 'information', details: { coding: [{ code: 'include-narrowed' }] } }] },
    })
  })

  it('is refused where only the text is asked for', async () => {
    expect((await refused('Task', '_include=Task:owner&_summary=text')).faults.map(({ id }) => id)).toEqual(['include-of-text'])
  })
})

const lenient = { headers: { prefer: 'handling=lenient' } }

describe('a part of each resource', () => {
  const subsetted = { tag: [{ code: 'SUBSETTED' }] }

  it.each([
    ['_summary=true', { meta: subsetted, status: 'active' }],
    ['_summary=data', { meta: subsetted, status: 'active' }],
    ['_elements=subject', { meta: subsetted, subject: { reference: 'Patient/p1' } }],
  ])('is shown and marked for %s', async (query, expected) => {
    const bundle = await find('CarePlan', `_id=c1&${query}`)
    expect(bundle.entry?.[0]?.resource).toMatchObject(expected)
    expect(linkOf(bundle, 'self')).toContain(query)
  })

  it('is shown on every page, and of what comes along', async () => {
    const first = await find('CarePlan', '_count=1&_elements=identifier&_include=CarePlan:subject')
    const second = await find('CarePlan', queryOf(linkOf(first, 'next')))
    for (const { resource } of second.entry ?? []) expect(resource).toMatchObject({ meta: subsetted })
    expect(second.entry?.at(-1)?.fullUrl).toBe(`${base}/Patient/p2`)
    expect(second.entry?.at(-1)?.resource).not.toHaveProperty('name')
  })

  it('is not marked where all is shown', async () => {
    expect((await find('CarePlan', '_id=c1&_summary=false')).entry?.[0]?.resource.meta).not.toHaveProperty('tag')
  })
})

describe('a search of several types', () => {
  const findAll = async (query: string, options: Options = {}) =>
    bodyOf(await world.ask(searchAll, { query, ...options })) as unknown as Bundle
  const refusedAll = (query: string, options: Options = {}) =>
    world.ask(searchAll, { query, ...options }).then(
      () => undefined,
      (reason: unknown) => (reason instanceof Refusal ? [reason.reason, ...reason.faults.map(({ id }) => id)] : reason),
    )

  it('takes what each of them has, and counts all', async () => {
    const bundle = await findAll('_type=Patient,CarePlan&_sort=-_id')
    expect(bundle.entry?.map(({ fullUrl }) => fullUrl?.slice(base.length + 1))).toEqual([
      'Patient/p2', 'Patient/p1', 'CarePlan/c3', 'CarePlan/c2', 'CarePlan/c1',
    ]) // prettier-ignore
    expect([bundle.total, linkOf(bundle, 'self')]).toEqual([5, `${base}?_type=Patient%2CCarePlan&_sort=-_id`])
    expect(ids(await findAll('_type=Patient,Organization&identifier=9990000018'))).toEqual(['p1'])
    expect(ids(await findAll('_type=CarePlan,Task&patient=p2&_id:not=x'))).toEqual(['c2'])
    expect(ids(await findAll('_type=CarePlan,Task&status:missing=true'))).toEqual([])
  })

  it('finds of the only type that it names no other, whose scope was not asked for', async () => {
    const bundle = await findAll('_type=CarePlan')
    expect([ids(bundle), bundle.total]).toEqual([['c3', 'c2', 'c1'], 3])
  })

  it('is paged', async () => {
    const found: string[] = []
    for (let query = '_type=Patient,CarePlan,Organization&_count=2'; query;) {
      const bundle = await findAll(query)
      expect(bundle.total).toBe(6)
      found.push(...ids(bundle))
      query = queryOf(linkOf(bundle, 'next'))
    }
    expect(found).toEqual(['c3', 'c2', 'c1', 'p2', 'p1', 'hub1'])
  })

  it('refuses what one of them has not, and types that are not searched', async () => {
    expect(await refusedAll('_type=Patient,Task&family=x')).toEqual(['invalid', 'parameter-unsupported'])
    expect(await refusedAll('_type=Patient,Nothing')).toEqual(['invalid', 'control-invalid'])
    expect(await refusedAll('_type=Patient&_type=Task')).toEqual(['invalid', 'control-invalid'])
    expect(await refusedAll('_type=Patient,Task&_sort=identifier')).toEqual(['invalid', 'control-invalid'])
    expect((await findAll('_type=Patient,Organization&family=unal', lenient)).total).toBe(3)
  })

  it('needs the scope of each type', async () => {
    expect(await refusedAll('_type=Patient,Encounter')).toEqual(['forbidden', 'search-forbidden'])
    expect(await refusedAll('_id=p1')).toEqual(['forbidden', 'search-forbidden'])
  })

  it('takes no page link of a search of one type', async () => {
    const next = queryOf(linkOf(await find('Task', '_count=5'), 'next'))
    expect(await refusedAll(next)).toEqual(['invalid', 'page-invalid'])
  })
})

describe('strictness', () => {
  it('lists every fault of a search', async () => {
    const refusal = await refused(
      'Task',
      'colour=red&status:text=x&authored-on=2026-13&_sort=colour&_include=Task:status&_elements=colour&status=requested',
    )
    expect(refusal.reason).toBe('invalid')
    expect(new Set(refusal.faults.map((fault) => fault.expression))).toEqual(
      new Set(['http._elements', 'http._include', 'http._sort', 'http.authored-on', 'http.colour', 'http.status:text']),
    )
  })

  it('leaves out what it cannot use for a lenient caller, and shows what it used', async () => {
    const bundle = await find(
      'Task',
      'colour=red&status=completed&_sort=colour&_elements=colour&_include=Task:colour&_count=9999',
      {
        headers: { prefer: 'handling=lenient' },
      },
    )
    expect(linkOf(bundle, 'self')).toBe(`${base}/Task?status=completed&_count=200`)
    expect(bundle.total).toBe(7)
    expect(bundle.entry?.at(-1)).toMatchObject({
      search: { mode: 'outcome' },
      resource: {
        resourceType: 'OperationOutcome',
        issue: [...Array.from({ length: 4 }, () => ({ severity: 'warning' })), { severity: 'information' }],
      },
    })
  })

  it('searches no type through a chain that the scopes do not cover, lenient or not', async () => {
    for (const headers of [{}, { prefer: 'handling=lenient' }]) {
      expect((await refused('Task', 'encounter.status=finished', { headers: headers as Record<string, string> })).reason).toBe(
        'forbidden',
      )
    }
  })

  it('refuses a search without end', async () => {
    expect((await refused('Task', `code=${'a'.repeat(7_000)}`)).reason).toBe('too-large')
    expect((await refused('Task', 'status=x&'.repeat(60))).reason).toBe('too-large')
  })

  it('pages the longest search that it takes within a request line', async () => {
    const bundle = await find('Task', `status:not=${'%22'.repeat(2_900)}&_count=1`)
    const next = linkOf(bundle, 'next')
    expect(next?.length).toBeLessThan(10_000)
    expect(ids(await find('Task', queryOf(next)))).toHaveLength(1)
  })

  it('knows no type that is not searched', async () => {
    expect((await refused('Nothing', '')).reason).toBe('not-found')
    expect((await refused('Binary', '')).reason).toBe('method-not-allowed')
  })
})

// Conformance resources and AuditEvents: not from the store, with the same answers as other types.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { meets, type Candidate } from '../../gateway/fhir/clause-test.ts'
import { definitions } from '../../gateway/fhir/conformance.ts'
import { at } from '../../gateway/fhir/resource.ts'
import { base as canonical } from '../../profiles/canonical.ts'
import { databases, startWorld, type World } from '../journey/world.ts'

const [sqlite] = databases

let world: World
beforeAll(async () => {
  if (!sqlite) throw new Error('no database')
  world = await startWorld(sqlite)
})
afterAll(() => world.close())

interface Bundle {
  readonly total?: number
  readonly link: readonly { readonly relation: string; readonly url: string }[]
  readonly entry?: readonly { readonly resource: Readonly<Record<string, unknown>> & { id: string } }[]
}

const get = (path: string, headers: Record<string, string> = {}, who: 'epr' | 'council' = 'epr') =>
  world.systems[who].ask('GET', path.startsWith('http') ? path.replace(world.url, '') : `/fhir/R4/${path}`, undefined, headers)
const bundleOf = async (path: string, who: 'epr' | 'council' = 'epr') => {
  const answer = await get(path, {}, who)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.json as unknown as Bundle
}
const idsOf = ({ entry = [] }: Bundle) => entry.map(({ resource }) => resource.id)

describe('a conformance resource', () => {
  it('is read by its id, under an ETag, by whoever has a token', async () => {
    const read = await get('StructureDefinition/HomeFirstTask', {}, 'council')
    const { url, meta } = read.json as unknown as { url: string; meta: { versionId: string } }
    expect([read.status, url]).toEqual([200, `${canonical}/StructureDefinition/HomeFirstTask`])
    expect(read.headers.get('etag')).toBe(`W/"${meta.versionId}"`)
    const again = await get('StructureDefinition/HomeFirstTask', { 'if-none-match': read.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
    const anonymous = await fetch(`${world.url}/fhir/R4/StructureDefinition/HomeFirstTask`)
    expect(anonymous.status).toBe(401)
  })

  it('is not there under an id of nobody, and is not written', async () => {
    expect((await get('ValueSet/nothing')).status).toBe(404)
    const written = await world.systems.epr.ask('PUT', '/fhir/R4/ValueSet/pathway', { resourceType: 'ValueSet', id: 'pathway' })
    expect([written.status, written.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })

  it.each([
    [`StructureDefinition?url=${canonical}/StructureDefinition/HomeFirstTask`, 'HomeFirstTask'],
    ['StructureDefinition?name:exact=HomeFirstTask', 'HomeFirstTask'],
    ['StructureDefinition?_id=HomeFirstTask&type=Task&kind=resource&status=active&version=0.1.0', 'HomeFirstTask'],
    [`ValueSet?url=${canonical}/ValueSet/pathway`, 'pathway'],
    [`CodeSystem?url=${canonical}/CodeSystem/delay-reason`, 'delay-reason'],
    ['ConceptMap?_id=patient-class', 'patient-class'],
    ['OperationDefinition?code=process-message', 'home-first-process-message'],
    ['SearchParameter?code=work-type&base=ServiceRequest', 'ServiceRequest-work-type'],
    ['ImplementationGuide?name=HomeFirst', 'home-first'],
    ['NamingSystem?value=https://fhir.nhs.uk/Id/nhs-number', 'nhs-number'],
    ['CapabilityStatement?status=active', 'home-first-requirements'],
    ['MessageDefinition?_id=home-first-withdrawal', 'home-first-withdrawal'],
  ])('is found by %s', async (path, id) => {
    expect(idsOf(await bundleOf(path))).toEqual([id])
  })

  it('is searched as strictly as any other', async () => {
    for (const query of ['StructureDefinition?nonsense=1', 'ValueSet?_sort=nonsense', 'CodeSystem?_count=x'])
      expect([query, (await get(query)).status]).toEqual([query, 400])
  })

  it('comes in pages of which none repeats or misses one, in the order asked for', async () => {
    const all = definitions().filter(({ resourceType }) => resourceType === 'ValueSet')
    const ids: string[] = []
    let page = await bundleOf('ValueSet?_count=20&_sort=name')
    expect(page.total).toBe(all.length)
    for (;;) {
      ids.push(...idsOf(page))
      expect(page.entry?.length).toBeLessThanOrEqual(20)
      const next = page.link.find(({ relation }) => relation === 'next')
      if (!next) break
      page = await bundleOf(next.url)
    }
    expect(ids.toSorted()).toEqual(all.map(({ id = '' }) => id).toSorted())
    const { entry = [] } = await bundleOf('ValueSet?_count=3&_sort=-name')
    const names = entry.map(({ resource }) => String(resource['name']).toLowerCase())
    expect(names).toEqual(names.toSorted().toReversed())
  })

  it('can be had in part, and in XML', async () => {
    const part = await get('StructureDefinition/HomeFirstTask?_elements=url,name')
    expect(Object.keys(part.json)).not.toContain('snapshot')
    const xml = await get('ValueSet/pathway', { accept: 'application/fhir+xml' })
    expect([xml.status, xml.text.slice(0, 90)]).toEqual([200, expect.stringContaining('<ValueSet xmlns="http://hl7.org/fhir">')])
  })

  it.each([
    ['resource:Patient._id=x', 'chain-unsupported'],
    ['_has:Provenance:target:_id=x', 'has-unsupported'],
  ])('is refused for a search that follows references into the store: %s', async (query, id) => {
    const { status, json } = await get(`ImplementationGuide?${query}`)
    expect(status).toBe(400)
    expect(JSON.stringify(json)).toContain(id)
  })

  it('has an id and a canonical that no other has', () => {
    const all = definitions()
    const names = all.map(({ resourceType, id }) => `${resourceType}/${id}`)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(200)
  })
})

describe('an AuditEvent', () => {
  it('tells an organisation what its clients did, and no other', async () => {
    const made = await world.systems.epr.ask('POST', '/fhir/R4/Patient', {
      resourceType: 'Patient',
      name: [{ family: 'SECRETNAME' }],
    })
    const reference = `Patient/${String(made.json['id'])}`
    await get(reference)
    await get(`${reference}/_history`, {}, 'council')
    const own = await get(`AuditEvent?entity=${reference}`)
    const events = (own.json as unknown as Bundle).entry?.map(({ resource }) => resource) ?? []
    expect(events.length).toBeGreaterThanOrEqual(2)
    expect(events[0]).toMatchObject({
      resourceType: 'AuditEvent',
      type: { code: 'rest' },
      subtype: [{ code: 'read' }],
      action: 'R',
      outcome: '0',
      agent: [{ altId: 'trust1-epr', requestor: true }, { who: { reference: 'Organization/trust1' } }, { requestor: false }],
    })
    const actions = events.map((event) => [at(event, 'subtype.code')[0], event?.['action']])
    expect(actions).toContainEqual(['create', 'C'])
    const searches = await bundleOf('AuditEvent?subtype=search-type')
    expect(new Set(searches.entry?.map(({ resource }) => resource?.['action']))).toEqual(new Set(['E']))
    expect(JSON.stringify(events)).toContain(reference)
    expect(own.text).not.toContain('SECRETNAME')
    const { entry = [] } = await bundleOf('AuditEvent?_count=200', 'council')
    expect(JSON.stringify(entry)).not.toContain('trust1')
    expect(JSON.stringify(entry)).toContain('Organization/council1')
    const foreign = await get(`AuditEvent/${events[0]?.id}`, {}, 'council')
    expect(foreign.status).toBe(404)
    expect((await get(`AuditEvent/${events[0]?.id}`)).json).toMatchObject({
      id: events[0]?.id,
      recorded: events[0]?.['recorded'],
    })
  })

  it('is found by who, what, when and how it went', async () => {
    await get('Patient/nobody-at-all')
    const recorded = (await bundleOf('AuditEvent?_count=1')).entry?.[0]?.resource['recorded']
    expect(idsOf(await bundleOf(`AuditEvent?date=ge${String(recorded)}`)).length).toBeGreaterThanOrEqual(1)
    expect(idsOf(await bundleOf('AuditEvent?date=lt2000-01-01'))).toEqual([])
    const refused = await bundleOf('AuditEvent?outcome=4&action=R&subtype=read')
    expect(refused.entry?.[0]?.resource).toMatchObject({
      outcome: '4',
      outcomeDesc: 'not-found',
      entity: [{ type: { code: 'Patient' } }, {}],
    })
    expect(refused.entry?.every(({ resource }) => resource['outcome'] === '4')).toBe(true)
    expect(idsOf(await bundleOf('AuditEvent?altid=trust1-epr&_count=2')).length).toBe(2)
    expect(idsOf(await bundleOf('AuditEvent?altid=council1-care'))).toEqual([])
    expect((await get('AuditEvent?nonsense=1')).status).toBe(400)
    expect((await get('AuditEvent?_sort=action')).status).toBe(400)
  })

  it.each([
    ['entity:Patient._id=x', 'chain-unsupported'],
    ['patient.birthdate=1950-01-01', 'chain-unsupported'],
    ['_has:Provenance:target:_id=x', 'has-unsupported'],
  ])('is refused for a search that follows references, rather than answered with nothing: %s', async (query, id) => {
    const { status, json } = await get(`AuditEvent?${query}`)
    expect(status).toBe(400)
    expect(JSON.stringify(json)).toContain(id)
  })

  it('is found by about when it was', async () => {
    const { total } = await bundleOf('AuditEvent?_summary=count')
    const today = new Date().toISOString().slice(0, 10)
    expect((await bundleOf(`AuditEvent?date=ap${today}&_summary=count`)).total).toBeGreaterThanOrEqual(total ?? 1)
  })

  it('comes in pages, newest first, of which none repeats one while others are written', async () => {
    const total = (await bundleOf('AuditEvent?_summary=count')).total ?? 0
    const ids: string[] = []
    const times: string[] = []
    let page = await bundleOf('AuditEvent?_count=4')
    for (;;) {
      ids.push(...idsOf(page))
      times.push(...(page.entry ?? []).map(({ resource }) => String(resource['recorded'])))
      const next = page.link.find(({ relation }) => relation === 'next')
      if (!next) break
      page = await bundleOf(next.url)
    }
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThanOrEqual(total)
    expect(times).toEqual(times.toSorted().toReversed())
    const oldest = await bundleOf('AuditEvent?_count=2&_sort=date')
    expect(idsOf(oldest)[0]).toBe(ids.at(-1))
  })

  it('is never written', async () => {
    expect((await world.systems.epr.ask('POST', '/fhir/R4/AuditEvent', { resourceType: 'AuditEvent' })).status).toBe(405)
  })
})

describe('a condition in memory', () => {
  const one: Candidate = {
    type: 'ValueSet',
    id: 'a',
    at: '2026-01-05T00:00:00.000000Z',
    index: [
      { key: 'V.t', value: 'c', other: 's' },
      { key: 'V.s', value: 'home first', other: 'Home First' },
      { key: 'V.u', value: 'http://x.example/a/b', other: '' },
      { key: 'V.d', value: '2026-01-05T00:00:00.000000Z', other: '2026-01-05T23:59:59.999999Z' },
      { key: 'V.r', value: 'ValueSet/b', other: '' },
    ],
  }
  const other: Candidate = { type: 'ValueSet', id: 'b', at: one.at, index: [{ key: 'V.t', value: 'x', other: '' }] }
  const day = { low: '2026-01-05T00:00:00.000000Z', high: '2026-01-05T23:59:59.999999Z' }
  const next = { low: '2026-01-06T00:00:00.000000Z', high: '2026-01-06T23:59:59.999999Z' }

  it.each<[boolean, Parameters<typeof meets>[1][number]]>([
    [true, { on: 'token', key: 'V.t', any: [{ code: 'c' }] }],
    [true, { on: 'token', key: 'V.t', any: [{ system: 's' }] }],
    [false, { on: 'token', key: 'V.t', any: [{ system: '', code: 'c' }] }],
    [false, { on: 'token', key: 'V.t', any: [{ code: 'c' }], not: true }],
    [true, { on: 'token', key: 'V.none', any: [{ code: 'c' }], not: true }],
    [true, { on: 'string', key: 'V.s', any: [{ value: 'home', how: 'starts' }] }],
    [false, { on: 'string', key: 'V.s', any: [{ value: 'first', how: 'starts' }] }],
    [true, { on: 'string', key: 'V.s', any: [{ value: 'first', how: 'contains' }] }],
    [true, { on: 'string', key: 'V.s', any: [{ value: 'home first', how: 'exact', original: 'Home First' }] }],
    [false, { on: 'string', key: 'V.s', any: [{ value: 'home first', how: 'exact', original: 'home first' }] }],
    [true, { on: 'uri', key: 'V.u', any: [{ value: 'http://x.example/a', how: 'below' }] }],
    [false, { on: 'uri', key: 'V.u', any: [{ value: 'http://x.example/', how: 'is' }] }],
    [true, { on: 'uri', key: 'V.u', any: [{ value: 'http://x.example/a/b/c', how: 'above' }] }],
    [false, { on: 'uri', key: 'V.u', any: [{ value: 'http://x.example/a/bc', how: 'above' }] }],
    [true, { on: 'date', key: 'V.d', any: [{ prefix: 'eq', ...day }] }],
    [false, { on: 'date', key: 'V.d', any: [{ prefix: 'gt', ...day }] }],
    [true, { on: 'date', key: 'V.d', any: [{ prefix: 'ge', ...day }] }],
    [true, { on: 'date', key: 'V.d', any: [{ prefix: 'eb', ...next }] }],
    [false, { on: 'date', key: 'V.d', any: [{ prefix: 'eb', ...day }] }],
    [false, { on: 'date', key: 'V.d', any: [{ prefix: 'sa', ...next }] }],
    [true, { on: 'date', key: 'V.d', any: [{ prefix: 'ap', ...day }] }],
    [false, { on: 'date', key: 'V.d', any: [{ prefix: 'ap', ...next }] }],
    [true, { on: 'date', key: 'V.d', any: [{ prefix: 'ne', ...next }] }],
    [true, { on: 'missing', key: 'V.none', missing: true }],
    [false, { on: 'missing', key: 'V.t', missing: true }],
    [false, { on: 'missing', key: 'V.r', missing: true, to: ['ValueSet'] }],
    [true, { on: 'missing', key: 'V.r', missing: true, to: ['CodeSystem'] }],
    [true, { on: 'id', any: ['a'] }],
    [false, { on: 'id', any: ['a'], not: true }],
    [true, { on: 'chain', key: 'V.r', type: 'ValueSet', where: [{ on: 'token', key: 'V.t', any: [{ code: 'x' }] }] }],
    [false, { on: 'chain', key: 'V.r', type: 'ValueSet', where: [{ on: 'token', key: 'V.t', any: [{ code: 'y' }] }] }],
    [false, { on: 'has', key: 'V.r', type: 'ValueSet', where: [] }],
    [
      true,
      {
        on: 'any',
        of: [
          { on: 'id', any: ['x'] },
          { on: 'id', any: ['a'] },
        ],
      },
    ],
    [
      false,
      {
        on: 'all',
        of: [
          { on: 'id', any: ['x'] },
          { on: 'id', any: ['a'] },
        ],
      },
    ],
  ])('is %s of %j', (expected, clause) => {
    expect(meets(one, [clause], [one, other])).toBe(expected)
  })
})

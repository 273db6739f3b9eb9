// Granular scopes over the whole surface: one Observation that they reach and one that they do not, side by side in one journey.

import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addClient } from '../../gateway/auth/registry.ts'
import { keyFor } from '../../gateway/demo/cast.ts'
import { wireFor, type Answered, type Json, type Wire } from '../../gateway/demo/wire.ts'
import type { FhirResource } from '../../gateway/fhir/resource.ts'
import { entriesOf, faultOf, linkOf, list, openOperationWorld, type OperationWorld } from '../fhir/operation-world.ts'
import { databases } from '../journey/world.ts'

const categories = 'http://terminology.hl7.org/CodeSystem/observation-category'
const subject = { reference: 'Patient/p' }
const observation = (id: string, category: string, more: object = {}): FhirResource => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  category: [{ coding: [{ system: categories, code: category }] }],
  code: { coding: [{ system: 'http://snomed.info/sct', code: '364075005' }] },
  subject,
  encounter: { reference: 'Encounter/spell' },
  effectiveDateTime: '2026-01-10',
  ...more,
})

const survey = `category=${categories}|survey`
const others = ['Patient', 'Encounter', 'EpisodeOfCare', 'Provenance', 'Composition', 'Organization']
  .map((type) => `system/${type}.cruds`)
  .join(' ')
const narrowScope = `system/Observation.cruds?${survey} ${others}`

/** What a narrow token may never say. */
const hidden = ['left', 'moved-off']

const from = {
  resourceType: 'Provenance',
  recorded: '2026-01-10T10:00:00Z',
  agent: [{ who: { reference: 'Organization/trust1' } }],
} as const

describe.each(databases.map(({ name }, index) => [name, index] as const))('granular scopes, on %s', (_, index) => {
  let world: OperationWorld
  let wide: Wire
  let narrow: Wire
  let registered: Wire
  let without: Wire
  const tokenScopes: Record<string, string> = {}
  beforeAll(async () => {
    world = await openOperationWorld(index)
    const system = { clientId: 'trust1-two', organization: 'trust1', ...keyFor('trust1-two') }
    const few = { clientId: 'trust1-few', organization: 'trust1', ...keyFor('trust1-few') }
    const client = ({ clientId, jwk }: typeof system, scopes: string) => ({
      ...{ client_id: clientId, name: clientId, organization: 'trust1', profile: 'smart', scopes, jwks: { keys: [jwk] } },
    })
    await addClient(world.store, client(system, 'system/*.cruds'), { sandbox: true })
    await addClient(world.store, client(few, `system/Observation.rs?${survey} system/Patient.r`), { sandbox: true })
    await world.put(
      [
        { resourceType: 'Patient', id: 'p', managingOrganization: { reference: 'Organization/trust1' } },
        { resourceType: 'Encounter', id: 'spell', status: 'in-progress', class: { code: 'IMP' }, subject },
        { resourceType: 'EpisodeOfCare', id: 'j', status: 'active', patient: subject },
        observation('left', 'laboratory', { derivedFrom: [{ reference: 'Observation/kept' }] }),
        observation('kept', 'survey', { hasMember: [{ reference: 'Observation/left' }, { reference: 'Observation/moved-on' }] }),
        observation('moved-on', 'laboratory'),
        observation('moved-off', 'survey'),
        { ...from, id: 'of-left', target: [{ reference: 'Observation/left' }] },
        { ...from, id: 'of-kept', target: [{ reference: 'Observation/kept' }] },
        {
          ...{
            resourceType: 'Composition',
            id: 'letter',
            status: 'final',
            type: { text: 'Letter' },
            subject,
            date: '2026-01-10',
            title: 'Letter',
          },
          ...{ author: [{ reference: 'Organization/trust1' }], section: [{ entry: [{ reference: 'Observation/kept' }] }] },
        },
        {
          ...{
            resourceType: 'Composition',
            id: 'whole',
            status: 'final',
            type: { text: 'Letter' },
            subject,
            date: '2026-01-10',
            title: 'Letter',
          },
          ...{ author: [{ reference: 'Organization/trust1' }], section: [{ entry: [{ reference: 'Observation/left' }] }] },
        },
      ],
      { journey: 'j' },
    )
    await world.put([observation('moved-on', 'survey'), observation('moved-off', 'laboratory')])
    await world.join('j', 'trust1', 'acute')
    // The registry of a running gateway looks for what others wrote every two seconds.
    await setTimeout(2100)
    wide = wireFor(system, world.url)
    narrow = wireFor(system, world.url, narrowScope)
    without = wireFor(system, world.url, `system/Observation.cruds?category:not=laboratory ${others}`)
    registered = wireFor(few, world.url, 'system/*.rs')
    for (const [name, wire] of Object.entries({ narrow, registered })) {
      const [, payload = ''] = (await wire.token()).split('.')
      tokenScopes[name] = (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { scope: string }).scope
    }
  })
  afterAll(async () => {
    expect(world.errors).toEqual([])
    await world.close()
  })

  const get = (wire: Wire, path: string) => wire.ask('GET', `/fhir/R4/${path}`)
  const put = (wire: Wire, resource: FhirResource, headers = {}) =>
    wire.ask('PUT', `/fhir/R4/${resource.resourceType}/${resource.id}`, resource, headers)
  const found = async (wire: Wire, query: string) => {
    const { status, json, text } = await get(wire, query)
    expect([status, query], text).toEqual([200, query])
    return json
  }
  const all = (json: Json) => [...entriesOf(json, 'match'), ...entriesOf(json, 'include')].toSorted()
  const secret = ({ text }: Answered) => hidden.filter((id) => new RegExp(`"id":"${id}"`).test(text))
  const total = (json: Json) => json['total'] as unknown as number

  it('are granted as they were asked for, and as they are registered where more is asked', () => {
    expect(tokenScopes['narrow']).toBe(narrowScope)
    expect(tokenScopes['registered']).toBe(`system/Patient.r system/Observation.rs?${survey}`)
  })

  it('reach one and not the other by its id, in all its versions', async () => {
    for (const wire of [narrow, registered]) {
      for (const path of ['', '/_history', '/_history/1']) {
        expect([path, (await get(wire, `Observation/kept${path}`)).status]).toEqual([path, 200])
        expect([path, (await get(wire, `Observation/left${path}`)).status]).toEqual([path, 404])
        expect([path, (await get(wire, `Observation/moved-off${path}`)).status]).toEqual([path, 404])
        expect((await get(wide, `Observation/left${path}`)).status).toBe(200)
      }
      expect((await wire.ask('HEAD', '/fhir/R4/Observation/left')).status).toBe(404)
    }
  })

  it('reach of a version history what they reach now and reached then', async () => {
    const history = await found(narrow, 'Observation/moved-on/_history')
    expect([total(history), list(history['entry']).length]).toEqual([1, 1])
    expect((await get(narrow, 'Observation/moved-on/_history/1')).status).toBe(404)
    expect((await get(narrow, 'Observation/moved-on/_history/2')).status).toBe(200)
    expect(total(await found(wide, 'Observation/moved-on/_history'))).toBe(2)
    const ofType = await get(narrow, 'Observation/_history?_total=accurate')
    expect([
      secret(ofType),
      list(ofType.json['entry'])
        .map((entry) => String(entry['resource']?.['id']))
        .toSorted(),
    ]).toEqual([[], ['kept', 'moved-on']])
    expect(total(ofType.json)).toBe(2)
    expect(total(await found(wide, 'Observation/_history?_total=accurate'))).toBe(6)
  })

  const kept = ['Observation/kept', 'Observation/moved-on']
  it.each([
    'Observation?patient=p',
    'Observation?_id=kept,left,moved-on,moved-off',
    'Observation?code=364075005',
    'Observation?category=survey,laboratory',
    'Observation?category:not=exam',
    'Observation?_sort=date',
    'Observation?_sort=-_lastUpdated',
    'Observation?status=final&_lastUpdated=gt2020',
    'Observation?patient:Patient.organization=Organization/trust1',
    'Observation?encounter=Encounter/spell&_elements=status',
    'Observation?subject:missing=false&_summary=true',
    'Observation?journey=EpisodeOfCare/j',
  ])('find and count only what they reach: %s', async (query) => {
    const answer = await get(narrow, `${query}&_total=accurate`)
    expect([answer.status, all(answer.json), total(answer.json), secret(answer)], query).toEqual([200, kept, 2, []])
    expect(total(await found(narrow, `${query.replace('&_summary=true', '')}&_summary=count`))).toBe(2)
    expect(total(await found(wide, `${query.replace('&_summary=true', '')}&_summary=count`))).toBe(4)
  })

  it('find by POST and over several types what they find by GET', async () => {
    const form = 'patient=p&_total=accurate'
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const posted = await narrow.ask('POST', '/fhir/R4/Observation/_search', form, headers)
    expect([all(posted.json), total(posted.json)]).toEqual([kept, 2])
    const several = await found(narrow, '?_type=Observation,Encounter&_total=accurate&patient=p')
    expect([all(several), total(several)]).toEqual([['Encounter/spell', ...kept], 3])
  })

  it('include, and include back, only what they reach', async () => {
    const include = await get(narrow, 'Observation?_id=kept&_include=Observation:has-member')
    expect([entriesOf(include.json, 'include'), secret(include)]).toEqual([['Observation/moved-on'], []])
    const iterated = await get(
      narrow,
      'Provenance?_id=of-left,of-kept&_include=Provenance:target&_include:iterate=Observation:has-member',
    )
    expect([entriesOf(iterated.json, 'include').toSorted(), secret(iterated)]).toEqual([kept, []])
    const reverse = await get(narrow, 'Encounter?_id=spell&_revinclude=Observation:encounter')
    expect([entriesOf(reverse.json, 'include').toSorted(), secret(reverse)]).toEqual([kept, []])
    const back = await get(narrow, 'Observation?_id=kept&_revinclude=Observation:derived-from')
    expect([entriesOf(back.json, 'include'), secret(back)]).toEqual([[], []])
    expect(entriesOf((await get(wide, 'Observation?_id=kept&_revinclude=Observation:derived-from')).json, 'include')).toEqual([
      'Observation/left',
    ])
  })

  it('are no oracle through chains, backwards or forwards', async () => {
    const counts = async (query: string) => [
      total(await found(narrow, `${query}&_summary=count`)),
      total(await found(wide, `${query}&_summary=count`)),
    ]
    expect(await counts('Provenance?target:Observation.category=laboratory')).toEqual([0, 1])
    expect(await counts('Provenance?target:Observation.category=survey')).toEqual([1, 1])
    expect(await counts('Provenance?target:Observation._id=left')).toEqual([0, 1])
    expect(await counts('Encounter?_has:Observation:encounter:category=laboratory')).toEqual([0, 1])
    expect(await counts('Encounter?_has:Observation:encounter:category=survey')).toEqual([1, 1])
    expect(await counts('Encounter?_has:Observation:encounter:_id=left')).toEqual([0, 1])
    expect(await counts('Observation?has-member.category=laboratory')).toEqual([0, 1])
    expect(await counts('Patient?_has:Observation:subject:_has:Provenance:target:_id=of-left')).toEqual([0, 1])
  })

  it('leave out of $everything, of a person and of a journey, what they do not reach, and do not count it', async () => {
    for (const path of ['Patient/p/$everything', 'EpisodeOfCare/j/$everything']) {
      const answer = await get(narrow, `${path}?_type=Observation`)
      expect([entriesOf(answer.json, 'match').toSorted(), total(answer.json), secret(answer)]).toEqual([kept, 2, []])
      expect(total(await found(wide, `${path}?_type=Observation`))).toBe(4)
    }
  })

  it('gather a document of what they reach, and none that would need more', async () => {
    const letter = await get(narrow, 'Composition/letter/$document')
    expect([letter.status, secret(letter)]).toEqual([200, []])
    expect((await get(wide, 'Composition/letter/$document')).text).toContain('"id":"left"')
    expect((await get(narrow, 'Composition/whole/$document')).status).toBe(422)
    expect((await get(wide, 'Composition/whole/$document')).status).toBe(200)
  })

  it('hold in each entry of a batch, and of a transaction', async () => {
    const entry = ['Observation/kept', 'Observation/left', 'Observation?patient=p', 'Observation/left/_history'].map((url) => ({
      request: { method: 'GET', url },
    }))
    const batch = await narrow.ask('POST', '/fhir/R4', { resourceType: 'Bundle', type: 'batch', entry })
    const statuses = list(batch.json['entry']).map((one) => one['response']?.['status']?.slice(0, 3))
    expect([statuses, secret(batch)]).toEqual([['200', '404', '200', '404'], []])
    const transaction = await narrow.ask('POST', '/fhir/R4', {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: entry.slice(1, 2),
    })
    expect([transaction.status, secret(transaction)]).toEqual([404, []])
  })

  it('page by links of their own: one that was made with wider scopes is refused', async () => {
    const next = async (wire: Wire, path: string) =>
      linkOf(await found(wire, path), 'next')?.replace(`${world.house.base}/`, '') ?? ''
    for (const path of [
      'Observation?patient=p&_count=1&_total=accurate',
      'Observation/_history?_count=1',
      'Patient/p/$everything?_count=1',
    ]) {
      const link = await next(wide, path)
      expect((await get(wide, link)).status, path).toBe(200)
      const refused = await get(narrow, link)
      expect([refused.status, faultOf(refused.json)], path).toEqual([400, 'page-invalid'])
      const own = await next(narrow, path)
      expect([(await get(narrow, own)).status, secret(await get(narrow, own))], path).toEqual([200, []])
    }
  })

  it('do not let written what they do not reach, nor leave what they reach', async () => {
    const noted = (resource: FhirResource) => ({ ...resource, note: [{ text: 'new' }] })
    const versionOf = async (id: string) => (await found(wide, `Observation/${id}`))['meta']?.['versionId']
    const id = 'b8b3a4a0-5b1e-4c7e-9a53-0f3f7f3c1f01'
    const refusedAs = async (asked: Promise<Answered>) => {
      const answer = await asked
      return [answer.status, faultOf(answer.json)]
    }
    const post = (resource: FhirResource, headers = {}) => narrow.ask('POST', '/fhir/R4/Observation', resource, headers)
    expect(await refusedAs(post(observation('x', 'laboratory')))).toEqual([403, 'scope-narrowed'])
    expect(await refusedAs(put(narrow, observation(id, 'laboratory')))).toEqual([403, 'scope-narrowed'])
    expect(await refusedAs(put(narrow, noted(observation('kept', 'laboratory'))))).toEqual([403, 'scope-narrowed'])
    expect(await refusedAs(put(narrow, noted(observation('left', 'survey'))))).toEqual([404, 'not-found'])
    const patch = [{ op: 'replace', path: '/category/0/coding/0/code', value: 'laboratory' }]
    const patching = (of: string) =>
      narrow.ask('PATCH', `/fhir/R4/Observation/${of}`, JSON.stringify(patch), { 'content-type': 'application/json-patch+json' })
    expect(await refusedAs(patching('kept'))).toEqual([403, 'scope-narrowed'])
    expect(await refusedAs(patching('left'))).toEqual([404, 'not-found'])
    expect(await refusedAs(narrow.ask('DELETE', '/fhir/R4/Observation/left'))).toEqual([404, 'not-found'])
    const entry = [{ resource: observation('kept', 'laboratory'), request: { method: 'PUT', url: 'Observation/kept' } }]
    expect(await refusedAs(narrow.ask('POST', '/fhir/R4', { resourceType: 'Bundle', type: 'transaction', entry }))).toEqual([
      403,
      'scope-narrowed',
    ])
    const batch = await narrow.ask('POST', '/fhir/R4', { resourceType: 'Bundle', type: 'batch', entry })
    expect(list(batch.json['entry'])[0]?.['response']?.['status']).toMatch(/^403/)
    expect([await versionOf('kept'), await versionOf('left')]).toEqual(['1', '1'])
    expect(total(await found(wide, 'Observation?_summary=count'))).toBe(4)
  })

  it('let written what they reach before and after, and deleted too', async () => {
    const made = await narrow.ask('POST', '/fhir/R4/Observation', observation('x', 'survey', { code: { text: 'own' } }))
    expect(made.status).toBe(201)
    const id = made.json['id'] ?? ''
    expect((await put(narrow, observation(id, 'survey', { code: { text: 'changed' } }))).status).toBe(200)
    expect((await narrow.ask('DELETE', `/fhir/R4/Observation/${id}`)).status).toBe(204)
    // Of what is gone no element tells that they reached it.
    expect((await get(narrow, `Observation/${id}`)).status).toBe(404)
    expect((await get(wide, `Observation/${id}`)).status).toBe(410)
  })

  it('show and revive nothing that was deleted, least of all by what it no longer says', async () => {
    const graves = await Promise.all(
      ['survey', 'laboratory'].map(async (category) => {
        const { json } = await wide.ask('POST', '/fhir/R4/Observation', observation('x', category))
        expect((await wide.ask('DELETE', `/fhir/R4/Observation/${json['id']}`)).status).toBe(204)
        return json['id'] ?? ''
      }),
    )
    for (const id of graves)
      for (const wire of [narrow, without]) {
        for (const path of [`Observation/${id}`, `Observation/${id}/_history`, `Observation/${id}/_history/2`])
          expect([path, (await get(wire, path)).status]).toEqual([path, 404])
        expect((await get(wire, 'Observation/_history?_count=200')).text).not.toContain(id)
        const body = observation(id, 'survey')
        for (const headers of [{}, { 'if-match': 'W/"1"' }, { 'if-match': 'W/"2"' }])
          expect((await wire.ask('PUT', `/fhir/R4/Observation/${id}`, body, headers)).status).toBe(404)
        expect((await wire.ask('DELETE', `/fhir/R4/Observation/${id}`)).status).toBe(404)
      }
    expect((await wide.ask('PUT', `/fhir/R4/Observation/${graves[0]}`, observation(graves[0] ?? '', 'survey'))).status).toBe(201)
    expect((await wide.ask('DELETE', `/fhir/R4/Observation/${graves[0]}`)).status).toBe(204)
  })

  it('find by a condition only what they reach', async () => {
    const conditional = (method: string, query: string, body?: FhirResource) =>
      narrow.ask(method, `/fhir/R4/Observation?${query}`, body)
    expect((await conditional('DELETE', '_id=left')).status).toBe(204)
    expect((await get(wide, 'Observation/left')).status).toBe(200)
    const updated = await conditional('PUT', '_id=left', observation('left', 'survey'))
    expect([updated.status, secret(updated)]).toEqual([404, []])
    const made = await narrow.ask('POST', '/fhir/R4/Observation', observation('x', 'survey', { code: { text: 'made' } }), {
      'if-none-exist': '_id=left',
    })
    expect(made.status).toBe(201)
    expect((await wide.ask('DELETE', `/fhir/R4/Observation/${made.json['id']}`)).status).toBe(204)
  })

  it('do not hear again what wider ones heard first', async () => {
    const headers = { 'x-request-id': 'one-patch', 'content-type': 'application/json-patch+json' }
    const patch = JSON.stringify([{ op: 'add', path: '/note', value: [{ text: 'patched' }] }])
    const ask = (wire: Wire) => wire.ask('PATCH', '/fhir/R4/Observation/left', patch, headers)
    expect((await ask(wide)).status).toBe(200)
    expect((await ask(wide)).status).toBe(200)
    const again = await ask(narrow)
    expect([again.status, faultOf(again.json), secret(again)]).toEqual([403, 'scope-narrowed', []])
  })

  it('refer only to what they reach', async () => {
    const derived = (of: string) => observation('x', 'survey', { derivedFrom: [{ reference: `Observation/${of}` }] })
    expect((await narrow.ask('POST', '/fhir/R4/Observation', derived('left'))).status).toBe(422)
  })
})

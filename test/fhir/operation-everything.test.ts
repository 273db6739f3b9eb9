// $everything of a person and of a journey over HTTP: all that belongs to it, as far as the caller may see, once each.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Json, Wire } from '../../gateway/demo/wire.ts'
import { patientEverything } from '../../gateway/fhir/everything.ts'
import { careDateParameters, compartmentParameters } from '../../gateway/fhir/everything-scope.ts'
import type { FhirResource } from '../../gateway/fhir/resource.ts'
import { searchParameterOf } from '../../gateway/store/search-parameters.ts'
import { person } from '../journey/people.ts'
import { admit, refer } from '../journey/scene.ts'
import { databases } from '../journey/world.ts'
import { askWith, entriesOf, faultOf, linkOf, list, openOperationWorld, type OperationWorld } from './operation-world.ts'

const subject = { reference: 'Patient/p' }
const inSpell = { encounter: { reference: 'Encounter/spell' } }
const observation = (id: string, more: object = {}): FhirResource => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  code: { text: 'x' },
  subject,
  ...inSpell,
  ...more,
})

/** The journey, by who wrote it. */
const trust1: readonly FhirResource[] = [
  { resourceType: 'Practitioner', id: 'doc', name: [{ text: 'DOC' }] },
  {
    resourceType: 'PractitionerRole',
    id: 'role',
    practitioner: { reference: 'Practitioner/doc' },
    organization: { reference: 'Organization/trust1' },
  },
  { resourceType: 'Patient', id: 'p', managingOrganization: { reference: 'Organization/trust1' } },
  {
    resourceType: 'Encounter',
    id: 'spell',
    status: 'finished',
    class: { code: 'IMP' },
    subject,
    period: { start: '2026-01-01', end: '2026-01-20' },
  },
  { resourceType: 'EpisodeOfCare', id: 'j', status: 'active', patient: subject, period: { start: '2026-01-10' } },
  {
    resourceType: 'ServiceRequest',
    id: 'referral',
    status: 'active',
    intent: 'order',
    subject,
    authoredOn: '2026-01-10',
    requester: { reference: 'PractitionerRole/role' },
  },
  observation('early', { effectiveDateTime: '2026-01-02' }),
  observation('late', { effectiveDateTime: '2026-01-15' }),
  observation('undated'),
  {
    resourceType: 'DocumentReference',
    id: 'letter',
    status: 'current',
    subject,
    date: '2026-01-19T10:00:00Z',
    content: [{ attachment: { contentType: 'application/pdf', url: 'Binary/pdf' } }],
  },
  { resourceType: 'Binary', id: 'pdf', contentType: 'application/pdf', data: 'AAAA' },
]
const directory = ['Practitioner', 'PractitionerRole']
const keyOf = ({ resourceType, id }: FhirResource) => `${resourceType}/${id}`
const records = trust1.filter(({ resourceType }) => !directory.includes(resourceType)).map(keyOf)
const plan: FhirResource = {
  resourceType: 'CarePlan',
  id: 'plan',
  status: 'active',
  intent: 'plan',
  subject,
  author: { reference: 'Organization/community1' },
}

describe.each(databases.map(({ name }, index) => [name, index] as const))('everything, on %s', (_, index) => {
  let world: OperationWorld
  beforeAll(async () => {
    world = await openOperationWorld(index)
    await world.put(trust1.filter(({ resourceType }) => directory.includes(resourceType)))
    await world.put(
      trust1.filter(({ resourceType }) => !directory.includes(resourceType)),
      { journey: 'j' },
    )
    await world.put([plan], { author: 'community1', journey: 'j' })
    // About the same person, and not of the journey; about another person; another source's, of nobody's journey.
    await world.put([observation('apart'), observation('other', { subject: { reference: 'Patient/q' } })])
    await world.put([observation('theirs')], { author: 'trust2' })
    await world.join('j', 'trust1', 'acute')
    await world.join('j', 'council1', 'council')
    await world.join('j', 'provider1', 'provider')
  })
  afterAll(() => world.close())

  const ofPatient = 'Patient/p/$everything'
  const ofJourney = 'EpisodeOfCare/j/$everything'
  const matches = (json: Json) => entriesOf(json, 'match').toSorted()

  /** Follows the links to the last page. */
  async function pages(wire: Wire, path: string): Promise<readonly Json[]> {
    const found: Json[] = []
    for (
      let next: string | undefined = `/fhir/R4/${path}`;
      next;
      next = linkOf(found.at(-1) as Json, 'next')?.replace(world.url, '')
    ) {
      const { status, json } = await wire.ask('GET', next)
      expect(status).toBe(200)
      found.push(json)
    }
    return found
  }
  const allMatches = async (wire: Wire, path: string) => (await pages(wire, path)).flatMap((page) => entriesOf(page, 'match'))

  it('of a person is the record, with who and where comes along', async () => {
    const { status, json } = await world.get('epr', ofPatient)
    const expected = [...records.filter((one) => one !== 'Binary/pdf'), 'Observation/apart', 'CarePlan/plan']
    expect([status, json['type'], json['total'] as unknown]).toEqual([200, 'searchset', expected.length])
    expect(matches(json)).toEqual(expected.toSorted())
    expect(entriesOf(json, 'include').toSorted()).toEqual(
      ['Binary/pdf', 'Organization/community1', 'Organization/trust1', 'Practitioner/doc', 'PractitionerRole/role'].toSorted(),
    )
    expect(list(json['entry'])[0]?.['fullUrl']).toMatch(new RegExp(`^${world.house.base}/`))
    expect(linkOf(json, 'next')).toBeUndefined()
  })

  it('of a journey is what is in it, files last', async () => {
    const all = await pages(world.systems.epr, ofJourney)
    expect(all.flatMap((page) => matches(page)).toSorted()).toEqual([...records, 'CarePlan/plan'].toSorted())
    expect(entriesOf(all.at(-1) as Json, 'match')).toEqual(['Binary/pdf'])
    expect(all[0]?.['total'] as unknown).toBe(records.length + 1)
  })

  it.each([
    ['council', (one: string) => one !== 'Binary/x'],
    ['provider', (one: string) => /^(Patient|CarePlan)\//.test(one)],
  ] as const)('gives the %s what its role sees, and counts nothing else', async (name, sees) => {
    const expected = [...records, 'CarePlan/plan'].filter(sees).toSorted()
    if (name === 'provider') expect((await world.get(name, ofJourney)).status).toBe(404)
    else expect((await allMatches(world.systems[name], ofJourney)).toSorted()).toEqual(expected)
    const { json } = await world.get(name, ofPatient)
    expect(matches(json)).toEqual(expected.filter((one) => one !== 'Binary/pdf'))
    expect([json['total'] as unknown, json.length]).toEqual([matches(json).length, undefined])
    expect(JSON.stringify(json)).not.toMatch(/theirs|apart/)
  })

  it('is for strangers as if it had never been', async () => {
    for (const path of [ofPatient, ofJourney]) {
      const [hidden, absent] = [
        await world.get('otherCouncil', path),
        await world.get('otherCouncil', path.replace(/\/\w\//, '/never/')),
      ]
      expect([hidden.status, hidden.text]).toEqual([404, absent.text])
    }
  })

  it('says that a deleted person is gone', async () => {
    await world.put([{ resourceType: 'Patient', id: 'gone' }])
    await world.remove('Patient/gone')
    expect((await world.get('epr', 'Patient/gone/$everything')).status).toBe(410)
  })

  it.each([
    ['start=2026-01-14', ['early'], ['late', 'undated', 'apart', 'spell', 'p']],
    ['end=2026-01-05', ['late', 'letter', 'referral'], ['early', 'undated', 'spell']],
    ['start=2026-01-14&end=2026-01-16', ['early', 'letter', 'referral'], ['late', 'spell', 'undated']],
    ['start=2027', ['early', 'late', 'letter', 'referral', 'spell'], ['undated', 'plan']],
    ['_since=2999-01-01T00:00:00Z', ['early', 'p', 'plan'], []],
    ['_type=Observation,CarePlan', ['p', 'letter', 'spell'], ['early', 'plan']],
    ['_type=Observation&_type=CarePlan', ['p', 'letter'], ['early', 'plan']],
  ])('takes %s', async (query, without, having) => {
    const ids = matches((await world.get('epr', `${ofPatient}?${query}`)).json).map((one) => one.split('/')[1])
    expect(ids).toEqual(expect.arrayContaining(having))
    for (const id of without) expect(ids).not.toContain(id)
    const journey = (await allMatches(world.systems.epr, `${ofJourney}?${query}`)).map((one) => one.split('/')[1])
    for (const id of without) expect(journey).not.toContain(id)
  })

  it.each([
    ['Organization', ofPatient, ['Organization/community1', 'Organization/trust1']],
    ['Practitioner', ofPatient, ['Practitioner/doc']],
    ['Binary', ofPatient, ['Binary/pdf']],
    ['Practitioner,Binary', ofPatient, ['Binary/pdf', 'Practitioner/doc']],
    ['Patient,Organization', ofPatient, ['Organization/community1', 'Organization/trust1', 'Patient/p']],
    ['Organization', ofJourney, ['Organization/community1', 'Organization/trust1']],
    ['Practitioner', ofJourney, ['Practitioner/doc']],
    ['Binary', ofJourney, ['Binary/pdf']],
    ['Patient,Practitioner', ofJourney, ['Patient/p', 'Practitioner/doc']],
  ])('gives of type %s in %s what the whole has of it, and nothing else', async (types, of, expected) => {
    const asked = `${of}?_type=${types}`
    const all = await pages(world.systems.epr, asked)
    expect([...new Set(all.flatMap((page) => entriesOf(page)))].toSorted()).toEqual(expected)
    const whole = (await pages(world.systems.epr, of)).flatMap((page) => entriesOf(page))
    expect([...new Set(whole.filter((one) => types.split(',').includes(one.split('/')[0] ?? '')))].toSorted()).toEqual(expected)
    const matched = all.flatMap((page) => entriesOf(page, 'match'))
    expect([all[0]?.['total'] as unknown, linkOf(all[0] as Json, 'self')]).toEqual([
      matched.length,
      expect.stringContaining('_type='),
    ])
    const few = (await pages(world.systems.epr, `${asked}&_count=1`)).flatMap((page) => entriesOf(page))
    expect([...new Set(few)].toSorted()).toEqual(expected)
  })

  it('says where it could not look for what comes along', async () => {
    const scopes = 'system/Patient.rs system/Observation.rs system/Organization.rs'
    const answer = await patientEverything(
      { ...askWith(scopes, 'p', world), query: new URLSearchParams('_type=Organization') },
      world.house,
    )
    const told = JSON.parse(String(answer.body)) as Json
    expect(entriesOf(told, 'include')).toEqual(['Organization/trust1'])
    const [note] = list(told['entry']).filter(({ search }) => JSON.stringify(search).includes('outcome'))
    expect(note?.['resource']?.['issue']?.[0]?.['details']?.['text']).toMatch(/^not looked into .*CarePlan/)
    expect(note?.['resource']?.['issue']?.[0]?.['details']?.['text']).not.toContain('Observation')
  })

  it('gives what was stored since an instant that it said itself', async () => {
    const before = (await world.get('epr', ofPatient)).json['timestamp'] ?? ''
    await world.put([observation('new')], { journey: 'j' })
    const { json } = await world.post('epr', ofPatient, { name: '_since', valueInstant: before })
    expect(matches(json)).toEqual(['Observation/new'])
  })

  it('pages without repeating or missing one while others write', async () => {
    const found: string[] = []
    for (let next: string | undefined = `/fhir/R4/${ofJourney}?_count=3`; next;) {
      const { json }: { json: Json } = await world.systems.council.ask('GET', next)
      expect(entriesOf(json, 'match').length).toBeLessThanOrEqual(3)
      found.push(...entriesOf(json, 'match'))
      await world.put([observation('late', { effectiveDateTime: '2026-01-16' })])
      next = linkOf(json, 'next')?.replace(world.url, '')
    }
    expect(new Set(found).size).toBe(found.length)
    expect(found).toEqual(expect.arrayContaining([...records, 'CarePlan/plan']))
  })

  it('gives a page to nobody but who was given its link, and keeps what was asked', async () => {
    const { json } = await world.get('council', `${ofPatient}?_count=2&_type=Observation`)
    const next = linkOf(json, 'next')?.replace(world.url, '') ?? ''
    expect(next).not.toContain('Observation')
    expect((await world.systems.epr.ask('GET', next)).status).toBe(400)
    expect((await world.systems.council.ask('GET', next.replace('Patient/p', 'Patient/q'))).status).toBe(404)
    expect((await world.systems.council.ask('GET', `${next}&_type=Patient`)).status).toBe(400)
    const page = await world.systems.council.ask('GET', next)
    expect(entriesOf(page.json, 'match').every((one) => one.startsWith('Observation/'))).toBe(true)
  })

  it('ends with the page after which the caller is a party no longer', async () => {
    await world.join('j', 'council2', 'council')
    const { json } = await world.get('otherCouncil', `${ofJourney}?_count=2`)
    expect(linkOf(json, 'next')).toBeDefined()
    await world.commit({ partyEnds: [{ source: 'EpisodeOfCare/j', organization: 'council2', until: world.house.now() }] })
    const next = linkOf(json, 'next')?.replace(world.url, '') ?? ''
    expect((await world.systems.otherCouncil.ask('GET', next)).status).toBe(404)
  })

  it('leaves out types without a scope and says which, whether there are any or not', async () => {
    const scoped = async (scope: string) => {
      const answer = await patientEverything(askWith(scope, 'p', world), world.house)
      return JSON.parse(String(answer.body)) as Json
    }
    const some = await scoped('system/Patient.rs system/Observation.rs system/Practitioner.rs')
    expect(entriesOf(some).filter((one) => !/^(Patient|Observation|Practitioner|OperationOutcome)\//.test(one))).toEqual([])
    expect(entriesOf(some)).toContain('Observation/early')
    const [note] = list(some['entry']).filter(({ search }) => JSON.stringify(search).includes('outcome'))
    const words = note?.['resource']?.['issue']?.[0]?.['details']?.['text']
    for (const type of ['Encounter', 'CarePlan', 'Organization', 'Consent', 'Binary']) expect(words).toContain(type)
    expect(words).not.toContain('Observation')
    expect(note?.['resource']?.['issue']?.[0]?.['code']).toBe('suppressed')
    expect(entriesOf(await scoped('system/*.rs'), 'outcome')).toEqual([])
  })

  it('keeps what is withheld from the caller', async () => {
    const withheld = { resource: 'Observation/early', organization: 'council1' }
    await world.commit({ withholdings: [{ ...withheld, reason: 'safeguarding' }] })
    for (const path of [ofPatient, ofJourney]) {
      const before = await allMatches(world.systems.epr, path)
      expect(before).toContain('Observation/early')
      expect(await allMatches(world.systems.council, path)).not.toContain('Observation/early')
    }
    await world.commit({ releasesOfWithholding: [{ source: withheld.resource }] })
    expect(await allMatches(world.systems.council, ofPatient)).toContain('Observation/early')
  })

  it('is refused with what it does not take', async () => {
    for (const [query, id] of [
      ['_offset=5', 'parameter-unsupported'],
      ['_type=Nothing', 'parameter-invalid'],
      ['start=yesterday', 'date-invalid'],
      ['_count=many', 'parameter-invalid'],
      ['_page=AAAA', 'page-invalid'],
    ]) {
      const { status, json } = await world.get('epr', `${ofPatient}?${query}`)
      expect([status, faultOf(json)], query).toEqual([400, id])
    }
  })

  it('is audited under all that was given', async () => {
    await world.get('provider', ofPatient)
    const [audit] = await world.store.audits({ organization: 'provider1', limit: 1 })
    expect(audit?.what).toEqual(expect.arrayContaining(['Patient/p', 'CarePlan/plan', 'Organization/community1']))
    expect(audit?.what).not.toContain('Observation/early')
  })

  it('of a journey that was played is what its parties see of it, and hangs together', { timeout: 60_000 }, async () => {
    const [who, named] = [person(77), new Map<string, string>()]
    await admit(world, who, named)
    await refer(world, who, named)
    const episode = named.get('episode') ?? ''
    for (const system of ['epr', 'hub'] as const) {
      const found = await allMatches(world.systems[system], `${episode}/$everything`)
      const mine = [...named].filter(([name]) => !name.endsWith('2')).map(([, reference]) => reference)
      expect(found.toSorted(), system).toEqual(expect.arrayContaining(mine))
      for (const one of found) expect((await world.get(system, one)).status, one).toBe(200)
    }
    expect((await world.get('community', `${episode}/$everything`)).status).toBe(404)
  })
})

describe('the tables of $everything', () => {
  it('name search parameters that there are, so that nothing is passed over in silence', () => {
    const typed = (all: typeof compartmentParameters) =>
      all.map(([type, code]) => [type, code, searchParameterOf(type, code)?.type])
    expect(typed(compartmentParameters)).toEqual(compartmentParameters.map(([type, code]) => [type, code, 'reference']))
    expect(typed(careDateParameters)).toEqual(careDateParameters.map(([type, code]) => [type, code, 'date']))
  })
})

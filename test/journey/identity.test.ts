// One person in two trusts: joined with evidence, never at the price of somebody's view, and taken apart without a trace.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeSystem, nhsNumber, structureDefinition } from '../../profiles/canonical.ts'
import { accessOf, type Caller } from '../../gateway/auth/access.ts'
import type { SyntheticPerson } from '../../gateway/demo/cast.ts'
import { ago } from '../../gateway/demo/hl7.ts'
import { read, resources } from '../../gateway/demo/stage.ts'
import type { Json } from '../../gateway/demo/wire.ts'
import { at, referencesAt, type FhirResource } from '../../gateway/fhir/resource.ts'
import { joinPerson, keepApart, leave } from '../../gateway/intake/match.ts'
import { startPlanning, type Planning } from '../../gateway/intake/planning.ts'
import { resourceTypes } from '../../gateway/types.ts'
import { admission, adt, fromOtherTrust, person } from './people.ts'
import { asGateway, databases, endWell, faultsIn, startWorld, stored, type World } from './world.ts'

const reviewer: Caller = {
  ...{ client: 'reviewer', organization: 'gateway', kind: 'operator', scopes: [], tokenId: '' },
}

describe.each(databases)('identity on $name', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(() => endWell(world))

  const patientsOf = async ({ nhsNumber: number }: SyntheticPerson) =>
    (await stored(world.store, 'Patient')).filter((patient) => JSON.stringify(patient['identifier']).includes(number))
  const personOf = async (who: SyntheticPerson): Promise<FhirResource | undefined> => {
    const reference = await world.store.holder('person', who.nhsNumber)
    return (await stored(world.store, 'Person')).find(({ id }) => `Person/${id}` === reference)
  }
  const linked = async (who: SyntheticPerson) => referencesAt(await personOf(who), 'link.target').toSorted()

  it('joins the Patients of two trusts in one Person, each link with its evidence', async () => {
    const who = person(21)
    await world.mllp(admission(who))
    await world.mllp(fromOtherTrust(admission(who)))
    const patients = await patientsOf(who)
    expect(patients).toHaveLength(2)
    expect(await linked(who)).toEqual(patients.map(({ id }) => `Patient/${id}`).toSorted())
    const links = at(await personOf(who), 'link') as { extension: { url: string; extension: object[] }[] }[]
    for (const { extension } of links) {
      const [evidence] = extension
      expect(evidence?.url).toBe(structureDefinition('link-evidence'))
      const basis = { coding: [{ system: codeSystem('link-basis'), code: 'nhs-number-and-date-of-birth' }] }
      expect(evidence?.extension).toEqual([
        { url: 'basis', valueCodeableConcept: basis },
        { url: 'since', valueInstant: expect.stringMatching(/^\d{4}-.*Z$/) as string },
        { url: 'message', valueUri: expect.stringMatching(/^urn:uuid:/) as string },
      ])
    }
    for (const [name, count] of [
      ['epr', 1],
      ['otherTrust', 1],
      ['hub', 0],
    ] as const) {
      const found = resources(await read(world.systems[name], `Patient?identifier=${nhsNumber}|${who.nhsNumber}`))
      expect(found, name).toHaveLength(count)
    }
  })

  it('is told to each source as a Person of its own Patient, and the other’s coming or going changes no byte of it', async () => {
    const who = person(29)
    await world.mllp(admission(who))
    const [mine] = (await patientsOf(who)).map(({ id }) => `Patient/${id}`)
    const { id } = (await personOf(who)) ?? {}
    const person1 = () => world.systems.epr.ask('GET', `/fhir/R4/Person/${id}`)
    const alone = await person1()
    expect([alone.status, alone.json['birthDate'], referencesAt(alone.json, 'link.target')]).toEqual([
      200,
      who.birthDate.replace(/^(....)(..)(..)$/, '$1-$2-$3'),
      [mine],
    ])
    expect((await world.systems.otherTrust.ask('GET', `/fhir/R4/Person/${id}`)).status).toBe(404)
    await world.mllp(fromOtherTrust(admission(who)))
    const theirs = (await linked(who)).find((one) => one !== mine)
    const joined = await person1()
    expect([joined.text, joined.headers.get('last-modified'), joined.headers.get('etag')]).toEqual([
      alone.text,
      alone.headers.get('last-modified'),
      null,
    ])
    // Whoever guesses the stored version is not told that it is right: it counts the joins that are hidden.
    for (const version of ['1', '2', '3']) {
      const guess = { 'if-none-match': `W/"${version}"`, 'if-modified-since': alone.headers.get('last-modified') ?? '' }
      expect((await world.systems.epr.ask('GET', `/fhir/R4/Person/${id}`, undefined, guess)).status).toBe(200)
    }
    const late = { 'if-modified-since': new Date(Date.now() + 60_000).toUTCString() }
    expect((await world.systems.epr.ask('GET', `/fhir/R4/Person/${id}`, undefined, late)).status).toBe(200)
    const find = (name: 'epr' | 'otherTrust' | 'hub', query: string) => world.systems[name].ask('GET', `/fhir/R4/${query}`)
    for (const [name, query, count] of [
      ['epr', `Person?link=${mine}`, 1],
      ['epr', `Person?patient=${mine}`, 1],
      ['epr', `Person?link:Patient.identifier=${nhsNumber}|${who.nhsNumber}`, 1],
      ['epr', `Person?_id=${id}&_lastUpdated=le${alone.json['meta']?.['lastUpdated']}`, 1],
      ['epr', `Person?_id=${id}&_lastUpdated=gt${alone.json['meta']?.['lastUpdated']}`, 0],
      ['epr', `Person?link=${theirs}`, 0],
      ['epr', `Person?patient=${theirs},Patient/none`, 0],
      ['epr', `Person?link:Patient._id=${theirs?.slice('Patient/'.length)}`, 0],
      ['otherTrust', `Person?link=${theirs}&_id=${id}`, 1],
      ['otherTrust', `Person?identifier=${nhsNumber}|${who.nhsNumber}`, 1],
      ['hub', `Person?identifier=${nhsNumber}|${who.nhsNumber}`, 0],
      ['hub', `Person?_id=${id}`, 0],
    ] as const) {
      const { status, json, text } = await find(name, query)
      expect([name, query, status, json['total']], text).toEqual([name, query, 200, count])
      if (name === 'epr') expect(JSON.stringify(json['entry'] ?? [])).not.toContain(theirs?.slice('Patient/'.length) ?? 'nobody')
    }
    const refused = ['Person?_sort=_lastUpdated', 'Person?_sort=-link', `Patient?_revinclude=Person:link`]
    for (const query of [...refused, `Patient?_has:Person:link:link=${theirs}`])
      expect([query, (await find('epr', query)).status]).toEqual([query, 400])
    expect((await find('hub', `Person/${id}`)).status).toBe(404)
    expect((await find('epr', `Person/${id}/_history`)).status).toBe(404)
    expect((await find('epr', '_history?_count=100')).text).not.toContain(`Person/${id}`)
    expect((await find('epr', `${mine}/$everything`)).text).not.toContain(theirs?.slice('Patient/'.length) ?? 'nobody')
  })

  it('tells by no id and no order of a Person since when another knows the number', async () => {
    const known = [person(31), person(32), person(33)]
    for (const who of known) await world.mllp(admission(who))
    for (const who of known) expect((await personOf(who))?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/)
    const { epr } = world.systems
    for (const query of ['Person?_count=200', 'Person?_sort=birthdate&_count=200']) {
      const ids = resources(await read(epr, query)).map((one) => String(one['id']))
      expect([query, ids]).toEqual([query, ids.toSorted()])
    }
    const pages: string[] = []
    for (let next: string | undefined = '/fhir/R4/Person?_count=2'; next !== undefined;) {
      const { json }: { json: Json } = await epr.ask('GET', next)
      pages.push(...resources(json).map((one) => String(one['id'])))
      const links = json['link'] as unknown as { relation: string; url: string }[]
      next = links.find(({ relation }) => relation === 'next')?.url.replace(world.url, '')
    }
    expect(pages).toEqual(pages.toSorted())
    expect(new Set(pages).size).toBe(pages.length)
  })

  it('tells whoever has another date of birth of a Person of their own, as if nobody knew the number', async () => {
    const [known, unknown] = [person(34), person(35)]
    await world.mllp(admission(known))
    const before = await linked(known)
    const { provider } = world.systems
    /** All that is told, with the ids by the order in which they came. */
    const told = async (number: string) => {
      const names = new Map<string, string>()
      const name = (id: string) => names.get(id) ?? names.set(id, `id ${names.size}`).get(id) ?? ''
      const shape = (text: string) =>
        text
          .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, name)
          .replaceAll(number, 'number')
          .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
      const lines: string[] = []
      const look = async (patient: string) => {
        const query = `/fhir/R4/Person?link=${patient}`
        const found = resources((await provider.ask('GET', query)).json)
        lines.push(shape(JSON.stringify(found.toSorted((a, b) => String(a['id']).localeCompare(String(b['id']))))))
      }
      const write = async (method: string, path: string, birthDate: string, local: string) => {
        const identifier = [
          { system: nhsNumber, value: number },
          { system: 'https://provider1.example/id', value: `${number} ${local}` },
        ]
        const [type, id] = path.split('/')
        const resource = { resourceType: type, ...(id && { id }), identifier, birthDate }
        const { status, json } = await provider.ask(method, `/fhir/R4/${path}`, resource)
        lines.push(`${method} ${status}`)
        return `Patient/${String(json['id'])}`
      }
      const one = await write('POST', 'Patient', '1950-01-01', 'one')
      await look(one)
      for (const birthDate of ['1950-01-02', '1950-01-01', '1950-01-03', '1950-01-02']) {
        await write('PUT', one, birthDate, 'one')
        await look(one)
      }
      await write('PUT', one, '1950-01-01', 'one')
      const other = await write('POST', 'Patient', '1950-01-01', 'two')
      await look(other)
      await look(one)
      lines.push(
        shape(JSON.stringify(resources(await read(provider, `Person?identifier=${nhsNumber}|${number}&_sort=_id`)).length)),
      )
      await provider.ask('DELETE', `/fhir/R4/${one}`)
      await look(other)
      return lines
    }
    const lines = await told(known.nhsNumber)
    expect(lines).toEqual(await told(unknown.nhsNumber))
    expect(lines[1]).toContain('"birthDate":"1950-01-01"')
    expect(await linked(known)).toEqual(before)
  })

  it('does not join another date of birth, and tells the sender in the ACK and by a notice', async () => {
    const who = person(22)
    await world.mllp(admission(who))
    const ack = await world.mllp(fromOtherTrust(admission({ ...who, birthDate: '19411106' })))
    // An ACK of version 2.4 has room for the place and no words.
    expect(ack).toMatch(/MSA\|AA[^]*ERR\|PID\^1\^3/)
    expect(await linked(who)).toHaveLength(1)
    const notices = resources(await read(world.systems.otherTrust, 'Communication?recipient=Organization/trust2'))
    const mine = (await patientsOf(who)).find((one) => one['birthDate'] === '1941-11-06')
    expect(
      notices.map((notice) => [notice['category']?.[0]?.['coding']?.[0]?.['code'], notice['subject']?.['reference']]),
    ).toContainEqual(['identity-doubtful', `Patient/${mine?.id}`])
  })

  it('joins when the date of birth is corrected, and leaves when it is corrected away', async () => {
    const who = person(23)
    await world.mllp(admission(who))
    await world.mllp(fromOtherTrust(admission({ ...who, birthDate: '19411106' })))
    await world.mllp(fromOtherTrust(adt('A08', who, { at: ago(300) })))
    expect(await linked(who)).toHaveLength(2)
    await world.mllp(fromOtherTrust(adt('A08', { ...who, birthDate: '19411107' }, { at: ago(200) })))
    const stays = (await patientsOf(who)).find((one) => one['birthDate'] === '1941-11-05')
    expect(await linked(who)).toEqual([`Patient/${stays?.id}`])
  })

  it('does not join without a date of birth', async () => {
    const who = person(24)
    await world.mllp(admission(who))
    await world.mllp(fromOtherTrust(adt('A01', who, { at: ago(300), pid: { 7: '' } })))
    expect(await patientsOf(who)).toHaveLength(2)
    expect(await linked(who)).toHaveLength(1)
  })

  it('keeps apart what a person took apart, and every other resource is what it was to the byte', async () => {
    const who = person(25)
    await world.mllp(admission(who))
    const [first] = await patientsOf(who)
    const joined = (await personOf(who))?.['link']
    const before = await texts(world)
    await world.mllp(fromOtherTrust(admission(who)))
    const second = (await patientsOf(who)).find(({ id }) => id !== first?.id)
    const [one, other] = [`Person/${(await personOf(who))?.id}`, `Patient/${second?.id}`]
    expect(await linked(who)).toHaveLength(2)
    await plan(world, (planning) => keepApart(planning, one, other))
    expect((await personOf(who))?.['link']).toEqual(joined)
    const after = await texts(world)
    for (const [reference, text] of before) if (reference !== one) expect(after.get(reference), reference).toBe(text)
    await world.mllp(fromOtherTrust(adt('A08', who, { at: ago(100), pid: { 5: 'TESTPATIENT^OTHER^^^^^L' } })))
    expect(await linked(who)).toEqual([`Patient/${first?.id}`])
    expect(await world.store.holder('person-of', other)).toBeUndefined()
  })

  it('joins again after one that merely left, by the same evidence', async () => {
    const who = person(26)
    await world.mllp(admission(who))
    await world.mllp(fromOtherTrust(admission(who)))
    const [one] = await patientsOf(who)
    await plan(world, async (planning) => leave(planning, `Person/${(await personOf(who))?.id}`, `Patient/${one?.id}`))
    expect(await linked(who)).toHaveLength(1)
    if (one) await plan(world, async (planning) => void (await joinPerson(planning, one)))
    expect(await linked(who)).toHaveLength(2)
    const id = (await personOf(who))?.id ?? ''
    const { versions } = await world.store.history(asGateway, { type: 'Person', id }, { count: 10, total: false })
    expect(versions[0]?.version).toBe(4)
    expect(world.errors).toEqual([])
  })

  it('leaves nothing in the store that is not valid', async () => {
    expect(await faultsIn(world.store)).toEqual([])
  })
})

/** The text of every resource but what tells of the joining itself. */
async function texts({ store }: World): Promise<ReadonlyMap<string, string>> {
  const types = Object.keys(resourceTypes)
  const all = await Promise.all(types.map((type) => stored(store, type)))
  return new Map(all.flat().map((resource) => [`${resource.resourceType}/${resource.id}`, JSON.stringify(resource)]))
}

async function plan({ store, house }: World, work: (planning: Planning) => Promise<void>): Promise<void> {
  const now = house.now()
  const planning = startPlanning({
    ...{ store, caller: reviewer, access: accessOf(reviewer, now), at: now, base: house.base },
    ...{ newId: house.newId, requestId: 'test', validator: house.validator },
  })
  await work(planning)
  expect((await store.commit(planning.finish())).ok).toBe(true)
}

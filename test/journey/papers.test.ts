// Documents and the census: read by whoever is a party, whenever they came; good rows stored, bad rows listed.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeSystem, identifierSystem, nhsNumber } from '../../profiles/canonical.ts'
import { ago } from '../../gateway/demo/hl7.ts'
import { assignTo, takeReferral } from '../../gateway/demo/acts.ts'
import type { SyntheticPerson } from '../../gateway/demo/cast.ts'
import { create, read, resources } from '../../gateway/demo/stage.ts'
import { referencesAt, textAt } from '../../gateway/fhir/resource.ts'
import { admission, form, person } from './people.ts'
import { databases, endWell, faultsIn, startWorld, stored, type Name, type World } from './world.ts'

/** A discharge summary: Composition first, then whom and which stay it is about, by the trust's own identifiers. */
function summary(who: SyntheticPerson): object {
  const [composition, patient, spell] = [randomUUID(), randomUUID(), randomUUID()].map((id) => `urn:uuid:${id}`)
  return {
    ...{ resourceType: 'Bundle', type: 'document', timestamp: new Date().toISOString() },
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${randomUUID()}` },
    entry: [
      {
        fullUrl: composition,
        resource: {
          ...{ resourceType: 'Composition', status: 'final', title: 'Discharge summary', date: new Date().toISOString() },
          type: { coding: [{ system: 'http://snomed.info/sct', code: '373942005' }] },
          ...{ subject: { reference: patient }, encounter: { reference: spell }, author: [{ display: 'Ward 7' }] },
          section: [
            { title: 'Plan', text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">Home</div>' } },
          ],
        },
      },
      {
        fullUrl: patient,
        resource: {
          ...{ resourceType: 'Patient', birthDate: '1941-11-05' },
          identifier: [{ system: identifierSystem('local/trust1-epr/TRUST1'), value: who.local }],
        },
      },
      {
        fullUrl: spell,
        resource: {
          ...{ resourceType: 'Encounter', status: 'finished', subject: { reference: patient } },
          class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IMP' },
          identifier: [{ system: identifierSystem('local/trust1-epr/TRUST1/visit'), value: who.visit }],
        },
      },
    ],
  }
}

describe.each(databases)('papers on $name', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(() => endWell(world))

  /** The document as the organisation finds it, from the person on; undefined when it finds none. */
  async function found(name: Name, who: SyntheticPerson) {
    const wire = world.systems[name]
    const [listed] = resources(await read(wire, `DocumentReference?patient:Patient.identifier=${nhsNumber}|${who.nhsNumber}`))
    if (!listed) return undefined
    const url = textAt(listed, 'content.attachment.url') ?? ''
    const bundle = await read(wire, url)
    return {
      url,
      type: bundle['entry']?.[0]?.['resource']?.['resourceType'] as unknown,
      title: textAt(listed, 'content.attachment.title'),
    }
  }

  it('that came before the referral are read by its parties, and by nobody else', async () => {
    const who = person(331)
    await world.mllp(admission(who))
    const made = await create(world.systems.epr, 'Bundle', summary(who))
    const document = { url: `Bundle/${made['id']}`, type: 'Composition', title: 'Discharge summary' }
    expect(await found('epr', who)).toEqual(document)
    expect(await found('hub', who)).toBeUndefined()
    expect((await world.systems.hub.ask('GET', `/fhir/R4/${document.url}`)).status).toBe(404)
    await world.mllp(form(who))
    await takeReferral(world.stage, 'p')
    expect(await found('hub', who)).toEqual(document)
    expect(await found('council', who)).toBeUndefined()
    await assignTo(world.stage, 'p', 'council', 'arrange-care')
    expect(await found('council', who)).toEqual(document)
    for (const name of ['otherCouncil', 'provider', 'otherTrust'] as const) {
      expect(await found(name, who), name).toBeUndefined()
      expect((await world.systems[name].ask('GET', `/fhir/R4/${document.url}`)).status).toBe(404)
    }
  })

  it('that come after the referral are read at once', async () => {
    const who = person(332)
    await world.mllp(form(who))
    await takeReferral(world.stage, 'p')
    await assignTo(world.stage, 'p', 'council', 'arrange-care')
    const made = await create(world.systems.epr, 'Bundle', summary(who))
    for (const name of ['hub', 'council'] as const) expect((await found(name, who))?.url, name).toBe(`Bundle/${made['id']}`)
    expect(await found('otherCouncil', who)).toBeUndefined()
  })

  it('about a stay that is not the sender’s are the sender’s alone', async () => {
    const who = person(333)
    await world.mllp(form(who))
    const made = await create(world.systems.otherTrust, 'Bundle', summary(who))
    for (const name of ['hub', 'epr'] as const)
      expect((await world.systems[name].ask('GET', `/fhir/R4/Bundle/${made['id']}`)).status).toBe(404)
    expect(await found('hub', who)).toBeUndefined()
  })

  it('of a census: good rows are stored, bad rows are listed with row and column, and the file is kept', async () => {
    const [one, two, three] = [person(334), person(335), person(336)]
    for (const who of [one, three]) await world.mllp(admission(who))
    await world.mllp(admission(two, ago(2 * 1440)))
    const header =
      'Organisation_Site_Code,Census_Date,NHS_Number,Date_Of_Birth,Local_Patient_Identifier,Visit_Number,Criteria_To_Reside,Days_NCTR,Date_NCTR'
    const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
    const [today, earlier] = [daysAgo(0), daysAgo(3)]
    const row = (who: SyntheticPerson, ...more: readonly string[]) =>
      ['TRUST1', today, who.nhsNumber, '1941-11-05', who.local, who.visit, ...more].join()
    const csv = [
      header,
      row(one, 'N', '3', today),
      row(two, 'Y', '', ''),
      `TRUST1,${today},,,,V9999999,N,1,${today}`,
      row(three, 'N', '1', '2026-13-45'),
      `TRUST1,${today},9990000019,1941-11-05,S9999999,V9999998,N,1,${today}`,
      `TRUST1,${today},${one.nhsNumber},1941-11-05,${one.local},${two.visit},N,1,${today}`,
      `TRUST1,${today},,1941-11-05,S99\u000099,V9999997,N,1,${today}`,
      `TRUST1,${today},,1941-11-05,S9999996,V99\u000096,N,1,${today}`,
      `TRUST1,${earlier},${one.nhsNumber},1941-11-05,${one.local},${three.visit},N,1,${earlier}`,
    ].join('\n')
    const headers = { 'content-type': 'text/csv' }
    const send = () => world.systems.epr.ask('POST', '/import/census', csv, headers)
    const before = (await stored(world.store, 'Observation')).length
    const { status, json } = await send()
    expect(status, JSON.stringify(json)).toBe(200)
    const rejected = json['rejected'] as unknown as { row: number; column?: string; id: string }[]
    expect(json['rows'] as unknown).toBe(9)
    expect(rejected.map(({ row, column }) => [row, column])).toContainEqual([4, 'Local_Patient_Identifier'])
    expect(rejected.map(({ row, column }) => [row, column])).toContainEqual([5, 'Date_NCTR'])
    // Rows that are right in themselves: the stay of another person, whether the census or the admission is the later word on it,
    // and identifiers that cannot be kept.
    const told = rejected.map(({ row, column, id }) => [row, column, id])
    for (const line of [7, 10]) expect(told).toContainEqual([line, 'Visit_Number', 'other-person'])
    expect(told).toContainEqual([8, 'Local_Patient_Identifier', 'character-invalid'])
    expect(told).toContainEqual([9, 'Visit_Number', 'character-invalid'])
    expect(rejected.map(({ row }) => row)).not.toContain(2)
    expect(rejected.map(({ row }) => row)).not.toContain(3)
    expect(json['stored'] as unknown).toBe(9 - new Set(rejected.map(({ row }) => row)).size)
    const kept = await world.store.message(json['message'] as unknown as string)
    expect(new TextDecoder().decode(kept?.bytes)).toBe(csv)
    const observations = await stored(world.store, 'Observation')
    const patients = await stored(world.store, 'Patient')
    const stateOf = (who: SyntheticPerson) => {
      const patient = patients.find((each) => JSON.stringify(each['identifier']).includes(who.nhsNumber))
      return observations
        .filter((each) => referencesAt(each, 'subject').includes(`Patient/${patient?.id}`))
        .map((each) => textAt(each, 'valueCodeableConcept.coding.code'))
    }
    expect([stateOf(one), stateOf(two), stateOf(three)]).toEqual([['no-longer-meets'], ['meets'], []])
    expect(JSON.stringify(rejected)).not.toMatch(/999\d{7}/)

    const again = await send()
    expect([again.status, again.json['stored'] as unknown]).toEqual([200, json['stored'] as unknown])
    expect((await stored(world.store, 'Observation')).map(({ id }) => id)).toEqual(observations.map(({ id }) => id))
    expect(observations.length - before).toBe(json['stored'] as unknown)
  })

  it('of a census tell the hub of a change, and of what it knows already nothing', async () => {
    const who = person(337)
    await world.mllp(form(who))
    const notices = async () => {
      const all = resources(await read(world.systems.hub, 'Communication?recipient=Organization/hub1&_count=200'))
      return all.filter(
        (one) =>
          JSON.stringify(one['category']).includes(`${codeSystem('notice')}`) &&
          JSON.stringify(one).includes('criteria-to-reside-changed'),
      ).length
    }
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    const send = async (days: number, meets: string) => {
      const columns =
        'Organisation_Site_Code,Census_Date,NHS_Number,Date_Of_Birth,Local_Patient_Identifier,Visit_Number,Criteria_To_Reside'
      const csv = `${columns}\nTRUST1,${day(days)},${who.nhsNumber},1941-11-05,${who.local},${who.visit},${meets}\n`
      expect((await world.systems.epr.ask('POST', '/import/census', csv, { 'content-type': 'text/csv' })).status).toBe(200)
      return notices()
    }
    const before = await notices()
    expect(await send(1, '')).toBe(before)
    expect(await send(1, 'N')).toBe(before)
    expect(await send(2, 'Y')).toBe(before + 1)
    expect(await send(3, 'Y')).toBe(before + 1)
    expect(await send(4, 'N')).toBe(before + 2)
    expect(world.errors).toEqual([])
  })

  it('leaves nothing in the store that is not valid', async () => {
    expect(await faultsIn(world.store)).toEqual([])
  })
})

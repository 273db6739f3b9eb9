// A person who must not be found: everything that can tell where they are, whichever source holds it, and the operator's tools.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeSystem, nhsNumber } from '../../profiles/canonical.ts'
import { messages } from '../../gateway/commands/messages.ts'
import { ago } from '../../gateway/demo/hl7.ts'
import { change, create, hidden, read, resources } from '../../gateway/demo/stage.ts'
import type { Json } from '../../gateway/demo/wire.ts'
import { adt } from './people.ts'
import { assignByCouncil, plan, referred, taskAccepted } from './scene.ts'
import { databases, endWell, startWorld, type Name, type World } from './world.ts'

const text = (words: string) => ({ text: words })
const to = (reference: string | undefined) => ({ reference: reference ?? '' })
const confidentiality = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality'
const label = (code: string) => ({ meta: { security: [{ system: confidentiality, code }] } })
const narrative = { text: { status: 'additional', div: '<div xmlns="http://www.w3.org/1999/xhtml">12 Hidden Lane</div>' } }

describe.each(databases)('a person who must not be found, on $name,', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(async () => {
    await endWell(world)
  })
  const visited = async (n: number) => {
    const { who, named } = await referred(world, n)
    for (const system of ['community', 'council'] as const) await taskAccepted(world, system, 'assess-and-plan')
    await assignByCouncil(world, named)
    await plan(world, named)
    return { who, named, of: (name: string) => to(named.get(name)) }
  }
  const written = async (by: Name, type: string, resource: object) => {
    const made = await create(world.systems[by], type, { resourceType: type, ...resource })
    return `${type}/${String(made['id'])}`
  }
  /** By whom, and what of the person tells where they are. */
  const telling = async (of: (name: string) => { reference: string }) => ({
    kin: await written('epr', 'RelatedPerson', {
      patient: of('patient'),
      name: [text('Daughter')],
      address: [{ text: '12 Hidden Lane' }],
    }),
    team: await written('community', 'CareTeam', {
      status: 'active',
      subject: of('patient'),
      participant: [{ member: { display: 'GP of Hidden Lane' } }],
    }),
    council: await written('hub', 'Observation', {
      ...{ status: 'final', subject: of('patient'), basedOn: [of('referral')], valueString: 'Council of Hidden Lane' },
      ...{ code: { coding: [{ system: codeSystem('decision'), code: 'responsible-council' }] } },
      ...{ effectiveDateTime: '2026-11-20T10:00:00Z', performer: [to('Organization/hub1')] },
    }),
    narrative: await written('community', 'Goal', {
      ...{
        lifecycleStatus: 'active',
        description: text('Climbs the stairs'),
        subject: of('patient'),
        addresses: [of('referral')],
      },
      ...narrative,
    }),
    guest: await written('community', 'Goal', {
      ...{ lifecycleStatus: 'active', description: text('Sees kin'), subject: of('patient'), addresses: [of('referral')] },
      contained: [{ resourceType: 'RelatedPerson', id: 'kin', patient: of('patient'), address: [{ text: '12 Hidden Lane' }] }],
      expressedBy: to('#kin'),
    }),
    visit: await written('community', 'Encounter', {
      ...{
        status: 'planned',
        basedOn: [of('referral')],
        subject: of('patient'),
        location: [{ location: { display: '12 Hidden Lane' } }],
      },
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'HH' },
    }),
    equipment: await written('community', 'Device', { patient: of('patient'), type: text('Hoist, at 12 Hidden Lane') }),
    form: await written('epr', 'QuestionnaireResponse', {
      ...{ status: 'completed', subject: of('patient'), basedOn: [of('referral')] },
      item: [{ linkId: '1', answer: [{ valueString: '12 Hidden Lane' }] }],
    }),
  })
  const author: Readonly<Record<string, Name>> = { kin: 'epr', form: 'epr', council: 'hub' }

  it('is told by nothing once the label comes, whoever wrote it, and all comes back when it goes', async () => {
    const { who, named, of } = await visited(850)
    const all = await telling(of)
    const { hub, council, epr, provider } = world.systems
    for (const one of Object.values(all)) await read(council, one)
    await world.mllp(adt('A08', who, { at: ago(30), segments: ['ZU8||||1'] }))
    for (const [name, one] of Object.entries({
      ...all,
      patient: named.get('patient') ?? '',
      letter: named.get('letter') ?? '',
      pdf: named.get('pdf') ?? '',
    })) {
      await hidden(council, one)
      await hidden(provider, one)
      await read(world.systems[author[name] ?? (Object.hasOwn(all, name) ? 'community' : 'epr')], one)
    }
    // What does not tell where they are goes on.
    for (const name of ['referral', 'plan', 'goal', 'contact', 'spell']) await read(hub, named.get(name) ?? '')
    expect(JSON.stringify(await read(council, 'Goal?_count=200'))).not.toContain('Hidden Lane')
    const extract = await council.ask('GET', '/extract/client-level-data.csv?start=2020-01-01&end=2099-12-31')
    expect([extract.status, extract.text.includes(who.nhsNumber)]).toEqual([200, false])
    await world.mllp(adt('A08', who, { at: ago(20), segments: ['ZU8||||0'] }))
    for (const one of Object.values(all)) await read(council, one)
    await read(epr, named.get('patient') ?? '')
    await read(hub, named.get('letter') ?? '')
  })

  it('is told by nothing that is written afterwards either', async () => {
    const { who, of } = await visited(851)
    await world.mllp(adt('A08', who, { at: ago(30), segments: ['ZU8||||1'] }))
    const { council } = world.systems
    const goal = (more: object) => ({
      lifecycleStatus: 'active',
      description: text('x'),
      subject: { display: 'the person' },
      addresses: [of('referral')],
      ...more,
    })
    const contact = {
      ...{ status: 'planned', basedOn: [of('referral')], subject: { display: 'the person' } },
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'HH' },
    }
    // They name the person by the referral alone: the Patient is hidden from their author too.
    const told = await written('community', 'Goal', goal(narrative))
    const place = await written('community', 'Encounter', { ...contact, location: [{ location: { display: '12 Hidden Lane' } }] })
    await hidden(council, told)
    await hidden(council, place)
    await read(council, await written('community', 'Goal', goal({})))
    await read(council, await written('community', 'Encounter', contact))
  })

  it('by the label of any source: another’s record of the same person is hidden with it, and a join brings or ends it', async () => {
    const { who, named, of } = await visited(852)
    const { community, council, epr } = world.systems
    const own = (birthDate: string) => ({
      ...{
        identifier: [
          { system: nhsNumber, value: who.nhsNumber },
          { system: 'urn:example:community', value: who.local },
        ],
        birthDate,
      },
      address: [{ text: '12 Hidden Lane' }],
    })
    const copy = await written('community', 'Patient', own('1941-11-05'))
    const theirs = await written('community', 'RelatedPerson', { patient: to(copy), name: [text('Daughter')] })
    const contact = await written('community', 'CarePlan', {
      ...{ status: 'active', intent: 'plan', subject: to(copy), supportingInfo: [of('referral')] },
    })
    await hidden(council, copy)
    await world.store.commit({
      memberships: [copy, theirs].map((resource) => ({
        resource,
        journey: (named.get('episode') ?? '').replace('EpisodeOfCare/', ''),
      })),
    })
    for (const one of [copy, theirs, contact]) await read(council, one)
    const before = await read(community, copy)
    await change(epr, named.get('patient') ?? '', (patient) => ({ ...patient, ...label('V') }))
    // So that whoever follows changes hears of it: a new version, which tells its source that somebody labelled the person.
    const since = await read(community, copy)
    const version = ({ meta }: Json) => Number(meta?.['versionId'])
    expect(version(since)).toBe(version(before) + 1)
    const asWritten = (resource: Json) => Object.assign({}, resource, { meta: undefined })
    expect(asWritten(since)).toEqual(asWritten(before))
    for (const one of [copy, theirs, named.get('patient') ?? '']) await hidden(council, one)
    for (const one of [copy, theirs]) await read(community, one)
    await read(council, contact)
    // Another date of birth: they are not one person any more.
    await change(community, copy, (patient) => ({ ...patient, birthDate: '1941-11-06' }))
    for (const one of [copy, theirs]) await read(council, one)
    await hidden(council, named.get('patient') ?? '')
    await change(community, copy, (patient) => ({ ...patient, birthDate: '1941-11-05' }))
    for (const one of [copy, theirs]) await hidden(council, one)
    await change(epr, named.get('patient') ?? '', ({ meta: _, ...patient }) => patient)
    for (const one of [copy, theirs, named.get('patient') ?? '']) await read(council, one)
  })

  it('and nobody else is told by the operator’s list of messages', async () => {
    const { who, of } = await visited(853)
    const { epr } = world.systems
    const headers = { 'x-request-id': 'operator-sees-1' }
    const where = `Patient?identifier=${who.nhsNumber}`
    const patient = await read(epr, of('patient').reference)
    expect(
      (await epr.ask('PUT', `/fhir/R4/${where}`, { ...(JSON.parse(JSON.stringify(patient)) as object), language: 'en' }, headers))
        .status,
    ).toBe(200)
    const lines: string[] = []
    await messages(['list', '--limit', '500'], world.house, (line) => lines.push(line))
    const ids = lines.map((line) => line.split('\t')[0] ?? '')
    for (const id of ids) await messages(['show', id], world.house, (line) => lines.push(line))
    const all = lines.join('\n')
    expect(all).toContain('operator-sees-1')
    for (const told of [who.nhsNumber, who.family, who.birthDate, '1941-11-05', who.local, '12 Hidden Lane'])
      expect(all.includes(told), told.replace(/\d/g, '9')).toBe(false)
    expect(resources(await read(epr, where))).toHaveLength(1)
  })
})

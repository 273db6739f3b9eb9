// People who need more care than others: whose whereabouts are hidden, who are mistaken for another, who do not exist.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nhsNumber } from '../../profiles/canonical.ts'
import { assignTo, receiveAndAccept } from '../../gateway/demo/acts.ts'
import { ago, dischargeSummary } from '../../gateway/demo/hl7.ts'
import { ackCode, create, hidden, read, resources } from '../../gateway/demo/stage.ts'
import { at } from '../../gateway/fhir/resource.ts'
import { admission, adt, form, person } from './people.ts'
import { admit, only, refer } from './scene.ts'
import { databases, endWell, startWorld, stored, type World } from './world.ts'

describe.each(databases)('with care, on $name:', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(() => endWell(world))

  const referred = async (n: number) => {
    const [who, named] = [person(n), new Map<string, string>()]
    await admit(world, who, named)
    await refer(world, who, named)
    for (const name of ['patient', 'referral', 'task'])
      world.stage.known.set(`p${n}.${name}`, named.get(name === 'task' ? 'hub task' : name) ?? '')
    return { who, named, of: (name: string) => named.get(name) ?? '' }
  }

  describe('a person whose whereabouts are hidden', () => {
    it('is shown to no party, nor is any paper about them, and the referral still is', async () => {
      const who = person(300)
      await world.mllp(adt('A01', who, { at: ago(600), segments: ['ZU8||||1'] }))
      await world.mllp(dischargeSummary(who, { at: ago(500) }))
      const named = new Map<string, string>()
      expect(ackCode(await world.mllp(form(who)))).toBe('AA')
      const { epr, hub } = world.systems
      named.set('patient', await only(world, 'epr', `Patient?identifier=${nhsNumber}|${who.nhsNumber}`))
      const [letter] = resources(await read(epr, `DocumentReference?subject=${named.get('patient')}`))
      const pdf = String(letter?.['content']?.[0]?.['attachment']?.['url'])
      const [referral] = resources(await read(hub, `ServiceRequest?subject=${named.get('patient')}`))
      expect(referral?.['status']).toBe('active')
      for (const path of [named.get('patient') ?? '', `DocumentReference/${letter?.['id']}`, pdf]) await hidden(hub, path)
      expect(resources(await read(hub, `DocumentReference?subject=${named.get('patient')}`))).toEqual([])
      expect(resources(await read(hub, `Patient?identifier=${nhsNumber}|${who.nhsNumber}`))).toEqual([])
    })

    it('disappears from the parties when the label comes, papers included, and comes back when it goes', async () => {
      const { who, of } = await referred(301)
      const { hub, epr } = world.systems
      const papers = [of('patient'), of('letter'), of('pdf')]
      for (const path of papers) await read(hub, path)
      await world.mllp(adt('A08', who, { at: ago(30), segments: ['ZU8||||1'] }))
      for (const path of papers) await hidden(hub, path)
      for (const path of papers) await read(epr, path)
      await world.mllp(adt('A08', who, { at: ago(20), segments: ['ZU8||||0'] }))
      for (const path of papers) await read(hub, path)
    })
  })

  describe('a journey', () => {
    it('takes in nothing about another person, though its writer is a party to both', async () => {
      const [one, other] = [await referred(302), await referred(303)]
      const { hub, community } = world.systems
      for (const n of [302, 303])
        await receiveAndAccept(world.stage, 'community', await assignTo(world.stage, `p${n}`, 'community', 'assess-and-plan'))
      const plan = (patient: string, referral: string) => ({
        resourceType: 'CarePlan',
        status: 'active',
        intent: 'plan',
        subject: { reference: patient },
        supportingInfo: [{ reference: referral }],
      })
      await create(community, 'CarePlan', plan(one.of('patient'), one.of('referral')))
      const mixed = await community.ask('POST', '/fhir/R4/CarePlan', plan(one.of('patient'), other.of('referral')))
      expect(mixed.status).toBe(422)
      expect(mixed.json['issue']?.[0]?.['expression']).toEqual(['CarePlan.subject'])
      const task = {
        resourceType: 'Task',
        status: 'requested',
        intent: 'order',
        focus: { reference: other.of('referral') },
        for: { reference: one.of('patient') },
      }
      const misdirected = await hub.ask('POST', '/fhir/R4/Task', {
        ...task,
        requester: { reference: 'Organization/hub1' },
        owner: { reference: 'Organization/council1' },
      })
      expect(misdirected.status).toBe(422)
      await hidden(world.systems.council, one.of('patient'))
    })

    it('is not opened about a person or a stay of somebody else', async () => {
      const { of } = await referred(304)
      const referral = {
        resourceType: 'ServiceRequest',
        status: 'active',
        intent: 'order',
        performer: [{ reference: 'Organization/hub1' }],
      }
      const answer = await world.systems.otherTrust.ask('POST', '/fhir/R4/ServiceRequest', {
        ...referral,
        subject: { reference: of('patient2') },
        encounter: { reference: of('spell') },
      })
      expect(answer.status).toBe(422)
    })
  })

  it('a visit number that turns up with another person is quarantined, and moves nobody’s stay', async () => {
    const [who, other] = [person(305), person(306)]
    await world.mllp(admission(who))
    const spell = await only(
      world,
      'epr',
      `Encounter?subject=${await only(world, 'epr', `Patient?identifier=${nhsNumber}|${who.nhsNumber}`)}`,
    )
    const before = await read(world.systems.epr, spell)
    const ack = await world.mllp(adt('A08', { ...other, visit: who.visit }, { at: ago(10) }))
    expect(ackCode(ack)).toBe('AA')
    expect(ack).toContain('PID^1^3')
    expect(await read(world.systems.epr, spell)).toEqual(before)
    const [message] = await world.store.messages({ state: 'quarantined', limit: 1 })
    expect(message).toMatchObject({ reason: 'other-person', owner: 'trust1' })
  })

  describe('in a live store', () => {
    let live: World
    beforeAll(async () => {
      live = await startWorld(database, { isSandbox: false })
    })
    afterAll(() => live.close())

    it('a test person is kept and marked, and stands in no extract', async () => {
      const [who, named] = [person(307), new Map<string, string>()]
      await admit(live, who, named)
      await refer(live, who, named)
      for (const name of ['patient', 'referral']) live.stage.known.set(`p.${name}`, named.get(name) ?? '')
      await assignTo(live.stage, 'p', 'council', 'arrange-care')
      const labels = (await stored(live.store, 'Patient')).map((patient) => at(patient, 'meta.security.code'))
      expect(labels).toEqual([['HTEST'], ['HTEST']])
      const { status, text } = await live.systems.council.ask(
        'GET',
        '/extract/client-level-data.csv?start=2020-01-01&end=2099-12-31',
      )
      expect(status).toBe(200)
      expect(text).not.toContain(who.nhsNumber)
    })
  })
})

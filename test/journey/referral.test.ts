// A referral by each of its ways in gives the hub the same picture; one that has no hub is not lost, and one that is not agreed is refused.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identifierSystem, nhsNumber } from '../../profiles/canonical.ts'
import { assignTo, newestTask, receiveAndAccept, takeReferral } from '../../gateway/demo/acts.ts'
import { messageHeaders, referralMessage } from '../../gateway/demo/bert.ts'
import { eprSettings, type SyntheticPerson } from '../../gateway/demo/cast.ts'
import { ago, hl7, pdf, referralForm } from '../../gateway/demo/hl7.ts'
import { ackCode, change, create, read, resources } from '../../gateway/demo/stage.ts'
import type { Json } from '../../gateway/demo/wire.ts'
import { admission, form, fromOtherTrust, person } from './people.ts'
import { databases, endWell, faultsIn, startWorld, stored, type World } from './world.ts'

const settings = {
  forms: [
    ...eprSettings.forms,
    { message: 'MDM^T02', recognisedBy: { 'TXA-2': ['D2A'] } },
    {
      message: 'ORU^R01',
      recognisedBy: { 'OBR-4': ['NAMED'] },
      questions: { 'Q-HUB': { means: 'hub', answers: { SECOND: 'hub2' } } },
    },
  ],
}

const pdfForm = (who: SyntheticPerson): string =>
  hl7('MDM^T02^MDM_T02', who, {
    at: ago(60),
    segments: [
      `TXA|1|D2A^Discharge to assess referral^L|AP|${ago(60)}||||||||FORM-${who.visit}^TRUST1||||referral.pdf|AU`,
      `OBX|1|ED|D2A^Referral form^L||^application^pdf^Base64^${pdf}||||||F`,
    ],
  })

const local = (who: SyntheticPerson) => ({ system: identifierSystem('local/trust1-epr/TRUST1'), value: who.local })
const birthDate = '1941-11-05'
const patientOf = (who: SyntheticPerson) => ({
  ...{ resourceType: 'Patient', birthDate, name: [{ use: 'official', family: who.family, given: [who.given] }] },
  identifier: [{ system: nhsNumber, value: who.nhsNumber }, local(who)],
})
const referralOf = (patient: string, more: object = {}) => ({
  ...{ resourceType: 'ServiceRequest', status: 'active', intent: 'order' },
  code: { coding: [{ system: 'http://snomed.info/sct', code: '718524000' }] },
  ...{ subject: { reference: patient }, authoredOn: new Date().toISOString() },
  ...{ requester: { reference: 'Organization/trust1' }, performer: [{ reference: 'Organization/hub1' }] },
  ...more,
})

/** Each way, from a person of whom nothing is known but what the way itself says or presupposes. */
const ways: Readonly<Record<string, (world: World, who: SyntheticPerson) => Promise<void>>> = {
  async 'ORU^R01, question and answer'({ mllp }, who) {
    expect(ackCode(await mllp(form(who)))).toBe('AA')
  },
  async 'MDM^T02 with a PDF'({ mllp }, who) {
    expect(ackCode(await mllp(pdfForm(who)))).toBe('AA')
  },
  async '$process-message'({ systems }, who) {
    const message = referralMessage(who, 'Needs help at home')
    const { status, text } = await systems.epr.ask('POST', '/fhir/R4/$process-message', message, messageHeaders())
    expect([status, text.includes('"code":"ok"')]).toEqual([200, true])
  },
  async 'a transaction'({ systems, mllp }, who) {
    await mllp(admission(who))
    const spell = resources(await read(systems.epr, `Encounter?patient:Patient.identifier=${nhsNumber}|${who.nhsNumber}`))[0]
    const [patient] = [`urn:uuid:${randomUUID()}`]
    const ifNoneExist = `identifier=${local(who).system}|${who.local}`
    const bundle = {
      ...{ resourceType: 'Bundle', type: 'transaction' },
      entry: [
        { fullUrl: patient, request: { method: 'POST', url: 'Patient', ifNoneExist }, resource: patientOf(who) },
        {
          request: { method: 'POST', url: 'ServiceRequest' },
          resource: referralOf(patient, { encounter: { reference: `Encounter/${spell?.['id']}` } }),
        },
      ],
    }
    const { status, text } = await systems.epr.ask('POST', '/fhir/R4', bundle)
    expect(status, text).toBe(200)
  },
  async 'POST /ServiceRequest'({ systems, mllp }, who) {
    await mllp(admission(who))
    const [spell] = resources(await read(systems.epr, `Encounter?patient:Patient.identifier=${nhsNumber}|${who.nhsNumber}`))
    const encounter = { reference: `Encounter/${spell?.['id']}` }
    await create(systems.epr, 'ServiceRequest', referralOf(spell?.['subject']?.['reference'] ?? '', { encounter }))
  },
}

describe.each(databases)('a referral on $name', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database, { sources: { 'trust1-epr': settings } })
  })
  afterAll(() => endWell(world))

  it.each(Object.entries(ways).map(([name, way], i) => ({ name, way, who: person(31 + i) })))(
    'gives the hub the same picture by $name',
    async ({ way, who }) => {
      await way(world, who)
      expect(await pictureOf(world, who)).toEqual(picture)
      expect(world.errors).toEqual([])
    },
  )

  it('carries the form itself, for the hub to read', async () => {
    const who = person(37)
    await world.mllp(pdfForm(who))
    const [referral] = resources(
      await read(world.systems.hub, `ServiceRequest?patient:Patient.identifier=${nhsNumber}|${who.nhsNumber}`),
    )
    const document = await read(world.systems.hub, referral?.['supportingInfo']?.[0]?.['reference'] as unknown as string)
    const url = document['content']?.[0]?.['attachment']?.['url'] as unknown as string
    const { status, text } = await world.systems.hub.ask('GET', `/fhir/R4/${url}`, undefined, { accept: 'application/pdf' })
    expect([status, text.startsWith('%PDF')]).toEqual([200, true])
  })

  it('needs no stay', async () => {
    const who = person(38)
    const patient = await create(world.systems.epr, 'Patient', patientOf(who))
    await create(world.systems.epr, 'ServiceRequest', referralOf(`Patient/${patient['id']}`))
    const { spell, ...rest } = await pictureOf(world, who)
    const { spell: _, ...expected } = picture
    expect([spell, rest]).toEqual([[], { ...expected, task: { ...expected.task, encounter: false } }])
  })

  it('without a named hub, from a trust with two, waits for its sender and is not lost', async () => {
    const who = person(39)
    const ack = await world.mllp(fromOtherTrust(form(who)))
    expect(ack).toMatch(/MSA\|AA[^]*ERR\|OBX/)
    const [message] = await world.store.messages({ client: 'trust2-epr', state: 'quarantined', limit: 5 })
    expect([message?.owner, message?.reason]).toEqual(['trust2', 'hub-unknown'])
    const kept = await world.store.message(message?.id ?? '')
    expect(new TextDecoder().decode(kept?.bytes)).toContain(who.nhsNumber)
    const waiting = resources(await read(world.systems.otherTrust, 'Task?owner=Organization/trust2&status=requested'))
    expect(waiting).toHaveLength(1)
    expect(
      (await stored(world.store, 'ServiceRequest')).filter((one) => JSON.stringify(one['requester']).includes('trust2')),
    ).toEqual([])
  })

  it('goes to the hub that the form names', async () => {
    const who = person(40)
    const named = (form: string) =>
      form
        .replace('D2A-REFERRAL', 'NAMED')
        .replace('OBX|4|ST|Q-ACCESS^How is the home entered?^L||Key safe, ring first', 'OBX|4|ST|Q-HUB^Which hub?^L||SECOND')
    const own = await startWorld(database, { sources: { 'trust2-epr': settings } })
    try {
      expect(ackCode(await own.mllp(fromOtherTrust(named(form(who)))))).toBe('AA')
      const tasks = async (name: 'hub' | 'otherHub') => resources(await read(own.systems[name], 'Task?status=requested')).length
      expect([await tasks('hub'), await tasks('otherHub')]).toEqual([0, 1])
    } finally {
      await own.close()
    }
  })

  it('to a hub without an agreement is refused, naming the performer, and leaves nothing', async () => {
    const who = person(41)
    const patient = await create(world.systems.epr, 'Patient', patientOf(who))
    const before = (await stored(world.store, 'ServiceRequest')).length
    for (const stranger of ['hub2', 'community1', 'provider1']) {
      const performer = [{ reference: `Organization/${stranger}` }]
      const { status, json } = await world.systems.epr.ask(
        'POST',
        '/fhir/R4/ServiceRequest',
        referralOf(`Patient/${patient['id']}`, { performer }),
      )
      expect([status, json['issue']?.[0]?.['expression']]).toEqual([422, ['ServiceRequest.performer[0]']])
    }
    expect(await stored(world.store, 'ServiceRequest')).toHaveLength(before)
    expect(resources(await read(world.systems.otherHub, 'Task?'))).toEqual([])
  })

  it('can be made again after a withdrawal, and then be worked on', async () => {
    const who = person(42)
    await world.mllp(form(who))
    await takeReferral(world.stage, 'first')
    await assignTo(world.stage, 'first', 'council', 'arrange-care')
    const first = world.stage.known.get('first.referral') ?? ''
    await change(world.systems.epr, first, (referral) => ({ ...referral, status: 'revoked' }))
    await world.mllp(referralForm(who, { at: ago(30) }).replace(/FORM-\w+/, `AGAIN-${who.visit}`))
    await takeReferral(world.stage, 'second')
    expect(world.stage.known.get('second.referral')).not.toBe(first)
    await receiveAndAccept(world.stage, 'hub', world.stage.known.get('second.task') ?? '')
    const assigned = await assignTo(world.stage, 'second', 'community', 'assess-and-plan')
    await receiveAndAccept(world.stage, 'community', assigned)
    expect(
      (await newestTask(world.stage, 'hub', 'home-first-referral').catch(() => undefined))?.['focus']?.['reference'],
    ).not.toBe(first)
  })

  it('that is withdrawn leaves another referral of the same stay alone', async () => {
    const who = person(43)
    await world.mllp(form(who))
    await takeReferral(world.stage, 'one')
    await world.mllp(referralForm(who, { at: ago(30) }).replace(/FORM-\w+/, `OTHER-${who.visit}`))
    await takeReferral(world.stage, 'two')
    const [one, two] = ['one', 'two'].map((name) => world.stage.known.get(`${name}.referral`) ?? '')
    const task = await assignTo(world.stage, 'two', 'community', 'assess-and-plan')
    await change(world.systems.epr, one ?? '', (referral) => ({ ...referral, status: 'revoked' }))
    expect((await read(world.systems.community, task))['status']).toBe('requested')
    expect((await read(world.systems.hub, two ?? ''))['status']).toBe('active')
    expect((await read(world.systems.hub, world.stage.known.get('two.task') ?? ''))['status']).toBe('requested')
  })

  it('that comes again as the same form opens no second journey, and none that was withdrawn', async () => {
    const who = person(44)
    await world.mllp(form(who))
    await takeReferral(world.stage, 'once')
    const before = (await stored(world.store, 'EpisodeOfCare')).length
    await world.mllp(form(who, ago(20)))
    await change(world.systems.epr, world.stage.known.get('once.referral') ?? '', (referral) => ({
      ...referral,
      status: 'revoked',
    }))
    await world.mllp(form(who, ago(10)))
    expect(await stored(world.store, 'EpisodeOfCare')).toHaveLength(before)
    expect((await read(world.systems.epr, world.stage.known.get('once.referral') ?? ''))['status']).toBe('revoked')
  })

  it('leaves nothing in the store that is not valid', async () => {
    expect(await faultsIn(world.store)).toEqual([])
  })
})

const picture = {
  patient: [[birthDate, true]],
  spell: ['in-progress'],
  referral: [['active', '718524000', 'Organization/trust1', 'Organization/hub1']],
  task: {
    count: 1,
    status: 'requested',
    requester: 'Organization/trust1',
    owner: 'Organization/hub1',
    focus: true,
    for: true,
    encounter: true,
  },
  episode: ['active'],
  told: true,
}

/** What the hub finds out about the person, starting from the NHS number alone. */
async function pictureOf(world: World, who: SyntheticPerson) {
  const find = async (type: string, by = 'patient:Patient.identifier') =>
    resources(await read(world.systems.hub, `${type}?${by}=${nhsNumber}|${who.nhsNumber}`))
  const [patients, spells, referrals, tasks, episodes] = [
    await find('Patient', 'identifier'),
    await find('Encounter'),
    await find('ServiceRequest'),
    await find('Task'),
    await find('EpisodeOfCare'),
  ]
  const [task, referral] = [tasks[0], referrals[0]]
  const outbox = await world.store.outbox(1000)
  return {
    patient: patients.map((one) => [one['birthDate'] as unknown, JSON.stringify(one['name']).includes(who.given)]),
    spell: spells.map((one) => one['status'] as unknown),
    referral: referrals.map((one) => [
      one['status'] as unknown,
      one['code']?.['coding']?.[0]?.['code'] as unknown,
      one['requester']?.['reference'] as unknown,
      one['performer']?.[0]?.['reference'] as unknown,
    ]),
    task: {
      count: tasks.length,
      status: task?.['status'] as unknown,
      requester: task?.['requester']?.['reference'] as unknown,
      owner: task?.['owner']?.['reference'] as unknown,
      focus: isTo(task, 'focus', referral),
      for: isTo(task, 'for', patients[0]),
      encounter: isTo(task, 'encounter', spells[0]),
    },
    episode: episodes.map((one) => one['status'] as unknown),
    told: outbox.some(
      ({ resource, organization, event }) =>
        resource === `Task/${task?.['id']}` && organization === 'hub1' && event === 'referral-received',
    ),
  }
}

const isTo = (resource: Json | undefined, element: string, target: Json | undefined): boolean =>
  target !== undefined && resource?.[element]?.['reference'] === `${target['resourceType']}/${target['id']}`

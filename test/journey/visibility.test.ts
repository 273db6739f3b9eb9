// Who sees what at each stage of a referral, and who does not: every organisation, every kind of data, every way of asking.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeSystem, nhsNumber } from '../../profiles/canonical.ts'
import { assignTo, decidePathway, finish, receiveAndAccept, setStatus, takeReferral } from '../../gateway/demo/acts.ts'
import type { SyntheticPerson } from '../../gateway/demo/cast.ts'
import { ago, dischargeSummary } from '../../gateway/demo/hl7.ts'
import { ackCode, change, create, read, resources } from '../../gateway/demo/stage.ts'
import { admission, form, fromOtherTrust, medicallyFit, person } from './people.ts'
import { seenBy } from './sight.ts'
import { databases, startWorld, type Name, type World } from './world.ts'

const everyone: readonly Name[] = [
  'epr',
  'hub',
  'community',
  'council',
  'otherCouncil',
  'provider',
  'otherTrust',
  'otherHub',
  'otherProvider',
]

describe.each(databases)('who sees what on $name', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(() => world.close())

  it('follows the referral of one person from before it to its completion', async () => {
    const [who, named] = [person(1), new Map<string, string>()]
    const sight = () => sightOf(world, named, who)
    await admit(world, who, named)
    const stay = ['patient', 'spell', 'fit', 'letter', 'pdf']
    const theirs = { otherTrust: ['patient2', 'spell2'] }
    expect(await sight(), 'before the referral').toEqual(table({ epr: stay, ...theirs }))

    await refer(world, who, named)
    const referred = [...stay, 'referral', 'episode', 'hub task', 'criteria']
    expect(await sight(), 'after the referral').toEqual(table({ epr: referred, hub: referred, ...theirs }))

    await receiveAndAccept(world.stage, 'hub', named.get('hub task') ?? '')
    await decidePathway(world.stage, named.get('hub task') ?? '', '1', 'Needs help at first.')
    named.set('community task', await assignTo(world.stage, 'p', 'community', 'assess-and-plan'))
    named.set('council task', await assignTo(world.stage, 'p', 'council', 'arrange-care'))
    const assigned = [...referred, 'community task', 'council task']
    const whole = { epr: assigned, hub: assigned, community: assigned, council: assigned, ...theirs }
    expect(await sight(), 'after assignment').toEqual(table(whole))

    await receiveAndAccept(world.stage, 'community', named.get('community task') ?? '')
    await receiveAndAccept(world.stage, 'council', named.get('council task') ?? '')
    await plan(world, named)
    named.set('provider task', await assignByCouncil(world, named))
    const planned = [...assigned, 'plan', 'goal', 'contact', 'provider task']
    const accepted = {
      ...{ epr: planned, hub: planned, community: planned, council: planned },
      provider: ['patient', 'plan', 'goal', 'contact', 'provider task'],
      ...theirs,
    }
    expect(await sight(), 'after acceptance').toEqual(table(accepted))

    named.set('misaddressed', await assignToProvider2(world, named))
    const more = [...planned, 'misaddressed']
    const brief = {
      ...{ epr: more, hub: more, community: more, council: more },
      provider: accepted.provider,
      otherProvider: ['patient', 'plan', 'goal', 'contact', 'misaddressed'],
      ...theirs,
    }
    expect(await sight(), 'while a task waits for its owner').toEqual(table(brief))
    await change(world.systems.otherProvider, named.get('misaddressed') ?? '', (task) => ({ ...task, status: 'rejected' }))
    const rejected = { ...brief, otherProvider: ['misaddressed'] }
    expect(await sight(), 'after rejection').toEqual(table(rejected))

    await setStatus(world.stage, 'community', named.get('community task') ?? '', 'in-progress')
    await finish(world.stage, 'community', named.get('community task') ?? '', 'Seen at home')
    await finish(world.stage, 'council', named.get('council task') ?? '', 'Care arranged')
    await finish(world.stage, 'hub', named.get('hub task') ?? '', 'Home on pathway 1')
    await change(world.systems.epr, named.get('referral') ?? '', (referral) => ({ ...referral, status: 'completed' }))
    expect(await sight(), 'after completion').toEqual(table(rejected))
    expect(world.errors).toEqual([])
  })

  it('ends with the withdrawal for all but the trust, who keep what is addressed to them and what they wrote', async () => {
    const [who, named] = [person(2), new Map<string, string>()]
    await admit(world, who, named)
    await refer(world, who, named)
    named.set('community task', await assignTo(world.stage, 'p', 'community', 'assess-and-plan'))
    named.set('council task', await assignTo(world.stage, 'p', 'council', 'arrange-care'))
    await receiveAndAccept(world.stage, 'community', named.get('community task') ?? '')
    await receiveAndAccept(world.stage, 'council', named.get('council task') ?? '')
    await plan(world, named)
    named.set('provider task', await assignByCouncil(world, named))
    await change(world.systems.epr, named.get('referral') ?? '', (referral) => ({ ...referral, status: 'revoked' }))
    const all = [...named.keys()].filter((name) => !name.endsWith('2'))
    const tasks = ['hub task', 'community task', 'council task', 'provider task']
    expect(await sightOf(world, named, who)).toEqual(
      table({
        epr: all,
        hub: ['hub task', 'community task', 'council task'],
        community: ['community task', 'plan', 'goal', 'contact'],
        council: ['council task', 'provider task'],
        provider: ['provider task'],
        otherTrust: ['patient2', 'spell2'],
      }),
    )
    for (const task of tasks) {
      const seen = await read(world.systems.epr, named.get(task) ?? '')
      expect(seen['status'], task).toBe('cancelled')
    }
  })

  it('keeps an organisation that is a party for two reasons when one of them ends', async () => {
    const [who, named] = [person(3), new Map<string, string>()]
    await admit(world, who, named)
    await refer(world, who, named)
    const { community, hub } = world.systems
    const [first, second] = [
      await assignTo(world.stage, 'p', 'community', 'assess-and-plan'),
      await assignTo(world.stage, 'p', 'community', 'provide-care'),
    ]
    const sees = async () => (await community.ask('GET', `/fhir/R4/${named.get('patient')}`)).status
    await change(community, first, (task) => ({ ...task, status: 'rejected' }))
    expect(await sees()).toBe(200)
    const third = await assignTo(world.stage, 'p', 'community', 'assess-and-plan')
    await change(hub, second, (task) => ({ ...task, status: 'cancelled' }))
    expect(await sees()).toBe(200)
    const journey = (named.get('episode') ?? '').replace('EpisodeOfCare/', '')
    const rows = (await world.store.parties(journey)).filter(({ organization }) => organization === 'community1')
    expect(rows.map(({ source, until }) => [source, until === undefined])).toEqual([
      [first, false],
      [second, false],
      [third, true],
    ])
    await change(hub, third, (task) => ({ ...task, status: 'cancelled' }))
    expect(await sees()).toBe(404)
  })
})

/** What each organisation sees, and whether its extract holds a row of the person. */
async function sightOf(world: World, named: ReadonlyMap<string, string>, who: SyntheticPerson) {
  const sight: Record<string, readonly string[]> = {}
  for (const name of everyone) {
    const seen = await seenBy(world.systems[name], Object.fromEntries(named), who.nhsNumber)
    sight[name] = seen.toSorted()
    const { status, text } = await world.systems[name].ask('GET', '/extract/client-level-data.csv?start=2020-01-01&end=2099-12-31')
    const ownTask = { hub: 'hub task', community: 'community task', council: 'council task', provider: 'provider task', otherProvider: 'misaddressed' }
    const own = Object.entries(ownTask).find(([owner]) => owner === name)?.[1] ?? 'none'
    expect([name, status, text.includes(who.nhsNumber)]).toEqual([name, 200, seen.includes('patient') && seen.includes(own)])
  }
  return sight
}

const table = (sight: Partial<Record<Name, readonly string[]>>): Record<string, readonly string[]> =>
  Object.fromEntries(everyone.map((name) => [name, (sight[name] ?? []).toSorted()]))

/** Everything that a trust knows of a person before it refers them; the second trust knows the same person. */
async function admit(world: World, who: SyntheticPerson, named: Map<string, string>): Promise<void> {
  const { epr, otherTrust } = world.systems
  const messages = [admission(who), medicallyFit(who, ago(300)), dischargeSummary(who, { at: ago(200) }), fromOtherTrust(admission(who))]
  for (const message of messages) expect(ackCode(await world.mllp(message))).toBe('AA')
  const patient = await only(world, 'epr', `Patient?identifier=${nhsNumber}|${who.nhsNumber}`)
  const letter = resources(await read(epr, `DocumentReference?subject=${patient}`))[0]
  const url = letter?.['content']?.[0]?.['attachment']?.['url'] as string | undefined
  named
    .set('patient', patient)
    .set('spell', await only(world, 'epr', `Encounter?subject=${patient}`))
    .set('fit', await only(world, 'epr', `Observation?subject=${patient}`))
    .set('letter', `DocumentReference/${letter?.['id']}`)
    .set('pdf', `Binary/${url?.split('Binary/')[1]}`)
  const other = resources(await read(otherTrust, `Patient?identifier=${nhsNumber}|${who.nhsNumber}`))
  expect(other).toHaveLength(1)
  named.set('patient2', `Patient/${other[0]?.['id']}`)
  named.set('spell2', await only(world, 'otherTrust', `Encounter?subject=${named.get('patient2')}`))
}

async function only(world: World, name: Name, query: string): Promise<string> {
  const found = resources(await read(world.systems[name], query))
  expect(found, query.split('|')[0]).toHaveLength(1)
  return `${found[0]?.['resourceType']}/${found[0]?.['id']}`
}

async function refer(world: World, who: SyntheticPerson, named: Map<string, string>): Promise<void> {
  expect(ackCode(await world.mllp(form(who)))).toBe('AA')
  await takeReferral(world.stage, 'p')
  const known = (name: string) => world.stage.known.get(`p.${name}`) ?? ''
  expect(known('patient')).toBe(named.get('patient'))
  named
    .set('referral', known('referral'))
    .set('hub task', known('task'))
    .set('episode', await only(world, 'hub', `EpisodeOfCare?incoming-referral=${known('referral')}`))
    .set('criteria', await only(world, 'hub', `Observation?subject=${known('patient')}&code=${codeSystem('observation')}|criteria-to-reside`))
}

/** Community health's plan with a goal, and a contact. */
async function plan(world: World, named: Map<string, string>): Promise<void> {
  const { community } = world.systems
  const subject = { reference: named.get('patient') }
  const referral = { reference: named.get('referral') }
  const goal = await create(community, 'Goal', {
    ...{ resourceType: 'Goal', lifecycleStatus: 'active', description: { text: 'Climbs the stairs' } },
    ...{ subject, addresses: [referral] },
  })
  const made = await create(community, 'CarePlan', {
    ...{ resourceType: 'CarePlan', status: 'active', intent: 'plan', title: 'Reablement at home' },
    ...{ subject, supportingInfo: [referral], goal: [{ reference: `Goal/${goal['id']}` }] },
  })
  const contact = await create(community, 'Encounter', {
    ...{ resourceType: 'Encounter', status: 'planned', basedOn: [referral], subject },
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'HH' },
  })
  named.set('goal', `Goal/${goal['id']}`).set('plan', `CarePlan/${made['id']}`).set('contact', `Encounter/${contact['id']}`)
}

const task = (named: ReadonlyMap<string, string>, requester: string, owner: string) => ({
  ...{ resourceType: 'Task', status: 'requested', intent: 'order' },
  focus: { reference: named.get('referral') },
  for: { reference: named.get('patient') },
  requester: { reference: `Organization/${requester}` },
  owner: { reference: `Organization/${owner}` },
})

async function assignByCouncil(world: World, named: ReadonlyMap<string, string>): Promise<string> {
  const made = await create(world.systems.council, 'Task', task(named, 'council1', 'provider1'))
  return `Task/${made['id']}`
}

async function assignToProvider2(world: World, named: ReadonlyMap<string, string>): Promise<string> {
  const made = await create(world.systems.hub, 'Task', task(named, 'hub1', 'provider2'))
  return `Task/${made['id']}`
}

// Who sees what at each stage of a referral, and who does not: every organisation, every kind of data, every way of asking.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignTo, decidePathway, finish, receiveAndAccept, setStatus, takeReferral } from '../../gateway/demo/acts.ts'
import type { SyntheticPerson } from '../../gateway/demo/cast.ts'
import { ago } from '../../gateway/demo/hl7.ts'
import { change, read } from '../../gateway/demo/stage.ts'
import { form, person } from './people.ts'
import { admit, assignByCouncil, assignToProvider2, plan, refer } from './scene.ts'
import { seenBy } from './sight.ts'
import { databases, endWell, startWorld, type Name, type World } from './world.ts'

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
  afterAll(() => endWell(world))

  it('follows the referral of one person from before it to its completion', { timeout: 120_000 }, async () => {
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
    const { otherProvider } = world.systems
    expect(await seenBy(otherProvider, Object.fromEntries(named), who.nhsNumber)).toEqual(
      expect.arrayContaining(['patient', 'plan', 'goal', 'contact', 'misaddressed']),
    )
    await change(otherProvider, named.get('misaddressed') ?? '', (task) => ({ ...task, status: 'rejected' }))
    const more = [...planned, 'misaddressed']
    const rejected = {
      ...{ epr: more, hub: more, community: more, council: more },
      provider: accepted.provider,
      otherProvider: ['misaddressed'],
      ...theirs,
    }
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

  it('ends for the hub that refuses the referral', async () => {
    const [who, named] = [person(4), new Map<string, string>()]
    await admit(world, who, named)
    await refer(world, who, named)
    await setStatus(world.stage, 'hub', named.get('hub task') ?? '', 'rejected')
    const all = ['patient', 'spell', 'fit', 'letter', 'pdf', 'referral', 'episode', 'hub task', 'criteria']
    expect(await sightOf(world, named, who)).toEqual(table({ epr: all, hub: ['hub task'], otherTrust: ['patient2', 'spell2'] }))
  })

  it('keeps two referrals of one stay apart: a party of the one sees nothing of what is asked in the other', async () => {
    const [who, first] = [person(5), new Map<string, string>()]
    await admit(world, who, first)
    await refer(world, who, first)
    first.set('council task', await assignTo(world.stage, 'p', 'council', 'arrange-care'))
    const second = new Map<string, string>()
    await world.mllp(form(who, ago(20)).replace(/FORM-\w+/, `AGAIN-${who.visit}`))
    await takeReferral(world.stage, 'p')
    second.set('referral', world.stage.known.get('p.referral') ?? '')
    second.set('hub task', world.stage.known.get('p.task') ?? '')
    second.set('community task', await assignTo(world.stage, 'p', 'community', 'assess-and-plan'))
    const own = (named: ReadonlyMap<string, string>) => Object.fromEntries(named)
    expect(await seenBy(world.systems.council, own(second), who.nhsNumber)).toEqual([])
    const before = Object.fromEntries(
      ['referral', 'hub task', 'council task', 'episode'].map((name) => [name, first.get(name) ?? '']),
    )
    expect(await seenBy(world.systems.community, before, who.nhsNumber)).toEqual([])
    expect(await seenBy(world.systems.community, own(second), who.nhsNumber)).toEqual([...second.keys()])
    expect(await seenBy(world.systems.community, { patient: first.get('patient') ?? '' }, who.nhsNumber)).toEqual(['patient'])
  })
})

/** What each organisation sees, and whether its extract holds a row of the person. */
async function sightOf(world: World, named: ReadonlyMap<string, string>, who: SyntheticPerson) {
  const entries = everyone.map(async (name) => {
    const wire = world.systems[name]
    const seen = await seenBy(wire, Object.fromEntries(named), who.nhsNumber)
    const { status, text } = await wire.ask('GET', '/extract/client-level-data.csv?start=2020-01-01&end=2099-12-31')
    const hasRow = seen.includes('patient') && seen.includes(ownTask[name] ?? '')
    expect([name, status, text.includes(who.nhsNumber)]).toEqual([name, 200, hasRow])
    return [name, seen.toSorted()] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

const ownTask: Partial<Record<Name, string>> = {
  hub: 'hub task',
  community: 'community task',
  council: 'council task',
  provider: 'provider task',
  otherProvider: 'misaddressed',
}

const table = (sight: Partial<Record<Name, readonly string[]>>): Record<string, readonly string[]> =>
  Object.fromEntries(everyone.map((name) => [name, (sight[name] ?? []).toSorted()]))

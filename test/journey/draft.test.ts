// A task that is a draft yet: it names its owner, who is brought in and told only when it is requested.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeReferral } from '../../gateway/demo/acts.ts'
import { change, create, hidden, read, resources } from '../../gateway/demo/stage.ts'
import type { Answered } from '../../gateway/demo/wire.ts'
import { form, person } from './people.ts'
import { task } from './scene.ts'
import { databases, endWell, startWorld, type World } from './world.ts'

describe.each(databases)('a draft of a task on $name', (database) => {
  let world: World
  let journey = ''
  const named = new Map<string, string>()
  beforeAll(async () => {
    world = await startWorld(database)
    await world.mllp(form(person(401)))
    await takeReferral(world.stage, 'p')
    for (const name of ['patient', 'referral']) named.set(name, world.stage.known.get(`p.${name}`) ?? '')
    journey = (await world.store.journeysOf(named.get('referral') ?? ''))[0] ?? ''
  })
  afterAll(() => endWell(world))

  const drafted = (owner: string) => ({ ...task(named, 'hub1', owner), status: 'draft' })
  const draft = async (owner: string) => `Task/${(await create(world.systems.hub, 'Task', drafted(owner)))['id']}`
  const move = (reference: string, status: string) => change(world.systems.hub, reference, (one) => ({ ...one, status }))
  /** Who is a party by the task, and all that was told of it. */
  async function entailed(reference: string) {
    const parties = (await world.store.parties(journey)).filter(({ source }) => source === reference)
    const told = (await world.store.outbox(10_000)).filter(({ resource }) => resource === reference)
    return {
      parties: parties.map(({ organization, until }) => (until === undefined ? organization : `${organization} no longer`)),
      told: told.map(({ organization, event }) => `${organization} ${event}`),
    }
  }
  const nothing = { parties: [], told: [] }

  it('is hidden from its owner until it is requested, which assigns it like any other', async () => {
    const { community, hub } = world.systems
    const reference = await draft('community1')
    await change(hub, reference, (one) => ({ ...one, note: [{ text: 'not yet' }] }))
    expect(await entailed(reference)).toEqual(nothing)
    await hidden(community, reference)
    expect(resources(await read(community, 'Task?owner=Organization/community1'))).toEqual([])
    await hidden(community, named.get('referral') ?? '')
    await move(reference, 'requested')
    expect(await entailed(reference)).toEqual({ parties: ['community1'], told: ['community1 task-assigned'] })
    expect(resources(await read(community, 'Task?owner=Organization/community1')).map(({ id }) => `Task/${id}`)).toEqual([
      reference,
    ])
    await read(community, named.get('referral') ?? '')
    await change(community, reference, (one) => ({ ...one, status: 'received' }))
    expect((await entailed(reference)).told).toEqual(['community1 task-assigned', 'hub1 task-changed'])
  })

  it('keeps its words from its owner for good, who reads what was requested and since', async () => {
    const { community, hub } = world.systems
    const reference = await draft('community1')
    const words = 'we doubt them, see the concern about their carer'
    await change(hub, reference, (one) => ({ ...one, description: words }))
    await change(hub, reference, (one) => ({ ...one, description: 'Please assess', status: 'requested' }))
    await change(community, reference, (one) => ({ ...one, status: 'received' }))
    for (const version of [1, 2]) await hidden(community, `${reference}/_history/${version}`)
    for (const way of [`${reference}/_history`, 'Task/_history?_total=accurate', '_history?_count=200']) {
      const bundle = await read(community, way)
      expect(JSON.stringify(bundle), way).not.toContain(words)
      expect(
        resources(bundle)
          .filter(({ id }) => `Task/${id}` === reference)
          .map((one) => one['meta']?.['versionId']),
        way,
      ).toEqual(['4', '3'])
    }
    expect((await read(community, `${reference}/_history`))['total'] as unknown).toBe(2)
    expect((await read(hub, `${reference}/_history`))['total'] as unknown).toBe(4)
    expect((await read(hub, `${reference}/_history/2`))['description']).toBe(words)
  })

  it('that is never requested makes nobody a party and is told to nobody', async () => {
    for (const status of ['cancelled', 'entered-in-error']) {
      const reference = await draft('council1')
      await move(reference, status)
      expect(await entailed(reference)).toEqual(nothing)
      await hidden(world.systems.council, reference)
    }
  })

  it('names a known owner and its own maker', async () => {
    const { owner: _, ...ownerless } = drafted('council1')
    const { requester: __, ...nobodys } = drafted('council1')
    for (const [sent, id] of [
      [drafted('nowhere1'), 'reference-unknown'],
      [ownerless, 'owner-unknown'],
      [nobodys, 'not-the-caller'],
      [{ ...drafted('council1'), requester: { reference: 'Organization/trust1' } }, 'not-the-caller'],
    ] as const) {
      expect(faultOf(await world.systems.hub.ask('POST', '/fhir/R4/Task', sent))).toEqual([422, id])
    }
  })

  it('is checked as an assignment when it is requested, and stays a draft where it may not be one', async () => {
    const reference = await draft('trust2')
    const { json } = await world.systems.hub.ask('GET', `/fhir/R4/${reference}`)
    const requested = { ...(json as unknown as object), status: 'requested' }
    expect(faultOf(await world.systems.hub.ask('PUT', `/fhir/R4/${reference}`, requested))).toEqual([422, 'not-agreed'])
    expect((await read(world.systems.hub, reference))['status']).toBe('draft')
    expect(await entailed(reference)).toEqual(nothing)
    await hidden(world.systems.otherTrust, reference)
  })

  it('is not its owner’s to change, though as a party for another reason it may see it', async () => {
    const { community, hub } = world.systems
    await create(hub, 'Task', task(named, 'hub1', 'community1'))
    const reference = await draft('community1')
    const seen = await read(community, reference)
    const noted = { ...(seen as unknown as object), note: [{ text: 'mine already' }] }
    expect(faultOf(await community.ask('PUT', `/fhir/R4/${reference}`, noted))).toEqual([403, 'not-yours-to-change'])
    expect(await entailed(reference)).toEqual(nothing)
    expect(world.errors).toEqual([])
  })
})

const faultOf = ({ status, json }: Answered): readonly unknown[] => [
  status,
  json['issue']?.[0]?.['details']?.['coding']?.[0]?.['code'],
]

// Whoever is not a party sees nothing, learns nothing and changes nothing, whatever it names in what it sends.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nhsNumber } from '../../profiles/canonical.ts'
import { assignTo, receiveAndAccept } from '../../gateway/demo/acts.ts'
import { messageHeaders, referralMessage } from '../../gateway/demo/bert.ts'
import { change, create } from '../../gateway/demo/stage.ts'
import type { Wire } from '../../gateway/demo/wire.ts'
import { resourceTypes } from '../../gateway/types.ts'
import { person } from './people.ts'
import { admit, assignByCouncil, plan, refer, task } from './scene.ts'
import { seenBy } from './sight.ts'
import { asGateway, databases, endWell, startWorld, stored, type World } from './world.ts'

type Named = ReadonlyMap<string, string>
interface Attempt {
  readonly title: string
  readonly method: 'POST' | 'PUT'
  readonly path: (named: Named) => string
  readonly body: (named: Named, me: string) => object
}

const organizations = { otherCouncil: 'council2', otherProvider: 'provider2', otherTrust: 'trust2', otherHub: 'hub2' } as const
type Stranger = keyof typeof organizations
const to = (reference: string | undefined) => ({ reference })
const organization = (id: string) => ({ reference: `Organization/${id}` })
const on = (type: string) => () => type

/** What somebody could send who knows every id, and would like to be let in. */
const attempts: readonly Attempt[] = [
  {
    title: 'a task about the referral, owned by itself',
    method: 'POST',
    path: on('Task'),
    body: (named, me) => task(named, me, me),
  },
  { title: 'a task in the name of the hub', method: 'POST', path: on('Task'), body: (named, me) => task(named, 'hub1', me) },
  {
    title: 'a task based on the referral, part of the hub’s task',
    method: 'POST',
    path: on('Task'),
    body: (named, me) => ({
      ...{ resourceType: 'Task', status: 'requested', intent: 'order', partOf: [to(named.get('hub task'))] },
      ...{ basedOn: [to(named.get('referral'))], requester: organization(me), owner: organization(me) },
    }),
  },
  {
    title: 'a referral of the person to itself',
    method: 'POST',
    path: on('ServiceRequest'),
    body: (named, me) => referral(named.get('patient'), me, { performer: [organization(me)] }),
  },
  {
    title: 'a referral of the person and the stay to the hub',
    method: 'POST',
    path: on('ServiceRequest'),
    body: (named, me) => referral(named.get('patient'), me, { encounter: to(named.get('spell')) }),
  },
  {
    title: 'a draft of a referral on the stay',
    method: 'POST',
    path: on('ServiceRequest'),
    body: (named, me) => referral(named.get('patient'), me, { status: 'draft', encounter: to(named.get('spell')) }),
  },
  {
    title: 'a referral that names a version of the stay',
    method: 'POST',
    path: on('ServiceRequest'),
    body: (named, me) => referral(named.get('patient'), me, { encounter: to(`${named.get('spell')}/_history/1`) }),
  },
  {
    title: 'a plan for the person',
    method: 'POST',
    path: on('CarePlan'),
    body: (named) => ({
      ...{ resourceType: 'CarePlan', status: 'active', intent: 'plan', subject: to(named.get('patient')) },
      supportingInfo: [to(named.get('referral'))],
    }),
  },
  {
    title: 'an observation on the stay',
    method: 'POST',
    path: on('Observation'),
    body: (named) => ({
      ...{ resourceType: 'Observation', status: 'final', code: { text: 'seen' } },
      ...{ subject: to(named.get('patient')), encounter: to(named.get('spell')) },
    }),
  },
  {
    title: 'a contact based on the referral',
    method: 'POST',
    path: on('Encounter'),
    body: (named) => ({
      ...{ resourceType: 'Encounter', status: 'planned', basedOn: [to(named.get('referral'))] },
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'HH' },
    }),
  },
  {
    title: 'a document related to the episode',
    method: 'POST',
    path: on('DocumentReference'),
    body: (named) => ({
      ...{ resourceType: 'DocumentReference', status: 'current', context: { related: [to(named.get('episode'))] } },
      content: [{ attachment: { contentType: 'application/pdf', title: 'a letter' } }],
    }),
  },
  {
    title: 'a Binary in the security context of the stay',
    method: 'POST',
    path: on('Binary'),
    body: (named) => ({
      resourceType: 'Binary',
      contentType: 'text/plain',
      data: 'eA==',
      securityContext: to(named.get('spell')),
    }),
  },
  {
    title: 'the hub’s task, taken over',
    method: 'PUT',
    path: (named) => named.get('hub task') ?? '',
    body: (named, me) => ({ ...task(named, 'trust1', me), id: named.get('hub task')?.split('/')[1], status: 'accepted' }),
  },
  {
    title: 'the person, with another address',
    method: 'PUT',
    path: (named) => named.get('patient') ?? '',
    body: (named) => ({ resourceType: 'Patient', id: named.get('patient')?.split('/')[1], birthDate: '1941-11-05' }),
  },
  {
    title: 'the referral, withdrawn',
    method: 'PUT',
    path: (named) => named.get('referral') ?? '',
    body: (named) => ({
      ...referral(named.get('patient'), 'trust1', { status: 'revoked' }),
      id: named.get('referral')?.split('/')[1],
    }),
  },
  {
    title: 'a transaction that changes the plan and adds a goal to it',
    method: 'POST',
    path: on(''),
    body: (named) => {
      const carePlan = { resourceType: 'CarePlan', status: 'revoked', intent: 'plan', subject: to(named.get('patient')) }
      const goal = {
        resourceType: 'Goal',
        lifecycleStatus: 'active',
        description: { text: 'x' },
        subject: to(named.get('patient')),
      }
      return {
        resourceType: 'Bundle',
        type: 'transaction',
        entry: [
          { resource: { ...carePlan, id: named.get('plan')?.split('/')[1] }, request: { method: 'PUT', url: named.get('plan') } },
          { resource: { ...goal, addresses: [to(named.get('referral'))] }, request: { method: 'POST', url: 'Goal' } },
        ],
      }
    },
  },
]

const referral = (patient: string | undefined, requester: string, more: object) => ({
  ...{ resourceType: 'ServiceRequest', status: 'active', intent: 'order', subject: to(patient) },
  requester: organization(requester),
  performer: [organization('hub1')],
  ...more,
})

describe.each(databases)('a stranger on $name', (database) => {
  let world: World
  const [who, named] = [person(11), new Map<string, string>()]
  let invented: Named = new Map()
  beforeAll(async () => {
    world = await startWorld(database)
    await admit(world, who, named)
    await refer(world, who, named)
    named.set('community task', await assignTo(world.stage, 'p', 'community', 'assess-and-plan'))
    named.set('council task', await assignTo(world.stage, 'p', 'council', 'arrange-care'))
    await receiveAndAccept(world.stage, 'community', named.get('community task') ?? '')
    await plan(world, named)
    // An update may create under a UUID that is free; whoever has to guess learns nothing by it.
    invented = new Map([...named].map(([name, reference]) => [name, `${reference.split('/')[0]}/never-${randomUUID()}`]))
  })
  afterAll(() => endWell(world))

  for (const [name, me] of Object.entries(organizations) as [Stranger, string][]) {
    it(`that is ${me} hears the same of what is hidden as of what never was, and opens nothing`, async () => {
      const before = await everything(world, named)
      const wire = world.systems[name]
      for (const { title, method, path, body } of attempts) {
        const [real, never] = await Promise.all(
          [named, invented].map((ids) => wire.ask(method, `/fhir/R4/${path(ids)}`.replace(/\/$/, ''), body(ids, me))),
        )
        expect(real?.status, `${title}: ${real?.text}`).toBeGreaterThanOrEqual(400)
        expect([400, 403, 404, 422], title).toContain(real?.status)
        expect([real?.status, real?.text], title).toEqual([never?.status, never?.text])
      }
      const own = name === 'otherTrust' ? ['patient2', 'spell2'] : []
      expect(await seenBy(wire, Object.fromEntries(named), who.nhsNumber)).toEqual(own)
      expect(await everything(world, named)).toEqual(before)
    })
  }

  it('that names the person by NHS number reaches only what it has of them itself', async () => {
    const before = await everything(world, named)
    const byNumber = { identifier: { system: nhsNumber, value: who.nhsNumber }, type: 'Patient' }
    const made = await create(world.systems.otherCouncil, 'CarePlan', {
      ...{ resourceType: 'CarePlan', status: 'active', intent: 'plan', title: 'ours' },
      subject: byNumber,
    })
    expect(made['subject']?.['reference']).toBeUndefined()
    const own = await create(world.systems.otherCouncil, 'Patient', {
      ...{ resourceType: 'Patient', birthDate: '1941-11-05' },
      identifier: [{ system: nhsNumber, value: who.nhsNumber }],
    })
    const again = await create(world.systems.otherCouncil, 'CarePlan', {
      ...{ resourceType: 'CarePlan', status: 'active', intent: 'plan', title: 'ours' },
      subject: byNumber,
    })
    expect(again['subject']?.['reference']).toBe(`Patient/${own['id']}`)
    expect(await seenBy(world.systems.otherCouncil, Object.fromEntries(named), who.nhsNumber)).toEqual([])
    const after = await everything(world, named)
    expect({ ...after, persons: [] }).toEqual({ ...before, persons: [] })
  })

  it('that sends a referral as a FHIR message is refused, because only an acute trust refers', async () => {
    const message = JSON.parse(JSON.stringify(referralMessage(who, 'x')).replaceAll('TRUST1', 'COUNCIL2')) as object
    const { status, text } = await world.systems.otherCouncil.ask('POST', '/fhir/R4/$process-message', message, messageHeaders())
    expect([status, text.includes('referrer-not-acute')]).toEqual([422, true])
  })

  it('that is assigned by someone without an agreement or without the role sees nothing', async () => {
    const { hub, council, community } = world.systems
    const ask = (wire: Wire, from: string, owner: string) => wire.ask('POST', '/fhir/R4/Task', task(named, from, owner))
    const refused = await Promise.all([
      ask(hub, 'hub1', 'provider1'),
      ask(council, 'council1', 'provider2'),
      ask(council, 'council1', 'council2'),
      ask(community, 'community1', 'council2'),
      ask(hub, 'hub1', 'nobody'),
    ])
    expect(refused.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422])
    for (const name of ['provider', 'otherProvider', 'otherCouncil'] as const)
      expect(await seenBy(world.systems[name], Object.fromEntries(named), who.nhsNumber), name).toEqual([])
  })

  it('that was brought in brings in nobody', async () => {
    const mine = await assignByCouncil(world, named)
    const { status, text } = await world.systems.provider.ask('POST', '/fhir/R4/Task', task(named, 'provider1', 'provider2'))
    expect([status, text.includes('reference-unknown')]).toEqual([422, true])
    await change(world.systems.council, mine, (one) => ({ ...one, status: 'cancelled' }))
  })

  it('that was a party once adds nothing to the journey by way of what it wrote there', async () => {
    const { community, hub, epr } = world.systems
    await change(hub, named.get('community task') ?? '', (one) => ({ ...one, status: 'cancelled' }))
    const goal = await community.ask('POST', '/fhir/R4/CarePlan', {
      ...{ resourceType: 'CarePlan', status: 'active', intent: 'plan', subject: { display: 'the same person' } },
      partOf: [to(named.get('plan'))],
    })
    expect([goal.status, goal.text.includes('not-a-party')]).toEqual([403, true])
    const plans = await epr.ask('GET', '/fhir/R4/CarePlan?_total=accurate')
    expect(plans.json['total'] as unknown).toBe(1)
  })

  it('and an error that nobody expected did not happen', () => {
    expect(world.errors).toEqual([])
  })
})

/** All that a stranger could have changed: versions, parties, journeys, persons, and how many there are of each type. */
async function everything({ store }: World, named: Named) {
  const references = [...named.values()]
  const versions = await Promise.all(
    references.map(async (reference) => {
      const [type = '', id = ''] = reference.split('/')
      return (await store.history(asGateway, { type, id }, { count: 1000, total: false })).versions.map(({ text }) => text)
    }),
  )
  const own: readonly string[] = ['CarePlan', 'Patient', 'Person', 'Communication']
  const counts = await Promise.all(
    Object.keys(resourceTypes).map(async (type) => [type, own.includes(type) ? 0 : (await stored(store, type)).length] as const),
  )
  return {
    versions,
    counts,
    journeys: await Promise.all(references.map((reference) => store.journeysOf(reference))),
    parties: await store.parties((named.get('episode') ?? '').replace('EpisodeOfCare/', '')),
    persons: await stored(store, 'Person'),
  }
}

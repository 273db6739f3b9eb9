// What remains visible when work, a referral or an emergency ends, line by line of the table in docs/access.md.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignTo, receiveAndAccept, setStatus } from '../../gateway/demo/acts.ts'
import { change, hidden, read } from '../../gateway/demo/stage.ts'
import { ends } from './ends.ts'
import { person } from './people.ts'
import { admit, assignByCouncil, castAs, plan, refer, referred, taskAccepted } from './scene.ts'
import { searchAll, seenBy } from './sight.ts'
import { databases, endWell, startWorld, type Name, type World } from './world.ts'

describe.each(databases)('on $name, when', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(() => endWell(world))

  type Acts = (of: (name: string) => string, named: ReadonlyMap<string, string>) => Promise<unknown>
  const status =
    (name: Name, what: string, to: string): Acts =>
    async (of) =>
      change(world.systems[name], of(what), (one) => ({ ...one, status: to }))
  /** In order. */
  const by =
    (...acts: readonly Acts[]): Acts =>
    async (of, named) => {
      for (const act of acts) await act(of, named)
    }
  const accepted = by(status('provider', 'provider task', 'accepted'), status('provider', 'provider task', 'in-progress'))
  const acts: Readonly<Record<string, Acts>> = {
    'its task is rejected': status('provider', 'provider task', 'rejected'),
    'its task is cancelled': status('council', 'provider task', 'cancelled'),
    'its task was entered in error': status('council', 'provider task', 'entered-in-error'),
    'its task is completed': by(accepted, status('provider', 'provider task', 'completed')),
    'its task has failed': by(accepted, status('provider', 'provider task', 'failed')),
    'one of its two tasks is cancelled': async (_, named) => {
      const second = await assignByCouncil(world, named)
      await change(world.systems.council, second, (one) => ({ ...one, status: 'cancelled' }))
    },
    'the referral is completed': status('epr', 'referral', 'completed'),
    'the referral is withdrawn': status('epr', 'referral', 'revoked'),
    'the referral was entered in error': status('epr', 'referral', 'entered-in-error'),
    'the hub rejects the referral': async () => setStatus(world.stage, 'hub', world.stage.known.get('p.task') ?? '', 'rejected'),
  }

  it.each(ends.map((end, i) => ({ ...end, n: 860 + i })))('$when: $who keeps $keeps', async ({ when, sees, n }) => {
    const [who, named] = [person(n), new Map<string, string>()]
    await admit(world, who, named)
    await refer(world, who, named)
    for (const name of ['patient2', 'spell2']) named.delete(name)
    castAs(world, 'p', named)
    const isHub = when.startsWith('the hub')
    if (!isHub) {
      await taskAccepted(world, 'community', 'assess-and-plan')
      await receiveAndAccept(world.stage, 'council', await assignTo(world.stage, 'p', 'council', 'arrange-care'))
      named.set('provider task', await assignByCouncil(world, named))
      await plan(world, named)
    }
    const wire = world.systems[isHub ? 'hub' : 'provider']
    const all = Object.fromEntries(named)
    const before = await seenBy(wire, all, who.nhsNumber)
    expect(before).toContain('patient')
    await acts[when]?.((name) => named.get(name) ?? '', named)
    expect(await seenBy(wire, all, who.nhsNumber)).toEqual(sees === 'all' ? before : sees)
  })

  it('its task is cancelled: who changed a shared plan meanwhile neither reads nor changes it any more', async () => {
    const { named } = await referred(world, 880)
    await taskAccepted(world, 'community', 'assess-and-plan')
    const task = await taskAccepted(world, 'council', 'arrange-care')
    await plan(world, named)
    const { community, council, hub } = world.systems
    const shared = named.get('plan') ?? ''
    await change(council, shared, (one) => ({ ...one, title: 'Arranged by the council' }))
    await change(hub, task, (one) => ({ ...one, status: 'cancelled' }))
    await change(community, shared, (one) => ({ ...one, title: 'The key is with the neighbour' }))
    for (const way of ['', '/_history', '/_history/2', '/_history/3']) await hidden(council, `${shared}${way}`)
    const asPatch = { 'content-type': 'application/json-patch+json' }
    const patch = '[{"op":"replace","path":"/title","value":"still here"}]'
    expect((await council.ask('PATCH', `/fhir/R4/${shared}`, patch, asPatch)).status).toBe(404)
    expect((await read(community, shared))['title']).toBe('The key is with the neighbour')
  })

  it.each([
    ['a shared plan', 'plan', (one: object) => ({ ...one, status: 'entered-in-error' })],
    ['its task', 'task', (one: object) => ({ ...one, status: 'entered-in-error' })],
  ])('%s was entered in error, who had changed it sees it no more', async (_, what, retracted) => {
    const { named } = await referred(world, what === 'plan' ? 881 : 882)
    await taskAccepted(world, 'community', 'assess-and-plan')
    named.set('task', await assignTo(world.stage, 'p', 'council', 'arrange-care'))
    await setStatus(world.stage, 'council', named.get('task') ?? '', 'received')
    await plan(world, named)
    const { community, council, hub } = world.systems
    await change(council, named.get('plan') ?? '', (one) => ({ ...one, language: 'en' }))
    const reference = named.get(what) ?? ''
    await change(what === 'plan' ? community : hub, reference, retracted)
    for (const way of ['', '/_history', '/_history/2', '/_history/3']) await hidden(council, `${reference}${way}`)
    expect(await searchAll(council, `${reference.split('/')[0]}?_id=${reference.split('/')[1]}`)).toEqual([])
    await read(what === 'plan' ? community : hub, reference)
  })

  it('that is played here is in the table, and the other way about', () => {
    expect(Object.keys(acts)).toEqual(ends.map(({ when }) => when))
  })
})

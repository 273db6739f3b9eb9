// What was entered in error: gone for all but those who wrote it and named reviewers, and everybody who could read it is told.

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { loadRegistry } from '../../gateway/auth/registry.ts'
import { assignTo } from '../../gateway/demo/acts.ts'
import { keyFor } from '../../gateway/demo/cast.ts'
import { create, hidden, read, resources } from '../../gateway/demo/stage.ts'
import { wireFor, type Wire } from '../../gateway/demo/wire.ts'
import { person } from './people.ts'
import { admit, assignByCouncil, castAs, plan, refer, task } from './scene.ts'
import { databases, endWell, startWorld, type Name, type World } from './world.ts'

describe.each(databases)('what was entered in error, on $name', (database) => {
  let world: World
  let reviewer: Wire
  beforeAll(async () => {
    world = await startWorld(database)
    const system = { clientId: 'reviewer1-desk', organization: 'reviewer1', ...keyFor('reviewer1-desk') }
    await loadRegistry(world.store, {
      organizations: [{ id: 'reviewer1', name: 'Example Records Review', kind: 'council', reviews: true }],
      clients: [
        {
          ...{ client_id: 'reviewer1-desk', name: 'Desk', organization: 'reviewer1', profile: 'smart' },
          ...{ scopes: 'system/*.cruds', jwks: { keys: [system.jwk] } },
        },
      ],
    })
    reviewer = wireFor(system, world.url)
    await vi.waitFor(() => reviewer.token(), { timeout: 5000, interval: 200 })
  })
  afterAll(async () => {
    await endWell(world)
  })

  const referred = async (n: number) => {
    const [who, named] = [person(n), new Map<string, string>()]
    await admit(world, who, named)
    await refer(world, who, named)
    castAs(world, `r${n}`, named)
    return { named, of: (name: string) => named.get(name) ?? '' }
  }
  const change = async (who: Name, reference: string, more: object) => {
    const before = (await world.systems[who].ask('GET', `/fhir/R4/${reference}`)).json as object
    const answer = await world.systems[who].ask('PUT', `/fhir/R4/${reference}`, { ...before, ...more })
    expect(answer.status, answer.text.slice(0, 600)).toBe(200)
  }
  const retractAs = (who: Name, reference: string) => change(who, reference, { status: 'entered-in-error' })
  /** The notices of an organisation that say so of a resource. */
  const told = async (who: Name, reference: string, notice = 'entry-retracted') => {
    const found = resources(await read(world.systems[who], 'Communication?_count=200'))
    return found.filter(
      (one) => JSON.stringify(one['category']).includes(`"${notice}"`) && JSON.stringify(one['about']).includes(reference),
    )
  }
  /** Reads, versions, history and searches alike. */
  const gone = async (wire: Wire, reference: string) => {
    const [type = '', id = ''] = reference.split('/')
    await hidden(wire, reference)
    for (const path of [`${reference}/_history/1`, `${reference}/_history`])
      expect([path, (await wire.ask('GET', `/fhir/R4/${path}`)).status]).toEqual([path, 404])
    expect(resources(await read(wire, `${type}?_id=${id}`))).toEqual([])
  }

  it('a plan is gone for the others, every version of it, and they are told once, without a word of it', async () => {
    const { named, of } = await referred(610)
    await assignTo(world.stage, 'r610', 'community', 'assess-and-plan')
    await plan(world, named)
    const { hub, community, provider } = world.systems
    await read(hub, of('plan'))
    await retractAs('community', of('plan'))
    await gone(hub, of('plan'))
    await read(community, of('plan'))
    await read(community, `${of('plan')}/_history/1`)
    const [notice, ...more] = await told('hub', of('plan'))
    expect(more).toEqual([])
    expect(JSON.stringify(notice)).not.toContain('Reablement')
    expect(await told('epr', of('plan'))).toHaveLength(1)
    expect(await told('community', of('plan'))).toEqual([])
    expect(resources(await read(provider, 'Communication?_count=200'))).toEqual([])
    expect((await reviewer.ask('GET', `/fhir/R4/${of('plan')}/_history/1`)).text).toContain('Reablement')
    expect((await reviewer.ask('GET', `/fhir/R4/${of('referral')}`)).status).toBe(404)
    // To review is to read: a council may change a plan that it is a party to, but not what it only reviews.
    const { json: reviewed } = await reviewer.ask('GET', `/fhir/R4/${of('plan')}`)
    const changed = Object.assign({}, reviewed, { title: 'Changed by a reviewer' })
    expect((await reviewer.ask('PUT', `/fhir/R4/${of('plan')}`, changed)).status).toBe(404)
    await change('community', of('plan'), { title: 'Still in error' })
    expect(await told('hub', of('plan'))).toHaveLength(1)
  })

  it('a goal, whose state is in another element, is gone too', async () => {
    const { named, of } = await referred(611)
    await assignTo(world.stage, 'r611', 'community', 'assess-and-plan')
    await plan(world, named)
    await change('community', of('goal'), { lifecycleStatus: 'entered-in-error' })
    await gone(world.systems.hub, of('goal'))
  })

  it('a referral ends with its journey: its tasks are cancelled and stay readable, the person is closed, the parties are told', async () => {
    const { of } = await referred(612)
    const assigned = `Task/${(await assignTo(world.stage, 'r612', 'council', 'assess-and-plan')).replace('Task/', '')}`
    const { hub, council, epr } = world.systems
    await retractAs('epr', of('referral'))
    for (const wire of [hub, council]) {
      await gone(wire, of('referral'))
      await gone(wire, of('episode'))
      await hidden(wire, of('patient'))
      await hidden(wire, of('spell'))
    }
    expect((await read(hub, of('hub task')))['status']).toBe('cancelled')
    expect((await read(council, assigned))['status']).toBe('cancelled')
    expect(await told('hub', of('referral'), 'referral-withdrawn')).toHaveLength(1)
    expect(await told('council', of('referral'), 'referral-withdrawn')).toHaveLength(1)
    expect((await read(epr, of('referral')))['status']).toBe('entered-in-error')
    const deletion = await epr.ask('DELETE', `/fhir/R4/${of('referral')}`)
    expect(deletion.status).toBe(409)
  })

  it('a task is gone for whom it was assigned to, who loses the journey and is told', async () => {
    const { of } = await referred(613)
    const { hub, council } = world.systems
    const made = await create(
      hub,
      'Task',
      task(
        new Map([
          ['referral', of('referral')],
          ['patient', of('patient')],
        ]),
        'hub1',
        'council1',
      ),
    )
    const reference = `Task/${made['id']}`
    await read(council, reference)
    await read(council, of('patient'))
    await retractAs('hub', reference)
    await gone(council, reference)
    await hidden(council, of('patient'))
    expect(await told('council', reference)).toHaveLength(1)
    expect(await told('hub', reference)).toEqual([])
    await read(hub, `${reference}/_history/1`)
  })

  it('a task that another answered is gone for it too, which is told; what it assigned itself stays', async () => {
    const { named } = await referred(614)
    const reference = `Task/${(await assignTo(world.stage, 'r614', 'council', 'assess-and-plan')).replace('Task/', '')}`
    await change('council', reference, { status: 'accepted' })
    const below = await assignByCouncil(world, named)
    await retractAs('hub', reference)
    await gone(world.systems.council, reference)
    expect(await told('council', reference)).toHaveLength(1)
    expect((await read(world.systems.provider, below))['status']).toBe('requested')
  })

  it('a letter takes its file with it', async () => {
    const { of } = await referred(615)
    const { hub, epr } = world.systems
    await read(hub, of('pdf'))
    await retractAs('epr', of('letter'))
    await gone(hub, of('letter'))
    await hidden(hub, of('pdf'))
    await read(epr, of('pdf'))
    expect(await told('hub', of('letter'))).toHaveLength(1)
  })

  it('nothing of a journey is deleted that another was given, and a draft is', async () => {
    const { named, of } = await referred(616)
    await assignTo(world.stage, 'r616', 'community', 'assess-and-plan')
    await plan(world, named)
    const answers: readonly (readonly [Name, string, number])[] = [
      ['epr', of('referral'), 409],
      ['epr', of('patient'), 409],
      ['epr', of('spell'), 409],
      ['epr', of('letter'), 409],
      ['epr', of('pdf'), 409],
      ['hub', of('hub task'), 403],
      ['community', of('plan'), 409],
      ['hub', of('plan'), 403],
      ['epr', of('episode'), 405],
    ]
    for (const [who, reference, status] of answers) {
      const answer = await world.systems[who].ask('DELETE', `/fhir/R4/${reference}`)
      expect([who, reference, answer.status, answer.text], answer.text).toEqual([who, reference, status, answer.text])
    }
    const draft = { resourceType: 'ServiceRequest', status: 'draft', intent: 'plan', subject: { reference: of('patient') } }
    const { id } = await create(world.systems.epr, 'ServiceRequest', draft)
    expect((await world.systems.epr.ask('DELETE', `/fhir/R4/ServiceRequest/${id}`)).status).toBe(204)
  })
})

// Who may move a task where, over HTTP: every change of status by each side, what never changes, and writers that race.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeSystem } from '../../profiles/canonical.ts'
import { takeReferral } from '../../gateway/demo/acts.ts'
import { create, read } from '../../gateway/demo/stage.ts'
import type { Answered, Wire } from '../../gateway/demo/wire.ts'
import { form, person } from './people.ts'
import { task } from './scene.ts'
import { databases, endWell, startWorld, type World } from './world.ts'

const states = [
  ...['draft', 'requested', 'received', 'accepted', 'ready', 'in-progress', 'on-hold'],
  ...['completed', 'rejected', 'cancelled', 'failed', 'entered-in-error'],
] as const

/** What is right, written down a second time: the gateway's own table is not asked. */
const mayGo: Readonly<Record<'owner' | 'requester', Readonly<Record<string, readonly string[]>>>> = {
  owner: {
    requested: ['received', 'accepted', 'rejected'],
    received: ['accepted', 'rejected'],
    accepted: ['in-progress', 'on-hold', 'completed', 'failed'],
    'in-progress': ['on-hold', 'completed', 'failed'],
    'on-hold': ['in-progress', 'failed'],
  },
  requester: {
    draft: ['requested', 'cancelled', 'entered-in-error'],
    ...Object.fromEntries(
      ['requested', 'received', 'accepted', 'in-progress', 'on-hold'].map((from) => [from, ['cancelled', 'entered-in-error']]),
    ),
    ...Object.fromEntries(['completed', 'failed', 'rejected', 'cancelled'].map((from) => [from, ['entered-in-error']])),
  },
}

/** How a task gets into each state: who moves it, and where. */
const ways: Readonly<Record<string, readonly (readonly ['owner' | 'requester', string])[]>> = {
  draft: [],
  requested: [],
  received: [['owner', 'received']],
  accepted: [['owner', 'accepted']],
  'in-progress': [
    ['owner', 'accepted'],
    ['owner', 'in-progress'],
  ],
  'on-hold': [
    ['owner', 'accepted'],
    ['owner', 'on-hold'],
  ],
  completed: [
    ['owner', 'accepted'],
    ['owner', 'completed'],
  ],
  failed: [
    ['owner', 'accepted'],
    ['owner', 'failed'],
  ],
  rejected: [['owner', 'rejected']],
  cancelled: [['requester', 'cancelled']],
  'entered-in-error': [['requester', 'entered-in-error']],
}

describe.each(databases)('a task on $name', (database) => {
  let world: World
  const named = new Map<string, string>()
  beforeAll(async () => {
    world = await startWorld(database)
    await world.mllp(form(person(51)))
    await takeReferral(world.stage, 'p')
    for (const name of ['patient', 'referral', 'task']) named.set(name, world.stage.known.get(`p.${name}`) ?? '')
  })
  afterAll(() => endWell(world))

  const sides = () => ({ requester: world.systems.hub, owner: world.systems.community })
  const assigned = async (status = 'requested') => {
    const made = await create(world.systems.hub, 'Task', { ...task(named, 'hub1', 'community1'), status })
    return `Task/${made['id']}`
  }
  async function taskIn(state: string): Promise<string> {
    const reference = await assigned(state === 'draft' ? 'draft' : 'requested')
    for (const [side, to] of ways[state] ?? []) expect((await put(sides()[side], reference, { status: to })).status).toBe(200)
    return reference
  }

  it.each(Object.keys(ways))('goes from %s where its owner and its requester may send it, and nowhere else', async (from) => {
    // A draft is not its owner's yet (draft.test.ts), and what was entered in error not any more (retraction.test.ts).
    for (const side of ['draft', 'entered-in-error'].includes(from)
      ? (['requester'] as const)
      : (['owner', 'requester'] as const)) {
      const allowed = mayGo[side][from] ?? []
      const reference = await taskIn(from)
      for (const to of states.filter((state) => state !== from && !allowed.includes(state))) {
        const { status, json } = await put(sides()[side], reference, { status: to })
        expect([status, json['issue']?.[0]?.['expression']?.[0]], `${side}: ${from} to ${to}`).toEqual([409, 'Task.status'])
        const words = json['issue']?.[0]?.['details']?.['text'] as unknown as string
        expect(words.split('allowed: ')[1]).toBe(allowed.join(', ') || 'none')
      }
      expect((await read(sides()[side], reference))['status']).toBe(from)
      for (const to of allowed) {
        const { status, json } = await put(sides()[side], await taskIn(from), { status: to })
        expect([status, json['status'] as unknown], `${side}: ${from} to ${to}`).toEqual([200, to])
      }
    }
  })

  it('begins as a draft or a request', async () => {
    for (const status of states.filter((state) => state !== 'draft' && state !== 'requested')) {
      const { status: answered } = await world.systems.hub.ask('POST', '/fhir/R4/Task', {
        ...task(named, 'hub1', 'community1'),
        status,
      })
      expect([status, answered]).toEqual([status, 422])
    }
  })

  it('is moved by its two sides alone, though others see it', async () => {
    const reference = await assigned()
    for (const status of ['received', 'accepted', 'cancelled', 'requested']) {
      const { status: answered } = await put(world.systems.epr, reference, { status, note: [{ text: 'x' }] })
      expect(answered).toBe(403)
    }
  })

  it('never changes whom it is for, what it is about, and between whom', async () => {
    const reference = await assigned()
    const others: Readonly<Record<string, unknown>> = {
      focus: { reference: named.get('task') },
      for: { reference: named.get('patient'), display: 'somebody' },
      requester: { reference: 'Organization/community1' },
      owner: { reference: 'Organization/council1' },
      basedOn: [{ reference: named.get('referral') }],
      partOf: [{ reference: named.get('task') }],
      intent: 'plan',
    }
    for (const [element, value] of Object.entries(others)) {
      for (const side of Object.values(sides())) {
        const { status, json } = await put(side, reference, { [element]: value })
        expect([element, status, json['issue']?.[0]?.['expression']?.[0]]).toEqual([element, 422, `Task.${element}`])
      }
    }
    const parties = await world.store.parties((await world.store.journeysOf(reference))[0] ?? '')
    expect(parties.filter(({ organization }) => organization === 'council1')).toEqual([])
  })

  it('takes the same element in another order of its keys for the same', async () => {
    const reference = await assigned()
    const { status } = await put(world.systems.community, reference, {
      focus: { type: undefined, reference: named.get('referral') },
      status: 'received',
    })
    expect(status).toBe(200)
  })

  it('bears a pathway that the hub alone decides, with a reason, one behind the other', async () => {
    const [hubTask, own] = [named.get('task') ?? '', await assigned()]
    const { hub, epr, community } = world.systems
    const [one, two] = [decision('1', 'Stairs managed.'), decision('2', 'Stairs not managed.')]
    const fault = async (wire: Wire, reference: string, output: unknown) => faultsOf(await put(wire, reference, { output }))
    expect(await fault(epr, hubTask, one)).toEqual([422, 'pathway-not-yours'])
    expect(await fault(community, own, one)).toEqual([422, 'pathway-not-yours'])
    expect(await fault(hub, hubTask, one.slice(0, 1))).toEqual([422, 'pathway-reason'])
    expect((await put(hub, hubTask, { output: one })).status).toBe(200)
    expect(await fault(hub, hubTask, two)).toEqual([422, 'decision-history'])
    expect(await fault(hub, hubTask, [...two, ...one])).toEqual([422, 'decision-history'])
    expect(await fault(hub, hubTask, undefined)).toEqual([422, 'decision-history'])
    expect(await fault(hub, hubTask, one.slice(0, 1))).toEqual([422, 'decision-history', 'pathway-reason'])
    expect(await fault(hub, hubTask, [one[0], decision('1', 'Another reason.')[1]])).toEqual([422, 'decision-history'])
    expect(await fault(epr, hubTask, one.slice(0, 1))).toEqual([422, 'decision-history', 'pathway-not-yours', 'pathway-reason'])
    expect(await fault(hub, hubTask, [...one, two[0]])).toEqual([422, 'pathway-reason'])
    expect((await put(hub, hubTask, { output: [...one, ...two] })).status).toBe(200)
    const outputs = (await read(epr, hubTask))['output'] as unknown
    expect(outputs).toEqual([...one, ...two])
  })

  it('refuses whoever is behind, and lets one of many at once through', async () => {
    const reference = await assigned()
    const { community } = world.systems
    const { headers } = await community.ask('GET', `/fhir/R4/${reference}`)
    const etag = headers.get('etag') ?? ''
    const racers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => put(community, reference, { status: 'received', note: [{ text: `${i}` }] }, etag)),
    )
    expect(racers.map(({ status }) => String(status)).toSorted()).toEqual(['200', ...Array.from({ length: 7 }, () => '412')])
    const late = await put(community, reference, { status: 'accepted' }, etag)
    expect([late.status, late.json['issue']?.[0]?.['details']?.['coding']?.[0]?.['code']]).toEqual([412, 'stale-version'])
    const between = await Promise.all([
      put(world.systems.community, reference, { status: 'accepted' }, 'W/"2"'),
      put(world.systems.hub, reference, { status: 'cancelled' }, 'W/"2"'),
    ])
    expect(between.map(({ status }) => String(status)).toSorted()).toEqual(['200', '412'])
    expect((await put(community, reference, {}, 'W/2')).status).toBe(400)
    expect(world.errors).toEqual([])
  })
})

/** Reads, replaces elements, and puts it back. */
async function put(
  wire: Wire,
  reference: string,
  elements: Readonly<Record<string, unknown>>,
  ifMatch?: string,
): Promise<Answered> {
  const { json } = await wire.ask('GET', `/fhir/R4/${reference}`)
  const changed = { ...(json as unknown as Record<string, unknown>), ...elements }
  return wire.ask('PUT', `/fhir/R4/${reference}`, changed, ifMatch === undefined ? {} : { 'if-match': ifMatch })
}

const output = (code: string, value: object) => ({ type: { coding: [{ system: codeSystem('task-output'), code }] }, ...value })
const decision = (pathway: string, reason: string) => [
  output('pathway', { valueCodeableConcept: { coding: [{ system: codeSystem('pathway'), code: pathway }] } }),
  output('pathway-reason', { valueString: reason }),
]

function faultsOf({ status, json }: Answered): readonly unknown[] {
  const issues = json['issue'] as unknown as { details?: { coding?: { code?: string }[] } }[] | undefined
  return [status, ...(issues ?? []).map(({ details }) => details?.coding?.[0]?.code ?? '').toSorted()]
}

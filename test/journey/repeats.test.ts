// A request that comes again under its X-Request-Id: it is done once, and its answer tells no more than a reading would now.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { structureDefinition } from '../../profiles/canonical.ts'
import { change, create, hidden, read } from '../../gateway/demo/stage.ts'
import type { Answered, Wire } from '../../gateway/demo/wire.ts'
import { plan, referred, taskAccepted } from './scene.ts'
import { databases, endWell, startWorld, type World } from './world.ts'

type Headers = Readonly<Record<string, string>>
interface Entry {
  readonly resource?: { readonly id?: string; readonly total?: number; readonly title?: string }
  readonly response: { readonly status: string; readonly location?: string; readonly etag?: string; readonly outcome?: object }
}

describe.each(databases)('a repeat on $name', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(() => endWell(world))

  /** A person whose plan community health wrote, with the council as a party by a task. */
  const planned = async (n: number) => {
    const { who, named, of } = await referred(world, n)
    await taskAccepted(world, 'community', 'assess-and-plan')
    const task = await taskAccepted(world, 'council', 'arrange-care')
    await plan(world, named)
    return { who, task, of, end: () => change(world.systems.hub, task, (one) => ({ ...one, status: 'cancelled' })) }
  }
  const bundle = (type: string, entry: readonly object[]) => ({ resourceType: 'Bundle', type, entry })
  const get = (url: string) => ({ request: { method: 'GET', url } })
  const entriesOf = ({ json }: Answered) => json['entry'] as unknown as readonly Entry[]
  /** The same request as often as it is asked for. */
  const again = (wire: Wire, method: string, path: string, body: unknown, more: Headers = {}) => {
    const headers = { 'x-request-id': randomUUID(), ...more }
    return (by: Wire = wire, other: Headers = {}) => by.ask(method, `/fhir/R4${path}`, body, { ...headers, ...other })
  }
  const title = '[{"op":"replace","path":"/title","value":"Arranged by the council"}]'
  const asPatch = { 'content-type': 'application/json-patch+json' }

  it('reads anew what a batch or a transaction reads, and with what may be seen now', async () => {
    const { of, end } = await planned(830)
    const { council } = world.systems
    const entries = [get(of('patient')), get(`CarePlan?subject=${of('patient')}&_total=accurate`), get('nowhere')]
    const batch = again(council, 'POST', '', bundle('batch', entries))
    const [first, second] = [entriesOf(await batch()), entriesOf(await batch())]
    expect(first.map(({ response }) => response.status)).toEqual(['200', '200', '404'])
    expect(first[1]?.resource?.total).toBe(1)
    expect(second.map(({ response }) => response.status)).toEqual(['200', '200', '404'])
    const transaction = again(council, 'POST', '', bundle('transaction', entries.slice(0, 2)))
    expect(entriesOf(await transaction())).toHaveLength(2)
    await end()
    await hidden(council, of('patient'))
    const third = entriesOf(await batch())
    expect(third.map(({ response }) => response.status)).toEqual(['404', '200', '404'])
    expect([third[0]?.resource, third[1]?.resource?.total]).toEqual([undefined, 0])
    const later = entriesOf(await transaction())
    expect([later[0]?.response.status, later[1]?.resource?.total]).toEqual(['404', 0])
  })

  it('of what breaking glass opened reads nothing without it', async () => {
    const { who, of } = await planned(831)
    const { otherCouncil } = world.systems
    const role = {
      resourceType: 'PractitionerRole',
      identifier: [{ system: 'https://fhir.nhs.uk/Id/sds-role-profile-id', value: '7' }],
    }
    const named = { 'NHSD-Requesting-Practitioner': Buffer.from(JSON.stringify(role)).toString('base64') }
    const parameter = [
      { name: 'nhsNumber', valueString: who.nhsNumber },
      { name: 'birthDate', valueDate: '1941-11-05' },
      { name: 'reason', valueString: 'Found collapsed at home' },
    ]
    const asked = { resourceType: 'Parameters', parameter }
    expect((await otherCouncil.ask('POST', '/fhir/R4/Patient/$break-glass', asked, named)).status).toBe(200)
    const batch = again(otherCouncil, 'POST', '', bundle('batch', [get(of('plan'))]))
    const mine = { ...named, 'X-Purpose-Of-Use': 'BTG' }
    expect(entriesOf(await batch(otherCouncil, mine))[0]?.resource?.title).toBe('Reablement at home')
    const without = entriesOf(await batch())[0]
    expect([without?.response.status, without?.resource]).toEqual(['404', undefined])
  })

  it('of a write has status and headers, and the resource only while it may be read', async () => {
    const { of, end } = await planned(832)
    const { council } = world.systems
    const patch = again(council, 'PATCH', `/${of('plan')}`, title, { ...asPatch, prefer: 'return=representation' })
    const [first, second] = [await patch(), await patch()]
    expect([first.status, second.status, second.text]).toEqual([200, 200, first.text])
    await end()
    await hidden(council, of('plan'))
    const third = await patch()
    expect([third.status, third.text, third.headers.get('etag')]).toEqual([200, '', first.headers.get('etag')])
    expect(third.headers.get('location')).toBe(first.headers.get('location'))
    for (const name of ['content-type', 'preference-applied']) expect([name, third.headers.get(name)]).toEqual([name, null])
    expect((await read(world.systems.community, of('plan')))['meta']?.['versionId']).toBe('2')
  })

  it('tells of a write nothing that is withheld since', async () => {
    const { of } = await planned(833)
    const { community, council } = world.systems
    const patch = again(council, 'PATCH', `/${of('plan')}`, title, asPatch)
    expect((await patch()).text).toContain('Arranged')
    const url = structureDefinition('withheld-from')
    await change(community, of('plan'), (one) => ({
      ...one,
      extension: [{ url, valueReference: { reference: 'Organization/council1' } }],
    }))
    const repeat = await patch()
    expect([repeat.status, repeat.text]).toEqual([200, ''])
  })

  it.each(['batch', 'transaction'])('of what a %s wrote has no resource that may not be read now', async (type) => {
    const { of, end } = await planned(type === 'batch' ? 834 : 835)
    const { council } = world.systems
    const goal = { resourceType: 'Goal', lifecycleStatus: 'active', description: { text: 'Own goal' } }
    const entries = [
      { resource: await read(council, of('plan')), request: { method: 'PUT', url: of('plan') } },
      {
        resource: { ...goal, subject: { reference: of('patient') }, addresses: [{ reference: of('referral') }] },
        request: { method: 'POST', url: 'Goal' },
      },
    ].map((one, i) => (i === 0 ? { ...one, resource: { ...(one.resource as object), title: 'Changed in a Bundle' } } : one))
    const send = again(council, 'POST', '', bundle(type, entries), { prefer: 'return=representation' })
    const told = (answer: Answered) =>
      entriesOf(answer).map(({ resource, response }) => [
        response.status,
        response.location,
        response.etag,
        resource !== undefined,
      ])
    const [first, second] = [await send(), await send()]
    expect(told(first).map(([status, , , isTold]) => [status, isTold])).toEqual([
      ['200', true],
      ['201', true],
    ])
    expect(told(second)).toEqual(told(first))
    await end()
    const third = await send()
    // What it wrote first itself it goes on reading.
    expect(told(third)).toEqual(told(first).map(([status, location, etag], i) => [status, location, etag, i === 1]))
    expect(third.text).not.toContain('Changed in a Bundle')
    expect(third.headers.get('preference-applied')).toBe('return=representation')
  })

  it('tells a token of other scopes no more than these let it read', async () => {
    const { of } = await planned(836)
    const { hub } = world.systems
    const flag = { resourceType: 'Flag', status: 'active', code: { text: 'Two to visit' }, subject: { reference: of('patient') } }
    const post = { resource: flag, request: { method: 'POST', url: 'Flag' } }
    const [few, readers] = [world.scoped('hub', 'system/Flag.c'), world.scoped('hub', 'system/Flag.cr')]
    const single = again(hub, 'POST', '/Flag', flag)
    const batch = again(hub, 'POST', '', bundle('batch', [get(of('patient')), post]), { prefer: 'return=representation' })
    expect([(await single()).status, entriesOf(await batch()).map(({ response }) => response.status)]).toEqual([
      201,
      ['200', '201'],
    ])
    const heard = async (wire: Wire) => {
      const [one, many] = [await single(wire), entriesOf(await batch(wire))]
      return [
        one.status,
        one.text !== '',
        ...many.map(({ resource, response }) => `${response.status} ${resource !== undefined}`),
      ]
    }
    expect(await heard(hub)).toEqual([201, true, '200 true', '201 true'])
    expect(await heard(readers)).toEqual([201, true, '403 false', '201 true'])
    expect(await heard(few)).toEqual([201, false, '403 false', '201 false'])
    expect(await create(hub, 'Flag', flag)).toBeDefined()
  })
})

// Who saw a person's record and why they might: by command for the operator, by operation for the Patient's source.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit as command } from '../../gateway/commands/audit.ts'
import { read } from '../../gateway/demo/stage.ts'
import type { Json } from '../../gateway/demo/wire.ts'
import { instantOf } from '../../gateway/store/clock.ts'
import { entriesOf, faultOf, linkOf, list } from '../fhir/operation-world.ts'
import { person } from '../journey/people.ts'
import { admit, refer } from '../journey/scene.ts'
import { databases, startWorld, type World } from '../journey/world.ts'

const who = person(31)

interface Told {
  readonly organization: string
  readonly client: string
  readonly action: string
  readonly outcome: string
  readonly purpose?: string
  readonly what: readonly { readonly resource: string; readonly grounds: readonly Readonly<Record<string, string>>[] }[]
}

describe.each(databases)("who saw a person's record, on $name", (database) => {
  const named = new Map<string, string>()
  let world: World
  const known = (name: string): string => named.get(name) ?? ''
  const id = (name: string): string => known(name).split('/')[1] ?? ''

  beforeAll(async () => {
    world = await startWorld(database)
    await admit(world, who, named)
    await refer(world, who, named)
    await read(world.systems.hub, known('patient'))
    await world.systems.council.ask('GET', `/fhir/R4/${known('patient')}`)
  })
  afterAll(() => world.close())

  const asked = async (...args: string[]) => {
    const lines: string[] = []
    const now = () => instantOf(Date.now() * 1000)
    const code = await command(args, world.store, now, (line) => lines.push(line))
    return { code, lines }
  }
  const told = async (subject: string): Promise<readonly Told[]> =>
    (await asked('person', subject, '--ndjson')).lines.map((line) => JSON.parse(line) as Told)

  it('is told with organisation, client, action, purpose and ground', async () => {
    const accesses = await told(who.nhsNumber)
    const byHub = accesses.filter(({ action, organization }) => organization === 'hub1' && action === 'GET /fhir/R4/Patient/:id')
    expect(byHub.length).toBeGreaterThan(0)
    expect(byHub[0]).toMatchObject({ client: 'hub1-board', outcome: 'success', purpose: 'direct-care' })
    const grounds = byHub[0]?.what.find(({ resource }) => resource === known('patient'))?.grounds
    expect(grounds).toMatchObject([{ why: 'party', role: 'hub', journey: known('episode') }])
    const writes = accesses.filter(({ action, organization }) => organization === 'trust1' && action === 'hl7v2')
    expect(writes.length).toBeGreaterThan(2)
    expect(writes.flatMap(({ what }) => what).every(({ grounds: [ground] }) => ground?.['why'] !== 'unknown')).toBe(true)
    // What reached somebody without their asking.
    expect(accesses.some(({ action, organization }) => action.startsWith('outbox ') && organization === 'hub1')).toBe(true)
    // Whoever saw nothing is not told as having seen.
    expect(accesses.some(({ organization, outcome }) => organization === 'council1' && outcome === 'success')).toBe(false)
    // By number both trusts' records of the person are gone through.
    expect(accesses.flatMap(({ what }) => what.map(({ resource }) => resource))).toContain(known('patient2'))
  })

  it('is told the same by Patient, spaces in the number or not, and in lines for people', async () => {
    const all = await told(who.nhsNumber)
    expect(await told(known('patient'))).toEqual(all)
    const { nhsNumber } = who
    expect(await told(`${nhsNumber.slice(0, 3)} ${nhsNumber.slice(3, 6)} ${nhsNumber.slice(6)}`)).toEqual(all)
    const { code, lines } = await asked('person', known('patient'))
    expect([code, lines.length]).toEqual([0, all.length])
    expect(lines.some((line) => new RegExp(`hub1\\thub1-board\\tGET .*${known('patient')} \\[party hub in `).test(line))).toBe(
      true,
    )
    expect(lines.join('\n')).not.toMatch(/TESTPATIENT|999\d{7}/)
  })

  it('marks an access for which no ground is known', async () => {
    const row = { id: `odd-${Date.now()}`, at: world.house.now(), client: 'x', organization: 'provider1', request: 'r' }
    await world.store.commit({ audit: [{ ...row, action: 'read', outcome: 'success', what: [known('patient')] }] })
    // A party only since later is no ground, and neither is one that ended before.
    const journey = id('episode')
    const party = { journey, organization: 'provider1', role: 'provider', source: 'Task/x' } as const
    const [longAgo, someday] = ['2020-01-01T00:00:00.000000Z', '2099-01-01T00:00:00.000000Z']
    await world.store.commit({
      parties: [
        { ...party, since: someday },
        { ...party, source: 'Task/y', since: longAgo, until: longAgo },
      ],
    })
    const [odd] = (await told(known('patient'))).filter(({ organization }) => organization === 'provider1')
    expect(odd?.what).toEqual([{ resource: known('patient'), grounds: [{ why: 'unknown' }] }])
  })

  it('is not told of nobody, nor for what is no number', async () => {
    expect((await asked('person', person(32).nhsNumber)).code).toBe(1)
    expect((await asked('person', 'Patient/none')).code).toBe(1)
    for (const args of [
      ['person', '123'],
      ['person'],
      ['person', 'Task/1'],
      ['list', '--since', 'x'],
      ['verify', 'more'],
      ['x'],
      ['list', '--no'],
    ])
      expect((await asked(...args)).code, args.join(' ')).toBe(2)
  })

  it('is listed row by row, by time and organisation', async () => {
    const { lines } = await asked('list', '--ndjson', '--organization', 'hub1')
    const events = lines.map((line) => JSON.parse(line) as Json)
    expect(events.length).toBeGreaterThan(0)
    expect(events.every((event) => event['resourceType'] === ('AuditEvent' as unknown))).toBe(true)
    expect((await asked('list', '--since', '2020', '--until', '2021')).lines).toEqual([])
    const all = (await asked('list')).lines
    expect(all.length).toBeGreaterThan(events.length)
    const times = all.map((line) => line.slice(0, line.indexOf('\t')))
    expect(times).toEqual(times.toSorted())
    const [since = ''] = all[5]?.split('\t') ?? []
    expect((await asked('list', '--since', since)).lines).toEqual(all.slice(all.findIndex((line) => line.startsWith(since))))
  })

  it('is told to the source of the Patient as AuditEvents, page by page', async () => {
    const { epr } = world.systems
    const whole = await epr.ask('GET', `/fhir/R4/Patient/${id('patient')}/$access-log`)
    expect(whole.status).toBe(200)
    const events = list(whole.json['entry']).map((entry) => entry['resource'] as Json)
    const byHub = events.filter((event) => JSON.stringify(event['agent']).includes('Organization/hub1'))
    expect(JSON.stringify(byHub)).toContain('"valueString":"party as hub by ServiceRequest/')
    const paged: string[] = []
    for (let next: string | undefined = `/fhir/R4/Patient/${id('patient')}/$access-log?_count=5`; next !== undefined;) {
      const page: { json: Json; status: number } = await epr.ask('GET', next)
      expect(page.status).toBe(200)
      expect(entriesOf(page.json).length).toBeLessThanOrEqual(5)
      paged.push(...entriesOf(page.json))
      next = linkOf(page.json, 'next')?.replace(world.url, '')
    }
    // Reading the log is an access itself.
    expect(paged.slice(-entriesOf(whole.json).length)).toEqual(entriesOf(whole.json))
    expect(new Set(paged).size).toBe(paged.length)
  })

  it('names nothing in the operation that the asker may not see', async () => {
    const { epr } = world.systems
    const index = [{ key: 'Observation.subject', value: known('patient'), other: '' }]
    const text = JSON.stringify({ resourceType: 'Observation', id: 'unseen', subject: { reference: known('patient') } })
    const write = { type: 'Observation', id: 'unseen', base: 0, text, author: 'hub1', kind: 'restricted', index } as const
    const row = { id: `unseen-${Date.now()}`, at: world.house.now(), client: 'x', organization: 'hub1', request: 'r' }
    const audit = [{ ...row, action: 'read', outcome: 'success', what: ['Observation/unseen', known('patient')] } as const]
    expect(await world.store.commit({ writes: [write], audit })).toMatchObject({ ok: true })
    expect(JSON.stringify(await told(known('patient')))).toContain('Observation/unseen')
    const { json } = await epr.ask('GET', `/fhir/R4/Patient/${id('patient')}/$access-log`)
    const references = [...JSON.stringify(json).matchAll(/"reference":"(?!Organization\/)([A-Za-z]+\/[^"]+)"/g)].map(
      ([, one = '']) => one,
    )
    expect(new Set(references).size).toBeGreaterThan(3)
    expect(references).not.toContain(known('patient2'))
    expect(references).not.toContain('Observation/unseen')
    for (const reference of new Set(references))
      expect((await epr.ask('GET', `/fhir/R4/${reference}`)).status, reference).toBe(200)
  })

  it('is not told to others: 403 to who sees the Patient, 404 to who does not', async () => {
    const { hub, otherTrust, council } = world.systems
    const path = `/fhir/R4/Patient/${id('patient')}/$access-log`
    const refused = await hub.ask('GET', path)
    expect([refused.status, faultOf(refused.json)]).toEqual([403, 'not-yours-to-ask'])
    for (const system of [otherTrust, council]) expect((await system.ask('GET', path)).status).toBe(404)
    expect((await world.systems.epr.ask('GET', '/fhir/R4/Patient/none/$access-log')).status).toBe(404)
    expect((await world.systems.epr.ask('GET', `${path}?start=never`)).status).toBe(400)
    expect(entriesOf((await world.systems.epr.ask('GET', `${path}?end=2020`)).json)).toEqual([])
  })

  it('leaves no error in the log', () => {
    expect(world.errors).toEqual([])
  })

  it('is told to its end also where a gateway whose clock is ahead wrote', async () => {
    const before = (await told(known('patient'))).length
    const at = instantOf((Date.now() + 180_000) * 1000)
    const row = { id: `ahead-${Date.now()}`, at, client: 'x', organization: 'hub1', action: 'read', request: 'r' }
    await world.store.commit({ audit: [{ ...row, outcome: 'success', what: [known('patient')] }] })
    expect(await told(known('patient'))).toHaveLength(before + 1)
    expect((await asked('list')).lines.at(-1)).toContain(at)
  })
})

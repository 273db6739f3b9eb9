// What a write changed besides what its writer wrote: kept in the audit, and told to nobody who may not see it.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nhsNumber } from '../../profiles/canonical.ts'
import { audit as command } from '../../gateway/commands/audit.ts'
import { change, create, read, resources } from '../../gateway/demo/stage.ts'
import { referencesAt } from '../../gateway/fhir/resource.ts'
import { instantOf } from '../../gateway/store/clock.ts'
import { person } from '../journey/people.ts'
import { admit, refer } from '../journey/scene.ts'
import { databases, endWell, startWorld, type World } from '../journey/world.ts'

const label = { meta: { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' }] } }

describe.each(databases)('what follows from a write, on $name,', (database) => {
  const [known, unknown] = [person(900), person(901)]
  const named = new Map<string, string>()
  let world: World
  let since: string
  beforeAll(async () => {
    world = await startWorld(database)
    await admit(world, known, named)
    await refer(world, known, named)
    since = instantOf(Date.now() * 1000)
  })
  afterAll(() => endWell(world))

  /** Of a stranger that writes a Patient with the number, labels it and takes the label away: its Patient, and what it is told that it did. */
  const written = async (number: string) => {
    const { otherCouncil } = world.systems
    const identifier = [
      { system: nhsNumber, value: number },
      { system: 'https://council2.example/id', value: randomUUID() },
    ]
    const made = await create(otherCouncil, 'Patient', { resourceType: 'Patient', identifier, birthDate: '1941-11-05' })
    const patient = `Patient/${String(made['id'])}`
    await change(otherCouncil, patient, (one) => ({ ...one, ...label }))
    await change(otherCouncil, patient, ({ meta: _, ...one }) => one)
    const events = resources(await read(otherCouncil, `AuditEvent?date=ge${since}&_sort=date&_count=200`)).filter((event) =>
      JSON.stringify(event['entity']).includes(patient),
    )
    const writes = events.filter((event) => JSON.stringify(event['subtype']).match(/"(create|update)"/))
    return { patient, named: writes.map((event) => referencesAt(event, 'entity.what')) }
  }

  it('is told to the writer by no AuditEvent, whether its number was known or not, and found by no condition', async () => {
    const [one, other] = [await written(known.nhsNumber), await written(unknown.nhsNumber)]
    expect(one.named).toEqual([[one.patient], [one.patient], [one.patient]])
    expect(other.named).toEqual([[other.patient], [other.patient], [other.patient]])
    const { otherCouncil } = world.systems
    const theirs = named.get('patient') ?? ''
    for (const condition of [`entity=${theirs}`, `patient=${theirs}`])
      expect(resources(await read(otherCouncil, `AuditEvent?${condition}&date=ge${since}`)), condition).toEqual([])
  })

  it('stands in the audit under the gateway’s own name, with the request that it followed, and the chain holds', async () => {
    const theirs = named.get('patient') ?? ''
    const rows = await world.store.audits({ anyOf: [theirs], from: since, limit: 100 })
    const follow = rows.filter(({ action }) => action === 'follow-on')
    expect(follow.length).toBeGreaterThan(1)
    expect(follow.every((row) => row.client === 'gateway' && row.organization === 'gateway')).toBe(true)
    const [of] = await world.store
      .audits({ organization: 'council2', from: since, limit: 100 })
      .then((all) => all.filter(({ request }) => request === follow[0]?.request))
    expect(of?.what).not.toContain(theirs)
    const log = await world.systems.epr.ask('GET', `/fhir/R4/${theirs}/$access-log?_count=200`)
    expect(log.text).toContain('"follow-on"')
    expect(log.text).not.toContain('Organization/gateway')
    expect(log.text).not.toContain('"unknown"')
    const lines: string[] = []
    const now = () => instantOf(Date.now() * 1000)
    expect(await command(['verify'], world.store, now, (line) => lines.push(line)), lines.join('\n')).toBe(0)
  })

  it('is nothing where nothing followed', async () => {
    const before = await world.store.audits({ organization: 'gateway', limit: 1 })
    await create(world.systems.otherCouncil, 'Patient', {
      ...{ resourceType: 'Patient', identifier: [{ system: 'https://council2.example/id', value: randomUUID() }] },
    })
    expect(await world.store.audits({ organization: 'gateway', limit: 1 })).toEqual(before)
  })
})

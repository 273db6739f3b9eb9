// Where what a message was mapped to comes from: told once a message, to its sender alone.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, resources } from '../../gateway/demo/stage.ts'
import type { FhirResource } from '../../gateway/fhir/resource.ts'
import { base } from '../../profiles/canonical.ts'
import { list } from '../fhir/operation-world.ts'
import { admission, person } from '../journey/people.ts'
import { admit, refer } from '../journey/scene.ts'
import { asGateway, databases, faultsIn, startWorld, stored, type Name, type World } from '../journey/world.ts'

const who = person(41)

describe.each(databases)('the source of what a message brought, on $name', (database) => {
  const named = new Map<string, string>()
  let world: World
  let all: readonly FhirResource[] = []
  const known = (name: string): string => named.get(name) ?? ''

  beforeAll(async () => {
    world = await startWorld(database)
    await admit(world, who, named)
    await refer(world, who, named)
    all = await stored(world.store, 'Provenance')
  })
  afterAll(() => world.close())

  const targetsOf = (one: FhirResource) => list(one['target'] as never).map((target) => String(target['reference']))

  it('is one Provenance a message, which names message, sender, client and mapping', async () => {
    const messages = (await world.store.messages({ channel: 'hl7v2', limit: 100 })).filter(({ state }) => state === 'accepted')
    const sources = all.flatMap((one) =>
      list(one['entity'] as never).map((entity) => String(entity['what']?.['identifier']?.['value'])),
    )
    for (const { id, control } of messages) {
      expect(sources.filter((source) => source === `urn:uuid:${id}`)).toHaveLength(1)
      expect(sources.filter((source) => source === control)).toHaveLength(1)
    }
    const [first] = all.filter((one) => targetsOf(one).some((target) => target.startsWith(`${known('spell')}/`)))
    expect(first).toMatchObject({
      agent: [
        {
          who: { identifier: { system: `${base}/client`, value: 'trust1-epr' } },
          onBehalfOf: { reference: 'Organization/trust1' },
        },
        { who: { identifier: { system: `${base}/mapping/hl7v2`, value: '0.1.0' } } },
      ],
    })
    expect(first && targetsOf(first)).toEqual(
      expect.arrayContaining([`${known('patient')}/_history/1`, `${known('spell')}/_history/1`]),
    )
  })

  it('covers every version that a message brought in its sender’s name, and no other', async () => {
    const told = new Set(all.flatMap(targetsOf))
    const { versions } = await world.store.history(asGateway, {}, { count: 10_000, total: false })
    const accepted = new Set((await world.store.messages({ channel: 'hl7v2', limit: 100 })).map(({ id }) => id))
    const brought = versions.filter(
      ({ message, author, type }) =>
        message !== undefined && accepted.has(message) && author !== 'gateway' && type !== 'Provenance',
    )
    expect(brought.length).toBeGreaterThan(8)
    expect(brought.map(({ type, id, version }) => `${type}/${id}/_history/${version}`).toSorted()).toEqual([...told].toSorted())
  })

  it('is valid, and found by what it is about', async () => {
    expect(await faultsIn(world.store)).toEqual([])
    const found = resources(await read(world.systems.epr, `Provenance?target=${known('spell')}`))
    expect(found.length).toBeGreaterThan(0)
    expect(found.every((one) => JSON.stringify(one).includes(`${known('spell')}/_history/`))).toBe(true)
  })

  it('is nobody else’s to see, though they see what it is about', async () => {
    const mine = (await stored(world.store, 'Provenance')).filter((one) => JSON.stringify(one).includes('trust1-epr'))
    const others: readonly Name[] = [
      'hub',
      'community',
      'council',
      'provider',
      'otherTrust',
      'gp',
      'icb',
      'voluntary',
      'assessor',
    ]
    for (const name of others) {
      const found = resources(await read(world.systems[name], 'Provenance'))
      expect(
        found.filter((one) => JSON.stringify(one).includes('trust1')),
        name,
      ).toEqual([])
      for (const { id } of mine) expect((await world.systems[name].ask('GET', `/fhir/R4/Provenance/${id}`)).status).toBe(404)
    }
    expect((await world.systems.hub.ask('GET', `/fhir/R4/${known('spell')}`)).status).toBe(200)
  })

  it('is told once of a message that is sent again', async () => {
    const before = (await stored(world.store, 'Provenance')).length
    const message = admission(person(42))
    await Promise.all([world.mllp(message), world.mllp(message)])
    await world.mllp(message)
    expect((await stored(world.store, 'Provenance')).length).toBe(before + 1)
    expect(world.errors).toEqual([])
  })
})

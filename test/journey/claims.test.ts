// A resource claims its Home First profile exactly when it conforms, and a message that names a use case is held to it.

import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { play } from '../../gateway/demo/demo.ts'
import { change, create, read } from '../../gateway/demo/stage.ts'
import { referencesAt, type FhirResource } from '../../gateway/fhir/resource.ts'
import { claiming, claimless, isClaiming } from '../../gateway/intake/claims.ts'
import { profileOf, resourceTypes } from '../../gateway/types.ts'
import { messageDefinition, structureDefinition } from '../../profiles/canonical.ts'
import { ownValidator } from '../../profiles/own-validator.ts'
import { person } from './people.ts'
import { admit, refer } from './scene.ts'
import { databases, endWell, startWorld, stored, type World } from './world.ts'

const own = (name: string) => structureDefinition(name)

describe.each(databases)('profiles on $name', (database) => {
  let world: World
  const named = new Map<string, string>()
  beforeAll(async () => {
    world = await startWorld(database)
    await admit(world, person(360), named)
    await refer(world, person(360), named)
  })
  afterAll(() => endWell(world))

  it('are claimed by everything of the story that has one', async () => {
    expect(await play(world.stage, () => undefined)).toBe(true)
    const all = (await Promise.all(Object.keys(resourceTypes).map((type) => stored(world.store, type)))).flat()
    const meant = all.filter((resource) => profileOf(resource) !== undefined)
    expect(meant.length).toBeGreaterThan(40)
    expect(meant.filter((resource) => !isClaiming(resource)).map(({ resourceType, id }) => `${resourceType}/${id}`)).toEqual([])
    const statements = all.filter(({ resourceType }) => resourceType === 'Observation')
    expect(statements.filter((one) => referencesAt(one, 'performer').length === 0)).toEqual([])
    for (const resource of meant) expect(ownValidator().isValid(resource, { profile: profileOf(resource) ?? '' })).toBe(true)
  })

  it('are not claimed by what falls short, which is stored all the same, and claimed again when it is mended', async () => {
    const { epr } = world.systems
    const made = await create(epr, 'Patient', { resourceType: 'Patient', identifier: [{ value: 'no system' }], active: true })
    const path = `Patient/${made['id']}`
    expect((await read(epr, path))['meta']?.['profile']).toBeUndefined()
    const identifier = [{ system: 'https://trust1.example/person', value: 'A-1' }]
    await change(epr, path, (patient) => ({ ...patient, identifier }))
    expect((await read(epr, path))['meta']?.['profile']).toEqual([own('HomeFirstPatient')])
    // Read, changed and sent back with the claim in it: the claim is the gateway's and goes, the change is taken.
    await change(epr, path, (patient) => ({ ...patient, identifier: [{ value: 'no system again' }] }))
    const after = await read(epr, path)
    expect([after['meta']?.['profile'], after['meta']?.['versionId']]).toEqual([undefined, '3'])
  })

  it('are enforced where the sender claims them', async () => {
    const body = { resourceType: 'Patient', meta: { profile: [own('HomeFirstPatient')] }, active: true }
    const { status, text } = await world.systems.epr.ask('POST', '/fhir/R4/Patient', body)
    expect(status).toBe(422)
    expect(text).toContain('Patient.identifier')
  })

  it('are claimed once, in whichever version the sender claims them', async () => {
    const identifier = [{ system: 'https://trust1.example/person', value: 'A-4' }]
    const meta = { profile: [`${own('HomeFirstPatient')}|0.1.0`] }
    const made = await create(world.systems.epr, 'Patient', { resourceType: 'Patient', meta, identifier })
    const path = `Patient/${made['id']}`
    expect((await read(world.systems.epr, path))['meta']?.['profile']).toEqual([own('HomeFirstPatient')])
    const wrong = { resourceType: 'Patient', meta, active: true }
    expect((await world.systems.epr.ask('POST', '/fhir/R4/Patient', wrong)).status).toBe(422)
  })

  it('leave what the sender claims of others beside ours', async () => {
    const other = 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient'
    const identifier = [{ system: 'https://trust1.example/person', value: 'A-2' }]
    const made = await create(world.systems.epr, 'Patient', { resourceType: 'Patient', meta: { profile: [other] }, identifier })
    const { meta } = await read(world.systems.epr, `Patient/${made['id']}`)
    expect(meta?.['profile']).toEqual([own('HomeFirstPatient'), other])
  })

  it('of ours that a feed leaves behind go, and the feed is taken', async () => {
    // A spell that somebody claimed more of than the feed will keep to.
    const claim = own('HomeFirstContact')
    const spell = (await read(world.systems.epr, named.get('spell') ?? '')) as unknown as FhirResource
    const claimed = { ...spell, meta: { ...spell.meta, profile: [claim] } }
    expect(claiming(claimed, ownValidator()).meta?.['profile']).toEqual([own('HomeFirstSpell')])
    expect(claimless(claimed).meta?.['profile']).toBeUndefined()
  })

  it('make no new version when the same is sent without the claim', async () => {
    const identifier = [{ system: 'https://trust1.example/person', value: 'A-3' }]
    const made = await create(world.systems.epr, 'Patient', { resourceType: 'Patient', identifier })
    const path = `Patient/${made['id']}`
    await change(world.systems.epr, path, ({ meta: _, ...patient }) => patient)
    expect((await read(world.systems.epr, path))['meta']?.['versionId']).toBe('1')
  })

  interface Message {
    id: string
    entry: { fullUrl: string; resource: Record<string, unknown> }[]
  }
  const message = (edit: (message: Message) => void): object => {
    const bundle = JSON.parse(readFileSync('profiles/built/examples/Bundle-ada-message.json', 'utf8')) as Message
    bundle.id = randomUUID()
    edit(bundle)
    return bundle
  }
  const post = (body: object) =>
    world.systems.epr.ask('POST', '/fhir/R4/$process-message', body, {
      'content-type': 'application/fhir+json',
      'x-request-id': randomUUID(),
      'x-correlation-id': randomUUID(),
    })

  it('let the published example of a message in, and the answer is a Home First message too', async () => {
    const { status, json, text } = await post(message(() => undefined))
    expect([status, text]).toEqual([200, expect.any(String)])
    expect(json['meta']?.['profile']).toEqual([own('HomeFirstMessage')])
    expect(
      ownValidator()
        .validate(JSON.parse(text))
        .filter(({ severity }) => severity === 'error'),
    ).toEqual([])
  })

  it.each([
    [
      'holds no person',
      (b: Message) => (b.entry = b.entry.filter(({ resource }) => resource['resourceType'] !== 'Patient')),
      'at least 1 of type Patient required',
    ],
    [
      'holds a resource that breaks its profile',
      (b: Message) => b.entry.forEach(({ resource }) => delete resource['authoredOn']),
      'authoredOn',
    ],
    [
      'is none of ours',
      ({ entry }: Message) => Object.assign(entry[0]?.resource ?? {}, { definition: messageDefinition('home-first-referal') }),
      'message-definition-unknown',
    ],
    [
      'is of a version that there is not',
      ({ entry }: Message) =>
        Object.assign(entry[0]?.resource ?? {}, { definition: `${messageDefinition('home-first-acute-to-hub')}|9.9` }),
      'message-definition-unknown',
    ],
  ] as const)('refuse a message of a use case that %s', async (_, edit, words) => {
    const { status, text } = await post(message((bundle) => void edit(bundle)))
    expect(status).toBe(422)
    expect(text).toContain(words)
  })
})

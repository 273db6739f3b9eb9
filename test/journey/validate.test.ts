// $validate over a real socket: what is wrong with a resource, and nothing stored.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { structureDefinition } from '../../profiles/canonical.ts'
import { admit } from './scene.ts'
import { person } from './people.ts'
import { databases, endWell, startWorld, stored, type World } from './world.ts'

interface Issue {
  readonly severity: string
  readonly code: string
  readonly details: { readonly coding: readonly { readonly code: string }[] }
  readonly diagnostics?: string
  readonly expression?: readonly string[]
}

describe.each(databases)('$validate on $name', (database) => {
  let world: World
  const named = new Map<string, string>()
  beforeAll(async () => {
    world = await startWorld(database)
    await admit(world, person(350), named)
  })
  afterAll(() => endWell(world))

  const asked = async (path: string, body?: unknown) => {
    const { status, json } = await world.systems.epr.ask('POST', `/fhir/R4/${path}`, body)
    const issues = ((json as unknown as { issue?: readonly Issue[] }).issue ?? []).map(
      ({ severity, code, details, diagnostics = '', expression = [] }) =>
        [severity, code, details.coding[0]?.code, expression.join(), diagnostics].join(' ').trim(),
    )
    return { status, issues }
  }
  const at = (value: string) => JSON.stringify(patient).indexOf(value) + 1
  const patient = { resourceType: 'Patient', gender: 'banana', name: [{ familly: 'X' }] }

  it('tells every fault with its line and column, and stores nothing', async () => {
    const before = await stored(world.store, 'Patient')
    const { status, issues } = await asked('Patient/$validate', patient)
    expect(status).toBe(200)
    expect(issues).toContain(`error code-invalid code-not-in-list Patient.gender line 1, column ${at('"banana"')}`)
    expect(issues).toContain(`error structure unknown-element Patient.name[0].familly line 1, column ${at('"X"')}`)
    expect(await stored(world.store, 'Patient')).toEqual(before)
  })

  it('says so when nothing is wrong', async () => {
    const { status, issues } = await asked('Patient/$validate', { resourceType: 'Patient', gender: 'female' })
    expect([status, issues]).toEqual([200, ['information informational valid']])
  })

  it('holds the resource of Parameters to the profile beside it, with places in what was sent', async () => {
    const profile = structureDefinition('HomeFirstPatient')
    const parameter = [
      { name: 'resource', resource: { resourceType: 'Patient', active: true } },
      { name: 'profile', valueUri: profile },
    ]
    const { issues } = await asked('Patient/$validate', { resourceType: 'Parameters', parameter })
    expect(issues).toEqual([expect.stringMatching(/^error required required Patient\.identifier line 1, column \d\d+/)])
    expect((await asked(`Patient/$validate?profile=${profile}`, { resourceType: 'Patient', active: true })).issues).toHaveLength(
      1,
    )
  })

  it('looks at a stored resource, for whoever may see it', async () => {
    const reference = named.get('patient') ?? ''
    const { issues } = await asked(`${reference}/$validate`)
    expect(issues.filter((issue) => issue.startsWith('error'))).toEqual([])
    expect(issues.length).toBeGreaterThan(0)
    const { status } = await world.systems.provider.ask('POST', `/fhir/R4/${reference}/$validate`)
    expect(status).toBe(404)
  })

  it('is audited under the resource that was looked at, and under no word of a stranger', async () => {
    const reference = named.get('patient') ?? ''
    await asked(`${reference}/$validate`)
    await asked('Testpatient/$validate', { resourceType: 'Patient' })
    const audits = await world.store.audits({ limit: 2 })
    expect(audits.map(({ what, outcome }) => [what, outcome])).toEqual(
      expect.arrayContaining([
        [[reference], 'success'],
        [['a type that is not served'], 'refused'],
      ]),
    )
  })

  it.each([
    ['an unknown profile', 'Patient/$validate?profile=https://elsewhere.example/p', 'error not-supported profile-unknown'],
    ['another type than the address names', 'Task/$validate', 'error structure resource-type-wrong'],
  ])('tells %s', async (_, path, words) => {
    const { status, issues } = await asked(path, { resourceType: 'Patient', active: true })
    expect(status).toBe(200)
    expect(issues.join()).toContain(words)
  })

  it.each([
    ['an unknown mode', 'Patient/$validate?mode=banana', { resourceType: 'Patient' }, 400],
    ['a body without a resource', 'Patient/$validate', { resourceType: 'Parameters' }, 400],
    ['no body', 'Patient/$validate', undefined, 400],
    ['what is no JSON', 'Patient/$validate', '{', 415],
    ['delete, which nothing here does', 'Patient/$validate?mode=delete', { resourceType: 'Patient' }, 422],
    ['a type that is none', 'Banana/$validate', { resourceType: 'Patient' }, 404],
  ])('refuses %s', async (_, path, body, status) => {
    expect((await asked(path, body)).status).toBe(status)
  })

  it('tells that an update would name another id', async () => {
    const reference = named.get('patient') ?? ''
    const { issues } = await asked(`${reference}/$validate?mode=update`, { resourceType: 'Patient', id: 'other', active: true })
    expect(issues).toEqual(['error value id-mismatch Patient.id'])
  })
})

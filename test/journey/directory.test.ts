// The directory is read by everybody, so everybody writes only of itself.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { odsOrganization } from '../../profiles/canonical.ts'
import { create, read } from '../../gateway/demo/stage.ts'
import { databases, endWell, startWorld, type Name, type World } from './world.ts'

const to = (id: string) => ({ reference: `Organization/${id}` })

/** Entries in another's name, and what is found wrong. */
const foreign: readonly (readonly [
  title: string,
  by: Name,
  resource: { readonly resourceType: string; readonly [name: string]: unknown },
  fault: string,
])[] = [
  ['a role at another trust', 'epr', { resourceType: 'PractitionerRole', organization: to('trust2') }, 'not-the-caller'],
  ['a service of the council', 'provider', { resourceType: 'HealthcareService', providedBy: to('council1') }, 'not-the-caller'],
  ['a ward of another trust', 'epr', { resourceType: 'Location', managingOrganization: to('trust2') }, 'not-the-caller'],
  ['an organisation that is nobody’s part', 'gp', { resourceType: 'Organization', name: 'Example' }, 'not-the-caller'],
  [
    'a branch of another provider',
    'otherProvider',
    { resourceType: 'Organization', name: 'Example', partOf: to('provider1') },
    'not-the-caller',
  ],
  [
    'an affiliation between two others',
    'provider',
    { resourceType: 'OrganizationAffiliation', organization: to('hub1'), participatingOrganization: to('trust1') },
    'not-the-caller',
  ],
  [
    'a branch under the code of an organisation that is known',
    'provider',
    {
      resourceType: 'Organization',
      name: 'Example',
      partOf: to('provider1'),
      identifier: [{ system: odsOrganization, value: 'TRUST1' }],
    },
    'organization-known',
  ],
]

describe.each(databases)('the directory on $name', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(() => endWell(world))

  it.each(foreign)('takes no entry for %s', async (_, by, resource, fault) => {
    const answer = await world.systems[by].ask('POST', `/fhir/R4/${resource.resourceType}`, resource)
    expect([answer.status, answer.json['issue']?.[0]?.['details']?.['coding']?.[0]?.['code']]).toEqual([422, fault])
  })

  it('keeps an entry its own when it is changed', async () => {
    const { epr } = world.systems
    const made = await create(epr, 'HealthcareService', { resourceType: 'HealthcareService', providedBy: to('trust1') })
    const path = `/fhir/R4/HealthcareService/${String(made['id'])}`
    expect((await epr.ask('PUT', path, { ...(made as object), providedBy: to('trust2') })).status).toBe(422)
  })

  it('takes a part of a part, and what a hub says of its host’s service', async () => {
    const { provider, hub, otherTrust } = world.systems
    const branch = await create(provider, 'Organization', {
      resourceType: 'Organization',
      name: 'North',
      partOf: to('provider1'),
    })
    const rounds = await create(provider, 'HealthcareService', {
      resourceType: 'HealthcareService',
      providedBy: to(String(branch['id'])),
    })
    const triage = await create(hub, 'HealthcareService', { resourceType: 'HealthcareService', providedBy: to('trust1') })
    for (const one of [rounds, triage]) await read(otherTrust, `HealthcareService/${String(one['id'])}`)
  })

  it('changes the registry’s own record of an organisation for nobody', async () => {
    const { epr } = world.systems
    const own = await read(epr, 'Organization/trust1')
    const answer = await epr.ask('PUT', '/fhir/R4/Organization/trust1', { ...(own as object), name: 'Another name' })
    expect([answer.status, (await read(epr, 'Organization/trust1'))['name']]).toEqual([403, 'Example Trust'])
  })
})

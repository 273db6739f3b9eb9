// Five decisions with five owners: each is its owner's to state, and is seen by those whose business it is.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignTo, receiveAndAccept } from '../../gateway/demo/acts.ts'
import { create, hidden, read } from '../../gateway/demo/stage.ts'
import { codeSystem, structureDefinition } from '../../profiles/canonical.ts'
import { person } from './people.ts'
import { admit, castAs, refer } from './scene.ts'
import { databases, endWell, startWorld, type World } from './world.ts'

describe.each(databases)('decisions on $name', (database) => {
  let world: World
  let named: Map<string, string>
  beforeAll(async () => {
    world = await startWorld(database)
    named = new Map<string, string>()
    const who = person(340)
    await admit(world, who, named)
    await refer(world, who, named)
    castAs(world, 'p', named)
    for (const who of ['community', 'council'] as const)
      await receiveAndAccept(world.stage, who, await assignTo(world.stage, 'p', who, 'assess-and-plan'))
  })
  afterAll(() => endWell(world))

  const decision = (code: string, value: object) => ({
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: codeSystem('decision'), code }] },
    subject: { reference: named.get('patient') },
    basedOn: [{ reference: named.get('referral') }],
    effectiveDateTime: '2026-11-22T10:00:00Z',
    ...value,
  })
  const concept = (system: string, code: string) => ({ valueCodeableConcept: { coding: [{ system: codeSystem(system), code }] } })

  it('takes the pathway from the hub, and shows it to ward, community and council', async () => {
    const { hub, epr, community, council } = world.systems
    const made = await create(hub, 'Observation', decision('pathway', concept('pathway', '1')))
    for (const system of [epr, community, council]) await read(system, `Observation/${made['id']}`)
  })

  it.each([
    ['pathway', 'council', concept('pathway', '1')],
    ['pathway', 'epr', concept('pathway', '1')],
    ['eligibility', 'hub', concept('eligibility', 'eligible')],
    ['provider-acceptance', 'hub', concept('provider-acceptance', 'can-take')],
    ['criteria-to-reside', 'community', concept('criteria-to-reside-state', 'meets')],
  ] as const)('refuses %s from the %s: it is for others to state', async (code, who, value) => {
    const system = codeSystem(code === 'criteria-to-reside' ? 'observation' : 'decision')
    const body = { ...decision(code, value), code: { coding: [{ system, code }] } }
    const answer = await world.systems[who].ask('POST', '/fhir/R4/Observation', body)
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('not-yours-to-decide')
  })

  it.each([
    ['continuing-healthcare', 'council', concept('continuing-healthcare', 'eligible')],
    ['continuing-healthcare', 'hub', concept('continuing-healthcare', 'eligible')],
    ['funding', 'epr', concept('funding', 'self-funded')],
    ['funding', 'community', concept('funding', 'council')],
  ] as const)('refuses %s from the %s: who pays is its owner’s to state', async (code, who, value) => {
    const answer = await world.systems[who].ask('POST', '/fhir/R4/Observation', decision(code, value))
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('not-yours-to-decide')
  })

  it('takes from the hub that a person pays for themselves, and hides it from the ward', async () => {
    const { hub, epr, council } = world.systems
    const made = await create(hub, 'Observation', decision('funding', concept('funding', 'self-funded')))
    await read(council, `Observation/${made['id']}`)
    await hidden(epr, `Observation/${made['id']}`)
  })

  it('hides from the ward what was decided in somebody’s best interests by another', async () => {
    const { hub, epr, community } = world.systems
    const made = await create(hub, 'Observation', decision('best-interests', { valueString: 'A bed, to be asked again' }))
    await read(community, `Observation/${made['id']}`)
    await hidden(epr, `Observation/${made['id']}`)
  })

  it.each(['hours-per-week', 'delay-responsibility', 'responsible-council-basis', 'safeguarding', 'destination'])(
    'takes %s from nobody as a fact by itself',
    async (code) => {
      for (const who of ['hub', 'epr', 'council'] as const) {
        const answer = await world.systems[who].ask('POST', '/fhir/R4/Observation', decision(code, { valueString: 'x' }))
        expect([who, answer.status]).toEqual([who, 403])
        expect(answer.text).toContain('not-yours-to-decide')
      }
    },
  )

  it('keeps what is to be kept from an organisation from it, and shows it to the others', async () => {
    const { hub, community, epr } = world.systems
    const withheld = [{ url: structureDefinition('withheld-from'), valueReference: { reference: 'Organization/community1' } }]
    const made = await create(hub, 'Observation', { ...decision('involvement', {}), extension: withheld })
    await hidden(community, `Observation/${made['id']}`)
    await read(epr, `Observation/${made['id']}`)
  })

  it('refuses two facts in one: what is the hub’s carries nothing that is the council’s', async () => {
    const body = decision('pathway', concept('pathway', '1'))
    const code = { coding: ['pathway', 'eligibility'].map((one) => ({ system: codeSystem('decision'), code: one })) }
    const answer = await world.systems.hub.ask('POST', '/fhir/R4/Observation', { ...body, code })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('not-yours-to-decide')
  })

  it('refuses the trust a decision that is not its own on its own stay, before anybody else could see it', async () => {
    const { epr } = world.systems
    const { basedOn: _, ...body } = decision('eligibility', concept('eligibility', 'eligible'))
    const answer = await epr.ask('POST', '/fhir/R4/Observation', { ...body, encounter: { reference: named.get('spell') } })
    expect(answer.status).toBe(403)
  })

  it('shows eligibility and funding to the hub, and not to the ward', async () => {
    const { hub, epr, council } = world.systems
    const made = await create(council, 'Observation', decision('eligibility', concept('eligibility', 'not-assessed')))
    await read(hub, `Observation/${made['id']}`)
    await hidden(epr, `Observation/${made['id']}`)
  })
})

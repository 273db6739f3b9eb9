// What a resource says of where it belongs, and what is made of it when it says only whom it is about.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignTo, receiveAndAccept } from '../../gateway/demo/acts.ts'
import { ackCode, create, hidden, read } from '../../gateway/demo/stage.ts'
import { ago, referralForm } from '../../gateway/demo/hl7.ts'
import { takeReferral } from '../../gateway/demo/acts.ts'
import { person } from './people.ts'
import { admit, castAs, refer } from './scene.ts'
import { databases, endWell, startWorld, type World } from './world.ts'

describe.each(databases)('a care plan on $name', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(() => endWell(world))

  const referred = async (n: number) => {
    const [who, named] = [person(n), new Map<string, string>()]
    await admit(world, who, named)
    await refer(world, who, named)
    castAs(world, 'p', named)
    const task = await assignTo(world.stage, 'p', 'community', 'assess-and-plan')
    await receiveAndAccept(world.stage, 'community', task)
    return {
      who,
      task,
      patient: named.get('patient') ?? '',
      referral: named.get('referral') ?? '',
      spell: named.get('spell') ?? '',
    }
  }
  const plan = (patient: string, more: object = {}) => ({
    resourceType: 'CarePlan',
    status: 'active',
    intent: 'plan',
    subject: { reference: patient },
    ...more,
  })

  it.each([
    ['supportingInfo', (referral: string) => ({ supportingInfo: [{ reference: referral }] })],
    ['an activity', (referral: string) => ({ activity: [{ reference: { reference: referral } }] })],
    ['its encounter', (_: string, spell: string) => ({ encounter: { reference: spell } })],
    ['nothing but the person', () => ({})],
  ] as const)('that names its journey by %s is seen by the hub', async (_, more) => {
    const { patient, referral, spell } = await referred(
      320 + ['supportingInfo', 'an activity', 'its encounter', 'nothing but the person'].indexOf(_),
    )
    const made = await create(world.systems.community, 'CarePlan', plan(patient, more(referral, spell)))
    await read(world.systems.hub, `CarePlan/${made['id']}`)
  })

  it('that names only a person of two open journeys is seen by its writer alone', async () => {
    const { who, patient } = await referred(330)
    expect(ackCode(await world.mllp(referralForm(who, { at: ago(20) }).replace('FORM-', 'SECOND-')))).toBe('AA')
    await takeReferral(world.stage, 'p')
    await receiveAndAccept(world.stage, 'community', await assignTo(world.stage, 'p', 'community', 'assess-and-plan'))
    const made = await create(world.systems.community, 'CarePlan', plan(patient))
    await hidden(world.systems.hub, `CarePlan/${made['id']}`)
  })

  it('of somebody who is no party joins nothing', async () => {
    const { patient } = await referred(331)
    const answer = await world.systems.council.ask('POST', '/fhir/R4/CarePlan', plan(patient))
    expect(answer.status).toBe(422)
  })
})

// A person's journey, scene by scene: what each scene makes is named, for the tests to ask who sees it.

import { expect } from 'vitest'
import { codeSystem, nhsNumber } from '../../profiles/canonical.ts'
import { assignTo, receiveAndAccept, takeReferral } from '../../gateway/demo/acts.ts'
import type { SyntheticPerson, SystemName } from '../../gateway/demo/cast.ts'
import { ago, dischargeSummary } from '../../gateway/demo/hl7.ts'
import { ackCode, create, read, resources } from '../../gateway/demo/stage.ts'
import { admission, form, fromOtherTrust, medicallyFit, person } from './people.ts'
import type { Name, World } from './world.ts'

/** Everything that a trust knows of a person before it refers them; the second trust knows the same person. */
export async function admit(world: World, who: SyntheticPerson, named: Map<string, string>): Promise<void> {
  const { epr, otherTrust } = world.systems
  const messages = [
    admission(who),
    medicallyFit(who, ago(300)),
    dischargeSummary(who, { at: ago(200) }),
    fromOtherTrust(admission(who)),
  ]
  for (const message of messages) expect(ackCode(await world.mllp(message))).toBe('AA')
  const patient = await only(world, 'epr', `Patient?identifier=${nhsNumber}|${who.nhsNumber}`)
  const letter = resources(await read(epr, `DocumentReference?subject=${patient}`))[0]
  const url = letter?.['content']?.[0]?.['attachment']?.['url'] as string | undefined
  named
    .set('patient', patient)
    .set('spell', await only(world, 'epr', `Encounter?subject=${patient}`))
    .set('fit', await only(world, 'epr', `Observation?subject=${patient}`))
    .set('letter', `DocumentReference/${letter?.['id']}`)
    .set('pdf', `Binary/${url?.split('Binary/')[1]}`)
  const other = resources(await read(otherTrust, `Patient?identifier=${nhsNumber}|${who.nhsNumber}`))
  expect(other).toHaveLength(1)
  named.set('patient2', `Patient/${other[0]?.['id']}`)
  named.set('spell2', await only(world, 'otherTrust', `Encounter?subject=${named.get('patient2')}`))
}

/** Makes the person of these scenes one whom the demo's acts know by this name. */
export function castAs({ stage }: World, name: string, named: ReadonlyMap<string, string>): void {
  stage.known.set(`${name}.patient`, named.get('patient') ?? '')
  stage.known.set(`${name}.referral`, named.get('referral') ?? '')
  stage.known.set(`${name}.task`, named.get('hub task') ?? '')
}

export async function only(world: World, name: Name, query: string): Promise<string> {
  const found = resources(await read(world.systems[name], query))
  expect(found, query.split('|')[0]).toHaveLength(1)
  return `${found[0]?.['resourceType']}/${found[0]?.['id']}`
}

export async function refer(world: World, who: SyntheticPerson, named: Map<string, string>): Promise<void> {
  expect(ackCode(await world.mllp(form(who)))).toBe('AA')
  await takeReferral(world.stage, 'p')
  const known = (name: string) => world.stage.known.get(`p.${name}`) ?? ''
  expect(known('patient')).toBe(named.get('patient'))
  named
    .set('referral', known('referral'))
    .set('hub task', known('task'))
    .set('episode', await only(world, 'hub', `EpisodeOfCare?incoming-referral=${known('referral')}`))
    .set(
      'criteria',
      await only(world, 'hub', `Observation?subject=${known('patient')}&code=${codeSystem('observation')}|criteria-to-reside`),
    )
}

/** A person who is admitted and referred, and whom the demo's acts know as `p`; `of` answers the reference of what a scene made. */
export async function referred(world: World, n: number) {
  const [who, named] = [person(n), new Map<string, string>()]
  await admit(world, who, named)
  await refer(world, who, named)
  castAs(world, 'p', named)
  return { who, named, of: (name: string): string => named.get(name) ?? '' }
}

/** The hub gives the task, and it is received and accepted. Answers its reference. */
export async function taskAccepted(world: World, system: SystemName, code: string): Promise<string> {
  const task = await assignTo(world.stage, 'p', system, code)
  await receiveAndAccept(world.stage, system, task)
  return task
}

/** Community health's plan with a goal, and a contact. */
export async function plan(world: World, named: Map<string, string>): Promise<void> {
  const { community } = world.systems
  const subject = { reference: named.get('patient') }
  const referral = { reference: named.get('referral') }
  const goal = await create(community, 'Goal', {
    ...{ resourceType: 'Goal', lifecycleStatus: 'active', description: { text: 'Climbs the stairs' } },
    ...{ subject, addresses: [referral] },
  })
  const made = await create(community, 'CarePlan', {
    ...{ resourceType: 'CarePlan', status: 'active', intent: 'plan', title: 'Reablement at home' },
    ...{ subject, supportingInfo: [referral], goal: [{ reference: `Goal/${goal['id']}` }] },
  })
  const contact = await create(community, 'Encounter', {
    ...{ resourceType: 'Encounter', status: 'planned', basedOn: [referral], subject },
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'HH' },
  })
  named.set('goal', `Goal/${goal['id']}`).set('plan', `CarePlan/${made['id']}`).set('contact', `Encounter/${contact['id']}`)
}

export const task = (named: ReadonlyMap<string, string>, requester: string, owner: string) => ({
  ...{ resourceType: 'Task', status: 'requested', intent: 'order' },
  focus: { reference: named.get('referral') },
  for: { reference: named.get('patient') },
  requester: { reference: `Organization/${requester}` },
  owner: { reference: `Organization/${owner}` },
})

export async function assignByCouncil(world: World, named: ReadonlyMap<string, string>): Promise<string> {
  const made = await create(world.systems.council, 'Task', task(named, 'council1', 'provider1'))
  return `Task/${made['id']}`
}

export async function assignToProvider2(world: World, named: ReadonlyMap<string, string>): Promise<string> {
  const made = await create(world.systems.hub, 'Task', task(named, 'hub1', 'provider2'))
  return `Task/${made['id']}`
}

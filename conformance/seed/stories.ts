// The people that `seed` makes: each at another point of the way home, so that every screen has something to show.

import { admitted, assigned, journeyNeeds, moved, referred, type Journey } from '../scenes/journey.ts'
import { changed, created } from '../scenes/fhir.ts'
import { carePlanOf, spellOf, taskOutput, actCode, type Resource } from '../scenes/resources.ts'
import { codeSystem } from '../../profiles/canonical.ts'
import type { Person } from '../people.ts'
import type { Role } from '../requirement.ts'
import type { Trial } from '../trial.ts'

export interface Story {
  readonly name: string
  readonly words: string
  readonly systems: readonly Role[]
  /** Plays it; what others made of it (the hub's task) is answered by reference. */
  play(t: Trial, person: Person): Promise<readonly Made[]>
}

/** Made by the target itself, in answer to what was written. */
export interface Made {
  readonly reference: string
  readonly by: Role
}

const hubTask = ({ task }: Journey): readonly Made[] => [{ reference: task, by: 'hub' }]

export const stories: readonly Story[] = [
  {
    name: 'admitted',
    words: 'in hospital, nobody asked yet',
    systems: ['acute'],
    async play(t, person) {
      await admitted(t, person)
      return []
    },
  },
  {
    name: 'referred',
    words: 'referred to the hub, which has not looked',
    systems: journeyNeeds.systems,
    play: async (t, person) => hubTask(await referred(t, await admitted(t, person))),
  },
  {
    name: 'assigned',
    words: 'pathway 1; community health is asked, and has not answered',
    systems: ['acute', 'hub', 'community'],
    async play(t, person) {
      const journey = await decided(t, person, '1')
      await assigned(t, journey, 'community')
      return hubTask(journey)
    },
  },
  {
    name: 'planned',
    words: 'pathway 1; community health has accepted and planned, the council arranges care',
    systems: ['acute', 'hub', 'community', 'council'],
    async play(t, person) {
      const journey = await decided(t, person, '1')
      await planned(t, journey)
      await moved(t, 'council', await assigned(t, journey, 'council'), 'received', 'accepted')
      return hubTask(journey)
    },
  },
  {
    name: 'visited',
    words: 'pathway 2; visited, and community health’s task completed',
    systems: ['acute', 'hub', 'community'],
    async play(t, person) {
      const journey = await decided(t, person, '2')
      const task = await planned(t, journey)
      await created(t.as('community'), contactOf(journey))
      const outcome = [taskOutput('outcome', { valueString: 'First visit done on the day of discharge' })]
      await changed(t.as('community'), task, (resource) => ({ ...resource, status: 'completed', output: outcome }))
      return hubTask(journey)
    },
  },
  {
    name: 'withdrawn',
    words: 'referred, and withdrawn by the ward',
    systems: journeyNeeds.systems,
    async play(t, person) {
      const journey = await referred(t, await admitted(t, person))
      await changed(t.as('acute'), journey.referral, (resource) => ({ ...resource, status: 'revoked', extension: [withdrawal] }))
      return hubTask(journey)
    },
  },
]

const withdrawal = {
  url: 'http://hl7.org/fhir/StructureDefinition/request-statusReason',
  valueCodeableConcept: { coding: [{ system: codeSystem('withdrawal-reason'), code: '07' }] },
}

/** Referred, accepted by the hub, and a pathway decided. */
async function decided(t: Trial, person: Person, pathway: string): Promise<Journey> {
  const journey = await referred(t, await admitted(t, person))
  await moved(t, 'hub', journey.task, 'received', 'accepted')
  const output = [
    taskOutput('pathway', { valueCodeableConcept: { coding: [{ system: codeSystem('pathway'), code: pathway }] } }),
    taskOutput('pathway-reason', { valueString: 'Needs help twice a day at first; lives alone.' }),
  ]
  await changed(t.as('hub'), journey.task, (resource) => ({ ...resource, output }))
  return journey
}

/** Community health's task, accepted and begun, with a plan. */
async function planned(t: Trial, journey: Journey): Promise<string> {
  const task = await assigned(t, journey, 'community')
  await moved(t, 'community', task, 'received', 'accepted', 'in-progress')
  await created(t.as('community'), carePlanOf(journey.patient, journey.referral, 'Reablement at home'))
  return task
}

const contactOf = ({ patient, referral, person }: Journey): Resource => {
  const { identifier: _, ...rest } = spellOf(person, patient)
  return {
    ...rest,
    resourceType: 'Encounter',
    status: 'finished',
    class: { system: actCode, code: 'HH' },
    basedOn: [{ reference: referral }],
    period: { start: new Date(Date.now() - 3_600_000).toISOString(), end: new Date().toISOString() },
  }
}

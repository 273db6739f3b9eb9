// A journey from its beginning: somebody in hospital, referred to the hub, assigned to those who help.

import { codeSystem } from '../../profiles/canonical.ts'
import { holds } from '../expect.ts'
import { at, textAt } from '../json.ts'
import type { Person } from '../people.ts'
import type { Role } from '../requirement.ts'
import type { Trial } from '../trial.ts'
import { changed, created, found, searched } from './fhir.ts'
import { patientOf, referralOf, spellOf, taskOf } from './resources.ts'

export interface Stay {
  readonly person: Person
  readonly patient: string
  readonly spell: string
}

export interface Journey extends Stay {
  readonly referral: string
  /** The hub's task. */
  readonly task: string
}

/** What a journey takes, for `needs`. */
export const journeyNeeds = {
  capability: [
    'Patient.create',
    'Encounter.create',
    'ServiceRequest.create',
    'Task.create',
    'Task.update',
    'Task.search-type',
    'Task?focus',
  ],
  systems: ['acute', 'hub'],
} as const

export const allParts = {
  ...journeyNeeds,
  systems: ['acute', 'hub', 'community', 'council', 'otherCouncil', 'provider'],
} as const

export const organizationOf = (t: Trial, role: Role): string => `Organization/${t.system(role).organization}`

export async function admitted(t: Trial, person = t.person()): Promise<Stay> {
  const patient = await created(t.as('acute'), patientOf(person))
  const spell = await created(t.as('acute'), spellOf(person, patient, organizationOf(t, 'acute')))
  return { person, patient, spell }
}

export async function referred(t: Trial, stay?: Stay): Promise<Journey> {
  const { person, patient, spell } = stay ?? (await admitted(t))
  const parts = { requester: organizationOf(t, 'acute'), performer: organizationOf(t, 'hub') }
  const referral = await created(t.as('acute'), referralOf({ subject: patient, encounter: spell, ...parts }))
  return { person, patient, spell, referral, task: await taskFor(t, 'hub', referral) }
}

/** The one task of that organisation for the referral. */
export async function taskFor(t: Trial, role: Role, referral: string): Promise<string> {
  const owner = organizationOf(t, role)
  const tasks = await found(t.as(role), `Task?focus=${referral}&owner=${owner}`)
  holds(tasks.length === 1, `the tasks of ${role} for its referral`, 'one', tasks)
  return tasks[0] ?? ''
}

/** Answers the new task. `by` assigns it to `to`, who becomes a party by it. */
export async function assigned(t: Trial, { referral, patient }: Journey, to: Role, by: Role = 'hub'): Promise<string> {
  return created(t.as(by), assignment(t, { referral, patient }, to, by))
}

export const assignment = (t: Trial, { referral, patient }: Pick<Journey, 'referral' | 'patient'>, to: Role, by: Role) =>
  taskOf({ code: 'provide-care', referral, patient, requester: organizationOf(t, by), owner: organizationOf(t, to) })

/** Takes the task through these states, one after another. */
export async function moved(t: Trial, role: Role, task: string, ...states: readonly string[]): Promise<void> {
  for (const status of states) await changed(t.as(role), task, (resource) => ({ ...resource, status }))
}

/** The codes of all notices that an organisation was sent about the person. */
export async function noticesTo(t: Trial, role: Role, patient: string): Promise<readonly string[]> {
  const recipient = organizationOf(t, role)
  const { json } = await searched(t.as(role), `Communication?recipient=${recipient}&subject=${patient}&_count=100`)
  return at(json, 'entry.resource.category.coding')
    .filter((coding) => textAt(coding, 'system') === codeSystem('notice'))
    .map((coding) => textAt(coding, 'code'))
}

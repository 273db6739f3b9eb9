// What a search answered, and something to search for.

import { at, isRecord, textAt } from '../json.ts'
import type { Person } from '../people.ts'
import { created } from './fhir.ts'
import { observationOf, patientOf } from './resources.ts'
import type { Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'

export const observed = {
  systems: ['acute'],
  capability: ['Patient.create', 'Observation.create', 'Observation.search-type', 'Observation?subject'],
} as const

/** A person with so many Observations: `Patient/id` and their references. */
export async function withObservations(
  t: Trial,
  count: number,
): Promise<{ person: Person; patient: string; all: readonly string[] }> {
  const person = t.person()
  const patient = await created(t.as('acute'), patientOf(person))
  const all: string[] = []
  for (let i = 0; i < count; i++) all.push(await created(t.as('acute'), observationOf(patient, undefined, `observation ${i}`)))
  return { person, patient, all }
}

export const link = ({ json }: Answer, relation: string) =>
  textAt(
    at(json, 'link').find((one) => textAt(one, 'relation') === relation),
    'url',
  )

export const total = ({ json }: Answer) => (isRecord(json) ? json['total'] : undefined)

// A feed of ADT messages, and what became of the person and the stay.

import type { Person } from '../people.ts'
import { found, readOf } from './fhir.ts'
import { accepted, hl7, type Hl7Options } from './hl7.ts'
import type { Resource } from './resources.ts'
import type { Trial } from '../trial.ts'

export const sent = (t: Trial, event: string, person: Person, options?: Hl7Options) =>
  accepted(t, hl7(t, `ADT^${event}^ADT_A01`, person, options), event)

export async function patientOf(t: Trial, { local }: Person): Promise<Resource> {
  const [reference = 'Patient/none'] = await found(t.as('acute'), `Patient?identifier=${local}`)
  return readOf(t.as('acute'), reference)
}

export async function spellOf(t: Trial, { visit }: Person): Promise<Resource> {
  const [reference = 'Encounter/none'] = await found(t.as('acute'), `Encounter?identifier=${visit}`)
  return readOf(t.as('acute'), reference)
}

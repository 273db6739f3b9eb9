// Whether a system sees something, by every way there is of asking for it.

import { same } from '../expect.ts'
import type { Role } from '../requirement.ts'
import { found, hidden, readOf } from './fhir.ts'
import type { Journey } from './journey.ts'
import type { Trial } from '../trial.ts'

export const wholeOf = ({ patient, spell, referral, task }: Journey) => [patient, spell, referral, task]

/** By every way there is of asking for one resource, and by search. */
export async function seesNothing(t: Trial, role: Role, references: readonly string[], what: string): Promise<void> {
  for (const reference of references) {
    for (const path of ['', '/_history', '/_history/1'])
      await hidden(t.as(role), reference + path, `${what}: ${reference.split('/')[0]}${path}`)
    const [type, id] = reference.split('/')
    same(await found(t.as(role), `${type}?_id=${id}`), [], `${what}: search for ${type} by id`)
  }
}

export async function sees(t: Trial, role: Role, references: readonly string[]): Promise<void> {
  for (const reference of references) await readOf(t.as(role), reference)
}

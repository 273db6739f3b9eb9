// Batches and transactions: their entries, and what came of each.

import { textsAt } from '../json.ts'
import type { Person } from '../people.ts'
import type { Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'
import { found } from './fhir.ts'
import { localSystem, patientOf, spellOf, type Resource } from './resources.ts'

export interface Entry {
  readonly fullUrl?: string
  readonly resource?: Resource
  readonly request: Readonly<Record<string, string>>
}

export const posted = (fullUrl: string, resource: Resource): Entry => ({
  fullUrl,
  resource,
  request: { method: 'POST', url: resource.resourceType },
})

export const transactionOf = (...entry: readonly unknown[]) => ({
  resourceType: 'Bundle',
  type: 'transaction',
  ...(entry.length > 0 && { entry }),
})

export const batchOf = (...entry: readonly unknown[]) => ({ resourceType: 'Bundle', type: 'batch', entry })

/** The spell stands before the person that it refers to. */
export function admission(t: Trial, person: Person): readonly [spell: Entry, patient: Entry] {
  const [patient, spell] = [`urn:uuid:${t.uuid()}`, `urn:uuid:${t.uuid()}`]
  return [posted(spell, spellOf(person, patient)), posted(patient, patientOf(person))]
}

export const patientsOf = (t: Trial, { local }: Person): Promise<readonly string[]> =>
  found(t.as('acute'), `Patient?identifier=${localSystem}|${local}`)

/** The three digits of every entry's status, in their order. */
export const statusesIn = ({ json }: Answer): readonly string[] =>
  textsAt(json, 'entry.response.status').map((text) => text.slice(0, 3))

/** `Type/id` of every location, in the order of the entries that have one. */
export const locationsIn = ({ json }: Answer): readonly string[] =>
  textsAt(json, 'entry.response.location').map(
    (text) => /([A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64})(?:\/_history|$)/.exec(text)?.[1] ?? text,
  )

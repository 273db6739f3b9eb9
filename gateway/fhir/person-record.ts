// All that is stored about a person, by reference: what belongs to each of their Patients, and what is in their journeys.

import { limits } from '../config.ts'
import type { Access, Clause, Cursor, Store } from '../store/store.ts'
import { wholePatient } from './everything-scope.ts'

type RecordStore = Pick<Store, 'search' | 'members'>

const nhsNumber = 'https://fhir.nhs.uk/Id/nhs-number'

/** Ids of the Patients with this NHS number, each its source's own. */
export function patientsByNumber(store: RecordStore, access: Access, number: string): Promise<readonly string[]> {
  return idsOf(store, access, 'Patient', { on: 'token', key: 'Patient.identifier', any: [{ system: nhsNumber, code: number }] })
}

/** Those that a Person joins with this one, itself included. */
export async function patientsJoined(store: RecordStore, access: Access, id: string): Promise<readonly string[]> {
  const people = await idsOf(store, access, 'Person', { on: 'reference', key: 'Person.link', any: [`Patient/${id}`] })
  const joined = await Promise.all(
    people.map((person) =>
      idsOf(store, access, 'Patient', {
        on: 'has',
        key: 'Person.link',
        type: 'Person',
        where: [{ on: 'id', any: [person] }],
      }),
    ),
  )
  return [...new Set([id, ...joined.flat()])]
}

/** `Type/id` of all that the access shows, without what was deleted. */
export async function recordOf(store: RecordStore, access: Access, patient: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for await (const reference of references(store, access, '', wholePatient.belongs(patient))) found.add(reference)
  for (const episode of [...found].filter((one) => one.startsWith('EpisodeOfCare/'))) {
    const where: Clause = { on: 'journey', any: [episode.slice('EpisodeOfCare/'.length)] }
    for await (const reference of references(store, access, '', where)) found.add(reference)
  }
  return found
}

/** With what was in the journeys and was deleted: for the gateway's own look alone. */
export async function recordEver(store: RecordStore, patient: string): Promise<ReadonlySet<string>> {
  const found = new Set(await recordOf(store, asGateway, patient))
  found.add(`Patient/${patient}`)
  for (const reference of [...found].filter((one) => one.startsWith('EpisodeOfCare/')))
    for (const member of await store.members(reference.slice('EpisodeOfCare/'.length))) found.add(member)
  return found
}

export const asGateway: Access = { as: 'gateway', why: 'somebody accounts for who saw a record' }

async function idsOf(store: RecordStore, access: Access, type: string, where: Clause): Promise<readonly string[]> {
  const ids: string[] = []
  for await (const reference of references(store, access, type, where)) ids.push(reference.slice(type.length + 1))
  return ids
}

const batch = 200

async function* references(store: RecordStore, access: Access, type: string, where: Clause): AsyncIterable<string> {
  for (let after: Cursor | undefined; ;) {
    const order = [{ by: 'created', descending: false }] as const
    const page = await store.search(access, {
      type,
      where: [where],
      order,
      count: batch,
      bytes: limits.page,
      total: false,
      ...(after && { after }),
    })
    for (const version of page.versions) yield `${version.type}/${version.id}`
    if (!page.next) return
    after = page.next
  }
}

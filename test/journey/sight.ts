// What an organisation sees of named resources, asked in every way there is; the ways must agree.

import { expect } from 'vitest'
import { nhsNumber } from '../../profiles/canonical.ts'
import { resources } from '../../gateway/demo/stage.ts'
import type { Json, Wire } from '../../gateway/demo/wire.ts'
import { resourceTypes } from '../../gateway/types.ts'

/** A name for the table of a test → `Type/id`. */
export type Named = Readonly<Record<string, string>>

/** The names of those that the system sees. Fails where two ways of asking give different answers. */
export async function seenBy(wire: Wire, named: Named, whose: string): Promise<readonly string[]> {
  const byRead = await Promise.all(
    Object.entries(named).map(async ([name, reference]) => ((await readEachWay(wire, reference)) ? [name] : [])),
  )
  const seen = byRead.flat()
  const types = [...new Set(Object.values(named).map(typeOf))].filter((type) => type !== 'Binary')
  const nameOf = new Map(Object.entries(named).map(([name, reference]) => [reference, name]))
  for (const type of types) {
    const expected = seen.filter((name) => typeOf(named[name] ?? '') === type)
    const found = await searchAll(wire, `${type}?`)
    expect(found.flatMap((reference) => nameOf.get(reference) ?? []).toSorted(), `${type} by search`).toEqual(
      expected.toSorted(),
    )
    await Promise.all([...nameOf.keys()].filter((one) => typeOf(one) === type).map((one) => searchOne(wire, one, seen.includes(nameOf.get(one) ?? ''))))
  }
  await chains(wire, named, seen, whose)
  return seen
}

const typeOf = (reference: string): string => reference.split('/')[0] ?? ''

/** Read, version read and history answer alike: 200, or the 404 that an id gets which never was. */
async function readEachWay(wire: Wire, reference: string): Promise<boolean> {
  const [type = ''] = reference.split('/')
  const nowhere = `${type}/00000000-0000-7000-8000-000000000000`
  const ways = type === 'Binary' ? [''] : ['', '/_history/1', '/_history']
  const answers = await Promise.all(ways.map((way) => wire.ask('GET', `/fhir/R4/${reference}${way}`)))
  const [first] = answers
  expect(new Set(answers.map(({ status }) => status)).size, `${reference}: ${answers.map(({ status }) => status).join()}`).toBe(1)
  if (first?.status === 200) {
    if (type === 'Binary') {
      const content = await wire.ask('GET', `/fhir/R4/${reference}`, undefined, { accept: 'application/pdf' })
      expect(content.text.startsWith('%PDF')).toBe(true)
    }
    return true
  }
  const absent = await Promise.all(ways.map((way) => wire.ask('GET', `/fhir/R4/${nowhere}${way}`)))
  expect(answers.map(({ status, text }) => [status, text])).toEqual(absent.map(({ text }) => [404, text]))
  return false
}

/** Every match of a search, with its total checked against them. */
export async function searchAll(wire: Wire, query: string): Promise<readonly string[]> {
  const { status, json, text } = await wire.ask('GET', `/fhir/R4/${query}&_count=200&_total=accurate`)
  expect(status, `${query.replaceAll(/\d{10}/g, '…')} ${text.slice(0, 300)}`).toBe(200)
  const found = resources(json).map((one) => `${one['resourceType']}/${one['id']}`)
  expect(json['total'] as unknown, `total of ${query.replaceAll(/\d{10}/g, '…')}`).toBe(found.length)
  return found
}

async function searchOne(wire: Wire, reference: string, isSeen: boolean): Promise<void> {
  const [type, id] = reference.split('/')
  expect(await searchAll(wire, `${type}?_id=${id}`)).toEqual(isSeen ? [reference] : [])
}

/** A chain through a hidden Patient finds nothing, even where the resource itself is seen. */
async function chains(wire: Wire, named: Named, seen: readonly string[], whose: string): Promise<void> {
  const patients = new Set(seen.flatMap((name) => (typeOf(named[name] ?? '') === 'Patient' ? [named[name]] : [])))
  const chained = ['Encounter', 'ServiceRequest', 'Task', 'Observation', 'DocumentReference', 'CarePlan', 'Goal', 'EpisodeOfCare']
  for (const type of chained.filter((one) => Object.hasOwn(resourceTypes, one))) {
    const found = await searchAll(wire, `${type}?patient:Patient.identifier=${nhsNumber}|${whose}`)
    const all = await wire.ask('GET', `/fhir/R4/${type}?_count=200`)
    const expected = resources(all.json).filter((one) => patients.has(patientOf(one))).map((one) => `${type}/${one['id']}`)
    expect(found.toSorted(), `${type} by chain`).toEqual(expected.toSorted())
  }
}

function patientOf(resource: Json): string | undefined {
  for (const element of ['subject', 'for', 'patient']) {
    const reference: unknown = resource[element]?.['reference']
    if (typeof reference === 'string') return reference
  }
  return undefined
}

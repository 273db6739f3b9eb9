// What an organisation sees of named resources, asked in every way there is; the ways must agree.

import { expect } from 'vitest'
import { nhsNumber } from '../../profiles/canonical.ts'
import { resources } from '../../gateway/demo/stage.ts'
import type { Json, Wire } from '../../gateway/demo/wire.ts'

/** A name for the table of a test → `Type/id`. */
export type Named = Readonly<Record<string, string>>

/** The names of those that the system sees. Fails where two ways of asking give different answers. */
export async function seenBy(wire: Wire, named: Named, whose: string): Promise<readonly string[]> {
  const byRead = await Promise.all(
    Object.entries(named).map(async ([name, reference]) => ((await readEachWay(wire, reference)) ? [name] : [])),
  )
  const seen = new Set(byRead.flat().map((name) => named[name] ?? ''))
  const types = [...new Set(['Patient', ...Object.values(named).map(typeOf)])].filter((type) => type !== 'Binary')
  const found = (await Promise.all(types.map((type) => searchAll(wire, `${type}?`)))).flat()
  expect(
    references(found)
      .filter((one) => Object.values(named).includes(one))
      .toSorted(),
  ).toEqual([...seen].filter((one) => typeOf(one) !== 'Binary').toSorted())
  await Promise.all(types.map((type) => byId(wire, type, named, seen)))
  await Promise.all(types.filter((type) => type !== 'Patient').map((type) => byChain(wire, type, found, whose)))
  return byRead.flat()
}

const typeOf = (reference: string): string => reference.split('/')[0] ?? ''
const references = (found: readonly Json[]): readonly string[] => found.map((one) => `${one['resourceType']}/${one['id']}`)

/** Read, version read and history answer alike: 200, or the 404 that an id gets which never was. */
async function readEachWay(wire: Wire, reference: string): Promise<boolean> {
  const type = typeOf(reference)
  const ways = type === 'Binary' ? [''] : ['', '/_history/1', '/_history']
  const answers = await Promise.all(ways.map((way) => wire.ask('GET', `/fhir/R4/${reference}${way}`)))
  const statuses = answers.map(({ status }) => status)
  expect(new Set(statuses).size, `${reference}: ${statuses.join()}`).toBe(1)
  if (statuses[0] === 200) {
    if (type === 'Binary') {
      const content = await wire.ask('GET', `/fhir/R4/${reference}`, undefined, { accept: 'application/pdf' })
      expect(content.text.startsWith('%PDF')).toBe(true)
    }
    return true
  }
  const absent = await (neverWas.get(type) ?? askForNothing(wire, type))
  for (const { status, text } of answers) expect([status, text]).toEqual([404, absent])
  return false
}

/** What an id is answered that nobody ever had, by type. */
const neverWas = new Map<string, Promise<string>>()

function askForNothing(wire: Wire, type: string): Promise<string> {
  const answer = wire.ask('GET', `/fhir/R4/${type}/00000000-0000-7000-8000-000000000000`).then(({ text }) => text)
  neverWas.set(type, answer)
  return answer
}

/** Every match of a search, with its total checked against them. */
export async function searchAll(wire: Wire, query: string): Promise<readonly Json[]> {
  const { status, json, text } = await wire.ask('GET', `/fhir/R4/${query}&_count=200&_total=accurate`)
  const shown = query.replaceAll(/\d{10}/g, '…')
  expect(status, `${shown} ${text.slice(0, 300)}`).toBe(200)
  const found = resources(json)
  expect(json['total'] as unknown, `total of ${shown}`).toBe(found.length)
  return found
}

async function byId(wire: Wire, type: string, named: Named, seen: ReadonlySet<string>): Promise<void> {
  const asked = Object.values(named).filter((one) => typeOf(one) === type)
  if (asked.length === 0) return
  const found = await searchAll(wire, `${type}?_id=${asked.map((one) => one.split('/')[1]).join()}`)
  expect(references(found).toSorted()).toEqual(asked.filter((one) => seen.has(one)).toSorted())
}

/** A chain through a hidden Patient finds nothing, even where the resource itself is seen. */
async function byChain(wire: Wire, type: string, all: readonly Json[], whose: string): Promise<void> {
  const found = await searchAll(wire, `${type}?patient:Patient.identifier=${nhsNumber}|${whose}`)
  const patients = references(
    all.filter((one) => one['resourceType'] === 'Patient' && JSON.stringify(one['identifier']).includes(whose)),
  )
  const expected = all.filter((one) => one['resourceType'] === type && patients.includes(patientOf(one)))
  expect(references(found).toSorted(), `${type} by chain`).toEqual(references(expected).toSorted())
}

function patientOf(resource: Json): string {
  const elements = ['subject', 'for', 'patient'].map((element) => resource[element]?.['reference'] as string | undefined)
  return elements.find((reference) => reference !== undefined) ?? ''
}

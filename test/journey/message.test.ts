// Whatever a FHIR message holds is stored as its sender meant it, told as not carried, or refused with its place.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageHeaders, referralMessage } from '../../gateway/demo/bert.ts'
import { person } from './people.ts'
import { databases, endWell, startWorld, stored, type World } from './world.ts'

interface Message {
  entry: (Record<string, unknown> & { fullUrl: string; resource: Record<string, unknown> })[]
}

const urn = () => `urn:uuid:${randomUUID()}`
let people = 0
/** Its entries: header, hub, trust, patient, spell, referral; each is about a person of its own. */
function message(edit: (entry: Message['entry']) => void): Message {
  people += 1
  const bundle = referralMessage(person(300 + people), 'Needs help at home') as Message
  edit(bundle.entry)
  return bundle
}
const practitioner = (family: string) => ({ resourceType: 'Practitioner', name: [{ family }] })

describe.each(databases)('a FHIR message on $name', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(() => endWell(world))

  const post = (body: object) => world.systems.epr.ask('POST', '/fhir/R4/$process-message', body, messageHeaders())

  it.each([
    ['a second person', 3, (entry: Message['entry'], fullUrl: string) => entry.push({ ...entry[3], ...second(fullUrl) })],
    [
      'a second practitioner',
      6,
      (entry: Message['entry'], fullUrl: string) =>
        entry.push(
          { fullUrl, resource: practitioner('First') },
          { fullUrl: `urn:uuid:${fullUrl.slice(9).toUpperCase()}`, resource: practitioner('Second') },
        ),
    ],
  ])('is refused with %s under one fullUrl, and nothing of it is stored', async (_, place, edit) => {
    const before = await counts(world)
    const sent = message((entry) => edit(entry, entry[place]?.fullUrl ?? urn()))
    const { status, json } = await post(sent)
    expect([status, told(json)]).toEqual([400, [['full-url-twice', `Bundle.entry[${sent.entry.length - 1}].fullUrl`]]])
    expect(await counts(world)).toEqual(before)
  })
})

const second = (fullUrl: string) => ({
  fullUrl,
  resource: { resourceType: 'Patient', identifier: [{ system: 'https://trust1.example/mrn', value: randomUUID() }] },
})

const counts = async ({ store }: World) =>
  Promise.all(['Patient', 'ServiceRequest', 'Task'].map(async (type) => (await stored(store, type)).length))

interface Issue {
  readonly severity?: string
  readonly details: { readonly coding: readonly { readonly system: string; readonly code: string }[] }
  readonly expression?: readonly string[]
}

/** Stable id and place of each issue of an outcome. */
const told = (outcome: unknown) =>
  (outcome as { issue?: readonly Issue[] }).issue?.map(({ details, expression }) => [
    details.coding.find(({ system }) => system.endsWith('/fault'))?.code,
    expression?.[0],
  ])

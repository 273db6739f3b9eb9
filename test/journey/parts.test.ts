// A part of a resource (SUBSETTED) is no record: whoever sends one back hears it, and what is stored stays whole.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageHeaders, referralMessage } from '../../gateway/demo/bert.ts'
import { create, read } from '../../gateway/demo/stage.ts'
import { at, textAt } from '../../gateway/fhir/resource.ts'
import { person } from './people.ts'
import { databases, endWell, startWorld, type World } from './world.ts'

const tag = { system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' }
const words =
  'says that this is a part of a resource, which would take the place of the whole: send the whole, as it is read without _summary and _elements, without this tag'
const system = 'urn:example:parts'
const jsonPatch = { 'content-type': 'application/json-patch+json' }

interface Message {
  entry: { fullUrl: string; resource: Record<string, unknown> }[]
}

describe.each(databases)('a part of a resource on $name', (database) => {
  let world: World
  let whole: object
  let path = ''
  /** As it was read: less than the whole, with its tag. */
  let part: object
  beforeAll(async () => {
    world = await startWorld(database)
    const patient = { resourceType: 'Patient', meta: { tag: [{ code: 'own' }] }, identifier: [{ system, value: '1' }] }
    const made = await create(world.systems.epr, 'Patient', { ...patient, name: [{ family: 'TESTWHOLE' }], gender: 'female' })
    path = `Patient/${String(made['id'])}`
    whole = await read(world.systems.epr, path)
    part = await read(world.systems.epr, `${path}?_elements=name,identifier`)
  })
  afterAll(() => endWell(world))

  const ask = (method: string, address: string, body: unknown, headers?: Readonly<Record<string, string>>) =>
    world.systems.epr.ask(method, `/fhir/R4/${address}`, body, headers)
  const entry = (method: string, url: string, resource: object) => ({ resource, request: { method, url } })
  const bundle = (type: string, one: object) => ({ resourceType: 'Bundle', type, entry: [one] })
  const fresh = () => ({ ...part, id: undefined })

  it.each([
    ['by its id', () => ask('PUT', path, part, { 'if-match': 'W/"1"' }), 'Patient.meta.tag[1]'],
    ['by a condition', () => ask('PUT', `Patient?identifier=${system}|1`, part), 'Patient.meta.tag[1]'],
    ['by an id that nobody has', () => ask('PUT', `Patient/${unused}`, { ...part, id: unused }), 'Patient.meta.tag[1]'],
    ['as a new one', () => ask('POST', 'Patient', fresh()), 'Patient.meta.tag[1]'],
    [
      'in a transaction',
      () => ask('POST', '', bundle('transaction', entry('PUT', path, part))),
      'Bundle.entry[0].resource.meta.tag[1]',
    ],
    [
      'in a transaction, as a new one',
      () => ask('POST', '', bundle('transaction', entry('POST', 'Patient', fresh()))),
      'Bundle.entry[0].resource.meta.tag[1]',
    ],
    [
      'made by a JSON Patch',
      () => ask('PATCH', path, JSON.stringify([{ op: 'add', path: '/meta/tag/-', value: tag }]), jsonPatch),
      'Patient.meta.tag[1]',
    ],
    ['made by a FHIRPath Patch', () => ask('PATCH', path, fhirPathPatch), 'Patient.meta.tag[1]'],
  ])('is refused %s, with its place and what to do', async (_, send, place) => {
    const { status, json } = await send()
    expect([status, at(json, 'issue.details.text'), at(json, 'issue.expression')]).toEqual([422, [words], [place]])
    expect(await read(world.systems.epr, path)).toEqual(whole)
  })

  it('is refused in a batch, in its own entry', async () => {
    const { json } = await ask('POST', '', bundle('batch', entry('PUT', path, part)))
    const [response] = at(json, 'entry.response')
    expect([textAt(response, 'status')?.slice(0, 3), at(response, 'outcome.issue.details.text')]).toEqual(['422', [words]])
    expect(await read(world.systems.epr, path)).toEqual(whole)
  })

  it.each([
    ['the person', 3, 'new'],
    ['the referral', 5, 'new'],
    ['the referral, of which it changes what is stored', 5, 'update'],
  ])('is refused in a message as %s', async (_, place, reason) => {
    const sent = referralMessage(person(350 + place), 'Needs help at home') as Message
    const post = () => ask('POST', '$process-message', sent, messageHeaders())
    const resource = sent.entry[place]?.resource ?? {}
    if (reason === 'update') {
      const { json } = await post()
      const id = at(json, 'entry.resource').map((one) =>
        textAt(one, 'resourceType') === 'ServiceRequest' ? textAt(one, 'id') : '',
      )
      Object.assign(resource, { id: id.find((one) => one !== '') })
      const coding = { system: 'https://fhir.nhs.uk/CodeSystem/message-reason-bars', code: 'update' }
      Object.assign(sent.entry[0]?.resource ?? {}, { reason: { coding: [coding] } })
    }
    Object.assign(resource, { meta: { tag: [tag] } })
    const { status, json } = await post()
    const [told] = at(json, 'issue')
    expect([status, textAt(told, 'details.text'), at(told, 'expression')]).toEqual([
      422,
      words,
      [`Bundle.entry[${place}].resource.meta.tag[0]`],
    ])
  })

  it.each(['an update', 'a create'])('is told by $validate of %s, with its place', async (mode) => {
    const { json } = await ask('POST', `${path}/$validate?mode=${mode.split(' ')[1]}`, part)
    const told = at(json, 'issue').filter((issue) => at(issue, 'details.coding.code').includes('subsetted'))
    expect(told.map((issue) => [textAt(issue, 'severity'), textAt(issue, 'details.text'), at(issue, 'expression')])).toEqual([
      ['error', words, ['Patient.meta.tag[1]']],
    ])
  })

  it('may be sent back whole and with tags of other systems', async () => {
    const { status, text } = await ask('PUT', path, { ...whole, meta: { tag: [{ code: 'SUBSETTED' }] }, active: true })
    expect(status, text).toBe(200)
  })
})

const unused = randomUUID()
const fhirPathPatch = {
  resourceType: 'Parameters',
  parameter: [
    {
      name: 'operation',
      part: [
        { name: 'type', valueCode: 'add' },
        { name: 'path', valueString: 'Patient.meta' },
        { name: 'name', valueString: 'tag' },
        { name: 'value', valueCoding: tag },
      ],
    },
  ],
}

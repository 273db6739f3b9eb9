// The search index and what is stored: after every kind of write, the rows are those that a reindex would make.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { play } from '../../gateway/demo/demo.ts'
import { ackCode } from '../../gateway/demo/stage.ts'
import { parseKeeping } from '../../profiles/decimal.ts'
import { indexRows } from '../../gateway/store/index-rows.ts'
import { admission, person } from './people.ts'
import { databases, endWell, startWorld, type World } from './world.ts'

const system = 'urn:example:index'
const patch = { 'content-type': 'application/json-patch+json' }

describe.each(databases)('the search index on $name', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(() => endWell(world))

  const ask = (method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) =>
    world.systems.epr.ask(method, `/fhir/R4/${path}`, body, headers)
  const found = async (query: string) => Number((await ask('GET', query)).json['total'])
  const patient = (value: string, more: object = {}) => ({ resourceType: 'Patient', identifier: [{ system, value }], ...more })

  it('finds a resource by the source that it was stored with, and by none that it had before', async () => {
    const id = randomUUID()
    const made = await ask('PUT', `Patient/${id}`, { ...patient('SOURCE'), id })
    const amended = await ask('PATCH', `Patient/${id}`, JSON.stringify([{ op: 'add', path: '/active', value: true }]), patch)
    const replaced = await ask('PUT', `Patient/${id}`, { ...patient('SOURCE', { gender: 'male' }), id })
    const sources = [made, amended, replaced].map(({ json }) => String(json['meta']['source']))
    expect(new Set(sources).size).toBe(3)
    expect(await Promise.all(sources.map((source) => found(`Patient?_source=${source}`)))).toEqual([0, 0, 1])
    expect(await found(`Patient?identifier=${system}|SOURCE&_source:missing=true`)).toBe(0)

    const own = { ...patient('SOURCE'), id, meta: { source: 'https://epr.example/a' } }
    expect((await ask('PUT', `Patient/${id}`, own)).status).toBe(200)
    expect(await found(`Patient?_source=${sources[2]}`)).toBe(0)
    expect(await found('Patient?_source=https://epr.example/a')).toBe(1)
  })

  it('holds after every kind of write what it would hold if it were made again', async () => {
    expect(await play(world.stage, () => undefined)).toBe(true)
    expect(ackCode(await world.mllp(admission(person(1))))).toBe('AA')
    await transact()
    const gone = await ask('POST', 'Patient', odd)
    expect(gone.status, gone.text).toBe(201)
    expect((await ask('DELETE', `Patient/${String(gone.json['id'])}`)).status).toBe(204)
    expect((await ask('POST', 'Patient', odd)).status).toBe(201)

    const made = await madeAgain()
    expect(new Set(made.map((row) => row.split(',')[0])).size).toBeGreaterThan(10)
    expect(await held()).toEqual(made)
  })

  async function transact(): Promise<void> {
    const entry = (fullUrl: string, resource: { readonly resourceType: string }) => ({
      fullUrl,
      resource,
      request: { method: 'POST', url: resource.resourceType },
    })
    const [one, two] = [`urn:uuid:${randomUUID()}`, `urn:uuid:${randomUUID()}`]
    const answer = await ask('POST', '', {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        entry(one, patient('IN-TRANSACTION')),
        entry(two, {
          resourceType: 'Observation',
          status: 'final',
          code: { text: 'Weight' },
          subject: { reference: one },
          valueQuantity: { value: 70.5, unit: 'kg' },
        } as { resourceType: string }),
      ],
    })
    expect(answer.status, answer.text).toBe(200)
  }

  /** All rows but those of what a resource hangs on, which is not read out of it. */
  async function held(): Promise<readonly string[]> {
    const rows = await world.rows(`select r.type, r.id, i.key, i.value, i.other
      from search_index i join resource r on r.rid = i.rid where i.key not like '%.anchor'`)
    return rows.map(({ type, id, key, value, other }) => JSON.stringify([type, id, key, value, other])).toSorted()
  }

  async function madeAgain(): Promise<readonly string[]> {
    const rows = await world.rows(`select r.type, r.id, v.text from resource r
      join version v on v.rid = r.rid and v.version = r.version where r.deleted = 0`)
    return rows
      .flatMap(({ type, id, text }) =>
        indexRows(parseKeeping(String(text)) as Readonly<Record<string, unknown>>, world.house.base).map(({ key, value, other }) =>
          JSON.stringify([type, id, key, value, other]),
        ),
      )
      .toSorted()
  }
})

/** With what its text may hold otherwise than what was sent: decimals, characters of two halves, and most of meta. */
const odd = {
  resourceType: 'Patient',
  meta: {
    tag: [{ system, code: 'tagged' }],
    profile: ['http://hl7.org/fhir/StructureDefinition/Patient'],
    extension: [{ url: 'urn:example:extension', valueDecimal: 1.5 }],
  },
  identifier: [{ system, value: 'ODD', type: { coding: [{ system: 'urn:t', code: 'a|b' }], text: 'Odd' } }],
  name: [{ family: 'Ünal \u{1F600}', given: ['Zoë'] }],
  multipleBirthInteger: 2,
}

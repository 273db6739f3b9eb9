// The search index and what is stored: after every kind of write, the rows are those that a reindex would make.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { play } from '../../gateway/demo/demo.ts'
import { ackCode } from '../../gateway/demo/stage.ts'
import type { Answered } from '../../gateway/demo/wire.ts'
import { parseKeeping } from '../../profiles/decimal.ts'
import { indexRows } from '../../gateway/store/index-rows.ts'
import { admission, person } from './people.ts'
import { databases, endWell, startWorld, type World } from './world.ts'

const system = 'urn:example:index'
interface Resource {
  readonly resourceType: string
  readonly [element: string]: unknown
}

const outcomeOf = ({ json }: Answered) => {
  const [issue] = json['issue'] as unknown as readonly { details: { coding: { code: string }[] }; expression: string[] }[]
  return [issue?.details.coding[0]?.code, issue?.expression[0]]
}
const form = { 'content-type': 'application/x-www-form-urlencoded' }
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
    const sources = [made, amended, replaced].map(({ json }) => String(json['meta']?.['source']))
    expect(new Set(sources).size).toBe(3)
    expect(await Promise.all(sources.map((source) => found(`Patient?_source=${source}`)))).toEqual([0, 0, 1])
    expect(await found(`Patient?identifier=${system}|SOURCE&_source:missing=true`)).toBe(0)

    const own = { ...patient('SOURCE'), id, meta: { source: 'https://epr.example/a' } }
    expect((await ask('PUT', `Patient/${id}`, own)).status).toBe(200)
    expect(await found(`Patient?_source=${sources[2]}`)).toBe(0)
    expect(await found('Patient?_source=https://epr.example/a')).toBe(1)
  })

  describe('of a long text', () => {
    const observation = (id: string, more: object) => ({
      resourceType: 'Observation',
      id,
      status: 'final',
      code: { text: 'Long' },
      subject: { reference: `Patient/${about}` },
      ...more,
    })
    const about = randomUUID()
    const text = Array.from({ length: 700 }, (_, i) => `Wört${i}`).join(' ')
    const id = randomUUID()
    const note = `Note of ${text.slice(0, 300)}`
    const noted = randomUUID()
    beforeAll(async () => {
      expect((await ask('PUT', `Patient/${about}`, { ...patient('LONG'), id: about })).status).toBe(201)
      expect((await ask('PUT', `Observation/${id}`, observation(id, { valueString: text }))).status).toBe(201)
      expect((await ask('PUT', `Observation/${noted}`, observation(noted, { valueString: note }))).status).toBe(201)
    })
    const searched = (by: string, value: string) =>
      ask('POST', 'Observation/_search', String(new URLSearchParams([[by, value]])), form)

    it.each([
      ['value-string', 121],
      ['value-string:contains', 121],
      ['value-string', 300],
    ])('refuses %s with %i characters, naming the parameter and not the value', async (by, length) => {
      for (const value of [text.slice(0, length), text.slice(0, length - 1) + '?']) {
        const answer = await searched(by, value)
        expect([answer.status, outcomeOf(answer)]).toEqual([400, ['string-too-long', `http.${by}`]])
        expect(answer.text).not.toContain('Wört')
      }
    })

    it('tells what it can: its beginning, any part of it up to the bound, and all of it', async () => {
      const total = async (by: string, value: string) => Number((await searched(by, value)).json['total'])
      expect(await total('value-string', text.slice(0, 120))).toBe(1)
      expect(await total('value-string', text.slice(0, 119) + '?')).toBe(0)
      expect(await total('value-string:exact', note)).toBe(1)
      expect(await total('value-string:exact', `${note}?`)).toBe(0)
      for (const at of [200, 281, 350, 3_000, 3_880])
        expect(await total('value-string:contains', text.slice(at, at + 120))).toBe(1)
      expect(await total('value-string:contains', 'WORT150 wort')).toBe(1)
      expect(await total('value-string:contains', 'wort699')).toBe(0)
    })
  })

  it('refuses :below of a path that is longer than can be told apart', async () => {
    const path = `https://a.example/${'p'.repeat(102)}`
    const id = randomUUID()
    const own = { ...patient('BELOW'), id, meta: { source: `${path}q` } }
    expect((await ask('PUT', `Patient/${id}`, own)).status).toBe(201)
    expect([path.length, await found(`Patient?_source:below=${path}`)]).toEqual([120, 0])
    const answer = await ask('GET', `Patient?_source:below=${path}p`)
    expect([answer.status, outcomeOf(answer)]).toEqual([400, ['uri-too-long', 'http._source:below']])
    expect(await found(`Patient?_source=${path}q`)).toBe(1)
  })

  it('takes no unit and no identifier for another that reads alike, and finds long ones', async () => {
    const about = await made({
      ...patient('b|c'),
      identifier: [{ system, value: 'b|c', type: { coding: [{ system, code: 'a' }] } }],
    })
    const measured = (valueQuantity: object) =>
      made({
        resourceType: 'Observation',
        status: 'final',
        code: { coding: [{ system, code: 'measured' }] },
        subject: { reference: `Patient/${about}` },
        valueQuantity,
      })
    const long = 'u'.repeat(180)
    await measured({ value: 7, unit: 'http://unitsofmeasure.org|mg' })
    await measured({ value: 7, unit: long })
    const of = (query: string, value: string) => found(`${query}=${encodeURIComponent(value)}`)
    expect(await of('Observation?value-quantity', '7|http://unitsofmeasure.org|mg')).toBe(0)
    expect(await of('Observation?value-quantity', '7||http://unitsofmeasure.org\\|mg')).toBe(1)
    expect(await of('Observation?value-quantity', `7||${long}`)).toBe(1)
    expect(await of('Observation?value-quantity', `7||${long}u`)).toBe(0)
    expect(await of('Observation?code-value-quantity', `${system}|measured$7||${long}`)).toBe(1)
    expect(await of('Observation?code-value-quantity', 'measured$7|http://unitsofmeasure.org|mg')).toBe(0)
    expect(await of('Observation?code-value-quantity', `${system}\\|measured$7`)).toBe(0)
    expect(await of('Patient?identifier:of-type', `${system}|a|b\\|c`)).toBe(1)
    expect(await of('Patient?identifier:of-type', `${system}|a\\|b|c`)).toBe(0)
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

  async function made(resource: Resource): Promise<string> {
    const answer = await ask('POST', resource.resourceType, resource)
    expect(answer.status, answer.text).toBe(201)
    return String(answer.json['id'])
  }

  async function transact(): Promise<void> {
    const entry = (fullUrl: string, resource: Resource) => ({
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
        }),
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
        indexRows(parseKeeping(String(text)) as Readonly<Record<string, unknown>>, world.house.base).map(
          ({ key, value, other }) => JSON.stringify([type, id, key, value, other]),
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

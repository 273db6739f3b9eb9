// Three FHIR clients from npm, unmodified, work with the gateway: create, read, search over pages, update, transaction, history.

import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endAll, makeCamp, startGateway, type Gateway } from '../faults/gateway.ts'
import { nhsNumber } from '../../profiles/canonical.ts'
import { person } from '../faults/people.ts'

const isThere = ['@medplum/core', 'fhir-kit-client', 'fhirclient'].every((name) =>
  existsSync(new URL(`node_modules/${name}`, import.meta.url)),
)
if (!isThere) console.warn('skipped: the FHIR clients from npm are not installed; npm --prefix test/peers ci brings them')

/** By an address that is known only when it runs, so that the types are checked without the peers being installed. */
const load = (path: string): Promise<any> => import(new URL(`node_modules/${path}`, import.meta.url).href)

const camp = makeCamp('sqlite::memory:')
let gateway: Gateway
let token = ''
beforeAll(async () => {
  if (!isThere) return
  gateway = await startGateway(camp.environment)
  token = await camp.wires(gateway.url).epr.token()
})
afterAll(async () => {
  await gateway?.end('SIGTERM')
  endAll()
  camp.remove()
})

type Json = Record<string, any>

/** One client's own words for what each of them must be able to do. */
interface Driver {
  create(resource: Json): Promise<Json>
  read(type: string, id: string): Promise<Json>
  /** Follows every page; answers the resources in order. */
  searchAll(type: string, parameters: Record<string, string>): Promise<Json[]>
  /** With If-Match of the version that `resource` holds; rejects when it is stale. */
  update(resource: Json): Promise<Json>
  transaction(bundle: Json): Promise<Json>
  history(type: string, id: string): Promise<Json>
}

const base = () => `${gateway.url}/fhir/R4`

const drivers: readonly (readonly [string, () => Promise<Driver>])[] = [
  ['MedplumClient', medplum],
  ['fhir-kit-client', fhirKit],
  ['fhirclient', smartJs],
]

async function medplum(): Promise<Driver> {
  const { MedplumClient } = await load('@medplum/core/dist/esm/index.mjs')
  const client = new MedplumClient({
    baseUrl: `${gateway.url}/`,
    fhirUrlPath: 'fhir/R4',
    accessToken: token,
    cacheTime: 0,
    autoBatchTime: 0,
  })
  const plain = (value: unknown): Json => value as Json
  return {
    create: async (resource) => plain(await client.createResource(resource as never)),
    read: async (type, id) => plain(await client.readResource(type as never, id)),
    async searchAll(type, parameters) {
      const found: Json[] = []
      for await (const page of client.searchResourcePages(type as never, parameters)) found.push(...(page as Json[]))
      return found
    },
    update: async (resource) =>
      plain(await client.updateResource(resource as never, { headers: { 'If-Match': `W/"${resource['meta'].versionId}"` } })),
    transaction: async (bundle) => plain(await client.executeBatch(bundle as never)),
    history: async (type, id) => plain(await client.readHistory(type as never, id)),
  }
}

async function fhirKit(): Promise<Driver> {
  const { Client } = await load('fhir-kit-client/dist/index.js')
  const client = new Client({ baseUrl: base(), bearerToken: token })
  return {
    create: (resource) => client.create({ resourceType: resource['resourceType'], body: resource }),
    read: (type, id) => client.read({ resourceType: type, id }),
    async searchAll(type, searchParams) {
      const found: Json[] = []
      let bundle: Json | undefined = await client.search({ resourceType: type, searchParams })
      while (bundle) {
        found.push(...(bundle['entry'] ?? []).map((entry: Json) => entry['resource']))
        bundle = await client.nextPage({ bundle })
      }
      return found
    },
    update: (resource) =>
      client.update({
        resourceType: resource['resourceType'],
        id: resource['id'],
        body: resource,
        options: { headers: { 'If-Match': `W/"${resource['meta'].versionId}"` } },
      }),
    transaction: (bundle) => client.transaction({ body: bundle }),
    history: (type, id) => client.history({ resourceType: type, id }),
  }
}

async function smartJs(): Promise<Driver> {
  const { default: client_ } = await load('fhirclient/lib/Client.js')
  const { default: adapter_ } = await load('fhirclient/lib/adapters/NodeAdapter.js')
  const [Client, NodeAdapter] = [client_.default ?? client_, adapter_.default ?? adapter_]
  const adapter = new NodeAdapter({ request: { headers: {} }, response: {}, storage: {} })
  const client = new Client(adapter, { serverUrl: base(), tokenResponse: { access_token: token } })
  return {
    create: (resource) => client.create(resource),
    read: (type, id) => client.request(`${type}/${id}`),
    searchAll: (type, parameters) => client.request(`${type}?${new URLSearchParams(parameters)}`, { pageLimit: 0, flat: true }),
    update: (resource) => client.update(resource, { headers: { 'If-Match': `W/"${resource['meta'].versionId}"` } }),
    transaction: (bundle) =>
      client.request({
        url: base(),
        method: 'POST',
        body: JSON.stringify(bundle),
        headers: { 'content-type': 'application/fhir+json' },
      }),
    history: (type, id) => client.request(`${type}/${id}/_history`),
  }
}

let people = 700

const patient = (family: string): Json => {
  const { nhsNumber: number } = person(people++)
  return {
    resourceType: 'Patient',
    identifier: [
      { system: nhsNumber, value: number },
      { system: 'https://example.org/local', value: randomUUID() },
    ],
    name: [{ use: 'official', family, given: ['Test'] }],
    birthDate: '1941-05-06',
  }
}

describe.skipIf(!isThere).each(drivers)('%s', (_, open) => {
  it('creates, reads, and updates what it read, and is told when it comes too late', async () => {
    const client = await open()
    const created = await client.create(patient('Clientson'))
    expect(created['id']).toMatch(/^[0-9a-f-]{36}$/)
    const read = await client.read('Patient', created['id'])
    expect(read['name'][0].family).toBe('Clientson')
    const updated = await client.update({ ...read, birthDate: '1941-05-07' })
    expect(updated['meta'].versionId).toBe('2')
    await expect(client.update({ ...read, birthDate: '1941-05-08' })).rejects.toBeDefined()
    expect((await client.read('Patient', created['id']))['birthDate']).toBe('1941-05-07')
  })

  it('follows the pages of a search to the end, nothing twice and nothing missing', async () => {
    const client = await open()
    const family = `Pages${randomUUID().slice(0, 8)}`
    const made: string[] = []
    for (let n = 0; n < 7; n += 1) made.push((await client.create(patient(family)))['id'])
    const found = await client.searchAll('Patient', { family, _count: '3' })
    expect(found.map(({ id }) => id as string).toSorted()).toEqual(made.toSorted())
  })

  it('runs a transaction whose entries refer to each other', async () => {
    const client = await open()
    const [person1, stay] = [`urn:uuid:${randomUUID()}`, `urn:uuid:${randomUUID()}`]
    const encounter = {
      resourceType: 'Encounter',
      status: 'in-progress',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IMP' },
      subject: { reference: person1 },
      identifier: [{ system: 'https://example.org/spell', value: randomUUID() }],
    }
    const answer = await client.transaction({
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        { fullUrl: person1, resource: patient('Transaction'), request: { method: 'POST', url: 'Patient' } },
        { fullUrl: stay, resource: encounter, request: { method: 'POST', url: 'Encounter' } },
      ],
    })
    expect(answer['entry'].map((entry: Json) => entry['response'].status.slice(0, 3))).toEqual(['201', '201'])
    const [, id = ''] = /Encounter\/([^/]+)/.exec(answer['entry'][1].response.location) ?? []
    const read = await client.read('Encounter', id)
    expect(answer['entry'][0].response.location).toContain(read['subject'].reference)
  })

  it('reads the history of what it changed, newest first', async () => {
    const client = await open()
    const created = await client.create(patient('History'))
    await client.update({ ...created, birthDate: '1940-01-01' })
    const bundle = await client.history('Patient', created['id'])
    expect(bundle['type']).toBe('history')
    expect(bundle['entry'].map((entry: Json) => entry['resource'].meta.versionId)).toEqual(['2', '1'])
  })
})

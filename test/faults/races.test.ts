// Sixty-four at once, over HTTP, with several gateways on one database: conditional create, update and delete, If-Match, and
// transaction against transaction make exactly one, also when what an earlier race made is gone again.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Answered, Wire } from '../../gateway/demo/wire.ts'
import { createDatabase } from '../postgres.database.ts'
import { endAll, makeCamp, startGateway, type Camp, type Gateway } from './gateway.ts'

const system = 'urn:example:races'
const crowd = 64

const settings = [
  { name: 'SQLite', processes: 1, url: async () => undefined },
  ...(inject('pgUrl')
    ? [{ name: 'PostgreSQL with three gateways', processes: 3, url: () => createDatabase(inject('pgUrl')) }]
    : []),
]

describe.each(settings)('64 at once, on $name', ({ processes, url }) => {
  let camp: Camp
  let gateways: readonly Gateway[]
  let wires: readonly Wire[]
  beforeAll(async () => {
    camp = makeCamp(await url())
    gateways = await Promise.all(Array.from({ length: processes }, () => startGateway(camp.environment)))
    wires = gateways.map((gateway) => camp.wires(gateway.url).epr)
    await Promise.all(wires.map((wire) => wire.token()))
  }, 60_000)
  afterAll(async () => {
    await Promise.all(gateways.map((gateway) => gateway.end('SIGTERM')))
    endAll()
    camp.remove()
  })

  type Headers = Readonly<Record<string, string>>
  const ask = (i: number, method: string, path: string, body?: unknown, headers?: Headers): Promise<Answered> =>
    wires[i % processes]!.ask(method, `/fhir/R4${path && `/${path}`}`, body, headers)
  const all = (work: (i: number) => Promise<Answered>) => Promise.all(Array.from({ length: crowd }, (_, i) => work(i)))
  const statuses = (answers: readonly Answered[]): Readonly<Record<string, number>> => {
    const counted: Record<string, number> = {}
    for (const { status } of answers) counted[status] = (counted[status] ?? 0) + 1
    return counted
  }
  const patient = (value: string, more: object = {}) => ({ resourceType: 'Patient', identifier: [{ system, value }], ...more })
  const condition = (value: string) => `identifier=${system}|${value}`
  const count = async (query: string) => Number((await ask(0, 'GET', query)).json['total'])
  const made = async (value: string) => String((await ask(0, 'POST', 'Patient', patient(value))).json['id'])
  const versionOf = async (id: string) => (await ask(0, 'GET', `Patient/${id}`)).headers.get('etag')

  it('a conditional create makes one, and one again each time that the one before was deleted or changed', async () => {
    const race = () => all((i) => ask(i, 'POST', 'Patient', patient('CREATE'), { 'if-none-exist': condition('CREATE') }))
    for (const after of ['nothing', 'deletion', 'change', 'deletion'] as const) {
      const [found] = (await ask(0, 'GET', `Patient?${condition('CREATE')}`)).json['entry'] ?? []
      const id = (found as unknown as { resource: { id: string } } | undefined)?.resource.id
      if (after === 'deletion') expect((await ask(0, 'DELETE', `Patient/${id}`)).status).toBe(204)
      if (after === 'change') expect((await ask(0, 'PUT', `Patient/${id}`, { ...patient('OTHER'), id })).status).toBe(200)
      expect([after, statuses(await race())]).toEqual([after, { 200: crowd - 1, 201: 1 }])
      expect(await count(`Patient?${condition('CREATE')}`)).toBe(1)
    }
  })

  it('a conditional create by any search makes one', async () => {
    const body = {
      resourceType: 'Practitioner',
      identifier: [{ system, value: 'ANY' }],
      name: [{ family: 'RACE' }],
      active: true,
    }
    const race = () =>
      all((i) =>
        ask(i, 'POST', 'Practitioner', body, { 'if-none-exist': i % 2 ? 'name=RACE&active=true' : 'active=true&name=RACE' }),
      )
    expect(statuses(await race())).toEqual({ 200: crowd - 1, 201: 1 })
    expect(await count('Practitioner?name=RACE')).toBe(1)
  })

  it('a conditional update makes one, and every other changes that one', async () => {
    const race = (name: string) =>
      all((i) => ask(i, 'PUT', `Patient?${condition('UPDATE')}`, patient('UPDATE', { name: [{ family: `${name}${i}` }] })))
    expect(statuses(await race('FIRST'))).toEqual({ 200: crowd - 1, 201: 1 })
    expect(await count(`Patient?${condition('UPDATE')}`)).toBe(1)
    const id = String((await race('SECOND'))[0]?.json['id'])
    expect(await versionOf(id)).toBe(`W/"${2 * crowd}"`)
    await ask(0, 'DELETE', `Patient/${id}`)
    expect(statuses(await race('THIRD'))).toEqual({ 200: crowd - 1, 201: 1 })
    expect(await count(`Patient?${condition('UPDATE')}`)).toBe(1)
  })

  it('a conditional delete deletes once', async () => {
    const id = await made('DELETE')
    expect(statuses(await all((i) => ask(i, 'DELETE', `Patient?${condition('DELETE')}`)))).toEqual({ 204: crowd })
    const history = await ask(0, 'GET', `Patient/${id}/_history`)
    expect(history.json['total']).toBe(2)
  })

  it('of updates, patches and deletions with one If-Match one is done', async () => {
    const id = await made('MATCH')
    const ifMatch = { 'if-match': 'W/"1"' }
    const work = (i: number): Promise<Answered> => {
      const path = `Patient/${id}`
      if (i % 3 === 0) return ask(i, 'PUT', path, patient('MATCH', { id, name: [{ family: `NUMBER${i}` }] }), ifMatch)
      if (i % 3 === 2) return ask(i, 'DELETE', path, undefined, ifMatch)
      const operations = JSON.stringify([{ op: 'add', path: '/name', value: [{ family: `NUMBER${i}` }] }])
      return ask(i, 'PATCH', path, operations, { ...ifMatch, 'content-type': 'application/json-patch+json' })
    }
    const answers = await all(work)
    const done = answers.filter(({ status }) => status === 200 || status === 204)
    // Whoever comes after a deletion finds it gone, or deleted as asked; whoever comes after another finds another version.
    expect(answers.filter(({ status }) => ![200, 204, 412, 410].includes(status)).map(({ text }) => text)).toEqual([])
    const history = await ask(0, 'GET', `Patient/${id}/_history`)
    expect(history.json['total']).toBe(2)
    expect(done.length).toBeGreaterThan(0)
  })

  it('of updates as create with one id and If-None-Match one creates', async () => {
    const id = randomUUID()
    const body = { ...patient('NEW'), id }
    const answers = await all((i) => ask(i, 'PUT', `Patient/${id}`, body, { 'if-none-match': '*' }))
    expect(statuses(answers)).toEqual({ 201: 1, 412: crowd - 1 })
  })

  it('patches of unlike elements lose nothing', async () => {
    const id = await made('PATCH')
    const answers = await all((i) =>
      ask(
        i,
        'PATCH',
        `Patient/${id}`,
        JSON.stringify([{ op: 'add', path: '/identifier/-', value: { system, value: `P${i}` } }]),
        {
          'content-type': 'application/json-patch+json',
        },
      ),
    )
    expect(statuses(answers)).toEqual({ 200: crowd })
    const identifiers = (await ask(0, 'GET', `Patient/${id}`)).json['identifier']
    expect(identifiers).toHaveLength(crowd + 1)
  })

  /** A person, found or made, and something new about them. */
  const together = (value: string, i: number) => {
    const fullUrl = `urn:uuid:${randomUUID()}`
    return {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        {
          fullUrl,
          resource: patient(value),
          request: { method: 'POST', url: 'Patient', ifNoneExist: condition(value) },
        },
        {
          resource: {
            ...{ resourceType: 'Observation', status: 'final', code: { text: 'pulse' }, subject: { reference: fullUrl } },
            identifier: [{ system, value: `${value}-${i}` }],
          },
          request: { method: 'POST', url: 'Observation' },
        },
      ],
    }
  }

  it('transactions that make one person make one, and each its own of it', async () => {
    const race = () => all((i) => ask(i, 'POST', '', together('TOGETHER', i)))
    expect(statuses(await race())).toEqual({ 200: crowd })
    expect(await count(`Patient?${condition('TOGETHER')}`)).toBe(1)
    const [found] = (await ask(0, 'GET', `Patient?${condition('TOGETHER')}`)).json['entry'] ?? []
    const id = (found as unknown as { resource: { id: string } }).resource.id
    expect(await count(`Observation?subject=Patient/${id}`)).toBe(crowd)
  })

  it('of transactions that change two resources by their versions one is done, both or neither', async () => {
    const [one, two] = [await made('PAIR'), await made('PAIR')]
    const put = (id: string, i: number) => ({
      resource: patient('PAIR', { id, name: [{ family: `NUMBER${i}` }] }),
      request: { method: 'PUT', url: `Patient/${id}`, ifMatch: 'W/"1"' },
    })
    // In either order, so that who takes the first of them first does not decide it.
    const answers = await all((i) =>
      ask(i, 'POST', '', {
        ...{ resourceType: 'Bundle', type: 'transaction' },
        entry: i % 2 ? [put(one, i), put(two, i)] : [put(two, i), put(one, i)],
      }),
    )
    expect(statuses(answers)).toEqual({ 200: 1, 412: crowd - 1 })
    const names = await Promise.all(
      [one, two].map(async (id) => JSON.stringify((await ask(0, 'GET', `Patient/${id}`)).json['name'])),
    )
    expect(names[0]).toBe(names[1])
    expect([await versionOf(one), await versionOf(two)]).toEqual(['W/"2"', 'W/"2"'])
  })
})

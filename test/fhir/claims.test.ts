// Whatever the CapabilityStatement and OpenAPI claim is called, and answers as claimed.

import { randomUUID } from 'node:crypto'
import type { CapabilityStatement } from '@medplum/fhirtypes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nhsNumber } from '../../profiles/canonical.ts'
import { databases, startWorld, type World } from '../journey/world.ts'

const [sqlite] = databases

let world: World
let statement: CapabilityStatement
let openapi: OpenApi
beforeAll(async () => {
  if (!sqlite) throw new Error('no database')
  world = await startWorld(sqlite)
  statement = (await ask('GET', '/fhir/R4/metadata')).json as unknown as CapabilityStatement
  openapi = (await ask('GET', '/openapi.json')).json as unknown as OpenApi
})
afterAll(() => world.close())

interface OpenApi {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly parameters: object; readonly responses: object; readonly schemas: object }
}

interface Operation {
  readonly operationId: string
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> }
  readonly responses: Readonly<Record<string, unknown>>
}

const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  world.systems.epr.ask(method, path, body, headers)

const codesIn = (answer: { json: unknown }): readonly string[] => {
  const { issue } = answer.json as unknown as { issue?: readonly { details?: { coding?: readonly { code: string }[] } }[] }
  return (issue ?? []).flatMap(({ details }) => (details?.coding ?? []).map(({ code }) => code))
}

/** Nothing says that it is not served. */
const isServed = (status: number, codes: readonly string[]): boolean =>
  ![405, 500, 501, 503].includes(status) &&
  !codes.some((code) => ['address-unknown', 'operation-unknown', 'parameter-unsupported', 'type-unknown'].includes(code))

const resources = () => statement.rest?.[0]?.resource ?? []
/** Values of each kind, of which one suits. */
const samples: Readonly<Record<string, readonly string[]>> = {
  token: ['nothing-has-this-code'],
  string: ['nobody'],
  date: ['ge2000-01-01'],
  reference: ['http://none.example/fhir/Patient/1', 'none-1'],
  uri: ['urn:none'],
  number: ['1'],
  quantity: ['1'],
  composite: ['nothing$2020'],
}

describe('the CapabilityStatement', () => {
  it('claims interactions that are all served', { timeout: 60_000 }, async () => {
    const wrong: unknown[] = []
    for (const { type = '', interaction = [] } of resources()) {
      const at = `/fhir/R4/${type}`
      const calls: Readonly<Record<string, readonly [string, string, unknown?, Record<string, string>?]>> = {
        read: ['GET', `${at}/none-1`],
        vread: ['GET', `${at}/none-1/_history/1`],
        'history-instance': ['GET', `${at}/none-1/_history`],
        'history-type': ['GET', `${at}/_history?_count=1`],
        'search-type': ['GET', `${at}?_count=1`],
        create: ['POST', at, { resourceType: 'Basic' }],
        update: ['PUT', `${at}/none-1`, { resourceType: type, id: 'none-1' }],
        patch: ['PATCH', `${at}/${randomUUID()}`, '[]', { 'content-type': 'application/json-patch+json' }],
        delete: ['DELETE', `${at}/none-1`],
      }
      for (const { code = '' } of interaction) {
        const [method, path, body, headers] = calls[code] ?? ['GET', '/nothing']
        const answer = await ask(method, path, body, headers)
        const expected = ['history-type', 'search-type'].includes(code) ? [200] : [204, 400, 404, 409, 412, 422]
        if (!isServed(answer.status, codesIn(answer)) || !expected.includes(answer.status))
          wrong.push([type, code, answer.status, codesIn(answer)])
      }
    }
    expect(wrong).toEqual([])
  })

  it('claims search parameters that all filter, by GET and by POST', { timeout: 120_000 }, async () => {
    const wrong: unknown[] = []
    for (const { type = '', searchParam = [] } of resources()) {
      for (const { name = '', type: kind = '' } of searchParam) {
        const [first, second = first] = samples[kind] ?? []
        const searchFor = (value = '') => ask('GET', `/fhir/R4/${type}?${name}=${encodeURIComponent(value)}&_count=1`)
        const tried = await searchFor(first)
        const answer = tried.status === 200 ? tried : await searchFor(second)
        const link = (answer.json as unknown as { link?: readonly { relation: string; url: string }[] }).link?.find(
          ({ relation }) => relation === 'self',
        )
        if (answer.status !== 200 || !link?.url.includes(`${encodeURIComponent(name)}=`))
          wrong.push([type, name, answer.status, codesIn(answer)])
      }
      if (searchParam.length === 0) continue
      const posted = await ask('POST', `/fhir/R4/${type}/_search`, '_count=1', {
        'content-type': 'application/x-www-form-urlencoded',
      })
      if (posted.status !== 200) wrong.push([type, 'POST', posted.status])
    }
    expect(wrong).toEqual([])
  })

  it('claims includes that are all taken', { timeout: 120_000 }, async () => {
    const wrong: unknown[] = []
    for (const { type = '', searchInclude = [], searchRevInclude = [] } of resources()) {
      const asked = [...searchInclude.map((one) => `_include=${one}`), ...searchRevInclude.map((one) => `_revinclude=${one}`)]
      // A search takes some at a time.
      for (let i = 0; i < asked.length; i += 10) {
        const answer = await ask('GET', `/fhir/R4/${type}?_count=1&${asked.slice(i, i + 10).join('&')}`)
        if (answer.status !== 200) wrong.push([type, asked.slice(i, i + 10), answer.status, codesIn(answer)])
      }
    }
    expect(wrong).toEqual([])
  })

  it('claims operations that are all served, each by a definition that can be had', { timeout: 60_000 }, async () => {
    const wrong: unknown[] = []
    for (const { type = '', operation = [] } of [{ type: '', operation: statement.rest?.[0]?.operation ?? [] }, ...resources()]) {
      for (const { name = '', definition = '' } of operation) {
        const at = `/fhir/R4${type && `/${type}`}`
        const tries = await Promise.all(
          [`${at}/$${name}`, `${at}/none-1/$${name}`].flatMap((path) => [
            ask('POST', path, { resourceType: 'Parameters' }),
            ask('GET', path),
          ]),
        )
        if (!tries.some((answer) => ![404, 405].includes(answer.status) || codesIn(answer).includes('not-found')))
          wrong.push([type, name])
        if (tries.some(({ status }) => status >= 500)) wrong.push([type, name, tries.map(({ status }) => status)])
        if (definition.startsWith('http://hl7.org/fhir/')) continue
        const found = await ask('GET', `/fhir/R4/OperationDefinition?url=${encodeURIComponent(definition)}`)
        const [one] = (found.json as unknown as { entry?: readonly { resource: { code: string } }[] }).entry ?? []
        if (one?.resource.code !== name) wrong.push([type, name, definition, found.status])
      }
    }
    expect(wrong).toEqual([])
  })

  it('claims system interactions that are all served', async () => {
    const codes = statement.rest?.[0]?.interaction?.map(({ code }) => code) ?? []
    const bundle = (type: string) => ({ resourceType: 'Bundle', type, entry: [] })
    const answers: Readonly<Record<string, () => Promise<{ status: number; text: string }>>> = {
      transaction: () => ask('POST', '/fhir/R4', bundle('transaction')),
      batch: () => ask('POST', '/fhir/R4', bundle('batch')),
      'search-system': () => ask('GET', '/fhir/R4?_type=Patient,Task&_count=1'),
      'history-system': () => ask('GET', '/fhir/R4/_history?_count=1'),
    }
    for (const code of codes) expect([code, (await answers[code ?? '']?.())?.status]).toEqual([code, 200])
    expect(codes).toEqual(expect.arrayContaining(['transaction', 'search-system', 'history-system']))
  })

  it('claims a conditional create, and an update that creates', async () => {
    const identifier = [{ system: nhsNumber.replace('nhs-number', 'local'), value: randomUUID() }]
    const patient = { resourceType: 'Patient', identifier, name: [{ family: 'TEST' }] }
    const flags = resources().find(({ type }) => type === 'Patient')
    const condition = { 'if-none-exist': `identifier=${identifier[0]?.system}|${identifier[0]?.value}` }
    const made = [
      await ask('POST', '/fhir/R4/Patient', patient, condition),
      await ask('POST', '/fhir/R4/Patient', patient, condition),
    ]
    if (flags?.conditionalCreate) expect(made.map(({ status }) => status)).toEqual([201, 200])
    const id = randomUUID()
    const put = await ask('PUT', `/fhir/R4/Patient/${id}`, { ...patient, id, identifier: undefined })
    if (flags?.updateCreate)
      expect([put.status, put.headers.get('location')]).toEqual([201, expect.stringContaining(`/Patient/${id}/_history/1`)])
  })
})

describe('OpenAPI', () => {
  it('claims addresses that are all served, by every method and type of body', { timeout: 120_000 }, async () => {
    const wrong: unknown[] = []
    for (const [path, methods] of Object.entries(openapi.paths)) {
      for (const [method, { requestBody }] of Object.entries(methods)) {
        // The form of a token would be audited as an attempt; the others are asked with what they cannot take.
        const address = path
          .replaceAll('{type}', 'Patient')
          .replaceAll('{version}', '1')
          .replaceAll(/\{\w+\}/g, 'none-1')
        for (const type of requestBody ? Object.keys(requestBody.content) : [undefined]) {
          const sent = ['post', 'put', 'patch'].includes(method) ? bodies[type ?? ''] : undefined
          const answer = await ask(method.toUpperCase(), address, sent, type ? { 'content-type': named(type) } : {})
          const codes = codesIn(answer)
          if (!isServed(answer.status, codes) || answer.status === 415 || answer.status === 406)
            wrong.push([method, path, type, answer.status, codes])
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it('claims the types that a Binary comes and goes in', async () => {
    const [at, one, version] = ['/fhir/R4/Binary', '/fhir/R4/Binary/{id}', '/fhir/R4/Binary/{id}/_history/{version}']
    const taken = Object.keys(openapi.paths[at]?.['post']?.requestBody?.content ?? {})
    expect(taken).toContain('*/*')
    const resource = { resourceType: 'Binary', contentType: 'text/plain', data: 'TVNIfA==' }
    const xml = '<Binary xmlns="http://hl7.org/fhir"><contentType value="text/plain"/><data value="TVNIfA=="/></Binary>'
    const texts: Record<string, string> = { 'application/fhir+json': JSON.stringify(resource), 'application/fhir+xml': xml }
    for (const type of taken) {
      const made = await ask('POST', at, texts[type] ?? 'MSH|', { 'content-type': named(type) })
      expect([type, made.status]).toEqual([type, 201])
      for (const path of [one, version]) {
        const [id = ''] = /[^/]+(?=\/_history)/.exec(made.headers.get('location') ?? '') ?? []
        const address = path.replace('{id}', id).replace('{version}', '1')
        const { content = {} } = (openapi.paths[path]?.['get']?.responses['200'] ?? {}) as { content?: object }
        expect(Object.keys(content)).toContain('*/*')
        const given = await Promise.all(Object.keys(content).map((accept) => ask('GET', address, undefined, { accept })))
        const stored = type === '*/*' ? 'application/hl7-v2' : 'text/plain'
        expect(given.map(({ status, headers }) => [status, headers.get('content-type')?.split(';')[0]])).toEqual(
          Object.keys(content).map((accept) => [200, accept === '*/*' ? stored : accept]),
        )
        expect(given.at(-1)?.text).toBe('MSH|')
      }
    }
  })

  it('claims the status of each of its answers', { timeout: 120_000 }, async () => {
    const wrong: unknown[] = []
    for (const [path, { get }] of Object.entries(openapi.paths)) {
      if (!get) continue
      const answer = await ask(
        'GET',
        path
          .replaceAll('{type}', 'Patient')
          .replaceAll('{version}', '1')
          .replaceAll(/\{\w+\}/g, 'none-1'),
      )
      if (!Object.keys(get.responses).includes(String(answer.status)))
        wrong.push([path, answer.status, Object.keys(get.responses)])
    }
    expect(wrong).toEqual([])
  })

  it('leads nowhere that is not there, and names no operation twice', () => {
    const text = JSON.stringify(openapi)
    const refs = new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, ref = '']) => ref))
    const at = (ref: string) =>
      ref.split('/').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], openapi)
    expect([...refs].filter((ref) => at(ref) === undefined)).toEqual([])
    const ids = Object.values(openapi.paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))
    expect(new Set(ids).size).toBe(ids.length)
    expect(openapi.openapi).toBe('3.1.0')
    const empty = Object.values(openapi.paths).flatMap((methods) =>
      Object.values(methods).map(({ responses }) => responses['204'] ?? {}),
    )
    expect(empty.filter((response) => Object.hasOwn(Object(response), 'content'))).toEqual([])
  })

  it('is a page for people, too, that runs no script', async () => {
    const page = await ask('GET', '/docs')
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    for (const path of ['/fhir/R4/Patient/:id', '/fhir/R4/$process-message', '/openapi.json']) expect(page.text).toContain(path)
    expect(page.text).not.toContain('<script')
  })
})

/** Of any type, one. */
const named = (type: string): string => (type === '*/*' ? 'application/hl7-v2' : type)

const bodies: Readonly<Record<string, string>> = {
  '*/*': 'MSH|',
  'application/fhir+json': '{"resourceType":"Basic"}',
  'application/fhir+xml': '<Basic xmlns="http://hl7.org/fhir"><code><text value="TEST"/></code></Basic>',
  'application/json-patch+json': '[]',
  'application/x-www-form-urlencoded': '_count=1',
  'text/csv': 'a,b\n',
  'text/plain': 'MSH|',
  'application/hl7-v2': 'MSH|',
  'x-application/hl7-v2+er7': 'MSH|',
}

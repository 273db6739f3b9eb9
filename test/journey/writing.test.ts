// FHIR's writing interactions over HTTP, on both databases: update as create, conditional forms, patch, delete, Prefer.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { identifierSystem, nhsNumber } from '../../profiles/canonical.ts'
import { addClient } from '../../gateway/auth/registry.ts'
import { keyFor } from '../../gateway/demo/cast.ts'
import { wireFor, type Answered } from '../../gateway/demo/wire.ts'
import { ago } from '../../gateway/demo/hl7.ts'
import { ackCode } from '../../gateway/demo/stage.ts'
import { adt, person } from './people.ts'
import { admit, refer } from './scene.ts'
import { UNSTAMPED } from '../../gateway/store/store.ts'
import { databases, endWell, startWorld, type Name, type World } from './world.ts'

const system = 'urn:example:writing'
interface Told {
  readonly method?: string
  readonly status?: string
}
const outcomeId = (answer: Answered): unknown => {
  const issue = answer.json['issue'] as unknown as readonly { details: { coding: { code: string }[] } }[]
  return issue?.[0]?.details.coding[0]?.code
}

describe.each(databases)('writing on $name', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(async () => {
    await endWell(world)
  })

  const ask = (who: Name, method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) =>
    world.systems[who].ask(method, `/fhir/R4/${path}`, body, headers)
  const patient = (value: string, more: object = {}) => ({ resourceType: 'Patient', identifier: [{ system, value }], ...more })
  const made = async (body: object, who: Name = 'epr') => {
    const answer = await ask(who, 'POST', (body as { resourceType: string }).resourceType, body)
    expect(answer.status, answer.text.slice(0, 400)).toBe(201)
    return String(answer.json['id'])
  }
  const count = async (query: string, who: Name = 'epr') => Number((await ask(who, 'GET', query)).json['total'])

  const toldOf = async (path: string) => {
    const { entry } = (await ask('epr', 'GET', path)).json as unknown as { entry: Record<'request' | 'response', Told>[] }
    return entry.map(({ request, response }) => `${request.method} ${response.status}`)
  }

  const jsonPatch = { 'content-type': 'application/json-patch+json' }

  describe('an update', () => {
    it('creates under a UUID that nobody has, and answers 201 with where it is', async () => {
      const id = randomUUID()
      const answer = await ask('epr', 'PUT', `Patient/${id}`, { ...patient('UAC'), id })
      expect(answer.status, answer.text).toBe(201)
      expect(answer.headers.get('location')).toContain(`/Patient/${id}/_history/1`)
      expect(answer.headers.get('etag')).toBe('W/"1"')
      const again = await ask('epr', 'PUT', `Patient/${id}`, { ...patient('UAC', { active: true }), id })
      expect([again.status, again.headers.get('etag')]).toEqual([200, 'W/"2"'])
    })

    it('creates under no other id, and tells no difference between a hidden id and one that is not there', async () => {
      const hidden = await made(patient('HIDDEN'))
      const uuid = randomUUID()
      const answers = [
        await ask('hub', 'PUT', `Patient/${hidden}`, { ...patient('X'), id: hidden }),
        await ask('hub', 'PUT', 'Patient/no-uuid', { ...patient('X'), id: 'no-uuid' }),
        await ask('hub', 'PUT', `Patient/${uuid}`, { ...patient('X'), id: uuid }, { 'if-match': 'W/"1"' }),
        await ask('hub', 'PUT', `Patient/${hidden}`, { ...patient('X'), id: hidden }, { 'if-match': 'W/"1"' }),
      ]
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
      expect((await ask('epr', 'GET', `Patient/${hidden}`)).json['identifier']).toEqual([{ system, value: 'HIDDEN' }])
    })

    it('with If-None-Match: * makes one where there is none, and is 412 where there is', async () => {
      const id = randomUUID()
      const put = () => ask('epr', 'PUT', `Patient/${id}`, { ...patient('INM'), id }, { 'if-none-match': '*' })
      expect([(await put()).status, (await put()).status]).toEqual([201, 412])
    })

    it('is 400 with a precondition that it does not follow, as the other methods are, and changes nothing', async () => {
      const id = await made(patient('PRE'))
      const path = `Patient/${id}`
      const body = { ...patient('PRE', { active: true }), id }
      const operations = JSON.stringify([{ op: 'add', path: '/active', value: true }])
      const since = { 'if-unmodified-since': 'Sat, 01 Jan 2000 00:00:00 GMT' }
      const exists = { 'if-none-exist': `identifier=${system}|PRE` }
      const lost: readonly (readonly [string, string, unknown, Readonly<Record<string, string>>])[] = [
        ['PUT', path, body, { 'if-none-match': 'W/"1"' }],
        ['PUT', path, body, since],
        ['PUT', path, body, exists],
        ['PATCH', path, operations, { ...jsonPatch, 'if-none-match': '*' }],
        ['PATCH', path, operations, { ...jsonPatch, ...since }],
        ['DELETE', path, undefined, { 'if-none-match': '*' }],
        ['DELETE', path, undefined, since],
        ['POST', 'Patient', patient('PRE'), { 'if-match': 'W/"7"' }],
        ['POST', 'Patient', patient('PRE'), { 'if-none-match': '*' }],
        ['POST', '', { resourceType: 'Bundle', type: 'transaction' }, { 'if-match': 'W/"1"' }],
      ]
      for (const [method, where, sent, headers] of lost) {
        const answer = await ask('epr', method, where, sent, headers)
        expect([method, headers, answer.status, outcomeId(answer)], answer.text).toEqual([
          ...[method, headers],
          ...[400, 'precondition-not-followed'],
        ])
      }
      expect((await ask('epr', 'GET', path)).headers.get('etag')).toBe('W/"1"')
      expect((await ask('epr', 'GET', `Patient?identifier=${system}|PRE`)).json['total']).toBe(1)
      // Of a write RFC 9110 has it ignored.
      expect((await ask('epr', 'PUT', path, body, { 'if-modified-since': since['if-unmodified-since'] })).status).toBe(200)
    })

    it('is 415 in another character set, or in two, as a JSON Patch is', async () => {
      const id = await made(patient('SETS'))
      const body = JSON.stringify({ ...patient('SETS', { active: true }), id })
      const operations = JSON.stringify([{ op: 'add', path: '/active', value: true }])
      for (const parameters of ['charset=iso-8859-1', 'charset=utf-8; charset=iso-8859-1', 'fhirVersion=4.0; fhirVersion=3.0']) {
        const put = await ask('epr', 'PUT', `Patient/${id}`, body, { 'content-type': `application/fhir+json; ${parameters}` })
        const type = `application/json-patch+json; ${parameters}`
        const patched = await ask('epr', 'PATCH', `Patient/${id}`, operations, { 'content-type': type })
        const within = await ask('epr', 'POST', '', {
          ...{ resourceType: 'Bundle', type: 'batch' },
          entry: [
            {
              resource: { resourceType: 'Binary', contentType: type, data: Buffer.from(operations).toString('base64') },
              request: { method: 'PATCH', url: `Patient/${id}` },
            },
          ],
        })
        const [entry] = within.json['entry'] as unknown as readonly { response: { status: string } }[]
        expect([parameters, put.status, patched.status, entry?.response.status]).toEqual([parameters, 415, 415, '415'])
      }
      expect((await ask('epr', 'GET', `Patient/${id}`)).headers.get('etag')).toBe('W/"1"')
      const utf8 = { 'content-type': 'application/json-patch+json; charset="UTF-8"' }
      expect((await ask('epr', 'PATCH', `Patient/${id}`, operations, utf8)).status).toBe(200)
    })

    it('brings back what its author deleted, as the next version, and what another deleted not', async () => {
      const id = await made(patient('BACK'))
      expect((await ask('epr', 'DELETE', `Patient/${id}`)).status).toBe(204)
      expect((await ask('hub', 'PUT', `Patient/${id}`, { ...patient('BACK'), id })).status).toBe(404)
      const back = await ask('epr', 'PUT', `Patient/${id}`, { ...patient('BACK'), id })
      expect([back.status, back.headers.get('etag')]).toEqual([201, 'W/"3"'])
      expect((await ask('epr', 'GET', `Patient/${id}`)).status).toBe(200)
      expect((await ask('epr', 'PUT', `Patient/${id}`, { ...patient('BACK', { active: true }), id })).status).toBe(200)
      const all = ['PUT 200', 'PUT 201', 'DELETE 204', 'POST 201']
      expect(await toldOf(`Patient/${id}/_history`)).toEqual(all)
      expect(await toldOf('Patient/_history?_count=4')).toEqual(all)
    })

    it('that brings back is told as such on a page by itself too', async () => {
      const id = await made(patient('BACK2'))
      await ask('epr', 'DELETE', `Patient/${id}`)
      await ask('epr', 'PUT', `Patient/${id}`, { ...patient('BACK2'), id })
      expect(await toldOf(`Patient/${id}/_history?_count=1`)).toEqual(['PUT 201'])
    })

    it('needs the id of its address in the body', async () => {
      const id = await made(patient('ID'))
      const answers = [
        await ask('epr', 'PUT', `Patient/${id}`, patient('ID')),
        await ask('epr', 'PUT', `Patient/${id}`, { ...patient('ID'), id: 'other' }),
        await ask('epr', 'PUT', 'Patient', patient('ID')),
      ]
      expect(answers.map((answer) => [answer.status, outcomeId(answer)])).toEqual([
        [400, 'id-differs'],
        [400, 'id-differs'],
        [400, 'condition-missing'],
      ])
    })

    it('keeps the source that its sender names, and leads back to its message where it names none', async () => {
      const named = await made(patient('SOURCE', { meta: { source: 'https://epr.example/feeds/1' } }))
      const first = await ask('epr', 'GET', `Patient/${named}`)
      expect(first.json['meta']).toMatchObject({ source: 'https://epr.example/feeds/1', versionId: '1' })
      const unnamed = await ask('epr', 'GET', `Patient/${await made(patient('SOURCE2'))}`)
      expect(unnamed.text).toContain('"source":"urn:uuid:')
    })

    it('is dated by the gateway, whatever its sender writes where the date will stand', async () => {
      const extension = [{ url: 'https://epr.example/mark', valueString: UNSTAMPED }]
      const { json } = await ask('epr', 'GET', `Patient/${await made(patient('MARK', { meta: { extension }, extension }))}`)
      expect(json['meta']).toMatchObject({ extension, lastUpdated: expect.stringMatching(/^20/) as string })
      expect(json['extension']).toEqual(extension)
    })
  })

  describe('Prefer', () => {
    it('gives the resource, nothing, or how it went', async () => {
      const post = (prefer: string) => ask('epr', 'POST', 'Patient', patient('PREFER'), { prefer })
      const [minimal, representation, outcome] = [
        await post('return=minimal'),
        await post('return=representation'),
        await post('handling=strict; return=OperationOutcome'),
      ]
      expect([minimal.status, minimal.text]).toEqual([201, ''])
      expect(representation.json['resourceType']).toBe('Patient')
      expect(outcome.json['resourceType']).toBe('OperationOutcome')
      expect(outcome.text).not.toMatch(/"severity":"(error|fatal)"/)
      for (const answer of [minimal, representation, outcome]) expect(answer.headers.get('location')).toContain('/_history/1')
      const id = String(representation.json['id'])
      const put = await ask(
        'epr',
        'PUT',
        `Patient/${id}`,
        { ...patient('PREFER', { active: true }), id },
        { prefer: 'return=minimal' },
      )
      expect([put.status, put.text, put.headers.get('etag')]).toEqual([200, '', 'W/"2"'])
      expect(put.headers.get('last-modified')).toMatch(/GMT$/)
      const failed = await ask('epr', 'POST', 'Patient', { resourceType: 'Patient', gender: 'x' }, { prefer: 'return=minimal' })
      expect(failed.json['resourceType']).toBe('OperationOutcome')
    })
  })

  describe('a conditional create', () => {
    it('goes by any search, and answers what it finds', async () => {
      const id = await made(patient('CC', { birthDate: '1931-02-03', gender: 'female' }))
      const post = (query: string) => ask('epr', 'POST', 'Patient', patient('CC2'), { 'if-none-exist': query })
      const found = await post(`identifier=${system}|CC&birthdate=1931-02-03`)
      expect([found.status, found.json['id'], found.headers.get('etag')]).toEqual([200, id, 'W/"1"'])
      expect((await post(`Patient?identifier=${system}|CC`)).status).toBe(200)
      expect((await post(`birthdate=1931-02-03&gender=male&identifier=${system}|CC`)).status).toBe(201)
      await made(patient('CC', { birthDate: '1931-02-03' }))
      const many = await post(`identifier=${system}|CC`)
      expect([many.status, outcomeId(many)]).toEqual([412, 'multiple-matches'])
    })

    it('is refused without a condition, and with one that is not understood', async () => {
      for (const query of ['', '?', 'Patient?', 'nonsense=1', '_count=1', 'identifier', `identifier=${system}|A&nonsense=1`]) {
        const answer = await ask('epr', 'POST', 'Patient', patient('NEVER'), { 'if-none-exist': query })
        expect([query, answer.status]).toEqual([query, 400])
      }
      expect(await count(`Patient?identifier=${system}|NEVER`)).toBe(0)
    })

    it('finds of another’s Patients none, even those that the caller sees, and of other things what it sees', async () => {
      const practitioner = { resourceType: 'Practitioner', identifier: [{ system, value: 'DIRECTORY' }] }
      const id = await made(practitioner)
      const seen = await ask('hub', 'POST', 'Practitioner', practitioner, { 'if-none-exist': `identifier=${system}|DIRECTORY` })
      expect([seen.status, seen.json['id']]).toEqual([200, id])
      const who = person(601)
      const body = patient('NHS', { identifier: [{ system: nhsNumber, value: who.nhsNumber }], birthDate: '1941-11-05' })
      const theirs = await made(body)
      const ifNoneExist = { 'if-none-exist': `identifier=${nhsNumber}|${who.nhsNumber}` }
      const mine = await ask('hub', 'POST', 'Patient', body, ifNoneExist)
      expect(mine.status).toBe(201)
      expect(mine.text).not.toContain(theirs)
      const again = await ask('hub', 'POST', 'Patient', body, ifNoneExist)
      expect([again.status, again.json['id']]).toEqual([200, mine.json['id']])
    })

    it('makes the caller a Patient of its own, though it sees the one that referred', async () => {
      const [who, named] = [person(603), new Map<string, string>()]
      await admit(world, who, named)
      await refer(world, who, named)
      const theirs = named.get('patient')
      expect(await count(`Patient?identifier=${nhsNumber}|${who.nhsNumber}`, 'hub')).toBe(1)
      const body = { resourceType: 'Patient', identifier: [{ system: nhsNumber, value: who.nhsNumber }], birthDate: '1941-11-05' }
      const ifNoneExist = { 'if-none-exist': `identifier=${nhsNumber}|${who.nhsNumber}` }
      const mine = await ask('hub', 'POST', 'Patient', body, ifNoneExist)
      expect([mine.status, `Patient/${mine.json['id']}` === theirs]).toEqual([201, false])
      expect((await ask('hub', 'POST', 'Patient', body, ifNoneExist)).json['id']).toBe(mine.json['id'])
    })

    it('makes another when what it made was deleted, or no longer meets the condition', async () => {
      const post = () => ask('epr', 'POST', 'Patient', patient('GEN'), { 'if-none-exist': `identifier=${system}|GEN` })
      const first = String((await post()).json['id'])
      expect((await post()).status).toBe(200)
      expect((await ask('epr', 'DELETE', `Patient/${first}`)).status).toBe(204)
      const second = await post()
      expect(second.status).toBe(201)
      const id = String(second.json['id'])
      await ask('epr', 'PUT', `Patient/${id}`, { ...patient('GEN-OTHER'), id })
      expect((await post()).status).toBe(201)
      expect((await post()).status).toBe(200)
    })

    it('does not find what was entered in error', async () => {
      const subject = { reference: `Patient/${await made(patient('RETRACTED'))}` }
      const code = { coding: [{ system: 'http://loinc.org', code: '8867-4' }], text: 'pulse' }
      const body = { resourceType: 'Observation', identifier: [{ system, value: 'RETRACTED' }], status: 'final', code, subject }
      const post = () => ask('epr', 'POST', 'Observation', body, { 'if-none-exist': `identifier=${system}|RETRACTED` })
      const id = String((await post()).json['id'])
      await ask('epr', 'PUT', `Observation/${id}`, { ...body, id, status: 'entered-in-error' })
      const next = await post()
      expect([next.status, next.json['id'] === id]).toEqual([201, false])
    })

    it('needs the scope to search for whatever is not an identity of its own', async () => {
      const system1 = { clientId: 'trust1-writer', organization: 'trust1', ...keyFor('trust1-writer') }
      const entry = {
        client_id: 'trust1-writer',
        name: 'Writer',
        organization: 'trust1',
        profile: 'smart',
        scopes: 'system/*.cud',
      }
      await addClient(world.store, { ...entry, jwks: { keys: [system1.jwk] } })
      const writer = wireFor(system1, world.url)
      await vi.waitFor(() => writer.token(), { timeout: 5000, interval: 200 })
      const post = (query: string) => writer.ask('POST', '/fhir/R4/Patient', patient('SCOPE'), { 'if-none-exist': query })
      expect((await post(`identifier=${system}|SCOPE`)).status).toBe(201)
      const refused = await post('gender=unknown')
      expect([refused.status, outcomeId(refused)]).toEqual([403, 'scope'])
      const deletion = await writer.ask('DELETE', '/fhir/R4/Patient?gender=unknown')
      expect(deletion.status).toBe(403)
    })
  })

  describe('a conditional update', () => {
    const put = (value: string, more: object = {}, who: Name = 'epr') =>
      ask(who, 'PUT', `Patient?identifier=${system}|${value}`, patient(value, more))

    it('creates where nothing meets it, updates the one that does, and is 412 for many', async () => {
      const first = await put('CU')
      expect(first.status, first.text).toBe(201)
      const id = String(first.json['id'])
      const second = await put('CU', { active: true })
      expect([second.status, second.json['id'], second.headers.get('etag')]).toEqual([200, id, 'W/"2"'])
      expect((await put('CU', { active: false, id })).status).toBe(200)
      const other = await put('CU', { id: randomUUID() })
      expect([other.status, outcomeId(other)]).toEqual([400, 'id-differs'])
      await made(patient('CU'))
      expect((await put('CU')).status).toBe(412)
    })

    it('creates under the id in the body when that is a UUID and free', async () => {
      const id = randomUUID()
      const answer = await put('CUID', { id })
      expect([answer.status, answer.json['id']]).toEqual([201, id])
      expect((await put('CUID2', { id: 'mine' })).status).toBe(404)
      const taken = await put('CUID3', { id })
      expect([taken.status, outcomeId(taken)]).toEqual([409, 'id-taken'])
      const hidden = await put('CUID4', { id }, 'hub')
      expect([hidden.status, outcomeId(hidden)]).toEqual([404, 'not-found'])
    })

    it('leaves another’s Patient alone', async () => {
      const theirs = await made(patient('CUX'))
      const answer = await put('CUX', { active: false }, 'hub')
      expect([answer.status, answer.json['id'] === theirs]).toEqual([201, false])
    })
  })

  describe('a patch', () => {
    const observation = (subject: string) => ({
      resourceType: 'Observation',
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
      subject: { reference: `Patient/${subject}` },
      effectiveDateTime: '2026-01-05T10:00:00+01:00',
      note: [{ text: 'one' }, { text: 'two' }],
    })

    it('changes what it names and nothing else: decimals and offsets keep their text', async () => {
      const subject = await made(patient('PATCH'))
      const text = JSON.stringify({ ...observation(subject), valueQuantity: { value: 0, unit: 'kg' } }).replace(
        '"value":0',
        '"value":70.500',
      )
      const { json } = await ask('epr', 'POST', 'Observation', text, { 'content-type': 'application/fhir+json' })
      const path = `Observation/${json['id']}`
      const answer = await ask(
        'epr',
        'PATCH',
        path,
        '[{"op":"replace","path":"/note/1/text","value":"three"},{"op":"test","path":"/valueQuantity/value","value":70.5}]',
        jsonPatch,
      )
      expect(answer.status, answer.text).toBe(200)
      expect(answer.headers.get('etag')).toBe('W/"2"')
      const stored = (await ask('epr', 'GET', path)).text
      expect(stored).toContain('"value":70.500')
      expect(stored).toContain('2026-01-05T10:00:00+01:00')
      expect(stored).toContain('"three"')
      const added = await ask('epr', 'PATCH', path, '[{"op":"replace","path":"/valueQuantity/value","value":71.20}]', jsonPatch)
      expect(added.text).toContain('"value":71.20')
    })

    it('is all or nothing, and says why', async () => {
      const id = await made(patient('PATCH2', { active: true }))
      const tries: readonly (readonly [unknown, number, string])[] = [
        [[{ op: 'test', path: '/active', value: false }], 422, 'patch-test-failed'],
        [
          [
            { op: 'replace', path: '/active', value: false },
            { op: 'remove', path: '/nothing' },
          ],
          422,
          'patch-path',
        ],
        [[{ op: 'replace', path: '/id', value: 'x' }], 422, 'patch-immutable'],
        [[{ op: 'replace', path: '/resourceType', value: 'Person' }], 422, 'patch-immutable'],
        [[{ op: 'replace', path: '/meta/versionId', value: '7' }], 422, 'patch-immutable'],
        [[{ op: 'add', path: '/gender', value: 'banana' }], 422, 'code-not-in-list'],
        [[{ op: 'add', path: '/nonsense', value: 1 }], 400, 'unknown-element'],
        [[{ op: 'jump', path: '/active' }], 400, 'patch-invalid'],
        [{ op: 'remove', path: '/active' }, 400, 'patch-invalid'],
        ['', 400, 'json-invalid'],
        ['[', 400, 'json-invalid'],
      ]
      for (const [body, status, id2] of tries) {
        const answer = await ask(
          'epr',
          'PATCH',
          `Patient/${id}`,
          typeof body === 'string' ? body : JSON.stringify(body),
          jsonPatch,
        )
        expect([body, answer.status, outcomeId(answer)]).toEqual([body, status, id2])
      }
      const after = await ask('epr', 'GET', `Patient/${id}`)
      expect([after.headers.get('etag'), after.json['active']]).toEqual(['W/"1"', true])
    })

    it('is 415 in another form, 404 for what is hidden, 412 when stale, 410 when deleted', async () => {
      const id = await made(patient('PATCH3'))
      const operations = JSON.stringify([{ op: 'add', path: '/active', value: true }])
      const other = await ask('epr', 'PATCH', `Patient/${id}`, '<x/>', { 'content-type': 'text/plain' })
      expect([other.status, other.headers.get('accept-patch')]).toEqual([415, expect.stringContaining('json-patch')])
      expect((await ask('hub', 'PATCH', `Patient/${id}`, operations, jsonPatch)).status).toBe(404)
      expect((await ask('epr', 'PATCH', `Patient/${id}`, operations, { ...jsonPatch, 'if-match': 'W/"9"' })).status).toBe(412)
      await ask('epr', 'DELETE', `Patient/${id}`)
      expect((await ask('epr', 'PATCH', `Patient/${id}`, operations, jsonPatch)).status).toBe(410)
    })

    const parameters = (...operations: readonly Record<string, unknown>[]) => ({
      resourceType: 'Parameters',
      parameter: operations.map((operation) => ({
        name: 'operation',
        part: Object.entries(operation).map(([name, value]) =>
          typeof value === 'object' && value !== null
            ? { name, ...value }
            : { name, [name === 'type' ? 'valueCode' : typeof value === 'number' ? 'valueInteger' : 'valueString']: value },
        ),
      })),
    })

    it('takes FHIRPath Patch: add, insert, delete, replace and move', async () => {
      const id = await made(patient('PATCH4', { name: [{ family: 'TESTPATIENT', given: ['A', 'B'] }], deceasedBoolean: false }))
      const body = parameters(
        { type: 'add', path: 'Patient', name: 'birthDate', value: { valueDate: '1940-01-02' } },
        { type: 'add', path: 'Patient', name: 'name', value: { valueHumanName: { use: 'old', family: 'FORMER' } } },
        { type: 'insert', path: "Patient.name.where(use = 'old').given", index: 0, value: { valueString: 'X' } },
        { type: 'insert', path: 'Patient.name[0].given', index: 1, value: { valueString: 'C' } },
        { type: 'move', path: 'Patient.name.first().given', source: 0, destination: 2 },
        { type: 'replace', path: 'Patient.deceased', value: { valueDateTime: '2026-01-01' } },
        { type: 'delete', path: `Patient.identifier.where(system = '${system}')` },
        { type: 'delete', path: 'Patient.gender' },
        {
          ...{ type: 'add', path: 'Patient', name: 'contact' },
          value: {
            part: [
              { name: 'name', valueHumanName: { text: 'Kin' } },
              { name: 'gender', valueCode: 'female' },
            ],
          },
        },
      )
      const answer = await ask('epr', 'PATCH', `Patient/${id}`, body)
      expect(answer.status, answer.text).toBe(200)
      expect(answer.json).toMatchObject({
        birthDate: '1940-01-02',
        deceasedDateTime: '2026-01-01',
        name: [
          { family: 'TESTPATIENT', given: ['C', 'B', 'A'] },
          { use: 'old', family: 'FORMER', given: ['X'] },
        ],
        contact: [{ name: { text: 'Kin' }, gender: 'female' }],
      })
      expect(answer.json['identifier']).toBeUndefined()
      expect(answer.json['deceasedBoolean']).toBeUndefined()
    })

    describe('by FHIRPath, of primitives that have extensions, with a value or without,', () => {
      const unknown = { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }] }
      const url = 'http://hl7.org/fhir/StructureDefinition/patient-birthTime'
      const birthTime = { extension: [{ url, valueDateTime: '1940-02-29T10:00:00Z' }] }
      const born = { birthDate: '1940-02-29', _birthDate: birthTime }
      const given = (values: object) => ({ name: [{ family: 'TESTPATIENT', ...values }] })
      const patched = async (before: object, operation: Readonly<Record<string, unknown>>) => {
        const id = await made(patient('PATCH-PRIMITIVE', before))
        const answer = await ask('epr', 'PATCH', `Patient/${id}`, parameters(operation))
        expect(answer.status, answer.text).toBe(200)
        const { birthDate, _birthDate, name } = answer.json as Record<string, unknown>
        return { etag: answer.headers.get('etag'), birthDate, _birthDate, name }
      }
      const second = { etag: 'W/"2"', birthDate: undefined, _birthDate: undefined, name: undefined }

      it('deletes the element whole, also where it has no value', async () => {
        const deletion = { type: 'delete', path: 'Patient.birthDate' }
        expect(await patched({ _birthDate: unknown }, deletion)).toEqual(second)
        expect(await patched(born, deletion)).toEqual(second)
      })

      it('replaces the element whole: what stood beside the value goes, unless the new value brings its own', async () => {
        const replacement = { type: 'replace', path: 'Patient.birthDate', value: { valueDate: '1940-01-01' } }
        const replaced = { ...second, birthDate: '1940-01-01' }
        expect(await patched({ _birthDate: unknown }, replacement)).toEqual(replaced)
        expect(await patched(born, replacement)).toEqual(replaced)
        const value = { valueDate: '1940-01-01', _valueDate: birthTime }
        expect(await patched(born, { ...replacement, value })).toEqual({ ...replaced, _birthDate: birthTime })
      })

      it('changes and deletes an extension, and the element goes with the last thing that it had', async () => {
        const value = { valueDateTime: '1940-02-29T11:00:00Z' }
        const later = { extension: [{ url, ...value }] }
        const first = 'Patient.birthDate.extension[0]'
        const bare = { ...second, birthDate: '1940-02-29' }
        expect(await patched(born, { type: 'delete', path: `Patient.birthDate.extension('${url}')` })).toEqual(bare)
        expect(await patched(born, { type: 'delete', path: first })).toEqual(bare)
        expect(await patched(born, { type: 'replace', path: `${first}.value`, value })).toEqual({ ...bare, _birthDate: later })
        expect(await patched({ _birthDate: unknown }, { type: 'delete', path: first })).toEqual(second)
        const named = { ...born, _birthDate: { id: 'b', ...birthTime } }
        expect(await patched(named, { type: 'delete', path: first })).toEqual({ ...bare, _birthDate: { id: 'b' } })
        expect(await patched(named, { type: 'delete', path: 'Patient.birthDate.id' })).toEqual({ ...bare, _birthDate: birthTime })
      })

      it('adds an extension where there was none', async () => {
        const extension = birthTime.extension[0]
        const added = { type: 'add', path: 'Patient.birthDate', name: 'extension', value: { valueExtension: extension } }
        const inserted = { type: 'insert', path: 'Patient.birthDate.extension', index: 0, value: { valueExtension: extension } }
        const before = { birthDate: '1940-02-29' }
        for (const operation of [added, inserted]) expect(await patched(before, operation)).toEqual({ ...second, ...born })
        const path = 'Patient.name.given[1]'
        expect(await patched(given({ given: ['A', 'B'] }), { ...added, path })).toEqual({
          ...second,
          ...given({ given: ['A', 'B'], _given: [null, birthTime] }),
        })
      })

      it('keeps a list and what stands beside its values in step', async () => {
        const without = given({ _given: [unknown] })
        const both = given({ given: ['A', null, 'C'], _given: [{ id: 'a' }, unknown, null] })
        const path = 'Patient.name.given'
        const insert = (index: number) => ({ type: 'insert', path, index, value: { valueString: 'X' } })
        const add = { type: 'add', path: 'Patient.name', name: 'given', value: { valueString: 'X' } }
        const replace = (at: string) => ({ type: 'replace', path: `${path}${at}`, value: { valueString: 'X' } })
        const tries: readonly [object, Readonly<Record<string, unknown>>, object][] = [
          [without, { type: 'delete', path: `${path}[0]` }, {}],
          [without, { type: 'delete', path: `${path}[0].extension[0]` }, {}],
          [without, insert(0), { given: ['X', null], _given: [null, unknown] }],
          [without, insert(1), { given: [null, 'X'], _given: [unknown, null] }],
          [without, add, { given: [null, 'X'], _given: [unknown, null] }],
          [without, replace(''), { given: ['X'] }],
          [both, { type: 'delete', path: `${path}[0]` }, { given: [null, 'C'], _given: [unknown, null] }],
          [both, { type: 'delete', path: `${path}[1]` }, { given: ['A', 'C'], _given: [{ id: 'a' }, null] }],
          [both, { type: 'delete', path: `${path}[1].extension` }, { given: ['A', 'C'], _given: [{ id: 'a' }, null] }],
          [both, { type: 'delete', path: `${path}[0].id` }, { given: ['A', null, 'C'], _given: [null, unknown, null] }],
          [both, replace('[1]'), { given: ['A', 'X', 'C'], _given: [{ id: 'a' }, null, null] }],
          [
            both,
            { type: 'move', path, source: 1, destination: 2 },
            { given: ['A', 'C', null], _given: [{ id: 'a' }, null, unknown] },
          ],
          [both, { type: 'delete', path: `${path}.last()` }, { given: ['A', null], _given: [{ id: 'a' }, unknown] }],
        ]
        for (const [before, operation, after] of tries)
          expect([operation, await patched(before, operation)]).toEqual([operation, { ...second, ...given(after) }])
      })

      it('makes no version where truly nothing is there, and adds no second', async () => {
        const nothing = { type: 'delete', path: 'Patient.birthDate.extension[1]' }
        expect(await patched(born, nothing)).toEqual({ ...second, ...born, etag: 'W/"1"' })
        const id = await made(patient('PATCH-PRIMITIVE', { _birthDate: unknown }))
        const add = { type: 'add', path: 'Patient', name: 'birthDate', value: { valueDate: '1940-01-01' } }
        const refused = await ask('epr', 'PATCH', `Patient/${id}`, parameters(add))
        expect([refused.status, outcomeId(refused)]).toEqual([422, 'patch-path'])
      })

      it('takes no value from one that has none', async () => {
        const path = "Patient.name.where(given.exists() and given != 'A').family"
        const operation = { type: 'replace', path, value: { valueString: 'X' } }
        const id = await made(patient('PATCH-PRIMITIVE', given({ _given: [unknown] })))
        expect((await ask('epr', 'PATCH', `Patient/${id}`, parameters(operation))).status).toBe(422)
      })
    })

    it('takes FHIRPath Patch as XML', async () => {
      const id = await made(patient('PATCH5'))
      const part = (name: string, value: string) => `<part><name value="${name}"/>${value}</part>`
      const xml = `<Parameters xmlns="http://hl7.org/fhir"><parameter><name value="operation"/>${part('type', '<valueCode value="add"/>')}${part(
        'path',
        '<valueString value="Patient"/>',
      )}${part('name', '<valueString value="active"/>')}${part('value', '<valueBoolean value="true"/>')}</parameter></Parameters>`
      const headers = { 'content-type': 'application/fhir+xml', accept: 'application/fhir+json' }
      const answer = await ask('epr', 'PATCH', `Patient/${id}`, xml, headers)
      expect([answer.status, answer.json['active']], answer.text).toEqual([200, true])
    })

    it('refuses a path that leads to none or to several, or that it does not understand', async () => {
      const id = await made(patient('PATCH6', { name: [{ family: 'A' }, { family: 'B' }] }))
      const tries = [
        [{ type: 'replace', path: 'Patient.name', value: { valueHumanName: {} } }, 422, 'patch-path'],
        [{ type: 'replace', path: 'Patient.photo', value: { valueAttachment: {} } }, 422, 'patch-path'],
        [{ type: 'delete', path: 'Patient.name' }, 422, 'patch-path'],
        [{ type: 'delete', path: 'Patient.name.select(family)' }, 422, 'patch-path'],
        [{ type: 'delete', path: 'Patient' }, 422, 'patch-path'],
        [{ type: 'delete', path: 'Patient.((' }, 400, 'patch-invalid'],
        [{ type: 'add', path: 'Patient', name: 'nothing', value: { valueString: 'x' } }, 422, 'patch-path'],
        [{ type: 'insert', path: 'Patient.name', index: 9, value: { valueHumanName: {} } }, 422, 'patch-path'],
        [{ type: 'sing', path: 'Patient' }, 400, 'patch-invalid'],
      ] as const
      for (const [operation, status, fault] of tries) {
        const answer = await ask('epr', 'PATCH', `Patient/${id}`, parameters(operation))
        expect([operation.path, answer.status, outcomeId(answer)]).toEqual([operation.path, status, fault])
      }
    })

    it('leaves no narrative that says what the data no longer do', async () => {
      const div = '<div xmlns="http://www.w3.org/1999/xhtml">active</div>'
      const generated = await made(patient('PATCH7', { active: true, text: { status: 'generated', div } }))
      const operations = JSON.stringify([{ op: 'replace', path: '/active', value: false }])
      expect((await ask('epr', 'PATCH', `Patient/${generated}`, operations, jsonPatch)).json['text']).toBeUndefined()
      const additional = await made(patient('PATCH8', { active: true, text: { status: 'additional', div } }))
      const refused = await ask('epr', 'PATCH', `Patient/${additional}`, operations, jsonPatch)
      expect([refused.status, outcomeId(refused)]).toEqual([422, 'patch-narrative'])
    })

    it('by a condition changes the one, is 404 for none and 412 for many', async () => {
      const operations = JSON.stringify([{ op: 'add', path: '/active', value: true }])
      const path = `Patient?identifier=${system}|CPATCH`
      expect((await ask('epr', 'PATCH', path, operations, jsonPatch)).status).toBe(404)
      await made(patient('CPATCH'))
      expect((await ask('epr', 'PATCH', path, operations, jsonPatch)).json['active']).toBe(true)
      expect((await ask('hub', 'PATCH', path, operations, jsonPatch)).status).toBe(404)
      await made(patient('CPATCH'))
      expect((await ask('epr', 'PATCH', path, operations, jsonPatch)).status).toBe(412)
      expect((await ask('epr', 'PATCH', 'Patient', operations, jsonPatch)).status).toBe(400)
    })
  })

  describe('a delete', () => {
    it('is 204 as often as it is asked, then 410, found nowhere, and told in the history', async () => {
      const id = await made(patient('DEL'))
      for (let i = 0; i < 2; i += 1) {
        const { status, text } = await ask('epr', 'DELETE', `Patient/${id}`)
        expect([status, text]).toEqual([204, ''])
      }
      expect((await ask('epr', 'GET', `Patient/${id}`)).status).toBe(410)
      expect(await count(`Patient?identifier=${system}|DEL`)).toBe(0)
      expect((await ask('epr', 'GET', `Patient/${id}/_history/1`)).status).toBe(200)
      const { json } = await ask('epr', 'GET', `Patient/${id}/_history`)
      const entries = json['entry'] as unknown as readonly { request: { method: string }; resource?: object }[]
      expect(entries.map(({ request, resource }) => [request.method, resource !== undefined])).toEqual([
        ['DELETE', false],
        ['POST', true],
      ])
      expect((await ask('hub', 'GET', `Patient/${id}`)).status).toBe(404)
    })

    it('tells no difference between a hidden id and one that is not there, and obeys If-Match', async () => {
      const id = await made(patient('DEL2'))
      const hidden = await ask('hub', 'DELETE', `Patient/${id}`)
      const absent = await ask('hub', 'DELETE', `Patient/${randomUUID()}`)
      expect([hidden.status, hidden.text]).toEqual([404, absent.text])
      expect((await ask('epr', 'DELETE', `Patient/${id}`, undefined, { 'if-match': 'W/"3"' })).status).toBe(412)
      expect((await ask('epr', 'DELETE', `Patient/${id}`, undefined, { 'if-match': 'W/"1"' })).status).toBe(204)
    })

    it('is refused for what another resource refers to, and for another’s', async () => {
      const id = await made(patient('DEL3'))
      const code = { text: 'pulse' }
      const observation = await made({
        resourceType: 'Observation',
        status: 'final',
        code,
        subject: { reference: `Patient/${id}` },
      })
      const refused = await ask('epr', 'DELETE', `Patient/${id}`)
      expect([refused.status, outcomeId(refused)]).toEqual([409, 'referred-to'])
      await ask('epr', 'DELETE', `Observation/${observation}`)
      expect((await ask('epr', 'DELETE', `Patient/${id}`)).status).toBe(204)
      const practitioner = await made({ resourceType: 'Practitioner', identifier: [{ system, value: 'DEL4' }] })
      const foreign = await ask('hub', 'DELETE', `Practitioner/${practitioner}`)
      expect([foreign.status, outcomeId(foreign)]).toEqual([403, 'not-yours-to-delete'])
    })

    it('by a condition deletes the one, none without a fault, and of many none', async () => {
      const path = `Patient?identifier=${system}|CDEL`
      expect((await ask('epr', 'DELETE', path)).status).toBe(204)
      const id = await made(patient('CDEL'))
      expect((await ask('hub', 'DELETE', path)).status).toBe(204)
      expect((await ask('epr', 'GET', `Patient/${id}`)).status).toBe(200)
      expect((await ask('epr', 'DELETE', path)).status).toBe(204)
      expect((await ask('epr', 'GET', `Patient/${id}`)).status).toBe(410)
      for (let i = 0; i < 2; i += 1) await made(patient('CDEL'))
      expect((await ask('epr', 'DELETE', path)).status).toBe(412)
      expect(await count(path)).toBe(2)
      for (const bad of ['Patient', 'Patient?', 'Patient?nonsense=1', 'Patient?_count=1', 'Patient?_format=json'])
        expect([bad, (await ask('epr', 'DELETE', bad)).status]).toEqual([bad, 400])
    })

    it('frees the keys of a source, so that its feed makes the person anew, and once', async () => {
      const who = person(602)
      const identifier = [{ system: identifierSystem('local/trust1-epr/TRUST1'), value: who.local }]
      const first = await made({ resourceType: 'Patient', identifier, birthDate: '1941-11-05' })
      expect((await ask('epr', 'DELETE', `Patient/${first}`)).status).toBe(204)
      for (const at of [ago(60), ago(50)]) expect(ackCode(await world.mllp(adt('A08', who, { at })))).toBe('AA')
      expect(await count(`Patient?identifier=${identifier[0]?.system}|${who.local}`)).toBe(1)
    })
  })
})

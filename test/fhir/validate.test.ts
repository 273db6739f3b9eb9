// $validate: what is asked is understood or refused, never passed over; and its answer says where.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { validate as validateResource } from '../../gateway/fhir/validate.ts'
import { parseScopes } from '../../gateway/auth/scopes.ts'
import type { House } from '../../gateway/handler.ts'
import { nhsNumberFaults } from '../../gateway/intake/nhs-numbers.ts'
import { Refusal } from '../../gateway/refusal.ts'
import { structureDefinition } from '../../profiles/canonical.ts'
import { wholeValidator } from '../../profiles/whole-validator.ts'
import { openWorld, type World } from './world.ts'

interface Request {
  readonly body?: unknown
  readonly type?: string
  readonly id?: string
  readonly query?: string
  readonly contentType?: string
  /** Of the token; all of them without. */
  readonly scope?: string
}

interface Told {
  readonly details: { readonly coding: readonly { readonly code: string }[] }
  readonly expression?: readonly string[]
  readonly diagnostics?: string
}

interface Said {
  readonly status: number | string
  readonly ids: readonly string[]
  readonly places: readonly string[]
}

const patient = { resourceType: 'Patient', active: true, name: [{ family: 'TESTPATIENT' }] }
const own = structureDefinition('HomeFirstPatient')
const parameters = (...parameter: readonly unknown[]) => ({ resourceType: 'Parameters', parameter })
const resource = { name: 'resource', resource: patient }

describe('$validate', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
    await world.put({ ...patient, id: 'ada' })
  })
  afterAll(() => world.close())

  async function validate({
    body,
    type = 'Patient',
    id,
    query = '',
    contentType,
    scope = 'system/*.cruds',
  }: Request): Promise<Said> {
    const parsed = parseScopes(scope)
    if (!parsed.ok) throw new Error(parsed.words)
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
    const headers = { 'content-type': contentType ?? 'application/fhir+json' }
    try {
      const answer = await world.ask(
        (ask, house) =>
          validateResource(
            { ...ask, caller: { ...ask.caller, scopes: parsed.scopes } },
            { ...house, whole: wholeValidator() } as unknown as House,
            {
              besides: nhsNumberFaults,
              ofDelete: async () => [{ id: 'referred-to', text: 'others refer to it', expression: 'Patient' }],
            },
          ),
        { method: 'POST', params: { type, ...(id !== undefined && { id }) }, query, headers, body: text },
      )
      const { issue } = JSON.parse(String(answer.body)) as { issue: readonly Told[] }
      const ids = issue.map(({ details }) => details.coding[0]?.code ?? '')
      return {
        status: answer.status,
        ids,
        places: issue.map(({ expression, diagnostics }) => `${expression?.[0]} ${diagnostics}`),
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const places = error.faults.map(({ expression, location }) => expression ?? location ?? '')
      return { status: error.reason, ids: error.faults.map(({ id: fault }) => fault), places }
    }
  }

  it.each<[string, Request]>([
    ['a resource by itself', { body: patient }],
    ['Parameters that hold it', { body: parameters(resource) }],
    ['mode and profile’s type as R4 has them', { body: parameters(resource, { name: 'mode', valueCode: 'create' }) }],
    ['mode as some clients send it', { body: parameters(resource, { name: 'mode', valueString: 'create' }) }],
    ['a stored resource, without a body', { id: 'ada' }],
    ['Parameters themselves', { type: 'Parameters', body: parameters({ name: 'window', valueString: 'open' }) }],
    [
      'XML',
      { body: '<Patient xmlns="http://hl7.org/fhir"><active value="true"/></Patient>', contentType: 'application/fhir+xml' },
    ],
    ['what asks for a format', { body: patient, query: '_format=json' }],
    [
      'one question asked in both places',
      { body: parameters(resource, { name: 'mode', valueCode: 'create' }), query: 'mode=create' },
    ],
  ])('takes %s', async (_, request) => {
    expect(await validate(request)).toMatchObject({ status: 200, ids: ['valid'] })
  })

  it.each<[string, Request, string, string]>([
    [
      'a parameter list that is none',
      { body: { resourceType: 'Parameters', parameter: resource } },
      'parameter-invalid',
      'Parameters.parameter',
    ],
    ['two resources', { body: parameters(resource, resource) }, 'parameter-invalid', 'Parameters.parameter[1]'],
    [
      'a profile that is no text',
      { body: parameters(resource, { name: 'profile', valueUri: 7 }) },
      'parameter-invalid',
      'Parameters.parameter[1]',
    ],
    [
      'a profile without a value',
      { body: parameters(resource, { name: 'profile' }) },
      'parameter-invalid',
      'Parameters.parameter[1]',
    ],
    [
      'a mode that is a number',
      { body: parameters(resource, { name: 'mode', valueInteger: 1 }) },
      'parameter-invalid',
      'Parameters.parameter[1]',
    ],
    [
      'a parameter of another name',
      { body: parameters(resource, { name: 'profil', valueUri: own }) },
      'parameter-invalid',
      'Parameters.parameter[1]',
    ],
    ['what is no parameter at all', { body: parameters(resource, null, 7) }, 'parameter-invalid', 'Parameters.parameter[1]'],
    ['a misspelt query', { body: patient, query: `profil=${own}` }, 'parameter-unsupported', 'query'],
    ['two profiles', { body: patient, query: `profile=${own}&profile=http://x.example/p` }, 'parameter-repeated', 'profile'],
    [
      'one profile here and another there',
      { body: parameters(resource, { name: 'profile', valueUri: own }), query: 'profile=http://x.example/p' },
      'parameter-repeated',
      'profile',
    ],
    ['mode profile without one', { body: patient, query: 'mode=profile' }, 'required', 'profile'],
    ['a profile as long as a book', { body: patient, query: `profile=${'x'.repeat(5_000)}` }, 'profile-too-long', 'profile'],
    ['a mode that is none', { body: patient, query: 'mode=banana' }, 'mode-unknown', 'mode'],
    ['a resource that is not there', { body: parameters({ name: 'resource' }) }, 'required', ''],
    ['nothing', {}, 'required', ''],
  ])('refuses %s, and says where', async (_, request, id, place) => {
    const said = await validate(request)
    expect(said).toMatchObject({ status: 'invalid' })
    expect([said.ids[0], said.places[0]]).toEqual([id, place])
  })

  it('takes any scope of the type for what is sent, and the one to read for what is stored', async () => {
    const sent = { body: patient, scope: 'system/Patient.c' }
    expect((await validate(sent)).status).toBe(200)
    expect((await validate({ body: patient, scope: 'system/Task.cruds' })).status).toBe('forbidden')
    expect((await validate({ id: 'ada', scope: 'system/Patient.cu' })).status).toBe('forbidden')
    expect((await validate({ id: 'ada', scope: 'system/Patient.r' })).status).toBe(200)
  })

  it('says of a stored resource what stands in the way of its delete, to whoever may delete', async () => {
    expect(await validate({ id: 'ada', query: 'mode=delete' })).toMatchObject({ status: 200, ids: ['referred-to'] })
    expect((await validate({ id: 'ada', query: 'mode=delete', scope: 'system/Patient.cru' })).status).toBe('forbidden')
    expect((await validate({ id: 'nobody', query: 'mode=delete' })).status).toBe('not-found')
    expect((await validate({ query: 'mode=delete' })).status).toBe('unprocessable')
  })

  it('tells every fault of a question at once', async () => {
    const said = await validate({ body: parameters({ name: 'x' }, { name: 'mode' }), query: 'mode=profile&y=1' })
    expect(said.ids.toSorted()).toEqual(['parameter-invalid', 'parameter-invalid', 'parameter-unsupported', 'required'])
  })

  it.each([
    ['valueUri', own],
    ['valueCanonical', `${own}|0.1.0`],
    ['valueString', own],
  ])('holds a resource to a profile that comes as %s', async (element, profile) => {
    const said = await validate({ body: parameters(resource, { name: 'profile', [element]: profile }) })
    expect(said).toMatchObject({ status: 200, ids: ['required'] })
  })

  it.each(['http://x.example/p', `${own}|9.9`, structureDefinition('HomeFirstTask'), ''])(
    'never passes a resource for the profile “%s”, which cannot be its own',
    async (profile) => {
      const said = await validate({ body: patient, query: `profile=${encodeURIComponent(profile)}` })
      expect(said.status).toBe(200)
      expect(['profile-unknown', 'profile-version-unknown', 'profile-type']).toContain(said.ids[0])
    },
  )

  it('says where in Parameters the fault stands', async () => {
    const text = `{"resourceType":"Parameters","parameter":[{"name":"mode","valueCode":"create"},\n{"name":"resource","resource":{"resourceType":"Patient",\n"gender":"banana"}}]}`
    expect(await validate({ body: text })).toMatchObject({
      ids: ['code-not-in-list'],
      places: ['Patient.gender line 3, column 10'],
    })
  })

  it('tells an NHS number that is none, for which the resource would not be stored, and says where', async () => {
    const identifier = [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000019' }]
    const said = await validate({ body: { ...patient, identifier } })
    expect(said).toMatchObject({ ids: ['nhs-number-check-digit'], places: ['Patient.identifier[0].value line 1, column 143'] })
  })

  it('validates a resource of R4 that is not stored here', async () => {
    const account = { resourceType: 'Account', status: 'active' }
    expect(await validate({ type: 'Account', body: account })).toMatchObject({ status: 200, ids: ['valid'] })
    const said = await validate({ type: 'Account', body: { ...account, status: 'banana' } })
    expect(said).toMatchObject({ status: 200, ids: ['code-not-in-list'] })
  })

  it.each(['Banana', 'HumanName', 'Resource', 'DomainResource', 'string', '__proto__'])(
    'validates no resources of type %s',
    async (type) => {
      expect(await validate({ type, body: { resourceType: type } })).toMatchObject({ status: 'not-found', ids: ['type-unknown'] })
    },
  )

  it.each([
    ['with another id', 'ada', { ...patient, id: 'eve' }, ['id-mismatch']],
    ['without an id', 'ada', patient, ['id-mismatch']],
    ['without id or address', undefined, patient, ['id-mismatch']],
    ['with its id', 'ada', { ...patient, id: 'ada' }, ['valid']],
  ])('says of an update %s whether it would be one', async (_, id, body, ids) => {
    expect(await validate({ body, query: 'mode=update', ...(id !== undefined && { id }) })).toMatchObject({ status: 200, ids })
  })
})

// Introspection and revocation: what is told of a token, to whom, and that one who is revoked is out.

import { describe, expect, it } from 'vitest'
import { authenticate } from '../../gateway/auth/bearer.ts'
import { openRevocations } from '../../gateway/auth/revocations.ts'
import { revokeClient } from '../../gateway/auth/registry.ts'
import { introspectionEndpoint, revocationEndpoint } from '../../gateway/auth/token-status.ts'
import type { TokenRequest } from '../../gateway/auth/token-form.ts'
import { makeClient, tokenForm, type TestClient } from './client.ts'
import { answered, entryOf, epr, hub, openWorld, publicUrl, requestOf, type World } from './world.ts'

const colleague = makeClient({ clientId: 'trust1-pas', alg: 'ES384' })
const app = makeClient({ clientId: 'nhs-app', alg: 'RS512' })

const world = () =>
  openWorld([
    entryOf(epr, 'trust1'),
    entryOf(hub, 'hub1', { scopes: 'system/Task.rs' }),
    entryOf(colleague, 'trust1'),
    entryOf(app, 'trust1', { profile: 'nhs' }),
  ])

const tokenOf = async (w: World, client: TestClient = epr, scope = 'system/Task.rs'): Promise<string> =>
  String((await w.ask(w.assertion(client), { scope })).json['access_token'])

/** The assertion proves who asks; the token is what is asked about. */
function formOf(assertion: string, token: string): URLSearchParams {
  const form = tokenForm(assertion, '')
  form.delete('scope')
  form.delete('grant_type')
  form.set('token', token)
  return form
}

type Endpoint = typeof introspectionEndpoint

async function ask(w: World, endpoint: Endpoint, client: TestClient, token: string, request: Partial<TokenRequest> = {}) {
  const given = await endpoint({ ...requestOf(formOf(w.assertion(client), token)), ...request }, w.auth)
  return { ...given, json: given.body === '' ? undefined : (JSON.parse(given.body) as unknown) }
}

describe('introspection', () => {
  it('tells a token’s own client what it allows and until when', async () => {
    const w = await world()
    const { status, headers, json } = await ask(w, introspectionEndpoint, epr, await tokenOf(w))
    expect([status, headers['Cache-Control']]).toEqual([200, 'no-store'])
    expect(json).toEqual({
      active: true,
      scope: 'system/Task.rs',
      client_id: epr.clientId,
      sub: epr.clientId,
      iss: publicUrl,
      aud: `${publicUrl}/fhir/R4`,
      jti: expect.any(String),
      exp: w.clock.seconds + 300,
      token_type: 'bearer',
    })
    expect(await w.audits()).toContainEqual(
      expect.objectContaining({ action: 'introspect', outcome: 'success', client: epr.clientId }),
    )
  })

  it('tells a client of the same organisation, and one that asks by its own access token', async () => {
    const w = await world()
    const token = await tokenOf(w)
    expect((await ask(w, introspectionEndpoint, colleague, token)).json).toMatchObject({ active: true })
    expect((await ask(w, introspectionEndpoint, app, token)).json).toMatchObject({ active: true })
    const form = new URLSearchParams({ token })
    const authorizationHeader = `Bearer ${await tokenOf(w, colleague)}`
    const answer = await answered(introspectionEndpoint({ ...requestOf(form), authorizationHeader }, w.auth))
    expect(answer.json).toMatchObject({ active: true, client_id: epr.clientId })
  })

  it.each<[string, (w: World) => Promise<[TestClient, string]>]>([
    ['garbage', async () => [epr, 'x']],
    ['another organisation’s token', async (w) => [hub, await tokenOf(w)]],
    ['an assertion', async (w) => [epr, w.assertion(epr)]],
    ['a token that has expired', async (w) => [epr, await tokenOf(w).finally(() => w.clock.forward(300))]],
    [
      'a token of a client that was revoked',
      async (w) => {
        const token = await tokenOf(w)
        await revokeClient(w.store, epr.clientId)
        w.clock.forward(2)
        return [colleague, token]
      },
    ],
  ])('says of %s that it is not active, and nothing else', async (_, make) => {
    const w = await world()
    const [client, token] = await make(w)
    const answer = await ask(w, introspectionEndpoint, client, token)
    expect([answer.status, answer.body]).toEqual([200, '{"active":false}'])
  })
})

describe('revocation', () => {
  it('ends a token at once here, and within a minute on another process', async () => {
    const w = await world()
    const token = await tokenOf(w)
    const other = { ...w.auth, verified: new Map(), revocations: openRevocations(w.store, () => w.clock.now) }
    await authenticate(`Bearer ${token}`, w.auth)
    await authenticate(`Bearer ${token}`, other)
    const answer = await ask(w, revocationEndpoint, epr, token)
    expect([answer.status, answer.body]).toEqual([200, ''])
    await expect(authenticate(`Bearer ${token}`, w.auth)).rejects.toThrow('unauthenticated')
    w.clock.forward(59)
    await expect(authenticate(`Bearer ${token}`, other)).rejects.toThrow('unauthenticated')
    expect((await ask(w, introspectionEndpoint, epr, token)).json).toEqual({ active: false })
  })

  it('answers 200 for whatever it is given, also twice', async () => {
    const w = await world()
    const token = await tokenOf(w)
    for (const given of ['x', token, token]) expect((await ask(w, revocationEndpoint, epr, given)).status).toBe(200)
  })

  it('ends no other client’s token', async () => {
    const w = await world()
    const token = await tokenOf(w)
    expect((await ask(w, revocationEndpoint, colleague, token)).status).toBe(200)
    await expect(authenticate(`Bearer ${token}`, w.auth)).resolves.toBeDefined()
  })
})

describe.each<[string, Endpoint]>([
  ['introspection', introspectionEndpoint],
  ['revocation', revocationEndpoint],
])('%s', (_, endpoint) => {
  it.each<[string, number, string, (form: URLSearchParams) => void, Partial<TokenRequest>]>([
    ['nobody asks', 401, 'invalid_client', (form) => form.delete('client_assertion'), {}],
    [
      'the asker’s own access token is none',
      401,
      'invalid_client',
      (form) => form.delete('client_assertion'),
      { authorizationHeader: 'Bearer x' },
    ],
    ['the token is missing', 400, 'invalid_request', (form) => form.delete('token'), {}],
    ['the token is there twice', 400, 'invalid_request', (form) => form.append('token', 'x'), {}],
    ['the asker comes in two ways', 400, 'invalid_request', () => undefined, { authorizationHeader: 'Bearer x' }],
    ['a secret comes too', 400, 'invalid_request', (form) => form.set('client_secret', 's'), {}],
    ['the body is JSON', 400, 'invalid_request', () => undefined, { contentType: 'application/json' }],
    ['the token is in the address', 400, 'invalid_request', () => undefined, { query: '?token=x' }],
  ])('is refused when %s', async (_name, status, error, change, request) => {
    const w = await world()
    const token = await tokenOf(w)
    const form = formOf(w.assertion(epr), token)
    change(form)
    const answer = await answered(endpoint({ ...requestOf(form), ...request }, w.auth))
    expect([answer.status, answer.json['error']]).toEqual([status, error])
    await expect(authenticate(`Bearer ${token}`, w.auth)).resolves.toBeDefined()
    expect((await w.audits()).filter(({ outcome }) => outcome === 'refused')).toHaveLength(1)
  })

  it('takes an assertion once', async () => {
    const w = await world()
    const form = formOf(w.assertion(epr), await tokenOf(w))
    expect((await endpoint(requestOf(form), w.auth)).status).toBe(200)
    expect((await endpoint(requestOf(form), w.auth)).status).toBe(401)
  })
})

// Self-registration in a sandbox: what may be registered, and that nothing else opens.

import { describe, expect, it } from 'vitest'
import { addressesOf, smartConfiguration } from '../../gateway/auth/discovery.ts'
import { registrationEndpoint } from '../../gateway/auth/registration.ts'
import { makeClient } from './client.ts'
import { entryOf, epr, openWorld, type World } from './world.ts'

const vendor = makeClient({ clientId: 'to be given', alg: 'ES384' })
const good = { client_name: 'A vendor', organization: 'trust1', scope: 'system/Task.rs', jwks: vendor.jwks }

async function register(w: World, body: unknown, contentType = 'application/json') {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await registrationEndpoint({ contentType, body: text, requestId: 'request-1' }, w.auth)
  return { ...answer, json: JSON.parse(answer.body) as Record<string, unknown> }
}

it('registers a client that then gets tokens for what it asked for and no more', async () => {
  const w = await openWorld([entryOf(epr, 'trust1')])
  const { status, json } = await register(w, { ...good, grant_types: ['client_credentials'], software_id: 'passed over' })
  expect(status).toBe(201)
  expect(json).toMatchObject({ client_name: 'A vendor', scope: 'system/Task.rs', token_endpoint_auth_method: 'private_key_jwt' })
  const client = { ...vendor, clientId: String(json['client_id']) }
  const claims = { iss: client.clientId, sub: client.clientId }
  const token = await w.ask(w.assertion(client, { claims }), { scope: 'system/*.cruds' })
  expect([token.status, token.json['scope']]).toEqual([200, 'system/Task.rs'])
  expect(await w.audits()).toContainEqual(expect.objectContaining({ action: 'register', outcome: 'success' }))
})

describe('refuses', () => {
  it.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /expected object/i],
    ['no name', { ...good, client_name: '' }, /client_name/],
    ['an organisation that is not there', { ...good, organization: 'nobody' }, /organization: no organisation/],
    ['a scope that is none', { ...good, scope: 'openid' }, /scopes: scope 1/],
    ['no keys', { ...good, jwks: undefined }, /needs jwks/],
    ['a private key', { ...good, jwks: { keys: [{ ...vendor.jwks.keys[0], d: 'AA' }] } }, /private/],
    ['keys in two ways', { ...good, jwks_uri: 'https://a.example/jwks' }, /not both/],
    ['a secret', { ...good, token_endpoint_auth_method: 'client_secret_basic' }, /private_key_jwt/],
    ['another grant', { ...good, grant_types: ['password'] }, /client_credentials/],
  ])('%s, and registers nothing', async (_, body, words) => {
    const w = await openWorld([entryOf(epr, 'trust1')])
    const { status, json } = await register(w, body)
    expect([status, json['error']]).toEqual([400, 'invalid_client_metadata'])
    expect(json['error_description']).toMatch(words)
    expect(await w.audits()).toEqual([])
  })

  it('a form', async () => {
    const w = await openWorld()
    expect((await register(w, 'a=b', 'application/x-www-form-urlencoded')).status).toBe(400)
  })
})

it('is said in discovery in a sandbox only', () => {
  const url = 'https://gateway.example'
  expect(smartConfiguration(addressesOf(url))).not.toHaveProperty('registration_endpoint')
  expect(smartConfiguration(addressesOf(url, { sandbox: true }))).toHaveProperty('registration_endpoint', `${url}/auth/register`)
})

// Discovery: what is said, and that it is true.

import { expect, it } from 'vitest'
import { addressesOf, smartConfiguration } from '../../gateway/auth/discovery.ts'
import { jwks } from '../../gateway/auth/keys.ts'
import { epr, openWorld } from './world.ts'

const said = smartConfiguration(addressesOf('https://gateway.example/base/'))

it('says what works and nothing else', () => {
  expect(said).toEqual({
    token_endpoint: 'https://gateway.example/base/auth/token',
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS384', 'ES384'],
    grant_types_supported: ['client_credentials'],
    introspection_endpoint: 'https://gateway.example/base/auth/introspect',
    revocation_endpoint: 'https://gateway.example/base/auth/revoke',
    scopes_supported: expect.arrayContaining(['system/*.cruds', 'system/Task.cruds', 'system/AuditEvent.rs']),
    code_challenge_methods_supported: ['S256'],
    capabilities: ['client-confidential-asymmetric', 'permission-v1', 'permission-v2'],
  })
  expect(said.scopes_supported.filter((scope) => scope.startsWith('system/Person.'))).toEqual(['system/Person.rs'])
})

it.each(said.scopes_supported)('DSC-08 grants %s to a client that may have everything', async (scope) => {
  const world = await openWorld()
  expect((await world.ask(world.assertion(epr), { scope })).json['scope']).toBe(scope)
})

it('shows the public half of the key and never the private one', async () => {
  const { auth } = await openWorld()
  expect(jwks(auth.keys.published()).keys).toEqual([
    {
      kty: 'EC',
      crv: 'P-256',
      x: expect.any(String),
      y: expect.any(String),
      kid: auth.keys.current().kid,
      alg: 'ES256',
      use: 'sig',
    },
  ])
})

// Two OAuth clients from npm, unmodified, get tokens of the gateway and use, introspect and revoke them.

import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { System } from '../../gateway/demo/cast.ts'
import { endAll, makeCamp, startGateway, type Gateway } from '../faults/gateway.ts'

const isThere = existsSync(new URL('node_modules/oauth4webapi', import.meta.url))
if (!isThere) console.warn('skipped: the OAuth clients from npm are not installed; npm --prefix test/peers ci brings them')

/** By an address that is known only when it runs, so that the types are checked without the peers being installed. */
const load = (path: string): Promise<any> => import(new URL(`node_modules/${path}`, import.meta.url).href)

const camp = makeCamp('sqlite::memory:')
let gateway: Gateway
beforeAll(async () => {
  if (isThere) gateway = await startGateway(camp.environment)
})
afterAll(async () => {
  await gateway?.end('SIGTERM')
  endAll()
  camp.remove()
})

/** Web Crypto's own form, as both libraries take keys. */
async function webKey({ privateKey }: System): Promise<CryptoKey> {
  const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' })
  return crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), { name: 'ECDSA', namedCurve: 'P-384' }, false, ['sign'])
}

/** What SMART's discovery says; a backend's `issuer` is what it was told when it was registered. */
async function serverOf(url: string) {
  const found = await fetch(`${url}/fhir/R4/.well-known/smart-configuration`)
  return { ...((await found.json()) as { token_endpoint: string }), issuer: url }
}

const search = async (url: string, token: string): Promise<number> =>
  (await fetch(`${url}/fhir/R4/Task`, { headers: { authorization: `Bearer ${token}` } })).status

describe.skipIf(!isThere)('oauth4webapi', () => {
  it('gets a token, uses it, introspects it, revokes it', async () => {
    const oauth = await load('oauth4webapi/build/index.js')
    const { council } = camp.cast.systems
    const as = await serverOf(gateway.url)
    const client = { client_id: council.clientId }
    const authentication = oauth.PrivateKeyJwt({ key: await webKey(council), kid: council.kid })
    const options = { [oauth.allowInsecureRequests]: true }
    const asked = new URLSearchParams({ scope: 'system/Task.rs' })
    const answer = await oauth.clientCredentialsGrantRequest(as, client, authentication, asked, options)
    const tokens = await oauth.processClientCredentialsResponse(as, client, answer)
    expect(tokens).toMatchObject({ token_type: 'bearer', scope: 'system/Task.rs', expires_in: 300 })
    expect(await search(gateway.url, tokens.access_token)).toBe(200)

    const introspect = async () => {
      const told = await oauth.introspectionRequest(as, client, authentication, tokens.access_token, options)
      return oauth.processIntrospectionResponse(as, client, told)
    }
    expect(await introspect()).toMatchObject({ active: true, client_id: council.clientId, scope: 'system/Task.rs' })
    const revoked = await oauth.revocationRequest(as, client, authentication, tokens.access_token, options)
    await oauth.processRevocationResponse(revoked)
    expect(await introspect()).toEqual({ active: false })
    expect(await search(gateway.url, tokens.access_token)).toBe(401)
  })
})

describe.skipIf(!isThere)('openid-client', () => {
  it('gets a token, uses it, introspects it, revokes it', async () => {
    const oidc = await load('openid-client/build/index.js')
    const { epr } = camp.cast.systems
    const authentication = oidc.PrivateKeyJwt({ key: await webKey(epr), kid: epr.kid })
    const config = new oidc.Configuration(await serverOf(gateway.url), epr.clientId, {}, authentication)
    oidc.allowInsecureRequests(config)
    const tokens = await oidc.clientCredentialsGrant(config, { scope: 'system/*.rs' })
    expect(await search(gateway.url, tokens.access_token)).toBe(200)
    expect(await oidc.tokenIntrospection(config, tokens.access_token)).toMatchObject({ active: true })
    await oidc.tokenRevocation(config, tokens.access_token)
    expect(await oidc.tokenIntrospection(config, tokens.access_token)).toEqual({ active: false })
    expect(await search(gateway.url, tokens.access_token)).toBe(401)
  })
})

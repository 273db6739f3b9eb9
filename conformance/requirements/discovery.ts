// Discovery: what a client can learn of the authorization server before it has a token.

import { isRecord, textAt, textsAt } from '../json.ts'
import { Omitted } from '../outcome.ts'
import { header, holds, oauthError, same, status } from '../expect.ts'
import { area } from '../requirement.ts'
import { found, place } from '../scenes/discovery.ts'
import { smart, rfc } from '../sources.ts'

export const discovery = area('discovery', [
  {
    id: 'HF-DSC-001',
    level: 'MUST',
    title: 'tells in JSON where tokens are had, without a token and whatever Accept says',
    statement: smart('conformance', 'Responses … SHALL be JSON, regardless of Accept headers provided in the request'),
    assertions: ['DSC-01'],
    kills: ['http-discovery-html', 'http-discovery-accept'],
    async run(t) {
      await found(t)
      for (const accept of ['*/*', 'text/html', 'application/fhir+xml']) {
        const answer = await t.anyone.get(place, { accept })
        status(answer, 200, `Accept: ${accept}`)
        header(answer, 'content-type', /^application\/json\b/, `Accept: ${accept}`)
        holds(textAt(answer.json, 'token_endpoint') !== '', `Accept: ${accept}`, 'a token_endpoint', answer.text)
      }
    },
  },
  {
    id: 'HF-DSC-002',
    level: 'MUST',
    title: 'gives every address whole, and its token endpoint answers in OAuth’s words',
    statement: smart('conformance', 'All endpoint URLs in the response document SHALL be absolute URLs'),
    assertions: ['DSC-02', 'DSC-03'],
    kills: ['http-discovery-relative'],
    async run(t) {
      const json = await found(t)
      const addresses = Object.entries(json).filter(([name]) => /_(endpoint|uri)$/.test(name))
      for (const [name, address] of addresses)
        holds(typeof address === 'string' && /^https?:\/\/./.test(address), name, 'an absolute URL', address)
      const answer = await t.anyone.ask('POST', textAt(json, 'token_endpoint'), 'grant_type=none', {
        'content-type': 'application/x-www-form-urlencoded',
      })
      oauthError(answer, ['unsupported_grant_type', 'invalid_request', 'invalid_client'], 'a grant_type that does not exist')
    },
  },
  {
    id: 'HF-DSC-003',
    level: 'MUST',
    title: 'offers client_credentials with private_key_jwt, signed with RS384 or ES384',
    statement: smart('backend-services', 'capable of validating signatures with at least one of RS384 or ES384'),
    assertions: ['DSC-04', 'DSC-05', 'DSC-06', 'DSC-07'],
    kills: ['http-discovery-methods'],
    async run(t) {
      const json = await found(t)
      const lists = (name: string, value: string) =>
        holds(textsAt(json, name).includes(value), name, `a list with ${value}`, json[name])
      lists('grant_types_supported', 'client_credentials')
      lists('capabilities', 'client-confidential-asymmetric')
      lists('token_endpoint_auth_methods_supported', 'private_key_jwt')
      const algorithms = textsAt(json, 'token_endpoint_auth_signing_alg_values_supported')
      const isServed = algorithms.includes('RS384') || algorithms.includes('ES384')
      holds(isServed, 'token_endpoint_auth_signing_alg_values_supported', 'RS384 or ES384', algorithms)
    },
  },
  {
    id: 'HF-DSC-004',
    level: 'MUST',
    title: 'lists S256 and never plain as code challenge method',
    statement: smart('conformance', 'The S256 method SHALL be included in this list, and the plain method SHALL NOT'),
    assertions: ['DSC-09'],
    kills: ['http-discovery-plain'],
    async run(t) {
      const methods = textsAt(await found(t), 'code_challenge_methods_supported')
      holds(
        methods.includes('S256') && !methods.includes('plain'),
        'code_challenge_methods_supported',
        'S256, not plain',
        methods,
      )
    },
  },
  {
    id: 'HF-DSC-005',
    level: 'MUST',
    title: 'grants every scope that it says it supports',
    statement: smart('conformance', 'The server SHALL support all scopes listed here'),
    assertions: ['DSC-08'],
    needs: { systems: ['acute'] },
    kills: ['http-discovery-scopes'],
    async run(t) {
      const scopes = textsAt(await found(t), 'scopes_supported').filter((scope) => scope.startsWith('system/'))
      holds(scopes.length > 0, 'scopes_supported', 'at least one system scope', scopes)
      for (const scope of scopes) {
        const answer = await t.token('acute', { scope })
        status(answer, 200, `scope ${scope}`)
        same(textAt(answer.json, 'scope'), scope, `scope ${scope}: what is granted to a client that is registered for all`)
      }
    },
  },
  {
    id: 'HF-DSC-006',
    level: 'SHOULD',
    title: 'lets a page of any origin read it',
    statement: smart('app-launch', 'servers SHALL support CORS for … the discovery endpoint'),
    kills: ['http-discovery-cors'],
    async run(t) {
      await found(t)
      const answer = await t.anyone.get(place, { origin: 'https://vendor.example' })
      header(answer, 'access-control-allow-origin', /^(\*|https:\/\/vendor\.example)$/, 'discovery from another origin')
    },
  },
  {
    id: 'HF-DSC-007',
    level: 'GATE',
    title: 'claims nothing that a backend server does not do',
    statement: smart(
      'conformance',
      'issuer: required if the server’s capabilities include sso-openid-connect; otherwise, omitted',
    ),
    kills: ['http-discovery-claims'],
    async run(t) {
      const json = await found(t)
      const capabilities = textsAt(json, 'capabilities')
      holds(capabilities.length > 0, 'capabilities', 'a list', json['capabilities'])
      if (!capabilities.includes('sso-openid-connect')) same(json['issuer'], undefined, 'issuer without sso-openid-connect')
      if (!capabilities.some((one) => one.startsWith('launch')))
        same(textsAt(json, 'grant_types_supported').includes('authorization_code'), false, 'authorization_code without a launch')
    },
  },
  {
    id: 'HF-DSC-008',
    level: 'SHOULD',
    title: 'answers version 1 scopes in version 1 where it says permission-v1',
    statement: smart('scopes-and-launch-context', 'servers SHOULD … return v1 scopes when v1 scopes are requested and granted'),
    assertions: ['SCP-03'],
    needs: { systems: ['acute'] },
    kills: ['token-v1-scopes'],
    async run(t) {
      const json = await found(t)
      if (!textsAt(json, 'capabilities').includes('permission-v1')) throw new Omitted('permission-v1 is not claimed')
      const answer = await t.token('acute', { scope: 'system/Patient.read' })
      status(answer, 200, 'system/Patient.read')
      same(textAt(answer.json, 'scope'), 'system/Patient.read', 'the granted scope')
    },
  },
  {
    id: 'HF-DSC-009',
    level: 'GATE',
    title: 'publishes the key of its access tokens and no secret part of it',
    statement: rfc('7517 9.2', 'Private and symmetric keys MUST be protected from disclosure to unintended parties'),
    kills: ['http-jwks-private'],
    async run(t) {
      const json = await found(t)
      const issuer = new URL(textAt(json, 'token_endpoint')).origin
      const answer = await t.anyone.get(`${issuer}/auth/jwks`, { accept: 'application/json' })
      if (answer.status === 404) throw new Omitted('no key set is published')
      status(answer, 200, 'the key set')
      const keys = isRecord(answer.json) && Array.isArray(answer.json['keys']) ? answer.json['keys'].filter(isRecord) : []
      holds(keys.length > 0, 'the key set', 'keys', answer.json)
      for (const key of keys)
        for (const member of ['d', 'p', 'q', 'k']) same(key[member], undefined, `member ${member} of a published key`)
    },
  },
])

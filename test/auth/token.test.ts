// The token endpoint: what is granted, and every way of asking that is not.

import { createPrivateKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { decoyKey } from '../../gateway/auth/decoy.ts'
import { tokenEndpoint } from '../../gateway/auth/token.ts'
import { authenticate } from '../../gateway/auth/bearer.ts'
import { openRegistry } from '../../gateway/auth/registry.ts'
import { jws, keyPair, makeClient, tokenForm } from './client.ts'
import { answered, entryOf, epr, hub, openWorld, publicUrl, requestOf, tokenUrl, type World } from './world.ts'

const stranger = makeClient({ clientId: 'stranger', alg: 'RS384' })
const unverified = 'client_assertion is not signed with a key of a registered client'

describe('a right request', () => {
  it.each([
    ['RS384', epr, 'system/*.cruds'],
    ['ES384', hub, 'system/Task.rs'],
  ])('gets a token with %s', async (_, client, scope) => {
    const world = await openWorld()
    const answer = await world.ask(world.assertion(client), { scope })
    expect(answer.status).toBe(200)
    expect(answer.headers).toEqual({
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      Pragma: 'no-cache',
    })
    expect(answer.json).toEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
      expires_in: 300,
      scope,
    })
    expect(await world.audits()).toEqual([
      expect.objectContaining({
        action: 'token',
        outcome: 'success',
        client: client.clientId,
        request: 'request-1',
        at: '2026-01-05T10:00:00.000000Z',
      }),
    ])
  })

  it.each<[string, (world: World) => string]>([
    ['typ is left out (oauth4webapi)', (w) => w.assertion(epr, { header: { typ: undefined } })],
    ['typ is written small', (w) => w.assertion(epr, { header: { typ: 'jwt' } })],
    ['aud is the issuer', (w) => w.assertion(epr, { aud: publicUrl })],
    ['aud is an array of the token URL alone', (w) => w.assertion(epr, { aud: [tokenUrl] })],
    ['exp is exactly 300 s ahead', (w) => w.assertion(epr, { claims: { exp: w.clock.seconds + 300 } })],
    ['exp is 310 s ahead: the clocks differ', (w) => w.assertion(epr, { claims: { exp: w.clock.seconds + 310 } })],
    ['exp was 9 s ago: the clocks differ', (w) => w.assertion(epr, { claims: { exp: w.clock.seconds - 9 } })],
    ['iat is a day old', (w) => w.assertion(epr, { claims: { iat: w.clock.seconds - 86_400 } })],
    ['iat is 5 s ahead', (w) => w.assertion(epr, { claims: { iat: w.clock.seconds + 5, nbf: w.clock.seconds + 5 } })],
    [
      'x5c and jwk lie beside a good signature',
      (w) => w.assertion(epr, { header: { x5c: ['MII'], jwk: stranger.jwks.keys[0] } }),
    ],
  ])('is granted when %s', async (_, make) => {
    const world = await openWorld()
    const answer = await world.ask(make(world))
    expect([answer.status, answer.json['error_description']]).toEqual([200, undefined])
  })

  it('accepts client_id beside the assertion when it equals iss', async () => {
    const world = await openWorld()
    const form = tokenForm(world.assertion(epr), 'system/*.rs')
    form.set('client_id', epr.clientId)
    expect((await tokenEndpoint(requestOf(form), world.auth)).status).toBe(200)
  })

  it('accepts another algorithm for a client that is registered with it, and then no longer the default', async () => {
    const other = makeClient({ clientId: 'ps', alg: 'PS512' })
    const world = await openWorld([
      entryOf(other, 'trust1', { algorithms: ['PS512'] }),
      entryOf(epr, 'trust1', { algorithms: ['RS512'] }),
    ])
    expect((await world.ask(world.assertion(other))).status).toBe(200)
    expect((await world.ask(world.assertion(epr))).status).toBe(401)
  })
})

const pem = epr.publicKey.export({ type: 'spki', format: 'pem' }).toString()
const der = epr.publicKey.export({ type: 'spki', format: 'der' }).toString('latin1')
const hmacKeys = { pem, der, jwk: JSON.stringify(epr.publicKey.export({ format: 'jwk' })) }
const p256 = makeClient({ clientId: hub.clientId, alg: 'ES256', kid: hub.kid })

type Attack = readonly [name: string, make: (world: World) => string]

/** Numbers as in reference/conformance-and-auth.md §3.7. Each must end in 401 invalid_client. */
const attacks: readonly Attack[] = [
  ...['none', 'None', 'nOnE'].map((alg): Attack => [
    `X01 alg ${alg} without a signature`,
    (w) => w.assertion(epr, { header: { alg }, signedWith: { alg: 'none', key: '' } }),
  ]),
  ['X01 an empty signature', (w) => w.assertion(epr, { signedWith: { alg: 'none', key: '' } })],
  ...['HS256', 'HS384', 'HS512'].flatMap((alg) =>
    Object.entries(hmacKeys).map(([form, key]): Attack => [
      `X02 ${alg} with the public key as ${form}`,
      (w) => w.assertion(epr, { header: { alg }, signedWith: { alg, key } }),
    ]),
  ),
  ...['RS256', 'RS512', 'PS384'].map((alg): Attack => [
    `X03 ${alg} with a registered key`,
    (w) => w.assertion(epr, { header: { alg }, signedWith: { alg, key: epr.privateKey } }),
  ]),
  [
    'X03 EdDSA',
    (w) =>
      w.assertion(epr, {
        header: { alg: 'EdDSA' },
        signedWith: { alg: 'EdDSA', key: keyPair('EdDSA').privateKey },
      }),
  ],
  ['X03 ES256', (w) => w.assertion(hub, { header: { alg: 'ES256' }, signedWith: { alg: 'ES256', key: p256.privateKey } })],
  ['X04 ES384 with an RSA key', (w) => w.assertion(epr, { header: { alg: 'ES384' } })],
  ['X04 RS384 with an EC key', (w) => w.assertion(hub, { header: { alg: 'RS384' } })],
  [
    'X04 ES384 with a P-256 key',
    (w) => w.assertion(p256, { header: { alg: 'ES384' }, signedWith: { alg: 'ES384', key: p256.privateKey } }),
  ],
  ...[undefined, 'unknown', 7, [epr.kid], '', 'k'.repeat(10_000), '../../dev/null', "' OR 1=1--", '__proto__', 'constructor'].map(
    (kid): Attack => [`X05 kid ${JSON.stringify(kid)?.slice(0, 20)}`, (w) => w.assertion(epr, { header: { kid } })],
  ),
  ...[
    'https://evil.example/jwks',
    'http://127.0.0.1/jwks',
    'http://169.254.169.254/latest',
    'http://[::1]/',
    'http://2130706433/',
    'https://gateway.example@evil.example/',
    '',
    5,
  ].map((jku): Attack => [`X07 jku ${jku}`, (w) => w.assertion(epr, { header: { jku } })]),
  ...Object.entries({
    jwk: stranger.jwks.keys[0],
    x5u: 'https://evil.example/',
    x5c: ['MII'],
    x5t: 'AAAA',
  }).map(([name, value]): Attack => [
    `X08 ${name} of the attacker, who signs`,
    (w) => w.assertion(epr, { header: { [name]: value }, signedWith: { alg: 'RS384', key: stranger.privateKey } }),
  ]),
  ['X09 an unknown crit', (w) => w.assertion(epr, { header: { crit: ['exp2'], exp2: 1 } })],
  ['X09 crit b64, which the library knows', (w) => w.assertion(epr, { header: { crit: ['b64'], b64: true } })],
  ['X09 an empty crit', (w) => w.assertion(epr, { header: { crit: [] } })],
  ...[undefined, '', 5, { a: 1 }, ['a'], 'j'.repeat(257), null].map((jti): Attack => [
    `X13 jti ${JSON.stringify(jti)?.slice(0, 20)}`,
    (w) => w.assertion(epr, { claims: { jti } }),
  ]),
  ...[undefined, null, '1767607500', 1_767_607_300.5, 0, -1, 2 ** 53, 2 ** 31].map((exp): Attack => [
    `X14 exp ${exp}`,
    (w) => w.assertion(epr, { claims: { exp } }),
  ]),
  ['X14 exp 1e400', (w) => rawClaims(w, '1e400')],
  ['X14 exp 10 s ago', (w) => w.assertion(epr, { claims: { exp: w.clock.seconds - 10 } })],
  ['X14 exp 311 s ahead', (w) => w.assertion(epr, { claims: { exp: w.clock.seconds + 311 } })],
  ['X16 nbf ahead', (w) => w.assertion(epr, { claims: { nbf: w.clock.seconds + 11 } })],
  ['X16 iat ahead', (w) => w.assertion(epr, { claims: { iat: w.clock.seconds + 11 } })],
  ['X16 nbf as text', (w) => w.assertion(epr, { claims: { nbf: 'now' } })],
  ...[
    undefined,
    null,
    'https://other.example/auth/token',
    `${tokenUrl}/`,
    `${publicUrl}/`,
    'http://gateway.example/auth/token',
    'https://GATEWAY.example/auth/token',
    `${tokenUrl}?a=1`,
    `${publicUrl}/auth`,
    `${tokenUrl}x`,
    [tokenUrl, 'https://evil.example'],
    [publicUrl, tokenUrl],
    [[tokenUrl]],
    [],
    { url: tokenUrl },
  ].map((aud): Attack => [`X17 aud ${JSON.stringify(aud)}`, (w) => w.assertion(epr, { aud })]),
  ['X18 iss is not sub', (w) => w.assertion(epr, { claims: { sub: hub.clientId } })],
  ['X18 no sub', (w) => w.assertion(epr, { claims: { sub: undefined } })],
  [
    'X18 iss of another client, signed with its own key',
    (w) => w.assertion(epr, { claims: { iss: hub.clientId, sub: hub.clientId } }),
  ],
  ...[undefined, 5, null, '__proto__', ['trust1-epr']].map((iss): Attack => [
    `X18 iss ${JSON.stringify(iss)}`,
    (w) => w.assertion(epr, { claims: { iss, sub: iss } }),
  ]),
  ['AST-20 typ of an access token', (w) => w.assertion(epr, { header: { typ: 'at+jwt' } })],
  ['AST-30 another payload', (w) => withPart(w.assertion(epr), 1, w.assertion(epr).split('.')[1] ?? '')],
  ['AST-30 four parts', (w) => `${w.assertion(epr)}.AAAA`],
  ['AST-30 two parts', (w) => w.assertion(epr).split('.').slice(0, 2).join('.')],
  ['AST-30 a truncated signature', (w) => w.assertion(epr).slice(0, -10)],
  ['AST-30 JSON serialization', (w) => JSON.stringify({ payload: w.assertion(epr), signatures: [] })],
  ['AST-30 a payload that is no object', () => jws({ alg: 'RS384', kid: epr.kid }, '[]', { alg: 'RS384', key: epr.privateKey })],
  ['AST-30 a payload that is no JSON', () => jws({ alg: 'RS384', kid: epr.kid }, '{', { alg: 'RS384', key: epr.privateKey })],
  ['AST-30 a header that is no object', () => jws('null', '{}', { alg: 'RS384', key: epr.privateKey })],
  ['AST-30 no JWT at all', () => 'x'],
  ['a key from the decoys: private key 1 of the curve', (w) => signedByDecoy(w)],
]

const withPart = (assertion: string, index: number, part: string): string => assertion.split('.').with(index, part).join('.')

/** JSON numbers that no JavaScript value prints. */
function rawClaims(world: World, exp: string): string {
  const claims = `{"iss":"trust1-epr","sub":"trust1-epr","aud":"${tokenUrl}","jti":"1","exp":${exp},"at":${world.clock.seconds}}`
  return jws({ alg: 'RS384', kid: epr.kid }, claims, { alg: 'RS384', key: epr.privateKey })
}

function signedByDecoy(world: World): string {
  const key = createPrivateKey({
    key: { ...decoyKey('ES384'), d: Buffer.concat([Buffer.alloc(47), Buffer.of(1)]).toString('base64url') },
    format: 'jwk',
  })
  return world.assertion(hub, { header: { kid: 'unknown' }, signedWith: { alg: 'ES384', key } })
}

/** The rule that each must fail by, so that none passes for the wrong reason. */
const failing: Record<string, string> = {
  X01: 'alg signature',
  X02: 'alg',
  X03: 'alg signature',
  X04: 'signature',
  X05: 'kid signature',
  X07: 'jku signature',
  X08: 'signature',
  X09: 'crit',
  X13: 'jti',
  X14: 'exp',
  X16: 'nbf iat',
  X17: 'aud',
  X18: 'sub signature',
  'AST-20': 'typ',
  'AST-30': 'malformed signature',
  a: 'signature',
}

describe('an attack', () => {
  it.each(attacks)('%s gets 401 invalid_client, no token, and burns nothing', async (name, make) => {
    const world = await openWorld()
    const answer = await world.ask(make(world))
    expect(answer.status).toBe(401)
    expect(answer.json).toEqual({ error: 'invalid_client', error_description: expect.any(String) })
    expect(answer.json['error_description']).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/)
    expect(answer.headers['Cache-Control']).toBe('no-store')
    const [audit, ...more] = await world.audits()
    expect([audit?.outcome, audit?.action, more.length]).toEqual(['refused', 'token', 0])
    expect(failing[name.split(' ')[0] ?? '']?.split(' ')).toContain(audit?.reason)
  })

  it('X19 is refused with an access token as assertion', async () => {
    const world = await openWorld()
    const { json } = await world.ask(world.assertion(epr))
    expect((await world.ask(String(json['access_token']))).status).toBe(401)
  })

  it('X28 hears the same words for an unknown client, an unknown key and a bad signature', async () => {
    const world = await openWorld()
    const answers = await Promise.all([
      world.ask(world.assertion(stranger)),
      world.ask(world.assertion(epr, { header: { kid: 'unknown' } })),
      world.ask(world.assertion(epr, { signedWith: { alg: 'RS384', key: stranger.privateKey } })),
      world.ask(world.assertion(epr, { signedWith: { alg: 'RS384', key: stranger.privateKey }, claims: { exp: 0 } })),
    ])
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`))).toEqual(
      new Set([`401 ${JSON.stringify({ error: 'invalid_client', error_description: unverified })}`]),
    )
    const audits = await world.audits()
    expect(audits.map(({ client }) => client)).toEqual(['', '', '', ''])
  })
})

describe('one assertion', () => {
  it('X10 makes exactly one token of ten posts at once', async () => {
    const world = await openWorld()
    const assertion = world.assertion(epr)
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.ask(assertion)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const others = answers.filter(({ status }) => status !== 200)
    expect(new Set(others.map(({ status, body }) => `${status} ${body}`))).toEqual(
      new Set(['401 {"error":"invalid_client","error_description":"jti was used before"}']),
    )
  })

  it('X10 is not good twice on another process of the same store', async () => {
    const world = await openWorld()
    const second = {
      ...world.auth,
      registry: await openRegistry(world.store, { now: () => world.clock.now }),
    }
    const form = requestOf(tokenForm(world.assertion(epr), 'system/*.rs'))
    expect((await tokenEndpoint(form, world.auth)).status).toBe(200)
    expect((await tokenEndpoint(form, second)).status).toBe(401)
  })

  it.each([0, 299, 301, 309])('X11 is refused %i s after it was used', async (seconds) => {
    const world = await openWorld()
    const assertion = world.assertion(epr)
    expect((await world.ask(assertion)).status).toBe(200)
    world.clock.forward(seconds)
    const again = await world.ask(assertion)
    expect([again.status, again.json['error_description']]).toEqual([401, 'jti was used before'])
  })

  it('X12 is good although somebody used its jti with a bad signature before', async () => {
    const world = await openWorld()
    const claims = { jti: 'taken' }
    await world.ask(world.assertion(epr, { claims, signedWith: { alg: 'RS384', key: stranger.privateKey } }))
    expect((await world.ask(world.assertion(epr, { claims }))).status).toBe(200)
  })

  it('AST-10 may have the jti of another client', async () => {
    const world = await openWorld()
    expect((await world.ask(world.assertion(epr, { claims: { jti: 'one' } }))).status).toBe(200)
    expect((await world.ask(world.assertion(hub, { claims: { jti: 'one' } }), { scope: 'system/Task.r' })).status).toBe(200)
  })

  it('is used up by a request whose scope is refused', async () => {
    const world = await openWorld()
    const assertion = world.assertion(hub)
    expect((await world.ask(assertion, { scope: 'system/CarePlan.r' })).json['error']).toBe('invalid_scope')
    expect((await world.ask(assertion, { scope: 'system/Task.r' })).json['error']).toBe('invalid_client')
  })
})

describe('a scope', () => {
  it.each([
    ['system/*.cruds', 'system/Task.rs system/Patient.rs'],
    ['system/*.read', 'system/Task.read system/Patient.read'],
    ['system/*.*', 'system/Task.read system/Patient.read'],
    ['system/Task.cruds', 'system/Task.rs'],
    ['system/Task.rs system/CarePlan.rs', 'system/Task.rs'],
    ['system/Task.r system/Task.r', 'system/Task.r'],
    ['system/Task.cruds?status=requested', 'system/Task.rs?status=requested'],
    ['system/Task.r?status=a%26b', 'system/Task.r?status=a%26b'],
  ])('X20 %s becomes what is registered', async (scope, granted) => {
    const world = await openWorld()
    const answer = await world.ask(world.assertion(hub), { scope })
    expect([answer.status, answer.json['scope']]).toEqual([200, granted])
  })

  it.each([
    '',
    'SYSTEM/Task.r',
    'system/Task.sr',
    'system/Task.',
    'system/Task.x',
    'patient/Task.r',
    'user/Task.r',
    'system/Task.r,system/Patient.r',
    'system/Task.r\tsystem/Patient.r',
    'system/Task.r\n',
    'system/Task.r  system/Patient.r',
    'ѕystem/Task.r',
    'system/Nothing.r',
    'system/CarePlan.rs',
    'openid',
    'system/Task.r?nothing=requested',
    'system/Task.r?status=a%26b&',
    'system/Task.r?status:in=http://example.org/ValueSet/1',
    'system/Task.rs system/Task.rs?code=1&x=2',
    'system/CarePlan.rs?status=active',
  ])('X20 %j is refused as invalid_scope', async (scope) => {
    const world = await openWorld()
    const answer = await world.ask(world.assertion(hub), { scope })
    expect([answer.status, answer.json['error']]).toEqual([400, 'invalid_scope'])
    expect(answer.json['error_description']).not.toContain('Task')
    expect(await world.audits()).toEqual([expect.objectContaining({ outcome: 'refused', client: hub.clientId })])
  })
})

describe('a request', () => {
  const post = async (change: (form: URLSearchParams) => void, request = {}) => {
    const world = await openWorld()
    const form = tokenForm(world.assertion(epr), 'system/*.rs')
    change(form)
    return answered(tokenEndpoint({ ...requestOf(form), ...request }, world.auth))
  }

  it.each<[string, number, string, (form: URLSearchParams) => void]>([
    ['grant_type is missing', 400, 'invalid_request', (form) => form.delete('grant_type')],
    ['grant_type is empty', 400, 'invalid_request', (form) => form.set('grant_type', '')],
    ['grant_type is another', 400, 'unsupported_grant_type', (form) => form.set('grant_type', 'password')],
    ['client_assertion_type is missing', 400, 'invalid_request', (form) => form.delete('client_assertion_type')],
    ['client_assertion_type is another', 400, 'invalid_request', (form) => form.set('client_assertion_type', 'jwt')],
    ['client_assertion is missing', 401, 'invalid_client', (form) => form.delete('client_assertion')],
    ['scope is missing', 400, 'invalid_scope', (form) => form.delete('scope')],
    ['client_id is not iss', 401, 'invalid_client', (form) => form.set('client_id', 'hub1-portal')],
    ['AST-32 the assertion is endless', 413, 'invalid_request', (form) => form.set('client_assertion', 'x'.repeat(100_000))],
    ['X22 grant_type is there twice', 400, 'invalid_request', (form) => form.append('grant_type', 'client_credentials')],
    ['X22 scope is there twice', 400, 'invalid_request', (form) => form.append('scope', 'system/*.rs')],
    ['X22 something unknown is there twice', 400, 'invalid_request', (form) => [1, 2].forEach((n) => form.append('x', `${n}`))],
    ['X23 a client_secret comes too', 400, 'invalid_request', (form) => form.set('client_secret', 's')],
  ])('is refused when %s', async (_, status, error, change) => {
    const answer = await post(change)
    expect([answer.status, answer.json['error']]).toEqual([status, error])
    expect(answer.headers['Cache-Control']).toBe('no-store')
  })

  it.each([
    ['X22 the body is said to be JSON', { contentType: 'application/json' }],
    ['X22 the body is multipart', { contentType: 'multipart/form-data; boundary=x' }],
    ['X22 the body is UTF-16', { contentType: 'application/x-www-form-urlencoded; charset=utf-16' }],
    ['X22 no content type is given', { contentType: undefined }],
    ['X22 something is in the query', { query: '?scope=system/*.cruds' }],
    ['X23 it comes with Basic', { authorizationHeader: 'Basic YTpi' }],
    ['X23 it comes with Bearer', { authorizationHeader: 'Bearer x' }],
  ])('is refused as invalid_request when %s', async (_, request) => {
    const answer = await post(() => undefined, request)
    expect([answer.status, answer.json['error']]).toEqual([400, 'invalid_request'])
  })

  it('is granted whatever unknown parameters come with it', async () => {
    expect((await post((form) => form.set('resource', 'https://gateway.example/fhir/R4'))).status).toBe(200)
  })
})

it('gives no token to a client that is known by its HL7 v2 connection alone', async () => {
  const { jwks: _, ...entry } = entryOf(epr, 'trust1')
  const hl7v2 = [{ sendingApplication: 'EPR', sendingFacility: 'TRUST1', addresses: ['127.0.0.1'] }]
  const world = await openWorld([{ ...entry, hl7v2 }])
  expect((await world.ask(world.assertion(epr))).json['error_description']).toBe(unverified)
})

it('gives tokens that open the gateway', async () => {
  const world = await openWorld()
  const { json } = await world.ask(world.assertion(hub), { scope: 'system/*.rs' })
  const caller = await authenticate(`Bearer ${String(json['access_token'])}`, world.auth)
  expect(caller).toMatchObject({ client: hub.clientId, organization: 'hub1', kind: 'hub' })
})

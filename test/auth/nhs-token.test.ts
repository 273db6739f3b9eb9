// The token endpoint for NHS clients: what is granted, and each refusal with its status, its error and the words that NHS tests look for.

import { describe, expect, it } from 'vitest'
import { authenticate } from '../../gateway/auth/bearer.ts'
import { tokenEndpoint } from '../../gateway/auth/token.ts'
import { keyPair, makeClient, tokenForm } from './client.ts'
import { answered, entryOf, epr, openWorld, publicUrl, requestOf, tokenUrl, type World } from './world.ts'

const app = makeClient({ clientId: 'nhs-app', alg: 'RS512' })
const keyless = { ...makeClient({ clientId: 'nhs-keyless', alg: 'RS512' }) }
const remote = makeClient({ clientId: 'nhs-remote', alg: 'RS512' })
const stranger = makeClient({ clientId: 'nhs-nobody', alg: 'RS512' })
const scopes = 'system/Task.rs system/Patient.r'
const jwks_uri = 'https://app.example/jwks'

const { jwks: _, ...withoutKeys } = entryOf(keyless, 'trust1', { profile: 'nhs', scopes })
const { jwks: __, ...withUri } = entryOf(remote, 'trust1', { profile: 'nhs', scopes, jwks_uri })
const clients = [
  entryOf(app, 'trust1', { profile: 'nhs', scopes }),
  { ...withoutKeys, hl7v2: [{ sendingApplication: 'A', sendingFacility: 'B', addresses: ['127.0.0.1'] }] },
  withUri,
  entryOf(epr, 'trust1'),
]

const world = () => openWorld(clients, () => Promise.reject(new Error('down')))

/** As an NHS client sends it: without a scope. */
async function ask(w: World, assertion: string, change: (form: URLSearchParams) => void = () => undefined) {
  const form = tokenForm(assertion, '')
  form.delete('scope')
  change(form)
  return answered(tokenEndpoint(requestOf(form), w.auth))
}

describe('an NHS client', () => {
  it('gets a token for all that it is registered for, in the NHS’s own shape', async () => {
    const w = await world()
    const { status, headers, json } = await ask(w, w.assertion(app))
    expect(status).toBe(200)
    expect(headers['Cache-Control']).toBe('no-store')
    expect(json).toEqual({
      access_token: expect.any(String),
      expires_in: '599',
      token_type: 'Bearer',
      issued_at: String(w.clock.now.getTime()),
    })
    const caller = await authenticate(`Bearer ${String(json['access_token'])}`, w.auth)
    expect(caller).toMatchObject({ client: app.clientId, organization: 'trust1' })
    expect(caller.scopes.map(({ type, letters }) => `${type}.${letters.join('')}`)).toEqual(['Task.rs', 'Patient.r'])
  })

  it('loses the token after ten minutes', async () => {
    const w = await world()
    const { json } = await ask(w, w.assertion(app))
    w.clock.forward(598)
    await authenticate(`Bearer ${String(json['access_token'])}`, w.auth)
    w.clock.forward(2)
    await expect(authenticate(`Bearer ${String(json['access_token'])}`, w.auth)).rejects.toThrow('unauthenticated')
  })

  it.each<[string, (w: World) => string]>([
    ['typ is written small', (w) => w.assertion(app, { header: { typ: 'jwt' } })],
    ['exp is 310 s ahead', (w) => w.assertion(app, { claims: { exp: w.clock.seconds + 310 } })],
    ['its clock is 5 s behind', (w) => w.assertion(app, { claims: { exp: w.clock.seconds - 5 } })],
    ['aud is the issuer', (w) => w.assertion(app, { aud: publicUrl })],
  ])('is granted when %s', async (_name, make) => {
    const w = await world()
    expect(await ask(w, make(w))).toMatchObject({ status: 200 })
  })
})

const signed = (alg: string) => ({ header: { alg }, signedWith: { alg, key: app.privateKey } })

/** status, the words by which NHSDigital/identity-service-api's own tests know the fault, and the assertion. */
const refusals: readonly (readonly [string, number, RegExp, (w: World) => string])[] = [
  ...['RS256', 'RS384', 'PS512'].map(
    (alg) =>
      [`X03 alg ${alg}`, 400, /Invalid 'alg' header.*must be 'RS512'/, (w: World) => w.assertion(app, signed(alg))] as const,
  ),
  ['X01 alg none', 400, /'alg'/, (w) => w.assertion(app, { header: { alg: 'none' }, signedWith: { alg: 'none', key: '' } })],
  ['X02 HS512', 400, /'alg'/, (w) => w.assertion(app, { header: { alg: 'HS512' }, signedWith: { alg: 'HS512', key: 'k' } })],
  ['kid is missing', 400, /Missing 'kid' header/, (w) => w.assertion(app, { header: { kid: undefined } })],
  ['kid is a number', 400, /Invalid 'kid' header/, (w) => w.assertion(app, { header: { kid: 7 } })],
  ['kid is unknown', 401, /Invalid 'kid' header.*no matching public key/, (w) => w.assertion(app, { header: { kid: 'other' } })],
  ['typ is missing', 400, /Invalid 'typ' header.*must be 'JWT'/, (w) => w.assertion(app, { header: { typ: undefined } })],
  ['typ is another', 400, /Invalid 'typ' header/, (w) => w.assertion(app, { header: { typ: 'at+jwt' } })],
  ['X09 crit is there', 400, /crit/, (w) => w.assertion(app, { header: { crit: ['exp'] } })],
  [
    'iss and sub are both wrong',
    401,
    /Invalid 'iss'\/'sub' claims/,
    (w) => w.assertion(app, { claims: { iss: 'nobody', sub: 'nobody' } }),
  ],
  ['iss is not sub', 400, /Missing or non-matching 'iss'\/'sub' claims/, (w) => w.assertion(app, { claims: { sub: 'other' } })],
  ['sub is missing', 400, /Missing or non-matching 'iss'\/'sub'/, (w) => w.assertion(app, { claims: { sub: undefined } })],
  ['jti is missing', 400, /Missing 'jti' claim/, (w) => w.assertion(app, { claims: { jti: undefined } })],
  ['jti is a number', 400, /Invalid 'jti' claim/, (w) => w.assertion(app, { claims: { jti: 1234 } })],
  ['aud is missing', 401, /Missing or invalid 'aud' claim/, (w) => w.assertion(app, { aud: undefined })],
  ['X17 aud is another', 401, /Missing or invalid 'aud' claim/, (w) => w.assertion(app, { aud: `${tokenUrl}/` })],
  ['exp is missing', 400, /Missing 'exp' claim/, (w) => w.assertion(app, { claims: { exp: undefined } })],
  ['exp is text', 400, /Invalid 'exp' claim.*integer/, (w) => w.assertion(app, { claims: { exp: '1767607500' } })],
  ['exp is past', 400, /Invalid 'exp' claim.*expired/, (w) => w.assertion(app, { claims: { exp: w.clock.seconds - 10 } })],
  [
    'exp is 311 s ahead',
    400,
    /Invalid 'exp' claim.*more than 5 minutes in future/,
    (w) => w.assertion(app, { claims: { exp: w.clock.seconds + 311 } }),
  ],
  ['X16 nbf is ahead', 400, /'nbf'/, (w) => w.assertion(app, { claims: { nbf: w.clock.seconds + 11 } })],
  [
    'the signature is not its own',
    401,
    /signature/i,
    (w) => w.assertion(app, { signedWith: { alg: 'RS512', key: stranger.privateKey } }),
  ],
  ['it is no JWT', 400, /Malformed JWT in client_assertion/, () => 'x'],
  [
    'X08 the key is in the header',
    401,
    /no matching public key|signature/i,
    (w) =>
      w.assertion(app, {
        header: { jwk: stranger.jwks.keys[0] },
        signedWith: { alg: 'RS512', key: stranger.privateKey },
      }),
  ],
]

describe('an NHS client is refused', () => {
  it.each(refusals)('when %s: %i', async (_name, status, words, make) => {
    const w = await world()
    const answer = await ask(w, make(w))
    expect([answer.status, answer.json['error']]).toEqual([status, 'invalid_request'])
    expect(answer.json['error_description']).toMatch(words)
    expect(answer.json['message_id']).toBe('request-1')
    const audits = await w.audits()
    expect(audits.map(({ outcome, client }) => [outcome, client])).toEqual([['refused', '']])
  })

  it.each<[string, number, string, RegExp, (form: URLSearchParams) => void]>([
    ['the grant type is another', 400, 'unsupported_grant_type', /grant_type/, (form) => form.set('grant_type', 'password')],
    ['the grant type is missing', 400, 'invalid_request', /grant_type is missing/, (form) => form.delete('grant_type')],
    [
      'the assertion type is another',
      400,
      'invalid_request',
      /client_assertion_type/,
      (form) => form.set('client_assertion_type', 'x'),
    ],
    [
      'the assertion is missing',
      400,
      'invalid_request',
      /client_assertion is missing/,
      (form) => form.delete('client_assertion'),
    ],
  ])('when %s: %i %s', async (_name, status, error, words, change) => {
    const w = await world()
    const answer = await ask(w, w.assertion(app), change)
    expect([answer.status, answer.json['error']]).toEqual([status, error])
    expect(answer.json).toEqual({ error, error_description: expect.stringMatching(words), message_id: 'request-1' })
  })

  it('when no key is registered, or its keys cannot be had: 403', async () => {
    const w = await world()
    for (const client of [keyless, remote]) {
      const answer = await ask(w, w.assertion(client))
      expect([answer.status, answer.json['error']]).toEqual([403, 'public_key error'])
    }
  })

  it('when it comes again: 400, also in a race', async () => {
    const w = await world()
    const assertion = w.assertion(app)
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(w, assertion)))
    const refused = answers.filter(({ status }) => status !== 200)
    expect(refused).toHaveLength(9)
    expect(new Set(refused.map(({ status, json }) => `${status} ${String(json['error_description'])}`))).toEqual(
      new Set(["400 Non-unique 'jti' claim in client_assertion JWT"]),
    )
  })
})

describe('the two personalities', () => {
  it('do not answer for each other: a SMART client without a scope hears SMART’s words', async () => {
    const w = await world()
    expect(await ask(w, w.assertion(epr))).toMatchObject({ status: 400, json: { error: 'invalid_scope' } })
  })

  it('keep a stranger who asks for a scope to SMART’s one answer', async () => {
    const w = await world()
    const answer = await w.ask(w.assertion(stranger))
    expect(answer.json).toEqual({ error: 'invalid_client', error_description: expect.any(String) })
  })

  it('take no SMART client’s algorithm from an NHS client, though its key could sign so', async () => {
    const { privateKey } = keyPair('RS512')
    const w = await world()
    const answer = await ask(w, w.assertion(app, { header: { alg: 'RS384' }, signedWith: { alg: 'RS384', key: privateKey } }))
    expect(answer.status).toBe(400)
  })
})

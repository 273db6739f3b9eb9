// Attacks on the token endpoint in the words of NHS clients: what a stranger, a thief or a careless key could try.

import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto'
import { refusal, same, status } from '../expect.ts'
import { at, textAt } from '../json.ts'
import { area } from '../requirement.ts'
import { askAsNhs, grantedToNhs } from '../scenes/nhs-tokens.ts'
import { publicPem, strangersRsaKey } from '../scenes/tokens.ts'
import { nhsIdentity, rfc } from '../sources.ts'
import { assertionType, formOf, goodAssertion, type TokenAttempt } from '../token.ts'
import type { Trial } from '../trial.ts'

const needs = { systems: ['nhs'] } as const

const tokenOf = async (t: Trial, attempt?: TokenAttempt) => textAt((await grantedToNhs(t, attempt)).json, 'access_token')

/** None of them opens, none breaks the server, and a good one still opens afterwards. */
async function noneOpens(t: Trial, bad: Readonly<Record<string, TokenAttempt>>): Promise<void> {
  await grantedToNhs(t)
  for (const [what, attempt] of Object.entries(bad)) {
    const answer = await askAsNhs(t, attempt)
    status(answer, [400, 401, 403, 413], what)
    same(at(answer.json, 'access_token'), [], what)
  }
  await grantedToNhs(t)
}

export const nhsAttacks = area('nhs', [
  {
    id: 'HF-NHS-020',
    level: 'MUST',
    title: 'takes no key that an assertion brings along or points to',
    statement: rfc('8725 3.10', 'Do Not Trust Received Claims … kid … jku … x5u'),
    needs,
    kills: ['token-header-key'],
    async run(t) {
      const key = strangersRsaKey()
      const jwk = createPublicKey(key).export({ format: 'jwk' })
      await noneOpens(t, {
        'a stranger’s key in jwk': { key, header: { jwk } },
        'a stranger’s key at jku': { key, header: { jku: 'https://keys.example/jwks' } },
        'a jku on the server’s own machine': { key, header: { jku: 'http://127.0.0.1/jwks' } },
        'a certificate in x5c': { key, header: { x5c: ['MIIB'] } },
        'a certificate at x5u': { key, header: { x5u: 'https://keys.example/cert' } },
      })
    },
  },
  {
    id: 'HF-NHS-021',
    level: 'MUST',
    title: 'uses a key for its own algorithm alone, and no assertion with an extension that it does not know',
    statement: rfc(
      '7515 4.1.11',
      'If any of the listed extension Header Parameters are not understood … then the JWS is invalid',
    ),
    needs,
    kills: ['nhs-alg-none'],
    async run(t) {
      const pem = publicPem(t.system('nhs').key)
      const ec = generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey
      await noneOpens(t, {
        'HS512 with the public key as PEM': { header: { alg: 'HS512' }, signing: { alg: 'HS512', secret: pem } },
        'RS512 told, signed by a key of another kind': { signing: { alg: 'ES512', key: ec } },
        'ES512 told, signed by the client’s own key': { header: { alg: 'ES512' } },
        'alg none': { header: { alg: 'none' }, assertion: (good) => good.replace(/[^.]*$/, '') },
        'crit with an unknown name': { header: { crit: ['exp-of-ours'], 'exp-of-ours': 1 } },
      })
    },
  },
  {
    id: 'HF-NHS-022',
    level: 'GATE',
    title: 'reads a kid and a jti as names and nothing else',
    statement: nhsIdentity("Invalid 'kid' header … must be a string · Invalid 'jti' claim … must be a unique string value"),
    needs,
    kills: ['nhs-jti-empty'],
    async run(t) {
      const kids = ['../../dev/null', "' OR 1=1--", '__proto__', 'constructor', 'toString', 'k'.repeat(10_000), '', 7, ['a']]
      const jtis = ['', 'j'.repeat(100_000), { a: 1 }, ['a'], null]
      await noneOpens(t, {
        ...Object.fromEntries(kids.map((kid) => [`kid ${JSON.stringify(kid).slice(0, 20)}`, { header: { kid } }])),
        ...Object.fromEntries(jtis.map((jti) => [`jti ${JSON.stringify(jti).slice(0, 20)}`, { claims: { jti } }])),
      })
    },
  },
  {
    id: 'HF-NHS-023',
    level: 'MUST',
    title: 'takes an assertion once, also when many come at the same time',
    statement: nhsIdentity("Non-unique 'jti' claim in client_assertion JWT"),
    needs,
    kills: ['token-jti-not-claimed'],
    async run(t) {
      for (let round = 1; round <= 4; round++) {
        const assertion = goodAssertion(t, 'nhs')
        const answers = await Promise.all(Array.from({ length: 16 }, () => askAsNhs(t, { assertion: () => assertion })))
        const opened = answers.filter((answer) => answer.status === 200).length
        same(opened, 1, `tokens for one assertion, posted sixteen times at once (round ${round})`)
        status(await askAsNhs(t, { assertion: () => assertion }), 400, 'the same once more')
      }
    },
  },
  {
    id: 'HF-NHS-024',
    level: 'GATE',
    title: 'does not let a stranger use up the id of an assertion',
    statement: nhsIdentity("JWT signature verification failed · Non-unique 'jti' claim"),
    needs,
    kills: ['token-jti-burned'],
    async run(t) {
      const jti = randomUUID()
      status(await askAsNhs(t, { claims: { jti }, key: strangersRsaKey() }), 401, 'a stranger’s attempt')
      await grantedToNhs(t, { claims: { jti } })
    },
  },
  {
    id: 'HF-NHS-025',
    level: 'MUST',
    title: 'takes neither an assertion for an access token nor the reverse, and no second way to authenticate beside it',
    statement: rfc('6749 2.3', 'The client MUST NOT use more than one authentication method in each request'),
    needs: { ...needs, capability: ['Patient.search-type'] },
    kills: ['token-two-methods', 'bearer-takes-assertion'],
    async run(t) {
      const token = await tokenOf(t)
      const query = `Patient?identifier=${t.id()}`
      status(await t.anyone.get(query, { authorization: `Bearer ${token}` }), 200, 'the access token')
      status(
        await t.anyone.get(query, { authorization: `Bearer ${goodAssertion(t, 'nhs')}` }),
        401,
        'an assertion as bearer token',
      )
      await noneOpens(t, {
        'an access token as assertion': { assertion: () => token },
        'a client_secret beside it': { form: { client_secret: 'x' } },
        'Basic beside it': { headers: { authorization: 'Basic YTpi' } },
      })
    },
  },
  {
    id: 'HF-NHS-026',
    level: 'MUST',
    title: 'takes an assertion neither before its time nor in another client’s name',
    statement: rfc('7519 4.1.5', 'The "nbf" (not before) claim identifies the time before which the JWT MUST NOT be accepted'),
    needs: { systems: ['nhs', 'acute'] },
    kills: ['nhs-nbf', 'nhs-client-id'],
    async run(t) {
      const other = t.system('acute').clientId
      await noneOpens(t, {
        'nbf in two minutes': { claims: { nbf: t.now() + 120 } },
        'another client as iss and sub': { claims: { iss: other, sub: other } },
        'another client_id beside it': { form: { client_id: other } },
      })
    },
  },
  {
    id: 'HF-NHS-027',
    level: 'MUST',
    title: 'takes no audience that is nearly its own',
    statement: nhsIdentity("Missing or invalid 'aud' claim in client_assertion JWT"),
    needs,
    kills: ['token-aud-prefix'],
    async run(t) {
      const { tokenUrl } = t.run
      await noneOpens(t, {
        'a path behind it': { claims: { aud: `${tokenUrl}/more` } },
        'a query behind it': { claims: { aud: `${tokenUrl}?a=b` } },
        'a longer name': { claims: { aud: `${tokenUrl}2` } },
        'another scheme': { claims: { aud: tokenUrl.replace(/^https?:/, 'ftp:') } },
        'two of them': { claims: { aud: [tokenUrl, 'https://elsewhere.example/token'] } },
      })
    },
  },
  {
    id: 'HF-NHS-028',
    level: 'MUST',
    title: 'lets a token open nothing once its client has ended it',
    statement: rfc('7009 2', 'the authorization server … invalidates the token … immediate'),
    needs: { ...needs, discovery: ['revocation_endpoint'], capability: ['Patient.search-type'] },
    kills: ['revoke-nothing'],
    async run(t) {
      const [token, other] = [await tokenOf(t), await tokenOf(t)]
      const search = (one: string) => t.anyone.get(`Patient?identifier=${t.id()}`, { authorization: `Bearer ${one}` })
      status(await search(token), 200, 'before')
      const proof = { client_assertion_type: assertionType, client_assertion: goodAssertion(t, 'nhs') }
      const form = new URLSearchParams({ token, ...proof }).toString()
      const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
      const ended = await t.anyone.ask('POST', textAt(t.run.discovery, 'revocation_endpoint'), form, headers)
      status(ended, 200, 'revocation')
      refusal(await search(token), 401, 'afterwards')
      status(await search(other), 200, 'the client’s other token')
    },
  },
  {
    id: 'HF-NHS-029',
    level: 'MUST',
    title: 'reads one form in the body, and nothing twice',
    statement: rfc('6749 3.2', 'Request and response parameters MUST NOT be included more than once'),
    needs,
    kills: ['token-query', 'token-repeated'],
    async run(t) {
      const form = () => formOf(t, 'nhs', { scope: undefined })
      await grantedToNhs(t)
      for (const [what, attempt] of Object.entries({
        'the form in the query': { query: `?${form()}`, body: '' },
        'a part of it in the query': { query: '?grant_type=client_credentials' },
        'a parameter twice': { more: '&grant_type=client_credentials' },
        'a body of JSON': { headers: { 'content-type': 'application/json' }, body: '{}' },
      })) {
        const answer = await askAsNhs(t, attempt)
        status(answer, [400, 415], what)
        same(at(answer.json, 'access_token'), [], what)
      }
    },
  },
])

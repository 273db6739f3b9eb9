// The token endpoint for clients of the NHS's signed-JWT application authentication: RS512, no scope, the NHS's own words.

import { holds, same, status } from '../expect.ts'
import { at, isRecord, textAt } from '../json.ts'
import { area } from '../requirement.ts'
import { askAsNhs, grantedToNhs } from '../scenes/nhs-tokens.ts'
import { strangersRsaKey } from '../scenes/tokens.ts'
import { nhsIdentity } from '../sources.ts'
import type { TokenAttempt } from '../token.ts'
import type { Trial } from '../trial.ts'

const needs = { systems: ['nhs'] } as const

type Bad = readonly [what: string, attempt: TokenAttempt, status: number | readonly number[], words?: RegExp]

/** All refused, each with its status and in the words by which NHS clients know it; and a good one is not. */
async function refused(t: Trial, bad: readonly Bad[], error = 'invalid_request'): Promise<void> {
  await grantedToNhs(t)
  for (const [what, attempt, expected, words = /./] of bad) {
    const answer = await askAsNhs(t, attempt)
    status(answer, expected, what)
    same([textAt(answer.json, 'error'), at(answer.json, 'access_token')], [error, []], what)
    const said = textAt(answer.json, 'error_description')
    holds(words.test(said), what, `error_description ${words.source}`, said)
  }
}

const signedWith = (t: Trial, alg: string): TokenAttempt => ({ header: { alg }, signing: { alg, key: t.system('nhs').key } })

export const nhs = area('nhs', [
  {
    id: 'HF-NHS-001',
    level: 'MUST',
    title: 'takes RS512 and no other algorithm',
    statement: nhsIdentity("Invalid 'alg' header in client_assertion JWT - unsupported JWT algorithm - must be 'RS512'"),
    assertions: ['NHS-01'],
    needs,
    kills: ['nhs-any-alg'],
    async run(t) {
      const others = ['RS256', 'RS384', 'PS512'].map((alg): Bad => [alg, signedWith(t, alg), 400, /'alg'.*RS512/])
      const hmac = { header: { alg: 'HS512' }, signing: { alg: 'HS512', secret: 'secret' } }
      await refused(t, [...others, ['HS512', hmac, 400, /'alg'.*RS512/]])
    },
  },
  {
    id: 'HF-NHS-002',
    level: 'MUST',
    title: 'wants a kid, and one that is registered',
    statement: nhsIdentity("Missing 'kid' header · Invalid 'kid' header in client_assertion JWT - no matching public key"),
    assertions: ['NHS-02'],
    needs,
    kills: ['nhs-kid'],
    async run(t) {
      await refused(t, [
        ['no kid', { header: { kid: undefined } }, 400, /Missing 'kid'/],
        ['an unknown kid', { header: { kid: 'unknown-1' } }, 401, /'kid'.*no matching public key/],
      ])
    },
  },
  {
    id: 'HF-NHS-003',
    level: 'MUST',
    title: 'wants typ JWT',
    statement: nhsIdentity("Invalid 'typ' header in client_assertion JWT - must be 'JWT'"),
    assertions: ['NHS-03'],
    needs,
    kills: ['nhs-typ'],
    async run(t) {
      await refused(t, [
        ['another typ', { header: { typ: 'JWS' } }, 400, /'typ'/],
        ['typ null', { header: { typ: null } }, 400, /'typ'/],
      ])
    },
  },
  {
    id: 'HF-NHS-004',
    level: 'MUST',
    title: 'wants the client as iss and as sub',
    statement: nhsIdentity("Missing or non-matching 'iss'/'sub' claims · Invalid 'iss'/'sub' claims"),
    assertions: ['NHS-04'],
    needs,
    kills: ['nhs-sub', 'nhs-iss'],
    async run(t) {
      await refused(t, [
        ['an unknown client as both', { claims: { iss: 'nobody', sub: 'nobody' } }, 401, /'iss'\/'sub'/],
        ['two that differ', { claims: { sub: 'nobody' } }, 400, /'iss'\/'sub'/],
        ['no sub', { claims: { sub: undefined } }, 400, /'iss'\/'sub'/],
        ['no iss', { claims: { iss: undefined } }, 400, /'iss'\/'sub'/],
      ])
    },
  },
  {
    id: 'HF-NHS-005',
    level: 'MUST',
    title: 'wants a jti that is text, once',
    statement: nhsIdentity("Missing 'jti' claim · Invalid 'jti' claim · Non-unique 'jti' claim in client_assertion JWT"),
    assertions: ['NHS-05'],
    needs,
    kills: ['nhs-jti', 'token-jti-ignored'],
    async run(t) {
      const jti = t.uuid()
      await grantedToNhs(t, { claims: { jti } })
      await refused(t, [
        ['a jti that was used', { claims: { jti } }, 400, /Non-unique 'jti'/],
        ['no jti', { claims: { jti: undefined } }, 400, /Missing 'jti'/],
        ['a number', { claims: { jti: 12_345 } }, 400, /Invalid 'jti'/],
      ])
    },
  },
  {
    id: 'HF-NHS-006',
    level: 'MUST',
    title: 'wants to be the audience',
    statement: nhsIdentity("Missing or invalid 'aud' claim in client_assertion JWT"),
    assertions: ['NHS-06'],
    needs,
    kills: ['nhs-aud'],
    async run(t) {
      await refused(t, [
        ['no aud', { claims: { aud: undefined } }, 401, /'aud'/],
        ['another aud', { claims: { aud: 'https://elsewhere.example/token' } }, 401, /'aud'/],
      ])
    },
  },
  {
    id: 'HF-NHS-007',
    level: 'MUST',
    title: 'wants an exp that is a number, not past and at most five minutes ahead',
    statement: nhsIdentity("Missing 'exp' claim · Invalid 'exp' claim - must be an integer · - more than 5 minutes in future"),
    assertions: ['NHS-07'],
    needs,
    kills: ['nhs-exp', 'nhs-exp-far'],
    async run(t) {
      await grantedToNhs(t, { claims: { exp: t.now() + 300 } })
      await refused(t, [
        ['no exp', { claims: { exp: undefined } }, 400, /Missing 'exp'/],
        ['exp as text', { claims: { exp: String(t.now() + 240) } }, 400, /Invalid 'exp'/],
        ['exp a minute ago', { claims: { exp: t.now() - 60 } }, 400, /Invalid 'exp'/],
        ['exp in six minutes', { claims: { exp: t.now() + 360 } }, 400, /Invalid 'exp'.*5 minutes/],
      ])
    },
  },
  {
    id: 'HF-NHS-008',
    level: 'MUST',
    title: 'answers 400 without an assertion, or its type, that it can read',
    statement: nhsIdentity(
      'Missing or invalid client_assertion_type · Missing client_assertion · Malformed JWT in client_assertion',
    ),
    assertions: ['NHS-08'],
    needs,
    kills: ['nhs-missing'],
    async run(t) {
      await refused(t, [
        ['no client_assertion_type', { form: { client_assertion_type: undefined } }, 400, /client_assertion_type/],
        ['another client_assertion_type', { form: { client_assertion_type: 'jwt' } }, 400, /client_assertion_type/],
        ['no client_assertion', { form: { client_assertion: undefined } }, 400, /client_assertion/],
        ['what is no JWT', { assertion: () => 'no-jwt' }, 400, /client_assertion/],
      ])
    },
  },
  {
    id: 'HF-NHS-009',
    level: 'MUST',
    title: 'takes client_credentials and no other grant',
    statement: nhsIdentity('unsupported_grant_type · invalid_request: grant_type is missing'),
    assertions: ['NHS-09'],
    needs,
    kills: ['token-any-grant'],
    async run(t) {
      await refused(t, [['another grant', { form: { grant_type: 'password' } }, 400]], 'unsupported_grant_type')
      await refused(t, [['no grant', { form: { grant_type: undefined } }, 400]])
    },
  },
  {
    id: 'HF-NHS-010',
    level: 'MUST',
    title: 'answers 401 to a signature that does not hold',
    statement: nhsIdentity('JWT signature verification failed'),
    assertions: ['NHS-10'],
    needs,
    kills: ['nhs-signature'],
    async run(t) {
      await refused(t, [['a stranger’s key under a registered kid', { key: strangersRsaKey() }, 401, /signature/]])
    },
  },
  {
    id: 'HF-NHS-011',
    level: 'SHOULD',
    title: 'gives a token as NHS APIs do, to a client that sends no scope, and the token opens the FHIR endpoint',
    statement: nhsIdentity('"expires_in": "599", "token_type": "Bearer", "issued_at"'),
    assertions: ['NHS-11'],
    needs: { ...needs, capability: ['Patient.search-type'] },
    kills: ['nhs-answer'],
    async run(t) {
      const { json } = await grantedToNhs(t)
      const told = isRecord(json) ? json : {}
      same([told['expires_in'], told['token_type']], ['599', 'Bearer'], 'expires_in and token_type')
      holds(/^\d{13}$/.test(textAt(told, 'issued_at')), 'issued_at', 'milliseconds since 1970, as text', told['issued_at'])
      const authorization = `Bearer ${textAt(told, 'access_token')}`
      status(await t.anyone.get(`Patient?identifier=${t.id()}`, { authorization }), 200, 'a search with the token')
      status(await t.anyone.get(`Patient?identifier=${t.id()}`), 401, 'the same without it')
    },
  },
  {
    id: 'HF-NHS-012',
    level: 'SHOULD',
    title: 'says of every refusal what it is in words, and under which id it can be asked about',
    statement: nhsIdentity('"error", "error_description", "message_id"'),
    assertions: ['NHS-12'],
    needs,
    kills: ['nhs-no-message-id'],
    async run(t) {
      await grantedToNhs(t)
      for (const attempt of [{ claims: { exp: 1 } }, { form: { grant_type: 'password' } }, { key: strangersRsaKey() }]) {
        const answer = await askAsNhs(t, attempt)
        status(answer, [400, 401], 'a bad request')
        for (const member of ['error', 'error_description', 'message_id'])
          holds(textAt(answer.json, member) !== '', member, 'text', answer.json)
      }
    },
  },
])

// The signature of a client assertion: keys, algorithms and headers.

import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto'
import { holds, oauthError, same, status } from '../expect.ts'
import { isRecord, textAt } from '../json.ts'
import { area } from '../requirement.ts'
import { denied, granted, onlyGoodIsGranted, publicPem, strangersKey } from '../scenes/tokens.ts'
import { rfc, smart } from '../sources.ts'

const needs = { systems: ['acute'] } as const
const page = 'client-confidential-asymmetric'

export const assertionSignature = area('assertion', [
  {
    id: 'HF-AST-001',
    level: 'MUST',
    title: 'refuses an assertion whose signature or content was tampered with',
    statement: smart(page, 'SHALL validate the JWT according to … RFC7523 including validation of the signature on the JWT'),
    assertions: ['AST-30', 'TOK-10'],
    needs,
    kills: ['token-no-signature'],
    async run(t) {
      const parts = (jwt: string) => jwt.split('.') as [string, string, string]
      await onlyGoodIsGranted(t, {
        'another signature': { assertion: (good) => good.slice(0, -8) + (good.endsWith('AAAAAAAA') ? 'BBBBBBBB' : 'AAAAAAAA') },
        'other claims under the signature': {
          assertion: (good) => {
            const [head, claims, signature] = parts(good)
            const changed = { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), jti: randomUUID() }
            return [head, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.')
          },
        },
        'no signature': { assertion: (good) => parts(good).slice(0, 2).join('.') + '.' },
        'a part too many': { assertion: (good) => `${good}.x` },
        'no JWT': { assertion: () => 'no-jwt' },
        nothing: { form: { client_assertion: undefined } },
      })
    },
  },
  {
    id: 'HF-AST-002',
    level: 'MUST',
    title: 'refuses an assertion signed with a key that is not registered, also one that the header brings along',
    statement: smart(page, 'the signature verification fails'),
    assertions: ['AST-22'],
    needs,
    kills: ['token-no-signature', 'token-header-key'],
    async run(t) {
      const key = strangersKey()
      const jwk = createPublicKey(key).export({ format: 'jwk' })
      await onlyGoodIsGranted(t, {
        'a stranger’s key under a registered kid': { key },
        'a stranger’s key in jwk': { key, header: { jwk } },
        'a stranger’s key at jku': { key, header: { jku: 'https://keys.example/jwks' } },
      })
    },
  },
  {
    id: 'HF-AST-011',
    level: 'MUST',
    title: 'refuses an assertion without a kid, or with one that is not registered',
    statement: smart(page, 'kid … required … The identifier of the key-pair used to sign this JWT'),
    assertions: ['AST-17'],
    needs,
    kills: ['token-kid-ignored'],
    async run(t) {
      await onlyGoodIsGranted(t, {
        'no kid': { header: { kid: undefined } },
        'an unknown kid': { header: { kid: 'unknown-1' } },
        'a number': { header: { kid: 1 } },
        'a list': { header: { kid: [t.system('acute').kid] } },
        'a path': { header: { kid: '../../dev/null' } },
        'a name of every object': { header: { kid: '__proto__' } },
      })
    },
  },
  {
    id: 'HF-AST-012',
    level: 'MUST',
    title: 'refuses alg none in every spelling',
    statement: rfc(
      '8725 3.1',
      'Libraries MUST enable the caller to specify a supported set of algorithms and MUST NOT use any other',
    ),
    assertions: ['AST-14'],
    needs,
    kills: ['token-alg-none'],
    async run(t) {
      await onlyGoodIsGranted(
        t,
        Object.fromEntries(
          ['none', 'None', 'nOnE', ''].map((alg) => [`alg ${alg}`, { header: { alg }, signing: 'none' } as const]),
        ),
      )
    },
  },
  {
    id: 'HF-AST-013',
    level: 'MUST',
    title: 'refuses HMAC with the public key as its secret',
    statement: rfc('8725 3.1', 'Each key MUST be used with exactly one algorithm'),
    assertions: ['AST-14'],
    needs,
    kills: ['token-hmac'],
    async run(t) {
      const pem = publicPem(t.system('acute').key)
      const { x = '' } = createPublicKey(t.system('acute').key).export({ format: 'jwk' })
      await onlyGoodIsGranted(
        t,
        Object.fromEntries(
          ['HS256', 'HS384', 'HS512'].flatMap((alg) => [
            [`${alg} with the PEM`, { header: { alg }, signing: { alg, secret: pem } }],
            [`${alg} with x`, { header: { alg }, signing: { alg, secret: Buffer.from(x, 'base64url') } }],
          ]),
        ),
      )
    },
  },
  {
    id: 'HF-AST-014',
    level: 'MUST',
    title: 'refuses algorithms that it does not advertise, with whatever key',
    statement: rfc('8725 3.1', 'MUST NOT use any other algorithms when performing cryptographic operations'),
    assertions: ['AST-15', 'AST-16'],
    needs: { systems: ['acute', 'narrow'] },
    kills: ['token-any-alg'],
    async run(t) {
      await granted(t)
      await granted(t, 'narrow', { scope: 'system/Patient.rs' })
      const { key } = t.system('narrow')
      for (const alg of ['RS256', 'PS384', 'RS512'])
        await denied(t, { header: { alg }, signing: { alg, key }, scope: 'system/Patient.rs' }, alg, 'narrow')
      const ec = t.system('acute').key
      await denied(t, { header: { alg: 'RS384' }, signing: { alg: 'ES384', key: ec } }, 'alg RS384 over an EC signature')
    },
  },
  {
    id: 'HF-AST-018',
    level: 'SHOULD',
    title: 'refuses a token of another type',
    statement: rfc('8725 3.11', 'Use Explicit Typing'),
    assertions: ['AST-20'],
    needs,
    kills: ['token-typ-ignored'],
    async run(t) {
      await granted(t, 'acute', { header: { typ: undefined } }, 'no typ, as some clients write')
      await granted(t, 'acute', { header: { typ: 'jwt' } }, 'typ in lower case')
      await denied(t, { header: { typ: 'at+jwt' } }, 'typ at+jwt')
    },
  },
  {
    id: 'HF-AST-019',
    level: 'MUST',
    title: 'refuses an assertion with a critical header that it does not know',
    statement: rfc(
      '7515 4.1.11',
      'If any of the listed extension Header Parameters are not understood … then the JWS is invalid',
    ),
    assertions: ['AST-22'],
    needs,
    unkillable: 'two layers refuse it, the gateway’s own rule and the JOSE library: one fault leaves the other',
    async run(t) {
      await onlyGoodIsGranted(t, { 'an unknown crit': { header: { crit: ['x-unknown'], 'x-unknown': true } } })
    },
  },
  {
    id: 'HF-AST-020',
    level: 'GATE',
    title: 'does not tell an unknown client from a bad signature',
    statement: rfc('6749 10.10', 'The authorization server MUST prevent attackers from guessing … handles and other credentials'),
    assertions: ['AST-31'],
    needs,
    kills: ['token-oracle'],
    async run(t) {
      await granted(t)
      const key = strangersKey()
      const known = await denied(t, { key }, 'a known client, another key')
      const unknown = await denied(t, { key, claims: { iss: 'nobody-1', sub: 'nobody-1' } }, 'an unknown client')
      same(unknown.status, known.status, 'the status for an unknown client')
      same(unknown.text, known.text, 'the words for an unknown client')
    },
  },
  {
    id: 'HF-AST-021',
    level: 'GATE',
    title: 'answers a huge assertion with a refusal, and goes on',
    statement: rfc('6749 5.2', 'invalid_request: The request … is otherwise malformed'),
    assertions: ['AST-32'],
    needs,
    kills: ['token-huge'],
    async run(t) {
      const answer = await t.token('acute', { claims: { padding: 'x'.repeat(40_000) } })
      status(answer, [400, 401, 413], '40 kB of assertion')
      holds(!isRecord(answer.json) || answer.json['access_token'] === undefined, '40 kB of assertion', 'no token', 'a token')
      await granted(t)
    },
  },
  {
    id: 'HF-AST-022',
    level: 'SHOULD',
    title: 'says in words what is wrong with a request, and repeats nothing of it',
    statement: rfc('6749 5.2', 'error_description: OPTIONAL. Human-readable ASCII text'),
    assertions: ['TOK-18'],
    needs,
    kills: ['token-no-words'],
    async run(t) {
      await granted(t)
      const answer = await t.token('acute', { claims: { exp: t.now() - 60, jti: 'secret-jti-value' } })
      oauthError(answer, ['invalid_client', 'invalid_request'], 'an expired assertion')
      const words = textAt(answer.json, 'error_description')
      holds(words !== '', 'error_description', 'words', answer.json)
      holds(!answer.text.includes('secret-jti-value'), 'error_description', 'nothing of the assertion', answer.text)
    },
  },
  {
    id: 'HF-AST-041',
    level: 'MUST',
    title: 'refuses an algorithm that the registered key is not for',
    statement: rfc('8725 3.1', 'Each key MUST be used with exactly one algorithm'),
    needs,
    kills: ['token-no-signature'],
    async run(t) {
      const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
      const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
      await onlyGoodIsGranted(t, {
        'ES384 told, signed with an RSA key': { header: { alg: 'ES384' }, signing: { alg: 'RS384', key: rsa } },
        'RS384 told, signed with an RSA key under the registered kid': {
          header: { alg: 'RS384' },
          signing: { alg: 'RS384', key: rsa },
        },
        'ES384 told, signed with a key of P-256': { header: { alg: 'ES384' }, signing: { alg: 'ES256', key: p256 } },
      })
    },
  },
])

// Keys that a client brings: registered by itself in a sandbox, good ones taken, and bad ones refused or never believed.

import { same, status } from '../expect.ts'
import { isRecord, textAt } from '../json.ts'
import { area } from '../requirement.ts'
import { ecKey, publicOf, register, registered, rsaKey, tokenFor, tokenSoon } from '../scenes/keys.ts'
import { rfc, smart } from '../sources.ts'
import type { Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'

const needs = { systems: ['acute'], discovery: ['registration_endpoint'] } as const
const page = 'client-confidential-asymmetric'

/** The positive control: keys that are good are taken and believed. */
async function goodKeyWorks(t: Trial): Promise<void> {
  const key = ecKey()
  const id = await registered(t, { jwks: { keys: [publicOf(key, 'good-1')] } })
  await tokenSoon(t, id, { kid: 'good-1', key })
}

function notTaken(answer: Answer, what: string): void {
  status(answer, 400, what)
  const error = isRecord(answer.json) ? answer.json['error'] : undefined
  same([error, textAt(answer.json, 'client_id')], ['invalid_client_metadata', ''], what)
}

export const registration = area('assertion', [
  {
    id: 'HF-AST-027',
    level: 'MUST',
    title: 'registers keys as they are and by the address where they are had',
    statement: smart(page, 'URL to JWK Set … JWK Set directly'),
    assertions: ['AST-23'],
    needs,
    kills: ['register-no-uri'],
    async run(t) {
      await goodKeyWorks(t)
      const answer = await register(t, { jwks_uri: 'https://vendor.example/jwks.json' })
      status(answer, [200, 201], 'a registration by jwks_uri')
      same(textAt(answer.json, 'jwks_uri'), 'https://vendor.example/jwks.json', 'jwks_uri')
    },
  },
  {
    id: 'HF-AST-028',
    level: 'MUST',
    title: 'does not choose between two keys of one name',
    statement: smart(page, 'If … more than one key … the verification fails'),
    assertions: ['AST-19'],
    needs,
    unkillable: 'two layers refuse it, the registration and the choice of the key: one fault leaves the other',
    async run(t) {
      await goodKeyWorks(t)
      const [good, ...keys] = [ecKey(), ecKey(), ecKey()]
      const named = [publicOf(good, 'once'), ...keys.map((key) => publicOf(key, 'twice'))]
      const answer = await register(t, { jwks: { keys: named } })
      if (answer.status === 400) return notTaken(answer, 'two keys of one kid')
      status(answer, [200, 201], 'two keys of one kid')
      const id = textAt(answer.json, 'client_id')
      await tokenSoon(t, id, { kid: 'once', key: good })
      for (const key of keys) status(await tokenFor(t, id, { kid: 'twice', key }), [400, 401], 'a token by one of two keys')
    },
  },
  {
    id: 'HF-AST-029',
    level: 'MUST',
    title: 'refuses a key whose secret part is sent along, or that is a secret itself',
    statement: rfc('7517 9.2', 'Private and symmetric keys MUST be protected from disclosure to unintended parties'),
    assertions: ['AST-28'],
    needs,
    kills: ['register-private'],
    async run(t) {
      await goodKeyWorks(t)
      const whole = { ...ecKey().export({ format: 'jwk' }), kid: 'private-1', use: 'sig' }
      notTaken(await register(t, { jwks: { keys: [whole] } }), 'a private key')
      notTaken(await register(t, { jwks: { keys: [{ kty: 'oct', kid: 'oct-1', k: 'c2VjcmV0' }] } }), 'a symmetric key')
    },
  },
  {
    id: 'HF-AST-030',
    level: 'GATE',
    title: 'refuses RSA keys of less than 2048 bits',
    statement: rfc('7518 3.3', 'A key of size 2048 bits or larger MUST be used with these algorithms'),
    assertions: ['AST-29'],
    needs,
    kills: ['register-short-rsa'],
    async run(t) {
      const key = rsaKey(2048)
      const id = await registered(t, { jwks: { keys: [publicOf(key, 'rsa-1')] } })
      await tokenSoon(t, id, { kid: 'rsa-1', key, alg: 'RS384' })
      notTaken(await register(t, { jwks: { keys: [publicOf(rsaKey(1024), 'rsa-2')] } }), 'a key of 1024 bits')
    },
  },
])

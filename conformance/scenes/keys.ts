// Keys of a client that registers itself: made for the occasion, and served by the suite where they are had by their address.

import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import { holds, status } from '../expect.ts'
import { textAt } from '../json.ts'
import { Omitted, Skipped } from '../outcome.ts'
import { assertionType } from '../token.ts'
import type { Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'
import { jwt, type Members } from '../wire/jwt.ts'

export type Jwk = Readonly<Record<string, unknown>>

export const ecKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey
export const rsaKey = (modulusLength: number): KeyObject => generateKeyPairSync('rsa', { modulusLength }).privateKey

export const publicOf = (key: KeyObject, kid: string): Jwk => ({
  ...createPublicKey(key).export({ format: 'jwk' }),
  kid,
  use: 'sig',
})

export function register(t: Trial, metadata: object): Promise<Answer> {
  const body = {
    client_name: 'Conformance',
    organization: t.system('acute').organization,
    scope: 'system/Patient.rs',
    grant_types: ['client_credentials'],
    token_endpoint_auth_method: 'private_key_jwt',
    ...metadata,
  }
  const address = textAt(t.run.discovery, 'registration_endpoint')
  return t.anyone.ask('POST', address, JSON.stringify(body), { 'content-type': 'application/json', accept: 'application/json' })
}

export async function registered(t: Trial, metadata: object): Promise<string> {
  const answer = await register(t, metadata)
  status(answer, [200, 201], 'a registration')
  const id = textAt(answer.json, 'client_id')
  holds(id !== '', 'a registration', 'a client_id', answer.json)
  return id
}

export interface Signed {
  readonly kid: string
  readonly key: KeyObject
  readonly alg?: 'ES384' | 'RS384'
  readonly header?: Members
}

/** The token endpoint's answer to the new client. */
export function tokenFor(t: Trial, id: string, { kid, key, alg = 'ES384', header = {} }: Signed): Promise<Answer> {
  const claims = { iss: id, sub: id, aud: t.run.tokenUrl, exp: t.now() + 240, jti: t.uuid() }
  const client_assertion = jwt({ alg, typ: 'JWT', kid, ...header }, claims, { alg, key })
  return t.token('acute', {
    scope: 'system/Patient.rs',
    form: { client_assertion_type: assertionType, client_assertion },
  })
}

/** A server of several processes may take some seconds to know of a new client everywhere. */
export async function tokenSoon(t: Trial, id: string, signed: Signed): Promise<void> {
  let answer = await tokenFor(t, id, signed)
  for (let i = 0; i < 10 && answer.status === 401; i++) {
    await after(500)
    answer = await tokenFor(t, id, signed)
  }
  status(answer, 200, 'a token for a good key')
}

export interface Shop {
  readonly url: string
  /** How often somebody came. */
  asked(): number
  /** What is to be had from now on. */
  sell(...keys: readonly Jwk[]): void
}

/** A set of keys under an address of this machine, for as long as `work` takes; only a target of this machine can come there. */
export async function keysServed(t: Trial, cacheControl: string, work: (shop: Shop) => Promise<void>): Promise<void> {
  const { hostname } = new URL(t.run.config.target)
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
    throw new Skipped('keys are served on this machine: run the target here, or nothing can fetch them')
  let keys: readonly Jwk[] = []
  let asked = 0
  const server = createServer((_, response) => {
    asked += 1
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': cacheControl, connection: 'close' })
    response.end(JSON.stringify({ keys }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`
    await work({ url, asked: () => asked, sell: (...offered) => void (keys = offered) })
  } finally {
    server.close()
  }
}

/** Registers a client whose keys are had at that address. */
export async function registeredAt(t: Trial, url: string): Promise<string> {
  const answer = await register(t, { jwks_uri: url })
  if (answer.status === 400) throw new Omitted('keys are not fetched without TLS')
  status(answer, [200, 201], 'a registration by jwks_uri')
  return textAt(answer.json, 'client_id')
}

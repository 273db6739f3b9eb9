// What a FHIR sender and a puller have in common: tokens, and patience with refusals; with habits that can be spoilt one at a time.

import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Behaviour } from '../../../conformance/simulate/sentinels.ts'
import type { Members } from '../../../conformance/wire/jwt.ts'
import { jwt } from '../../../conformance/wire/jwt.ts'
import { publicOf } from '../../../conformance/scenes/keys.ts'

const key = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey
const otherKey = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey
const rsaKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

/** What the simulator is given by --keys. */
export const jwks = { keys: [publicOf(key, 'k1'), publicOf(rsaKey, 'k2')] }

export const keysOfClients = { key, otherKey, rsaKey }

export interface FhirHabits {
  readonly header: Members
  readonly claims: Members
  readonly alg: string
  readonly key: KeyObject
  readonly jti: (index: number) => string
  readonly form: (fields: Readonly<Record<string, string>>) => { readonly type: string; readonly body: string }
  readonly scope?: string
  readonly isTokenKept: boolean
  readonly isTokenInUrl: boolean
  readonly follows: 'nothing' | 'without token' | 'with token'
  readonly onExpired: 'new token' | 'old token' | 'give up'
  readonly heedsRetryAfter: boolean
  readonly waitsMs: (attempt: number) => number
  readonly triesAfterSilence: boolean
  readonly timeoutMs: (attempt: number, asked: Asked) => number
  readonly meets: (behaviour: Behaviour) => boolean
}

export const goodFhir: FhirHabits = {
  header: {},
  claims: {},
  alg: 'ES384',
  key,
  jti: () => randomUUID(),
  form: (fields) => ({ type: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() }),
  isTokenKept: true,
  isTokenInUrl: false,
  follows: 'nothing',
  onExpired: 'new token',
  heedsRetryAfter: true,
  waitsMs: (attempt) => 100 * 5 ** attempt,
  triesAfterSilence: true,
  timeoutMs: () => 10_000,
  meets: () => true,
}

export interface Place {
  readonly base: string
  readonly tokenUrl: string
}

export interface Asked {
  readonly method: string
  readonly url: string
  readonly headers: () => Readonly<Record<string, string>>
  readonly body?: string
}

export interface Told {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

export interface FhirClient {
  /** Tries until it is answered for good; undefined where it gave up. */
  ask(asked: Asked): Promise<Told | undefined>
  /** One request to wherever, with or without the token. */
  visit(url: string, method: string): Promise<void>
}

export function fhirClient({ tokenUrl }: Place, habits: FhirHabits, usualScope: string): FhirClient {
  let token: string | undefined
  let asked = 0
  async function newToken(): Promise<string | undefined> {
    for (let attempt = 0; attempt < 2; attempt++) {
      const index = asked++
      const now = Math.floor(Date.now() / 1000)
      const claims = { iss: 'vendor', sub: 'vendor', aud: tokenUrl, exp: now + 240, jti: habits.jti(index), ...habits.claims }
      const client_assertion = jwt({ alg: habits.alg, typ: 'JWT', kid: 'k1', ...habits.header }, claims, {
        alg: habits.alg,
        key: habits.key,
      })
      const { type, body } = habits.form({
        grant_type: 'client_credentials',
        scope: habits.scope ?? usualScope,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion,
      })
      const response = await fetch(tokenUrl, { method: 'POST', headers: { 'content-type': type }, body })
      const json = (await response.json()) as { access_token?: string }
      if (json.access_token !== undefined) return json.access_token
    }
    return undefined
  }
  async function once({ method, url, headers, body }: Asked, timeoutMs: number): Promise<Told | undefined> {
    if (token === undefined || !habits.isTokenKept) token = await newToken()
    if (token === undefined) return undefined
    const address = habits.isTokenInUrl ? `${url}${url.includes('?') ? '&' : '?'}access_token=${token}` : url
    const response = await fetch(address, {
      method,
      headers: { ...headers(), authorization: `Bearer ${token}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body !== undefined && { body }),
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  return {
    async ask(what) {
      for (let attempt = 0; attempt < 6; attempt++) {
        const response = await once(what, habits.timeoutMs(attempt, what)).catch(() => null)
        if (response === undefined) return undefined
        if (response === null) {
          if (!habits.triesAfterSilence) return undefined
          await wait(habits.waitsMs(attempt))
        } else if (response.status === 401) {
          if (habits.onExpired === 'give up' || attempt > 2) return response
          if (habits.onExpired === 'new token') token = undefined
        } else if (response.status === 429)
          await wait(habits.heedsRetryAfter ? Number(response.headers.get('retry-after')) * 1000 : 10)
        else if (response.status === 503) await wait(habits.waitsMs(attempt))
        else return response
      }
      return undefined
    },
    async visit(url, method) {
      if (habits.follows === 'nothing') return
      const headers = habits.follows === 'with token' && token !== undefined ? { authorization: `Bearer ${token}` } : {}
      await fetch(url, { method, headers })
    },
  }
}

// Asks for access tokens: as a good client does, and in every way in which an attempt can be bad.

import { randomUUID, type KeyObject } from 'node:crypto'
import { isRecord, textAt } from './json.ts'
import { Skipped, Unreachable } from './outcome.ts'
import type { Role } from './requirement.ts'
import type { Trial } from './trial.ts'
import type { Answer } from './wire/exchange.ts'
import { jwt, type Members, type Signing } from './wire/jwt.ts'

/** What differs from a good request. A member that is undefined is left out. */
export interface TokenAttempt {
  readonly scope?: string | undefined
  readonly header?: Members
  readonly claims?: Members
  readonly signing?: Signing
  readonly key?: KeyObject
  /** Makes something else of the good assertion. */
  readonly assertion?: (good: string) => string
  readonly form?: Readonly<Record<string, string | undefined>>
  /** Behind the form as it is. */
  readonly more?: string
  readonly method?: string
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

export async function askForToken(t: Trial, role: Role, attempt: TokenAttempt = {}): Promise<Answer> {
  const { tokenUrl } = t.run
  if (tokenUrl === '') throw new Skipped('no token endpoint: discovery names none, and the configuration no tokenUrl')
  const { method = 'POST', query = '', headers = {} } = attempt
  const body = attempt.body ?? formOf(t, role, attempt)
  return t.send({
    method,
    url: tokenUrl + query,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', ...headers },
    ...(method !== 'GET' && { body }),
  })
}

export function formOf(t: Trial, role: Role, attempt: TokenAttempt = {}): string {
  const good = goodAssertion(t, role, attempt)
  const parameters = {
    grant_type: 'client_credentials',
    scope: 'scope' in attempt ? attempt.scope : 'system/*.cruds',
    client_assertion_type: assertionType,
    client_assertion: attempt.assertion ? attempt.assertion(good) : good,
    ...attempt.form,
  }
  const sent = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return new URLSearchParams(sent).toString() + (attempt.more ?? '')
}

/** What SMART asks for: iss and sub, the token URL, five minutes at most, an id of its own. */
export function goodAssertion(t: Trial, role: Role, { header, claims, signing, key }: TokenAttempt = {}): string {
  const system = t.system(role)
  const head = { alg: system.alg, typ: 'JWT', kid: system.kid, ...header }
  const body = {
    iss: system.clientId,
    sub: system.clientId,
    aud: t.run.tokenUrl,
    exp: t.now() + 240,
    jti: randomUUID(),
    ...claims,
  }
  return jwt(head, body, signing ?? { alg: system.alg, key: key ?? system.key })
}

/** Access tokens that serve several tests of a run; each test says which scope it needs. */
export interface Tokens {
  get(t: Trial, role: Role, scope?: string): Promise<string>
}

export function openTokens(): Tokens {
  const known = new Map<string, Promise<{ text: string; until: number }>>()
  return {
    async get(t, role, scope = 'system/*.cruds') {
      const key = `${role} ${scope}`
      const found = await known.get(key)
      if (found && found.until > Date.now()) return found.text
      const fetched = fetchToken(t, role, scope)
      known.set(key, fetched)
      // What failed once is tried again by the next test, which tells it with an exchange of its own.
      fetched.catch(() => known.delete(key))
      return (await fetched).text
    },
  }
}

async function fetchToken(t: Trial, role: Role, scope: string): Promise<{ text: string; until: number }> {
  const { status, json } = await t.token(role, { scope })
  const text = textAt(json, 'access_token')
  if (status === 200 && text !== '') {
    const lifeSeconds = isRecord(json) ? Number(json['expires_in']) || 60 : 60
    return { text, until: Date.now() + Math.max(1, lifeSeconds - 30) * 1000 }
  }
  if (status >= 500) throw new Unreachable(`no token for ${role}: the token endpoint answers ${status}`)
  const words = [textAt(json, 'error'), textAt(json, 'error_description')].filter(Boolean).join(': ').slice(0, 200)
  throw new Skipped(`no token for systems.${role}: the token endpoint answers ${status}${words && ` (${words})`}`)
}

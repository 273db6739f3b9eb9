// The token endpoint: SMART Backend Services and the NHS's signed JWT, with every fault of an assertion told by its name.

import { randomBytes } from 'node:crypto'
import { textAt } from '../json.ts'
import { judgeAssertion, type AssertionFault, type Jwk } from './assertion.ts'
import { jsonReply, type Reply } from './reply.ts'

export interface Authority {
  ask(form: TokenForm): TokenAnswer
  /** Who a bearer token belongs to, while it lives. */
  clientOf(token: string): string | undefined
  revoke(token: string): void
  clear(): void
}

export interface TokenForm {
  readonly method: string
  readonly contentType: string
  readonly body: string
}

export interface TokenAnswer {
  readonly reply: Reply
  readonly parameters: Readonly<Record<string, string>>
  readonly faults: readonly AssertionFault[]
  readonly personality: 'smart' | 'nhs'
  readonly client?: string
  readonly token?: string
  readonly endsMs?: number
}

export interface Trust {
  readonly keys: readonly Jwk[]
  readonly tokenUrl: string
  readonly tokenSeconds: number
}

export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** As many as a run of any length needs; the oldest are forgotten. */
const mostRemembered = 10_000

export function openAuthority({ keys, tokenUrl, tokenSeconds }: Trust): Authority {
  const tokens = new Map<string, { readonly client: string; readonly endsMs: number }>()
  const used = new Set<string>()
  const isUsed = (client: string, jti: string): boolean => {
    const key = JSON.stringify([client, jti])
    const isOld = used.has(key)
    used.add(key)
    if (used.size > mostRemembered) used.clear()
    return isOld
  }
  function ask(form: TokenForm): TokenAnswer {
    const nowMs = Date.now()
    const parameters = parametersOf(form)
    const judged = judgeAssertion(parameters['client_assertion'] ?? '', { keys, tokenUrl, nowSeconds: nowMs / 1000, isUsed })
    const { personality, client } = judged
    const formFaults = [
      ...(isForm(form, parameters) ? [] : ['form' as const]),
      ...(personality === 'nhs' || areScopes(parameters['scope']) ? [] : ['scope' as const]),
    ]
    const known = { parameters, personality, ...(client !== '' && { client }) }
    // What was not sent as a form cannot be said to have other faults.
    const faults = Object.keys(parameters).length === 0 ? ['form' as const] : [...formFaults, ...judged.faults]
    if (faults.length > 0) return { ...known, faults, reply: refusal(faults, personality) }
    const token = randomBytes(24).toString('base64url')
    const endsMs = nowMs + tokenSeconds * 1000
    if (tokens.size > mostRemembered) tokens.clear()
    tokens.set(token, { client, endsMs })
    return { ...known, faults, token, endsMs, reply: granted(token, parameters['scope'] ?? '', tokenSeconds, personality) }
  }
  return {
    ask,
    clientOf(token) {
      const found = tokens.get(token)
      return found && found.endsMs > Date.now() ? found.client : undefined
    },
    revoke: (token) => void tokens.delete(token),
    clear() {
      tokens.clear()
      used.clear()
    },
  }
}

function parametersOf({ body, contentType }: TokenForm): Readonly<Record<string, string>> {
  if (!/^application\/x-www-form-urlencoded/i.test(contentType)) return {}
  return Object.fromEntries(new URLSearchParams(body))
}

const isForm = ({ method, contentType }: TokenForm, form: Readonly<Record<string, string>>): boolean =>
  method === 'POST' &&
  /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType) &&
  form['grant_type'] === 'client_credentials' &&
  form['client_assertion_type'] === assertionType

export const scopeForm = /^system\/(\*|[A-Z][A-Za-z]+)\.(?:(?=.)c?r?u?d?s?|read|write|\*)(\?\S+)?$/

const areScopes = (scope = ''): boolean => scope !== '' && scope.split(' ').every((one) => scopeForm.test(one))

function granted(access_token: string, scope: string, seconds: number, personality: 'smart' | 'nhs'): Reply {
  const noStore = { 'cache-control': 'no-store', pragma: 'no-cache' }
  const body =
    personality === 'nhs'
      ? { access_token, token_type: 'Bearer', expires_in: String(seconds), issued_at: String(Date.now()) }
      : { access_token, token_type: 'bearer', expires_in: seconds, scope }
  return jsonReply(200, body, noStore)
}

/** In a sandbox it helps to be told which rule was broken; a live server would tell less. */
const words: Readonly<Record<AssertionFault, string>> = {
  form: 'POST application/x-www-form-urlencoded with grant_type=client_credentials and client_assertion_type are needed',
  malformed: 'client_assertion is no JSON Web Token',
  alg: 'alg is RS384 or ES384 (SMART), or RS512 (NHS)',
  kid: 'kid names none of the keys that the simulator was given',
  signature: 'the signature does not belong to the key that kid names',
  typ: 'typ is JWT',
  client: 'iss and sub are the same client id',
  aud: 'aud is exactly the token URL',
  exp: 'exp is a whole number of seconds, in the future, at most 300 from now',
  jti: 'jti is missing, or was used before',
  scope: 'scope is needed: system/ scopes, separated by spaces',
}

function refusal(faults: readonly AssertionFault[], personality: 'smart' | 'nhs'): Reply {
  const error_description = faults.map((fault) => words[fault]).join('; ')
  const isForm = faults.includes('form')
  if (personality === 'nhs')
    return jsonReply(400, { error: 'invalid_request', error_description, message_id: randomBytes(8).toString('hex') })
  const error = isForm ? 'invalid_request' : faults.every((one) => one === 'scope') ? 'invalid_scope' : 'invalid_client'
  return jsonReply(error === 'invalid_client' ? 401 : 400, { error, error_description })
}

export const bearerOf = (headers: Readonly<Record<string, string>>): string | undefined =>
  /^Bearer +([\w.~+/-]+=*)$/i.exec(textAt(headers, 'authorization'))?.[1]

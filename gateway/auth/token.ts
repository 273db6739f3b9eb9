// The token endpoint: client credentials by private_key_jwt (SMART Backend Services), with errors in RFC 6749's words.

import { createHash } from 'node:crypto'
import { SignJWT } from 'jose'
import type { Audit } from '../store/store.ts'
import type { Auth } from './auth.ts'
import { verifyAssertion } from './assertion.ts'
import type { Client } from './registry.ts'
import { formatScopes, intersect, isGranular, parseScopes } from './scopes.ts'

export interface TokenRequest {
  readonly contentType: string | undefined
  readonly body: string
  readonly authorizationHeader?: string | undefined
  /** The query part of the URL; whatever is in it is refused. */
  readonly query: string
  readonly requestId: string
}

export interface TokenAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export const tokenLifeSeconds = 300
const longestAssertion = 16_384
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** Every answer, good or bad, is audited; a token is answered only after its assertion's jti was claimed for good. */
export async function tokenEndpoint(request: TokenRequest, auth: Auth): Promise<TokenAnswer> {
  const form = readForm(request)
  if (!form.ok) return refuse(form, request, auth)
  await auth.registry.refresh()
  const verified = await verifyAssertion(form.assertion, form.clientId, auth)
  if (!verified.ok) return refuse({ error: 'invalid_client', ...verified }, request, auth)

  const { client } = verified
  const granted = grant(client, form.scope)
  const claim = { space: 'jti', key: jtiKey(client, verified.jti), holder: String(verified.exp) }
  const audit = auditOf(client, granted.ok ? undefined : granted.error, request, auth)
  const committed = await auth.store.commit({ claims: [claim], audit: [audit] })
  if (!committed.ok) return refuse({ ...invalidClient('jti', 'jti was used before'), client }, request, auth)
  return granted.ok ? answer(200, await tokenFor(client, granted.scope, auth)) : errorAnswer(granted)
}

/** `reason` is for the audit, `words` for the client. */
interface TokenError {
  readonly error: string
  readonly reason: string
  readonly words: string
  readonly status?: number
  readonly client?: Client
}

const invalidRequest = (reason: string, words: string) => ({ error: 'invalid_request', reason, words }) as const
const invalidClient = (reason: string, words: string) => ({ error: 'invalid_client', reason, words }) as const

type Form =
  | {
      readonly ok: true
      readonly assertion: string
      readonly clientId: string | undefined
      readonly scope: string
    }
  | ({ readonly ok: false } & TokenError)

function readForm(request: TokenRequest): Form {
  const form = new URLSearchParams(request.body)
  const error = requestFault(request, form)
  if (error) return { ok: false, ...error }
  // RFC 6749 §3.2: a parameter without a value counts as not sent.
  const clientId = form.get('client_id') || undefined
  return { ok: true, assertion: form.get('client_assertion') ?? '', clientId, scope: form.get('scope') ?? '' }
}

function requestFault(request: TokenRequest, form: URLSearchParams): TokenError | undefined {
  if (!isForm(request.contentType)) {
    return invalidRequest('content-type', 'the body must be application/x-www-form-urlencoded, in UTF-8')
  }
  if (request.query.replace(/^\?/, '') !== '') return invalidRequest('query', 'parameters belong in the body, not in the URL')
  const names = [...form.keys()]
  if (new Set(names).size !== names.length) return invalidRequest('repeated', 'a parameter is sent more than once')
  if (request.authorizationHeader !== undefined || form.has('client_secret')) {
    return invalidRequest('two-methods', 'a client authenticates with client_assertion and nothing else')
  }
  return parameterFault(form)
}

/** The media type alone or with charset utf-8; anything else would be read as what it is not. */
const isForm = (contentType: string | undefined): boolean =>
  /^application\/x-www-form-urlencoded\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(contentType?.trim() ?? '')

function parameterFault(form: URLSearchParams): TokenError | undefined {
  const grantType = form.get('grant_type')
  if (!grantType) return invalidRequest('grant_type', 'grant_type is missing')
  if (grantType !== 'client_credentials') {
    return {
      error: 'unsupported_grant_type',
      reason: 'grant_type',
      words: 'grant_type must be client_credentials',
    }
  }
  if (form.get('client_assertion_type') !== assertionType) {
    return invalidRequest('client_assertion_type', `client_assertion_type must be ${assertionType}`)
  }
  const assertion = form.get('client_assertion')
  if (!assertion) return invalidClient('client_assertion', 'client_assertion is missing')
  if (assertion.length > longestAssertion) {
    return {
      ...invalidRequest('too-long', `client_assertion is longer than ${longestAssertion} characters`),
      status: 413,
    }
  }
  return undefined
}

type Granted = { readonly ok: true; readonly scope: string } | ({ readonly ok: false } & TokenError)

/** What was asked for, less what the client is not registered for. */
function grant(client: Client, requested: string): Granted {
  const refused = (words: string): Granted => ({
    ok: false,
    error: 'invalid_scope',
    reason: 'scope',
    words,
    client,
  })
  if (client.profile !== 'smart') {
    const words = 'tokens for clients of profile nhs are not built yet'
    return { ok: false, error: 'unauthorized_client', reason: 'profile', words, client }
  }
  if (requested === '') return refused('scope is missing')
  const [asked, registered] = [parseScopes(requested), parseScopes(client.scopes)]
  if (!asked.ok) return refused(asked.words)
  if (asked.scopes.some(isGranular)) return refused('scopes with ?param=value are not enforced yet, so none is granted')
  const scopes = registered.ok ? intersect(asked.scopes, registered.scopes) : []
  return scopes.length > 0 ? { ok: true, scope: formatScopes(scopes) } : refused('the client is registered for none of these')
}

/** A client_id holds no line feed, so the pair is unambiguous. The claim is kept for good until part 6 purges after exp. */
const jtiKey = ({ client_id }: Client, jti: string): string => createHash('sha256').update(`${client_id}\n${jti}`).digest('hex')

/** RFC 9068's `typ`, so that no access token passes for anything else, nor anything else for an access token. */
async function tokenFor(client: Client, scope: string, auth: Auth): Promise<Record<string, unknown>> {
  const issuedAt = Math.floor(auth.now().getTime() / 1000)
  const access_token = await new SignJWT({ client_id: client.client_id, scope })
    .setProtectedHeader({ alg: 'ES256', kid: auth.key.kid, typ: 'at+jwt' })
    .setIssuer(auth.addresses.issuer)
    .setSubject(client.client_id)
    .setAudience(auth.addresses.fhirBase)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + tokenLifeSeconds)
    .setJti(auth.newId())
    .sign(auth.key.privateKey)
  return { access_token, token_type: 'bearer', expires_in: tokenLifeSeconds, scope }
}

async function refuse(error: TokenError, request: TokenRequest, auth: Auth): Promise<TokenAnswer> {
  await auth.store.commit({ audit: [auditOf(error.client, error.reason, request, auth)] })
  return errorAnswer(error)
}

/** Names no client that has not proven to be one: what an attacker writes is not evidence against anybody. */
function auditOf(client: Client | undefined, refused: string | undefined, { requestId }: TokenRequest, auth: Auth): Audit {
  return {
    id: auth.newId(),
    at: auth.now().toISOString().replace('Z', '000Z'),
    client: client?.client_id ?? '',
    organization: client?.organization ?? '',
    action: 'token',
    outcome: refused === undefined ? 'success' : 'refused',
    what: [],
    request: requestId,
    ...(refused !== undefined && { reason: refused }),
  }
}

const errorAnswer = ({ error, words, status }: TokenError): TokenAnswer =>
  answer(status ?? (error === 'invalid_client' ? 401 : 400), { error, error_description: words })

function answer(status: number, body: Record<string, unknown>): TokenAnswer {
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', Pragma: 'no-cache' }
  return { status, headers, body: JSON.stringify(body) }
}

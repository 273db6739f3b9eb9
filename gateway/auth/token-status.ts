// What becomes of an access token after it was given: introspection (RFC 7662) tells it, revocation (RFC 7009) ends it.

import type { Auth } from './auth.ts'
import { authenticate, livingToken, type AccessToken } from './bearer.ts'
import { answer, type TokenAnswer } from './personality.ts'
import type { Client } from './registry.ts'
import { Refusal } from '../refusal.ts'
import { auditOf, auditRefusal, barredFrom, provenClient, waiting, type Proven } from './token.ts'
import {
  assertionFault,
  assertionOf,
  formFault,
  invalidClient,
  invalidRequest,
  type TokenError,
  type TokenRequest,
} from './token-form.ts'

/**
 * `active` with what the token says, for its own client, for clients of its organisation and for operators. Whatever is not
 * alive, or not the asker's to know, is `{"active":false}` and nothing else.
 */
export async function introspectionEndpoint(request: TokenRequest, auth: Auth): Promise<TokenAnswer> {
  return asked('introspect', request, auth, async (token, asker) => {
    const living = await livingToken(token, auth)
    return answer(200, living && mayKnow(asker, living, auth) ? { active: true, ...toldOf(living, auth) } : { active: false })
  })
}

/** 200 whatever the token was: who sends garbage need not learn so. Only the client that it was given to ends a token. */
export async function revocationEndpoint(request: TokenRequest, auth: Auth): Promise<TokenAnswer> {
  return asked('revoke', request, auth, async (token, asker) => {
    const living = await livingToken(token, auth)
    if (living?.client_id === asker.client_id) await auth.revocations.revoke(living)
    return { status: 200, headers: { 'Cache-Control': 'no-store', Pragma: 'no-cache' }, body: '' }
  })
}

/** Who asks comes before what is asked: a stranger does not even learn that a parameter is missing. */
async function asked(
  action: string,
  request: TokenRequest,
  auth: Auth,
  work: (token: string, asker: Client) => Promise<TokenAnswer>,
): Promise<TokenAnswer> {
  await auth.registry.refresh()
  const form = new URLSearchParams(request.body)
  const proven = await askerOf(request, form, auth)
  const token = form.get('token')
  const error: TokenError | undefined = proven.ok ? (token ? undefined : noToken) : proven.error
  const client = proven.ok ? proven.client : undefined
  const row = auditOf(client, error?.reason, request, auth, action)
  if (error) await auditRefusal(row, auth)
  else await auth.store.commit({ audit: [row] })
  if (proven.ok && token) return work(token, proven.client)
  const refused = error ?? noToken
  const { error: code, words, status = code === 'invalid_client' ? 401 : 400 } = refused
  return waiting(answer(status, { error: code, error_description: words }), refused)
}

const noToken: TokenError = invalidRequest('token', 'token is missing')

/** By an assertion in the form, as at the token endpoint, or by an access token in the header; never by both. */
async function askerOf(request: TokenRequest, form: URLSearchParams, auth: Auth): Promise<Proven> {
  const fault = formFault(request, form)
  if (fault) return { ok: false, error: fault }
  if (form.has('client_secret') || (request.authorizationHeader !== undefined && form.has('client_assertion'))) {
    return { ok: false, error: invalidRequest('two-methods', 'a client authenticates in one way, and never by a secret') }
  }
  if (request.authorizationHeader !== undefined) return bearerOf(request.authorizationHeader, request, auth)
  const missing = form.has('client_assertion') ? assertionFault(form) : nobody
  if (missing) return { ok: false, error: missing }
  return provenClient({ ok: true, scope: '', ...assertionOf(form) }, request, auth)
}

const nobody = invalidClient('client', 'a client authenticates with client_assertion or with its access token')

async function bearerOf(header: string, request: TokenRequest, auth: Auth): Promise<Proven> {
  try {
    const { client: id } = await authenticate(header, auth, request.certificateSha256)
    const client = auth.registry.client(id)
    const barred = client && barredFrom(client, request, auth)
    if (barred) return { ok: false, error: barred }
    if (client) return { ok: true, client }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  return { ok: false, error: { ...nobody, status: 401 } }
}

function mayKnow(asker: Client, { client_id }: AccessToken, { registry }: Auth): boolean {
  if (registry.organization(asker.organization)?.kind === 'operator') return true
  return registry.client(client_id)?.organization === asker.organization
}

function toldOf({ client_id, scope, jti, exp, x5t }: AccessToken, { addresses }: Auth): Record<string, unknown> {
  const { issuer, fhirBase } = addresses
  const cnf = x5t !== undefined && { cnf: { 'x5t#S256': x5t } }
  return { scope, client_id, sub: client_id, iss: issuer, aud: fhirBase, jti, exp, token_type: 'bearer', ...cnf }
}

// The token endpoint: client credentials by a signed assertion, for clients of either personality.

import { createHash } from 'node:crypto'
import type { Audit } from '../store/store.ts'
import { parse } from './assertion.ts'
import type { Auth } from './auth.ts'
import { confirmationOf, mayComeWith } from './certificate.ts'
import { namedClient } from './nhs-assertion.ts'
import { nhs } from './nhs-token.ts'
import type { Client } from './registry.ts'
import { claimedIn } from './purpose.ts'
import { smart } from './smart-token.ts'
import { answer, type Personality, type TokenAnswer } from './personality.ts'
import { invalidClient, invalidRequest, readForm, type ReadForm, type TokenError, type TokenRequest } from './token-form.ts'

/** Every answer, good or bad, is audited; a token is answered only after its assertion's jti was claimed for good. */
export async function tokenEndpoint(request: TokenRequest, auth: Auth): Promise<TokenAnswer> {
  await auth.registry.refresh()
  const form = readForm(request)
  const personality = personalityFor(new URLSearchParams(request.body), auth)
  if (!form.ok) return refuse(form, personality, request, auth)
  const verified = await personality.verify(form, auth)
  if (!verified.ok) return refuse(verified, personality, request, auth)

  const { client } = verified
  const barred = barredFrom(client, request, auth)
  if (barred) return refuse(barred, personality, request, auth)
  const said = claimedIn(parse(form.assertion)?.claims ?? {})
  if (!said.ok) return refuse({ ...invalidRequest('claim', said.words), client }, personality, request, auth)
  const { claimed } = said
  const granted = personality.grant(client, form.scope)
  const claim = { space: 'jti', key: jtiKey(client, verified.jti), holder: String(verified.exp) }
  const audit = { ...auditOf(client, granted.ok ? undefined : granted.error, request, auth), ...claimed }
  const committed = await auth.store.commit({ claims: [claim], audit: [audit] })
  if (!committed.ok) return refuse({ ...personality.usedBefore, client }, personality, request, auth)
  if (!granted.ok) return personality.errorAnswer(granted, request.requestId)
  return answer(
    200,
    await personality.tokenFor({ client, claimed, cnf: confirmationOf(client, request.certificateSha256) }, granted.scope, auth),
  )
}

/** A client that has proven to be one, and still gets nothing: over the wrong connection, or too often. */
export function barredFrom(client: Client, { certificateSha256 }: TokenRequest, auth: Auth): TokenError | undefined {
  if (!mayComeWith(client, certificateSha256)) {
    const words = 'the client is bound to a certificate, and this connection did not show it'
    return { ...invalidClient('certificate', words), status: 401, client }
  }
  const retryAfter = auth.secondsToWait?.(client.client_id) ?? 0
  if (retryAfter === 0) return undefined
  const words = `this client has sent too many requests; there is room again in ${retryAfter} s`
  return { error: 'temporarily_unavailable', reason: 'throttled', words, status: 429, client, retryAfter }
}

/**
 * The words are those of the client that the assertion names. Where it names none, whoever asks for no scope speaks as NHS
 * clients do, who never send one; SMART clients must.
 */
function personalityFor(form: URLSearchParams, auth: Auth): Personality {
  const named = namedClient(form.get('client_assertion') ?? '', auth)
  const isNhs = named ? named.profile === 'nhs' : !form.has('scope')
  return isNhs ? nhs : smart
}

export type Proven = { readonly ok: true; readonly client: Client } | { readonly ok: false; readonly error: TokenError }

/** Whom an assertion proves, at another endpoint than the one for tokens; its jti is claimed as there. */
export async function provenClient(form: ReadForm, request: TokenRequest, auth: Auth): Promise<Proven> {
  const named = namedClient(form.assertion, auth)
  const personality = named?.profile === 'nhs' ? nhs : smart
  const verified = await personality.verify(form, auth)
  if (!verified.ok) return { ok: false, error: verified }
  const { client, jti, exp } = verified
  const barred = barredFrom(client, request, auth)
  if (barred) return { ok: false, error: barred }
  const claim = { space: 'jti', key: jtiKey(client, jti), holder: String(exp) }
  const committed = await auth.store.commit({ claims: [claim] })
  return committed.ok ? { ok: true, client } : { ok: false, error: { ...personality.usedBefore, client } }
}

/** A client_id holds no line feed, so the pair is unambiguous. The claim is kept until exp and leeway are past (purge.ts). */
const jtiKey = ({ client_id }: Client, jti: string): string => createHash('sha256').update(`${client_id}\n${jti}`).digest('hex')

async function refuse(error: TokenError, personality: Personality, request: TokenRequest, auth: Auth): Promise<TokenAnswer> {
  await auditRefusal(auditOf(error.client, error.reason, request, auth), auth)
  return waiting(personality.errorAnswer(error, request.requestId), error)
}

/** The answer, and when to come again where that would help. */
export function waiting(refusal: TokenAnswer, { retryAfter }: TokenError): TokenAnswer {
  if (retryAfter === undefined) return refusal
  return { ...refusal, headers: { ...refusal.headers, 'Retry-After': String(retryAfter) } }
}

/** Where refusals are gathered, a flood of them is. */
export async function auditRefusal(row: Audit, { refusals, store }: Auth): Promise<void> {
  await (refusals ? refusals.write(row) : store.commit({ audit: [row] }))
}

/** Names no client that has not proven to be one: what an attacker writes is not evidence against anybody. */
export function auditOf(
  client: Client | undefined,
  refused: string | undefined,
  { requestId }: Pick<TokenRequest, 'requestId'>,
  auth: Auth,
  action = 'token',
): Audit {
  return {
    id: auth.newId(),
    at: auth.now().toISOString().replace('Z', '000Z'),
    client: client?.client_id ?? '',
    organization: client?.organization ?? '',
    action,
    outcome: refused === undefined ? 'success' : 'refused',
    what: [],
    request: requestId,
    ...(refused !== undefined && { reason: refused }),
  }
}

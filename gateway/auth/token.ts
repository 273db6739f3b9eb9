// The token endpoint: client credentials by a signed assertion, for clients of either personality.

import { createHash } from 'node:crypto'
import type { Audit } from '../store/store.ts'
import type { Auth } from './auth.ts'
import { namedClient } from './nhs-assertion.ts'
import { nhs } from './nhs-token.ts'
import type { Client } from './registry.ts'
import { smart } from './smart-token.ts'
import { answer, type Personality, type TokenAnswer } from './personality.ts'
import { readForm, type ReadForm, type TokenError, type TokenRequest } from './token-form.ts'

/** Every answer, good or bad, is audited; a token is answered only after its assertion's jti was claimed for good. */
export async function tokenEndpoint(request: TokenRequest, auth: Auth): Promise<TokenAnswer> {
  await auth.registry.refresh()
  const form = readForm(request)
  const personality = personalityFor(new URLSearchParams(request.body), auth)
  if (!form.ok) return refuse(form, personality, request, auth)
  const verified = await personality.verify(form, auth)
  if (!verified.ok) return refuse(verified, personality, request, auth)

  const { client } = verified
  const granted = personality.grant(client, form.scope)
  const claim = { space: 'jti', key: jtiKey(client, verified.jti), holder: String(verified.exp) }
  const audit = auditOf(client, granted.ok ? undefined : granted.error, request, auth)
  const committed = await auth.store.commit({ claims: [claim], audit: [audit] })
  if (!committed.ok) return refuse({ ...personality.usedBefore, client }, personality, request, auth)
  if (!granted.ok) return personality.errorAnswer(granted, request.requestId)
  return answer(200, await personality.tokenFor(client, granted.scope, auth))
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
export async function provenClient(form: ReadForm, auth: Auth): Promise<Proven> {
  const named = namedClient(form.assertion, auth)
  const personality = named?.profile === 'nhs' ? nhs : smart
  const verified = await personality.verify(form, auth)
  if (!verified.ok) return { ok: false, error: verified }
  const { client, jti, exp } = verified
  const claim = { space: 'jti', key: jtiKey(client, jti), holder: String(exp) }
  const committed = await auth.store.commit({ claims: [claim] })
  return committed.ok ? { ok: true, client } : { ok: false, error: { ...personality.usedBefore, client } }
}

/** A client_id holds no line feed, so the pair is unambiguous. The claim is kept until exp and leeway are past (purge.ts). */
const jtiKey = ({ client_id }: Client, jti: string): string => createHash('sha256').update(`${client_id}\n${jti}`).digest('hex')

async function refuse(error: TokenError, personality: Personality, request: TokenRequest, auth: Auth): Promise<TokenAnswer> {
  await auditRefusal(auditOf(error.client, error.reason, request, auth), auth)
  return personality.errorAnswer(error, request.requestId)
}

/** Where refusals are gathered, a flood of them is. */
export async function auditRefusal(row: Audit, { refusals, store }: Auth): Promise<void> {
  await (refusals ? refusals.write(row) : store.commit({ audit: [row] }))
}

/** Names no client that has not proven to be one: what an attacker writes is not evidence against anybody. */
export function auditOf(
  client: Client | undefined,
  refused: string | undefined,
  { requestId }: TokenRequest,
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

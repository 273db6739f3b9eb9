// The bearer of an access token: who a request comes from, or the refusal that it gets.

import { hash } from 'node:crypto'
import { compactVerify, decodeProtectedHeader } from 'jose'
import { z } from 'zod'
import { Refusal } from '../refusal.ts'
import type { Caller } from './access.ts'
import type { Auth } from './auth.ts'
import { mayBeUsed } from './certificate.ts'
import type { Claimed } from './purpose.ts'
import { intersect, parseScopes, type Scopes } from './scopes.ts'

export type { Caller } from './access.ts'

/** What a token says, once its signature was checked. */
export interface AccessToken {
  readonly client_id: string
  readonly scope: string
  readonly jti: string
  readonly exp: number
  /** RFC 8705: SHA-256 of the certificate that it is bound to, in base64url. */
  readonly x5t?: string
  /** What it states of purpose and person. */
  readonly claimed?: Claimed
}

/** Tokens that were verified, by digest, oldest first: a client uses one for five minutes and many requests. */
export type TokenCache = Map<string, AccessToken>

const cacheSize = 10_000
const longestToken = 8192

/**
 * Reads the Authorization header and nothing else: a token in a URL, a form or a cookie is never looked at. Organisation and
 * registered scopes are looked up at each use, so that what the registry takes away is gone from living tokens too. A token that is
 * bound to a certificate is none over a connection that did not show it.
 */
export async function authenticate(
  authorizationHeader: string | undefined,
  auth: Auth,
  certificateSha256?: string,
): Promise<Caller> {
  const text = bearerToken(authorizationHeader)
  await auth.registry.refresh()
  const token = await livingToken(text, auth)
  const client = token && auth.registry.client(token.client_id)
  const organization = client && auth.registry.organization(client.organization)
  if (!organization || !mayBeUsed(client, token.x5t, certificateSha256)) throw invalidToken()
  return {
    client: client.client_id,
    organization: organization.id,
    kind: organization.kind,
    scopes: allowedBy(token.scope, client.scopes),
    ...(organization.reviews && { reviews: true }),
    ...(client.purpose && { purpose: client.purpose }),
    ...(token.claimed && { claimed: token.claimed }),
    tokenId: token.jti,
  }
}

/** By what a token grants and its client is registered for: a handful of pairs, asked for by every request. */
const allowedKnown = new Map<string, Scopes>()
const mostAllowed = 1_000

function allowedBy(granted: string, registered: string): Scopes {
  const key = `${granted}\n${registered}`
  const before = allowedKnown.get(key)
  if (before) return before
  const [token, client] = [parseScopes(granted), parseScopes(registered)]
  const allowed = token.ok && client.ok ? intersect(token.scopes, client.scopes) : []
  if (allowedKnown.size >= mostAllowed) allowedKnown.clear()
  allowedKnown.set(key, allowed)
  return allowed
}

/** What a token says that this gateway gave out and that neither its age nor its owner has ended; undefined for any other text. */
export async function livingToken(text: string, auth: Auth): Promise<AccessToken | undefined> {
  await auth.keys.refresh()
  const token = known(text, auth) ?? (await verify(text, auth))
  return token && !(await auth.revocations.isRevoked(token.jti)) ? token : undefined
}

/** Without any token there is nothing that could be invalid, so the challenge names no error (RFC 6750 §3.1). */
function bearerToken(header: string | undefined): string {
  if (header === undefined || !/^bearer(\s|$)/i.test(header)) {
    const fault = { id: 'token-missing', text: 'an access token is needed, as Authorization: Bearer' }
    throw new Refusal('unauthenticated', fault, { 'WWW-Authenticate': 'Bearer' })
  }
  const [, token] = /^bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(header) ?? []
  if (!token || token.length > longestToken) throw invalidToken()
  return token
}

/** One answer for every fault: what is wrong with a token helps only whoever made it up. */
function invalidToken(): Refusal {
  const fault = { id: 'token-invalid', text: 'the access token is not valid, or not any more' }
  return new Refusal('unauthenticated', fault, { 'WWW-Authenticate': 'Bearer error="invalid_token"' })
}

function known(text: string, { verified, now }: Auth): AccessToken | undefined {
  const key = digest(text)
  const token = verified.get(key)
  if (!token || isLiving(token, now())) return token
  verified.delete(key)
  return undefined
}

const isLiving = ({ exp }: AccessToken, now: Date): boolean => exp * 1000 > now.getTime()

const claims = z.object({
  iss: z.string(),
  aud: z.string(),
  sub: z.string(),
  client_id: z.string(),
  scope: z.string(),
  jti: z.string().min(1),
  exp: z.int(),
  cnf: z.object({ 'x5t#S256': z.string() }).optional(),
  purpose_of_use: z.string().optional(),
  requesting_practitioner: z.string().optional(),
})

async function verify(text: string, auth: Auth): Promise<AccessToken | undefined> {
  const token = claims.safeParse(await signedPayload(text, auth)).data
  if (!token || !isOurs(token, auth) || !isLiving(token, auth.now())) return undefined
  const { client_id, scope, jti, exp, cnf } = token
  const claimed = claimedBy(token)
  const access = { client_id, scope, jti, exp, ...(cnf && { x5t: cnf['x5t#S256'] }), ...(claimed && { claimed }) }
  remember(auth.verified, digest(text), access)
  return access
}

function claimedBy({
  purpose_of_use: purpose,
  requesting_practitioner: practitioner,
}: z.infer<typeof claims>): Claimed | undefined {
  if (purpose === undefined && practitioner === undefined) return undefined
  return { ...(purpose !== undefined && { purpose }), ...(practitioner !== undefined && { practitioner }) }
}

async function signedPayload(text: string, { keys }: Auth): Promise<unknown> {
  try {
    const { kid = '' } = decodeProtectedHeader(text)
    const key = keys.byKid(kid)
    if (!key) return undefined
    const { payload, protectedHeader } = await compactVerify(text, key.publicKey, { algorithms: ['ES256'] })
    const isAccessToken = protectedHeader.typ === 'at+jwt' && protectedHeader.kid === key.kid
    return isAccessToken && JSON.parse(new TextDecoder().decode(payload))
  } catch {
    return undefined
  }
}

const isOurs = ({ iss, aud, sub, client_id }: z.infer<typeof claims>, { addresses }: Auth): boolean =>
  iss === addresses.issuer && aud === addresses.fhirBase && sub === client_id

function remember(cache: TokenCache, key: string, token: AccessToken): void {
  const [oldest] = cache.keys()
  if (cache.size >= cacheSize && oldest !== undefined) cache.delete(oldest)
  cache.set(key, token)
}

const digest = (text: string): string => hash('sha256', text, 'base64url')

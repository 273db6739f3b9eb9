// The client assertion (private_key_jwt, RFC 7523 as SMART has it): whose it is, and every rule that it must keep.

import { compactVerify, decodeJwt, decodeProtectedHeader } from 'jose'
import type { Auth } from './auth.ts'
import { decoyKey } from './decoy.ts'
import { smartAlgorithms, type Addresses } from './discovery.ts'
import { isSigningAlgorithm, suits, type PublicJwk, type SigningAlgorithm } from './jwk.ts'
import type { Client } from './registry.ts'

export type Verified =
  | { readonly ok: true; readonly client: Client; readonly jti: string; readonly exp: number }
  /** `reason` is for the audit, `words` for the client; `client` only once its signature was seen to hold. */
  | { readonly ok: false; readonly reason: string; readonly words: string; readonly client?: Client }

/** How far two clocks may differ. */
export const leewaySeconds = 10
export const longestLifeSeconds = 300

/**
 * Steps in the order of SMART's algorithm. Who the client is shows only to somebody who holds its key: an unknown client, an
 * unknown key and a bad signature get the same words after the same work.
 */
export async function verifyAssertion(assertion: string, clientId: string | undefined, auth: Auth): Promise<Verified> {
  const parsed = parse(assertion)
  if (!parsed) return refused('malformed', 'client_assertion is not a JWT')
  const { header, claims } = parsed
  const headerFault = headerRules.find(([, holds]) => !holds(header))
  if (headerFault) return refused(headerFault[0], headerFault[2])

  const algorithm = header['alg']
  if (!isSigningAlgorithm(algorithm)) return refused('alg', 'alg is not supported')
  const client = clientOf(claims['iss'], algorithm, auth)
  const found = client && (await keyOf(client, header, algorithm, auth))
  const key = found === 'lost' ? undefined : found
  const isSigned = await signatureHolds(assertion, key ?? decoyKey(algorithm), algorithm)
  if (!client || !key || !isSigned)
    return refused('signature', 'client_assertion is not signed with a key of a registered client')

  const context = { ...auth.addresses, nowSeconds: Math.floor(auth.now().getTime() / 1000), clientId }
  const claimFault = claimRules.find(([, holds]) => !holds(claims, context))
  if (claimFault) return { ...refused(claimFault[0], claimFault[2]), client }
  return { ok: true, client, jti: String(claims['jti']), exp: Number(claims['exp']) }
}

const refused = (reason: string, words: string) => ({ ok: false, reason, words }) as const

export type Members = Readonly<Record<string, unknown>>

/** Header and claims of a JWT, believed in nothing yet; undefined for what is none. */
export function parse(assertion: string): { header: Members; claims: Members } | undefined {
  if (assertion.split('.').length !== 3) return undefined
  try {
    return { header: { ...decodeProtectedHeader(assertion) }, claims: decodeJwt(assertion) }
  } catch {
    return undefined
  }
}

type Rule<Arguments extends readonly unknown[]> = readonly [
  member: string,
  holds: (...given: Arguments) => boolean,
  words: string,
]

/** Rules that need no client. jwk, x5u and x5c are not among them: a key from the header is never looked at. */
const headerRules: readonly Rule<[header: Members]>[] = [
  ['kid', ({ kid }) => isText(kid), 'kid is required, as text of up to 256 characters'],
  ['typ', ({ typ }) => typ === undefined || (isText(typ) && typ.toUpperCase() === 'JWT'), 'typ must be JWT'],
  ['crit', ({ crit }) => crit === undefined, 'crit is not supported'],
  ['jku', ({ jku }) => jku === undefined || typeof jku === 'string', 'jku must be a URL'],
]

interface Context extends Addresses {
  readonly nowSeconds: number
  /** The `client_id` parameter, when it was sent. */
  readonly clientId: string | undefined
}

const claimRules: readonly Rule<[claims: Members, context: Context]>[] = [
  ['sub', ({ iss, sub }) => sub === iss, 'iss and sub must both be the client_id'],
  ['client_id', ({ iss }, { clientId }) => clientId === undefined || clientId === iss, 'client_id must equal iss'],
  ['aud', ({ aud }, context) => isForUs(aud, context), 'aud must be the token URL or the issuer, exactly and alone'],
  ['exp', ({ exp }, { nowSeconds }) => isLiving(exp, nowSeconds), 'exp must be an integer, not past and at most 300 s ahead'],
  ['nbf', ({ nbf }, { nowSeconds }) => nbf === undefined || hasBegun(nbf, nowSeconds), 'nbf must not be in the future'],
  ['iat', ({ iat }, { nowSeconds }) => iat === undefined || hasBegun(iat, nowSeconds), 'iat must not be in the future'],
  ['jti', ({ jti }) => isText(jti), 'jti is required, as text of up to 256 characters'],
]

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 256

export function isForUs(aud: unknown, { tokenUrl, issuer }: Addresses): boolean {
  const [only, ...others]: unknown[] = Array.isArray(aud) ? aud : [aud]
  return others.length === 0 && (only === tokenUrl || only === issuer)
}

const isLiving = (exp: unknown, nowSeconds: number): boolean =>
  typeof exp === 'number' &&
  Number.isSafeInteger(exp) &&
  exp > nowSeconds - leewaySeconds &&
  exp <= nowSeconds + longestLifeSeconds + leewaySeconds

export const hasBegun = (at: unknown, nowSeconds: number): boolean => typeof at === 'number' && at <= nowSeconds + leewaySeconds

function clientOf(iss: unknown, algorithm: SigningAlgorithm, { registry }: Auth): Client | undefined {
  const client = typeof iss === 'string' ? registry.client(iss) : undefined
  return client && algorithmsOf(client).includes(algorithm) ? client : undefined
}

export function algorithmsOf({ algorithms, profile }: Client): readonly SigningAlgorithm[] {
  return algorithms ?? (profile === 'nhs' ? ['RS512'] : smartAlgorithms)
}

/** The one registered key of this kid that suits the algorithm; none, or several, is no key. `lost`: the set cannot be had. */
export async function keyOf(
  client: Client,
  header: Members,
  algorithm: SigningAlgorithm,
  auth: Auth,
): Promise<PublicJwk | 'lost' | undefined> {
  const { kid, jku } = header
  if (typeof kid !== 'string' || (jku !== undefined && jku !== client.jwks_uri)) return undefined
  const kty = algorithm.startsWith('ES') ? 'EC' : 'RSA'
  const candidates = await registeredKeys(client, kid, auth)
  if (!candidates) return 'lost'
  const [key, ...others] = candidates.filter((one) => one.kid === kid && one.kty === kty)
  return key && others.length === 0 && suits(key, algorithm) ? key : undefined
}

async function registeredKeys({ jwks, jwks_uri }: Client, kid: string, auth: Auth): Promise<readonly PublicJwk[] | undefined> {
  return jwks_uri === undefined ? (jwks?.keys ?? []) : auth.remoteKeys?.keysFor(jwks_uri, kid)
}

export async function signatureHolds(assertion: string, key: object, algorithm: SigningAlgorithm): Promise<boolean> {
  try {
    await compactVerify(assertion, { ...key }, { algorithms: [algorithm] })
    return true
  } catch {
    return false
  }
}

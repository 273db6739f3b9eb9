// Reads a client assertion and tells everything that is wrong with it: SMART 2.2 client-confidential-asymmetric, or the NHS's signed JWT.

import { createPublicKey, verify, type JsonWebKey } from 'node:crypto'
import { at, isRecord, parsed, textAt } from '../json.ts'

/** Each is one rule that the assertion breaks. */
export type AssertionFault =
  | 'form'
  | 'malformed'
  | 'alg'
  | 'kid'
  | 'signature'
  | 'typ'
  | 'client'
  | 'aud'
  | 'exp'
  | 'jti'
  | 'scope'

export type Jwk = JsonWebKey & { readonly kid: string }

/** The signing keys of a JWK Set, or undefined where it is none. Private members are passed over. */
export function readKeys(json: unknown): readonly Jwk[] | undefined {
  const keys = at(json, 'keys').filter(isRecord)
  if (keys.length === 0) return undefined
  return keys.flatMap(({ kty, kid, n, e, crv, x, y }) => {
    if (typeof kid !== 'string') return []
    const members = kty === 'RSA' ? { kty, n, e } : kty === 'EC' ? { kty, crv, x, y } : undefined
    if (!members || Object.values(members).some((value) => typeof value !== 'string')) return []
    return [{ ...members, kid } as Jwk]
  })
}

export interface Judged {
  readonly faults: readonly AssertionFault[]
  readonly personality: 'smart' | 'nhs'
  /** Who signs, as it says. */
  readonly client: string
}

export interface Rules {
  readonly keys: readonly Jwk[]
  readonly tokenUrl: string
  readonly nowSeconds: number
  /** Asked and told at once: whether this id came before. */
  readonly isUsed: (client: string, jti: string) => boolean
}

/** Seconds that two clocks may differ. */
const leeway = 5

export function judgeAssertion(assertion: string, { keys, tokenUrl, nowSeconds, isUsed }: Rules): Judged {
  const [head = '', body = '', signature, ...more] = assertion.split('.')
  const [header, claims] = [decoded(head), decoded(body)]
  if (!header || !claims || signature === undefined || more.length > 0)
    return { faults: ['malformed'], personality: 'smart', client: '' }
  const alg = textAt(header, 'alg')
  const personality = alg === 'RS512' ? 'nhs' : 'smart'
  const key = keys.find(({ kid }) => kid === header['kid'])
  const [client, jti] = [textAt(claims, 'iss'), textAt(claims, 'jti')]
  const broken: Partial<Record<AssertionFault, boolean>> = {
    alg: !['RS384', 'ES384', 'RS512'].includes(alg),
    kid: !key,
    signature: key !== undefined && !isSigned(`${head}.${body}`, signature, alg, key),
    typ: textAt(header, 'typ').toUpperCase() !== 'JWT',
    client: client === '' || client !== claims['sub'],
    aud: claims['aud'] !== tokenUrl,
    exp: !isSoon(claims['exp'], nowSeconds),
    jti: jti === '' || isUsed(client, jti),
  }
  const names = Object.entries(broken).flatMap(([name, isBroken]) => (isBroken ? [name as AssertionFault] : []))
  return { faults: names, personality, client }
}

function decoded(part: string): Readonly<Record<string, unknown>> | undefined {
  const value = parsed(Buffer.from(part, 'base64url').toString('utf8'))
  return isRecord(value) ? value : undefined
}

const isSoon = (exp: unknown, nowSeconds: number): boolean =>
  typeof exp === 'number' && Number.isInteger(exp) && exp > nowSeconds - leeway && exp <= nowSeconds + 300 + leeway

function isSigned(input: string, signature: string, alg: string, jwk: Jwk): boolean {
  const isElliptic = alg.startsWith('ES')
  if (isElliptic !== (jwk.kty === 'EC')) return false
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    // RFC 7518 §3.3 and §3.4: RSA from 2048 bits; ES384 is P-384 and no other curve.
    if (isElliptic ? jwk.crv !== 'P-384' : (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) return false
    const how = isElliptic ? ({ key, dsaEncoding: 'ieee-p1363' } as const) : key
    return verify(`sha${alg.slice(2)}`, Buffer.from(input), how, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}

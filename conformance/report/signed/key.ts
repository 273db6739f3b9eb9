// Keys that sign and check verdicts: read from JWK or PEM, made anew, and the one algorithm that each may be used with.

import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto'
import { isRecord, parsed } from '../../json.ts'

export const algorithms = ['ES256', 'ES384', 'ES512', 'RS384', 'PS384', 'EdDSA'] as const
export type Algorithm = (typeof algorithms)[number]

export interface Key {
  readonly key: KeyObject
  /** By the key, never by what a header says (RFC 8725 §3.1). */
  readonly alg: Algorithm
  /** RFC 7638, SHA-256. */
  readonly thumbprint: string
  readonly kid?: string
  /** Seconds since 1970: from then on nothing that it signed holds. */
  readonly exp?: number
  readonly isRevoked?: true
}

export type ReadKey = { readonly ok: true; readonly key: Key } | { readonly ok: false; readonly fault: string }

/** JWK or PEM; neither encrypted nor symmetric. */
export function readPrivateKey(text: string): ReadKey {
  const jwk = parsed(text)
  return readKey(jwk, () => (isRecord(jwk) ? createPrivateKey({ key: jwk, format: 'jwk' }) : createPrivateKey(text)))
}

/** JWK or PEM. A private key is refused: whoever checks a verdict should not have one. */
export function readPublicKey(text: string): ReadKey {
  const jwk = parsed(text)
  if (/PRIVATE KEY/.test(text) || (isRecord(jwk) && 'd' in jwk))
    return { ok: false, fault: 'a private key; ask the signer for the public one' }
  return publicKeyOf(jwk, text)
}

const publicKeyOf = (jwk: unknown, text: string): ReadKey =>
  readKey(jwk, () => (isRecord(jwk) ? createPublicKey({ key: jwk, format: 'jwk' }) : createPublicKey(text)))

export type ReadKeys = { readonly ok: true; readonly keys: readonly Key[] } | { readonly ok: false; readonly fault: string }

/** A JWK Set (RFC 7517 §5). Keys that are of no use here (for encryption, of unknown kinds) are passed over, as the RFC asks. */
export function readKeySet(text: string): ReadKeys {
  const json = parsed(text)
  const list = isRecord(json) ? json['keys'] : undefined
  if (!Array.isArray(list)) return { ok: false, fault: 'no JWK Set: {"keys": […]} is needed' }
  if (list.some((one) => isRecord(one) && 'd' in one)) return { ok: false, fault: 'a JWK Set that holds a private key' }
  const read = list.filter((one) => !isRecord(one) || one['use'] !== 'enc').map((one) => publicKeyOf(one, ''))
  return { ok: true, keys: read.flatMap((one) => (one.ok ? [one.key] : [])) }
}

function readKey(jwk: unknown, make: () => KeyObject): ReadKey {
  try {
    const key = make()
    const members = isRecord(jwk) ? jwk : {}
    const { kid, exp } = members
    const alg = algorithmOf(key, members['alg'])
    if (alg === undefined) return { ok: false, fault: `no key for ${algorithms.join(', ')} (RSA from 2048 bits)` }
    return {
      ok: true,
      key: {
        ...{ key, alg, thumbprint: thumbprintOf(key) },
        ...(typeof kid === 'string' && kid !== '' && { kid }),
        ...(typeof exp === 'number' && { exp }),
        ...(members['revoked'] !== undefined && { isRevoked: true as const }),
      },
    }
  } catch {
    return { ok: false, fault: 'no key as JWK or PEM that can be read (an encrypted one has to be decrypted first)' }
  }
}

const curves: Readonly<Record<string, Algorithm>> = { prime256v1: 'ES256', secp384r1: 'ES384', secp521r1: 'ES512' }

/** undefined where the key is too weak, of another kind, or its JWK says that it is for something else. */
function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails = {} }: KeyObject, named: unknown): Algorithm | undefined {
  const { namedCurve = '', modulusLength = 0 } = asymmetricKeyDetails
  if (asymmetricKeyType === 'ec') return named === undefined || named === curves[namedCurve] ? curves[namedCurve] : undefined
  if (asymmetricKeyType === 'ed25519')
    return named === undefined || named === 'EdDSA' || named === 'Ed25519' ? 'EdDSA' : undefined
  if (asymmetricKeyType !== 'rsa' || modulusLength < 2048) return undefined
  return named === 'PS384' ? 'PS384' : named === undefined || named === 'RS384' ? 'RS384' : undefined
}

const required: Readonly<Record<string, readonly (keyof JsonWebKey)[]>> = {
  EC: ['crv', 'kty', 'x', 'y'],
  OKP: ['crv', 'kty', 'x'],
  RSA: ['e', 'kty', 'n'],
}

function thumbprintOf(key: KeyObject): string {
  const jwk = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' })
  const members = (required[jwk.kty ?? ''] ?? []).map((name) => [name, jwk[name]])
  return createHash('sha256')
    .update(JSON.stringify(Object.fromEntries(members)))
    .digest('base64url')
}

/** A new ES384 key pair as JWK, its thumbprint for a name. */
export function makeSigningKey(): { readonly privateKey: object; readonly publicKey: object } {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-384' })
  const named = { kid: thumbprintOf(pair.publicKey), alg: 'ES384', use: 'sig' }
  return {
    privateKey: { ...pair.privateKey.export({ format: 'jwk' }), ...named },
    publicKey: { ...pair.publicKey.export({ format: 'jwk' }), ...named },
  }
}

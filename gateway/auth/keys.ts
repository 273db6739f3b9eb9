// The gateway's own key for access tokens: made once, and shared by all processes on one database.

import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import { z } from 'zod'
import type { Store } from '../store/store.ts'

export interface SigningKey {
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
  readonly publicJwk: JWK
}

const settingName = 'access-token-key'
const storedKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
})

/** Whoever comes first makes the key; everyone, the first included, uses the one that the store then holds. */
export async function openSigningKey(store: Pick<Store, 'setting' | 'setSetting'>): Promise<SigningKey> {
  const text = (await store.setting(settingName)) ?? (await store.setSetting(settingName, await newKey(), true))
  const { d, ...members } = storedKey.parse(JSON.parse(text))
  const publicJwk = { ...members, alg: 'ES256', use: 'sig' }
  const [privateKey, publicKey] = await Promise.all([cryptoKey({ ...publicJwk, d }), cryptoKey(publicJwk)])
  return { kid: members.kid, privateKey, publicKey, publicJwk }
}

async function newKey(): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  return JSON.stringify({ ...jwk, kid: await calculateJwkThumbprint(jwk) })
}

async function cryptoKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'ES256')
  if (key instanceof Uint8Array) throw new TypeError('an EC key was expected')
  return key
}

/** What `/auth/jwks` serves. */
export function jwks({ publicJwk }: SigningKey): { keys: readonly JWK[] } {
  return { keys: [publicJwk] }
}

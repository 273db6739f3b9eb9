// The gateway's own keys for access tokens: made when needed, one after the other, and shared by all processes on one database.

import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import { z } from 'zod'
import type { Store } from '../store/store.ts'

export interface SigningKey {
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
  readonly publicJwk: JWK
  /** When it was made. */
  readonly since: Date
}

export interface SigningKeys {
  /** What new tokens are signed with. */
  current(): SigningKey
  /** A key that still vouches for a token; undefined for one that nobody has, or that was replaced long enough ago. */
  byKid(kid: string): SigningKey | undefined
  /** What `/auth/jwks` serves: every key that vouches, the next one included before it signs. */
  published(): readonly SigningKey[]
  /** Looks for keys that other processes made, and makes the next one when the newest has served its time. */
  refresh(): Promise<void>
  /** Makes the next key now: the operator's way out when one may have leaked. */
  rotate(): Promise<void>
}

type Settings = Pick<Store, 'setting' | 'setSetting'>

/** The first key's setting has no number. */
const settingName = (number: number): string => (number === 1 ? 'access-token-key' : `access-token-key.${number}`)
const storedKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
  since: z.iso.datetime().optional(),
})

const servesDays = 30
/** A new key is published this long before it signs, so that whoever keeps `/auth/jwks` for a while knows it in time. */
const announcedMs = 60_000
/** Longer than any token lives. */
const outlivesMs = 15 * 60_000
const lookAgainMs = 10_000

/** Whoever comes first makes a key; everyone, the first included, uses the one that the store then holds. */
export async function openSigningKeys(store: Settings, now: () => Date): Promise<SigningKeys> {
  const keys: SigningKey[] = []
  let lookedAt = 0
  let looking: Promise<void> | undefined

  const lookOnce = async (): Promise<void> => {
    lookedAt = now().getTime()
    for (let text = await store.setting(settingName(keys.length + 1)); text !== undefined;) {
      keys.push(await keyFrom(text))
      text = await store.setting(settingName(keys.length + 1))
    }
  }
  const look = (): Promise<void> => (looking ??= lookOnce().finally(() => (looking = undefined)))
  /** Of all who make the key of this number at once, one does. */
  const make = async (number: number): Promise<void> => {
    await store.setSetting(settingName(number), await newKey(now()), true)
    await look()
  }
  const newest = (): SigningKey => {
    const key = keys.at(-1)
    if (!key) throw new Error('there is no key to sign with')
    return key
  }
  await look()
  if (keys.length === 0) await make(1)
  return {
    current: () => keys.findLast((key, at) => at === 0 || isPast(key.since, announcedMs, now())) ?? newest(),
    byKid: (kid) => vouching(keys, now()).find((key) => key.kid === kid),
    published: () => vouching(keys, now()),
    async rotate() {
      await look()
      await make(keys.length + 1)
    },
    async refresh() {
      if (Math.abs(now().getTime() - lookedAt) < lookAgainMs) return
      await look()
      if (isPast(newest().since, servesDays * 86_400_000, now())) await make(keys.length + 1)
    },
  }
}

/** Keys by kid, those included that vouch for no token any more; the store is asked as far as it takes. */
export function signingKeyEver(store: Pick<Store, 'setting'>): (kid: string) => Promise<SigningKey | undefined> {
  const keys: SigningKey[] = []
  return async (kid) => {
    for (;;) {
      const known = keys.find((key) => key.kid === kid)
      const text = known ? undefined : await store.setting(settingName(keys.length + 1))
      if (text === undefined) return known
      keys.push(await keyFrom(text))
    }
  }
}

const isPast = (since: Date, ms: number, now: Date): boolean => now.getTime() - since.getTime() >= ms

/** All but those whose successor has signed for longer than a token lives. */
function vouching(keys: readonly SigningKey[], now: Date): readonly SigningKey[] {
  return keys.filter((_, at) => {
    const next = keys[at + 1]
    return !next || !isPast(next.since, announcedMs + outlivesMs, now)
  })
}

async function keyFrom(text: string): Promise<SigningKey> {
  // Keys that were made before there were several do not say when.
  const { d, since = '2026-01-01T00:00:00Z', ...members } = storedKey.parse(JSON.parse(text))
  const publicJwk = { ...members, alg: 'ES256', use: 'sig' }
  const [privateKey, publicKey] = await Promise.all([cryptoKey({ ...publicJwk, d }), cryptoKey(publicJwk)])
  return { kid: members.kid, privateKey, publicKey, publicJwk, since: new Date(since) }
}

async function newKey(now: Date): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  return JSON.stringify({ ...jwk, kid: await calculateJwkThumbprint(jwk), since: now.toISOString() })
}

async function cryptoKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'ES256')
  if (key instanceof Uint8Array) throw new TypeError('an EC key was expected')
  return key
}

/** What `/auth/jwks` serves. */
export function jwks(published: readonly SigningKey[]): { keys: readonly JWK[] } {
  return { keys: published.map(({ publicJwk }) => publicJwk) }
}

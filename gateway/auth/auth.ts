// What the rooms of auth work with, put together once.

import type { Store } from '../store/store.ts'
import type { TokenCache } from './bearer.ts'
import { addressesOf, type Addresses } from './discovery.ts'
import { openRemoteKeys, type FetchJwks, type RemoteKeys } from './jwks.ts'
import { openSigningKey, type SigningKey } from './keys.ts'
import type { Registry } from './registry.ts'

/** All of the store that auth needs; it never looks at a record of care. */
type AuthStore = Pick<Store, 'commit' | 'setting' | 'setSetting'>

export interface Auth {
  readonly store: AuthStore
  readonly registry: Registry
  readonly key: SigningKey
  readonly addresses: Addresses
  readonly now: () => Date
  readonly newId: () => string
  /** Absent where auth has no way out: a client with a jwks_uri then gets no token. */
  readonly remoteKeys?: RemoteKeys
  readonly verified: TokenCache
}

export interface AuthOptions {
  readonly store: AuthStore
  readonly registry: Registry
  readonly publicUrl: string
  readonly now: () => Date
  readonly newId: () => string
  readonly fetchJwks?: FetchJwks
}

export async function openAuth({ publicUrl, fetchJwks, ...rest }: AuthOptions): Promise<Auth> {
  return {
    ...rest,
    key: await openSigningKey(rest.store),
    addresses: addressesOf(publicUrl),
    ...(fetchJwks && { remoteKeys: openRemoteKeys(fetchJwks, rest.now) }),
    verified: new Map(),
  }
}

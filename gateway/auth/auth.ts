// What the rooms of auth work with, put together once.

import type { Audit, Store } from '../store/store.ts'
import type { TokenCache } from './bearer.ts'
import { addressesOf, type Addresses } from './discovery.ts'
import { openRemoteKeys, type FetchJwks, type RemoteKeys } from './jwks.ts'
import { openSigningKeys, type SigningKeys } from './keys.ts'
import type { Registry } from './registry.ts'
import { openRevocations, type Revocations } from './revocations.ts'

/** All of the store that auth needs; it never looks at a record of care. */
type AuthStore = Pick<Store, 'commit' | 'holder' | 'setting' | 'setSetting'>

export interface Auth {
  readonly store: AuthStore
  readonly registry: Registry
  readonly keys: SigningKeys
  readonly revocations: Revocations
  readonly addresses: Addresses
  readonly now: () => Date
  readonly newId: () => string
  /** Absent where auth has no way out: a client with a jwks_uri then gets no token. */
  readonly remoteKeys?: RemoteKeys
  readonly verified: TokenCache
  /** Where refusals are audited: of a flood not each by itself. Absent: each is. */
  readonly refusals?: { write(row: Audit): Promise<void> }
  /** Takes one from what a client may ask; the seconds that it must wait when there is none left, else 0. Absent: no limit. */
  readonly secondsToWait?: (clientId: string) => number
}

export interface AuthOptions {
  readonly store: AuthStore
  readonly registry: Registry
  readonly publicUrl: string
  readonly now: () => Date
  readonly newId: () => string
  readonly fetchJwks?: FetchJwks
  readonly refusals?: NonNullable<Auth['refusals']>
  readonly secondsToWait?: NonNullable<Auth['secondsToWait']>
  /** Whether clients can be bound to certificates: where this process ends TLS and knows the authorities. */
  readonly bindsCertificates?: boolean
  /** Whether whoever comes may register a client. */
  readonly sandbox?: boolean
}

export async function openAuth({
  publicUrl,
  fetchJwks,
  sandbox = false,
  bindsCertificates = false,
  ...rest
}: AuthOptions): Promise<Auth> {
  return {
    ...rest,
    keys: await openSigningKeys(rest.store, rest.now),
    revocations: openRevocations(rest.store, rest.now),
    addresses: addressesOf(publicUrl, { sandbox, bindsCertificates }),
    ...(fetchJwks && { remoteKeys: openRemoteKeys(fetchJwks, rest.now) }),
    verified: new Map(),
  }
}

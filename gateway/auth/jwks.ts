// A client's keys behind its jwks_uri: fetched when needed, kept no longer than their owner says.

import { maxKeys, publicJwk, type PublicJwk } from './jwk.ts'

/** The one outbound request that auth may make, handed in; it bears the deadline, the size limit and the address rules. */
export type FetchJwks = (url: string) => Promise<FetchedJwks>

export interface FetchedJwks {
  readonly json: unknown
  /** From Cache-Control; 0 for no-store; absent when the header says nothing. */
  readonly maxAgeSeconds?: number
}

export interface RemoteKeys {
  /** Keys of this id; an unknown one is looked for anew, at most once a minute. Undefined: the set cannot be had. */
  keysFor(url: string, kid: string): Promise<readonly PublicJwk[] | undefined>
}

interface Kept {
  readonly keys: readonly PublicJwk[]
  readonly fetchedAt: number
  readonly freshUntil: number
  /** The last request failed, and nothing that was fetched before is still fresh. */
  readonly isLost?: true
}

const defaultMaxAgeSeconds = 300
const longestMaxAgeSeconds = 3600
const refetchAfterMs = 60_000
/** Anybody can make the gateway look for a client's keys: what failed just now is not tried again at once. */
const retryAfterMs = 5_000

export function openRemoteKeys(fetchJwks: FetchJwks, now: () => Date): RemoteKeys {
  const kept = new Map<string, Kept>()
  const underWay = new Map<string, Promise<Kept>>()

  /** One request at a time for each set, however many clients wait for it. */
  function fetched(url: string): Promise<Kept> {
    const running = underWay.get(url) ?? fetchOnce(url).finally(() => underWay.delete(url))
    underWay.set(url, running)
    return running
  }

  async function fetchOnce(url: string): Promise<Kept> {
    const at = now().getTime()
    const answer = await fetchJwks(url).catch(() => undefined)
    const set = answer ? keptFrom(answer, at) : { ...freshAt(kept.get(url), at), fetchedAt: at }
    kept.set(url, set)
    return set
  }

  return {
    async keysFor(url, kid) {
      const at = now().getTime()
      const old = kept.get(url)
      const isUsable = old !== undefined && at >= old.fetchedAt && (at < old.freshUntil || wasJustLost(old, at))
      let set = isUsable ? old : await fetched(url)
      if (!hasKid(set, kid) && !set.isLost && at - set.fetchedAt >= refetchAfterMs) set = await fetched(url)
      return set.isLost ? undefined : set.keys.filter((key) => key.kid === kid)
    },
  }
}

/** A failed request leaves what is still fresh as it was. */
const freshAt = (set: Kept | undefined, at: number): Kept => (set && at < set.freshUntil ? set : nothing)

const nothing: Kept = { keys: [], fetchedAt: 0, freshUntil: 0, isLost: true }

const wasJustLost = ({ isLost, fetchedAt }: Kept, at: number): boolean => isLost === true && at - fetchedAt < retryAfterMs

function keptFrom({ json, maxAgeSeconds = defaultMaxAgeSeconds }: FetchedJwks, at: number): Kept {
  const seconds = Math.min(Math.max(maxAgeSeconds, 0), longestMaxAgeSeconds)
  return { keys: usableKeys(json), fetchedAt: at, freshUntil: at + seconds * 1000 }
}

const hasKid = ({ keys }: Kept, kid: string): boolean => keys.some((key) => key.kid === kid)

/** The keys of a set that could be registered; others (encryption keys, weak ones, private ones) are not used. */
function usableKeys(json: unknown): readonly PublicJwk[] {
  if (typeof json !== 'object' || json === null || !('keys' in json)) return []
  if (!Array.isArray(json.keys) || json.keys.length > maxKeys) return []
  return json.keys.flatMap((key: unknown) => {
    const parsed = publicJwk.safeParse(key)
    return parsed.success ? [parsed.data] : []
  })
}

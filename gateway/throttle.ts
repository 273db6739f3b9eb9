// Token buckets: how often somebody may come, and when they may come again.

/** How many a bucket holds, and how many come back each second. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

export interface Throttle {
  /** 0: come in. Otherwise the whole seconds after which there is room again (Retry-After). */
  take(key: string): number
}

interface Bucket {
  tokens: number
  at: number
}

/** Keys that are remembered; a bucket that has been full for longest goes first, and nobody is the worse for it. */
const mostKeys = 20_000

/** In this process alone: of several, each has buckets of its own. `now` in milliseconds. */
export function openThrottle({ burst, perSecond }: Rate, now: () => number): Throttle {
  const buckets = new Map<string, Bucket>()
  return {
    take(key) {
      const at = now()
      const bucket = buckets.get(key) ?? { tokens: burst, at }
      // A clock that was set back gives nothing, and takes nothing away.
      const tokens = Math.min(burst, bucket.tokens + (Math.max(0, at - bucket.at) / 1000) * perSecond)
      const isLet = tokens >= 1
      buckets.delete(key)
      forget(buckets)
      buckets.set(key, { tokens: isLet ? tokens - 1 : tokens, at })
      return isLet ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond))
    },
  }
}

/** Whoever came longest ago stands first. */
function forget(buckets: Map<string, Bucket>): void {
  const [oldest] = buckets.keys()
  if (buckets.size >= mostKeys && oldest !== undefined) buckets.delete(oldest)
}

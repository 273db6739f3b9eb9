// Token buckets: how often somebody may come, and when they may come again.

import { limits } from './config.ts'

/** How many a bucket holds, and how many come back each second; 0 a second: no limit. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

export interface Throttle {
  /** 0: come in. Otherwise the whole seconds after which there is room again (Retry-After). */
  take(key: string): number
  /** Takes more of whoever was let in: a bucket's worth at most, and on credit, so that whatever is let in once can be done. */
  charge(key: string, more: number): void
  /** What was taken and should have cost nothing. */
  giveBack(key: string): void
}

interface Bucket {
  tokens: number
  at: number
}

/**
 * In this process alone: of several, each has buckets of its own. `now` in milliseconds. Of more than `most` buckets the one that was
 * used longest ago is given up, and its owner has a full one again: whoever has that many addresses has as many buckets anyway.
 */
export function openThrottle({ burst, perSecond }: Rate, now: () => number, most: number = limits.buckets): Throttle {
  if (perSecond === 0) return { take: () => 0, charge: () => undefined, giveBack: () => undefined }
  const buckets = new Map<string, Bucket>()
  const filled = ({ tokens, at }: Bucket, moment: number): number =>
    // A clock that was set back gives nothing, and takes nothing away.
    Math.min(burst, tokens + (Math.max(0, moment - at) / 1000) * perSecond)
  return {
    take(key) {
      const at = now()
      const tokens = filled(buckets.get(key) ?? { tokens: burst, at }, at)
      const isLet = tokens >= 1
      buckets.delete(key)
      forget(buckets, most)
      buckets.set(key, { tokens: isLet ? tokens - 1 : tokens, at })
      return isLet ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond))
    },
    charge(key, more) {
      const bucket = buckets.get(key)
      // Of many that were let in together no more is owed than of one.
      if (bucket) bucket.tokens = Math.max(-burst, bucket.tokens - Math.min(burst, more))
    },
    giveBack(key) {
      const bucket = buckets.get(key)
      if (bucket) bucket.tokens = Math.min(burst, bucket.tokens + 1)
    },
  }
}

/** Whoever came longest ago stands first. */
function forget(buckets: Map<string, Bucket>, most: number): void {
  const [oldest] = buckets.keys()
  if (buckets.size >= most && oldest !== undefined) buckets.delete(oldest)
}

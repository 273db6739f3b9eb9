// Refusals in the audit: each by itself, and of a flood one row a minute that says how many there were.

import type { Audit, Instant } from '../store/store.ts'

export interface Refusals {
  /** Resolves when the row is durable, or counted: a flood's rest is lost if the process is killed within the minute. */
  write(row: Audit): Promise<void>
  /** Writes what was only counted up to now. */
  flush(): Promise<void>
}

export interface RefusalsHouse {
  readonly write: (rows: readonly Audit[]) => Promise<void>
  readonly newId: () => string
  readonly now: () => Instant
}

/** Written one by one in a minute, of one client for one thing at one address. */
export const mostEach = 20
const windowMs = 60_000
/** Somebody who thinks up a professional for each request gains no more than this. */
const mostWindows = 10_000

interface Window {
  readonly since: number
  written: number
  counted: number
  last: Audit
}

/** Who asked, for what, on whose behalf and why not: those alike in all of it are told in one row. */
const keyOf = ({ client, organization, action, reason, purpose, practitioner, stated }: Audit): string =>
  JSON.stringify([client, organization, action, reason, purpose, practitioner, stated])

export function openRefusals({ write, newId, now }: RefusalsHouse): Refusals {
  const windows = new Map<string, Window>()

  const take = (windowsToTell: readonly Window[]): readonly Audit[] =>
    windowsToTell
      .filter(({ counted }) => counted > 0)
      .map(({ last, counted }) => ({ ...last, id: newId(), at: now(), reason: `${last.reason ?? ''} (${counted} more like it)` }))

  async function flush(): Promise<void> {
    const taken = [...windows]
    windows.clear()
    const rows = take(taken.map(([, window]) => window))
    if (rows.length === 0) return
    try {
      await write(rows)
    } catch (error) {
      // They are told the next time.
      for (const [key, window] of taken) {
        const since = windows.get(key)
        if (since) since.counted += window.counted
        else windows.set(key, window)
      }
      throw error
    }
  }

  return {
    flush,
    async write(row) {
      const [key, at] = [keyOf(row), Date.parse(row.at)]
      if (windows.size >= mostWindows && !windows.has(key)) await flush()
      const window = windows.get(key)
      if (window && Math.abs(at - window.since) < windowMs) {
        window.last = row
        if (window.written >= mostEach) return void (window.counted += 1)
        window.written += 1
        return write([row])
      }
      windows.set(key, { since: at, written: 1, counted: 0, last: row })
      return write([...(window ? take([window]) : []), row])
    },
  }
}

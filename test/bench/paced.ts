// Requests that come when they come: evenly spaced, whether the ones before are answered or not.

import { setTimeout } from 'node:timers/promises'
import { Pool } from 'undici'

export interface Shot {
  readonly method: string
  readonly path: string
  readonly headers: Record<string, string>
  readonly body?: string
}

export interface Pace {
  readonly perSecond: number
  readonly amount: number
  readonly connections: number
  /** So many go before at the same pace and are not timed: connections are opened, and the sender's own code compiled. */
  readonly warmUp: number
}

export interface Paced {
  readonly tookMs: readonly number[]
  readonly seconds: number
  /** Of all, those that warm up included. */
  readonly failed: number
}

/**
 * autocannon's rates let every connection fire at the same moment, so that sixteen requests queue where there should be one: what it
 * calls half load is a burst at full load. Here the i-th is due at i/perSecond, and its time counts from then, also when it had to
 * wait for a connection. Nothing is kept of a request but its time: a sender that stands still to collect its garbage would time that.
 */
export async function paced(
  url: string,
  { perSecond, amount, connections, warmUp }: Pace,
  next: () => Shot,
  isGood: (status: number, body: string) => boolean,
): Promise<Paced> {
  const pool = new Pool(url, { connections, pipelining: 1 })
  const tookMs = new Float64Array(amount)
  const all = warmUp + amount
  const done = Promise.withResolvers<void>()
  const began = performance.now()
  const dueOf = (i: number): number => (i * 1000) / perSecond
  let [asked, answered, failed] = [0, 0, 0]
  const over = (i: number, isFine: boolean): void => {
    if (!isFine) failed++
    if (i >= warmUp) tookMs[i - warmUp] = performance.now() - began - dueOf(i)
    if (++answered === all) done.resolve()
  }
  const ask = (i: number): void => {
    const { method, path, headers, body = null } = next()
    const parts: Buffer[] = []
    let status = 0
    pool.dispatch(
      { method: method as 'GET' | 'POST', path, headers, body },
      {
        onRequestStart: () => undefined, // undici takes a handler without it for one of its older kind
        onResponseStart: (_, code) => void (status = code),
        onResponseData: (_, part) => void parts.push(part),
        onResponseEnd: () => over(i, isGood(status, Buffer.concat(parts).toString())),
        onResponseError: () => over(i, false),
      },
    )
  }
  while (asked < all) {
    const now = performance.now() - began
    while (asked < all && dueOf(asked) <= now) ask(asked++)
    await setTimeout(1)
  }
  await done.promise
  const seconds = (performance.now() - began - dueOf(warmUp)) / 1000
  await pool.close()
  return { tookMs: [...tookMs], seconds, failed }
}

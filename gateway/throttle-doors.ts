// Who pays for a request: the address that it comes from as long as nobody is known, the client afterwards.

import { networkOf, type Peer } from './peer.ts'
import { Refusal } from './refusal.ts'
import { openThrottle } from './throttle.ts'

export interface Turnstile {
  /**
   * Takes one from the address of somebody who has not said who they are. Throws a Refusal `throttled` when there is none left; the
   * answer gives it back. Whoever comes from inside (no peer) pays nothing.
   */
  stranger(peer: Peer | undefined): () => void
  /** Takes one from a client that has proven to be one; throws a Refusal `throttled`. */
  client(id: string): void
  /** Takes the rest for a request that holds so many in one: the first is paid for. */
  entries(id: string, count: number): void
  /** The same for who answers in another form: the seconds that the client must wait, or 0. */
  secondsToWait(id: string): number
}

export interface Rates {
  /** Requests a second of one client. */
  readonly client: number
  /** Attempts a second of one address. */
  readonly address: number
}

/** A bucket holds what comes back in so many seconds: an integration engine empties its queue in bursts, and then is quiet. */
export const bucketSeconds = 60

/**
 * Whoever fails pays. Many systems of a hospital come from one address, so a request with a good token costs its address nothing,
 * and neither does a token that is given; what is refused, unknown or public does. An address without tokens therefore keeps out new
 * tokens and wrong ones, never those who are known already.
 */
export function openTurnstile({ client, address }: Rates, now: () => number): Turnstile {
  const rateOf = (perSecond: number) => ({ perSecond, burst: perSecond * bucketSeconds })
  const clients = openThrottle(rateOf(client), now)
  const addresses = openThrottle(rateOf(address), now)
  return {
    stranger(peer) {
      if (!peer) return () => undefined
      const key = networkOf(peer.address)
      refuseAfter(addresses.take(key), 'this address has sent too many requests that prove nobody')
      return () => addresses.giveBack(key)
    },
    client: (id) => refuseAfter(clients.take(id), 'this client has sent too many requests'),
    entries: (id, count) => clients.charge(id, Math.max(0, count - 1)),
    secondsToWait: (id) => clients.take(id),
  }
}

/** Addresses that whoever keeps the gateway running asks all the time; nobody is turned away there. */
export const isProbe = (path: string): boolean => /^\/(?:health|metrics)(?:\/|$)/.test(path)

function refuseAfter(seconds: number, words: string): void {
  if (seconds === 0) return
  const fault = { id: 'throttled', text: `${words}; there is room again in ${seconds} s` }
  throw new Refusal('throttled', fault, { 'Retry-After': String(seconds) })
}

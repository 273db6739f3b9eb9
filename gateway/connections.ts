// How many connections there may be at once, in all and of one address.

import type { Socket } from 'node:net'
import { networkOf, plain, type IsTrusted } from './peer.ts'

/** False for a connection too many: close it. */
export type Admits = (socket: Socket) => boolean

export interface Places {
  readonly total: number
  readonly perAddress: number
  /** Trusted proxies hold the connections of many, and only the total counts for them. */
  readonly isTrusted?: IsTrusted
  /** Told at most once a minute how many were turned away since the last time. */
  readonly tell: (refused: number) => void
}

const tellEveryMs = 60_000

/** Forgets an address (of IPv6, its network) with its last connection, so that it remembers no more than there are connections. */
export function admitting({ total, perAddress, isTrusted = () => false, tell }: Places): Admits {
  const held = new Map<string, number>()
  const refused = gathering(tell)
  let all = 0
  const leave = (network: string) => {
    all--
    const left = (held.get(network) ?? 1) - 1
    if (left > 0) held.set(network, left)
    else held.delete(network)
  }
  return (socket) => {
    const address = plain(socket.remoteAddress ?? '')
    const isProxy = isTrusted(address)
    // A proxy's many are not held against its neighbours.
    const network = isProxy ? address : networkOf(address)
    const count = held.get(network) ?? 0
    if (all >= total || (count >= perAddress && !isProxy)) {
      refused()
      return false
    }
    all++
    held.set(network, count + 1)
    socket.once('close', () => leave(network))
    return true
  }
}

/** The first at once, because somebody should look; of those that follow, how many. */
function gathering(tell: (count: number) => void): () => void {
  let [count, toldAt] = [0, -Infinity]
  return () => {
    count++
    const now = performance.now()
    if (now - toldAt < tellEveryMs) return
    tell(count)
    count = 0
    toldAt = now
  }
}

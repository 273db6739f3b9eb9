// How many connections there may be at once, in all and of one address.

import type { Socket } from 'node:net'
import { plain, type IsTrusted } from './peer.ts'

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

/** Forgets an address with its last connection, so that it remembers no more than there are connections. */
export function admitting({ total, perAddress, isTrusted = () => false, tell }: Places): Admits {
  const held = new Map<string, number>()
  const refused = gathering(tell)
  let all = 0
  const leave = (address: string) => {
    all--
    const left = (held.get(address) ?? 1) - 1
    if (left > 0) held.set(address, left)
    else held.delete(address)
  }
  return (socket) => {
    const address = plain(socket.remoteAddress ?? '')
    const count = held.get(address) ?? 0
    if (all >= total || (count >= perAddress && !isTrusted(address))) {
      refused()
      return false
    }
    all++
    held.set(address, count + 1)
    socket.once('close', () => leave(address))
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

// What the head of a request says, read once.

import { randomUUID } from 'node:crypto'
import { limits } from './config.ts'
import { representationOf, type Representation } from './fhir/accept.ts'
import { checkEncoding } from './parameters.ts'
import type { Peer } from './peer.ts'
import { Refusal } from './refusal.ts'

export interface Heard {
  readonly raw: Request
  readonly method: string
  /** As it stands in the address: not decoded. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Headers
  /** The caller's own id when it is one that may be echoed and logged; else a new one. */
  readonly requestId: string
  /** What FHIR is answered as; the form of a posted search may still say it, once it is read. */
  wants: Representation
  /** Who is at the other end; nobody where a request is made inside. */
  readonly peer?: Peer
}

export function heardFrom(raw: Request, peer?: Peer): Heard {
  const { url, method, headers } = raw
  const start = url.indexOf('/', url.indexOf('://') + 3)
  const mark = url.indexOf('?', start)
  const query = new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1))
  const sent = headers.get('x-request-id')
  return {
    raw,
    method,
    path: mark < 0 ? url.slice(start) : url.slice(start, mark),
    query,
    headers,
    requestId: sent !== null && /^[A-Za-z0-9-]{1,64}$/.test(sent) ? sent : randomUUID(),
    wants: representationOf(headers, query),
    ...(peer && { peer }),
  }
}

export function checkAddress(url: string): void {
  if (url.length <= limits.address) return checkEncoding(url.slice(url.indexOf('?') + 1 || url.length))
  throw new Refusal('address-too-long', {
    id: 'address-too-long',
    text: `an address has at most ${limits.address} bytes; a search can be sent by POST to [type]/_search`,
  })
}

// The one outbound request: with a deadline, a size limit, no redirects, and no private addresses outside a sandbox.

import { lookup, type LookupAddress } from 'node:dns'
import { BlockList, isIP } from 'node:net'
import type { Agent } from 'undici'
import type { FetchedJwks } from '../auth/jwks.ts'

const deadlineMs = 5_000
const maxBytes = 1024 * 1024

/** Networks in which nothing that a client names may be reached: this machine, its neighbours, its cloud (RFC 6890). */
const inside = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  inside.addSubnet(network, bits, 'ipv4')
}
for (const [network, bits] of [
  ['::', 127],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  inside.addSubnet(network, bits, 'ipv6')
}

export const isInside = (address: string): boolean =>
  isIP(address) === 0 || inside.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')

/** The address is checked where the connection is made, so that a name cannot point elsewhere between check and use. */
const outsideOnly: Agent.Options = {
  connect: {
    timeout: deadlineMs,
    lookup(hostname, options, callback) {
      lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
        const [first] = addresses ?? []
        if (error || !first) return callback(error ?? new Error('no address'), '', 4)
        if (addresses.some(({ address }) => isInside(address))) return callback(new Error('a private address'), '', 4)
        if (options.all) return (callback as unknown as (e: null, a: LookupAddress[]) => void)(null, addresses)
        callback(null, first.address, first.family)
      })
    },
  },
}
const anywhere: Agent.Options = { connect: { timeout: deadlineMs } }

/** Fetches a client's key set; throws for whatever is no answer of 200 with JSON within the limits. */
export function fetchJwksWithin({ isSandbox }: { readonly isSandbox: boolean }) {
  let opened: Agent | undefined
  return async (url: string): Promise<FetchedJwks> => {
    const { hostname } = new URL(url)
    const literal = hostname.replace(/^\[|\]$/g, '')
    if (!isSandbox && isIP(literal) !== 0 && isInside(literal)) throw new Error('a private address')
    // Loaded when it is first needed: most gateways never are, and it was a tenth of the start.
    const { Agent, request } = await import('undici')
    opened ??= new Agent(isSandbox ? anywhere : outsideOnly)
    const answer = await request(url, {
      dispatcher: opened,
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(deadlineMs),
      headersTimeout: deadlineMs,
      bodyTimeout: deadlineMs,
    })
    const text = await limited(answer.body)
    if (answer.statusCode !== 200) throw new Error(`answered ${answer.statusCode}`)
    const maxAgeSeconds = maxAge(String(answer.headers['cache-control'] ?? ''))
    return { json: JSON.parse(text), ...(maxAgeSeconds !== undefined && { maxAgeSeconds }) }
  }
}

async function limited(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > maxBytes) throw new Error('the answer is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function maxAge(cacheControl: string): number | undefined {
  if (/\bno-(store|cache)\b/i.test(cacheControl)) return 0
  const [, seconds] = /\bmax-age=(\d{1,9})\b/i.exec(cacheControl) ?? []
  return seconds === undefined ? undefined : Number(seconds)
}

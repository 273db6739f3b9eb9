// Who is at the other end of an HTTP connection: the address, also behind a proxy that is trusted, and the certificate that was shown.

import { BlockList, isIP, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'

/** The same shape as a sender's over MLLP has. */
export interface Peer {
  readonly address: string
  /** SHA-256 of the client's certificate in lower-case hex, when it showed one that an authority of TLS_CLIENT_CA signed. */
  readonly certificateSha256?: string
}

/** What the server hands in beside a request; nothing where a request was made inside. */
export interface Connection {
  readonly incoming?: { readonly socket: Socket }
}

export type IsTrusted = (address: string) => boolean

export function peerOf(connection: Connection | undefined, forwarded: string | null, isTrusted: IsTrusted): Peer | undefined {
  const socket = connection?.incoming?.socket
  if (!socket) return undefined
  const certificateSha256 = certificateOf(socket)
  const address = forwardedAddress(plain(socket.remoteAddress ?? ''), forwarded, isTrusted)
  return { address, ...(certificateSha256 !== undefined && { certificateSha256 }) }
}

/**
 * X-Forwarded-For as far as it can be believed: read from its end, each address was written by the one after it. The first that is
 * no trusted proxy is whom the request comes from; what stands before it, anybody may have written.
 */
function forwardedAddress(own: string, forwarded: string | null, isTrusted: IsTrusted): string {
  let address = own
  const steps = forwarded === null ? [] : forwarded.split(',').map((step) => plain(portless(step.trim())))
  while (isTrusted(address)) {
    const before = steps.pop()
    if (before === undefined || isIP(before) === 0) return address
    address = before
  }
  return address
}

/** Some proxies write the port too: 192.0.2.1:4711, [2001:db8::1]:4711. */
const portless = (step: string): string => step.replace(/^\[([^\]]*)\](?::\d+)?$|^(\d+(?:\.\d+){3}):\d+$/, '$1$2')

/** An IPv4 address as a dual-stack socket tells it. */
export const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')

/** Whoever has one IPv6 address has the other 2^64 of its network too. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0')
  const whole = [...groups, ...zeros, ...after].slice(0, 4)
  return whole.map((group) => Number.parseInt(group || '0', 16).toString(16)).join(':')
}

const shown = new WeakMap<Socket, string | undefined>()

/** A resumed TLS 1.3 session may be `authorized` without any certificate, so both are asked for. */
function certificateOf(socket: Socket): string | undefined {
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined
  if (!shown.has(socket)) {
    const fingerprint = socket.getPeerX509Certificate()?.fingerprint256
    shown.set(socket, fingerprint?.replaceAll(':', '').toLowerCase())
  }
  return shown.get(socket)
}

/** Addresses and networks such as 10.1.0.0/16, separated by commas. */
export function trusting(networks: string | undefined): IsTrusted {
  const list = new BlockList()
  for (const network of networksIn(networks ?? '')) {
    const [address = '', bits] = network.split('/')
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')
}

const networksIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')

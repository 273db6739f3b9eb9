// Whether there is a way to the target: its name, its port, its certificate; each told apart, as one message for all helps nobody.

import { lookup } from 'node:dns/promises'
import { connect } from 'node:net'
import { connect as connectTls, type PeerCertificate } from 'node:tls'
import { sentenceOf } from '../wire/exchange.ts'
import { fail, ok, warn, type Finding } from './finding.ts'

export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1)$/.test(bare(host))

/** Ends at the first that fails. */
export async function networkFindings(address: string, timeoutMs: number): Promise<readonly Finding[]> {
  const { hostname, port, protocol } = new URL(address)
  const isSecure = protocol === 'https:'
  const place = { host: bare(hostname), port: Number(port || (isSecure ? 443 : 80)) }
  const name = await nameFinding(place.host)
  if (name.mark === 'fail') return [name]
  const door = await doorFinding('connection', place, timeoutMs)
  if (door.mark === 'fail') return [name, door]
  return [name, door, isSecure ? await tlsFinding(place, timeoutMs) : plainFinding(place.host)]
}

const bare = (host: string): string => host.replace(/^\[|\]$/g, '')

async function nameFinding(host: string): Promise<Finding> {
  try {
    const found = await lookup(host, { all: true })
    return ok('name', `${host} is ${found.map(({ address }) => address).join(', ')}`)
  } catch (error) {
    return fail(
      'name',
      `${host}: ${sentenceOf(error)}`,
      'see that it is written as the server’s operator wrote it, and which DNS knows it',
    )
  }
}

interface Place {
  readonly host: string
  readonly port: number
}

/** Connects, and goes away. */
export function doorFinding(check: string, { host, port }: Place, timeoutMs: number): Promise<Finding> {
  return new Promise((done) => {
    const socket = connect({ host, port, timeout: timeoutMs })
    const end = (finding: Finding): void => {
      socket.destroy()
      done(finding)
    }
    socket.once('connect', () => end(ok(check, `${host}:${port} takes connections`)))
    socket.once('timeout', () =>
      end(
        fail(
          check,
          `${host}:${port} does not answer within ${timeoutMs} ms`,
          'a firewall drops it: have this machine’s address let in',
        ),
      ),
    )
    socket.once('error', (error) =>
      end(
        fail(check, `${host}:${port}: ${sentenceOf(error)}`, 'start the server, or correct host and port in the configuration'),
      ),
    )
  })
}

/** OpenSSL's own words, over several lines, help nobody. */
const faultOf = (error: Error): string =>
  'code' in error && String(error.code).startsWith('ERR_SSL')
    ? 'no TLS is spoken there, or another version of it'
    : sentenceOf(error)

/** A certificate that ends within this time is told of. */
const soonMs = 14 * 86_400_000

function tlsFinding({ host, port }: Place, timeoutMs: number): Promise<Finding> {
  return new Promise((done) => {
    // A server name is a name: RFC 6066 allows no address there.
    const servername = /^[\d.]+$|:/.test(host) ? {} : { servername: host }
    const socket = connectTls({ host, port, timeout: timeoutMs, ...servername })
    const end = (finding: Finding): void => {
      socket.destroy()
      done(finding)
    }
    socket.once('secureConnect', () => end(certificateFinding(socket.getPeerCertificate(), socket.getProtocol() ?? 'TLS')))
    socket.once('timeout', () => end(fail('TLS', `no handshake within ${timeoutMs} ms`, 'is it a port that speaks TLS?')))
    socket.once('error', (error) =>
      end(fail('TLS', faultOf(error), 'mend the certificate, or name its authority’s PEM file in NODE_EXTRA_CA_CERTS')),
    )
  })
}

function certificateFinding({ valid_to: until }: PeerCertificate, protocol: string): Finding {
  const leftMs = Date.parse(until) - Date.now()
  const words = `${protocol}, certificate valid until ${until}`
  return leftMs < soonMs ? warn('TLS', words, 'have it renewed') : ok('TLS', words)
}

const plainFinding = (host: string): Finding =>
  isLoopback(host)
    ? ok('TLS', 'none, on this machine')
    : warn('TLS', 'none: tokens cross the network in the clear', 'serve it over https')

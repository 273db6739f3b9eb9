// Certificates for one test run: an authority, a server, two clients of the authority, and one that signed itself.

import { X509Certificate } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Pair {
  readonly cert: string
  readonly key: string
  /** Lower-case hex. */
  readonly sha256: string
}

export interface Certificates {
  readonly authority: Pair
  readonly server: Pair
  readonly one: Pair
  readonly other: Pair
  readonly stranger: Pair
}

/** Undefined where there is no openssl to make them with. */
export function makeCertificates(): Certificates | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'home-first-certificates-'))
  const at = (name: string) => join(folder, name)
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { stdio: 'ignore' })
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const pair = (name: string): Pair => {
    const cert = readFileSync(at(`${name}.pem`), 'utf8')
    const sha256 = new X509Certificate(cert).fingerprint256.replaceAll(':', '').toLowerCase()
    return { cert, key: readFileSync(at(`${name}.key`), 'utf8'), sha256 }
  }
  const selfSigned = (name: string): Pair => {
    openssl(
      'req',
      '-x509',
      ...curve,
      '-days',
      '2',
      '-subj',
      `/CN=${name}`,
      '-keyout',
      at(`${name}.key`),
      '-out',
      at(`${name}.pem`),
    )
    return pair(name)
  }
  const signed = (name: string): Pair => {
    openssl('req', ...curve, '-subj', `/CN=${name}`, '-keyout', at(`${name}.key`), '-out', at(`${name}.csr`))
    writeFileSync(at('extensions'), 'subjectAltName=IP:127.0.0.1,DNS:localhost\n')
    const authority = ['-CA', at('authority.pem'), '-CAkey', at('authority.key'), '-CAcreateserial', '-days', '2']
    openssl('x509', '-req', '-in', at(`${name}.csr`), ...authority, '-extfile', at('extensions'), '-out', at(`${name}.pem`))
    return pair(name)
  }
  try {
    const authority = selfSigned('authority')
    return { authority, server: signed('server'), one: signed('one'), other: signed('other'), stranger: selfSigned('stranger') }
  } catch {
    return undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

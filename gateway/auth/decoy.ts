// Public keys that are nobody's: checked against when there is no key, so that an unknown client takes as long as a known one.

import { createECDH } from 'node:crypto'
import type { SigningAlgorithm } from './jwk.ts'

type Decoy = { readonly kty: 'RSA'; readonly n: string; readonly e: string } | EcDecoy
type EcDecoy = { readonly kty: 'EC'; readonly crv: string; readonly x: string; readonly y: string }

export function decoyKey(algorithm: SigningAlgorithm): Decoy {
  if (algorithm === 'ES256') return ecDecoys.ES256
  if (algorithm === 'ES384') return ecDecoys.ES384
  return algorithm === 'ES512' ? ecDecoys.ES512 : rsaDecoy
}

/** An odd number of 2048 bits; that nobody knows its factors, or that it is no product of two primes, is all the same here. */
const rsaDecoy: Decoy = { kty: 'RSA', n: `${'u'.repeat(341)}8`, e: 'AQAB' }

const ecDecoys = {
  ES256: generator('P-256', 'prime256v1', 32),
  ES384: generator('P-384', 'secp384r1', 48),
  ES512: generator('P-521', 'secp521r1', 66),
}

/**
 * The curve's own base point. Its private key is 1, so a signature by it can be made by anyone: whoever checks against a decoy
 * must not let a good signature count.
 */
function generator(crv: string, curve: string, bytes: number): EcDecoy {
  const ecdh = createECDH(curve)
  ecdh.setPrivateKey(Buffer.concat([Buffer.alloc(bytes - 1), Buffer.of(1)]))
  const point = ecdh.getPublicKey()
  return {
    kty: 'EC',
    crv,
    x: point.subarray(1, 1 + bytes).toString('base64url'),
    y: point.subarray(1 + bytes).toString('base64url'),
  }
}

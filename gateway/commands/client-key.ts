// A client's public key as its owner hands it over: a JWK, a JWK set, or PEM.

import { createHash, createPublicKey, type JsonWebKey } from 'node:crypto'
import { textFile } from '../setting-files.ts'

/** What is wrong with a file of keys, in words for whoever sent it. */
export class KeyFault extends Error {
  override name = 'KeyFault'
}

/** The keys that a file holds, each with a kid: its own, or its thumbprint (RFC 7638). Throws where the file holds none. */
export function clientKeys(file: string): readonly Record<string, unknown>[] {
  const text = textFile('--key', file)
  if (text.includes('PRIVATE KEY')) throw new KeyFault(`${file} holds a private key: send the public one, and make another pair`)
  if (text.includes('-----BEGIN')) return [withKid(jwkOf(text, file))]
  const json = parsed(text, file)
  const keys = 'keys' in json ? json['keys'] : [json]
  if (!Array.isArray(keys) || keys.length === 0) throw new KeyFault(`${file} holds no key`)
  return keys.map((key: unknown) => withKid(key as JsonWebKey))
}

function jwkOf(pem: string, file: string): JsonWebKey {
  try {
    return createPublicKey(pem).export({ format: 'jwk' })
  } catch {
    throw new KeyFault(`${file} holds no public key that can be read`)
  }
}

function parsed(text: string, file: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(text)
    if (typeof json === 'object' && json !== null) return { ...json }
  } catch {
    // Said below: what is no JSON is no key either.
  }
  throw new KeyFault(`${file} is neither PEM nor a JWK`)
}

function withKid(key: JsonWebKey): Record<string, unknown> {
  return { ...key, kid: key['kid'] ?? thumbprint(key) }
}

/** RFC 7638: the members that make the key, in the order of their names. */
function thumbprint({ crv, e, kty, n, x, y }: JsonWebKey): string {
  const members = kty === 'EC' ? { crv, kty, x, y } : { e, kty, n }
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url')
}

// A JSON Web Signature in its compact form (RFC 7515), made and opened for verdicts alone.

import { constants, sign, verify, type KeyObject } from 'node:crypto'
import { isRecord, parsed } from '../../json.ts'
import type { Algorithm, Key } from './key.ts'

/** So that a verdict passes for no other token of the same key, and no other token for a verdict (RFC 8725 §3.11). */
const type = 'home-first-verdict+jwt'

/** Far more than a verdict needs. */
const longest = 64 * 1024

export function signed(payload: object, { key, alg, kid, thumbprint }: Key): string {
  const input = [{ alg, kid: kid ?? thumbprint, typ: type }, payload].map(encoded).join('.')
  return `${input}.${sign(hashes[alg], Buffer.from(input), withParameters(key, alg)).toString('base64url')}`
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

export type FoundKey = { readonly ok: true; readonly key: Key } | { readonly ok: false; readonly fault: string }

export type Opened =
  | { readonly ok: true; readonly payload: Readonly<Record<string, unknown>>; readonly key: Key }
  | { readonly ok: false; readonly fault: string }

/** Nothing of the payload is given away before the signature holds. */
export function opened(text: string, keyFor: (kid: string) => FoundKey): Opened {
  const fault = (words: string): Opened => ({ ok: false, fault: words })
  if (text.length > longest) return fault(`longer than ${longest} characters`)
  const [head = '', body = '', signature = '', ...more] = text.trim().split('.')
  if (more.length > 0 || ![head, body, signature].every(isBase64url))
    return fault('no JSON Web Signature of three parts in base64url')
  const header = parsed(Buffer.from(head, 'base64url').toString('utf8'))
  if (!isRecord(header)) return fault('its header is no JSON object')
  if (header['typ'] !== type) return fault(`its typ is not ${type}: it was signed to be something else`)
  if ('crit' in header) return fault('its header asks for extensions that are not known (crit)')
  if (typeof header['kid'] !== 'string') return fault('its header names no key (kid)')
  const found = keyFor(header['kid'])
  if (!found.ok) return fault(found.fault)
  const { key, alg } = found.key
  if (header['alg'] !== alg) return fault(`its alg is not the key’s, which is ${alg}`)
  if (!verify(hashes[alg], Buffer.from(`${head}.${body}`), withParameters(key, alg), Buffer.from(signature, 'base64url')))
    return fault('the signature does not fit: something was changed, or another key signed')
  const payload = parsed(Buffer.from(body, 'base64url').toString('utf8'))
  return isRecord(payload) ? { ok: true, payload, key: found.key } : fault('its payload is no JSON object')
}

/** As it is written once and no other way: unused bits that are set would be a change that the signature does not see. */
const isBase64url = (part: string): boolean => part !== '' && Buffer.from(part, 'base64url').toString('base64url') === part

const hashes: Readonly<Record<Algorithm, string | null>> = {
  ES256: 'sha256',
  ES384: 'sha384',
  ES512: 'sha512',
  RS384: 'sha384',
  PS384: 'sha384',
  EdDSA: null,
}

function withParameters(key: KeyObject, alg: Algorithm) {
  if (alg.startsWith('ES')) return { key, dsaEncoding: 'ieee-p1363' as const }
  if (alg === 'PS384') return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
  return alg === 'RS384' ? { key, padding: constants.RSA_PKCS1_PADDING } : { key }
}

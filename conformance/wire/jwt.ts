// Signs JSON Web Tokens, good ones and every kind of bad one.

import { createHmac, constants, sign, type KeyObject } from 'node:crypto'

export type Members = Readonly<Record<string, unknown>>

/** How the signature is made; the header may claim something else. */
export type Signing =
  | { readonly alg: string; readonly key: KeyObject }
  | { readonly alg: string; readonly secret: string | Uint8Array }
  | 'none'

export function jwt(header: Members, claims: Members, signing: Signing): string {
  const input = `${encoded(header)}.${encoded(claims)}`
  return `${input}.${signatureOf(input, signing)}`
}

const encoded = (members: Members): string => Buffer.from(JSON.stringify(members)).toString('base64url')

function signatureOf(input: string, signing: Signing): string {
  if (signing === 'none') return ''
  const { alg } = signing
  const hash = `sha${alg.slice(2)}`
  if ('secret' in signing) return createHmac(hash, signing.secret).update(input).digest('base64url')
  const data = Buffer.from(input)
  const { key } = signing
  if (alg.startsWith('ES')) return sign(hash, data, { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')
  const padding = alg.startsWith('PS')
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    : { padding: constants.RSA_PKCS1_PADDING }
  return sign(hash, data, { key, ...padding }).toString('base64url')
}

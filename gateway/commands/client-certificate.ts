// A client's certificate as its owner hands it over: a PEM file, or its SHA-256 fingerprint.

import { X509Certificate } from 'node:crypto'
import { textFile } from '../setting-files.ts'
import { KeyFault } from './client-key.ts'

/** The fingerprint, as the registry keeps it checked. Of a chain in one file the first certificate counts: the client's own. */
export function certificateDigest(given: string): string {
  if (/^[0-9a-f]{2}(:?[0-9a-f]{2}){31}$/i.test(given)) return given
  const text = textFile('--certificate', given)
  if (text.includes('PRIVATE KEY'))
    throw new KeyFault(`${given} holds a private key: send the certificate alone, and make another pair`)
  try {
    return new X509Certificate(text).fingerprint256
  } catch {
    throw new KeyFault(`${given} holds no certificate that can be read`)
  }
}

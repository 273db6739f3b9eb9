// A Binary's content as bytes, for whoever does not ask for FHIR. https://hl7.org/fhir/R4/binary.html#rest

import type { Answer, Ask } from '../handler.ts'
import type { Version } from '../store/store.ts'
import { isKnown, versionHeaders } from './answer.ts'

/** FHIR: content comes in its own type unless the asker names a FHIR type. */
export function wantsContent(ask: Ask): boolean {
  const format = ask.query.get('_format')
  // An Accept of plain XML may well mean the content: only _format is FHIR's own.
  if (format !== null) return !/\bjson\b|\bxml\b|\bfhir\+/i.test(format)
  return !/\bjson\b|\bfhir\+/i.test(ask.headers.get('accept') ?? '')
}

/** Sent so that no browser runs it: what a stranger stored must not act in our name. */
const untrusted = {
  'content-disposition': 'attachment',
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
}

export function binaryAnswer(version: Version, ask: Ask): Answer {
  const headers = { ...versionHeaders(version), vary: 'Accept' }
  const touched = [`Binary/${version.id}`]
  if (isKnown(version, ask.headers)) return { status: 304, headers, touched }
  const { contentType, data } = JSON.parse(version.text) as { contentType?: string; data?: string }
  return {
    status: 200,
    headers: { ...headers, ...untrusted, 'content-type': mediaType(contentType) },
    body: Buffer.from(data ?? '', 'base64'),
    touched,
  }
}

function mediaType(stored: string | undefined): string {
  const isMediaType = stored !== undefined && /^[\w.+-]{1,60}\/[\w.+-]{1,60}(?:; ?charset=[\w-]{1,20})?$/.test(stored)
  return isMediaType ? stored : 'application/octet-stream'
}

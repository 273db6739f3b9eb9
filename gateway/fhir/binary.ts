// A version of a Binary, as its content or as the resource around it. https://hl7.org/fhir/R4/binary.html#rest

import type { Answer, Ask } from '../handler.ts'
import type { Version } from '../store/store.ts'
import { wantsContent } from './accept.ts'
import { isKnown, versionAnswer, versionHeaders } from './answer.ts'

export function binaryAnswer(version: Version, ask: Ask): Answer {
  const { contentType, data = '' } = JSON.parse(version.text) as { contentType?: string; data?: string }
  const type = mediaType(contentType)
  return wantsContent(type, ask.headers, ask.query) ? contentAnswer(version, ask, type, data) : versionAnswer(version, ask)
}

/** Sent so that no browser runs it: what a stranger stored must not act in our name. */
const untrusted = {
  'content-disposition': 'attachment',
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
}

function contentAnswer(version: Version, ask: Ask, type: string, data: string): Answer {
  const headers = { ...versionHeaders(version), vary: 'Accept' }
  const touched = [`Binary/${version.id}`]
  if (isKnown(version, ask.headers)) return { status: 304, headers, touched }
  return {
    status: 200,
    headers: { ...headers, ...untrusted, 'content-type': type },
    body: Buffer.from(data, 'base64'),
    touched,
  }
}

/** What is stored may be no media type, and nothing of it may write a header of its own. */
function mediaType(stored: string | undefined): string {
  const isMediaType = stored !== undefined && stored.length <= 400 && mediaTypeForm.test(stored)
  return isMediaType ? stored : 'application/octet-stream'
}

const mediaTypeForm = /^[\w.+-]{1,60}\/[\w.+-]{1,60}(?:; ?[\w.+-]{1,60}=(?:[\w.+-]{1,100}|"[\w .+:/-]{1,100}"))*$/

// An answer as it leaves: the headers that all have, and those that the request decides.

import { corsHeaders } from './cors.ts'
import { represented } from './fhir/representation.ts'
import type { Answer, House } from './handler.ts'
import type { Heard } from './heard.ts'

export function respond(answer: Answer, heard: Heard, house: House): Response {
  const { path, requestId, wants, method } = heard
  const isFhirAddress = path.startsWith('/fhir/')
  const { status, headers = {}, body } = isFhirAddress ? represented(answer, wants) : answer
  const hasBody = body !== undefined && body.length > 0 && status !== 304
  const correlation = correlationOf(heard)
  return new Response(hasBody && method !== 'HEAD' ? body : null, {
    status,
    headers: {
      ...always,
      ...house.transport,
      // The whole would have been so long: HEAD is told what GET would be.
      ...(hasBody && method === 'HEAD' && { 'content-length': String(Buffer.byteLength(body)) }),
      ...(isFhirAddress && house.intermediary),
      ...(correlation !== undefined && { 'x-correlation-id': correlation }),
      'x-request-id': requestId,
      ...headers,
      ...corsHeaders(heard.headers.get('origin'), house.origins ?? nobody),
    },
  })
}

/** The caller's own, or its X-Request-Id where that was no good as one (R4, http.html#custom); only what may stand in a header. */
function correlationOf({ headers, requestId }: Heard): string | undefined {
  const sent = headers.get('x-correlation-id') ?? headers.get('x-request-id')
  return sent !== null && sent !== requestId && /^[\w.:~+/=-]{1,200}$/.test(sent) ? sent : undefined
}

/** Records of people are not for caches; nothing here is a page that may be framed or sniffed, but the few that say so themselves. */
const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
}

const nobody: ReadonlySet<string> = new Set()

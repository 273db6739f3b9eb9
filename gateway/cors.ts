// Cross-origin requests: what a browser is told before and after it lets another site's page ask. https://fetch.spec.whatwg.org/#http-cors-protocol

import type { Answer } from './handler.ts'

/** What a page may read of an answer besides its body. */
const exposed = [
  'ETag',
  'Location',
  'Content-Location',
  'Last-Modified',
  'X-Request-Id',
  'X-Correlation-Id',
  'Preference-Applied',
  'Retry-After',
  'WWW-Authenticate',
].join(', ')

const allowed = [
  'Accept',
  'Authorization',
  'Content-Type',
  'If-Match',
  'If-Modified-Since',
  'If-None-Exist',
  'If-None-Match',
  'NHSD-Requesting-Practitioner',
  'Prefer',
  'X-Correlation-Id',
  'X-Purpose-Of-Use',
  'X-Request-Id',
  'X-Security-Context',
].join(', ')

export type Origins = ReadonlySet<string>

/**
 * For an origin that CORS_ORIGINS names; `*` names all. Tokens are sent in a header that a page sets itself, so no credentials of the
 * browser's own (cookies, certificates) are ever allowed.
 */
export function corsHeaders(origin: string | null, origins: Origins): Readonly<Record<string, string>> {
  if (origins.size === 0) return none
  if (origin === null || !isAllowed(origin, origins)) return varied
  return { 'access-control-allow-origin': origin, 'access-control-expose-headers': exposed, vary: 'origin' }
}

const none = {}
const varied = { vary: 'origin' }

const isAllowed = (origin: string, origins: Origins): boolean => origins.has('*') || origins.has(origin)

/** OPTIONS: which methods an address takes, and, for a page that may, what it may send. Nobody is asked who they are. */
export function preflight(methods: readonly string[], headers: Headers, origins: Origins): Answer {
  const origin = headers.get('origin')
  const isPreflight = headers.get('access-control-request-method') !== null
  const mayAsk = isPreflight && origin !== null && isAllowed(origin, origins)
  return {
    status: 204,
    headers: {
      allow: methods.join(', '),
      ...(mayAsk && {
        'access-control-allow-methods': methods.join(', '),
        'access-control-allow-headers': allowed,
        'access-control-max-age': '600',
      }),
    },
  }
}

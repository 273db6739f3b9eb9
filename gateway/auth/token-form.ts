// A token request as it comes in: one form, sent rightly, or the fault in RFC 6749's words.

import type { Client } from './registry.ts'

export interface TokenRequest {
  readonly contentType: string | undefined
  readonly body: string
  readonly authorizationHeader?: string | undefined
  /** The query part of the URL; whatever is in it is refused. */
  readonly query: string
  readonly requestId: string
  /** Of the connection, where it showed one that holds. */
  readonly certificateSha256?: string | undefined
}

/** `reason` is for the audit, `words` for the client. */
export interface TokenError {
  readonly error: string
  readonly reason: string
  readonly words: string
  readonly status?: number
  readonly client?: Client
  /** Seconds after which there is room again. */
  readonly retryAfter?: number
}

export const invalidRequest = (reason: string, words: string) => ({ error: 'invalid_request', reason, words }) as const
export const invalidClient = (reason: string, words: string) => ({ error: 'invalid_client', reason, words }) as const

export interface ReadForm {
  readonly ok: true
  readonly assertion: string
  readonly clientId: string | undefined
  readonly scope: string
}

export type Form = ReadForm | ({ readonly ok: false } & TokenError)

export function readForm(request: TokenRequest): Form {
  const form = new URLSearchParams(request.body)
  const error = formFault(request, form) ?? twoMethodsFault(request, form) ?? grantFault(form) ?? assertionFault(form)
  if (error) return { ok: false, ...error }
  return { ok: true, ...assertionOf(form), scope: form.get('scope') ?? '' }
}

/** RFC 6749 §3.2: a parameter without a value counts as not sent. */
export function assertionOf(form: URLSearchParams): Pick<ReadForm, 'assertion' | 'clientId'> {
  return { assertion: form.get('client_assertion') ?? '', clientId: form.get('client_id') || undefined }
}

/** How every endpoint of OAuth is asked: one form in the body, nothing twice. */
export function formFault(request: TokenRequest, form: URLSearchParams): TokenError | undefined {
  if (!isForm(request.contentType)) {
    return invalidRequest('content-type', 'the body must be application/x-www-form-urlencoded, in UTF-8')
  }
  if (request.query.replace(/^\?/, '') !== '') return invalidRequest('query', 'parameters belong in the body, not in the URL')
  const names = [...form.keys()]
  return new Set(names).size === names.length ? undefined : invalidRequest('repeated', 'a parameter is sent more than once')
}

/** The media type alone or with charset utf-8; anything else would be read as what it is not. */
const isForm = (contentType: string | undefined): boolean =>
  /^application\/x-www-form-urlencoded\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(contentType?.trim() ?? '')

function twoMethodsFault(request: TokenRequest, form: URLSearchParams): TokenError | undefined {
  if (request.authorizationHeader !== undefined || form.has('client_secret')) {
    return invalidRequest('two-methods', 'a client authenticates with client_assertion and nothing else')
  }
  return undefined
}

function grantFault(form: URLSearchParams): TokenError | undefined {
  const grantType = form.get('grant_type')
  if (!grantType) return invalidRequest('grant_type', 'grant_type is missing')
  if (grantType !== 'client_credentials') {
    return {
      error: 'unsupported_grant_type',
      reason: 'grant_type',
      words: 'grant_type must be client_credentials',
    }
  }
  return undefined
}

const longestAssertion = 16_384
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

export function assertionFault(form: URLSearchParams): TokenError | undefined {
  if (form.get('client_assertion_type') !== assertionType) {
    return invalidRequest('client_assertion_type', `client_assertion_type must be ${assertionType}`)
  }
  const assertion = form.get('client_assertion')
  if (!assertion) return invalidClient('client_assertion', 'client_assertion is missing')
  if (assertion.length > longestAssertion) {
    return {
      ...invalidRequest('too-long', `client_assertion is longer than ${longestAssertion} characters`),
      status: 413,
    }
  }
  return undefined
}

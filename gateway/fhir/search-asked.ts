// What a search is asked, as it came: parameters of the address and of a form, or the page link that holds them.

import { pageOwner } from '../auth/access.ts'
import type { Ask, House } from '../handler.ts'
import { notUtf8, parametersOf } from '../parameters.ts'
import { Refusal } from '../refusal.ts'
import { checkParameters } from './accept.ts'
import { openPage, type PageMark } from './page.ts'
import type { Parameter } from './search-query.ts'

export interface AskedSearch {
  /** All but those of form. */
  readonly parameters: readonly Parameter[]
  /** `_format` and `_pretty`: every link repeats them. */
  readonly form: readonly Parameter[]
  /** The page link that was followed, and as it was written. */
  readonly page?: { readonly mark: PageMark; readonly text: string }
}

/** `type` is '' for a search of several. Throws 400 or 410 for a page link that is not good (any more), 413, 415. */
export function askedSearch(ask: Ask, type: string, { cursorKey }: Pick<House, 'cursorKey'>): AskedSearch {
  const given = allOf(ask)
  const form = given.filter(isForm)
  const parameters = given.filter((parameter) => !isForm(parameter))
  if (!parameters.some(([name]) => name === '_page')) return { parameters, form }
  // A link carries its whole search: whatever stands beside it could only contradict it. `_count` is passed over, because
  // MedplumClient writes one into every address that has none.
  const [link, ...others] = parameters.filter(([name]) => name !== '_count')
  const text = link && others.length === 0 ? link[1] : ''
  const mark = openPage(text, pageOwner(ask.caller), cursorKey)
  if (mark?.type !== type) throw pageInvalid()
  if (Date.parse(ask.at) - Date.parse(mark.at) > longestLinkMs) throw pageExpired()
  return { parameters: mark.parameters, form, page: { mark, text } }
}

const isForm = ([name]: Parameter): boolean => name === '_format' || name === '_pretty'

const mostParameters = 50
/**
 * Bytes. A page link holds the whole search and what its last match is sorted by, encrypted and in base64, and a request line must
 * stay under Node's 16 KiB of headers.
 */
const longestSearch = 6_000
const longestPageLink = 13_000
/** A day: whoever pages on does it at once, and the total is of the first page. */
const longestLinkMs = 24 * 3_600_000

function allOf(ask: Ask): readonly Parameter[] {
  const parameters: Parameter[] = [...ask.query, ...(ask.method === 'POST' ? formOf(ask) : [])]
  const isPageLink = parameters.some(([name]) => name === '_page')
  const length = Buffer.byteLength(JSON.stringify(parameters))
  if (parameters.length > mostParameters || length > (isPageLink ? longestPageLink : longestSearch)) {
    const text = `A search has at most ${mostParameters} parameters and ${longestSearch} bytes.`
    throw new Refusal('too-large', { id: 'search-too-long', text })
  }
  return parameters
}

/** What a posted search sends in its body. Throws 400, 415. */
export function formOf(ask: Pick<Ask, 'body' | 'headers'>): URLSearchParams {
  if (ask.body.length === 0) return new URLSearchParams()
  const contentType = ask.headers.get('content-type') ?? ''
  if (contentType.split(';')[0]?.trim().toLowerCase() !== 'application/x-www-form-urlencoded') {
    const text = 'A search by POST is sent as application/x-www-form-urlencoded.'
    throw new Refusal('unsupported-media-type', { id: 'media-type', text })
  }
  checkParameters(contentType)
  return parametersOf(decoded(ask.body))
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw notUtf8()
  }
}

function pageInvalid(): Refusal {
  const text = 'The page link is not one that was given to this client, or was altered. Start the search again.'
  return new Refusal('invalid', { id: 'page-invalid', text, expression: 'http._page' })
}

function pageExpired(): Refusal {
  const text = 'The page link is older than a day. Start the search again.'
  return new Refusal('gone', { id: 'page-expired', text, expression: 'http._page', code: 'not-found' })
}

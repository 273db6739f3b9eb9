// The entries of a batch or transaction, as what each asks for. https://hl7.org/fhir/R4/bundle.html

import type { Validator } from '../../profiles/compiler/validator.ts'
import { at, isRecord, isResource, textAt, type FhirResource } from '../fhir/resource.ts'
import { Refusal, type Fault } from '../refusal.ts'
import type { Change } from './entry.ts'
import { entryFaults, headFaults } from './envelope.ts'
import { nameOf } from './links.ts'
import { patchIn } from './patch.ts'
import { preconditionFaults } from './preconditions.ts'
import type { Reading } from './receive.ts'
import { relative } from './references.ts'
import { versionOf } from './rest.ts'

export interface BundleRequest {
  /** `Bundle.entry[2]`. */
  readonly path: string
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Relative to the FHIR base, without a slash in front. */
  readonly url: string
  readonly fullUrl?: string
  readonly resource?: FhirResource
  readonly ifMatch?: string
  readonly ifNoneMatch?: string
  readonly ifModifiedSince?: string
  readonly ifNoneExist?: string
}

export interface BundleHouse {
  readonly base: string
  readonly validator: Validator
}

/** Each entry as a request, or what is wrong with its form. Throws a Refusal (400) for what is wrong around them. */
export function requestsIn(
  bundle: FhirResource,
  { base, validator }: BundleHouse,
): readonly (BundleRequest | readonly Fault[])[] {
  const faults = headFaults(bundle, validator)
  if (faults.length > 0) throw new Refusal('invalid', faults)
  const requests = at(bundle, 'entry').map((entry, i) => {
    const found = entryFaults(entry, i, validator)
    return found.length > 0 ? found : requestIn(entry, `Bundle.entry[${i}]`, base)
  })
  return withoutTwins(requests)
}

const methods: readonly BundleRequest['method'][] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']
const bodied: readonly BundleRequest['method'][] = ['POST', 'PUT', 'PATCH']

function requestIn(entry: unknown, path: string, base: string): BundleRequest | readonly Fault[] {
  const request = isRecord(entry) && isRecord(entry['request']) ? entry['request'] : undefined
  const method = methods.find((one) => one === request?.['method'])
  const url = textAt(request, 'url')
  if (!request || !method || url === undefined) {
    const text = 'an entry here has a request, with its method and its url'
    return [{ id: 'entry-request', text, expression: `${path}.request`, code: 'required' }]
  }
  const resource = isRecord(entry) && isResource(entry['resource']) ? entry['resource'] : undefined
  if (bodied.includes(method) && !resource && !isPostedSearch(method, url))
    return [{ id: 'entry-resource', text: `a ${method} holds a resource`, expression: `${path}.resource`, code: 'required' }]
  const fullUrl = textAt(entry, 'fullUrl')
  return {
    ...{ path, method, url: relative(url, base).replace(/^\//, '') },
    ...(fullUrl !== undefined && { fullUrl }),
    ...(resource && bodied.includes(method) && { resource }),
    ...textsIn(request),
  }
}

const headers = ['ifMatch', 'ifNoneMatch', 'ifModifiedSince', 'ifNoneExist'] as const

function textsIn(request: Record<string, unknown>): Partial<Record<(typeof headers)[number], string>> {
  return Object.fromEntries(
    headers.flatMap((name) => {
      const text = request[name]
      return typeof text === 'string' ? [[name, name === 'ifNoneExist' ? inQuery(text) : inHeader(text)]] : []
    }),
  )
}

/** JSON holds what no header does. A condition means the same with its characters escaped; in a date or an ETag they are a fault still. */
const inQuery = (text: string): string => text.toWellFormed().replace(/[^!-~]/gu, encodeURIComponent)
const inHeader = (text: string): string => text.replace(/[^ -~]/gu, '?')

function withoutTwins(requests: readonly (BundleRequest | readonly Fault[])[]): readonly (BundleRequest | readonly Fault[])[] {
  const twinOf = twinFinder()
  return requests.map((request) => {
    const faults = isRequest(request) ? twinOf(request) : []
    return faults.length > 0 ? faults : request
  })
}

/** bdl-7: two entries of one fullUrl would be one resource. Asked of one entry after another, it tells what is wrong with a later one. */
export function twinFinder(): (entry: Pick<BundleRequest, 'path' | 'fullUrl'>) => readonly Fault[] {
  const seen = new Set<string>()
  return ({ path, fullUrl }) => {
    if (fullUrl === undefined) return []
    const name = nameOf(fullUrl)
    const isTwin = seen.has(name)
    seen.add(name)
    const text = 'another entry has the same fullUrl'
    return isTwin ? [{ id: 'full-url-twice', text, expression: `${path}.fullUrl` }] : []
  }
}

export const isRequest = (request: BundleRequest | readonly Fault[]): request is BundleRequest => !Array.isArray(request)

/** An operation by POST too: those that are served here within a Bundle write nothing (inner.ts). */
export const isReading = ({ method, url }: BundleRequest): boolean =>
  method === 'GET' || method === 'HEAD' || isPostedSearch(method, url) || isOperation(method, url)

const isOperation = (method: string, url: string): boolean => method === 'POST' && /(?:^|\/)\$[a-z-]+(?:\?|$)/.test(url)
const isPostedSearch = (method: string, url: string): boolean => method === 'POST' && postedSearch.test(url)
/** A search by POST has no form within a Bundle: its parameters stand in the url, as those of a GET do. */
const postedSearch = /(?:^|\/)_search(?=\?|$)/

export function readingOf({ method, url, resource, ifNoneMatch, ifModifiedSince }: BundleRequest): Reading {
  const sent = new Headers({ accept: 'application/fhir+json' })
  if (isOperation(method, url)) {
    sent.set('content-type', 'application/fhir+json')
    return { method: 'POST', url, headers: sent, ...(resource && { body: resource }) }
  }
  if (ifNoneMatch !== undefined) sent.set('if-none-match', ifNoneMatch)
  if (ifModifiedSince !== undefined) sent.set('if-modified-since', httpDate(ifModifiedSince))
  return { method: method === 'HEAD' ? 'HEAD' : 'GET', url: url.replace(postedSearch, ''), headers: sent }
}

/** In a Bundle an instant; in a header RFC 9110's form. */
function httpDate(instant: string): string {
  const at = new Date(instant)
  return Number.isNaN(at.getTime()) ? instant : at.toUTCString()
}

/** What a writing entry changes. Throws a Refusal (400) that names it. */
export function changeOf(request: BundleRequest): Change {
  const { path, method, url, fullUrl, resource, ifNoneExist, ifNoneMatch } = request
  const { type, id, query } = addressIn(request)
  const lost = preconditionFaults(request)
  if (lost.length > 0) throw new Refusal('invalid', lost)
  checkFullUrl(request, type, id)
  const meant = query === undefined ? { target: `${type}/${id}` } : { criteria: query }
  const shared = { path: `${path}.resource`, ...(fullUrl !== undefined && { fullUrl }), ...ifMatchOf(request) }
  if (method === 'DELETE') return { ...shared, ...meant, method: 'delete', type }
  if (!resource) throw new Error('an entry without its resource')
  if (method === 'PATCH') return { ...shared, ...meant, method: 'patch', type, patch: patchIn(resource, `${path}.resource`) }
  if (resource.resourceType !== type || (method === 'PUT' && id !== undefined && resource.id !== id)) throw otherUrl(path)
  if (method === 'PUT')
    return { ...shared, ...meant, method: 'update', resource, ...(ifNoneMatch?.trim() === '*' && { isNew: true }) }
  if (url !== type) throw otherUrl(path)
  const { id: _, ...fresh } = resource
  return { ...shared, method: 'create', resource: fresh, ...(ifNoneExist !== undefined && { ifNoneExist }) }
}

/**
 * Whoever refers to the fullUrl means the entry: where it names another resource than the entry is about, a reference to that other
 * one would come to point at this one. "fullUrl SHALL NOT disagree with the id in the resource" (Bundle.entry.fullUrl). A POST has no
 * id yet, and its fullUrl may be what it was known by elsewhere.
 */
function checkFullUrl({ path, fullUrl = '' }: BundleRequest, type: string, id: string | undefined): void {
  const [, named] = /^https?:\/\/.+\/([A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64})$/.exec(fullUrl) ?? []
  if (id === undefined || named === undefined || named === `${type}/${id}`) return
  const text = 'the fullUrl names another resource than the url of the request'
  throw new Refusal('invalid', { id: 'full-url-differs', text, expression: `${path}.fullUrl` })
}

interface EntryAddress {
  readonly type: string
  readonly id?: string
  readonly query?: string
}

/** `Type`, `Type/id` or `Type?query`. */
function addressIn({ path, method, url }: BundleRequest): EntryAddress {
  const mark = url.indexOf('?')
  const [plain, query] = mark < 0 ? [url, undefined] : [url.slice(0, mark), url.slice(mark + 1)]
  const [, type, id] = /^([A-Z][A-Za-z]{0,63})(?:\/([A-Za-z0-9.-]{1,64}))?$/.exec(plain) ?? []
  const isWhole = method === 'POST' ? id === undefined && query === undefined : (id === undefined) !== (query === undefined)
  if (type === undefined || !isWhole) throw otherUrl(path)
  return { type, ...(id !== undefined && { id }), ...(query !== undefined && { query }) }
}

const otherUrl = (path: string): Refusal =>
  new Refusal('invalid', {
    id: 'entry-url',
    text: 'the url does not name what the entry is about: Type for a POST; Type/id or Type?search for others',
    expression: `${path}.request.url`,
  })

function ifMatchOf({ path, ifMatch }: BundleRequest): { readonly ifMatch?: number } {
  if (ifMatch === undefined) return {}
  const version = versionOf(ifMatch)
  if (version !== undefined) return { ifMatch: version }
  throw new Refusal('invalid', {
    id: 'if-match',
    text: 'ifMatch holds one ETag, like W/"3"',
    expression: `${path}.request.ifMatch`,
  })
}

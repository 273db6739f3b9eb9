// FHIR search over one type, by GET or POST. https://hl7.org/fhir/R4/http.html#search

import type { Answer, Ask, House } from '../handler.ts'
import { outcomeOf, Refusal, type Fault } from '../refusal.ts'
import type { Page, Query, Version } from '../store/store.ts'
import { isKnownType } from '../types.ts'
import { fhirJson, notFound } from './answer.ts'
import { bundleText, type BundleEntry } from './bundle.ts'
import { openPage, sealPage, type PageMark } from './page.ts'
import { searchControl, type SearchControl } from './search-control.ts'
import { searchQuery, type Parameter } from './search-query.ts'
import { offers } from './served.ts'

type SearchHouse = Pick<House, 'store' | 'cursorKey' | 'mayRead'>

/** Route parameter: `type`. A POST carries its parameters as a form, beside any in its address. */
export async function search(ask: Ask, house: SearchHouse): Promise<Answer> {
  const type = searchedType(ask)
  const given = parametersOf(ask)
  const mark = markOf(given, type, ask, house)
  const asked = understood(type, mark?.parameters ?? given, ask, house)
  const query: Query = {
    type,
    where: asked.where,
    order: asked.control.order,
    count: asked.control.totalOnly ? 0 : asked.control.count,
    ...(mark && { after: mark.after }),
    total: asked.control.total && mark?.total === undefined,
  }
  const page = await house.store.search(ask.access, query)
  return searchset(ask, house, { type, search: asked, page, ...(mark && { mark }) })
}

function searchedType(ask: Ask): string {
  const { type } = ask.params
  if (type === undefined || !isKnownType(type)) throw notFound()
  if (offers(type, 'search-type')) return type
  throw new Refusal('method-not-allowed', { id: 'search-unsupported', text: 'This type is not searched.' })
}

const mostParameters = 50
/** Bytes. A page link holds the whole search, encrypted, and a request line must stay under Node's 16 KiB of headers. */
const longestSearch = 6_000
const longestPageLink = 10_000

function parametersOf(ask: Ask): readonly Parameter[] {
  const parameters: Parameter[] = [...ask.query, ...(ask.method === 'POST' ? formOf(ask) : [])]
  const isPageLink = parameters.some(([name]) => name === '_page')
  const length = Buffer.byteLength(JSON.stringify(parameters))
  if (parameters.length > mostParameters || length > (isPageLink ? longestPageLink : longestSearch)) {
    const text = `A search has at most ${mostParameters} parameters and ${longestSearch} bytes.`
    throw new Refusal('too-large', { id: 'search-too-long', text })
  }
  return parameters
}

function formOf(ask: Ask): URLSearchParams {
  if (ask.body.length === 0) return new URLSearchParams()
  const mediaType = (ask.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/x-www-form-urlencoded') {
    const text = 'A search by POST is sent as application/x-www-form-urlencoded.'
    throw new Refusal('unsupported-media-type', { id: 'media-type', text })
  }
  return new URLSearchParams(new TextDecoder().decode(ask.body))
}

/** A link carries its whole search: whatever stands beside it could only contradict it. */
function markOf(given: readonly Parameter[], type: string, ask: Ask, house: SearchHouse): PageMark | undefined {
  const [sealed, ...others] = given.filter(([name]) => name !== '_format' && name !== '_pretty')
  if (!given.some(([name]) => name === '_page')) return undefined
  const mark = sealed && others.length === 0 ? openPage(sealed[1], ask.caller.client, house.cursorKey) : undefined
  if (mark?.type === type) return mark
  const text = 'The page link is not one that was given to this client, or was altered. Start the search again.'
  throw new Refusal('invalid', { id: 'page-invalid', text, expression: 'http._page' })
}

interface Understood {
  readonly where: Query['where']
  readonly control: SearchControl
  readonly used: readonly Parameter[]
  /** What a lenient caller wrote in vain. */
  readonly ignored: readonly Fault[]
}

function understood(type: string, parameters: readonly Parameter[], ask: Ask, house: SearchHouse): Understood {
  const shape = searchControl(parameters)
  const mayRead = (target: string) => house.mayRead(ask.caller, target)
  const choice = searchQuery(type, shape.rest, { base: ask.base, mayRead })
  const faults = [...shape.faults, ...choice.faults]
  if (choice.forbidden.length > 0) throw new Refusal('forbidden', choice.forbidden)
  if (faults.length > 0 && !isLenient(ask.headers)) throw new Refusal('invalid', faults)
  return {
    where: choice.where,
    control: shape.control,
    used: [...choice.used, ...shape.used],
    ignored: faults,
  }
}

const isLenient = (headers: Headers): boolean => /\bhandling\s*=\s*"?lenient\b/i.test(headers.get('prefer') ?? '')

interface Found {
  readonly type: string
  readonly search: Understood
  readonly page: Page
  readonly mark?: PageMark
}

function searchset(ask: Ask, house: SearchHouse, found: Found): Answer {
  const { type, search, page, mark } = found
  const total = mark?.total ?? page.total
  const head = {
    type: 'searchset',
    ...(search.control.total && total !== undefined && { total }),
    link: linksOf(ask, house, found, total),
  }
  const entries = [...page.versions.map((version) => matchOf(version, ask.base)), ...outcomesOf(search.ignored)]
  const touched = page.versions.map((version) => `${version.type}/${version.id}`)
  return {
    status: 200,
    headers: { 'content-type': fhirJson },
    body: bundleText(head, entries),
    touched: touched.length > 0 ? touched : [type],
  }
}

function linksOf(ask: Ask, house: SearchHouse, { type, search, page, mark }: Found, total: number | undefined) {
  const address = (parameters: readonly Parameter[]) => {
    const query = new URLSearchParams()
    for (const [name, value] of parameters) query.append(name, value)
    return `${ask.base}/${type}${query.size > 0 ? `?${query.toString()}` : ''}`
  }
  const first = address(search.used)
  const self = mark ? address([['_page', sealPage(mark, ask.caller.client, house.cursorKey)]]) : first
  const links = [
    { relation: 'self', url: self },
    { relation: 'first', url: first },
  ]
  const last = page.versions.at(-1)
  if (!last || !page.more || search.control.totalOnly) return links
  const next: PageMark = {
    type,
    parameters: search.used,
    after: { at: last.at, id: last.id },
    ...(total !== undefined && { total }),
  }
  const url = address([['_page', sealPage(next, ask.caller.client, house.cursorKey)]])
  return [...links, { relation: 'next', url }]
}

function matchOf(version: Version, base: string): BundleEntry {
  const fullUrl = `${base}/${version.type}/${version.id}`
  return { fullUrl, text: version.text, rest: { search: { mode: 'match' } } }
}

function outcomesOf(ignored: readonly Fault[]): BundleEntry[] {
  if (ignored.length === 0) return []
  const warnings = ignored.map((fault) => ({ ...fault, severity: 'warning' as const }))
  return [{ text: JSON.stringify(outcomeOf('invalid', warnings)), rest: { search: { mode: 'outcome' } } }]
}

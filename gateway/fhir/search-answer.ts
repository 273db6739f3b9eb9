// The answer to a search: matches, what comes along with them, what is to be said of them, and the links.

import { pageOwner } from '../auth/access.ts'
import type { Answer, Ask, House } from '../handler.ts'
import { issueOf, type Fault } from '../refusal.ts'
import type { Page, Version } from '../store/store.ts'
import { fhirJson } from './answer.ts'
import { bundleText, type BundleEntry } from './bundle.ts'
import { sealPage } from './page.ts'
import { followed, preferredHandling } from './preference.ts'
import type { AskedSearch } from './search-asked.ts'
import type { UnderstoodSearch } from './search-understood.ts'
import { subsetText, type Subset } from './subset.ts'

export interface FoundSearch {
  /** '' for a search of several types. */
  readonly type: string
  readonly asked: AskedSearch
  readonly search: UnderstoodSearch
  readonly page: Page
  readonly included: readonly Version[]
  /** What a caller should know of the answer. */
  readonly notes: readonly Fault[]
}

export function searchAnswer(ask: Ask, house: Pick<House, 'cursorKey' | 'newId'>, found: FoundSearch): Answer {
  const { search, page, included, notes } = found
  const total = search.control.total ? (found.asked.page?.mark.total ?? page.total) : undefined
  const head = { type: 'searchset', ...(total !== undefined && { total }), link: linksOf(ask, house, found, total) }
  const entries = [
    ...page.versions.map((version) => entryOf(version, 'match', ask.base, search.subset)),
    ...included.map((version) => entryOf(version, 'include', ask.base, search.subset)),
    ...outcomesOf(notes, house),
  ]
  const touched = [...page.versions, ...included].map((version) => `${version.type}/${version.id}`)
  return {
    status: 200,
    headers: { 'content-type': fhirJson, ...followed('handling', preferredHandling(ask.headers)) },
    body: bundleText(head, entries),
    touched: touched.length > 0 ? touched : search.types,
  }
}

/** Links to pages name nothing that was searched for; the first and the search itself are as the caller wrote them. */
function linksOf(ask: Ask, { cursorKey }: Pick<House, 'cursorKey'>, found: FoundSearch, total: number | undefined) {
  const { type, asked, search, page } = found
  const address = (parameters: readonly (readonly [string, string])[]) => {
    const query = new URLSearchParams()
    for (const [name, value] of [...parameters, ...asked.form]) query.append(name, value)
    return `${ask.base}${type && `/${type}`}${query.size > 0 ? `?${query.toString()}` : ''}`
  }
  const first = address(search.used)
  const links = [
    { relation: 'self', url: asked.page ? address([['_page', asked.page.text]]) : first },
    { relation: 'first', url: first },
  ]
  if (!page.next || search.control.totalOnly) return links
  const mark = { type, parameters: search.used, after: page.next, at: ask.at, ...(total !== undefined && { total }) }
  return [...links, { relation: 'next', url: address([['_page', sealPage(mark, pageOwner(ask.caller), cursorKey)]]) }]
}

function entryOf(version: Version, mode: 'match' | 'include', base: string, subset: Subset | undefined): BundleEntry {
  const text = subset ? subsetText(version.text, subset) : version.text
  return { fullUrl: `${base}/${version.type}/${version.id}`, text, rest: { search: { mode } } }
}

function outcomesOf(notes: readonly Fault[], { newId }: Pick<House, 'newId'>): BundleEntry[] {
  if (notes.length === 0) return []
  const text = JSON.stringify({ resourceType: 'OperationOutcome', issue: notes.map((note) => issueOf(note, 'invalid')) })
  return [{ fullUrl: `urn:uuid:${newId()}`, text, rest: { search: { mode: 'outcome' } } }]
}

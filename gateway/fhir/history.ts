// FHIR history of one resource, of a type, or of all. https://hl7.org/fhir/R4/http.html#history

import { pageOwner } from '../auth/access.ts'
import { limits } from '../config.ts'
import type { Answer, Ask, House } from '../handler.ts'
import type { Page, Version } from '../store/store.ts'
import { isKnownType } from '../types.ts'
import { etag, fhirJson, notFound } from './answer.ts'
import { bundleText, type BundleEntry } from './bundle.ts'
import { historyAsked, type HistoryAsked } from './history-query.ts'
import { sealPage } from './page.ts'
import { askedSearch, type AskedSearch } from './search-asked.ts'
import type { Parameter } from './search-query.ts'
import { namedResource, offers } from './served.ts'
import { subsetText, type Subset } from './subset.ts'

type HistoryHouse = Pick<House, 'store' | 'cursorKey'>

/** Route parameters: `type`, `id`; of a type without `id`, of all with neither. Query: historyAsked says. */
export async function history(ask: Ask, house: HistoryHouse): Promise<Answer> {
  const of = historyOf(ask)
  const { parameters, form, page: link } = askedSearch(ask, of.address, house)
  const asked = historyAsked(parameters, of.types, of.id !== undefined)
  const { since, at, descending } = asked
  const page = await house.store.history(
    ask.access,
    { ...of.type, ...(of.id !== undefined && { id: of.id }) },
    {
      ...(since !== undefined && { since }),
      ...(at && { at }),
      ...(link && { after: link.mark.after }),
      count: asked.countOnly ? 0 : asked.count,
      bytes: limits.page,
      total: asked.total && link?.mark.total === undefined,
      descending,
    },
  )
  if (of.id !== undefined && page.versions.length === 0) await mustBeThere(of, ask, house)
  return bundleOf({ of, asked, page, form, ...(link && { link }) }, ask, house)
}

interface Of {
  /** `Patient/123/_history`: what a page link is for. */
  readonly address: string
  readonly type: { readonly type?: string }
  readonly id?: string
  readonly types: readonly string[]
}

function historyOf(ask: Ask): Of {
  const { type, id } = ask.params
  if (type === undefined) return { address: '_history', type: {}, types: [] }
  if (id === undefined) {
    if (!isKnownType(type) || !offers(type, 'history-type')) throw notFound()
    return { address: `${type}/_history`, type: { type }, types: [type] }
  }
  const named = namedResource(ask, 'history-instance')
  return { address: `${type}/${id}/_history`, type: { type: named.type }, id: named.id, types: [named.type] }
}

/** An empty history is one of what is there, or of nothing at all. */
async function mustBeThere({ type: { type }, id }: Of, { access }: Ask, { store }: HistoryHouse): Promise<void> {
  const isThere = type !== undefined && id !== undefined && (await store.read(access, type, id)) !== undefined
  if (!isThere) throw notFound()
}

interface Told extends Pick<AskedSearch, 'form'> {
  readonly of: Of
  readonly asked: HistoryAsked
  readonly page: Page
  readonly link?: AskedSearch['page']
}

function bundleOf(told: Told, ask: Ask, { cursorKey }: HistoryHouse): Answer {
  const { of, asked, page, link } = told
  const total = link?.mark.total ?? page.total
  const url = (parameters: readonly Parameter[]) => {
    const query = new URLSearchParams([...parameters, ...told.form].map(([name, value]): [string, string] => [name, value]))
    return `${ask.base}/${of.address}${query.size > 0 ? `?${query.toString()}` : ''}`
  }
  const first = url(asked.used)
  const links = [
    { relation: 'self', url: link ? url([['_page', link.text]]) : first },
    { relation: 'first', url: first },
  ]
  if (page.next && !asked.countOnly) {
    const { address: type } = of
    const mark = { type, parameters: asked.used, after: page.next, at: ask.at, ...(total !== undefined && { total }) }
    links.push({ relation: 'next', url: url([['_page', sealPage(mark, pageOwner(ask.caller), cursorKey)]]) })
  }
  const versions = asked.countOnly ? [] : page.versions
  const head = { type: 'history', ...(asked.total && total !== undefined && { total }), link: links }
  const entries = versions.map((version) => entryOf(version, ask.base, asked.subset))
  const touched = [...new Set(versions.map((version) => `${version.type}/${version.id}`))]
  return {
    status: 200,
    headers: { 'content-type': fhirJson },
    body: bundleText(head, entries),
    touched: touched.length > 0 ? touched : [of.address.replace(/\/?_history$/, '') || 'history'],
  }
}

/** No version holds by which method it came: a first one is told as a POST, whatever brought it, and a later one as a PUT. */
function entryOf(version: Version, base: string, subset: Subset | undefined): BundleEntry {
  const url = `${version.type}/${version.id}`
  const isFirst = version.version === 1
  const method = version.deleted ? 'DELETE' : isFirst ? 'POST' : 'PUT'
  const status = version.deleted ? '204' : isFirst || version.followsDeletion ? '201' : '200'
  return {
    fullUrl: `${base}/${url}`,
    ...(!version.deleted && { text: subset ? subsetText(version.text, subset) : version.text }),
    rest: {
      request: { method, url: method === 'POST' ? version.type : url },
      response: { status, etag: etag(version), lastModified: version.at },
    },
  }
}

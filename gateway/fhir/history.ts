// FHIR history of one resource, newest first. https://hl7.org/fhir/R4/http.html#history

import type { Answer, Ask, House } from '../handler.ts'
import { Refusal, type Fault } from '../refusal.ts'
import { instantRange } from '../store/instants.ts'
import type { Instant, Version } from '../store/store.ts'
import { etag, fhirJson, notFound } from './answer.ts'
import { bundleText, type BundleEntry } from './bundle.ts'
import { namedResource } from './served.ts'

/** Route parameters: `type`, `id`. Query: `_since`, `_count` (the newest so many), `_format`. */
export async function history(ask: Ask, house: Pick<House, 'store'>): Promise<Answer> {
  const { type, id } = namedResource(ask, 'history-instance')
  const { since, count } = limitsOf(ask.query)
  const versions = await house.store.history(ask.access, type, id)
  if (versions.length === 0) throw notFound()

  const wanted = versions.filter((version) => version.at >= since)
  const self = `${ask.base}/${type}/${id}/_history${ask.query.size ? `?${ask.query.toString()}` : ''}`
  const head = { type: 'history', total: wanted.length, link: [{ relation: 'self', url: self }] }
  return {
    status: 200,
    headers: { 'content-type': fhirJson },
    body: bundleText(
      head,
      wanted.slice(0, count).map((version) => entryOf(version, ask.base)),
    ),
    touched: [`${type}/${id}`],
  }
}

function limitsOf(query: URLSearchParams): { since: Instant; count: number } {
  const faults: Fault[] = []
  const fault = (id: string, name: string, text: string) => void faults.push({ id, text, expression: `http.${name}` })
  let since = ''
  let count = Infinity
  for (const [name, value] of query) {
    if (name === '_format') continue
    if (name === '_since') since = instantRange(value.replace(' ', '+'))?.low ?? 'invalid'
    else if (name === '_count') count = /^\d{1,9}$/.test(value) ? Number(value) : NaN
    else fault('parameter-unsupported', 'history', 'A history takes _since, _count and _format.')
  }
  if (since === 'invalid') fault('date-invalid', '_since', '_since is not a FHIR instant.')
  if (Number.isNaN(count)) fault('count-invalid', '_count', '_count is not a whole number.')
  if (faults.length > 0) throw new Refusal('invalid', faults)
  return { since, count }
}

/** A first version is told as the POST that FHIR's history knows for it, whatever message brought it. */
function entryOf(version: Version, base: string): BundleEntry {
  const url = `${version.type}/${version.id}`
  const isFirst = version.version === 1
  const method = version.deleted ? 'DELETE' : isFirst ? 'POST' : 'PUT'
  const status = version.deleted ? '204' : isFirst ? '201' : '200'
  return {
    fullUrl: `${base}/${url}`,
    ...(!version.deleted && { text: version.text }),
    rest: {
      request: { method, url: method === 'POST' ? version.type : url },
      response: { status, etag: etag(version), lastModified: version.at },
    },
  }
}

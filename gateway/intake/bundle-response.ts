// The entries of a batch-response or transaction-response. https://hl7.org/fhir/R4/http.html#transaction-response

import { parseKeeping } from '../../profiles/decimal.ts'
import { etag, fhirJson } from '../fhir/answer.ts'
import { at, isRecord, isResource, textAt } from '../fhir/resource.ts'
import { outcomeOf, type Fault } from '../refusal.ts'
import { UNSTAMPED, type StoredAnswer } from '../store/store.ts'
import type { Planning } from './planning.ts'
import { doneOutcome, followedReturn, type Return } from './prefer.ts'
import type { Result } from './write.ts'

export type ResponseEntry = Readonly<Record<string, unknown>>

export const responseBundle = (
  type: 'batch-response' | 'transaction-response',
  entry: readonly ResponseEntry[],
  preference: Readonly<Record<string, string>> = {},
): StoredAnswer => ({
  status: 200,
  headers: { 'content-type': fhirJson, ...preference },
  body: JSON.stringify({ resourceType: 'Bundle', type, ...(entry.length > 0 && { entry }) }),
})

/** Of the entries that were to write; there is no representation of what was deleted. */
export function followedBy(written: readonly ResponseEntry[], wanted: Return | undefined): Readonly<Record<string, string>> {
  const isDone = (entry: ResponseEntry) => textAt(entry, 'response.status')?.startsWith('2')
  const isFollowed = written.some((one) => isDone(one) && (wanted !== 'representation' || one['resource'] !== undefined))
  return isFollowed ? followedReturn(wanted) : {}
}

/** What a change of the plan came to; with the resource or an outcome where they are preferred. */
export async function entryOfResult(
  { reference, outcome, entry }: Result,
  planning: Planning,
  wanted: Return | undefined,
  warnings: readonly Fault[],
): Promise<ResponseEntry> {
  const own = warnings.filter(({ expression }) => isWithin(expression, entry.path))
  const told = wanted === 'OperationOutcome' ? { outcome: doneOutcome(own) } : {}
  const stored = reference !== undefined && outcome !== 'deleted' ? await planning.load(reference) : undefined
  if (reference === undefined || !stored) return { response: { status: '204', ...told } }
  const { version, resource } = stored
  const text = planning.text(reference)
  return {
    fullUrl: `${planning.base}/${reference}`,
    ...(wanted === 'representation' && { resource: text === undefined ? resource : parseKeeping(text) }),
    response: {
      status: outcome === 'created' ? '201' : '200',
      location: `${reference}/_history/${version}`,
      etag: etag({ version }),
      lastModified: text === undefined ? textAt(resource, 'meta.lastUpdated') : UNSTAMPED,
      ...told,
    },
  }
}

const isWithin = (expression: string | undefined, path: string): boolean =>
  path !== '' && (expression === path || expression?.startsWith(`${path}.`) === true)

/** What an address answered, as an entry; `withBody` false: only how it went. */
export function entryOfAnswer({ status, headers, body }: StoredAnswer, base: string, withBody: boolean): ResponseEntry {
  const resource: unknown = body === '' ? undefined : parseKeeping(body)
  const isFailed = status >= 400
  const isOutcome = isResource(resource) && resource.resourceType === 'OperationOutcome'
  const location = headers['location']
  const modified = isFailed ? undefined : textAt(resource, 'meta.lastUpdated')
  const self =
    isResource(resource) && !isOutcome && resource.id !== undefined ? `${base}/${resource.resourceType}/${resource.id}` : ''
  return {
    ...(self && !isFailed && { fullUrl: self }),
    ...(withBody && !isOutcome && resource !== undefined && { resource }),
    response: {
      status: String(status),
      ...(location !== undefined && { location: location.startsWith(`${base}/`) ? location.slice(base.length + 1) : location }),
      ...(headers['etag'] !== undefined && { etag: headers['etag'] }),
      ...(modified !== undefined && { lastModified: modified }),
      ...(isOutcome && (isFailed || withBody) && { outcome: resource }),
    },
  }
}

/** An entry that is answered before it is tried. */
export const entryOfFaults = (faults: readonly Fault[]): ResponseEntry => ({
  response: { status: '400', outcome: outcomeOf('invalid', faults) },
})

/** The same Bundle with some of its entries put in, by their place. */
export function withEntries(answer: StoredAnswer, put: ReadonlyMap<number, ResponseEntry>): StoredAnswer {
  const bundle: unknown = parseKeeping(answer.body)
  if (put.size === 0 || !isRecord(bundle)) return answer
  const entry = at(bundle, 'entry').map((one, i) => put.get(i) ?? one)
  return { ...answer, body: JSON.stringify({ ...bundle, entry }) }
}

// A FHIR batch: each entry by itself, as if it had come alone. https://hl7.org/fhir/R4/http.html#brules

import { fhirJson } from '../fhir/answer.ts'
import { textAt, type FhirResource } from '../fhir/resource.ts'
import { outcomeOf, reasons, Refusal, type Fault } from '../refusal.ts'
import type { StoredAnswer } from '../store/store.ts'
import { isReading, isRequest, requestsIn, type BundleRequest } from './bundle-request.ts'
import { entryOfAnswer, entryOfFaults, followedBy, responseBundle, type ResponseEntry } from './bundle-response.ts'
import { unresolvedIn } from './links.ts'
import { jsonPatchType } from './patch.ts'
import { preconditionFaults } from './preconditions.ts'
import { preferredReturn } from './prefer.ts'
import { receive, type Format, type Incoming, type IntakeHouse, type Outcome } from './receive.ts'
import { someAtOnce, toBeRead, withReadings } from './readings.ts'
import { create, deletion, patch, update } from './rest.ts'

/** So many at once share commits, and leave the rest of the gateway its turn. */
const atOnce = 16

/** R4's order, which reads at the end; entries of one turn depend on each other as little as those of different ones. */
const turns: readonly (readonly BundleRequest['method'][])[] = [['DELETE'], ['POST'], ['PUT', 'PATCH']]

/**
 * Each entry that writes goes through the line as a message of its own, with its own audit, and under an X-Request-Id made of the
 * batch's: a batch that is sent again after a broken connection does nothing twice. What it reads is no part of the answer that is
 * kept.
 */
export async function planBatch(sent: FhirResource, incoming: Incoming, house: IntakeHouse): Promise<Outcome> {
  const requests = requestsIn(sent, { base: incoming.base, validator: house.validator })
  const entries = requests.map((request): ResponseEntry => (isRequest(request) ? toBeRead : entryOfFaults(request)))
  for (const methods of turns) {
    const turn = [...requests.entries()].filter(([, request]) => isRequest(request) && methods.includes(request.method))
    await someAtOnce(turn, atOnce, async ([i, request]) => {
      if (isRequest(request) && !isReading(request)) entries[i] = await entryFor(request, i, incoming, house)
    })
  }
  const written = requests.flatMap((request, i) => (isRequest(request) && !isReading(request) ? [entries[i] ?? {}] : []))
  const preference = followedBy(written, preferredReturn(incoming.headers))
  return {
    state: 'accepted',
    answer: responseBundle('batch-response', entries, preference),
    complete: (answer) => withReadings(answer, requests, incoming, house),
  }
}

async function entryFor(request: BundleRequest, i: number, incoming: Incoming, house: IntakeHouse): Promise<ResponseEntry> {
  const { base, headers } = incoming
  const wanted = preferredReturn(headers)
  const answer = await answerTo(request, i, incoming, house)
  return entryOfAnswer(answer, base, wanted === 'representation' || wanted === 'OperationOutcome')
}

async function answerTo(request: BundleRequest, i: number, incoming: Incoming, house: IntakeHouse): Promise<StoredAnswer> {
  try {
    const lost = preconditionFaults(request)
    if (lost.length > 0) throw new Refusal('invalid', lost)
    const faults = dangling(request)
    if (faults.length > 0) throw new Refusal('unprocessable', faults)
    return await receive(alone(request, i, incoming), formatOf(request), house)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { reason, faults, headers } = error
    const body = JSON.stringify(outcomeOf(reason, faults))
    return { status: reasons[reason][0], headers: { ...headers, 'content-type': fhirJson }, body }
  }
}

const formats: Readonly<Record<'POST' | 'PUT' | 'PATCH' | 'DELETE', Format>> = {
  POST: create,
  PUT: update,
  PATCH: patch,
  DELETE: deletion,
}

function formatOf({ method, url, path }: BundleRequest): Format {
  if (method === 'GET' || method === 'HEAD') throw new Error('a reading entry has no format')
  const isAddress = method === 'POST' ? /^[A-Z][A-Za-z]*$/.test(url) : /^[A-Z][A-Za-z]*(\/[A-Za-z0-9.-]{1,64}|\?.*)$/s.test(url)
  if (isAddress) return formats[method]
  throw new Refusal('invalid', {
    id: 'entry-url',
    text: 'the url is Type for a POST; Type/id or Type?search for others',
    expression: `${path}.request.url`,
  })
}

/** The entry as a request of its own: its headers are those that it states itself. */
function alone(
  { url, method, resource, ifMatch, ifNoneMatch, ifNoneExist }: BundleRequest,
  i: number,
  incoming: Incoming,
): Incoming {
  const { headers: around, caller, at, requestId, base } = incoming
  const [target = '', query] = url.split(/\?(.*)/s)
  const sent = around.get('x-request-id')
  const stated = { 'if-match': ifMatch, 'if-none-match': ifNoneMatch, 'if-none-exist': ifNoneExist }
  const headers = new Headers({
    // What it came to is read off the resource; whether that is handed on is the batch's preference.
    prefer: preferredReturn(around) === 'OperationOutcome' ? 'return=OperationOutcome' : 'return=representation',
    ...(sent !== null && { 'x-request-id': `${sent} entry ${i}` }),
  })
  for (const [name, value] of Object.entries(stated)) if (value !== undefined) headers.set(name, value)
  const shared = { headers, caller, at, requestId, base, target, ...(query !== undefined && { query }) }
  const isJsonPatch = method === 'PATCH' && resource?.resourceType === 'Binary'
  if (isJsonPatch)
    return {
      ...shared,
      contentType: textAt(resource, 'contentType') ?? jsonPatchType,
      bytes: Buffer.from(textAt(resource, 'data') ?? '', 'base64'),
    }
  return { ...shared, contentType: 'application/fhir+json', bytes: Buffer.from(resource ? JSON.stringify(resource) : '') }
}

/** Entries of a batch do not wait for each other: a link from one to another would lead nowhere. */
function dangling({ resource, path }: BundleRequest): readonly Fault[] {
  if (!resource || resource.resourceType === 'Bundle') return []
  return unresolvedIn(resource, `${path}.resource`).map((expression) => ({
    id: 'reference-unresolved',
    text: 'entries of a batch cannot refer to each other: send a transaction',
    expression,
  }))
}

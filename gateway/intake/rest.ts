// Plain FHIR writes as formats: create and update. Their mapping is the identity.

import { etag, fhirJson } from '../fhir/answer.ts'
import { outcomeOf, reasons, Refusal } from '../refusal.ts'
import { UNSTAMPED, type Message, type StoredAnswer } from '../store/store.ts'
import { readResource } from '../fhir/body.ts'
import { fhirIdentity } from './fhir-identity.ts'
import type { Planning } from './planning.ts'
import type { Format, Identity, Incoming, Outcome } from './receive.ts'
import { writeEntries, type Result } from './write.ts'

/** POST /[type]: https://hl7.org/fhir/R4/http.html#create, with If-None-Exist. */
export const create: Format = {
  channel: 'fhir',
  identify: (incoming) => restIdentity(incoming),
  async plan(incoming, planning, house) {
    const resource = readResource(incoming)
    const type = incoming.target ?? ''
    if (resource.resourceType !== type) throw wrongType(type)
    const { id: _, ...fresh } = resource
    const ifNoneExist = incoming.headers.get('if-none-exist')
    const { results, warnings } = await writeEntries(
      planning,
      [{ path: '', method: 'create', resource: fresh, ...(ifNoneExist !== null && { ifNoneExist }) }],
      undefined,
      house,
    )
    return { state: 'accepted', issues: warnings, answer: await answerOf(results[0], planning, incoming) }
  },
  repeat: restRepeat,
  refused: keepRejected,
}

/** PUT /[type]/[id]: https://hl7.org/fhir/R4/http.html#update. Without If-Match the last writer wins; with it, a stale one is 412. */
export const update: Format = {
  channel: 'fhir',
  identify: (incoming) => restIdentity(incoming, incoming.target),
  async plan(incoming, planning, house) {
    const resource = readResource(incoming)
    const [type, id] = (incoming.target ?? '').split('/')
    if (resource.resourceType !== type) throw wrongType(type ?? '')
    if (resource.id !== id)
      throw new Refusal('invalid', {
        id: 'id-differs',
        text: 'the id in the resource is the id in the address',
        expression: `${type}.id`,
      })
    const ifMatch = versionIn(incoming.headers.get('if-match'))
    const entry = {
      path: '',
      method: 'update' as const,
      target: `${type}/${id}`,
      resource,
      ...(ifMatch !== undefined && { ifMatch }),
    }
    const { results, warnings } = await writeEntries(planning, [entry], undefined, house)
    return { state: 'accepted', issues: warnings, answer: await answerOf(results[0], planning, incoming) }
  },
  repeat: restRepeat,
  refused: keepRejected,
}

function restIdentity(incoming: Incoming, lane?: string): Identity {
  const resource = readResource(incoming)
  const sent = incoming.headers.get('x-request-id')
  return fhirIdentity(resource, sent ? `${sent} ${incoming.target}` : '', lane)
}

/** The same request id, address and content again: the first answer again. Other content under it is another request. */
async function restRepeat(first: Message, { digest }: Identity): Promise<StoredAnswer | undefined> {
  return first.digest === digest ? first.answer : undefined
}

/** What was refused is kept whole with the reason; its sender may send it again under the same id. */
export async function keepRejected({ reason, faults, headers }: Refusal, incoming: Incoming): Promise<Outcome> {
  const { length: size } = incoming.bytes
  return {
    state: 'rejected',
    reason: faults[0]?.id ?? reason,
    issues: faults,
    isKept: size > 0,
    answer: {
      status: reasons[reason][0],
      headers: { ...headers, 'content-type': fhirJson },
      body: JSON.stringify(outcomeOf(reason, faults)),
    },
  }
}

const wrongType = (type: string): Refusal =>
  new Refusal('invalid', {
    id: 'type-differs',
    text: `the resource is not the type of the address, ${type}`,
    expression: 'resourceType',
  })

/** The number in `W/"3"`; anything else that is there is refused, because ignoring it would lose the guard. */
function versionIn(ifMatch: string | null): number | undefined {
  if (ifMatch === null) return undefined
  const [, version] = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch.trim()) ?? []
  if (version === undefined)
    throw new Refusal('invalid', {
      id: 'if-match',
      text: 'If-Match holds one ETag, like W/"3"',
      location: 'If-Match',
    })
  return Number(version)
}

/** 201 or 200 with where it is and which version; what comes back is as `Prefer: return` asks. */
async function answerOf(result: Result | undefined, planning: Planning, { headers, base }: Incoming): Promise<StoredAnswer> {
  if (!result) throw new Error('a write without a result')
  const { reference, outcome } = result
  const stored = await planning.load(reference)
  const version = stored?.version ?? 0
  const isMinimal = /return=minimal/.test(headers.get('prefer') ?? '')
  const text = isMinimal ? '' : (textOf(planning, reference) ?? JSON.stringify(stored?.resource ?? {}))
  return {
    status: outcome === 'created' ? 201 : 200,
    headers: {
      location: `${base}/${reference}/_history/${version}`,
      etag: etag({ version }),
      'last-modified':
        outcome === 'unchanged' ? new Date(String(stored?.resource.meta?.['lastUpdated'])).toUTCString() : UNSTAMPED,
      ...(text && { 'content-type': fhirJson }),
    },
    body: text,
  }
}

/** The text exactly as it will be stored. */
function textOf(planning: Planning, reference: string): string | undefined {
  const write = planning.finish().writes?.find(({ type, id }) => `${type}/${id}` === reference)
  return write?.text
}

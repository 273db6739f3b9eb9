// Plain FHIR writes as formats: create, update, patch and delete, each by id or by a condition. Their mapping is the identity.

import { createHash } from 'node:crypto'
import { etag, fhirJson } from '../fhir/answer.ts'
import { outcomeOf, reasons, Refusal, type Fault } from '../refusal.ts'
import { UNSTAMPED, type Message, type StoredAnswer } from '../store/store.ts'
import { sentResource } from './binary-content.ts'
import type { Change } from './entry.ts'
import { fhirIdentity } from './fhir-identity.ts'
import { readPatch } from './patch.ts'
import type { Planning } from './planning.ts'
import { checkPreconditions } from './preconditions.ts'
import { doneOutcome, followedReturn, preferredReturn, repeated } from './prefer.ts'
import type { Format, Identity, Incoming, IntakeHouse, Outcome } from './receive.ts'
import { heardAgain } from './repeats.ts'
import { writeEntries, type Result } from './write.ts'

/** POST /[type]: https://hl7.org/fhir/R4/http.html#create, with If-None-Exist. */
export const create: Format = {
  channel: 'fhir',
  action: actionOf('POST'),
  identify: (incoming) => restIdentity(incoming),
  async plan(incoming, planning, house) {
    checkPreconditions('POST', incoming.headers)
    const { type } = addressOf(incoming)
    const { id: _, ...resource } = resourceOf(incoming, type)
    const ifNoneExist = incoming.headers.get('if-none-exist')
    const entry = { path: '', method: 'create', resource, ...(ifNoneExist !== null && { ifNoneExist }) } as const
    return written(entry, incoming, planning, house)
  },
  repeat: restRepeat,
  refused: keepRejected,
}

/**
 * PUT /[type]/[id] and PUT /[type]?…: https://hl7.org/fhir/R4/http.html#update. Without If-Match the last writer wins; with it, a
 * stale one is 412.
 */
export const update: Format = {
  channel: 'fhir',
  action: actionOf('PUT'),
  identify: (incoming) => restIdentity(incoming, laneOf(incoming)),
  async plan(incoming, planning, house) {
    checkPreconditions('PUT', incoming.headers)
    const { type, id } = addressOf(incoming)
    const resource = resourceOf(incoming, type)
    if (id !== undefined && resource.id !== id)
      throw new Refusal('invalid', {
        id: 'id-differs',
        text: 'the id in the resource is the id in the address',
        expression: `${type}.id`,
      })
    const ifMatch = versionIn(incoming.headers.get('if-match'))
    const entry: Change = {
      ...{ path: '', method: 'update' as const, resource, ...meantBy(incoming) },
      ...(ifMatch !== undefined && { ifMatch }),
      ...(incoming.headers.get('if-none-match')?.trim() === '*' && { isNew: true }),
    }
    return written(entry, incoming, planning, house)
  },
  repeat: restRepeat,
  refused: keepRejected,
}

/** PATCH /[type]/[id] and PATCH /[type]?…: https://hl7.org/fhir/R4/http.html#patch, by JSON Patch or FHIRPath Patch. */
export const patch: Format = {
  channel: 'fhir',
  action: actionOf('PATCH'),
  identify: (incoming) => bytesIdentity(incoming, 'PATCH'),
  async plan(incoming, planning, house) {
    checkPreconditions('PATCH', incoming.headers)
    const { type } = addressOf(incoming)
    const ifMatch = versionIn(incoming.headers.get('if-match'))
    const entry: Change = {
      ...{ path: '', method: 'patch' as const, type, patch: readPatch(incoming), ...meantBy(incoming) },
      ...(ifMatch !== undefined && { ifMatch }),
    }
    return written(entry, incoming, planning, house)
  },
  repeat: restRepeat,
  refused: keepRejected,
}

/** DELETE /[type]/[id] and DELETE /[type]?…: https://hl7.org/fhir/R4/http.html#delete; a condition that finds several is 412. */
export const deletion: Format = {
  channel: 'fhir',
  action: actionOf('DELETE'),
  identify: (incoming) => bytesIdentity(incoming, 'DELETE'),
  async plan(incoming, planning, house) {
    checkPreconditions('DELETE', incoming.headers)
    const { type } = addressOf(incoming)
    const ifMatch = versionIn(incoming.headers.get('if-match'))
    const entry: Change = {
      ...{ path: '', method: 'delete' as const, type, ...meantBy(incoming) },
      ...(ifMatch !== undefined && { ifMatch }),
    }
    return written(entry, incoming, planning, house)
  },
  repeat: restRepeat,
  refused: keepRejected,
}

async function written(entry: Change, incoming: Incoming, planning: Planning, house: IntakeHouse): Promise<Outcome> {
  const { results, warnings } = await writeEntries(planning, [entry], {}, house)
  return { state: 'accepted', issues: warnings, answer: await answerOf(results[0], planning, incoming, warnings) }
}

interface Address {
  readonly type: string
  readonly id?: string
}

/** As the audit names a reading: method and route, the id left out. */
function actionOf(method: string): (incoming: Incoming) => string {
  return (incoming) => {
    const { type, id } = addressOf(incoming)
    return `${method} /fhir/R4/${type}${id === undefined ? '' : '/:id'}`
  }
}

function addressOf({ target = '' }: Incoming): Address {
  const [type = '', id] = target.split('/')
  return { type, ...(id !== undefined && { id }) }
}

/** By its id, or by what is asked for behind the question mark. */
function meantBy(incoming: Incoming): { readonly target: string } | { readonly criteria: string } {
  const { type, id } = addressOf(incoming)
  return id === undefined ? { criteria: incoming.query ?? '' } : { target: `${type}/${id}` }
}

function resourceOf(incoming: Incoming, type: string) {
  const resource = sentResource(incoming)
  if (resource.resourceType !== type) throw wrongType(type)
  return resource
}

/** Changes of one resource go one after another; what a condition will find is not known yet. */
const laneOf = ({ target }: Incoming): string | undefined => (target?.includes('/') ? target : undefined)

const controlOf = ({ headers, target, query }: Incoming): string => {
  const sent = headers.get('x-request-id')
  return sent ? `${sent} ${target}${query ? `?${query}` : ''}` : ''
}

function restIdentity(incoming: Incoming, lane?: string): Identity {
  return fhirIdentity(sentResource(incoming), controlOf(incoming), lane)
}

/** What is no resource, and nothing at all, is known again by its bytes. */
function bytesIdentity(incoming: Incoming, method: string): Identity {
  const control = controlOf(incoming)
  const lane = laneOf(incoming)
  return {
    control: control && `${control} ${method}`,
    digest: createHash('sha256').update(method).update(incoming.bytes).digest('hex'),
    ...(lane !== undefined && { lane }),
  }
}

/** The same request id, address and content again: the first answer again, as far as it may be read now. Other content under it is another request. */
async function restRepeat(
  first: Message,
  { digest }: Identity,
  incoming: Incoming,
  house: IntakeHouse,
): Promise<StoredAnswer | undefined> {
  return first.digest === digest ? heardAgain(repeated(first.answer, incoming.headers), incoming, house) : undefined
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
  const version = versionOf(ifMatch)
  if (version === undefined)
    throw new Refusal('invalid', {
      id: 'if-match',
      text: 'If-Match holds one ETag, like W/"3"',
      location: 'If-Match',
    })
  return version
}

/** Undefined for what is not one ETag of ours. */
export function versionOf(ifMatch: string): number | undefined {
  const [, version] = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch.trim()) ?? []
  return version === undefined ? undefined : Number(version)
}

/** 201, 200 or 204, with where it is and which version; what comes back is as `Prefer: return` asks. */
async function answerOf(
  result: Result | undefined,
  planning: Planning,
  { headers, base }: Incoming,
  warnings: readonly Fault[],
): Promise<StoredAnswer> {
  if (!result) throw new Error('a write without a result')
  const { reference, outcome } = result
  const preference = preferredReturn(headers)
  const wanted = preference ?? 'representation'
  const stored = reference !== undefined && outcome !== 'deleted' ? await planning.load(reference) : undefined
  const resource = stored && reference !== undefined ? (planning.text(reference) ?? JSON.stringify(stored.resource)) : ''
  const body = wanted === 'OperationOutcome' ? JSON.stringify(doneOutcome(warnings)) : wanted === 'representation' ? resource : ''
  const isFollowed = body !== '' || wanted === 'minimal'
  const bodied = { ...(body && { 'content-type': fhirJson }), ...(isFollowed && followedReturn(preference)) }
  if (!stored) return { status: body ? 200 : 204, headers: bodied, body }
  const { version } = stored
  return {
    status: outcome === 'created' ? 201 : 200,
    headers: {
      location: `${base}/${reference}/_history/${version}`,
      etag: etag({ version }),
      'last-modified': planning.text(reference ?? '') === undefined ? lastModified(stored.resource.meta) : UNSTAMPED,
      ...bodied,
    },
    body,
  }
}

const lastModified = (meta: Record<string, unknown> | undefined): string => new Date(String(meta?.['lastUpdated'])).toUTCString()

// The FHIR base: messages, transactions, reads, searches by page, and updates by version.

import { at, isRecord, textAt } from '../json.ts'
import { readJson } from '../../profiles/json.ts'
import { digested, numbersIn, thingOf } from './content.ts'
import type { House } from './house.ts'
import type { Incoming } from './incoming.ts'
import { acceptedReply, echoOf, messageFault, take, takenBefore, type Sent } from './message.ts'
import { limits } from './options.ts'
import { behaviourOfId, type Resource } from './people.ts'
import { cursorParameter, isGone, pageSize, searchable, type Kept } from './records.ts'
import { fhirReply, refused, type Reply, type Turn } from './reply.ts'
import type { RequestSeen } from './seen.ts'
import { behaviourOf, isTestNumber, type Behaviour, type Pack } from './sentinels.ts'
import { disturbed, disturbedMessage, type Disturbance } from './turns.ts'

/** What is known of a request before it is answered. */
export type Read = Pick<
  RequestSeen,
  'path' | 'behaviour' | 'thing' | 'leaks' | 'json' | 'before' | 'pack' | 'isRealPerson' | 'isUnread'
>

export interface Planned {
  readonly turn: Turn
  readonly told?: NonNullable<RequestSeen['told']>
  /** Once it was answered, or was not. */
  readonly after?: () => void
}

export interface Caller {
  readonly client: string
  readonly token: string
}

export interface Address {
  /** '' for the base itself. */
  readonly type: string
  readonly id: string
  readonly rest: string
  readonly query: URLSearchParams
}

export function addressOf(path: string): Address {
  const [way = '', query = ''] = path.split(/\?(.*)/s)
  const [type = '', id = '', ...rest] = way.split('/').map(unescaped)
  return { type, id, rest: rest.join('/'), query: new URLSearchParams(query) }
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const isMessage = ({ method }: Incoming, { type, id }: Address): boolean =>
  method === 'POST' && (type === '$process-message' || type === '') && id === ''

const isSearch = ({ method }: Incoming, { id, rest }: Address): boolean =>
  rest === '' && ((method === 'GET' && id === '') || (method === 'POST' && id === '_search'))

export function readRequest(incoming: Incoming, path: string, { records }: House): Read {
  const address = addressOf(path)
  const { method, bytes } = incoming
  const leaks = leaksIn(path)
  if (isMessage(incoming, address)) return messageRead(bytes, path, leaks)
  const parameters = parametersOf(incoming, address)
  const found = isSearch(incoming, address) && isKnownType(address.type) ? records.search(address.type, parameters) : undefined
  const about = typeof found === 'object' ? found.about : isKnownType(address.type) ? behaviourOfId(address.id) : undefined
  const kept = method === 'PUT' ? records.read(address.type, address.id) : undefined
  const json = method === 'PUT' ? jsonOf(bytes) : undefined
  const isReal = areReal(numbersIn(json))
  return {
    path,
    leaks,
    behaviour: about ?? 'accepted',
    thing: `${method} ${path}${method === 'GET' ? '' : ` ${digested(bytes.toString('latin1'))}`}`,
    ...(isReal ? { isRealPerson: true } : method === 'PUT' && { json }),
    ...(method === 'PUT' && json === undefined && { isUnread: true }),
    ...(kept && { before: kept.resource }),
    ...(isKnownType(address.type) || address.query.has(cursorParameter) ? { pack: 'puller' as const satisfies Pack } : {}),
  }
}

/** undefined where it cannot be read, or is deeper than any resource. */
function jsonOf(bytes: Buffer): unknown {
  const read = readJson(bytes, { bytes: limits.body, depth: 64 })
  return 'value' in read ? read.value : undefined
}

const areReal = (numbers: readonly string[]): boolean => numbers.some((number) => !isTestNumber(number))

/** What cannot be read is told apart by its bytes. */
function messageRead(bytes: Buffer, path: string, leaks: RequestSeen['leaks']): Read {
  const json = jsonOf(bytes)
  const numbers = numbersIn(json)
  const known = { path, leaks, pack: 'message' } as const
  if (json === undefined) return { ...known, thing: digested(bytes.toString('latin1')), behaviour: 'accepted', isUnread: true }
  if (areReal(numbers)) return { ...known, thing: thingOf(json), behaviour: 'accepted', isRealPerson: true }
  return {
    ...known,
    thing: thingOf(json),
    behaviour: behaviourOf(numbers.find((number) => behaviourOf(number) !== 'accepted')),
    json,
  }
}

function leaksIn(path: string): RequestSeen['leaks'] {
  const hasNumber = /(?<!\d)\d{10}(?!\d)/.test(unescaped(path).replaceAll(/[\s+]/g, ''))
  const hasToken = /[?&](access_token|token|client_assertion)=/i.test(path)
  return [...(hasNumber ? ['NHS number in URL' as const] : []), ...(hasToken ? ['token in URL' as const] : [])]
}

const isKnownType = (type: string): boolean => searchable.some((one) => one === type)

function parametersOf({ method, bytes }: Incoming, { query }: Address): URLSearchParams {
  if (method !== 'POST') return query
  return new URLSearchParams([...query, ...new URLSearchParams(bytes.toString('utf8'))])
}

/** How often the same thing came before from somebody who is known. */
export const attempts = ({ thing, behaviour }: Read, { log }: House): number =>
  log.seen.filter(
    (one) =>
      one.kind === 'request' &&
      one.thing === thing &&
      one.behaviour === behaviour &&
      one.client !== undefined &&
      one.status !== 400,
  ).length

/** `before` is how often it had come when this one came in. */
export function plan(incoming: Incoming, read: Read, caller: Caller, house: House, before: number): Planned {
  const address = addressOf(read.path)
  if (read.isRealPerson)
    return answered(refused(422, 'value', 'REC_UNPROCESSABLE_ENTITY', 'this is a sandbox: only NHS numbers that begin with 999'))
  const unread = mediaFault(incoming)
  if (unread) return answered(unread)
  if (isMessage(incoming, address)) return planMessage(incoming, read, caller, house, before)
  const attempt = { before, times: house.options.times, elsewhere: house.elsewhere }
  if (incoming.method === 'PUT') return update(incoming, read, address, house)
  const isDisturbed = address.type === 'CarePlan' && !address.query.has(cursorParameter)
  const trouble = isDisturbed ? disturbed(read.behaviour, attempt) : undefined
  if (trouble) return carried(trouble, caller, house)
  const planned = isSearch(incoming, address) ? search(incoming, address, house) : readOne(incoming, address, house)
  const isSlow = isDisturbed && read.behaviour === 'slow' && planned.turn.kind === 'answer'
  return isSlow ? { ...planned, turn: { ...planned.turn, afterMs: house.options.times.slowMs } } : planned
}

/** Nothing but JSON is spoken here; a gateway speaks XML too. */
function mediaFault({ method, headers, bytes }: Incoming): Reply | undefined {
  const isForm = /^application\/x-www-form-urlencoded/i.test(headers['content-type'] ?? '')
  if (method !== 'GET' && bytes.length > 0 && !isForm && !/json/i.test(headers['content-type'] ?? ''))
    return refused(415, 'not-supported', 'REC_UNSUPPORTED_MEDIA_TYPE', 'the simulator reads JSON only')
  const accept = headers['accept'] ?? '*/*'
  return /json|\*\/\*|application\/\*/i.test(accept)
    ? undefined
    : refused(406, 'not-supported', 'REC_NOT_ACCEPTABLE', 'the simulator answers JSON only')
}

const answered = (reply: Reply): Planned => ({ turn: { kind: 'answer', reply } })

function carried({ turn, endsToken }: Disturbance, { token }: Caller, { authority }: House): Planned {
  if (endsToken) authority.revoke(token)
  const retryAfter = turn.kind === 'answer' ? turn.reply.headers['retry-after'] : undefined
  return { turn, ...(retryAfter !== undefined && { told: { retryAfterMs: Number(retryAfter) * 1000 } }) }
}

function planMessage(incoming: Incoming, read: Read, caller: Caller, house: House, before: number): Planned {
  const isTransaction = addressOf(read.path).type === ''
  const sent: Sent = { json: read.json, thing: read.thing, headers: incoming.headers, client: caller.client }
  const { times } = house.options
  const refusal = messageFault(sent, isTransaction) ?? takenBefore(sent, house)
  if (refusal) return echoed(answered(refusal), sent)
  const trouble = disturbedMessage(read.behaviour, { before, times, elsewhere: house.elsewhere })
  if (trouble) {
    if (trouble.isStored) take(sent, house)()
    return echoed(carried(trouble, caller, house), sent)
  }
  const done = take(sent, house)
  const reply = acceptedReply(sent, isTransaction)
  const afterMs = read.behaviour === 'slow' ? { afterMs: times.slowMs } : {}
  return echoed({ turn: { kind: 'answer', reply, ...afterMs }, after: done }, sent)
}

function echoed(planned: Planned, { headers }: Sent): Planned {
  if (planned.turn.kind !== 'answer') return planned
  const { reply } = planned.turn
  return { ...planned, turn: { ...planned.turn, reply: { ...reply, headers: { ...reply.headers, ...echoOf(headers) } } } }
}

function search(incoming: Incoming, address: Address, { records, base, origin, elsewhere }: House): Planned {
  const self = `${origin}${incoming.target}`
  const cursor = address.query.get(cursorParameter)
  const more = cursor === null ? undefined : records.pageAt(cursor, self)
  if (cursor !== null) return more ? paged(more) : answered(refused(410, 'not-found', 'REC_NOT_FOUND', 'there is no such page'))
  if (!isKnownType(address.type)) return notFound()
  const parameters = parametersOf(incoming, address)
  const found = records.search(address.type, parameters)
  if (typeof found === 'string')
    return answered(refused(400, 'not-supported', 'REC_BAD_REQUEST', 'a search parameter is not known here'))
  const isElsewhere = address.type === 'CarePlan' && found.about === 'elsewhere'
  return paged(records.page(found.found, self, { size: pageSize(parameters, found.about), host: isElsewhere ? elsewhere : base }))
}

const paged = ({ bundle, next }: { readonly bundle: unknown; readonly next?: string }): Planned => ({
  ...answered(fhirReply(200, bundle)),
  told: next === undefined ? {} : { next },
})

const notFound = (): Planned => answered(refused(404, 'not-found', 'REC_NOT_FOUND', 'there is nothing there'))

function readOne(incoming: Incoming, { type, id, rest }: Address, { records }: House): Planned {
  if (incoming.method !== 'GET' && incoming.method !== 'HEAD')
    return answered(
      refused(405, 'not-supported', 'REC_METHOD_NOT_ALLOWED', 'that is not done here', { allow: 'GET, HEAD, PUT, POST' }),
    )
  const kept = rest === '' ? records.read(type, id) : undefined
  if (!kept) return notFound()
  if (isGone(kept.resource)) return answered(refused(410, 'deleted', 'REC_NOT_FOUND', 'it was deleted'))
  return { ...answered(fhirReply(200, kept.resource, versioned(kept))) }
}

const etagOf = ({ version }: Kept): string => `W/"${version}"`

const versioned = (kept: Kept) => ({ etag: etagOf(kept), 'last-modified': new Date(lastUpdatedOf(kept)).toUTCString() })

const lastUpdatedOf = ({ resource }: Kept): string => textAt(resource, 'meta.lastUpdated')

const updatable = ['Task', 'CarePlan', 'ServiceRequest']

function update(incoming: Incoming, read: Read, { type, id, rest }: Address, house: House): Planned {
  const { records } = house
  const kept = rest === '' ? records.read(type, id) : undefined
  if (!kept || !updatable.includes(type)) return notFound()
  const { json } = read
  if (!isRecord(json) || json['resourceType'] !== type || json['id'] !== id)
    return answered(refused(400, 'invalid', 'REC_BAD_REQUEST', 'the resource of this address is needed'))
  const current = isFirstOf(read.behaviour, type, house) ? somebodyElse(kept, house) : kept
  const asked = incoming.headers['if-match']
  if (asked !== undefined && asked !== etagOf(current))
    return answered(refused(412, 'conflict', 'REC_CONFLICT', 'somebody else has changed it'))
  const written = records.write({ ...(json as Resource), id, resourceType: type })
  return { ...answered(fhirReply(200, written.resource, versioned(written))) }
}

const isFirstOf = (behaviour: Behaviour, type: string, { log }: House): boolean =>
  behaviour === 'stale' &&
  type === 'Task' &&
  log.seen.filter((one) => one.kind === 'request' && one.behaviour === 'stale' && one.method === 'PUT').length <= 1

/** Another's change, which an update without If-Match would undo. */
const somebodyElse = ({ resource }: Kept, { records }: House): Kept =>
  records.write({ ...resource, note: [...at(resource, 'note'), { text: 'The key is in the safe' }] })

// Hono: walks the route table; the one error door.

import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { auditCollector, type AuditCollector } from './audit/collect.ts'
import { accessOf, auditedAs, requireScope } from './auth/access.ts'
import { authenticate, type Caller } from './auth/bearer.ts'
import { isDirectCare, purposeHeader, statedIn } from './auth/purpose.ts'
import { letters } from './auth/scopes.ts'
import { limits } from './config.ts'
import { corsHeaders, preflight } from './cors.ts'
import { representationOf, type Representation } from './fhir/accept.ts'
import { fhirJson } from './fhir/answer.ts'
import { represented } from './fhir/representation.ts'
import type { Answer, House, PublicAsk } from './handler.ts'
import { outcomeOf, reasons, Refusal } from './refusal.ts'
import { matcherOf, type Match, type Matcher } from './route-match.ts'
import type { Route } from './route.ts'
import { routes } from './routes.ts'
import { StoreUnavailable, type Audit } from './store/store.ts'
import { isKnownType, resourceTypes } from './types.ts'

export function app(house: House): Hono {
  const hono = new Hono()
  const door = { ...house, matcher: matcherOf(routes), collector: auditCollector(house.store) }
  hono.all('*', ({ req }) => serve(req.raw, door))
  return hono
}

interface Door extends House {
  readonly matcher: Matcher
  readonly collector: AuditCollector
}

/** What the head of a request says, read once. */
interface Heard {
  readonly raw: Request
  readonly method: string
  /** As it stands in the address: not decoded. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Headers
  /** The caller's own id when it is one that may be echoed and logged; else a new one. */
  readonly requestId: string
  /** What FHIR is answered as. */
  readonly wants: Representation
}

function heardFrom(raw: Request): Heard {
  const { url, method, headers } = raw
  const start = url.indexOf('/', url.indexOf('://') + 3)
  const mark = url.indexOf('?', start)
  const query = new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1))
  const sent = headers.get('x-request-id')
  return {
    raw,
    method,
    path: mark < 0 ? url.slice(start) : url.slice(start, mark),
    query,
    headers,
    requestId: sent !== null && /^[A-Za-z0-9-]{1,64}$/.test(sent) ? sent : randomUUID(),
    wants: representationOf(headers, query),
  }
}

async function serve(raw: Request, door: Door): Promise<Response> {
  const heard = heardFrom(raw)
  door.collector.begin()
  try {
    checkAddress(raw.url)
    const match = door.matcher.match(heard.method, heard.path)
    return respond(match ? await answered(match, heard, door) : elsewhere(heard, door), heard, door)
  } catch (error) {
    return respond(refused(error, door), heard, door)
  } finally {
    door.collector.end()
  }
}

/** Bytes of an address; a page link holds a whole search, and Node gives up on a head of 16 KiB. */
const longestAddress = 14_000

function checkAddress(url: string): void {
  if (url.length <= longestAddress) return
  throw new Refusal('address-too-long', {
    id: 'address-too-long',
    text: `an address has at most ${longestAddress} bytes; a search can be sent by POST to [type]/_search`,
  })
}

async function answered({ route, params }: Match, heard: Heard, door: Door): Promise<Answer> {
  // Discovery is JSON whatever Accept says (SMART), and a Binary may come in its own type.
  if (heard.wants.refusal && isFhir(route) && route.type !== 'Binary') throw heard.wants.refusal
  if (route.scope === 'public') return route.handler(await asked(route, params, heard, door), door)
  let caller = await authenticate(heard.headers.get('authorization') ?? undefined, door.auth)
  const touched = touchedBy(route, params)
  const audited = { request: heard.requestId, action: `${heard.method} ${route.path}` }
  try {
    caller = { ...caller, ...statedIn(heard.headers, caller.purpose) }
    checkPurpose(route, caller)
    checkScope(route.scope, caller)
    const ask = await asked(route, params, heard, door)
    const answer = await route.handler({ ...ask, caller, access: accessOf(caller, ask.at) }, door)
    if (!answer.isAudited) await audit(door, caller, { ...audited, outcome: 'success', what: answer.touched ?? [touched] })
    return answer
  } catch (error) {
    if (error instanceof Refusal)
      await audit(door, caller, { ...audited, outcome: 'refused', what: [touched], reason: error.reason })
    throw error
  }
}

const isFhir = ({ path, gives = 'fhir' }: Route): boolean => gives === 'fhir' && path.startsWith('/fhir/')

/** What an access is audited under where the handler says nothing closer: the type of the address, or its first part. */
function touchedBy({ path, type }: Route, params: Match['params']): string {
  if (type !== undefined) return type
  const [first = ''] = path.replace('/fhir/R4/', '').split('/')
  if (first !== ':type') return first
  // A stranger may write anything there, and it may be a person's name.
  const named = params['type'] ?? ''
  return isKnownType(named) ? named : 'a type that is not served'
}

/** For uses beyond direct care nobody's record is read, nor brought: what tells of no person is open to them, and nothing else. */
function checkPurpose(route: Route, { purpose = 'direct-care' }: Caller): void {
  if (isDirectCare(purpose) || tellsOfNobody(route)) return
  throw new Refusal('forbidden', {
    id: 'purpose-not-direct-care',
    text: 'records of people are read here for direct care alone; figures for other uses, without people in them, are not built yet',
    location: purposeHeader,
  })
}

function tellsOfNobody(route: Route): boolean {
  const type = touchedBy(route, {})
  const isReading = route.method === 'GET' || /\/(_search|\$[a-z-]+)$/.test(route.path)
  return isReading && isKnownType(type) && resourceTypes[type].kind === 'directory'
}

function checkScope(scope: Exclude<Route['scope'], 'public'>, caller: Caller): void {
  if (scope === 'each' || scope === 'any') return
  const [type = '', wanted] = scope.split('.')
  const letter = letters.find((one) => one === wanted)
  if (letter) requireScope(caller, type, letter)
}

async function asked(route: Route, params: Match['params'], heard: Heard, house: House): Promise<PublicAsk> {
  const { method, query, headers, raw, requestId } = heard
  return {
    method,
    params: route.type === undefined ? params : { ...params, type: route.type },
    query,
    headers,
    body: method === 'GET' || method === 'HEAD' ? nothing : await bodyOf(raw, route.maxBytes ?? limits.body),
    at: house.now(),
    requestId,
    base: house.base,
  }
}

const nothing = new Uint8Array()

/** OPTIONS tells which methods are served; 405 with Allow where others are; else 404. */
function elsewhere({ method, path, headers }: Heard, { matcher, origins }: Door): Answer {
  const allowed = matcher.allowed(path)
  if (allowed.length === 0) throw unserved(path)
  if (method === 'OPTIONS') return preflight(allowed, headers, origins ?? nobody)
  const text = `served here: ${allowed.join(', ')}`
  throw new Refusal('method-not-allowed', { id: 'method', text }, { Allow: allowed.join(', ') })
}

function unserved(path: string): Refusal {
  if (/\/(\$|%24)[^/]*$/.test(path))
    return new Refusal('not-found', { id: 'operation-unknown', text: 'there is no such operation here', code: 'not-supported' })
  return new Refusal('not-found', { id: 'address-unknown', text: 'nothing is served at this address' })
}

const nobody: ReadonlySet<string> = new Set()

/** Reads within the limit; beyond it the rest is read and thrown away, so that the sender hears why. */
async function bodyOf(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (!/^(identity)?$/i.test(request.headers.get('content-encoding') ?? ''))
    throw new Refusal('unsupported-media-type', {
      id: 'content-encoding',
      text: 'send the body as it is, not compressed',
      location: 'Content-Encoding',
    })
  const length = Number(request.headers.get('content-length') ?? NaN)
  // Node lets no more through than was announced: it can be read at one go.
  if (length <= maxBytes) return new Uint8Array(await request.arrayBuffer())
  const chunks: Uint8Array[] = []
  let size = 0
  if (!request.body) return nothing
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size <= maxBytes) chunks.push(chunk)
    if (size > limits.drained) break
  }
  if (size > maxBytes)
    throw new Refusal('too-large', {
      id: 'body-too-large',
      text: `the body is larger than ${maxBytes} bytes`,
    })
  return Buffer.concat(chunks)
}

function respond(answer: Answer, heard: Heard, house: House): Response {
  const { path, requestId, wants, method } = heard
  const isFhirAddress = path.startsWith('/fhir/')
  const { status, headers = {}, body } = isFhirAddress ? represented(answer, wants) : answer
  const hasBody = body !== undefined && body.length > 0 && status !== 304
  const correlation = correlationOf(heard)
  return new Response(hasBody && method !== 'HEAD' ? body : null, {
    status,
    headers: {
      ...always,
      // The whole would have been so long: HEAD is told what GET would be.
      ...(hasBody && method === 'HEAD' && { 'content-length': String(Buffer.byteLength(body)) }),
      ...(isFhirAddress && house.intermediary),
      ...(correlation !== undefined && { 'x-correlation-id': correlation }),
      'x-request-id': requestId,
      ...(status < 300 && appliedPreference(heard)),
      ...headers,
      ...corsHeaders(heard.headers.get('origin'), house.origins ?? nobody),
    },
  })
}

/** RFC 7240 §3: which of the preferences that are known here the answer follows. */
function appliedPreference({ headers, method }: Heard): { 'preference-applied': string } | undefined {
  const prefer = headers.get('prefer')
  if (prefer === null) return undefined
  const known =
    method === 'GET' || method === 'HEAD'
      ? /\bhandling=(?:lenient|strict)\b/i
      : /\b(?:return=(?:minimal|representation|OperationOutcome)|handling=(?:lenient|strict))\b/i
  const [applied] = known.exec(prefer) ?? []
  return applied === undefined ? undefined : { 'preference-applied': applied }
}

/** The caller's own, or its X-Request-Id where that was no good as one (R4, http.html#custom); only what may stand in a header. */
function correlationOf({ headers, requestId }: Heard): string | undefined {
  const sent = headers.get('x-correlation-id') ?? headers.get('x-request-id')
  return sent !== null && sent !== requestId && /^[\w.:~+/=-]{1,200}$/.test(sent) ? sent : undefined
}

/** Records of people are not for caches; nothing here is a page that may be framed or sniffed. */
const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** The one error door: a Refusal says itself; anything else is logged under an id, and only the id leaves. */
function refused(error: unknown, house: House): Answer {
  const refusal = refusalOf(error, house)
  const [status] = reasons[refusal.reason]
  const body = JSON.stringify(outcomeOf(refusal.reason, refusal.faults))
  return { status, headers: { 'content-type': fhirJson, ...lowerCased(refusal.headers) }, body }
}

function refusalOf(error: unknown, { log }: House): Refusal {
  if (error instanceof Refusal) return error
  const id = randomUUID()
  if (error instanceof StoreUnavailable) {
    log.error('store-unavailable', { id, where: whereOf(error) })
    return new Refusal(
      'busy',
      { id: 'store-unavailable', text: 'the store is not available; send it again' },
      { 'Retry-After': '5' },
    )
  }
  log.error('unexpected', {
    id,
    name: error instanceof Error ? error.name : typeof error,
    where: whereOf(error),
  })
  return new Refusal('broken', {
    id: 'unexpected',
    text: `something went wrong here; the log holds it under ${id}`,
  })
}

/** Where it happened, and no message: a message may quote what was sent. */
function whereOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n')
}

const lowerCased = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

async function audit(
  { collector, refusals, newId, now }: Door,
  caller: Caller,
  row: Pick<Audit, 'action' | 'outcome' | 'what' | 'request' | 'reason'>,
): Promise<void> {
  const audited = { id: newId(), at: now(), ...auditedAs(caller), ...row }
  await (row.outcome === 'refused' ? refusals : collector).write(audited)
}

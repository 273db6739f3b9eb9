// Hono: walks the route table; the one error door.

import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { auditCollector, type AuditCollector } from './audit/collect.ts'
import { accessOf, auditedAs, requireScope } from './auth/access.ts'
import { authenticate, type Caller } from './auth/bearer.ts'
import { answer as oauthAnswer } from './auth/personality.ts'
import { isDirectCare, purposeHeader, statedIn } from './auth/purpose.ts'
import { letters } from './auth/scopes.ts'
import { auditOf, auditRefusal } from './auth/token.ts'
import { limits } from './config.ts'
import { preflight } from './cors.ts'
import { representationOf } from './fhir/accept.ts'
import { fhirJson } from './fhir/answer.ts'
import { formOf } from './fhir/search-asked.ts'
import type { Answer, House, PublicAsk } from './handler.ts'
import { checkAddress, heardFrom, type Heard } from './heard.ts'
import { peerOf, type Connection } from './peer.ts'
import { outcomeOf, reasons, Refusal } from './refusal.ts'
import { sideBySide } from './side-by-side.ts'
import { respond } from './respond.ts'
import { matcherOf, type Match, type Matcher } from './route-match.ts'
import { wholeBody } from './request-body.ts'
import type { Route } from './route.ts'
import { routes } from './routes.ts'
import { whyOf } from './store/causes.ts'
import { StoreUnavailable, type Audit } from './store/store.ts'
import { isProbe } from './throttle-doors.ts'
import { isKnownType, resourceTypes } from './types.ts'

interface World {
  Bindings: Connection
}

export function app(house: House): Hono<World> {
  const hono = new Hono<World>()
  const door = { ...house, matcher: matcherOf(routes), collector: auditCollector(house.store) }
  hono.all('*', ({ req, env }) => serve(req.raw, env, door))
  return hono
}

interface Door extends House {
  readonly matcher: Matcher
  readonly collector: AuditCollector
}

/** As many requests are begun together. */
const besideOthers = sideBySide(16)

async function serve(raw: Request, connection: Connection | undefined, door: Door): Promise<Response> {
  await besideOthers()
  const heard = heardFrom(raw, peerOf(connection, raw.headers.get('x-forwarded-for'), door.isTrustedProxy ?? noProxy))
  door.collector.begin()
  try {
    checkAddress(raw.url)
    const match = door.matcher.match(heard.method, heard.path)
    return respond(match ? await answered(match, heard, door) : await elsewhere(heard, door), heard, door)
  } catch (error) {
    return respond(refused(error, heard, door), heard, door)
  } finally {
    door.collector.end()
  }
}

const noProxy = () => false

async function answered({ route, params }: Match, heard: Heard, door: Door): Promise<Answer> {
  // Discovery is JSON whatever Accept says (SMART), and a Binary that is read may come in its own type.
  if (heard.wants.refusal && isFhir(route)) throw heard.wants.refusal
  if (route.scope === 'public') return publicly(route, params, heard, door)
  let caller = await proven(heard, door)
  const touched = touchedBy(route, params)
  const audited = { request: heard.requestId, action: `${heard.method} ${route.path}` }
  try {
    door.turnstile?.client(caller.client)
    caller = { ...caller, ...statedIn(heard.headers, caller.purpose, caller.claimed) }
    checkPurpose(route, caller)
    checkScope(route.scope, caller)
    const ask = await asked(route, params, heard, door)
    if (route.method === 'POST' && route.path.endsWith('/_search')) hearForm(heard, ask)
    const answer = await route.handler({ ...ask, caller, access: accessOf(caller, ask.at) }, door)
    if (!answer.isAudited) await audit(door, caller, { ...audited, outcome: 'success', what: answer.touched ?? [touched] })
    return answer
  } catch (error) {
    if (error instanceof Refusal)
      await audit(door, caller, { ...audited, outcome: 'refused', what: [touched], reason: error.reason })
    throw error
  }
}

/** `_format` and `_pretty` are parameters like others: a search that is posted may send them in its form. */
function hearForm(heard: Heard, ask: PublicAsk): void {
  heard.wants = representationOf(ask.headers, new URLSearchParams([...ask.query, ...formOf(ask)]))
  if (heard.wants.refusal) throw heard.wants.refusal
}

/** Whoever proves nothing pays for the attempt by the address; a good token costs the address nothing. */
async function proven(heard: Heard, { auth, turnstile }: Door): Promise<Caller> {
  const { headers, peer } = heard
  try {
    return await authenticate(headers.get('authorization') ?? undefined, auth, peer?.certificateSha256)
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'unauthenticated') turnstile?.stranger(peer)
    throw error
  }
}

/** Where a client proves itself by the body. A good answer costs the address nothing, and neither does what the client itself pays for. */
const isProof = (path: string): boolean => /^\/auth\/(?:token|introspect|revoke)$/.test(path)

async function publicly(
  route: Extract<Route, { readonly scope: 'public' }>,
  params: Match['params'],
  heard: Heard,
  door: Door,
): Promise<Answer> {
  const giveBack = isProof(route.path) ? await enter(route.path, heard, door) : undefined
  if (!giveBack && !isProbe(route.path)) await charge(heard, door)
  const answer = await route.handler(await asked(route, params, heard, door), door)
  if (answer.status === 200 || answer.status === 429) giveBack?.()
  return answer
}

/** Of OAuth's addresses every answer is audited. */
async function enter(path: string, { peer, requestId }: Heard, { turnstile, auth }: Door): Promise<(() => void) | undefined> {
  try {
    return turnstile?.stranger(peer)
  } catch (error) {
    await auditRefusal(auditOf(undefined, 'throttled', { requestId }, auth, path.replace('/auth/', '')), auth)
    throw error
  }
}

/** Whoever shows a good token pays as a client where none is asked for: one that went wild costs its neighbours nothing. */
async function charge({ headers, peer }: Heard, { turnstile, auth }: Door): Promise<void> {
  if (!turnstile) return
  const header = headers.get('authorization')
  const caller = header === null ? undefined : await authenticate(header, auth, peer?.certificateSha256).catch(() => undefined)
  if (caller) turnstile.client(caller.client)
  else turnstile.stranger(peer)
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
  const { method, query, headers, raw, requestId, peer } = heard
  return {
    method,
    params: route.type === undefined ? params : { ...params, type: route.type },
    query,
    headers,
    body: method === 'GET' || method === 'HEAD' ? nothing : await wholeBody(raw, route.maxBytes ?? limits.body),
    at: house.now(),
    requestId,
    base: house.base,
    ...(peer && { peer }),
  }
}

const nothing = new Uint8Array()

/** OPTIONS tells which methods are served; 405 with Allow where others are; else 404. */
async function elsewhere(heard: Heard, door: Door): Promise<Answer> {
  const { method, path, headers } = heard
  const allowed = door.matcher.allowed(path)
  if (method === 'OPTIONS' && allowed.length > 0) return preflight(allowed, headers, door.origins ?? nobody)
  await charge(heard, door)
  if (allowed.length === 0) throw unserved(path)
  const text = `served here: ${allowed.join(', ')}`
  throw new Refusal('method-not-allowed', { id: 'method', text }, { Allow: allowed.join(', ') })
}

function unserved(path: string): Refusal {
  if (/\/(\$|%24)[^/]*$/.test(path))
    return new Refusal('not-found', { id: 'operation-unknown', text: 'there is no such operation here', code: 'not-supported' })
  return new Refusal('not-found', { id: 'address-unknown', text: 'nothing is served at this address' })
}

const nobody: ReadonlySet<string> = new Set()

/** The one error door: a Refusal says itself; anything else is logged under an id, and only the id leaves. */
function refused(error: unknown, { path }: Heard, house: House): Answer {
  const refusal = refusalOf(error, house)
  if (isOAuths(refusal, path)) return oauthRefused(refusal)
  const [status] = reasons[refusal.reason]
  const body = JSON.stringify(outcomeOf(refusal.reason, refusal.faults))
  return { status, headers: { 'content-type': fhirJson, ...lowerCased(refusal.headers) }, body }
}

const isOAuths = ({ reason }: Refusal, path: string): boolean =>
  path.startsWith('/auth/') && (reason === 'throttled' || reason === 'too-large')

/** OAuth's own form, because who asks for tokens reads no FHIR. RFC 6749 §4.1.2.1 has a word for waiting; §5.2 has none. */
function oauthRefused({ reason, faults, headers }: Refusal): Answer {
  const {
    status,
    headers: own,
    body,
  } = oauthAnswer(reasons[reason][0], {
    error: reason === 'throttled' ? 'temporarily_unavailable' : 'invalid_request',
    error_description: faults.map(({ text }) => text).join('; '),
  })
  return { status, body, headers: lowerCased({ ...own, ...headers }) }
}

function refusalOf(error: unknown, { log }: House): Refusal {
  if (error instanceof Refusal) return error
  const id = randomUUID()
  if (error instanceof StoreUnavailable) {
    log.error('store-unavailable', { id, ...whyOf(error), where: whereOf(error) })
    return new Refusal(
      'busy',
      { id: 'store-unavailable', text: 'the store is not available; send it again' },
      { 'Retry-After': '5' },
    )
  }
  log.error('unexpected', {
    id,
    name: error instanceof Error ? error.name : typeof error,
    ...whyOf(error),
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

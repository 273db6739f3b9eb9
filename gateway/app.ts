// Hono: walks the route table; the one error door.

import { randomUUID } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { accessOf, requireScope } from './auth/access.ts'
import { authenticate, type Caller } from './auth/bearer.ts'
import { limits } from './config.ts'
import { fhirJson } from './fhir/answer.ts'
import { checkAccept, representationFor } from './fhir/accept.ts'
import { inXml } from './fhir/xml-answer.ts'
import type { Answer, House } from './handler.ts'
import { outcomeOf, reasons, Refusal } from './refusal.ts'
import { routes, type Route } from './routes.ts'
import { StoreUnavailable } from './store/store.ts'
import { isKnownType } from './types.ts'

export function app(house: House): Hono {
  const hono = new Hono()
  for (const route of routes) hono.on(route.method, route.path, (context) => serve(context, route, house))
  hono.notFound((context) => refuse(context, notServed(context), house))
  hono.onError((error, context) => refuse(context, error, house))
  return hono
}

async function serve(context: Context, route: Route, house: House): Promise<Response> {
  const requestId = requestIdOf(context)
  try {
    const { pathname } = new URL(context.req.url)
    // Discovery is JSON whatever Accept says (SMART), and a Binary comes in its own type.
    if (pathname.startsWith('/fhir/') && !/\/(Binary|\.well-known)\//.test(pathname))
      checkAccept(context.req.raw.headers, context.req.query('_format'))
    if (route.scope === 'public')
      return respond(context, await route.handler(await asked(context, route, house, requestId), house), requestId)
    const caller = await authenticate(context.req.header('authorization'), house.auth)
    const at = house.now()
    const touched = touchedBy(route, context)
    try {
      checkScope(route.scope, caller)
      const ask = { ...(await asked(context, route, house, requestId)), caller, access: accessOf(caller, at) }
      const answer = await route.handler(ask, house)
      if (!answer.isAudited)
        await audit(house, caller, requestId, `${route.method} ${route.path}`, 'success', answer.touched ?? [touched])
      return respond(context, answer, requestId)
    } catch (error) {
      if (error instanceof Refusal)
        await audit(house, caller, requestId, `${route.method} ${route.path}`, 'refused', [touched], error.reason)
      throw error
    }
  } catch (error) {
    return refuse(context, error, house, requestId)
  }
}

/** What an access is audited under where the handler says nothing closer: the type of the address, or its first part. */
function touchedBy(route: Route, { req }: Context): string {
  const [first = ''] = route.path.replace('/fhir/R4/', '').split('/')
  if (first !== ':type') return first
  // A stranger may write anything there, and it may be a person's name.
  const type = req.param('type') ?? ''
  return isKnownType(type) ? type : 'a type that is not served'
}

function checkScope(scope: Exclude<Route['scope'], 'public'>, caller: Caller): void {
  if (scope === 'each' || scope === 'any') return
  const [type = '', letter = ''] = scope.split('.')
  if (isKnownType(type)) requireScope(caller, type, letter as Parameters<typeof requireScope>[2])
}

async function asked({ req }: Context, route: Route, house: House, requestId: string) {
  return {
    method: req.method,
    params: req.param() as Record<string, string>,
    query: new URL(req.url).searchParams,
    headers: req.raw.headers,
    body: await bodyOf(req.raw, route.maxBytes ?? limits.body),
    at: house.now(),
    requestId,
    base: house.base,
  }
}

/** Reads within the limit; beyond it the rest is read and thrown away, so that the sender hears why. */
async function bodyOf(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (!request.body) return new Uint8Array()
  if (!/^(identity)?$/i.test(request.headers.get('content-encoding') ?? ''))
    throw new Refusal('unsupported-media-type', {
      id: 'content-encoding',
      text: 'send the body as it is, not compressed',
      location: 'Content-Encoding',
    })
  const chunks: Uint8Array[] = []
  let size = 0
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

function respond(context: Context, answer: Answer, requestId: string): Response {
  const { status, headers = {}, body } = wantsXml(context) ? inXml(answer) : answer
  const hasBody = body !== undefined && body.length > 0 && status !== 304
  return new Response(hasBody ? body : null, {
    status,
    headers: { ...always, ...headers, 'x-request-id': headers['x-request-id'] ?? requestId },
  })
}

/** Handlers answer in JSON; a refusal is told in the representation that was asked for, like what it refuses. */
function wantsXml({ req }: Context): boolean {
  return req.path.startsWith('/fhir/R4') && representationFor(req.raw.headers, req.query('_format')) === 'xml'
}

/** Records of people are not for caches; nothing here is a page that may be framed or sniffed. */
const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** The one error door: a Refusal says itself; anything else is logged under an id, and only the id leaves. */
function refuse(context: Context, error: unknown, house: House, requestId = requestIdOf(context)): Response {
  const refusal = refusalOf(error, house)
  const [status] = reasons[refusal.reason]
  const body = JSON.stringify(outcomeOf(refusal.reason, refusal.faults))
  return respond(context, { status, headers: { 'content-type': fhirJson, ...lowerCased(refusal.headers) }, body }, requestId)
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

/** 405 with Allow where the address is served by other methods; else 404. */
function notServed({ req }: Context): Refusal {
  const allowed = [...new Set(routes.filter(({ path }) => isAt(path, req.path)).map(({ method }) => method))]
  if (allowed.length === 0) return new Refusal('not-found', { id: 'address-unknown', text: 'nothing is served at this address' })
  return new Refusal(
    'method-not-allowed',
    { id: 'method', text: `served here: ${allowed.join(', ')}` },
    { Allow: allowed.join(', ') },
  )
}

function isAt(path: string, address: string): boolean {
  const [pattern, parts] = [path.split('/'), address.split('/')]
  return (
    pattern.length === parts.length &&
    pattern.every((part, i) => part === parts[i] || (part.startsWith(':') && !isOperation(parts[i])))
  )
}

const isOperation = (part: string | undefined): boolean => /^[_$]/.test(part ?? '')

/** The caller's own id when it is one that may be echoed and logged; else a new one. */
function requestIdOf({ req }: Context): string {
  const sent = req.header('x-request-id')
  return sent && /^[A-Za-z0-9-]{1,64}$/.test(sent) ? sent : randomUUID()
}

async function audit(
  { store, newId, now }: House,
  caller: Caller,
  request: string,
  action: string,
  outcome: 'success' | 'refused',
  what: readonly string[],
  reason?: string,
): Promise<void> {
  const { client, organization } = caller
  await store.commit({
    audit: [
      {
        id: newId(),
        at: now(),
        client,
        organization,
        action,
        outcome,
        what,
        request,
        ...(reason && { reason }),
      },
    ],
  })
}

// The simulator's HTTP server: discovery, tokens, the FHIR base and HL7 v2, with everything that comes written down.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { acknowledge } from './acknowledge.ts'
import { bearerOf } from './authority.ts'
import { decoded } from './encoding.ts'
import { attempts, plan, readRequest, type Planned, type Read } from './fhir.ts'
import type { House } from './house.ts'
import { nowMs } from './clock.ts'
import { answerOf, askOf, carryOut, readIncoming, send, tellBroken, type Incoming } from './incoming.ts'
import { limits } from './options.ts'
import { openPages } from './discovery.ts'
import { jsonReply, refused, type Reply } from './reply.ts'
import type { RequestSeen } from './seen.ts'

export function simulatorServer(house: () => House): Server {
  const server = createServer(
    { maxHeaderSize: 32 * 2 ** 10, requestTimeout: 60_000, headersTimeout: 20_000 },
    (request, response) => {
      serve(request, response, house()).catch((error: unknown) => {
        tellBroken(error)
        send(response, refused(500, 'exception', 'REC_SERVER_ERROR', 'the simulator broke; its own output says where'))
      })
    },
  )
  server.maxConnections = limits.connections
  return server
}

async function serve(request: IncomingMessage, response: ServerResponse, house: House): Promise<void> {
  const { log, base, origin } = house
  if (log.isFull())
    return send(
      response,
      refused(
        503,
        'throttled',
        'REC_UNAVAILABLE',
        'the simulator has seen all that it can hold: POST /reset on its control port',
      ),
    )
  const read = await readIncoming(request, limits.body)
  if (!read)
    return send(response, refused(413, 'too-long', 'REC_BAD_REQUEST', `at most ${limits.body} bytes`, { connection: 'close' }))
  const incoming = decoded(read, limits.body)
  if ('status' in incoming) return send(response, incoming)
  const url = `${origin}${incoming.target}`
  const open = openPages(house)[incoming.target.split('?')[0] ?? '']
  if (open && (incoming.method === 'GET' || incoming.method === 'HEAD'))
    return send(response, jsonReply(200, open.body, { 'content-type': open.type }))
  if (url.split('?')[0] === house.tokenUrl) return token(incoming, response, house)
  if (incoming.target.split('?')[0] === '/hl7v2') return hl7(incoming, response, house)
  if (url === base || url.startsWith(`${base}/`) || url.startsWith(`${base}?`))
    return fhir(incoming, response, house, url.slice(base.length).replace(/^\//, ''))
  send(response, refused(404, 'not-found', 'REC_NOT_FOUND', 'there is nothing there'))
}

function token(incoming: Incoming, response: ServerResponse, { authority, log, origin }: House): void {
  const contentType = incoming.headers['content-type'] ?? ''
  const atMs = nowMs()
  const { reply, ...known } = authority.ask({ method: incoming.method, contentType, body: incoming.bytes.toString('utf8') })
  send(response, reply)
  log.add({
    kind: 'token',
    atMs,
    doneMs: nowMs(),
    contentType,
    ...known,
    exchange: {
      ask: askOf(incoming, origin),
      answer: answerOf(reply),
      startedAt: new Date(atMs).toISOString(),
      durationMs: Math.round(nowMs() - atMs),
    },
  })
}

async function hl7(incoming: Incoming, response: ServerResponse, house: House): Promise<void> {
  const client = house.authority.clientOf(bearerOf(incoming.headers) ?? '')
  if (client === undefined) return send(response, unauthorised)
  if (incoming.method !== 'POST')
    return send(response, refused(405, 'not-supported', 'REC_METHOD_NOT_ALLOWED', 'POST a message', { allow: 'POST' }))
  const { turn, done } = acknowledge({ bytes: incoming.bytes, channel: 'http', connection: 0, client }, house)
  const reply: Reply = { status: 200, headers: { 'content-type': 'application/hl7-v2; charset=utf-8' }, body: turn.text }
  const { isTold, endedMs } = await carryOut(
    turn.kind === 'answer' ? { kind: 'answer', reply, ...(turn.afterMs > 0 && { afterMs: turn.afterMs }) } : { kind: turn.kind },
    response,
    house.options.times.holdMs,
  )
  done(isTold ? turn.said : 'nothing', endedMs)
}

async function fhir(incoming: Incoming, response: ServerResponse, house: House, path: string): Promise<void> {
  const { log, authority, options, origin } = house
  const bearer = bearerOf(incoming.headers)
  const client = bearer === undefined ? undefined : authority.clientOf(bearer)
  const read = readRequest(incoming, path, house)
  const before = attempts(read, house)
  const atMs = nowMs()
  const seen: RequestSeen = {
    kind: 'request',
    atMs,
    method: incoming.method,
    headers: incoming.headers,
    ...read,
    ...(client !== undefined && { client }),
    ...(bearer !== undefined && { token: bearer }),
    exchange: {
      ask: askOf(incoming, origin, unkeptOf(read)),
      startedAt: new Date(atMs).toISOString(),
      durationMs: 0,
    },
  }
  const more = log.add(seen)
  const { turn, told, after }: Planned =
    client === undefined || bearer === undefined
      ? { turn: { kind: 'answer', reply: unauthorised } }
      : isXml(incoming)
        ? { turn: { kind: 'answer', reply: noXml } }
        : plan(incoming, read, { client, token: bearer }, house, before)
  const { isTold, endedMs: doneMs } = await carryOut(turn, response, options.times.holdMs)
  after?.()
  const reply = isTold && turn.kind === 'answer' ? turn.reply : undefined
  more({
    doneMs,
    status: reply?.status ?? 0,
    ...(reply && told && { told }),
    exchange: {
      ...seen.exchange,
      durationMs: Math.round(doneMs - atMs),
      ...(reply ? { answer: answerOf(reply) } : { error: 'no answer: the connection was closed' }),
    },
  })
}

const unkeptOf = ({ isRealPerson, isUnread }: Read): string | undefined =>
  isRealPerson ? 'the NHS number is not of the test range' : isUnread ? 'it is no JSON' : undefined

const isXml = ({ bytes, headers }: Incoming): boolean =>
  bytes.length > 0 && /^\s*[^;]*[/+]xml\s*(?:;|$)/i.test(headers['content-type'] ?? '')

const noXml = refused(
  415,
  'not-supported',
  'REC_UNSUPPORTED_MEDIA_TYPE',
  'the simulator takes application/fhir+json alone; XML is for a gateway, which speaks both',
)

const unauthorised = refused(401, 'login', 'REC_UNAUTHORIZED', 'a token is needed', { 'www-authenticate': 'Bearer' })

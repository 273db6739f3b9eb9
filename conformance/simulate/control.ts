// The control port: verdicts as JSON and as they change, a page for people, and a way to begin anew.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { readIncoming, send, tellBroken } from './incoming.ts'
import { limits, type SimulatorOptions } from './options.ts'
import { verdictPage } from './page.ts'
import { jsonReply } from './reply.ts'
import type { Simulator } from './simulator.ts'
import { reasonOf } from './verdicts.ts'

type Watched = Omit<Simulator, 'controlUrl'>

export function controlServer(simulator: Watched, options: SimulatorOptions): Server {
  const server = createServer({ maxHeaderSize: 16 * 2 ** 10 }, (request, response) => {
    answer(request, response, simulator, options).catch((error: unknown) => {
      tellBroken(error)
      send(response, jsonReply(500, { error: 'the simulator broke; its own output says where' }))
    })
  })
  server.maxConnections = limits.connections
  return server
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  simulator: Watched,
  options: SimulatorOptions,
): Promise<void> {
  const incoming = await readIncoming(request, limits.control)
  if (!incoming) return send(response, jsonReply(413, { error: 'too long' }, { connection: 'close' }))
  // A page of another site may neither read this nor begin anew: browsers say where a request comes from, and name the host they meant.
  const { origin, host = '' } = incoming.headers
  if ((origin !== undefined && origin !== `http://${host}`) || !isNamed(host, options))
    return send(response, jsonReply(403, { error: 'not from there' }))
  const path = incoming.target.split('?')[0] ?? ''
  const isReading = incoming.method === 'GET' || incoming.method === 'HEAD'
  if (path === '/verdicts' && isReading)
    return send(response, jsonReply(200, summary(simulator), { 'cache-control': 'no-store' }))
  if (path === '/report' && isReading)
    return send(response, jsonReply(200, simulator.report(false), { 'cache-control': 'no-store' }))
  if (path === '/events' && isReading) return follow(response, simulator)
  if (path === '/' && isReading)
    return send(response, { status: 200, headers: pageHeaders, body: verdictPage(simulator, options) })
  if (path === '/reset' && incoming.method === 'POST') {
    simulator.reset()
    return send(response, jsonReply(200, { reset: true }))
  }
  send(response, jsonReply(404, { error: 'GET /, /verdicts, /report or /events; POST /reset' }))
}

/** Names that no other site can have looked up to this address. */
function isNamed(host: string, options: SimulatorOptions): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
  return name === 'localhost' || name === options.host || /^[\d.]+$/.test(name) || name.includes(':')
}

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'",
  'x-content-type-options': 'nosniff',
}

/** Small enough to be fetched at every change; /report holds the exchanges. */
export function summary(simulator: Watched) {
  const verdicts = simulator.verdicts()
  const number = (outcome: string) => verdicts.filter((one) => one.outcome === outcome).length
  const { origin, base, tokenUrl, mllpPort, elsewhere } = simulator
  return {
    addresses: { base, tokenUrl, hl7v2: `${origin}/hl7v2`, mllpPort, elsewhere },
    counts: { fail: number('fail'), warn: number('warn'), notSeen: number('not seen'), pass: number('pass') },
    verdicts: verdicts.map((verdict) => {
      const { requirement, outcome, finding } = verdict
      const { id, level, role, area, title, statement, toSee } = requirement
      const { expected, actual } = finding
      return {
        id,
        level,
        role,
        area,
        title,
        outcome,
        reason: reasonOf(verdict),
        toSee,
        statement,
        ...(expected !== undefined && { expected, actual }),
      }
    }),
  }
}

/** One word at each change, at most five a second; whoever hears it fetches /verdicts. Time alone changes verdicts too. */
function follow(response: ServerResponse, simulator: Watched): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write('retry: 1000\ndata: changed\n\n')
  let isDue = false
  const tell = () => {
    if (isDue) response.write('data: changed\n\n')
    isDue = false
  }
  const often = setInterval(tell, 200)
  const seldom = setInterval(() => void (isDue = true), 2_000)
  const stop = simulator.onChange(() => void (isDue = true))
  response.on('close', () => {
    clearInterval(often)
    clearInterval(seldom)
    stop()
  })
}

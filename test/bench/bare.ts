// The baseline servers, in a process of their own: Hono and a socket that read, parse and answer, and do nothing else.

import { createServer, type AddressInfo, type Socket } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { answerParent } from './worker.ts'

export type BareQuestion = 'addresses' | 'received' | { readonly bodies: Readonly<Record<string, string>> }

export interface BareAnswer {
  readonly url: string
  readonly mllp: number
  /** Bytes of the bodies and messages that were read and parsed since the start. */
  readonly receivedBytes: number
}

/** What a GET answers, by path without its id and query. */
const bodies = new Map<string, string>()
let receivedBytes = 0

const app = new Hono()
  .post('/fhir/*', async (context) => {
    const text = await read(context.req.text())
    const parsed = JSON.parse(text) as { entry?: unknown[] }
    return context.body(`{"entries":${parsed.entry?.length ?? 0}}`, 200, { 'content-type': 'application/fhir+json' })
  })
  .post('/hl7v2', async (context) =>
    context.body(ackOf(await read(context.req.text())), 200, { 'content-type': 'application/hl7-v2' }),
  )
  .post('/auth/token', async (context) => {
    const form = new URLSearchParams(await read(context.req.text()))
    return context.body(`{"grant":"${form.get('grant_type')}"}`, 200, { 'content-type': 'application/json' })
  })
  .get('/:name/*', (context) =>
    context.body(bodies.get(context.req.param('name')) ?? '', 200, { 'content-type': 'application/fhir+json' }),
  )

async function read(body: Promise<string>): Promise<string> {
  const text = await body
  receivedBytes += Buffer.byteLength(text)
  return text
}

/** Parses as any receiver must: segments and fields. */
function ackOf(message: string): string {
  const fields = message.split('\r').map((segment) => segment.split('|'))
  return `MSH|^~\\&|HOMEFIRST|HUB1|EPR|TRUST1|20260101000000||ACK|1|P|2.4\rMSA|AA|${fields[0]?.[9] ?? ''}|`
}

function hear(socket: Socket): void {
  let buffer = Buffer.alloc(0)
  socket.setNoDelay(true)
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    buffer = buffer.length === 0 ? chunk : Buffer.concat([buffer, chunk])
    for (let end = buffer.indexOf('\x1c\r'); end >= 0; end = buffer.indexOf('\x1c\r')) {
      const message = buffer.subarray(1, end)
      receivedBytes += message.length
      buffer = buffer.subarray(end + 2)
      socket.write(`\x0b${ackOf(message.toString('utf8'))}\x1c\r`)
    }
  })
}

const http = await new Promise<number>((resolve) => {
  serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => resolve(port))
})
const listener = createServer(hear)
const mllp = await new Promise<number>((resolve) => {
  listener.listen(0, '127.0.0.1', () => resolve((listener.address() as AddressInfo).port))
})

answerParent<{ readonly ask: BareQuestion }, BareAnswer>(({ ask }) => {
  if (typeof ask === 'object') for (const [name, body] of Object.entries(ask.bodies)) bodies.set(name, body)
  return { url: `http://127.0.0.1:${http}`, mllp, receivedBytes }
})

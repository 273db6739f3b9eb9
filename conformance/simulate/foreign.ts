// The other host: whatever comes here was sent to somebody who has no business with it.

import { nowMs } from './clock.ts'
import { createServer, type Server } from 'node:http'
import type { House } from './house.ts'
import { answerOf, askOf, readIncoming, send, tellBroken } from './incoming.ts'
import { limits } from './options.ts'
import { fhirReply } from './reply.ts'

export function foreignServer(house: () => House): Server {
  const server = createServer(
    { maxHeaderSize: 32 * 2 ** 10, requestTimeout: 30_000, headersTimeout: 20_000 },
    (request, response) => {
      readIncoming(request, limits.body).then((incoming) => {
        const reply = fhirReply(200, { resourceType: 'Bundle', type: 'searchset', total: 0 })
        const { log, elsewhere } = house()
        if (incoming && !log.isFull()) {
          const text = `${incoming.target}\n${incoming.bytes.toString('utf8')}`
          const hasSecret =
            incoming.headers['authorization'] !== undefined || /access_token=|client_assertion=|\beyJ[\w-]+\.[\w-]+\./.test(text)
          const exchange = { ask: askOf(incoming, new URL(elsewhere).origin), answer: answerOf(reply), durationMs: 0 }
          log.add({ kind: 'foreign', atMs: nowMs(), doneMs: nowMs(), method: incoming.method, hasSecret, exchange })
        }
        send(response, reply)
      }, tellBroken)
    },
  )
  server.maxConnections = limits.connections
  return server
}

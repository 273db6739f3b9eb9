// How an HTTP server is held to its limits, and how it ends.

import type { Server as HttpServer } from 'node:http'
import type { Socket } from 'node:net'
import { limits, type Config } from './config.ts'
import { admitting } from './connections.ts'
import type { Log } from './handler.ts'
import { trusting } from './peer.ts'

/** How long a client may take for what it sends. Node looks round for those who take longer as often as told. */
export const patienceOf = (config: Config) => ({
  maxHeaderSize: limits.head,
  headersTimeout: Math.min(config.HEADERS_TIMEOUT_MS, config.REQUEST_TIMEOUT_MS),
  requestTimeout: config.REQUEST_TIMEOUT_MS,
  keepAliveTimeout: config.KEEP_ALIVE_MS,
  connectionsCheckingInterval: Math.min(1_000, Math.ceil(config.HEADERS_TIMEOUT_MS / 4)),
})

export function capConnections(server: HttpServer, config: Config, log: Log): void {
  const admits = admitting({
    total: config.CONNECTIONS,
    perAddress: config.CONNECTIONS_PER_ADDRESS,
    isTrusted: trusting(config.TRUSTED_PROXIES),
    tell: (refused) => log.error('connections-refused', { door: 'http', refused }),
  })
  server.setTimeout(config.STALLED_MS)
  server.on('connection', (socket: Socket) => {
    if (!admits(socket)) socket.destroy()
  })
}

/** A connection that stays open after its answer is idle then, and would keep the process for as long as its client likes. */
export function closed(http: HttpServer): Promise<void> {
  return new Promise<void>((resolve) => {
    const sweep = setInterval(() => http.closeIdleConnections(), 50)
    const end = setTimeout(() => http.closeAllConnections(), limits.closingMs)
    http.close(() => {
      clearInterval(sweep)
      clearTimeout(end)
      resolve()
    })
  })
}

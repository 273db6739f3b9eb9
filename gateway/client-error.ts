// What Node's parser refuses before there is a request: told in FHIR's words, like everything else.

import type { Duplex } from 'node:stream'
import { fhirJson } from './fhir/answer.ts'
import { outcomeOf, reasons, type Fault, type Reason } from './refusal.ts'

const rows: Readonly<Record<string, readonly [Reason, Fault]>> = {
  HPE_HEADER_OVERFLOW: ['head-too-large', { id: 'head-too-large', text: 'address and headers are larger than 16 KiB' }],
  ERR_HTTP_REQUEST_TIMEOUT: ['timeout', { id: 'request-timeout', text: 'the request did not end in time' }],
}

const unreadable: readonly [Reason, Fault] = ['malformed', { id: 'http-malformed', text: 'this is no HTTP request' }]

/** For the server's `clientError`. The connection ends: where the next request would begin cannot be told. */
export function answerClientError(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const [reason, fault] = rows[error.code ?? ''] ?? unreadable
  const body = JSON.stringify(outcomeOf(reason, [fault]))
  const head = [
    `HTTP/1.1 ${reasons[reason][0]} ${reason}`,
    `content-type: ${fhirJson}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

// One request and its answer over HTTP, written down as they were.

import { request as requestHttp, type Agent, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { parsed } from '../json.ts'
import { Unreachable } from '../outcome.ts'

export interface Ask {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

export interface Answer {
  readonly status: number
  /** By lower-cased name; repeated ones joined. */
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
  readonly text: string
  /** undefined where the body is no JSON. */
  readonly json: unknown
}

/** What was sent and what came back, over HTTP or MLLP. */
export interface Exchange {
  readonly ask: Ask
  readonly answer?: Answer
  /** Why there is no answer. */
  readonly error?: string
  /** An instant of this machine's clock. */
  readonly startedAt?: string
  readonly durationMs: number
}

export interface Line {
  readonly signal: AbortSignal
  readonly agents?: { readonly http: Agent; readonly https: Agent }
}

/** No answer that a test needs is larger. */
const longestAnswer = 64 * 1024 * 1024

export async function exchange(ask: Ask, { signal, agents }: Line): Promise<Answer> {
  const url = URL.parse(ask.url)
  if (!url || !/^https?:$/.test(url.protocol)) throw new Unreachable(`${ask.url} is no http or https address`)
  const isSecure = url.protocol === 'https:'
  const agent = isSecure ? agents?.https : agents?.http
  const send = isSecure ? requestHttps : requestHttp
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const { body = '', headers, method } = ask
    const length = method === 'GET' ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const options = { method, headers: { ...length, ...headers }, signal, ...(agent && { agent }) }
    send(url, options, resolve)
      .on('error', (error) => reject(unreachable(error, ask, signal)))
      .end(body)
  })
  return answerOf(response, await bytesOf(response, ask, signal))
}

async function bytesOf(response: IncomingMessage, ask: Ask, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > longestAnswer) throw new Error(`an answer of more than ${longestAnswer} bytes`)
      chunks.push(chunk)
    }
  } catch (error) {
    throw unreachable(error, ask, signal)
  }
  return Buffer.concat(chunks)
}

function answerOf({ statusCode = 0, headers }: IncomingMessage, bytes: Buffer): Answer {
  const text = bytes.toString('utf8')
  const plain = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')])
  return { status: statusCode, headers: Object.fromEntries(plain), bytes, text, json: parsed(text) }
}

function unreachable(error: unknown, { url }: Ask, signal: AbortSignal): Unreachable {
  if (signal.aborted && signal.reason instanceof Error) return new Unreachable(signal.reason.message)
  const { host } = new URL(url)
  return new Unreachable(`${host}: ${sentenceOf(error)}`, { cause: error })
}

/** The faults that a newcomer meets, in words. */
const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there (connection refused)',
  ECONNRESET: 'the connection was closed in the middle',
  EPIPE: 'the connection was closed in the middle',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name could not be looked up',
  ETIMEDOUT: 'no connection within the time limit',
  EHOSTUNREACH: 'the host cannot be reached',
  EPROTO: 'no TLS is spoken there, or another version of it',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed; name its authority in NODE_EXTRA_CA_CERTS',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate has an unknown authority; name it in NODE_EXTRA_CA_CERTS',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate has an unknown authority; name it in NODE_EXTRA_CA_CERTS',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host name',
}

export function sentenceOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('HPE_')) return `what came back is no HTTP (${code})`
  return sentences[code] ?? (error instanceof Error ? error.message || code : String(error))
}

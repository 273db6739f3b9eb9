// One HTTP request read whole, within a limit, and one turn carried out on it.

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Ask, Answer } from '../wire/exchange.ts'
import type { Reply, Turn } from './reply.ts'
import { nowMs } from './clock.ts'
import { isTestNumber } from './sentinels.ts'

export interface Incoming {
  readonly method: string
  /** With its query, as it was sent. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Buffer
}

/** undefined: longer than the limit, or broken off. The rest of it is not read. */
export async function readIncoming(request: IncomingMessage, limit: number): Promise<Incoming | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > limit) return undefined
      chunks.push(chunk)
    }
  } catch {
    return undefined
  }
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')]))
  return { method: request.method ?? 'GET', target: request.url ?? '/', headers, bytes: Buffer.concat(chunks) }
}

/** `unkept`: why its body is not to be kept. */
export const askOf = ({ method, target, headers, bytes }: Incoming, origin: string, unkept?: string): Ask => ({
  method,
  url: `${origin}${withoutNumbers(target)}`,
  headers,
  ...(bytes.length > 0 && { body: unkept === undefined ? bytes.toString('utf8') : `(not kept: ${unkept})` }),
})

/** A number that may be somebody's is not kept. */
const withoutNumbers = (target: string): string =>
  target.replaceAll(/(?<!\d)\d{10}(?!\d)/g, (number) => (isTestNumber(number) ? number : '…'))

export const answerOf = ({ status, headers, body }: Reply): Answer => ({
  status,
  headers,
  bytes: Buffer.from(body),
  text: body,
  json: undefined,
})

export function send(response: ServerResponse, { status, headers, body }: Reply): void {
  if (response.destroyed || response.headersSent) return
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

/** A fault of the simulator's own: told to whoever runs it, and never counted against the product. */
export function tellBroken(error: unknown): void {
  process.stderr.write(`the simulator broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}

export interface CarriedOut {
  readonly isTold: boolean
  /** When the answer left, or the connection was gone: whoever was told may have come again before this side hears that it left. */
  readonly endedMs: number
}

/** Carries a turn out; answers whether the other side was told anything, once that is known. */
export function carryOut(turn: Turn, response: ServerResponse, holdMs: number): Promise<CarriedOut> {
  const { promise, resolve } = Promise.withResolvers<CarriedOut>()
  let sentMs: number | undefined
  const end = (isTold: boolean) => resolve({ isTold, endedMs: (isTold ? sentMs : undefined) ?? nowMs() })
  response.once('close', () => end(response.writableFinished))
  response.once('error', () => end(false))
  const cut = () => response.destroy()
  const answer = (reply: Reply) => {
    sentMs = nowMs()
    send(response, reply)
  }
  if (turn.kind === 'cut') cut()
  else if (turn.kind === 'hold') after(holdMs, cut)
  else if (turn.afterMs === undefined) answer(turn.reply)
  else after(turn.afterMs, () => answer(turn.reply))
  return promise

  function after(ms: number, act: () => void): void {
    const timer = setTimeout(act, ms)
    void promise.then(() => clearTimeout(timer))
  }
}

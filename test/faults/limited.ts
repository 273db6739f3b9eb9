// A gateway with limits so low that a test meets them, and clients that take their time.

import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '../../gateway/config.ts'
import { makeCast, type Cast, type SystemName } from '../../gateway/demo/cast.ts'
import { wireFor, type Wire } from '../../gateway/demo/wire.ts'
import { startGateway, type Open, type Opening } from '../../gateway/serve.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import type { Audit } from '../../gateway/store/store.ts'
import { sourceSettings } from '../../mappings/source.ts'
import { kept } from '../logs.ts'

export interface Limited {
  readonly url: string
  readonly port: number
  readonly mllp: number
  readonly cast: Cast
  readonly wires: Readonly<Record<SystemName, Wire>>
  /** Events that were logged as errors. */
  readonly errors: readonly string[]
  audits(): Promise<readonly Audit[]>
  readonly open: Open
  close(): Promise<void>
}

export async function openLimited(
  settings: Readonly<Record<string, string>>,
  more: Pick<Opening, 'tls'> & { readonly clients?: (file: Cast['clientsFile']) => unknown } = {},
): Promise<Limited> {
  const cast = makeCast()
  const errors: string[] = []
  const read = readConfig({ PORT: '0', MLLP_PORT: '0', SANDBOX: 'on', ...settings })
  if (!read.ok) throw new Error(read.faults.join())
  const store = await openSqlite(':memory:')
  const open = await startGateway({
    store,
    config: read.config,
    log: kept({ info: () => undefined, error: (event, fields) => void errors.push(`${event} ${JSON.stringify(fields)}`) }),
    clients: more.clients ? more.clients(cast.clientsFile) : cast.clientsFile,
    source: (client) => sourceSettings(client),
    ...(more.tls && { tls: more.tls }),
  })
  const wires = Object.fromEntries(
    Object.entries(cast.systems).map(([name, system]) => [name, wireFor(system, open.url)]),
  ) as Record<SystemName, Wire>
  return {
    url: open.url,
    port: open.port,
    mllp: open.mllpPort ?? 0,
    cast,
    wires,
    errors,
    audits: () => store.audits({ limit: 1000 }),
    open,
    close: open.close,
  }
}

export interface Line {
  readonly socket: Socket
  /** All that came back until now. */
  said(): string
  /** When the other side had closed it, in milliseconds after it was opened. */
  readonly closed: Promise<number>
  /** Sends byte after byte as long as somebody listens. */
  drip(text: string, everyMs: number): Promise<void>
}

/** A connection that sends what it is told to, and nothing else. */
export async function line(port: number): Promise<Line> {
  const began = performance.now()
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  socket.on('error', () => undefined)
  const closed = new Promise<number>((resolve) => socket.once('close', () => resolve(performance.now() - began)))
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()).once('close', () => resolve()))
  return {
    socket,
    said: () => Buffer.concat(chunks).toString('latin1'),
    closed,
    async drip(text, everyMs) {
      for (const letter of text) {
        if (socket.destroyed || !socket.writable) return
        socket.write(letter)
        await sleep(everyMs)
      }
    },
  }
}

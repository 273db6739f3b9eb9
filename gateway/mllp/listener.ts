// HL7 v2 over MLLP: connections in, messages handed to `receive` one after the other, its answers sent back in that order.

import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, TLSSocket } from 'node:tls'
import { framed, frameDecoder, type FrameEvent } from './frames.ts'

export interface Peer {
  readonly address: string
  /** SHA-256 of the client's certificate in lower-case hex, when it showed one. */
  readonly certificateSha256?: string
}

/** Why a message did not reach `receive`, or what `receive` failed with. */
export class MllpFault extends Error {
  override name = 'MllpFault'
  readonly why: 'too-large' | 'unterminated'

  constructor(why: MllpFault['why']) {
    super(why)
    this.why = why
  }
}

export interface MllpOptions {
  readonly host: string
  /** 0 picks a free one. */
  readonly port: number
  /** With `requestCert` a sender must show a certificate: one that `ca` signed or, without `ca`, any, to be known by its digest. */
  readonly tls?: {
    readonly cert: string
    readonly key: string
    readonly ca?: string
    readonly requestCert: boolean
  }
  readonly maxBytes?: number
  /** A connection on which nothing moves for this long is closed; a message it had begun is forgotten. */
  readonly idleTimeoutMs: number
  /** A message that has begun must end within so long, however steadily its bytes drip; no limit where absent. */
  readonly messageTimeoutMs?: number
  readonly maxConnections: number
  /** False for a connection that its address holds too many of: it is closed unheard. */
  readonly admits?: (socket: Socket) => boolean
  /** Answers the acknowledgement once the message is durable. */
  readonly receive: (bytes: Uint8Array, peer: Peer) => Promise<Uint8Array>
  /**
   * The acknowledgement for a message that `receive` rejected or never saw (an MllpFault; `bytes` is then its beginning).
   * Undefined when it cannot be answered, for want of a readable header: the connection closes.
   */
  readonly onFailure: (bytes: Uint8Array, error: unknown) => Uint8Array | undefined
}

export interface MllpListener {
  readonly port: number
  /** Takes no more messages, answers those it has begun, then ends. */
  close(): Promise<void>
}

const defaultMaxBytes = 20 * 1024 * 1024
const keepAliveMs = 30_000

export async function startMllp(options: MllpOptions): Promise<MllpListener> {
  const { server, connected } = serverOf(options.tls)
  const conversations = new Map<Conversation, Promise<void>>()
  const raw = new Set<Socket>()
  server.maxConnections = options.maxConnections
  server.on('connection', (socket: Socket) => {
    if (options.admits && !options.admits(socket)) return void socket.destroy()
    raw.add(socket)
    socket.once('close', () => raw.delete(socket))
  })
  server.on(connected, (socket: Socket) => {
    if (socket.destroyed) return
    const conversation = conversationOn(socket, options)
    conversations.set(
      conversation,
      conversation.run().finally(() => conversations.delete(conversation)),
    )
  })
  const port = await listening(server, options)
  return {
    port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const conversation of conversations.keys()) conversation.end()
      await Promise.all(conversations.values())
      // What is left has not finished its TLS handshake, and has said nothing that could be lost.
      for (const socket of raw) socket.destroy()
      await closed
    },
  }
}

function serverOf(tls: MllpOptions['tls']): { server: Server; connected: 'connection' | 'secureConnection' } {
  const shared = { allowHalfOpen: true, noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveMs }
  if (!tls) return { server: createServer(shared), connected: 'connection' }
  const rejectUnauthorized = tls.requestCert && tls.ca !== undefined
  const secure = {
    ...shared,
    ...tls,
    rejectUnauthorized,
    minVersion: 'TLSv1.2',
    handshakeTimeout: 10_000,
  } as const
  return { server: createTlsServer(secure), connected: 'secureConnection' }
}

async function listening(server: Server, { host, port }: MllpOptions): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  // A connection that fails while it is being accepted must not end the process.
  server.on('error', () => {})
  const address = server.address() as AddressInfo
  return address.port
}

interface Conversation {
  /** Until the peer or the listener ends it; never rejects. */
  run(): Promise<void>
  end(): void
}

/** Awaiting each answer before the next bytes are read is also what holds a fast sender back. */
function conversationOn(socket: Socket, options: MllpOptions): Conversation {
  const { receive, onFailure, idleTimeoutMs, messageTimeoutMs, maxBytes = defaultMaxBytes } = options
  const decode = frameDecoder(maxBytes)
  let isEnding = false
  let isReceiving = false

  socket.on('error', () => {}) // a reset shows as the end of what is read
  socket.setTimeout(idleTimeoutMs, () => {
    if (!isReceiving) socket.destroy()
  })

  const answerTo = async (event: FrameEvent, peer: Peer): Promise<Uint8Array | undefined> => {
    if (event.kind === 'endless') return undefined
    if (event.kind !== 'frame') return onFailure(event.bytes, new MllpFault(event.kind))
    isReceiving = true
    try {
      return await receive(event.bytes, peer)
    } catch (error) {
      return onFailure(event.bytes, error)
    } finally {
      isReceiving = false
    }
  }

  const converse = async (): Promise<void> => {
    const peer = peerOf(socket)
    if (options.tls?.requestCert && peer.certificateSha256 === undefined) return
    const deadline = deadlineFor(socket, messageTimeoutMs)
    socket.once('close', deadline.clear)
    for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      const events = decode(chunk)
      if (events.length > 0 || !decode.isInside()) deadline.clear()
      for (const event of events) {
        if (isEnding) return
        const answer = await answerTo(event, peer)
        if (answer === undefined) return
        await sent(socket, framed(answer))
      }
      if (decode.isInside()) deadline.set()
    }
  }

  return {
    run: () =>
      converse()
        .catch(() => {})
        .then(() => finished(socket)),
    end() {
      isEnding = true
      if (!isReceiving) finished(socket).catch(() => {})
    },
  }
}

/** Half a message costs memory: whoever lets it drip is cut off. Set once for each message, not for each of its bytes. */
function deadlineFor(socket: Socket, ms: number | undefined): { set(): void; clear(): void } {
  let timer: NodeJS.Timeout | undefined
  return {
    set: () => void (timer ??= ms === undefined ? undefined : setTimeout(() => socket.destroy(), ms)),
    clear: () => {
      clearTimeout(timer)
      timer = undefined
    },
  }
}

function peerOf(socket: Socket): Peer {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '')
  const certificate = socket instanceof TLSSocket ? socket.getPeerCertificate() : undefined
  if (!certificate?.fingerprint256) return { address }
  return { address, certificateSha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase() }
}

/** Resolves when the bytes have left; a peer that reads no answers gets no further message processed. */
function sent(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()))
  })
}

const graceMs = 1_000

/**
 * Ends our side and reads off what still comes, so that an answer under way is not lost to a reset; a peer that does not end
 * its own side soon is cut off.
 */
function finished(socket: Socket): Promise<void> {
  if (socket.destroyed) return Promise.resolve()
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => socket.destroy(), graceMs)
    socket.once('close', () => {
      clearTimeout(cutOff)
      resolve()
    })
    socket.once('end', () => socket.destroySoon())
    socket.end()
    if (socket.readableEnded) socket.destroySoon()
    else socket.resume()
  })
}

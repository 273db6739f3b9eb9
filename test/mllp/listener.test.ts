// The MLLP listener over real sockets.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'
import { X509Certificate } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { framed, frameDecoder } from '../../gateway/mllp/frames.ts'
import { MllpFault, startMllp, type MllpListener, type MllpOptions, type Peer } from '../../gateway/mllp/listener.ts'

const message = (control: string) => `MSH|^~\\&|EPR|TRUST1|||||ADT^A01|${control}`
const controlOf = (bytes: Uint8Array) => Buffer.from(bytes).toString().split('|')[9] ?? ''
const ack = (code: string, control: string) => Buffer.from(`MSA|${code}|${control}`)

interface Journal {
  readonly received: string[]
  readonly peers: Peer[]
  readonly failures: unknown[]
}

const listeners: MllpListener[] = []
const sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await Promise.all(listeners.splice(0).map((listener) => listener.close()))
})

/** A listener that answers AA, or AR where it fails and the header can be read. */
async function listen(options: Partial<MllpOptions> = {}): Promise<MllpListener & Journal> {
  const journal: Journal = { received: [], peers: [], failures: [] }
  const listener = await startMllp({
    host: '127.0.0.1',
    port: 0,
    idleTimeoutMs: 5_000,
    maxConnections: 100,
    receive: async (bytes, peer) => {
      journal.received.push(controlOf(bytes))
      journal.peers.push(peer)
      return ack('AA', controlOf(bytes))
    },
    onFailure: (bytes, error) => {
      journal.failures.push(error)
      return Buffer.from(bytes).toString('latin1').startsWith('MSH') ? ack('AR', controlOf(bytes)) : undefined
    },
    ...options,
  })
  listeners.push(listener)
  return { ...listener, ...journal }
}

interface Sender {
  readonly socket: Socket
  send(...contents: string[]): void
  /** The next answer, or undefined when the listener ended the connection. */
  answer(): Promise<string | undefined>
  readonly closed: Promise<void>
}

function senderOn(socket: Socket): Sender {
  sockets.push(socket)
  const decode = frameDecoder(1_000_000)
  const answers: string[] = []
  let wake = () => {}
  socket.on('data', (chunk: Buffer) => {
    for (const event of decode(chunk)) if (event.kind === 'frame') answers.push(Buffer.from(event.bytes).toString())
    wake()
  })
  const closed = new Promise<void>((resolve) => {
    const end = () => {
      resolve()
      wake()
    }
    socket.on('close', end).on('end', end).on('error', end)
  })
  return {
    socket,
    closed,
    send: (...contents) => void socket.write(Buffer.concat(contents.map((content) => framed(Buffer.from(content))))),
    async answer() {
      while (answers.length === 0) {
        if (socket.destroyed || socket.readableEnded) return undefined
        await new Promise<void>((resolve) => (wake = resolve))
      }
      return answers.shift()
    },
  }
}

async function dial(port: number, options: { allowHalfOpen?: boolean } = {}): Promise<Sender> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true, ...options })
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  return senderOn(socket)
}

describe('the MLLP listener', () => {
  it('answers each message of one segment once, in order', async () => {
    const listener = await listen()
    const sender = await dial(listener.port)
    sender.send(message('1'), message('2'), message('3'))
    expect([await sender.answer(), await sender.answer(), await sender.answer()]).toEqual(['MSA|AA|1', 'MSA|AA|2', 'MSA|AA|3'])
    expect(listener.received).toEqual(['1', '2', '3'])
    expect(listener.peers[0]).toEqual({ address: '127.0.0.1' })
  })

  it('begins no message before the one ahead of it is answered', async () => {
    const log: string[] = []
    const listener = await listen({
      receive: async (bytes) => {
        log.push(`begin ${controlOf(bytes)}`)
        await sleep(controlOf(bytes) === '1' ? 40 : 1)
        log.push(`end ${controlOf(bytes)}`)
        return ack('AA', controlOf(bytes))
      },
    })
    const sender = await dial(listener.port)
    sender.send(message('1'), message('2'))
    sender.send(message('3'))
    expect([await sender.answer(), await sender.answer(), await sender.answer()]).toEqual(['MSA|AA|1', 'MSA|AA|2', 'MSA|AA|3'])
    expect(log).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2', 'begin 3', 'end 3'])
  })

  it('answers only after receive has', async () => {
    let isDurable = false
    const listener = await listen({
      receive: async () => {
        await sleep(50)
        isDurable = true
        return ack('AA', '1')
      },
    })
    const sender = await dial(listener.port)
    sender.send(message('1'))
    await sender.answer()
    expect(isDurable).toBe(true)
  })

  it('puts together a message that comes byte by byte', async () => {
    const listener = await listen()
    const sender = await dial(listener.port)
    for (const byte of framed(Buffer.from(message('slow')))) {
      sender.socket.write(Buffer.of(byte))
      await sleep(1)
    }
    expect(await sender.answer()).toBe('MSA|AA|slow')
  })

  it('forgets half a frame when its sender falls silent, and closes', async () => {
    const listener = await listen({ idleTimeoutMs: 60 })
    const sender = await dial(listener.port)
    sender.socket.write(framed(Buffer.from(message('half'))).subarray(0, -1))
    await sender.closed
    expect([listener.received, listener.failures, await sender.answer()]).toEqual([[], [], undefined])
  })

  it('does not take its own slow receive for a silent sender', async () => {
    const listener = await listen({
      idleTimeoutMs: 40,
      receive: async () => {
        await sleep(150)
        return ack('AA', '1')
      },
    })
    const sender = await dial(listener.port)
    sender.send(message('1'))
    expect(await sender.answer()).toBe('MSA|AA|1')
  })

  it('skips bytes between frames', async () => {
    const listener = await listen()
    const sender = await dial(listener.port)
    sender.socket.write('GET / HTTP/1.1\r\n\r\n')
    sender.send(message('1'))
    sender.socket.write('\r\n\0\x1c\r')
    sender.send(message('2'))
    expect([await sender.answer(), await sender.answer()]).toEqual(['MSA|AA|1', 'MSA|AA|2'])
  })

  it('answers a frame that receive refuses, and the good ones around it', async () => {
    const listener = await listen({
      receive: async (bytes) => {
        if (controlOf(bytes) === '2') throw new Error('store down: secret stack')
        return ack('AA', controlOf(bytes))
      },
    })
    const sender = await dial(listener.port)
    sender.send(message('1'), message('2'), message('3'))
    expect([await sender.answer(), await sender.answer(), await sender.answer()]).toEqual(['MSA|AA|1', 'MSA|AR|2', 'MSA|AA|3'])
    expect(listener.failures).toEqual([expect.objectContaining({ message: 'store down: secret stack' })])
  })

  it('answers a frame that another began, and the good ones around it', async () => {
    const listener = await listen()
    const sender = await dial(listener.port)
    sender.send(message('1'))
    sender.socket.write(`\v${message('2')}`)
    sender.send(message('3'))
    expect([await sender.answer(), await sender.answer(), await sender.answer()]).toEqual(['MSA|AA|1', 'MSA|AR|2', 'MSA|AA|3'])
    expect(listener.failures).toEqual([expect.objectContaining({ why: 'unterminated' })])
  })

  it('refuses a message over the limit, once, and takes the next', async () => {
    const listener = await listen({ maxBytes: 1_000 })
    const sender = await dial(listener.port)
    sender.send(`${message('big')}|${'x'.repeat(4_000)}`, message('2'))
    expect([await sender.answer(), await sender.answer()]).toEqual(['MSA|AR|big', 'MSA|AA|2'])
    expect([listener.received, listener.failures]).toEqual([['2'], [new MllpFault('too-large')]])
  })

  it('refuses 25 megabytes by its own limit', async () => {
    const listener = await listen()
    const sender = await dial(listener.port)
    sender.send(`${message('big')}|${'x'.repeat(25 * 1024 * 1024)}`, message('2'))
    expect([await sender.answer(), await sender.answer()]).toEqual(['MSA|AR|big', 'MSA|AA|2'])
  })

  it('closes on a message over the limit that has no header', async () => {
    const listener = await listen({ maxBytes: 1_000 })
    const sender = await dial(listener.port)
    sender.send('x'.repeat(2_000), message('2'))
    expect(await sender.answer()).toBeUndefined()
    expect(listener.received).toEqual([])
  })

  it('closes on bytes without end', async () => {
    const listener = await listen({ maxBytes: 1_000 })
    const sender = await dial(listener.port)
    sender.socket.write('x'.repeat(20_000))
    expect(await sender.answer()).toBeUndefined()
  })

  it('closes, and lives on, when even the failure cannot be answered', async () => {
    const listener = await listen({
      receive: () => Promise.reject(new Error('down')),
      onFailure: () => {
        throw new Error('and worse')
      },
    })
    const sender = await dial(listener.port)
    sender.send(message('1'))
    expect(await sender.answer()).toBeUndefined()
    const another = await dial(listener.port)
    another.send(message('2'))
    expect(await another.answer()).toBeUndefined()
  })

  it('serves 64 connections at once, each in its own order', async () => {
    const listener = await listen({
      receive: async (bytes) => {
        await sleep(Math.random() * 5)
        return ack('AA', controlOf(bytes))
      },
    })
    const answers = await Promise.all(
      Array.from({ length: 64 }, async (_, i) => {
        const sender = await dial(listener.port)
        sender.send(...[1, 2, 3, 4, 5].map((n) => message(`${i}-${n}`)))
        const own: (string | undefined)[] = []
        for (let n = 0; n < 5; n++) own.push(await sender.answer())
        return own
      }),
    )
    expect(answers).toEqual(answers.map((_, i) => [1, 2, 3, 4, 5].map((n) => `MSA|AA|${i}-${n}`)))
  })

  it('turns away connections over its limit and serves those it has', async () => {
    const listener = await listen({ maxConnections: 2 })
    const senders = [await dial(listener.port), await dial(listener.port)]
    const third = await dial(listener.port)
    await third.closed
    senders[1]?.send(message('1'))
    expect(await senders[1]?.answer()).toBe('MSA|AA|1')
  })

  it('finishes what it has begun when its sender is gone, and serves others', async () => {
    const done: string[] = []
    const listener = await listen({
      receive: async (bytes) => {
        await sleep(50)
        done.push(controlOf(bytes))
        return ack('AA', controlOf(bytes))
      },
    })
    const sender = await dial(listener.port)
    sender.send(message('1'), message('2'))
    await sleep(20)
    sender.socket.resetAndDestroy()
    await sleep(80)
    expect(done).toEqual(['1'])
    const another = await dial(listener.port)
    another.send(message('3'))
    expect(await another.answer()).toBe('MSA|AA|3')
  })

  it('answers a sender that ended its own side after sending', async () => {
    const listener = await listen({
      receive: async (bytes) => {
        await sleep(40)
        return ack('AA', controlOf(bytes))
      },
    })
    const sender = await dial(listener.port, { allowHalfOpen: true })
    sender.socket.end(framed(Buffer.concat([Buffer.from(message('1'))])))
    expect(await sender.answer()).toBe('MSA|AA|1')
    await sender.closed
  })

  it('lives on when a peer resets a connection that is being closed', async () => {
    const listener = await listen({ maxBytes: 1_000 })
    for (let i = 0; i < 5; i++) {
      const sender = await dial(listener.port)
      sender.socket.write('x'.repeat(200_000))
      await sleep(i)
      sender.socket.resetAndDestroy()
    }
    await sleep(50)
    const another = await dial(listener.port)
    another.send(message('1'))
    expect(await another.answer()).toBe('MSA|AA|1')
  })

  it('reads no further while it works, so that a fast sender waits', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const listener = await listen({
      receive: async (bytes) => {
        await held
        return ack('AA', controlOf(bytes))
      },
    })
    const sender = await dial(listener.port)
    const before = process.memoryUsage().arrayBuffers
    const burst = framed(Buffer.from(`${message('1')}|${'x'.repeat(100_000)}`))
    let written = 0
    while (written < 400 && sender.socket.write(burst)) written++
    await sleep(100)
    expect(sender.socket.writableLength + burst.length).toBeGreaterThan(burst.length)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024)
    release()
    expect(await sender.answer()).toBe('MSA|AA|1')
  })

  it('sends nothing to a log', async () => {
    const lines: unknown[] = []
    const [log, error] = [console.log, console.error]
    console.log = console.error = (...args: unknown[]) => void lines.push(args)
    try {
      const listener = await listen({ receive: () => Promise.reject(new Error('9990000018')) })
      const sender = await dial(listener.port)
      sender.send(message('1'))
      await sender.answer()
    } finally {
      Object.assign(console, { log, error })
    }
    expect(lines).toEqual([])
  })
})

describe('closing the MLLP listener', () => {
  it('answers the message in flight, leaves those behind it, and ends', async () => {
    const done: string[] = []
    const listener = await listen({
      receive: async (bytes) => {
        await sleep(60)
        done.push(controlOf(bytes))
        return ack('AA', controlOf(bytes))
      },
    })
    const sender = await dial(listener.port)
    sender.send(message('1'), message('2'))
    await sleep(20)
    await listener.close()
    expect([await sender.answer(), await sender.answer(), done]).toEqual(['MSA|AA|1', undefined, ['1']])
    await expect(dial(listener.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('ends idle connections at once', async () => {
    const listener = await listen()
    const sender = await dial(listener.port)
    sender.send(message('1'))
    await sender.answer()
    const started = performance.now()
    await listener.close()
    await sender.closed
    expect(performance.now() - started).toBeLessThan(3_000)
  })

  it('cuts off a peer that never ends its side', async () => {
    const listener = await listen({ idleTimeoutMs: 60_000 })
    const sender = await dial(listener.port, { allowHalfOpen: true })
    sender.send(message('1'))
    await sender.answer()
    const started = performance.now()
    await listener.close()
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})

const certificates = makeCertificates()

describe.skipIf('reason' in certificates)(
  `the MLLP listener over TLS${'reason' in certificates ? ` (skipped: ${certificates.reason})` : ''}`,
  () => {
    const { server, client, stranger } = 'reason' in certificates ? ({} as Certificates) : certificates

    async function dialTls(port: number, own?: Certificate): Promise<Sender> {
      const socket = connectTls({ port, host: '127.0.0.1', ca: server.cert, servername: 'localhost', ...own })
      await new Promise((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject))
      return senderOn(socket)
    }

    it('serves over TLS and asks for no certificate unless told to', async () => {
      const listener = await listen({ tls: { ...server, requestCert: false } })
      const sender = await dialTls(listener.port)
      sender.send(message('1'))
      expect(await sender.answer()).toBe('MSA|AA|1')
      expect(listener.peers).toEqual([{ address: '127.0.0.1' }])
    })

    it('tells the digest of the certificate that a sender showed', async () => {
      const listener = await listen({ tls: { ...server, requestCert: true } })
      const sender = await dialTls(listener.port, client)
      sender.send(message('1'))
      expect(await sender.answer()).toBe('MSA|AA|1')
      const digest = new X509Certificate(client.cert).fingerprint256.replaceAll(':', '').toLowerCase()
      expect(listener.peers).toEqual([{ address: '127.0.0.1', certificateSha256: digest }])
    })

    it('hears no sender that shows no certificate, when one is asked for', async () => {
      const listener = await listen({ tls: { ...server, requestCert: true } })
      const sender = await dialTls(listener.port)
      sender.send(message('1'))
      expect(await sender.answer()).toBeUndefined()
      expect(listener.received).toEqual([])
    })

    it('hears no certificate that the named authority did not sign', async () => {
      const listener = await listen({ tls: { ...server, ca: client.cert, requestCert: true } })
      const sender = await dialTls(listener.port, stranger).catch(() => undefined)
      sender?.send(message('1'))
      expect(await sender?.answer()).toBeUndefined()
      const known = await dialTls(listener.port, client)
      known.send(message('2'))
      expect(await known.answer()).toBe('MSA|AA|2')
      expect(listener.received).toEqual(['2'])
    })

    it('closes in spite of a peer that never finishes its handshake, and of plain text', async () => {
      const listener = await listen({ tls: { ...server, requestCert: false } })
      const silent = await dial(listener.port)
      const plain = await dial(listener.port)
      plain.send(message('1'))
      expect(await plain.answer()).toBeUndefined()
      await listener.close()
      await silent.closed
      expect(listener.received).toEqual([])
    })
  },
)

interface Certificate {
  readonly cert: string
  readonly key: string
}
interface Certificates {
  readonly server: Certificate
  readonly client: Certificate
  readonly stranger: Certificate
}

/** Self-signed, made here and now: Node itself makes none. */
function makeCertificates(): Certificates | { reason: string } {
  const folder = mkdtempSync(join(tmpdir(), 'mllp-'))
  const make = (name: string): Certificate => {
    const [cert, key] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)]
    const made = [
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '2',
      '-keyout',
      key,
      '-out',
      cert,
    ]
    execFileSync('openssl', ['req', '-x509', ...made, '-subj', `/CN=${name}`, '-addext', 'subjectAltName=DNS:localhost'], {
      stdio: 'ignore',
    })
    return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') }
  }
  try {
    return { server: make('server'), client: make('client'), stranger: make('stranger') }
  } catch {
    return { reason: 'there is no openssl on this machine to make certificates with' }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// An HL7 v2 sender that keeps its connection: frames out, acknowledgements in, bytes as the test wants them.

import { connect, type Socket } from 'node:net'

export interface Sender {
  /** Sends a framed message and waits for its acknowledgement. */
  send(message: string | Buffer): Promise<string>
  /** Bytes as they are. */
  raw(bytes: string | Buffer): void
  /** The next acknowledgement; undefined when the gateway ended the connection instead. */
  next(): Promise<string | undefined>
  end(): void
}

export async function openSender(port: number, patienceMs = 20_000): Promise<Sender> {
  const socket = await connected(port)
  socket.setTimeout(patienceMs, () => socket.destroy())
  const arrived: string[] = []
  const waiting: ((ack: string | undefined) => void)[] = []
  let buffer = Buffer.alloc(0)
  let isClosed = false
  socket.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk])
    for (let end = buffer.indexOf('\x1c\r'); end >= 0; end = buffer.indexOf('\x1c\r')) {
      const ack = buffer.subarray(1, end).toString('utf8')
      buffer = buffer.subarray(end + 2)
      const hear = waiting.shift()
      if (hear) hear(ack)
      else arrived.push(ack)
    }
  })
  const over = () => {
    isClosed = true
    for (const hear of waiting.splice(0)) hear(undefined)
  }
  socket.on('error', over)
  socket.on('end', over)
  socket.on('close', over)
  const next = () => {
    const ready = arrived.shift()
    if (ready !== undefined || isClosed) return Promise.resolve(ready)
    return new Promise<string | undefined>((hear) => waiting.push(hear))
  }
  return {
    async send(message) {
      socket.write(framed(message))
      const ack = await next()
      if (ack === undefined) throw new Error('closed without an acknowledgement')
      return ack
    },
    raw: (bytes) => void socket.write(bytes),
    next,
    end: () => socket.destroy(),
  }
}

export const framed = (message: string | Buffer): Buffer =>
  Buffer.concat([Buffer.of(0x0b), Buffer.from(message), Buffer.of(0x1c, 0x0d)])

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => {
      socket.off('error', reject)
      resolve(socket)
    })
    socket.once('error', reject)
  })
}

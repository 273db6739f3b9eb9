// A proxy before PostgreSQL as PgBouncer is with transaction pooling: each transaction gets the connection that idled longest.

import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface Pooler {
  /** The database's URL by way of the proxy. */
  readonly url: string
  /** How often a caller got another connection than before. */
  switches(): number
  close(): Promise<void>
}

interface Backend {
  readonly socket: Socket
  /** Who hears what it says; nobody between transactions. */
  owner: Socket | undefined
}

export async function poolerTo(url: string): Promise<Pooler> {
  const { hostname, port, username, password, pathname } = new URL(url)
  const idle: Backend[] = []
  const sockets = new Set<Socket>()
  const waiting: (() => void)[] = []
  let switches = 0

  const server = createServer({ noDelay: true }, (client) => {
    const own: Backend = { socket: connect({ port: Number(port), host: hostname, noDelay: true }), owner: client }
    let [current, last]: (Backend | undefined)[] = [own, own]
    for (const socket of [client, own.socket]) sockets.add(socket.on('error', () => socket.destroy()))

    // A message that the server sends: one byte of type, four of length. Z tells whether a transaction is open.
    own.socket.on(
      'data',
      framed(0, (type, message) => {
        own.owner?.write(message)
        if (type !== 'Z' || message.at(-1) !== idleState) return
        own.owner = undefined
        idle.push(own)
        waiting.shift()?.()
      }),
    )
    // The very first message has no type.
    const queue: Buffer[] = []
    const flush = () => {
      if (queue.length === 0) return
      if (current?.owner !== client) {
        current = idle.shift()
        if (!current) return void waiting.push(flush)
        if (current !== last) switches++
        last = current
        current.owner = client
      }
      for (const message of queue.splice(0)) current.socket.write(message)
    }
    client.on(
      'data',
      framed(1, (type, message) => {
        if (type === 'X') return
        queue.push(message)
        flush()
      }),
    )
    client.on('close', () => {
      if (current?.owner === client) current.socket.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  return {
    url: `postgres://${username}:${password}@127.0.0.1:${address.port}${pathname}`,
    switches: () => switches,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const idleState = 'I'.charCodeAt(0)

/** Cuts a stream into messages of PostgreSQL's protocol, the first `untyped` of which have no type. */
function framed(untyped: number, hear: (type: string, message: Buffer) => void): (chunk: Buffer) => void {
  let [rest, left] = [Buffer.alloc(0), untyped]
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const start = left > 0 ? 0 : 1
      if (rest.length < start + 4) return
      const length = start + rest.readUInt32BE(start)
      if (rest.length < length) return
      hear(start === 0 ? '' : String.fromCharCode(rest[0] ?? 0), rest.subarray(0, length))
      rest = rest.subarray(length)
      left = Math.max(0, left - 1)
    }
  }
}

// A wire to PostgreSQL that can be cut at the worst moment: when COMMIT is under way.

import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface Cutter {
  readonly url: string
  /** What becomes of the next COMMIT: lost on the way there, or done but its answer lost on the way back. */
  cutNext(where: 'there' | 'back'): void
  /** Ends all connections, and takes none until `mend`. */
  break(): void
  mend(): void
  close(): Promise<void>
}

export async function cutterTo(target: string): Promise<Cutter> {
  const { hostname, port, pathname, username, password } = new URL(target)
  const sockets = new Set<Socket>()
  let cut: 'there' | 'back' | undefined
  let isBroken = false

  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    if (isBroken) return void client.destroy()
    client.on('data', (data) => {
      if (!cut || !data.includes('commit\0')) return void upstream.write(data)
      const where = cut
      cut = undefined
      if (where === 'there') return void client.destroy()
      upstream.removeAllListeners('data')
      upstream.once('data', () => client.destroy())
      upstream.write(data)
    })
    upstream.on('data', (data) => void client.write(data))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  return {
    url: `postgres://${username}:${password}@127.0.0.1:${address.port}${pathname}`,
    cutNext: (where) => void (cut = where),
    break() {
      isBroken = true
      for (const socket of sockets) socket.destroy()
    },
    mend: () => void (isBroken = false),
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

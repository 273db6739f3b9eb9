// The MLLP listener: frames in, acknowledgements out, and nothing that a sender does on a connection goes unseen.

import { createServer, type Server, type Socket } from 'node:net'
import { acknowledge } from './acknowledge.ts'
import type { House } from './house.ts'
import { limits } from './options.ts'

const [startOfBlock, endOfBlock, carriageReturn] = [0x0b, 0x1c, 0x0d]

/** As the gateway's own listener: a sender that is done writing (`nc -N`) still hears its acknowledgements. */
export function mllpServer(house: () => House): Server {
  let connections = 0
  const server = createServer({ allowHalfOpen: true }, (socket) => converse(socket, ++connections, house()))
  server.maxConnections = limits.connections
  return server
}

/** Each message is taken as soon as it is there, so that one that comes before the last was acknowledged is seen as such. */
function converse(socket: Socket, connection: number, house: House): void {
  let bytes = Buffer.alloc(0)
  const pending = new Set<NodeJS.Timeout>()
  socket.setNoDelay(true)
  socket.setTimeout(10 * 60_000, () => socket.destroy())
  socket.on('error', () => socket.destroy())
  socket.on('close', () => {
    for (const timer of pending) clearTimeout(timer)
  })
  socket.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, chunk])
    if (bytes.length > limits.body || house.log.isFull()) return void socket.destroy()
    for (let frame = next(); frame; frame = next()) take(frame.bytes, frame.isFramed)
  })
  socket.on('end', () => {
    if (isNoFrame(bytes)) acknowledge({ bytes, channel: 'mllp', connection, faults: ['no frame'] }, house).done('nothing')
    if (pending.size === 0) socket.end()
  })

  function next(): { readonly bytes: Buffer; readonly isFramed: boolean } | undefined {
    const end = bytes.indexOf(Buffer.of(endOfBlock, carriageReturn))
    if (end < 0) return undefined
    const from = bytes.lastIndexOf(startOfBlock, end)
    const noise = bytes.subarray(0, Math.max(from, 0)).toString('latin1').trim()
    const frame = { bytes: Buffer.from(bytes.subarray(from + 1, end)), isFramed: from >= 0 && noise === '' }
    bytes = Buffer.from(bytes.subarray(end + 2))
    return frame
  }

  function take(frame: Buffer, isFramed: boolean): void {
    const { turn, done } = acknowledge(
      { bytes: frame, channel: 'mllp', connection, ...(!isFramed && { faults: ['no frame'] }) },
      house,
    )
    if (turn.kind === 'cut') {
      done('nothing')
      return void socket.destroy()
    }
    let isSettled = false
    const settle = (what: () => void) => () => {
      if (isSettled) return
      isSettled = true
      clearTimeout(timer)
      pending.delete(timer)
      what()
    }
    const timer = setTimeout(
      settle(() => {
        if (turn.kind === 'answer') return write(framed(turn.text), (isWritten) => done(isWritten ? turn.said : 'nothing'))
        done('nothing')
        socket.destroy()
      }),
      Math.max(turn.afterMs, ackMs),
    )
    pending.add(timer)
    const leave = settle(() => {
      done('nothing')
      socket.destroy()
    })
    socket.once('close', leave)
    if (turn.kind === 'hold') socket.once('end', leave)
  }

  /** Of a sender that has ended its side it shows only at the second write whether it still listens, or went away. */
  function write(frame: Buffer, tell: (isWritten: boolean) => void): void {
    if (!socket.readableEnded) {
      socket.write(frame)
      return tell(!socket.destroyed)
    }
    socket.write(frame.subarray(0, 1))
    setTimeout(() => {
      socket.write(frame.subarray(1), (error) => {
        tell(!error)
        if (pending.size === 0) socket.end()
      })
    }, ackMs)
  }
}

const framed = (text: string): Buffer =>
  Buffer.concat([Buffer.of(startOfBlock), Buffer.from(text), Buffer.of(endOfBlock, carriageReturn)])

/** What is left when a connection ends: the beginning of a frame may be a sender that was interrupted, other bytes are none. */
function isNoFrame(rest: Buffer): boolean {
  return rest.toString('latin1').trim() !== '' && (rest[0] !== startOfBlock || rest.includes(endOfBlock))
}

/** Long enough to see whether the sender waits. */
const ackMs = 15

// HL7 v2 over MLLP: one connection, frames out, acknowledgements in.

import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Unreachable } from '../outcome.ts'
import { sentenceOf } from './exchange.ts'

export interface MllpAddress {
  readonly host: string
  readonly port: number
}

const start = 0x0b
const end = 0x1c

/** Sends the messages one behind the other without waiting, and answers as many acknowledgements, in the order they came. */
export function sendMllp(
  address: MllpAddress,
  messages: readonly string[],
  { signal, inPieces = false }: { readonly signal: AbortSignal; readonly inPieces?: boolean },
): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const fail = (words: string) => {
      socket.destroy()
      reject(new Unreachable(`MLLP ${address.host}:${address.port}: ${words}`))
    }
    const bytes = Buffer.concat(messages.flatMap((one) => [Buffer.of(start), Buffer.from(one), Buffer.of(end, 0x0d)]))
    const socket = connect(address, () => void (inPieces ? dribble(bytes) : socket.write(bytes)))
    const dribble = async (whole: Buffer): Promise<void> => {
      const size = Math.ceil(whole.length / 5)
      for (let at = 0; at < whole.length && !socket.destroyed; at += size) {
        socket.write(whole.subarray(at, at + size))
        await wait(5)
      }
    }
    signal.addEventListener('abort', () => fail(signal.reason instanceof Error ? signal.reason.message : 'ended'), { once: true })
    socket.setNoDelay(true)
    socket.on('error', (error) => fail(sentenceOf(error)))
    socket.on('close', () => fail('the connection was closed before the acknowledgement came'))
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      const found = frames(Buffer.concat(chunks))
      if (found.length < messages.length) return
      resolve(found)
      socket.end()
    })
  })
}

function frames(bytes: Buffer): readonly string[] {
  const found: string[] = []
  for (let at = 0; ;) {
    const [from, to] = [bytes.indexOf(start, at), bytes.indexOf(end, at)]
    if (from < 0 || to < from) return found
    found.push(bytes.subarray(from + 1, to).toString('utf8'))
    at = to + 1
  }
}

// A product that sends HL7 v2 over MLLP, with habits that can be spoilt one at a time.

import { randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { behaviours, happens, sentinels, type Behaviour } from '../../../conformance/simulate/sentinels.ts'

export interface Hl7Habits {
  readonly ackTimeoutMs: number
  readonly control: (index: number) => string
  /** Sends it again after: the connection closed, no (own) acknowledgement in time, AA, AE, AR. */
  readonly again: readonly ('closed' | 'silence' | 'AA' | 'AE' | 'AR')[]
  readonly keepsControl: boolean
  readonly takesAnyAck: boolean
  readonly frame: (message: Buffer) => Buffer
  readonly waits: boolean
  readonly family: Buffer
  readonly number: string
  readonly meets: (behaviour: Behaviour) => boolean
}

export const goodHl7: Hl7Habits = {
  ackTimeoutMs: 2_500,
  control: () => randomUUID().slice(0, 20),
  again: ['closed', 'silence'],
  keepsControl: true,
  takesAnyAck: false,
  frame: (message) => Buffer.concat([Buffer.of(0x0b), message, Buffer.of(0x1c, 0x0d)]),
  waits: true,
  family: Buffer.from('Zoë'),
  number: '',
  meets: () => true,
}

type Heard = 'closed' | 'silence' | 'AA' | 'AE' | 'AR'

export async function sendHl7(port: number, habits: Hl7Habits): Promise<void> {
  let socket: Socket | undefined
  const open = (): Socket => {
    if (!socket || socket.destroyed)
      socket = connect(port, '127.0.0.1')
        .setNoDelay(true)
        .on('error', () => undefined)
    return socket
  }
  if (!habits.waits) {
    const both = ['first', 'second'].map((place, i) => habits.frame(messageOf('accepted', habits.control(i), habits, place)))
    open().write(Buffer.concat(both))
    await wait(100)
  }
  const names = behaviours.filter((name) => happens(name, 'hl7v2') !== undefined && habits.meets(name))
  for (const [i, name] of names.entries()) {
    let control = habits.control(i)
    for (let attempt = 0; attempt < 3; attempt++) {
      const heard = await say(open(), habits.frame(messageOf(name, control, habits)), control, habits)
      if (heard === 'silence') socket?.destroy()
      if (!habits.again.includes(heard)) break
      if (!habits.keepsControl) control = habits.control(i)
      await wait(20)
    }
  }
  socket?.destroy()
}

function say(socket: Socket, frame: Buffer, control: string, { ackTimeoutMs, takesAnyAck }: Hl7Habits): Promise<Heard> {
  const { promise, resolve } = Promise.withResolvers<Heard>()
  const timer = setTimeout(() => resolve('silence'), ackTimeoutMs)
  const onClose = () => resolve('closed')
  const onData = (chunk: Buffer) => {
    for (const [, code = '', id] of chunk.toString('latin1').matchAll(/MSA\|(\w\w)\|([^|\r]*)/g))
      if ((code === 'AA' || code === 'AE' || code === 'AR') && (takesAnyAck || id === control)) resolve(code)
  }
  socket.on('close', onClose).on('data', onData)
  socket.write(frame)
  return promise.finally(() => {
    clearTimeout(timer)
    socket.off('close', onClose).off('data', onData)
  })
}

function messageOf(behaviour: Behaviour, control: string, { family, number }: Hl7Habits, place = 'WARD7'): Buffer {
  const now = new Date().toISOString().replaceAll(/[-:TZ]|\.\d+/g, '')
  const nhsNumber = behaviour === 'accepted' && number !== '' ? number : sentinels[behaviour].nhsNumber
  return Buffer.concat([
    Buffer.from(
      `MSH|^~\\&|EPR|TRUST1|HOMEFIRST|HUB|${now}||ADT^A01^ADT_A01|${control}|P|2.4|||||GBR|UNICODE UTF-8\rPID|1||${nhsNumber}^^^NHS^NH||`,
    ),
    family,
    Buffer.from(`^Ziv\rPV1|1|I|${place}\r`),
  ])
}

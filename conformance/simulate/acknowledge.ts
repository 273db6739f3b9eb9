// What is done with an HL7 v2 message, whichever way it came.

import { randomBytes } from 'node:crypto'
import { nowMs } from './clock.ts'
import { ackFor, readHl7, type Ack, type Hl7Message } from './hl7.ts'
import type { House } from './house.ts'
import type { Hl7Seen } from './seen.ts'
import { behaviourOf, isTestNumber, type Behaviour } from './sentinels.ts'

export interface Hl7Turn {
  readonly kind: 'answer' | 'hold' | 'cut'
  readonly text: string
  readonly afterMs: number
  readonly said: NonNullable<Hl7Seen['said']>
}

export interface Arrived {
  readonly bytes: Uint8Array
  readonly channel: Hl7Seen['channel']
  readonly connection: number
  readonly client?: string
  readonly faults?: Hl7Seen['faults']
}

/** Answers what to do, and how to say that it was done. */
export function acknowledge(
  arrived: Arrived,
  house: House,
): { readonly turn: Hl7Turn; done(said: Hl7Seen['said'], endedMs?: number): void } {
  const { channel, connection, client, bytes } = arrived
  const message = readHl7(bytes)
  const { nhsNumber, thing, control } = message
  const isReal = nhsNumber !== undefined && !isTestNumber(nhsNumber)
  const behaviour = isReal ? 'accepted' : behaviourOf(nhsNumber)
  const before = house.log.seen.filter((one) => one.kind === 'hl7' && one.thing === thing && one.behaviour === behaviour).length
  const body = isReal ? '(not kept: the NHS number is not of the test range)' : message.text
  const seen: Hl7Seen = {
    kind: 'hl7',
    atMs: nowMs(),
    channel,
    connection,
    control,
    thing,
    behaviour,
    ...(client !== undefined && { client }),
    ...(isReal && { isRealPerson: true }),
    faults: [...message.faults, ...(arrived.faults ?? [])],
    exchange: {
      ask: { method: channel === 'mllp' ? 'MLLP' : 'POST', url: house.hl7Url(channel), headers: {}, body },
      durationMs: 0,
    },
  }
  const close = house.log.add(seen)
  const turn = isReal
    ? told(message, { code: 'AR', control, error: ['207', 'this is a sandbox: only NHS numbers that begin with 999'] })
    : turnOf(message, behaviour, before, house)
  return {
    turn,
    done(said, doneMs = nowMs()) {
      const answer =
        said === 'nothing' || said === undefined
          ? undefined
          : { status: 0, headers: {}, bytes: Buffer.from(turn.text), text: turn.text, json: undefined }
      close({
        doneMs,
        ...(said && { said }),
        exchange: { ...seen.exchange, ...(answer && { answer }), durationMs: Math.round(doneMs - seen.atMs) },
      })
    },
  }
}

function turnOf(message: Hl7Message, behaviour: Behaviour, before: number, { options: { times } }: House): Hl7Turn {
  const { control, faults } = message
  if (faults.includes('no MSH') || faults.includes('no control id'))
    return told(message, { code: 'AR', control, error: ['101', 'MSH-10 is needed'] })
  if (behaviour === 'unprocessable')
    return told(message, { code: 'AE', control, error: ['103', 'PV1-3 is no ward that is known'] })
  if (behaviour === 'refused') return told(message, { code: 'AR', control, error: ['200', 'this type of message is not taken'] })
  const good = told(message, { code: 'AA', control })
  if (behaviour === 'slow') return { ...good, afterMs: times.slowMs }
  if (before > 0) return good
  if (behaviour === 'silent') return { kind: 'hold', text: '', afterMs: times.holdMs, said: 'nothing' }
  if (behaviour === 'lost') return { kind: 'cut', text: '', afterMs: 0, said: 'nothing' }
  if (behaviour === 'mismatched')
    return { ...told(message, { code: 'AA', control: `OTHER${control}`.slice(0, 20) }), said: 'another' }
  return good
}

function told(message: Hl7Message, ack: Ack): Hl7Turn {
  return { kind: 'answer', text: ackFor(message, ack, randomBytes(8).toString('hex')), afterMs: 0, said: ack.code }
}

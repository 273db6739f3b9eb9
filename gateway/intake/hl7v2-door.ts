// The door for HL7 v2: who sends it, over HTTP or MLLP, and an ACK whatever comes.

import { envelopeOf, readHl7, type Envelope } from '../../mappings/acute/hl7v2/reader.ts'
import { callerOf } from '../auth/access.ts'
import type { Caller } from '../auth/bearer.ts'
import { declaresSender } from '../auth/sender.ts'
import { Refusal } from '../refusal.ts'
import { whyOf } from '../store/causes.ts'
import { StoreUnavailable, type StoredAnswer } from '../store/store.ts'
import { ack, said } from './hl7v2-ack.ts'
import { hl7v2Format } from './hl7v2.ts'
import { receive, type Incoming, type IntakeHouse } from './receive.ts'

/** By which door it came: over HTTP a token says whose it is, over MLLP the address or certificate. */
export interface Door {
  readonly contentType: string
  readonly requestId: string
  readonly caller?: Caller
  readonly address?: string
  readonly certificateSha256?: string
}

const mediaTypes: readonly string[] = ['application/hl7-v2', 'x-application/hl7-v2+er7', 'application/hl7-v2+er7', 'text/plain']

/** Answers an ACK for whatever comes; throws only what is no message at all by its media type (415). */
export async function receiveHl7(bytes: Uint8Array, door: Door, house: IntakeHouse): Promise<StoredAnswer> {
  const [mediaType = ''] = door.contentType.toLowerCase().split(';')
  if (!mediaTypes.includes(mediaType.trim())) {
    throw new Refusal('unsupported-media-type', {
      id: 'media-type',
      text: `send ${mediaTypes[0]}`,
      location: 'Content-Type',
    })
  }
  const read = readHl7(bytes)
  const message = envelopeOf(read)
  await house.registry.refresh()
  const caller = callerAt(door, message, house)
  if (!caller) {
    await refuseSender(door, house)
    return ack(message, 'AR', house, [said('key-unknown', 'MSH-3', 'this sender is not declared for this connection')], 403)
  }
  const incoming: Incoming = {
    bytes,
    contentType: door.contentType,
    headers: new Headers(),
    caller,
    at: house.now(),
    requestId: door.requestId,
    base: house.base,
  }
  try {
    return await receive(incoming, hl7v2Format(read), house)
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'busy')
      return later(ack(message, 'AR', house, [said('record-locked', 'MSH', 'busy: send it again')], 503), 1)
    if (error instanceof StoreUnavailable) {
      house.log?.error('store-unavailable', { door: 'hl7v2', ...whyOf(error) })
      return later(ack(message, 'AR', house, [said('internal', 'MSH', 'the store is not available: send it again')], 503), 5)
    }
    throw error
  }
}

const later = (answer: StoredAnswer, seconds: number): StoredAnswer => ({
  ...answer,
  headers: { ...answer.headers, 'retry-after': String(seconds) },
})

/** For a listener whose handling failed altogether: the sender keeps its message and tries again. */
export function storeDownAck(bytes: Uint8Array, house: Pick<IntakeHouse, 'now' | 'newId'>): Uint8Array {
  const read = readHl7(bytes)
  const { body } = ack(envelopeOf(read), 'AR', house, [said('internal', 'MSH', 'not stored: send it again')], 503)
  return new TextEncoder().encode(body)
}

/** For a frame that is no message: too large or never ended. Undefined where no header can be read; the connection then closes. */
export function frameAck(
  bytes: Uint8Array,
  why: 'too-large' | 'unterminated',
  house: Pick<IntakeHouse, 'now' | 'newId'>,
): Uint8Array | undefined {
  const read = readHl7(bytes)
  const message = envelopeOf(read)
  if (!message) return undefined
  const text = why === 'too-large' ? 'the message is larger than the listener takes' : 'the frame has no end'
  return new TextEncoder().encode(ack(message, 'AE', house, [said('segment-sequence', 'MSH', text)], 400).body)
}

function callerAt(
  { caller, address, certificateSha256 }: Door,
  message: Envelope | undefined,
  { registry }: IntakeHouse,
): Caller | undefined {
  const { sendingApplication = '', sendingFacility = '' } = message?.header ?? {}
  if (caller) {
    const client = registry.client(caller.client)
    // What a token holder sends that is no message has no sender to check; it is kept as its own.
    return client && (!message || declaresSender(client, sendingApplication, sendingFacility)) ? caller : undefined
  }
  const client =
    address && message ? registry.hl7Sender(sendingApplication, sendingFacility, address, certificateSha256) : undefined
  return client && callerOf(registry, client)
}

/** Of an undeclared sender nothing is kept but that somebody knocked. */
async function refuseSender({ caller, requestId }: Door, { store, newId, now }: IntakeHouse): Promise<void> {
  const { client = '', organization = '' } = caller ?? {}
  await store.commit({
    audit: [
      {
        id: newId(),
        at: now(),
        client,
        organization,
        action: 'hl7v2',
        outcome: 'refused',
        what: [],
        request: requestId,
        reason: 'sender-undeclared',
      },
    ],
  })
}

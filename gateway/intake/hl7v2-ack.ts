// Acknowledgements as stored answers: their control id and time, and faults in the words of table 0357.

import { buildAck, type AckCode, type AckError, type Hl7Error } from '../../mappings/acute/hl7v2/ack.ts'
import type { Envelope } from '../../mappings/acute/hl7v2/reader.ts'
import type { Fault } from '../refusal.ts'
import type { StoredAnswer } from '../store/store.ts'
import type { IntakeHouse } from './receive.ts'

/** Warnings of an accepted message, as table 0357 can say them. */
export function errorOf({ id, text, location = '', severity = 'warning' }: Fault): AckError {
  const error = severity === 'information' ? 'accepted' : (errors[id] ?? (/invalid|digit/.test(id) ? 'data-type' : 'key-unknown'))
  return { error, severity: severity === 'information' ? 'I' : 'W', location, text: `${id}: ${text}` }
}

const errors: Readonly<Record<string, Hl7Error>> = {
  'code-unknown': 'value-not-found',
  'control-id-reused': 'key-duplicate',
  'document-unreadable': 'data-type',
  'more-than-one-person': 'segment-sequence',
}

export const said = (error: Hl7Error, location: string, text: string): AckError => ({
  error,
  severity: 'E',
  location,
  text,
})

export function ack(
  message: Envelope | undefined,
  code: AckCode,
  { newId, now }: Pick<IntakeHouse, 'newId' | 'now'>,
  errors: readonly AckError[] = [],
  status = 200,
): StoredAnswer {
  const body = buildAck(message, {
    code,
    controlId: newId().replaceAll('-', '').slice(0, 20),
    at: now(),
    errors,
  })
  return { status, headers: { 'content-type': 'application/hl7-v2; charset=utf-8' }, body }
}

// The messages that are understood, as a table: what each event makes of the stay, whatever its segments say.

import type { AckError } from './ack.ts'
import type { Header } from './reader.ts'

export interface MessageRow {
  readonly means: string
  /** The stay's status after the event. `as-known`: the event does not change it. `none`: the message is about the person only. */
  readonly status: 'planned' | 'in-progress' | 'finished' | 'cancelled' | 'as-known' | 'none'
  /** The event takes a discharge back: its time, destination and method go. */
  readonly undoesDischarge?: true
  readonly carries?: 'document' | 'answers'
}

export const messages: Readonly<Record<string, MessageRow>> = {
  'ADT^A01': { means: 'admission', status: 'in-progress' },
  'ADT^A02': { means: 'transfer', status: 'in-progress' },
  'ADT^A03': { means: 'discharge', status: 'finished' },
  'ADT^A04': { means: 'registration', status: 'as-known' },
  'ADT^A05': { means: 'pre-admission', status: 'planned' },
  'ADT^A06': { means: 'outpatient becomes inpatient', status: 'in-progress' },
  'ADT^A07': { means: 'inpatient becomes outpatient', status: 'as-known' },
  'ADT^A08': { means: 'update', status: 'as-known' },
  'ADT^A11': { means: 'admission cancelled', status: 'cancelled' },
  'ADT^A12': { means: 'transfer cancelled', status: 'in-progress' },
  'ADT^A13': { means: 'discharge cancelled', status: 'in-progress', undoesDischarge: true },
  'ADT^A16': { means: 'discharge expected', status: 'as-known' },
  'ADT^A25': { means: 'expected discharge cancelled', status: 'as-known' },
  'ADT^A28': { means: 'person added', status: 'none' },
  'ADT^A31': { means: 'person updated', status: 'none' },
  'MDM^T02': { means: 'document', status: 'as-known', carries: 'document' },
  'ORU^R01': { means: 'answers of a form', status: 'as-known', carries: 'answers' },
}

export const typeOf = ({ type, event }: Header): string => (event ? `${type}^${event}` : type)

export const rowOf = (header: Header): MessageRow | undefined =>
  Object.hasOwn(messages, typeOf(header)) ? messages[typeOf(header)] : undefined

/** Why it is not to be taken, or undefined when it is: AE is due for a missing control id, AR for anything else. */
export function refusalOf(header: Header): AckError | undefined {
  const refuse = (error: AckError['error'], location: string, text: string): AckError => ({
    error,
    severity: 'E',
    location,
    text,
  })
  if (header.controlId === '')
    return refuse('field-missing', 'MSH-10', 'A message needs a control id: a repeat could not be told from a new one.')
  if (!Object.keys(messages).some((name) => name.startsWith(`${header.type}^`))) {
    return refuse('type-unsupported', 'MSH-9.1', 'Messages of this type are not taken.')
  }
  if (!rowOf(header)) return refuse('event-unsupported', 'MSH-9.2', 'Events of this kind are not taken.')
  if (!/^(2\.[1-9](\.\d)?)?$/.test(header.version))
    return refuse('version-unsupported', 'MSH-12', 'Versions 2.1 to 2.9 are taken, and messages that name none.')
  if (!['P', 'T', 'D', ''].includes(header.processingId)) {
    return refuse('processing-id-unsupported', 'MSH-11', 'Processing ids P, T and D are taken.')
  }
  return undefined
}

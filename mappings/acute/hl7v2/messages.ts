// The messages that are understood, as a table: what each event makes of the stay, whatever its segments say.

import type { AckError } from './ack.ts'
import type { Header } from './reader.ts'

export const noticeCodes = [
  'admitted',
  'transferred',
  'discharged',
  'discharge-cancelled',
  'admission-cancelled',
  'expected-discharge-changed',
  'medically-fit',
  'no-longer-medically-fit',
  'criteria-to-reside-changed',
  'died',
  'death-withdrawn',
  'document-received',
  'referral-received',
] as const
export type NoticeCode = (typeof noticeCodes)[number]

export interface MessageRow {
  readonly means: string
  /** The stay's status after the event. `as-known`: the event does not change it. `none`: the message is about the person only. */
  readonly status: 'planned' | 'in-progress' | 'finished' | 'cancelled' | 'as-known' | 'none'
  /** The event takes a discharge back: its time, destination and method go. */
  readonly undoesDischarge?: true
  /** The event presupposes a stay that is known; none is made of it. */
  readonly onlyIfStored?: true
  readonly notices?: readonly NoticeCode[]
  readonly carries?: 'document' | 'answers'
}

export const messages: Readonly<Record<string, MessageRow>> = {
  'ADT^A01': { means: 'admission', status: 'in-progress', notices: ['admitted'] },
  'ADT^A02': { means: 'transfer', status: 'in-progress', notices: ['transferred'] },
  'ADT^A03': { means: 'discharge', status: 'finished', notices: ['discharged'] },
  'ADT^A04': { means: 'registration', status: 'as-known' },
  'ADT^A05': { means: 'pre-admission', status: 'planned' },
  'ADT^A06': { means: 'outpatient becomes inpatient', status: 'in-progress', notices: ['admitted'] },
  'ADT^A07': { means: 'inpatient becomes outpatient', status: 'as-known' },
  'ADT^A08': { means: 'update', status: 'as-known' },
  'ADT^A11': { means: 'admission cancelled', status: 'cancelled', onlyIfStored: true, notices: ['admission-cancelled'] },
  'ADT^A12': { means: 'transfer cancelled', status: 'in-progress', notices: ['transferred'] },
  'ADT^A13': {
    means: 'discharge cancelled',
    status: 'in-progress',
    undoesDischarge: true,
    onlyIfStored: true,
    notices: ['discharge-cancelled'],
  },
  'ADT^A16': { means: 'discharge expected', status: 'as-known' },
  'ADT^A25': { means: 'expected discharge cancelled', status: 'as-known' },
  'ADT^A28': { means: 'person added', status: 'none' },
  'ADT^A31': { means: 'person updated', status: 'none' },
  'MDM^T02': { means: 'document', status: 'as-known', carries: 'document', notices: ['document-received'] },
  'ORU^R01': { means: 'answers of a form', status: 'as-known', carries: 'answers' },
}

export const typeOf = ({ type, event }: Header): string => (event ? `${type}^${event}` : type)

export const rowOf = (header: Header): MessageRow | undefined =>
  Object.hasOwn(messages, typeOf(header)) ? messages[typeOf(header)] : undefined

/** Why an AR is due, or undefined when the message may be taken. */
export function refusalOf(header: Header): AckError | undefined {
  const refuse = (error: AckError['error'], location: string, text: string): AckError => ({
    error,
    severity: 'E',
    location,
    text,
  })
  if (header.controlId === '') return refuse('field-missing', 'MSH-10', 'A message needs a control id.')
  if (!Object.keys(messages).some((name) => name.startsWith(`${header.type}^`))) {
    return refuse('type-unsupported', 'MSH-9.1', 'Messages of this type are not taken.')
  }
  if (!rowOf(header)) return refuse('event-unsupported', 'MSH-9.2', 'Events of this kind are not taken.')
  if (!/^2\.\d/.test(header.version)) return refuse('version-unsupported', 'MSH-12', 'Versions 2.1 to 2.9 are taken.')
  if (!['P', 'T', 'D', ''].includes(header.processingId)) {
    return refuse('processing-id-unsupported', 'MSH-11', 'Processing ids P, T and D are taken.')
  }
  return undefined
}

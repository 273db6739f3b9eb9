// Builds the acknowledgement of an HL7 v2 message, with errors as 2.4 and as later versions write them.

import { defaultDelimiters, escapeText, type Delimiters } from './escapes.ts'
import { readHl7, type Header, type Hl7Message } from './reader.ts'

export type AckCode = 'AA' | 'AE' | 'AR'

/** Table 0357, as far as a receiver of these messages needs it. */
export const errorCodes = {
  accepted: ['0', 'Message accepted'],
  'segment-sequence': ['100', 'Segment sequence error'],
  'field-missing': ['101', 'Required field missing'],
  'data-type': ['102', 'Data type error'],
  'value-not-found': ['103', 'Table value not found'],
  'type-unsupported': ['200', 'Unsupported message type'],
  'event-unsupported': ['201', 'Unsupported event code'],
  'processing-id-unsupported': ['202', 'Unsupported processing id'],
  'version-unsupported': ['203', 'Unsupported version id'],
  'key-unknown': ['204', 'Unknown key identifier'],
  'key-duplicate': ['205', 'Duplicate key identifier'],
  'record-locked': ['206', 'Application record locked'],
  internal: ['207', 'Application internal error'],
} as const satisfies Record<string, readonly [code: string, text: string]>

export type Hl7Error = keyof typeof errorCodes

export interface AckError {
  readonly error: Hl7Error
  readonly severity: 'E' | 'W' | 'I'
  /** Place in the message: `PID-3[2].1`, `OBX[3]-5`, `MSH`. */
  readonly location: string
  /** Words without personal data. */
  readonly text: string
}

export interface AckInput {
  readonly code: AckCode
  /** Our own MSH-10. */
  readonly controlId: string
  /** When it was made: an ISO instant. */
  readonly at: string
  readonly errors?: readonly AckError[]
}

/** `message` is what is acknowledged; undefined when not even its header could be read. */
export function buildAck(message: Pick<Hl7Message, 'delimiters' | 'header'> | undefined, input: AckInput): string {
  const delimiters = message?.delimiters ?? defaultDelimiters
  const header = message?.header
  const errors = (input.errors ?? []).slice(0, 50)
  const segments = [mshOf(header, input, delimiters), msaOf(header, input, delimiters), ...errsOf(errors, header, delimiters)]
  return segments.map((fields) => fields.join(delimiters.field)).join('\r') + '\r'
}

function mshOf(header: Header | undefined, { controlId, at }: AckInput, delimiters: Delimiters): string[] {
  const { component, repetition, escape, subcomponent } = delimiters
  const plain = (text = '') => escapeText(text, delimiters)
  const type = ['ACK', plain(header?.event), 'ACK'].join(component)
  const time = `${at.slice(0, 19).replaceAll(/[-:T]/g, '')}+0000`
  return [
    'MSH',
    component + repetition + escape + subcomponent,
    plain(header?.receivingApplication),
    plain(header?.receivingFacility),
    plain(header?.sendingApplication),
    plain(header?.sendingFacility),
    time,
    '',
    header?.event ? type : 'ACK',
    plain(controlId),
    plain(header?.processingId || 'P'),
    plain(header?.version || '2.4'),
    ...['', '', '', '', ''],
    'UNICODE UTF-8',
  ]
}

function msaOf(header: Header | undefined, { code, errors = [] }: AckInput, delimiters: Delimiters): string[] {
  const first = errors.find(({ severity }) => severity === 'E') ?? errors[0]
  const said = first && code !== 'AA' ? escapeText(first.text, delimiters) : ''
  const coded = first && code !== 'AA' ? codedError(first.error, delimiters) : ''
  return trimmed(['MSA', code, escapeText(header?.controlId ?? '', delimiters), said, '', '', coded])
}

/**
 * Version 2.5 and later: an ERR for each fault. Before: one ERR with all in ERR-1, which knows no severity: the errors, or the
 * warnings where there are none.
 */
function errsOf(errors: readonly AckError[], header: Header | undefined, delimiters: Delimiters): string[][] {
  if (isModern(header?.version)) return errors.map((error) => modernErr(error, delimiters))
  const grave = errors.filter(({ severity }) => severity === 'E')
  const told = grave.length > 0 ? grave : errors.filter(({ severity }) => severity === 'W')
  return told.length > 0 ? [['ERR', told.map((error) => eld(error, delimiters)).join(delimiters.repetition)]] : []
}

const isModern = (version = ''): boolean => /^2\.[5-9]/.test(version)

/** ERR-2 location, ERR-3 code, ERR-4 severity, ERR-8 words for people. */
function modernErr({ error, severity, location, text }: AckError, delimiters: Delimiters): string[] {
  const { segment, sequence, field, repetition, component } = placeOf(location)
  const erl = trimmed([segment, sequence, field, repetition, component]).join(delimiters.component)
  return ['ERR', '', erl, codedError(error, delimiters), severity, '', '', '', escapeText(text, delimiters)]
}

/** ELD: segment, sequence, field position, code as a CE of subcomponents. */
function eld({ error, location }: AckError, delimiters: Delimiters): string {
  const { segment, sequence, field } = placeOf(location)
  const coded = codedError(error, { ...delimiters, component: delimiters.subcomponent })
  return [segment, sequence, field, coded].join(delimiters.component)
}

function codedError(error: Hl7Error, delimiters: Delimiters): string {
  const [code, text] = errorCodes[error]
  return [code, escapeText(text, delimiters), 'HL70357'].join(delimiters.component)
}

function placeOf(location: string) {
  const found = /^([A-Z][A-Z0-9]{2})(?:\[(\d+)\])?(?:-(\d+)(?:\[(\w+)\])?(?:\.(\d+))?)?/.exec(location)
  const [, segment = '', sequence = '1', field = '', repetition = '', component = ''] = found ?? []
  return { segment, sequence: segment && sequence, field, repetition: repetition || (component && '1'), component }
}

function trimmed(fields: readonly string[]): string[] {
  return fields.slice(0, fields.findLastIndex((field) => field !== '') + 1)
}

export interface Acknowledged {
  readonly code: string
  readonly controlId: string
  readonly errors: readonly string[]
}

/** What an acknowledgement says, or undefined when the text is none. */
export function readAck(text: Uint8Array | string): Acknowledged | undefined {
  const read = readHl7(text)
  const msa = read.ok ? read.message.segments.find(({ name }) => name === 'MSA') : undefined
  if (!read.ok || !msa) return undefined
  const errors = read.message.segments
    .filter(({ name }) => name === 'ERR')
    .map((err) => err.text(3) || (err.repetitions('ERR-1')[0]?.[3]?.[0] ?? ''))
  return { code: msa.text(1), controlId: msa.text(2), errors }
}

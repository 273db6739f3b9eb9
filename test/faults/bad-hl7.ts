// The table of bad HL7 v2 messages: what is sent, and what the acknowledgement and the store have to say of it.

import { ago, hl7, referralForm } from '../../gateway/demo/hl7.ts'
import type { MessageState } from '../../gateway/store/store.ts'
import { noise } from './bad-fhir.ts'
import { person } from './people.ts'

export interface BadMessage {
  readonly title: string
  /** `control` is new each time. */
  readonly message: (control: string) => string | Buffer
  readonly ack: 'AA' | 'AE' | 'AR'
  readonly httpStatus?: number
  /** What becomes of it; `nothing`: no message is kept. */
  readonly state: MessageState | 'nothing'
  /** Ids and places of what the store keeps as its issues: on the source's side, and on FHIR's where it has one. */
  readonly issues?: readonly { readonly id: string; readonly location?: string; readonly expression?: RegExp }[]
  /** Segments and fields that the ACK names, as ERR-1 or ERR-2 does: `PID^1^3`. */
  readonly errors?: readonly string[]
  readonly secrets?: readonly string[]
  /** Found by the digest or not at all: the control id is no help. */
  readonly hasNoControl?: boolean
}

const odd = person(901)
const at = ago(30)

/** Each message is about a record and a stay of its own, so that no case leans on another. */
const own = (control: string) => ({ ...odd, visit: control, local: control.slice(0, 20) })
const a01 = (control: string, more: object = {}) => hl7('ADT^A01^ADT_A01', own(control), { at, control, ...more })
const modern = (message: string) => message.replace('|P|2.4|', '|P|2.5.1|')
const other = person(902)

/** Another record that claims an earlier one's NHS number, with another date of birth. */
const doubtful = { ...other, nhsNumber: person(903).nhsNumber, birthDate: '19600606' }

// prettier-ignore
export const badMessages: readonly BadMessage[] = [
  { title: 'an unknown message type', message: (control) => a01(control).replace('ADT^A01^ADT_A01', 'ZZZ^Z99'), ack: 'AR', httpStatus: 400, state: 'rejected', issues: [{ id: 'type-unsupported', location: 'MSH-9.1' }], errors: ['MSH^1^9^200'] },
  { title: 'a known type with an event that is not served', message: (control) => a01(control).replace('ADT^A01^ADT_A01', 'ADT^A99'), ack: 'AR', httpStatus: 400, state: 'rejected', issues: [{ id: 'event-unsupported', location: 'MSH-9.2' }], errors: ['MSH^1^9^201'] },
  { title: 'no message type', message: (control) => a01(control).replace('ADT^A01^ADT_A01', ''), ack: 'AR', httpStatus: 400, state: 'rejected', issues: [{ id: 'type-unsupported', location: 'MSH-9.1' }], errors: ['MSH^1^9^200'] },
  { title: 'a version of another standard', message: (control) => a01(control).replace('|P|2.4|', '|P|3.0|'), ack: 'AR', httpStatus: 400, state: 'rejected', issues: [{ id: 'version-unsupported', location: 'MSH-12' }], errors: ['MSH^1^12^203'] },
  { title: 'a version that ends in scrap', message: (control) => a01(control).replace('|P|2.4|', '|P|2.4x|'), ack: 'AR', httpStatus: 400, state: 'rejected', issues: [{ id: 'version-unsupported', location: 'MSH-12' }], errors: ['MSH^1^12^203'] },
  { title: 'no version', message: (control) => a01(control).replace('|P|2.4|', '|P||'), ack: 'AA', state: 'accepted' },
  { title: 'a processing id that is none', message: (control) => a01(control).replace('|P|2.4|', '|X|2.4|'), ack: 'AR', httpStatus: 400, state: 'rejected', issues: [{ id: 'processing-id-unsupported', location: 'MSH-11' }], errors: ['MSH^1^11^202'] },
  { title: 'an undeclared sending application', message: (control) => a01(control).replace('|EPR|TRUST1|', '|INTRUDER|TRUST1|'), ack: 'AR', httpStatus: 403, state: 'nothing', errors: ['MSH^1^3^204'] },
  { title: 'an undeclared sending facility', message: (control) => a01(control).replace('|EPR|TRUST1|', '|EPR|TRUST9|'), ack: 'AR', httpStatus: 403, state: 'nothing', errors: ['MSH^1^3^204'] },
  { title: 'a missing NHS number', message: (control) => a01(control, { pid: { 3: `${control}^^^TRUST1^PI` } }), ack: 'AA', state: 'accepted' },
  { title: 'no identifier at all', message: (control) => a01(control, { pid: { 3: '' } }), ack: 'AA', state: 'quarantined', issues: [{ id: 'person-unidentified', location: 'PID-3' }], errors: ['PID^1^3^204'] },
  { title: 'no PID', message: (control) => a01(control).split('\r').filter((line) => !line.startsWith('PID')).join('\r'), ack: 'AA', state: 'quarantined', issues: [{ id: 'person-unidentified', location: 'PID-3' }] },
  { title: 'an NHS number that fails modulus 11', message: (control) => a01(control, { pid: { 3: `9990000019^^^NHS^NH~${control}^^^TRUST1^PI` } }), ack: 'AA', state: 'accepted', issues: [{ id: 'nhs-number-check-digit', location: 'PID-3[1].1', expression: /^Patient.identifier/ }], errors: ['PID^1^3^'], secrets: ['9990000019'] },
  { title: 'only an NHS number that fails modulus 11', message: (control) => a01(control, { pid: { 3: '9990000019^^^NHS^NH' } }), ack: 'AA', state: 'quarantined', issues: [{ id: 'person-unidentified', location: 'PID-3' }, { id: 'nhs-number-check-digit' }], secrets: ['9990000019'] },
  { title: 'a placeholder as NHS number', message: (control) => a01(control, { pid: { 3: `9999999999^^^NHS^NH~${control}^^^TRUST1^PI` } }), ack: 'AA', state: 'accepted', issues: [{ id: 'nhs-number-placeholder', location: 'PID-3[1].1', expression: /^Patient.identifier/ }], secrets: ['9999999999'] },
  { title: 'an NHS number that is known with another date of birth', message: (control) => hl7('ADT^A01^ADT_A01', { ...doubtful, local: control, visit: control }, { at, control }), ack: 'AA', state: 'accepted', issues: [{ id: 'identity-doubtful', location: 'PID-3, PID-7', expression: /^Patient\.identifier$/ }], secrets: [doubtful.nhsNumber, doubtful.birthDate] },
  { title: 'an unknown code', message: (control) => a01(control, { pid: { 8: 'WIZARD' } }), ack: 'AA', state: 'accepted', issues: [{ id: 'code-unknown', location: 'PID-8', expression: /^Patient\.gender$/ }], errors: ['PID^1^8^103'], secrets: ['WIZARD'] },
  { title: 'an unknown code, in version 2.5.1', message: (control) => modern(a01(control, { pid: { 8: 'WIZARD' } })), ack: 'AA', state: 'accepted', issues: [{ id: 'code-unknown', location: 'PID-8' }], errors: ['|PID^1^8|103^', '|W|'], secrets: ['WIZARD'] },
  { title: 'an unknown admission method', message: (control) => a01(control, { pv1: { 4: 'QX9' } }), ack: 'AA', state: 'accepted', issues: [{ id: 'code-unknown', location: 'PV1-4' }], secrets: ['QX9'] },
  { title: 'month 13 as birth date', message: (control) => a01(control, { pid: { 7: '19501301' } }), ack: 'AA', state: 'accepted', issues: [{ id: 'date-invalid', location: 'PID-7', expression: /^Patient\.birthDate$/ }], errors: ['PID^1^7^102'], secrets: ['19501301'] },
  { title: 'month 13 as admission', message: (control) => a01(control, { pv1: { 44: '20261301120000' } }), ack: 'AA', state: 'accepted', issues: [{ id: 'date-invalid', location: 'PV1-44' }], secrets: ['20261301'] },
  { title: 'several faults at once', message: (control) => a01(control, { pid: { 7: '19501301', 8: 'WIZARD', 3: `9990000019^^^NHS^NH~${control}^^^TRUST1^PI` }, pv1: { 4: 'QX9' } }), ack: 'AA', state: 'accepted', issues: [{ id: 'date-invalid', location: 'PID-7' }, { id: 'code-unknown', location: 'PID-8' }, { id: 'nhs-number-check-digit', location: 'PID-3[1].1' }, { id: 'code-unknown', location: 'PV1-4' }], errors: ['PID^1^7^', 'PID^1^8^', 'PV1^1^4^'], secrets: ['WIZARD', '9990000019', '19501301', 'QX9'] },
  { title: 'Windows-1252 where UTF-8 is declared', message: (control) => Buffer.from(hl7('ADT^A01^ADT_A01', { ...own(control), given: 'ZO\u00cb' }, { at, control }).replace('|UNICODE|', '|UNICODE UTF-8|'), 'latin1'), ack: 'AA', state: 'accepted', secrets: ['ZO\u00cb'] },
  { title: 'no MSH-10', message: () => a01('GONE').replace('|GONE|', '||'), ack: 'AE', httpStatus: 400, state: 'rejected', issues: [{ id: 'field-missing', location: 'MSH-10' }], errors: ['MSH^1^10^101'], hasNoControl: true },
  { title: 'an MSH-10 of spaces', message: () => a01('GONE').replace('|GONE|', '|   |'), ack: 'AE', httpStatus: 400, state: 'rejected', issues: [{ id: 'field-missing', location: 'MSH-10' }], hasNoControl: true },
  { title: 'two PIDs', message: (control) => a01(control, { segments: [`PID|1||${other.nhsNumber}^^^NHS^NH||${other.family}^${other.given}`] }), ack: 'AA', state: 'accepted', issues: [{ id: 'more-than-one-person', location: 'PID[2]' }], errors: ['PID^2'], secrets: [other.nhsNumber, other.family] },
  { title: 'a NUL in a name', message: (control) => a01(control, { pid: { 5: `${odd.family}\u0000NUL^${odd.given}` } }), ack: 'AA', state: 'quarantined', issues: [{ id: 'character-invalid', location: 'PID-5', expression: /^Patient\.name\[0\]\.family$/ }], errors: ['PID^1^5^102'], secrets: ['NUL'] },
  { title: 'a NUL in an identifier', message: (control) => a01(control, { pid: { 3: `${control}\u0000X^^^TRUST1^PI` } }), ack: 'AA', state: 'quarantined', issues: [{ id: 'character-invalid', location: 'PID-3' }] },
  { title: 'a NUL in the control id', message: (control) => hl7('ADT^A01^ADT_A01', own(control), { at, control: `${control.slice(0, 10)}\u0000X` }), ack: 'AA', state: 'accepted', hasNoControl: true },
  { title: 'a form that names no hub and asks nothing', message: (control) => referralForm(own(control), { at, control }).replaceAll('Q-', 'U-'), ack: 'AA', state: 'accepted' },
  { title: 'a document that is no Base64', message: (control) => hl7('MDM^T02^MDM_T02', own(control), { at, control, segments: [`TXA|1|DS|AP|${at}||||||||DOC-X^TRUST1||||x.pdf|AU`, 'OBX|1|ED|373942005^Discharge summary^SCT||^application^pdf^Base64^%%%not base64%%%||||||F'] }), ack: 'AA', state: 'accepted', issues: [{ id: 'document-unreadable' }] },
  { title: 'a local identifier of 10,000 characters', message: (control) => a01(control, { pid: { 3: `${noise(10_000)}^^^TRUST1^PI` } }), ack: 'AA', state: 'accepted', secrets: [noise(10_000).slice(0, 20)] },
  { title: 'a visit number of 10,000 characters', message: (control) => a01(control, { pv1: { 19: `${noise(10_000)}^^^TRUST1` } }), ack: 'AA', state: 'accepted', secrets: [noise(10_000).slice(0, 20)] },
  { title: 'an authority of 10,000 characters', message: (control) => a01(control, { pid: { 3: `${control}^^^${noise(10_000)}^PI` } }), ack: 'AA', state: 'accepted' },
  { title: 'a name of 100,000 characters', message: (control) => a01(control, { pid: { 5: `${noise(100_000)}^${odd.given}` } }), ack: 'AA', state: 'accepted', secrets: [noise(10_000).slice(0, 20)] },
  { title: 'a control id of 10,000 characters', message: (control) => hl7('ADT^A01^ADT_A01', own(control), { at, control: control + noise(10_000) }), ack: 'AA', state: 'accepted' },
  { title: 'an identifier system that would be a path', message: (control) => a01(control, { pid: { 3: `${control}^^^../../[x]&.^PI` } }), ack: 'AA', state: 'accepted' },
  { title: 'a field of 20,000 repetitions', message: (control) => a01(control, { pid: { 3: `X^^^TRUST1^PI~`.repeat(20_000) } }), ack: 'AE', httpStatus: 400, state: 'rejected', issues: [{ id: 'message-too-large', location: 'PID, segment 3' }], errors: ['PID^1^^100'] },
  { title: 'a segment of 600 fields', message: (control) => `${a01(control)}\rOBX${'|x'.repeat(600)}`, ack: 'AE', httpStatus: 400, state: 'rejected', issues: [{ id: 'message-too-large', location: 'OBX, segment 5' }], errors: ['OBX^1^^100'] },
]

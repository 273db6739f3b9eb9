// HL7 v2 as a format: exactly once, mapped and written, acknowledged when it is durable.

import { createHash } from 'node:crypto'
import type { AckCode, AckError } from '../../mappings/acute/hl7v2/ack.ts'
import { mapHl7, type MappedHl7 } from '../../mappings/acute/hl7v2/map.ts'
import { refusalOf } from '../../mappings/acute/hl7v2/messages.ts'
import { sourcePlace } from '../../mappings/acute/hl7v2/places.ts'
import { envelopeOf, type Envelope, type readHl7 } from '../../mappings/acute/hl7v2/reader.ts'
import type { Issue, Ledger } from '../../mappings/mapped.ts'
import { Refusal, type Fault } from '../refusal.ts'
import { writeDrafts } from './drafts.ts'
import { ack, errorOf, said } from './hl7v2-ack.ts'
import { referralOf } from './hl7v2-referral.ts'
import type { Planning } from './planning.ts'
import { quarantine } from './quarantine.ts'
import type { Format, Identity, Incoming, IntakeHouse, Outcome } from './receive.ts'

export type Read = ReturnType<typeof readHl7>

export function hl7v2Format(read: Read): Format {
  return {
    channel: 'hl7v2',
    mapping: 'hl7v2',
    identify: ({ bytes }) => identityOf(read, bytes),
    plan: (incoming, planning, house, reused) => planMessage(read, incoming, planning, house, reused !== undefined),
    async repeat(first, { digest }) {
      return first.digest === digest ? first.answer : undefined
    },
    refused: (refusal, _, planning, house) => quarantineRefused(refusal, read, planning, house),
  }
}

/** MSH-10 and the content without MSH-7, which a sender's retry may renew. Messages about one person are handled in order. */
function identityOf(read: Read, bytes: Uint8Array): Identity {
  if (!read.ok) return { control: '', digest: createHash('sha256').update(bytes).digest('hex') }
  const { header, delimiters, segments } = read.message
  const text = Buffer.from(bytes).toString('latin1')
  const [msh = '', ...rest] = text.trimStart().split(/\r\n|\r|\n/)
  const fields = msh.split(delimiters.field)
  fields[6] = ''
  const digest = createHash('sha256')
    .update([fields.join(delimiters.field), ...rest.filter((line) => line !== '')].join('\r'), 'latin1')
    .digest('hex')
  const person = segments.find(({ name }) => name === 'PID')?.text(3) ?? ''
  return { control: header.controlId, digest, lane: `${header.sendingFacility} ${person}` }
}

async function planMessage(
  read: Read,
  incoming: Incoming,
  planning: Planning,
  house: IntakeHouse,
  isReused: boolean,
): Promise<Outcome> {
  if (!read.ok) {
    const { id, text, location } = read.fault
    return rejected(read.envelope, 'AE', house, said('segment-sequence', location, text), id)
  }
  const { message } = read
  const refusal = refusalOf(message.header)
  if (refusal) return rejected(message, refusal.error === 'field-missing' ? 'AE' : 'AR', house, refusal)
  const mapped = mapHl7(message, house.source(incoming.caller.client))
  if (mapped.filtered)
    return {
      state: 'filtered',
      reason: mapped.filtered.reason,
      isKept: false,
      answer: ack(message, 'AA', house),
    }
  const reuse: readonly Fault[] = isReused
    ? [
        {
          id: 'control-id-reused',
          severity: 'warning',
          text: 'this control id was used before for other content; the message was processed',
          location: 'MSH-10',
        },
      ]
    : []
  if (!mapped.identified) {
    const issues = [...reuse, unidentified, ...mapped.issues.map(faultOf)]
    return quarantined(message, planning, house, { reason: unidentified.id, issues, ledger: mapped.ledger })
  }
  const warnings = await writeMapped(planning, mapped, house)
  const issues = [...reuse, ...mapped.issues.map(faultOf), ...warnings]
  return {
    state: 'accepted',
    issues,
    ledger: mapped.ledger,
    answer: ack(message, 'AA', house, issues.map(errorOf)),
  }
}

/** `known` names the person of a message that was quarantined. */
export async function writeMapped(
  planning: Planning,
  mapped: MappedHl7,
  house: IntakeHouse,
  known: Readonly<Record<string, string>> = {},
): Promise<readonly Fault[]> {
  const { recorded = planning.at, occurred = recorded } = mapped
  const drafts = mapped.drafts.map((draft) =>
    draft.type === 'ServiceRequest' ? referralOf(draft, mapped, planning, house.registry) : draft,
  )
  return writeDrafts(planning, drafts, { house, recorded, occurred, known })
}

/** AE: it cannot be read, or not told from another. AR: it is not taken. The bytes are kept. */
function rejected(
  message: Envelope | undefined,
  code: AckCode,
  house: IntakeHouse,
  error: AckError,
  id: string = error.error,
): Outcome {
  const { text, location } = error
  return {
    state: 'rejected',
    reason: id,
    issues: [{ id, text, location }],
    answer: ack(message, code, house, [error], 400),
  }
}

/** What could be read but not written is never lost and never refused: its sender gets it as a task. */
async function quarantineRefused(refusal: Refusal, read: Read, planning: Planning, house: IntakeHouse): Promise<Outcome> {
  if (refusal.reason === 'busy') throw refusal
  const reason = refusal.faults[0]?.id ?? refusal.reason
  return quarantined(envelopeOf(read), planning, house, { reason, issues: refusal.faults.map(warningOf) })
}

async function quarantined(
  message: Envelope | undefined,
  planning: Planning,
  house: IntakeHouse,
  why: { readonly reason: string; readonly issues: readonly Fault[]; readonly ledger?: Ledger },
): Promise<Outcome> {
  const owner = planning.caller.organization
  await quarantine(planning, owner, why.reason)
  return { state: 'quarantined', owner, ...why, answer: ack(message, 'AA', house, why.issues.map(errorOf)) }
}

const unidentified: Fault = {
  id: 'person-unidentified',
  severity: 'warning',
  text: 'the message is stored; it waits until its sender says who is meant',
  location: 'PID-3',
}

/** With the place on both sides: what is wrong with a resource is told where its sender can mend it. */
function warningOf(fault: Fault): Fault {
  const location = fault.location ?? (fault.expression && sourcePlace(fault.expression))
  return { ...fault, severity: 'warning', ...(location && { location }) }
}

const faultOf = ({ severity, id, text, location, expression }: Issue): Fault => ({
  severity,
  id,
  text,
  location,
  ...(expression && { expression }),
})

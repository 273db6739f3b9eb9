// Maps an HL7 v2 message whole: the person, the stay, readiness, documents and forms, as drafts.

import { emptyLedger } from '../../engine/ledger.ts'
import type { Draft, Mapped } from '../../mapped.ts'
import type { SourceSettings } from '../../source.ts'
import { personKeys } from '../person.ts'
import { filterOf } from './filter.ts'
import { rowOf, typeOf, type MessageRow } from './messages.ts'
import { papersOf } from './papers.ts'
import { settlePerson } from './pid.ts'
import type { Hl7Message } from './reader.ts'
import { readSegments, timesOf, type Read } from './segments.ts'
import { readinessOf } from './statements.ts'
import { spellOf } from './stay.ts'

export { tables } from './segments.ts'

export interface MappedHl7 extends Mapped {
  /** `ADT^A01` */
  readonly type: string
  readonly controlId: string
  /** When it happened: EVN-6, otherwise EVN-2, otherwise MSH-7; UTC. */
  readonly occurred?: string
  /** When the source recorded it: EVN-2, otherwise MSH-7; UTC. */
  readonly recorded?: string
  /** The person can be known: by an identifier of the source, or by NHS number with date of birth. */
  readonly identified: boolean
  /** None of our business by the source's settings: no drafts, and no more than the reason is to be kept. */
  readonly filtered?: { readonly reason: string }
  /** The message is a discharge referral; `hub` is the registry id of the hub it is for, where form or settings say so. */
  readonly form?: { readonly hub?: string }
}

/** Never throws; what cannot be understood becomes an issue or a line of the ledger. */
export function mapHl7(message: Hl7Message, source: SourceSettings): MappedHl7 {
  const type = typeOf(message.header)
  const row = rowOf(message.header)
  if (!row) return unsupported(message, type)
  const read = readSegments(message, source, row)
  const person = settlePerson([...read.of('PID'), ...read.of('PD1'), ...read.contacts, ...read.of('ZU8')])
  const base = {
    type,
    controlId: message.header.controlId,
    ...(read.occurred && { occurred: read.occurred }),
    ...(read.recorded && { recorded: read.recorded }),
  }
  const filtered = filterOf(message, person.assertions, read.occurred, source)
  if (filtered) {
    return {
      ...base,
      identified: false,
      drafts: [],
      issues: [],
      ledger: emptyLedger,
      filtered: { reason: filtered },
    }
  }
  return { ...base, ...compose(source, { row, read, person, type }) }
}

interface Parts {
  readonly row: MessageRow
  readonly read: Read
  readonly person: ReturnType<typeof settlePerson>
  readonly type: string
}

function compose(source: SourceSettings, { row, read, person, type }: Parts) {
  const patient: Draft = { name: 'patient', type: 'Patient', keys: personKeys(person.assertions), assertions: person.assertions }
  const spell = spellOf(row, read, patient.keys)
  const key = spell.draft?.keys[0]
  const readiness = readinessOf(read.of('ZU1'), { ...timesOf(read), spell: key }, source)
  const papers = papersOf(source, { read, type, spell: key, hasSpell: spell.draft !== undefined })
  const drafts = [patient, ...(spell.draft ? [spell.draft] : []), ...readiness.drafts, ...papers.drafts]
  return {
    identified: patient.keys.length > 0,
    drafts,
    issues: [...read.issues, ...person.issues, ...spell.issues, ...readiness.issues, ...papers.issues],
    ledger: read.ledger,
    ...(papers.form && { form: papers.form }),
  }
}

function unsupported(message: Hl7Message, type: string): MappedHl7 {
  const text = 'Messages of this type and event are not mapped.'
  return {
    type,
    controlId: message.header.controlId,
    identified: false,
    drafts: [],
    issues: [{ severity: 'error', id: 'message-unsupported', text, location: 'MSH-9' }],
    ledger: { ...emptyLedger, notCarried: message.segments.map(({ name }) => name) },
  }
}

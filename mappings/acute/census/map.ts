// Maps one row of a census to a person, a stay and a statement about criteria to reside.

import { recordSource } from '../../engine/cell.ts'
import { sumOf } from '../../engine/ledger.ts'
import type { Context } from '../../engine/row.ts'
import { startOf } from '../../engine/time.ts'
import type { Assertion, Draft, Issue, Key, Ledger, Mapped } from '../../mapped.ts'
import type { SourceSettings } from '../../source.ts'
import { criteriaToReside } from '../readiness.ts'
import { isKey } from '../hl7v2/documents.ts'
import { unknownClass } from '../hl7v2/stay.ts'
import { personKeys } from '../person.ts'
import { censusColumns, censusPerson, censusStatement, censusStay } from './tables.ts'

export interface MappedCensusRow extends Mapped {
  /** The census day's beginning, in UTC: it gives way to whatever the trust's messages say of that day. */
  readonly occurred?: string
  readonly identified: boolean
}

type CensusRow = Readonly<Record<string, string>>

/** Columns without which no row can be read. */
export const missingColumns = (header: readonly string[]): readonly string[] =>
  ['Census_Date', 'Criteria_To_Reside'].filter((column) => !header.includes(column))

/** `number` is the row's place in the file, for whoever must find it again. */
export function mapCensusRow(row: CensusRow, number: number, source: SourceSettings): MappedCensusRow {
  const name = `row ${number}`
  const context = contextOf(row, source)
  const from = recordSource(row, name)
  const [person, stay, statement] = [censusPerson, censusStay, censusStatement].map((table) =>
    table.read({ ...from, present: from.present.filter((field) => table.table.fields.includes(field)) }, context),
  )
  if (!person || !stay || !statement) throw new Error('three tables read a census row')
  const day = textIn(statement.assertions, 'day')
  const patient: Draft = { name: 'patient', type: 'Patient', keys: personKeys(person.assertions), assertions: person.assertions }
  const spell = spellOf(stay.assertions)
  const said = criteriaOf(statement.assertions, spell.keys[0], day, name)
  return {
    ...(day && { occurred: startOf(day, source.timeZone) }),
    identified: patient.keys.length > 0,
    drafts: [patient, ...(spell.keys.length > 0 ? [spell] : []), ...said.drafts],
    issues: [...person.issues, ...stay.issues, ...statement.issues, ...said.issues],
    ledger: withUnknown(sumOf([person.ledger, stay.ledger, statement.ledger]), from.present, name),
  }
}

function contextOf(row: CensusRow, { client, timeZone, identifierSystems, aliases }: SourceSettings): Context {
  const stay = row['Visit_Number']?.trim() ? 'visit' : 'cds'
  return {
    client,
    timeZone,
    identifierSystems,
    aliases,
    meanings: { stay },
    assigner: trustOf(row['Organisation_Site_Code'] ?? ''),
  }
}

/** An ODS site code of five characters begins with the three of its trust, which is what the trust's messages call themselves. */
const trustOf = (site: string): string => (site.trim().length === 5 ? site.trim().slice(0, 3) : site.trim())

const withUnknown = (ledger: Ledger, present: readonly string[], name: string): Ledger => ({
  ...ledger,
  notCarried: [
    ...ledger.notCarried,
    ...present.filter((column) => !(censusColumns as readonly string[]).includes(column)).map((column) => `${name}, ${column}`),
  ],
})

/** A census lists who is in a bed. What it knows of the stay is for one that was not known; messages know it better. */
function spellOf(said: readonly Assertion[]): Draft {
  const keys = said.flatMap((one) => (one.state === 'set' && isKey(one.value) ? [one.value] : []))
  return {
    name: 'spell',
    type: 'Encounter',
    keys,
    assertions: [
      { state: 'set', path: 'subject', value: { reference: 'draft:patient' } },
      ...said.filter(({ path }) => path.startsWith('identifier')),
    ],
    initial: [
      { state: 'set', path: 'status', value: 'in-progress' },
      { state: 'set', path: 'class', value: unknownClass },
      ...said.filter(({ path }) => !path.startsWith('identifier')),
    ],
  }
}

/** Y, N, or a date or count of days that can only mean N. A blank says nothing. */
function criteriaOf(said: readonly Assertion[], spell: Key | undefined, day: string | undefined, name: string) {
  const meets = valueIn(said, 'meets')
  const since = textIn(said, 'since')
  const hasLapsed = since !== undefined || valueIn(said, 'days') !== undefined
  const value = meets === true ? 'meets' : meets === false || hasLapsed ? 'no-longer-meets' : undefined
  const issues = meets === true && hasLapsed ? [contradiction(name)] : []
  if (!value) return { drafts: [], issues }
  if (!spell || !day) return { drafts: [], issues: [...issues, withoutStay(name)] }
  const extras = value === 'meets' ? {} : { dischargeReadyDate: since, delay: valueIn(said, 'delay') }
  const effective = value === 'meets' ? day : (since ?? day)
  return { drafts: [criteriaToReside(value, { spell, effective }, extras)], issues }
}

const contradiction = (name: string): Issue => ({
  severity: 'warning',
  id: 'criteria-contradictory',
  text: 'Criteria_To_Reside says Y beside a date or count of days without; Y was taken.',
  location: `${name}, Criteria_To_Reside`,
  expression: 'Observation.valueCodeableConcept',
})
const withoutStay = (name: string): Issue => ({
  severity: 'error',
  id: 'stay-missing',
  text: 'The row says something about criteria to reside, but not of which stay and on which day; it was not taken.',
  location: `${name}, Visit_Number`,
  expression: 'Observation.encounter',
})

function valueIn(said: readonly Assertion[], path: string): unknown {
  const found = said.find((one) => one.path === path)
  return found?.state === 'set' ? found.value : undefined
}

function textIn(said: readonly Assertion[], path: string): string | undefined {
  const value = valueIn(said, path)
  return typeof value === 'string' ? value : undefined
}

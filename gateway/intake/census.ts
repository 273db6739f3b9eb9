// The daily census of criteria to reside as a format: a CSV whose good rows are written and whose bad rows are listed.

import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { mapCensusRow, missingColumns, type MappedCensusRow } from '../../mappings/acute/census/map.ts'
import type { Issue } from '../../mappings/mapped.ts'
import { Refusal, type Fault } from '../refusal.ts'
import { writeDrafts } from './drafts.ts'
import type { Planning } from './planning.ts'
import type { Format, Incoming, IntakeHouse } from './receive.ts'
import { keepRejected } from './rest.ts'

/** More rows than any trust has beds. */
const maxRows = 20_000

/** One line of the report. `row` counts as a spreadsheet does: the header is row 1. */
interface ReportLine {
  readonly row: number
  readonly column?: string
  readonly id: string
  readonly text: string
}

export const census: Format = {
  channel: 'census',
  mapping: 'census',
  identify: ({ bytes, headers }) => ({
    control: headers.get('x-request-id') ?? '',
    digest: createHash('sha256').update(bytes).digest('hex'),
    lane: 'census',
  }),
  async plan(incoming, planning, house) {
    const rows = rowsOf(incoming)
    const rejected: ReportLine[] = []
    const warnings: ReportLine[] = []
    let stored = 0
    for (const [i, row] of rows.entries()) {
      const number = i + 2
      const mapped = mapCensusRow(row, number, house.source(incoming.caller.client))
      const errors = mapped.issues.filter(({ severity }) => severity === 'error')
      const faults =
        errors.length > 0 ? errors : mapped.identified ? await writeRow(planning, mapped, house) : [unidentified(number)]
      if (faults.length > 0) rejected.push(...faults.map((fault) => lineOf(fault, number)))
      else stored++
      warnings.push(...mapped.issues.filter(({ severity }) => severity === 'warning').map((issue) => lineOf(issue, number)))
    }
    const body = JSON.stringify({ message: planning.message, rows: rows.length, stored, rejected, warnings })
    return {
      state: 'accepted',
      issues: rejected.map(faultOf),
      answer: { status: 200, headers: { 'content-type': 'application/json' }, body },
    }
  },
  async repeat(first, { digest }) {
    return first.digest === digest ? first.answer : undefined
  },
  refused: keepRejected,
}

function rowsOf({ bytes, contentType }: Incoming): readonly Record<string, string>[] {
  if (!/^text\/csv\b/i.test(contentType))
    throw new Refusal('unsupported-media-type', {
      id: 'media-type',
      text: 'send text/csv',
      location: 'Content-Type',
    })
  const rows = parsed(bytes)
  const [header] = rows
  const missing = header ? missingColumns(Object.keys(header)) : ['Census_Date']
  if (missing.length > 0)
    throw new Refusal(
      'unprocessable',
      missing.map((column) => ({
        id: 'column-missing',
        text: `the file has no column ${column}`,
        location: `row 1, ${column}`,
        code: 'required' as const,
      })),
    )
  if (rows.length > maxRows) throw new Refusal('too-large', { id: 'too-many-rows', text: `a census has at most ${maxRows} rows` })
  return rows
}

/** UTF-8, or Windows-1252 where the bytes are not that. Short and long rows are read as far as they go. */
function parsed(bytes: Uint8Array): readonly Record<string, string>[] {
  try {
    return parse(decoded(bytes), {
      columns: (names: string[]) => names.map((name) => name.trim()),
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
      max_record_size: 100_000,
    })
  } catch (error) {
    const line = typeof error === 'object' && error !== null && 'lines' in error ? Number(error.lines) : 0
    throw new Refusal('malformed', {
      id: 'csv-malformed',
      text: 'the file is no CSV that can be read',
      location: `row ${line}`,
    })
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** A row stands or falls alone. What it says holds for its day, so it is news until that day is over. */
async function writeRow(planning: Planning, mapped: MappedCensusRow, house: IntakeHouse): Promise<readonly Fault[]> {
  const { occurred = planning.at } = mapped
  const reported = new Date(Date.parse(occurred) + 86_400_000).toISOString()
  try {
    await planning.attempt(() => writeDrafts(planning, mapped.drafts, { house, recorded: occurred, occurred, reported }))
    return []
  } catch (error) {
    if (error instanceof Refusal) return error.faults
    throw error
  }
}

const unidentified = (row: number): Issue => ({
  severity: 'error',
  id: 'person-unidentified',
  text: 'the row names nobody: neither a local identifier nor an NHS number with a date of birth',
  location: `row ${row}, Local_Patient_Identifier`,
})

/**
 * Where to look for what shows only in what was made of the row: the column by which each resource is known. Who a statement is about is said by its stay, so a
 * stay of somebody else is found there whether the statement or the stay shows it first.
 */
const columns: Readonly<Record<string, string>> = {
  Patient: 'Local_Patient_Identifier',
  Encounter: 'Visit_Number',
  Observation: 'Criteria_To_Reside',
  'Observation.subject': 'Visit_Number',
}

function lineOf({ id, text, location = '', expression = '' }: Issue | Fault, row: number): ReportLine {
  const [, named] = /^row \d+, (.+)$/.exec(location) ?? []
  const column = named ?? columns[expression] ?? columns[expression.split('.')[0] ?? '']
  return { row, ...(column && { column }), id, text }
}

const faultOf = ({ row, column, id, text }: ReportLine): Fault => ({
  id,
  text,
  location: column ? `row ${row}, ${column}` : `row ${row}`,
})

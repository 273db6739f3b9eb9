// The mapping tables as the docs show them.

import { tables as hl7v2 } from '../../mappings/acute/hl7v2/map.ts'
import { censusPerson, censusStatement, censusStay } from '../../mappings/acute/census/tables.ts'
import { person, request, service, submission } from '../../mappings/council/client-level-data/tables.ts'
import type { CompiledTable } from '../../mappings/engine/compile.ts'

export interface MappingTable {
  readonly title: string
  readonly rows: readonly (readonly string[])[]
  readonly ignored: readonly (readonly string[])[]
}

const all: readonly CompiledTable[] = [
  ...Object.values(hl7v2),
  censusPerson,
  censusStay,
  censusStatement,
  submission,
  person,
  request,
  service,
]

export const tables: readonly MappingTable[] = all.map(({ table }) => ({
  title: table.id,
  rows: table.rows.map(({ from, to, as, codes, direction, note = '' }) => [
    sourceOf(from),
    `\`${to}\``,
    as.name,
    codes?.id ?? '',
    direction,
    note,
  ]),
  ignored: byReason(table.ignored),
}))

/** Fields that are left out for one reason stand in one line. */
function byReason(ignored: Readonly<Record<string, string>>): readonly (readonly string[])[] {
  const reasons = [...new Set(Object.values(ignored))]
  return reasons.map((reason) => [
    Object.keys(ignored)
      .filter((field) => ignored[field] === reason)
      .join(', '),
    reason,
  ])
}

function sourceOf(from: unknown): string {
  const list = Array.isArray(from) ? from : [from]
  return list
    .map((one: unknown) => (typeof one === 'object' && one !== null && 'path' in one ? String(one.path) : String(one)))
    .join(', else ')
}

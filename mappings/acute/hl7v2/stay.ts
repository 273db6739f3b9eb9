// The stay that a message tells of: its segments, under what the event itself makes of it.

import { identifierSystem } from '../../../profiles/canonical.ts'
import type { Assertion, Draft, Issue, Key } from '../../mapped.ts'
import { isKey } from './documents.ts'
import type { MessageRow } from './messages.ts'
import { dischargeMethodPath, dispositionPath } from './pv1.ts'
import { setIn, type Read } from './segments.ts'

/** The stay as the segments tell it, under what the event makes of it. */
export function spellOf(row: MessageRow, read: Read, person: readonly Key[]): { draft?: Draft; issues: readonly Issue[] } {
  if (row.status === 'none' || !read.has('PV1')) return { issues: [] }
  const said = [...read.of('PV1'), ...read.of('PV2')]
  const keys = spellKeys(said, person)
  if (keys.length === 0) return { issues: [withoutNumber] }
  const fixed = fixedBy(row, read, said)
  const settled = new Set(fixed.map(({ path }) => path))
  const draft: Draft = {
    name: 'spell',
    type: 'Encounter',
    keys,
    assertions: [
      ...fixed,
      { state: 'set', path: 'subject', value: { reference: 'draft:patient' } },
      ...said.filter(({ path }) => !settled.has(path.replace(/\.valueCodeableConcept$/, ''))),
    ],
    initial: initialOf(row, said),
  }
  return { draft, issues: [] }
}

/** By visit number; a source that sends none means, of one person, the stay that began at one time. */
function spellKeys(said: readonly Assertion[], person: readonly Key[]): readonly Key[] {
  const visits = said.flatMap((one) =>
    one.state === 'set' && one.path.startsWith('identifier[') && isKey(one.value) ? [one.value] : [],
  )
  if (visits.length > 0) return visits
  const [start, who] = [setIn(said, 'period.start'), person[0]]
  if (typeof start !== 'string' || !who) return []
  return [{ system: identifierSystem('stay-by-admission'), value: `${who.system}/${who.value}|${start}` }]
}

const withoutNumber: Issue = {
  severity: 'warning',
  id: 'visit-number-missing',
  text: 'PV1-19 holds no visit number, and without PV1-44 the stay cannot be known; nothing was said of it.',
  location: 'PV1-19',
  expression: 'Encounter.identifier',
}

function fixedBy(row: MessageRow, read: Read, said: readonly Assertion[]): readonly Assertion[] {
  const status: Assertion[] =
    row.status === 'as-known' || row.status === 'none' ? [] : [{ state: 'set', path: 'status', value: row.status }]
  const gone = row.undoesDischarge ? ['period.end', dispositionPath, dischargeMethodPath] : []
  const isEnded = said.some(({ state, path }) => state === 'set' && path === 'period.end')
  const end: Assertion[] =
    row.status === 'finished' && !isEnded && read.occurred ? [{ state: 'set', path: 'period.end', value: read.occurred }] : []
  return [...status, ...gone.map((path): Assertion => ({ state: 'clear', path })), ...end]
}

/** What a stay that was not known needs to be one, where the message leaves it open. */
function initialOf(row: MessageRow, said: readonly Assertion[]): readonly Assertion[] {
  const begun = setIn(said, 'period.start') !== undefined ? 'in-progress' : 'unknown'
  const status = setIn(said, 'period.end') !== undefined ? 'finished' : begun
  const isClassed = said.some(({ state, path }) => state === 'set' && path === 'class')
  return [
    ...(row.status === 'as-known' ? [{ state: 'set', path: 'status', value: status } as const] : []),
    ...(isClassed ? [] : [{ state: 'set', path: 'class', value: unknownClass } as const]),
  ]
}

export const unknownClass = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
}

// Statements of readiness as Observations: medically fit, and criteria to reside. One Observation per statement, so that a state
// that flips keeps its history.

import { codeSystem, identifierSystem } from '../../profiles/canonical.ts'
import type { Assertion, Draft, Key } from '../mapped.ts'

const absent = 'http://terminology.hl7.org/CodeSystem/data-absent-reason'

/** What every statement says besides its value. */
export interface Statement {
  /** The stay's business identity: with code, time and value it makes the statement one and the same whenever it is repeated. */
  readonly spell: Key
  readonly effective: string
  /** When the source recorded it. */
  readonly recorded?: string | undefined
}

/** `undefined`: a statement that was taken back without another in its place. */
export function medicallyFit(value: boolean | undefined, statement: Statement): Draft {
  const said: Assertion =
    value === undefined
      ? { state: 'set', path: 'dataAbsentReason', value: { coding: [{ system: absent, code: 'unknown' }] } }
      : { state: 'set', path: 'valueBoolean', value }
  return observation('readiness', 'medically-fit', String(value ?? 'withdrawn'), [said], statement)
}

export type CriteriaToReside = 'meets' | 'no-longer-meets'

export interface CriteriaExtras {
  /** Since when the criteria are no longer met. */
  readonly dischargeReadyDate?: string | undefined
  /** Why the person is still here, as the source's own code or words. */
  readonly delay?: unknown
}

export function criteriaToReside(
  value: CriteriaToReside | undefined,
  statement: Statement,
  { dischargeReadyDate, delay }: CriteriaExtras = {},
): Draft {
  const components = [
    ...(dischargeReadyDate ? [component('observation', 'discharge-ready-date', { valueDateTime: dischargeReadyDate })] : []),
    ...(delay ? [component('task-output', 'delay-reason', { valueCodeableConcept: delay })] : []),
  ]
  const said: Assertion[] = [
    value
      ? {
          state: 'set',
          path: 'valueCodeableConcept',
          value: { coding: [{ system: codeSystem('criteria-to-reside-state'), code: value }] },
        }
      : { state: 'set', path: 'dataAbsentReason', value: { coding: [{ system: absent, code: 'unknown' }] } },
    ...(components.length > 0 ? [{ state: 'set', path: 'component', value: components } as const] : []),
  ]
  return observation('criteria', 'criteria-to-reside', value ?? 'withdrawn', said, statement)
}

const component = (system: string, code: string, value: Record<string, unknown>) => ({
  code: { coding: [{ system: codeSystem(system), code }] },
  ...value,
})

function observation(name: string, code: string, value: string, said: readonly Assertion[], statement: Statement): Draft {
  const { spell, effective, recorded } = statement
  const key = [`${spell.system}/${spell.value}`, code, effective, value].join('|')
  return {
    name,
    type: 'Observation',
    keys: [{ system: identifierSystem('statement'), value: key }],
    assertions: [
      { state: 'set', path: 'status', value: 'final' },
      { state: 'set', path: 'code', value: { coding: [{ system: codeSystem('observation'), code }] } },
      { state: 'set', path: 'subject', value: { reference: 'draft:patient' } },
      { state: 'set', path: 'encounter', value: { reference: 'draft:spell' } },
      { state: 'set', path: 'effectiveDateTime', value: effective },
      ...said,
    ],
    // A statement that is repeated was recorded when it was first made.
    initial: recorded ? [{ state: 'set', path: 'issued', value: recorded }] : [],
  }
}

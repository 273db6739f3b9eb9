// A row with its paths taken apart, as the compiler hands it to the reading and the writing direction.

import type { Path } from './path.ts'
import type { Condition, Context, Row } from './row.ts'

/** A row with its paths taken apart. */
export interface CompiledRow {
  readonly row: Row
  readonly from: readonly SourcePath[]
  /** Absent when `to` names its targets by a member of the value. */
  readonly to: Path | undefined
  readonly expression: string
}

export interface SourcePath {
  readonly text: string
  readonly field: string
  readonly selector: string | undefined
  readonly component: number | undefined
  readonly when: Condition | undefined
}

export const holds = (condition: Condition | undefined, context: Context): boolean =>
  condition === undefined || context.meanings[condition.setting] === condition.is

// The shape of a mapping table: rows that an analyst can read and diff, and what a datatype and a code table must offer.

import type { Cell } from './cell.ts'
import type { CodeTable } from './codes.ts'

/** → from source to FHIR, ← from FHIR to source, ⇄ both. */
export type Direction = '→' | '←' | '⇄'

export interface Row {
  /** Source path, or several of which the first that speaks is taken: `PID-7`, `PV1-14.1`, `PID-3[NHS].1`, `NHS_Number`. */
  readonly from: From | readonly From[]
  /** Target path. `{system}` stands for that member of the value: each repetition then has a target of its own. */
  readonly to: string
  readonly as: Datatype
  readonly codes?: CodeTable
  readonly direction: Direction
  readonly when?: Condition
  /** All repetitions together are the list at `to`. */
  readonly many?: true
  /** The value holds from the moment of the event on, and joins the element's time line. */
  readonly since?: true
  /** The field is sent whole, so that a kind of repetition that is missing from it has been taken away. */
  readonly snapshot?: true
  readonly note?: string
}

export type From = string | { readonly path: string; readonly when: Condition }

/** Holds when the source's settings give this field this meaning. Data, so that the compiler can tell what excludes what. */
export interface Condition {
  readonly name: string
  readonly setting: string
  readonly is: string
}

/** Names repetitions by what they hold: `PID-3[NHS]`. */
export interface Selector {
  picks(repetitions: readonly Cell[], context: Context): readonly number[]
  /** Components that mark a repetition as one of these, when it is written. */
  readonly stamp?: Cell
}

export interface Table {
  readonly id: string
  /** Segment or record: `PID`. */
  readonly source: string
  /** Every field that the source's specification lists; each must be mapped or ignored with a reason. */
  readonly fields: readonly string[]
  /** Name of the draft and its resource type. */
  readonly draft: string
  readonly type: string
  readonly rows: readonly Row[]
  readonly ignored: Readonly<Record<string, string>>
  readonly selectors?: Readonly<Record<string, Selector>>
  /** The segment repeats, and each becomes one element of this list; targets are relative to the element. */
  readonly each?: string
}

/** What a mapping may know of the source besides its fields. */
export interface Context {
  readonly client: string
  readonly timeZone: string
  /** Who assigned an identifier that does not say so (MSH-4). */
  readonly assigner: string
  readonly identifierSystems: Readonly<Record<string, string>>
  /** Local words for codes, by id of the code table. */
  readonly aliases: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What a field means here, where sources differ: `PV1-36` → `discharge-destination`. */
  readonly meanings: Readonly<Record<string, string>>
  /** When what is told of happened. */
  readonly occurred?: string | undefined
}

export interface Fault {
  readonly id: string
  readonly text: string
  readonly severity?: 'error' | 'warning' | 'information'
}

/** No value and no fault: the row has nothing to say about this cell. */
export interface Parsed {
  readonly value?: unknown
  /** The cell says that what stood at the target before no longer holds. */
  readonly isGone?: true
  readonly fault?: Fault
}

export interface Datatype {
  readonly name: string
  /** The components that it carries over; others are reported as not carried. Absent: all. */
  readonly components?: readonly number[]
  parse(cell: Cell, context: Context, codes?: CodeTable): Parsed
  /** Undefined when the value has no form in the source. Absent: no way back. */
  format?(value: unknown, context: Context, codes?: CodeTable): Cell | undefined
}

/** `PID-1` … `PID-39`. */
export const fieldsOf = (segment: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${segment}-${index + 1}`)

/** The same reason for several fields. */
export const because = (reason: string, ...fields: readonly string[]): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field, reason]))

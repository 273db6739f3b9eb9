// What a mapping yields: drafts of resources as assertions per path, issues, and what was not carried. Pure data.

/**
 * One statement about one element. `set` and `clear` follow HL7's rule (absent leaves, `""` clears; a silent field makes no
 * assertion). `since` adds to a time line: from `at` on, the element has this value (a ward, say), and late entries find their
 * place in it.
 */
export type Assertion =
  | { readonly state: 'set'; readonly path: string; readonly value: unknown }
  | { readonly state: 'clear'; readonly path: string }
  | { readonly state: 'since'; readonly path: string; readonly at: string; readonly value: unknown }

/**
 * A resource as one message speaks of it. A path is relative to the resource: `birthDate`, `name[0].family`,
 * `identifier[system=https://…].value`, `extension[url=https://…].valueCode`: a selector finds or makes the element with that
 * child. A value `{ reference: 'draft:spell' }` anywhere stands for the resource that the draft of that name becomes;
 * so does the plain string `draft:binary` as the `url` of an attachment.
 */
export interface Draft {
  /** Unique within the message: `patient`, `spell`, `document`, `readiness` … */
  readonly name: string
  readonly type: string
  /** Business identity within the source: a stored resource with one of these is this one. None: a new resource each time. */
  readonly keys: readonly Key[]
  readonly assertions: readonly Assertion[]
  /**
   * Asserted before the others when this becomes a new resource, and never otherwise: an A08 that opens an unknown spell must
   * give it a status, and must not touch the status of a known one.
   */
  readonly initial?: readonly Assertion[]
}

export interface Key {
  readonly system: string
  readonly value: string
}

/** A fault or a warning about the source, told to its sender. Never holds the value of a field about a person. */
export interface Issue {
  readonly severity: 'error' | 'warning' | 'information'
  /** Stable id: `code-unknown`, `nhs-number-check-digit`, `date-invalid`, … */
  readonly id: string
  readonly text: string
  /** Place in the source: `PID-3[2].1`, `OBX[3]-5`, `row 7, NHS_Number`. */
  readonly location: string
  /** FHIRPath of the element it would have become. */
  readonly expression?: string
}

/** What became of a source field. Fields that were mapped are counted, not listed. */
export interface Ledger {
  readonly mapped: number
  /** Present, and left out by a row that says why. */
  readonly ignored: readonly { readonly location: string; readonly reason: string }[]
  /** Present, and known to no row: reported message by message. */
  readonly notCarried: readonly string[]
}

export interface Mapped {
  readonly drafts: readonly Draft[]
  readonly issues: readonly Issue[]
  readonly ledger: Ledger
}

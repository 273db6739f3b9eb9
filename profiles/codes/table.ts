// The shape of the tables that our own code systems are built from.

/** A code list of ours: codes in their published or natural order. */
export interface CodeTable {
  /** Last part of its canonical URL. */
  readonly name: string
  readonly title: string
  /** What it is for, and where its codes and words come from. */
  readonly description: string
  readonly concepts: readonly Concept[]
  /** False where other rooms add codes of their own: then a code that is not listed is no mistake. */
  readonly isComplete?: boolean
}

/** Code, display and, where the display does not say it all, a definition. */
export type Concept = readonly [code: string, display: string, definition?: string]

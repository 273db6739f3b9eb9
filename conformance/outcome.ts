// How a test ends, and what it throws to end so.

import type { Exchange } from './wire/exchange.ts'
import type { Level } from './requirement.ts'

/** `error` is a fault of this tool or of the network, and never counted against the system under test. */
export const outcomes = ['error', 'fail', 'skip', 'warn', 'pass', 'omit'] as const
export type Outcome = (typeof outcomes)[number]

export interface Result {
  readonly id: string
  readonly level: Level
  readonly area: string
  readonly title: string
  readonly outcome: Outcome
  readonly durationMs: number
  /** In words: what failed, what to configure, or what broke. */
  readonly reason?: string
  readonly expected?: string
  readonly actual?: string
  /** Kept for everything but a pass. */
  readonly exchanges: readonly Exchange[]
}

/** The system under test does not do what is required. */
export class Failed extends Error {
  override name = 'Failed'
  readonly expected: string
  readonly actual: string

  constructor(what: string, expected: string, actual: string) {
    super(what)
    this.expected = expected
    this.actual = actual
  }
}

/** Something is missing that a configuration could give. */
export class Skipped extends Error {
  override name = 'Skipped'
}

/** The system under test does not claim to do this. */
export class Omitted extends Error {
  override name = 'Omitted'
}

/** The system under test could not be reached, or what came was no answer of its protocol. */
export class Unreachable extends Error {
  override name = 'Unreachable'
}

// How a simulator is set up, and how long it waits for what.

import type { Jwk } from './assertion.ts'
import type { Pack } from './sentinels.ts'

export interface SimulatorOptions {
  readonly packs: readonly Pack[]
  readonly host: string
  /** 0 picks a free one, here and below. */
  readonly port: number
  readonly mllpPort: number
  readonly controlPort: number
  /** The product's public keys. */
  readonly keys: readonly Jwk[]
  readonly times: Times
}

export interface Times {
  /** What 429 says. */
  readonly retryAfterSeconds: number
  /** How long `slow` takes. */
  readonly slowMs: number
  /** How long `silent` holds a connection before it closes it. */
  readonly holdMs: number
  /** After this long without it, what a product was to do counts as not done. */
  readonly patienceMs: number
  /** Life of an access token. */
  readonly tokenSeconds: number
}

export const usualTimes: Times = { retryAfterSeconds: 3, slowMs: 4_000, holdMs: 30_000, patienceMs: 60_000, tokenSeconds: 300 }

/** Of what comes in; nothing that a product sends to a gateway needs more. */
export const limits = { body: 2 * 2 ** 20, connections: 256, page: 5, control: 64 * 2 ** 10 } as const

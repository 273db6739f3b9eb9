// How much a run of the bench does: the real one, and one that only shows that all of it works.

import type { GuardsQuestion } from './guards.ts'

export interface Scale {
  /** Referrals in the store before anything is measured. */
  readonly journeys: number
  /** People admitted by HL7 v2, whom updates are about. */
  readonly admissions: number
  /** Journeys in which the council has a task and there is a plan. */
  readonly assigned: number
  /** Tasks of the council that are requested: the hits of the wider search. */
  readonly requested: number
  readonly connections: readonly number[]
  /** At most so many: none begins later than so long after the first, so that a busy machine does not make the bench endless. */
  readonly rounds: number
  readonly roundsSeconds: number
  /** Rounds go on for what is not known to so much: the standard error of its ratios of CPU, as a share. */
  readonly error: number
  /** How long each measure is meant to take in each round; 0: as few requests as there are connections. */
  readonly sliceSeconds: number
  /** At half load (half-load.ts): windows of each measure, how long each is, and which share of it warms up. */
  readonly half: { readonly windows: number; readonly seconds: number; readonly warmUpShare: number }
  /** Of the validators (parts.ts): how long each works at a stretch, how long it warms up, how often all of them work in turn. */
  readonly chunkMs: number
  readonly warmUpMs: number
  readonly blocks: number
  /** Of what guarding costs (guards.ts): journeys in its own store, rounds, and how often each is done in a round. */
  readonly guards: GuardsQuestion
}

const full = {
  journeys: 1000,
  admissions: 400,
  assigned: 120,
  requested: 20,
  connections: [16, 64],
  rounds: 40,
  roundsSeconds: 220,
  error: 0.03,
  sliceSeconds: 0.2,
  half: { windows: 3, seconds: 2.5, warmUpShare: 0.2 },
  chunkMs: 20,
  warmUpMs: 1500,
  blocks: 16,
  guards: { journeys: 300, rounds: 30, times: 20 },
} as const satisfies Scale

export const scales = {
  full,
  /** What issue 6 measures a search among: filling it takes a quarter of an hour on each database. */
  large: { ...full, journeys: 100_000 },
  tiny: {
    journeys: 8,
    admissions: 6,
    assigned: 4,
    requested: 2,
    connections: [2],
    rounds: 1,
    roundsSeconds: 60,
    error: 0.03,
    sliceSeconds: 0,
    half: { windows: 1, seconds: 0.1, warmUpShare: 0.2 },
    chunkMs: 0,
    warmUpMs: 0,
    blocks: 2,
    guards: { journeys: 20, rounds: 2, times: 2 },
  },
} as const satisfies Record<string, Scale>

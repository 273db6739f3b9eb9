// How much a run of the bench does: the real one, and one that only shows that all of it works.

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
  /** At most so many: none begins later than so long after the start, so that a busy machine does not make the bench endless. */
  readonly rounds: number
  readonly lastRoundSeconds: number
  /** How long each measure is meant to take in each round; 0: as few requests as there are connections. */
  readonly sliceSeconds: number
}

export const scales = {
  full: {
    journeys: 1000,
    admissions: 400,
    assigned: 120,
    requested: 20,
    connections: [16, 64],
    rounds: 12,
    lastRoundSeconds: 240,
    sliceSeconds: 0.25,
  },
  tiny: {
    journeys: 8,
    admissions: 6,
    assigned: 4,
    requested: 2,
    connections: [2],
    rounds: 1,
    lastRoundSeconds: 60,
    sliceSeconds: 0,
  },
} as const satisfies Record<string, Scale>

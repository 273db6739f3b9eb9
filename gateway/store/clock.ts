// The store's clock: one row that every changing batch passes through, so that instants and row numbers are given out in order.

import { numberOf } from './row.ts'
import type { Script } from './script.ts'
import type { Instant } from './store.ts'

export interface Clock {
  /** A later instant each time. */
  nextInstant(): Instant
  /** A higher row number each time. */
  nextSerial(): number
}

/**
 * Takes instants and row numbers for a batch. The row's lock is held until the batch is committed: whoever comes next sees all
 * of it and gets later instants, in whatever process it runs. An hour that the machine's clock is set back is waited out by
 * microseconds.
 */
export function* takeClock(instants: number, serials: number, nowMs: number): Script<Clock> {
  const nowMicros = Math.trunc(nowMs * 1000)
  const [row] = yield {
    ask: `update clock set
        last = case when last + 1 > $1 then last + $2 else $1 + $2 - 1 end,
        serial = serial + $3
      where one = 1 returning last, serial`,
    with: [nowMicros, instants, serials],
  }
  if (!row) throw new Error('the clock of the store has no row')
  let micros = numberOf(row, 'last') - instants
  let serial = numberOf(row, 'serial') - serials
  return { nextInstant: () => instantOf(++micros), nextSerial: () => ++serial }
}

/** Microseconds since 1970 as an Instant. */
export function instantOf(micros: number): Instant {
  const millis = Math.floor(micros / 1000)
  const rest = String(micros - millis * 1000).padStart(3, '0')
  return `${new Date(millis).toISOString().slice(0, -1)}${rest}Z`
}

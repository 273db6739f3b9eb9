// Whether a store can be written: what its last write said, and a trial of its own where that was a no.

import { setTimeout } from 'node:timers/promises'
import { settingOn } from './settings.ts'
import { StoreUnavailable } from './store.ts'
import type { Ask } from './reads.ts'
import { tables } from './tables.ts'

export interface Readiness {
  /** Every write goes through here. */
  heard<T>(writing: Promise<T>): Promise<T>
  /** The last write found the store unavailable, and none has succeeded since. */
  fault(): StoreUnavailable | undefined
  /** Rejects where the store cannot be read, or could not be written when it was last tried. */
  ready(): Promise<void>
}

/** Without traffic nobody else finds out that it is well again. */
const tryEveryMs = 5_000
/** Whoever asks whether we are ready seldom waits longer. A trial that takes longer tells whoever asks next. */
const patienceMs = 1_000

/** `look` reads, and `attempt` writes as others do. */
export function readinessOf(look: () => Promise<unknown>, attempt: () => Promise<unknown>): Readiness {
  let fault: StoreUnavailable | undefined
  let [trial, triedAt] = [Promise.resolve(), -Infinity]
  const heard: Readiness['heard'] = async (writing) => {
    try {
      const result = await writing
      fault = undefined
      return result
    } catch (error) {
      if (error instanceof StoreUnavailable) fault = error
      throw error
    }
  }
  const tryAgain = () => {
    if (performance.now() - triedAt < tryEveryMs) return
    triedAt = Infinity
    const over = () => void (triedAt = performance.now())
    trial = heard(attempt()).then(over, over)
  }
  const claimed = () => fault
  return {
    heard,
    fault: claimed,
    async ready() {
      await look()
      if (!claimed()) return
      tryAgain()
      await Promise.race([trial, setTimeout(patienceMs, undefined, { ref: false })])
      const still = claimed()
      if (still) throw still
    },
  }
}

/** Touches every table that a commit may touch, and adds no row to them; only a setting is written, so that the disk is. */
export async function tryWriting(ask: Ask): Promise<void> {
  for (const name of Object.keys(tables)) await ask(`insert into ${name} select * from ${name} where false`, [])
  await settingOn(ask)('ready', '{}')
}

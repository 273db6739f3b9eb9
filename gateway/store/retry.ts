// Trying again while a database is busy or away for a moment.

import { setTimeout } from 'node:timers/promises'
import { StoreUnavailable } from './store.ts'

const patienceMs = 5_000
const firstPauseMs = 5
const longestPauseMs = 250

/** Runs until it succeeds or fails for good; gives up on passing faults when patience ends. */
export async function persist<T>(work: () => T | Promise<T>, isPassing: (error: unknown) => boolean): Promise<T> {
  const deadline = performance.now() + patienceMs
  for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
    try {
      return await work()
    } catch (error) {
      if (!isPassing(error)) throw error
      if (performance.now() > deadline) throw new StoreUnavailable('the database is busy or away', { cause: error })
    }
    await setTimeout(pause * (0.5 + Math.random() / 2))
  }
}

// What a process does by the clock, beside the requests: counts what came in floods, countersigns the audit, gives up what has expired.

import { countersign } from './audit/heads.ts'
import { signHeads } from './auth/heads-signature.ts'
import { revokedSpace } from './auth/revocations.ts'
import { glassSpace } from './intake/break-glass.ts'
import type { House } from './handler.ts'
import { whyOf } from './store/causes.ts'

type RoundsHouse = Pick<House, 'store' | 'auth' | 'refusals' | 'newId' | 'now' | 'log'>

export interface Rounds {
  /** Ends with the heads as they stand then. */
  stop(): Promise<void>
}

/** What is cut from the end of a chain before it was named is not found: so long may that be. */
const countersignMs = 5 * 60_000
const forgetMs = 60_000
const refusalsMs = 60_000
/** More than the leeway that clocks are given at the token endpoint. */
const keptSeconds = 60

/** Hold no process up that has nothing else to do. */
export function startRounds(house: RoundsHouse): Rounds {
  const flush = ({ refusals }: RoundsHouse) => refusals.flush()
  const rounds = [
    every(refusalsMs, 'refusals', flush, house),
    every(countersignMs, 'countersign', countersignRound, house),
    every(forgetMs, 'forget', forgetRound, house),
  ]
  return {
    async stop() {
      await Promise.all(rounds.map((round) => round.stop()))
      await telling('refusals', flush, house)
      await telling('countersign', countersignRound, house)
    },
  }
}

const countersignRound = ({ store, auth, newId, now, log }: RoundsHouse): Promise<void> =>
  countersign({ store, newId, now, log, sign: (heads) => signHeads(heads, auth.keys) })

/** Neither an assertion nor a token is taken any more whose claim is given up; and of a day ago nobody counts who broke glass. */
export async function forgetRound({ store, now }: Pick<RoundsHouse, 'store' | 'now'>): Promise<void> {
  const before = Math.floor(Date.parse(now()) / 1000) - keptSeconds
  for (const space of ['jti', revokedSpace, glassSpace]) await store.forget(space, before)
}

/** A round that takes longer than its turn is waited for, not joined by the next. */
function every(ms: number, name: string, work: (house: RoundsHouse) => Promise<void>, house: RoundsHouse): Rounds {
  let under: Promise<void> | undefined
  const timer = setInterval(() => (under ??= telling(name, work, house).finally(() => (under = undefined))), ms)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await under
    },
  }
}

/** What fails is tried again the next time. */
async function telling(round: string, work: (house: RoundsHouse) => Promise<void>, house: RoundsHouse): Promise<void> {
  await work(house).catch((error: unknown) =>
    house.log.error('round-failed', { round, name: error instanceof Error ? error.name : typeof error, ...whyOf(error) }),
  )
}

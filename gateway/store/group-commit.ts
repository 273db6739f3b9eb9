// Group commit: plans that come at about the same time share one transaction, and each of them fails alone.

import { setImmediate } from 'node:timers/promises'
import { StoreUnavailable, type Committed, type Plan } from './store.ts'

/** One transaction: all of these plans are checked, those that fit are applied, the rest are answered with their conflicts. */
export type RunPlans = (plans: readonly Plan[]) => Promise<readonly Committed[]>

export interface GroupCommit {
  commit(plan: Plan): Promise<Committed>
  /** Takes no more plans; resolves when those that were taken are done. */
  close(): Promise<void>
}

const mostPlansPerBatch = 64
const mostBytesPerBatch = 32 * 1024 * 1024
const mostPlansWaiting = 10_000
const mostBytesWaiting = 256 * 1024 * 1024

interface Waiting {
  readonly plan: Plan
  readonly bytes: number
  readonly resolve: (committed: Committed) => void
  readonly reject: (error: unknown) => void
}

export function groupCommit(run: RunPlans): GroupCommit {
  const queue: Waiting[] = []
  let bytesWaiting = 0
  let working: Promise<void> | undefined
  let isClosed = false
  /** How many had something to commit at the same time, when it was last seen; before that all are waited for. */
  let around = Infinity

  async function work(): Promise<void> {
    while (queue.length > 0) {
      await company(queue, around / 2)
      const batch = takeBatch(queue)
      for (const { bytes } of batch) bytesWaiting -= bytes
      await settle(batch, run)
      around = batch.length + queue.length
    }
    working = undefined
  }

  return {
    commit(plan) {
      const bytes = bytesOf(plan)
      if (isClosed) return Promise.reject(new StoreUnavailable('the store is closed'))
      if (queue.length >= mostPlansWaiting || (queue.length > 0 && bytesWaiting + bytes > mostBytesWaiting)) {
        return Promise.reject(new StoreUnavailable('too much is waiting to be stored'))
      }
      bytesWaiting += bytes
      return new Promise((resolve, reject) => {
        queue.push({ plan, bytes, resolve, reject })
        working ??= work()
      })
    },
    async close() {
      isClosed = true
      await working
    },
  }
}

/** A batch waits no longer than this for those that keep coming. */
const longestWaitMs = 20

/**
 * While every turn brings another, the batch waits: a commit costs the disk and the processor nearly as much for one plan as for
 * ten. It goes when half of those who were around are in it: the others are planned while it is committed.
 */
async function company(queue: readonly Waiting[], enough: number): Promise<void> {
  const until = performance.now() + longestWaitMs
  let before: number
  do {
    before = queue.length
    await setImmediate()
  } while (before < queue.length && queue.length < Math.min(enough, mostPlansPerBatch) && performance.now() < until)
}

/** At least one plan, and as many more as fit. */
function takeBatch(queue: Waiting[]): Waiting[] {
  let bytes = 0
  const fits = queue.slice(0, mostPlansPerBatch).findIndex((waiting, i) => {
    bytes += waiting.bytes
    return i > 0 && bytes > mostBytesPerBatch
  })
  return queue.splice(0, fits < 0 ? mostPlansPerBatch : fits)
}

/** About what a plan weighs in memory and on the wire. */
function bytesOf({ writes = [], message }: Plan): number {
  const text = writes.reduce((sum, write) => sum + write.text.length + (write.notes?.length ?? 0), 0)
  return text + (message ? message.bytes.byteLength + message.issues.length + message.ledger.length : 0)
}

/** When a batch breaks for a reason that no check foresaw, its plans run one by one, so that only the culprit is refused. */
async function settle(batch: readonly Waiting[], run: RunPlans): Promise<void> {
  try {
    const answers = await run(batch.map(({ plan }) => plan))
    batch.forEach(({ resolve, reject }, i) => {
      const answer = answers[i]
      if (answer) resolve(answer)
      else reject(new Error('a plan was not answered'))
    })
  } catch (error) {
    if (batch.length === 1 || error instanceof StoreUnavailable) for (const { reject } of batch) reject(error)
    else for (const waiting of batch) await settle([waiting], run)
  }
}

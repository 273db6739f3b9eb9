// Who writes to a SQLite store: plans of one batch in one transaction, here or on a thread of their own.

import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { applyPlans } from './apply.ts'
import type { Chain } from './chain.ts'
import type { RunPlans } from './group-commit.ts'
import type { Ask } from './reads.ts'
import type { Row, Value } from './script.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import type { Connection } from './sqlite-connection.ts'
import type { Place } from './sqlite-file.ts'
import { StatementRefused, StoreUnavailable, type Committed, type Plan } from './store.ts'

/** Applies a batch in one transaction; throws what SQLite throws. */
export function applying(connection: Connection, chain: Chain): (plans: readonly Plan[], nowMs: number) => readonly Committed[] {
  return (plans, nowMs) => {
    const { head } = chain
    // Until the attempt has ended well the chain's end is looked for in the database.
    chain.head = undefined
    const applied = connection.within(() => connection.run(applyPlans(plans, nowMs, sqliteDialect, { ...chain, head })))
    chain.head = applied.head
    return applied.answers
  }
}

/** What a thread that writes is started with. */
export interface WriterStart {
  readonly place: Place
  /** Of the audit rows' chain (gateway/store/chain.ts): the process's, whichever of its threads writes. */
  readonly writer: string
}

/** A batch of plans, or a statement that writes by itself. */
export type WriterTask =
  | { readonly plans: readonly Plan[]; readonly nowMs: number }
  | { readonly ask: string; readonly with: readonly Value[] }

/** Errors lose their class between threads. */
export type WriterAnswer =
  | { readonly answers: readonly Committed[] }
  | { readonly rows: readonly Row[] }
  | { readonly fault: Fault }

interface Fault {
  readonly message: string
  /** As in causes.ts. */
  readonly code: string | undefined
  readonly isUnavailable: boolean
}

export interface Writer {
  readonly run: RunPlans
  readonly ask: Ask
  close(): Promise<void>
}

/**
 * The disk is waited for and rows are inserted on a thread with a connection of its own, while this one reads and plans. It is
 * started by the first task: whoever only reads needs none. One that ends by itself leaves its tasks unanswered (nobody knows
 * whether they were committed, as when a database's connection breaks), and the next task starts another.
 */
export function writerThread(start: WriterStart, now: () => number): Writer {
  let thread: Thread | undefined
  let isClosed = false
  const doneBy = (task: WriterTask): Promise<WriterAnswer> => {
    if (isClosed) return Promise.reject(new StoreUnavailable('the store is closed'))
    if (!thread?.isAlive()) thread = spawned(start)
    return thread.does(task)
  }
  return {
    async run(plans) {
      const answer = await doneBy({ plans, nowMs: now() })
      return 'answers' in answer ? answer.answers : []
    },
    async ask(text, values) {
      const answer = await doneBy({ ask: text, with: values })
      return 'rows' in answer ? answer.rows : []
    },
    async close() {
      isClosed = true
      await thread?.close()
    },
  }
}

interface Thread {
  /** In the order in which they are asked for. */
  does(task: WriterTask): Promise<WriterAnswer>
  isAlive(): boolean
  close(): Promise<void>
}

interface Waiting {
  readonly resolve: (answer: WriterAnswer) => void
  readonly reject: (error: Error) => void
}

/**
 * What it makes is short-lived: a larger young generation would only hold memory. V8 reads the flag when a thread starts, and heeds it
 * rather than the thread's `resourceLimits`, so that what `npm start` says of the main thread would hold for this one too.
 */
const youngGeneration = '--max-semi-space-size=4'

function errorOf({ message, code, isUnavailable }: Fault): Error {
  return isUnavailable ? new StoreUnavailable(message, { code }) : new StatementRefused(message, { code })
}

function spawned(start: WriterStart): Thread {
  setFlagsFromString(youngGeneration)
  const worker = new Worker(new URL('./sqlite-writer.worker.ts', import.meta.url), { workerData: start })
  const waiting: Waiting[] = []
  let [isAlive, isClosing] = [true, false]
  const answered = (answer: WriterAnswer) => {
    const next = waiting.shift()
    if (waiting.length === 0 && !isClosing) worker.unref()
    if (!('fault' in answer)) next?.resolve(answer)
    else next?.reject(errorOf(answer.fault))
  }
  const lost = (cause?: unknown) => {
    isAlive = false
    for (const { reject } of waiting.splice(0)) reject(new StoreUnavailable('the thread that writes has ended', { cause }))
  }
  worker
    .on('message', answered)
    .on('error', lost)
    .on('exit', () => lost())
  worker.unref()
  return {
    does: (task) =>
      new Promise((resolve, reject) => {
        worker.postMessage(task)
        waiting.push({ resolve, reject })
        worker.ref() // only work keeps a process alive
      }),
    isAlive: () => isAlive,
    close: () =>
      new Promise((resolve) => {
        if (!isAlive) return resolve()
        isClosing = true
        worker.ref()
        worker.once('exit', () => resolve()).postMessage('close')
      }),
  }
}

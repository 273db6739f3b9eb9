// The thread that writes to a SQLite store: tasks come in, each becomes one durable transaction, and its answers go out.

import { parentPort, workerData } from 'node:worker_threads'
import { causeOf } from './causes.ts'
import { connectionTo, faultOf, isBusy, reopenDatabase, settings } from './sqlite-connection.ts'
import { lookAt } from './sqlite-file.ts'
import { applying, type WriterAnswer, type WriterStart, type WriterTask } from './sqlite-writer.ts'
import { StoreUnavailable } from './store.ts'

/** Enough for what one batch touches. */
const pagesMb = 4

/** Nobody else stands still while this thread waits for another process. */
const patienceMs = 5_000

const { place, writer } = workerData as WriterStart
lookAt(place)
const database = reopenDatabase(place.path, patienceMs)
database.exec(settings(pagesMb))
const connection = connectionTo(database)
const apply = applying(connection, { writer, head: undefined })

function answerTo(task: WriterTask): WriterAnswer {
  try {
    // Before, so that nothing is written where nobody finds it again; after, so that nothing is acknowledged that was.
    lookAt(place)
    const answer = done(task)
    lookAt(place)
    return answer
  } catch (error) {
    const fault = isBusy(error) ? new StoreUnavailable('the database is busy or away') : faultOf(error)
    const message = fault instanceof Error ? fault.message : 'a task of the store failed'
    return { fault: { message, code: causeOf(error), isUnavailable: fault instanceof StoreUnavailable } }
  }
}

function done(task: WriterTask): WriterAnswer {
  if ('ask' in task) return { rows: connection.ask(task.ask, task.with) }
  return { answers: apply(task.plans, task.nowMs) }
}

parentPort?.on('message', (task: WriterTask | 'close') => {
  if (task !== 'close') return parentPort?.postMessage(answerTo(task))
  database.close()
  parentPort?.close()
})

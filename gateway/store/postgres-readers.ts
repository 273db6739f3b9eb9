// Who asks PostgreSQL what, and when: questions that come while the readers are busy are asked together.

import type { Answers, Question } from './postgres-together.ts'
import type { Ask } from './reads.ts'
import type { Row } from './script.ts'

interface Waiting extends Question {
  readonly since: number
  readonly resolve: (rows: readonly Row[]) => void
  readonly reject: (error: unknown) => void
}

/** As many connections as keep the database busy: the fewer, the more questions go together. */
const usualReaders = 3
/** When somebody has waited for so long, the usual ones are held up by something slow. */
const longestWaitMs = 10
export const mostReaders = 8
/** Each waits for the others' answers. */
const mostTogether = 8

/** `together` asks on one connection; where that fails, each is asked by itself, by `alone`, as patiently as that may be. */
export function readersBy(together: (questions: readonly Question[]) => Promise<Answers>, alone: Ask): Ask {
  const queue: Waiting[] = []
  let busy = 0
  let isLooking = false
  let timer: NodeJS.Timeout | undefined

  const work = async (batch: readonly Waiting[]) => {
    busy++
    await (batch.length > 1 ? together(batch) : Promise.reject(new Error('one asks alone'))).then(
      (answers) => batch.forEach(({ resolve }, i) => resolve(answers[i] ?? [])),
      () => Promise.all(batch.map(({ text, values, resolve, reject }) => alone(text, values).then(resolve, reject))),
    )
    busy--
    look()
  }
  function look(): void {
    isLooking = false
    for (;;) {
      const [first] = queue
      if (!first) return
      const left = first.since + longestWaitMs - performance.now()
      if (busy >= (left > 0 ? usualReaders : mostReaders)) {
        if (left > 0) timer ??= setTimeout(() => ((timer = undefined), look()), left)
        return
      }
      void work(queue.splice(0, mostTogether))
    }
  }
  return (text, values) =>
    new Promise((resolve, reject) => {
      queue.push({ text, values, since: performance.now(), resolve, reject })
      if (isLooking) return
      isLooking = true
      setImmediate(look)
    })
}

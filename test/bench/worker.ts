// A process of the bench's own: asked over IPC one question after the other, ended with the bench.

import { fork } from 'node:child_process'
import { join } from 'node:path'

export interface Worker<Question, Answer> {
  readonly pid: number
  ask(question: Question): Promise<Answer>
  /** It cleans up after itself and ends. */
  end(): void
}

type Told<Answer> = { readonly answer: Answer } | { readonly fault: string }

/** Starts `file` of this folder. It ends by itself when the bench is gone. */
export async function startWorker<Question extends object, Answer>(file: string): Promise<Worker<Question, Answer>> {
  const child = fork(join(import.meta.dirname, file), { execArgv: [], serialization: 'advanced' })
  const told = () =>
    new Promise<Told<Answer>>((resolve, reject) => {
      const over = (code: number | null) => reject(new Error(`${file} ended with ${code}`))
      child.once('exit', over)
      child.once('message', (message) => {
        child.off('exit', over)
        resolve(message as unknown as Told<Answer>)
      })
    })
  await told()
  return {
    pid: child.pid ?? 0,
    async ask(question) {
      const hearing = told()
      child.send(question)
      const message = await hearing
      if ('fault' in message) throw new Error(message.fault)
      return message.answer
    },
    end: () => child.connected && child.disconnect(),
  }
}

/** The worker's side. */
export function answerParent<Question, Answer>(handle: (question: Question) => Promise<Answer> | Answer): void {
  process.on('disconnect', () => process.exit(0))
  process.on('message', async (question) => {
    try {
      process.send?.({ answer: await handle(question as Question) })
    } catch (error) {
      process.send?.({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
  process.send?.({ answer: 'ready' })
}

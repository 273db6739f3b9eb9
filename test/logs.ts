// The logs of all gateways that the tests start, kept by test file for test/logs.setup.ts to look through after the run.

import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../gateway/handler.ts'

/** Where the setup says that they are kept: in the environment, because the bench starts gateways too, and knows no vitest. */
export const logFolder = 'HOME_FIRST_TEST_LOGS'

/** Takes a gateway's output from here on, under the test file that starts it; does nothing in a run that keeps no logs. */
export function logKeeper(): (text: string) => void {
  const folder = process.env[logFolder]
  if (folder === undefined || folder === '') return () => undefined
  const file = join(folder, encodeURIComponent(testFile()))
  return (text) => appendFileSync(file, text)
}

/** The test file on the way that led here. */
function testFile(): string {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 50
  const stack = new Error('where from').stack ?? ''
  Error.stackTraceLimit = limit
  return /\/(test\/[\w/.-]+\.test\.ts)/.exec(stack)?.[1] ?? 'some test'
}

/** The log of a gateway in this process, kept as a process of its own would write it. */
export function kept(log: Log): Log {
  const keep = logKeeper()
  const heard = (level: 'info' | 'error'): Log['info'] => {
    return (event, fields) => {
      keep(`${JSON.stringify({ event, ...fields })}\n`)
      log[level](event, fields)
    }
  }
  return { info: heard('info'), error: heard('error') }
}

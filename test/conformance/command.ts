// The command line of the suite in a process of its own, as whoever runs it meets it.

import { execFile } from 'node:child_process'

export interface Said {
  readonly code: number
  readonly out: string
}

export const conformance = (...args: readonly string[]): Promise<Said> =>
  new Promise((done) => {
    execFile(process.execPath, ['conformance/main.ts', ...args], { maxBuffer: 2 ** 26 }, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, out: out + err }),
    )
  })

// The command line of the suite in a process of its own, as whoever runs it meets it.

import { execFile } from 'node:child_process'

export interface Said {
  readonly code: number
  readonly out: string
}

export const conformance = (...args: readonly string[]): Promise<Said> => conformanceWith({}, ...args)

/** With settings of the environment besides the tester's own. */
export const conformanceWith = (environment: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<Said> =>
  new Promise((done) => {
    const options = { maxBuffer: 2 ** 26, env: { ...process.env, ...environment } }
    execFile(process.execPath, ['conformance/main.ts', ...args], options, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, out: out + err }),
    )
  })

// What `seed`, `cleanup` and `replay` begin with: the configuration, a first look at the target, and whether it may be written into.

import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { exits } from '../exit.ts'
import { probe } from '../probe.ts'
import type { Screen } from '../report/console.ts'
import { refusalToWrite } from '../seed/sandbox.ts'
import type { Run } from '../trial.ts'
import type { Arguments } from './arguments.ts'
import { configOf } from './run.ts'

type Work = (run: Run) => Promise<number>

/** Answers the exit code of `work`, or 2 where it is refused and 3 where nobody answers. */
export const withSandbox = (args: Arguments, screen: Screen, work: Work): Promise<number> =>
  withTarget(args, screen, async (run) => {
    const refusal = refusalToWrite(run, args.isOwned)
    return refusal === undefined ? work(run) : refuse(refusal)
  })

/** The same of any target that a configuration names. */
export async function withTarget(args: Arguments, screen: Screen, work: Work): Promise<number> {
  const read = configOf(args)
  if (!read.ok) return refuse(read.faults.join('\n'))
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) }
  try {
    const { run, notices, unreachable } = await probe(read.config, agents, args.timeoutMs)
    if (unreachable !== undefined) {
      process.stderr.write(`${unreachable}\n`)
      return exits.unreachable
    }
    for (const notice of notices) screen.write(`note: ${notice}\n`)
    return await work(run)
  } finally {
    agents.http.destroy()
    agents.https.destroy()
  }
}

function refuse(words: string): number {
  process.stderr.write(`${words}\n`)
  return exits.usage
}

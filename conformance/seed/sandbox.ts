// Whether a target may be written into for looking at: one on this machine, one that says it is a sandbox, or one that somebody answers for.

import { textAt } from '../json.ts'
import { isLoopback } from '../doctor/network.ts'
import type { Run } from '../trial.ts'

/** Why not; undefined where it may. Only a sandbox lets clients register themselves, so who offers that says that it is one. */
export function refusalToWrite({ config, discovery }: Run, isOwned: boolean): string | undefined {
  const { hostname } = new URL(config.target)
  if (isOwned || isLoopback(hostname) || textAt(discovery, 'registration_endpoint') !== '') return undefined
  return `${hostname} is neither this machine nor a server that lets clients register themselves, as sandboxes do: is it a test system? --i-own-this says so`
}

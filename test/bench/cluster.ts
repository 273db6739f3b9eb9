// A PostgreSQL cluster for the bench: the one that the tests have, started and stopped by the same set-up.

import type { TestProject } from 'vitest/node'
import setup from '../postgres.setup.ts'

export interface Cluster {
  /** '' when none can be started on this machine. */
  readonly url: string
  stop(): Promise<void>
}

export async function startCluster(): Promise<Cluster> {
  let url = ''
  const provide = (_name: string, value: string): void => void (url = value)
  // Of the project the set-up uses this one function.
  const stop = await setup({ provide } as unknown as TestProject)
  return { url, stop: async () => stop?.() }
}

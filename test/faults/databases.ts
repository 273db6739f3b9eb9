// The databases that every theme runs on: a SQLite file each time, PostgreSQL where the run has a cluster.

import { inject } from 'vitest'
import { createDatabase } from '../postgres.database.ts'

export interface Database {
  readonly name: string
  /** DATABASE_URL of a new one; undefined: the camp's own SQLite file. */
  url(): Promise<string | undefined>
}

export const databases: readonly Database[] = [
  { name: 'SQLite', url: async () => undefined },
  ...(inject('pgUrl') ? [{ name: 'PostgreSQL', url: () => createDatabase(inject('pgUrl')) }] : []),
]

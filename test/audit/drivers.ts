// The two databases as an attacker has them: a place, and plain SQL.

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { openPostgres } from '../../gateway/store/postgres.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import type { Store } from '../../gateway/store/store.ts'
import { createDatabase } from '../postgres.database.ts'

export interface Driver {
  readonly name: string
  fresh(): Promise<string>
  open(location: string): Promise<Store>
  /** Of a store that is closed. */
  copyOf(location: string): Promise<string>
  sql(location: string, text: string): Promise<void>
}

const folders: string[] = []

/** A new folder, which goes with `sweep`. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'home-first-audit-'))
  folders.push(made)
  return made
}

export function sweep(): void {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
}

/** PostgreSQL only where there is a cluster. */
export function driversWith(pgUrl: string): readonly Driver[] {
  return pgUrl === '' ? [sqlite] : [sqlite, postgres(pgUrl)]
}

const sqlite: Driver = {
  name: 'SQLite',
  fresh: () => Promise.resolve(join(folder(), 'gateway.db')),
  open: (location) => openSqlite(location),
  async copyOf(location) {
    const copy = await sqlite.fresh()
    copyFileSync(location, copy)
    return copy
  },
  async sql(location, text) {
    const database = new DatabaseSync(location, { timeout: 5_000 })
    database.exec(text)
    database.close()
  },
}

const postgres = (pgUrl: string): Driver => ({
  name: 'PostgreSQL',
  fresh: () => createDatabase(pgUrl),
  open: (location) => openPostgres(location),
  copyOf: (location) => createDatabase(pgUrl, new URL(location).pathname.slice(1)),
  async sql(location, text) {
    const client = new pg.Client(location)
    await client.connect()
    await client.query(text)
    await client.end()
  },
})

// The migrations of the schema: forward only, applied when a store is opened, under a lock.

import { readdirSync, readFileSync } from 'node:fs'
import { numberOf } from './row.ts'
import type { Dialect, Row } from './script.ts'

const folder = new URL('./schema/', import.meta.url)

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
}

/** Those of one dialect (`0001-name.sqlite.sql`), in order. */
export function migrationsFor({ name: dialect }: Dialect): readonly Migration[] {
  const ending = `.${dialect}.sql`
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .toSorted()
    .map((file) => ({
      number: Number(file.slice(0, 4)),
      name: file.slice(0, -ending.length),
      sql: readFileSync(new URL(file, folder), 'utf8'),
    }))
}

/** Holds what was applied, and is what openers wait for each other at. */
export const migrationTable =
  'create table if not exists migration (number integer primary key, name text not null, at text not null)'

/** What is left to do, given the rows of the migration table; refuses a database that is newer than this program. */
export function pending(all: readonly Migration[], applied: readonly Row[]): readonly Migration[] {
  const done = new Set(applied.map((row) => numberOf(row, 'number')))
  const newest = all.at(-1)?.number ?? 0
  if ([...done].some((number) => number > newest)) {
    throw new Error(`the database was written by a newer version of the gateway (this one knows migration ${newest})`)
  }
  return all.filter(({ number }) => !done.has(number))
}

/** For whoever reads a database without bringing it up to date: refuses one that is not of this version. */
export async function requireCurrent(ask: (text: string) => Promise<readonly Row[]>, dialect: Dialect): Promise<void> {
  const applied = await ask('select number from migration').catch(() => {
    throw new Error('it is no database of the gateway')
  })
  if (pending(migrationsFor(dialect), applied).length > 0) {
    throw new Error('it is of an earlier version of the gateway: migrate it first, by `npm run migrate` with its DATABASE_URL')
  }
}

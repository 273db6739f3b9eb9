// The store on SQLite: one connection that reads, and one that writes on a thread of its own.

import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { newChain } from './chain.ts'
import { forgetOn } from './forget.ts'
import { groupCommit } from './group-commit.ts'
import { migrationsFor, migrationTable, pending } from './migrations.ts'
import { readinessOf, tryWriting } from './readiness.ts'
import { readsOf, type Ask } from './reads.ts'
import { reindex } from './reindex.ts'
import { persist } from './retry.ts'
import type { Row } from './script.ts'
import { settingOn } from './settings.ts'
import { connectionTo, faultOf, isBusy, openDatabase, settings, type Connection } from './sqlite-connection.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import { lookAt, placeOf, type Place } from './sqlite-file.ts'
import { applying, writerThread, type Writer } from './sqlite-writer.ts'
import { StoreUnavailable, type Store } from './store.ts'

/** A file, made with its folder when it is not there, or `:memory:`. `now` is the machine's clock in milliseconds. */
export async function openSqlite(path: string, now: () => number = Date.now): Promise<Store> {
  if (path !== inMemory) await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const database = openDatabase(path, shortWaitMs)
  try {
    await persist(() => database.exec(settings(pagesMb)), isBusy)
    const connection = connectionTo(database)
    await persist(() => connection.within(() => migrate(database, now())), isBusy)
    return storeOn(connection, path === inMemory ? undefined : placeOf(path), now)
  } catch (error) {
    database.close()
    throw error
  }
}

/** No second connection could see it. */
const inMemory = ':memory:'

/** Kept for readers; a commit by another connection empties it. */
const pagesMb = 24

/** A wait on this thread blocks the whole process: it is kept short, and repeated between other work (retry.ts). */
const shortWaitMs = 10

/** Without a place it is in memory, or what else no second connection finds. */
function storeOn(connection: Connection, place: Place | undefined, now: () => number): Store {
  const { database } = connection
  const whenFree = async <T>(work: () => T): Promise<T> => {
    if (!database.isOpen) throw new StoreUnavailable('the store is closed')
    try {
      return work()
    } catch (error) {
      // Nearly never: what every read would pay for is set up only now.
      if (!isBusy(error)) throw faultOf(error)
      return persist(work, isBusy).catch((fault: unknown) => {
        throw faultOf(fault)
      })
    }
  }
  const chain = newChain()
  const ask: Ask = (text, values) =>
    whenFree(() => {
      // What was written into a file that is gone is not to be taken for what is stored.
      if (place && readiness.fault()) lookAt(place)
      return connection.ask(text, values)
    })
  const writerHere = (): Writer => {
    const apply = applying(connection, chain)
    return { run: (plans) => whenFree(() => apply(plans, now())), ask, close: () => Promise.resolve() }
  }
  const writer = place ? writerThread({ place, writer: chain.writer }, now) : writerHere()
  const reads = readsOf(ask, sqliteDialect, chain.writer)
  const readiness = readinessOf(
    async () => {
      if (place) lookAt(place)
      await reads.setting('ready')
    },
    () => tryWriting(writer.ask),
  )
  const group = groupCommit((plans) => readiness.heard(writer.run(plans)))
  return {
    ...reads,
    ready: readiness.ready,
    forget: forgetOn(writer.ask),
    setSetting: settingOn(writer.ask),
    commit: (plan) => group.commit(plan),
    reindex: (base) => reindex((script) => whenFree(() => connection.within(() => connection.run(script()))), base),
    async close() {
      await group.close()
      await writer.close()
      if (database.isOpen) database.close()
    },
  }
}

export function migrate(database: DatabaseSync, nowMs: number): void {
  database.exec(migrationTable)
  const applied: Row[] = database.prepare('select number from migration').all()
  for (const { number, name, sql } of pending(migrationsFor(sqliteDialect), applied)) {
    database.exec(sql)
    database.prepare('insert into migration values (?, ?, ?)').run(number, name, new Date(nowMs).toISOString())
  }
}

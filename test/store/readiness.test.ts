// Whether a store says that it is ready: after writes that found it unavailable, and when it is well again without any traffic.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { causeOf } from '../../gateway/store/causes.ts'
import { openPostgres } from '../../gateway/store/postgres.ts'
import { readinessOf } from '../../gateway/store/readiness.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import { StoreUnavailable, type Store } from '../../gateway/store/store.ts'
import { createDatabase } from '../postgres.database.ts'
import { audit, committed, write } from './plans.ts'

const full = () => Promise.reject(new StoreUnavailable('the database cannot be written', { code: 'SQLITE_FULL 13' }))

describe('a store that could not be written', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
  afterEach(() => void vi.useRealTimers())

  it('is not ready until a write succeeds, its own trials included, of which it makes one in five seconds', async () => {
    let [trials, isFull] = [0, true]
    const readiness = readinessOf(
      () => Promise.resolve(),
      () => (trials++, isFull ? full() : Promise.resolve()),
    )
    await readiness.ready()
    await expect(readiness.heard(full())).rejects.toThrow(StoreUnavailable)
    for (let i = 0; i < 3; i++) await expect(readiness.ready()).rejects.toMatchObject({ code: 'SQLITE_FULL 13' })
    expect(trials).toBe(1)
    vi.advanceTimersByTime(5_000)
    await expect(readiness.ready()).rejects.toThrow(StoreUnavailable)
    expect(trials).toBe(2)
    isFull = false
    vi.advanceTimersByTime(5_000)
    await readiness.ready()
    await readiness.ready()
    expect(trials).toBe(3)
  })

  it('is ready after the next write that succeeds, and after one that was refused for itself it is what it was', async () => {
    const readiness = readinessOf(() => Promise.resolve(), full)
    await expect(readiness.heard(Promise.reject(new Error('this plan alone')))).rejects.toThrow('alone')
    await readiness.ready()
    await expect(readiness.heard(full())).rejects.toThrow(StoreUnavailable)
    await expect(readiness.heard(Promise.reject(new Error('this plan alone')))).rejects.toThrow('alone')
    await expect(readiness.ready()).rejects.toThrow(StoreUnavailable)
    expect(await readiness.heard(Promise.resolve(1))).toBe(1)
    await readiness.ready()
  })

  it('is not ready where it cannot be read, and makes no trial of writing then', async () => {
    let trials = 0
    const readiness = readinessOf(full, () => Promise.resolve(trials++))
    await expect(readiness.heard(full())).rejects.toThrow(StoreUnavailable)
    await expect(readiness.ready()).rejects.toThrow(StoreUnavailable)
    expect(trials).toBe(0)
  })
})

describe('a trial that takes long', () => {
  it('lets nobody who asks wait for it, and there is no second beside it', async () => {
    let trials = 0
    const readiness = readinessOf(
      () => Promise.resolve(),
      () => (trials++, setTimeout(1_500)),
    )
    await expect(readiness.heard(full())).rejects.toThrow(StoreUnavailable)
    const began = performance.now()
    await Promise.all([1, 2].map(() => expect(readiness.ready()).rejects.toThrow(StoreUnavailable)))
    expect(performance.now() - began).toBeLessThan(1_400)
    await setTimeout(700)
    await readiness.ready()
    expect(trials).toBe(1)
  })
})

describe('readiness on SQLite', () => {
  it('ends while another process holds the lock, and comes back by itself', { timeout: 40_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'home-first-ready-'))
    const store = await openSqlite(join(folder, 'gateway.db'))
    const other = new DatabaseSync(join(folder, 'gateway.db'))
    other.exec('begin immediate')
    await expectUnavailable(store, 'SQLITE_BUSY 5')
    await expect(store.ready()).rejects.toThrow(StoreUnavailable)
    other.exec('rollback')
    other.close()
    await comesBack(store)
    await store.close()
    rmSync(folder, { recursive: true })
  })
})

describe.skipIf(inject('pgUrl') === '')('readiness on PostgreSQL', () => {
  it.each([
    [
      'is read-only',
      '25006',
      (name: string) => `alter database ${name} set default_transaction_read_only = on;
        select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      (name: string) => `begin read write; alter database ${name} reset default_transaction_read_only; commit`,
    ],
    ['keeps the audit locked', '55P03', () => 'begin; lock table audit', () => 'rollback'],
  ])('ends while the database %s, and comes back by itself', { timeout: 60_000 }, async (_, cause, harm, mend) => {
    const url = await createDatabase(inject('pgUrl'))
    const name = new URL(url).pathname.slice(1)
    const store = await openPostgres(url)
    const admin = new pg.Client(url)
    await admin.connect()
    await admin.query(harm(name))
    await expectUnavailable(store, cause)
    await expect(store.ready()).rejects.toThrow(StoreUnavailable)
    await admin.query(mend(name))
    await comesBack(store)
    await admin.end()
    await store.close()
  })
})

async function expectUnavailable(store: Store, cause: string): Promise<void> {
  const fault: unknown = await store.commit({ audit: [audit()] }).catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(StoreUnavailable)
  expect(causeOf(fault)).toBe(cause)
}

/** Asked by nobody but whoever watches over it. */
async function comesBack(store: Store): Promise<void> {
  for (let i = 0; i < 60; i++) {
    const isReady = await store.ready().then(
      () => true,
      () => false,
    )
    if (isReady) break
    await setTimeout(250)
  }
  await store.ready()
  await committed(store, { writes: [write('Task', 'after')] })
}

// A SQLite file that is moved, removed or replaced while its store is open: nothing is acknowledged that nobody would find again.

import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { causeOf } from '../../gateway/store/causes.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import { StoreUnavailable, type Store } from '../../gateway/store/store.ts'
import { committed, gateway, write } from './plans.ts'

const folder = mkdtempSync(join(tmpdir(), 'home-first-file-'))
let files = 0
const fresh = () => join(folder, `${++files}`, 'gateway.db')
const all = ['', '-wal', '-shm']

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const remove = (path: string) => all.forEach((ending) => rmSync(path + ending, { force: true }))
const move = (from: string, to: string) =>
  all.filter((ending) => existsSync(from + ending)).forEach((ending) => renameSync(from + ending, to + ending))

/** As a backup of before is put back. */
function replace(path: string): void {
  copyFileSync(path, `${path}.backup`)
  remove(path)
  renameSync(`${path}.backup`, path)
}

async function expectUnavailable(store: Store, cause: string): Promise<void> {
  for (const ask of [
    () => store.ready(),
    () => store.commit({ writes: [write('Task', 'b')] }),
    () => store.setSetting('a', '1'),
    () => store.read(gateway, 'Task', 'a'),
    () => store.ready(),
  ]) {
    const fault: unknown = await ask().catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(StoreUnavailable)
    expect(causeOf(fault)).toBe(cause)
  }
}

const losses = {
  'is removed with its log': { lose: remove, cause: 'FILE_REMOVED' },
  'is moved with its log': { lose: (path: string) => move(path, `${path}.moved`), cause: 'FILE_REMOVED' },
  'alone is moved': { lose: (path: string) => renameSync(path, `${path}.moved`), cause: 'FILE_REMOVED' },
  'loses its log': { lose: (path: string) => rmSync(`${path}-wal`), cause: 'FILE_REMOVED' },
  'is replaced by a backup': { lose: replace, cause: 'FILE_REPLACED' },
}

describe('a SQLite file under an open store', () => {
  describe.each(Object.entries(losses))('that %s', (_, { lose, cause }) => {
    it.each([
      ['after', true],
      ['before', false],
    ] as const)('is told as unavailable, and none is made in its place, %s something was written', async (_when, isWritten) => {
      const path = fresh()
      const store = await openSqlite(path)
      if (isWritten) await committed(store, { writes: [write('Task', 'a')] })
      lose(path)
      const there = all.map((ending) => existsSync(path + ending))
      await expectUnavailable(store, cause)
      expect(all.map((ending) => existsSync(path + ending))).toEqual(there)
      await store.close()
      expect(existsSync(path)).toBe(there[0])
    })
  })

  it('is written again when it is back, and holds nothing that was refused meanwhile', async () => {
    const path = fresh()
    const store = await openSqlite(path)
    await committed(store, { writes: [write('Task', 'a')] })
    move(path, `${path}.moved`)
    await expectUnavailable(store, 'FILE_REMOVED')
    move(`${path}.moved`, path)
    expect(await store.read(gateway, 'Task', 'b')).toBeUndefined()
    await committed(store, { writes: [write('Task', 'b')] })
    await store.ready()
    await store.close()
    const again = await openSqlite(path)
    expect(await again.read(gateway, 'Task', 'a')).toBeDefined()
    expect(await again.read(gateway, 'Task', 'b')).toBeDefined()
    await again.close()
  })

  it('is not taken for another after others opened, wrote and closed it, and it was started anew', async () => {
    const path = fresh()
    for (const id of ['a', 'b']) {
      const store = await openSqlite(path)
      const other = await openSqlite(path)
      await committed(other, { writes: [write('Task', `${id}1`)] })
      await other.close()
      const tool = new DatabaseSync(path)
      tool.exec('pragma wal_checkpoint(truncate); vacuum')
      tool.close()
      await committed(store, { writes: [write('Task', `${id}2`)] })
      await store.ready()
      await store.close()
    }
    expect(existsSync(dirname(path))).toBe(true)
  })
})

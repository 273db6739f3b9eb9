// The thread that writes to a SQLite store: what becomes of tasks when it fails, and of the process when it is idle.

import { execFile } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { causeOf } from '../../gateway/store/causes.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import { placeOf } from '../../gateway/store/sqlite-file.ts'
import { writerThread } from '../../gateway/store/sqlite-writer.ts'
import { StoreUnavailable } from '../../gateway/store/store.ts'
import { committed, gateway, write } from './plans.ts'

const folder = mkdtempSync(join(tmpdir(), 'home-first-writer-'))
let files = 0
const pageBytes = 8192
const fresh = () => join(folder, `${++files}`, 'gateway.db')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the thread that writes', () => {
  it('refuses as unavailable whatever it was to do when it ends, and another takes its place', async () => {
    const path = fresh()
    const store = await openSqlite(path)
    const place = placeOf(path) ?? { path, files: [] }
    renameSync(path, `${path}.away`)
    const writer = writerThread({ place, writer: '0123456789abcdef' }, Date.now)
    const [first, second] = [writer.run([{}]), writer.ask('select 1 as one', [])]
    for (const one of [first, second]) {
      const fault: unknown = await one.catch((error: unknown) => error)
      expect(fault).toBeInstanceOf(StoreUnavailable)
      expect(causeOf(fault)).toBe('FILE_REMOVED')
    }
    renameSync(`${path}.away`, path)
    expect(await writer.run([{ writes: [write('Task', 'a')] }])).toEqual([{ ok: true, at: expect.any(String) as string }])
    expect(await writer.ask('select id from resource', [])).toEqual([{ id: 'a' }])
    await writer.close()
    await writer.close()
    await store.close()
  })

  it('refuses what SQLite refuses, that plan alone, and goes on', async () => {
    const path = fresh()
    const store = await openSqlite(path)
    const other = new DatabaseSync(path)
    other.exec(
      `create trigger never before insert on resource when new.id = 'never' begin select raise(abort, 'not this one'); end`,
    )
    const plans = ['a', 'never', 'b'].map((id) => store.commit({ writes: [write('Task', id)] }))
    const [a, never, b] = await Promise.allSettled(plans)
    expect([a?.status, never?.status, b?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(never).toMatchObject({ reason: { name: 'StatementRefused', message: 'not this one', code: 'SQLITE_CONSTRAINT 1811' } })
    expect(await store.read(gateway, 'Task', 'never')).toBeUndefined()
    await committed(store, { writes: [write('Task', 'c')] })
    other.close()
    await store.close()
  })

  it('refuses as unavailable what a file that is no database any more cannot take', async () => {
    const path = fresh()
    await (await openSqlite(path)).close()
    const store = await openSqlite(path)
    // All but the first page, which says what tables there are.
    const { size } = statSync(path)
    const file = openSync(path, 'r+')
    writeSync(file, Buffer.alloc(size - pageBytes, 0xff), 0, size - pageBytes, pageBytes)
    closeSync(file)
    await expect(store.commit({ writes: [write('Task', 'a')] })).rejects.toThrow(StoreUnavailable)
    await store.close()
  })

  it('does nothing more once it is closed, and closes when what was under way is done', async () => {
    const script = `
      import { openSqlite } from '${new URL('../../gateway/store/sqlite.ts', import.meta.url).href}'
      const store = await openSqlite('${fresh()}')
      await store.setSetting('a', '1')
      const under = store.setSetting('b', '2')
      await store.close()
      console.log(await under, await store.setSetting('c', '3').catch((error) => error.message))`
    const file = join(folder, 'closes.ts')
    writeFileSync(file, script)
    const { stdout } = await promisify(execFile)(process.execPath, [file], { timeout: 20_000 })
    expect(stdout).toBe('2 the store is closed\n')
  })

  it('keeps no process alive that has nothing more to do, and ends none before its commit is answered', async () => {
    const script = `
      import { openSqlite } from '${new URL('../../gateway/store/sqlite.ts', import.meta.url).href}'
      const store = await openSqlite('${fresh()}')
      const answer = await store.commit({ claims: [{ space: 's', key: 'k', holder: 'h' }] })
      console.log(answer.ok, await store.holder('s', 'k'))`
    const file = join(folder, 'ends.ts')
    writeFileSync(file, script)
    const { stdout } = await promisify(execFile)(process.execPath, [file], { timeout: 20_000 })
    expect(stdout).toBe('true h\n')
  })
})

// The store of the tests of auth: the real one, in memory, closed when the test is over.

import { onTestFinished } from 'vitest'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import type { Store } from '../../gateway/store/store.ts'

export type TestStore = Store

export async function openTestStore(): Promise<TestStore> {
  const store = await openSqlite(':memory:')
  onTestFinished(() => store.close())
  return store
}

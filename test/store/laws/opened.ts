// A store for the tests of one describe block, opened before them and closed after them.

import { afterAll, beforeAll } from 'vitest'
import type { Store } from '../../../gateway/store/store.ts'
import type { Subject } from '../laws.ts'

export function opened(subject: Subject): () => Store {
  let store: Store | undefined
  beforeAll(async () => {
    store = await subject.open(await subject.fresh())
  })
  afterAll(() => store?.close())
  return () => {
    if (!store) throw new Error('the store is not open yet')
    return store
  }
}

// Whether the file of a SQLite store, and its log, are still where they were opened: SQLite would write on into what nobody finds again.

import { statSync } from 'node:fs'
import { StoreUnavailable } from './store.ts'

/** Device and inode of the database file and of its log, as they were when the store was opened. */
export interface Place {
  readonly path: string
  readonly files: readonly (string | undefined)[]
}

/** The log is there as long as a connection is open that has read once. */
const endings = ['', '-wal']

/** Undefined for what is no file. */
export function placeOf(path: string): Place | undefined {
  const files = endings.map((ending) => fileAt(path + ending))
  return files[0] === undefined ? undefined : { path, files }
}

/** Throws where one is gone, or another is in its place. */
export function lookAt({ path, files }: Place): void {
  for (const [i, ending] of endings.entries()) {
    const found = fileAt(path + ending)
    if (found === files[i]) continue
    if (found === undefined)
      throw new StoreUnavailable('the database file or its log was moved or removed', { code: 'FILE_REMOVED' })
    throw new StoreUnavailable('another file is where the database file or its log was', { code: 'FILE_REPLACED' })
  }
}

function fileAt(path: string): string | undefined {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stat && `${stat.dev}:${stat.ino}`
}

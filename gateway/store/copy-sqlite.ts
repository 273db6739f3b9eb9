// A SQLite file as one side of a copy.

import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { CopySide } from './copy.ts'
import { requireCurrent } from './migrations.ts'
import { put } from './script.ts'
import { connectionTo } from './sqlite-connection.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import { openSqlite } from './sqlite.ts'

/** `path` of a source must be there; that of a target is made. */
export async function withSqlite<T>(path: string, as: 'source' | 'target', work: (side: CopySide) => Promise<T>): Promise<T> {
  if (as === 'target') await (await openSqlite(path)).close()
  else if (!existsSync(path)) throw new Error('there is no such file')
  const database = new DatabaseSync(path, { timeout: 5_000, readOnly: false })
  try {
    // A source in use stands still in its reader's eyes; a target lets nobody else in.
    database.exec(as === 'source' ? 'pragma cache_size = -16384; begin' : 'pragma cache_size = -16384; begin immediate')
    const connection = connectionTo(database)
    const side: CopySide = {
      ask: async (text, values) => connection.ask(text, values),
      put: async (table, rows) => connection.run(put(table, rows)),
    }
    await requireCurrent((text) => side.ask(text, []), sqliteDialect)
    const result = await work(side)
    database.exec('commit')
    return result
  } finally {
    database.close() // what was not committed is undone
  }
}

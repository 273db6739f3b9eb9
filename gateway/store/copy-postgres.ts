// A PostgreSQL database as one side of a copy.

import type { CopySide } from './copy.ts'
import { requireCurrent } from './migrations.ts'
import { openPostgres, postgresDialect, withConnection, type Asking } from './postgres.ts'
import { tables } from './tables.ts'

export async function withPostgres<T>(
  location: string,
  as: 'source' | 'target',
  work: (side: CopySide) => Promise<T>,
): Promise<T> {
  if (as === 'target') await (await openPostgres(location)).close()
  return withConnection(location, async (client) => {
    await requireCurrent((text) => client.ask(text, []), postgresDialect)
    try {
      await begin(client, as)
      const result = await work(client)
      await client.ask('commit', [])
      if (as === 'target') await client.ask('analyze', []) // the statistics of a full database, before it is first searched
      return result
    } catch (error) {
      await client.ask('rollback', []).catch(() => undefined) // gone with its connection, then
      throw error
    }
  })
}

/** The source is read as of one moment; into the target nobody else writes meanwhile. */
async function begin(client: Asking, as: 'source' | 'target'): Promise<void> {
  await client.ask(as === 'source' ? 'begin isolation level repeatable read read only' : 'begin', [])
  await client.ask('set local statement_timeout = 0', [])
  await client.ask('set local idle_in_transaction_session_timeout = 0', [])
  if (as === 'target') {
    await client.ask("set local lock_timeout = '10s'", [])
    await client.ask(`lock table ${Object.keys(tables).join(', ')} in exclusive mode`, [])
  }
}

// A gateway in this process, behind real sockets, whose store the test may look into.

import { sourceSettings } from '../../mappings/source.ts'
import { readConfig } from '../../gateway/config.ts'
import { eprSettings, makeCast, type Cast, type SystemName } from '../../gateway/demo/cast.ts'
import { wireFor, type Wire } from '../../gateway/demo/wire.ts'
import { startGateway } from '../../gateway/serve.ts'
import { openPostgres } from '../../gateway/store/postgres.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import type { Store } from '../../gateway/store/store.ts'
import { kept } from '../logs.ts'

export interface House {
  readonly store: Store
  readonly cast: Cast
  readonly wires: Readonly<Record<SystemName, Wire>>
  readonly url: string
  readonly mllp: number
  /** Events that were logged as errors. */
  readonly errors: readonly string[]
  close(): Promise<void>
}

/** `url` undefined: SQLite in memory. */
export async function openHouse(url: string | undefined, wrap: (store: Store) => Store = (store) => store): Promise<House> {
  const cast = makeCast()
  const errors: string[] = []
  const read = readConfig({ PORT: '0', MLLP_PORT: '0', SANDBOX: 'on' })
  if (!read.ok) throw new Error(read.faults.join())
  const store = wrap(url ? await openPostgres(url) : await openSqlite(':memory:'))
  const open = await startGateway({
    store,
    config: read.config,
    log: kept({ info: () => undefined, error: (event, fields) => void errors.push(`${event} ${JSON.stringify(fields)}`) }),
    clients: cast.clientsFile,
    source: (client) => sourceSettings(client, client === 'trust1-epr' ? eprSettings : {}),
  })
  const wires = Object.fromEntries(
    Object.entries(cast.systems).map(([name, system]) => [name, wireFor(system, open.url)]),
  ) as Record<SystemName, Wire>
  return { store, cast, wires, url: open.url, mllp: open.mllpPort ?? 0, errors, close: open.close }
}

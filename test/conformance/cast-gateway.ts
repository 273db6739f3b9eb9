// A gateway in this process with a cast of its own, and the cast's files with the addresses that it listens at.

import { writeFileSync } from 'node:fs'
import { makeCast, writeCast } from '../../conformance/commands/keys.ts'
import { readConfig } from '../../gateway/config.ts'
import { fetchJwksWithin } from '../../gateway/delivery/send.ts'
import { startGateway } from '../../gateway/serve.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import { sourcesFile, sourceSettings } from '../../mappings/source.ts'
import { kept } from '../logs.ts'

export interface Gateway {
  readonly url: string
  readonly mllpPort: number
  /** What the suite's commands take as --config. */
  readonly configPath: string
  close(): Promise<void>
}

export async function openGateway(folder: string): Promise<Gateway> {
  const settings = readConfig({ PORT: '0', MLLP_PORT: '0', SANDBOX: 'on' })
  if (!settings.ok) throw new Error(settings.faults.join())
  const cast = makeCast('http://gateway.invalid', 1)
  const paths = writeCast(folder, cast)
  const sources = sourcesFile(cast.sources)
  const {
    url,
    mllpPort = 0,
    close,
  } = await startGateway({
    store: await openSqlite(':memory:'),
    config: settings.config,
    log: kept({ info: () => undefined, error: (event, fields) => console.error(event, fields) }),
    clients: cast.clients,
    fetchJwks: fetchJwksWithin({ isSandbox: true }),
    source: (client) => sources.get(client) ?? sourceSettings(client),
  })
  const text = JSON.stringify(cast.config, undefined, 2)
  const placed = text.replaceAll('http://gateway.invalid', url).replace('"port": 1\n', `"port": ${mllpPort}\n`)
  writeFileSync(paths.config, placed, { mode: 0o600 })
  return { url, mllpPort, configPath: paths.config, close }
}

// The gateway in this process as a target of the conformance suite, with keys made for the occasion.

import { makeCast } from '../../conformance/commands/keys.ts'
import { readConfig, type Config } from '../../conformance/config.ts'
import { readConfig as readSettings } from '../../gateway/config.ts'
import { fetchJwksWithin } from '../../gateway/delivery/send.ts'
import { startGateway } from '../../gateway/serve.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import { sourcesFile, sourceSettings } from '../../mappings/source.ts'
import { kept } from '../logs.ts'

export interface Target {
  readonly config: Config
  close(): Promise<void>
}

export async function openTarget(): Promise<Target> {
  const cast = makeCast('http://127.0.0.1', 1)
  const { url, mllpPort = 0, close } = await startWith(cast)
  return { config: configFor(cast.config, url, mllpPort), close }
}

/** A sandbox in this process, in memory, that knows the cast's clients. */
export async function startWith(cast: ReturnType<typeof makeCast>): ReturnType<typeof startGateway> {
  const settings = readSettings({ PORT: '0', MLLP_PORT: '0', SANDBOX: 'on' })
  if (!settings.ok) throw new Error(settings.faults.join())
  const sources = sourcesFile(cast.sources)
  return startGateway({
    store: await openSqlite(':memory:'),
    config: settings.config,
    log: kept({ info: () => undefined, error: (event, fields) => console.error(event, fields) }),
    clients: cast.clients,
    fetchJwks: fetchJwksWithin({ isSandbox: true }),
    source: (client) => sources.get(client) ?? sourceSettings(client),
  })
}

/** The cast's configuration, for a server that chose its ports itself. */
export function configFor(made: object, origin: string, mllpPort: number): Config {
  const form = 'hl7v2' in made && typeof made.hl7v2 === 'object' ? made.hl7v2 : {}
  const hl7v2 = { ...form, http: `${origin}/hl7v2`, mllp: { host: '127.0.0.1', port: mllpPort } }
  const read = readConfig({ ...made, hl7v2 }, `${origin}/fhir/R4`)
  if (!read.ok) throw new Error(read.faults.join())
  return read.config
}

// The command line: serve, demo, migrate, clients, messages, audit. Opens the store, wires. What only some commands need, they load.

import { pino } from 'pino'
import { sourcesFile, sourceSettings } from '../mappings/source.ts'
import { readConfig, type Config } from './config.ts'
import type { Log } from './handler.ts'
import { openHouse, startGateway, type Opening } from './serve.ts'
import { jsonFile, SettingFault, textFile, under } from './setting-files.ts'
import { fetchJwksWithin } from './delivery/send.ts'
import { inWords } from './store/causes.ts'
import { instantOf } from './store/clock.ts'
import type { CopySide } from './store/copy.ts'
import type { Store } from './store/store.ts'

const usage = `usage: main.ts serve
       main.ts demo [--stay]
       main.ts migrate [copy --from DATABASE_URL --to DATABASE_URL]
       main.ts clients add | list | rotate | disable | enable | revoke | rotate-signing-key …
       main.ts audit verify [--heads FILE] | list … | person NHS-NUMBER|Patient/ID
       main.ts messages list [--state STATE] | show ID | replay ID --patient Patient/ID`

interface Driver {
  /** By what stands in DATABASE_URL: the path behind `sqlite:`, or the whole. */
  open(location: string): Promise<Store>
  with<T>(location: string, as: 'source' | 'target', work: (side: CopySide) => Promise<T>): Promise<T>
}

export type Drivers = Readonly<Record<'sqlite' | 'postgres', Driver>>

/** Answers the code to exit with; `whenReady` is called once the gateway serves. */
export async function run(
  [name = 'serve', ...args]: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  drivers: Drivers,
  whenReady: () => void,
): Promise<number | undefined> {
  const read = readConfig(environment)
  if (!read.ok) return fail(`settings:\n  ${read.faults.join('\n  ')}`)
  const { config } = read
  if (name === 'demo') return (await import('./demo/demo.ts')).demo({ args, open: drivers.sqlite.open, start: startGateway })
  if (!['serve', 'migrate', 'clients', 'messages', 'audit'].includes(name)) return fail(usage)
  if (name === 'migrate' && args.length > 0) {
    const { migrateCopy } = await import('./commands/migrate.ts')
    return migrateCopy(args, sidesOf(drivers), (line) => process.stdout.write(`${line}\n`))
  }
  try {
    const opening = await openingOf(config, drivers)
    if (name === 'serve') return void (await serve(opening, whenReady))
    try {
      // Opening the store brought its schema up to date.
      if (name === 'migrate') return say('the schema is up to date')
      return await tool(name, args, opening)
    } finally {
      await opening.store.close()
    }
  } catch (error) {
    return fail(inWords(error))
  }
}

/** The operator's tools, beside a gateway that serves. */
async function tool(name: string, args: readonly string[], opening: Opening): Promise<number> {
  const { store, config } = opening
  const print = (line: string) => void process.stdout.write(`${line}\n`)
  if (name === 'audit') {
    const { audit } = await import('./commands/audit.ts')
    return audit(args, store, () => instantOf(Date.now() * 1000), print)
  }
  const house = await openHouse(config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`, opening)
  if (name === 'clients') return (await import('./commands/clients.ts')).clients(args, house, print)
  return (await import('./commands/messages.ts')).messages(args, house, print)
}

async function openingOf(config: Config, drivers: Drivers): Promise<Opening> {
  const { CLIENTS_FILE, SOURCES_FILE, FHIR_PACKAGES, TLS_CERT, TLS_KEY, TLS_CLIENT_CA } = config
  const clientsJson = CLIENTS_FILE ? jsonFile('CLIENTS_FILE', CLIENTS_FILE) : undefined
  const sources = under('SOURCES_FILE', () => sourcesFile(SOURCES_FILE ? jsonFile('SOURCES_FILE', SOURCES_FILE) : {}))
  const tls =
    TLS_CERT && TLS_KEY
      ? {
          cert: textFile('TLS_CERT', TLS_CERT),
          key: textFile('TLS_KEY', TLS_KEY),
          ...(TLS_CLIENT_CA && { ca: textFile('TLS_CLIENT_CA', TLS_CLIENT_CA) }),
        }
      : undefined
  const log = logTo(config.LOG_LEVEL)
  // Every plan asks for them.
  const unset = sourceSettings('')
  return {
    store: await openStore(config.DATABASE_URL, drivers).catch((error: unknown) => {
      throw new SettingFault('DATABASE_URL', [inWords(error)])
    }),
    config,
    log,
    source: (client) => sources.get(client) ?? { ...unset, client },
    ...(FHIR_PACKAGES && (await packagesOf(FHIR_PACKAGES, log))),
    fetchJwks: fetchJwksWithin({ isSandbox: config.SANDBOX === 'on' }),
    ...(clientsJson !== undefined && { clients: clientsJson }),
    ...(tls && { tls }),
  }
}

async function packagesOf(setting: string, log: Log): Promise<Pick<Opening, 'validator' | 'whole'>> {
  const { validatorWith } = await import('./packages.ts')
  return under('FHIR_PACKAGES', () => validatorWith(setting, log))
}

function openStore(url: string, { sqlite, postgres }: Drivers): Promise<Store> {
  return url.startsWith(ofSqlite) ? sqlite.open(url.slice(ofSqlite.length)) : postgres.open(url)
}

const ofSqlite = 'sqlite:'

function sidesOf({ sqlite, postgres }: Drivers): Driver['with'] {
  return (location, as, work) =>
    location.startsWith(ofSqlite) ? sqlite.with(location.slice(ofSqlite.length), as, work) : postgres.with(location, as, work)
}

/** Runs until SIGINT or SIGTERM; what is under way is answered first. */
async function serve(opening: Opening, whenReady: () => void): Promise<void> {
  const told = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
  const { url, mllpPort, close } = await startGateway(opening)
  process.stdout.write(
    `${JSON.stringify({ event: 'ready', url, ...(mllpPort !== undefined && { mllp: mllpPort }), pid: process.pid })}\n`,
  )
  whenReady()
  await told
  await close()
}

/** Logs go to standard error: standard output holds the ready line. */
function logTo(level: Config['LOG_LEVEL']): Log {
  const logger = pino({ level, base: null }, pino.destination({ fd: 2, sync: true }))
  return {
    info: (event, fields = {}) => logger.info({ event, ...fields }),
    error: (event, fields = {}) => logger.error({ event, ...fields }),
  }
}

function say(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}

function fail(text: string): number {
  process.stderr.write(`${text}\n`)
  return 2
}

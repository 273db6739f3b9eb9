// The command line: serve, demo, migrate, clients, messages, audit. Reads argv and the environment, opens the store, wires.

import { pino } from 'pino'
import { sourcesFile, sourceSettings } from '../mappings/source.ts'
import { audit } from './commands/audit.ts'
import { clients } from './commands/clients.ts'
import { messages } from './commands/messages.ts'
import { migrateCopy } from './commands/migrate.ts'
import { readConfig, type Config } from './config.ts'
import { demo } from './demo/demo.ts'
import type { Log } from './handler.ts'
import { openHouse, startGateway, type Opening } from './serve.ts'
import { faultUnder, jsonFile, textFile, under } from './setting-files.ts'
import { fetchJwksWithin } from './delivery/send.ts'
import { validatorWith } from './packages.ts'
import { instantOf } from './store/clock.ts'
import type { CopySide } from './store/copy.ts'
import { withPostgres } from './store/copy-postgres.ts'
import { withSqlite } from './store/copy-sqlite.ts'
import { openPostgres } from './store/postgres.ts'
import { openSqlite } from './store/sqlite.ts'
import type { Store } from './store/store.ts'

const usage = `usage: main.ts serve
       main.ts demo [--stay]
       main.ts migrate [copy --from DATABASE_URL --to DATABASE_URL]
       main.ts clients add | list | rotate | disable | enable | revoke | rotate-signing-key …
       main.ts audit verify [--heads FILE] | list … | person NHS-NUMBER|Patient/ID
       main.ts messages list [--state STATE] | show ID | replay ID --patient Patient/ID`

const [command = 'serve', ...rest] = process.argv.slice(2)
process.exitCode = await run(command, rest)

async function run(name: string, args: readonly string[]): Promise<number | undefined> {
  const read = readConfig(process.env)
  if (!read.ok) return fail(`settings:\n  ${read.faults.join('\n  ')}`)
  const { config } = read
  if (name === 'demo') return demo({ args, open: openSqlite, start: startGateway })
  if (!['serve', 'migrate', 'clients', 'messages', 'audit'].includes(name)) return fail(usage)
  if (name === 'migrate' && args.length > 0) return migrateCopy(args, withSide, (line) => process.stdout.write(`${line}\n`))
  try {
    const opening = await openingOf(config)
    if (name === 'serve') return void (await serve(opening))
    try {
      // Opening the store brought its schema up to date.
      if (name === 'migrate') return say('the schema is up to date')
      const print = (line: string) => void process.stdout.write(`${line}\n`)
      if (name === 'audit') return await audit(args, opening.store, () => instantOf(Date.now() * 1000), print)
      const house = await openHouse(config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`, opening)
      return await (name === 'clients' ? clients : messages)(args, house, print)
    } finally {
      await opening.store.close()
    }
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

async function openingOf(config: Config): Promise<Opening> {
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
  return {
    store: await openStore(config.DATABASE_URL).catch((error: unknown) => {
      throw faultUnder('DATABASE_URL', error)
    }),
    config,
    log,
    source: (client) => sources.get(client) ?? sourceSettings(client),
    ...(FHIR_PACKAGES && under('FHIR_PACKAGES', () => validatorWith(FHIR_PACKAGES, log))),
    fetchJwks: fetchJwksWithin({ isSandbox: config.SANDBOX === 'on' }),
    ...(clientsJson !== undefined && { clients: clientsJson }),
    ...(tls && { tls }),
  }
}

function openStore(url: string): Promise<Store> {
  return url.startsWith('sqlite:') ? openSqlite(url.slice('sqlite:'.length)) : openPostgres(url)
}

function withSide<T>(location: string, as: 'source' | 'target', work: (side: CopySide) => Promise<T>): Promise<T> {
  return location.startsWith('sqlite:')
    ? withSqlite(location.slice('sqlite:'.length), as, work)
    : withPostgres(location, as, work)
}

/** Runs until SIGINT or SIGTERM; what is under way is answered first. */
async function serve(opening: Opening): Promise<void> {
  const told = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
  const { url, mllpPort, close } = await startGateway(opening)
  process.stdout.write(
    `${JSON.stringify({ event: 'ready', url, ...(mllpPort !== undefined && { mllp: mllpPort }), pid: process.pid })}\n`,
  )
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

// The command line: serve, demo, migrate, clients, messages. Reads argv and the environment, opens the store, wires.

import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pino } from 'pino'
import { sourcesFile, sourceSettings } from '../mappings/source.ts'
import { clients } from './commands/clients.ts'
import { messages } from './commands/messages.ts'
import { readConfig, type Config } from './config.ts'
import { demo } from './demo/demo.ts'
import type { Log } from './handler.ts'
import { openHouse, startGateway, type Opening } from './serve.ts'
import { fetchJwksWithin } from './delivery/send.ts'
import { openPostgres } from './store/postgres.ts'
import { openSqlite } from './store/sqlite.ts'
import type { Store } from './store/store.ts'

const usage = `usage: main.ts serve
       main.ts demo [--stay]
       main.ts migrate
       main.ts clients add FILE | list | revoke CLIENT_ID
       main.ts messages list [--state STATE] | show ID | replay ID --patient Patient/ID`

const [command = 'serve', ...rest] = process.argv.slice(2)
process.exitCode = await run(command, rest)

async function run(name: string, args: readonly string[]): Promise<number | undefined> {
  const read = readConfig(process.env)
  if (!read.ok) return fail(`settings:\n  ${read.faults.join('\n  ')}`)
  const { config } = read
  if (name === 'demo') return demo({ args, open: openSqlite, start: startGateway })
  if (!['serve', 'migrate', 'clients', 'messages'].includes(name)) return fail(usage)
  try {
    const opening = await openingOf(config)
    if (name === 'serve') return void (await serve(opening))
    try {
      if (name === 'migrate') return 0
      const house = await openHouse(config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`, opening)
      return await (name === 'clients' ? clients : messages)(args, house, (line) => process.stdout.write(`${line}\n`))
    } finally {
      await opening.store.close()
    }
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

async function openingOf(config: Config): Promise<Opening> {
  const clientsJson = config.CLIENTS_FILE ? readJsonFile(config.CLIENTS_FILE) : undefined
  const sources = sourcesFile(config.SOURCES_FILE ? readJsonFile(config.SOURCES_FILE) : {})
  const { TLS_CERT, TLS_KEY, TLS_CLIENT_CA } = config
  const tls =
    TLS_CERT && TLS_KEY
      ? {
          cert: readFileSync(TLS_CERT, 'utf8'),
          key: readFileSync(TLS_KEY, 'utf8'),
          ...(TLS_CLIENT_CA && { ca: readFileSync(TLS_CLIENT_CA, 'utf8') }),
        }
      : undefined
  return {
    store: await openStore(config.DATABASE_URL),
    config,
    log: logTo(config.LOG_LEVEL),
    source: (client) => sources.get(client) ?? sourceSettings(client),
    fetchJwks: fetchJwksWithin({ isSandbox: config.SANDBOX === 'on' }),
    ...(clientsJson !== undefined && { clients: clientsJson }),
    ...(tls && { tls }),
  }
}

async function openStore(url: string): Promise<Store> {
  if (!url.startsWith('sqlite:')) return openPostgres(url)
  const path = url.slice('sqlite:'.length)
  if (path !== ':memory:') await mkdir(dirname(path), { recursive: true })
  return openSqlite(path)
}

/** Runs until SIGINT or SIGTERM; what is under way is answered first. */
async function serve(opening: Opening): Promise<void> {
  const { url, mllpPort, close } = await startGateway(opening)
  process.stdout.write(
    `${JSON.stringify({ event: 'ready', url, ...(mllpPort !== undefined && { mllp: mllpPort }), pid: process.pid })}\n`,
  )
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
  await close()
}

function readJsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`${path}: ${error instanceof SyntaxError ? 'no valid JSON' : 'cannot be read'}`, {
      cause: error,
    })
  }
}

/** Logs go to standard error: standard output holds the ready line. */
function logTo(level: Config['LOG_LEVEL']): Log {
  const logger = pino({ level, base: null }, pino.destination({ fd: 2, sync: true }))
  return {
    info: (event, fields = {}) => logger.info({ event, ...fields }),
    error: (event, fields = {}) => logger.error({ event, ...fields }),
  }
}

function fail(text: string): number {
  process.stderr.write(`${text}\n`)
  return 2
}

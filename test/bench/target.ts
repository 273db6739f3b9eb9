// A server under test: where it listens, and what its processes have cost so far.

import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import type { Cast, SystemName } from '../../gateway/demo/cast.ts'
import type { Wire } from '../../gateway/demo/wire.ts'
import { makeCamp, startGateway } from '../faults/gateway.ts'
import { createDatabase } from '../postgres.database.ts'
import { parentOf, residentMbOf, secondsOf, watchCluster } from './cpu.ts'

export type DatabaseName = 'sqlite' | 'postgres'

export interface Target {
  readonly database: DatabaseName
  readonly url: string
  readonly mllp: number
  readonly cast: Cast
  readonly wires: Readonly<Record<SystemName, Wire>>
  /** The SQLite file, or the database's URL. */
  readonly place: string
  readonly about: string
  /** `background` is PostgreSQL's work for nobody in particular: checkpoints, vacuum, WAL. */
  cpuSeconds(): { readonly gateway: number; readonly database: number; readonly background: number }
  residentMb(): number
  end(): Promise<void>
}

/** `npm start` with a clean environment. `pgUrl` undefined: on a SQLite file. */
export async function startTarget(pgUrl?: string, environment: Readonly<Record<string, string>> = {}): Promise<Target> {
  const databaseUrl = pgUrl && (await createDatabase(pgUrl))
  const camp = makeCamp(databaseUrl)
  const gateway = await startGateway({ ...camp.environment, LOG_LEVEL: 'silent', ...environment })
  const postgres = databaseUrl ? await postgresAt(databaseUrl) : undefined
  const cluster = postgres && watchCluster(postgres.pid)
  return {
    database: databaseUrl ? 'postgres' : 'sqlite',
    url: gateway.url,
    mllp: gateway.mllp,
    cast: camp.cast,
    wires: camp.wires(gateway.url),
    place: databaseUrl ?? (camp.environment['DATABASE_URL'] ?? '').replace('sqlite:', ''),
    about: `${postgres?.about ?? `SQLite ${process.versions['sqlite']}, WAL, synchronous=FULL`}, ready in ${gateway.readyMs.toFixed(0)} ms`,
    cpuSeconds() {
      const { backends = 0, background = 0 } = cluster?.() ?? {}
      return { gateway: secondsOf(gateway.pid), database: backends, background }
    },
    residentMb: () => residentMbOf(gateway.pid),
    async end() {
      await Promise.race([gateway.end('SIGTERM'), setTimeout(5_000, undefined, { ref: false })])
      await gateway.end('SIGKILL')
      camp.remove()
    },
  }
}

/** The cluster runs on this machine: a backend's parent is its postmaster. */
async function postgresAt(url: string): Promise<{ readonly pid: number; readonly about: string }> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<Record<string, string>>(
    `select pg_backend_pid()::text as pid, current_setting('server_version') as version, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit, current_setting('shared_buffers') as buffers`,
  )
  const [row = {}] = rows
  const pid = parentOf(Number(row['pid']))
  await client.end()
  const { version, fsync, commit, buffers } = row
  return { pid, about: `PostgreSQL ${version}, fsync=${fsync}, synchronous_commit=${commit}, shared_buffers=${buffers}` }
}

// A gateway on real ports over a database of its own, and the systems of those who talk to it.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { expect, inject } from 'vitest'
import { sourceSettings } from '../../mappings/source.ts'
import { odsOrganization } from '../../profiles/canonical.ts'
import { readConfig } from '../../gateway/config.ts'
import { eprSettings, keyFor, makeCast, type System, type SystemName } from '../../gateway/demo/cast.ts'
import { stageFor } from '../../gateway/demo/demo.ts'
import type { FhirResource } from '../../gateway/fhir/resource.ts'
import type { House } from '../../gateway/handler.ts'
import type { Stage } from '../../gateway/demo/stage.ts'
import { sendMllp, wireFor, type Wire } from '../../gateway/demo/wire.ts'
import { startGateway } from '../../gateway/serve.ts'
import { openPostgres } from '../../gateway/store/postgres.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import type { Access, Store } from '../../gateway/store/store.ts'
import { resourceTypes } from '../../gateway/types.ts'
import { ownValidator } from '../../profiles/own-validator.ts'
import { createDatabase } from '../postgres.database.ts'
import { kept } from '../logs.ts'

export interface Database {
  readonly name: string
  open(): Promise<Opened>
}

interface Opened {
  /** One that nobody else uses. */
  readonly store: Store
  /** What a select finds in its tables: a look past the store. */
  readonly rows: (select: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
  /** What is to be done when it is closed. */
  readonly remove: () => void
}

const pgUrl = inject('pgUrl')
if (pgUrl === '') console.warn('The journey is not played on PostgreSQL: there is no cluster, see test/postgres.setup.ts.')

const sqlite: Database = {
  name: 'a SQLite file',
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'home-first-journey-'))
    const remove = () => rmSync(folder, { recursive: true, force: true })
    const file = join(folder, 'gateway.db')
    const rows = async (select: string) => {
      using database = new DatabaseSync(file, { readOnly: true })
      return database.prepare(select).all()
    }
    return { store: await openSqlite(file), rows, remove }
  },
}

const postgres: Database = {
  name: 'PostgreSQL',
  async open() {
    const url = await createDatabase(pgUrl)
    const rows = async (select: string) => {
      const client = new pg.Client(url)
      await client.connect()
      const found = await client.query<Record<string, unknown>>(select)
      await client.end()
      return found.rows
    }
    return { store: await openPostgres(url), rows, remove: () => undefined }
  },
}

/** Every suite of the journey runs over each of them. */
export const databases: readonly Database[] = pgUrl === '' ? [sqlite] : [sqlite, postgres]

/** Besides the demo's cast: another trust with two hubs, the second of which the first trust has no agreement with; and the roles that the demo's story does without. */
const strangers = {
  organizations: [
    { id: 'trust2', name: 'Second Example Trust', kind: 'acute' },
    { id: 'hub2', name: 'Second Example Hub', kind: 'hub' },
    { id: 'provider2', name: 'Second Example Homecare', kind: 'provider' },
    { id: 'gp1', name: 'Example Surgery', kind: 'gp' },
    { id: 'icb1', name: 'Example Integrated Care Board', kind: 'icb' },
    { id: 'charity1', name: 'Example Charity', kind: 'voluntary' },
    { id: 'assessor1', name: 'Example Trusted Assessors', kind: 'assessor' },
  ].map((one) => ({ ...one, identifiers: [{ system: odsOrganization, value: one.id.toUpperCase() }] })),
  agreements: [
    { from: 'trust2', to: 'hub1' },
    { from: 'trust2', to: 'hub2' },
    { from: 'hub2', to: 'council2' },
    { from: 'hub1', to: 'provider2' },
    ...['gp1', 'icb1', 'charity1', 'assessor1'].map((to) => ({ from: 'hub1', to })),
  ],
  clients: [
    { clientId: 'trust2-epr', organization: 'trust2' },
    { clientId: 'hub2-board', organization: 'hub2' },
    { clientId: 'provider2-rota', organization: 'provider2' },
    { clientId: 'gp1-records', organization: 'gp1' },
    { clientId: 'icb1-care', organization: 'icb1' },
    { clientId: 'charity1-desk', organization: 'charity1' },
    { clientId: 'assessor1-desk', organization: 'assessor1' },
  ],
} as const

export type Name =
  | 'epr'
  | 'hub'
  | 'community'
  | 'council'
  | 'otherCouncil'
  | 'provider'
  | 'otherTrust'
  | 'otherHub'
  | 'otherProvider'
  | 'gp'
  | 'icb'
  | 'voluntary'
  | 'assessor'

export interface World {
  readonly store: Store
  readonly rows: Opened['rows']
  readonly house: House
  readonly url: string
  readonly systems: Readonly<Record<Name, Wire>>
  /** The same client with a token of other scopes. */
  readonly scoped: (name: SystemName, scope: string) => Wire
  /** What the demo's story is played on. */
  readonly stage: Stage
  readonly mllp: (message: string) => Promise<string>
  /** The names of all events that the gateway logged as errors: none is expected. */
  readonly errors: readonly string[]
  close(): Promise<void>
}

export interface WorldOptions {
  /** SOURCES_FILE's entries by client, over the demo's. */
  readonly sources?: Readonly<Record<string, unknown>>
  readonly isSandbox?: boolean
}

export async function startWorld(database: Database, { sources = {}, isSandbox = true }: WorldOptions = {}): Promise<World> {
  const { store, rows, remove } = await database.open()
  const cast = makeCast()
  const systems: System[] = strangers.clients.map((client) => ({ ...client, ...keyFor(client.clientId) }))
  const settings: Readonly<Record<string, unknown>> = {
    'trust1-epr': eprSettings,
    'trust2-epr': eprSettings,
    ...sources,
  }
  const read = readConfig({
    PORT: '0',
    MLLP_PORT: '0',
    SANDBOX: isSandbox ? 'on' : 'off',
    LOG_LEVEL: 'error',
  })
  if (!read.ok) throw new Error(read.faults.join())
  const errors: string[] = []
  const gateway = await startGateway({
    store,
    config: read.config,
    log: kept({
      info: () => undefined,
      error: (event, fields = {}) => void errors.push(`${event} ${JSON.stringify(fields)}`),
    }),
    clients: {
      organizations: [...cast.clientsFile.organizations, ...strangers.organizations],
      agreements: [...cast.clientsFile.agreements, ...strangers.agreements],
      clients: [...cast.clientsFile.clients, ...systems.map(clientEntry)],
    },
    source: (client) => sourceSettings(client, settings[client] ?? {}),
  })
  const port = gateway.mllpPort ?? 0
  const stage = stageFor(cast, gateway.url, port)
  const [otherTrust, otherHub, otherProvider, gp, icb, voluntary, assessor] = systems.map((system) =>
    wireFor(system, gateway.url),
  )
  if (!otherTrust || !otherHub || !otherProvider || !gp || !icb || !voluntary || !assessor)
    throw new Error('a stranger has no system')
  return {
    store,
    rows,
    house: gateway.house,
    url: gateway.url,
    systems: { ...stage.systems, otherTrust, otherHub, otherProvider, gp, icb, voluntary, assessor },
    scoped: (name, scope) => wireFor(cast.systems[name], gateway.url, scope),
    stage,
    mllp: (message) => sendMllp(port, message),
    errors,
    async close() {
      await gateway.close()
      remove()
    },
  }
}

function clientEntry({ clientId, organization, jwk }: System): object {
  return {
    client_id: clientId,
    name: clientId,
    organization,
    profile: 'smart',
    scopes: 'system/*.cruds',
    jwks: { keys: [jwk] },
    ...(organization === 'trust2' && {
      hl7v2: [{ sendingApplication: 'EPR', sendingFacility: 'TRUST2', addresses: ['127.0.0.1', '::1'], certificateSha256: [] }],
    }),
  }
}

/** The tests' own look at what is stored. */
export const asGateway: Access = { as: 'gateway', why: 'a test looks at what is stored' }

/** All current resources of a type, as stored, oldest first. */
export async function stored(store: Store, type: string): Promise<readonly FhirResource[]> {
  const page = await store.search(asGateway, {
    type,
    where: [],
    order: [{ by: 'updated', descending: false }],
    count: 1000,
    total: false,
  })
  if (page.next) throw new Error(`more than 1000 ${type}`)
  return page.versions.filter(({ deleted }) => !deleted).map(({ text }) => JSON.parse(text) as FhirResource)
}

/** Where what is stored is not valid, resource by resource; nothing, when all is well. */
export async function faultsIn(store: Store): Promise<readonly string[]> {
  const all = await Promise.all(Object.keys(resourceTypes).map((type) => stored(store, type)))
  return all.flat().flatMap((resource) =>
    ownValidator()
      .validate(resource)
      .filter(({ severity }) => severity === 'error')
      .map(({ id, expression }) => `${resource.resourceType}/${resource.id} ${id} ${expression}`),
  )
}

/** Closes it, and fails where it holds what is not valid or logged an error. */
export async function endWell(world: World): Promise<void> {
  const { store, errors } = world
  expect(await faultsIn(store)).toEqual([])
  expect(errors).toEqual([])
  await world.close()
}

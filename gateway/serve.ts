// Puts a house together around a store, and opens its doors: HTTP and MLLP.

import { createHmac } from 'node:crypto'
import type { Server as HttpServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { serve, type ServerType } from '@hono/node-server'
import type { SourceSettings } from '../mappings/source.ts'
import { app } from './app.ts'
import { openRefusals } from './audit/refusals.ts'
import { openAuth, type AuthOptions } from './auth/auth.ts'
import type { Validator } from '../profiles/compiler/validator.ts'
import { ownValidator } from '../profiles/own-validator.ts'
import { wholeValidator } from '../profiles/whole-validator.ts'
import { organizationResource } from './auth/organization.ts'
import { loadRegistry, openRegistry, type Organization } from './auth/registry.ts'
import { permits } from './auth/scopes.ts'
import { answerClientError } from './client-error.ts'
import { admitting } from './connections.ts'
import { limits, type Config } from './config.ts'
import type { FhirResource } from './fhir/resource.ts'
import { searchQuery } from './fhir/search-query.ts'
import type { House, Log } from './handler.ts'
import { capConnections, closed, patienceOf } from './http-server.ts'
import { newId } from './ids.ts'
import { readingIn } from './inner.ts'
import { frameAck, receiveHl7, storeDownAck } from './intake/hl7v2-door.ts'
import { takeUp } from './intake/take-up.ts'
import { startPlanning } from './intake/planning.ts'
import { MllpFault, startMllp } from './mllp/listener.ts'
import { trusting, type Connection } from './peer.ts'
import { Refusal } from './refusal.ts'
import { startRounds } from './rounds.ts'
import { faultUnder, SettingFault } from './setting-files.ts'
import { whyOf } from './store/causes.ts'
import { instantOf } from './store/clock.ts'
import type { Store } from './store/store.ts'
import { openTurnstile } from './throttle-doors.ts'

export interface Opening {
  readonly store: Store
  readonly config: Config
  readonly log: Log
  /** The parsed CLIENTS_FILE. */
  readonly clients?: unknown
  readonly source: (client: string) => SourceSettings
  /** With the packages of FHIR_PACKAGES; without it, R4 and our own profiles. */
  readonly validator?: Validator
  /** The same and all of R4; without it, the validator itself. */
  readonly whole?: Validator
  readonly tls?: { readonly cert: string; readonly key: string; readonly ca?: string }
  readonly fetchJwks?: AuthOptions['fetchJwks']
}

export interface Open {
  readonly house: House
  readonly url: string
  /** Where HTTP is listened to, whatever PUBLIC_URL says. */
  readonly port: number
  readonly mllpPort?: number
  close(): Promise<void>
}

/** The store goes with the gateway: when it ends, and when it cannot be started. */
export async function startGateway(opening: Opening): Promise<Open> {
  try {
    return await open(opening)
  } catch (error) {
    await opening.store.close()
    throw error
  }
}

async function open(opening: Opening): Promise<Open> {
  const { config, store, log, tls } = opening
  let handle: Fetch = () => new Response(null, { status: 503 })
  const http = await listen((request, connection) => handle(request, connection), opening)
  const url = config.PUBLIC_URL?.replace(/\/+$/, '') ?? `${tls ? 'https' : 'http'}://${hostIn(config.HOST)}:${http.port}`
  try {
    const house = await openHouse(url, opening)
    const hono = app(house)
    handle = (request, connection) => hono.fetch(request, connection)
    const mllp = await openMllp(house, opening)
    const rounds = startRounds(house)
    return {
      house,
      url,
      port: http.port,
      ...(mllp && { mllpPort: mllp.port }),
      async close() {
        await Promise.all([mllp?.close(), http.close()])
        await rounds.stop()
        await store.close()
        log.info('closed')
      },
    }
  } catch (error) {
    // Whoever could not be started is not left listening.
    await http.close()
    throw error
  }
}

type Fetch = (request: Request, connection: Connection) => Response | Promise<Response>

/** An IPv6 address stands in brackets in a URL. */
const hostIn = (host: string): string => (host.includes(':') ? `[${host}]` : host)

/** Everything that handlers work with; the command line's tools use it without doors. */
export async function openHouse(
  url: string,
  {
    store,
    config,
    log,
    clients,
    source,
    fetchJwks,
    tls,
    validator = ownValidator(),
    whole = validator === ownValidator() ? wholeValidator() : validator,
  }: Opening,
): Promise<House> {
  const now = () => instantOf(Date.now() * 1000)
  const isSandbox = config.SANDBOX === 'on'
  if (clients !== undefined)
    await loadRegistry(store, clients, { sandbox: isSandbox }).catch((error: unknown) => {
      throw error instanceof Refusal ? faultUnder('CLIENTS_FILE', error) : error
    })
  const registry = await openRegistry(store, { now: () => new Date() })
  const refusals = openRefusals({ write: async (audit) => void (await store.commit({ audit })), newId, now })
  const turnstile = openTurnstile({ client: config.CLIENT_RATE, address: config.ADDRESS_RATE }, () => performance.now())
  const auth = await openAuth({
    store,
    registry,
    publicUrl: url,
    now: () => new Date(),
    newId,
    sandbox: isSandbox,
    refusals,
    secondsToWait: turnstile.secondsToWait,
    bindsCertificates: tls?.ca !== undefined,
    ...(fetchJwks && { fetchJwks }),
  })
  const base = `${url}/fhir/R4`
  const reindexed = await store.reindex(base)
  if (reindexed > 0) log.info('search-index-made-anew', { reindexed })
  await writeDirectory({ store, registry, base, validator }, now())
  const house: House = {
    store,
    registry,
    auth,
    refusals,
    base,
    now,
    newId,
    validator,
    whole,
    isSandbox,
    source,
    log,
    cursorKey: await cursorKeyOf(store),
    mayRead: (caller, type) => permits(caller.scopes, type, 's'),
    takeUp: (planning, message, patient) => takeUp(planning, message, patient, house),
    conditions: (caller, type, parameters) =>
      searchQuery(type, parameters, { base, at: now(), mayRead: (other) => house.mayRead(caller, other) }),
    answerTo: readingIn(() => house),
    origins: new Set(config.CORS_ORIGINS?.split(',').map((origin) => origin.trim())),
    intermediary: { 'x-intermediary': new URL(url).hostname },
    ...(url.startsWith('https:') && { transport: overTlsAlone }),
    turnstile,
    isTrustedProxy: trusting(config.TRUSTED_PROXIES),
    breakGlassPerDay: config.BREAK_GLASS_PER_DAY,
  }
  return house
}

/** RFC 6797, for a year. The deployer's other names are theirs, so nothing is said of subdomains. */
const overTlsAlone = { 'strict-transport-security': 'max-age=31536000' }

/** The registry's organisations are the directory's; one that has not changed makes no new version. */
async function writeDirectory(
  { store, registry, base, validator }: Pick<House, 'store' | 'registry' | 'base' | 'validator'>,
  at: string,
): Promise<void> {
  const caller = {
    client: 'gateway',
    organization: 'gateway',
    kind: 'operator',
    scopes: [],
    tokenId: '',
  } as const
  const access = { as: 'gateway', why: 'the directory is written from the registry' } as const
  const planning = startPlanning({ store, caller, access, at, base, validator, newId, requestId: 'start' })
  for (const organization of registry.organizations()) await planning.put(resourceOf(organization), { author: 'gateway' })
  if (planning.written().length === 0) return
  planning.audit('directory', planning.written())
  const committed = await store.commit(planning.finish())
  // Another process started at the same moment and wrote the same.
  if (!committed.ok && committed.conflict.why !== 'stale') throw new Error('the directory could not be written')
}

function resourceOf(organization: Organization): FhirResource {
  const { meta: _, ...resource } = organizationResource(organization)
  return { ...resource }
}

/** All processes on one database sign cursors alike, so that a page can be asked of any. */
async function cursorKeyOf(store: Store): Promise<Uint8Array> {
  const secret = await store.setSetting('cursor-key', newId() + newId(), true)
  return createHmac('sha256', secret).update('cursor').digest()
}

async function listen(fetch: Fetch, { config, tls, log }: Opening) {
  const server = await new Promise<ServerType>((resolve, reject) => {
    const options = { fetch, hostname: config.HOST, port: config.PORT, serverOptions: patienceOf(config) }
    const secured = tls && {
      createServer: createTlsServer,
      serverOptions: {
        ...options.serverOptions,
        ...tls,
        handshakeTimeout: limits.handshakeMs,
        requestCert: tls.ca !== undefined,
        rejectUnauthorized: tls.ca !== undefined && config.TLS_CLIENT_AUTH === 'required',
      },
    }
    const made = serve({ ...options, ...secured } as Parameters<typeof serve>[0], () => resolve(made))
    made.on('clientError', answerClientError)
    made.once('error', (error) => reject(portFault('PORT', error, config.PORT)))
    capConnections(made as HttpServer, config, log)
  })
  const address = server.address()
  return { port: typeof address === 'object' && address ? address.port : config.PORT, close: () => closed(server as HttpServer) }
}

function portFault(setting: string, error: unknown, port: number): SettingFault {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const why =
    code === 'EADDRINUSE'
      ? 'is taken by another program'
      : code === 'EACCES'
        ? 'needs rights that this process does not have'
        : 'cannot be listened on'
  return new SettingFault(setting, [`port ${port} ${why}`])
}

async function openMllp(house: House, { config, tls, log }: Opening) {
  if (config.MLLP_PORT === 'off') return undefined
  const port = config.MLLP_PORT
  return startMllp({
    host: config.MLLP_HOST ?? config.HOST,
    port,
    // A certificate may be a sender's mark without any authority: the registry pins its digest.
    ...(tls && { tls: { ...tls, requestCert: tls.ca !== undefined || house.registry.pinsCertificates() } }),
    maxBytes: limits.message,
    idleTimeoutMs: config.MLLP_IDLE_MS,
    messageTimeoutMs: config.MLLP_MESSAGE_MS,
    // One more, so that it is refused where it is counted.
    maxConnections: config.MLLP_CONNECTIONS + 1,
    admits: admitting({
      total: config.MLLP_CONNECTIONS,
      perAddress: config.MLLP_CONNECTIONS_PER_ADDRESS,
      tell: (refused) => log.error('connections-refused', { door: 'mllp', refused }),
    }),
    async receive(bytes, peer) {
      const { body } = await receiveHl7(bytes, { ...peer, contentType: 'application/hl7-v2', requestId: newId() }, house)
      return new TextEncoder().encode(body)
    },
    onFailure(bytes, error) {
      if (error instanceof MllpFault) return frameAck(bytes, error.why, house)
      log.error('mllp-failed', { name: error instanceof Error ? error.name : typeof error, ...whyOf(error) })
      return storeDownAck(bytes, house)
    },
  }).catch((error: unknown) => {
    throw portFault('MLLP_PORT', error, port)
  })
}

// A gateway in this process over a store of its own, and a client with a token for each organisation of a network.

import { app } from '../../gateway/app.ts'
import { readConfig } from '../../gateway/config.ts'
import { openHouse } from '../../gateway/serve.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import type { Access, Store } from '../../gateway/store/store.ts'
import { sourceSettings } from '../../mappings/source.ts'
import { odsOrganization } from '../../profiles/canonical.ts'
import { makeClient, tokenForm, type TestClient } from '../auth/client.ts'
import type { Agreement, Caller, Organisation } from './rule.ts'
import { kept } from '../logs.ts'

const url = 'http://gateway.example'
export const base = `${url}/fhir/R4`

export type Json = Readonly<Record<string, unknown>>

export interface Answered {
  readonly status: number
  readonly text: string
  /** The body as JSON; empty where there is none. */
  readonly json: Json
}

export interface Told {
  readonly organization: string
  readonly resource: string
  readonly event: string
}

export interface Gateway {
  readonly store: Store
  /** `path` under the FHIR base. What a caller states besides (its professional, its purpose) goes into the headers. */
  ask(caller: Caller, method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>
  /** What the gateway has to tell anybody since this was asked last. */
  told(): Promise<readonly Told[]>
  /** Every write that was asked for, and what it was answered: for whoever reads a failure. */
  readonly story: readonly string[]
  /** Names of events that were logged as errors; none is expected. */
  readonly errors: readonly string[]
  close(): Promise<void>
}

/** An organisation besides its role: its host and its members show nobody anything. */
export interface Registered extends Organisation {
  readonly host?: string
  readonly members?: readonly string[]
}

export const asGateway: Access = { as: 'gateway', why: 'a test looks at what is stored' }

/** A key pair takes a while; who holds it is the same organisation in each network. */
const clients = new Map<string, TestClient>()
const clientOf = (organisation: string): TestClient => {
  const known = clients.get(organisation) ?? makeClient({ clientId: `${organisation}-client` })
  clients.set(organisation, known)
  return known
}

export async function openGateway(organisations: readonly Registered[], agreements: readonly Agreement[]): Promise<Gateway> {
  const store = await openSqlite(':memory:')
  const read = readConfig({ SANDBOX: 'on', LOG_LEVEL: 'error', MLLP_PORT: 'off' })
  if (!read.ok) throw new Error(read.faults.join())
  const errors: string[] = []
  const story: string[] = []
  const house = await openHouse(url, {
    store,
    config: read.config,
    log: kept({ info: () => undefined, error: (event, fields = {}) => void errors.push(`${event} ${JSON.stringify(fields)}`) }),
    clients: clientsFile(organisations, agreements),
    source: (client) => sourceSettings(client, {}),
  })
  const hono = app(house)
  const send = (path: string, init: RequestInit) => Promise.resolve(hono.fetch(new Request(`${url}${path}`, init)))
  const tokens = new Map<string, string>()
  let heard = 0
  return {
    store,
    errors,
    story,
    async ask({ organisation, professional }, method, path, body, headers = {}) {
      const token = tokens.get(organisation) ?? (await tokenFor(clientOf(organisation), send))
      tokens.set(organisation, token)
      const isText = typeof body === 'string'
      const response = await send(path.startsWith('/') ? path : `/fhir/R4${path === '' ? '' : '/'}${path}`, {
        method,
        headers: {
          ...{ authorization: `Bearer ${token}`, accept: 'application/fhir+json' },
          ...(professional !== undefined && breaking(professional)),
          ...(body !== undefined && { 'content-type': isText ? 'application/x-www-form-urlencoded' : 'application/fhir+json' }),
          ...headers,
        },
        ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
      })
      const text = await response.text()
      if (method !== 'GET')
        story.push(
          `${organisation} ${method} ${path} ${JSON.stringify(body)} → ${response.status} ${response.headers.get('location') ?? ''}`,
        )
      return { status: response.status, text, json: /^\s*\{/.test(text) ? (JSON.parse(text) as Json) : {} }
    },
    async told() {
      const rows = await store.outbox(100_000)
      const news = rows.slice(heard)
      heard = rows.length
      return news
    },
    close: () => store.close(),
  }
}

function clientsFile(organisations: readonly Registered[], agreements: readonly Agreement[]) {
  return {
    organizations: organisations.map(({ id, role, host, members }) => ({
      ...{ id, name: `Example ${id}`, kind: role ?? 'vendor' },
      ...(host !== undefined && { host }),
      ...(members !== undefined && { members }),
      identifiers: [{ system: odsOrganization, value: id.toUpperCase() }],
    })),
    agreements,
    clients: organisations.map(({ id }) => ({
      ...{ client_id: `${id}-client`, name: `${id}-client`, organization: id, profile: 'smart', scopes: 'system/*.cruds' },
      jwks: clientOf(id).jwks,
    })),
  }
}

async function tokenFor(client: TestClient, send: (path: string, init: RequestInit) => Promise<Response>): Promise<string> {
  const assertion = client.assertion({ aud: `${url}/auth/token` })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await send('/auth/token', { method: 'POST', headers, body: tokenForm(assertion, 'system/*.cruds').toString() })
  const { access_token: token } = (await answer.json()) as { access_token?: string }
  if (token === undefined) throw new Error(`no token for ${client.clientId}: ${answer.status}`)
  return token
}

/** A professional who breaks glass says so with each request. */
export function breaking(professional: string): Readonly<Record<string, string>> {
  const identifier = [{ system: 'https://fhir.nhs.uk/Id/sds-role-profile-id', value: professional }]
  const stated = JSON.stringify({ resourceType: 'PractitionerRole', identifier })
  return { 'X-Purpose-Of-Use': 'BTG', 'NHSD-Requesting-Practitioner': Buffer.from(stated).toString('base64') }
}

// The registry: which organisations, agreements and clients there are, kept in the store and followed by every process.

import type { Store } from '../store/store.ts'
import { Refusal } from '../refusal.ts'
import { emptyRegistry, parseRegistry, readClientsFile, type ClientsFile, type RegistryData } from './clients-file.ts'
import { isSenderOf } from './sender.ts'

/** All of the store that the registry needs; it never looks at a record of care. */
export type Settings = Pick<Store, 'setting' | 'setSetting'>

export type Organization = RegistryData['organizations'][number]
export type OrganizationKind = Organization['kind']
export type Client = RegistryData['clients'][number]

/** A view of the registry that is never older than a few seconds, once `refresh` was awaited. */
export interface Registry {
  /** Awaited by whatever lets somebody in, so that a revoked client is out everywhere within `refreshMs`; forced: now. */
  refresh(isForced?: boolean): Promise<void>
  organization(id: string): Organization | undefined
  organizationBy(system: string, value: string): Organization | undefined
  organizations(): readonly Organization[]
  /** Whether `from` may refer or assign work to `to`. */
  agreementExists(from: string, to: string): boolean
  /** Ids of the organisations that `from` may refer or assign work to. */
  agreementsFrom(from: string): readonly string[]
  client(clientId: string): Client | undefined
  /** Whether any HL7 v2 sender is known by its certificate, so that a listener must ask for one. */
  pinsCertificates(): boolean
  /** The client that declares this HL7 v2 sender at this address or with this certificate; undefined when none or several do. */
  hl7Sender(application: string, facility: string, address: string, certificateSha256?: string): Client | undefined
}

export interface Loaded {
  readonly organizations: readonly Organization[]
  /** Clients of the file that stay out because they were revoked; `addClient` brings one back. */
  readonly revoked: readonly string[]
}

/**
 * Merges a clients file into the registry: what has the same id is replaced, nothing is removed. Throws a Refusal with every
 * fault at once, each with its path in the file, and then changes nothing.
 */
export async function loadRegistry(store: Settings, json: unknown, { sandbox = false } = {}): Promise<Loaded> {
  let file: ClientsFile = emptyRegistry
  const { revoked } = await change(store, (kept) => {
    file = checked(json, kept, sandbox)
    return merge(kept, file)
  })
  const named = new Set(file.clients.map(({ client_id }) => client_id))
  return { organizations: file.organizations, revoked: revoked.filter((id) => named.has(id)) }
}

/** Adds or replaces one client, written as in the clients file; a revoked one is let in again. */
export async function addClient(store: Settings, json: unknown, { sandbox = false } = {}): Promise<void> {
  await change(store, (kept) => {
    const file = checked({ clients: [json] }, kept, sandbox)
    const added = new Set(file.clients.map(({ client_id }) => client_id))
    return merge({ ...kept, revoked: kept.revoked.filter((id) => !added.has(id)) }, file)
  })
}

/**
 * Replaces a client by what `edit` makes of it, checked like one of the clients file; false when there is none of this id. Throws
 * a Refusal with every fault, and then changes nothing.
 */
export async function changeClient(
  store: Settings,
  clientId: string,
  edit: (client: Client) => unknown,
  { sandbox = false } = {},
): Promise<boolean> {
  let wasThere = false
  await change(store, (kept) => {
    const client = kept.clients.find(({ client_id }) => client_id === clientId)
    wasThere = client !== undefined
    return client ? merge(kept, checked({ clients: [edit(client)] }, kept, sandbox)) : kept
  })
  return wasThere
}

/** Takes a client out for good: its tokens die within `refreshMs`. False when there was none of this id. */
export async function revokeClient(store: Settings, clientId: string): Promise<boolean> {
  let wasThere = false
  await change(store, (kept) => {
    wasThere = kept.clients.some(({ client_id }) => client_id === clientId)
    if (!wasThere) return kept
    return {
      ...kept,
      clients: kept.clients.filter(({ client_id }) => client_id !== clientId),
      revoked: [...kept.revoked, clientId],
    }
  })
  return wasThere
}

export async function listClients(store: Settings): Promise<readonly Client[]> {
  return parse(await latest(store, none)).clients
}

function checked(json: unknown, kept: RegistryData, sandbox: boolean): ClientsFile {
  const read = readClientsFile(json, kept, sandbox)
  if (!read.ok) throw new Refusal('invalid', read.faults)
  return read.file
}

function merge(kept: RegistryData, file: ClientsFile): RegistryData {
  const clients = file.clients.filter(({ client_id }) => !kept.revoked.includes(client_id))
  return {
    organizations: mergedBy(({ id }) => id, kept.organizations, file.organizations),
    agreements: mergedBy(({ from, to }) => JSON.stringify([from, to]), kept.agreements, file.agreements),
    clients: mergedBy(({ client_id }) => client_id, kept.clients, clients),
    revoked: kept.revoked,
  }
}

function mergedBy<T>(key: (item: T) => string, kept: readonly T[], added: readonly T[]): T[] {
  return [...new Map([...kept, ...added].map((item) => [key(item), item])).values()]
}

/**
 * Each change is a setting of its own, `registry.1`, `registry.2` …, written only if absent: of two processes that change the
 * registry at once the second sees the first's change and applies its own to it, so that a revocation is never overwritten.
 */
interface Revision {
  readonly number: number
  readonly text: string
}

const none: Revision = { number: 0, text: '' }
const maxAttempts = 100

const nameOf = (number: number): string => `registry.${number}`
const parse = ({ text }: Revision): RegistryData => (text ? parseRegistry(text) : emptyRegistry)

async function latest(store: Settings, known: Revision): Promise<Revision> {
  const text = await store.setting(nameOf(known.number + 1))
  return text === undefined ? known : latest(store, { number: known.number + 1, text })
}

async function change(store: Settings, edit: (kept: RegistryData) => RegistryData): Promise<RegistryData> {
  let revision = none
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    revision = await latest(store, revision)
    const edited = edit(parse(revision))
    const text = JSON.stringify(edited)
    if (text === JSON.stringify(parse(revision))) return edited
    if ((await store.setSetting(nameOf(revision.number + 1), text, true)) === text) return edited
  }
  throw new Error('the registry is changed by others all the time')
}

export interface RegistryOptions {
  readonly now: () => Date
  /** How long what was read may be used. */
  readonly refreshMs?: number
}

export async function openRegistry(store: Settings, { now, refreshMs = 2000 }: RegistryOptions): Promise<Registry> {
  let revision = await latest(store, none)
  let view = viewOf(parse(revision))
  let readAt = now().getTime()
  let refreshing: Promise<void> | undefined

  async function follow(): Promise<void> {
    const startedAt = now().getTime()
    const found = await latest(store, revision)
    if (found.number !== revision.number) view = viewOf(parse(found))
    revision = found
    readAt = startedAt
  }

  return {
    async refresh(isForced = false) {
      // A clock that was set back must not keep an old view alive.
      if (!isForced && Math.abs(now().getTime() - readAt) < refreshMs) return
      refreshing ??= follow().finally(() => (refreshing = undefined))
      await refreshing
    },
    organization: (id) => view.organizations.get(id),
    organizationBy: (system, value) => view.byIdentifier.get(JSON.stringify([system, value])),
    organizations: () => [...view.organizations.values()],
    agreementExists: (from, to) => view.agreements.get(from)?.has(to) ?? false,
    agreementsFrom: (from) => [...(view.agreements.get(from) ?? [])],
    client: (clientId) => view.clients.get(clientId),
    pinsCertificates: () =>
      [...view.clients.values()].some(({ hl7v2 = [] }) => hl7v2.some(({ certificateSha256 }) => certificateSha256.length > 0)),
    hl7Sender: (application, facility, address, certificateSha256) => {
      const sender = { application, facility, address, certificateSha256 }
      const [client, ...others] = [...view.clients.values()].filter((one) => isSenderOf(one, sender))
      return others.length > 0 ? undefined : client
    },
  }
}

function viewOf(data: RegistryData) {
  const identified = data.organizations.flatMap((organization) =>
    organization.identifiers.map(({ system, value }) => [JSON.stringify([system, value]), organization] as const),
  )
  const agreements = new Map<string, Set<string>>()
  for (const { from, to } of data.agreements) agreements.set(from, (agreements.get(from) ?? new Set()).add(to))
  return {
    organizations: new Map(data.organizations.map((organization) => [organization.id, organization])),
    byIdentifier: new Map(identified),
    agreements,
    clients: new Map(data.clients.filter(({ disabled }) => !disabled).map((client) => [client.client_id, client])),
  }
}

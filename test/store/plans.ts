// Small plans and callers for the laws of the store.

import { randomUUID } from 'node:crypto'
import { kinds, type Kind, type Role } from '../../gateway/types.ts'
import {
  UNSTAMPED,
  type Access,
  type Audit,
  type Clause,
  type Committed,
  type Conflict,
  type IndexRow,
  type Instant,
  type Message,
  type Outbox,
  type Page,
  type Party,
  type Plan,
  type Query,
  type Store,
  type Version,
  type Write,
} from '../../gateway/store/store.ts'

export const gateway: Access = { as: 'gateway', why: 'the laws look at what is stored' }

export const longAgo: Instant = '2026-01-01T00:00:00.000000Z'
export const lately: Instant = '2026-06-01T00:00:00.000000Z'
export const someday: Instant = '2099-01-01T00:00:00.000000Z'

/** Ids that no other test uses. */
export const newId = (): string => randomUUID()

export function write(type: string, id: string, more: Partial<Write> = {}): Write {
  const base = more.base ?? 0
  const meta = { versionId: String(base + 1), lastUpdated: UNSTAMPED }
  const text = JSON.stringify({ resourceType: type, id, meta })
  return { type, id, base, text, author: 'trust1', kind: 'task', index: [], ...more }
}

export const row = (key: string, value: string, other = ''): IndexRow => ({ key, value, other })

export const refer = (key: string, resource: string): Partial<Write> => ({ index: [row(key, resource)] })

export function audit(more: Partial<Audit> = {}): Audit {
  return {
    id: newId(),
    at: lately,
    client: 'trust1-epr',
    organization: 'trust1',
    action: 'update',
    outcome: 'success',
    what: [],
    request: 'request-1',
    ...more,
  }
}

export const outbox = (resource: string): Outbox => ({
  id: newId(),
  organization: 'hub1',
  resource,
  event: 'told',
})

export function message(more: Partial<Message> = {}): Message {
  return {
    id: newId(),
    client: 'trust1-epr',
    organization: 'trust1',
    channel: 'hl7v2',
    control: '42',
    digest: 'sha256-of-it',
    at: lately,
    contentType: 'application/hl7-v2',
    bytes: new Uint8Array([77, 83, 72]),
    state: 'accepted',
    answer: { status: 200, headers: { 'content-type': 'application/hl7-v2' }, body: 'MSA|AA|42' },
    issues: '[]',
    ledger: '{}',
    ...more,
  }
}

export function party(journey: string, organization: string, role: Role, more: Partial<Party> = {}): Party {
  return { journey, organization, role, source: 'ServiceRequest/1', since: longAgo, ...more }
}

/** An organisation that asks; unless told otherwise its roles see every kind of data. */
export function caller(organization: string, sees: Partial<Record<Role, readonly Kind[]>> = {}, at = lately): Access {
  return { as: 'organization', organization, sees: { ...everything, ...sees }, at }
}

const everything: Record<Role, readonly Kind[]> = {
  acute: kinds,
  hub: kinds,
  community: kinds,
  council: kinds,
  provider: kinds,
  gp: kinds,
  icb: kinds,
  voluntary: kinds,
  assessor: kinds,
}

export async function committed(store: Store, plan: Plan): Promise<Instant> {
  const answer = await store.commit(plan)
  if (!answer.ok) throw new Error(`not committed: ${JSON.stringify(answer.conflict)}`)
  return answer.at
}

export async function conflictIn(store: Store, plan: Plan): Promise<Conflict | undefined> {
  return conflictOf(await store.commit(plan))
}

export const conflictOf = (answer: Committed): Conflict | undefined => (answer.ok ? undefined : answer.conflict)

export function query(type: string, where: readonly Clause[] = [], more: Partial<Query> = {}): Query {
  return { type, where, order: oldestFirst, count: 100, total: false, ...more }
}

export const oldestFirst: Query['order'] = [{ by: 'updated', descending: false }]

/** All versions of one resource, newest first. */
export async function historyOf(store: Store, access: Access, type: string, id: string): Promise<readonly Version[]> {
  return (await store.history(access, { type, id }, { count: 1000, total: false })).versions
}

export const idsOf = (page: Page): string[] => page.versions.map(({ id }) => id)

/** Ids that a search finds, sorted. */
export async function found(store: Store, access: Access, type: string, where: readonly Clause[]): Promise<string[]> {
  return idsOf(await store.search(access, query(type, where))).sort()
}

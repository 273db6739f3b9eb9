// A small store with resources in it, and asks as the app would make them.

import { indexRows } from '../../gateway/store/index-rows.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import { UNSTAMPED, type Access, type Store } from '../../gateway/store/store.ts'
import { parseScopes } from '../../gateway/auth/scopes.ts'
import { sees } from '../../gateway/auth/access.ts'
import type { Answer, Ask, House } from '../../gateway/handler.ts'
import { newId } from '../../gateway/ids.ts'
import { isKnownType, resourceTypes } from '../../gateway/types.ts'

export const base = 'http://gateway.example/fhir/R4'

type Resource = { resourceType: string; id: string } & Record<string, unknown>

type ReadingHouse = Pick<House, 'store' | 'cursorKey' | 'mayRead' | 'newId'>
export type Reading = (ask: Ask, house: ReadingHouse) => Promise<Answer>

export interface World {
  /** Writes the next version of a resource as an organisation; without a resource, deletes it. */
  readonly put: (resource: Resource, author?: string) => Promise<void>
  readonly remove: (type: string, id: string, author?: string) => Promise<void>
  readonly ask: (handler: Reading, request?: Partial<Request>) => Promise<Answer>
  readonly close: () => Promise<void>
}

interface Request {
  readonly method: string
  readonly params: Record<string, string>
  readonly query: string
  readonly headers: Record<string, string>
  readonly body: string
  readonly organization: string
  readonly client: string
}

export async function openWorld(hiddenFromScopes: readonly string[] = []): Promise<World> {
  const store = await openSqlite(':memory:')
  const house: ReadingHouse = {
    store,
    cursorKey: Buffer.alloc(32, 1),
    mayRead: (_, type) => !hiddenFromScopes.includes(type),
    newId,
  }
  return {
    put: (resource, author = 'trust1') => write(store, resource.resourceType, resource.id, resource, author),
    remove: (type, id, author = 'trust1') => write(store, type, id, undefined, author),
    ask: (handler, request = {}) => handler(askOf(request), house),
    close: () => store.close(),
  }
}

async function write(store: Store, type: string, id: string, resource: Resource | undefined, author: string) {
  const base = (await store.read({ as: 'gateway', why: 'test' }, type, id))?.version ?? 0
  const meta = { versionId: String(base + 1), lastUpdated: UNSTAMPED }
  const text = resource ? JSON.stringify({ ...resource, meta }).replace(/"raw:([^"]*)"/g, '$1') : ''
  const kind = isKnownType(type) ? resourceTypes[type].kind : 'document'
  const index = resource ? indexRows(resource, 'http://gateway.example/fhir/R4') : []
  const committed = await store.commit({ writes: [{ type, id, base, text, author, kind, index }] })
  if (!committed.ok) throw new Error(committed.conflict.why)
}

function askOf(request: Partial<Request>): Ask {
  const organization = request.organization ?? 'trust1'
  const at = '2026-01-05T10:15:00.000000Z'
  const scopes = parseScopes('system/*.cruds')
  if (!scopes.ok) throw new Error('scopes')
  const access: Access = { as: 'organization', organization, sees, at }
  return {
    method: request.method ?? 'GET',
    params: request.params ?? {},
    query: new URLSearchParams(request.query ?? ''),
    headers: new Headers(request.headers ?? {}),
    body: Buffer.from(request.body ?? ''),
    caller: {
      client: request.client ?? `${organization}-client`,
      organization,
      kind: 'acute',
      scopes: scopes.scopes,
      tokenId: 't',
    },
    access,
    at,
    requestId: 'r1',
    base,
  }
}

export const bodyOf = (answer: Answer): Record<string, unknown> => JSON.parse(String(answer.body)) as Record<string, unknown>

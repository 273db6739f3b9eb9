// A gateway on a real port, with records put straight into its store: what operations read, whoever wrote it and however.

import { accessOf } from '../../gateway/auth/access.ts'
import { parseScopes } from '../../gateway/auth/scopes.ts'
import type { Answered, Json } from '../../gateway/demo/wire.ts'
import type { FhirResource } from '../../gateway/fhir/resource.ts'
import type { Ask } from '../../gateway/handler.ts'
import { indexRows } from '../../gateway/store/index-rows.ts'
import { UNSTAMPED, type Plan } from '../../gateway/store/store.ts'
import type { Role } from '../../gateway/types.ts'
import { kindOf } from '../../gateway/types.ts'
import { asGateway, databases, startWorld, type Name, type World } from '../journey/world.ts'

export interface OperationWorld extends World {
  /** The next version of each, written by an organisation; the journeys that they join besides. */
  put(resources: readonly FhirResource[], options?: { readonly author?: string; readonly journey?: string }): Promise<void>
  remove(reference: string): Promise<void>
  join(journey: string, organization: string, role: Role): Promise<void>
  commit(plan: Plan): Promise<void>
  get(system: Name, path: string): Promise<Answered>
  post(system: Name, path: string, ...parameter: readonly unknown[]): Promise<Answered>
}

export async function openOperationWorld(index = 0): Promise<OperationWorld> {
  const database = databases[index]
  if (!database) throw new Error('no database')
  const world = await startWorld(database)
  const { store, house } = world
  const commit = async (plan: Plan) => {
    const committed = await store.commit(plan)
    if (!committed.ok) throw new Error(committed.conflict.why)
  }
  const baseOf = async (type: string, id: string) => (await store.read(asGateway, type, id))?.version ?? 0
  return {
    ...world,
    commit,
    async put(resources, { author = 'trust1', journey } = {}) {
      for (const resource of resources) {
        const { resourceType: type, id = '' } = resource
        const base = await baseOf(type, id)
        const meta = { ...resource.meta, versionId: String(base + 1), lastUpdated: UNSTAMPED }
        const whole = { ...resource, meta }
        const write = {
          type,
          id,
          base,
          text: JSON.stringify(whole),
          author,
          kind: kindOf(resource),
          index: indexRows(whole, house.base),
        }
        const memberships = journey === undefined ? [] : [{ journey, resource: `${type}/${id}` }]
        await commit({ writes: [write], memberships })
      }
    },
    async remove(reference) {
      const [type = '', id = ''] = reference.split('/')
      const kind = kindOf({ resourceType: type })
      await commit({ writes: [{ type, id, base: await baseOf(type, id), text: '', author: 'trust1', kind, index: [] }] })
    },
    join: (journey, organization, role) =>
      commit({ parties: [{ journey, organization, role, source: `EpisodeOfCare/${journey}`, since: house.now() }] }),
    get: (system, path) => world.systems[system].ask('GET', `/fhir/R4/${path}`),
    post: (system, path, ...parameter) =>
      world.systems[system].ask('POST', `/fhir/R4/${path}`, { resourceType: 'Parameters', parameter }),
  }
}

/** The elements of a list, and none of what is not there. */
/** A question as the door would put it, of a caller of trust1 whose token holds less than everything. */
export function askWith(scope: string, id: string, { house }: World): Ask {
  const parsed = parseScopes(scope)
  if (!parsed.ok) throw new Error(parsed.words)
  const caller = { client: 'trust1-epr', organization: 'trust1', kind: 'acute', scopes: parsed.scopes, tokenId: 't' } as const
  const at = house.now()
  return {
    ...{ method: 'GET', params: { id }, query: new URLSearchParams(), headers: new Headers(), body: new Uint8Array() },
    ...{ caller, access: accessOf(caller, at), at, requestId: 'r', base: house.base },
  }
}

export const list = (json: Json | undefined): readonly Readonly<Record<string, Json>>[] => json ?? []

/** `Type/id` of the entries of a Bundle, by search mode where one is given. */
export function entriesOf(json: Json, mode?: string): readonly string[] {
  return list(json['entry'])
    .filter((entry) => mode === undefined || entry['search']?.['mode'] === mode)
    .map((entry) => `${entry['resource']?.['resourceType']}/${entry['resource']?.['id']}`)
}

export const faultOf = (json: Json): string | undefined => json['issue']?.[0]?.['details']?.['coding']?.[0]?.['code']

export function linkOf(json: Json, relation: string): string | undefined {
  // A Json is a text as well, and texts have a `link` of their own.
  const { link = [] } = json as unknown as { readonly link?: readonly { readonly relation: string; readonly url: string }[] }
  return link.find((one) => one.relation === relation)?.url
}

// Who read or received what, of a given set of resources, and why they might.

import type { Audit, Instant, Outbox, Store } from '../store/store.ts'

/** Why an organisation might see a resource at that time. */
type GroundsOf<G> = (resource: string, organization: string, at: Instant) => Promise<readonly G[]>

/** One access to one or several of the resources; of another shape than the audit's row, because it says why. */
export interface Access<G> extends Omit<Audit, 'what' | 'id'> {
  /** Of the resources that are asked for, those that were touched. */
  readonly what: readonly { readonly resource: string; readonly grounds: readonly G[] }[]
}

const batch = 500

/** Oldest first, page by page; up to `until`, so that it ends while others write. */
export async function* auditsOf(
  store: Pick<Store, 'audits'>,
  filter: Omit<Parameters<Store['audits']>[0], 'limit' | 'after' | 'oldestFirst'>,
): AsyncIterable<Audit> {
  for (let after: { at: Instant; id: string } | undefined; ;) {
    const rows = await store.audits({ ...filter, ...(after && { after }), oldestFirst: true, limit: batch })
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < batch) return
    after = { at: last.at, id: last.id }
  }
}

export async function* accessesTo<G>(
  resources: ReadonlySet<string>,
  until: Instant,
  store: Pick<Store, 'audits'>,
  grounds: GroundsOf<G>,
): AsyncIterable<Access<G>> {
  for await (const { what, id: _, ...row } of auditsOf(store, { anyOf: [...resources], until })) {
    const touched = [...new Set(what)].filter((one) => resources.has(one))
    yield { ...row, what: await grounded(touched, row, grounds) }
  }
}

/** What was put into somebody's outbox: it reached them without their asking. Oldest first. */
export async function* deliveriesOf<G>(
  resources: ReadonlySet<string>,
  outbox: readonly Outbox[],
  grounds: GroundsOf<G>,
): AsyncIterable<Access<G>> {
  for (const { id, organization, resource, event } of outbox) {
    if (!resources.has(resource)) continue
    const at = timeIn(id)
    const row = { at, client: '', organization, action: `outbox ${event}`, outcome: 'success', request: '' } as const
    yield { ...row, what: await grounded([resource], row, grounds) }
  }
}

const grounded = <G>(
  touched: readonly string[],
  { organization, at }: Pick<Audit, 'organization' | 'at'>,
  grounds: GroundsOf<G>,
) => Promise.all(touched.map(async (resource) => ({ resource, grounds: await grounds(resource, organization, at) })))

/** An outbox row's id is a UUID version 7, which begins with its time in milliseconds; '' where it is none. */
function timeIn(id: string): Instant {
  const [, high, low] = /^([0-9a-f]{8})-([0-9a-f]{4})-7/.exec(id) ?? []
  return high === undefined || low === undefined
    ? ''
    : new Date(Number.parseInt(high + low, 16)).toISOString().replace('Z', '000Z')
}

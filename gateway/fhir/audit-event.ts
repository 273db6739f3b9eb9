// AuditEvent: who did what, told from the audit to the organisation whose clients did it. https://hl7.org/fhir/R4/auditevent.html

import type { Answer, Ask, House } from '../handler.ts'
import { Refusal } from '../refusal.ts'
import { indexRows } from '../store/index-rows.ts'
import type { Access, Audit, AuditFilter, Clause, Cursor, DateMatch, Page, Query, Store, Version } from '../store/store.ts'
import { auditEventOf } from './audit-resource.ts'
import { meets } from './clause-test.ts'
import { read } from './read.ts'
import { search } from './search.ts'

export async function readAuditEvent(ask: Ask, house: House): Promise<Answer> {
  const answer = await read(ask, overAudit(house))
  // It is never changed, so that it is no version of anything (CapabilityStatement: no-version).
  const { etag: _, ...headers } = answer.headers ?? {}
  return { ...answer, headers }
}

export async function searchAuditEvents(ask: Ask, house: House): Promise<Answer> {
  return search(ask, overAudit(house))
}

/** The house with the audit in place of the reads of its store: an organisation sees its own rows, and no others. */
function overAudit(house: House): House {
  const { store, base } = house
  return {
    ...house,
    store: {
      ...store,
      read: async (access, _, id) => {
        const [audit] = await store.audits({ organization: organizationOf(access), id, limit: 1 })
        return audit && versionOf(audit)
      },
      search: (access, query) => pageOf(query, organizationOf(access), store, base),
      include: async () => [],
    },
  }
}

function organizationOf(access: Access): string {
  if (access.as === 'gateway') throw new Error('the audit is asked for on behalf of an organisation')
  return access.organization
}

const batch = 500
/** Rows that one page looks at: a search that few rows meet goes on in the next page, so that nobody else waits for it. */
const mostScanned = 5_000

/** Newest first, or oldest first by `_sort=date`; a page may be short, and its link then goes on from where it stopped. */
async function pageOf(query: Query, organization: string, store: Store, base: string): Promise<Page> {
  const filter: AuditFilter = { organization, oldestFirst: isOldestFirst(query), ...windowOf(query.where), limit: batch }
  const found: Audit[] = []
  let place = placeIn(query.after)
  let next: Cursor | undefined
  let scanned = 0
  let count = 0
  for (let rows: readonly Audit[] = [nobody]; rows.length > 0 && scanned < mostScanned; scanned += rows.length) {
    rows = await store.audits({ ...filter, ...(place && { after: place }) })
    for (const row of rows) {
      if (meetsAudit(row, query.where, base)) {
        count += 1
        if (found.length < query.count) found.push(row)
        else next ??= cursorAt(found.at(-1) ?? row)
      }
      place = { at: row.at, id: row.id }
    }
    // The total of the first page needs all; another page is full when it is known that there is more.
    if (rows.length < batch)
      return { versions: found.map(versionOf), ...(query.total && { total: count }), ...(next && { next }) }
    if (next && !query.total) break
  }
  return { versions: found.map(versionOf), ...(place && { next: next ?? cursorAt(place) }) }
}

const nobody: Audit = { id: '', at: '', client: '', organization: '', action: '', outcome: 'success', what: [], request: '' }

const cursorAt = ({ at, id }: Pick<Audit, 'at' | 'id'>): Cursor => [at, id]

function placeIn(after: Cursor | undefined): AuditFilter['after'] {
  const [at, id] = after ?? []
  return typeof at === 'string' && typeof id === 'string' ? { at, id } : undefined
}

/** The audit is kept in the order of time, and told in no other. */
function isOldestFirst({ order }: Query): boolean {
  const [first, ...others] = order
  if (!first) return false
  const isTime =
    first.by === 'created' || first.by === 'updated' || (typeof first.by === 'object' && first.by.key === 'AuditEvent.date')
  if (isTime && others.length === 0) return !first.descending
  const text = 'AuditEvents are sorted by date or _lastUpdated alone.'
  throw new Refusal('invalid', { id: 'control-invalid', text, expression: 'http._sort' })
}

/** What the store itself can look for; every condition is tested again on what it finds. */
function windowOf(where: readonly Clause[]): Partial<AuditFilter> {
  const windows = where.map((clause): Partial<AuditFilter> => {
    const isTime = clause.on === 'updated' || (clause.on === 'date' && clause.key === 'AuditEvent.date')
    if (isTime && clause.any.length === 1 && clause.any[0]) return boundsOf(clause.any[0])
    const isEntity = clause.on === 'reference' && clause.key === 'AuditEvent.entity' && clause.any.length === 1
    return isEntity && clause.any[0] !== undefined ? { what: clause.any[0] } : {}
  })
  const latest = windows
    .flatMap(({ from }) => from ?? [])
    .toSorted()
    .at(-1)
  const [earliest] = windows.flatMap(({ until }) => until ?? []).toSorted()
  return {
    ...Object.assign({}, ...windows),
    ...(latest !== undefined && { from: latest }),
    ...(earliest !== undefined && { until: earliest }),
  }
}

/** Wider than what is asked is right, narrower is not. */
function boundsOf({ prefix, low, high }: DateMatch): Partial<AuditFilter> {
  if (prefix === 'eq') return { from: low, until: high }
  if (prefix === 'ge' || prefix === 'gt' || prefix === 'sa') return { from: low }
  return prefix === 'le' || prefix === 'lt' || prefix === 'eb' ? { until: high } : {}
}

function meetsAudit(audit: Audit, where: readonly Clause[], base: string): boolean {
  if (where.length === 0) return true
  const { id, at } = audit
  return meets({ type: 'AuditEvent', id, at, index: indexRows(auditEventOf(audit), base) }, where, [])
}

/** A row of the audit is written once. */
function versionOf(audit: Audit): Version {
  const { id, at, organization } = audit
  const text = JSON.stringify(auditEventOf(audit))
  return { type: 'AuditEvent', id, version: 1, at, text, deleted: false, author: organization, kind: 'audit' }
}

// What a batch of plans comes to, row by row, as each of them is accepted in turn: pure.

import type { Clock } from './clock.ts'
import { anchorKey, claimKey, claimName, followersName, isAnchorKey, type Known } from './known.ts'
import { indexable } from './index-text.ts'
import type { TableName } from './tables.ts'
import type { Values } from './script.ts'
import { UNSTAMPED, type Instant, type Plan, type Write } from './store.ts'

type PartyEnd = NonNullable<Plan['partyEnds']>[number]
type MessageUpdate = NonNullable<Plan['messageUpdate']>
type Release = NonNullable<Plan['releasesOfWithholding']>[number]

/** What must happen in the order of the plans, because the later may undo the earlier. */
export type Turn =
  | { readonly put: 'party' | 'withholding'; readonly rows: Values[] }
  | { readonly end: PartyEnd }
  | { readonly release: Release }

export interface Changes {
  /** Where each written resource stands in the end, by rid. */
  readonly resources: Map<number, Values>
  /** Rids that had index rows before this batch. */
  readonly reindexed: Set<number>
  /** Claims in the end, by name; the ones that were stored before and are not held any more, or by another, are freed first. */
  readonly taken: Map<string, Values>
  readonly freed: [space: string, key: string][]
  readonly turns: Turn[]
  readonly messageUpdates: MessageUpdate[]
  readonly rows: Readonly<Record<RowsInAnyOrder, Values[]>>
}

type RowsInAnyOrder = Exclude<TableName, 'clock' | 'setting' | 'resource' | 'search_index' | 'claim' | 'party' | 'withholding'>

export function noChanges(): Changes {
  return {
    resources: new Map(),
    reindexed: new Set(),
    taken: new Map(),
    freed: [],
    turns: [],
    messageUpdates: [],
    rows: { version: [], draft: [], history: [], reader: [], membership: [], message: [], audit: [], audit_what: [], outbox: [] },
  }
}

/** Adds an accepted plan to the changes, and to what is known for the plans after it. */
export function enact(plan: Plan, at: Instant, clock: Clock, known: Known, changes: Changes): void {
  for (const write of plan.writes ?? []) putVersion(write, at, clock, known, changes)
  joinJourneys(plan, known, changes)
  exchangeClaims(plan, known, changes)
  turnParties(plan, clock, changes)
  turnWithholdings(plan, changes)
  keepMessage(plan, at, known, changes)
  for (const audit of plan.audit ?? []) {
    changes.rows.audit.push({ ...audit, what: JSON.stringify(audit.what) })
    for (const what of audit.what) changes.rows.audit_what.push({ what: indexable(what), id: audit.id })
  }
  for (const row of plan.outbox ?? []) changes.rows.outbox.push({ seq: clock.nextSerial(), ...row })
}

function putVersion(write: Write, at: Instant, clock: Clock, known: Known, changes: Changes): void {
  const { type, id, base, author, kind, message, notes } = write
  const name = `${type}/${id}`
  const stored = known.resources.get(name)
  const rid = stored?.rid ?? clock.nextSerial()
  const version = base + 1
  const deleted = write.text === '' ? 1 : 0
  const text = write.text.replace(UNSTAMPED, at)
  known.resources.set(name, { rid, version })
  keepIndex(rid, deleted ? [] : write.index, known)
  if (stored) changes.reindexed.add(rid)
  changes.resources.set(rid, { rid, type, id, kind, version, updated: at, deleted })
  changes.rows.history.push({ type, at, rid, version })
  changes.rows.version.push({ rid, version, at, text, deleted, author, message, notes })
  if (write.isDraft) changes.rows.draft.push({ rid, version })
  // Who changes what another made sees it as long as a role or an address lets it, and not for having changed it.
  if (version === 1 && author !== 'gateway') changes.rows.reader.push({ organization: author, rid, why: 'author' })
  for (const organization of write.addressed ?? []) {
    changes.rows.reader.push({ organization, rid, why: 'addressed' })
  }
}

/** What was written of it earlier in this batch hangs on nothing any more. */
function keepIndex(rid: number, rows: Write['index'], { index, hanging }: Known): void {
  for (const { key, value } of index.get(rid) ?? []) hanging.get(followersName(key, value))?.delete(rid)
  index.set(rid, rows)
  for (const { key, value } of rows) {
    if (!isAnchorKey(key)) continue
    const name = followersName(key, value)
    hanging.set(name, (hanging.get(name) ?? new Set()).add(rid))
  }
}

/**
 * Memberships come first, then each write joins the journeys of its anchors, in the order of the writes. A resource that is
 * not there is in no journey and joins none; what refers to it still follows.
 */
function joinJourneys({ writes = [], memberships = [] }: Plan, known: Known, changes: Changes): void {
  const join = (rid: number | undefined, journey: string) => {
    if (rid === undefined || known.journeys.get(rid)?.has(journey)) return
    known.journeys.set(rid, (known.journeys.get(rid) ?? new Set()).add(journey))
    changes.rows.membership.push({ rid, journey })
  }
  for (const { journey, resource, following } of memberships) {
    join(known.resources.get(resource)?.rid, journey)
    for (const type of following ?? []) for (const rid of followersOf(type, resource, known)) join(rid, journey)
  }
  for (const { type, id, anchors = [] } of writes) {
    const rid = known.resources.get(`${type}/${id}`)?.rid
    for (const journey of new Set(anchors.flatMap((anchor) => journeysOf(anchor, known)))) join(rid, journey)
  }
}

function journeysOf(resource: string, { resources, journeys }: Known): string[] {
  const rid = resources.get(resource)?.rid
  return rid === undefined ? [] : [...(journeys.get(rid) ?? [])]
}

/** What the store held to hang on it and this batch has not rewritten, and what this batch wrote. */
function followersOf(type: string, resource: string, { followers, hanging, index }: Known): number[] {
  const name = followersName(anchorKey(type), resource)
  const stored = [...(followers.get(name) ?? [])].filter((rid) => !index.has(rid))
  return [...stored, ...(hanging.get(name) ?? [])]
}

function exchangeClaims({ claims = [], releases = [] }: Plan, known: Known, changes: Changes): void {
  for (const release of releases) {
    const name = claimName(release)
    if (!known.claims.delete(name)) continue
    if (!changes.taken.delete(name)) changes.freed.push([release.space, claimKey(release.key)])
  }
  for (const claim of claims) {
    const name = claimName(claim)
    known.claims.set(name, claim.holder)
    changes.taken.set(name, { ...claim, key: claimKey(claim.key) })
  }
}

/** Ends come before grants, so that a plan can end what a source gave and let it give anew. */
function turnParties({ parties = [], partyEnds = [] }: Plan, clock: Clock, { turns }: Changes): void {
  for (const end of partyEnds) turns.push({ end })
  const rows = parties.map((party) => ({ seq: clock.nextSerial(), ...party }))
  if (rows.length > 0) putInTurn(turns, 'party', rows)
}

function turnWithholdings({ withholdings = [], releasesOfWithholding = [] }: Plan, { turns }: Changes): void {
  for (const release of releasesOfWithholding) turns.push({ release })
  if (withholdings.length > 0)
    putInTurn(
      turns,
      'withholding',
      withholdings.map((row) => ({ source: row.resource, ...row })),
    )
}

/** Rows of plans that follow each other go in one statement. */
function putInTurn(turns: Turn[], table: 'party' | 'withholding', rows: Values[]): void {
  const last = turns.at(-1)
  if (last && 'put' in last && last.put === table) last.rows.push(...rows)
  else turns.push({ put: table, rows })
}

/** What a repeat hears is what was answered, instants included. */
function keepMessage({ message, messageUpdate }: Plan, at: Instant, known: Known, { rows, messageUpdates }: Changes): void {
  if (message) {
    const { contentType, answer, ...columns } = message
    rows.message.push({ ...columns, content_type: contentType, answer: JSON.stringify(answer).replaceAll(UNSTAMPED, at) })
    known.messages.set(message.id, message.state)
  }
  if (messageUpdate) {
    known.messages.set(messageUpdate.id, messageUpdate.to)
    messageUpdates.push(messageUpdate)
  }
}

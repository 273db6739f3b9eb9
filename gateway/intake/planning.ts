// A plan in the making: reads through to the store, sees its own writes, and ends as plain data.

import { isDeepStrictEqual } from 'node:util'
import { structureDefinition } from '../../profiles/canonical.ts'
import { parseKeeping } from '../../profiles/decimal.ts'
import type { Validator } from '../../profiles/compiler/validator.ts'
import type { Caller } from '../auth/bearer.ts'
import { isRecord, isResource, referenceTo, type FhirResource } from '../fhir/resource.ts'
import { indexRows } from '../store/search-parameters.ts'
import type {
  Access,
  Audit,
  Claim,
  IndexRow,
  Instant,
  Membership,
  Message,
  Outbox,
  Party,
  Plan,
  Store,
  Version,
  Write,
} from '../store/store.ts'
import { UNSTAMPED } from '../store/store.ts'
import { kindOf, type Kind } from '../types.ts'
import { noNotes, type Notes } from './apply.ts'
import { claiming } from './claims.ts'

/** What every plan starts from; time and ids come in as arguments. */
export interface Occasion {
  readonly store: Store
  readonly caller: Caller
  readonly access: Access
  /** When we received it. */
  readonly at: Instant
  readonly newId: () => string
  readonly requestId: string
  /** FHIR base URL. */
  readonly base: string
  readonly validator: Validator
  /** The message's id, when a message is kept. */
  readonly message?: string
  /** Events recorded longer ago than this correct the record and tell nobody (the source's setting). */
  readonly staleAfterMinutes?: number
}

export interface Stored {
  readonly resource: FhirResource
  readonly version: number
  readonly notes: StoredNotes
  readonly kind: Kind
  /** The organisation that first wrote it. */
  readonly origin: string
}

/** Beside the assertions' notes, the organisation that the resource comes from. */
export interface StoredNotes extends Notes {
  readonly origin: string
}

export interface PutOptions {
  readonly notes?: Notes
  readonly addressed?: readonly string[]
  readonly anchors?: readonly string[]
  /** Another kind of data than its type's. */
  readonly kind?: Kind
  /** Who the resource comes from, when that is not the caller: `gateway` for what the gateway itself states. */
  readonly author?: string
  /** When the source recorded it (HOUSE law 6); the gateway's receipt is lastUpdated. */
  readonly recorded?: string
}

export interface Planning extends Occasion {
  /** The resource as the caller may see it, or as this plan leaves it. */
  see(reference: string): Promise<Stored | undefined>
  /** The resource as the gateway itself knows it. */
  load(reference: string): Promise<Stored | undefined>
  holder(space: string, key: string): Promise<string | undefined>
  /** Answers whether anything changed: an unchanged resource makes no version. */
  put(resource: FhirResource, options?: PutOptions): Promise<boolean>
  claim(claim: Claim): void
  release(claim: Omit<Claim, 'holder'>): void
  join(membership: Membership): void
  grant(party: Party): void
  end(end: NonNullable<Plan['partyEnds']>[number]): void
  require(resource: string, version: number): void
  tell(outbox: Outbox): void
  /** A stored message changes its state with this plan. */
  resolve(update: NonNullable<Plan['messageUpdate']>): void
  /** With a `refusal`: that it was refused, and why. */
  audit(action: string, what: readonly string[], refusal?: string): void
  /** Runs `work`; if it throws, the plan is as it was before. */
  attempt<T>(work: () => Promise<T>): Promise<T>
  /** Whether all that the plan was told is still so: what rests on one half of another's commit and not on the other is to be planned anew. */
  stillHolds(): Promise<boolean>
  /** The references of all that this plan writes, in order. */
  written(): readonly string[]
  resource(reference: string): FhirResource | undefined
  versionOf(reference: string): number
  finish(message?: Message): Plan
}

const claimKey = (space: string, key: string): string => JSON.stringify([space, key])

interface Pending extends PutOptions {
  readonly resource: FhirResource
  readonly base: number
  readonly origin: string
}

export function startPlanning(occasion: Occasion): Planning {
  const { store, access, caller, at } = occasion
  const pending = new Map<string, Pending>()
  const known = new Map<string, Stored | undefined>()
  const claims: Claim[] = []
  const claimed = new Map<string, string>()
  const asked = new Map<string, { readonly space: string; readonly key: string; readonly holder: string | undefined }>()
  const looked: { readonly as: Access; readonly reference: string; readonly version: number }[] = []
  const releases: Omit<Claim, 'holder'>[] = []
  const memberships: Membership[] = []
  const parties: Party[] = []
  const partyEnds: NonNullable<Plan['partyEnds']>[number][] = []
  const required = new Map<string, number>()
  const outbox: Outbox[] = []
  const audits: Audit[] = []
  let messageUpdate: Plan['messageUpdate']
  const gateway: Access = { as: 'gateway', why: 'intake applies a message to what is stored' }

  const look = async (as: Access, reference: string): Promise<Stored | undefined> => {
    const stored = storedOf(await read(store, as, reference))
    looked.push({ as, reference, version: stored?.version ?? 0 })
    return stored
  }
  const inPlan = (reference: string): Stored | undefined => {
    const mine = pending.get(reference)
    if (!mine) return undefined
    return {
      resource: mine.resource,
      version: mine.base + 1,
      notes: { ...(mine.notes ?? noNotes), origin: mine.origin },
      kind: mine.kind ?? kindOf(mine.resource),
      origin: mine.origin,
    }
  }
  const planning: Planning = {
    ...occasion,
    async see(reference) {
      const mine = inPlan(reference)
      if (mine) return mine
      const visible = await look(access, reference)
      if (!visible) return undefined
      // What is checked (If-Match, a status) and what is then written upon must be one version, or an update is lost.
      if (!known.has(reference)) known.set(reference, visible)
      return known.get(reference)
    },
    async load(reference) {
      if (pending.has(reference)) return inPlan(reference)
      if (!known.has(reference)) known.set(reference, await look(gateway, reference))
      return known.get(reference)
    },
    async holder(space, key) {
      const name = claimKey(space, key)
      const mine = claimed.get(name)
      if (mine !== undefined) return mine
      // Asked once: what was nobody's when the plan chose a new resource must not be somebody's when it would claim it, or the
      // claim is left out and the resource is there twice.
      if (!asked.has(name)) asked.set(name, { space, key, holder: await store.holder(space, key) })
      return asked.get(name)?.holder
    },
    async put(told, options = {}) {
      const resource = claiming(told, occasion.validator)
      const reference = referenceTo(resource)
      const earlier = pending.get(reference)
      const stored = earlier ? undefined : await planning.load(reference)
      const origin = earlier?.origin ?? stored?.origin ?? options.author ?? caller.organization
      const notes = options.notes ?? earlier?.notes ?? stored?.notes
      const kind = options.kind ?? earlier?.kind ?? kindOf(resource)
      const isKept = stored && stored.kind === kind && isDeepStrictEqual({ ...notes, origin }, stored.notes)
      if (isKept && isSame(stored.resource, resource)) return false
      pending.set(reference, {
        ...earlier,
        ...options,
        ...(notes && { notes }),
        addressed: [...(earlier?.addressed ?? []), ...(options.addressed ?? [])],
        anchors: [...(earlier?.anchors ?? []), ...(options.anchors ?? [])],
        kind,
        resource,
        base: earlier?.base ?? stored?.version ?? 0,
        origin,
      })
      return !stored || !isSame(stored.resource, resource)
    },
    claim(claim) {
      claims.push(claim)
      claimed.set(claimKey(claim.space, claim.key), claim.holder)
    },
    release: (claim) => void releases.push(claim),
    join: (membership) => void memberships.push(membership),
    grant: (party) => void parties.push(party),
    end: (end) => void partyEnds.push(end),
    require: (resource, version) => void required.set(resource, version),
    tell: (row) => void outbox.push(row),
    resolve: (update) => void (messageUpdate = update),
    audit(action, what, refusal) {
      const { newId, requestId } = occasion
      audits.push({
        id: newId(),
        at,
        client: caller.client,
        organization: caller.organization,
        action,
        outcome: refusal === undefined ? 'success' : 'refused',
        ...(refusal !== undefined && { reason: refusal }),
        what,
        request: requestId,
      })
    },
    async attempt(work) {
      const writes = new Map(pending)
      const lists: readonly unknown[][] = [claims, releases, memberships, parties, partyEnds, outbox, audits]
      const lengths = lists.map(({ length }) => length)
      try {
        return await work()
      } catch (error) {
        pending.clear()
        for (const [reference, one] of writes) pending.set(reference, one)
        for (const { space, key } of claims.slice(lengths[0])) claimed.delete(claimKey(space, key))
        lists.forEach((list, i) => list.splice(lengths[i] ?? 0))
        throw error
      }
    },
    async stillHolds() {
      for (const { space, key, holder } of asked.values()) if ((await store.holder(space, key)) !== holder) return false
      for (const { as, reference, version } of looked)
        if (((await read(store, as, reference))?.version ?? 0) !== version) return false
      return true
    },
    written: () => [...pending.keys()],
    resource: (reference) => pending.get(reference)?.resource,
    versionOf: (reference) => (pending.get(reference)?.base ?? -1) + 1,
    finish: (message) => ({
      writes: [...pending.values()].map((one) => writeOf(one, occasion)),
      claims,
      releases,
      memberships,
      parties,
      partyEnds,
      requires: [...required]
        .filter(([resource]) => !pending.has(resource))
        .map(([resource, version]) => ({ resource, version })),
      outbox,
      audit: audits,
      ...(message && { message }),
      ...(messageUpdate && { messageUpdate }),
    }),
  }
  return planning
}

async function read(store: Store, access: Access, reference: string): Promise<Version | undefined> {
  const [type, id, ...more] = reference.split('/')
  if (!type || !id || more.length > 0) return undefined
  const version = await store.read(access, type, id)
  return version?.deleted ? undefined : version
}

function storedOf(version: Version | undefined): Stored | undefined {
  if (!version) return undefined
  const resource: unknown = parseKeeping(version.text)
  if (!isResource(resource)) throw new Error(`stored text of ${version.type}/${version.id} is no resource`)
  const kept: unknown = version.notes ? JSON.parse(version.notes) : undefined
  const notes = isRecord(kept) ? ({ ...noNotes, ...kept } as StoredNotes) : { ...noNotes, origin: version.author }
  return { resource, version: version.version, notes, kind: version.kind, origin: notes.origin }
}

function writeOf(pending: Pending, { caller, message, base: url }: Occasion): Write {
  const { resource, base, origin, notes, addressed, anchors, author } = pending
  const { resourceType, id = '', meta, ...elements } = resource
  const text = JSON.stringify({ resourceType, id, meta: metaOf(pending, meta, message), ...elements })
  return {
    type: resourceType,
    id,
    base,
    text,
    author: author ?? caller.organization,
    kind: pending.kind ?? kindOf(resource),
    index: [...indexRows(resource, url), ...anchorRows(resourceType, anchors)],
    notes: JSON.stringify({ ...notes, origin }),
    ...(message && { message }),
    ...(addressed?.length && { addressed: [...new Set(addressed)] }),
    ...(anchors?.length && { anchors: [...new Set(anchors)] }),
  }
}

/** What a resource hangs on is indexed too, so that a journey that takes in the anchor later finds it. */
function anchorRows(type: string, anchors: readonly string[] = []): readonly IndexRow[] {
  return [...new Set(anchors)].map((value) => ({ key: `${type}.anchor`, value, other: '' }))
}

/** versionId and lastUpdated are ours; profile, security and tag are the sender's; `source` leads back to the message. */
function metaOf({ base, recorded }: Pending, meta: Record<string, unknown> | undefined, message: string | undefined) {
  const { versionId: _, lastUpdated: __, source: ___, extension: ____, ...kept } = meta ?? {}
  return {
    ...(recorded && { extension: [{ url: structureDefinition('source-recorded'), valueInstant: recorded }] }),
    versionId: String(base + 1),
    lastUpdated: UNSTAMPED,
    ...(message && { source: `urn:uuid:${message}` }),
    ...kept,
  }
}

/** Equal but for what the gateway writes into meta. */
function isSame(a: FhirResource, b: FhirResource): boolean {
  return canonicalText(a) === canonicalText(b)
}

function canonicalText(resource: FhirResource): string {
  const { meta, ...rest } = resource
  const { profile, security, tag } = meta ?? {}
  return JSON.stringify(sorted({ ...rest, meta: { profile, security, tag } }))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  )
}

// A plan in the making: reads through to the store, sees its own writes, and ends as plain data.

import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Validator } from '../../profiles/compiler/validator.ts'
import { auditedAs } from '../auth/access.ts'
import type { Caller } from '../auth/bearer.ts'
import { referenceTo, type FhirResource } from '../fhir/resource.ts'
import type {
  Access,
  Audit,
  Claim,
  Instant,
  Membership,
  Message,
  Outbox,
  Party,
  Plan,
  Store,
  Version,
  Withholding,
} from '../store/store.ts'
import { kindOf, type Kind } from '../types.ts'
import { noNotes, type Notes } from './apply.ts'
import { claiming } from './claims.ts'
import { remembering } from './remembering.ts'
import { isRetracted } from './retraction.ts'
import { isSame, notesOf, storedOf, textOf, unanchored, writeOf, type Pending, type Stored } from './version.ts'

export type { Stored } from './version.ts'

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
  /** A UUID of version 4: other ids tell when they were made, and with that since when somebody knows a person. */
  newTimelessId(): string
  /** The resource as the caller may see it, or as this plan leaves it. */
  see(reference: string): Promise<Stored | undefined>
  /** The resource as the gateway itself knows it. */
  load(reference: string): Promise<Stored | undefined>
  /** What was deleted: its last version, and whose it was; with `isMine`, only where the caller could see it. */
  grave(reference: string, as?: 'caller' | 'gateway'): Promise<Grave | undefined>
  holder(space: string, key: string): Promise<string | undefined>
  /** Who holds the key by this very plan. */
  claimed(space: string, key: string): string | undefined
  /** Answers whether anything changed: an unchanged resource makes no version. */
  put(resource: FhirResource, options?: PutOptions): Promise<boolean>
  /** Deletes what is stored; what this plan made up to now of the resource is dropped. */
  remove(stored: Stored): void
  claim(claim: Claim): void
  release(claim: Omit<Claim, 'holder'>): void
  join(membership: Membership): void
  grant(party: Party): void
  end(end: NonNullable<Plan['partyEnds']>[number]): void
  withhold(withholding: Withholding): void
  /** All that this source keeps from anybody, before what it keeps by this plan. */
  giveBack(source: string): void
  /** From whom a resource is withheld by itself, as this plan leaves it. */
  withheld(reference: string): Promise<readonly Withholding[]>
  require(resource: string, version: number): void
  tell(outbox: Outbox): void
  /** A stored message changes its state with this plan. */
  resolve(update: NonNullable<Plan['messageUpdate']>): void
  /** With a `refusal`: that it was refused, and why. */
  audit(action: string, what: readonly string[], refusal?: string): void
  /**
   * That all this was written: in the caller's row what it wrote in its own name, `also` with it, and in one of the gateway what
   * followed from that. An organisation reads its own rows, and is not to learn from them who else knows a person.
   */
  auditWritten(action: string, also?: readonly string[]): void
  /** Runs `work`; if it throws, the plan is as it was before. */
  attempt<T>(work: () => Promise<T>): Promise<T>
  /** Whether all that the plan was told is still so: what rests on one half of another's commit and not on the other is to be planned anew. */
  stillHolds(): Promise<boolean>
  /** The references of all that this plan writes, in order. */
  written(): readonly string[]
  /** `Type/id/_history/version` of what it writes in the caller's own name, but for what it deletes. */
  mine(): readonly string[]
  isWritten(reference: string): boolean
  /** As this plan leaves it; undefined where it leaves it alone, or deletes it. */
  resource(reference: string): FhirResource | undefined
  /** The text exactly as this plan will store it. */
  text(reference: string): string | undefined
  finish(message?: Message): Plan
}

export interface Grave {
  readonly version: number
  readonly origin: string
}

const claimKey = (space: string, key: string): string => `${space.length} ${space}${key}`

export function startPlanning(occasion: Occasion): Planning {
  const { access, caller, at } = occasion
  const fresh = new Set<string>()
  // Nothing stands under an id that this plan has just made up; the commit would say so otherwise.
  const isFresh = (reference: string): boolean => fresh.has(reference.slice(reference.indexOf('/') + 1))
  const store = remembering(occasion.store, isFresh)
  const pending = new Map<string, Pending>()
  const known = new Map<string, Stored | undefined>()
  const visible = new Map<string, boolean>()
  const graves = new Map<string, Grave>()
  const claims: Claim[] = []
  const claimed = new Map<string, string>()
  const asked = new Map<string, { readonly space: string; readonly key: string; readonly holder: string | undefined }>()
  const looked: { readonly as: Access; readonly reference: string; readonly version: number }[] = []
  const releases: Omit<Claim, 'holder'>[] = []
  const memberships: Membership[] = []
  const parties: Party[] = []
  const partyEnds: NonNullable<Plan['partyEnds']>[number][] = []
  const withholdings: Withholding[] = []
  const givenBack: string[] = []
  const required = new Map<string, number>()
  const outbox: Outbox[] = []
  const audits: Audit[] = []
  let messageUpdate: Plan['messageUpdate']
  const gateway: Access = { as: 'gateway', why: 'intake applies a message to what is stored' }

  const look = async (as: Access, reference: string): Promise<Stored | undefined> => {
    if (isFresh(reference)) return undefined
    const found = await read(store, as, reference)
    if (found?.deleted) graves.set(reference, { version: found.version, origin: notesOf(found).origin })
    const stored = found && !found.deleted ? storedOf(found) : undefined
    looked.push({ as, reference, version: stored?.version ?? 0 })
    return stored
  }
  const inPlan = (reference: string): Stored | undefined => {
    const mine = pending.get(reference)
    if (!mine || mine.isRemoval) return undefined
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
    store,
    newId() {
      const id = occasion.newId()
      fresh.add(id)
      return id
    },
    newTimelessId() {
      const id = randomUUID()
      fresh.add(id)
      return id
    },
    async see(reference) {
      if (pending.has(reference)) return inPlan(reference)
      if (!visible.has(reference)) {
        const found = await look(access, reference)
        visible.set(reference, found !== undefined)
        // What is checked (If-Match, a status) and what is then written upon must be one version, or an update is lost.
        if (found && !known.has(reference)) known.set(reference, found)
      }
      return visible.get(reference) ? known.get(reference) : undefined
    },
    async grave(reference, as = 'gateway') {
      const found = await read(store, as === 'caller' ? access : gateway, reference)
      return found?.deleted ? { version: found.version, origin: notesOf(found).origin } : undefined
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
      if (!asked.has(name)) asked.set(name, { space, key, holder: isFresh(key) ? undefined : await store.holder(space, key) })
      return asked.get(name)?.holder
    },
    claimed: (space, key) => claimed.get(claimKey(space, key)),
    async put(told, options = {}) {
      const resource = claiming(told, occasion.validator)
      const reference = referenceTo(resource)
      const earlier = pending.get(reference)
      const stored = earlier ? undefined : await planning.load(reference)
      const origin = earlier?.origin ?? stored?.origin ?? options.author ?? caller.organization
      const notes = options.notes ?? earlier?.notes ?? stored?.notes
      const kind = isRetracted(resource) ? 'retracted' : (options.kind ?? unretracted(earlier?.kind) ?? kindOf(resource))
      const isKept =
        stored && stored.kind === kind && isDeepStrictEqual(unanchored({ ...notes, origin }), unanchored(stored.notes))
      if (isKept && isSame(stored.resource, resource)) return false
      pending.set(reference, {
        ...earlier,
        ...options,
        ...(notes && { notes }),
        addressed: [...(earlier?.addressed ?? []), ...(options.addressed ?? [])],
        // Whoever does not say what it hangs on leaves that as it was: it is to follow into a journey that opens later.
        anchors: [...(earlier?.anchors ?? []), ...(options.anchors ?? (earlier ? [] : (stored?.notes.anchors ?? [])))],
        kind,
        resource,
        isFollowing: (earlier?.isFollowing ?? true) && (options.author ?? caller.organization) !== caller.organization,
        // What was deleted comes back behind its end.
        base: earlier?.base ?? stored?.version ?? graves.get(reference)?.version ?? 0,
        origin,
      })
      return !stored || !isSame(stored.resource, resource)
    },
    remove({ resource, version, origin, notes, kind }) {
      pending.set(referenceTo(resource), { resource, base: version, origin, notes, kind, isRemoval: true })
    },
    claim(claim) {
      claims.push(claim)
      claimed.set(claimKey(claim.space, claim.key), claim.holder)
    },
    release: (claim) => void releases.push(claim),
    join: (membership) => void memberships.push(membership),
    grant: (party) => void parties.push(party),
    end: (end) => void partyEnds.push(end),
    withhold: (withholding) => void withholdings.push(withholding),
    giveBack: (source) => void givenBack.push(source),
    async withheld(reference) {
      const stored = await store.withholdings(reference)
      const standing = stored.filter(({ source = reference }) => !givenBack.includes(source))
      return [...standing, ...withholdings.filter(({ resource }) => resource === reference)]
    },
    require: (resource, version) => void required.set(resource, version),
    tell: (row) => void outbox.push(row),
    resolve: (update) => void (messageUpdate = update),
    audit(action, what, refusal) {
      const { newId, requestId } = occasion
      audits.push({
        id: newId(),
        at,
        ...auditedAs(caller),
        action,
        outcome: refusal === undefined ? 'success' : 'refused',
        ...(refusal !== undefined && { reason: refusal }),
        what,
        request: requestId,
      })
    },
    auditWritten(action, also = []) {
      const written = [...pending.keys()]
      const isFollowing = (reference: string): boolean => pending.get(reference)?.isFollowing === true
      const following = written.filter(isFollowing)
      planning.audit(action, [...written.filter((reference) => !isFollowing(reference)), ...also])
      if (following.length === 0) return
      const { newId, requestId: request } = occasion
      const row = { id: newId(), at, client: 'gateway', organization: 'gateway', action: 'follow-on', request } as const
      audits.push({ ...row, outcome: 'success', what: following })
    },
    async attempt(work) {
      const writes = new Map(pending)
      const lists: readonly unknown[][] = [
        claims,
        releases,
        memberships,
        parties,
        partyEnds,
        withholdings,
        givenBack,
        outbox,
        audits,
      ]
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
      for (const { as, reference, version } of looked) if (versionNow(await read(store, as, reference)) !== version) return false
      return true
    },
    written: () => [...pending.keys()],
    mine: () =>
      [...pending]
        .filter(([, { author = caller.organization, isRemoval }]) => author === caller.organization && !isRemoval)
        .map(([reference, { base }]) => `${reference}/_history/${base + 1}`),
    isWritten: (reference) => pending.has(reference),
    resource: (reference) => inPlan(reference)?.resource,
    text(reference) {
      const mine = pending.get(reference)
      return mine && !mine.isRemoval ? textOf(mine, occasion.message) : undefined
    },
    finish: (message) => ({
      writes: [...pending.values()].map((one) => writeOf(one, occasion)),
      claims,
      releases,
      memberships,
      parties,
      partyEnds,
      withholdings,
      releasesOfWithholding: [...new Set(givenBack)].map((source) => ({ source })),
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

const unretracted = (kind: Kind | undefined): Kind | undefined => (kind === 'retracted' ? undefined : kind)

/** The current version, a deleted one included. */
async function read(store: Store, access: Access, reference: string): Promise<Version | undefined> {
  const [type, id, ...more] = reference.split('/')
  return !type || !id || more.length > 0 ? undefined : store.read(access, type, id)
}

const versionNow = (version: Version | undefined): number => (version && !version.deleted ? version.version : 0)

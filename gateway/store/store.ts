// The port of the store: what a plan is, what may be asked, and the laws that every driver keeps.
//
// Laws (test/store/laws.ts runs them against each driver):
//   1. A plan is applied whole or not at all; plans that share a commit fail alone.
//   2. A write names the version it is based on (0: the resource is new). Another version there: `stale`, nothing happens.
//   3. A claim is a key that one holder may have. Held already: `claimed`, nothing happens.
//   4. `commit` resolves only after the plan is durable.
//   5. `lastUpdated` is given by the store and strictly increases in the order in which commits become visible, so that
//      whoever asks for `gt` the last instant seen misses nothing.
//   6. Every read takes an Access and joins it in the query; what it hides is not counted, chained to or paged over.
//   7. The store calls nobody.

import type { Kind, Role } from '../types.ts'

/** FHIR instant in UTC with microseconds, fixed width, so that text order is time order: 2026-01-05T10:15:00.000000Z. */
export type Instant = string

/**
 * Stands in a write's text where the store puts the instant of its commit (as `meta.lastUpdated`), and in a message's answer
 * wherever it names that instant. Same width as an Instant.
 */
export const UNSTAMPED = '0000-00-00T00:00:00.000000Z'

/**
 * Who asks. `organization`: sees what it wrote, what is addressed to it, what is in the directory, and what its roles grant in
 * the journeys it is a party to, less what is withheld from it. `gateway`: the intake's own look at what is stored; `why` says
 * what for.
 */
export type Access =
  | {
      readonly as: 'organization'
      readonly organization: string
      /** The kinds of data that a party in each role sees in its journey (gateway/auth/access.ts). */
      readonly sees: Readonly<Record<Role, readonly Kind[]>>
      /** Party rows that ended at or before this instant no longer count. */
      readonly at: Instant
      /** Named reviewer: sees what was entered in error, whoever wrote it. */
      readonly reviews?: boolean
      /** The professional who broke glass: party rows of this source count for nobody else (gateway/auth/access.ts). */
      readonly glass?: string
      /** Persons too, each by a Patient of it that is visible: for whoever shows of them only that (gateway/fhir/person.ts). */
      readonly people?: true
      /** What the token's granular scopes leave of types, for reading one by its id and for every other way of finding. */
      readonly narrowed?: { readonly read: Narrowed; readonly search: Narrowed }
    }
  | { readonly as: 'gateway'; readonly why: string }

/**
 * By type: a resource is visible where it meets one of these, an older version where it does too. A type that is not named is not
 * narrowed; one with no alternative shows nothing.
 */
export type Narrowed = Readonly<Record<string, readonly Narrowing[]>>

/** All of these hold. */
export type Narrowing = readonly NarrowClause[]

/** What a resource's id and index rows alone can answer. */
export type NarrowClause = Extract<Clause, { readonly on: 'id' | 'token' | 'reference' }>

/** One version of a resource. `text` is its JSON as it is sent, with meta.versionId and meta.lastUpdated; '' when deleted. */
export interface Version {
  readonly type: string
  readonly id: string
  readonly version: number
  readonly at: Instant
  readonly text: string
  readonly deleted: boolean
  /** The organisation whose client wrote this version. */
  readonly author: string
  readonly kind: Kind
  /** The message that this version came from, when it came from one. */
  readonly message?: string
  /** What intake keeps beside the resource (when each path was last asserted, time lines); never sent. */
  readonly notes?: string
}

/** One row of the search index. `key` is `Type.parameter`. */
export interface IndexRow {
  readonly key: string
  /**
   * token: code · reference: `Type/id` or a URL · string: folded text · date: lower bound as Instant · number, quantity: lower
   * bound as sortable text · uri: as it is
   */
  readonly value: string
  /**
   * token: system ('' when none) · string: the text as it was · date, number, quantity: upper bound (inclusive), as `value` is ·
   * otherwise ''
   */
  readonly other: string
}

export interface Write {
  readonly type: string
  readonly id: string
  /** The version this one is based on; 0 when the resource is new. The new version is base + 1. */
  readonly base: number
  /** JSON whose meta holds versionId base + 1 and UNSTAMPED as lastUpdated; '' to delete. */
  readonly text: string
  readonly author: string
  readonly kind: Kind
  readonly index: readonly IndexRow[]
  readonly message?: string
  readonly notes?: string
  /** Organisations that this resource is addressed to: they see it whatever becomes of the journey. */
  readonly addressed?: readonly string[]
  /** Resources (`Type/id`) whose journeys this one joins, looked up inside the commit. */
  readonly anchors?: readonly string[]
}

export interface Claim {
  readonly space: string
  readonly key: string
  readonly holder: string
}

/**
 * A journey takes in a resource; with `following` also every resource of these types that hangs on it: whose index has a row
 * `Type.anchor` with this resource as value.
 */
export interface Membership {
  readonly journey: string
  readonly resource: string
  readonly following?: readonly string[]
}

/** Why an organisation is a party to a journey: one row per reason (`source`), so that a withdrawal ends only its own. */
export interface Party {
  readonly journey: string
  readonly organization: string
  readonly role: Role
  /** What made it a party: `Type/id` of the referral, spell or task, or `break-glass/…` of a professional. */
  readonly source: string
  readonly since: Instant
  /** It ends by itself; such a row may be granted again while another stands. */
  readonly until?: Instant
}

export type PartyRow = Party

export interface Withholding {
  /** `Type/id`; of an EpisodeOfCare: the whole journey. */
  readonly resource: string
  readonly organization: string
  readonly reason: string
  /** What says so (`Type/id`); the resource itself where absent. One row for each: giving back takes away its own. */
  readonly source?: string
}

/** All rows of a source, to one organisation or to all. */
export interface WithholdingRelease {
  readonly source: string
  readonly organization?: string
}

/** What was received, byte for byte, and what was answered. */
export interface Message {
  readonly id: string
  readonly client: string
  readonly organization: string
  readonly channel: string
  /** The sender's id for it (MSH-10; X-Request-Id and X-Correlation-Id; …); '' when it gave none. */
  readonly control: string
  readonly digest: string
  readonly at: Instant
  readonly contentType: string
  /** The original; empty where an intake filter says that it is none of our business. */
  readonly bytes: Uint8Array
  readonly state: MessageState
  /** The organisation that must look at it while it is quarantined. */
  readonly owner?: string
  /** Why it was quarantined, rejected or filtered: a code, never a name or number of a person. */
  readonly reason?: string
  readonly answer: StoredAnswer
  /** OperationOutcome issues and loss ledger, as JSON. */
  readonly issues: string
  readonly ledger: string
}

export type MessageState = 'accepted' | 'quarantined' | 'rejected' | 'filtered'

export interface StoredAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Audit {
  readonly id: string
  readonly at: Instant
  readonly client: string
  readonly organization: string
  /** FHIR interaction or operation: read, search-type, create, update, hl7v2, token, … */
  readonly action: string
  readonly outcome: 'success' | 'refused' | 'error'
  /** What was touched: `Type/id`, or a type; never a search value. */
  readonly what: readonly string[]
  readonly request: string
  readonly reason?: string
  /** What it was for: a code of v3-PurposeOfUse, or what the client is registered for. */
  readonly purpose?: string
  /** `system|value` of the professional on whose behalf it was; absent: no person was named. */
  readonly practitioner?: string
  /** Where these two were stated: `purpose:token practitioner:request`; absent: the client is registered for the purpose. */
  readonly stated?: string
}

/** Where a chain of audit rows stands: its last row's number, counted from 1, and hash (gateway/store/chain.ts). */
export interface AuditHead {
  /** A process that writes, or wrote. */
  readonly writer: string
  readonly seq: number
  readonly hash: string
  readonly action: string
}

/** A row of the audit as it stands in its chain, whatever has become of it. */
export interface AuditLink {
  readonly writer: string
  readonly seq: number
  readonly hash: string
  /** All columns that are not null. */
  readonly values: Readonly<Record<string, string | number>>
}

/** Newest first, unless told otherwise. Rows that the chains write about themselves are left out. */
export interface AuditFilter {
  readonly organization?: string
  readonly what?: string
  /** Any of these was touched. */
  readonly anyOf?: readonly string[]
  readonly id?: string
  /** At or after, at or before. */
  readonly from?: Instant
  readonly until?: Instant
  /** Behind this row, in the order asked for. */
  readonly after?: { readonly at: Instant; readonly id: string } | undefined
  readonly oldestFirst?: boolean
  readonly limit: number
}

/** Something to be told to an organisation, written with what it tells of; delivery reads it later. */
export interface Outbox {
  readonly id: string
  readonly organization: string
  readonly resource: string
  readonly event: string
}

/** Plain data: everything that one request changes. */
export interface Plan {
  readonly writes?: readonly Write[]
  readonly claims?: readonly Claim[]
  /** Claims given up; one that is not there is no fault. */
  readonly releases?: readonly Omit<Claim, 'holder'>[]
  readonly memberships?: readonly Membership[]
  readonly parties?: readonly Party[]
  /** Party rows to end: all that `source` gave, in `journey` if named; to `organization` if named. Ends come before grants. */
  readonly partyEnds?: readonly { source: string; journey?: string; organization?: string; until: Instant }[]
  readonly withholdings?: readonly Withholding[]
  /** Releases come before withholdings. */
  readonly releasesOfWithholding?: readonly WithholdingRelease[]
  /** Versions that the plan relied on without writing them; another version there now: `stale`. */
  readonly requires?: readonly { readonly resource: string; readonly version: number }[]
  readonly message?: Message
  /** A stored message that changes state (a quarantined one that was identified). `from` must be its state now, else `stale`. */
  readonly messageUpdate?: {
    id: string
    from: MessageState
    to: MessageState
    reason?: string
    issues?: string
    ledger?: string
  }
  readonly audit?: readonly Audit[]
  readonly outbox?: readonly Outbox[]
}

export type Conflict =
  | { readonly why: 'stale'; readonly resource: string; readonly expected: number; readonly found: number }
  | { readonly why: 'claimed'; readonly space: string; readonly key: string; readonly holder: string }

export type Committed = { readonly ok: true; readonly at: Instant } | { readonly ok: false; readonly conflict: Conflict }

/** `ap`: the two ranges overlap; how wide the caller's is, is the caller's to say. */
export type DatePrefix = 'eq' | 'ne' | 'gt' | 'lt' | 'ge' | 'le' | 'sa' | 'eb' | 'ap'

/** `low` and `high` are the inclusive bounds of what the caller wrote, at its precision. */
export interface DateMatch {
  readonly prefix: DatePrefix
  readonly low: Instant
  readonly high: Instant
}

/** `low` and `high` are the inclusive bounds of what the caller wrote, at its precision, as texts of gateway/store/sortable.ts. */
export interface NumberMatch {
  readonly prefix: DatePrefix
  readonly low: string
  readonly high: string
}

export interface StringMatch {
  /** Folded. */
  readonly value: string
  readonly how: 'starts' | 'exact' | 'contains'
  /** For `exact`: the text as it was written, case, accents and all. */
  readonly original?: string
}

/** `below`: this URI and what lies under it (`value/…`); `above`: this one and those it lies under. */
export interface UriMatch {
  readonly value: string
  readonly how: 'is' | 'below' | 'above'
}

/** One condition; its `any` are alternatives. A query's clauses all hold. */
export type Clause =
  | { readonly on: 'id'; readonly any: readonly string[]; readonly not?: boolean }
  /** For a search or a history over several types. */
  | { readonly on: 'type'; readonly any: readonly string[] }
  | { readonly on: 'updated'; readonly any: readonly DateMatch[] }
  /** system undefined: any system; '': none. code undefined: any code of the system. With `not` also what has no such element. */
  | {
      readonly on: 'token'
      readonly key: string
      readonly any: readonly { readonly system?: string; readonly code?: string }[]
      readonly not?: boolean
    }
  | { readonly on: 'reference'; readonly key: string; readonly any: readonly string[] }
  | { readonly on: 'string'; readonly key: string; readonly any: readonly StringMatch[] }
  | { readonly on: 'date'; readonly key: string; readonly any: readonly DateMatch[] }
  /** Number and quantity; the unit is part of the key. */
  | { readonly on: 'number'; readonly key: string; readonly any: readonly NumberMatch[] }
  | { readonly on: 'uri'; readonly key: string; readonly any: readonly UriMatch[] }
  /** `to`: of a reference, those to these types alone. */
  | { readonly on: 'missing'; readonly key: string; readonly missing: boolean; readonly to?: readonly string[] }
  /** The resource that `key` refers to is of `type`, visible to the caller, and meets `where`. */
  | { readonly on: 'chain'; readonly key: string; readonly type: string; readonly where: readonly Clause[] }
  /** A resource of `type`, visible to the caller, that meets `where`, refers to this one by `key`. */
  | { readonly on: 'has'; readonly key: string; readonly type: string; readonly where: readonly Clause[] }
  /** It is in one of these journeys (ids of EpisodeOfCare), and the caller may see that journey. */
  | { readonly on: 'journey'; readonly any: readonly string[] }
  | { readonly on: 'any'; readonly of: readonly Clause[] }
  /** All of these: an alternative within an `any`. */
  | { readonly on: 'all'; readonly of: readonly Clause[] }

/**
 * `created`: by row number, which is given out in the order of the commits. An index key (`Type.parameter`) sorts by its least
 * value ascending, its greatest descending; a resource without one comes last either way.
 */
export interface Order {
  readonly by: 'created' | 'updated' | 'id' | { readonly key: string }
  readonly descending: boolean
}

export interface Query {
  /** '' for every type. */
  readonly type: string
  readonly where: readonly Clause[]
  /**
   * None: newest created first. The row number, which never changes, always comes last, so that no page repeats or skips a
   * resource while others are written.
   */
  readonly order: readonly Order[]
  readonly count: number
  /** The page starts behind this one. */
  readonly after?: Cursor
  readonly total: boolean
}

/** A place between two rows: what the last row was sorted by, then its row number. Opaque to all but the store. */
export type Cursor = readonly (string | number | null)[]

export interface Page {
  readonly versions: readonly Version[]
  readonly total?: number
  /** Where the next page starts, when there is more. */
  readonly next?: Cursor
}

/** One resource, one type, several types, or (with nothing named) the whole system. */
export interface HistoryOf {
  readonly type?: string
  readonly id?: string
  readonly types?: readonly string[]
}

export interface HistoryQuery {
  /** Versions stored at or after this instant. */
  readonly since?: Instant
  /** Versions that were the current one at some instant of this time, which its prefix may open to one side. */
  readonly at?: DateMatch
  readonly count: number
  readonly after?: Cursor
  readonly total: boolean
  /** Newest first, unless told otherwise. */
  readonly descending?: boolean
}

/** What one organisation is to one resource, journeys apart. */
export interface Standing {
  readonly kind: Kind
  readonly isAuthor: boolean
  readonly isAddressed: boolean
  /** The resource or a journey of it is kept from the organisation. */
  readonly isWithheld: boolean
}

export interface Store {
  commit(plan: Plan): Promise<Committed>

  /** The current version (deleted ones included), or undefined when there is none that the caller may see. */
  read(access: Access, type: string, id: string): Promise<Version | undefined>
  vread(access: Access, type: string, id: string, version: number): Promise<Version | undefined>
  /** The versions of one resource, of a type, or (with neither) of all or some types, in the order in which they were stored. */
  history(access: Access, of: HistoryOf, asked: HistoryQuery): Promise<Page>
  search(access: Access, query: Query): Promise<Page>
  /**
   * What the resources `from` (`Type/id`, each of the type of `key`) refer to by `key`: current versions, of `type` if named,
   * none twice, no deleted ones, no more than `limit`. The resources `from` too must be visible.
   */
  include(
    access: Access,
    from: readonly string[],
    key: string,
    type: string | undefined,
    limit: number,
  ): Promise<readonly Version[]>

  /** Everything else is the gateway's own: it decides with it, and shows none of it as it is. */
  holder(space: string, key: string): Promise<string | undefined>
  journeysOf(resource: string): Promise<readonly string[]>
  /** All party rows, ended ones included, in the order in which they were made. */
  parties(journey: string): Promise<readonly PartyRow[]>
  /** From whom a resource (`Type/id`) is withheld, by itself; what its journeys are withheld from stands under EpisodeOfCare. */
  withholdings(resource: string): Promise<readonly Withholding[]>

  message(id: string): Promise<Message | undefined>
  /** Newest first, with `bytes` left empty: `message` has them. */
  messages(filter: {
    organization?: string
    state?: MessageState
    client?: string
    channel?: string
    control?: string
    limit: number
  }): Promise<readonly Message[]>
  audits(filter: AuditFilter): Promise<readonly Audit[]>
  /** The chain that this process writes. */
  readonly writer: string
  /** Heads of chains that no row of another chain names as they stand, and always this process's own; a thousand at most. */
  auditHeads(): Promise<readonly AuditHead[]>
  /** In the order of the chains, behind this place. */
  auditLinks(after: Pick<AuditHead, 'writer' | 'seq'> | undefined, limit: number): Promise<readonly AuditLink[]>
  /** The hashes that stand at these places; undefined where nothing stands. */
  auditHashes(places: readonly Pick<AuditHead, 'writer' | 'seq'>[]): Promise<readonly (string | undefined)[]>
  /** Rows in no chain: those from before there were any. */
  unchained(): Promise<number>
  /** `Type/id` of all that is or was in the journey, deleted ones included. */
  members(journey: string): Promise<readonly string[]>
  /** Why the organisation sees the resource whatever becomes of its journeys, and what is withheld from it, as things stand. */
  standing(resource: string, organization: string): Promise<Standing | undefined>
  /** In the order in which they were told; with `of`, those about these resources. */
  outbox(limit: number, of?: readonly string[]): Promise<readonly Outbox[]>

  /** Settings that all processes on one database share (keys, client registry): a name and a JSON text. */
  setting(name: string): Promise<string | undefined>
  /** Writes a setting; with `onlyIfAbsent` the first writer wins. Answers the text that is stored then. */
  setSetting(name: string, text: string, onlyIfAbsent?: boolean): Promise<string>

  /**
   * Gives up the claims of a space whose holder is a number below this one (seconds since 1970, where a claim ends by itself).
   * Answers how many.
   */
  forget(space: string, before: number): Promise<number>

  /**
   * Makes the search index anew where it was made by another table of search parameters, and answers how many resources that
   * were. Called at every start, with the gateway's FHIR base URL; costs one look where there is nothing to do.
   */
  reindex(base: string): Promise<number>

  close(): Promise<void>
}

/** The store cannot be reached or is not able to write; the caller hears 503 with Retry-After. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable'
}

// What a plan is: plain data, everything that one request changes.

import type { Kind, Role } from '../types.ts'

/** FHIR instant in UTC with microseconds, fixed width, so that text order is time order: 2026-01-05T10:15:00.000000Z. */
export type Instant = string

/**
 * Stands in a write's text where the store puts the instant of its commit (as `meta.lastUpdated`), and in a message's answer
 * wherever it names that instant. Same width as an Instant.
 */
export const UNSTAMPED = '0000-00-00T00:00:00.000000Z'

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
  /** It is not said to anybody yet: once there is a later version, this one is shown to who wrote the first alone. */
  readonly isDraft?: true
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

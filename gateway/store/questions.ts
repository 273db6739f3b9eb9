// What may be asked of what is stored: who asks, by which conditions, in which order, page by page.

import type { Kind, Role } from '../types.ts'
import type { Instant } from './plan.ts'

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
  /** Said by a history alone, of the version that brought a resource back. */
  readonly followsDeletion?: true
  /** The organisation whose client wrote this version. */
  readonly author: string
  readonly kind: Kind
  /** The message that this version came from, when it came from one. */
  readonly message?: string
  /** What intake keeps beside the resource (when each path was last asserted, time lines); never sent. */
  readonly notes?: string
}

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
  /** Folded. No more of it than `beginning` leaves: rows keep no more. */
  readonly value: string
  readonly how: 'starts' | 'exact' | 'contains'
  /** For `exact`: the text as it was written, case, accents and all. */
  readonly original?: string
}

/** `below`: this URI, of no more than `longestAsked`, and what lies under it (`value/…`); `above`: this one, of no more than `deepestAsked` segments, and those it lies under. */
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
  /** A page ends before the resource that would bring its texts over so many bytes; it has one, however long, where there is one. */
  readonly bytes?: number
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

/** Bytes of text that one look for what others refer to may bring. */
export const mostIncludedBytes = 8 * 1024 * 1024

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
  /** As a search's. */
  readonly bytes?: number
  readonly after?: Cursor
  readonly total: boolean
  /** Newest first, unless told otherwise. */
  readonly descending?: boolean
}

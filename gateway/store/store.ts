// The port of the store, and the laws that every driver keeps.
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

import type { Kind } from '../types.ts'
import type { Audit, Committed, Instant, Message, MessageState, Outbox, PartyRow, Plan, Withholding } from './plan.ts'
import type { Access, HistoryOf, HistoryQuery, Page, Query, Version } from './questions.ts'

export * from './plan.ts'
export * from './questions.ts'

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
   * none twice, no deleted ones, no more than `limit`, and none behind the one that brings their texts over
   * `mostIncludedBytes`. The resources `from` too must be visible.
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
  /** Of rows of the audit and what they name, those that are not found by it. */
  unlisted(rows: readonly Pick<Audit, 'id' | 'what'>[]): Promise<ReadonlySet<string>>
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

  /**
   * Resolves when the store can be read and, as far as is known, written: after a write that found it unavailable it tries by itself,
   * at most once in some seconds, when it is asked.
   */
  ready(): Promise<void>

  close(): Promise<void>
}

/** What is known of a fault besides its message: a code as in causes.ts, and what it came of. */
export interface FaultOptions {
  readonly code?: string | undefined
  readonly cause?: unknown
}

/** The store cannot be reached or is not able to write; the caller hears 503 with Retry-After. The message is ours, and is logged. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable'
  readonly code: string | undefined

  constructor(message: string, { code, cause }: FaultOptions = {}) {
    super(message, { cause })
    this.code = code
  }
}

/** The database refused one statement. The code, and the names of the database's own things in it, may be logged. */
export class StatementRefused extends Error {
  override name = 'StatementRefused'
  readonly code: string | undefined

  constructor(message: string, { code, cause }: FaultOptions = {}) {
    super(message, { cause })
    this.code = code
  }
}

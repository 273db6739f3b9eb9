// The shape of every handler: what it is asked, what it answers, and the house it works in.

import type { Validator } from '../profiles/compiler/validator.ts'
import type { Caller } from './auth/bearer.ts'
import type { Auth } from './auth/auth.ts'
import type { Refusals } from './audit/refusals.ts'
import type { IntakeHouse } from './intake/receive.ts'
import type { IsTrusted, Peer } from './peer.ts'
import type { Access, Instant } from './store/store.ts'
import type { Turnstile } from './throttle-doors.ts'

export interface Ask {
  readonly method: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly headers: Headers
  readonly body: Uint8Array
  readonly caller: Caller
  readonly access: Access
  readonly at: Instant
  readonly requestId: string
  /** FHIR base URL without a slash at its end. */
  readonly base: string
  /** Who is at the other end of the connection; nobody where a request is made inside. */
  readonly peer?: Peer
}

/** A public route knows nobody. */
export type PublicAsk = Omit<Ask, 'caller' | 'access'>

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** For the audit: `Type/id`, or a type. */
  readonly touched?: readonly string[]
  /** The plan that this answers held its audit already. */
  readonly isAudited?: boolean
}

export type Handler = (ask: Ask, house: House) => Promise<Answer>
export type PublicHandler = (ask: PublicAsk, house: House) => Promise<Answer>

export interface House extends IntakeHouse {
  /** Signs page cursors, so that nobody can make one up or use another's. */
  readonly cursorKey: Uint8Array
  /** Whether the caller's scopes allow a search over this type; a chain asks it of every type on its way. */
  readonly mayRead: (caller: Caller, type: string) => boolean
  readonly auth: Auth
  /** Where refusals are audited: of a flood not each by itself. */
  readonly refusals: Refusals
  /** As `validator`, and for types and profiles of R4 that are not stored here: for $validate alone. */
  readonly whole: Validator
  readonly log: Log
  /** Whose pages may ask from a browser; nobody's without. */
  readonly origins?: ReadonlySet<string>
  /** The header under which FHIR answers say that this gateway made them of what others sent (R4, http.html#custom). */
  readonly intermediary?: Readonly<Record<string, string>>
  /** What every answer says of the connection: over TLS, that there is to be no other. */
  readonly transport?: Readonly<Record<string, string>>
  /** How often somebody may come; as often as they like without. */
  readonly turnstile?: Turnstile
  /** Whose X-Forwarded-For is believed; nobody's without. */
  readonly isTrustedProxy?: IsTrusted
}

/** Events with fields that hold no personal data: codes, counts, ids of ours. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, string | number>>): void
  error(event: string, fields?: Readonly<Record<string, string | number>>): void
}

// The shape of a row of the route table: an address, who may ask, who answers, and what the docs say of it.

import { limits } from './config.ts'
import type { Letter } from './auth/scopes.ts'
import type { Handler, PublicHandler } from './handler.ts'
import type { Reason } from './refusal.ts'
import type { Interaction, TypeName } from './types.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What a body is: `fhir` is a resource as JSON or XML, `binary` a Binary as either or as its content, `patch` JSON Patch or Parameters. */
export type Media = 'fhir' | 'binary' | 'patch' | 'form' | 'hl7v2' | 'csv' | 'json' | 'text' | 'html'

/** `Type.letter`; `each`: every resource that is written or shown needs its own, as a transaction entry would; `any`: one of the type. */
export type Scope = 'each' | 'any' | `${TypeName | '*'}.${Letter}`

export type Route = {
  /** A GET answers HEAD too. */
  readonly method: Method
  /** Segments that begin with a colon take anything but `_…` and `$…`, which FHIR keeps for itself. */
  readonly path: string
  /** What it does, in one line without a full stop. */
  readonly summary: string
  readonly maxBytes?: number
  /** The resource type of the address: handlers find it as the parameter `type`. */
  readonly type?: TypeName
  /** What the CapabilityStatement calls it; an operation is known by the `$` of its path. */
  readonly interaction?: Interaction | SystemInteraction
  /** Another that the same address takes: the Bundle says which. */
  readonly also?: SystemInteraction
  /** By search parameters, not by id: a conditional interaction. */
  readonly conditional?: true
  /** What is sent; nothing where absent. */
  readonly takes?: Media
  /** What is answered; FHIR where absent. */
  readonly gives?: Media
  /** Status of a good answer, 200 where absent. */
  readonly status?: number
  /** Query parameters besides those of a search: name → what it does. */
  readonly query?: Readonly<Record<string, string>>
  /** Request headers that change what happens: name → what it does. */
  readonly headers?: Readonly<Record<string, string>>
  /** Why it may be refused, besides what may happen at any address. */
  readonly refuses?: readonly Reason[]
} & ({ readonly scope: 'public'; readonly handler: PublicHandler } | { readonly scope: Scope; readonly handler: Handler })

export type SystemInteraction = 'transaction' | 'batch' | 'history-system' | 'search-system'

/** What every route that takes a message has. */
export const message = {
  method: 'POST',
  maxBytes: limits.message,
  scope: 'each',
  refuses: ['malformed', 'too-large', 'unsupported-media-type', 'unprocessable', 'duplicate', 'conflict', 'in-flight', 'busy'],
} as const

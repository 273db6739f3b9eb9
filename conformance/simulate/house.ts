// What the parts of one simulator share.

import type { Authority } from './authority.ts'
import type { SimulatorOptions } from './options.ts'
import type { Records } from './records.ts'
import type { Hl7Seen, Log } from './seen.ts'

export interface House {
  readonly options: SimulatorOptions
  readonly log: Log
  readonly authority: Authority
  readonly records: Records
  /** Messages by client and X-Request-Id. */
  readonly messages: Map<string, { readonly thing: string; isDone: boolean }>
  readonly origin: string
  readonly base: string
  readonly tokenUrl: string
  /** On the other host. */
  readonly elsewhere: string
  hl7Url(channel: Hl7Seen['channel']): string
}

// What the simulator saw a product do: a log in memory with limits, and nothing on disk.

import type { Exchange } from '../wire/exchange.ts'
import type { AssertionFault } from './assertion.ts'
import type { Behaviour, Pack } from './sentinels.ts'

interface Common {
  /** When it had come in whole, and when its answer (or the end of its connection) went out; milliseconds of one clock. */
  readonly atMs: number
  readonly doneMs?: number
  /** The OAuth client, where a token or an assertion tells it. */
  readonly client?: string
  readonly exchange: Exchange
}

/** Somebody asked for an access token. */
export interface TokenSeen extends Common {
  readonly kind: 'token'
  readonly contentType: string
  readonly parameters: Readonly<Record<string, string>>
  readonly faults: readonly AssertionFault[]
  readonly personality: 'smart' | 'nhs'
  /** The access token, and when it ends. */
  readonly token?: string
  readonly endsMs?: number
}

/** A request to the FHIR base or to /hl7v2. */
export interface RequestSeen extends Common {
  readonly kind: 'request'
  readonly method: string
  /** Behind the FHIR base, with the query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly json?: unknown
  /** Which pack it belongs to; the rest (metadata, nonsense) to none. */
  readonly pack?: Pack
  readonly behaviour: Behaviour
  /** The same for every attempt at the same thing: a message without its ids and times, a read by its address. */
  readonly thing: string
  readonly token?: string
  /** 0 where no answer was given. */
  readonly status?: number
  /** Headers, and members of the body, that later requests are held against. */
  readonly told?: { readonly next?: string; readonly retryAfterMs?: number }
  /** Where it has a secret or a person that belongs elsewhere. */
  readonly leaks: readonly ('token in URL' | 'NHS number in URL')[]
  /** Of an update: what was stored before it. */
  readonly before?: unknown
  /** The number in it is not of the test range: nothing else of it was kept. */
  readonly isRealPerson?: true
  /** Its body is no JSON: whose it is cannot be told, so nothing of it was kept. */
  readonly isUnread?: true
}

/** Something came to the other host, to which nobody has any business to go. */
export interface ForeignSeen extends Common {
  readonly kind: 'foreign'
  readonly method: string
  /** An Authorization header, a token or an assertion in the address or the body. */
  readonly hasSecret: boolean
}

/** An HL7 v2 message, or bytes that are none. */
export interface Hl7Seen extends Common {
  readonly kind: 'hl7'
  readonly channel: 'mllp' | 'http'
  readonly connection: number
  readonly control: string
  readonly thing: string
  readonly behaviour: Behaviour
  /** `nothing`: the connection closed without one. */
  readonly said?: 'AA' | 'AE' | 'AR' | 'another' | 'nothing'
  readonly faults: readonly ('no frame' | 'no MSH' | 'no control id' | 'not in its character set')[]
  readonly isRealPerson?: true
}

export type Seen = TokenSeen | RequestSeen | ForeignSeen | Hl7Seen

/** What a requirement is judged by. */
export interface Watch {
  readonly seen: readonly Seen[]
  readonly nowMs: number
  /** After this long without it, what a product was to do has not been done. */
  readonly patienceMs: number
  readonly base: string
  readonly tokenUrl: string
}

export interface Log {
  readonly seen: readonly Seen[]
  /** Answers how to add what becomes known later. */
  add<T extends Seen>(one: T): (more: Partial<T>) => void
  isFull(): boolean
  clear(): void
}

const limits = { entries: 2_000, bytes: 64 * 2 ** 20 }

export function openLog(onChange: () => void): Log {
  const seen: Seen[] = []
  let bytes = 0
  return {
    seen,
    add(one) {
      seen.push(one)
      bytes += sizeOf(one)
      onChange()
      return (more) => {
        Object.assign(one, more)
        onChange()
      }
    },
    isFull: () => seen.length >= limits.entries || bytes >= limits.bytes,
    clear() {
      seen.length = 0
      bytes = 0
      onChange()
    },
  }
}

/** Bodies are kept twice, as text and as what was read of them. */
const sizeOf = ({ exchange: { ask } }: Seen): number => 1_000 + 3 * (ask.body?.length ?? 0)

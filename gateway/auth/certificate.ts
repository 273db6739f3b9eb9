// A client's certificate as a second proof (RFC 8705): which connections may speak for it, and what its tokens are bound to.

import type { Client } from './registry.ts'

/** Whether the client may speak over a connection that showed this certificate, or none. A client that names none is bound to none. */
export function mayComeWith({ certificateSha256: named }: Client, shown: string | undefined): boolean {
  return named === undefined || (shown !== undefined && named.includes(shown))
}

/** RFC 8705 §3.1: the same digest, as `cnf` has it. */
export const x5tOf = (certificateSha256: string): string => Buffer.from(certificateSha256, 'hex').toString('base64url')

/** What a token of this client says of the connection that it was given over; nothing for a client that is bound to none. */
export function confirmationOf({ certificateSha256: named }: Client, shown: string | undefined): Confirmation | undefined {
  return named !== undefined && shown !== undefined ? { 'x5t#S256': x5tOf(shown) } : undefined
}

export interface Confirmation {
  readonly 'x5t#S256': string
}

/**
 * Whether a token may be used here: by its client's certificate of today, and over the one that it was given for. What a client is
 * bound to afterwards ends its earlier tokens.
 */
export function mayBeUsed(client: Client, bound: string | undefined, shown: string | undefined): boolean {
  if (!mayComeWith(client, shown)) return false
  if (bound === undefined) return client.certificateSha256 === undefined
  return shown !== undefined && bound === x5tOf(shown)
}

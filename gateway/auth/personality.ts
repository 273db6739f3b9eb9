// How one kind of client is judged and spoken to at the token endpoint, and the shape of every answer there.

import type { Auth } from './auth.ts'
import type { Confirmation } from './certificate.ts'
import type { Claimed } from './purpose.ts'
import type { Client } from './registry.ts'
import type { ReadForm, TokenError } from './token-form.ts'

export interface TokenAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type Verified =
  | { readonly ok: true; readonly client: Client; readonly jti: string; readonly exp: number }
  | ({ readonly ok: false } & TokenError)

/** Who a token is for, and the certificate that it is bound to. */
export interface Grantee {
  readonly client: Client
  readonly cnf?: Confirmation | undefined
  /** What its assertion states of purpose and person. */
  readonly claimed?: Claimed
}

/** SMART Backend Services, or the NHS's signed JWT. */
export interface Personality {
  verify(form: ReadForm, auth: Auth): Promise<Verified>
  /** The scopes of the token, written as the client asked. */
  grant(client: Client, requested: string): { readonly ok: true; readonly scope: string } | ({ readonly ok: false } & TokenError)
  /** The members of the answer, with a new access token. */
  tokenFor(grantee: Grantee, scope: string, auth: Auth): Promise<Record<string, unknown>>
  readonly usedBefore: TokenError
  errorAnswer(error: TokenError, requestId: string): TokenAnswer
}

export function answer(status: number, body: Record<string, unknown>): TokenAnswer {
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', Pragma: 'no-cache' }
  return { status, headers, body: JSON.stringify(body) }
}

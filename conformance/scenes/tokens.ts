// What every test of the token endpoint begins or ends with: a good attempt that succeeds, and bad ones that must not.

import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { holds, oauthError, status } from '../expect.ts'
import { textAt } from '../json.ts'
import type { Role } from '../requirement.ts'
import type { TokenAttempt } from '../token.ts'
import type { Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'

/** The positive control. */
export async function granted(
  t: Trial,
  role: Role = 'acute',
  attempt: TokenAttempt = {},
  what = 'a good assertion',
): Promise<Answer> {
  const answer = await t.token(role, attempt)
  status(answer, 200, what)
  holds(textAt(answer.json, 'access_token') !== '', what, 'an access_token', answer.json)
  return answer
}

/** RFC 6749 leaves it to the server whether a bad assertion is a bad client or a bad request. */
const words = ['invalid_client', 'invalid_request'] as const

export async function denied(t: Trial, attempt: TokenAttempt, what: string, role: Role = 'acute'): Promise<Answer> {
  const answer = await t.token(role, attempt)
  oauthError(answer, words, what)
  return answer
}

/** Granted by a server that looks at the signature. */
export async function grantedWithCare(t: Trial, role: Role = 'acute', attempt: TokenAttempt = {}): Promise<Answer> {
  const answer = await granted(t, role, attempt)
  await denied(t, { ...attempt, assertion: (good) => `${good.slice(0, -8)}AAAAAAAA` }, 'a tampered signature', role)
  return answer
}

/** All of them denied, and a good one granted. */
export async function onlyGoodIsGranted(
  t: Trial,
  bad: Readonly<Record<string, TokenAttempt>>,
  role: Role = 'acute',
): Promise<void> {
  await granted(t, role)
  for (const [what, attempt] of Object.entries(bad)) await denied(t, attempt, what, role)
}

/** A key that nobody registered. */
export const strangersKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey

export const strangersRsaKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

export function publicPem(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()
}

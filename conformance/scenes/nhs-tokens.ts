// How a client of the NHS's signed-JWT application authentication asks for a token.

import { holds, status } from '../expect.ts'
import { textAt } from '../json.ts'
import type { TokenAttempt } from '../token.ts'
import type { Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'

/** NHS clients never send a scope. */
export const askAsNhs = (t: Trial, attempt: TokenAttempt = {}): Promise<Answer> =>
  t.token('nhs', { scope: undefined, ...attempt })

/** The positive control. */
export async function grantedToNhs(t: Trial, attempt: TokenAttempt = {}): Promise<Answer> {
  const answer = await askAsNhs(t, attempt)
  status(answer, 200, 'a good request')
  holds(textAt(answer.json, 'access_token') !== '', 'a good request', 'an access_token', answer.json)
  return answer
}

// What each behaviour does to the first attempts at something.

import type { Times } from './options.ts'
import { fhirReply, refused, type Turn } from './reply.ts'
import type { Behaviour } from './sentinels.ts'

/** undefined: nothing is the matter (any more), and the request is answered on its merits. */
export interface Disturbance {
  readonly turn: Turn
  /** What came is stored all the same. */
  readonly isStored?: true
  readonly endsToken?: true
}

export interface Attempt {
  /** How many came before it for the same thing. */
  readonly before: number
  readonly times: Times
  /** An address on the other host. */
  readonly elsewhere: string
}

const answer = (reply: ReturnType<typeof refused>): Disturbance => ({ turn: { kind: 'answer', reply } })

const busyTimes = 3

type Disturb = (attempt: Attempt) => Disturbance

const first: Readonly<Partial<Record<Behaviour, Disturb>>> = {
  throttled: ({ times }) =>
    answer(
      refused(429, 'throttled', 'REC_TOO_MANY_REQUESTS', 'wait as long as Retry-After says', {
        'retry-after': String(times.retryAfterSeconds),
      }),
    ),
  silent: () => ({ turn: { kind: 'hold' }, isStored: true }),
  lost: () => ({ turn: { kind: 'cut' }, isStored: true }),
  expired: () => ({
    ...answer(
      refused(401, 'login', 'REC_UNAUTHORIZED', 'the token has ended', {
        'www-authenticate': 'Bearer error="invalid_token", error_description="the token has ended"',
      }),
    ),
    endsToken: true,
  }),
}

/** Of messages and transactions. */
export function disturbedMessage(behaviour: Behaviour, attempt: Attempt): Disturbance | undefined {
  if (behaviour === 'duplicate') return answer(refused(409, 'duplicate', 'REC_CONFLICT', 'this was received before'))
  if (behaviour === 'unprocessable') return answer(unprocessable)
  if (behaviour === 'elsewhere' && attempt.before === 0)
    return answer(
      fhirReply(
        307,
        { resourceType: 'OperationOutcome', issue: [{ severity: 'information', code: 'informational' }] },
        { location: attempt.elsewhere },
      ),
    )
  return disturbed(behaviour, attempt)
}

/** Of reads and searches. */
export function disturbed(behaviour: Behaviour, attempt: Attempt): Disturbance | undefined {
  if (behaviour === 'busy' && attempt.before < busyTimes)
    return answer(refused(503, 'transient', 'REC_UNAVAILABLE', 'too busy just now'))
  return attempt.before === 0 ? first[behaviour]?.(attempt) : undefined
}

const unprocessable = {
  status: 422,
  headers: { 'content-type': 'application/fhir+json; charset=utf-8' },
  body: JSON.stringify({
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: 'error',
        code: 'required',
        details: { text: 'a referral says why it is made' },
        expression: ['ServiceRequest.reasonCode'],
      },
      { severity: 'error', code: 'value', details: { text: 'no such code' }, expression: ['ServiceRequest.code'] },
    ],
  }),
}

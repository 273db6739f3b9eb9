// Whether any of the configured systems is let in at all: a client that expired is no fault of the server under test.

import { textAt } from './json.ts'
import { randomFrom } from './random.ts'
import { roles, type Role } from './requirement.ts'
import { trialFor, type Run } from './trial.ts'

/** The words in which a token endpoint says that it does not know a client (any more): RFC 6749 §5.2. */
const unknownClient = ['invalid_client', 'unauthorized_client']

/**
 * Why no configured system is given a token, where the token endpoint says of each that it is no client; undefined where one is
 * let in, or where the endpoint says something else, which is for the tests to judge.
 */
export async function refusedAdmission(run: Run, signal: AbortSignal): Promise<string | undefined> {
  const configured = roles.filter((role) => run.config.systems[role])
  if (run.tokenUrl === '' || configured.length === 0) return undefined
  let words = ''
  for (const role of configured) {
    const refusal = await refusalOf(run, role, signal)
    if (refusal === undefined) return undefined
    words ||= refusal
  }
  const who = configured.length === 1 ? `the configured system (${configured[0]})` : `any of the ${configured.length} systems`
  return `no token for ${who}: ${run.tokenUrl} answers ${words}; are they registered there, not expired, with these keys, and do the clocks agree?`
}

async function refusalOf(run: Run, role: Role, signal: AbortSignal): Promise<string | undefined> {
  const person = () => {
    throw new Error('a token is about no person')
  }
  const trial = trialFor({ run, random: randomFrom('admission', role), person, signal })
  try {
    const { status, json } = await trial.token(role)
    const error = textAt(json, 'error')
    // The NHS says invalid_request of a client that it does not know too, with 401.
    const isUnknown = unknownClient.includes(error) || (status === 401 && error === 'invalid_request')
    if (!isUnknown) return undefined
    return `${status} (${[error, textAt(json, 'error_description')].filter(Boolean).join(': ').slice(0, 200)})`
  } catch {
    return undefined
  }
}

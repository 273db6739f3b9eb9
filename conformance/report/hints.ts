// What to look at first when a test did not pass: by how it ended, by the statuses, and by the area.

import type { SavedResult } from './saved.ts'

interface Hint {
  readonly fits: (seen: Seen) => boolean
  readonly hint: string
}

interface Seen {
  readonly result: SavedResult
  /** The statuses that were allowed, and the one that came; none where the test was about something else. */
  readonly allowed: readonly number[]
  readonly came: number
}

/** The first that fits; undefined for what passed. */
export function hintFor(result: SavedResult): string | undefined {
  const { outcome, expected = '', actual = '' } = result
  if (outcome === 'pass') return undefined
  const [, list = ''] = /^status ([\d ]+(?:or [\d ]+)*)/.exec(expected) ?? []
  const allowed = list.split('or').flatMap((one) => Number(one) || [])
  const came = Number(/^status (\d{3})/.exec(actual)?.[1] ?? 0)
  return hints.find(({ fits }) => fits({ result, allowed, came }))?.hint
}

const isGood = (status: number): boolean => status >= 200 && status < 300
const isRefusal = (status: number): boolean => status >= 400 && status < 500
const wantsGood = ({ allowed }: Seen): boolean => allowed.some(isGood)
const wantsRefusal = ({ allowed }: Seen): boolean => allowed.length > 0 && allowed.every(isRefusal)
const ended =
  (outcome: string, reason = /(?:)/) =>
  ({ result }: Seen): boolean =>
    result.outcome === outcome && reason.test(result.reason ?? '')
const about =
  (...areas: readonly string[]) =>
  ({ result }: Seen): boolean =>
    areas.includes(result.area)

const hints: readonly Hint[] = [
  {
    fits: ended('error', /this test is broken/),
    hint: 'This is a fault of the suite and says nothing of the target. Please report it with this page.',
  },
  {
    fits: ended('error', /no answer within/),
    hint: 'The target took longer than the time limit. Look for what it waited on; --timeout gives it longer, --parallel 1 leaves it alone meanwhile.',
  },
  {
    fits: ended('error'),
    hint: 'This says nothing of the target but that it could not be asked. See that it runs and can be reached from here, then run this test again with --only.',
  },
  {
    fits: ended('skip'),
    hint: 'Give the configuration what the reason names, and run again. A required test that is skipped leaves the verdict incomplete.',
  },
  {
    fits: ended('omit'),
    hint: 'The target does not claim to do this, so nothing is held against it. If it does it, declare it; then the test is run.',
  },
  {
    fits: (seen) => seen.came === 429,
    hint: 'The target limits how often it is asked. Run with a smaller --parallel, or allow this client more for the time of the run.',
  },
  {
    fits: (seen) => seen.came >= 500,
    hint: 'The target broke instead of answering. Its log at the time of the last exchange says why; whatever a client sends, the answer should say what is wrong with it.',
  },
  {
    fits: (seen) => wantsGood(seen) && seen.came === 401,
    hint: 'The target did not accept who was asking. See that the client is registered with this key, and that the token’s times, audience and signature are checked against the same clock and address.',
  },
  {
    fits: (seen) => wantsGood(seen) && seen.came === 403,
    hint: 'The target knows the client and does not let it do this. Compare the scopes of the token, decoded below, with what the request needs.',
  },
  {
    fits: (seen) => wantsGood(seen) && (seen.came === 404 || seen.came === 405),
    hint: 'The target has nothing at this address, or does not let this client see it. If it does not support the interaction, its CapabilityStatement should not declare it.',
  },
  {
    fits: (seen) => wantsGood(seen) && isRefusal(seen.came),
    hint: 'The target refused a request that is right. The OperationOutcome in the last answer says what it took offence at.',
  },
  {
    fits: (seen) => wantsGood(seen) && isGood(seen.came),
    hint: 'It was done, and answered with another status than the specification has for it; clients go by the status.',
  },
  {
    fits: (seen) => about('access', 'scopes')(seen) && wantsRefusal(seen) && isGood(seen.came),
    hint: 'Something was given to a system that has no right to it. The check belongs into the query of every read, search, include, history and page link, not behind it.',
  },
  {
    fits: (seen) => about('token', 'assertion', 'nhs')(seen) && wantsRefusal(seen) && isGood(seen.came),
    hint: 'A token was given for a request that must be refused. Every claim and header of the assertion, decoded below, has to be checked before a token is made.',
  },
  {
    fits: (seen) => wantsRefusal(seen) && isGood(seen.came),
    hint: 'The target accepted what it must refuse. Look for the check that the statement names, and see that it runs before anything is stored.',
  },
  {
    fits: (seen) => wantsRefusal(seen) && isRefusal(seen.came),
    hint: 'It was refused, but with another status than the specification has for it; clients decide by the status what to do next.',
  },
  {
    fits: ({ result }) => result.actual === 'no such header',
    hint: 'Send the header that is expected with this answer. If the target sets it, see whether a proxy in between takes it off.',
  },
  {
    fits: ({ result }) => result.expected === 'OperationOutcome',
    hint: 'Answer refusals with an OperationOutcome, also those of frameworks and proxies in front: whoever called needs the reason in FHIR’s words.',
  },
  {
    fits: about('discovery', 'metadata'),
    hint: 'Compare the document in the last answer with what the target really does: what it declares is what others build on.',
  },
  {
    fits: about('hl7v2', 'message', 'mapping'),
    hint: 'Compare the message that was sent with what was answered or stored: each field has to arrive, or be reported as not carried.',
  },
  {
    fits: about('search'),
    hint: 'Compare the query that was sent, the self link of the answer and its entries: what was applied, and what was left out.',
  },
  { fits: () => true, hint: 'Compare what was expected with the last answer below; the curl line sends the request again.' },
]

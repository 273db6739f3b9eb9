// What is required of a product that asks for tokens and uses them, whichever part it plays.

import { homeFirst, rfc, smart } from '../../sources.ts'
import type { AssertionFault } from '../assertion.ts'
import { scopeForm } from '../authority.ts'
import {
  fail,
  isLeftAlone,
  notSeen,
  part,
  pass,
  secondsOf,
  type ClientRequirement,
  type Finding,
  type Part,
  type WrittenClient,
  waiting,
} from '../requirement.ts'
import type { RequestSeen, Seen, TokenSeen, Watch } from '../seen.ts'
import { foreignRequests, isTriedAgain, requests, tokenRequests, tries } from './fhir-log.ts'

/** The same rules for each side, with ids of its own: `first` is the number of the first. */
export const authorityOf = (of: Omit<Part, 'area'>, prefix: string, first: number): readonly ClientRequirement[] =>
  part(
    { ...of, area: 'auth' },
    rules(of).map((rule, i) => ({ ...rule, id: `${prefix}-${String(first + i).padStart(3, '0')}` })),
  )

type Rule = Omit<WrittenClient, 'id'>

const asymmetric = (quote: string) => smart('client-confidential-asymmetric', quote)

/** A new one goes to the end: an id is never given to another rule. */
const rules = (side: Omit<Part, 'area'>): readonly Rule[] => [
  isAsserted(side, ['alg', 'signature', 'malformed'], 'RS384 or ES384 (RS512 for the NHS’s form), and a signature of that key', {
    title: 'signs its assertions with RS384 or ES384, by a key that it registered',
    statement: asymmetric('signed with the client’s private key (which SHOULD be an RS384 or ES384 signature)'),
    kills: ['token-alg', 'token-signature'],
  }),
  isAsserted(side, ['kid'], 'the kid of a key of the set that the simulator was given', {
    title: 'names its key by kid',
    statement: asymmetric('kid … required … the identifier of the key-pair used to sign this JWT'),
    kills: ['token-kid'],
  }),
  isAsserted(side, ['typ'], 'typ JWT', {
    title: 'types its assertions as JWT',
    statement: asymmetric('typ … Fixed value: JWT'),
    kills: ['token-typ'],
  }),
  isAsserted(side, ['client'], 'iss and sub the same client id', {
    title: 'names itself as iss and as sub',
    statement: asymmetric('sub … the client’s client_id … this is the same as the value for the iss claim'),
    kills: ['token-sub'],
  }),
  isAsserted(side, ['aud'], 'the token URL, exactly', {
    title: 'addresses its assertions to the token URL, exactly',
    statement: asymmetric('the same URL to which this authentication JWT will be posted'),
    kills: ['token-aud'],
  }),
  isAsserted(side, ['exp'], 'whole seconds, at most 300 from now', {
    title: 'lets its assertions live for five minutes at most',
    statement: asymmetric('This time SHALL be no more than five minutes in the future.'),
    kills: ['token-exp'],
  }),
  isAsserted(side, ['jti'], 'a jti that never came before', {
    title: 'gives each assertion a jti of its own',
    statement: asymmetric('a nonce string value that uniquely identifies this authentication JWT'),
    toSee: 'ask for a token twice (the person `expired` brings it about)',
    least: 2,
    kills: ['token-jti'],
  }),
  isAsserted(side, ['form'], 'POST application/x-www-form-urlencoded with the fixed values', {
    title: 'asks for tokens by a form with grant_type and client_assertion_type',
    statement: smart('backend-services', 'via HTTP POST … using content-type application/x-www-form-urlencoded'),
    kills: ['token-json'],
  }),
  {
    level: 'MUST',
    title: 'asks for system scopes as SMART writes them',
    statement: smart('backend-services', 'The scope of access requested … following the SMART Scopes syntax'),
    toSee: 'ask for a token with scopes (the NHS’s form has none)',
    kills: ['token-scope-form'],
    judge: (watch) => ofScopes(watch, side, (scope) => scopeForm.test(scope), 'system/Type.cruds, separated by spaces'),
  },
  {
    level: 'SHOULD',
    title: 'asks for the scopes that it needs, and for no wildcard',
    statement: smart(
      'scopes-and-launch-context',
      'clients are encouraged to request only the scopes … they need … and avoid the use of wildcard scopes',
    ),
    toSee: 'ask for a token with scopes (the NHS’s form has none)',
    kills: ['token-wildcard'],
    judge: (watch) => ofScopes(watch, side, (scope) => !/^system\/\*|\.\*/.test(scope), 'resource types by name'),
  },
  {
    level: 'SHOULD',
    title: 'uses a token until it ends, and asks for no new one at each request',
    statement: homeFirst('simulate', 'A token is used until it ends; a token for each request is a waste on both sides.'),
    toSee: 'make three requests or more',
    kills: ['token-each'],
    judge: (watch) => isReused(watch, side),
  },
  {
    level: 'MUST',
    title: 'presents its token in the Authorization header, never in an address',
    statement: rfc('6750 5.3', 'Bearer tokens SHOULD NOT be passed in page URLs'),
    toSee: 'make a request with a token',
    kills: ['token-in-url'],
    judge(watch) {
      const made = requests(watch, side)
      const bad = made.find(({ leaks }) => leaks.includes('token in URL'))
      if (bad) return fail('a token stands in an address', 'an Authorization header', 'a parameter of the address', bad)
      const good = made.find(({ client }) => client !== undefined)
      return good ? pass('in the Authorization header', good) : notSeen()
    },
  },
  {
    level: 'MUST',
    title: 'sends no token and no assertion to another host',
    statement: rfc('6750 5.3', 'Client implementations MUST ensure that bearer tokens are not leaked to unintended parties'),
    toSee: 'come to the person `elsewhere`, and wait',
    kills: ['token-elsewhere'],
    judge(watch) {
      const isTempted = (one: RequestSeen) =>
        one.behaviour === 'elsewhere' && (one.status === 307 || isForeign(one.told?.next, watch))
      // By its method it is told whose a leak is, but only where both sides were led there.
      const isOther = (one: Seen) => one.kind === 'request' && !side.packs.some((pack) => pack === one.pack) && isTempted(one)
      const areBoth = watch.seen.some(isOther)
      const leak = foreignRequests(watch).find(
        ({ hasSecret, method }) => hasSecret && (!areBoth || (method === 'POST') === side.packs.includes('message')),
      )
      if (leak)
        return fail(
          'a token came to another host',
          'nothing, or a request without a token',
          'a request with a token or an assertion',
          leak,
        )
      const tempted = requests(watch, side).find(isTempted)
      if (!tempted) return notSeen()
      return isLeftAlone(watch, tempted.doneMs ?? tempted.atMs)
        ? pass('no token came to the other host', tempted)
        : waiting('whether a token comes to the other host')
    },
  },
  {
    level: 'MUST',
    title: 'asks for a new token when one has ended, and goes on with it',
    statement: rfc('6750 3.1', 'The client MAY request a new access token and retry the protected resource request.'),
    toSee: 'come to the person `expired`',
    kills: ['token-stays-expired', 'token-old-again'],
    judge: (watch) =>
      isTriedAgain(
        watch,
        tries(watch, side, 'expired'),
        ({ status, client }) => status === 401 && client !== undefined,
        (one, next) =>
          next.token === one.token
            ? fail('it came again with the token that had ended', 'a new token', 'the old one', one, next)
            : pass(`it came again with a new token ${secondsOf(next.atMs - one.atMs)} later`, one, next),
      ),
  },
]

export const isForeign = (url: string | undefined, { base }: Watch): boolean => url !== undefined && !url.startsWith(base)

interface Asserted extends Pick<Rule, 'title' | 'statement' | 'kills'> {
  readonly toSee?: string
  readonly least?: number
}

function isAsserted(
  side: Pick<Part, 'packs'>,
  faults: readonly AssertionFault[],
  expected: string,
  { toSee = 'ask for a token', least = 1, ...rest }: Asserted,
): Rule {
  return {
    ...rest,
    level: 'MUST',
    toSee,
    judge(watch) {
      const asked = tokenRequests(watch, side)
      const bad = asked.find((one) => one.faults.some((fault) => faults.includes(fault)))
      if (bad) return fail('an assertion breaks this rule', expected, 'another (the exchange shows its claims)', bad)
      const good = asked.filter(({ token }) => token !== undefined)
      return good.length >= least ? pass(`${asked.length} asked for, all right in this`, ...good.slice(0, least)) : notSeen()
    },
  }
}

function ofScopes(watch: Watch, side: Pick<Part, 'packs'>, is: (scope: string) => boolean, expected: string): Finding {
  const asked = tokenRequests(watch, side).filter(
    ({ personality, faults }) => personality === 'smart' && !faults.includes('form'),
  )
  const scopesOf = ({ parameters }: TokenSeen) => (parameters['scope'] ?? '').split(' ')
  const bad = asked.find((one) => !scopesOf(one).every(is))
  if (bad) return fail('a scope is not so', expected, scopesOf(bad).find((scope) => !is(scope)) || 'no scope', bad)
  return asked[0] ? pass(`${scopesOf(asked[0]).join(' ')}`, asked[0]) : notSeen()
}

/** Two at once may be two processes; more than that, while one is alive and was not refused, is one for each request. */
function isReused(watch: Watch, side: Pick<Part, 'packs'>): Finding {
  const made = requests(watch, side)
  const got = tokenRequests(watch, side).filter(({ token }) => token !== undefined)
  const refused = new Set(made.filter(({ status }) => status === 401).map(({ token }) => token))
  const needless = got.filter((one, i) =>
    got
      .slice(0, i)
      .some(
        (other) =>
          other.client === one.client &&
          other.parameters['scope'] === one.parameters['scope'] &&
          !refused.has(other.token) &&
          (other.endsMs ?? 0) - one.atMs > 60_000,
      ),
  )
  const [first] = got
  if (needless.length > 1)
    return fail(
      'new tokens were asked for while one was alive',
      'one token until it ends',
      `${needless.length + 1} tokens for ${made.length} requests`,
      ...needless.slice(0, 2),
    )
  return made.length >= 3 && first ? pass(`${got.length} for ${made.length} requests`, first) : notSeen()
}

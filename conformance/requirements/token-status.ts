// What becomes of a token after it was given: it is looked into, and ended.

import { header, holds, oauthError, refusal, same, status } from '../expect.ts'
import { isRecord, textAt } from '../json.ts'
import { area, type Role } from '../requirement.ts'
import { granted } from '../scenes/tokens.ts'
import { rfc } from '../sources.ts'
import { assertionType, goodAssertion } from '../token.ts'
import type { Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'

const introspection = { systems: ['acute'], discovery: ['introspection_endpoint'] } as const
const revocation = { systems: ['acute'], discovery: ['revocation_endpoint'], capability: ['Patient.search-type'] } as const
const scope = 'system/Patient.rs'

async function tokenOf(t: Trial, role: Role = 'acute'): Promise<string> {
  return textAt((await granted(t, role, { scope })).json, 'access_token')
}

/** As a client, by an assertion of its own; as nobody without a role. */
function ask(
  t: Trial,
  endpoint: 'introspection' | 'revocation',
  form: Readonly<Record<string, string>>,
  role?: Role,
): Promise<Answer> {
  const proof = role && { client_assertion_type: assertionType, client_assertion: goodAssertion(t, role) }
  const address = textAt(t.run.discovery, `${endpoint}_endpoint`)
  return t.anyone.ask('POST', address, new URLSearchParams({ ...form, ...proof }).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
  })
}

const search = (t: Trial, token: string) => t.anyone.get(`Patient?identifier=${t.id()}`, { authorization: `Bearer ${token}` })

export const tokenStatus = area('token', [
  {
    id: 'HF-TOK-015',
    level: 'MUST',
    title: 'tells the client of a living token what it is for, whose it is and how long it lives',
    statement: rfc('7662 2.2', 'active: REQUIRED · scope · client_id · exp'),
    assertions: ['SCP-19'],
    needs: introspection,
    kills: ['introspect-no-scope', 'introspect-no-exp'],
    async run(t) {
      const answer = await ask(t, 'introspection', { token: await tokenOf(t) }, 'acute')
      status(answer, 200, 'introspection')
      const told = isRecord(answer.json) ? answer.json : {}
      same(told['active'], true, 'active')
      same([told['scope'], told['client_id']], [scope, t.system('acute').clientId], 'scope and client_id')
      const left = Number(told['exp']) - t.now()
      holds(left > 0 && left <= 3600, 'exp', 'a time not long from now', told['exp'])
    },
  },
  {
    id: 'HF-TOK-016',
    level: 'MUST',
    title: 'tells of what is no living token that it is not active, and nothing else',
    statement: rfc(
      '7662 2.2',
      'If the token is … not active … {"active": false} … SHOULD NOT include any additional information',
    ),
    assertions: ['SCP-19'],
    needs: introspection,
    kills: ['introspect-garbage'],
    async run(t) {
      const token = await tokenOf(t)
      const living = await ask(t, 'introspection', { token }, 'acute')
      same([living.status, isRecord(living.json) && living.json['active']], [200, true], 'a living token')
      for (const bad of ['garbage', `${token}x`, goodAssertion(t, 'acute')]) {
        const answer = await ask(t, 'introspection', { token: bad }, 'acute')
        status(answer, 200, 'a token that is none')
        same(answer.json, { active: false }, 'what is told of it')
      }
    },
  },
  {
    id: 'HF-TOK-017',
    level: 'MUST',
    title: 'looks into a token for nobody, and into none where none is sent',
    statement: rfc('7662 2.1', 'the endpoint MUST also require some form of authorization to access this endpoint'),
    assertions: ['SCP-19'],
    needs: introspection,
    kills: ['introspect-anybody', 'introspect-no-token'],
    async run(t) {
      const token = await tokenOf(t)
      status(await ask(t, 'introspection', { token }, 'acute'), 200, 'a client, a token')
      status(await ask(t, 'introspection', { token }), 401, 'nobody')
      const missing = await ask(t, 'introspection', {}, 'acute')
      status(missing, 400, 'no token')
      oauthError(missing, ['invalid_request'], 'no token')
    },
  },
  {
    id: 'HF-TOK-018',
    level: 'GATE',
    title: 'tells a client of another organisation nothing of a token',
    statement: rfc('7662 4', 'the authorization server MUST … prevent … token scanning attacks'),
    assertions: ['SCP-19'],
    needs: { ...introspection, systems: ['acute', 'council'] },
    kills: ['introspect-others'],
    async run(t) {
      const token = await tokenOf(t)
      const own = await ask(t, 'introspection', { token }, 'acute')
      same([own.status, isRecord(own.json) && own.json['active']], [200, true], 'for its own client')
      const other = await ask(t, 'introspection', { token }, 'council')
      status(other, 200, 'for another organisation')
      same(other.json, { active: false }, 'for another organisation')
    },
  },
  {
    id: 'HF-TOK-019',
    level: 'MUST',
    title: 'lets a token open nothing once its client has ended it',
    statement: rfc('7009 2', 'the authorization server … invalidates the token … immediate'),
    assertions: ['SCP-13', 'SCP-20'],
    needs: revocation,
    kills: ['revoke-nothing'],
    async run(t) {
      const [token, other] = [await tokenOf(t), await tokenOf(t)]
      status(await search(t, token), 200, 'before')
      status(await ask(t, 'revocation', { token }, 'acute'), 200, 'revocation')
      const answer = await search(t, token)
      refusal(answer, 401, 'afterwards')
      header(answer, 'www-authenticate', /^Bearer\b.*error="invalid_token"/i, 'afterwards')
      status(await search(t, other), 200, 'the client’s other token')
    },
  },
  {
    id: 'HF-TOK-020',
    level: 'SHOULD',
    title: 'answers 200 whatever is to be ended, and ends no token of another client',
    statement: rfc('7009 2.2', 'Note: invalid tokens do not cause an error response'),
    assertions: ['SCP-20'],
    needs: { ...revocation, systems: ['acute', 'council'] },
    kills: ['revoke-others'],
    async run(t) {
      const token = await tokenOf(t)
      status(await ask(t, 'revocation', { token: 'garbage' }, 'acute'), 200, 'what is no token')
      status(await ask(t, 'revocation', { token }, 'council'), [200, 400], 'another client’s token')
      status(await search(t, token), 200, 'a token that another client wished to end')
      status(await ask(t, 'revocation', { token }), 401, 'nobody')
    },
  },
])

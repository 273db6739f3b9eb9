// The claims of a client assertion: every rule that they keep, and what becomes of one that breaks it.

import { randomUUID } from 'node:crypto'
import { same } from '../expect.ts'
import { area } from '../requirement.ts'
import { denied, granted, onlyGoodIsGranted, strangersKey } from '../scenes/tokens.ts'
import { rfc, smart } from '../sources.ts'
import { goodAssertion } from '../token.ts'

const needs = { systems: ['acute'] } as const
const page = 'client-confidential-asymmetric'

export const assertion = area('assertion', [
  {
    id: 'HF-AST-003',
    level: 'MUST',
    title: 'refuses an assertion that has expired or says no time',
    statement: rfc(
      '7523 3',
      'The JWT MUST contain an "exp" (expiration time) claim … The authorization server MUST reject any JWT with an expiration time that has passed',
    ),
    assertions: ['AST-05'],
    needs,
    kills: ['token-no-exp'],
    async run(t) {
      const now = t.now()
      await onlyGoodIsGranted(t, {
        'expired a minute ago': { claims: { exp: now - 60 } },
        'expired a year ago': { claims: { exp: now - 31_536_000 } },
        'no exp': { claims: { exp: undefined } },
        'exp as text': { claims: { exp: String(now + 240) } },
      })
    },
  },
  {
    id: 'HF-AST-004',
    level: 'MUST',
    title: 'takes an assertion of five minutes and none of a longer life',
    statement: smart(page, 'exp … SHALL be no more than five minutes in the future'),
    assertions: ['AST-06'],
    needs,
    kills: ['token-exp-unbounded', 'token-exp-too-strict'],
    async run(t) {
      const now = t.now()
      await granted(t, 'acute', { claims: { exp: now + 300 } }, 'exp in exactly 300 s')
      await denied(t, { claims: { exp: now + 360 } }, 'exp in six minutes')
      await denied(t, { claims: { exp: now + 86_400 } }, 'exp tomorrow')
    },
  },
  {
    id: 'HF-AST-005',
    level: 'MUST',
    title: 'refuses an assertion that is for another server, however alike the addresses are',
    statement: rfc(
      '7523 3',
      'The authorization server MUST reject any JWT that does not contain its own identity as the intended audience',
    ),
    assertions: ['AST-03', 'AST-04'],
    needs,
    kills: ['token-no-aud', 'token-aud-prefix'],
    async run(t) {
      const { tokenUrl } = t.run
      await onlyGoodIsGranted(t, {
        'another host': { claims: { aud: 'https://evil.example/token' } },
        'a slash behind it': { claims: { aud: `${tokenUrl}/` } },
        'a query behind it': { claims: { aud: `${tokenUrl}?x=1` } },
        'a longer path': { claims: { aud: `${tokenUrl}.evil.example` } },
        'a part of it': { claims: { aud: tokenUrl.slice(0, -3) } },
        'no aud': { claims: { aud: undefined } },
        'an empty list': { claims: { aud: [] } },
        'ours among others': { claims: { aud: [tokenUrl, 'https://evil.example/token'] } },
      })
    },
  },
  {
    id: 'HF-AST-006',
    level: 'MUST',
    title: 'takes an assertion once',
    statement: smart(page, 'check that the jti value has not been previously encountered for the given iss'),
    assertions: ['AST-09'],
    needs,
    kills: ['token-jti-ignored'],
    async run(t) {
      const once = { claims: { jti: randomUUID() } }
      await granted(t, 'acute', once)
      await denied(t, once, 'the same jti again, in a new assertion')
      const assertion = goodAssertion(t, 'acute')
      await granted(t, 'acute', { assertion: () => assertion })
      await denied(t, { assertion: () => assertion }, 'the same assertion again')
    },
  },
  {
    id: 'HF-AST-007',
    level: 'GATE',
    title: 'takes an assertion once, also when many come at the same time',
    statement: smart(page, 'This check prevents replay attacks'),
    assertions: ['AST-12'],
    needs,
    tags: ['concurrency'],
    kills: ['token-jti-ignored', 'token-jti-not-claimed'],
    async run(t) {
      // A server that looks first and writes afterwards wins the race now and then: it is run more than once.
      for (let round = 1; round <= 6; round += 1) {
        const assertion = goodAssertion(t, 'acute')
        const answers = await Promise.all(Array.from({ length: 16 }, () => t.token('acute', { assertion: () => assertion })))
        const granted = answers.filter((answer) => answer.status === 200).length
        same(granted, 1, `tokens for one assertion, posted sixteen times at once (round ${round})`)
      }
    },
  },
  {
    id: 'HF-AST-008',
    level: 'MUST',
    title: 'wants an id in every assertion',
    statement: smart(page, 'jti … SHALL [contain a] nonce string value that uniquely identifies this authentication JWT'),
    assertions: ['AST-08'],
    needs,
    kills: ['token-jti-optional'],
    async run(t) {
      await onlyGoodIsGranted(t, {
        'no jti': { claims: { jti: undefined } },
        'an empty jti': { claims: { jti: '' } },
        'a number': { claims: { jti: 12_345 } },
        'an object': { claims: { jti: { a: 1 } } },
      })
    },
  },
  {
    id: 'HF-AST-009',
    level: 'GATE',
    title: 'does not let a stranger use up an id',
    statement: smart(page, 'verify the signature … [then] check that the jti value has not been previously encountered'),
    assertions: ['AST-13'],
    needs,
    kills: ['token-jti-burned'],
    async run(t) {
      const jti = randomUUID()
      await denied(t, { claims: { jti }, key: strangersKey() }, 'a stranger’s attempt')
      await granted(t, 'acute', { claims: { jti } }, 'the client’s own with the same jti')
    },
  },
  {
    id: 'HF-AST-010',
    level: 'MUST',
    title: 'tells the ids of two clients apart',
    statement: smart(page, 'the jti value has not been previously encountered for the given iss'),
    assertions: ['AST-10'],
    needs: { systems: ['acute', 'hub'] },
    kills: ['token-jti-shared'],
    async run(t) {
      const jti = randomUUID()
      await granted(t, 'acute', { claims: { jti } })
      await granted(t, 'hub', { claims: { jti } }, 'another client’s assertion with the same jti')
      await denied(t, { claims: { jti } }, 'the first client’s again')
    },
  },
  {
    id: 'HF-AST-015',
    level: 'MUST',
    title: 'refuses an assertion whose iss and sub are not both the client',
    statement: rfc('7523 3', 'For client authentication, the subject MUST be the "client_id" of the OAuth client'),
    assertions: ['AST-01', 'AST-02'],
    needs: { systems: ['acute', 'hub'] },
    kills: ['token-sub-ignored'],
    async run(t) {
      const { clientId } = t.system('hub')
      await onlyGoodIsGranted(t, {
        'another client as sub': { claims: { sub: clientId } },
        'no sub': { claims: { sub: undefined } },
        'another client as iss': { claims: { iss: clientId } },
        'another client as both': { claims: { iss: clientId, sub: clientId } },
        'an unknown client': { claims: { iss: 'nobody', sub: 'nobody' } },
        'no iss': { claims: { iss: undefined } },
      })
    },
  },
  {
    id: 'HF-AST-016',
    level: 'MUST',
    title: 'refuses a client_id parameter that names somebody else',
    statement: rfc('7521 4.2', 'The "client_id" … MUST identify the same client as is identified by the client assertion'),
    assertions: ['TOK-19'],
    needs: { systems: ['acute', 'hub'] },
    kills: ['token-client-id'],
    async run(t) {
      await granted(t, 'acute', { form: { client_id: t.system('acute').clientId } }, 'its own client_id')
      await denied(t, { form: { client_id: t.system('hub').clientId } }, 'another’s client_id')
    },
  },
  {
    id: 'HF-AST-017',
    level: 'MUST',
    title: 'refuses an assertion that is not valid yet',
    statement: rfc(
      '7523 3',
      'The JWT MAY contain an "nbf" (not before) claim that identifies the time before which the token MUST NOT be accepted',
    ),
    assertions: ['AST-07'],
    needs,
    kills: ['token-nbf-ignored'],
    async run(t) {
      await granted(t, 'acute', { claims: { nbf: t.now() - 5, iat: t.now() - 5 } }, 'nbf and iat just past')
      await denied(t, { claims: { nbf: t.now() + 120 } }, 'nbf in two minutes')
    },
  },
])

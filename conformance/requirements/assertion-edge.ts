// Client assertions at their edges: replays late in their life, times to come, other forms of a JWS, and keys fetched for strangers.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import { createPublicKey } from 'node:crypto'
import { same } from '../expect.ts'
import { area } from '../requirement.ts'
import { denied, granted, onlyGoodIsGranted, strangersKey } from '../scenes/tokens.ts'
import { rfc, smart } from '../sources.ts'
import { goodAssertion } from '../token.ts'

const needs = { systems: ['acute'] } as const
const page = 'client-confidential-asymmetric'

export const assertionEdge = area('assertion', [
  {
    id: 'HF-AST-023',
    level: 'MUST',
    title: 'refuses an assertion that says it is from the future',
    statement: rfc('7523 3', 'The JWT MAY contain an "iat" claim … reject JWTs with an "iat" … unreasonably far'),
    assertions: ['AST-07'],
    needs,
    kills: ['token-iat-ignored', 'token-nbf-ignored'],
    async run(t) {
      await onlyGoodIsGranted(t, {
        'iat in two minutes': { claims: { iat: t.now() + 120 } },
        'nbf in two minutes': { claims: { nbf: t.now() + 120 } },
      })
    },
  },
  {
    id: 'HF-AST-024',
    level: 'MUST',
    title: 'asks nobody for keys at an address that only the assertion names',
    statement: smart(page, 'jku … SHALL … compare … supplied at registration'),
    assertions: ['AST-21', 'AST-22'],
    needs,
    kills: ['token-jku-fetched'],
    async run(t) {
      const key = strangersKey()
      const keys = [{ ...createPublicKey(key).export({ format: 'jwk' }), kid: t.system('acute').kid, use: 'sig' }]
      let asked = 0
      const server = createServer((_, response) => {
        asked += 1
        response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }))
      })
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
      try {
        const jku = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`
        await onlyGoodIsGranted(t, {
          'a stranger’s key at jku': { key, header: { jku } },
          'a stranger’s key at x5u': { key, header: { x5u: jku } },
          'the client’s own key, and a jku that is not registered': { header: { jku } },
        })
        same(asked, 0, 'requests for the keys at jku')
      } finally {
        server.close()
      }
    },
  },
  {
    id: 'HF-AST-025',
    level: 'GATE',
    title: 'remembers an assertion for as long as it takes it',
    statement: smart(
      page,
      'the jti value has not been previously encountered … within the maximum allowed authentication JWT lifetime',
    ),
    assertions: ['AST-11'],
    needs,
    kills: ['token-jti-ignored'],
    async run(t) {
      const assertion = goodAssertion(t, 'acute', { claims: { exp: t.now() + 1 } })
      await granted(t, 'acute', { assertion: () => assertion })
      await after(2_200)
      await denied(t, { assertion: () => assertion }, 'the same assertion, a second after it expired')
    },
  },
  {
    id: 'HF-AST-026',
    level: 'MUST',
    title: 'takes the compact form of a signed JWT, whole, and no other',
    statement: rfc('7519 3', 'JWTs are always represented using the JWS Compact Serialization'),
    assertions: ['AST-30', 'TOK-10'],
    needs,
    kills: ['token-json-form'],
    async run(t) {
      const parts = (good: string): readonly string[] => good.split('.')
      await onlyGoodIsGranted(t, {
        'the JSON form': {
          assertion: (good) => {
            const [header, payload, signature] = parts(good)
            return JSON.stringify({ protected: header, payload, signature })
          },
        },
        'cut short': { assertion: (good) => good.slice(0, -10) },
        'two parts': { assertion: (good) => parts(good).slice(0, 2).join('.') },
        'four parts': { assertion: (good) => `${good}.${parts(good)[2]}` },
        'with white space': { assertion: (good) => good.replace('.', '. ') },
      })
    },
  },
])

// Keys that are fetched from where their owner keeps them: when they are, how long they are good, and how they are exchanged.

import type { KeyObject } from 'node:crypto'
import { holds, same, status } from '../expect.ts'
import { area } from '../requirement.ts'
import { ecKey, keysServed, publicOf, registeredAt, tokenFor, tokenSoon, type Shop } from '../scenes/keys.ts'
import { smart } from '../sources.ts'
import type { Trial } from '../trial.ts'

const needs = { systems: ['acute'], discovery: ['registration_endpoint'] } as const
const page = 'client-confidential-asymmetric'

export const remoteKeys = area('assertion', [
  {
    id: 'HF-AST-031',
    level: 'MUST',
    title: 'looks once for a key that it does not know, and then refuses it, however often it is asked',
    statement: smart(page, 'If … [kid] not found … SHALL … retrieve … jwks_uri'),
    assertions: ['AST-18'],
    needs,
    kills: ['jwks-refetched-always'],
    async run(t) {
      await withKnownKey(t, async ({ shop, client, key }) => {
        const before = shop.asked()
        for (let i = 0; i < 4; i++) status(await tokenFor(t, client, { kid: `unknown-${i}`, key }), [400, 401], 'an unknown kid')
        holds(shop.asked() - before <= 1, 'requests for the keys', 'one at most', shop.asked() - before)
        status(await tokenFor(t, client, { kid: 'known', key }), 200, 'the known kid')
      })
    },
  },
  {
    id: 'HF-AST-032',
    level: 'SHOULD',
    title: 'keeps keys for as long as their owner lets it',
    statement: smart(page, 'SHOULD cache the client’s JWK Set according to the cache control headers'),
    assertions: ['AST-25'],
    needs,
    kills: ['jwks-never-kept'],
    async run(t) {
      await withKnownKey(t, async ({ shop, client, key }) => {
        for (let i = 0; i < 3; i++) status(await tokenFor(t, client, { kid: 'known', key }), 200, 'a token')
        same(shop.asked(), 1, 'requests for the keys')
      })
    },
  },
  {
    id: 'HF-AST-033',
    level: 'MUST',
    title: 'takes a new key as soon as it is there, and the old one no longer than its owner lets it',
    statement: smart(page, 'SHALL NOT cache … longer than the … Cache-Control header'),
    assertions: ['AST-24', 'AST-26'],
    needs,
    kills: ['jwks-kept-too-long'],
    async run(t) {
      const [old, fresh] = [ecKey(), ecKey()]
      await keysServed(t, 'no-store', async (shop) => {
        shop.sell(publicOf(old, 'old'))
        const client = await registeredAt(t, shop.url)
        await tokenSoon(t, client, { kid: 'old', key: old })
        shop.sell(publicOf(fresh, 'fresh'))
        status(await tokenFor(t, client, { kid: 'fresh', key: fresh }), 200, 'the new key')
        status(await tokenFor(t, client, { kid: 'old', key: old }), [400, 401], 'the key that is gone')
      })
    },
  },
  {
    id: 'HF-AST-034',
    level: 'MUST',
    title: 'takes an assertion that says where its keys are, if they are there where they were registered to be',
    statement: smart(page, 'jku: When present, this SHOULD match the JWKS URL value that the client supplied at registration'),
    assertions: ['AST-21'],
    needs,
    kills: ['token-jku-never'],
    async run(t) {
      const key = ecKey()
      await keysServed(t, 'max-age=300', async (shop) => {
        shop.sell(publicOf(key, 'known'))
        const client = await registeredAt(t, shop.url)
        await tokenSoon(t, client, { kid: 'known', key })
        const there = await tokenFor(t, client, { kid: 'known', key, header: { jku: shop.url } })
        status(there, 200, 'the registered address as jku')
        const elsewhere = await tokenFor(t, client, { kid: 'known', key, header: { jku: `${shop.url}?x=1` } })
        status(elsewhere, [400, 401], 'another address as jku')
      })
    },
  },
])

interface Known {
  readonly shop: Shop
  readonly client: Awaited<ReturnType<typeof registeredAt>>
  readonly key: KeyObject
}

/** A client whose key `known` the target has fetched, and may keep for five minutes. */
async function withKnownKey(t: Trial, work: (known: Known) => Promise<void>): Promise<void> {
  const key = ecKey()
  await keysServed(t, 'max-age=300', async (shop) => {
    shop.sell(publicOf(key, 'known'))
    const client = await registeredAt(t, shop.url)
    await tokenSoon(t, client, { kid: 'known', key })
    await work({ shop, client, key })
  })
}

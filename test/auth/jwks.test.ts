// A client's keys behind its jwks_uri: when they are fetched, how long they are used, what is never fetched.

import { describe, expect, it } from 'vitest'
import type { FetchedJwks } from '../../gateway/auth/jwks.ts'
import { makeClient } from './client.ts'
import { entryOf, openWorld, type World } from './world.ts'

const url = 'https://vendor.example/jwks'
const client = makeClient({ clientId: 'vendor', alg: 'ES384', kid: 'first' })
const next = makeClient({ clientId: 'vendor', alg: 'ES384', kid: 'second' })
const { jwks: _, ...entry } = entryOf(client, 'trust1', { jwks_uri: url })

/** A vendor whose key set can be changed, and who counts. */
async function vendor(answer: FetchedJwks | Error = { json: client.jwks, maxAgeSeconds: 120 }) {
  const served = { answer, urls: [] as string[] }
  const world = await openWorld([entry], async (asked) => {
    served.urls.push(asked)
    await new Promise((resolve) => setImmediate(resolve))
    if (served.answer instanceof Error) throw served.answer
    return served.answer
  })
  return { world, served }
}

const statusOf = async (world: World, signer = client, header = {}) =>
  (await world.ask(world.assertion(signer, { header }))).status

it('is fetched once and used while it is fresh', async () => {
  const { world, served } = await vendor()
  expect(await Promise.all([statusOf(world), statusOf(world), statusOf(world)])).toEqual([200, 200, 200])
  expect(await statusOf(world)).toBe(200)
  expect(served.urls).toEqual([url])
  world.clock.forward(120)
  expect(await statusOf(world)).toBe(200)
  expect(served.urls).toEqual([url, url])
})

it('is fetched each time when its owner says no-store', async () => {
  const { world, served } = await vendor({ json: client.jwks, maxAgeSeconds: 0 })
  expect([await statusOf(world), await statusOf(world)]).toEqual([200, 200])
  expect(served.urls).toHaveLength(2)
})

it('may be named by jku, and by nothing but its own address', async () => {
  const { world, served } = await vendor()
  expect(await statusOf(world, client, { jku: url })).toBe(200)
  for (const jku of ['https://evil.example/jwks', `${url}?a`, 'http://vendor.example/jwks', 'https://VENDOR.example/jwks']) {
    expect([jku, await statusOf(world, client, { jku })]).toEqual([jku, 401])
  }
  expect(served.urls).toEqual([url])
})

describe('rollover', () => {
  it('finds a new key without waiting for the old set to age, at most once a minute', async () => {
    const { world, served } = await vendor({ json: client.jwks, maxAgeSeconds: 3600 })
    expect(await statusOf(world)).toBe(200)
    served.answer = { json: { keys: [...client.jwks.keys, ...next.jwks.keys] }, maxAgeSeconds: 3600 }
    expect(await statusOf(world, next)).toBe(401)
    expect(served.urls).toHaveLength(1)
    world.clock.forward(60)
    expect(await statusOf(world, next)).toBe(200)
    expect(served.urls).toHaveLength(2)
    for (let n = 0; n < 5; n += 1) expect(await statusOf(world, next, { kid: `unknown-${n}` })).toBe(401)
    expect(served.urls).toHaveLength(2)
  })

  it('lets a removed key die with the set it was in', async () => {
    const { world, served } = await vendor()
    expect(await statusOf(world)).toBe(200)
    served.answer = { json: next.jwks }
    world.clock.forward(119)
    expect(await statusOf(world)).toBe(200)
    world.clock.forward(1)
    expect(await statusOf(world)).toBe(401)
  })

  it('X24 uses what is fresh while the owner is out of order, and nothing afterwards', async () => {
    const { world, served } = await vendor()
    expect(await statusOf(world)).toBe(200)
    served.answer = new Error('500')
    world.clock.forward(90)
    expect(await statusOf(world, next)).toBe(401)
    expect(await statusOf(world)).toBe(200)
    world.clock.forward(30)
    expect(await statusOf(world)).toBe(401)
    served.answer = { json: client.jwks }
    world.clock.forward(5)
    expect(await statusOf(world)).toBe(200)
  })

  it('does not ask an owner that is out of order at each token request: anybody can make it ask', async () => {
    const { world, served } = await vendor()
    served.answer = new Error('500')
    for (let n = 0; n < 5; n += 1) expect(await statusOf(world)).toBe(401)
    expect(served.urls).toHaveLength(1)
    world.clock.forward(5)
    expect(await statusOf(world)).toBe(401)
    expect(served.urls).toHaveLength(2)
  })

  it('does not believe that a set stays good for a year', async () => {
    const { world, served } = await vendor({ json: client.jwks, maxAgeSeconds: 31_536_000 })
    await statusOf(world)
    served.answer = { json: next.jwks }
    world.clock.forward(3600)
    expect(await statusOf(world)).toBe(401)
  })
})

it.each<[string, unknown]>([
  ['nothing', undefined],
  ['no object', 'text'],
  ['keys that are no array', { keys: {} }],
  [
    '10,000 keys',
    { keys: Array.from({ length: 10_000 }, (__, n) => ({ ...client.jwks.keys[0], kid: n === 0 ? 'first' : `${n}` })) },
  ],
  ['the key twice (X06)', { keys: [...client.jwks.keys, ...client.jwks.keys] }],
  ['the private key', { keys: [{ ...client.privateKey.export({ format: 'jwk' }), kid: 'first' }] }],
  ['the key for encryption', { keys: [{ ...client.jwks.keys[0], use: 'enc' }] }],
  ['garbage', { keys: [null, 5, 'x', []] }],
])('X25 opens nothing when it holds %s', async (name, json) => {
  const { world } = await vendor({ json })
  expect([name, await statusOf(world)]).toEqual([name, 401])
})

it('may hold keys that are no use beside the one that is', async () => {
  const { world } = await vendor({ json: { keys: [{ kty: 'OKP', kid: 'x' }, ...client.jwks.keys] } })
  expect(await statusOf(world)).toBe(200)
})

it('is not fetched for a stranger, nor for an algorithm that the client does not use', async () => {
  const { world, served } = await vendor()
  expect(await statusOf(world, makeClient({ clientId: 'stranger', alg: 'ES384' }))).toBe(401)
  expect(await statusOf(world, client, { alg: 'RS256' })).toBe(401)
  expect(served.urls).toEqual([])
})

it('opens nothing where auth has no way out', async () => {
  expect(await statusOf(await openWorld([entry]))).toBe(401)
})

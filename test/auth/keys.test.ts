// The gateway's signing keys: rotation that no bearer of a living token notices, on every process of one database.

import { describe, expect, it } from 'vitest'
import { authenticate } from '../../gateway/auth/bearer.ts'
import { jwks, openSigningKeys } from '../../gateway/auth/keys.ts'
import { openTestStore } from './store.ts'
import { epr, openWorld } from './world.ts'

const start = Date.parse('2026-01-05T10:00:00Z')
const day = 86_400

async function processes() {
  const store = await openTestStore()
  const clock = { seconds: 0 }
  const open = () => openSigningKeys(store, () => new Date(start + clock.seconds * 1000))
  return { clock, open, one: await open(), two: await open() }
}

const kids = (keys: Awaited<ReturnType<typeof openSigningKeys>>) => keys.published().map(({ kid }) => kid)

describe('a new key', () => {
  it('is published a minute before it signs, and known to the other process before it meets a token of it', async () => {
    const { clock, one, two } = await processes()
    const old = one.current().kid
    await one.rotate()
    const [, next] = kids(one)
    expect(next).toBeDefined()
    expect(one.current().kid).toBe(old)
    clock.seconds += 59
    await two.refresh()
    expect([two.current().kid, kids(two)]).toEqual([old, [old, next]])
    clock.seconds += 1
    expect([one.current().kid, two.current().kid]).toEqual([next, next])
  })

  it('leaves the old one to vouch for as long as a token of it can live, and no longer', async () => {
    const { clock, one } = await processes()
    const old = one.current().kid
    await one.rotate()
    clock.seconds += 60 + 599
    expect(one.byKid(old)?.kid).toBe(old)
    clock.seconds += 301
    expect(one.byKid(old)).toBeUndefined()
    expect(kids(one)).toEqual([one.current().kid])
  })

  it('is made by itself after thirty days, once for all processes', async () => {
    const { clock, open, one, two } = await processes()
    clock.seconds += 30 * day - 1
    await one.refresh()
    expect(kids(one)).toHaveLength(1)
    clock.seconds += 11
    await Promise.all([one.refresh(), two.refresh(), one.refresh(), two.refresh()])
    expect(kids(one)).toHaveLength(2)
    expect(kids(two)).toEqual(kids(one))
    expect(kids(await open())).toEqual(kids(one))
  })

  it('is never published with its secret', async () => {
    const { one } = await processes()
    await one.rotate()
    for (const key of jwks(one.published()).keys) expect(key).not.toHaveProperty('d')
  })
})

it('lets a token of the old key in until it expires, and gives tokens of the new one', async () => {
  const world = await openWorld()
  const token = async () => `Bearer ${String((await world.ask(world.assertion(epr))).json['access_token'])}`
  const before = await token()
  await world.auth.keys.rotate()
  world.clock.forward(61)
  const after = await token()
  world.auth.verified.clear()
  await authenticate(before, world.auth)
  await authenticate(after, world.auth)
  const kidOf = (header: string) => JSON.parse(Buffer.from(header.slice(7).split('.')[0] ?? '', 'base64url').toString()).kid
  expect(kidOf(before)).not.toBe(kidOf(after))
})

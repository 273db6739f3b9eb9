// The bearer of a token: who it is, and everything that opens nothing.

import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { authenticate } from '../../gateway/auth/bearer.ts'
import { openSigningKeys } from '../../gateway/auth/keys.ts'
import { addClient, revokeClient } from '../../gateway/auth/registry.ts'
import { Refusal } from '../../gateway/refusal.ts'
import { makeClient } from './client.ts'
import { openTestStore } from './store.ts'
import { entryOf, epr, hub, openWorld, publicUrl, type World } from './world.ts'

async function tokenOf(world: World, scope = 'system/*.cruds'): Promise<string> {
  return String((await world.ask(world.assertion(epr), { scope })).json['access_token'])
}

async function refusalOf(header: string | undefined, world: World): Promise<Refusal> {
  const caught = await authenticate(header, world.auth).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (caught instanceof Refusal) return caught
  throw new Error('it was let in')
}

async function expectInvalid(header: string, world: World): Promise<void> {
  const refusal = await refusalOf(header, world)
  expect([refusal.reason, refusal.headers['WWW-Authenticate']]).toEqual(['unauthenticated', 'Bearer error="invalid_token"'])
}

it('is the client with its organisation, kind and scopes', async () => {
  const world = await openWorld()
  const caller = await authenticate(`Bearer ${await tokenOf(world, 'system/Task.rs')}`, world.auth)
  expect(caller).toEqual({
    client: 'trust1-epr',
    organization: 'trust1',
    kind: 'acute',
    scopes: [{ type: 'Task', letters: ['r', 's'], style: 'v2', params: [] }],
    tokenId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
})

it('may write the scheme as it likes', async () => {
  const world = await openWorld()
  await expect(authenticate(`bEARER  ${await tokenOf(world)}`, world.auth)).resolves.toMatchObject({
    client: 'trust1-epr',
  })
})

it.each([undefined, '', 'Basic YTpi', 'token', 'Bearerx y'])(
  'without a token (%s) is told so, without an error',
  async (header) => {
    const refusal = await refusalOf(header, await openWorld())
    expect([refusal.reason, refusal.headers]).toEqual(['unauthenticated', { 'WWW-Authenticate': 'Bearer' }])
  },
)

describe('with a token that is none', () => {
  it.each([
    'Bearer',
    'Bearer ',
    'Bearer x',
    'Bearer a.b.c',
    'Bearer a b',
    'Bearer a, Bearer b',
    'Bearer ä',
    `Bearer ${'x'.repeat(10_000)}`,
  ])('%s is refused', async (header) => expectInvalid(header, await openWorld()))

  it('X19 (an assertion) is refused', async () => {
    const world = await openWorld()
    await expectInvalid(`Bearer ${world.assertion(epr)}`, world)
    await expectInvalid(`Bearer ${world.assertion(epr, { aud: `${publicUrl}/fhir/R4`, header: { typ: 'at+jwt' } })}`, world)
  })

  it('of another gateway is refused', async () => {
    const [world, other] = await Promise.all([openWorld(), openWorld()])
    await expectInvalid(`Bearer ${await tokenOf(other)}`, world)
  })

  it('whose payload was changed is refused', async () => {
    const world = await openWorld()
    const [header, payload = '', signature] = (await tokenOf(world, 'system/Task.r')).split('.')
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const wider = Buffer.from(JSON.stringify({ ...Object(claims), scope: 'system/*.cruds' })).toString('base64url')
    await expectInvalid(`Bearer ${header}.${wider}.${signature}`, world)
  })

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['another audience', { aud: 'https://other.example/fhir/R4' }, {}],
    ['the issuer as audience', { aud: publicUrl }, {}],
    ['several audiences', { aud: [`${publicUrl}/fhir/R4`, 'https://other.example'] }, {}],
    ['another issuer', { iss: 'https://other.example' }, {}],
    ['no exp', { exp: undefined }, {}],
    ['exp as text', { exp: '9999999999' }, {}],
    ['exp now', { exp: 1_767_607_200 }, {}],
    ['no jti', { jti: undefined }, {}],
    ['no client_id', { client_id: undefined }, {}],
    ['another sub', { sub: 'hub1-portal' }, {}],
    ['typ JWT', {}, { typ: 'JWT' }],
    ['no typ', {}, { typ: undefined }],
    ['another kid', {}, { kid: 'other' }],
  ])('signed by the gateway, but with %s, is refused', async (_, claims, header) => {
    const world = await openWorld()
    const good = {
      iss: publicUrl,
      aud: `${publicUrl}/fhir/R4`,
      sub: 'trust1-epr',
      client_id: 'trust1-epr',
      scope: 'system/Task.r',
      jti: randomUUID(),
      exp: 1_767_607_300,
    }
    const sign = (payload: object, more: object) =>
      new SignJWT({ ...payload })
        .setProtectedHeader({ alg: 'ES256', kid: world.auth.keys.current().kid, typ: 'at+jwt', ...more })
        .sign(world.auth.keys.current().privateKey)
    await expect(authenticate(`Bearer ${await sign(good, {})}`, world.auth)).resolves.toBeDefined()
    await expectInvalid(`Bearer ${await sign({ ...good, ...claims }, header)}`, world)
  })
})

it('is out when the token has expired, also a token that was used before', async () => {
  const world = await openWorld()
  const header = `Bearer ${await tokenOf(world)}`
  world.clock.forward(299)
  await expect(authenticate(header, world.auth)).resolves.toBeDefined()
  world.clock.forward(1)
  await expectInvalid(header, world)
})

it('X27 is out within two seconds of being revoked, on a process that did not do it', async () => {
  const world = await openWorld()
  const header = `Bearer ${await tokenOf(world)}`
  await authenticate(header, world.auth)
  await revokeClient(world.store, epr.clientId)
  world.clock.forward(2)
  await expectInvalid(header, world)
  expect((await world.ask(world.assertion(epr))).status).toBe(401)
})

it('loses scopes of a living token with its registration, and belongs to the organisation it has now', async () => {
  const world = await openWorld()
  const header = `Bearer ${await tokenOf(world, 'system/Task.cruds')}`
  await addClient(world.store, entryOf(epr, 'hub1', { scopes: 'system/Task.r' }))
  world.clock.forward(2)
  await expect(authenticate(header, world.auth)).resolves.toMatchObject({
    organization: 'hub1',
    scopes: [{ type: 'Task', letters: ['r'] }],
  })
})

it('holds a bounded number of tokens in memory', async () => {
  const world = await openWorld()
  for (let n = 0; n < 10_000; n += 1) world.auth.verified.set(`${n}`, { client_id: '', scope: '', jti: '', exp: 0 })
  await authenticate(`Bearer ${await tokenOf(world)}`, world.auth)
  expect(world.auth.verified.size).toBe(10_000)
  expect(world.auth.verified.has('0')).toBe(false)
})

it('has a token that every process on the store knows, since they share one key', async () => {
  const store = await openTestStore()
  const now = () => new Date('2026-01-05T10:00:00Z')
  const processes = await Promise.all(Array.from({ length: 5 }, () => openSigningKeys(store, now)))
  expect(new Set(processes.map((keys) => keys.current().kid)).size).toBe(1)
  const { publicJwk } = processes[0]?.current() ?? {}
  expect(Object.keys(publicJwk ?? {}).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
})

it('cannot be a client whose keys are another client’s', async () => {
  const world = await openWorld()
  const impostor = makeClient({ clientId: hub.clientId, alg: 'ES384', kid: hub.kid })
  expect((await world.ask(world.assertion(impostor))).status).toBe(401)
})

// Attacks of the list in docs/security.md on the token endpoint that both personalities must stand: NHS clients, two gateways, a restart.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { openAuth, type Auth } from '../../gateway/auth/auth.ts'
import { authenticate } from '../../gateway/auth/bearer.ts'
import { loadRegistry, openRegistry, revokeClient } from '../../gateway/auth/registry.ts'
import { tokenEndpoint } from '../../gateway/auth/token.ts'
import { openPostgres } from '../../gateway/store/postgres.ts'
import { openSqlite } from '../../gateway/store/sqlite.ts'
import type { Store } from '../../gateway/store/store.ts'
import { createDatabase } from '../postgres.database.ts'
import { keyPair, makeClient, tokenForm, type AssertionOptions } from '../auth/client.ts'
import { answered, entryOf, epr, openWorld, organizations, publicUrl, requestOf, tokenUrl, type World } from '../auth/world.ts'

const app = makeClient({ clientId: 'nhs-app', alg: 'RS512' })
const stranger = makeClient({ clientId: 'nhs-nobody', alg: 'RS512' })
const clients = [entryOf(app, 'trust1', { profile: 'nhs', scopes: 'system/Task.rs' }), entryOf(epr, 'trust1')]

const formOf = (assertion: string, client = app): URLSearchParams => {
  const form = tokenForm(assertion, 'system/Task.rs')
  if (client === app) form.delete('scope')
  return form
}

const ask = (auth: Auth, form: URLSearchParams) => answered(tokenEndpoint(requestOf(form), auth))

describe('an NHS client’s assertion', () => {
  const asked: string[] = []
  const world = () => openWorld(clients, (url) => (asked.push(String(url)), Promise.reject(new Error('down'))))
  const attack = (name: string, make: (w: World) => Partial<AssertionOptions>) => [name, make] as const

  it.each([
    attack('X04 RS512 with a key of another kind', () => ({ signedWith: { alg: 'ES512', key: keyPair('ES512').privateKey } })),
    ...['../../dev/null', "' OR 1=1--", '__proto__', 'constructor', 'k'.repeat(10_000), ''].map((kid) =>
      attack(`X05 kid ${kid.slice(0, 20)}`, () => ({ header: { kid } })),
    ),
    ...['https://evil.example/jwks', 'http://127.0.0.1/jwks', 'http://169.254.169.254/latest', 'http://[::1]/'].map((jku) =>
      attack(`X07 jku ${jku}`, () => ({ header: { jku }, signedWith: { alg: 'RS512', key: stranger.privateKey } })),
    ),
    ...['', 'j'.repeat(100_000), { a: 1 }, ['a'], null].map((jti) =>
      attack(`X13 jti ${JSON.stringify(jti).slice(0, 12)}`, () => ({ claims: { jti } })),
    ),
    attack('X14 exp 2^53', () => ({ claims: { exp: 2 ** 53 } })),
    attack('X18 iss of another client', () => ({ claims: { iss: 'trust1-epr', sub: 'trust1-epr' } })),
  ])('%s gets no token, and nobody is asked for a key', async (_, make) => {
    const w = await world()
    const answer = await ask(w.auth, formOf(w.assertion(app, make(w))))
    expect([400, 401, 403, 413]).toContain(answer.status)
    expect(answer.json['access_token']).toBeUndefined()
    expect(asked).toEqual([])
    expect((await ask(w.auth, formOf(w.assertion(app)))).status).toBe(200)
  })

  it.each([0, 299, 301, 309])('X11 is refused %i s after it was used', async (seconds) => {
    const w = await world()
    const assertion = w.assertion(app)
    expect((await ask(w.auth, formOf(assertion))).status).toBe(200)
    w.clock.forward(seconds)
    const again = await ask(w.auth, formOf(assertion))
    expect([again.status, String(again.json['error_description'])]).toEqual([400, expect.stringMatching(/'jti'|expired/)])
  })

  it('X12 is good although a stranger used its jti before', async () => {
    const w = await world()
    const claims = { jti: 'taken' }
    const forged = w.assertion(app, { claims, signedWith: { alg: 'RS512', key: stranger.privateKey } })
    expect((await ask(w.auth, formOf(forged))).status).toBe(401)
    expect((await ask(w.auth, formOf(w.assertion(app, { claims })))).status).toBe(200)
  })

  it('X19 is no access token, nor is a token an assertion', async () => {
    const w = await world()
    await expect(authenticate(`Bearer ${w.assertion(app)}`, w.auth)).rejects.toThrow('unauthenticated')
    const { json } = await ask(w.auth, formOf(w.assertion(app)))
    expect((await ask(w.auth, formOf(String(json['access_token'])))).status).toBeGreaterThanOrEqual(400)
  })

  it('X23 it comes with another way of authentication', async () => {
    const w = await world()
    const form = formOf(w.assertion(app))
    form.set('client_secret', 'x')
    expect((await ask(w.auth, form)).status).toBe(400)
    const request = { ...requestOf(formOf(w.assertion(app))), authorizationHeader: 'Basic YTpi' }
    expect((await tokenEndpoint(request, w.auth)).status).toBe(400)
  })

  it('X27 loses its token within seconds of being revoked', async () => {
    const w = await world()
    const { json } = await ask(w.auth, formOf(w.assertion(app)))
    const header = `Bearer ${String(json['access_token'])}`
    await authenticate(header, w.auth)
    await revokeClient(w.store, app.clientId)
    w.clock.forward(2)
    await expect(authenticate(header, w.auth)).rejects.toThrow('unauthenticated')
    expect((await ask(w.auth, formOf(w.assertion(app)))).status).toBeGreaterThanOrEqual(400)
  })
})

const pgUrl = inject('pgUrl')
const databases: readonly (readonly [name: string, database: () => Promise<() => Promise<Store>>])[] = [
  [
    'a SQLite file',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'home-first-assertions-'))
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
      return () => openSqlite(join(folder, 'gateway.db'))
    },
  ],
  ...(pgUrl === ''
    ? []
    : [
        [
          'PostgreSQL',
          async () => {
            const url = await createDatabase(pgUrl)
            return () => openPostgres(url)
          },
        ] as const,
      ]),
]

/** A gateway's authorization server over a connection of its own, as each process has it. */
async function openAnother(store: Store): Promise<Auth> {
  const now = () => new Date()
  const registry = await openRegistry(store, { now })
  return openAuth({ store, registry, publicUrl, now, newId: randomUUID })
}

describe.each(databases)('one assertion, on %s', (_, database) => {
  it.each([
    ['smart', epr],
    ['nhs', app],
  ] as const)('X10 is taken once by two processes on one store, and not again after a restart (%s)', async (__, client) => {
    const open = await database()
    const stores = [await open(), await open()]
    await loadRegistry(stores[0]!, { organizations, agreements: [{ from: 'trust1', to: 'hub1' }], clients })
    const auths = await Promise.all(stores.map(openAnother))
    const assertion = client.assertion({ aud: tokenUrl })
    const both = Array.from({ length: 10 }, (___, i) => ask(auths[i % 2]!, formOf(assertion, client)))
    expect((await Promise.all(both)).filter(({ status }) => status === 200)).toHaveLength(1)
    await Promise.all(stores.map((store) => store.close()))
    const later = await open()
    onTestFinished(() => later.close())
    const again = await ask(await openAnother(later), formOf(assertion, client))
    expect([again.status, again.json['access_token']]).toEqual([client === app ? 400 : 401, undefined])
  })
})

// `npm run clients`: each command changes the registry that a running gateway follows, and says what it did.

import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { clients } from '../../gateway/commands/clients.ts'
import { makeCertificates } from './certificates.ts'
import { makeClient } from './client.ts'
import { entryOf, epr, hub, openWorld, type World } from './world.ts'

const folder = mkdtempSync(join(tmpdir(), 'clients-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(name: string, content: string | object): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function run(w: World, ...args: readonly string[]) {
  const lines: string[] = []
  const code = await clients(args, { store: w.store, isSandbox: false, auth: w.auth }, (line) => lines.push(line))
  w.clock.forward(3)
  return { code, out: lines.join('\n') }
}

const status = async (w: World, client = epr) => (await w.ask(w.assertion(client))).status

const next = makeClient({ clientId: epr.clientId, alg: 'ES384', kid: 'next' })

describe('clients add', () => {
  it('takes a client from flags with its key as PEM, under the thumbprint as kid, and it gets a token', async () => {
    const w = await openWorld([entryOf(epr, 'trust1')])
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' })
    const key = fileOf('pem', publicKey.export({ type: 'spki', format: 'pem' }).toString())
    const flags = ['--id', 'trust1-pas', '--organization', 'trust1', '--scopes', 'system/Task.rs', '--key', key]
    expect(await run(w, 'add', ...flags)).toEqual({ code: 0, out: 'added' })
    const listed = JSON.parse((await run(w, 'list', '--json')).out.split('\n')[1] ?? '')
    expect(listed).toMatchObject({ client_id: 'trust1-pas', profile: 'smart', scopes: 'system/Task.rs' })
    expect(listed.jwks.keys).toEqual([{ ...publicKey.export({ format: 'jwk' }), kid: expect.stringMatching(/^[\w-]{43}$/) }])
  })

  it('takes a JWK set, several keys and a client of profile nhs', async () => {
    const app = makeClient({ clientId: 'nhs-app', alg: 'RS512' })
    const w = await openWorld([entryOf(epr, 'trust1')])
    const set = fileOf('set', app.jwks)
    const flags = ['--id', 'nhs-app', '--organization', 'trust1', '--scopes', 'system/Task.rs', '--profile', 'nhs', '--key', set]
    expect((await run(w, 'add', ...flags)).code).toBe(0)
    expect(await status(w, app)).toBe(200)
  })

  it.each([
    [
      'a private key',
      () => generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      /private key/,
    ],
    [
      'a private JWK',
      () => JSON.stringify(generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey.export({ format: 'jwk' })),
      /private/,
    ],
    ['no key', () => 'hello', /neither PEM nor a JWK/],
    ['an empty set', () => '{"keys":[]}', /no key/],
    ['broken PEM', () => '-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----', /no public key/],
  ])('refuses a file with %s, and registers nothing', async (_, content, words) => {
    const w = await openWorld([entryOf(epr, 'trust1')])
    const flags = ['--id', 'x', '--organization', 'trust1', '--scopes', 'system/Task.rs', '--key', fileOf('bad', content())]
    const { code, out } = await run(w, 'add', ...flags)
    expect([code, out]).toEqual([1, expect.stringMatching(words)])
    expect((await run(w, 'list')).out.split('\n')).toHaveLength(1)
  })

  it('names every fault with its place', async () => {
    const w = await openWorld([entryOf(epr, 'trust1')])
    const { code, out } = await run(
      w,
      'add',
      '--id',
      'x y',
      '--organization',
      'nobody',
      '--scopes',
      'Task',
      '--jwks-uri',
      'http://x',
    )
    expect(code).toBe(1)
    for (const place of ['client_id', 'scopes', 'jwks_uri', 'organization']) expect(out).toContain(`clients[0].${place}: `)
  })
})

describe('clients rotate', () => {
  it('adds a key beside the old one', async () => {
    const w = await openWorld([entryOf(epr, 'trust1', { algorithms: ['RS384', 'ES384'] })])
    expect(await run(w, 'rotate', epr.clientId, '--key', fileOf('next', next.jwks))).toMatchObject({ code: 0 })
    expect([await status(w, epr), await status(w, next)]).toEqual([200, 200])
  })

  it('takes the old ones away with --only', async () => {
    const w = await openWorld([entryOf(epr, 'trust1', { algorithms: ['RS384', 'ES384'] })])
    await run(w, 'rotate', epr.clientId, '--only', '--key', fileOf('next', next.jwks))
    expect([await status(w, epr), await status(w, next)]).toEqual([401, 200])
  })
})

describe('a certificate', () => {
  const certificates = makeCertificates()
  const colons = 'AB:'.repeat(31) + 'AB'
  const flags = ['--id', 'trust1-pas', '--organization', 'trust1', '--scopes', 'system/Task.rs', '--key']
  const bindings = async (w: World) => {
    const lines = (await run(w, 'list', '--json')).out.split('\n')
    return lines.map((line) => JSON.parse(line)).find(({ client_id }) => client_id === 'trust1-pas')?.certificateSha256 as unknown
  }

  it('is taken by its fingerprint, shown by the list, and binds the client from then on', async () => {
    const w = await openWorld([entryOf(epr, 'trust1')])
    const app = makeClient({ clientId: 'trust1-pas' })
    const key = fileOf('pas', app.jwks)
    expect((await run(w, 'add', ...flags, key, '--certificate', colons)).code).toBe(0)
    expect((await run(w, 'list')).out).toContain(`\tcertificate ${'ab'.repeat(32)}`)
    expect(await status(w, app)).toBe(401)
  })

  it.skipIf(!certificates)('is taken from a PEM file, a second beside it by rotate, and stays alone with --only', async () => {
    const { one, other } = certificates ?? expect.fail()
    const w = await openWorld([entryOf(epr, 'trust1')])
    const key = fileOf('pas', makeClient({ clientId: 'trust1-pas' }).jwks)
    await run(w, 'add', ...flags, key, '--certificate', fileOf('one.pem', one.cert + other.cert))
    expect(await bindings(w)).toEqual([one.sha256])
    const second = fileOf('other.pem', other.cert)
    expect((await run(w, 'rotate', 'trust1-pas', '--certificate', second)).out).toBe('trust1-pas has its new certificates')
    expect(await bindings(w)).toEqual([one.sha256, other.sha256])
    await run(w, 'rotate', 'trust1-pas', '--certificate', other.sha256.toUpperCase(), '--only')
    expect(await bindings(w)).toEqual([other.sha256])
    expect((await run(w, 'rotate', 'trust1-pas', '--key', key)).out).toBe('trust1-pas has its new keys')
    expect(await bindings(w)).toEqual([other.sha256])
  })

  it.each([
    ['with its private key', () => '-----BEGIN PRIVATE KEY-----', /private key/],
    ['that is none', () => 'hello', /no certificate/],
  ])('%s is refused, and nobody is registered', async (_, content, words) => {
    const w = await openWorld([entryOf(epr, 'trust1')])
    const key = fileOf('pas', makeClient({ clientId: 'trust1-pas' }).jwks)
    const { code, out } = await run(w, 'add', ...flags, key, '--certificate', fileOf('bad.pem', content()))
    expect([code, out]).toEqual([1, expect.stringMatching(words)])
    expect((await run(w, 'list')).out.split('\n')).toHaveLength(1)
  })
})

describe('clients disable', () => {
  it('lets a client in nowhere until it is enabled, and says so in the list', async () => {
    const w = await openWorld([entryOf(epr, 'trust1'), entryOf(hub, 'hub1')])
    expect((await run(w, 'disable', epr.clientId)).code).toBe(0)
    expect([await status(w), await status(w, hub)]).toEqual([401, 200])
    expect((await run(w, 'list')).out).toContain('\tdisabled')
    expect((await run(w, 'enable', epr.clientId)).code).toBe(0)
    expect(await status(w)).toBe(200)
    expect((await run(w, 'list')).out).not.toContain('disabled')
  })
})

it('rotates the gateway’s own signing key', async () => {
  const w = await openWorld()
  const before = w.auth.keys.current().kid
  expect((await run(w, 'rotate-signing-key')).code).toBe(0)
  w.clock.forward(60)
  expect(w.auth.keys.current().kid).not.toBe(before)
})

it.each([
  [[]],
  [['nothing']],
  [['__proto__']],
  [['list', 'more']],
  [['list', '--only']],
  [['revoke']],
  [['rotate', 'trust1-epr']],
  [['add', 'file', '--id', 'x']],
  [['list', '--unknown']],
])('says how it is used when asked %j', async (args) => {
  const w = await openWorld()
  expect(await run(w, ...args)).toEqual({ code: 2, out: expect.stringContaining('usage: clients') })
})

it.each([['disable'], ['enable'], ['revoke']])('says that there is no such client to %s', async (command) => {
  const w = await openWorld()
  expect(await run(w, command, 'nobody')).toEqual({ code: 1, out: 'there is no client nobody' })
})

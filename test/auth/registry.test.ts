// The registry: what a clients file may say, how it is merged and followed, who an HL7 v2 sender is.

import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { organizationResource } from '../../gateway/auth/organization.ts'
import { addClient, listClients, loadRegistry, openRegistry, revokeClient } from '../../gateway/auth/registry.ts'
import { declaresSender } from '../../gateway/auth/sender.ts'
import { Refusal, type Fault } from '../../gateway/refusal.ts'
import { makeClient } from './client.ts'
import { openTestStore, type TestStore } from './store.ts'
import { entryOf, epr, hub, organizations } from './world.ts'

const now = () => new Date('2026-01-05T10:00:00Z')
const file = {
  organizations,
  agreements: [{ from: 'trust1', to: 'hub1' }],
  clients: [entryOf(epr, 'trust1')],
}

async function faultsOf(json: unknown, store?: TestStore, options = {}): Promise<readonly Fault[]> {
  const caught = await loadRegistry(store ?? (await openTestStore()), json, options).then(
    () => new Refusal('invalid', []),
    (error: unknown) => error,
  )
  if (caught instanceof Refusal) return caught.faults
  throw caught
}

const placesOf = (faults: readonly Fault[]) => faults.map(({ location = '' }) => location)

describe('a clients file', () => {
  it('is told every fault at once, each with its place and none with its value', async () => {
    const { jwks } = epr
    const [key] = jwks.keys
    const faults = await faultsOf({
      organizations: [
        { id: 'trust 1', name: '', kind: 'hospital', identifiers: [{ system: 'ods', value: 'X' }] },
        {
          id: 'hub1',
          name: 'Hub',
          kind: 'hub',
          host: 'nobody',
          members: ['trust1', 'hub1'],
          colour: 'secret-value',
        },
        { id: 'hub1', name: 'Hub again', kind: 'hub', host: 'hub1' },
      ],
      agreements: [
        { from: 'hub1', to: 'secret-value' },
        { from: 'hub1', to: 'hub1' },
      ],
      clients: [
        {
          client_id: 'a b',
          name: 'A',
          organization: 'nobody',
          profile: 'oidc',
          scopes: 'secret-value',
          jwks: { keys: [{ ...key, d: 'secret-value' }, key, key] },
        },
        {
          client_id: 'b',
          name: 'B',
          organization: 'hub1',
          profile: 'smart',
          scopes: 'system/*.r',
          jwks_uri: 'http://vendor.example/jwks',
        },
        { client_id: 'b', name: 'B', organization: 'hub1', profile: 'smart', scopes: 'system/*.r' },
      ],
      extra: 1,
    })
    expect(JSON.stringify(faults)).not.toContain('secret-value')
    expect(placesOf(faults).toSorted()).toEqual(
      [
        'organizations[0].id',
        'organizations[0].name',
        'organizations[0].kind',
        'organizations[0].identifiers[0].system',
        'organizations[1].host',
        'organizations[1].members[0]',
        'organizations[1].colour',
        'organizations[2].host',
        'organizations[2].id',
        'agreements[0].to',
        'agreements[1]',
        'clients[0].client_id',
        'clients[0].organization',
        'clients[0].profile',
        'clients[0].scopes',
        'clients[0].jwks.keys[0].d',
        'clients[0].jwks.keys[1]',
        'clients[0].jwks.keys[2]',
        'clients[1].jwks_uri',
        'clients[2]',
        'clients[2].client_id',
        'extra',
      ].toSorted(),
    )
  })

  it('changes nothing when it has a fault', async () => {
    const store = await openTestStore()
    await faultsOf({ ...file, agreements: [{ from: 'trust1', to: 'nobody' }] }, store)
    expect(await listClients(store)).toEqual([])
  })

  it.each([null, 5, [], 'text', { organizations: {} }, { clients: [null] }, { clients: [{ jwks: { keys: 7 } }] }])(
    'that is %j is refused without breaking',
    async (json) => expect(await faultsOf(json)).not.toEqual([]),
  )

  it('may point at organisations that the registry knows already', async () => {
    const store = await openTestStore()
    await loadRegistry(store, file)
    expect(await faultsOf({ clients: [entryOf(hub, 'hub1')] }, store)).toEqual([])
  })

  it('cannot give one organisation’s identifier to another', async () => {
    const store = await openTestStore()
    await loadRegistry(store, file)
    const thief = { ...organizations[1], id: 'hub2', identifiers: organizations[0]?.identifiers }
    expect(placesOf(await faultsOf({ organizations: [thief] }, store))).toEqual(['organizations[0].identifiers[0]'])
    expect(await faultsOf({ organizations }, store)).toEqual([])
  })

  it('cannot make organisations hosts of each other', async () => {
    const [trust, hubOrganization] = organizations
    const faults = await faultsOf({ organizations: [{ ...trust, host: 'hub1' }, hubOrganization] })
    expect(faults.map(({ id }) => id)).toEqual(['clients-file-host-circle', 'clients-file-host-circle'])
  })

  it('may name http for a jwks_uri in a sandbox only', async () => {
    const { jwks: _, ...entry } = entryOf(epr, 'trust1', { jwks_uri: 'http://127.0.0.1:1/jwks' })
    const wanted = { organizations, clients: [entry] }
    expect(await faultsOf(wanted, undefined, { sandbox: true })).toEqual([])
    expect(placesOf(await faultsOf(wanted))).toEqual(['clients[0].jwks_uri'])
    for (const jwks_uri of ['https://user:pass@vendor.example/', 'file:///etc/passwd', 'jwks', 'javascript:1']) {
      expect(await faultsOf({ organizations, clients: [{ ...entry, jwks_uri }] })).toHaveLength(1)
    }
  })

  it('has one way of being known per client', async () => {
    const { jwks: _, ...bare } = entryOf(epr, 'trust1')
    expect(placesOf(await faultsOf({ organizations, clients: [bare] }))).toEqual(['clients[0]'])
    const both = { ...entryOf(epr, 'trust1'), jwks_uri: 'https://vendor.example/jwks' }
    expect(placesOf(await faultsOf({ organizations, clients: [both] }))).toEqual(['clients[0]'])
  })

  it('registers a granular scope that can be enforced, and no other', async () => {
    const of = (scopes: string) => faultsOf({ organizations, clients: [entryOf(epr, 'trust1', { scopes })] })
    expect(placesOf(await of('system/Task.rs?status:in=http://example.org/ValueSet/x'))).toEqual(['clients[0].scopes'])
    expect(placesOf(await of('system/Task.rs?nothing=requested'))).toEqual(['clients[0].scopes'])
    expect(await of('system/Task.rs?status=requested,accepted&_tag=x system/Patient.r')).toEqual([])
  })
})

describe('X25 a key', () => {
  const good = epr.jwks.keys[0] ?? {}
  const ec = hub.jwks.keys[0] ?? {}
  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' })
  const exponent3 = generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }).publicKey.export({
    format: 'jwk',
  })
  const privateEc = makeClient({ clientId: 'x' }).privateKey.export({ format: 'jwk' })

  it.each<[string, unknown]>([
    ['of 1024 bits', { ...weak, kid: '1' }],
    ['with exponent 3', { ...exponent3, kid: '1' }],
    ['with exponent 1', { ...good, e: 'AQ' }],
    ['without kid', { ...good, kid: undefined }],
    ['without kty', { ...good, kty: undefined }],
    ['of kty oct', { kty: 'oct', k: 'AAAA', kid: '1' }],
    ['with a private member', { ...privateEc, kid: '1' }],
    ['with a private member that is null', { ...good, d: null }],
    ['that is not on its curve', { ...ec, x: ec['y'] }],
    ['of an unknown curve', { ...ec, crv: 'secp256k1' }],
    ['without y', { ...ec, y: undefined }],
    ['for encryption', { ...good, use: 'enc' }],
    ['with key_ops for signing', { ...good, key_ops: ['sign'] }],
    ['whose alg is not its own', { ...good, alg: 'ES384' }],
    ['whose modulus is no base64url', { ...good, n: '@@' }],
    ['of 100 kB', { ...good, n: 'u'.repeat(100_000) }],
  ])('%s is refused', async (_, key) => {
    const faults = await faultsOf({
      organizations,
      clients: [entryOf(epr, 'trust1', { jwks: { keys: [key] } })],
    })
    expect(faults).not.toEqual([])
    for (const place of placesOf(faults)) expect(place).toMatch(/^clients\[0\]\.jwks\.keys\[0\]/)
  })

  it('is refused when there are 10,000 of it, or none', async () => {
    const many = { keys: Array.from({ length: 10_000 }, (_, n) => ({ ...ec, kid: `${n}` })) }
    expect(placesOf(await faultsOf({ organizations, clients: [entryOf(epr, 'trust1', { jwks: many })] }))).toEqual([
      'clients[0].jwks.keys',
    ])
    expect(placesOf(await faultsOf({ organizations, clients: [entryOf(epr, 'trust1', { jwks: { keys: [] } })] }))).toEqual([
      'clients[0].jwks.keys',
    ])
  })

  it('X06 is refused beside another of the same kid and kty, and accepted beside another kty', async () => {
    const same = { keys: [good, good] }
    expect(placesOf(await faultsOf({ organizations, clients: [entryOf(epr, 'trust1', { jwks: same })] }))).toEqual([
      'clients[0].jwks.keys[1]',
    ])
    const other = { keys: [good, { ...ec, kid: good['kid'] }] }
    expect(await faultsOf({ organizations, clients: [entryOf(epr, 'trust1', { jwks: other })] })).toEqual([])
  })

  it('is kept without what it was not registered for', async () => {
    const store = await openTestStore()
    await loadRegistry(store, {
      organizations,
      clients: [entryOf(epr, 'trust1', { jwks: { keys: [{ ...good, x5c: ['MII'], ext: true }] } })],
    })
    const [client] = await listClients(store)
    expect(Object.keys(client?.jwks?.keys[0] ?? {}).toSorted()).toEqual(['e', 'kid', 'kty', 'n'])
  })
})

describe('the registry', () => {
  it('answers who there is and who may assign to whom', async () => {
    const store = await openTestStore()
    const loaded = await loadRegistry(store, file)
    const registry = await openRegistry(store, { now })
    expect(loaded.organizations.map(({ id }) => id)).toEqual(['trust1', 'hub1'])
    expect(registry.organization('hub1')).toMatchObject({ kind: 'hub', host: 'trust1', members: ['trust1'] })
    expect(registry.organizationBy('https://fhir.nhs.uk/Id/ods-organization-code', 'TRUST1')?.id).toBe('trust1')
    expect(registry.organizationBy('', 'TRUST1')).toBeUndefined()
    expect(registry.agreementExists('trust1', 'hub1')).toBe(true)
    expect(registry.agreementExists('hub1', 'trust1')).toBe(false)
    expect(registry.agreementsFrom('trust1')).toEqual(['hub1'])
    expect(registry.agreementsFrom('nobody')).toEqual([])
    expect(registry.client('trust1-epr')?.organization).toBe('trust1')
    for (const id of ['__proto__', 'constructor', ''])
      expect([registry.client(id), registry.organization(id)]).toEqual([undefined, undefined])
  })

  it('stays as it is when the same file is loaded again', async () => {
    const store = await openTestStore()
    await loadRegistry(store, file)
    await loadRegistry(store, file)
    expect(await store.setting('registry.2')).toBeUndefined()
  })

  it('takes in a second file beside the first, which replaces what has the same id', async () => {
    const store = await openTestStore()
    await loadRegistry(store, file)
    await loadRegistry(store, {
      organizations: [{ ...organizations[0], name: 'Example Trust, renamed' }],
      clients: [entryOf(hub, 'hub1')],
    })
    const registry = await openRegistry(store, { now })
    expect(registry.organizations().map(({ name }) => name)).toEqual(['Example Trust, renamed', 'Example Transfer of Care Hub'])
    expect((await listClients(store)).map(({ client_id }) => client_id)).toEqual(['trust1-epr', 'hub1-portal'])
    expect(registry.agreementExists('trust1', 'hub1')).toBe(true)
  })

  it('loses no change when several processes change it at once', async () => {
    const store = await openTestStore()
    await loadRegistry(store, file)
    const clients = Array.from({ length: 10 }, (_, n) => ({
      ...entryOf(hub, 'hub1'),
      client_id: `client-${n}`,
    }))
    await Promise.all([...clients.map((client) => addClient(store, client)), revokeClient(store, epr.clientId)])
    const ids = (await listClients(store)).map(({ client_id }) => client_id)
    expect(ids.toSorted()).toEqual(clients.map(({ client_id }) => client_id))
  })

  it('keeps a revoked client out though the file still names it, until it is added by hand', async () => {
    const store = await openTestStore()
    await loadRegistry(store, file)
    expect(await revokeClient(store, 'trust1-epr')).toBe(true)
    expect(await revokeClient(store, 'trust1-epr')).toBe(false)
    expect((await loadRegistry(store, file)).revoked).toEqual(['trust1-epr'])
    expect(await listClients(store)).toEqual([])
    await addClient(store, entryOf(epr, 'trust1'))
    expect((await listClients(store)).map(({ client_id }) => client_id)).toEqual(['trust1-epr'])
    expect((await loadRegistry(store, file)).revoked).toEqual([])
  })

  it('reads the store at most once in two seconds, however many ask', async () => {
    const store = await openTestStore()
    await loadRegistry(store, file)
    let reads = 0
    const counting = { ...store, setting: (name: string) => ((reads += 1), store.setting(name)) }
    let at = now()
    const registry = await openRegistry(counting, { now: () => at })
    await addClient(store, entryOf(hub, 'hub1'))
    reads = 0
    await Promise.all(Array.from({ length: 10 }, () => registry.refresh()))
    expect([reads, registry.client(hub.clientId)]).toEqual([0, undefined])
    at = new Date(at.getTime() + 2000)
    await Promise.all(Array.from({ length: 10 }, () => registry.refresh()))
    expect([reads, registry.client(hub.clientId)?.client_id]).toEqual([2, hub.clientId])
    at = new Date(at.getTime() - 3_600_000)
    await registry.refresh()
    expect(reads).toBe(3)
  })

  it('lets nobody in when the store cannot be read', async () => {
    const store = await openTestStore()
    let at = now()
    let isDown = false
    const failing = {
      ...store,
      setting: async (name: string) => (isDown ? Promise.reject(new Error('down')) : store.setting(name)),
    }
    const registry = await openRegistry(failing, { now: () => at })
    at = new Date(at.getTime() + 2000)
    isDown = true
    await expect(registry.refresh()).rejects.toThrow('down')
    isDown = false
    await expect(registry.refresh()).resolves.toBeUndefined()
  })
})

describe('an HL7 v2 sender', () => {
  const fingerprint = 'ab'.repeat(32)
  const colons = fingerprint.toUpperCase().replace(/..(?=.)/g, '$&:')
  const declared = (client_id: string, sender: object) => ({
    ...entryOf(epr, 'trust1'),
    client_id,
    hl7v2: [{ sendingApplication: 'EPR', sendingFacility: 'TRUST1', ...sender }],
  })
  const opened = async (...clients: unknown[]) => {
    const store = await openTestStore()
    await loadRegistry(store, { organizations, clients })
    return openRegistry(store, { now })
  }

  it('is known by its names and address', async () => {
    const registry = await opened(declared('a', { addresses: ['127.0.0.1', '10.1.0.0/16', '2001:db8::1'] }))
    for (const address of ['127.0.0.1', '::ffff:127.0.0.1', '10.1.255.1', '2001:DB8:0:0:0:0:0:1']) {
      expect([address, registry.hl7Sender('EPR', 'TRUST1', address)?.client_id]).toEqual([address, 'a'])
    }
    for (const address of ['127.0.0.2', '10.2.0.1', '::1', '', 'localhost', '127.0.0.1.evil.example']) {
      expect([address, registry.hl7Sender('EPR', 'TRUST1', address)]).toEqual([address, undefined])
    }
    expect(registry.hl7Sender('epr', 'TRUST1', '127.0.0.1')).toBeUndefined()
    expect(registry.hl7Sender('EPR', '', '127.0.0.1')).toBeUndefined()
  })

  it('is known by its certificate, and by both where both are declared', async () => {
    const registry = await opened(declared('a', { certificateSha256: [colons] }), {
      ...declared('b', {}),
      hl7v2: [
        {
          sendingApplication: 'PAS',
          sendingFacility: 'TRUST1',
          certificateSha256: [fingerprint],
          addresses: ['10.0.0.1'],
        },
      ],
    })
    expect(registry.hl7Sender('EPR', 'TRUST1', '192.0.2.1', colons)?.client_id).toBe('a')
    expect(registry.hl7Sender('EPR', 'TRUST1', '192.0.2.1', fingerprint)?.client_id).toBe('a')
    expect(registry.hl7Sender('EPR', 'TRUST1', '192.0.2.1')).toBeUndefined()
    expect(registry.hl7Sender('EPR', 'TRUST1', '192.0.2.1', 'cd'.repeat(32))).toBeUndefined()
    expect(registry.hl7Sender('PAS', 'TRUST1', '10.0.0.1')).toBeUndefined()
    expect(registry.hl7Sender('PAS', 'TRUST1', '10.0.0.2', fingerprint)).toBeUndefined()
    expect(registry.hl7Sender('PAS', 'TRUST1', '10.0.0.1', fingerprint)?.client_id).toBe('b')
  })

  it('is nobody by name alone; a token must say who it is', async () => {
    const registry = await opened(declared('a', {}))
    expect(registry.hl7Sender('EPR', 'TRUST1', '127.0.0.1')).toBeUndefined()
    const client = registry.client('a')
    expect(client && declaresSender(client, 'EPR', 'TRUST1')).toBe(true)
    expect(client && declaresSender(client, 'EPR', 'TRUST2')).toBe(false)
  })

  it('is nobody when two clients could be meant, and a file that says the same of two is refused', async () => {
    const registry = await opened(declared('a', { addresses: ['10.0.0.0/8'] }), declared('b', { addresses: ['10.0.0.1'] }))
    expect(registry.hl7Sender('EPR', 'TRUST1', '10.0.0.1')).toBeUndefined()
    expect(registry.hl7Sender('EPR', 'TRUST1', '10.0.0.2')?.client_id).toBe('a')
    const clients = [declared('a', { addresses: ['10.0.0.1'] }), declared('b', { addresses: ['10.0.0.1'] })]
    expect(placesOf(await faultsOf({ organizations, clients }))).toEqual(['clients[1].hl7v2[0]'])
  })

  it.each(['localhost', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '::/129', ''])(
    'cannot be declared at %j',
    async (address) => {
      expect(placesOf(await faultsOf({ organizations, clients: [declared('a', { addresses: [address] })] }))).toEqual([
        'clients[0].hl7v2[0].addresses[0]',
      ])
    },
  )
})

it('shows an organisation as a FHIR Organization', async () => {
  const store = await openTestStore()
  const { organizations: loaded } = await loadRegistry(store, file)
  expect(loaded.map(organizationResource)).toEqual([
    expect.objectContaining({
      resourceType: 'Organization',
      id: 'trust1',
      active: true,
      name: 'Example Trust',
    }),
    {
      resourceType: 'Organization',
      id: 'hub1',
      identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'HUB1' }],
      active: true,
      type: [{ coding: [{ system: 'https://home-first.example/fhir/CodeSystem/organization-kind', code: 'hub' }] }],
      name: 'Example Transfer of Care Hub',
      partOf: { reference: 'Organization/trust1' },
    },
  ])
})

// What a request is for and on whose behalf: stated, kept in the audit, and the end of it where it is not direct care.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setTimeout } from 'node:timers/promises'
import { addClient } from '../../gateway/auth/registry.ts'
import { keyFor } from '../../gateway/demo/cast.ts'
import { read, resources } from '../../gateway/demo/stage.ts'
import { wireFor, type Wire } from '../../gateway/demo/wire.ts'
import { admission, person } from './people.ts'
import { admit, refer } from './scene.ts'
import { databases, endWell, startWorld, type World } from './world.ts'

const sds = 'https://fhir.nhs.uk/Id/sds-role-profile-id'
const base64 = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64')
const header = 'NHSD-Requesting-Practitioner'

describe.each(databases.slice(0, 1))('a request, on $name,', (database) => {
  let world: World
  let figures: Wire
  const named = new Map<string, string>()
  const who = person(840)
  const named2 = { clientId: 'hub1-named', organization: 'hub1', ...keyFor('hub1-named') }
  beforeAll(async () => {
    world = await startWorld(database)
    await admit(world, who, named)
    await refer(world, who, named)
    const system = { clientId: 'hub1-figures', organization: 'hub1', ...keyFor('hub1-figures') }
    await addClient(
      world.store,
      {
        ...{ client_id: system.clientId, name: 'Figures', organization: 'hub1', profile: 'smart', scopes: 'system/*.cruds' },
        ...{ jwks: { keys: [system.jwk] }, purpose: 'secondary-use' },
        hl7v2: [
          { sendingApplication: 'FIGURES', sendingFacility: 'HUB1', addresses: ['127.0.0.1', '::1'], certificateSha256: [] },
        ],
      },
      { sandbox: true },
    )
    await addClient(
      world.store,
      {
        ...{ client_id: named2.clientId, name: 'Named', organization: 'hub1', profile: 'smart' },
        scopes: 'system/*.cruds',
        jwks: { keys: [named2.jwk] },
      },
      { sandbox: true },
    )
    await setTimeout(2100)
    figures = wireFor(system, world.url)
  })
  afterAll(() => endWell(world))
  const ask = (wire: Wire, path: string, headers: Readonly<Record<string, string>> = {}) =>
    wire.ask('GET', `/fhir/R4/${path}`, undefined, headers)
  const lastAudit = async (client: string) => {
    const [row] = await world.store.audits({ organization: client.split('-')[0] ?? '', limit: 1 })
    return row
  }

  it('is for direct care where it says nothing, and the audit says that no person was named', async () => {
    await read(world.systems.hub, named.get('patient') ?? '')
    const row = await lastAudit('hub1-board')
    expect(row).toMatchObject({ action: 'GET /fhir/R4/Patient/:id', purpose: 'direct-care' })
    expect(row?.practitioner).toBeUndefined()
    const event = await read(world.systems.hub, `AuditEvent/${row?.id}`)
    expect(event['purposeOfEvent']).toEqual([{ text: 'direct-care' }])
    expect(JSON.stringify(event['agent'])).toContain('no person named')
  })

  it('names its professional, by the identifier alone, and its purpose; both stand in the audit', async () => {
    const practitioner = {
      resourceType: 'PractitionerRole',
      identifier: [{ system: sds, value: '555086689106' }],
      practitioner: { display: 'DR SYNTHETIC NAME' },
    }
    const headers = { [header]: base64(practitioner), 'X-Purpose-Of-Use': 'COC' }
    expect((await ask(world.systems.hub, named.get('patient') ?? '', headers)).status).toBe(200)
    const row = await lastAudit('hub1-board')
    expect([row?.purpose, row?.practitioner]).toEqual(['COC', `${sds}|555086689106`])
    const event = await read(world.systems.hub, `AuditEvent/${row?.id}`)
    expect(event['purposeOfEvent']?.[0]?.['coding']?.[0]?.['code']).toBe('COC')
    const agents = JSON.stringify(event['agent'])
    expect(agents).toContain('555086689106')
    expect(agents).not.toContain('no person named')
    expect(JSON.stringify(await world.store.audits({ limit: 1000 }))).not.toContain('SYNTHETIC')
    // BaRS writes one identifier where FHIR has a list; a write and a read in a batch say the same.
    const one = { [header]: base64({ resourceType: 'Practitioner', identifier: { system: sds, value: 'A1' } }) }
    const batch = { resourceType: 'Bundle', type: 'batch', entry: [{ request: { method: 'GET', url: named.get('patient') } }] }
    expect((await world.systems.hub.ask('POST', '/fhir/R4', batch, one)).status).toBe(200)
    const rows = await world.store.audits({ organization: 'hub1', limit: 2 })
    expect(rows.map((each) => each.practitioner)).toEqual([`${sds}|A1`, `${sds}|A1`])
  })

  it.each([
    ['no base64', '{"resourceType":"Practitioner"}'],
    ['no JSON', base64('not json')],
    ['another resource', base64({ resourceType: 'Patient', identifier: [{ system: sds, value: '1' }] })],
    ['without an identifier', base64({ resourceType: 'PractitionerRole' })],
    ['without a system', base64({ resourceType: 'PractitionerRole', identifier: [{ value: '1' }] })],
    [
      'with words for an identifier',
      base64({ resourceType: 'PractitionerRole', identifier: [{ system: sds, value: 'Dr Who' }] }),
    ],
    [
      'larger than it may be',
      base64({ resourceType: 'PractitionerRole', identifier: [{ system: sds, value: '1' }], x: 'x'.repeat(4000) }),
    ],
    ['a list', base64([1])],
    ['null', base64('null')],
  ])('is refused where the professional cannot be read: %s; the answer repeats nothing of it', async (_, value) => {
    const answer = await ask(world.systems.hub, named.get('patient') ?? '', { [header]: value })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('header-invalid')
    expect(answer.text).not.toMatch(/Who|x{9}/)
    expect((await lastAudit('hub1-board'))?.outcome).toBe('refused')
  })

  it('is refused where its purpose is no code', async () => {
    for (const purpose of ['treatment of Mrs Test', 'treat', 'TREAT,BTG'])
      expect((await ask(world.systems.hub, named.get('patient') ?? '', { 'X-Purpose-Of-Use': purpose })).status, purpose).toBe(
        400,
      )
  })

  const someone = { resourceType: 'PractitionerRole', identifier: [{ system: sds, value: '555086689106' }] }

  it('has what its token states, which no header contradicts, and the audit says where it stood', async () => {
    const claims = {
      extensions: { 'hl7-b2b': { purpose_of_use: ['urn:oid:2.16.840.1.113883.5.8#COC'] } },
      requesting_practitioner: someone,
    }
    const wire = wireFor(named2, world.url, 'system/*.rs', claims)
    expect((await ask(wire, named.get('patient') ?? '')).status).toBe(200)
    const row = await lastAudit('hub1-named')
    expect(row).toMatchObject({ purpose: 'COC', practitioner: `${sds}|555086689106`, stated: 'purpose:token practitioner:token' })
    const event = JSON.stringify(await read(world.systems.hub, `AuditEvent/${row?.id}`))
    expect(event.match(/as the access token states/g)).toHaveLength(2)
    const same = { 'X-Purpose-Of-Use': 'COC', [header]: base64(someone) }
    expect((await ask(wire, named.get('patient') ?? '', same)).status).toBe(200)
    const other = { ...someone, identifier: [{ system: sds, value: '1' }] }
    for (const contradicting of [{ 'X-Purpose-Of-Use': 'TREAT' }, { 'X-Purpose-Of-Use': 'BTG' }, { [header]: base64(other) }]) {
      const answer = await ask(wire, named.get('patient') ?? '', contradicting)
      expect([answer.status, answer.text.includes('header-contradicts-token')]).toEqual([403, true])
      expect((await lastAudit('hub1-named'))?.outcome).toBe('refused')
    }
    const tokens = await world.store.audits({ organization: 'hub1', limit: 20 })
    expect(tokens.find(({ action, client }) => action === 'token' && client === 'hub1-named')).toMatchObject({ purpose: 'COC' })
  })

  it('may state by its headers what its token does not', async () => {
    const wire = wireFor(named2, world.url, 'system/*.rs', { purpose_of_use: 'TREAT' })
    expect((await ask(wire, named.get('patient') ?? '', { [header]: base64(someone) })).status).toBe(200)
    expect((await lastAudit('hub1-named'))?.stated).toBe('purpose:token practitioner:request')
    const event = JSON.stringify(await read(world.systems.hub, `AuditEvent/${(await lastAudit('hub1-named'))?.id}`))
    expect(event.match(/as the access token states/g)).toHaveLength(1)
  })

  it('is not for direct care where its token says so', async () => {
    const wire = wireFor(named2, world.url, 'system/*.rs', { purpose_of_use: 'HRESCH' })
    for (const path of paths()) expect([path, (await ask(wire, path)).status]).toEqual([path, 403])
  })

  it.each([
    { purpose_of_use: 'treatment of somebody' },
    { purpose_of_use: ['TREAT', 'COC'] },
    { purpose_of_use: { code: 'TREAT' } },
    { purpose_of_use: null },
    { purpose_of_use: 'TREAT', extensions: { 'hl7-b2b': { purpose_of_use: ['COC'] } } },
    { requesting_practitioner: 'Dr Who' },
    { requesting_practitioner: { resourceType: 'Patient', identifier: someone.identifier } },
    { requesting_practitioner: { resourceType: 'Practitioner' } },
    { requesting_practitioner: null },
  ])('gets no token by an assertion whose claims cannot be read: %j', async (claims) => {
    const fetching = wireFor(named2, world.url, 'system/*.rs', claims).token()
    await expect(fetching).rejects.toThrow(/400 .*invalid_request.*(purpose_of_use|requesting_practitioner) must be/)
    await expect(fetching).rejects.not.toThrow(/Who|somebody/)
  })

  const paths = () => [
    ...['patient', 'spell', 'referral'].map((name) => named.get(name) ?? ''),
    ...['Patient', 'Task?_total=accurate', '_history', '?_type=Patient', 'AuditEvent', `${named.get('patient')}/$everything`],
    'Communication',
  ]

  it('that is not for direct care reads nobody’s record, counts none, and is told why', async () => {
    for (const purpose of ['HRESCH', 'HSYSADMIN', 'HPAYMT', 'PUBHLTH', 'NOSUCH']) {
      for (const path of paths()) {
        const answer = await ask(world.systems.hub, path, { 'X-Purpose-Of-Use': purpose })
        expect([path, answer.status]).toEqual([path, 403])
        expect(answer.text).toContain('purpose-not-direct-care')
      }
    }
    const rows = await world.store.audits({ organization: 'hub1', limit: 1 })
    expect(rows[0]).toMatchObject({ outcome: 'refused', purpose: 'NOSUCH' })
    const batch = { resourceType: 'Bundle', type: 'batch', entry: [{ request: { method: 'GET', url: 'Patient' } }] }
    const header = { 'X-Purpose-Of-Use': 'HRESCH' }
    expect((await world.systems.hub.ask('POST', '/fhir/R4', batch, header)).status).toBe(403)
    expect((await world.systems.council.ask('GET', '/extract/client-level-data.csv', undefined, header)).status).toBe(403)
  })

  it('of a client for secondary use is never for direct care, whatever it states', async () => {
    for (const purpose of [undefined, 'TREAT', 'BTG', 'HRESCH'])
      for (const path of paths())
        expect((await ask(figures, path, purpose ? { 'X-Purpose-Of-Use': purpose } : {})).status, `${purpose} ${path}`).toBe(403)
    expect((await figures.ask('POST', '/fhir/R4/Organization', { resourceType: 'Organization', name: 'x' })).status).toBe(403)
    const ack = await world.mllp(admission(person(841)).replace('EPR|TRUST1', 'FIGURES|HUB1'))
    expect(/MSA\|(\w\w)/.exec(ack)?.[1]).toBe('AR')
  })

  it('for other uses reads what tells of nobody, with nobody behind it', async () => {
    const { status, json } = await ask(
      figures,
      'Organization?_revinclude=Task:owner&_revinclude=Encounter:service-provider&_count=100',
    )
    expect(status).toBe(200)
    expect(resources(json).length).toBeGreaterThan(3)
    const types = resources(json).map((one) => String(one['resourceType']))
    expect(new Set(types)).toEqual(new Set(['Organization']))
    expect((await ask(figures, 'Organization?_has:Task:owner:status=requested')).json['entry']).toBeUndefined()
  })
})

// The command line's tools on the same database as a gateway that runs.

import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { System } from '../../gateway/demo/cast.ts'
import { ago, hl7, referralForm } from '../../gateway/demo/hl7.ts'
import { ackCode } from '../../gateway/demo/stage.ts'
import { wireFor } from '../../gateway/demo/wire.ts'
import { identifierSystem } from '../../profiles/canonical.ts'
import { secretsOf } from './bad-fhir.ts'
import { databases } from './databases.ts'
import { endAll, makeCamp, runCommand, startGateway, type Camp, type Gateway } from './gateway.ts'
import { openSender, type Sender } from './mllp.ts'
import { person } from './people.ts'

const local = identifierSystem('local/trust1-epr/TRUST1')

/** Each command is a process of its own, which takes its second; PostgreSQL has its turn in the long run. */
const tried = databases.slice(0, process.env['LONG'] === '1' ? 2 : 1)

describe.each(tried)('commands beside a running gateway, on $name', ({ url }) => {
  let camp: Camp
  let gateway: Gateway
  let sender: Sender
  beforeAll(async () => {
    camp = makeCamp(await url())
    gateway = await startGateway(camp.environment)
    sender = await openSender(gateway.mllp, 60_000)
  })
  afterAll(async () => {
    sender.end()
    await gateway.end('SIGTERM')
    endAll()
    camp.remove()
  })

  /** Without CLIENTS_FILE: a tool must not bring back whom somebody took out. */
  const tool = (...args: readonly string[]) => {
    const { CLIENTS_FILE: _, ...environment } = camp.environment
    return runCommand(args, environment)
  }

  it('adds a client that can ask for a token within seconds, and refuses it within seconds once it is revoked', async () => {
    const system = newSystem('council1-second', 'council1')
    const file = join(camp.folder, 'second.json')
    writeFileSync(file, JSON.stringify(clientEntry(system)))
    expect(await tool('clients', 'add', file)).toMatchObject({ code: 0, out: 'added\n' })
    const wire = wireFor(system, gateway.url)
    const [listed] = await Promise.all([
      tool('clients', 'list'),
      until(async () => (await wire.ask('GET', '/fhir/R4/Task').catch(() => undefined))?.status === 200),
    ])
    expect(listed.out).toContain('council1-second\tcouncil1\tsmart')
    expect((await tool('clients', 'revoke', 'council1-second')).code).toBe(0)
    await until(async () => (await wire.ask('GET', '/fhir/R4/Task')).status === 401)
    await expect(wireFor(system, gateway.url).token()).rejects.toThrow('no token')
    const [left, again] = await Promise.all([tool('clients', 'list'), tool('clients', 'revoke', 'council1-second')])
    expect(left.out).not.toContain('council1-second')
    expect(again.code).toBe(1)
  })

  it('lists, shows and takes up what waits in quarantine, and shows nobody in it', async () => {
    const ada = person(70)
    const control = `Q\u001b[31m${ada.visit.slice(-3)}`
    expect(ackCode(await sender.send(referralForm(ada, { at: ago(60), pid: { 3: '' }, control })))).toBe('AA')
    expect(ackCode(await sender.send(hl7('ADT^A01^ADT_A01', ada, { at: ago(90) })))).toBe('AA')
    const listed = await tool('messages', 'list', '--state', 'quarantined')
    const [id = ''] = listed.out.split('\t')
    expect(listed.out.trim().split('\n')).toHaveLength(1)
    expect(listed.out).toContain('\ttrust1\tperson-unidentified')
    // A sender's control id must not steer the operator's terminal.
    expect(listed.out).not.toContain('\u001b')
    const [shown, refused] = await Promise.all([
      tool('messages', 'show', id),
      tool('messages', 'replay', id, '--patient', 'Patient/nobody'),
    ])
    expect(refused.code).toBe(1)
    expect(JSON.parse(shown.out)).toMatchObject({ id, state: 'quarantined', owner: 'trust1' })
    expect(shown.out).toContain('"person-unidentified"')
    for (const secret of secretsOf(70)) expect(listed.out + shown.out).not.toContain(secret)
    const { epr, hub } = camp.wires(gateway.url)
    const found = await epr.ask('GET', `/fhir/R4/Patient?identifier=${local}|${ada.local}`)
    const patient = `Patient/${found.json['entry']![0]!['resource']!['id']}`
    const referrals = async () => Number((await hub.ask('GET', '/fhir/R4/ServiceRequest?_count=1')).json['total'])
    expect(await referrals()).toBe(0)
    expect(await tool('messages', 'replay', id, '--patient', patient)).toMatchObject({ code: 0 })
    expect(await referrals()).toBe(1)
    const [waiting, again] = await Promise.all([
      tool('messages', 'list', '--state', 'quarantined'),
      tool('messages', 'replay', id, '--patient', patient),
    ])
    expect([waiting.out, again.code]).toEqual(['', 1])
    expect(await referrals()).toBe(1)
  })

  it('refuses a revoked HL7 v2 sender within seconds', async () => {
    expect((await tool('clients', 'revoke', 'trust1-epr')).code).toBe(0)
    await until(async () => ackCode(await sender.send(hl7('ADT^A01^ADT_A01', person(71), { at: ago(1) }))) === 'AR')
  })
})

describe('commands that are given what they cannot use', () => {
  let camp: Camp
  beforeAll(async () => {
    camp = makeCamp()
    expect((await runCommand(['migrate'], camp.environment)).code).toBe(0)
  })
  afterAll(() => camp.remove())
  const tool = (...args: readonly string[]) => runCommand(args, camp.environment)

  it('name every fault of a client that cannot be added, and change nothing', async () => {
    const [wrong, broken] = [join(camp.folder, 'wrong.json'), join(camp.folder, 'broken.json')]
    writeFileSync(wrong, JSON.stringify({ client_id: 'a b', name: '', organization: 'nobody', profile: 'smart', scopes: 'all' }))
    writeFileSync(broken, '{"client_id":"QUILLFEATHER')
    const ended = await Promise.all([wrong, broken, '/nowhere.json'].map((file) => tool('clients', 'add', file)))
    for (const { code, out, err } of ended) {
      expect(code).not.toBe(0)
      expect(out + err).not.toMatch(/\.ts:\d|QUILLFEATHER/)
    }
    for (const name of ['client_id', 'name', 'scopes', 'organization']) expect(ended[0]?.out).toContain(name)
    expect((await tool('clients', 'list')).out.trim().split('\n')).toHaveLength(6)
  })

  it('show how they are used, or that there is nothing, and no stack', async () => {
    const ended = await Promise.all(
      [
        ['messages', 'list', '--state', 'lost'],
        ['messages', 'list', '--limit', 'many'],
        ['messages', 'list', '--wizard'],
        ['messages'],
        ['clients', 'dance'],
        ['messages', 'show', '../../etc'],
      ].map((args) => tool(...args)),
    )
    expect(ended.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2, 1])
    for (const { out, err } of ended) expect(out + err).not.toMatch(/\.ts:\d|node:internal/)
  })
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 5_000
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error('not within five seconds')
    await setTimeout(100)
  }
}

function newSystem(clientId: string, organization: string): System {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' })
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: clientId, alg: 'ES384', use: 'sig' }
  return { clientId, organization, kid: clientId, privateKey, jwk }
}

const clientEntry = ({ clientId, organization, jwk }: System) => ({
  client_id: clientId,
  name: clientId,
  organization,
  profile: 'smart',
  scopes: 'system/*.cruds',
  jwks: { keys: [jwk] },
})

// `init` and `doctor`: a folder to begin with, and what stands in the way of a run with the way to mend it.

import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readArguments } from '../../conformance/commands/arguments.ts'
import { doctorCommand } from '../../conformance/commands/doctor.ts'
import { initCommand } from '../../conformance/commands/init.ts'
import { makeCast, writeCast } from '../../conformance/commands/keys.ts'
import { readConfig } from '../../conformance/config.ts'
import type { Finding } from '../../conformance/doctor/finding.ts'
import { nodeFinding, privacyFinding } from '../../conformance/doctor/machine.ts'
import { clockFinding } from '../../conformance/doctor/target.ts'
import type { Run } from '../../conformance/trial.ts'
import { openGateway, type Gateway } from './cast-gateway.ts'
import { badServers, givingTokens, startHttp, type Running } from './servers.ts'

const folder = mkdtempSync(join(tmpdir(), 'home-first-doctor-'))
let gateway: Gateway
let bad: Running

beforeAll(async () => {
  gateway = await openGateway(join(folder, 'gateway'))
  bad = await startHttp(givingTokens(badServers['answers 401 to everything']!))
})
afterAll(async () => {
  await Promise.all([gateway.close(), bad.close()])
  rmSync(folder, { recursive: true })
})

async function command(environment: NodeJS.ProcessEnv, ...argv: readonly string[]) {
  let text = ''
  const screen = { isTerminal: false, hasColour: false, write: (more: string) => void (text += more) }
  const read = readArguments(argv)
  if (!read.ok) throw new Error(read.fault)
  const { command: name } = read.args
  const code = name === 'init' ? initCommand(read.args, screen) : await doctorCommand(read.args, screen, environment)
  return { code, text }
}

const doctor = (...argv: readonly string[]) => command({}, 'doctor', ...argv)

async function findings(...argv: readonly string[]): Promise<{ exitCode: number; findings: readonly Finding[] }> {
  const { text } = await doctor(...argv, '--reporter', 'json')
  return JSON.parse(text) as { exitCode: number; findings: readonly Finding[] }
}

/** The gateway's configuration, with something else in it. */
function changed(name: string, edit: (config: string) => string): string {
  const path = join(folder, name)
  writeFileSync(path, edit(readFileSync(gateway.configPath, 'utf8')), { mode: 0o600 })
  return path
}

describe('init', () => {
  it('writes a configuration that can be read, for its owner alone, and a page of what comes next', async () => {
    const { code, text } = await command({}, 'init', join(folder, 'new'), '--url', 'http://127.0.0.1:1234', '--mllp', '4321')
    expect(code).toBe(0)
    expect(text).toContain(join(folder, 'new', 'README.md'))
    const file = join(folder, 'new', 'conformance.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const read = readConfig(JSON.parse(readFileSync(file, 'utf8')))
    expect(read).toMatchObject({ ok: true, config: { target: 'http://127.0.0.1:1234/fhir/R4', hl7v2: { mllp: { port: 4321 } } } })
    expect(readFileSync(join(folder, 'new', 'README.md'), 'utf8')).toContain('PORT=1234 MLLP_PORT=4321 SANDBOX=on')
  })

  it('overwrites nothing, and writes nothing beside what is there', async () => {
    const path = join(folder, 'kept')
    await command({}, 'init', path)
    rmSync(join(path, 'sources.json'))
    const before = readFileSync(join(path, 'conformance.json'), 'utf8')
    expect((await command({}, 'init', path)).code).toBe(2)
    expect(readFileSync(join(path, 'conformance.json'), 'utf8')).toBe(before)
    expect(statSync(join(path, 'sources.json'), { throwIfNoEntry: false })).toBeUndefined()
  })

  it('guesses no HL7 v2 address of another’s server', async () => {
    const path = join(folder, 'other')
    expect((await command({}, 'init', path, '--target', 'https://vendor.example/base/R4/')).code).toBe(0)
    const { target, hl7v2 } = JSON.parse(readFileSync(join(path, 'conformance.json'), 'utf8')) as Record<string, unknown>
    expect(target).toBe('https://vendor.example/base/R4')
    expect(Object.keys(hl7v2 as object)).toEqual(['form'])
    expect(readFileSync(join(path, 'README.md'), 'utf8')).toContain('Register each client')
  })
})

describe('doctor', () => {
  it('finds nothing to mend where all is in place', async () => {
    const said = await doctor('--config', gateway.configPath)
    expect(said.text).not.toMatch(/^(warn|fail|skip)/m)
    expect(said.text).toMatch(/^ok {4}token nhs /m)
    expect(said.text).toContain('A run can begin')
    expect(said.code).toBe(0)
  })

  it('tells of everything in a configuration that is wrong, and ends with 2', async () => {
    const path = changed('broken.json', () => '{"target": "nowhere", "systems": {"acute": {}}}')
    const { exitCode, findings: found } = await findings('--config', path)
    expect(exitCode).toBe(2)
    expect(found.filter(({ mark }) => mark === 'fail').length).toBeGreaterThan(5)
    expect((await doctor('--config', join(folder, 'none.json'))).code).toBe(2)
  })

  it('ends with 3 where nothing listens, where no host is, and where no TLS is spoken', async () => {
    const said = await Promise.all([
      doctor('--target', 'http://127.0.0.1:9/fhir/R4'),
      doctor('--target', 'http://nowhere.invalid/fhir/R4'),
      doctor('--target', bad.url.replace('http', 'https')),
    ])
    expect(said.map(({ code }) => code)).toEqual([3, 3, 3])
    expect(said[0]?.text).toMatch(/^fail {2}connection .*nothing listens there/m)
    expect(said[1]?.text).toMatch(/^fail {2}name .*nowhere\.invalid/m)
    expect(said[2]?.text).toMatch(/^fail {2}TLS .*no TLS is spoken there/m)
    for (const { text } of said) expect(text).toMatch(/^ +to mend it: /m)
  })

  it('knows a target that is no FHIR base', async () => {
    const { exitCode, findings: found } = await findings('--config', gateway.configPath, '--target', gateway.url)
    expect(exitCode).toBe(1)
    expect(found.filter(({ mark }) => mark === 'fail').map(({ check }) => check)).toEqual(['metadata', 'discovery'])
    expect(found.filter(({ mark }) => mark === 'skip')).toHaveLength(9)
  })

  it('says which client is not registered with which key, and goes on', async () => {
    const { exitCode, findings: found } = await findings(
      '--config',
      changed('stranger.json', (text) => text.replace('conformance-hub', 'conformance-nobody')),
    )
    const failed = found.filter(({ mark }) => mark === 'fail')
    expect(exitCode).toBe(1)
    expect(failed.map(({ check }) => check)).toEqual(['token hub'])
    expect(failed[0]?.fix).toContain('register the client conformance-nobody at the target with the public key hub-1 (ES384)')
    expect(found.at(-1)).toMatchObject({ check: 'MLLP', mark: 'ok' })
  })

  it('sees that a token is given and not taken', async () => {
    const { findings: found } = await findings('--config', gateway.configPath, '--target', bad.url)
    expect(found.find(({ check }) => check === 'token acute')?.words).toContain('the FHIR server refuses it (401)')
  })

  it('sees an organisation that the target knows by another name or code', async () => {
    const path = changed('codes.json', (text) =>
      text.replace('"ods": "COUNCIL1"', '"ods": "COUNCIL9"').replace('"organization": "council2"', '"organization": "council9"'),
    )
    const { exitCode, findings: found } = await findings('--config', path)
    expect(exitCode).toBe(0)
    expect(found.filter(({ mark }) => mark === 'warn').map(({ words }) => words)).toEqual([
      'Organization/council1 has no identifier COUNCIL9',
      'given, but Organization/council9 is not found',
    ])
  })

  it('sees closed doors of HL7 v2', async () => {
    const path = changed('doors.json', (text) => text.replace('/hl7v2"', '/hl7v3"').replace(/"port": \d+/, '"port": 9'))
    const { exitCode, findings: found } = await findings('--config', path)
    expect(exitCode).toBe(1)
    expect(found.filter(({ mark }) => mark === 'fail').map(({ check }) => check)).toEqual(['HL7 v2 over HTTP', 'MLLP'])
  })

  it('warns of what is not configured with the number of tests that it costs', async () => {
    const { text } = await doctor('--target', `${gateway.url}/fhir/R4`)
    expect(text).toMatch(/^warn {2}roles +systems\.acute is not configured: \d\d+ tests are skipped$/m)
    expect(text).toMatch(/^warn {2}hl7v2 +hl7v2\.mllp is not configured: \d+ tests are skipped$/m)
  })

  it('warns of keys that others may open, of proxies, and of certificates that nobody looks at', async () => {
    const path = changed('open.json', (text) => text)
    chmodSync(path, 0o644)
    const { text } = await command(
      { HTTP_PROXY: 'http://proxy.example', NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_EXTRA_CA_CERTS: join(folder, 'none.pem') },
      'doctor',
      '--config',
      path,
    )
    expect(text).toMatch(/^warn {2}key file .*mode 644\)\n +to mend it: +chmod 600/m)
    expect(text).toMatch(/^warn {2}proxy +HTTP_PROXY/m)
    expect(text).toMatch(/^warn {2}certificates +NODE_TLS_REJECT_UNAUTHORIZED=0/m)
    expect(text).toMatch(/^fail {2}certificates +NODE_EXTRA_CA_CERTS/m)
    expect(privacyFinding(path, 'win32').mark).toBe('ok')
  })

  it('sees a key that does not fit its algorithm', async () => {
    const { paths, cast } = castIn(join(folder, 'keys'))
    const hub = (cast as { systems: Record<string, Record<string, unknown>> }).systems['hub']
    writeFileSync(paths.config, JSON.stringify({ ...cast, systems: { hub: { ...hub, alg: 'RS384' } } }))
    const { findings: found } = await findings('--config', paths.config, '--target', 'http://127.0.0.1:9/fhir/R4')
    expect(found.find(({ check }) => check === 'keys')).toMatchObject({
      mark: 'fail',
      words: 'systems.hub: RS384 takes an RSA key',
    })
  })

  it('tells a clock that is a little off from one that refuses tokens, and an old Node', () => {
    const marks = [0, 5_000, -5_000, 60_000].map((skewMs) => clockFinding({ skewMs } as Run).mark)
    expect(marks).toEqual(['ok', 'warn', 'warn', 'fail'])
    expect(['18.20.0', '20.1.0', '24.0.0'].map((version) => nodeFinding(version).mark)).toEqual(['fail', 'ok', 'ok'])
  })

  it('shows no token and no key', async () => {
    const { text } = await doctor('--config', gateway.configPath, '--reporter', 'json')
    expect(text).not.toMatch(/eyJ|"d":/)
  })
})

function castIn(path: string) {
  const cast = makeCast('http://127.0.0.1:9', 9)
  return { paths: writeCast(path, cast), cast: cast.config }
}

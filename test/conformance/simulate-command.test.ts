// `simulate` as a vendor runs it: a process with ports and a report, and the doors that the other tests do not use.

import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { nhsNumber } from '../../profiles/canonical.ts'
import { sentinels } from '../../conformance/simulate/sentinels.ts'
import { clientSuite } from '../../conformance/simulate/suite.ts'
import { conformance } from './command.ts'
import { keysOfClients, jwks } from './clients/fhir-client.ts'
import { idsWith, simulated } from './clients/watched.ts'
import { jwt } from '../../conformance/wire/jwt.ts'

const folder = mkdtempSync(join(tmpdir(), 'home-first-simulate-'))
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

interface Running {
  readonly mllp: number
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  out(): string
}

function simulate(...args: readonly string[]): Promise<Running> {
  const ports = ['--port', '0', '--mllp-port', '0', '--control-port', '0']
  const child = spawn(process.execPath, ['conformance/main.ts', 'simulate', ...ports, ...args])
  children.push(child)
  let out = ''
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(out)))
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      const [, port] = /MLLP +port (\d+)/.exec(out) ?? []
      if (port !== undefined && out.includes('Ctrl-C')) resolve({ mllp: Number(port), child, ended, out: () => out })
    })
  })
}

const message = (number: string, control = randomUUID().slice(0, 20)) =>
  `MSH|^~\\&|EPR|TRUST1|HOMEFIRST|HUB|20260101120000||ADT^A01^ADT_A01|${control}|P|2.4\rPID|1||${number}^^^NHS^NH\r`

function sent(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`\u000b${text}\u001c\r`)).on('error', reject)
    socket.once('data', (chunk) => resolve((socket.destroy(), chunk.toString())))
  })
}

describe('the command simulate', () => {
  it('ends by itself when everything has been seen, and says that it is a sandbox', async () => {
    const running = await simulate('--pack', 'hl7v2', '--only', 'HF-SND-001,HF-SND-011', '--until-complete')
    expect(running.out()).toContain('A sandbox for hl7v2')
    expect(running.out()).toContain('http://127.0.0.1:')
    expect(await sent(running.mllp, message(sentinels.accepted.nhsNumber))).toContain('MSA|AA')
    expect(await running.ended).toBe(0)
    expect(running.out()).toMatch(/pass +HF-SND-001/)
  })

  it('ends with 1 and a report when it is interrupted and something has failed', async () => {
    const path = join(folder, 'report.json')
    const running = await simulate('--pack', 'hl7v2', '--report', path)
    expect(await sent(running.mllp, message('1234567890'))).toContain('MSA|AR')
    running.child.kill('SIGINT')
    expect(await running.ended).toBe(1)
    const report = JSON.parse(readFileSync(path, 'utf8')) as {
      exitCode: number
      results: { id: string; role: string; outcome: string }[]
    }
    expect(report.exitCode).toBe(1)
    expect(report.results.find(({ id }) => id === 'HF-SND-012')).toMatchObject({ role: 'sender', outcome: 'fail' })
    expect(report.results.find(({ id }) => id === 'HF-SND-005')).toMatchObject({ outcome: 'skip' })
  })

  it('says what is wrong with the command line, and ends with 2', async () => {
    const file = join(folder, 'none.json')
    writeFileSync(file, '{"keys":[]}')
    const said = await Promise.all([
      conformance('simulate'),
      conformance('simulate', '--pack', 'nothing'),
      conformance('simulate', '--keys', file),
      conformance('simulate', '--pack', 'hl7v2', '--only', 'HF-RCV-001'),
    ])
    expect(said.map(({ code }) => code)).toEqual([2, 2, 2, 2])
    expect(said.map(({ out }) => out.split('\n')[0])).toEqual([
      expect.stringContaining('--keys FILE'),
      expect.stringContaining('--pack is one of hl7v2, message, puller, all'),
      expect.stringContaining('is no JWK Set'),
      expect.stringContaining('no such requirement in these packs: HF-RCV-001'),
    ])
  })

  it('has its requirements listed, explained and printed in the matrix by role', async () => {
    const [list, explain, matrix] = await Promise.all([
      conformance('list', '--role', 'sender,receiver'),
      conformance('explain', 'hf-snd-006'),
      conformance('matrix', '--role', 'receiver'),
    ])
    expect(list.out).toContain(`${clientSuite.length} requirements`)
    expect(explain.out).toContain('simulate --pack hl7v2')
    expect(matrix.out.split('\n').filter((line) => line.startsWith('| HF-RCV-'))).toHaveLength(
      clientSuite.filter(({ role }) => role === 'receiver').length,
    )
  })
})

describe('the other doors of the simulator', () => {
  it('take a transaction, HL7 v2 over HTTP, and the NHS’s signed JWT', async () => {
    const simulator = await simulated('hl7v2', 'message')
    const tokenFor = async (form: Record<string, string>, alg: string, kid: string, key = keysOfClients.key) => {
      const exp = Math.floor(Date.now() / 1000) + 240
      const claims = { iss: 'vendor', sub: 'vendor', aud: simulator.tokenUrl, exp, jti: randomUUID() }
      const client_assertion = jwt({ alg, kid, typ: 'JWT' }, claims, { alg, key })
      const client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
      const body = new URLSearchParams({ grant_type: 'client_credentials', client_assertion_type, client_assertion, ...form })
      const answer = await fetch(simulator.tokenUrl, { method: 'POST', body })
      return (await answer.json()) as { access_token: string; expires_in: unknown }
    }
    const [smart, nhs] = [
      await tokenFor({ scope: 'system/Patient.c' }, 'ES384', 'k1'),
      await tokenFor({}, 'RS512', 'k2', keysOfClients.rsaKey),
    ]
    expect([smart.expires_in, nhs.expires_in]).toEqual([300, '300'])
    const post = (path: string, token: string, type: string, body: string) =>
      fetch(simulator.origin + path, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': type },
        body,
      })
    const person = { resourceType: 'Patient', identifier: [{ system: nhsNumber, value: sentinels.accepted.nhsNumber }] }
    const entry = [{ fullUrl: `urn:uuid:${randomUUID()}`, resource: person, request: { method: 'POST', url: 'Patient' } }]
    const bundle = JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry })
    const stored = await post('/fhir/R4', smart.access_token, 'application/fhir+json', bundle)
    expect([stored.status, await stored.json()]).toEqual([200, expect.objectContaining({ type: 'transaction-response' })])
    const acknowledged = await post('/hl7v2', nhs.access_token, 'application/hl7-v2', message(sentinels.accepted.nhsNumber))
    expect([acknowledged.status, await acknowledged.text()]).toEqual([200, expect.stringContaining('MSA|AA')])
    const lost = post('/hl7v2', nhs.access_token, 'application/hl7-v2', message(sentinels.lost.nhsNumber))
    await expect(lost).rejects.toThrow('fetch failed')
    const verdicts = simulator.verdicts()
    await simulator.close()
    expect(idsWith(verdicts, 'fail', 'warn')).toEqual([])
    expect(idsWith(verdicts, 'pass')).toEqual(expect.arrayContaining(['HF-SND-052', 'HF-SND-101', 'HF-SND-109', 'HF-SND-011']))
    expect(jwks.keys).toHaveLength(2)
  })
})

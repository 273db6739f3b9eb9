// The command line as a vendor meets it: what it says and the exit codes that it ends with.

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { suite } from '../../conformance/suite.ts'
import { conformance } from './command.ts'
import { badServers, startHttp, type Running } from './servers.ts'

const folder = mkdtempSync(join(tmpdir(), 'home-first-conformance-'))
let slow: Running
let bad: Running

beforeAll(async () => {
  bad = await startHttp(badServers['answers 400 to everything']!)
  // Answers the first look at once, and everything else after so long that a person loses patience.
  slow = await startHttp((_, __, respond) => {
    const isFirst = count++ < 2
    if (!isFirst) isBusy.resolve()
    setTimeout(() => respond(200, { 'content-type': 'application/json' }, '{}'), isFirst ? 0 : 60_000).unref()
  })
})
let count = 0
const isBusy = Promise.withResolvers<void>()
afterAll(async () => {
  await Promise.all([slow.close(), bad.close()])
  rmSync(folder, { recursive: true })
})

describe('the command line', () => {
  it('lists, explains and prints the matrix of all requirements', async () => {
    const [list, explain, matrix] = await Promise.all([
      conformance('list'),
      conformance('explain', 'hf-tok-001'),
      conformance('matrix'),
    ])
    expect([list.code, explain.code, matrix.code]).toEqual([0, 0, 0])
    expect(list.out).toContain(`${suite.length} requirements`)
    expect(explain.out).toMatch(/HF-TOK-001 \(MUST, token\)[\s\S]*seeded faults/)
    expect(matrix.out.split('\n').filter((line) => line.startsWith('| HF-'))).toHaveLength(suite.length)
  })

  it('says what is wrong with it, and ends with 2', async () => {
    const said = await Promise.all([
      conformance(),
      conformance('nonsense'),
      conformance('run'),
      conformance('run', '--target', 'ftp://x'),
      conformance('run', '--target', bad.url, '--only', 'HF-XXX-999'),
      conformance('run', '--target', bad.url, '--parallel', '0'),
      conformance('run', '--config', join(folder, 'none.json')),
    ])
    expect(said.map(({ code }) => code)).toEqual(said.map(() => 2))
    expect(said.map(({ out }) => out.split('\n')[0])).toEqual([
      'a command is needed',
      'no such command: nonsense',
      'target: an http or https address is needed',
      'target: an http or https address is needed',
      'no such requirement: HF-XXX-999; `list` shows all',
      '--parallel is a whole number from 1 to 64',
      expect.stringContaining('cannot be read'),
    ])
  })

  it('tells every fault of a configuration with its place', async () => {
    const path = join(folder, 'bad.json')
    writeFileSync(
      path,
      JSON.stringify({ target: bad.url, hl7v2: { mllp: 1 }, systems: { acute: { clientId: 'x' }, nobody: {} } }),
    )
    const { code, out } = await conformance('run', '--config', path)
    expect(code).toBe(2)
    for (const place of ['hl7v2.mllp', 'systems.nobody', 'systems.acute.kid', 'systems.acute.privateKey'])
      expect(out).toContain(place)
  })

  it('tells members of a configuration that nobody reads, with what there are', async () => {
    const path = join(folder, 'unknown.json')
    const acute = { clientID: 'x', hl7v2: { application: 'A', facility: 'B', mllp: 1 } }
    const hl7v2 = { htp: 'x', mllp: { port: 1, hosts: 'x' }, form: { criteria: { questions: 'x' } } }
    writeFileSync(path, JSON.stringify({ target: bad.url, tokenURL: 'x', hl7v2, systems: { acute } }))
    const { code, out } = await conformance('run', '--config', path)
    expect(code).toBe(2)
    for (const said of [
      'tokenURL: not known; there are target, tokenUrl, hl7v2, systems',
      'hl7v2.htp: not known; there are http, mllp, form',
      'hl7v2.mllp.hosts: not known; there are host, port',
      'hl7v2.form.criteria.questions: not known',
      'systems.acute.clientID: not known',
      'systems.acute.hl7v2.mllp: not known; there are application, facility',
    ])
      expect(out).toContain(said)
  })

  it('makes keys that it can run with, and reports in three shapes at once', async () => {
    expect((await conformance('keys', join(folder, 'keys'), '--url', bad.url)).code).toBe(0)
    const [json, junit] = [join(folder, 'r.json'), join(folder, 'r.xml')]
    const reporters = ['--reporter', 'console', '--reporter', `json=${json}`, '--reporter', `junit=${junit}`]
    const { code, out } = await conformance(
      'run',
      '--config',
      join(folder, 'keys', 'conformance.json'),
      '--area',
      'discovery,token',
      ...reporters,
    )
    expect(code).toBe(1)
    expect(out).toMatch(/^fail +HF-DSC-001/m)
    expect(out).toMatch(/expected {2}status 200\n {2}actual {4}status 400/)
    expect(out).not.toContain('\u001b[')
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ reportVersion: '1.1', exitCode: 1 })
    expect(readFileSync(junit, 'utf8')).toContain('<testsuite name="discovery"')
  })

  it('ends with 3 and one sentence where nothing listens', async () => {
    const { code, out } = await conformance('run', '--target', 'http://127.0.0.1:9/fhir/R4')
    expect(code).toBe(3)
    expect(out).toContain('could not be reached: 127.0.0.1:9: nothing listens there')
  })

  it('ends with 130 and a partial report when it is interrupted', async () => {
    const path = join(folder, 'partial.json')
    const child = spawn(process.execPath, ['conformance/main.ts', 'run', '--target', slow.url, '--reporter', `json=${path}`])
    const ended = new Promise<number | null>((done) => child.once('exit', done))
    await isBusy.promise
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    const report = JSON.parse(readFileSync(path, 'utf8')) as { isInterrupted: boolean; results: unknown[]; notRun: string[] }
    expect(report.isInterrupted).toBe(true)
    expect(report.results.length + report.notRun.length).toBe(suite.length)
    expect(report.notRun.length).toBeGreaterThan(0)
  })
})

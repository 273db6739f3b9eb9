// What goes wrong before or beside the tests: each case one clear sentence, the exit code that says whose fault it is, and a report.

import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttps } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { makeCast } from '../../conformance/commands/keys.ts'
import { suite } from '../../conformance/suite.ts'
import { conformance, type Said } from './command.ts'
import { openTarget } from './gateway.ts'
import { badServers, listening, startHttp, startTcp, type Running } from './servers.ts'

const folder = mkdtempSync(join(tmpdir(), 'home-first-bad-input-'))
const open: Pick<Running, 'close'>[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Report {
  readonly exitCode: number
  readonly isInterrupted: boolean
  readonly unreachable?: string
  readonly results: readonly { readonly id: string; readonly outcome: string; readonly reason?: string }[]
  readonly notRun: readonly string[]
}

const [json, junit] = [join(folder, 'report.json'), join(folder, 'report.xml')]
const reporters = ['--reporter', 'console', '--reporter', `json=${json}`, '--reporter', `junit=${junit}`]
const reported = () => JSON.parse(readFileSync(json, 'utf8')) as Report

async function started<T extends Pick<Running, 'close'>>(starting: Promise<T>): Promise<T> {
  const running = await starting
  open.push(running)
  return running
}

const runAt = (target: string, ...more: readonly string[]) =>
  conformance('run', '--target', target, '--timeout', '1000', ...reporters, ...more)

/** Ends with 3, all tests in error, and says it in one line: no test counts against a server that was not met. */
function expectNotMet({ code, out }: Said, sentence: string | RegExp): void {
  expect(code).toBe(3)
  expect(out.split('\n').filter((line) => line.startsWith('The target could not be reached: '))).toEqual([
    typeof sentence === 'string' ? `The target could not be reached: ${sentence}` : expect.stringMatching(sentence),
  ])
  const { exitCode, results, notRun } = reported()
  expect([exitCode, results.length, notRun]).toEqual([3, suite.length, []])
  expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['error']))
  expect(readFileSync(junit, 'utf8')).toContain(`errors="${suite.length}"`)
}

describe('a target that is not there', () => {
  it('is told where nothing listens', async () => {
    expectNotMet(await runAt('http://127.0.0.1:9/fhir/R4'), '127.0.0.1:9: nothing listens there (connection refused)')
  })

  it('is told where there is no such host', async () => {
    expectNotMet(
      await runAt('http://nowhere.invalid/fhir/R4'),
      /nowhere\.invalid: (there is no such host|the host name could not)/,
    )
  })

  it('is told after the time limit where it never answers', async () => {
    const { port, url } = await started(startTcp(() => undefined))
    expectNotMet(await runAt(`${url}/fhir`), `127.0.0.1:${port}: connected, but no answer within 1000 ms`)
  })

  it('is told after the time limit where it stops in the middle of its answer', async () => {
    const half = 'HTTP/1.1 200 OK\r\ncontent-type: application/fhir+json\r\ncontent-length: 500\r\n\r\n{'
    const { port, url } = await started(startTcp((socket) => void socket.write(half)))
    expectNotMet(await runAt(`${url}/fhir`), `127.0.0.1:${port}: connected, but no answer within 1000 ms`)
  })

  it('is told where something else than HTTP is spoken', async () => {
    const { port, url } = await started(startTcp((socket) => void socket.end('220 mail.example ESMTP\r\n')))
    expectNotMet(await runAt(`${url}/fhir`), new RegExp(`127.0.0.1:${port}: what came back is no HTTP`))
  })

  it('is told where no TLS is spoken', async () => {
    const { port } = await started(startHttp((_, __, respond) => respond(200, {}, '{}')))
    const sentence = `127.0.0.1:${port}: no TLS is spoken there, or another version of it`
    expectNotMet(await runAt(`https://127.0.0.1:${port}/fhir`), sentence)
  })

  it('is told with what to do about it where its certificate is self-signed', async (context) => {
    const pair = selfSigned()
    if (!pair) return context.skip('there is no openssl on this machine to make a certificate with')
    const { port } = await started(listening(createHttps(pair, (_, response) => response.end('{}'))))
    const sentence = `127.0.0.1:${port}: its certificate is self-signed; name its authority in NODE_EXTRA_CA_CERTS`
    expectNotMet(await runAt(`https://127.0.0.1:${port}/fhir`), sentence)
  })
})

describe('a wrong address', () => {
  it('is told from a server with faults where a web page is', async () => {
    const { url } = await started(startHttp(badServers['answers an HTML page for everything']!))
    const sentence = `no FHIR server is at ${url}: ${url}/metadata answers 200 and a web page; is that the FHIR base, with its whole path?`
    expectNotMet(await runAt(url), sentence)
  })

  it('is told where it sends on to another', async () => {
    const { url } = await started(startHttp((_, __, respond) => respond(302, { location: 'https://fhir.example/login' }, '')))
    expectNotMet(await runAt(url), /answers 302 and sends on to https:\/\/fhir\.example\/login; is that the FHIR base/)
  })

  it.each([
    ['too short', ''],
    ['too long', '/fhir/R4/Patient'],
    ['of another version', '/fhir/STU3'],
  ])('is told with the right one where its path is %s', async (_, path) => {
    const statement = '{"resourceType":"CapabilityStatement"}'
    const { url } = await started(
      startHttp((request, __, respond) =>
        request.url === '/fhir/R4/metadata'
          ? respond(200, { 'content-type': 'application/fhir+json' }, statement)
          : respond(404, { 'content-type': 'application/json' }, '{"error":"no such page"}'),
      ),
    )
    expectNotMet(await runAt(url + path), new RegExp(`answers 404; ${url}/fhir/R4 is a FHIR base: is that meant\\?$`))
  })

  it('is not what a server has that answers garbage or refusals: that one fails', async () => {
    for (const body of ['\u0000\u001b[2J{{{]]', '{"resourceType":"OperationOutcome"}']) {
      const { url } = await started(
        startHttp((_, __, respond) => respond(200, { 'content-type': 'application/fhir+json' }, body)),
      )
      const { code, out } = await runAt(url)
      expect(code).toBe(1)
      expect(out).toContain(`note: ${url}/metadata is no CapabilityStatement`)
      // What it sends gives a terminal no orders.
      expect(out.split('\n').filter((line) => /\u001b/.test(line))).toEqual([])
    }
  })
})

describe('a client that is not let in', () => {
  it('is told once and not counted against the server, where the server knows none of the clients', async () => {
    const target = await started(openTarget())
    const { systems } = makeCast('http://127.0.0.1', 1).config as { readonly systems: object }
    const config = join(folder, 'expired.json')
    writeFileSync(config, JSON.stringify({ target: target.config.target, systems }))
    const { code, out } = await conformance('run', '--config', config, ...reporters)
    expect(code).toBe(3)
    expect(out).toMatch(
      /^note: no token for any of the 9 systems: http\S+ answers 401 \(invalid_client: .*\); are they registered there, not expired/m,
    )
    const { results } = reported()
    expect(results.filter(({ outcome }) => outcome === 'fail')).toEqual([])
    expect(results.filter(({ outcome }) => outcome === 'pass').length).toBeGreaterThan(5)
    expect(results.find(({ id }) => id === 'HF-TOK-001')?.reason).toMatch(/^no token for any of the 9 systems/)
  })

  it('is let in by a server whose clock is an hour off, by that clock', async () => {
    const { url } = await started(startClocked(-3_600_000, true))
    const { code, out } = await runAt(url, '--config', castFor(url), '--only', 'HF-AST-004')
    expect(out).toMatch(/^note: the target's clock is 3600 s behind this machine's; tests go by the target's clock$/m)
    expect(out).toMatch(/^pass +HF-AST-004/m)
    expect(code).toBe(0)
  })

  it('is told what the server says where it hides that its clock is an hour off', async () => {
    const { url } = await started(startClocked(-3_600_000, false))
    const { code, out } = await runAt(url, '--config', castFor(url), '--only', 'HF-AST-004')
    expect(out).toMatch(/^note: no token .*\(invalid_client: exp is too far away\); .*do the clocks agree\?$/m)
    expect(code).toBe(3)
  })
})

describe('the files of a run', () => {
  it('are refused before it where they cannot be written', async () => {
    const { code, out } = await conformance('run', '--target', 'http://127.0.0.1:9', '--reporter', `json=${folder}/none/r.json`)
    expect([code, out]).toEqual([2, `--reporter: ${folder}/none/r.json cannot be written\n`])
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })

  it('hold what there is when it is interrupted half way', async () => {
    let count = 0
    const isBusy = Promise.withResolvers<void>()
    const { url } = await started(
      startHttp((_, __, respond) => {
        // The first looks and some tests are answered at once, all behind them never.
        if (++count < 12) return respond(400, { 'content-type': 'application/fhir+json' }, '{"resourceType":"OperationOutcome"}')
        return isBusy.resolve()
      }),
    )
    const child = spawn(process.execPath, ['conformance/main.ts', 'run', '--target', url, '--parallel', '2', ...reporters])
    const chunks: string[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk.toString()))
    const ended = new Promise<number | null>((done) => child.once('close', done))
    await isBusy.promise
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    const { exitCode, isInterrupted, results, notRun } = reported()
    expect([exitCode, isInterrupted, results.length + notRun.length]).toEqual([130, true, suite.length])
    expect([results.length > 0, notRun.length > 0]).toEqual([true, true])
    expect(chunks.join('')).toContain(`Interrupted: ${notRun.length} tests were not run; the report holds the others.`)
    expect(readFileSync(junit, 'utf8')).toMatch(new RegExp(`<testsuites [^>]* tests="${results.length}"[^]*</testsuites>\\n$`))
  })

  it('are written too when it is interrupted before the first answer', async () => {
    const isBusy = Promise.withResolvers<void>()
    const { url } = await started(startTcp(() => isBusy.resolve()))
    const child = spawn(process.execPath, ['conformance/main.ts', 'run', '--target', url, ...reporters], { stdio: 'ignore' })
    const ended = new Promise<number | null>((done) => child.once('close', done))
    await isBusy.promise
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(reported()).toMatchObject({ exitCode: 130, isInterrupted: true, results: [] })
    expect(reported().unreachable).toBeUndefined()
    expect(readFileSync(junit, 'utf8')).toContain('tests="0"')
  })
})

/** A server that goes by a clock of its own, looks at nothing of an assertion but its end, and may not say what time it has. */
function startClocked(aheadMs: number, isOpen: boolean): Promise<Running> {
  const now = () => Date.now() + aheadMs
  return startHttp((request, body, respond) => {
    const origin = `http://${request.headers.host}`
    const headers = { 'content-type': 'application/json', date: new Date(isOpen ? now() : Date.now()).toUTCString() }
    const answer = (status: number, value: object) => respond(status, headers, JSON.stringify(value))
    if (request.url?.endsWith('/smart-configuration')) return answer(200, { token_endpoint: `${origin}/token` })
    if (request.url !== '/token') return answer(200, { resourceType: 'CapabilityStatement' })
    const leftSeconds = endOf(body) - now() / 1000
    if (leftSeconds < 0) return answer(401, { error: 'invalid_client', error_description: 'exp is over' })
    if (leftSeconds > 302) return answer(401, { error: 'invalid_client', error_description: 'exp is too far away' })
    return answer(200, { access_token: 'clocked', token_type: 'bearer', expires_in: 300, scope: 'system/*.cruds' })
  })
}

function endOf(body: string): number {
  const [, claims = ''] = (new URLSearchParams(body).get('client_assertion') ?? '').split('.')
  const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}') as { readonly exp?: number }
  return exp ?? 0
}

function castFor(url: string): string {
  const path = join(folder, 'clocked.json')
  writeFileSync(path, JSON.stringify({ ...makeCast(url, 1).config, hl7v2: {} }))
  return path
}

function selfSigned(): { readonly key: Buffer; readonly cert: Buffer } | undefined {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '1']
  try {
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject], {
      stdio: 'ignore',
    })
    return { key: readFileSync(key), cert: readFileSync(cert) }
  } catch {
    return undefined
  }
}

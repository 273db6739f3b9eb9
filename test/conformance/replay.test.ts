// `replay`: what a result recorded, sent again as it was, to nobody but the target, and told by what comes back otherwise.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readArguments } from '../../conformance/commands/arguments.ts'
import { makeCast, writeCast } from '../../conformance/commands/keys.ts'
import { replayCommand } from '../../conformance/commands/replay.ts'
import { runCommand } from '../../conformance/commands/run.ts'
import { curlOf } from '../../conformance/redact.ts'
import { differences } from '../../conformance/replay/difference.ts'
import { wordsOf } from '../../conformance/replay/shell-words.ts'
import { badServers, givingTokens, startHttp, type Running } from './servers.ts'

const folder = mkdtempSync(join(tmpdir(), 'home-first-replay-'))
const report = join(folder, 'report.json')
const refusing = badServers['answers 400 to everything']!
let behind = refusing
const asked: { readonly url: string; readonly authorization: string; readonly body: string }[] = []
let server: Running
let config = ''

beforeAll(async () => {
  server = await startHttp(
    givingTokens((request, body, respond) => {
      asked.push({ url: request.url ?? '', authorization: request.headers.authorization ?? '', body })
      behind(request, body, respond)
    }),
  )
  const cast = makeCast(server.url, 9)
  config = writeCast(join(folder, 'conf'), { ...cast, config: { ...cast.config, target: `${server.url}/fhir` } }).config
  await command('run', '--config', config, '--only', 'HF-CRE-001,HF-TOK-001', '--reporter', `json=${report}`)
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

async function command(...argv: readonly string[]) {
  let text = ''
  const screen = { isTerminal: false, hasColour: false, write: (more: string) => void (text += more) }
  const read = readArguments(argv)
  if (!read.ok) throw new Error(read.fault)
  const never = new AbortController().signal
  const code = await (read.args.command === 'run' ? runCommand : replayCommand)(read.args, screen, never)
  return { code, text }
}

describe('replay', () => {
  it('sends it with a new token and the body as it was, and finds the same answer', async () => {
    const before = asked.findLast(({ url }) => url === '/fhir/Patient')
    const count = asked.length
    const { code, text } = await command('replay', report, 'hf-cre-001', '--config', config)
    expect(text).toMatch(/then +400\n +now +400/)
    expect(code).toBe(0)
    expect(asked.slice(count).findLast(({ url }) => url === '/fhir/Patient')).toEqual(before)
    expect(before?.body).toMatch(/"value":"999\d{7}"/)
    expect(before?.authorization).toBe('Bearer anybody-may-come-in')
  })

  it('tells what is other now, and ends with 1', async () => {
    behind = badServers['answers 401 to everything']!
    const { code, text } = await command('replay', report, 'HF-CRE-001', '--config', config, '--exchange', '2')
    behind = refusing
    expect(code).toBe(1)
    expect(text).toMatch(/then +400\n +now +401\n +otherwise issue\[0\]\.code: "invalid" → "login"/)
  })

  it('sends nothing to an address that the configuration does not name, whatever the report says', async () => {
    const foreign = join(folder, 'foreign.json')
    writeFileSync(foreign, readFileSync(report, 'utf8').replaceAll(server.url, 'http://127.0.0.1:9'))
    const count = asked.length
    const { code, text } = await command('replay', foreign, 'HF-CRE-001', '--config', config)
    expect(text).toContain('not sent: its address is none of the configuration’s')
    expect(code).toBe(1)
    expect(asked.length).toBe(count)
  })

  it('says what it cannot find, and ends with 2', async () => {
    const said = await Promise.all([
      command('replay', report, 'HF-NOT-999', '--config', config),
      command('replay', report, 'HF-CRE-001', '--config', config, '--exchange', '999'),
      command('replay', join(folder, 'none.json'), 'HF-CRE-001', '--config', config),
      command('replay', report),
    ])
    expect(said.map(({ code }) => code)).toEqual([2, 2, 2, 2])
  })
})

describe('a curl line', () => {
  it('is read back as the words that it was made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (body, hasToken) => {
        const headers = { 'x-one': `a'b"c$d`, ...(hasToken && { authorization: 'Bearer abcdefghijklmnop' }) }
        const words = wordsOf(curlOf({ method: 'POST', url: 'http://x.example/a?b=c', headers, body: `+${body}` }))
        expect(words[words.indexOf('--data-binary') + 1]).toBe(`+${body}`)
        expect(words).toContain(`x-one: a'b"c$d`)
        expect(words.includes('authorization: Bearer $TOKEN')).toBe(hasToken)
        expect(words.at(-1)).toBe('http://x.example/a?b=c')
      }),
      { numRuns: 50 },
    )
  })
})

describe('a line for HL7 v2 over HTTP', () => {
  it('can be pasted: a shell gives the very body, and no carriage return stands in it', () => {
    const body = `MSH|^~\\&|EPR|TRUST1\rPID|1||it's $HOME "x"\r\rPV1|1\r`
    const headers = { authorization: 'Bearer abcdefghijklmnop' }
    const line = curlOf({ method: 'POST', url: 'http://x.example/hl7v2', headers, body })
    expect(line).not.toMatch(/\r/)
    expect(wordsOf(line)).toContain(body)
    const script = `curl() { while [ "$1" != --data-binary ]; do shift; done; printf %s "$2"; }; ${line}`
    expect(execFileSync('bash', ['-c', script], { encoding: 'latin1' })).toBe(body)
  })
})

describe('a line for MLLP', () => {
  it('can be pasted: a shell writes the very frame, and no carriage return stands in it', () => {
    const body = 'MSH|^~\\&|EPR|TRUST1\rPID|1||A\\T\\B\\r\rPV1|1\n'
    const line = curlOf({ method: 'MLLP', url: 'mllp://127.0.0.1:2575', headers: {}, body })
    expect(line).not.toMatch(/[\r\n]/)
    expect(execFileSync('bash', ['-c', line.replace(/ \| nc .*$/, '')], { encoding: 'latin1' })).toBe(`\x0b${body}\x1c\r`)
  })
})

describe('a difference', () => {
  it('is none where only ids and times are other, and names the path where something else is', () => {
    const at = (id: string, time: string, code: string) => JSON.stringify({ id, meta: { time }, issue: [{ code }] })
    const [one, two] = ['01a2061c-c5b7-73fc-98e8-f5188ec9c072', '01a2061c-c5b7-73fc-98e8-f5188ec9c073']
    expect(differences(at(one, '2026-01-01T10:00:00Z', 'a'), at(two, '2026-01-02T10:00:00Z', 'a'))).toEqual([])
    expect(differences(at(one, '', 'a'), at(one, '', 'b'))).toEqual(['issue[0].code: "a" → "b"'])
    expect(differences('abc… (4000 characters)', 'abcdef')).toEqual([])
    expect(differences('abc', 'abd')).toEqual(['the body'])
  })
})

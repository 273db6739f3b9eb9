// The packed suite: one file that runs on the oldest Node it names, with nothing beside it, and the same bytes each time.

import { execFile, execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pack } from '../../conformance/pack/pack.ts'
import { suite } from '../../conformance/suite.ts'
import { openGateway, type Gateway } from './cast-gateway.ts'

const folder = mkdtempSync(join(tmpdir(), 'home-first-pack-'))
const empty = join(folder, 'empty')
const name = 'home-first-conformance.js'

/** The oldest that the package says it runs on; where there is none, whatever runs the tests. */
const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => majorOf(path) === 20)
if (oldNode === undefined) console.warn('the packed suite is tried on this Node only: no Node 20 is here')
let archive = ''
let gateway: Gateway

beforeAll(async () => {
  ;[archive, gateway] = await Promise.all([pack(join(folder, 'dist')), openGateway(join(folder, 'gateway'))])
  mkdirSync(empty)
  execFileSync('tar', ['xzf', archive, '-C', folder])
  copyFileSync(join(folder, 'package', name), join(empty, name))
}, 120_000)
afterAll(async () => {
  await gateway.close()
  rmSync(folder, { recursive: true })
})

function majorOf(path: string): number {
  try {
    return Number(/^v(\d+)/.exec(execFileSync(path, ['--version'], { encoding: 'utf8' }))?.[1])
  } catch {
    return 0
  }
}

interface Said {
  readonly code: number
  readonly out: string
}

/** With an empty environment, in a folder that holds the one file. */
const packed = (...args: readonly string[]) => said(oldNode ?? process.execPath, [name, ...args])

const said = (program: string, args: readonly string[]): Promise<Said> =>
  new Promise((done) => {
    execFile(program, args, { cwd: empty, env: {}, maxBuffer: 2 ** 26 }, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out: out + err }),
    )
  })

const text = (path: string): string => readFileSync(join(folder, 'package', path), 'utf8')

describe('the packed suite', () => {
  it('is one file with its page, its licences and no dependency', () => {
    expect(readdirSync(join(folder, 'package')).toSorted()).toEqual(
      ['LICENSE', 'NOTICES.md', 'README.md', name, 'package.json'].toSorted(),
    )
    const description = JSON.parse(text('package.json')) as Record<string, unknown>
    expect(description).toMatchObject({ bin: { 'home-first-conformance': name }, engines: { node: '>=20' }, type: 'module' })
    expect(description['dependencies']).toBeUndefined()
    for (const other of ['saxes', 'xmlchars', 'HL7 International']) expect(text('NOTICES.md')).toContain(other)
  })

  it('imports nothing but what Node brings, and names no path of this machine', () => {
    const code = text(name)
    const imports = [...code.matchAll(/^import .*?from "([^"]+)"|^import "([^"]+)"/gm)].map(
      ([, from, bare]) => from ?? bare ?? '',
    )
    expect(imports.length).toBeGreaterThan(5)
    expect(imports.filter((one) => !isBuiltin(one))).toEqual([])
    expect(code).not.toContain(process.cwd())
    expect(code).not.toContain('npm run conformance --')
  })

  it('is the same bytes when it is packed again', async () => {
    const again = await pack(join(folder, 'again'))
    expect(readFileSync(again).equals(readFileSync(archive))).toBe(true)
    // Neither time nor operating system in the archive.
    expect([...readFileSync(archive).subarray(4, 10)]).toEqual([0, 0, 0, 0, expect.any(Number), 255])
    expect(gunzipSync(readFileSync(archive)).subarray(136, 147).toString()).toBe('00000000000')
  })

  it('lists and explains what it asks, alone', async () => {
    const [list, explain, none] = await Promise.all([packed('list'), packed('explain', 'HF-TOK-001'), packed()])
    expect(list).toMatchObject({ code: 0, out: expect.stringContaining(`${suite.length} requirements`) as string })
    expect(explain.code).toBe(0)
    expect(none).toMatchObject({ code: 2, out: expect.stringContaining('usage: npx home-first-conformance COMMAND') as string })
  })

  it('judges resources as in a clone: all our examples are right, and what is wrong is told with its place', async () => {
    const examples = join(process.cwd(), 'profiles/built/examples')
    const wrong = join(folder, 'wrong.json')
    copyFileSync(
      join(
        examples,
        readdirSync(examples).find((file) => file.startsWith('Patient'))!,
      ),
      wrong,
    )
    writeFileSync(wrong, readFileSync(wrong, 'utf8').replace('"gender"', '"sex"'))
    const [right, faulty] = await Promise.all([packed('validate', examples), packed('validate', wrong)])
    expect(right.out).toMatch(/^(\d+) resources: \1 valid, 0 not$/m)
    expect(right.code).toBe(0)
    expect(faulty.code).toBe(1)
    expect(faulty.out).toMatch(/Patient\.sex/)
  })

  it('runs against a server with the outcomes of a clone', async () => {
    const { code, out } = await packed(
      'run',
      '--config',
      gateway.configPath,
      '--area',
      'discovery,hl7v2,profiles,xml',
      '--reporter',
      'console',
    )
    expect(out).not.toMatch(/^(fail|error|warn|skip) /m)
    expect(out.match(/^pass /gm)?.length).toBeGreaterThan(20)
    expect(code).toBe(0)
  })

  it('needs no network for what is no run', async (t) => {
    const isApart = (await said('/usr/bin/unshare', ['-rn', '/bin/true'])).code === 0
    if (!isApart) return t.skip('this machine lets nobody take the network away')
    const { code } = await said('/usr/bin/unshare', ['-rn', oldNode ?? process.execPath, name, 'list'])
    expect(code).toBe(0)
  })
})

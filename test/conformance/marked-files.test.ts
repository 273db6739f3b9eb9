// Files as editors on Windows write them: with a byte order mark in front, and lines that end in CRLF.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readArguments, type Arguments } from '../../conformance/commands/arguments.ts'
import { makeCast, writeCast } from '../../conformance/commands/keys.ts'
import { configOf } from '../../conformance/commands/run.ts'
import { simulateCommand } from '../../conformance/commands/simulate.ts'
import { makeSigningKey } from '../../conformance/report/signed/key.ts'
import { jwks } from './clients/fhir-client.ts'
import { saved } from './reports.ts'
import { said } from './said.ts'

const folder = mkdtempSync(join(tmpdir(), 'home-first-marked-'))
afterAll(() => rmSync(folder, { recursive: true }))

function marked(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, `\ufeff${text.replaceAll('\n', '\r\n')}`)
  return path
}

function argumentsOf(...argv: readonly string[]): Arguments {
  const read = readArguments(argv)
  if (!read.ok) throw new Error(read.fault)
  return read.args
}

describe('a file with a byte order mark and CRLF', () => {
  it('is read where it is a configuration', () => {
    const { config } = writeCast(join(folder, 'conf'), makeCast('http://127.0.0.1:1', 1))
    const path = marked('conformance.json', readFileSync(config, 'utf8'))
    expect(configOf(argumentsOf('run', '--config', path))).toMatchObject({ ok: true })
  })

  it('is read where it is a key that signs, and a report', async () => {
    const { privateKey, publicKey } = makeSigningKey()
    const key = marked('vendor.jwk', JSON.stringify(privateKey, undefined, 2))
    const report = marked('report.json', JSON.stringify(saved, undefined, 2))
    expect(await said('sign', report, '--key', key)).toMatchObject({ code: 0 })
    const checked = await said(
      'verify',
      join(folder, 'report.jws'),
      '--key',
      marked('p.jwk', JSON.stringify(publicKey)),
      '--report',
      report,
    )
    expect(checked).toMatchObject({ code: 4, out: expect.stringContaining('The verdict holds') })
  })

  it('is read where it is the key set of a product', async () => {
    const ports = ['--port', '0', '--mllp-port', '0', '--control-port', '0']
    const args = argumentsOf('simulate', '--keys', marked('jwks.json', JSON.stringify(jwks)), ...ports)
    const screen = { isTerminal: false, hasColour: false, write: () => undefined }
    expect(await simulateCommand(args, screen, AbortSignal.abort())).toBe(0)
  })
})

// The suite against a server that is not ours: what it reports is true of that server.

import { createPublicKey } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCast } from '../../conformance/commands/keys.ts'
import { exitCodeOf } from '../../conformance/exit.ts'
import { run, type Report } from '../../conformance/run.ts'
import { suite } from '../../conformance/suite.ts'
import { startForeign } from './foreign.ts'
import { configFor } from './gateway.ts'
import type { Running } from './servers.ts'

let server: Running
let report: Report

beforeAll(async () => {
  const { config } = makeCast('http://127.0.0.1', 1)
  const { systems } = configFor(config, 'http://127.0.0.1', 1)
  const pems = Object.values(systems).map((one) => [
    one.clientId,
    createPublicKey(one.key).export({ type: 'spki', format: 'pem' }).toString(),
  ])
  server = await startForeign(Object.fromEntries(pems))
  const target = configFor(config, server.url, server.port)
  report = await run({ config: { ...target, hl7v2: {} }, suite, chosen: suite, seed: 'foreign', parallel: 8, timeoutMs: 5_000 })
})
afterAll(() => server.close())

const ids = (outcome: string) => report.results.filter((one) => one.outcome === outcome).map(({ id }) => id)

describe('a foreign server', () => {
  it('is told what it does right', () => {
    expect(ids('pass')).toEqual(
      expect.arrayContaining(['HF-DSC-002', 'HF-TOK-002', 'HF-AST-002', 'HF-AST-012', 'HF-AST-013', 'HF-MET-001']),
    )
  })

  it('is told each of its faults', () => {
    expect(ids('fail')).toEqual(
      expect.arrayContaining([
        'HF-DSC-003', // says nothing of private_key_jwt
        'HF-AST-001', // takes a signature with a tail
        'HF-AST-003', // never looks at exp
        'HF-AST-005', // nor at aud
        'HF-AST-006', // nor at jti
        'HF-TOK-006', // takes any grant type
        'HF-SCP-001', // refuses in plain text
        'HF-SEA-001', // searches by nothing
        'HF-CRE-001', // Location without a version
        'HF-PRV-002', // shows its stack
      ]),
    )
    expect(ids('warn')).toEqual(expect.arrayContaining(['HF-TOK-003', 'HF-MET-003']))
  })

  it('is not held to what it does not claim, nor to what was not configured', () => {
    expect(ids('omit')).toEqual(expect.arrayContaining(['HF-UPD-001', 'HF-MSG-001', 'HF-TXN-001', 'HF-ACC-001']))
    expect(ids('skip')).toEqual(expect.arrayContaining(['HF-HL7-001', 'HF-MAP-001']))
    const skipped = report.results.find(({ id }) => id === 'HF-HL7-001')
    expect(skipped?.reason).toBe('configure hl7v2.http')
  })

  it('leaves no test in error, and fails as a whole', () => {
    expect(report.results.filter(({ outcome }) => outcome === 'error').map(({ id, reason }) => [id, reason])).toEqual([])
    expect(exitCodeOf(report, { strictSkips: false })).toBe(1)
  })
})

// A stranger's client from npm, unmodified, in front of the simulator: what it does of itself is told as it is.

import { MedplumClient } from '@medplum/core'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Simulator } from '../../conformance/simulate/simulator.ts'
import { jwt } from '../../conformance/wire/jwt.ts'
import { keysOfClients } from './clients/fhir-client.ts'
import { idsWith, simulated } from './clients/watched.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await simulated('puller')
})
afterAll(() => simulator.close())

async function tokenOf({ tokenUrl }: Simulator): Promise<string> {
  const claims = { iss: 'medplum', sub: 'medplum', aud: tokenUrl, exp: Math.floor(Date.now() / 1000) + 240, jti: randomUUID() }
  const client_assertion = jwt({ alg: 'ES384', kid: 'k1', typ: 'JWT' }, claims, { alg: 'ES384', key: keysOfClients.key })
  const client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
  const form = { grant_type: 'client_credentials', scope: 'system/Task.rus', client_assertion_type, client_assertion }
  const answer = await fetch(tokenUrl, { method: 'POST', body: new URLSearchParams(form) })
  return ((await answer.json()) as { access_token: string }).access_token
}

describe('MedplumClient in front of the simulator', () => {
  it('fetches every page by addresses of its own making, keeps what it does not know, and updates without If-Match', async () => {
    const accessToken = await tokenOf(simulator)
    const client = new MedplumClient({
      baseUrl: `${simulator.origin}/`,
      fhirUrlPath: 'fhir/R4',
      accessToken,
      cacheTime: 0,
      fetch,
    })
    const found: string[] = []
    for await (const page of client.searchResourcePages('Task', { owner: 'Organization/council1' }))
      found.push(...page.map(({ id }) => id ?? ''))
    expect(found).toContain('task-gone')
    expect(new Set(found).size).toBe(found.length)
    const task = await client.readResource('Task', 'task-extended')
    await client.updateResource({ ...task, status: 'accepted' })
    const verdicts = simulator.verdicts(Date.now() + 60_000)
    expect(idsWith(verdicts, 'pass')).toEqual(expect.arrayContaining(['HF-RCV-001', 'HF-RCV-005', 'HF-RCV-008', 'HF-RCV-009']))
    expect(idsWith(verdicts, 'fail', 'warn')).toEqual(['HF-RCV-002', 'HF-RCV-004'])
  })
})

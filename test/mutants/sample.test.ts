// A few of the seeded faults each day, in servers started for them; `LONG=1` takes all, and `npm run conformance -- mutants` too.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { tryMutant, type Killed } from '../../conformance/commands/mutants.ts'
import { suite } from '../../conformance/suite.ts'
import { mutants } from './mutants.ts'

const each = 4
const stride = Math.ceil(mutants.length / each)
const today = Math.floor(Date.now() / 86_400_000) % stride
const sample = process.env['LONG'] ? mutants : mutants.filter((_, i) => i % stride === today)
const start = 'node --import ./test/mutants/register.ts gateway/main.ts serve'

describe('a server', () => {
  it.each(sample.map((mutant) => [mutant.claim, mutant] as const))(
    'that %s is found by every test that claims to',
    async (_, mutant) => {
      const { killedBy, survived } = await tryMutant(mutant, { start, timeoutMs: 20_000, parallel: 4, sample: 1_000_000 })
      expect(survived).toEqual([])
      expect(killedBy.length).toBeGreaterThan(0)
    },
    60_000,
  )
})

describe('the kill matrix', () => {
  const { mutants: rows } = JSON.parse(readFileSync('test/mutants/kill-matrix.json', 'utf8')) as { mutants: readonly Killed[] }
  const claims = (id: string) => suite.filter((one) => 'kills' in one && one.kills.includes(id)).map((one) => one.id)

  it('holds every fault, found by every test that claims it', () => {
    const seen = rows.map(({ id, killedBy, survived }) => ({ id, killedBy, survived }))
    expect(seen).toEqual(mutants.map(({ id }) => ({ id, killedBy: claims(id), survived: [] })))
  })
})

// The simulator held against products: three good ones, and bad ones of which each fault is named by exactly its requirement.

import { describe, expect, it, vi } from 'vitest'
import { packs } from '../../conformance/simulate/sentinels.ts'
import { clientSuite } from '../../conformance/simulate/suite.ts'
import { requirementsFor } from '../../conformance/simulate/verdicts.ts'
import { faultsOf } from './clients/faults.ts'
import { idsWith, watched } from './clients/watched.ts'

// They wait more than they work.
vi.setConfig({ maxConcurrency: 12 })

describe.concurrent('the simulator', () => {
  it.each(packs)('passes a good product of the pack %s in everything', async (pack) => {
    const verdicts = await watched(pack)
    const open = verdicts
      .filter(({ outcome }) => outcome !== 'pass')
      .map(({ requirement, finding }) => [requirement.id, finding.reason])
    expect(open).toEqual([])
  })

  it.each(packs.flatMap((pack) => faultsOf[pack].map((fault) => [pack, fault] as const)))(
    'names the fault of a product of the pack %s: %s',
    async (pack, fault) => {
      const verdicts = await watched(pack, fault)
      const claimed = requirementsFor(clientSuite, [pack]).filter((one) => 'kills' in one && one.kills.includes(fault))
      expect(claimed.length).toBe(1)
      expect(idsWith(verdicts, 'fail', 'warn')).toEqual(claimed.map(({ id }) => id))
    },
  )
})

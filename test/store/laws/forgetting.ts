// Laws of forgetting: claims that end by themselves are given up when their time is over, and not before.

import { describe, expect, it } from 'vitest'
import type { Subject } from '../laws.ts'
import { committed, conflictIn } from '../plans.ts'
import { opened } from './opened.ts'

export function forgettingLaws(subject: Subject): void {
  describe('claims whose time is over', () => {
    const store = opened(subject)
    const claim = (key: string, holder: string, space = 'jti') => ({ space, key, holder })

    it('are given up in their space alone, and only those that are past', async () => {
      await committed(store(), {
        claims: [
          claim('past', '1700000000'),
          claim('now', '1700000060'),
          claim('later', '10000000000'),
          claim('message', '1', 'message'),
          claim('word', 'some-id'),
          claim('none', ''),
          claim('odd', '1.5e3'),
          claim('long', '1'.repeat(40)),
        ],
      })
      expect(await store().forget('jti', 1_700_000_060)).toBe(1)
      expect(await store().holder('jti', 'past')).toBeUndefined()
      for (const key of ['now', 'later', 'word', 'none', 'odd', 'long'])
        expect(await store().holder('jti', key), key).toBeDefined()
      expect(await store().holder('message', 'message')).toBe('1')
      expect(await store().forget('jti', 1_700_000_060.9)).toBe(0)
      expect(await conflictIn(store(), { claims: [claim('now', '2')] })).toMatchObject({ why: 'claimed' })
      await committed(store(), { claims: [claim('past', '1700000100')] })
    })

    it('are given up however many there are', async () => {
      const each = 2_000
      for (let i = 0; i < 6; i++)
        await committed(store(), { claims: Array.from({ length: each }, (_, n) => claim(`${i}-${n}`, '1600000000', 'flood')) })
      await committed(store(), { claims: [claim('living', '1800000000', 'flood')] })
      expect(await store().forget('flood', 1_700_000_000)).toBe(6 * each)
      expect(await store().holder('flood', '3-7')).toBeUndefined()
      expect(await store().holder('flood', 'living')).toBe('1800000000')
      expect(await store().forget('flood', 1_700_000_000)).toBe(0)
    })
  })
}

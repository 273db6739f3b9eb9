// Laws of what is hidden: no read of the store that takes an Access returns it, counts it, passes through it or sorts by it.

import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Access } from '../../../gateway/store/store.ts'
import type { Subject } from '../laws.ts'
import { caller, committed, gateway, newId, write } from '../plans.ts'
import { heardBy, hide, methods, newHidden, ways } from '../ways.ts'
import { opened } from './opened.ts'

export function hiddenLaws(subject: Subject): void {
  describe('what is hidden', () => {
    const store = opened(subject)
    const of = newHidden()
    const { type, id, index } = of
    beforeAll(() => hide(store(), of))
    const heard = (access: Access) => heardBy(store(), access, of)

    const all = methods.flatMap((method) => Object.keys(ways[method]).map((way) => `${method} ${way}`))

    it('is asked for here by every method that takes an Access', () => {
      const port = readFileSync(new URL('../../../gateway/store/store.ts', import.meta.url), 'utf8')
      const taking = [...port.matchAll(/^ {2}(\w+)\(\s*access: Access/gm)].map(([, method]) => method)
      expect(new Set(taking)).toEqual(new Set(methods))
    })

    it.each(['trust1', 'hub1', 'provider1'])('is heard of in every way by %s, who may see it', async (organization) => {
      expect(await heard(caller(organization))).toEqual(all)
    })

    it('is heard of in every way by the gateway itself', async () => {
      expect(await heard(gateway)).toEqual(all)
    })

    it.each(['stranger', 'council1', 'acute2', ''])('is heard of in no way by %s', async (organization) => {
      expect(await heard(caller(organization))).toEqual([])
    })

    it('is heard of in no way by a party whose role does not see its kind', async () => {
      expect(await heard(caller('hub1', { hub: ['plan', 'readiness'] }))).toEqual([])
    })

    describe('once entered in error', () => {
      beforeAll(async () => {
        await committed(store(), { writes: [write(type, id, { base: 2, kind: 'retracted', author: 'trust2', index })] })
      })
      const reviewer = (organization: string): Access => ({ ...caller(organization), reviews: true }) as Access

      it.each(['hub1', 'provider1', 'trust2', 'stranger'])('is hidden in all its versions from %s', async (organization) => {
        expect(await heard(caller(organization))).toEqual([])
      })

      it('stays with who wrote it first', async () => {
        expect(await heard(caller('trust1'))).toEqual(all)
      })

      it('is seen by a named reviewer, from whom it is not withheld', async () => {
        expect(await heard(reviewer('reviewer1'))).toEqual(all)
        expect(await heard(reviewer('acute2'))).toEqual([])
      })

      it('opens nothing else to a reviewer', async () => {
        const id = newId()
        await committed(store(), { writes: [write('Task', id)] })
        expect(await store().read(reviewer('reviewer1'), 'Task', id)).toBeUndefined()
      })

      it('is seen again when that was the error', async () => {
        await committed(store(), { writes: [write(type, id, { base: 3, index })] })
        expect(await heard(caller('hub1'))).toEqual(all)
        expect(await heard(reviewer('reviewer1'))).toEqual([])
      })
    })
  })
}

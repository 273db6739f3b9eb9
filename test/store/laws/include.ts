// Laws of including: what resources refer to, as it is now, once, and no more than asked for.

import { beforeAll, describe, expect, it } from 'vitest'
import type { Subject } from '../laws.ts'
import { committed, gateway, newId, row, write } from '../plans.ts'
import { opened } from './opened.ts'

export function includeLaws(subject: Subject): void {
  describe('including', () => {
    const store = opened(subject)
    const [type, person, place] = [newId(), newId(), newId()]
    const key = `${type}.of`
    const included = async (from: string[], wanted?: string, limit = 100, by = key) =>
      (
        await store().include(
          gateway,
          from.map((id) => `${type}/${id}`),
          by,
          wanted,
          limit,
        )
      ).map(({ id, version }) => `${id}${version}`)
    beforeAll(async () => {
      await committed(store(), { writes: ['p', 'q', 'gone'].map((id) => write(person, id)) })
      await committed(store(), {
        writes: [write(place, 'p'), write(person, 'p', { base: 1 }), write(person, 'gone', { base: 1, text: '' })],
      })
      const refers = (id: string, ...to: string[]) => write(type, id, { index: to.map((one) => row(key, one)) })
      await committed(store(), {
        writes: [
          refers('one', `${person}/p`, `${place}/p`, `${person}/gone`),
          refers('two', `${person}/p`, `${person}/q`, 'https://elsewhere.example/Patient/q', `${person}/nobody`, '', '/', person),
          refers('none'),
          write(type, 'other', { index: [row(`${type}.by`, `${person}/q`)] }),
          refers('old', `${person}/q`),
        ],
      })
      await committed(store(), { writes: [write(type, 'old', { base: 1, text: '' })] })
    })

    it('finds the current versions of what is there, none twice', async () => {
      expect(await included(['one', 'two'])).toEqual(['p2', 'q1', 'p1'])
      expect(await included(['two', 'two'])).toEqual(['p2', 'q1'])
      expect(await included(['none', 'other', 'old', 'nothing'])).toEqual([])
      expect(await included([])).toEqual([])
      expect(await included(['other'], undefined, 100, `${type}.by`)).toEqual(['q1'])
    })

    it('keeps to the type and to the limit', async () => {
      expect(await included(['one', 'two'], person)).toEqual(['p2', 'q1'])
      expect(await included(['one', 'two'], place)).toEqual(['p1'])
      expect(await included(['one', 'two'], newId())).toEqual([])
      expect(await included(['one', 'two'], undefined, 2)).toHaveLength(2)
      expect(await included(['one', 'two'], undefined, 0)).toEqual([])
    })

    it('takes names that no resource has', async () => {
      for (const hostile of ["'", '', '/', 'a', 'a/b/c', '\0/\0', "x/y') or 1=1 --"]) {
        expect(await store().include(gateway, [hostile], hostile, hostile, 10)).toEqual([])
      }
    })
  })
}

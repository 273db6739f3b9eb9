// Laws of the clauses that combine others, and of those on numbers and URIs; each also where another clause leads.

import { beforeAll, describe, expect, it } from 'vitest'
import { folded } from '../../../gateway/store/index-rows.ts'
import type { Clause, DatePrefix, IndexRow } from '../../../gateway/store/store.ts'
import type { Subject } from '../laws.ts'
import { committed, found, gateway, newId, row, write } from '../plans.ts'
import { opened } from './opened.ts'

export function clauseLaws(subject: Subject): void {
  describe('clauses', () => {
    const store = opened(subject)
    const put = (type: string, id: string, ...index: IndexRow[]) => committed(store(), { writes: [write(type, id, { index })] })

    /** By the clause where it may lead, and where it is looked up for what ids name: the same. */
    async function find(type: string, clause: Clause): Promise<string[]> {
      const leading = await found(store(), gateway, type, [clause])
      const everyId = await found(store(), gateway, type, [])
      expect(await found(store(), gateway, type, [clause, { on: 'id', any: everyId }])).toEqual(leading)
      const never: Clause = { on: 'token', key: 'none', any: [{ code: 'none' }] }
      expect(await found(store(), gateway, type, [{ on: 'any', of: [never, clause] }])).toEqual(leading)
      expect(await found(store(), gateway, type, [{ on: 'all', of: [clause, { on: 'type', any: [type] }] }])).toEqual(leading)
      return leading
    }

    describe('numbers', () => {
      const n = (value: number) => String(value).padStart(6, '0')
      const type = newId()
      const span = (low: number, high: number) => row(`${type}.n`, n(low), n(high))
      beforeAll(async () => {
        for (const [id, low, high] of [
          ['before', 10, 20],
          ['into', 40, 60],
          ['within', 60, 60],
          ['same', 50, 70],
          ['around', 30, 90],
          ['outof', 60, 90],
          ['behind', 100, 110],
        ] as const) {
          await put(type, id, span(low, high))
        }
        await put(type, 'none')
      })
      const cases: readonly [DatePrefix, string[]][] = [
        ['eq', ['same', 'within']],
        ['ne', ['around', 'before', 'behind', 'into', 'outof']],
        ['gt', ['around', 'behind', 'outof']],
        ['lt', ['around', 'before', 'into']],
        ['ge', ['around', 'behind', 'outof', 'same', 'within']],
        ['le', ['around', 'before', 'into', 'same', 'within']],
        ['sa', ['behind']],
        ['eb', ['before']],
        ['ap', ['around', 'into', 'outof', 'same', 'within']],
      ]
      it.each(cases)('%s compares ranges', async (prefix, expected) => {
        expect(await find(type, { on: 'number', key: `${type}.n`, any: [{ prefix, low: n(50), high: n(70) }] })).toEqual(expected)
      })
    })

    describe('URIs', () => {
      const type = newId()
      const uris = [
        'http://a.example/b',
        'http://a.example/b/c',
        'http://a.example/b/c/d',
        'http://a.example/bc',
        'http://a.example',
        'urn:oid:1.2.3',
        'http://A.example/b',
      ]
      beforeAll(async () => {
        for (const [i, uri] of uris.entries()) await put(type, String(i), row(`${type}.url`, uri))
      })
      const by = (value: string, how: 'is' | 'below' | 'above') =>
        find(type, { on: 'uri', key: `${type}.url`, any: [{ value, how }] })

      it('are found as they are, case and all', async () => {
        expect(await by('http://a.example/b', 'is')).toEqual(['0'])
        expect(await by('http://a.example/b/', 'is')).toEqual([])
        expect(await by('urn:oid:1.2.3', 'is')).toEqual(['5'])
      })

      it('are found below and above another by the segments of the path', async () => {
        expect(await by('http://a.example/b', 'below')).toEqual(['0', '1', '2'])
        expect(await by('http://a.example/b/', 'below')).toEqual(['1', '2'])
        expect(await by('http://a.example/b/c/d', 'above')).toEqual(['0', '1', '2', '4'])
        expect(await by('urn:oid:1.2.3', 'below')).toEqual(['5'])
        expect(await by('http://', 'above')).toEqual([])
      })
    })

    it('text exactly is letter for letter where the text as it was is known', async () => {
      const type = newId()
      for (const [id, text] of [
        ['a', 'Åse'],
        ['b', 'ase'],
        ['c', 'Ase'],
      ] as const)
        await put(type, id, row(`${type}.s`, folded(text), text))
      const by = (original?: string) =>
        find(type, {
          on: 'string',
          key: `${type}.s`,
          any: [{ value: 'ase', how: 'exact', ...(original !== undefined && { original }) }],
        })
      expect(await by('Ase')).toEqual(['c'])
      expect(await by('Åse')).toEqual(['a'])
      expect(await by()).toEqual(['a', 'b', 'c'])
    })

    describe('alternatives', () => {
      const type = newId()
      const code = (value: string, not = false): Clause => ({
        on: 'token',
        key: `${type}.code`,
        any: [{ code: value }],
        ...(not && { not }),
      })
      const owner = (value: string): Clause => ({ on: 'reference', key: `${type}.owner`, any: [value] })
      const lacking: Clause = { on: 'missing', key: `${type}.owner`, missing: true }
      beforeAll(async () => {
        await put(type, 'x1', row(`${type}.code`, 'x'), row(`${type}.owner`, 'O/1'))
        await put(type, 'x2', row(`${type}.code`, 'x'), row(`${type}.owner`, 'O/2'))
        await put(type, 'y1', row(`${type}.code`, 'y'), row(`${type}.owner`, 'O/1'))
        await put(type, 'z')
      })

      it('hold when any holds, and all when all hold', async () => {
        expect(await find(type, { on: 'any', of: [code('y'), owner('O/2')] })).toEqual(['x2', 'y1'])
        expect(await find(type, { on: 'any', of: [lacking, code('y')] })).toEqual(['y1', 'z'])
        expect(await find(type, { on: 'any', of: [] })).toEqual([])
        expect(await find(type, { on: 'all', of: [code('x'), owner('O/1')] })).toEqual(['x1'])
        expect(await find(type, { on: 'all', of: [] })).toEqual(['x1', 'x2', 'y1', 'z'])
        expect(
          await find(type, {
            on: 'any',
            of: [
              { on: 'all', of: [code('x'), owner('O/2')] },
              { on: 'all', of: [lacking, code('x', true)] },
            ],
          }),
        ).toEqual(['x2', 'z'])
      })

      it('of types, of ids and of what is not an id', async () => {
        expect(await find(type, { on: 'type', any: [type] })).toHaveLength(4)
        expect(await find(type, { on: 'type', any: [newId()] })).toEqual([])
        expect(await find(type, { on: 'id', any: ['z', 'x1', 'z'] })).toEqual(['x1', 'z'])
        expect(await find(type, { on: 'id', any: ['z', 'x1'], not: true })).toEqual(['x2', 'y1'])
        expect(await find(type, { on: 'id', any: [], not: true })).toHaveLength(4)
      })
    })

    describe('what refers to it', () => {
      const [type, other] = [newId(), newId()]
      const has = (where: Clause[], key = `${other}.of`): Clause => ({ on: 'has', key, type: other, where })
      const code = (value: string): Clause => ({ on: 'token', key: `${other}.code`, any: [{ code: value }] })
      beforeAll(async () => {
        for (const id of ['a', 'b', 'c', 'd']) await put(type, id)
        await put(other, 'o1', row(`${other}.of`, `${type}/a`), row(`${other}.of`, `${type}/b`), row(`${other}.code`, 'x'))
        await put(other, 'o2', row(`${other}.of`, `${type}/b`), row(`${other}.code`, 'y'))
        await put(other, 'o3', row(`${other}.of`, `${type}/c`), row(`${other}.code`, 'x'))
        await put(other, 'o4', row(`${other}.of`, `https://elsewhere.example/${type}/d`), row(`${other}.by`, `${type}/d`))
        await put(other, 'o5', row(`${other}.of`, `${type}x/a`), row(`${other}.code`, 'z'))
        await put(newId(), 'o6', row(`${other}.of`, `${type}/d`), row(`${other}.code`, 'x'))
        await committed(store(), { writes: [write(other, 'o3', { base: 1, text: '' })] })
      })

      it('meets the clauses, is there now, and refers by the key', async () => {
        expect(await find(type, has([code('x')]))).toEqual(['a', 'b'])
        expect(await find(type, has([code('y')]))).toEqual(['b'])
        expect(await find(type, has([]))).toEqual(['a', 'b'])
        expect(await find(type, has([code('z')]))).toEqual([])
        expect(await find(type, has([], `${other}.by`))).toEqual(['d'])
        expect(await find(type, has([code('x'), code('y')]))).toEqual([]) // both of one resource
      })

      it('may itself be referred to, or refer on', async () => {
        const far = newId()
        await put(far, 'f1', row(`${far}.to`, `${other}/o2`), row(`${far}.code`, 'q'))
        const referred: Clause = {
          on: 'has',
          key: `${far}.to`,
          type: far,
          where: [{ on: 'token', key: `${far}.code`, any: [{ code: 'q' }] }],
        }
        expect(await find(type, has([referred]))).toEqual(['b'])
        expect(await find(type, has([{ on: 'chain', key: `${other}.of`, type, where: [{ on: 'id', any: ['a'] }] }]))).toEqual([
          'a',
          'b',
        ])
        expect(
          await find(far, {
            on: 'chain',
            key: `${far}.to`,
            type: other,
            where: [{ on: 'chain', key: `${other}.of`, type, where: [] }],
          }),
        ).toEqual(['f1'])
      })
    })
  })
}

// Laws of search: each clause finds what FHIR says and nothing else, and pages neither skip nor repeat.

import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { longestAsked } from '../../../gateway/store/index-rows.ts'
import type { Clause, DatePrefix, IndexRow } from '../../../gateway/store/store.ts'
import type { Subject } from '../laws.ts'
import { committed, found, gateway, row, write } from '../plans.ts'
import { opened } from './opened.ts'

export function searchLaws(subject: Subject): void {
  describe('search', () => {
    const store = opened(subject)
    const put = (type: string, id: string, ...index: IndexRow[]) => committed(store(), { writes: [write(type, id, { index })] })
    const find = (type: string, ...where: Clause[]) => found(store(), gateway, type, where)

    describe('tokens', () => {
      const any = (...tokens: { system?: string; code?: string }[]): Clause => ({
        on: 'token',
        key: 'T.status',
        any: tokens,
      })
      beforeAll(async () => {
        await put('T', 'plain', row('T.status', 'draft'))
        await put('T', 'one', row('T.status', 'draft', 'sys1'))
        await put('T', 'two', row('T.status', 'draft', 'sys2'), row('T.status', 'final', 'sys1'))
        await put('T', 'other', row('T.other', 'draft', 'sys1'))
        await put('U', 'elsewhere', row('T.status', 'draft', 'sys1'))
      })

      it('match by code, by system, and by both in one row', async () => {
        expect(await find('T', any({ code: 'draft' }))).toEqual(['one', 'plain', 'two'])
        expect(await find('T', any({ code: 'draft', system: '' }))).toEqual(['plain'])
        expect(await find('T', any({ code: 'draft', system: 'sys1' }))).toEqual(['one'])
        expect(await find('T', any({ system: 'sys1' }))).toEqual(['one', 'two'])
        expect(await find('T', any({ system: 'sys2' }, { code: 'final' }))).toEqual(['two'])
        expect(await find('T', any({ code: 'DRAFT' }))).toEqual([])
        expect(await find('T', any({}))).toEqual(['one', 'plain', 'two'])
        expect(await find('T', any())).toEqual([])
      })

      it('with not find what no row matches, and what has no row', async () => {
        const not = (...tokens: { system?: string; code?: string }[]): Clause => ({
          on: 'token',
          key: 'T.status',
          any: tokens,
          not: true,
        })
        expect(await find('T', not({ code: 'final' }))).toEqual(['one', 'other', 'plain'])
        expect(await find('T', not({ code: 'draft' }, { code: 'final' }))).toEqual(['other'])
      })

      it('must all hold, each in a row of its own', async () => {
        expect(await find('T', any({ code: 'draft' }), any({ code: 'final' }))).toEqual(['two'])
        expect(await find('T', any({ code: 'draft' }), { on: 'id', any: ['one', 'elsewhere'] })).toEqual(['one'])
      })
    })

    describe('presence', () => {
      beforeAll(async () => {
        await put('M', 'with', row('M.owner', 'Organization/1'))
        await put('M', 'without', row('M.code', 'x'))
      })

      it('tells what has a value from what has none', async () => {
        expect(await find('M', { on: 'missing', key: 'M.owner', missing: true })).toEqual(['without'])
        expect(await find('M', { on: 'missing', key: 'M.owner', missing: false })).toEqual(['with'])
      })
    })

    describe('text', () => {
      const texts = [
        'o connor',
        "o'connor",
        '100%',
        '1000',
        'a_b',
        'axb',
        'åse',
        'zoë',
        'back\\slash',
        '$1',
        '\u{1F600} smile',
        '',
      ]
      const by = (value: string, how: 'starts' | 'exact' | 'contains'): Clause => ({
        on: 'string',
        key: 'S.name',
        any: [{ value, how }],
      })
      const findTexts = async (...args: Parameters<typeof by>) => (await find('S', by(...args))).map((id) => texts[Number(id)])
      beforeAll(async () => {
        for (const [i, text] of texts.entries()) await put('S', String(i), row('S.name', text))
        await put('S', '99', row('S.other', 'o connor'))
      })

      it('is found by its beginning, by the whole of it, or by any part', async () => {
        expect(await findTexts('o', 'starts')).toEqual(['o connor', "o'connor"])
        expect(await findTexts('o connor', 'exact')).toEqual(['o connor'])
        expect(await findTexts('o', 'exact')).toEqual([])
        expect(await findTexts('conn', 'contains')).toEqual(['o connor', "o'connor"])
        expect(await findTexts('\u{1F600}', 'starts')).toEqual(['\u{1F600} smile'])
        expect(await findTexts('smile', 'contains')).toEqual(['\u{1F600} smile'])
        expect((await findTexts('', 'starts')).length).toBe(texts.length)
      })

      it('means itself, whatever a database or pattern would read into it', async () => {
        expect(await findTexts('100%', 'starts')).toEqual(['100%'])
        expect(await findTexts('%', 'contains')).toEqual(['100%'])
        expect(await findTexts('a_', 'starts')).toEqual(['a_b'])
        expect(await findTexts('_', 'contains')).toEqual(['a_b'])
        expect(await findTexts('\\', 'contains')).toEqual(['back\\slash'])
        expect(await findTexts('$1', 'starts')).toEqual(['$1'])
        for (const hostile of ["'; drop table resource; --", "' or '1'='1", '"', '\0', '\uD800', '?1', '*']) {
          for (const how of ['starts', 'exact', 'contains'] as const) expect(await findTexts(hostile, how)).toEqual([])
          expect(await find('S', { on: 'token', key: hostile, any: [{ code: hostile, system: hostile }] })).toEqual([])
          expect(await find(hostile, { on: 'id', any: [hostile] })).toEqual([])
        }
        expect((await find('S')).length).toBe(texts.length + 1)
      })

      it('of any length is kept apart, and found by how it begins', async () => {
        const long = `xxx${randomBytes(4000).toString('hex')}`
        const [one, two] = [`${long}1`, `${long}2`]
        await put('L', 'one', row('L.name', one), row('L.code', one, one), row('L.link', `https://a.example/${one}`))
        await put('L', 'two', row('L.name', two), row('L.code', two, two))
        const name = (value: string, how: 'starts' | 'exact'): Clause => ({
          on: 'string',
          key: 'L.name',
          any: [{ value, how }],
        })
        expect(await find('L', name(one, 'exact'))).toEqual(['one'])
        expect(await find('L', name('xxx', 'starts'))).toEqual(['one', 'two'])
        expect(await find('L', name(one.slice(0, longestAsked), 'starts'))).toEqual(['one', 'two'])
        // Longer than what may be asked: what only begins alike is not taken for it.
        expect(await find('L', name(`${one.slice(0, longestAsked)}?`, 'starts'))).toEqual([])
        expect(await find('L', { on: 'token', key: 'L.code', any: [{ code: two, system: two }] })).toEqual(['two'])
        expect(await find('L', { on: 'uri', key: 'L.link', any: [{ value: `https://a.example/${one}`, how: 'is' }] })).toEqual([
          'one',
        ])
      })
    })

    describe('dates', () => {
      const day = (n: number) =>
        [
          `2026-01-${String(n).padStart(2, '0')}T00:00:00.000000Z`,
          `2026-01-${String(n).padStart(2, '0')}T23:59:59.999999Z`,
        ] as const
      const span = (from: number, to: number) => row('D.date', day(from)[0], day(to)[1])
      beforeAll(async () => {
        await put('D', 'before', span(1, 2))
        await put('D', 'into', span(4, 6))
        await put('D', 'within', span(6, 6))
        await put('D', 'same', span(5, 7))
        await put('D', 'around', span(3, 9))
        await put('D', 'outof', span(6, 9))
        await put('D', 'behind', span(10, 11))
        await put('D', 'undated')
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
        expect(await find('D', { on: 'date', key: 'D.date', any: [{ prefix, low: day(5)[0], high: day(7)[1] }] })).toEqual(
          expected,
        )
      })

      it('are alternatives within a clause and limits across clauses', async () => {
        const match = (prefix: DatePrefix, n: number) => ({ prefix, low: day(n)[0], high: day(n)[1] })
        const clause = (...any: ReturnType<typeof match>[]): Clause => ({ on: 'date', key: 'D.date', any })
        expect(await find('D', clause(match('eb', 3), match('sa', 9)))).toEqual(['before', 'behind'])
        expect(await find('D', clause(match('ge', 5)), clause(match('le', 7)))).toEqual([
          'around',
          'into',
          'outof',
          'same',
          'within',
        ])
      })
    })

    it('compares the last update as a point', async () => {
      const instants = new Map<string, string>()
      for (const id of ['a', 'b', 'c']) instants.set(id, await put('P', id))
      const low = instants.get('b') ?? ''
      const by = (prefix: DatePrefix) => find('P', { on: 'updated', any: [{ prefix, low, high: low }] })
      expect(await Promise.all((['eq', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb'] as const).map(by))).toEqual([
        ['b'],
        ['a', 'c'],
        ['c'],
        ['a'],
        ['b', 'c'],
        ['a', 'b'],
        ['c'],
        ['a'],
      ])
    })

    describe('chains', () => {
      const byName = (name: string, type = 'ChainPatient'): Clause => ({
        on: 'chain',
        key: 'C.subject',
        type,
        where: [{ on: 'string', key: 'ChainPatient.family', any: [{ value: name, how: 'exact' }] }],
      })
      beforeAll(async () => {
        await put('ChainOrganization', 'o1', row('ChainOrganization.identifier', 'TRUST1'))
        await put(
          'ChainPatient',
          'p1',
          row('ChainPatient.family', 'one'),
          row('ChainPatient.organization', 'ChainOrganization/o1'),
        )
        await put('ChainPatient', 'p2', row('ChainPatient.family', 'two'))
        await put('ChainPatient', 'p3', row('ChainPatient.family', 'gone'))
        await put('C', 'c1', row('C.subject', 'ChainPatient/p1'))
        await put('C', 'c2', row('C.subject', 'ChainPatient/p2'), row('C.other', 'ChainPatient/p1'))
        await put('C', 'c3', row('C.subject', 'ChainPatient/p3'))
        await committed(store(), { writes: [write('ChainPatient', 'p3', { base: 1, text: '' })] })
      })

      it('find by what the referred resource is found by now', async () => {
        expect(await find('C', byName('one'))).toEqual(['c1'])
        expect(await find('C', byName('two'))).toEqual(['c2'])
        expect(await find('C', byName('gone'))).toEqual([])
        expect(await find('C', byName('one', 'C'))).toEqual([])
      })

      it('reach over two references, and combine with other clauses', async () => {
        const organization: Clause = {
          on: 'chain',
          key: 'ChainPatient.organization',
          type: 'ChainOrganization',
          where: [{ on: 'token', key: 'ChainOrganization.identifier', any: [{ code: 'TRUST1' }] }],
        }
        const patient: Clause = { on: 'chain', key: 'C.subject', type: 'ChainPatient', where: [organization] }
        expect(await find('C', patient)).toEqual(['c1'])
        expect(await find('C', patient, { on: 'id', any: ['c2'] })).toEqual([])
        expect(await find('C', { on: 'chain', key: 'C.subject', type: 'ChainPatient', where: [] })).toEqual(['c1', 'c2'])
      })
    })

    it('finds references exactly, and in any of several', async () => {
      await put('R', 'r1', row('R.owner', 'Organization/1'))
      await put('R', 'r2', row('R.owner', 'Organization/12'))
      const by = (...any: string[]): Clause => ({ on: 'reference', key: 'R.owner', any })
      expect(await find('R', by('Organization/1'))).toEqual(['r1'])
      expect(await find('R', by('Organization/1', 'Organization/12', 'Organization/3'))).toEqual(['r1', 'r2'])
      expect(await find('R', by())).toEqual([])
    })

    it('takes several hundred alternatives', async () => {
      await put('A', 'a7')
      expect(await find('A', { on: 'id', any: Array.from({ length: 900 }, (_, i) => `a${i}`) })).toEqual(['a7'])
    })
  })
}

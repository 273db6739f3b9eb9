// The engine: what the compiler refuses, and how set, clear and silent, selectors, alternatives and the ledger behave.

import { describe, expect, it } from 'vitest'
import { cellOf, recordSource, textCell, type Cell, type Source } from '../../mappings/engine/cell.ts'
import { compile, TableFault } from '../../mappings/engine/compile.ts'
import { clearAt, parsePath, printPath, putAt, valueAt } from '../../mappings/engine/path.ts'
import { personName } from '../../mappings/engine/people.ts'
import { fieldsOf, type Condition, type Context, type Row, type Table } from '../../mappings/engine/row.ts'
import { text, wholeText } from '../../mappings/engine/text.ts'
import { date } from '../../mappings/engine/time.ts'

const context: Context = {
  client: 'trust1-epr',
  timeZone: 'Europe/London',
  assigner: 'TRUST1',
  identifierSystems: {},
  aliases: {},
  meanings: { 'XYZ-2': 'first' },
}

const row = (from: Row['from'], to: string, more: Partial<Row> = {}): Row => ({ from, to, as: text, direction: '⇄', ...more })

const table = (rows: readonly Row[], more: Partial<Table> = {}): Table => ({
  id: 'XYZ → Patient',
  source: 'XYZ',
  fields: fieldsOf('XYZ', 3),
  draft: 'patient',
  type: 'Patient',
  rows,
  ignored: { 'XYZ-1': 'a test', 'XYZ-2': 'a test', 'XYZ-3': 'a test' },
  ...more,
})

/** A segment of fields, each a list of cells. */
const source = (fields: Readonly<Record<string, readonly Cell[]>>): Source => ({
  present: Object.keys(fields),
  repetitions: (field) => fields[field] ?? [],
  place: (field) => field,
})

const is = (value: string): Condition => ({ name: `XYZ-2 is ${value}`, setting: 'XYZ-2', is: value })

describe('the compiler', () => {
  it('refuses a two-way row whose datatype has no inverse, and a writing one', () => {
    expect(() => compile(table([row('XYZ-1', 'active', { as: wholeText })]))).toThrow(/no way back/)
    expect(() => compile(table([row('XYZ-1', 'active', { as: wholeText, direction: '←' })]))).toThrow(/no way back/)
  })

  it('refuses two rows that write one target, also one inside the other', () => {
    expect(() => compile(table([row('XYZ-1', 'gender'), row('XYZ-2', 'gender')]))).toThrow(/two rows write gender/)
    expect(() => compile(table([row('XYZ-1', 'name[use=official]'), row('XYZ-2', 'name[use=official].family')]))).toThrow(
      TableFault,
    )
    expect(() => compile(table([row('XYZ-1', 'address'), row('XYZ-2', 'address[0].city')]))).toThrow(TableFault)
  })

  it('takes two rows for one target when their conditions exclude each other, and only then', () => {
    const rows = (one: Condition, other: Condition) => [
      row('XYZ-1', 'gender', { when: one }),
      row('XYZ-2', 'gender', { when: other }),
    ]
    const ignored = { 'XYZ-3': 'a test' }
    expect(() => compile(table(rows(is('first'), is('second')), { ignored }))).not.toThrow()
    expect(() => compile(table(rows(is('first'), is('first')), { ignored }))).toThrow(TableFault)
    expect(() => compile(table(rows(is('first'), { ...is('second'), setting: 'other' }), { ignored }))).toThrow(TableFault)
  })

  it('refuses a field that is neither mapped nor ignored with a reason', () => {
    expect(() => compile(table([row('XYZ-1', 'gender')], { ignored: { 'XYZ-2': 'a test' } }))).toThrow(/XYZ-3/)
    expect(() => compile(table([], { ignored: { 'XYZ-1': ' ', 'XYZ-2': 'a test', 'XYZ-3': 'a test' } }))).toThrow(/XYZ-1/)
  })

  it('refuses what names nothing: a target that does not parse, a field or selector that is not there', () => {
    const ignored = { 'XYZ-2': 'a test', 'XYZ-3': 'a test' }
    expect(() => compile(table([row('XYZ-1', 'name[.family')], { ignored }))).toThrow(/not a path/)
    expect(() => compile(table([row('XYZ-9', 'gender')]))).toThrow(/not a field/)
    expect(() => compile(table([row('XYZ-1[NHS]', 'gender')], { ignored }))).toThrow(/no selector/)
    expect(() => compile(table([row('xyz 1 ?', 'gender')]))).toThrow(/not a source path/)
    expect(() => compile(table([], { ignored: { ...table([]).ignored, 'XYZ-9': 'a test' } }))).toThrow(/no field/)
    expect(() => compile(table([row('XYZ-1', 'gender')]))).toThrow(/both mapped and ignored/)
  })
})

const read = (rows: readonly Row[], fields: Readonly<Record<string, readonly Cell[]>>, more: Partial<Table> = {}) => {
  const used = new Set(
    rows.flatMap(({ from }) => [from].flat().map((one) => (typeof one === 'string' ? one : one.path).replace(/[[.].*/, ''))),
  )
  const ignored = Object.fromEntries(
    fieldsOf('XYZ', 3)
      .filter((field) => !used.has(field))
      .map((field) => [field, 'a test']),
  )
  return compile(table(rows, { ignored, ...more })).read(source(fields), context)
}

describe('a field', () => {
  it('that is absent is silent, that holds "" clears, that holds a value sets', () => {
    const rows = [row('XYZ-1', 'gender')]
    expect(read(rows, {}).assertions).toEqual([])
    expect(read(rows, { 'XYZ-1': [textCell('""')] }).assertions).toEqual([{ state: 'clear', path: 'gender' }])
    expect(read(rows, { 'XYZ-1': [textCell('x')] }).assertions).toEqual([{ state: 'set', path: 'gender', value: 'x' }])
  })

  it('that is cleared takes the element of the last selector with it, since its rest would say nothing', () => {
    const { assertions } = read([row('XYZ-1', 'identifier[system=a].extension[url=b].valueString')], {
      'XYZ-1': [textCell('""')],
    })
    expect(assertions).toEqual([{ state: 'clear', path: 'identifier[system=a].extension[url=b]' }])
  })

  it('whose value cannot be read is not taken, has an issue with both places, and stays in the ledger', () => {
    const { assertions, issues, ledger } = read([row('XYZ-1', 'birthDate', { as: date })], { 'XYZ-1': [textCell('19401301')] })
    expect(assertions).toEqual([])
    expect(issues).toMatchObject([{ id: 'date-invalid', location: 'XYZ-1', expression: 'Patient.birthDate' }])
    expect(JSON.stringify(issues)).not.toContain('1940')
    expect(ledger.notCarried).toEqual(['XYZ-1'])
  })

  it('of several that a row names is taken when it is the first to speak; one that says something else is not carried', () => {
    const rows = [row(['XYZ-1', 'XYZ-2'], 'gender')]
    expect(read(rows, { 'XYZ-2': [textCell('b')] }).assertions).toMatchObject([{ value: 'b' }])
    const both = read(rows, { 'XYZ-1': [textCell('a')], 'XYZ-2': [textCell('b')] })
    expect(both.assertions).toMatchObject([{ value: 'a' }])
    expect(both.ledger.notCarried).toEqual(['XYZ-2'])
    expect(read(rows, { 'XYZ-1': [textCell('a')], 'XYZ-2': [textCell('a')] }).ledger.notCarried).toEqual([])
  })

  it('whose row does not hold for this source is left out with that reason', () => {
    const { assertions, ledger } = read([row('XYZ-1', 'gender', { when: is('second') })], { 'XYZ-1': [textCell('a')] })
    expect(assertions).toEqual([])
    expect(ledger.ignored).toEqual([{ location: 'XYZ-1', reason: 'not read for this source: XYZ-2 is second' }])
  })
})

describe('repetitions', () => {
  const second = {
    picks: (cells: readonly Cell[]) => cells.flatMap((cell, index) => (cell[1]?.[0] === 'B' ? [index] : [])),
    stamp: [[''], ['B']],
  }
  const selectors = { second }

  it('are chosen by a selector, never by place', () => {
    const rows = [row('XYZ-1[second].1', 'gender')]
    const { assertions, ledger } = read(rows, { 'XYZ-1': [cellOf('a', 'A'), cellOf('b', 'B')] }, { selectors })
    expect(assertions).toEqual([{ state: 'set', path: 'gender', value: 'b' }])
    expect(ledger.notCarried).toEqual(['XYZ-1[1]', 'XYZ-1[2].2'])
  })

  it('that are sent whole clear what is missing from them', () => {
    const cells = { 'XYZ-1': [cellOf('a', 'A')] }
    expect(read([row('XYZ-1[second].1', 'gender', { snapshot: true })], cells, { selectors }).assertions).toEqual([
      { state: 'clear', path: 'gender' },
    ])
    expect(read([row('XYZ-1[second].1', 'gender')], cells, { selectors }).assertions).toEqual([])
  })

  it('become a list where the row says so, and otherwise the first that is not empty is taken', () => {
    const cells = { 'XYZ-1': [[['']], textCell('I'), textCell('II')] }
    expect(read([row('XYZ-1', 'note', { many: true })], cells).assertions).toMatchObject([{ value: ['I', 'II'] }])
    const one = read([row('XYZ-1', 'note')], cells)
    expect(one.assertions).toMatchObject([{ value: 'I' }])
    expect(one.ledger.notCarried).toEqual(['XYZ-1[3]'])
  })
})

describe('the ledger', () => {
  it('counts what was carried, tells what was left out and why, and names components that a datatype does not know', () => {
    const rows = [row('XYZ-1', 'name[use=official]', { as: personName('official') })]
    const { ledger } = read(rows, {
      'XYZ-1': [cellOf('A', 'B', '', '', '', 'BSc')],
      'XYZ-2': [textCell('x')],
      'XYZ-4': [textCell('y')],
    })
    expect(ledger).toEqual({ mapped: 1, ignored: [{ location: 'XYZ-2', reason: 'a test' }], notCarried: ['XYZ-1.6', 'XYZ-4'] })
  })
})

describe('a time line', () => {
  it('gets a value from the moment of the event on, and nothing when nobody knows the moment', () => {
    const compiled = compile(
      table([row('XYZ-1', 'location', { since: true, direction: '→' })], { ignored: { 'XYZ-2': 'x', 'XYZ-3': 'x' } }),
    )
    const from = source({ 'XYZ-1': [textCell('J32')] })
    expect(compiled.read(from, { ...context, occurred: '2026-01-05T10:15:00.000Z' }).assertions).toEqual([
      { state: 'since', path: 'location', at: '2026-01-05T10:15:00.000Z', value: 'J32' },
    ])
    expect(compiled.read(from, context).assertions).toEqual([])
    expect(compiled.read(source({ 'XYZ-1': [textCell('""')] }), context).issues).toMatchObject([{ id: 'clear-not-taken' }])
  })
})

describe('writing', () => {
  it('fills fields, marks a chosen repetition as what it is, and lists what found no field', () => {
    const second = { picks: () => [0], stamp: [[''], ['B']] }
    const compiled = compile(
      table([row('XYZ-1[second].1', 'gender'), row('XYZ-2', 'name[use=official]', { as: personName('official') })], {
        ignored: { 'XYZ-3': 'x' },
        selectors: { second },
      }),
    )
    const patient = {
      resourceType: 'Patient',
      gender: 'x',
      name: [
        { use: 'nickname', family: 'N' },
        { use: 'official', family: 'F', period: { start: '2020' } },
      ],
    }
    const { fields, notCarried } = compiled.write(patient, context)
    expect(fields['XYZ-1']).toEqual([[['x'], ['B']]])
    expect(fields['XYZ-2']?.[0]?.[0]).toEqual(['F'])
    expect(notCarried).toEqual(['name[0].use', 'name[0].family', 'name[1].period.start'])
  })

  it('of a row that only reads, and of one whose condition does not hold, writes nothing', () => {
    const rows = [row('XYZ-1', 'gender', { direction: '→' }), row('XYZ-2', 'birthDate', { when: is('second') })]
    const compiled = compile(table(rows, { ignored: { 'XYZ-3': 'x' } }))
    expect(compiled.write({ gender: 'x', birthDate: 'y' }, context)).toEqual({ fields: {}, notCarried: ['gender', 'birthDate'] })
  })
})

describe('a path', () => {
  it('is put, read and cleared through selectors, and leaves nothing hollow', () => {
    const resource: Record<string, unknown> = {}
    const path = parsePath('identifier[system=https://a.b/c.d].extension[url=x].valueCode') ?? []
    putAt(resource, path, 'v')
    expect(resource).toEqual({ identifier: [{ system: 'https://a.b/c.d', extension: [{ url: 'x', valueCode: 'v' }] }] })
    expect(valueAt(resource, path)).toBe('v')
    clearAt(resource, parsePath('identifier[system=https://a.b/c.d]') ?? [])
    expect(resource).toEqual({})
    expect(printPath(path)).toBe('identifier[system=https://a.b/c.d].extension[url=x].valueCode')
  })

  it.each(['', '.a', 'a.', 'a..b', 'a[', 'a[b]', 'a[=c]', '__proto__.x', 'a b'])('is refused: %j', (text) => {
    expect(parsePath(text)).toBeUndefined()
  })
})

describe('a CSV record', () => {
  it('is silent where it is blank and says which row and column', () => {
    const from = recordSource({ A: ' x ', B: '  ' }, 'row 7')
    expect(from.present).toEqual(['A'])
    expect(from.repetitions('A')).toEqual([textCell('x')])
    expect(from.repetitions('toString')).toEqual([])
    expect(from.place('A')).toBe('row 7, A')
  })
})

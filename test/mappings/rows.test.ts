// Every row of every table counts: with another target, what the golden pairs say would no longer come out.

import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { censusPersonTable, censusStatementTable, censusStayTable } from '../../mappings/acute/census/tables.ts'
import { tables } from '../../mappings/acute/hl7v2/map.ts'
import { personTable, requestTable, serviceTable, submissionTable } from '../../mappings/council/client-level-data/tables.ts'
import { isNull, recordSource, type Cell, type Source } from '../../mappings/engine/cell.ts'
import { compile } from '../../mappings/engine/compile.ts'
import { parsePath, putAt } from '../../mappings/engine/path.ts'
import type { Context, Row, Table } from '../../mappings/engine/row.ts'
import { censusGolden, clientLevelGolden } from './extracts.ts'
import { folder, mapGolden, names } from './golden.ts'

const expected = new Map(names.map((name) => [name, readFileSync(join(folder, `${name}.json`), 'utf8')]))

const isGolden = () => names.every((name) => same(mapGolden(name), expected.get(name) ?? ''))
const same = (value: unknown, text: string) => JSON.stringify(value) === JSON.stringify(JSON.parse(text))

/** The last step of the target, renamed: `birthDate` → `birthDateX`. */
const moved = (to: string): string => to.replace(/(\[[^[]*\])?$/, (selector) => `X${selector}`)

const withMoved = (table: Table, index: number): Table => ({
  ...table,
  rows: table.rows.map((row, at) => (at === index ? { ...row, to: moved(row.to) } : row)),
})

const rowsOf = (table: Table) =>
  table.rows.map((row, index) => [`${JSON.stringify(row.from)} ${row.direction} ${row.to}`, index] as const)

describe('a row of an HL7 v2 table', () => {
  it('is hit by golden pairs that hold as they are', () => {
    expect(isGolden()).toBe(true)
  })

  describe.each(Object.entries(tables))('%s', (segment, compiled) => {
    it.each(rowsOf(compiled.table))('cannot change its target unseen: %s', (_, index) => {
      const held = tables as Record<string, unknown>
      held[segment] = compile(withMoved(compiled.table, index))
      try {
        expect(isGolden()).toBe(false)
      } finally {
        held[segment] = compiled
      }
    })
  })
})

const context: Context = {
  client: 'trust1-epr',
  timeZone: 'Europe/London',
  assigner: 'TRUST1',
  identifierSystems: { LA_Person_Unique_Identifier: 'https://council1.example/person' },
  aliases: {},
  meanings: { 'PV1-36': 'discharge-destination', 'PV1-37': 'discharge-method', stay: 'visit' },
}

describe('a row of a CSV table', () => {
  it.each(
    [censusPersonTable, censusStayTable, censusStatementTable].flatMap((table) =>
      rowsOf(table).map(([name, index]) => [name, table, index] as const),
    ),
  )('that is read cannot change its target unseen: %s', (_, table, index) => {
    const read = (one: Table) =>
      censusGolden.map(
        ({ row, stay }) => compile(one).read(recordSource(row, 'row'), { ...context, meanings: { stay } }).assertions,
      )
    expect(read(withMoved(table, index))).not.toEqual(read(table))
  })

  it.each(
    [submissionTable, personTable, requestTable, serviceTable].flatMap((table) =>
      rowsOf(table).map(([name, index]) => [name, table, index] as const),
    ),
  )('that is written cannot change its target unseen: %s', (_, table, index) => {
    const write = (one: Table) => clientLevelGolden.map((record) => compile(one).write(record, context).fields)
    expect(write(withMoved(table, index))).not.toEqual(write(table))
  })
})

/** A row alone, as a table of its own. */
const alone = (table: Table, row: Row): Table => {
  const used = new Set([row.from].flat().map((from) => (typeof from === 'string' ? from : from.path).replace(/[[.].*/, '')))
  const rest = table.fields.filter((field) => !used.has(field))
  return { ...table, rows: [row], ignored: Object.fromEntries(rest.map((field) => [field, 'not this row'])) }
}

const words = fc.stringMatching(/^[A-Za-z0-9'é ()./+-]{1,12}$/).map((text) => text.trim().replaceAll(/\s+/g, ' '))
const stamps = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .chain((date) => fc.constantFrom(4, 6, 8, 12, 14).map((length) => date.toISOString().replaceAll(/\D/g, '').slice(0, length)))
const isoDates = stamps
  .filter((stamp) => stamp.length >= 8)
  .map((stamp) => `${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6, 8)}`)
const nhsNumbers = fc.integer({ min: 999000000, max: 999999999 }).map((nine) => {
  const sum = [...String(nine)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  return `${nine}${(11 - (sum % 11)) % 11}`
})

/** Cells of which a good part means something to the row. */
function cellsFor(row: Row): fc.Arbitrary<Cell> {
  const codes = row.codes ? fc.constantFrom(...row.codes.codes) : words
  const marks = fc.constantFrom(
    '',
    'NHS',
    'NH',
    'TRUST1',
    'L',
    'N',
    'M',
    'H',
    'C',
    'PRN',
    'WPN',
    'NET',
    'PH',
    'CP',
    'Internet',
    'PI',
    'SCT',
    'a@b.example',
  )
  const texts = fc.oneof(
    words,
    codes,
    stamps,
    isoDates,
    nhsNumbers,
    fc.constantFrom('Y', 'N', 'NSTS01', 'NSTS04', 'Request', 'Service'),
  )
  const rest = fc.array(fc.oneof(marks, words, fc.constant('')), { maxLength: 9 })
  const cells = fc.tuple(texts, rest).map(([first, others]) => [first, ...others].map((text) => [text]))
  if (row.as.name === 'XTN') {
    const kinds = fc.constantFrom(['PRN', 'PH'], ['PRN', 'CP'], ['WPN', 'PH'], ['NET', 'Internet'])
    return fc
      .tuple(cells, kinds)
      .map(([cell, [use = '', equipment = '']]) => [cell[0] ?? [''], [use], [equipment], ...cell.slice(3)])
  }
  if (row.as.name === 'NHS number')
    return fc.tuple(nhsNumbers, cells).map(([number, cell]) => [[number], [''], [''], ['NHS'], ...cell.slice(4)])
  if (row.as.name !== 'XPN') return cells
  const named = fc.tuple(cells, fc.constantFrom('', 'L', 'N', 'M'))
  return named.map(([cell, type]) => [...Array.from({ length: 6 }, (_, index) => cell[index] ?? ['']), [type]])
}

const sourceOf = (fields: Readonly<Record<string, readonly Cell[]>>): Source => ({
  present: Object.keys(fields),
  repetitions: (field) => fields[field] ?? [],
  place: (field) => field,
})

describe('a reversible row', () => {
  const all = [
    ...Object.values(tables).map(({ table }) => table),
    censusPersonTable,
    submissionTable,
    personTable,
    requestTable,
    serviceTable,
  ]
  const reversible = all.flatMap((table) =>
    table.rows.filter(({ direction }) => direction === '⇄').map((row) => [`${table.source} ${row.to}`, table, row] as const),
  )

  it.each(reversible)('says the same after the way out and back, whatever the value: %s', (_, table, row) => {
    const compiled = compile(alone(table, row))
    const from = [row.from].flat().find((one) => typeof one === 'string' || context.meanings[one.when.setting] === one.when.is)
    const field = (typeof from === 'string' ? from : (from?.path ?? '')).replace(/[[.].*/, '')
    let met = 0
    fc.assert(
      fc.property(cellsFor(row), (cell) => {
        if (isNull(cell)) return
        const first = compiled.read(sourceOf({ [field]: [cell] }), context).assertions
        const resource = resourceOf(first)
        const { fields, notCarried } = compiled.write(resource, context)
        const again = compiled.read(sourceOf(fields), context).assertions.filter(({ state }) => state === 'set')
        expect(again).toEqual(first.filter(({ state }) => state === 'set'))
        expect(notCarried).toEqual([])
        met += again.length
      }),
      { numRuns: process.env['LONG'] ? 5000 : 150 },
    )
    expect(met).toBeGreaterThan(0)
  })
})

function resourceOf(assertions: ReturnType<ReturnType<typeof compile>['read']>['assertions']): unknown {
  const resource: Record<string, unknown> = {}
  for (const assertion of assertions) {
    const path = parsePath(assertion.path)
    if (assertion.state === 'set' && path) putAt(resource, path, assertion.value)
  }
  return resource
}

// Code tables: every code both ways, the order of look-up, nothing by default, and the lists against their source.

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as tables from '../../mappings/codes/tables.ts'
import { code, concept, letterAndLocal, wordsIfInexact } from '../../mappings/engine/coded.ts'
import { cellOf, textCell } from '../../mappings/engine/cell.ts'
import { codeTable, prefixOf } from '../../mappings/engine/codes.ts'
import type { Context } from '../../mappings/engine/row.ts'

const context: Context = {
  client: 'trust1-epr',
  timeZone: 'Europe/London',
  assigner: '',
  identifierSystems: {},
  aliases: { 'discharge-destination': { 'Usual Residence (own)': '19' } },
  meanings: {},
}

const all = Object.values(tables)
const entries = all.flatMap((table) => table.codes.map((one) => [table.id, one, table] as const))

describe('every code', () => {
  it.each(entries)('of %s is found and leads back: %s', (_, one, table) => {
    const found = table.find(one)
    expect(found?.source.code).toBe(one)
    expect(found?.isExact).toBe(true)
    const target = found?.target
    if (!target) return
    const back = table.findBack(target.code)
    expect(back).toBeDefined()
    expect(table.find(back?.code ?? '')?.target?.code).toBe(target.code)
  })

  it.each(entries)('of %s comes back from its CodeableConcept: %s', (_, one, table) => {
    const { value } = concept.parse(textCell(one), context, table)
    const written = concept.format?.(value, context, table)
    expect(written).toBeDefined()
    expect(concept.parse(written ?? [], context, table).value).toEqual(value)
  })
})

describe('a look-up', () => {
  const table = tables.dischargeDestination

  it('goes by code, then without case, then by the first 40 letters and digits of the words, then by the source’s own words', () => {
    expect(table.find('19')?.isExact).toBe(true)
    expect(tables.admissionMethod.find('2a')).toMatchObject({ isExact: false, target: { code: '2A' } })
    expect(table.find('usual place of RESIDENCE unless listed below, for examp')?.target?.code).toBe('19')
    expect(concept.parse(textCell('usual residence own'), context, table).value).toMatchObject({
      coding: [{ code: '19' }, { code: 'usual residence own' }],
    })
  })

  it('never guesses: what is in no list keeps its own coding and text, and is told', () => {
    const { value, fault } = concept.parse(cellOf('Feeling great', 'Feeling great today'), context, table)
    expect(value).toEqual({
      coding: [
        { system: 'https://home-first.example/fhir/CodeSystem/local/trust1-epr/discharge-destination', code: 'Feeling great' },
      ],
      text: 'Feeling great today',
    })
    expect(fault).toMatchObject({ id: 'code-unknown', severity: 'warning' })
    expect(code.parse(textCell('Q'), context, tables.administrativeGender)).toMatchObject({ fault: { id: 'code-unknown' } })
  })

  it('never takes what stands under two codes for one of them', () => {
    const element = (one: string) => ({
      code: one,
      display: 'The same words',
      target: [{ code: one, display: '', equivalence: 'equal' }],
    })
    const twice = codeTable({
      resourceType: 'ConceptMap',
      id: 'x',
      group: [{ source: 's', target: 't', element: [element('a'), element('A')] }],
    })
    expect(twice.find('The same words')).toBeUndefined()
    expect(twice.find('a')?.target?.code).toBe('a')
    expect(twice.find('A')?.target?.code).toBe('A')
  })

  it('is not led astray by names that objects have', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(table.find(name)).toBeUndefined()
      expect(table.find(name, {})).toBeUndefined()
    }
  })

  it('keeps discharge method 2 as it was sent, because UK Core has no such code', () => {
    const { value, fault } = concept.parse(textCell('2'), context, tables.dischargeMethod)
    expect(value).toMatchObject({
      coding: [{ system: 'https://fhir.hl7.org.uk/CodeSystem/NHSDataModelAndDictionary-DischargeMethod', code: '2' }],
    })
    expect(fault?.id).toBe('code-not-national')
  })

  it('keeps beside a gender what the sender wrote, where FHIR has no word for it', () => {
    expect(code.parse(textCell('9'), context, tables.administrativeGender).value).toBe('unknown')
    expect(wordsIfInexact.parse(textCell('9'), context, tables.administrativeGender).value).toMatch(/^9 Not specified/)
    expect(wordsIfInexact.parse(textCell('2'), context, tables.administrativeGender)).toEqual({ isGone: true })
  })

  it('takes the national letter of an ethnic category and keeps the local second one', () => {
    const { value, fault } = letterAndLocal.parse(textCell('Z2'), context, tables.ethnicCategory)
    expect(fault).toBeUndefined()
    expect(value).toMatchObject({ coding: [{ code: 'Z' }, { code: 'Z2' }] })
    expect(letterAndLocal.parse(textCell('I1'), context, tables.ethnicCategory).fault?.id).toBe('code-unknown')
  })

  it('cuts at 40 letters and digits', () => {
    expect(prefixOf('A-b c!'.repeat(30))).toHaveLength(40)
  })
})

const data = '/work/shared/data'
const isHere = existsSync(`${data}/uk-formats/nhsdd/code-lists.json`)
if (!isHere) console.log('code lists are not compared: the reference data is not on this machine')

describe.skipIf(!isHere)('the lists against their source', () => {
  const dictionary: Record<string, { codes: { code: string }[] }> = isHere
    ? JSON.parse(readFileSync(`${data}/uk-formats/nhsdd/code-lists.json`, 'utf8'))
    : {}
  const ukCore: Record<string, { concepts: { code: string }[] }> = isHere
    ? JSON.parse(readFileSync(`${data}/uk-fhir/derived/codes.json`, 'utf8'))
    : {}

  it.each([
    ['discharge_destination_code__hospital_provider_spell_', tables.dischargeDestination],
    ['discharge_method_code__hospital_provider_spell_', tables.dischargeMethod],
    ['source_of_admission_code__hospital_provider_spell_', tables.sourceOfAdmission],
    ['admission_method_code__hospital_provider_spell_', tables.admissionMethod],
    ['ethnic_category', tables.ethnicCategory],
  ])('%s is whole, and every target is a code of UK Core', (name, table) => {
    expect(table.codes.toSorted()).toEqual(dictionary[name]?.codes.map((one) => one.code).toSorted())
    const national = new Set(ukCore[table.targetSystem]?.concepts.map((one) => one.code))
    const missing = table.codes.filter((one) => !national.has(one))
    expect(table.codes.filter((one) => !table.find(one)?.target)).toEqual(missing)
  })
})

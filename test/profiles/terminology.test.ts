// Our code systems: sound as FHIR, named with their sources, and worded as published.

import { existsSync, readFileSync, readdirSync } from 'node:fs'
import type { ConceptMap } from '@medplum/fhirtypes'
import { describe, expect, it } from 'vitest'
import { base, codeSystem } from '../../profiles/canonical.ts'
import { codeSystemResource, codeTables, isComplete, lookup } from '../../profiles/terminology.ts'
import { criteriaToReside } from '../../profiles/codes/criteria-to-reside.ts'
import { dischargeDestination } from '../../profiles/codes/discharge-destination.ts'
import { fault } from '../../profiles/codes/fault.ts'
import { organizationKind } from '../../profiles/codes/organization-kind.ts'
import { pathway } from '../../profiles/codes/pathway.ts'
import { withdrawalReason } from '../../profiles/codes/reason.ts'
import { roles } from '../../gateway/types.ts'

describe('our code systems', () => {
  it.each(codeTables.map((table) => [table.name, table] as const))('are whole: %s', (name, table) => {
    const resource = codeSystemResource(table)
    expect(resource).toMatchObject({ url: codeSystem(name), status: 'active', experimental: false })
    expect(resource.content).toBe(name === 'fault' ? 'fragment' : 'complete')
    expect(resource.name).toMatch(/^[A-Z][A-Za-z0-9_]{0,254}$/)
    expect(resource.title?.length).toBeGreaterThan(3)
    const codes = table.concepts.map(([code]) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const [code, display] of table.concepts) {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(display.trim()).toBe(display)
      expect(lookup(codeSystem(name), code)).toEqual({ display })
    }
  })

  it('say where their codes and words come from', () => {
    for (const { description } of codeTables) expect(description).toMatch(/ours|NHS/)
  })

  it('have one name each', () => {
    expect(new Set(codeTables.map(({ name }) => name)).size).toBe(codeTables.length)
  })

  it('know nothing of others', () => {
    expect(lookup(codeSystem('pathway'), '4')).toBeUndefined()
    expect(lookup(codeSystem('pathway'), 'constructor')).toBeUndefined()
    expect(lookup('http://snomed.info/sct', '0')).toBeUndefined()
    expect(lookup('__proto__', '0')).toBeUndefined()
    expect(isComplete(codeSystem('pathway'))).toBe(true)
    expect(isComplete(codeSystem('fault'))).toBe(false)
  })

  it('cover the pathways and the roles', () => {
    expect(pathway.concepts.map(([code]) => code)).toEqual(['0', '1', '2', '3'])
    expect(organizationKind.concepts.map(([code]) => code)).toEqual([...roles, 'vendor', 'operator'])
  })

  it('put each destination under its pathway', () => {
    for (const [code, display] of dischargeDestination.concepts)
      expect(display.startsWith(`Pathway ${code[0]}: `), code).toBe(true)
  })

  it('hold every code of ours that a mapping writes', () => {
    const folder = new URL('../../mappings/codes/', import.meta.url)
    const maps = readdirSync(folder).filter((name) => name.endsWith('.json'))
    const missing = maps.flatMap((name) => {
      const map = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as ConceptMap
      return (map.group ?? [])
        .filter(({ target }) => target?.startsWith(base))
        .flatMap(({ target = '', element }) =>
          element.flatMap((row) => row.target ?? []).map(({ code = '' }) => [target, code] as const),
        )
        .filter(([system, code]) => !lookup(system, code))
    })
    expect(maps.length).toBeGreaterThan(5)
    expect(missing).toEqual([])
  })

  it('list every fault that this room reports', () => {
    const listed = new Set<string>(fault.concepts.map(([code]) => code))
    const room = new URL('../../profiles/', import.meta.url)
    const sources = readdirSync(room)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(name, room), 'utf8'))
    const reported = sources
      .flatMap((text) => [
        ...text.matchAll(/\bid: '([a-z0-9-]+)'/g),
        ...text.matchAll(/(?:report|stop)\([^;]*?'([a-z0-9]+(?:-[a-z0-9]+)+)'/g),
      ])
      .map((match) => match[1] ?? '')
    expect(reported.length).toBeGreaterThan(25)
    expect(reported.filter((id) => !listed.has(id))).toEqual([])
  })
})

const data = new URL('../../../shared/data/', import.meta.url)
const isThere = existsSync(data)
if (!isThere) console.log('skipped: ../shared/data is not here, so the wording is not compared with the published lists')

describe.skipIf(!isThere)('the published lists', () => {
  const text = (path: string) => readFileSync(new URL(path, data), 'utf8')

  it('give the withdrawal reasons these codes and words', () => {
    const xml = text('uk-fhir/adw/valuesets/ADW-WithdrawalReason-1.xml')
    const published = [...xml.matchAll(/<code value="([^"]*)" \/><display value="([^"]*)"/g)].map(([, code, display]) => [
      code,
      display,
    ])
    expect(published).toHaveLength(13)
    expect(withdrawalReason.concepts).toEqual(published)
  })

  it('give the criteria to reside these codes and words', () => {
    const lists = JSON.parse(text('uk-formats/nhsdd/code-lists.json')) as Record<
      string,
      { codes: { code: string; display: string }[] }
    >
    const published = lists['criteria_to_reside_code_for_hospital_provider_spell']?.codes.map(({ code, display }) => [
      code,
      display,
    ])
    expect(published).toHaveLength(12)
    expect(criteriaToReside.concepts).toEqual(published)
  })

  it('give the discharge destinations these words', () => {
    const csv = text('uk-formats/sitrep/national_discharge_destination_summary_2025_26.csv')
    const published = csv
      .split('\n')
      .slice(1)
      .filter(Boolean)
      .map((line) => /^(?:"([^"]*)"|([^,]*)),/.exec(line))
      .map((match) => match?.[1] ?? match?.[2] ?? '')
    expect(published).toHaveLength(8)
    expect(new Set(dischargeDestination.concepts.map(([, display]) => display as string))).toEqual(new Set(published))
  })
})

// Every code list compared with the file that it restates: counts, codes and words.

import { existsSync, readFileSync, readdirSync } from 'node:fs'
import type { CodeSystem, ValueSet, ValueSetComposeInclude } from '@medplum/fhirtypes'
import { describe, expect, it } from 'vitest'
import { base } from '../../profiles/canonical.ts'
import { conceptsOf } from '../../profiles/terminology.ts'
import { terminologyOf } from '../../profiles/terminology/terminology.ts'
import type { Comparison, Published } from './list-readers.ts'
import { sources } from './list-sources.ts'

const root = new URL('../../', import.meta.url)
const shared = new URL('../shared/', root)
const folder = new URL('profiles/built/terminology/', root)

const built = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as CodeSystem | ValueSet)
if (!existsSync(shared)) console.log('skipped: ../shared is not here, so the code lists are not compared with the published ones')

const lists = new Map(built.filter(isList).map((one) => [`${one.resourceType}/${one.id}`, one]))

const hl7 = JSON.parse(readFileSync(new URL('profiles/r4/terminology.json', root), 'utf8')) as (CodeSystem | ValueSet)[]
const terminology = terminologyOf({
  codeSystems: [...built, ...hl7].filter((one) => one.resourceType === 'CodeSystem'),
  valueSets: built.filter((one) => one.resourceType === 'ValueSet'),
})

describe('the code lists', () => {
  it('have a row each that says what they are compared with', () => {
    expect([...lists.keys()].toSorted()).toEqual(Object.keys(sources).toSorted())
  })

  it.each([...lists])('say where they come from: %s', (id, { description = '' }) => {
    expect(description.length).toBeGreaterThan(40)
    if (sources[id] === 'ours') expect(description).toMatch(/[Cc]odes(?: and wording)?: ours|Codes:.*ours/)
  })

  it('can be listed, each with its members', () => {
    const valueSets = built.filter((one) => one.resourceType === 'ValueSet')
    const sizeOf = (id: string) =>
      [...(terminology.codesOf(`${base}/ValueSet/${id}`)?.values() ?? [])].reduce((sum, codes) => sum + codes.size, 0)
    expect(terminology.faults()).toEqual([])
    // Other rooms add faults of their own.
    expect(valueSets.map(({ id = '' }) => id).filter((id) => sizeOf(id) === 0)).toEqual(['fault'])
    expect([sizeOf('delay-reason'), sizeOf('delay-reason-returned')]).toEqual([42, 37])
  })

  for (const [id, source] of Object.entries(sources)) {
    for (const comparison of source === 'ours' ? [] : source) {
      const isThere = existsSync(fileOf(comparison))
      it.skipIf(!isThere)(`hold what their source holds: ${id}, ${comparison.file}`, () => compare(id, comparison))
    }
  }
})

function fileOf({ file }: Comparison): URL {
  return new URL(file, file.startsWith('profiles/') ? root : shared)
}

function compare(id: string, comparison: Comparison): void {
  const list = lists.get(id) ?? expect.fail(`${id} is not built`)
  const published = comparison.read(readFileSync(fileOf(comparison), 'utf8'))
  const own = codesOf(list, comparison.system).filter(({ code = '' }) => comparison.of?.(code) ?? true)
  expect(own.length).toBeGreaterThan(0)
  expect(published.length).toBeGreaterThan(0)
  if (!comparison.isPart) expect(own).toHaveLength(published.length)
  expect(own.filter((one) => !published.some((other) => isSame(one, other, comparison.isCaseIgnored)))).toEqual([])
}

/** A source of labels has no code, one whose words we shorten no words; a value set may leave the words to its code system. */
function isSame(one: Published, other: Published, isCaseIgnored = false): boolean {
  const words = (text: string): string => (isCaseIgnored ? text.toLowerCase() : text)
  const isCode = other.code === undefined || one.code === other.code
  const isDisplay = other.display === undefined || one.display === undefined || words(one.display) === words(other.display)
  return isCode && isDisplay && (other.code !== undefined || one.display !== undefined)
}

function codesOf(list: CodeSystem | ValueSet, system: string | undefined): readonly Published[] {
  if (list.resourceType === 'CodeSystem') return conceptsOf(list)
  return othersIn(list).flatMap((include) => (system === undefined || include.system === system ? (include.concept ?? []) : []))
}

function othersIn({ compose }: ValueSet): readonly ValueSetComposeInclude[] {
  return compose?.include.filter((include) => include.concept && !include.system?.startsWith(base)) ?? []
}

/** A value set that is made of our own code systems only adds nothing to compare. */
function isList(one: CodeSystem | ValueSet): boolean {
  if (one.resourceType === 'CodeSystem') return true
  return one.resourceType === 'ValueSet' && othersIn(one).length > 0
}

describe('every list', () => {
  const stated = readdirSync('profiles/built/terminology')
    .filter((name) => /^(CodeSystem|ValueSet)-/.test(name))
    .map((name) => JSON.parse(readFileSync(`profiles/built/terminology/${name}`, 'utf8')) as { id: string; description: string })

  it.each(stated.map(({ id, description }) => [id, description] as const))(
    '%s says its source, date and licence',
    (_, description) => {
      const elsewhere = /where (its|their) source and licence are stated/.test(description)
      expect(elsewhere || /Licence|Apache-2\.0|CC0|©|Crown copyright|licence/.test(description), description).toBe(true)
      expect(elsewhere || /\b20\d\d\b/.test(description), description).toBe(true)
    },
  )
})

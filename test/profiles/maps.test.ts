// Our concept maps: every code exists, every row states how the meanings relate, and a list that is mapped is mapped whole.

import { readFileSync, readdirSync } from 'node:fs'
import type { CodeSystem, ConceptMap, ConceptMapGroup, ValueSet } from '@medplum/fhirtypes'
import { describe, expect, it } from 'vitest'
import { base } from '../../profiles/canonical.ts'
import { conceptsOf } from '../../profiles/terminology.ts'
import { csv, shared } from './list-readers.ts'

const folder = new URL('../../profiles/built/terminology/', import.meta.url)
const built = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as CodeSystem | ConceptMap | ValueSet,
)
const hl7 = JSON.parse(readFileSync(new URL('../../profiles/r4/terminology.json', import.meta.url), 'utf8')) as (
  | CodeSystem
  | ValueSet
)[]
const maps = built.filter((one) => one.resourceType === 'ConceptMap')

describe('our concept maps', () => {
  it('are there for each family of lists', () => {
    const families = ['pathway', 'referral-state', 'delay-reason', 'withdrawal-reason', 'section', 'cld', 'involvement']
    for (const family of families) expect(maps.filter(({ id = '' }) => id.startsWith(family)).length).toBeGreaterThan(0)
  })

  it.each(maps.map((map) => [map.id ?? '', map] as const))('are sound: %s', (id, map) => {
    expect(map).toMatchObject({ url: `${base}/ConceptMap/${id}`, status: 'active', experimental: false })
    expect(map.description).toMatch(/Ours|Source: /)
    expect(map.description).toMatch(/Licence: /)
    for (const group of map.group ?? []) checkGroup(group)
  })

  it('map every code of a source list of ours', () => {
    const missing = maps.flatMap(({ id, group = [] }) => group.flatMap((one) => left(one).map((code) => `${id}: ${code}`)))
    expect(missing.filter((row) => !partial.some((name) => row.startsWith(`${name}: `)))).toEqual([])
  })

  it('never name one map twice, here or among the mappings', () => {
    const ofMappings = readdirSync(new URL('../../mappings/codes/', import.meta.url))
    const names = [...maps.map(({ id }) => `${id}.json`), ...ofMappings.filter((name) => name.endsWith('.json'))]
    expect(new Set(names).size).toBe(names.length)
  })

  it.each([
    ['pathway-to-discharge-destination', 'discharge-destination-to-pathway'],
    ['section-snomed-to-heading', 'section-heading-to-snomed'],
  ])('say the same in both directions: %s', (there, back) => {
    expect(
      pairs(there).filter(([from, to]) => !pairs(back).some(([source, target]) => source === to && target === from)),
    ).toEqual(there.startsWith('section') ? [['1052901000000109', 'individual-requirements']] : [])
  })

  const crosswalk = shared('data/uk-fhir/derived/section-code-crosswalk.csv')
  it.skipIf(crosswalk === undefined)('pair the 22 section codes as the published lists do', () => {
    const published = csv(crosswalk ?? '')
      .slice(1)
      .flatMap(([snomed = '', , , , heading = '']) => (snomed === '' ? [] : [[heading, snomed]]))
    expect(published).toHaveLength(22)
    expect(pairs('section-heading-to-snomed')).toEqual(published)
  })
})

/** Maps that take what they have to say, because the rest of the source list is about something else. */
const partial = ['involvement-to-adw-consultation', 'involvement-to-adw-carer-consultation']

function checkGroup({ source = '', target = '', element }: ConceptMapGroup): void {
  const codes = element.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.filter((code) => knownIn(source)?.has(code ?? '') === false)).toEqual([])
  for (const { target: targets = [], code } of element) {
    expect(targets.length, code).toBeGreaterThan(0)
    for (const one of targets) {
      const isUnmatched = one.equivalence === 'unmatched'
      expect(one.code === undefined, code).toBe(isUnmatched)
      if (one.equivalence !== 'equal') expect(one.comment?.length, code).toBeGreaterThan(3)
      if (!isUnmatched) expect(knownIn(target)?.has(one.code ?? '') ?? true, `${code} to ${one.code}`).toBe(true)
    }
  }
}

function left({ source = '', element }: ConceptMapGroup): readonly string[] {
  const mapped = new Set(element.map(({ code }) => code))
  return source.startsWith(base) ? [...(knownIn(source) ?? [])].filter((code) => !mapped.has(code)) : []
}

function pairs(id: string): readonly (readonly [string, string])[] {
  const { group = [] } = maps.find((map) => map.id === id) ?? expect.fail(`no map ${id}`)
  return group.flatMap(({ element }) =>
    element.flatMap(({ code = '', target = [] }) => target.map((one) => [code, one.code ?? ''] as const)),
  )
}

/** The codes of a system: all of ours, HL7's as this repository keeps it, of others what our value sets list; else undefined. */
function knownIn(system: string): ReadonlySet<string> | undefined {
  const whole = [...built, ...hl7].find((one) => one.resourceType === 'CodeSystem' && one.url === system)
  if (whole?.resourceType === 'CodeSystem') return new Set(conceptsOf(whole).map(({ code }) => code))
  const listed = built
    .filter((one) => one.resourceType === 'ValueSet')
    .flatMap(({ compose }) => compose?.include ?? [])
    .filter((include) => include.system === system && system !== 'http://snomed.info/sct')
    .flatMap(({ concept = [] }) => concept.map(({ code }) => code))
  return listed.length === 0 ? undefined : new Set(listed)
}

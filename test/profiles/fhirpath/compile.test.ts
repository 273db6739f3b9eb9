// What compiling promises: faults where an expression cannot be meant, plain source where it can, no throw at run time.

import { describe, expect, it } from 'vitest'
import { compileInvariant, compileNodes, compilePath } from '../../../profiles/fhirpath/compile.ts'
import * as runtime from '../../../profiles/fhirpath/runtime.ts'
import { chances, literalsIn, resourceOf } from './examples.ts'
import { definitions, environment, evaluate, holds, load, nodes, schema } from './schema.ts'

const hostile: readonly unknown[] = [
  undefined,
  null,
  '',
  'text',
  0,
  NaN,
  true,
  [],
  [null],
  [[['x']]],
  {},
  { __proto__: null, constructor: 'x' },
  JSON.parse('{"__proto__":{"a":1},"hasOwnProperty":1,"toString":{}}'),
  [{ coding: 'x' }, 5, null, { coding: [null, 'y', { code: 5 }] }],
]

describe('compiling', () => {
  it.each([
    ['nam.exists()', 'Patient', "asks for 'nam', which Patient does not have (at character 1)"],
    ['name.givn', 'Patient', "asks for 'givn', which HumanName does not have (at character 6)"],
    ['name.where(givn.exists())', 'Patient', "asks for 'givn', which HumanName does not have"],
    ['name.select(use.frobnicate())', 'Patient', 'calls the function frobnicate(), which is not known (at character 17)'],
    ['name.exists(1, 2)', 'Patient', 'calls exists() with the wrong number of parameters'],
    ['name.toString.call()', 'Patient', "asks for 'toString', which HumanName does not have"],
    ['name.__proto__()', 'Patient', 'calls the function __proto__(), which is not known'],
    ['name.ofType(Humanname)', 'Patient', "names the type 'Humanname', which is not known"],
    ['value.foo', 'Extension', "asks for 'foo', which no type of 'value' has"],
    ["use.matches('[')", 'HumanName', 'has a pattern that is no regular expression'],
    ["use.matches('(?=(a+)+)b')", 'HumanName', 'has a pattern that could take for ever on some text'],
    ['$index', 'Patient', 'has $index where nothing is counted'],
    ['Frobnicator.name', 'Patient', "asks for 'Frobnicator', which Patient does not have"],
  ])('finds the fault in %s of %s', (expression, type, fault) => {
    const compiled = compileInvariant(expression, type, schema)
    expect('fault' in compiled ? compiled.fault : compiled.source).toContain(fault)
  })

  it('reads properties directly where types are known, and names what it needs of the run time', () => {
    const compiled = compileInvariant('system.empty() or value.exists()', 'ContactPoint', schema)
    if ('fault' in compiled) throw new Error(compiled.fault)
    expect(compiled.source).toContain('value?.system != null || value?._system != null')
    expect(compiled.needs).toEqual(['failed'])
    expect(compiled.needs.every((name) => name in runtime)).toBe(true)
  })

  it('takes a name that only another type of the choice has for empty', () => {
    const expression = "low.empty() or low.code = '%'"
    expect(compileInvariant(expression, 'decimal', schema)).toHaveProperty('fault')
    expect(holds(expression, 'decimal', 1, {}, { alternatives: ['decimal', 'Range'] })).toBe(true)
    expect(compileInvariant('coding.low.empty()', 'CodeableConcept', schema, { alternatives: ['Range'] })).toHaveProperty('fault')
  })

  it('compiles every invariant of the definitions, each needing only what the run time has', () => {
    let count = 0
    for (const [type, expression, alternatives] of allInvariants()) {
      const compiled = compileInvariant(expression, type, schema, { alternatives })
      expect('fault' in compiled ? compiled.fault : compiled.needs.filter((name) => !(name in runtime))).toEqual([])
      count++
    }
    expect(count).toBeGreaterThan(250)
  })

  it('never throws at run time, whatever the shape of the data', () => {
    let count = 0
    for (const [type, expression, alternatives] of allInvariants()) {
      const run = load(compileInvariant(expression, type, schema, { alternatives }))
      for (const value of [...hostile, ...hostileObjects(type)]) {
        expect(
          typeof run(
            value,
            value,
            environment(value, {
              report: () => {
                throw new Error('a bad reporter')
              },
            }),
          ),
        ).toBe('boolean')
        count++
      }
    }
    expect(count).toBeGreaterThan(5000)
  })

  it('reports what cannot be evaluated, without a value of the data, and lets it not hold', () => {
    const value = { given: ['Secret', 'Name'] }
    const env = environment(value)
    expect(load(compileInvariant("given.startsWith('S')", 'HumanName', schema))(value, undefined, env)).toBe(false)
    expect(env.faults).toEqual([{ expression: "given.startsWith('S')", problem: 'has several items where at most one is meant' }])
    expect(load(compilePath('given.single()', 'HumanName', schema))(value, env)).toEqual([])
    const resolve = () => {
      throw new Error('Secret')
    }
    const broken = environment({}, { resolve })
    expect(load(compilePath('resolve()', 'Reference', schema))({ reference: 'Patient/1' }, broken)).toEqual([])
    expect(broken.faults).toEqual([{ expression: 'resolve()', problem: 'cannot be evaluated on data of this shape' }])
    expect(JSON.stringify([env.faults, broken.faults])).not.toContain('Secret')
  })

  it('lets an empty result fail, or hold where it is told to', () => {
    const period = { start: '2024-02-01', end: '2024-02-01T10:00:00Z' }
    expect(holds('start <= end', 'Period', period)).toBe(false)
    expect(holds('start <= end', 'Period', period, {}, { empty: 'holds' })).toBe(true)
    expect(holds('start <= end', 'Period', { start: '2024-02-02', end: '2024-02-01' }, {}, { empty: 'holds' })).toBe(false)
    expect(holds('family', 'HumanName', { family: 'Example' })).toBe(true)
    expect(holds('{}', 'HumanName', {})).toBe(false)
  })

  it('gives types and siblings of items to who asks', () => {
    const value = { resourceType: 'Observation', valueQuantity: { value: 1 }, _status: { id: 's' } }
    expect(nodes('value | status', 'Observation', value)).toEqual([
      { type: 'Quantity', value: { value: 1 }, extra: undefined },
      { type: 'code', value: undefined, extra: { id: 's' } },
    ])
    expect(evaluate('status', 'Observation', value)).toEqual([])
  })

  it.each([
    "contained.where(('#' + id in %resource.descendants().reference).not()).empty() and conformsTo('x')",
    "conformsTo('x') and contained.where(('#' + id in %resource.descendants().reference).not()).empty()",
  ])('keeps a value for an evaluation only, one inside another sees its own: %#', (expression) => {
    const run = load(compileInvariant(expression, 'Patient', schema))
    const contained = [{ resourceType: 'Patient', id: 'a' }]
    const inner = { resourceType: 'Patient', contained }
    const outer = { resourceType: 'Patient', contained, managingOrganization: { reference: '#a' } }
    const answers: unknown[] = []
    const conformsTo = () => {
      answers.push(run(inner, undefined, environment(inner, { conformsTo: () => true })))
      return true
    }
    expect(run(outer, undefined, environment(outer, { conformsTo }))).toBe(true)
    expect(answers).toEqual([false])
  })

  it('looks for many contained resources among many references in one go', () => {
    const contained = Array.from({ length: 20_000 }, (_, i) => ({ resourceType: 'Organization', id: `o${i}` }))
    const generalPractitioner = contained.map(({ id }) => ({ reference: `#${id}` }))
    const patient = { resourceType: 'Patient', contained, generalPractitioner }
    const dom3 = invariantOf('Patient', 'dom-3')
    const started = performance.now()
    expect(holds(dom3, 'Patient', patient)).toBe(true)
    expect(holds(dom3, 'Patient', { ...patient, generalPractitioner: generalPractitioner.slice(1) })).toBe(false)
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it.each([
    "'a'.repeat($this & 'a').exists()",
    '(1 | 2 | 3 | 4).repeat($this + 1).exists()',
    'given.aggregate($total.combine($total), 1).exists()',
    "given.aggregate($total & $total, 'aa').exists()",
    'given ~ given',
  ])('ends what would grow without end: %s', (expression) => {
    const value = { given: Array.from({ length: 3000 }, (_, i) => `n${i}`) }
    const env = environment(value)
    expect(load(compileInvariant(expression, 'HumanName', schema))(value, undefined, env)).toBe(false)
    expect(env.faults).toHaveLength(1)
  })

  it('gives the same answers whether it knows the type before the data or only with it', () => {
    let count = 0
    const byName = new Map(definitions.map((definition) => [definition.name, definition]))
    const own = definitions.filter(({ kind, name }) => kind === 'resource' && name !== 'Resource' && name !== 'DomainResource')
    for (const { name, snapshot } of own) {
      const expressions = (snapshot?.element[0]?.constraint ?? []).flatMap(({ expression }) => expression ?? [])
      const words = literalsIn(expressions)
      for (let round = 0; round < 12; round++) {
        const value = resourceOf(
          { definitions: byName, words: [...words, 'a'], chance: chances(round + name.length) },
          name,
          0.2 + (round % 4) / 4,
        )
        for (const expression of expressions) {
          expect([expression, holds(expression, 'Resource', value)]).toEqual([expression, holds(expression, name, value)])
          count++
        }
      }
    }
    expect(count).toBeGreaterThan(2000)
  })

  it('holds nothing of the compiler in its source', () => {
    for (const compiled of [compileInvariant('name.exists()', 'Patient', schema), compileNodes('name', 'Patient', schema)]) {
      if ('fault' in compiled) throw new Error(compiled.fault)
      // oxlint-disable-next-line no-implied-eval -- what the compiler's caller does at start
      expect(() => new Function('$', `"use strict"; return ${compiled.source}`)({})).not.toThrow()
    }
  })
})

function* allInvariants(): Generator<readonly [string, string, readonly string[]]> {
  for (const { snapshot } of definitions) {
    const rows = snapshot?.element ?? []
    for (const row of rows) {
      const isOwner = rows.some((other) => other.path.startsWith(`${row.path}.`)) || !row.path.includes('.')
      const types = isOwner ? [row.path] : (row.type ?? []).map(({ code }) => code.replace('http://hl7.org/fhirpath/', ''))
      for (const { expression } of row.constraint ?? []) {
        if (expression !== undefined) for (const type of types) yield [type, expression, types]
      }
    }
  }
}

/** Every property that the type has, each with the same wrong value. */
function hostileObjects(type: string): readonly unknown[] {
  const rows = definitions.find(({ name }) => name === type.split('.')[0])?.snapshot?.element ?? []
  const names = rows
    .filter(({ path }) => path.startsWith(`${type}.`))
    .map(({ path }) => path.slice(type.length + 1).split('.')[0] ?? '')
  return hostile.map((value) =>
    Object.fromEntries(
      names.flatMap((name) => [
        [name, value],
        [`_${name}`, value],
      ]),
    ),
  )
}

function invariantOf(type: string, key: string): string {
  const constraints = definitions.find(({ name }) => name === type)?.snapshot?.element[0]?.constraint ?? []
  const expression = constraints.find((constraint) => constraint.key === key)?.expression
  if (expression === undefined) throw new Error(`no ${key} in ${type}`)
  return expression
}

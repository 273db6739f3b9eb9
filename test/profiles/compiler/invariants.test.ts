// Each invariant of the module that was built, against HL7's FHIRPath as @medplum/core evaluates it on random elements.

import { evalFhirPathTyped, indexStructureDefinitionBundle } from '@medplum/core'
import type { StructureDefinition } from '@medplum/fhirtypes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { link } from '../../../profiles/built/validator.js'
import { isLookedAtElsewhere } from '../../../profiles/compiler/native.ts'
import { runtimeOf } from '../../../profiles/compiler/runtime.ts'
import { schemaOf } from '../../../profiles/compiler/schema.ts'
import { ownPlan, packagedTerminology } from '../../../profiles/definitions-own.ts'
import { structureDefinitions } from '../../../profiles/definitions.ts'
import * as fhirpath from '../../../profiles/fhirpath/runtime.ts'

interface Rule {
  readonly key: string
  readonly path: string
  readonly expression: string
  /** Type of the element that the rule holds for, as shapes and FHIRPath call it. */
  readonly shape: string
  readonly type: string
}

const { shapes } = ownPlan()
const runtime = runtimeOf(link, {
  terminology: packagedTerminology(),
  isTypeName: () => true,
  narrativeFaults: () => [],
  fhirpath,
  environment: { schema: schemaOf({ shapes }), htmlChecks: () => true },
})
indexStructureDefinitionBundle([...structureDefinitions()])
const rules = structureDefinitions().flatMap(rulesOf)
const checked = rules.filter((rule) => !isLookedAtElsewhere(rule))

/** What the built module says of an element by itself; undefined: it has no such rule. */
function holds({ expression, shape }: Pick<Rule, 'expression' | 'shape'>, element: Json): boolean | undefined {
  const compiled = runtime.linked.invariants.get(`${shape} ${expression}`)
  return compiled?.(element, undefined, { ...runtime.state, resource: element, root: element })
}

function ruleOf(key: string, shape: string): (element: Json) => boolean | undefined {
  const rule = rules.find((one) => one.key === key && one.shape === shape) ?? expect.fail(`no ${key} of ${shape}`)
  return (element) => holds(rule, element)
}

describe('invariants', () => {
  it('are there for every rule of the definitions that is not looked at elsewhere', () => {
    const missing = checked.filter(({ shape, expression }) => !runtime.linked.invariants.has(`${shape} ${expression}`))
    expect(missing.map(({ key }) => key)).toEqual([])
    expect(checked.length).toBeGreaterThan(150)
  })

  /** Where FHIRPath as it stands says something else than its words, or Medplum cannot evaluate it. */
  const notComparable: Readonly<Record<string, string>> = {
    'con-3': 'HL7 compares a CodeableConcept with a code: true of any category; we follow the words',
    'per-1': 'Medplum compares dates as text; tested below',
    'Task inv-1': 'Medplum compares dates as text; tested below',
    'rng-2': 'Medplum compares quantities without their units',
    'que-2': 'descendants() counts the linkId of answers too',
    'que-0': 'matches() finds the pattern anywhere in the name; we want the whole name to be one',
    'cpb-0': 'matches() finds the pattern anywhere in the name; we want the whole name to be one',
    'cpb-7': '& joins without a mark between, so that two unlike pairs may read the same',
    'que-12': 'says > 2 where its words say more than one; we follow the words',
    'ctm-1': 'follows a reference, which Medplum does by its type alone',
    'que-7': 'has more types of answer than are made here; tested below',
    'obs-7': 'compares whole codings, in any order of their properties; tested below',
  }
  const comparable = checked.filter(({ key, path }) => !(notComparable[key] ?? notComparable[`${path} ${key}`]))
  const once = comparable.filter((rule, i) => comparable.findIndex(({ expression }) => expression === rule.expression) === i)

  it.each(once.map((rule) => [`${rule.key} on ${rule.path}`, rule] as const))('agree with FHIRPath: %s', (_, rule) => {
    const seen = { true: 0, false: 0 }
    fc.assert(
      fc.property(elementOf(rule.shape, literalsOf(rule.expression), namesOf(rule.expression), 2), (element) => {
        const isResource = shapes[rule.shape]?.kind === 'resource'
        const value = isResource ? { resourceType: rule.shape, ...element } : element
        const expected = byFhirPath(rule, value)
        if (expected === undefined) return
        seen[`${expected}`] += 1
        expect(holds(rule, value)).toBe(expected)
      }),
      { numRuns: 200, seed: 7 },
    )
    expect(seen.true, 'random elements that keep the rule').toBeGreaterThan(0)
    expect(seen.false, 'random elements that break the rule').toBeGreaterThan(0)
  })

  it.each([
    ['2026-01-02', '2026-01-01', false],
    ['2026-01-01', '2026-01-01', true],
    ['2026-01', '2026-01-15', true],
    ['2026-01-15', '2026-01', true],
    ['2026-02', '2026-01-31', false],
    ['2026', '2025-12-31', false],
    ['2026-01-01T10:00:00Z', '2026-01-01T10:00:00Z', true],
    ['2026-01-01T10:00:01Z', '2026-01-01T10:00:00.500Z', false],
    ['2026-01-01T10:00:00+01:00', '2026-01-01T09:00:00Z', true],
    ['2026-01-01T23:30:00Z', '2026-01-01', true],
    ['2026-01-02T05:00:00Z', '2026-01-01', true],
    ['2026-01-04T00:00:00Z', '2026-01-01', false],
    ['nonsense', '2026-01-01', true],
    [undefined, '2026-01-01', true],
    [5, '2026-01-01', true],
  ])('take a period from %s to %s to be right: %s', (start, end, isRight) => {
    expect(ruleOf('per-1', 'Period')({ start, end })).toBe(isRight)
    expect(ruleOf('inv-1', 'Task')({ authoredOn: start, lastModified: end })).toBe(isRight)
  })

  it('compare amounts of one unit only', () => {
    const amount = (value: number, code: string) => ({ value, system: 'http://unitsofmeasure.org', code })
    expect(ruleOf('rng-2', 'Range')({ low: amount(2, 'd'), high: amount(1, 'd') })).toBe(false)
    expect(ruleOf('rng-2', 'Range')({ low: amount(2, 'd'), high: amount(1, 'wk') })).toBe(true)
  })

  it('find a component with the code of its observation', () => {
    const code = { coding: [{ system: 'urn:x', code: 'a' }] }
    const value = {
      valueString: 'x',
      code,
      component: [{ code: { coding: [{ code: 'a', system: 'urn:x' }] } }],
    }
    expect(ruleOf('obs-7', 'Observation')(value)).toBe(false)
    expect(ruleOf('obs-7', 'Observation')({ ...value, code: { coding: [{ system: 'urn:x', code: 'b' }] } })).toBe(true)
  })

  it('find a linkId twice, however deep', () => {
    const item = (linkId: string, ...items: unknown[]) => ({ linkId, item: items })
    expect(ruleOf('que-2', 'Questionnaire')({ item: [item('1', item('2')), item('3')] })).toBe(true)
    expect(ruleOf('que-2', 'Questionnaire')({ item: [item('1', item('2')), item('2')] })).toBe(false)
  })

  it('take true or false only for whether an answer exists', () => {
    expect(ruleOf('que-7', 'Questionnaire.item.enableWhen')({ operator: 'exists', answerBoolean: true })).toBe(true)
    expect(ruleOf('que-7', 'Questionnaire.item.enableWhen')({ operator: 'exists', answerInteger: 1 })).toBe(false)
    expect(ruleOf('que-7', 'Questionnaire.item.enableWhen')({ operator: '=', answerInteger: 1 })).toBe(true)
  })

  it.each([
    ['que-0', 'Questionnaire'],
    ['cpb-0', 'CapabilityStatement'],
  ])('want a name that a program can use: %s', (key, type) => {
    expect(ruleOf(key, type)({ name: 'Needs_1' })).toBe(true)
    expect(ruleOf(key, type)({ name: 'my Needs' })).toBe(false)
  })

  it('find a document profile twice in one mode', () => {
    const document = (profile: string, mode: string) => ({ profile, mode })
    expect(ruleOf('cpb-7', 'CapabilityStatement')({ document: [document('a', 'producer'), document('a', 'consumer')] })).toBe(
      true,
    )
    expect(ruleOf('cpb-7', 'CapabilityStatement')({ document: [document('a', 'producer'), document('a', 'producer')] })).toBe(
      false,
    )
  })

  it('want a status for a problem on the list', () => {
    const category = (code: string) => [{ coding: [{ code }] }]
    expect(ruleOf('con-3', 'Condition')({ category: category('problem-list-item') })).toBe(false)
    expect(ruleOf('con-3', 'Condition')({ category: category('encounter-diagnosis') })).toBe(true)
  })
})

function rulesOf(definition: StructureDefinition): Rule[] {
  return (definition.snapshot?.element ?? []).flatMap((element) =>
    (element.constraint ?? []).map(({ key, expression }) => {
      const shape = shapes[element.path] ? element.path : (element.type?.[0]?.code ?? '')
      return { key, path: element.path, expression: expression ?? '', shape, type: fhirPathType(shape) }
    }),
  )
}

/** Medplum calls the type of `Patient.contact` PatientContact. */
function fhirPathType(shape: string): string {
  return shape
    .split('.')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')
}

function byFhirPath(rule: Rule, value: unknown): boolean | undefined {
  const typed = { type: rule.type, value }
  const variables = {
    '%context': typed,
    '%resource': typed,
    '%rootResource': typed,
    '%ucum': { type: 'string', value: 'http://unitsofmeasure.org' },
  }
  try {
    const [result] = evalFhirPathTyped(rule.expression, [typed], variables)
    return typeof result?.value === 'boolean' ? result.value : undefined
  } catch {
    return undefined
  }
}

/** What the rule compares with, so that random values hit it. */
function literalsOf(expression: string): string[] {
  return [...[...expression.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? ''), 'http://unitsofmeasure.org', 'x']
}

function namesOf(expression: string): Set<string> {
  return new Set(expression.match(/[a-zA-Z]+/g) ?? [])
}

type Json = Record<string, unknown>

/** A random element with the properties that the rule names, each there or not. */
function elementOf(shape: string, literals: string[], names: ReadonlySet<string>, depth: number): fc.Arbitrary<Json> {
  const model: Record<string, fc.Arbitrary<unknown>> = {}
  for (const { name, variants, isList } of shapes[shape]?.elements ?? []) {
    if (!names.has(name)) continue
    const variant = variants.find(({ type }) => type === 'Quantity' || type === 'boolean') ?? variants[0]
    if (!variant) continue
    const value = valueOf(variant.shape ?? variant.type, literals, names, depth)
    model[variant.key] = isList ? fc.array(value, { minLength: 1, maxLength: 3 }) : value
  }
  return fc.record(model, { requiredKeys: [] })
}

function valueOf(type: string, literals: string[], names: ReadonlySet<string>, depth: number): fc.Arbitrary<unknown> {
  switch (type) {
    case 'boolean':
      return fc.boolean()
    case 'decimal':
    case 'integer':
    case 'positiveInt':
    case 'unsignedInt':
      return fc.constantFrom(-1, 0, 1, 1.5, 2)
    case 'dateTime':
    case 'date':
    case 'instant':
      return fc.constantFrom('2026-01-01', '2026-01-02')
    case 'Resource':
      return fc.record(
        {
          resourceType: fc.constantFrom('Composition', 'MessageHeader', 'Patient'),
          meta: metaOf(),
          contained: fc.constant([{ resourceType: 'Patient', id: 'x' }]),
        },
        { requiredKeys: ['resourceType'] },
      )
    case 'Quantity':
    case 'CodeableConcept':
    case 'Identifier':
    case 'Coding':
      return elementOf(type, literals, new Set([...names, 'coding', 'system', 'code', 'value']), depth - 1).filter(isFilled)
    default: {
      const elements = shapes[type]?.elements ?? []
      if (elements.length <= 3 || depth === 0) return fc.constantFrom(...literals)
      return elementOf(type, literals, names, depth - 1).map((element) => (isFilled(element) ? element : { id: 'x' }))
    }
  }
}

function metaOf(): fc.Arbitrary<unknown> {
  return fc
    .record(
      {
        versionId: fc.constantFrom('1', '2'),
        lastUpdated: fc.constant('2026-01-01T00:00:00Z'),
        security: fc.constant([{ code: 'x' }]),
      },
      { requiredKeys: [] },
    )
    .map((meta) => ({ source: 'urn:x', ...meta }))
}

function isFilled(value: Json): boolean {
  return Object.keys(value).length > 0
}

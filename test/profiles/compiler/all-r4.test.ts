// All of R4 in one validator: its types, profiles and extensions, what of them cannot be used, and what once went wrong.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { senseless } from '../../../profiles/compiler/native.ts'
import { packagedTerminology } from '../../../profiles/definitions-own.ts'
import { coreDefinition } from '../../../profiles/packages/core.ts'
import { snapshotsOf } from '../../../profiles/packages/snapshot.ts'
import { type Definition, validatorFor } from '../../../profiles/validation.ts'

const base = 'http://hl7.org/fhir/StructureDefinition/'
const { definition } = snapshotsOf(coreDefinition)
const definitions = ['definitions.json', 'further-definitions.json'].flatMap((name) =>
  (JSON.parse(readFileSync(new URL(`../../../profiles/r4/${name}`, import.meta.url), 'utf8')) as { url: string }[]).map(
    ({ url }) => definition(url) as Definition,
  ),
)
const { validator, faults } = validatorFor({ definitions, terminology: packagedTerminology() })

const errors = (resource: unknown, profile?: string): readonly string[] => {
  const asked = profile === undefined ? {} : { profile: base + profile }
  const found = validator.validate(resource, asked).filter(({ severity }) => severity === 'error')
  expect(validator.isValid(resource, asked)).toBe(found.length === 0)
  return found.map(({ id, expression }) => `${id} ${expression}`)
}

describe('all of R4', () => {
  it('compiles without a fault', () => {
    expect(definitions.length).toBeGreaterThan(640)
    expect(faults).toEqual([])
  })
  it('has rules that nobody can follow, and these alone', () => {
    const rules = definitions
      .flatMap(({ snapshot }) => snapshot?.element ?? [])
      .flatMap(({ constraint }) => (constraint ?? []).map(({ key, expression }) => `${key} ${expression}`))
    expect(Object.keys(senseless).filter((rule) => !rules.includes(rule))).toEqual([])
    expect(Object.keys(senseless).map((rule) => rule.slice(0, 5).trim())).toEqual([
      ...['ppc-2', 'ppc-3', 'ppc-4', 'ppc-5'],
      ...['cid-0', 'inv-1'],
    ])
  })
})

describe('a type with two choices of every datatype', () => {
  const element = (more: object) => ({
    resourceType: 'StructureDefinition',
    ...{ url: 'urn:x', name: 'X', status: 'draft', kind: 'complex-type', abstract: false, type: 'X' },
    snapshot: {
      element: [{ id: 'X', path: 'X', min: 0, max: '*', base: { path: 'X', min: 0, max: '*' }, definition: 'x', ...more }],
    },
  })
  const at = 'StructureDefinition.snapshot.element[0]'
  it('takes one of each', () => {
    const type = [{ code: 'string' }]
    const rules = (more: object) => errors(element({ type, ...more })).filter((issue) => !issue.startsWith('invariant'))
    expect(rules({ fixedString: 'x' })).toEqual([])
    expect(rules({ fixedString: 'x', patternString: 'x' })).toEqual([])
    expect(rules({ fixedString: 'x', fixedCode: 'x' })).toEqual([`choice-conflict ${at}.fixed`])
    expect(rules({ _patternString: { id: 'x', extension: [{ url: 'urn:x', valueCode: 'x' }] }, patternCode: 'x' })).toEqual([
      `choice-conflict ${at}.pattern`,
    ])
    expect(rules({ patternInteger: 'x' })).toEqual([`wrong-type ${at}.pattern`])
  })
})

describe("R4's profile of blood pressure", () => {
  const loinc = 'http://loinc.org'
  const part = (code: string, value: number) => ({
    code: {
      coding: [
        { system: 'urn:own', code: 'x' },
        { system: loinc, code },
      ],
    },
    valueQuantity: { value, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
  })
  const pressure = (...component: object[]) => ({
    resourceType: 'Observation',
    status: 'final',
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }] }],
    code: { coding: [{ system: loinc, code: '85354-9' }] },
    subject: { reference: 'Patient/1' },
    effectiveDateTime: '2026-11-01',
    component,
  })
  it('finds its parts by a code within a slice of the codings', () => {
    expect(errors(pressure(part('8480-6', 120), part('8462-4', 80)), 'bp')).toEqual([])
    expect(errors(pressure(part('8480-6', 120)), 'bp')).toContain('required Observation.component')
    expect(errors(pressure(part('8480-6', 120), part('8480-6', 110), part('8462-4', 80)), 'bp')).toContain(
      'too-many Observation.component',
    )
  })
})

describe('an invariant on a choice', () => {
  const risk = (probability: object) => ({
    resourceType: 'RiskAssessment',
    ...{ status: 'final', subject: { reference: 'Patient/1' }, prediction: [probability] },
  })
  const percent = (value: number, code = '%') => ({ value, system: 'http://unitsofmeasure.org', code })
  it('is read as one of the type that is there', () => {
    expect(errors(risk({ probabilityDecimal: 12.5 }))).toEqual([])
    expect(errors(risk({ probabilityDecimal: 120 }))).toEqual(['invariant RiskAssessment.prediction[0]'])
    expect(errors(risk({ probabilityRange: { low: percent(1), high: percent(2) } }))).toEqual([])
    expect(errors(risk({ probabilityRange: { low: percent(1), high: percent(2, 'mg') } }))).toEqual([
      'invariant RiskAssessment.prediction[0].probability',
    ])
  })
})

describe('rules that say something else than their words', () => {
  const questionnaire = (item: object, more: object = {}) => ({
    ...{
      resourceType: 'Questionnaire',
      status: 'draft',
      item: [
        { linkId: 'a', type: 'boolean' },
        { linkId: 'b', type: 'string', ...item },
      ],
    },
    ...more,
  })
  const when = (more: object) => questionnaire({ enableWhen: [{ question: 'a', operator: 'exists', ...more }] })
  it('let an answer of true through, and no other (que-7)', () => {
    expect(errors(when({ answerBoolean: true }))).toEqual([])
    expect(errors(when({ answerInteger: 1 }))).toEqual(['invariant Questionnaire.item[1].enableWhen[0]'])
  })
  it('ask how two conditions go together (que-12)', () => {
    const enableWhen = [{ question: 'a', operator: 'exists', answerBoolean: true }]
    const two = { enableWhen: [...enableWhen, ...enableWhen] }
    expect(errors(questionnaire(two))).toEqual(['invariant Questionnaire.item[1]'])
    expect(errors(questionnaire({ ...two, enableBehavior: 'any' }))).toEqual([])
  })
  it('do without a name, and look at a whole one where there is one (que-0)', () => {
    const names = (name?: string) =>
      validator.validate(questionnaire({}, name === undefined ? {} : { name })).filter(({ text }) => text.startsWith('que-0'))
    expect(names()).toEqual([])
    expect(names('Fine_1')).toEqual([])
    expect(names('not Fine')).toHaveLength(1)
  })
  it('want a status of a problem, and of no other condition (con-3)', () => {
    const list = (code: string) => ({
      resourceType: 'Condition',
      subject: { reference: 'Patient/1' },
      category: [{ coding: [{ code }] }],
    })
    const con3 = (resource: unknown) => validator.validate(resource).filter(({ text }) => text.startsWith('con-3'))
    expect(con3(list('problem-list-item'))).toHaveLength(1)
    expect(con3(list('encounter-diagnosis'))).toEqual([])
  })
})

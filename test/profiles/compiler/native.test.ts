// The invariants that are written by hand say what their FHIRPath says, where that is what is meant.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileInvariant } from '../../../profiles/fhirpath/compile.ts'
import * as fhirpath from '../../../profiles/fhirpath/runtime.ts'
import { planOf } from '../../../profiles/compiler/compile.ts'
import { native } from '../../../profiles/compiler/native.ts'
import { schemaOf } from '../../../profiles/compiler/schema.ts'
import { ownDefinitions, r4Definitions } from '../../../profiles/definitions-own.ts'

const all = [...r4Definitions(), ...ownDefinitions()]
const schema = schemaOf(planOf(all).plan)

describe('an invariant by hand', () => {
  it('belongs to a rule that is there', () => {
    const expressions = new Set(
      all
        .flatMap(({ snapshot }) => snapshot?.element ?? [])
        .flatMap(({ constraint }) => (constraint ?? []).map((rule) => rule.expression)),
    )
    for (const expression of Object.keys(native)) expect(expressions.has(expression), expression).toBe(true)
  })

  it('agrees on the check digit of NHS numbers', () => {
    const expression = Object.keys(native).find((one) => one.includes('mod 11')) ?? ''
    const compiled = compileInvariant(expression, 'string', schema)
    if ('fault' in compiled) throw new Error(compiled.fault)
    // oxlint-disable-next-line typescript/no-implied-eval
    const holds = new Function('$', `return ${compiled.source}`)(fhirpath) as (
      value: unknown,
      extra: unknown,
      environment: unknown,
    ) => boolean
    let right = 0
    fc.assert(
      fc.property(fc.oneof(fc.stringMatching(/^[0-9]{10}$/), fc.stringMatching(/^[0-9a ]{0,12}$/)), (value) => {
        const expected = holds(value, undefined, { schema })
        if (expected) right += 1
        expect(native[expression]?.(value)).toBe(expected)
      }),
      { numRuns: 5_000 },
    )
    expect(right).toBeGreaterThan(100)
    expect(native[expression]?.('9990000018')).toBe(true)
  })

  const agreesWithFhirPath = (start: string, type: string, elements: fc.Arbitrary<object>): { right: number; wrong: number } => {
    const expression = Object.keys(native).find((one) => one.startsWith(start)) ?? ''
    const compiled = compileInvariant(expression, type, schema)
    if ('fault' in compiled) throw new Error(compiled.fault)
    // oxlint-disable-next-line typescript/no-implied-eval
    const holds = new Function('$', `return ${compiled.source}`)(fhirpath) as (
      value: unknown,
      extra: unknown,
      environment: unknown,
    ) => boolean
    const seen = { right: 0, wrong: 0 }
    fc.assert(
      fc.property(elements, (element) => {
        const expected = holds(element, undefined, { schema, resource: element, root: element })
        seen[expected ? 'right' : 'wrong'] += 1
        expect(native[expression]?.(element)).toBe(expected)
      }),
      { numRuns: 2_000 },
    )
    return seen
  }

  it('agrees on codes of components (obs-7), be they few or many', () => {
    const coding = fc.record({ system: fc.constantFrom('a', 'b'), code: fc.constantFrom('1', '2', '3') }, { requiredKeys: [] })
    const concept = fc.record({ coding: fc.array(coding, { maxLength: 7 }) })
    const observation = fc.record(
      { valueString: fc.constant('x'), code: concept, component: fc.array(fc.record({ code: concept }), { maxLength: 3 }) },
      { requiredKeys: [] },
    )
    const { right, wrong } = agreesWithFhirPath('value.empty() or component', 'Observation', observation)
    expect(Math.min(right, wrong)).toBeGreaterThan(100)
  })

  it('agrees on fullUrls that are distinct (bdl-7), with their versions', () => {
    const text = fc.constantFrom('urn:a', 'urn:b', 'urn:b1', '1')
    const resource = fc.record({
      resourceType: fc.constant('Patient'),
      meta: fc.record({ versionId: text }, { requiredKeys: [] }),
    })
    const entry = fc.record({ fullUrl: text, resource }, { requiredKeys: [] })
    // Alike at their end, and around the number from which on they are held against each other by other means.
    const other = fc.record({ fullUrl: fc.integer({ min: 0, max: 400 }).map((n) => `urn:${n}:abcd`) })
    const bundle = fc.record({
      type: fc.constantFrom('history', 'collection', 'message'),
      entry: fc.oneof(
        fc.array(entry, { maxLength: 3 }),
        fc.array(entry, { minLength: 13, maxLength: 15 }),
        fc.array(other, { minLength: 23, maxLength: 26 }),
      ),
    })
    const { right, wrong } = agreesWithFhirPath("(type = 'history')", 'Bundle', bundle)
    expect(Math.min(right, wrong)).toBeGreaterThan(100)
  })
})

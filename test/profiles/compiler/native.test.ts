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
})

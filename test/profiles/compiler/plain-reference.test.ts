// References that are `Type/id`: the type they name, and no other text taken for one.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainTypes, targetsOf } from '../../../profiles/compiler/plain-reference.ts'
import { targetOf } from '../../../profiles/compiler/reference.ts'

const names = [
  'Patient',
  'Practitioner',
  'PractitionerRole',
  'Person',
  'Organization',
  'Observation',
  'Task',
  'Flag',
  'List',
  'Goal',
]
const types = plainTypes((name) => names.includes(name))
const typeOf = (text: string): string | undefined => types.at(text)?.name

describe('a plain reference', () => {
  it.each(names)('names %s, whichever were asked before', (name) => {
    for (const other of names) expect(typeOf(`${other}/1`)).toBe(other)
    expect(typeOf(`${name}/a-B.9`)).toBe(name)
    expect(typeOf(`${name}/${'x'.repeat(64)}`)).toBe(name)
  })
  it.each([
    '',
    '/',
    'Patient',
    'Patient/',
    '/1',
    'Patient/a b',
    'Patient/\u00e9',
    'Patient/1/_history/2',
    'Patient/1?x',
    'Patient?identifier=1',
    'patient/1',
    'Banana/1',
    'Patiend/1',
    'http://example.org/Patient/1',
    '#Patient/1',
    'urn:uuid:1',
    `Patient/${'x'.repeat(65)}`,
    `P${'x'.repeat(60)}/1`,
    'constructor/1',
    '__proto__/1',
  ])('is not %j', (text) => expect(typeOf(text)).toBe(undefined))
  it('is what reading with care calls a relative reference to the type', () => {
    const part = fc.constantFrom(
      'Patient',
      'Task',
      'Banana',
      '/',
      '1',
      'a',
      '?',
      '#',
      ' ',
      'urn:',
      'http://x',
      '_history',
      '.',
      '-',
    )
    let plain = 0
    fc.assert(
      fc.property(fc.constantFrom('Patient/', 'Task/', ''), fc.array(part, { maxLength: 4 }), (start, parts) => {
        const text = start + parts.join('')
        const name = typeOf(text)
        if (name === undefined) return
        plain += 1
        expect(targetOf(text)).toEqual({ kind: 'typed', type: name, isAbsolute: false })
      }),
      { numRuns: 3_000 },
    )
    expect(plain).toBeGreaterThan(20)
  })
})

describe('targets', () => {
  it('have the types that they name, and no other', () => {
    const targets = targetsOf(['Patient', 'Task'])
    for (const name of names) {
      const type = types.at(`${name}/1`)
      expect(type && [targets.has(type), targets.has(type)]).toEqual(
        [names.indexOf(name), names.indexOf(name)].map((at) => at === 0 || at === 6),
      )
    }
  })
})

describe('a reference that runs what it says', () => {
  it.each(['javascript:alert(1)', 'JavaScript:x', 'vbscript:x', 'data:text/html,x'])('is none: %s', (text) => {
    expect(targetOf(text).kind).toBe('malformed')
    expect(typeOf(text)).toBeUndefined()
  })
})

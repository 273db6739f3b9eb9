// The two passes agree: the quick one says no exactly when the slow one has an error, whatever is sent; and nothing throws or hangs.

import { existsSync, readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownDefinitions, ownMessageDefinitions, packagedTerminology, r4Definitions } from '../../../profiles/definitions-own.ts'
import { isPlainNarrative } from '../../../profiles/compiler/plain-narrative.ts'
import { primitiveFault } from '../../../profiles/compiler/primitive-fault.ts'
import * as tests from '../../../profiles/compiler/primitive-test.ts'
import { isPrimitive } from '../../../profiles/compiler/primitive.ts'
import { narrativeFaults } from '../../../profiles/narrative.ts'
import { validatorFor } from '../../../profiles/validation.ts'
import { type Json, goodResources } from '../good.ts'

const { validator } = validatorFor({
  definitions: [...r4Definitions(), ...ownDefinitions()],
  messageDefinitions: ownMessageDefinitions(),
  terminology: packagedTerminology(),
})
const folder = new URL('../../../profiles/built/examples/', import.meta.url)
const examples = (existsSync(folder) ? readdirSync(folder) : []).map(
  (name) => () => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Json,
)
const makers = [...Object.values(goodResources), ...examples]
const runs = process.env['LONG'] ? 1_000_000 : 6_000

const agree = (resource: unknown): void => {
  const errors = validator.validate(resource).filter(({ severity }) => severity === 'error')
  expect(validator.isValid(resource), JSON.stringify(errors.slice(0, 3))).toBe(errors.length === 0)
}

const places = (owner: Json): [Json, string][] => {
  const found: [Json, string][] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, inner] of Object.entries(node)) {
      found.push([node as Json, key])
      visit(inner)
    }
  }
  visit(owner)
  return found
}

const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    ' ',
    'x',
    'x y',
    '\u00a0',
    '\ud800',
    'a\u0000',
    0,
    -1,
    1.5,
    2 ** 31,
    Number.NaN,
    true,
    [],
    {},
    [[]],
    [null],
    [{}],
    { id: 'x' },
    { extension: [] },
  ),
  fc.constantFrom<unknown>(
    '2026-02-30',
    '2026',
    '2026-11',
    '2026-11-01T10:00:00',
    '2026-11-01T10:00:00Z',
    '#x',
    '#',
    'urn:uuid:x',
    'Patient/1',
    'Patient/1/_history/1',
    'Nothing/1',
    'https://x.test/Patient/1',
    'Patient?x=1',
  ),
  fc.constantFrom<unknown>(
    { url: 'urn:x' },
    [{ url: 'urn:x', valueString: 'y' }],
    { coding: [{ system: 'urn:x', code: 'y' }] },
    [{ reference: 'Patient/1' }],
    { reference: '#x' },
    { resourceType: 'Patient' },
    { value: 1, code: 'x' },
    { start: '2026', end: '2025' },
  ),
  fc.anything(),
)
const how = fc.constantFrom('replace', 'drop', 'add', 'beside', 'wrap', 'repeat', 'swap', 'copy')

function spoil(resource: Json, at: number, way: string, value: unknown, other: number): void {
  const all = places(resource)
  const [owner, key] = all[at % all.length] ?? [resource, 'id']
  const [, elsewhere] = all[other % all.length] ?? [resource, 'id']
  const before = owner[key]
  // A list has places and no names, in JSON.
  if (Array.isArray(owner) && (way === 'beside' || !/^[0-9]+$/.test(elsewhere))) return
  if (way === 'replace') owner[key] = value
  else if (way === 'drop') delete owner[key]
  else if (way === 'add') owner[elsewhere] = value
  else if (way === 'beside') owner[`_${key}`] = value
  else if (way === 'wrap') owner[key] = [before]
  else if (way === 'repeat')
    owner[key] = Array.isArray(before) ? [...(before as unknown[]), ...(before as unknown[])] : [before, before]
  else if (way === 'swap') owner[elsewhere] = copyOf(before)
  else owner[key] = copyOf(all[other % all.length]?.[0][elsewhere])
}

/** Without it a value could come to hold itself, which no JSON does. */
const copyOf = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value) ?? 'null') as unknown)

describe('the quick pass and the slow pass', () => {
  it.each([...makers.entries()])('agree on what is right: %i', (_, make) => agree(make()))

  it('agree on what is spoilt in one place or in several', () => {
    const change = fc.tuple(fc.nat(), how, strange, fc.nat())
    fc.assert(
      fc.property(fc.constantFrom(...makers), fc.array(change, { minLength: 1, maxLength: 3 }), (make, changes) => {
        const resource = make()
        for (const [at, way, value, other] of changes) spoil(resource, at, way, structuredClone(value), other)
        agree(resource)
      }),
      { numRuns: runs },
    )
  }, 3_600_000)

  it('agree on whatever is no resource', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true, withDate: true }), (value) =>
        agree(value),
      ),
      { numRuns: runs / 10 },
    )
  }, 600_000)

  it('agree on names of the prototype', () => {
    for (const key of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', '_constructor']) {
      for (const make of makers.slice(0, 12)) {
        const text = JSON.stringify(make())
        const resource = JSON.parse(`${text.slice(0, -1)},"${key}":{"x":1}}`) as Json
        agree(resource)
        expect(validator.isValid(resource)).toBe(false)
        agree({ resourceType: key })
        agree({ ...make(), meta: { profile: [key] } })
        agree({ resourceType: 'Patient', extension: [{ url: key, valueString: 'x' }] })
        agree({ resourceType: 'Patient', link: [{ type: key, other: { reference: `${key}/1` } }] })
      }
    }
  })
})

describe('the quick tests of primitives', () => {
  const byType = Object.entries(tests).map(([name, test]) => [name.charAt(2).toLowerCase() + name.slice(3), test] as const)
  const characters = fc.constantFrom(...'0123456789-T:Z+.aA /#=', '\u00e9', '\u00a0', '\u0000', '\ud800')
  const dates = fc.stringMatching(
    /^[0-9]{4}(-[01][0-9](-[0-3][0-9](T[0-2][0-9]:[0-6][0-9]:[0-6][0-9](\.[0-9]{1,3})?(Z|[+-][01][0-9]:[0-6][0-9])?)?)?)?$/,
  )
  const values = fc.oneof(
    fc.anything(),
    fc.string(),
    dates,
    fc.array(characters, { maxLength: 26 }).map((parts) => parts.join('')),
    fc.integer(),
    fc.double(),
  )

  it.each(byType)('agree with the faults that are told: %s', (type, test) => {
    expect(isPrimitive(type)).toBe(true)
    fc.assert(
      fc.property(values, (value) => void expect(test(value)).toBe(primitiveFault(type, value) === undefined)),
      { numRuns: 3_000 },
    )
  })
})

describe('the quick look at narrative', () => {
  it('says yes only of what the careful one finds right', () => {
    const part = fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<br/>',
      '<hr />',
      'x',
      ' ',
      '&amp;',
      '<',
      '>',
      ']]>',
      '<!--x-->',
      '<h1>',
      '</h1>',
      '<script>',
      '<p class="x">',
      '<div>',
      '</div>',
      '\u0000',
    )
    let yes = 0
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const div = `<div xmlns="http://www.w3.org/1999/xhtml">${parts.join('')}</div>`
        if (!isPlainNarrative(div)) return
        yes += 1
        expect(narrativeFaults(div)).toEqual([])
      }),
      { numRuns: 20_000 },
    )
    expect(yes).toBeGreaterThan(100)
  })
})

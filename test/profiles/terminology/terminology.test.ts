// Value sets: who is a member, who is not, and what cannot be told.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Membership, type TerminologySources, terminologyOf } from '../../../profiles/terminology/terminology.ts'

const animals = {
  resourceType: 'CodeSystem',
  url: 'urn:animals',
  version: '1',
  caseSensitive: true,
  content: 'complete',
  valueSet: 'urn:all-animals',
  property: [
    { code: 'legs', type: 'integer' },
    { code: 'diet', type: 'code' },
  ],
  concept: [
    {
      code: 'mammal',
      display: 'Mammal',
      concept: [
        { code: 'dog', display: 'Dog', designation: [{ value: 'Hound' }], property: [{ code: 'legs', valueInteger: 4 }] },
        {
          code: 'bat',
          display: 'Bat',
          property: [
            { code: 'legs', valueInteger: 2 },
            { code: 'diet', valueCode: 'insects' },
            { code: 'diet', valueCode: 'fruit' },
          ],
        },
      ],
    },
    { code: 'bird', display: 'Bird', property: [{ code: 'legs', valueInteger: 2 }] },
    { code: 'robin', display: 'Robin', property: [{ code: 'subsumedBy', valueCode: 'bird' }] },
    {
      code: 'flyer',
      display: 'Flyer',
      property: [
        { code: 'child', valueCode: 'bat' },
        { code: 'child', valueCode: 'bird' },
      ],
    },
    { code: 'dodo', display: 'Dodo', property: [{ code: 'inactive', valueBoolean: true }] },
  ],
}
const plants = { url: 'urn:plants', content: 'fragment', caseSensitive: true, concept: [{ code: 'oak' }, { code: 'ash' }] }
const loud = { url: 'urn:loud', content: 'complete', caseSensitive: false, concept: [{ code: 'Shout' }] }
const unsaid = { url: 'urn:unsaid', content: 'complete', concept: [{ code: 'Abc' }] }
const elsewhere = { url: 'urn:elsewhere', content: 'not-present', caseSensitive: true }
const supplement = { url: 'urn:supplement', content: 'supplement', supplements: 'urn:animals', concept: [{ code: 'dog' }] }
const codeSystems = [animals, plants, loud, unsaid, elsewhere, supplement]
const snomed = 'http://snomed.info/sct'

function sourcesOf(...valueSets: unknown[]): TerminologySources {
  return { codeSystems, valueSets }
}

/** The membership of a value set with these includes and excludes. */
function setWith(include: unknown[], more: object = {}, others: unknown[] = []): Membership {
  const found = terminologyOf(sourcesOf({ url: 'urn:set', compose: { include, ...more } }, ...others)).membership('urn:set')
  if (!found || 'notEvaluable' in found) throw new Error(found?.notEvaluable ?? 'not there')
  return found
}

function filtered(property: string, op: string, value: string, system = 'urn:animals'): Membership {
  return setWith([{ system, filter: [{ property, op, value }] }])
}

const all = ['mammal', 'dog', 'bat', 'bird', 'robin', 'flyer', 'dodo']
const among = (set: Membership) => all.filter((code) => set.has('urn:animals', code))

describe('a value set', () => {
  it('has the codes that it lists, of their system only', () => {
    const set = setWith([{ system: 'urn:animals', concept: [{ code: 'dog' }, { code: 'bat' }] }])
    expect(among(set)).toEqual(['dog', 'bat'])
    expect(set.has('urn:animals', 'bird')).toBe(false)
    expect(set.has('urn:plants', 'dog')).toBe(false)
    expect(set.has('', 'dog')).toBe(false)
    expect(set.reasons).toEqual([])
  })

  it('has every code of a whole system, however deep it is nested', () => {
    const set = setWith([{ system: 'urn:animals' }])
    expect(among(set)).toEqual(all)
    for (const code of ['cat', 'constructor', '__proto__', '', 'DOG']) expect(set.has('urn:animals', code), code).toBe(false)
  })

  it('is found under the address that a code system gives to all of its codes', () => {
    const set = terminologyOf(sourcesOf()).membership('urn:all-animals')
    expect(set && 'has' in set && among(set)).toEqual(all)
  })

  it('implies the system for a code without one', () => {
    const set = setWith([{ system: 'urn:animals', concept: [{ code: 'dog' }] }, { system: 'urn:loud' }])
    expect(set.has(undefined, 'dog')).toBe(true)
    expect(set.has(undefined, 'Shout')).toBe(true)
    expect(set.has(undefined, 'bat')).toBe(false)
  })

  it('leaves out what it excludes', () => {
    const set = setWith([{ system: 'urn:animals' }], { exclude: [{ system: 'urn:animals', concept: [{ code: 'bat' }] }] })
    expect(among(set)).toEqual(all.filter((code) => code !== 'bat'))
  })

  it('leaves out what is inactive, when it says so', () => {
    expect(setWith([{ system: 'urn:animals' }], { inactive: false }).has('urn:animals', 'dodo')).toBe(false)
    expect(setWith([{ system: 'urn:animals' }], { inactive: true }).has('urn:animals', 'dodo')).toBe(true)
  })

  it('has what all the imports of one include share, and what any of several includes has', () => {
    const mammals = {
      url: 'urn:m',
      compose: { include: [{ system: 'urn:animals', concept: [{ code: 'dog' }, { code: 'bat' }] }] },
    }
    const flyers = {
      url: 'urn:f',
      compose: { include: [{ system: 'urn:animals', concept: [{ code: 'bat' }, { code: 'bird' }] }] },
    }
    const both = setWith([{ valueSet: ['urn:m', 'urn:f'] }], {}, [mammals, flyers])
    expect(among(both)).toEqual(['bat'])
    expect(both.has(undefined, 'bat')).toBe(true)
    expect(both.has(undefined, 'dog')).toBe(false)
    expect(among(setWith([{ valueSet: ['urn:m'] }, { valueSet: ['urn:f'] }], {}, [mammals, flyers]))).toEqual([
      'dog',
      'bat',
      'bird',
    ])
    expect(among(setWith([{ system: 'urn:animals', valueSet: ['urn:m'] }], {}, [mammals]))).toEqual(['dog', 'bat'])
  })

  it('cannot be told where an import is not here, but for what other parts decide', () => {
    const set = setWith([{ valueSet: ['urn:nowhere'] }, { system: 'urn:animals', concept: [{ code: 'dog' }] }])
    expect(set.has('urn:animals', 'dog')).toBe(true)
    expect(set.has('urn:animals', 'bat')).toBeUndefined()
    expect(set.has(undefined, 'dog')).toBe(true)
    expect(set.has(undefined, 'bat')).toBeUndefined()
    expect(set.reasons).toEqual(['the value set urn:nowhere is not here'])
    expect(setWith([{ system: 'urn:animals', valueSet: ['urn:nowhere'] }]).has('urn:plants', 'oak')).toBe(false)
  })

  it('cannot be told when nothing of it is here', () => {
    const terminology = terminologyOf(
      sourcesOf({ url: 'urn:empty' }, { url: 'urn:x', compose: { include: [{ valueSet: ['urn:y'] }] } }),
    )
    expect(terminology.membership('urn:empty')).toEqual({ notEvaluable: 'urn:empty lists no codes' })
    expect(terminology.membership('urn:x')).toEqual({ notEvaluable: 'the value set urn:y is not here' })
    expect(terminology.membership('urn:unknown')).toBeUndefined()
  })
})

describe('the content of a code system', () => {
  it('decides only what it lists when it is a fragment', () => {
    const set = setWith([{ system: 'urn:plants' }])
    expect(set.has('urn:plants', 'oak')).toBe(true)
    expect(set.has('urn:plants', 'elm')).toBeUndefined()
    expect(set.has('urn:animals', 'dog')).toBe(false)
    expect(set.reasons).toEqual(['the codes of urn:plants are not here in full'])
  })

  it.each(['urn:elsewhere', 'urn:supplement', 'urn:not-known'])('decides nothing of %s, which has no codes here', (system) => {
    expect(setWith([{ system }]).has(system, 'dog')).toBeUndefined()
    expect(setWith([{ system }]).has('urn:animals', 'dog')).toBe(false)
  })

  it('never takes a member away by an exclusion that cannot be told, and never leaves it in', () => {
    const set = setWith([{ system: 'urn:animals' }], { exclude: [{ valueSet: ['urn:nowhere'] }] })
    expect(set.has('urn:animals', 'dog')).toBeUndefined()
    expect(set.has('urn:animals', 'cat')).toBe(false)
  })

  it('is open to other systems where an import is not here, though its own are excluded', () => {
    const set = setWith([{ valueSet: ['urn:nowhere'] }, { system: 'urn:animals' }], { exclude: [{ system: 'urn:animals' }] })
    expect(set.has('urn:animals', 'dog')).toBe(false)
    expect(set.has(undefined, 'dog')).toBeUndefined()
  })

  it('heeds whether case matters, and takes no side where nothing is said', () => {
    expect(setWith([{ system: 'urn:loud' }]).has('urn:loud', 'SHOUT')).toBe(true)
    expect(setWith([{ system: 'urn:loud', concept: [{ code: 'Shout' }] }]).has('urn:loud', 'shout')).toBe(true)
    expect(setWith([{ system: 'urn:unsaid' }]).has('urn:unsaid', 'ABC')).toBeUndefined()
    expect(setWith([{ system: 'urn:unsaid', concept: [{ code: 'Abc' }] }]).has('urn:unsaid', 'ABC')).toBeUndefined()
    expect(setWith([{ system: 'urn:unsaid' }]).has('urn:unsaid', 'Abcd')).toBe(false)
    expect(setWith([{ system: 'urn:animals', concept: [{ code: 'dog' }] }]).has('urn:animals', 'Dog')).toBe(false)
  })
})

describe('a filter', () => {
  it.each([
    ['concept', 'is-a', 'mammal', ['mammal', 'dog', 'bat']],
    ['concept', 'is-a', 'flyer', ['bat', 'bird', 'robin', 'flyer']],
    ['concept', 'descendent-of', 'mammal', ['dog', 'bat']],
    ['concept', 'is-not-a', 'mammal', ['bird', 'robin', 'flyer', 'dodo']],
    ['concept', 'generalizes', 'bat', ['mammal', 'bat', 'flyer']],
    ['parent', '=', 'mammal', ['dog', 'bat']],
    ['child', '=', 'bird', ['flyer']],
    ['legs', '=', '2', ['bat', 'bird']],
    ['diet', '=', 'fruit', ['bat']],
    ['legs', 'in', '3, 4', ['dog']],
    ['legs', 'not-in', '2', ['mammal', 'dog', 'robin', 'flyer', 'dodo']],
    ['diet', 'exists', 'true', ['bat']],
    ['diet', 'exists', 'false', ['mammal', 'dog', 'bird', 'robin', 'flyer', 'dodo']],
    ['diet', 'regex', 'in.+', ['bat']],
    ['code', 'regex', '[a-d].*|robin', ['dog', 'bat', 'bird', 'robin', 'dodo']],
    ['code', '=', 'dog', ['dog']],
    ['concept', 'in', 'dog,bird', ['dog', 'bird']],
    ['display', 'regex', 'D.*', ['dog', 'dodo']],
    ['inactive', '=', 'false', ['mammal', 'dog', 'bat', 'bird', 'robin', 'flyer']],
  ] as const)('%s %s %s', (property, op, value, members) => {
    const set = filtered(property, op, value)
    expect(among(set)).toEqual(members)
    expect(set.reasons).toEqual([])
    for (const code of all) if (!members.some((member) => member === code)) expect(set.has('urn:animals', code), code).toBe(false)
    expect(set.has('urn:animals', 'unicorn')).toBe(false)
  })

  it('must hold together with the others of its include', () => {
    const filter = [
      { property: 'concept', op: 'is-a', value: 'mammal' },
      { property: 'legs', op: '=', value: '2' },
    ]
    expect(among(setWith([{ system: 'urn:animals', filter }]))).toEqual(['bat'])
  })

  it('that is not understood tells nothing, except that a code of no such system is out', () => {
    for (const [property, op] of [
      ['legs', 'near'],
      ['wings', '='],
      ['code', 'regex'],
    ] as const) {
      const set = filtered(property, op, op === 'regex' ? '(a)\\1' : '2')
      expect(set.has('urn:animals', 'dog'), op).toBeUndefined()
      expect(set.has('urn:animals', 'unicorn'), op).toBe(false)
      expect(set.reasons).toHaveLength(1)
    }
  })

  it('in a fragment tells what is shown there, and nothing of the rest', () => {
    const trees = {
      url: 'urn:trees',
      content: 'fragment',
      caseSensitive: true,
      concept: [{ code: 'tree', concept: [{ code: 'oak' }] }, { code: 'moss' }],
    }
    const compose = { include: [{ system: 'urn:trees', filter: [{ property: 'concept', op: 'is-a', value: 'tree' }] }] }
    const set = terminologyOf({ codeSystems: [trees], valueSets: [{ url: 'urn:set', compose }] }).membership('urn:set')
    expect(['tree', 'oak', 'moss', 'elm'].map((code) => set && 'has' in set && set.has('urn:trees', code))).toEqual([
      true,
      true,
      undefined,
      undefined,
    ])
  })

  it('takes one code after `in` for a list only where the whole system is here', () => {
    expect(among(filtered('concept', 'in', 'dog'))).toEqual(['dog'])
    expect(filtered('concept', 'in', 'dog').reasons).toEqual([])
  })

  it('compares a Coding by its code', () => {
    const system = {
      url: 'urn:c',
      content: 'complete',
      concept: [{ code: 'a', property: [{ code: 'p', valueCoding: { system: 'urn:x', code: 'q' } }] }, { code: 'b' }],
    }
    const compose = { include: [{ system: 'urn:c', filter: [{ property: 'p', op: '=', value: 'q' }] }] }
    expect(terminologyOf({ codeSystems: [system], valueSets: [{ url: 'urn:set', compose }] }).codesOf('urn:set')).toEqual(
      new Map([['urn:c', new Set(['a'])]]),
    )
  })

  it('on a system that is not here tells only what the code itself shows', () => {
    const isA = filtered('concept', 'is-a', '404684003', snomed)
    expect(isA.has(snomed, '404684003')).toBe(true)
    expect(isA.has(snomed, '22298006')).toBeUndefined()
    expect(isA.has(snomed, '22298007')).toBe(false)
    expect(isA.has('http://loinc.org', '404684003')).toBe(false)
    expect(filtered('concept', 'descendent-of', '404684003', snomed).has(snomed, '404684003')).toBe(false)
    expect(filtered('concept', 'in', '999000051000001100', snomed).has(snomed, '22298006')).toBeUndefined()
    expect(filtered('code', 'regex', '[0-9]{3}', 'urn:iso:std:iso:3166').has('urn:iso:std:iso:3166', '826')).toBeUndefined()
    expect(filtered('code', 'regex', '[0-9]{3}', 'urn:iso:std:iso:3166').has('urn:iso:std:iso:3166', 'GB')).toBe(false)
    expect(filtered('code', 'regex', '.*', 'urn:elsewhere').has('urn:elsewhere', 'x')).toBeUndefined()
  })

  it('of SNOMED CT expressions tells a list of concepts, and of others what they name', () => {
    expect(filtered('constraint', '=', '<< 404684003 OR 248234008', snomed).has(snomed, '22298006')).toBeUndefined()
    const list = filtered('constraint', '=', '(248234008 |Term OR other| OR 300202002)', snomed)
    expect(list.has(snomed, '248234008')).toBe(true)
    expect(list.has(snomed, '22298006')).toBe(false)
    expect(list.reasons).toEqual([])
    const mixed = filtered('constraint', '=', '<< 404684003 OR 248234008 OR < 22298006', snomed)
    expect(mixed.has(snomed, '404684003')).toBe(true)
    expect(mixed.has(snomed, '248234008')).toBe(true)
    expect(mixed.has(snomed, '22298006')).toBeUndefined()
    for (const expression of [
      '<< 404684003 MINUS 248234008',
      '404684003 : 363698007 = *',
      '^ 999000051000001100',
      '(<< 1 AND 248234008) OR 2',
    ]) {
      expect(filtered('constraint', '=', expression, snomed).has(snomed, '248234008'), expression).toBeUndefined()
    }
  })

  it('follows a hierarchy that turns back on itself without end', () => {
    const ring = {
      url: 'urn:ring',
      content: 'complete',
      caseSensitive: true,
      concept: [
        { code: 'a', property: [{ code: 'child', valueCode: 'b' }] },
        { code: 'b', property: [{ code: 'child', valueCode: 'a' }] },
        { code: 'c' },
      ],
    }
    const compose = { include: [{ system: 'urn:ring', filter: [{ property: 'concept', op: 'is-a', value: 'a' }] }] }
    const terminology = terminologyOf({ codeSystems: [ring], valueSets: [{ url: 'urn:set', compose }] })
    expect([...(terminology.codesOf('urn:set')?.get('urn:ring') ?? [])]).toEqual(['a', 'b'])
    expect(terminology.faults()).toMatchObject([{ url: 'urn:ring', id: 'hierarchy-cycle' }])
  })
})

describe('a version', () => {
  const version = (name: string, code: string) => ({
    url: 'urn:v',
    version: name,
    compose: { include: [{ system: 'urn:animals', concept: [{ code }] }] },
  })
  const terminology = terminologyOf(sourcesOf(version('1', 'dog'), version('2', 'bat')))
  const ask = (canonical: string, code: string) => {
    const set = terminology.membership(canonical)
    return set && 'has' in set ? set.has('urn:animals', code) : 'none'
  }

  it('is honoured where it is here', () => {
    expect([ask('urn:v|1', 'dog'), ask('urn:v|1', 'bat'), ask('urn:v|2', 'bat'), ask('urn:v', 'bat')]).toEqual([
      true,
      false,
      true,
      true,
    ])
  })

  it('is not asked of a definition that has none', () => {
    const set = terminologyOf(sourcesOf({ url: 'urn:w', compose: { include: [{ system: 'urn:animals' }] } })).membership(
      'urn:w|9',
    )
    expect(set && 'has' in set && [set.has('urn:animals', 'cat'), set.reasons]).toEqual([false, []])
  })

  it('that is not here never says no', () => {
    expect([ask('urn:v|3', 'bat'), ask('urn:v|3', 'dog')]).toEqual([true, undefined])
    expect(terminology.codesOf('urn:v|3')).toBeUndefined()
    const set = setWith([{ system: 'urn:animals', version: '7' }])
    expect([set.has('urn:animals', 'dog'), set.has('urn:animals', 'cat')]).toEqual([true, undefined])
  })
})

describe('an expansion', () => {
  const contains = [
    { system: 'urn:x', code: 'a', contains: [{ system: 'urn:x', code: 'b' }] },
    { abstract: true, system: 'urn:x', code: 'c' },
  ]
  const of = (expansion: object, more: object = {}) => {
    const set = terminologyOf(sourcesOf({ url: 'urn:e', expansion, ...more })).membership('urn:e')
    return ['a', 'b', 'c', 'd'].map((code) => (set && 'has' in set ? set.has('urn:x', code) : 'none'))
  }

  it('stands for the set where there is no compose', () => {
    expect(of({ contains })).toEqual([true, true, false, false])
    expect(of({ contains, total: 9 })).toEqual([true, true, undefined, undefined])
    expect(of({ contains, parameter: [{ name: 'filter', valueString: 'x' }] })).toEqual([true, true, undefined, undefined])
  })

  it('adds to a compose that cannot be told, and never takes away', () => {
    const compose = { include: [{ system: 'urn:x', filter: [{ property: 'p', op: '=', value: '1' }] }] }
    expect(of({ contains }, { compose })).toEqual([true, true, undefined, undefined])
    const other = { url: 'urn:e', compose, expansion: { contains: [{ system: 'urn:y', code: 'a' }] } }
    const set = terminologyOf(sourcesOf(other)).membership('urn:e')
    expect(set && 'has' in set && set.has('urn:y', 'a')).toBe(false)
    const certain = { include: [{ system: 'urn:x', concept: [{ code: 'd' }] }] }
    expect(of({ contains }, { compose: certain })).toEqual([false, false, false, true])
  })
})

describe('the list of a value set', () => {
  const compose = {
    include: [{ system: 'urn:animals', filter: [{ property: 'concept', op: 'is-a', value: 'mammal' }] }, { system: 'urn:loud' }],
  }

  it('is given by system where it can be', () => {
    const codes = terminologyOf(sourcesOf({ url: 'urn:set', compose })).codesOf('urn:set')
    expect(codes).toEqual(
      new Map([
        ['urn:animals', new Set(['mammal', 'dog', 'bat'])],
        ['urn:loud', new Set(['Shout'])],
      ]),
    )
  })

  it('is withheld where some codes are not here, or too many', () => {
    const many = { url: 'urn:many', content: 'complete', concept: Array.from({ length: 50_001 }, (_, i) => ({ code: `c${i}` })) }
    const open = { url: 'urn:open', compose: { include: [{ system: 'urn:plants' }] } }
    const doubtful = {
      url: 'urn:doubtful',
      compose: { include: [{ system: 'urn:animals' }], exclude: [{ valueSet: ['urn:nowhere'] }] },
    }
    const large = { url: 'urn:large', compose: { include: [{ system: 'urn:many' }] } }
    const terminology = terminologyOf({ codeSystems: [...codeSystems, many], valueSets: [open, doubtful, large] })
    expect(terminology.codesOf('urn:open')).toBeUndefined()
    expect(terminology.codesOf('urn:doubtful')).toBeUndefined()
    expect(terminology.codesOf('urn:large')).toBeUndefined()
    expect(terminology.membership('urn:large')).toMatchObject({ reasons: [] })
  })
})

describe('a concept', () => {
  const terminology = terminologyOf(sourcesOf())

  it('is looked up with its wordings', () => {
    expect(terminology.lookup('urn:animals', 'dog')).toMatchObject({ code: 'dog', display: 'Dog', designations: ['Hound'] })
    expect(terminology.lookup('urn:loud', 'SHOUT')).toMatchObject({ code: 'Shout' })
    expect(terminology.lookup('urn:animals', 'cat')).toBeUndefined()
    expect(terminology.lookup('urn:nowhere', 'dog')).toBeUndefined()
  })

  it('is told by its list or its form', () => {
    const asked = [
      ['urn:animals', 'dog'],
      ['urn:animals', 'cat'],
      ['urn:plants', 'elm'],
      ['urn:nowhere', 'x'],
      ['urn:ietf:bcp:47', 'en-GB'],
      [snomed, 'nonsense'],
    ] as const
    expect(asked.map(([system, code]) => terminology.isCode(system, code))).toEqual([
      true,
      false,
      undefined,
      undefined,
      true,
      false,
    ])
  })

  it('has its display, a synonym, or another that is wrong', () => {
    const displays = ['Dog', ' hound ', 'DOG', 'Cat']
    expect(displays.map((display) => terminology.isDisplay('urn:animals', 'dog', display))).toEqual([true, true, true, false])
    expect(terminology.isDisplay('urn:loud', 'Shout', 'x')).toBeUndefined()
    expect(terminology.isDisplay('urn:nowhere', 'x', 'x')).toBeUndefined()
  })
})

describe('wrong definitions', () => {
  it('are listed with place and reason', () => {
    const bad = [
      { url: 'urn:a', compose: { include: [{ valueSet: ['urn:b'] }] } },
      { url: 'urn:b', compose: { include: [{ valueSet: ['urn:c|1'] }] } },
      { url: 'urn:c', version: '1', compose: { include: [{ system: 'urn:plants' }], exclude: [{ valueSet: ['urn:a'] }] } },
      { url: 'urn:d', compose: { include: [{ system: 'urn:animals', concept: [{ code: 'cat' }] }, {}] } },
      {
        url: 'urn:e',
        compose: {
          include: [
            {
              system: 'urn:animals',
              filter: [
                { property: 'wings', op: '=', value: '2' },
                { property: 'concept', op: 'is-a', value: 'cat' },
                { property: 'code', op: 'regex', value: '(' },
                { property: 'code' },
              ],
            },
          ],
        },
      },
      { url: 'urn:f', compose: { include: [] } },
      { url: 'urn:f', compose: { include: [{ system: 'urn:animals' }] } },
    ]
    const twice = { url: 'urn:twice', content: 'complete', concept: [{ code: 'a' }, { code: 'a' }] }
    const faults = terminologyOf({ codeSystems: [...codeSystems, twice], valueSets: bad }).faults()
    expect(faults.map(({ url, path, id }) => `${url} ${path} ${id}`)).toEqual([
      'urn:f url definition-repeated',
      'urn:twice concept code-repeated',
      'urn:a compose value-set-cycle',
      'urn:b compose value-set-cycle',
      'urn:c compose value-set-cycle',
      'urn:d compose.include[0] code-not-in-system',
      'urn:d compose.include[1] include-invalid',
      'urn:e compose.include[0].filter[0] filter-property-unknown',
      'urn:e compose.include[0].filter[1] filter-code-unknown',
      'urn:e compose.include[0].filter[2] filter-invalid',
      'urn:e compose.include[0].filter[3] filter-invalid',
      'urn:f compose include-invalid',
    ])
  })

  it('that go in circles are no sets, whichever is asked first', () => {
    const ring = (url: string, other: string) => ({ url, compose: { include: [{ valueSet: [other] }, { system: 'urn:loud' }] } })
    const terminology = terminologyOf(sourcesOf(ring('urn:a', 'urn:b'), ring('urn:b', 'urn:a')))
    expect(terminology.membership('urn:b')).toEqual({ notEvaluable: 'urn:b imports itself' })
    expect(terminology.membership('urn:a')).toEqual({ notEvaluable: 'urn:a imports itself' })
  })

  it('end, however long their chains and however deep their concepts', () => {
    const chain = Array.from({ length: 3000 }, (_, i) => ({
      url: `urn:${i}`,
      compose: { include: [{ valueSet: [`urn:${i + 1}`] }] },
    }))
    let concept: object = { code: 'c0' }
    for (let i = 1; i < 50_000; i += 1) concept = { code: `c${i}`, concept: [concept] }
    const deep = { url: 'urn:deep', content: 'complete', caseSensitive: true, concept: [concept] }
    const below = {
      url: 'urn:below',
      compose: { include: [{ system: 'urn:deep', filter: [{ property: 'concept', op: 'is-a', value: 'c1' }] }] },
    }
    const terminology = terminologyOf({ codeSystems: [deep], valueSets: [...chain, below] })
    expect(terminology.membership('urn:0')).toMatchObject({ notEvaluable: expect.stringContaining('too many') })
    expect(terminology.codesOf('urn:below')).toEqual(new Map([['urn:deep', new Set(['c1', 'c0'])]]))
  })

  it('of any shape make nothing throw', () => {
    const word = fc.constantFrom(
      'urn:a',
      'urn:b',
      'is-a',
      '=',
      'regex',
      'concept',
      'code',
      'complete',
      'fragment',
      '__proto__',
      'x',
    )
    const leaf = fc.oneof(word, fc.anything({ maxDepth: 1 }))
    const concept = fc.record(
      { code: leaf, display: leaf, property: leaf, concept: fc.array(fc.record({ code: leaf })) },
      { requiredKeys: [] },
    )
    const part = fc.record(
      {
        system: leaf,
        version: leaf,
        concept: fc.array(concept),
        filter: fc.array(fc.record({ property: leaf, op: leaf, value: leaf })),
        valueSet: fc.array(leaf),
      },
      { requiredKeys: [] },
    )
    const system = fc.record(
      { url: leaf, version: leaf, content: leaf, valueSet: leaf, caseSensitive: leaf, concept: fc.array(concept) },
      { requiredKeys: [] },
    )
    const set = fc.record(
      { url: leaf, version: leaf, compose: fc.record({ include: fc.array(part), exclude: fc.array(part) }), expansion: leaf },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(system, leaf)), fc.array(fc.oneof(set, leaf)), word, word, (systems, sets, system1, code) => {
        const terminology = terminologyOf({ codeSystems: systems, valueSets: sets })
        terminology.faults()
        for (const url of ['urn:a', 'urn:b', 'x']) {
          const membership = terminology.membership(url)
          if (membership && 'has' in membership) for (const asked of [system1, undefined, '']) membership.has(asked, code)
          // A list and a membership never disagree.
          for (const [listed, codes] of terminology.codesOf(url) ?? [])
            for (const item of codes) expect(membership && 'has' in membership && membership.has(listed, item)).toBe(true)
        }
        terminology.isCode(system1, code)
        terminology.isDisplay(system1, code, code)
      }),
      { numRuns: 250 },
    )
  })
})

// Wrong definitions: each is named with its element and the reason, so that a start can stop with it.

import { describe, expect, it } from 'vitest'
import type { Definition } from '../../../profiles/compiler/definition.ts'
import { at, make, profile } from './define.ts'
import { faults as r4Faults } from './r4.ts'

const faultsOf = (...definitions: Definition[]) =>
  make(definitions).faults.map(({ url, element, reason }) => `${url.split('/').at(-1)} ${element}: ${reason}`)

describe('a definition', () => {
  it('of R4 is without fault', () => expect(r4Faults).toEqual([]))
  it('has a base that is there', () => {
    expect(faultsOf(profile('p', 'Patient', [], { baseDefinition: 'urn:nothing' }))).toEqual([
      'p : its base is missing: urn:nothing',
    ])
  })
  it('has no base that is based on it', () => {
    const [a, b] = [
      profile('a', 'Patient', [], { baseDefinition: at('b') }),
      profile('b', 'Patient', [], { baseDefinition: at('a') }),
    ]
    expect(faultsOf(a, b)).toEqual([
      `a : its bases go round in a circle at ${at('a')}`,
      `b : its bases go round in a circle at ${at('b')}`,
    ])
  })
  it('has a snapshot', () => {
    const { snapshot: _, ...without } = profile('p', 'Patient', [])
    expect(faultsOf(without)).toEqual(['p : has no snapshot'])
  })
  it('constrains a type that is known', () => {
    expect(faultsOf({ ...profile('p', 'Patient', []), type: 'Robot' })).toEqual([
      'p : constrains a type that is not known: Robot',
    ])
  })
  it('constrains elements that are there', () => {
    expect(faultsOf(profile('p', 'Patient', [{ id: 'Patient.colour', min: 1 }]))).toEqual([
      'p Patient.colour: constrains an element that its type does not have',
    ])
  })
  it('has rules that can be read', () => {
    const rule = (expression: string) =>
      profile('p', 'Patient', [
        { id: 'Patient', constraint: [{ key: 'x-1', severity: 'error' as const, human: 'x', expression }] },
      ])
    expect(faultsOf(rule('name.frobnicate()'))[0]).toMatch(/x-1.*frobnicate/)
    expect(faultsOf(rule('name.exists('))[0]).toMatch(/x-1/)
  })
  it('refers to content that is there', () => {
    const base = profile('T', 'Questionnaire', [{ id: 'Questionnaire.item.item', contentReference: '#Questionnaire.nothing' }])
    const type = { ...base, url: 'https://example.test/T', derivation: 'specialization' }
    expect(faultsOf(type)).toContainEqual('T Questionnaire.item.item: contentReference to nowhere: Questionnaire.nothing')
  })
})

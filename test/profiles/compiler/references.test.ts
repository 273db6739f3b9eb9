// The references that the walk of the validator tells: every one, and whether the walk has seen all there is.

import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ownValidator } from '../../../profiles/own-validator.ts'
import { type Json, patient } from '../good.ts'

const folder = 'profiles/built/examples'
const examples = readdirSync(folder).map((name) => [name, JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Json] as const)

function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'reference' && typeof inner === 'string' ? [inner] : textsIn(inner),
  )
}

describe('the walk', () => {
  it('tells every reference of every example, each once', () => {
    let count = 0
    for (const [name, example] of examples) {
      const { valid, references, elements, isWhole } = ownValidator().check(example)
      expect([name, valid, isWhole]).toEqual([name, true, true])
      const told = references.map(({ reference }) => String(reference))
      expect([name, told.toSorted()]).toEqual([name, textsIn(example).toSorted()])
      expect(elements.length).toBe(told.length)
      count += told.length
    }
    expect(count).toBeGreaterThan(100)
  })

  it('tells those of extensions and of contained resources', () => {
    const resource = {
      ...patient(),
      contained: [{ resourceType: 'Organization', id: 'o', name: 'x', partOf: { reference: 'Organization/2' } }],
      managingOrganization: { reference: '#o' },
      extension: [{ url: 'https://x.example/e', valueReference: { reference: 'Task/3', identifier: { value: 'x' } } }],
    }
    const { valid, references, elements, isWhole } = ownValidator().check(resource)
    expect([valid, isWhole]).toEqual([true, true])
    const told = references.map(({ reference }, at) => `${elements[at]} ${String(reference)}`)
    expect(told.toSorted()).toEqual([
      'Extension.value Task/3',
      'Organization.partOf Organization/2',
      'Patient.generalPractitioner Organization/gp1',
      'Patient.managingOrganization #o',
    ])
  })

  it('says so where a type that is not carried here was passed unseen', () => {
    const account = { resourceType: 'Account', id: 'a', status: 'active', subject: [{ reference: 'Patient/9' }] }
    const resource = {
      ...patient(),
      contained: [account],
      extension: [{ url: 'https://x.example/e', valueReference: { reference: '#a' } }],
    }
    expect(ownValidator().check(resource)).toMatchObject({ valid: true, isWhole: false })
    expect(ownValidator().check(patient())).toMatchObject({ valid: true, isWhole: true })
  })
})

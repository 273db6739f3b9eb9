// The files of profiles/r4: whole, unedited and small.

import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import type { SearchParameter } from '@medplum/fhirtypes'
import { describe, expect, it } from 'vitest'
import { resourceTypes } from '../../gateway/types.ts'
import { packagedTerminology, r4Definitions } from '../../profiles/definitions-own.ts'
import { readJsonFile, structureDefinitions } from '../../profiles/definitions.ts'

const folder = new URL('../../profiles/r4/', import.meta.url)
const text = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const source = readJsonFile<{ outputs: Record<string, string> }>('source.json')
const elements = structureDefinitions().flatMap(({ snapshot }) => snapshot?.element ?? [])

describe('profiles/r4', () => {
  it.each(Object.entries(source.outputs))('holds %s as profiles/authoring wrote it', (name, digest) => {
    expect(createHash('sha256').update(text(name)).digest('hex')).toBe(digest)
  })

  it('stays under 2.5 MB', () => {
    expect(statSync(new URL('definitions.json', folder)).size).toBeLessThan(2_500_000)
  })

  it('is read once for all that ask', () => {
    expect(r4Definitions()).toBe(structureDefinitions())
  })

  it('defines every type that the gateway stores', () => {
    const { stored, printed } = readJsonFile<{ stored: string[]; printed: string[] }>('types.json')
    expect([...stored, ...printed].toSorted()).toEqual(Object.keys(resourceTypes).toSorted())
    const written = Object.entries(resourceTypes).filter(([, row]) => row.interactions.some((one) => one === 'create'))
    expect(written.map(([type]) => type).filter((type) => !stored.includes(type))).toEqual([])
    const resources = new Set(structureDefinitions().flatMap(({ kind, name }) => (kind === 'resource' ? name : [])))
    expect(stored.filter((type) => !resources.has(type))).toEqual([])
  })

  it('defines every type that its types are made of', () => {
    const defined = new Set(structureDefinitions().map(({ name }) => name))
    const used = new Set(elements.flatMap(({ type }) => type ?? []).map(({ code }) => code))
    expect([...used].filter((code) => !code.includes('/') && !defined.has(code))).toEqual([])
    const paths = new Set(elements.map(({ path }) => path))
    const shared = elements.flatMap(({ contentReference }) => contentReference ?? [])
    expect(shared.length).toBeGreaterThan(10)
    expect(shared.filter((at) => !paths.has(at.slice(at.indexOf('#') + 1)))).toEqual([])
  })

  it('knows no list that has a maximum', () => {
    expect(new Set(elements.map(({ max }) => max))).toEqual(new Set(['0', '1', '*']))
  })

  it('can tell a member of every required value set from what is none', () => {
    const required = elements.flatMap(({ binding }) => (binding?.strength === 'required' ? (binding.valueSet ?? []) : []))
    const answers = [...new Set(required)].map((url) => {
      const membership = packagedTerminology().membership(url)
      return [url, membership && 'has' in membership ? membership.has(undefined, 'no such code') : undefined]
    })
    expect(answers.length).toBeGreaterThan(40)
    expect(answers.filter(([, answer]) => answer !== false)).toEqual([])
    const statuses = packagedTerminology().membership('http://hl7.org/fhir/ValueSet/task-status|4.0.1')
    if (!statuses || !('has' in statuses)) throw new Error('no states of a task')
    expect([statuses.has(undefined, 'entered-in-error'), statuses.has(undefined, 'active')]).toEqual([true, false])
  })

  it.each(['Patient', 'Encounter', 'ServiceRequest', 'Task', 'CarePlan', 'DocumentReference', 'Observation'])(
    'has the search parameters of %s',
    (type) => {
      const codes = readJsonFile<SearchParameter[]>('search-parameters.json')
        .filter(({ base }) => base.some((name) => name === type))
        .map(({ code }) => code)
      expect(codes.length).toBeGreaterThan(10)
      expect(codes.includes('identifier') || type === 'Observation').toBe(true)
    },
  )
})

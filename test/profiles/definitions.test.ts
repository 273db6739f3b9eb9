// The files of profiles/r4: whole, unedited, small, and quick to load.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { resourceTypes } from '../../gateway/types.ts'
import { grammars, isCodeOf, isResourceTypeName } from '../../profiles/bindings.ts'
import { searchParameters, structureDefinitions, tableOf } from '../../profiles/definitions.ts'

const folder = new URL('../../profiles/r4/', import.meta.url)
const text = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const source = JSON.parse(text('source.json')) as { outputs: Record<string, string> }

describe('profiles/r4', () => {
  it.each(Object.entries(source.outputs))('holds %s as profiles/authoring wrote it', (name, digest) => {
    expect(createHash('sha256').update(text(name)).digest('hex')).toBe(digest)
  })

  it('stays under 2.5 MB', () => {
    expect(statSync(new URL('definitions.json', folder)).size).toBeLessThan(2_500_000)
  })

  it('defines every type that the gateway stores', () => {
    const stored = (JSON.parse(text('types.json')) as { stored: string[] }).stored
    expect(stored.toSorted()).toEqual(Object.keys(resourceTypes).toSorted())
    for (const type of stored) expect(tableOf(type)?.isResource, type).toBe(true)
  })

  it('defines every type that its types are made of', () => {
    const missing = new Set<string>()
    for (const definition of structureDefinitions()) {
      for (const property of tableOf(definition.name)?.properties.values() ?? []) {
        if (property.type !== 'Resource' && !tableOf(property.inner ?? property.type)) missing.add(property.type)
      }
    }
    expect([...missing]).toEqual([])
  })

  it('knows no list that has a maximum', () => {
    const maxima = structureDefinitions().flatMap(({ snapshot }) => snapshot?.element.map(({ max }) => max) ?? [])
    expect(new Set(maxima)).toEqual(new Set(['0', '1', '*']))
  })

  it('lists the codes of every required value set, or gives its grammar', () => {
    const { notExpanded } = JSON.parse(text('bindings.json')) as { notExpanded: string[] }
    expect(notExpanded.toSorted()).toEqual(Object.keys(grammars).toSorted())
    expect(isCodeOf('http://hl7.org/fhir/ValueSet/task-status|4.0.1', 'entered-in-error')).toBe(true)
    expect(isCodeOf('http://hl7.org/fhir/ValueSet/task-status|4.0.1', 'active')).toBe(false)
    expect(isResourceTypeName('Claim')).toBe(true)
  })

  it.each(['Patient', 'Encounter', 'ServiceRequest', 'Task', 'CarePlan', 'DocumentReference', 'Observation'])(
    'has the search parameters of %s',
    (type) => {
      const codes = searchParameters()
        .filter(({ base }) => base.some((name) => name === type))
        .map(({ code }) => code)
      expect(codes.length).toBeGreaterThan(10)
      expect(codes.includes('identifier') || type === 'Observation').toBe(true)
    },
  )

  it('loads and checks its first resource in less than two seconds of processor time', () => {
    const script = `
      const before = process.cpuUsage()
      const { validate } = await import(${JSON.stringify(new URL('../../profiles/validator.ts', import.meta.url).href)})
      validate({ resourceType: 'Patient', gender: 'x' })
      const { user, system } = process.cpuUsage(before)
      console.log((user + system) / 1000)`
    const runs = [1, 2, 3].map(() =>
      Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })),
    )
    expect(Math.min(...runs)).toBeLessThan(2_000)
  })
})

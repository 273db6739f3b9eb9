// The second opinion: what @medplum/core's validateResource calls an error, our validator calls one too.

import { type OperationOutcomeError, indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import type { Resource, StructureDefinition } from '@medplum/fhirtypes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { r4Definitions } from '../../../profiles/definitions-own.ts'
import { type Json, goodResources } from '../good.ts'
import { r4 } from './r4.ts'

indexStructureDefinitionBundle([...(r4Definitions() as unknown as StructureDefinition[])])

describe('a second opinion', () => {
  it.each(Object.entries(goodResources))('finds no fault either: %s', (_, make) => {
    expect(medplumErrors(make())).toEqual([])
  })

  it('finds no error in a spoilt resource that ours overlooks', () => {
    let spoilt = 0
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(goodResources)), fc.nat(), change, (make, at, [how, value]) => {
        const spoiltOne = make()
        spoil(spoiltOne, at, how, value)
        const resource = JSON.parse(JSON.stringify(spoiltOne)) as Json
        const theirs = medplumErrors(resource)
        if (theirs.length === 0) return
        spoilt += 1
        const ours = r4.validate(resource).filter(({ severity }) => severity === 'error')
        expect(ours.length, theirs.join('; ')).toBeGreaterThan(0)
      }),
      { numRuns: 3000 },
    )
    expect(spoilt).toBeGreaterThan(1000)
  })
})

type How = 'replace' | 'drop' | 'add' | 'wrap' | 'unwrap'

const change = fc.tuple(
  fc.constantFrom<How>('replace', 'drop', 'add', 'wrap', 'unwrap'),
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    1.5,
    true,
    [],
    {},
    'x y',
    '2026-02-30',
    'x'.repeat(70),
    [null],
    { id: 'x' },
    { foo: 1 },
  ),
)

function medplumErrors(resource: Json): readonly string[] {
  try {
    validateResource(resource as unknown as Resource)
    return []
  } catch (error) {
    const issues = (error as OperationOutcomeError).outcome?.issue ?? []
    return issues
      .filter(({ severity }) => severity === 'error')
      .map(({ details, expression }) => `${details?.text} ${expression?.join()}`)
  }
}

function spoil(resource: Json, at: number, how: How, value: unknown): void {
  const places: [Json, string][] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, inner] of Object.entries(node)) {
      if (key !== 'resourceType') places.push([node as Json, key])
      visit(inner)
    }
  }
  visit(resource)
  const [owner, key] = places[at % places.length] ?? [resource, 'id']
  const before = owner[key]
  if (how === 'replace') owner[key] = value
  else if (how === 'drop') delete owner[key]
  else if (how === 'add') owner[`${key}X`] = value
  else if (how === 'wrap') owner[key] = [before]
  else owner[key] = Array.isArray(before) ? before[0] : before
}

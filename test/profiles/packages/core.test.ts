// R4's own definitions for packages: whole, as HL7 published them, and small.

import { readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packagedTerminology } from '../../../profiles/definitions-own.ts'
import { coreDefinition, coreTerminology } from '../../../profiles/packages/core.ts'
import { snapshotsOf } from '../../../profiles/packages/snapshot.ts'

const base = 'http://hl7.org/fhir/StructureDefinition/'
const folder = new URL('../../../profiles/r4/', import.meta.url)
const all = ['definitions.json', 'further-definitions.json'].flatMap(
  (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { url: string; derivation?: string; kind: string }[],
)
const resourceTypes = packagedTerminology().codesOf?.('http://hl7.org/fhir/ValueSet/resource-types')

describe("R4's definitions", () => {
  it('define each of its 148 resource types, and nothing twice', () => {
    const names = [...(resourceTypes?.values() ?? [])].flatMap((codes) => [...codes])
    expect(names.length).toBe(148)
    expect(names.filter((name) => coreDefinition(base + name)?.kind !== 'resource')).toEqual([])
    expect(all.length).toBe(new Set(all.map(({ url }) => url)).size)
  })

  it('are all laid out without a fault, and name no type that is not there', () => {
    const { definition, faults } = snapshotsOf(coreDefinition)
    const elements = all.flatMap(({ url }) => definition(url)?.snapshot?.element ?? [])
    const types = new Set(elements.flatMap(({ type }) => type ?? []).map(({ code }) => code))
    expect([...types].filter((code) => !code.includes('/') && !coreDefinition(base + code))).toEqual([])
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(elements.length).toBeGreaterThan(12_000)
  })

  it('have nothing that the package which carries them has added', () => {
    const paths = new Set(all.flatMap(({ url }) => coreDefinition(url)?.snapshot?.element?.map(({ path }) => path) ?? []))
    const added = [
      'Meta.account',
      'Meta.project',
      'Binary.url',
      'HealthcareService.offeredIn',
      'ResearchStudy.name',
      'SubscriptionStatus',
    ]
    expect(added.filter((path) => paths.has(path))).toEqual([])
    expect(paths.has('EvidenceVariable.characteristic.definition[x]')).toBe(true)
    expect(JSON.stringify(all)).not.toContain('medplum')
  })

  it('have the value sets that types are bound to by more than an example, but for lists of others', () => {
    const known = new Set(coreTerminology().map(({ url }) => url))
    const types = all.filter(({ derivation }) => derivation !== 'constraint')
    const bindings = types
      .flatMap(({ url }) => coreDefinition(url)?.snapshot?.element ?? [])
      .flatMap(({ binding }) => binding ?? [])
    const bound = bindings
      .filter(({ strength }) => strength !== 'example')
      .flatMap(({ valueSet }) => valueSet?.split('|')[0] ?? [])
    const missing = [...new Set(bound)].filter((url) => !known.has(url))
    expect(missing.filter((url) => url.startsWith('http://hl7.org'))).toEqual(['http://hl7.org/fhir/ValueSet/c80-doc-typecodes'])
    expect(
      missing
        .filter((url) => !url.startsWith('http://hl7.org'))
        .map((url) => new URL(url).host)
        .toSorted(),
    ).toEqual(['dicom.nema.org', 'dicom.nema.org', 'loinc.org', 'www.rsna.org'])
  })

  it('stay under three megabytes, of which the start reads the smallest part', () => {
    const size = (name: string) => statSync(new URL(name, folder)).size
    expect(size('definitions.json')).toBeLessThan(500_000)
    expect(size('further-definitions.json') + size('terminology.json') + size('further-terminology.json')).toBeLessThan(2_600_000)
  })
})

// Packages from their files: what is taken, what is passed over, and every fault with its file.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPackages } from '../../../profiles/packages/load.ts'
import { readPackage } from '../../../profiles/packages/read.ts'

const entry = (path: string, content: unknown) => ({
  path,
  bytes: new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
})

const profile = (name: string, more: object = {}) => ({
  resourceType: 'StructureDefinition',
  url: `https://example.org/${name}`,
  name,
  type: 'Patient',
  kind: 'resource',
  baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Patient',
  derivation: 'constraint',
  differential: { element: [{ path: 'Patient.birthDate', min: 1 }] },
  ...more,
})

describe('a package', () => {
  it('gives its resources by kind, in JSON and XML', () => {
    const loaded = loadPackages([
      entry('package/package.json', { name: 'x' }),
      entry('package/.index.json', { files: [] }),
      entry('package/ig-r4.json', {}),
      entry('package/other/page.json', {}),
      entry('package/readme.md', 'words'),
      entry('package/StructureDefinition-a.json', profile('a')),
      entry(
        'package/CodeSystem-b.xml',
        '\uFEFF<CodeSystem xmlns="http://hl7.org/fhir"><url value="urn:b"/><concept><code value="1"/></concept></CodeSystem>',
      ),
      entry('package/ValueSet-c.json', '\uFEFF{"resourceType":"ValueSet","url":"urn:c"}'),
      entry('package/MessageDefinition-d.json', { resourceType: 'MessageDefinition' }),
      entry('package/SearchParameter-e.json', { resourceType: 'SearchParameter' }),
      entry('package/example/Patient-f.json', { resourceType: 'Patient' }),
    ])
    expect(loaded.faults).toEqual([])
    expect(loaded.structureDefinitions.map(({ name }) => name)).toEqual(['a'])
    expect(loaded.codeSystems).toEqual([{ resourceType: 'CodeSystem', url: 'urn:b', concept: [{ code: '1' }] }])
    expect([loaded.valueSets, loaded.messageDefinitions, loaded.searchParameters].map(({ length }) => length)).toEqual([1, 1, 1])
    expect(loaded.others.map(({ file }) => file)).toEqual(['package/example/Patient-f.json'])
  })

  it('gives what it stands on, as far as it reaches', () => {
    const { standsOn, definition } = loadPackages([entry('a.json', profile('a'))])
    const names = standsOn.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining(['Patient', 'DomainResource', 'HumanName', 'Period', 'string', 'SimpleQuantity']),
    )
    expect(names).not.toContain('Claim')
    expect(
      definition('https://example.org/a|1.0')?.snapshot?.element?.find(({ path }) => path === 'Patient.birthDate')?.min,
    ).toBe(1)
  })

  it('names every fault at once, with its file', () => {
    const { faults, structureDefinitions } = loadPackages([
      entry('bad.json', '{"resourceType": '),
      entry('bad.xml', '<Patient>'),
      entry('latin.xml', 'x'),
      entry('none.json', { some: 'thing' }),
      entry('misshapen.json', profile('misshapen', { differential: { element: [{ path: 'Patient.name', min: '1' }, 7] } })),
      entry('nothing.json', { resourceType: 'StructureDefinition', url: 'https://example.org/nothing' }),
      entry('baseless.json', profile('baseless', { baseDefinition: 'https://example.org/nowhere' })),
      entry('raised.json', profile('raised', { differential: { element: [{ path: 'Patient.birthDate', max: '2' }] } })),
      entry('good.json', profile('good')),
      entry('again.json', profile('good')),
      entry('later.json', profile('later', { fhirVersion: '5.0.0' })),
      entry('core.json', profile('core', { url: 'http://hl7.org/fhir/StructureDefinition/Patient' })),
    ])
    expect(structureDefinitions.map(({ name }) => name)).toEqual(['raised', 'good'])
    expect(faults.map(({ file, severity, id, element }) => [file, severity, id, element ?? ''].join(' '))).toEqual([
      'bad.json error file-unreadable ',
      'bad.xml error file-unreadable ',
      'latin.xml error file-unreadable ',
      'none.json warning not-a-resource ',
      'misshapen.json error misshapen Patient.name',
      'misshapen.json error misshapen element[1]',
      'nothing.json error misshapen ',
      'nothing.json error misshapen ',
      'nothing.json error misshapen ',
      'nothing.json error misshapen ',
      'again.json warning defined-twice ',
      'later.json error other-version ',
      'core.json warning core-kept ',
      'baseless.json error missing-base ',
      'raised.json error max-raised Patient.birthDate',
    ])
  })

  it('may redefine an extension of R4, which is published anew by itself, but no type', () => {
    const url = 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace'
    const { faults, structureDefinitions } = loadPackages([
      entry('a.json', {
        ...profile('birthPlace'),
        url,
        type: 'Extension',
        kind: 'complex-type',
        baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Extension',
        differential: { element: [{ path: 'Extension.url', fixedUri: url }] },
      }),
    ])
    expect(faults).toEqual([])
    expect(structureDefinitions.map((one) => one.url)).toEqual([url])
  })

  it('never throws, whatever stands in its definitions', () => {
    const value = fc.oneof(
      fc.constantFrom('Patient', 'Patient.name', 'Extension', '*', '-1', '__proto__', 'https://example.org/a'),
      fc.integer(),
      fc.constant(null),
      fc.constant([]),
      fc.constant({}),
    )
    const element = fc.dictionary(
      fc.constantFrom(
        'path',
        'id',
        'min',
        'max',
        'type',
        'sliceName',
        'slicing',
        'binding',
        'fixedCode',
        'patternCoding',
        'contentReference',
        'constraint',
        'base',
      ),
      fc.oneof(value, fc.array(fc.dictionary(fc.constantFrom('code', 'profile', 'targetProfile', 'key', 'path'), value))),
    )
    const definition = fc.record({
      type: value,
      baseDefinition: value,
      derivation: value,
      element: fc.array(element, { maxLength: 6 }),
    })
    fc.assert(
      fc.property(fc.array(definition, { maxLength: 3 }), (definitions) => {
        const files = definitions.map(({ element: list, ...rest }, at) =>
          entry(
            `${at}.json`,
            profile('abc'.charAt(at), {
              ...rest,
              differential: { element: list.map((one) => ({ path: 'Patient.name', ...one })) },
            }),
          ),
        )
        expect(Array.isArray(loadPackages(files).faults)).toBe(true)
      }),
      { numRuns: process.env['LONG'] ? 20_000 : 300 },
    )
  })
})

describe('the files of a package', () => {
  it('may not be larger than any definition is', () => {
    const bytes = new Uint8Array(21 * 2 ** 20).fill(32)
    const { faults } = readPackage(['a.json', 'a.xml'].map((path) => ({ path, bytes })))
    expect(faults.map(({ reason }) => reason)).toEqual(
      Array.from({ length: 2 }, () => expect.stringContaining('larger') as string),
    )
  })
})

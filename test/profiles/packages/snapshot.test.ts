// Snapshots from differentials written by hand: what each rule of profiling lays out, and what each breach is called.

import type { ElementDefinition, StructureDefinition } from '@medplum/fhirtypes'
import { describe, expect, it } from 'vitest'
import { coreDefinition } from '../../../profiles/packages/core.ts'
import type { PackageFault } from '../../../profiles/packages/fault.ts'
import { snapshotsOf } from '../../../profiles/packages/snapshot.ts'

const example = (name: string) => `https://example.org/${name}`

function profile(
  name: string,
  type: string,
  element: ElementDefinition[],
  more: Partial<StructureDefinition> = {},
): StructureDefinition {
  return {
    resourceType: 'StructureDefinition',
    url: example(name),
    name,
    status: 'active',
    kind: 'resource',
    abstract: false,
    type,
    baseDefinition: `http://hl7.org/fhir/StructureDefinition/${type}`,
    derivation: 'constraint',
    differential: { element },
    ...more,
  }
}

/** The last definition laid out, as elements by id, with all faults. */
function laidOut(...definitions: StructureDefinition[]) {
  const byUrl = new Map(definitions.map((definition) => [definition.url, definition]))
  const { definition, faults } = snapshotsOf((url) => byUrl.get(url) ?? coreDefinition(url))
  const elements = definition(definitions.at(-1)?.url ?? '')?.snapshot?.element ?? []
  return { element: new Map(elements.map((e) => [e.id ?? '', e])), ids: elements.map(({ id }) => id), faults }
}

const brief = (faults: readonly PackageFault[]) => faults.map(({ severity, id, element }) => `${severity} ${id} ${element ?? ''}`)

describe('a snapshot', () => {
  it('keeps what the differential does not speak of, without words and in the order of the base', () => {
    const { element, ids, faults } = laidOut(profile('p', 'Patient', [{ path: 'Patient.birthDate', min: 1, short: 'words' }]))
    expect(faults).toEqual([])
    expect(element.get('Patient.birthDate')).toEqual({
      id: 'Patient.birthDate',
      path: 'Patient.birthDate',
      min: 1,
      max: '1',
      base: { path: 'Patient.birthDate', min: 0, max: '1' },
      type: [{ code: 'date' }],
      isSummary: true,
    })
    expect(element.get('Patient.gender')?.binding?.strength).toBe('required')
    expect(ids.indexOf('Patient.birthDate')).toBe(ids.indexOf('Patient.gender') + 1)
    expect(ids.slice(0, 3)).toEqual(['Patient', 'Patient.id', 'Patient.meta'])
  })

  it('finds slices and their insides by path and slice name when ids are absent', () => {
    const { element, ids, faults } = laidOut(
      profile('p', 'Patient', [
        { path: 'Patient.identifier', slicing: { discriminator: [{ type: 'value', path: 'system' }], rules: 'open' } },
        { path: 'Patient.identifier', sliceName: 'nhs', max: '1' },
        { path: 'Patient.identifier.system', min: 1, fixedUri: 'urn:nhs' },
        { path: 'Patient.identifier', sliceName: 'local' },
        { path: 'Patient.identifier.system', min: 1, fixedUri: 'urn:local' },
      ]),
    )
    expect(faults).toEqual([])
    expect(element.get('Patient.identifier:nhs')).toMatchObject({ min: 0, max: '1', sliceName: 'nhs', base: { max: '*' } })
    expect(element.get('Patient.identifier:nhs')?.slicing).toBeUndefined()
    expect(element.get('Patient.identifier:nhs.system')).toMatchObject({ min: 1, fixedUri: 'urn:nhs', type: [{ code: 'uri' }] })
    expect(element.get('Patient.identifier:local.system')).toMatchObject({ fixedUri: 'urn:local' })
    expect(element.has('Patient.identifier.system')).toBe(false)
    expect(ids.indexOf('Patient.identifier:nhs')).toBe(ids.indexOf('Patient.identifier') + 1)
  })

  it('gives a slice what its sliced element says inside, also of profiles below', () => {
    const slicing = { discriminator: [{ type: 'value' as const, path: 'system' }], rules: 'open' as const }
    const base = profile('base', 'Patient', [
      { id: 'Patient.identifier', path: 'Patient.identifier', slicing },
      { id: 'Patient.identifier.use', path: 'Patient.identifier.use', min: 1 },
    ])
    const below = profile('below', 'Patient', [{ id: 'Patient.identifier:a.value', path: 'Patient.identifier.value', min: 1 }], {
      baseDefinition: base.url,
    })
    const { element, faults } = laidOut(base, below)
    expect(faults).toEqual([])
    expect(element.get('Patient.identifier:a.use')?.min).toBe(1)
    expect(element.get('Patient.identifier:a.value')?.min).toBe(1)
    expect(element.get('Patient.identifier.value')?.min).toBe(0)
  })

  it('slices a slice again, and puts the new slice behind it', () => {
    const slicing = { discriminator: [{ type: 'value' as const, path: 'system' }], rules: 'open' as const }
    const { element, ids, faults } = laidOut(
      profile('p', 'Patient', [
        { id: 'Patient.identifier', path: 'Patient.identifier', slicing },
        { id: 'Patient.identifier:a', path: 'Patient.identifier', sliceName: 'a', min: 1, max: '2', slicing },
        { id: 'Patient.identifier:a.system', path: 'Patient.identifier.system', patternUri: 'urn:a' },
        { id: 'Patient.identifier:b', path: 'Patient.identifier', sliceName: 'b' },
        { id: 'Patient.identifier:a/one', path: 'Patient.identifier', sliceName: 'a/one', max: '1' },
        { id: 'Patient.identifier:a/one.value', path: 'Patient.identifier.value', min: 1 },
      ]),
    )
    expect(faults).toEqual([])
    expect(element.get('Patient.identifier:a/one')).toMatchObject({ min: 0, max: '1', sliceName: 'a/one' })
    expect(element.get('Patient.identifier:a/one.system')?.patternUri).toBe('urn:a')
    const slices = ['Patient.identifier:a', 'Patient.identifier:a/one', 'Patient.identifier:b']
    expect(ids.filter((id) => slices.includes(id ?? ''))).toEqual(slices)
  })

  it('reads valueQuantity as the slice of value[x], and as its only type when it stands alone', () => {
    const { element, faults } = laidOut(profile('p', 'Observation', [{ path: 'Observation.valueQuantity.code', min: 1 }]))
    expect(faults).toEqual([])
    expect(element.get('Observation.value[x]')).toMatchObject({
      type: [{ code: 'Quantity' }],
      slicing: { discriminator: [{ type: 'type', path: '$this' }], ordered: false, rules: 'closed' },
    })
    expect(element.get('Observation.value[x]:valueQuantity.code')?.min).toBe(1)
    const two = laidOut(
      profile('p', 'Observation', [
        { path: 'Observation.valueQuantity', max: '1' },
        { path: 'Observation.valueString', maxLength: 10 },
      ]),
    )
    expect(two.faults).toEqual([])
    expect(two.element.get('Observation.value[x]')?.type?.length).toBe(11)
    expect(two.element.get('Observation.value[x]')?.slicing?.rules).toBe('open')
    expect(two.element.get('Observation.value[x]:valueString')).toMatchObject({ type: [{ code: 'string' }], maxLength: 10 })
  })

  it('reads an id of value[x]:valueQuantity over an old path, without narrowing the choice', () => {
    const { element, faults } = laidOut(
      profile('p', 'Observation', [
        { id: 'Observation.value[x]:valueQuantity', path: 'Observation.valueQuantity', sliceName: 'valueQuantity', max: '1' },
      ]),
    )
    expect(faults).toEqual([])
    expect(element.get('Observation.value[x]')?.type?.length).toBe(11)
    expect(element.get('Observation.value[x]:valueQuantity')?.type).toEqual([{ code: 'Quantity' }])
  })

  it('lays out an extension slice by its definition', () => {
    const extension = profile(
      'when',
      'Extension',
      [
        { path: 'Extension.url', fixedUri: example('when') },
        { path: 'Extension.value[x]', min: 1, type: [{ code: 'Period' }] },
      ],
      { kind: 'complex-type' },
    )
    const { element, faults } = laidOut(
      extension,
      profile('p', 'Patient', [
        {
          path: 'Patient.extension',
          sliceName: 'when',
          min: 1,
          max: '1',
          type: [{ code: 'Extension', profile: [example('when')] }],
        },
        { path: 'Patient.extension.value[x].start', min: 1 },
      ]),
    )
    expect(faults).toEqual([])
    expect(element.get('Patient.extension')?.slicing).toEqual({
      discriminator: [{ type: 'value', path: 'url' }],
      ordered: false,
      rules: 'open',
    })
    expect(element.get('Patient.extension:when.url')?.fixedUri).toBe(example('when'))
    expect(element.get('Patient.extension:when.value[x]')).toMatchObject({ min: 1, type: [{ code: 'Period' }] })
    expect(element.get('Patient.extension:when.value[x].start')?.min).toBe(1)
  })

  it('lays out a profile of a datatype, and the profiles that R4 itself has', () => {
    const strict = profile('strict', 'Identifier', [{ path: 'Identifier.system', min: 1 }], { kind: 'complex-type' })
    const { element, faults } = laidOut(
      strict,
      profile('p', 'Observation', [
        { path: 'Observation.identifier', type: [{ code: 'Identifier', profile: [strict.url] }] },
        { path: 'Observation.identifier.value', min: 1 },
        { path: 'Observation.referenceRange.low.value', min: 1 },
      ]),
    )
    expect(faults).toEqual([])
    expect(element.get('Observation.identifier.system')?.min).toBe(1)
    expect(element.get('Observation.referenceRange.low.comparator')?.max).toBe('0')
  })

  it('lays out what a content reference leads to, with its invariants', () => {
    const { element, faults } = laidOut(profile('p', 'Questionnaire', [{ path: 'Questionnaire.item.item.item.text', min: 1 }]))
    expect(faults).toEqual([])
    expect(element.get('Questionnaire.item.item')?.contentReference).toBeUndefined()
    expect(element.get('Questionnaire.item.item')?.constraint?.map(({ key }) => key)).toContain('que-1')
    expect(element.get('Questionnaire.item.item.item.text')?.min).toBe(1)
    expect(element.get('Questionnaire.item.item.text')?.min).toBe(0)
    expect(element.get('Questionnaire.item.item.item.item')?.contentReference).toBe('#Questionnaire.item')
  })

  it('lays out what all types of a choice have in common', () => {
    const { element, faults } = laidOut(profile('p', 'Patient', [{ path: 'Patient.deceased[x].extension', max: '0' }]))
    expect(faults).toEqual([])
    expect(element.get('Patient.deceased[x].extension')?.max).toBe('0')
    expect(element.has('Patient.deceased[x].value')).toBe(false)
  })

  it('adds constraints to those of the base, and bindings may become stronger', () => {
    const { element, faults } = laidOut(
      profile('p', 'Patient', [
        {
          path: 'Patient.contact',
          constraint: [{ key: 'x-1', severity: 'error', human: 'a name', expression: 'name.exists()' }],
        },
        { path: 'Patient.maritalStatus', binding: { strength: 'required' } },
      ]),
    )
    expect(faults).toEqual([])
    expect(element.get('Patient.contact')?.constraint?.map(({ key }) => key)).toEqual(['pat-1', 'x-1'])
    expect(element.get('Patient.maritalStatus')?.binding).toEqual({
      strength: 'required',
      valueSet: 'http://hl7.org/fhir/ValueSet/marital-status',
    })
  })

  it('lays out a specialization with elements of its own', () => {
    const { element, faults } = laidOut(
      profile(
        'Model',
        'Model',
        [
          { path: 'Model', min: 0, max: '*' },
          { path: 'Model.part', min: 1, max: '*', type: [{ code: 'BackboneElement' }] },
          { path: 'Model.part.name', min: 0, max: '1', type: [{ code: 'string' }] },
        ],
        { kind: 'logical', derivation: 'specialization', baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Element' },
      ),
    )
    expect(faults).toEqual([])
    expect(element.get('Model.part.name')).toMatchObject({ base: { path: 'Model.part.name', min: 0, max: '1' } })
    expect(element.get('Model.id')).toBeDefined()
  })

  it('takes a canonical with a version, and a snapshot that came with the definition', () => {
    const base = profile('base', 'Patient', [], {
      snapshot: { element: [{ path: 'Patient' }, { path: 'Patient.active', min: 1 }] },
    })
    const below = profile('below', 'Patient', [{ path: 'Patient.active', fixedBoolean: true }], {
      baseDefinition: `${base.url}|1.0`,
    })
    const { ids, element, faults } = laidOut(base, below)
    expect(faults).toEqual([])
    expect(ids).toEqual(['Patient', 'Patient.active'])
    expect(element.get('Patient.active')).toMatchObject({ min: 1, fixedBoolean: true })
  })
})

describe('a fault', () => {
  const sliced: ElementDefinition = {
    id: 'Patient.name',
    path: 'Patient.name',
    max: '1',
    slicing: { discriminator: [{ type: 'value', path: 'use' }], rules: 'closed' },
  }
  const slicedBase = profile('sliced', 'Patient', [sliced, { id: 'Patient.name:a', path: 'Patient.name', sliceName: 'a' }])

  it.each<[string, string, StructureDefinition[]]>([
    [
      'min lowered',
      'error min-lowered Observation.status',
      [profile('p', 'Observation', [{ path: 'Observation.status', min: 0 }])],
    ],
    ['max raised', 'error max-raised Patient.gender', [profile('p', 'Patient', [{ path: 'Patient.gender', max: '*' }])]],
    ['min above max', 'error min-above-max Patient.gender', [profile('p', 'Patient', [{ path: 'Patient.gender', min: 2 }])]],
    [
      'a type that the base does not have',
      'error type-not-allowed Observation.value[x]',
      [profile('p', 'Observation', [{ path: 'Observation.value[x]', type: [{ code: 'Address' }] }])],
    ],
    [
      'a reference target that the base does not have',
      'error target-not-allowed Patient.managingOrganization',
      [
        profile('p', 'Patient', [
          {
            path: 'Patient.managingOrganization',
            type: [{ code: 'Reference', targetProfile: ['http://hl7.org/fhir/StructureDefinition/Patient'] }],
          },
        ]),
      ],
    ],
    [
      'a weaker binding',
      'error binding-weakened Patient.gender',
      [profile('p', 'Patient', [{ path: 'Patient.gender', binding: { strength: 'preferred' } }])],
    ],
    [
      'a value of another type',
      'error value-type Patient.gender',
      [profile('p', 'Patient', [{ path: 'Patient.gender', fixedBoolean: true }])],
    ],
    [
      'a value that contradicts the base',
      'error value-changed Patient.active',
      [
        profile('base', 'Patient', [{ path: 'Patient.active', fixedBoolean: true }]),
        profile('p', 'Patient', [{ path: 'Patient.active', fixedBoolean: false }], { baseDefinition: example('base') }),
      ],
    ],
    [
      'a constraint of the base with another meaning',
      'error constraint-changed Patient.contact',
      [
        profile('p', 'Patient', [
          { path: 'Patient.contact', constraint: [{ key: 'pat-1', severity: 'error', human: '', expression: 'true' }] },
        ]),
      ],
    ],
    ['an element that is not there', 'error unknown-element Patient.nam', [profile('p', 'Patient', [{ path: 'Patient.nam' }])]],
    [
      'a path of another type',
      'error misplaced Person.name',
      [profile('p', 'Patient', [{ path: 'Patient' }, { path: 'Person.name' }])],
    ],
    ['another type as a whole', 'error other-type Person', [profile('p', 'Patient', [{ path: 'Person.name', min: 1 }])]],
    [
      'an element that stands there twice',
      'error misplaced Patient.name',
      [profile('p', 'Patient', [{ path: 'Patient.name' }, { path: 'Patient.name', min: 1 }])],
    ],
    [
      'a slice without slicing',
      'error no-slicing Patient.name:a',
      [profile('p', 'Patient', [{ path: 'Patient.name', sliceName: 'a' }])],
    ],
    [
      'a new slice of a closed slicing',
      'error slicing-closed Patient.name:b',
      [slicedBase, profile('p', 'Patient', [{ path: 'Patient.name', sliceName: 'b' }], { baseDefinition: slicedBase.url })],
    ],
    [
      'a closed slicing opened',
      'error slicing-opened Patient.name',
      [
        slicedBase,
        profile('p', 'Patient', [{ path: 'Patient.name', slicing: { rules: 'open' } }], { baseDefinition: slicedBase.url }),
      ],
    ],
    [
      'a discriminator taken away',
      'error discriminator-changed Patient.name',
      [
        slicedBase,
        profile(
          'p',
          'Patient',
          [{ path: 'Patient.name', slicing: { rules: 'closed', discriminator: [{ type: 'value', path: 'text' }] } }],
          {
            baseDefinition: slicedBase.url,
          },
        ),
      ],
    ],
    [
      'slices that need more than there may be',
      'error slices-exceed-max Patient.name',
      [
        profile('p', 'Patient', [
          sliced,
          { path: 'Patient.name', sliceName: 'a', min: 1 },
          { path: 'Patient.name', sliceName: 'b', min: 1 },
        ]),
      ],
    ],
    [
      'maxLength raised',
      'error max-length-raised Patient.language',
      [
        profile('base', 'Patient', [{ path: 'Patient.language', maxLength: 5 }]),
        profile('p', 'Patient', [{ path: 'Patient.language', maxLength: 6 }], { baseDefinition: example('base') }),
      ],
    ],
    [
      'a definition that is not at hand',
      'warning missing-definition Patient.extension:x',
      [
        profile('p', 'Patient', [
          { path: 'Patient.extension', sliceName: 'x', type: [{ code: 'Extension', profile: [example('nowhere')] }] },
        ]),
      ],
    ],
    ['a base that is not at hand', 'error missing-base ', [profile('p', 'Patient', [], { baseDefinition: example('nowhere') })]],
    ['a definition based on itself', 'error cycle ', [profile('p', 'Patient', [], { baseDefinition: example('p') })]],
    [
      'a content reference that leads nowhere',
      'error missing-content Model.part',
      [
        profile(
          'Model',
          'Model',
          [
            { path: 'Model.part', contentReference: '#Model.gone' },
            { path: 'Model.part.name', min: 1 },
          ],
          {
            derivation: 'specialization',
            baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Element',
          },
        ),
      ],
    ],
  ])('names %s', (_, expected, definitions) => {
    expect(brief(laidOut(...definitions).faults)).toContain(expected)
  })

  it('is named once', () => {
    const again = { path: 'Patient.name' }
    expect(brief(laidOut(profile('p', 'Patient', [again, again, again])).faults)).toEqual(['error misplaced Patient.name'])
  })

  it('is only a warning where a reference target is not at hand', () => {
    const type = [{ code: 'Reference', targetProfile: [example('nowhere')] }]
    const { faults, element } = laidOut(profile('p', 'Patient', [{ path: 'Patient.managingOrganization', type }]))
    expect(brief(faults)).toEqual(['warning missing-definition Patient.managingOrganization'])
    expect(element.get('Patient.managingOrganization')?.type).toEqual(type)
  })

  it('leaves the word of the base where the profile breaks the rules', () => {
    const { element } = laidOut(
      profile('p', 'Observation', [{ path: 'Observation.status', min: 0, max: '*', binding: { strength: 'example' } }]),
    )
    expect(element.get('Observation.status')).toMatchObject({ min: 1, max: '1', binding: { strength: 'required' } })
  })

  it('names every member of a cycle of bases once, and lays out none', () => {
    const ring = ['a', 'b', 'c'].map((name, at, all) =>
      profile(name, 'Patient', [], { baseDefinition: example(all[(at + 1) % all.length] ?? '') }),
    )
    const { ids, faults } = laidOut(...ring)
    expect(ids).toEqual([])
    expect(faults.map(({ id, url }) => `${id} ${url}`).toSorted()).toEqual([
      `cycle ${example('b')}`,
      `wrong-base ${example('a')}`,
      `wrong-base ${example('c')}`,
    ])
  })

  it('ends a chain of bases and a profile that grow without measure', () => {
    const chain = Array.from({ length: 5000 }, (_, at) =>
      profile(`c${at}`, 'Patient', [], { baseDefinition: example(`c${at + 1}`) }),
    )
    expect(brief(laidOut(...chain.toReversed()).faults)).toContain('error too-large ')
    const path = `Patient${'.extension'.repeat(60)}`
    expect(brief(laidOut(profile('deep', 'Patient', [{ path }])).faults)).toEqual([`error misplaced ${path}`])
    const slices = Array.from({ length: 4000 }, (_, at) => ({
      path: 'Patient.name.period.extension',
      id: `Patient.name:s${at}.period.start`,
    }))
    const wide = profile('wide', 'Patient', [
      { id: 'Patient.name', path: 'Patient.name', slicing: { rules: 'open' } },
      ...slices.map(({ id }) => ({ id, path: 'Patient.name.period.start', min: 1 })),
    ])
    expect(brief(laidOut(wide).faults).some((fault) => fault.startsWith('error too-large'))).toBe(true)
  })
})

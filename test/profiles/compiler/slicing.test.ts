// Slicing: every kind of discriminator, every rule, and what a slice asks of its values.

import { describe, expect, it } from 'vitest'
import { type Change, at, make, profile } from './define.ts'
import { type Json, encounter, observation, patient } from '../good.ts'

const sliced = (id: string, type: string, path: string, more: object = {}): Change => ({
  id,
  slicing: { discriminator: [{ type: type as 'value', path }], rules: 'open', ...more },
})
const identifier = (system: string, value = '1'): Json => ({ system, value })
const withIdentifiers = (...identifiers: Json[]): Json => ({ resourceType: 'Patient', identifier: identifiers })

describe('slicing by value', () => {
  const changes = (rules: object, more: readonly Change[] = []): Change[] => [
    sliced('Patient.identifier', 'value', 'system', rules),
    { id: 'Patient.identifier:nhs', sliceName: 'nhs', min: 1, max: '1' },
    { id: 'Patient.identifier:nhs.system', min: 1, fixedUri: 'urn:nhs' },
    { id: 'Patient.identifier:nhs.value', min: 1 },
    { id: 'Patient.identifier:local', sliceName: 'local', max: '2' },
    { id: 'Patient.identifier:local.system', min: 1, fixedUri: 'urn:local' },
    ...more,
  ]
  const { found, faults } = make([profile('open', 'Patient', changes({}))])

  it('reads its definition without a fault', () => expect(faults).toEqual([]))
  it('passes what has its slices', () => expect(found(withIdentifiers(identifier('urn:nhs'), identifier('urn:x')))).toEqual([]))
  it('wants the least number', () => expect(found(withIdentifiers(identifier('urn:x')))).toEqual(['required Patient.identifier']))
  it('wants them also when nothing is there', () =>
    expect(found({ resourceType: 'Patient', active: true })).toEqual(['required Patient.identifier']))
  it('allows no more than the greatest number', () => {
    expect(found(withIdentifiers(identifier('urn:nhs'), identifier('urn:nhs')))).toEqual(['too-many Patient.identifier'])
    const many = ['urn:nhs', 'urn:local', 'urn:local', 'urn:local'].map((system) => identifier(system))
    expect(found(withIdentifiers(...many))).toEqual(['too-many Patient.identifier'])
  })
  it('asks of the slice what its children ask', () => {
    expect(found(withIdentifiers({ system: 'urn:nhs' }))).toEqual(['required Patient.identifier[0].value'])
  })

  it('allows no other where it is closed', () => {
    const closed = make([profile('closed', 'Patient', changes({ rules: 'closed' }))])
    expect(closed.found(withIdentifiers(identifier('urn:nhs'), identifier('urn:local')))).toEqual([])
    expect(closed.found(withIdentifiers(identifier('urn:nhs'), identifier('urn:x')))).toEqual([
      'slice-unmatched Patient.identifier[1]',
    ])
  })
  it('keeps the order where it is ordered', () => {
    const ordered = make([profile('ordered', 'Patient', changes({ ordered: true }))])
    expect(ordered.found(withIdentifiers(identifier('urn:nhs'), identifier('urn:x'), identifier('urn:local')))).toEqual([])
    expect(ordered.found(withIdentifiers(identifier('urn:local'), identifier('urn:nhs')))).toEqual([
      'slice-order Patient.identifier[1]',
    ])
  })
  it('allows others only at the end where it says so', () => {
    const end = make([profile('end', 'Patient', changes({ rules: 'openAtEnd' }))])
    expect(end.found(withIdentifiers(identifier('urn:nhs'), identifier('urn:x')))).toEqual([])
    expect(end.found(withIdentifiers(identifier('urn:x'), identifier('urn:nhs')))).toEqual(['slice-order Patient.identifier[1]'])
  })
  it('asks of the rest what the default slice asks', () => {
    const rest: Change[] = [
      { id: 'Patient.identifier:@default', sliceName: '@default' },
      { id: 'Patient.identifier:@default.use', min: 1 },
    ]
    const other = make([profile('default', 'Patient', changes({ rules: 'closed' }, rest))])
    expect(other.found(withIdentifiers(identifier('urn:nhs'), { ...identifier('urn:x'), use: 'old' }))).toEqual([])
    expect(other.found(withIdentifiers(identifier('urn:nhs'), identifier('urn:x')))).toEqual([
      'required Patient.identifier[1].use',
    ])
  })
})

describe('slices within slices', () => {
  const { found, faults } = make([
    profile('reslice', 'Patient', [
      sliced('Patient.identifier', 'value', 'system'),
      {
        id: 'Patient.identifier:a',
        sliceName: 'a',
        max: '3',
        slicing: { discriminator: [{ type: 'value', path: 'use' }], rules: 'closed' },
      },
      { id: 'Patient.identifier:a.system', min: 1, fixedUri: 'urn:a' },
      { id: 'Patient.identifier:a/one', sliceName: 'a/one', min: 1, max: '1' },
      { id: 'Patient.identifier:a/one.use', min: 1, fixedCode: 'official' },
      { id: 'Patient.identifier:a/two', sliceName: 'a/two', max: '1' },
      { id: 'Patient.identifier:a/two.use', min: 1, fixedCode: 'old' },
    ]),
  ])
  const a = (use: string): Json => ({ ...identifier('urn:a'), use })

  it('are read without a fault', () => expect(faults).toEqual([]))
  it('pass what has them', () => expect(found(withIdentifiers(a('official'), a('old'), identifier('urn:b')))).toEqual([]))
  it('are counted among their own', () => {
    expect(found(withIdentifiers(a('old')))).toEqual(['required Patient.identifier'])
    expect(found(withIdentifiers(a('official'), a('old'), a('old')))).toEqual(['too-many Patient.identifier'])
  })
  it('may be closed', () =>
    expect(found(withIdentifiers(a('official'), a('temp')))).toEqual(['slice-unmatched Patient.identifier[1]']))
})

describe('slicing by pattern', () => {
  const concept = (system: string, code: string): Json => ({ coding: [{ system, code }], text: 'x' })
  const { found, faults } = make([
    profile('pattern', 'Observation', [
      sliced('Observation.category', 'pattern', '$this', { rules: 'closed' }),
      {
        id: 'Observation.category:a',
        sliceName: 'a',
        min: 1,
        max: '1',
        patternCodeableConcept: { coding: [{ system: 'urn:x', code: 'a' }] },
      },
      { id: 'Observation.category:b', sliceName: 'b', patternCodeableConcept: { coding: [{ system: 'urn:x', code: 'b' }] } },
    ]),
  ])
  const withCategories = (...category: Json[]): Json => ({ ...observation(), category })

  it('is read without a fault', () => expect(faults).toEqual([]))
  it('takes a superset of the pattern for the slice', () =>
    expect(found(withCategories(concept('urn:x', 'a'), concept('urn:x', 'b')))).toEqual([]))
  it('wants the slice', () => expect(found(withCategories(concept('urn:x', 'b')))).toEqual(['required Observation.category']))
  it('allows no other where it is closed', () => {
    expect(found(withCategories(concept('urn:x', 'a'), concept('urn:x', 'c')))).toEqual([
      'slice-unmatched Observation.category[1]',
    ])
  })
  it('looks below where only the codings are given', () => {
    const below = make([
      profile(
        'below',
        'Observation',
        [
          sliced('Observation.component', 'value', 'code', { rules: 'closed' }),
          { id: 'Observation.component:a', sliceName: 'a', max: '1' },
          { id: 'Observation.component:a.code.coding' },
          { id: 'Observation.component:a.code' },
          { id: 'Observation.component:a.code.coding.system', min: 1, fixedUri: 'urn:x' },
          { id: 'Observation.component:a.code.coding.code', min: 1, fixedCode: 'a' },
        ].toSorted((x, y) => (x.id < y.id ? -1 : 1)) as Change[],
      ),
    ])
    expect(below.faults).toEqual([])
    const component = (code: string): Json => ({ code: { coding: [{ system: 'urn:x', code }] }, valueInteger: 1 })
    expect(below.found({ ...observation(), component: [component('a')] })).toEqual([])
    expect(below.found({ ...observation(), component: [component('b')] })).toEqual(['slice-unmatched Observation.component[0]'])
  })
})

describe('slicing by what exists', () => {
  const { found, faults } = make([
    profile('exists', 'Patient', [
      sliced('Patient.identifier', 'exists', 'period'),
      { id: 'Patient.identifier:ended', sliceName: 'ended', max: '1' },
      { id: 'Patient.identifier:ended.period', min: 1 },
      { id: 'Patient.identifier:current', sliceName: 'current', min: 1 },
      { id: 'Patient.identifier:current.period', max: '0' },
      { id: 'Patient.identifier:current.use', min: 1 },
    ]),
  ])
  const current = { ...identifier('urn:a'), use: 'official' }
  const ended = { ...identifier('urn:a'), period: { end: '2020' } }

  it('is read without a fault', () => expect(faults).toEqual([]))
  it('tells them apart', () => expect(found(withIdentifiers(current, ended))).toEqual([]))
  it('counts them', () => {
    expect(found(withIdentifiers(ended))).toEqual(['required Patient.identifier'])
    expect(found(withIdentifiers(current, ended, ended))).toEqual(['too-many Patient.identifier'])
  })
  it('asks of each what it asks', () =>
    expect(found(withIdentifiers(identifier('urn:a')))).toEqual(['required Patient.identifier[0].use']))
})

describe('slicing by type', () => {
  it('tells the types of a choice apart', () => {
    const { found, faults } = make([
      profile('choice', 'Observation', [
        { id: 'Observation.value[x]', slicing: { discriminator: [{ type: 'type', path: '$this' }], rules: 'closed' } },
        { id: 'Observation.value[x]:valueQuantity', sliceName: 'valueQuantity', type: [{ code: 'Quantity' }] },
        { id: 'Observation.value[x]:valueQuantity.system', min: 1 },
        {
          id: 'Observation.value[x]:valueCodeableConcept',
          sliceName: 'valueCodeableConcept',
          type: [{ code: 'CodeableConcept' }],
        },
      ]),
    ])
    const valued = (value: Json): Json => ({ ...observation(), valueCodeableConcept: undefined, ...value })
    expect(faults).toEqual([])
    expect(found(observation())).toEqual([])
    expect(found(valued({}))).toEqual([])
    expect(found(valued({ valueQuantity: { value: 1, system: 'urn:x', code: 'y' } }))).toEqual([])
    expect(found(valued({ valueQuantity: { value: 1 } }))).toEqual(['required Observation.value.system'])
    expect(found(valued({ valueString: 'x' }))).toEqual(['slice-unmatched Observation.value'])
  })

  it('tells the resources of a Bundle apart', () => {
    const { found, faults } = make([
      profile('bundle', 'Bundle', [
        sliced('Bundle.entry', 'type', 'resource', { rules: 'closed' }),
        { id: 'Bundle.entry:patient', sliceName: 'patient', min: 1, max: '1' },
        { id: 'Bundle.entry:patient.resource', min: 1, type: [{ code: 'Patient' }] },
        { id: 'Bundle.entry:other', sliceName: 'other' },
        { id: 'Bundle.entry:other.resource', min: 1, type: [{ code: 'Encounter' }] },
      ]),
    ])
    const bundle = (...resources: Json[]): Json => ({
      resourceType: 'Bundle',
      type: 'collection',
      entry: resources.map((resource) => ({ resource })),
    })
    expect(faults).toEqual([])
    expect(found(bundle(patient(), encounter(), encounter()))).toEqual([])
    expect(found(bundle(encounter()))).toEqual(['required Bundle.entry'])
    expect(found(bundle(patient(), observation()))).toEqual(['slice-unmatched Bundle.entry[1]'])
  })

  it('tells what a reference points at apart', () => {
    const { found, faults } = make([
      profile('resolved', 'Encounter', [
        sliced('Encounter.participant', 'type', 'individual.resolve()', { rules: 'closed' }),
        { id: 'Encounter.participant:practitioner', sliceName: 'practitioner', max: '1' },
        {
          id: 'Encounter.participant:practitioner.individual',
          min: 1,
          type: [{ code: 'Reference', targetProfile: ['http://hl7.org/fhir/StructureDefinition/Practitioner'] }],
        },
      ]),
    ])
    const participant = (id: string): Json => ({ individual: { reference: `#${id}` } })
    const contained = [
      { resourceType: 'Practitioner', id: 'a' },
      { resourceType: 'RelatedPerson', id: 'b', patient: { reference: 'Patient/1' } },
    ]
    expect(faults).toEqual([])
    expect(found({ ...encounter(), contained: [contained[0]], participant: [participant('a')] })).toEqual([])
    expect(found({ ...encounter(), contained: [contained[1]], participant: [participant('b')] })).toEqual([
      'slice-unmatched Encounter.participant[0]',
    ])
  })
})

describe('slicing by profile', () => {
  const { found, faults } = make([
    profile('bundle', 'Bundle', [
      sliced('Bundle.entry', 'profile', 'resource', { rules: 'closed' }),
      { id: 'Bundle.entry:named', sliceName: 'named', min: 1 },
      { id: 'Bundle.entry:named.resource', min: 1, type: [{ code: 'Patient', profile: [at('named')] }] },
    ]),
    profile('named', 'Patient', [{ id: 'Patient.name', min: 1 }]),
  ])
  const bundle = (...resources: Json[]): Json => ({
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  })

  it('is read without a fault', () => expect(faults).toEqual([]))
  it('takes what conforms for the slice', () => {
    expect(found(bundle(patient()))).toEqual([])
    expect(found(bundle(patient(), { resourceType: 'Patient', active: true }))).toEqual(['slice-unmatched Bundle.entry[1]'])
  })
})

describe('several discriminators', () => {
  it('must all agree', () => {
    const { found, faults } = make([
      profile('two', 'Patient', [
        {
          id: 'Patient.telecom',
          slicing: {
            discriminator: [
              { type: 'value', path: 'system' },
              { type: 'value', path: 'use' },
            ],
            rules: 'open',
          },
        },
        { id: 'Patient.telecom:home', sliceName: 'home', min: 1, max: '1' },
        { id: 'Patient.telecom:home.system', min: 1, fixedCode: 'phone' },
        { id: 'Patient.telecom:home.use', min: 1, fixedCode: 'home' },
      ]),
    ])
    expect(faults).toEqual([])
    const telecom = (system: string, use: string): Json => ({ system, use, value: '0' })
    expect(found({ resourceType: 'Patient', telecom: [telecom('phone', 'home'), telecom('email', 'home')] })).toEqual([])
    expect(found({ resourceType: 'Patient', telecom: [telecom('phone', 'work'), telecom('email', 'home')] })).toEqual([
      'required Patient.telecom',
    ])
  })
})

describe('wrong slicing', () => {
  it('is a fault without a discriminator', () => {
    const { faults } = make([
      profile('none', 'Patient', [
        { id: 'Patient.identifier', slicing: { rules: 'open' } },
        { id: 'Patient.identifier:a', sliceName: 'a', min: 1 },
      ]),
    ])
    expect(faults).toEqual([{ url: at('none'), element: 'Patient.identifier', reason: 'is sliced without a discriminator' }])
  })
  it('is a fault when the slice says nothing of its discriminator', () => {
    const { faults } = make([
      profile('mute', 'Patient', [
        sliced('Patient.identifier', 'value', 'system'),
        { id: 'Patient.identifier:a', sliceName: 'a', min: 1 },
      ]),
    ])
    expect(faults).toMatchObject([
      { element: 'Patient.identifier:a', reason: 'says nothing about its discriminator: value system' },
    ])
  })
  it('is a fault when the discriminator leads nowhere', () => {
    const { faults } = make([
      profile('lost', 'Patient', [
        sliced('Patient.identifier', 'value', 'colour'),
        { id: 'Patient.identifier:a', sliceName: 'a', min: 1 },
      ]),
    ])
    expect(faults).toMatchObject([{ element: 'Patient.identifier:a', reason: 'has a discriminator that leads nowhere: colour' }])
  })
})

describe('slices told apart by a code', () => {
  const system = 'http://loinc.org'
  const pattern = (code: string): object => ({ coding: [{ system, code }] })
  const changes: readonly Change[] = [
    sliced('Observation.component', 'pattern', 'code'),
    { id: 'Observation.component.interpretation', max: '0' },
    { id: 'Observation.component:one', sliceName: 'one', max: '1' },
    { id: 'Observation.component:one.code', min: 1, patternCodeableConcept: pattern('1') },
    { id: 'Observation.component:one.code.text', min: 1 },
    { id: 'Observation.component:one.value[x]', min: 1, type: [{ code: 'string' }] },
    { id: 'Observation.component:one.interpretation', max: '0' },
    { id: 'Observation.component:two', sliceName: 'two', max: '1' },
    { id: 'Observation.component:two.code', min: 1, patternCodeableConcept: pattern('2') },
    { id: 'Observation.component:two.value[x]', min: 1, type: [{ code: 'boolean' }] },
  ]
  const { found, faults } = make([profile('coded', 'Observation', changes)])
  const one = { code: { coding: [{ system, code: '1' }], text: 'One' }, valueString: 'x' }
  const two = { code: { coding: [{ system, code: '2' }] }, valueBoolean: true }
  const of = (...component: Json[]): Json => ({ ...without(observation(), 'valueCodeableConcept'), component })
  const without = (resource: Json, key: string): Json =>
    Object.fromEntries(Object.entries(resource).filter(([name]) => name !== key))

  it('have a definition without a fault', () => expect(faults).toEqual([]))
  it('are found wherever they stand among others', () => {
    expect(found(of(two, one))).toEqual([])
    expect(
      found(of({ code: { text: 'other' }, valueInteger: 1 }, { code: { coding: [{ system: 'urn:x', code: '1' }] } }, one)),
    ).toEqual([])
  })
  it('ask the more of what tells them apart', () => {
    expect(found(of({ ...one, code: { coding: [{ system, code: '1' }] } }))).toEqual([
      'required Observation.component[0].code.text',
    ])
  })
  it('ask what each of them asks', () => {
    expect(found(of({ ...two, valueBoolean: undefined, valueString: 'x' }))).not.toEqual([])
    expect(found(of({ ...one, valueString: undefined }))).toEqual(['required Observation.component[0].value'])
  })
  it('ask once more of each what is asked of all', () => {
    const interpretation = [{ text: 'x' }]
    expect(found(of({ ...one, interpretation }))).not.toEqual([])
    expect(found(of({ ...two, interpretation }))).not.toEqual([])
    expect(found(of({ code: { text: 'other' }, interpretation }))).not.toEqual([])
  })
  it('count what has the codes of two for the first', () => {
    const codings = ['2', '1'].map((code) => ({ system, code }))
    const both = { code: { coding: codings, text: 'both' }, valueString: 'x' }
    expect(found(of({ ...both, code: { coding: codings.toReversed(), text: 'both' } }))).toEqual([])
    expect(found(of(both))).toEqual([])
    expect(found(of(both, two))).toEqual([])
    expect(found(of(both, one))).toEqual(['too-many Observation.component'])
  })
})

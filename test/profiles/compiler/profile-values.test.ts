// What a profile asks of values: cardinality, types, fixed values and patterns, limits, codes, rules, references.

import { describe, expect, it } from 'vitest'
import { parseKeeping } from '../../../profiles/decimal.ts'
import { type Change, at, make, profile } from './define.ts'
import { type Json, encounter, observation, patient, withContained } from '../good.ts'

const asked = (type: string, ...changes: Change[]) => make([profile('p', type, changes)]).found

describe('cardinality', () => {
  const found = asked(
    'Patient',
    { id: 'Patient.name', min: 1, max: '2' },
    { id: 'Patient.photo', max: '0' },
    { id: 'Patient.birthDate', min: 1 },
    { id: 'Patient.name.given', max: '1' },
  )
  const good = { resourceType: 'Patient', name: [{ text: 'x' }], birthDate: '1940' }
  const photo = [{ url: 'https://example.test/photo' }]

  it('passes what keeps to it', () => expect(found(good)).toEqual([]))
  it('wants what must be there', () => {
    expect(found({ resourceType: 'Patient', birthDate: '1940' })).toEqual(['required Patient.name'])
    expect(found({ ...good, birthDate: undefined })).toEqual(['required Patient.birthDate'])
  })
  it('counts a primitive that has an extension only', () => {
    expect(found({ ...good, birthDate: undefined, _birthDate: { extension: [{ url: 'x:y', valueCode: 'z' }] } })).toEqual([])
  })
  it('refuses too many', () => {
    expect(found({ ...good, name: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] })).toEqual(['too-many Patient.name'])
    expect(found({ ...good, name: [{ given: ['a', 'b'] }] })).toEqual(['too-many Patient.name[0].given'])
  })
  it('refuses what must not be there', () => expect(found({ ...good, photo })).toEqual(['too-many Patient.photo']))
})

describe('fixed values', () => {
  it('are the same, whatever the order of properties', () => {
    const found = asked('Observation', {
      id: 'Observation.code',
      fixedCodeableConcept: { coding: [{ system: 'urn:x', code: 'a' }], text: 'A' },
    })
    expect(found({ ...observation(), code: { text: 'A', coding: [{ code: 'a', system: 'urn:x' }] } })).toEqual([])
    expect(found({ ...observation(), code: { text: 'A', coding: [{ code: 'a', system: 'urn:x', display: 'A' }] } })).toEqual([
      'fixed-value Observation.code',
    ])
  })
  it('of a primitive are the same', () => {
    const found = asked('Observation', { id: 'Observation.status', fixedCode: 'final' })
    expect(found(observation())).toEqual([])
    expect(found({ ...observation(), status: 'amended' })).toEqual(['fixed-value Observation.status'])
  })
  it('of a nested element are asked for where it is there', () => {
    const found = asked(
      'Encounter',
      { id: 'Encounter.subject.identifier' },
      { id: 'Encounter.subject.identifier.system', fixedUri: 'urn:a' },
    )
    const subject = (system: string): Json => ({ ...encounter(), subject: { identifier: { system, value: '1' } } })
    expect(found(subject('urn:a'))).toEqual([])
    expect(found(subject('urn:b'))).toEqual(['fixed-value Encounter.subject.identifier.system'])
    expect(found(encounter())).toEqual([])
  })
})

describe('patterns', () => {
  const pattern = { coding: [{ system: 'urn:x', code: 'a' }] }
  const concept = (...codes: string[]): Json => ({ coding: codes.map((code) => ({ system: 'urn:x', code, display: code })) })

  it('are met by more than they ask', () => {
    const found = asked('Observation', { id: 'Observation.code', patternCodeableConcept: pattern })
    expect(found({ ...observation(), code: concept('b', 'a') })).toEqual([])
    expect(found({ ...observation(), code: concept('b') })).toEqual(['pattern-value Observation.code'])
  })
  it('are met by all that they list', () => {
    const two = { coding: [{ system: 'urn:x', code: 'a' }, { code: 'b' }] }
    const found = asked('Observation', { id: 'Observation.code', patternCodeableConcept: two })
    expect(found({ ...observation(), code: concept('c', 'b', 'a') })).toEqual([])
    expect(found({ ...observation(), code: concept('a') })).toEqual(['pattern-value Observation.code'])
  })
  it('of a repeating element are met by each of its values', () => {
    const found = asked('Observation', { id: 'Observation.category', patternCodeableConcept: pattern })
    expect(found({ ...observation(), category: [concept('a', 'b'), concept('a')] })).toEqual([])
    expect(found({ ...observation(), category: [concept('a'), concept('b')] })).toEqual(['pattern-value Observation.category[1]'])
  })
})

describe('limits', () => {
  it('hold for lengths', () => {
    const found = asked('Patient', { id: 'Patient.name.family', maxLength: 5 })
    expect(found({ resourceType: 'Patient', name: [{ family: '12345' }] })).toEqual([])
    expect(found({ resourceType: 'Patient', name: [{ family: '123456' }] })).toEqual(['too-long Patient.name[0].family'])
  })
  it('hold for numbers, dates and amounts', () => {
    const found = asked(
      'Observation',
      { id: 'Observation.value[x]', type: [{ code: 'Quantity' }], maxValueQuantity: { value: 10, system: 'urn:u', code: 'd' } },
      { id: 'Observation.issued', minValueInstant: '2020-01-01T00:00:00Z' },
      { id: 'Observation.component.value[x]', type: [{ code: 'integer' }], minValueInteger: 1, maxValueInteger: 3 },
    )
    const quantity = (value: number, code = 'd'): Json => ({
      ...observation(),
      valueCodeableConcept: undefined,
      valueQuantity: { value, system: 'urn:u', code },
    })
    expect(found(quantity(10))).toEqual([])
    expect(found(quantity(10.5))).toEqual(['too-large-value Observation.value'])
    expect(found(quantity(11, 'h'))).toEqual([])
    expect(found({ ...quantity(1), issued: '2019-12-31T23:59:59Z' })).toEqual(['too-small Observation.issued'])
    const component = (valueInteger: number): Json => ({ ...quantity(1), component: [{ code: { text: 'x' }, valueInteger }] })
    expect(found(component(3))).toEqual([])
    expect(found(component(0))).toEqual(['too-small Observation.component[0].value'])
    expect(found(component(4))).toEqual(['too-large-value Observation.component[0].value'])
  })
})

describe('types', () => {
  it('of a choice may be narrowed', () => {
    const found = asked('Observation', {
      id: 'Observation.value[x]',
      min: 1,
      type: [{ code: 'CodeableConcept' }, { code: 'string' }],
    })
    expect(found(observation())).toEqual([])
    expect(found({ ...observation(), valueCodeableConcept: undefined, valueString: 'x' })).toEqual([])
    expect(found({ ...observation(), valueCodeableConcept: undefined, valueInteger: 1 })).toEqual([
      'type-not-allowed Observation.value',
    ])
    expect(found({ ...observation(), valueCodeableConcept: undefined })).toEqual(['required Observation.value'])
  })
  it('may have a profile', () => {
    const { found } = make([
      profile('p', 'Patient', [{ id: 'Patient.identifier', type: [{ code: 'Identifier', profile: [at('id')] }] }]),
      profile('id', 'Identifier', [{ id: 'Identifier.system', min: 1, fixedUri: 'urn:a' }]),
    ])
    expect(found({ resourceType: 'Patient', identifier: [{ system: 'urn:a' }] })).toEqual([])
    expect(found({ resourceType: 'Patient', identifier: [{ value: '1' }] })).toEqual(['required Patient.identifier[0].system'])
  })
  it('may have several profiles, of which one is enough', () => {
    const { found } = make([
      profile('p', 'Patient', [{ id: 'Patient.identifier', type: [{ code: 'Identifier', profile: [at('a'), at('b')] }] }]),
      profile('a', 'Identifier', [{ id: 'Identifier.system', min: 1 }]),
      profile('b', 'Identifier', [{ id: 'Identifier.value', min: 1 }]),
    ])
    expect(found({ resourceType: 'Patient', identifier: [{ system: 'urn:a' }, { value: '1' }] })).toEqual([])
    expect(found({ resourceType: 'Patient', identifier: [{ use: 'old' }] })).toEqual(['profile-mismatch Patient.identifier[0]'])
  })
})

describe('codes', () => {
  const set = 'https://example.test/ValueSet/a'
  const lists = { [set]: { 'urn:x': ['a', 'b'] } }
  const bound = (id: string, strength: 'required' | 'extensible' | 'preferred', valueSet = set) =>
    make([profile('p', 'Observation', [{ id, binding: { strength, valueSet } }])], [], {
      ...lists,
      'urn:snomed': 'has an expression constraint',
    })
  const coded = (code: string): Json => ({ ...observation(), code: { coding: [{ system: 'urn:x', code }] } })
  const told = (made: ReturnType<typeof bound>, resource: Json) =>
    made.validator
      .validate(resource, { profile: at('p') })
      .filter(({ expression }) => expression === 'Observation.code')
      .map(({ severity, id }) => `${severity} ${id}`)

  it('are an error where they must be of the set', () => {
    expect(bound('Observation.code', 'required').found(coded('a'))).toEqual([])
    expect(bound('Observation.code', 'required').found(coded('c'))).toEqual(['code-not-in-list Observation.code'])
  })
  it('are a warning where the set may be extended', () =>
    expect(told(bound('Observation.code', 'extensible'), coded('c'))).toContain('warning code-not-preferred'))
  it('are information where the set is preferred', () =>
    expect(told(bound('Observation.code', 'preferred'), coded('c'))).toContain('information code-not-preferred'))
  it('are said not to be checked where the set cannot be told', () => {
    const made = bound('Observation.code', 'required', 'urn:snomed')
    expect(told(made, coded('c'))).toContain('information code-not-checked')
    expect(made.validator.isValid(coded('c'), { profile: at('p') })).toBe(true)
  })
})

describe('rules of a profile', () => {
  const rule = (severity: 'error' | 'warning', expression: string) => [{ key: 'hf-1', severity, human: 'says so', expression }]

  it('are kept apart by severity', () => {
    const error = make([profile('p', 'Patient', [{ id: 'Patient', constraint: rule('error', 'name.exists()') }])])
    expect(error.found(patient())).toEqual([])
    expect(error.found({ resourceType: 'Patient', active: true })).toEqual(['invariant Patient'])
    const warning = make([profile('p', 'Patient', [{ id: 'Patient', constraint: rule('warning', 'name.exists()') }])])
    expect(warning.found({ resourceType: 'Patient', active: true })).toEqual([])
    expect(warning.validator.validate({ resourceType: 'Patient', active: true }, { profile: at('p') })).toMatchObject([
      { severity: 'warning', id: 'invariant', text: 'hf-1: says so' },
    ])
  })
  it('hold on elements, primitives and choices', () => {
    const found = asked(
      'Patient',
      { id: 'Patient.birthDate', constraint: rule('error', '$this > @1900-01-01') },
      { id: 'Patient.name', constraint: rule('error', 'family.exists()') },
    )
    expect(found(patient())).toEqual([])
    expect(found({ ...patient(), birthDate: '1899-01-01', name: [{ text: 'x' }] })).toEqual([
      'invariant Patient.name[0]',
      'invariant Patient.birthDate',
    ])
    const choice = asked('Observation', {
      id: 'Observation.value[x]',
      type: [{ code: 'string' }, { code: 'integer' }],
      constraint: rule('error', '($this is string) or ($this > 1)'),
    })
    const valued = (value: Json): Json => ({ ...observation(), valueCodeableConcept: undefined, ...value })
    expect(choice(valued({ valueString: 'x' }))).toEqual([])
    expect(choice(valued({ valueInteger: 2 }))).toEqual([])
    expect(choice(valued({ valueInteger: 1 }))).toEqual(['invariant Observation.value'])
  })
})

describe('references of a profile', () => {
  const target = (...urls: string[]) => [{ code: 'Reference', targetProfile: urls }]
  const { found } = make([
    profile('p', 'ServiceRequest', [
      { id: 'ServiceRequest.subject', type: target('http://hl7.org/fhir/StructureDefinition/Patient') },
      { id: 'ServiceRequest.requester', type: target(at('practitioner')) },
    ]),
    profile('practitioner', 'Practitioner', [{ id: 'Practitioner.name', min: 1 }]),
  ])

  it('may point at fewer types', () => {
    expect(found(withContained())).toEqual([])
    expect(found({ ...withContained(), subject: { reference: 'Group/1' } })).toEqual([
      'reference-target ServiceRequest.subject.reference',
    ])
    expect(found({ ...withContained(), contained: undefined, requester: { reference: 'Organization/1' } })).toEqual([
      'reference-profile ServiceRequest.requester.reference',
    ])
  })
  it('point at what conforms, where it can be found', () => {
    const nameless = { resourceType: 'Practitioner', id: 'pr1', active: true }
    expect(found({ ...withContained(), contained: [nameless] })).toEqual(['reference-profile ServiceRequest.requester.reference'])
    expect(found({ ...withContained(), contained: undefined, requester: { reference: 'Practitioner/1' } })).toEqual([])
  })
  it('are told at each place that points at what does not conform', () => {
    const twice = make([
      profile('p', 'ServiceRequest', [
        { id: 'ServiceRequest.requester', type: target(at('practitioner')) },
        { id: 'ServiceRequest.performer', type: target(at('practitioner')) },
      ]),
      profile('practitioner', 'Practitioner', [{ id: 'Practitioner.name', min: 1 }]),
    ])
    const nameless = { resourceType: 'Practitioner', id: 'pr1', active: true }
    const resource = { ...withContained(), contained: [nameless], performer: [{ reference: '#pr1' }] }
    expect(twice.found(resource)).toEqual([
      'reference-profile ServiceRequest.requester.reference',
      'reference-profile ServiceRequest.performer[0].reference',
    ])
  })
  it('may go round in a circle', () => {
    const circle = make([
      profile('p', 'Patient', [
        { id: 'Patient.link.other', type: target(at('p')) },
        { id: 'Patient.name', min: 1 },
      ]),
    ])
    const person = (other: string, more: Json = { name: [{ text: 'x' }] }): Json => ({
      resourceType: 'Patient',
      link: [{ other: { reference: other }, type: 'seealso' }],
      ...more,
    })
    const bundle = (a: Json, b: Json): Json => ({
      resourceType: 'Bundle',
      type: 'collection',
      entry: [
        { fullUrl: 'urn:uuid:a', resource: a },
        { fullUrl: 'urn:uuid:b', resource: b },
      ],
    })
    const claim = { meta: { profile: [at('p')] } }
    expect(circle.found(bundle({ ...person('urn:uuid:b'), ...claim }, person('urn:uuid:a')), null)).toEqual([])
    expect(circle.found(bundle({ ...person('urn:uuid:b'), ...claim }, person('urn:uuid:a', {})), null)).toEqual([
      'reference-profile Bundle.entry[0].resource.link[0].other.reference',
    ])
  })
})

describe('meta.profile', () => {
  const { found, validator } = make([
    profile('a', 'Patient', [{ id: 'Patient.name', min: 1 }]),
    profile('b', 'Patient', [{ id: 'Patient.birthDate', min: 1 }], { version: '1.0' }),
  ])
  const claiming = (...claims: string[]): Json => ({ resourceType: 'Patient', active: true, meta: { profile: claims } })

  it('is enforced, all of it', () => {
    expect(found(claiming(at('a')), null)).toEqual(['required Patient.name'])
    expect(found(claiming(at('a'), at('b')), null)).toEqual(['required Patient.name', 'required Patient.birthDate'])
    expect(found({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: claiming(at('b')) }] }, null)).toEqual([
      'required Bundle.entry[0].resource.birthDate',
    ])
  })
  it('is an error in another version than the one that is known', () => {
    const claim = `${at('b')}|2.0`
    expect(found(claiming('urn:x', claim), null)).toEqual(['profile-version-unknown Patient.meta.profile[1]'])
    expect(validator.isValid(claiming(claim))).toBe(false)
    expect(found(patient(), claim)).toEqual(['profile-version-unknown Patient'])
    expect(validator.validate(claiming(claim))[0]?.text).toBe('this profile is known here in version 1.0 only')
  })
  it('is a warning where it is not known', () => {
    expect(found(claiming('urn:x'), null)).toEqual([])
    expect(found(claiming(`${at('b')}|1.0`), null)).toEqual(['required Patient.birthDate'])
    expect(
      validator.validate(claiming('urn:x')).map(({ severity, id, expression }) => `${severity} ${id} ${expression}`),
    ).toEqual(['warning profile-unknown Patient.meta.profile[0]'])
  })
  it('is an error when it is of another type', () => {
    expect(found({ ...observation(), meta: { profile: [at('a')] } }, null)).toEqual(['profile-type Observation'])
  })
  it('is an error when the caller asks for one that is not known', () => {
    expect(found(patient(), 'urn:x')).toEqual(['profile-unknown Patient'])
    const texts = validator.validate(patient(), { profiles: [at('a'), 'https://x.example/9990000018'] }).map(({ text }) => text)
    expect(texts).toContain('profile 2 of those that are asked for is not known here')
    expect(texts.join()).not.toContain('9990000018')
  })
})

describe('a choice of which a profile leaves some types', () => {
  it('says one thing of another type, and asks nothing more of it', () => {
    const found = asked(
      'Observation',
      { id: 'Observation.effective[x]', min: 1, type: [{ code: 'Period' }] },
      { id: 'Observation.effective[x].start', min: 1 },
    )
    const of = (more: Json): Json => ({ ...observation(), effectiveDateTime: undefined, ...more })
    expect(found(of({ effectiveDateTime: '2026-11-22' }))).toEqual(['type-not-allowed Observation.effective'])
    expect(found(of({ effectivePeriod: { end: '2026-11-22' } }))).toEqual(['required Observation.effective.start'])
    expect(found(of({ effectivePeriod: { start: '2026-11-22' } }))).toEqual([])
  })
})

describe('a number that is kept as text', () => {
  const found = (json: string) => make([]).found(parseKeeping(json), null)
  const ranked = (rank: string) => found(`{"resourceType":"Patient","telecom":[{"system":"phone","value":"0","rank":${rank}}]}`)
  const weight = (value: string) =>
    found(`{"resourceType":"Observation","status":"final","code":{"text":"w"},"valueQuantity":{"value":${value}}}`)
  it.each(['1.0', '1e0', '-0', '1e400', '12345678901234567890'])('is no whole number: %s', (rank) =>
    expect(ranked(rank)).toEqual(['number-invalid Patient.telecom[0].rank']),
  )
  it.each(['1.50', '0.0', '-0', '0e5', '-0.00e-400', '1e-300', '3.14159265358979323846'])('is a decimal: %s', (value) =>
    expect(weight(value)).toEqual([]),
  )
  it.each(['1e400', '-1e400', '1e-400', '-0.001e-400'])('is no decimal that a reader could hold: %s', (value) =>
    expect(weight(value)).toEqual(['number-invalid Observation.value.value']),
  )
})

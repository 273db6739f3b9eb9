// What a study of other validators found missing in them, each as a case: one that is right and one that is wrong.
//
// reference/peers.md §5.4 (validateResource of @medplum/core, 71 checks) and measured-limits.md §5 (62 cases).

import { describe, expect, it } from 'vitest'
import { type Made, at, extension, make, profile } from './define.ts'
import { type Json, carePlan, condition, encounter, message, observation, patient, task, withContained } from '../good.ts'

const r4 = make([])
const plain = (resource: Json) => r4.found(resource, null)
const asked = (made: Made) => (resource: Json) => made.found(resource)
const closed = make([
  profile('closed', 'Patient', [
    { id: 'Patient.identifier', slicing: { discriminator: [{ type: 'value', path: 'system' }], rules: 'closed', ordered: true } },
    { id: 'Patient.identifier:a', sliceName: 'a', max: '1' },
    { id: 'Patient.identifier:a.system', min: 1, fixedUri: 'urn:a' },
    { id: 'Patient.identifier:a.value', min: 1 },
    { id: 'Patient.identifier:b', sliceName: 'b' },
    { id: 'Patient.identifier:b.system', min: 1, fixedUri: 'urn:b' },
  ]),
])
const ids = (...systems: string[]): Json => ({
  resourceType: 'Patient',
  identifier: systems.map((system) => ({ system, value: '1' })),
})
const pattern = make([
  profile('pattern', 'Observation', [
    { id: 'Observation.category', patternCodeableConcept: { coding: [{ system: 'urn:x', code: 'a' }] } },
  ]),
])
const exists = make([
  profile('exists', 'Patient', [
    { id: 'Patient.telecom', slicing: { discriminator: [{ type: 'exists', path: 'period' }], rules: 'open' } },
    { id: 'Patient.telecom:timed', sliceName: 'timed', max: '1' },
    { id: 'Patient.telecom:timed.period', min: 1 },
  ]),
])
const extended = make([
  profile('extended', 'Patient', [
    { id: 'Patient.extension', slicing: { discriminator: [{ type: 'value', path: 'url' }], rules: 'open' } },
    { id: 'Patient.extension:e', sliceName: 'e', min: 1, max: '1', type: [{ code: 'Extension', profile: [at('e')] }] },
  ]),
  extension('e', 'code', {}, [
    {
      id: 'Extension.value[x]',
      min: 1,
      type: [{ code: 'code' }],
      binding: { strength: 'required', valueSet: 'http://hl7.org/fhir/ValueSet/administrative-gender' },
    },
  ]),
])
const e = (more: Json = { valueCode: 'male' }): Json => ({ url: at('e'), ...more })
const narrowed = make([profile('narrowed', 'Observation', [{ id: 'Observation.value[x]', type: [{ code: 'CodeableConcept' }] }])])
const bound = make(
  [profile('bound', 'Patient', [{ id: 'Patient.maritalStatus', binding: { strength: 'required', valueSet: 'urn:set' } }])],
  [],
  { 'urn:set': { 'urn:x': ['M'] } },
)
const limited = make([
  profile('limited', 'Patient', [
    { id: 'Patient.name.family', maxLength: 3 },
    { id: 'Patient.multipleBirth[x]', type: [{ code: 'integer' }], minValueInteger: 1, maxValueInteger: 9 },
  ]),
])
const target = make([
  profile('target', 'ServiceRequest', [
    { id: 'ServiceRequest.requester', type: [{ code: 'Reference', targetProfile: [at('named')] }] },
  ]),
  profile('named', 'Practitioner', [{ id: 'Practitioner.name', min: 1 }]),
])
const claimed = make([profile('claimed', 'Patient', [{ id: 'Patient.name', min: 1 }])])
const ruled = make([
  profile('ruled', 'Patient', [
    {
      id: 'Patient',
      constraint: [
        { key: 'x-1', severity: 'error' as const, human: 'x', expression: 'generalPractitioner.all(resolve() is Organization)' },
      ],
    },
  ]),
])
const div = (inner: string): Json => ({
  ...patient(),
  text: { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${inner}</div>` },
})
const quantity = (value: Json): Json => ({ ...carePlan(), activity: [{ detail: { status: 'scheduled', quantity: value } }] })

/** What is looked at, how, what is right, what is wrong. */
const cases: readonly (readonly [string, (resource: Json) => readonly string[], Json, Json])[] = [
  ['required bindings', plain, task(), { ...task(), status: 'banana' }],
  ['required bindings of a code', plain, patient(), { ...patient(), gender: 'F' }],
  ['required bindings below', plain, patient(), { ...patient(), telecom: [{ system: 'pigeon', value: '0' }] }],
  [
    'required bindings of a concept',
    plain,
    condition(),
    { ...condition(), clinicalStatus: { coding: [{ system: 'urn:x', code: 'active' }] } },
  ],
  [
    'required bindings of a profile',
    asked(bound),
    { resourceType: 'Patient', maritalStatus: { coding: [{ system: 'urn:x', code: 'M' }] } },
    { resourceType: 'Patient', maritalStatus: { coding: [{ system: 'urn:x', code: 'S' }] } },
  ],
  ['per-1', plain, encounter(), { ...encounter(), period: { start: '2026-11-02', end: '2026-11-01' } }],
  ['cpt-2', plain, patient(), { ...patient(), telecom: [{ value: '0' }] }],
  ['qty-3', plain, quantity({ value: 1, system: 'urn:x', code: 'd' }), quantity({ value: 1, code: 'd' })],
  ['ref-1', plain, withContained(), { ...task(), owner: { reference: '#nothing' } }],
  ['txt-1', plain, div('<p>x</p>'), div('<p>x')],
  ['txt-2', plain, div('<p>x</p>'), div(' ')],
  ['dom-3', plain, withContained(), { ...withContained(), requester: undefined }],
  [
    'two contained resources of one id',
    plain,
    withContained(),
    { ...withContained(), contained: [...(withContained()['contained'] as Json[]), ...(withContained()['contained'] as Json[])] },
  ],
  ['ele-1', plain, patient(), { ...patient(), birthDate: undefined, _birthDate: { id: 'x' } }],
  ['org-1', plain, { resourceType: 'Organization', name: 'TRUST1' }, { resourceType: 'Organization', active: true }],
  ['pat-1', plain, patient(), { ...patient(), contact: [{ gender: 'male' }] }],
  ['obs-6', plain, observation(), { ...observation(), dataAbsentReason: { text: 'x' } }],
  [
    'ext-1',
    plain,
    { ...patient(), extension: [{ url: 'urn:x', valueString: 'x' }] },
    { ...patient(), extension: [{ url: 'urn:x' }] },
  ],
  ['wrong reference targets', plain, task(), { ...task(), owner: { reference: 'Encounter/1' } }],
  ['dangling urns in a message', plain, message(), { ...message(), entry: (message()['entry'] as Json[]).slice(0, 2) }],
  [
    'target profiles',
    asked(target),
    withContained(),
    { ...withContained(), contained: [{ resourceType: 'Practitioner', id: 'pr1', active: true }] },
  ],
  ['closed slicing', asked(closed), ids('urn:a', 'urn:b'), ids('urn:a', 'urn:c')],
  ['children of a slice', asked(closed), ids('urn:a'), { resourceType: 'Patient', identifier: [{ system: 'urn:a' }] }],
  ['the order of slices', asked(closed), ids('urn:a', 'urn:b'), ids('urn:b', 'urn:a')],
  ['the greatest number of a slice', asked(closed), ids('urn:a'), ids('urn:a', 'urn:a')],
  [
    'the discriminator exists',
    asked(exists),
    {
      ...patient(),
      telecom: [
        { system: 'phone', value: '0' },
        { system: 'phone', value: '0', period: { start: '2020' } },
      ],
    },
    { ...patient(), telecom: ['2020', '2021'].map((start) => ({ system: 'phone', value: '0', period: { start } })) },
  ],
  [
    'patterns on repeating elements',
    asked(pattern),
    { ...observation(), category: [{ coding: [{ system: 'urn:x', code: 'a', display: 'A' }, { code: 'b' }], text: 'x' }] },
    { ...observation(), category: [{ coding: [{ system: 'urn:x', code: 'b' }] }] },
  ],
  ['an extension slice that is required', asked(extended), { ...patient(), extension: [e()] }, patient()],
  [
    'the type of an extension',
    asked(extended),
    { ...patient(), extension: [e()] },
    { ...patient(), extension: [e({ valueString: 'male' })] },
  ],
  [
    'the codes of an extension',
    asked(extended),
    { ...patient(), extension: [e()] },
    { ...patient(), extension: [e({ valueCode: 'x' })] },
  ],
  [
    'the greatest number of an extension',
    asked(extended),
    { ...patient(), extension: [e()] },
    { ...patient(), extension: [e(), e()] },
  ],
  ['unknown modifier extensions', plain, patient(), { ...patient(), modifierExtension: [{ url: 'urn:x', valueBoolean: true }] }],
  ['two types of one choice', plain, patient(), { ...patient(), deceasedBoolean: true }],
  ['narrowed choices', asked(narrowed), observation(), { ...observation(), valueCodeableConcept: undefined, valueString: 'x' }],
  ['empty lists', plain, patient(), { ...patient(), name: [] }],
  ['empty objects', plain, patient(), { ...patient(), maritalStatus: {} }],
  ['empty texts', plain, patient(), { ...patient(), language: '' }],
  ['nulls', plain, patient(), { ...patient(), gender: null }],
  ['nulls in lists', plain, patient(), { ...patient(), name: [{ given: ['Ada', null] }] }],
  [
    'lengths of lists beside each other',
    plain,
    { ...patient(), name: [{ given: ['A', 'B'], _given: [null, { id: 'x' }] }] },
    { ...patient(), name: [{ given: ['A', 'B'], _given: [{ id: 'x' }] }] },
  ],
  ['the form of ids', plain, { ...patient(), id: 'a-b' }, { ...patient(), id: 'a b' }],
  ['times without a zone', plain, patient(), { ...patient(), deceasedDateTime: '2026-11-02T10:00:00' }],
  ['days that do not exist', plain, patient(), { ...patient(), birthDate: '2026-02-31' }],
  ['scripts in narrative', plain, div('<p>x</p>'), div('<script>x()</script>')],
  [
    'lengths',
    asked(limited),
    { resourceType: 'Patient', name: [{ family: 'abc' }] },
    { resourceType: 'Patient', name: [{ family: 'abcd' }] },
  ],
  [
    'least and greatest values',
    asked(limited),
    { resourceType: 'Patient', multipleBirthInteger: 9 },
    { resourceType: 'Patient', multipleBirthInteger: 10 },
  ],
  [
    'claimed profiles',
    (resource) => claimed.found(resource, null),
    { ...patient(), meta: { profile: [at('claimed')] } },
    { resourceType: 'Patient', active: true, meta: { profile: [at('claimed')] } },
  ],
  [
    'resolve() in rules',
    asked(ruled),
    {
      ...patient(),
      contained: [{ resourceType: 'Organization', id: 'o', name: 'GP1' }],
      generalPractitioner: [{ reference: '#o' }],
    },
    { ...patient(), contained: [{ resourceType: 'Practitioner', id: 'o' }], generalPractitioner: [{ reference: '#o' }] },
  ],
  ['unknown elements', plain, patient(), { ...patient(), colour: 'x' }],
  ['fixed types of JSON', plain, patient(), { ...patient(), active: 'true' }],
]

describe('others overlook, and this validator does not', () => {
  it.each(cases)('%s', (_, found, right, wrong) => {
    expect(found(right)).toEqual([])
    expect(found(wrong)).not.toEqual([])
  })

  it('rules that are warnings', () => {
    const { validator } = make([
      profile('warned', 'Patient', [
        { id: 'Patient', constraint: [{ key: 'x-1', severity: 'warning' as const, human: 'x', expression: 'photo.exists()' }] },
      ]),
    ])
    expect(validator.validate(patient(), { profile: at('warned') })).toContainEqual(
      expect.objectContaining({ severity: 'warning', id: 'invariant' }),
    )
  })

  it('memberOf() in rules', () => {
    const rule = { key: 'x-1', severity: 'error' as const, human: 'x', expression: "maritalStatus.memberOf('urn:set')" }
    const made = make([profile('member', 'Patient', [{ id: 'Patient', constraint: [rule] }])], [], {
      'urn:set': { 'urn:x': ['M'] },
    })
    const married = (code: string): Json => ({ resourceType: 'Patient', maritalStatus: { coding: [{ system: 'urn:x', code }] } })
    expect(made.found(married('M'))).toEqual([])
    expect(made.found(married('S'))).toEqual(['invariant Patient'])
  })

  it('values nested 3,000 deep, without a stack overflow', () => {
    let extensionAt: Json = { url: 'urn:x', valueString: 'x' }
    for (let i = 0; i < 3_000; i += 1) extensionAt = { url: 'urn:x', extension: [extensionAt] }
    expect(plain({ ...patient(), extension: [extensionAt] })[0]).toMatch(/^too-deep /)
  })

  it('a good message raises no word about its urns', () => {
    expect(r4.validator.validate(message()).filter(({ id }) => id.startsWith('reference'))).toEqual([])
  })
})

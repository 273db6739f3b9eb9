// Extensions: held against their definitions wherever they stand.

import { describe, expect, it } from 'vitest'
import { at, extension, make, profile } from './define.ts'
import { type Json, observation, patient } from '../good.ts'

const bound = extension('coded', 'code', {}, [
  {
    id: 'Extension.value[x]',
    min: 1,
    type: [{ code: 'code' }],
    binding: { strength: 'required', valueSet: 'http://hl7.org/fhir/ValueSet/administrative-gender' },
  },
])
const onPatient = extension('on-patient', 'string', {
  context: [
    { type: 'element', expression: 'Patient' },
    { type: 'element', expression: 'Patient.contact' },
  ],
})
const onName = extension('on-name', 'string', { context: [{ type: 'element', expression: 'HumanName' }] })
const onDate = extension('on-date', 'string', { context: [{ type: 'element', expression: 'Patient.birthDate' }] })
const byPath = extension('by-path', 'string', {
  context: [
    { type: 'fhirpath', expression: "Patient.name.where(use = 'official')" },
    { type: 'fhirpath', expression: 'Patient.birthDate' },
    { type: 'fhirpath', expression: "component.where(code.text = 'x') | Task" },
    { type: 'extension', expression: at('outer') },
  ],
})
const anywhere = extension('anywhere', 'string', { context: [{ type: 'element', expression: 'Element' }] })
const inner = extension('inner', 'string', { context: [{ type: 'extension', expression: at('outer') }] })
const outer = profile('outer', 'Extension', [
  { id: 'Extension.extension', slicing: { discriminator: [{ type: 'value', path: 'url' }], rules: 'open' } },
  { id: 'Extension.extension:when', sliceName: 'when', min: 1, max: '1' },
  { id: 'Extension.extension:when.url', fixedUri: 'when' },
  { id: 'Extension.extension:when.value[x]', min: 1, type: [{ code: 'date' }] },
  { id: 'Extension.url', fixedUri: at('outer') },
  { id: 'Extension.value[x]', max: '0' },
])
const modifier = extension('modifier', 'boolean', {}, [{ id: 'Extension', isModifier: true }])
const { validator, faults, found } = make([bound, onPatient, onName, onDate, byPath, anywhere, inner, outer, modifier])
const errors = (resource: Json) => found(resource, null)
const extended = (...list: Json[]): Json => ({ ...patient(), extension: list })
const text = (name: string): Json => ({ url: at(name), valueString: 'x' })

describe('an extension', () => {
  it('has a definition without a fault', () => expect(faults).toEqual([]))
  it('has a value of the type that its definition gives', () => {
    expect(errors(extended(text('on-patient')))).toEqual([])
    expect(errors(extended({ url: at('on-patient'), valueCode: 'x' }))).toEqual(['type-not-allowed Patient.extension[0].value'])
    expect(errors(extended({ url: at('on-patient'), extension: [text('anywhere')] }))).toContain(
      'required Patient.extension[0].value',
    )
  })
  it('has a code of the set that its definition gives', () => {
    expect(errors(extended({ url: at('coded'), valueCode: 'female' }))).toEqual([])
    expect(errors(extended({ url: at('coded'), valueCode: 'F' }))).toEqual(['code-not-in-list Patient.extension[0].value'])
  })
  it('stands where a path of its definition leads, by what the resource says', () => {
    const here = { extension: [text('by-path')] }
    const wrong = (place: string) => [`extension-context ${place}.extension[0]`]
    expect(errors({ ...patient(), name: [{ text: 'x' }, { use: 'official', text: 'x', ...here }] })).toEqual([])
    expect(
      errors({
        ...patient(),
        name: [
          { use: 'official', text: 'x' },
          { use: 'usual', text: 'x', ...here },
        ],
      }),
    ).toEqual(wrong('Patient.name[1]'))
    expect(errors({ ...patient(), birthDate: '1940-02-29', _birthDate: here })).toEqual([])
    expect(errors({ ...patient(), _birthDate: here })).toEqual([])
    expect(errors({ ...patient(), gender: 'female', _gender: here })).toEqual(wrong('Patient.gender'))
    expect(errors({ ...patient(), ...here })).toEqual(wrong('Patient'))
    const part = (words: string, more: Json = {}) => ({ code: { text: words }, valueString: 'y', ...more })
    expect(errors({ ...observation(), component: [part('x', here)] })).toEqual([])
    expect(errors({ ...observation(), component: [part('x'), part('z', here)] })).toEqual(wrong('Observation.component[1]'))
    const inside = { resourceType: 'Observation', id: 'o', status: 'final', code: { text: 'x' }, component: [part('x', here)] }
    expect(errors({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: inside }] })).toEqual([])
  })
  it('has a path that can be read, or the start stops', () => {
    const bad = extension('bad-path', 'string', { context: [{ type: 'fhirpath', expression: 'Patient.nam(' }] })
    expect(make([bad]).faults).toMatchObject([{ url: at('bad-path'), reason: expect.stringContaining('context: ') }])
  })
  it('stands where its definition lets it', () => {
    expect(errors({ ...patient(), contact: [{ name: { text: 'x' }, extension: [text('on-patient')] }] })).toEqual([])
    expect(errors({ ...observation(), extension: [text('on-patient')] })).toEqual(['extension-context Observation.extension[0]'])
    expect(errors({ ...patient(), name: [{ text: 'x', extension: [text('on-name')] }] })).toEqual([])
    expect(errors(extended(text('on-name')))).toEqual(['extension-context Patient.extension[0]'])
    expect(errors({ ...patient(), _birthDate: { extension: [text('on-date')] } })).toEqual([])
    expect(errors({ ...patient(), _gender: { extension: [text('on-date')] } })).toEqual([
      'extension-context Patient.gender.extension[0]',
    ])
    expect(errors({ ...patient(), name: [{ text: 'x', extension: [text('anywhere')] }] })).toEqual([])
    expect(errors(extended(text('anywhere')))).toEqual(['extension-context Patient.extension[0]'])
  })
  it('may be made of extensions', () => {
    const when = { url: 'when', valueDate: '2026' }
    expect(errors(extended({ url: at('outer'), extension: [when] }))).toEqual([])
    expect(errors(extended({ url: at('outer'), extension: [when, text('inner')] }))).toEqual([])
    expect(errors(extended({ url: at('outer'), extension: [text('inner')] }))).toEqual([
      'required Patient.extension[0].extension',
    ])
    expect(errors(extended({ url: at('outer'), extension: [when, when] }))).toEqual(['too-many Patient.extension[0].extension'])
    expect(errors(extended({ url: at('outer'), extension: [{ url: 'when', valueString: 'x' }] }))).toEqual([
      'type-not-allowed Patient.extension[0].extension[0].value',
    ])
    expect(errors(extended(text('inner')))).toEqual(['extension-context Patient.extension[0]'])
  })
  it('may modify only where its definition says so', () => {
    expect(errors({ ...patient(), modifierExtension: [{ url: at('modifier'), valueBoolean: true }] })).toEqual([])
    expect(errors({ ...patient(), modifierExtension: [text('on-patient')] })).toEqual([
      'extension-modifier Patient.modifierExtension[0]',
    ])
    expect(errors(extended({ url: at('modifier'), valueBoolean: true }))).toEqual(['extension-modifier Patient.extension[0]'])
    expect(errors({ ...patient(), modifierExtension: [{ url: 'urn:x', valueBoolean: true }] })).toEqual([
      'modifier-extension-unknown Patient.modifierExtension',
    ])
  })
  it('that is not known passes, and is told only under our own base', () => {
    const own = 'https://home-first.example/fhir/StructureDefinition/nothing'
    expect(errors(extended({ url: 'urn:x', valueString: 'x' }, { url: own, valueString: 'x' }))).toEqual([])
    const told = validator
      .validate(extended({ url: 'urn:x', valueString: 'x' }, { url: own, valueString: 'x' }))
      .filter(({ id }) => id === 'extension-unknown')
    expect(told).toMatchObject([{ severity: 'information', expression: 'Patient.extension[1]' }])
  })
})

describe('an extension slice', () => {
  const slicing = { discriminator: [{ type: 'value' as const, path: 'url' }], rules: 'open' as const }
  const made = make([
    profile('p', 'Patient', [
      { id: 'Patient.extension', slicing },
      {
        id: 'Patient.extension:one',
        sliceName: 'one',
        min: 1,
        max: '1',
        type: [{ code: 'Extension', profile: [at('anything')] }],
      },
      { id: 'Patient.birthDate.extension', path: 'x', slicing } as never,
      { id: 'Patient.birthDate.extension:time', sliceName: 'time', min: 1, type: [{ code: 'Extension', profile: [at('time')] }] },
    ]),
    extension('anything', 'string'),
    extension('time', 'dateTime'),
  ])
  const time = { extension: [{ url: at('time'), valueDateTime: '1940-01-01T01:00:00Z' }] }
  const good = { ...patient(), extension: [text('anything')], _birthDate: time }

  it('is read without a fault', () => expect(made.faults).toEqual([]))
  it('is asked for, and passes when it is there', () => {
    expect(made.found(good)).toEqual([])
    expect(made.found({ ...good, extension: undefined })).toEqual(['required Patient.extension'])
    expect(made.found({ ...good, extension: [text('anything'), text('anything')] })).toEqual(['too-many Patient.extension'])
  })
  it('is asked for beside a primitive too', () => {
    expect(made.found({ ...good, _birthDate: undefined })).toEqual(['required Patient.birthDate.extension'])
    expect(made.found({ ...good, birthDate: undefined, _birthDate: undefined })).toEqual([])
  })
})

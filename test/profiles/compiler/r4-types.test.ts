// The validator on R4's types: what it passes, what it reports and where, and that nothing makes it throw or hang.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Json,
  carePlan,
  condition,
  document,
  encounter,
  goodResources,
  message,
  observation,
  patient,
  questionnaireResponse,
  task,
  withContained,
} from '../good.ts'
import { issues as validate, r4 } from './r4.ts'

const found = (resource: unknown) => validate(resource).map(({ id, expression }) => `${id} ${expression}`)
const spoiled = (good: Json, change: Json): Json => ({ ...good, ...change })
const without = (good: Json, name: string): Json => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name))
const identified = (identifier: Json): Json => spoiled(patient(), { identifier: [identifier] })
const entry = (index: number, change: Json): Json => {
  const bundle = message()
  const entries = bundle['entry'] as Json[]
  entries[index] = { ...entries[index], ...change }
  return bundle
}

describe('a right resource', () => {
  it.each(Object.entries(goodResources))('passes without a word: %s', (_, make) => {
    expect(validate(make())).toEqual([])
  })
})

/** What is sent, and everything that is found in it. */
const badCases: readonly (readonly [name: string, resource: unknown, issues: readonly string[]])[] = [
  // what is no resource
  ['null', null, ['wrong-type Resource']],
  ['a text', 'Patient', ['wrong-type Resource']],
  ['a list', [patient()], ['wrong-type Resource']],
  ['no type', {}, ['resource-type-missing Resource']],
  ['a type that is a number', { resourceType: 1 }, ['resource-type-missing Resource']],
  ['no type of R4', { resourceType: 'Patients' }, ['resource-type-unknown Resource']],
  ['a datatype', { resourceType: 'Period' }, ['resource-type-unknown Resource']],
  ['a backbone element', { resourceType: 'Patient.contact' }, ['resource-type-unknown Resource']],
  ['a name of the prototype', { resourceType: 'constructor' }, ['resource-type-unknown Resource']],
  ['a type that is not carried', { resourceType: 'Claim' }, ['resource-type-unsupported Resource']],
  ['an abstract type', { resourceType: 'DomainResource' }, ['resource-type-unsupported Resource']],

  // elements
  ['an unknown element', spoiled(patient(), { colour: 'x' }), ['unknown-element Patient.colour']],
  ['an unknown element below', identified({ system: 'urn:x', val: '1' }), ['unknown-element Patient.identifier[0].val']],
  ['an unknown element whose name tells something', spoiled(patient(), { '9990000018': 1 }), ['unknown-element Patient']],
  [
    'resourceType where none belongs',
    identified({ resourceType: 'Identifier', value: '1' }),
    ['unknown-element Patient.identifier[0].resourceType'],
  ],
  [
    'names of the prototype',
    spoiled(patient(), { constructor: {}, toString: 1 }),
    ['unknown-element Patient.constructor', 'unknown-element Patient.toString'],
  ],
  ['__proto__ as a key', JSON.parse('{"resourceType":"Patient","__proto__":{"x":1}}'), ['unknown-element Patient']],
  ['an underscore on what is no primitive', spoiled(patient(), { _name: [{ id: 'x' }] }), ['unknown-element Patient._name']],
  [
    'a choice without its type',
    spoiled(without(observation(), 'valueCodeableConcept'), { value: 'x' }),
    ['unknown-element Observation.value'],
  ],
  [
    'a choice in a type it has not',
    spoiled(without(patient(), 'deceasedDateTime'), { deceasedString: 'x' }),
    ['unknown-element Patient.deceasedString'],
  ],
  [
    'several unknown elements, in order of name',
    spoiled(patient(), { b: 1, a: 1 }),
    ['unknown-element Patient.a', 'unknown-element Patient.b'],
  ],

  // cardinality
  ['a missing element', without(task(), 'status'), ['required Task.status']],
  [
    'two missing elements, in order of definition',
    without(without(encounter(), 'class'), 'status'),
    ['required Encounter.status', 'required Encounter.class'],
  ],
  [
    'a missing element below',
    spoiled(document(), { content: [{}, { format: { code: 'x' } }] }),
    ['empty DocumentReference.content[0]', 'required DocumentReference.content[1].attachment'],
  ],
  ['a missing choice', spoiled(task(), { output: [{ type: { text: 'x' } }] }), ['required Task.output[0].value']],
  ['a missing extension url', spoiled(patient(), { extension: [{ valueString: 'x' }] }), ['required Patient.extension[0].url']],
  ['several where one may be', spoiled(patient(), { gender: ['female', 'male'] }), ['too-many Patient.gender']],
  ['a list of one where one may be', spoiled(patient(), { gender: ['female'] }), ['wrong-type Patient.gender']],
  ['one where a list belongs', spoiled(patient(), { name: { family: 'x' } }), ['wrong-type Patient.name']],
  ['an empty list', spoiled(patient(), { name: [] }), ['empty Patient.name']],
  ['an empty object', spoiled(patient(), { maritalStatus: {} }), ['empty Patient.maritalStatus']],
  ['an empty object in a list', spoiled(patient(), { telecom: [{}] }), ['empty Patient.telecom[0]']],
  ['an empty text', spoiled(patient(), { language: '' }), ['empty Patient.language']],
  ['a blank text', identified({ value: ' \t' }), ['empty Patient.identifier[0].value']],
  ['null', spoiled(patient(), { gender: null }), ['empty Patient.gender']],
  ['null in a list', spoiled(patient(), { name: [{ given: ['Ada', null] }] }), ['empty Patient.name[0].given[1]']],
  ['null in a list of objects', spoiled(patient(), { name: [null] }), ['empty Patient.name[0]']],
  [
    'a primitive without value or extension',
    spoiled(without(patient(), 'birthDate'), { _birthDate: { id: 'x' } }),
    ['empty Patient.birthDate'],
  ],
  ['text beside a primitive', spoiled(patient(), { _birthDate: 'x' }), ['wrong-type Patient.birthDate']],
  [
    'a bad extension beside a primitive',
    spoiled(patient(), { _birthDate: { extension: [{ url: 'x:y' }] } }),
    ['invariant Patient.birthDate.extension[0]'],
  ],
  ['two types of one choice', spoiled(patient(), { deceasedBoolean: true }), ['choice-conflict Patient.deceased']],
  [
    'two types of one choice, one by extension',
    spoiled(patient(), { _deceasedBoolean: { extension: [{ url: 'x:y', valueCode: 'z' }] } }),
    ['choice-conflict Patient.deceased'],
  ],

  // primitives
  ['a number for a text', identified({ value: 9990000018 }), ['wrong-type Patient.identifier[0].value']],
  ['a text for a boolean', spoiled(patient(), { active: 'true' }), ['wrong-type Patient.active']],
  ['a text for a number', spoiled(patient(), { telecom: [{ rank: '1' }] }), ['wrong-type Patient.telecom[0].rank']],
  ['an object for a text', identified({ value: {} }), ['wrong-type Patient.identifier[0].value']],
  ['a text for an object', spoiled(patient(), { maritalStatus: 'M' }), ['wrong-type Patient.maritalStatus']],
  ['a list in a list', spoiled(patient(), { name: [[]] }), ['wrong-type Patient.name[0]']],
  ['an id with a space', spoiled(patient(), { id: 'a b' }), ['id-invalid Patient.id']],
  ['an id of 65 characters', spoiled(patient(), { id: 'x'.repeat(65) }), ['id-invalid Patient.id']],
  ['an id with a slash', spoiled(patient(), { id: '../x' }), ['id-invalid Patient.id']],
  ['an id that is a line break longer', spoiled(patient(), { id: 'p1\n' }), ['id-invalid Patient.id']],
  [
    'a code with two spaces',
    spoiled(observation(), { category: [{ coding: [{ code: 'a  b' }] }] }),
    ['format-invalid Observation.category[0].coding[0].code'],
  ],
  ['a uri with a space', identified({ system: 'urn:a b', value: '1' }), ['format-invalid Patient.identifier[0].system']],
  ['a rank of zero', spoiled(patient(), { telecom: [{ rank: 0 }] }), ['number-invalid Patient.telecom[0].rank']],
  ['half a rank', spoiled(patient(), { telecom: [{ rank: 1.5 }] }), ['number-invalid Patient.telecom[0].rank']],
  [
    'an integer beyond 32 bits',
    { resourceType: 'Parameters', parameter: [{ name: 'x', valueInteger: 2147483648 }] },
    ['number-invalid Parameters.parameter[0].value'],
  ],
  [
    'a number too large to read',
    JSON.parse('{"resourceType":"Parameters","parameter":[{"name":"x","valueDecimal":1e999}]}'),
    ['number-invalid Parameters.parameter[0].value'],
  ],
  ['a NUL', identified({ value: '1\u0000' }), ['character-invalid Patient.identifier[0].value']],
  ['half a surrogate pair', identified({ value: '\ud800' }), ['character-invalid Patient.identifier[0].value']],
  ['U+FFFE, which XML cannot say', identified({ value: '1\ufffe' }), ['character-invalid Patient.identifier[0].value']],
  ['U+FFFF, which XML cannot say', identified({ value: '\uffff' }), ['character-invalid Patient.identifier[0].value']],
  ['a text over a megabyte', identified({ value: 'x'.repeat(1_048_577) }), ['too-long Patient.identifier[0].value']],
  [
    'what is not base64',
    spoiled(document(), { content: [{ attachment: { contentType: 'text/plain', data: 'ab!=' } }] }),
    ['format-invalid DocumentReference.content[0].attachment.data'],
  ],
  [
    'base64 cut short',
    spoiled(document(), { content: [{ attachment: { contentType: 'text/plain', data: 'abc' } }] }),
    ['format-invalid DocumentReference.content[0].attachment.data'],
  ],
  [
    'base64 padded in the middle',
    spoiled(document(), { content: [{ attachment: { contentType: 'text/plain', data: 'ab==abcd' } }] }),
    ['format-invalid DocumentReference.content[0].attachment.data'],
  ],
  [
    'a time of day without seconds',
    { resourceType: 'Parameters', parameter: [{ name: 'x', valueTime: '08:00' }] },
    ['format-invalid Parameters.parameter[0].value'],
  ],
  [
    'a uuid in capitals',
    {
      resourceType: 'Parameters',
      parameter: [{ name: 'x', valueUuid: 'urn:uuid:6A0C3C8F-0A52-4B4E-9A6E-111111111111' }],
    },
    ['format-invalid Parameters.parameter[0].value'],
  ],
  [
    'an oid with a letter',
    { resourceType: 'Parameters', parameter: [{ name: 'x', valueOid: 'urn:oid:1.a' }] },
    ['format-invalid Parameters.parameter[0].value'],
  ],

  // dates
  ['month 13', spoiled(patient(), { birthDate: '1940-13-01' }), ['date-invalid Patient.birthDate']],
  ['30 February', spoiled(patient(), { birthDate: '1940-02-30' }), ['date-invalid Patient.birthDate']],
  ['29 February of a common year', spoiled(patient(), { birthDate: '1900-02-29' }), ['date-invalid Patient.birthDate']],
  ['day 0', spoiled(patient(), { birthDate: '1940-01-00' }), ['date-invalid Patient.birthDate']],
  ['year 0', spoiled(patient(), { birthDate: '0000' }), ['date-invalid Patient.birthDate']],
  ['a British date', spoiled(patient(), { birthDate: '01/02/1940' }), ['date-invalid Patient.birthDate']],
  ['an HL7 v2 date', spoiled(patient(), { birthDate: '19400102' }), ['date-invalid Patient.birthDate']],
  ['a time in a date', spoiled(patient(), { birthDate: '1940-01-02T03:04:05Z' }), ['date-invalid Patient.birthDate']],
  [
    'a time without zone',
    spoiled(patient(), { deceasedDateTime: '2026-11-02T10:00:00' }),
    ['date-without-zone Patient.deceased'],
  ],
  ['a time without seconds', spoiled(patient(), { deceasedDateTime: '2026-11-02T10:00Z' }), ['date-invalid Patient.deceased']],
  ['hour 24', spoiled(patient(), { deceasedDateTime: '2026-11-02T24:00:00Z' }), ['date-invalid Patient.deceased']],
  ['zone +15:00', spoiled(patient(), { deceasedDateTime: '2026-11-02T10:00:00+15:00' }), ['date-invalid Patient.deceased']],
  [
    'a date for an instant',
    spoiled(patient(), { meta: { lastUpdated: '2026-11-02' } }),
    ['date-invalid Patient.meta.lastUpdated'],
  ],
  [
    'an instant without zone',
    spoiled(patient(), { meta: { lastUpdated: '2026-11-02T10:00:00' } }),
    ['date-without-zone Patient.meta.lastUpdated'],
  ],

  // codes
  ['a status of no list', spoiled(task(), { status: 'banana' }), ['code-not-in-list Task.status']],
  ['a gender of HL7 v2', spoiled(patient(), { gender: 'F' }), ['code-not-in-list Patient.gender']],
  ['a code below', identified({ use: 'main', value: '1' }), ['code-not-in-list Patient.identifier[0].use']],
  [
    'a code in a list',
    spoiled(encounter(), { statusHistory: [{ status: 'x', period: { start: '2026' } }] }),
    ['code-not-in-list Encounter.statusHistory[0].status'],
  ],
  [
    'a required concept of another system',
    spoiled(condition(), { clinicalStatus: { coding: [{ system: 'urn:x', code: 'active' }] } }),
    ['code-not-in-list Condition.clinicalStatus'],
  ],
  [
    'a required concept as text only',
    spoiled(condition(), { clinicalStatus: { text: 'active' } }),
    ['code-not-in-list Condition.clinicalStatus'],
  ],
  [
    'a required concept without system',
    spoiled(condition(), { clinicalStatus: { coding: [{ code: 'active' }] } }),
    ['code-not-in-list Condition.clinicalStatus'],
  ],
  [
    'a content type that is none',
    spoiled(document(), { content: [{ attachment: { contentType: 'pdf' } }] }),
    ['code-not-in-list DocumentReference.content[0].attachment.contentType'],
  ],
  [
    'a currency that is none',
    { resourceType: 'Parameters', parameter: [{ name: 'x', valueMoney: { value: 1, currency: 'pounds' } }] },
    ['code-not-in-list Parameters.parameter[0].value.currency'],
  ],
  [
    'an unknown code of ours',
    spoiled(task(), {
      code: { coding: [{ system: 'https://home-first.example/fhir/CodeSystem/task-code', code: 'x' }] },
    }),
    ['code-not-in-list Task.code.coding[0].code'],
  ],
  [
    'an unknown system of ours',
    spoiled(task(), {
      code: { coding: [{ system: 'https://home-first.example/fhir/CodeSystem/x', code: 'x' }] },
    }),
    ['code-system-unknown Task.code.coding[0].system'],
  ],
  [
    'a system of ours without a code',
    spoiled(task(), { code: { coding: [{ system: 'https://home-first.example/fhir/CodeSystem/pathway' }] } }),
    ['code-not-in-list Task.code.coding[0].code'],
  ],

  // references
  [
    'a reference to another type',
    spoiled(task(), { owner: { reference: 'Encounter/e1' } }),
    ['reference-target Task.owner.reference'],
  ],
  [
    'a reference to another type by URL',
    spoiled(task(), { owner: { reference: 'https://example.test/fhir/Encounter/e1' } }),
    ['reference-target Task.owner.reference'],
  ],
  ['a reference to no type', spoiled(task(), { owner: { reference: 'Trust/1' } }), ['reference-target Task.owner.reference']],
  [
    'a conditional reference to another type',
    spoiled(task(), { owner: { reference: 'Encounter?identifier=x' } }),
    ['reference-target Task.owner.reference'],
  ],
  [
    'another type stated',
    spoiled(task(), { owner: { type: 'Encounter', identifier: { value: 'x' } } }),
    ['reference-target Task.owner.type'],
  ],
  ['a reference that is none', spoiled(task(), { owner: { reference: 'hub1' } }), ['reference-invalid Task.owner.reference']],
  [
    'a reference with a path before its type',
    spoiled(task(), { owner: { reference: 'fhir/Organization/1' } }),
    ['reference-invalid Task.owner.reference'],
  ],
  [
    'a contained resource that is not there',
    spoiled(task(), { owner: { reference: '#hub' } }),
    ['invariant Task.owner.reference'],
  ],
  [
    'a contained resource of another type',
    spoiled(withContained(), { subject: { reference: '#pr1' } }),
    ['reference-target ServiceRequest.subject.reference'],
  ],
  [
    'a contained resource that nothing refers to',
    without(withContained(), 'requester'),
    ['invariant ServiceRequest.contained[0]'],
  ],
  [
    'a contained resource with a fault',
    spoiled(withContained(), { contained: [{ resourceType: 'Practitioner', id: 'pr1', gender: 'F' }] }),
    ['code-not-in-list ServiceRequest.contained[0].gender'],
  ],
  [
    'a contained resource without type',
    spoiled(withContained(), { contained: [{ id: 'pr1' }] }),
    ['resource-type-missing ServiceRequest.contained[0]'],
  ],
  [
    'a contained resource that contains one',
    spoiled(withContained(), {
      contained: [{ resourceType: 'Practitioner', id: 'pr1', contained: [{ resourceType: 'Patient', id: 'x' }] }],
    }),
    ['invariant ServiceRequest'],
  ],
  [
    'nothing in the Bundle with this fullUrl',
    entry(0, {
      fullUrl: 'urn:uuid:6a0c3c8f-0a52-4b4e-9a6e-999999999999',
      resource: {
        ...((message()['entry'] as Json[])[0]?.['resource'] as Json),
        focus: [{ reference: 'urn:uuid:6a0c3c8f-0a52-4b4e-9a6e-444444444444' }],
      },
    }),
    ['reference-unresolved Bundle.entry[0].resource.focus[0].reference'],
  ],
  [
    'a urn in the Bundle of another type',
    entry(2, { resource: { resourceType: 'Encounter', status: 'planned', class: { code: 'IMP' } } }),
    ['reference-target Bundle.entry[1].resource.subject.reference'],
  ],

  // rules
  [
    'an end before its start',
    spoiled(encounter(), { period: { start: '2026-11-02', end: '2026-11-01' } }),
    ['invariant Encounter.period'],
  ],
  [
    'an end a second before its start, in another zone',
    spoiled(encounter(), { period: { start: '2026-11-01T10:00:00Z', end: '2026-11-01T10:59:59+01:00' } }),
    ['invariant Encounter.period'],
  ],
  ['a contact point without system', spoiled(patient(), { telecom: [{ value: '0' }] }), ['invariant Patient.telecom[0]']],
  ['a contact without anything', spoiled(patient(), { contact: [{ gender: 'male' }] }), ['invariant Patient.contact[0]']],
  [
    'a quantity code without system',
    spoiled(carePlan(), { activity: [{ detail: { status: 'scheduled', quantity: { code: 'd' } } }] }),
    ['invariant CarePlan.activity[0].detail.quantity'],
  ],
  [
    'an extension with value and extensions',
    spoiled(patient(), {
      extension: [{ url: 'x:y', valueString: 'a', extension: [{ url: 'z', valueString: 'b' }] }],
    }),
    ['invariant Patient.extension[0]'],
  ],
  [
    'an organisation at home',
    { resourceType: 'Organization', name: 'TRUST1', address: [{ use: 'home', city: 'X' }] },
    ['invariant Organization.address[0]'],
  ],
  [
    'a task changed before it was written',
    spoiled(task(), { authoredOn: '2026-11-02', lastModified: '2026-10-01' }),
    ['invariant Task'],
  ],
  [
    'an item with answer and items, nested',
    spoiled(questionnaireResponse(), {
      item: [{ linkId: '1', item: [{ linkId: '2', answer: [{ valueString: 'x' }], item: [{ linkId: '3' }] }] }],
    }),
    ['invariant QuestionnaireResponse.item[0].item[0]'],
  ],
  [
    'a message that does not begin with its header',
    spoiled(message(), { entry: (message()['entry'] as Json[]).toReversed() }),
    ['invariant Bundle'],
  ],
  [
    'a fullUrl twice',
    entry(1, { fullUrl: 'urn:uuid:6a0c3c8f-0a52-4b4e-9a6e-333333333333' }),
    ['reference-unresolved Bundle.entry[0].resource.focus[0].reference', 'invariant Bundle'],
  ],
  [
    'an unknown modifier',
    spoiled(patient(), { modifierExtension: [{ url: 'x:y', valueBoolean: true }] }),
    ['modifier-extension-unknown Patient.modifierExtension'],
  ],
  [
    'a script in the narrative',
    spoiled(patient(), {
      text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml"><script>x()</script></div>' },
    }),
    ['narrative-unsafe Patient.text.div'],
  ],
  [
    'an event handler in the narrative',
    spoiled(patient(), {
      text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml"><p onclick="x()">a</p></div>' },
    }),
    ['narrative-unsafe Patient.text.div'],
  ],
  [
    'a link to code in the narrative',
    spoiled(patient(), {
      text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml"><a href="javascript:x()">a</a></div>' },
    }),
    ['narrative-unsafe Patient.text.div'],
  ],
  [
    'narrative that is no div',
    spoiled(patient(), { text: { status: 'generated', div: 'hello' } }),
    ['narrative-invalid Patient.text.div'],
  ],

  // inside a Bundle
  [
    'a fault in an entry',
    entry(2, { resource: spoiled(patient(), { gender: 'F' }) }),
    ['code-not-in-list Bundle.entry[2].resource.gender'],
  ],
  [
    'a type that is not carried in an entry, which is passed with a warning',
    entry(2, { fullUrl: 'urn:x:slot', resource: { resourceType: 'Slot' } }),
    ['reference-unresolved Bundle.entry[1].resource.subject.reference', 'resource-type-unsupported Bundle.entry[2].resource'],
  ],
  [
    'an unknown type in an entry',
    entry(2, {
      fullUrl: 'urn:uuid:6a0c3c8f-0a52-4b4e-9a6e-333333333333',
      resource: { resourceType: 'Nothing' },
    }),
    ['reference-target Bundle.entry[1].resource.subject.reference', 'resource-type-unknown Bundle.entry[2].resource'],
  ],
]

describe('a property that is undefined', () => {
  it('is not there, as in JSON', () => {
    expect(validate({ ...patient(), colour: undefined, gender: undefined })).toEqual([])
    expect(found({ ...task(), status: undefined })).toEqual(['required Task.status'])
    expect(found({ ...patient(), maritalStatus: { text: undefined } })).toEqual(['empty Patient.maritalStatus'])
  })
})

describe('a wrong resource', () => {
  it.each(badCases)('is told what is wrong and where: %s', (_, resource, issues) => {
    expect(found(resource)).toEqual(issues)
    expect(r4.isValid(resource)).toBe(!validate(resource).some(({ severity }) => severity === 'error'))
  })

  it('is told all faults at once, in the order of the definition whatever the order sent', () => {
    const faults = { telecom: [{ value: '0' }], gender: 'F', id: 'a b', birthDate: '1940-13-01', foo: 1 }
    const sent = { resourceType: 'Patient', ...faults }
    const reversed = Object.fromEntries(Object.entries(sent).toReversed())
    expect(found(sent)).toEqual([
      'id-invalid Patient.id',
      'invariant Patient.telecom[0]',
      'code-not-in-list Patient.gender',
      'date-invalid Patient.birthDate',
      'unknown-element Patient.foo',
    ])
    expect(found(reversed)).toEqual(found(sent))
  })

  it('is refused when another type is expected', () => {
    expect(validate(patient(), { type: 'Task' })).toMatchObject([
      { id: 'resource-type-wrong', severity: 'error', expression: 'Task' },
    ])
    expect(validate(patient(), { type: 'Patient' })).toEqual([])
  })

  it('is an error in all but what can be understood without it', () => {
    const severities = badCases.flatMap(([, resource]) => validate(resource)).filter(({ severity }) => severity !== 'error')
    expect(severities.map(({ id, expression }) => `${id} ${expression}`)).toEqual([
      'code-system-unknown Task.code.coding[0].system',
      'reference-target Task.owner.type',
      'resource-type-unsupported Bundle.entry[2].resource',
    ])
  })

  it('hears its values in no issue', () => {
    const secret = 'Zebedee9990000018'
    const spoil = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(spoil)
      if (typeof value !== 'object' || value === null) return secret
      const entries = Object.entries(value).map(([key, inner]) => [key, key === 'resourceType' ? inner : spoil(inner)])
      return { ...Object.fromEntries(entries), [secret]: secret }
    }
    for (const make of Object.values(goodResources)) {
      const issues = validate(spoil(make()))
      expect(issues.length).toBeGreaterThan(0)
      expect(JSON.stringify(issues)).not.toContain(secret)
    }
  })
})

describe('hostile input', () => {
  it('never makes it throw, whatever the value', () => {
    const strange = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withSparseArray: true,
      withTypedArray: true,
    })
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(goodResources)), fc.string(), strange, (make, key, value) => {
        validate(value)
        validate({ ...make(), [key]: value })
      }),
      { numRuns: 500 },
    )
  })

  it('never makes it throw when any element of a right resource is something else', () => {
    const strange = fc.oneof(fc.anything(), fc.constantFrom(null, [], {}, [[]], '', 0, '__proto__', [null], [undefined]))
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(goodResources)), fc.nat(), strange, (make, at, value) => {
        const resource = make()
        replaceAt(resource, at, value)
        validate(resource)
      }),
      { numRuns: 1000 },
    )
  })

  it('reports what is no plain data', () => {
    const thrower = Object.defineProperty({ resourceType: 'Patient' }, 'name', {
      enumerable: true,
      get: () => {
        throw new Error('x')
      },
    })
    expect(found(thrower)).toEqual(['unreadable Resource'])
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(found(proxy)).toEqual(['unreadable Resource'])
  })

  it('ends at a value that holds itself', () => {
    const extension: Json = { url: 'x:y' }
    extension['extension'] = [extension, extension]
    const issues = validate({ resourceType: 'Patient', extension: [extension] })
    expect(issues.at(-1)?.id).toMatch(/too-many-faults|too-large/)
  })

  it('ends at 10,000 levels', () => {
    let item: Json = { linkId: 'x' }
    for (let i = 0; i < 10_000; i += 1) item = { linkId: 'x', item: [item] }
    const started = performance.now()
    expect(found({ resourceType: 'QuestionnaireResponse', status: 'completed', item: [item] })[0]).toContain(
      'too-deep QuestionnaireResponse.item[0].item[0]',
    )
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it('stops listing at 500 faults, and says that there are more', () => {
    const issues = validate({
      resourceType: 'Patient',
      identifier: Array.from({ length: 100_000 }, () => ({ value: 1 })),
    })
    expect(issues).toHaveLength(501)
    expect(issues.at(-1)).toMatchObject({ id: 'too-many-faults', severity: 'error' })
  })

  it('refuses more values than it can look at in a second or so', () => {
    const coding = { system: 'urn:x', code: 'x', display: 'x' }
    const issues = validate({
      resourceType: 'Patient',
      maritalStatus: { coding: Array.from({ length: 400_000 }, () => coding) },
    })
    expect(issues).toMatchObject([{ id: 'too-large', severity: 'error' }])
  })

  it.each([
    [
      'Bundle entries',
      () =>
        spoiled(message(), {
          entry: [
            ...(message()['entry'] as Json[]),
            ...Array.from({ length: 20_000 }, (_, i) => ({
              fullUrl: `urn:x:${i}`,
              resource: { resourceType: 'Patient' },
            })),
          ],
        }),
    ],
    [
      'components against codes',
      () =>
        spoiled(observation(), {
          code: { coding: codes(30_000) },
          component: [{ code: { coding: codes(30_000, 'y') } }],
        }),
    ],
    [
      'contained resources',
      () =>
        spoiled(withContained(), {
          contained: Array.from({ length: 20_000 }, (_, i) => ({ resourceType: 'Patient', id: `c${i}` })),
          requester: { reference: '#c1' },
          supportingInfo: Array.from({ length: 20_000 }, (_, i) => ({ reference: `#c${i}` })),
        }),
    ],
    [
      'questions',
      () => ({
        resourceType: 'Questionnaire',
        status: 'draft',
        item: Array.from({ length: 30_000 }, (_, i) => ({ linkId: `${i}`, type: 'string' })),
      }),
    ],
    [
      'base64',
      () =>
        spoiled(document(), {
          content: [{ attachment: { contentType: 'text/plain', data: 'A'.repeat(20_000_000) } }],
        }),
    ],
    ['dates', () => spoiled(encounter(), { period: { start: 'T'.repeat(1_000_000), end: 'T'.repeat(1_000_000) } })],
    [
      'spaces in narrative',
      () => spoiled(patient(), { text: { status: 'generated', div: `<div><${' '.repeat(500_000)}</div>` } }),
    ],
    [
      'narrative',
      () =>
        spoiled(patient(), {
          text: { status: 'generated', div: `<div>${'<'.repeat(500_000)}${' on'.repeat(100_000)}</div>` },
        }),
    ],
  ])('takes time in proportion: many %s', (_, make) => {
    const resource = make()
    const started = performance.now()
    validate(resource)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

describe('a CapabilityStatement', () => {
  const statement = {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-01-01',
    kind: 'capability',
    software: { name: 'x' },
    fhirVersion: '4.0.1',
    rest: [{ mode: 'server' }],
  }
  const errors = (change: Json) =>
    validate({ ...statement, ...change })
      .filter(({ severity }) => severity === 'error')
      .map(({ id, expression }) => `${id} ${expression}`)

  it('may name its formats by media type or, as R4 says of that element, as xml, json and ttl', () => {
    expect(errors({ format: ['json', 'xml', 'ttl', 'application/fhir+json', 'text/plain; charset=utf-8'] })).toEqual([])
  })

  it('may name them in no other way, and no other element of media types so', () => {
    expect(errors({ format: ['JSON', 'json', 'yaml', 'json '], patchFormat: ['json'] })).toEqual([
      'code-not-in-list CapabilityStatement.format[0]',
      'code-not-in-list CapabilityStatement.format[2]',
      'format-invalid CapabilityStatement.format[3]',
      'code-not-in-list CapabilityStatement.format[3]',
      'code-not-in-list CapabilityStatement.patchFormat[0]',
    ])
    const content = [{ attachment: { contentType: 'json' } }]
    expect(found({ resourceType: 'DocumentReference', status: 'current', content })).toEqual([
      'code-not-in-list DocumentReference.content[0].attachment.contentType',
    ])
  })
})

function codes(count: number, prefix = 'x'): Json[] {
  return Array.from({ length: count }, (_, i) => ({ system: 'urn:x', code: `${prefix}${i}` }))
}

/** Puts the value in place of the n-th property found below. */
function replaceAt(owner: Json, n: number, value: unknown): void {
  const places: [Json, string][] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, inner] of Object.entries(node)) {
      places.push([node as Json, key])
      visit(inner)
    }
  }
  visit(owner)
  const place = places[n % places.length]
  if (place) place[0][place[1]] = value
}

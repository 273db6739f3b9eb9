// Search parameters as clauses: what each means, and what is refused.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchControl } from '../../gateway/fhir/search-control.ts'
import { searchIncludes } from '../../gateway/fhir/search-include.ts'
import { searchQuery, type SearchContext } from '../../gateway/fhir/search-query.ts'
import { asRounded, exactly } from '../../gateway/store/sortable.ts'
import { searchParameters } from '../../gateway/store/search-parameters.ts'
import type { Clause } from '../../gateway/store/store.ts'

const base = 'http://gateway.example/fhir/R4'
const nhsNumber = 'https://fhir.nhs.uk/Id/nhs-number'
const at = '2026-01-05T00:00:00.000000Z'
const context: SearchContext = { base, at, mayRead: (type) => type !== 'Encounter' }

const clinical = 'http://terminology.hl7.org/CodeSystem/condition-clinical'
const exact = (number: string) => exactly(number) ?? { low: '', high: '' }
const rounded = (number: string) => asRounded(number) ?? { low: '', high: '' }

const parse = (type: string, name: string, value: string) => searchQuery(type, [[name, value]], context)
const day = { low: '2026-01-05T00:00:00.000000Z', high: '2026-01-05T23:59:59.999999Z' }

/** A part of a text, in its beginning or in what stands beyond. */
function containing(key: string, ...values: readonly string[]): Clause {
  const any = values.map((value) => ({ value, how: 'contains' as const }))
  return { on: 'any', of: [key, `${key}:contains`].map((each) => ({ on: 'string', key: each, any })) }
}

describe('a search parameter', () => {
  it.each<[type: string, name: string, value: string, clause: Clause]>([
    ['Task', '_id', 'a,b', { on: 'id', any: ['a', 'b'] }],
    ['Task', '_lastUpdated', 'gt2026-01-05', { on: 'updated', any: [{ prefix: 'gt', ...day }] }],
    ['Task', 'status', 'requested', { on: 'token', key: 'Task.status', any: [{ code: 'requested' }] }],
    [
      'Task',
      'status',
      'http://hl7.org/fhir/task-status|requested',
      { on: 'token', key: 'Task.status', any: [{ system: '', code: 'requested' }] },
    ],
    [
      'Task',
      'status',
      'urn:other|requested',
      { on: 'token', key: 'Task.status', any: [{ system: 'urn:other', code: 'requested' }] },
    ],
    [
      'Task',
      'status:not',
      'completed,failed',
      { on: 'token', key: 'Task.status', any: [{ code: 'completed' }, { code: 'failed' }], not: true },
    ],
    ['Task', 'code', '|x', { on: 'token', key: 'Task.code', any: [{ system: '', code: 'x' }] }],
    ['Task', 'code', 'urn:s|', { on: 'token', key: 'Task.code', any: [{ system: 'urn:s' }] }],
    ['Task', 'code', 'urn:s|a\\,b\\|c\\$d\\\\', { on: 'token', key: 'Task.code', any: [{ system: 'urn:s', code: 'a,b|c$d\\' }] }],
    ['Task', 'owner:missing', 'true', { on: 'missing', key: 'Task.owner', missing: true }],
    ['Task', 'owner', 'Organization/hub1', { on: 'reference', key: 'Task.owner', any: ['Organization/hub1'] }],
    ['Task', 'owner', `${base}/Organization/hub1`, { on: 'reference', key: 'Task.owner', any: ['Organization/hub1'] }],
    [
      'Task',
      'owner',
      'https://x.example/Organization/1',
      { on: 'reference', key: 'Task.owner', any: ['https://x.example/Organization/1'] },
    ],
    ['Task', 'owner:Organization', 'hub1', { on: 'reference', key: 'Task.owner', any: ['Organization/hub1'] }],
    ['Task', 'part-of', '1,2', { on: 'reference', key: 'Task.part-of', any: ['Task/1', 'Task/2'] }],
    [
      'Task',
      'owner:identifier',
      'urn:ods|HUB1',
      { on: 'token', key: 'Task.owner:identifier', any: [{ system: 'urn:ods', code: 'HUB1' }] },
    ],
    ['Task', 'patient', '1', { on: 'reference', key: 'Task.subject', any: ['Patient/1'] }],
    ['CarePlan', 'date', '2026-01-05', { on: 'date', key: 'CarePlan.date', any: [{ prefix: 'eq', ...day }] }],
    [
      'Patient',
      'birthdate',
      'lt2026-01-05,sa2026-01-05',
      {
        on: 'date',
        key: 'Patient.birthdate',
        any: [
          { prefix: 'lt', ...day },
          { prefix: 'sa', ...day },
        ],
      },
    ],
    [
      'Patient',
      'birthdate',
      'eq2026-01-05T10:15:00 01:00',
      {
        on: 'date',
        key: 'Patient.birthdate',
        any: [{ prefix: 'eq', low: '2026-01-05T09:15:00.000000Z', high: '2026-01-05T09:15:00.999999Z' }],
      },
    ],
    ['Patient', 'family', 'Ünal', { on: 'string', key: 'Patient.family', any: [{ value: 'unal', how: 'starts' }] }],
    [
      'Patient',
      'family:exact',
      'O\\,Example',
      { on: 'string', key: 'Patient.family', any: [{ value: 'o,example', how: 'exact', original: 'O,Example' }] },
    ],
    ['Patient', 'family:contains', 'a,B', containing('Patient.family', 'a', 'b')],
    ['Patient', 'deceased', 'true', { on: 'token', key: 'Patient.deceased', any: [{ code: 'true' }] }],
    [
      'CarePlan',
      'patient.identifier',
      `${nhsNumber}|9990000018`,
      {
        on: 'chain',
        key: 'CarePlan.subject',
        type: 'Patient',
        where: [{ on: 'token', key: 'Patient.identifier', any: [{ system: nhsNumber, code: '9990000018' }] }],
      },
    ],
    [
      'CarePlan',
      'patient:Patient.organization:Organization.name:contains',
      'x',
      {
        on: 'chain',
        key: 'CarePlan.subject',
        type: 'Patient',
        where: [
          {
            on: 'chain',
            key: 'Patient.organization',
            type: 'Organization',
            where: [containing('Organization.name', 'x')],
          },
        ],
      },
    ],
    [
      'Task',
      'focus:ServiceRequest.status',
      'active',
      {
        on: 'chain',
        key: 'Task.focus',
        type: 'ServiceRequest',
        where: [{ on: 'token', key: 'ServiceRequest.status', any: [{ code: 'active' }] }],
      },
    ],
    ['Task', 'patient:missing', 'true', { on: 'missing', key: 'Task.subject', missing: true, to: ['Patient'] }],
    ['Task', '_id:not', '1', { on: 'id', any: ['1'], not: true }],
    ['Task', '_id:missing', 'true', { on: 'any', of: [] }],
    ['Task', '_lastUpdated:missing', 'false', { on: 'all', of: [] }],
    ['Task', 'journey', 'e1,EpisodeOfCare/e2', { on: 'journey', any: ['e1', 'e2'] }],
    ['Task', '_tag', 'urn:s|a', { on: 'token', key: 'Task._tag', any: [{ system: 'urn:s', code: 'a' }] }],
    [
      'Task',
      '_profile',
      'http://a.example/p|1',
      { on: 'uri', key: 'Task._profile', any: [{ value: 'http://a.example/p|1', how: 'is' }] },
    ],
    [
      'Task',
      '_source:below',
      'http://a.example',
      { on: 'uri', key: 'Task._source', any: [{ value: 'http://a.example', how: 'below' }] },
    ],
    ['Task', 'code:text', 'Ünal', { on: 'string', key: 'Task.code:text', any: [{ value: 'unal', how: 'starts' }] }],
    [
      'Patient',
      'identifier:of-type',
      'urn:t|MR|a\\|b',
      { on: 'token', key: 'Patient.identifier:of-type', any: [{ system: 'urn:t', code: 'MR|a\\|b' }] },
    ],
    [
      'Patient',
      'gender:in',
      'http://hl7.org/fhir/ValueSet/administrative-gender',
      {
        on: 'token',
        key: 'Patient.gender',
        any: ['male', 'female', 'other', 'unknown'].map((each) => ({ system: '', code: each })),
      },
    ],
    [
      'Condition',
      'clinical-status:below',
      `${clinical}|active`,
      {
        on: 'token',
        key: 'Condition.clinical-status',
        any: ['active', 'relapse', 'recurrence'].map((each) => ({ system: clinical, code: each })),
      },
    ],
    [
      'Condition',
      'clinical-status:above',
      `${clinical}|relapse`,
      {
        on: 'token',
        key: 'Condition.clinical-status',
        any: ['relapse', 'active'].map((each) => ({ system: clinical, code: each })),
      },
    ],
    [
      'QuestionnaireResponse',
      'questionnaire',
      'http://a.example/q|1',
      { on: 'reference', key: 'QuestionnaireResponse.questionnaire', any: ['http://a.example/q|1'] },
    ],
    [
      'Task',
      'authored-on',
      'ap2025-12-06',
      {
        on: 'date',
        key: 'Task.authored-on',
        any: [{ prefix: 'ap', low: '2025-12-03T02:24:00.000000Z', high: '2025-12-09T21:35:59.999999Z' }],
      },
    ],
    [
      'Observation',
      'value-quantity',
      'gt5.4',
      { on: 'number', key: 'Observation.value-quantity', any: [{ prefix: 'gt', ...exact('5.4') }] },
    ],
    [
      'Observation',
      'value-quantity',
      '5.4||mg,ap100|http://unitsofmeasure.org|mg',
      {
        on: 'any',
        of: [
          { on: 'number', key: 'Observation.value-quantity|mg', any: [{ prefix: 'eq', ...rounded('5.4') }] },
          {
            on: 'number',
            key: 'Observation.value-quantity|http://unitsofmeasure.org|mg',
            any: [{ prefix: 'ap', low: exact('90').low, high: exact('110').high }],
          },
        ],
      },
    ],
    [
      'Observation',
      'code-value-quantity',
      'urn:s|a\\$b$lt-5||mg',
      {
        on: 'number',
        key: 'Observation.code-value-quantity$urn:s|a\\$b$|mg',
        any: [{ prefix: 'lt', ...exact('-5') }],
      },
    ],
    [
      'DocumentReference',
      'relationship',
      'DocumentReference/1$replaces',
      { on: 'token', key: 'DocumentReference.relationship$DocumentReference/1$', any: [{ code: 'replaces' }] },
    ],
    [
      'Patient',
      '_has:Observation:patient:_has:Task:focus:status',
      'requested',
      {
        on: 'has',
        key: 'Observation.subject',
        type: 'Observation',
        where: [
          {
            on: 'has',
            key: 'Task.focus',
            type: 'Task',
            where: [{ on: 'token', key: 'Task.status', any: [{ code: 'requested' }] }],
          },
        ],
      },
    ],
    [
      'Task',
      'patient._has:Observation:patient:code',
      'a',
      {
        on: 'chain',
        key: 'Task.subject',
        type: 'Patient',
        where: [
          {
            on: 'has',
            key: 'Observation.subject',
            type: 'Observation',
            where: [{ on: 'token', key: 'Observation.code', any: [{ code: 'a' }] }],
          },
        ],
      },
    ],
    [
      'Patient',
      'general-practitioner.identifier',
      'a',
      {
        on: 'any',
        of: ['Practitioner', 'Organization', 'PractitionerRole'].map((type): Clause => ({
          on: 'chain',
          key: 'Patient.general-practitioner',
          type,
          where: [{ on: 'token', key: `${type}.identifier`, any: [{ code: 'a' }] }],
        })),
      },
    ],
    ['Task', 'patient._id', '1', { on: 'chain', key: 'Task.subject', type: 'Patient', where: [{ on: 'id', any: ['1'] }] }],
  ])('reads %s?%s=%s', (type, name, value, clause) => {
    expect(parse(type, name, value)).toEqual({
      where: [clause],
      used: [[name, value]],
      faults: [],
      forbidden: [],
    })
  })

  it('offers a bare id as each type that the reference takes', () => {
    const [clause] = parse('Task', 'owner', 'x').where
    expect(clause).toHaveProperty('any', expect.arrayContaining(['Organization/x', 'PractitionerRole/x']))
  })

  it.each<[type: string, name: string, value: string, fault: string, place?: string]>([
    ['Task', 'colour', 'red', 'parameter-unsupported'],
    ['Task', 'constructor', 'x', 'parameter-unsupported'],
    ['Task', '__proto__', 'x', 'parameter-unsupported'],
    ['Task', '', 'x', 'parameter-unsupported', 'http'],
    ['Task', '9990000018', 'x', 'parameter-unsupported', 'http'],
    ['Task', 'smith jones', 'x', 'parameter-unsupported', 'http'],
    ['Task', '_include', 'Task:owner', 'parameter-unsupported'],
    ['Task', '_text', 'x', 'parameter-unsupported'],
    ['Task', 'status', '', 'value-empty'],
    ['Task', 'status', 'a,,b', 'value-empty'],
    ['Task', 'status', 'a,', 'value-empty'],
    ['Task', 'status', Array(201).fill('a').join(','), 'too-many-values'],
    ['Task', 'status:text', 'x', 'modifier-unsupported'],
    ['Task', 'status:in', 'x', 'value-set-unknown'],
    ['Task', 'status:not:not', 'x', 'modifier-unsupported'],
    ['Task', 'status:', 'x', 'modifier-unsupported'],
    ['Task', 'status:missing', 'maybe', 'missing-invalid'],
    ['Task', 'status', '|', 'token-invalid'],
    ['Task', 'status', 'a|b|c', 'token-invalid'],
    ['Task', 'status', 'a\\b', 'escape-invalid'],
    ['Task', 'status', 'a\\', 'escape-invalid'],
    ['Task', 'owner', 'a b', 'reference-invalid'],
    ['Task', 'owner', 'Organization/a/b', 'reference-invalid'],
    ['Task', 'owner', 'Organization/1/_history/1', 'reference-invalid'],
    ['Task', 'owner', `${base}/Organization/1/_history/1`, 'reference-invalid'],
    ['Task', 'owner', 'organization/1', 'reference-invalid'],
    ['Task', 'owner:Encounter', '1', 'modifier-unsupported'],
    ['Task', 'owner:Organization', 'Practitioner/1', 'target-invalid'],
    ['Task', 'owner:not', '1', 'modifier-unsupported'],
    ['Task', 'owner:identifier', 'a|b|c', 'token-invalid'],
    ['Task', 'patient', 'Group/1', 'target-invalid'],
    ['Task', 'patient', 'https://x.example/Group/1', 'target-invalid'],
    ['Task', 'authored-on', 'yesterday', 'prefix-unsupported'],
    ['Task', 'authored-on', '2026-13', 'date-invalid'],
    ['Task', 'authored-on', 'gt', 'date-invalid'],
    ['Task', 'authored-on:exact', '2026', 'modifier-unsupported'],
    ['Task', '_lastUpdated', 'x', 'prefix-unsupported'],
    ['Task', '_id', 'a b', 'id-invalid'],
    ['Task', '_id', 'a'.repeat(65), 'id-invalid'],
    ['Patient', 'family:not', 'x', 'modifier-unsupported'],
    ['Patient', 'family', '\u0301', 'string-invalid'],
    ['Patient', 'family', 'x'.repeat(121), 'string-too-long'],
    ['Patient', 'family:contains', 'ö'.repeat(121), 'string-too-long'],
    ['Observation', 'code:text', 'ﬀ'.repeat(61), 'string-too-long'],
    ['Observation', 'code-value-string', `c$${'x'.repeat(121)}`, 'string-too-long'],
    ['Task', 'patient.family', `y,${'x'.repeat(121)}`, 'string-too-long'],
    ['Task', '_source:below', `http://a.example/${'x'.repeat(104)}`, 'uri-too-long'],
    ['Task', '_source:above', `http://a.example${'/x'.repeat(98)}`, 'uri-too-long'],
    ['Patient', 'family.name', 'x', 'parameter-unsupported'],
    ['Task', 'patient.colour', 'x', 'chain-unsupported'],
    ['Task', 'patient:Group.identifier', 'x', 'chain-unsupported'],
    ['Task', 'focus.status', 'x', 'chain-ambiguous'],
    ['Task', 'patient.', 'x', 'chain-unsupported'],
    ['Task', 'patient.identifier', 'a|b|c', 'token-invalid'],
    ['Task', 'part-of.part-of.part-of.part-of.part-of.status', 'x', 'chain-too-long'],
    ['Task', `${'a.'.repeat(2_000)}b`, 'x', 'chain-too-long', 'http'],
    ['Task', '_has:Task:part-of:part-of.part-of.part-of.part-of.status', 'x', 'chain-too-long'],
    ['Task', '_has:Task:part-of', 'x', 'parameter-unsupported'],
    ['Task', '_has:Nothing:part-of:status', 'x', 'has-unsupported'],
    ['Task', '_has:Task:colour:status', 'x', 'has-unsupported'],
    ['Task', '_has:Task:status:status', 'x', 'has-unsupported'],
    ['Task', '_has:Observation:subject:status', 'x', 'has-unsupported'],
    ['Task', '_has:Task:part-of:colour', 'x', 'parameter-unsupported'],
    ['QuestionnaireResponse', 'questionnaire.url', 'x', 'parameter-unsupported'],
    ['QuestionnaireResponse', 'questionnaire', 'q1', 'reference-invalid'],
    ['QuestionnaireResponse', 'questionnaire:below', 'http://a.example', 'modifier-unsupported'],
    ['Task', 'journey.status', 'x', 'parameter-unsupported'],
    ['Task', 'journey:missing', 'true', 'modifier-unsupported'],
    ['Task', 'journey', 'Patient/1', 'target-invalid'],
    ['Observation', 'value-quantity', '5.4|mg', 'quantity-invalid'],
    ['Observation', 'value-quantity', '5.4||', 'quantity-invalid'],
    ['Observation', 'value-quantity', '5.4|a|b|c', 'quantity-invalid'],
    ['Observation', 'value-quantity', 'x5', 'prefix-unsupported'],
    ['Observation', 'value-quantity', '5.4.3', 'number-invalid'],
    ['Observation', 'value-quantity', '', 'value-empty'],
    ['Observation', 'value-quantity', '1e999999999', 'number-invalid'],
    ['Observation', 'value-quantity', '9'.repeat(101), 'number-invalid'],
    ['Observation', 'value-quantity', 'NaN', 'number-invalid'],
    ['Observation', 'value-quantity:not', '5', 'modifier-unsupported'],
    ['Observation', 'code-value-quantity', 'a', 'composite-invalid'],
    ['Observation', 'code-value-quantity', 'a$5$6', 'composite-invalid'],
    ['Observation', 'code-value-quantity', 'urn:s|$5', 'composite-invalid'],
    ['Observation', 'code-value-quantity', 'a$b|c', 'quantity-invalid'],
    ['Observation', 'code-value-quantity:missing', 'maybe', 'missing-invalid'],
    ['Observation', 'code:of-type', 'urn:s|MR|1', 'modifier-unsupported'],
    ['Patient', 'identifier:of-type', 'MR|1', 'token-invalid'],
    ['Observation', 'code:below', 'a', 'code-system-unknown'],
    ['Observation', 'code:below', 'http://snomed.info/sct|404684003', 'code-system-unknown'],
    ['Observation', 'code:not-in', 'http://snomed.info/sct?fhir_vs', 'value-set-unknown'],
    ['Task', '_source:contains', 'x', 'modifier-unsupported'],
    ['Task', '_content', 'x', 'parameter-unsupported'],
    ['Task', '_filter', 'status eq requested', 'parameter-unsupported'],
    ['Task', '_list', 'x', 'parameter-unsupported'],
    ['Task', '_query', 'x', 'parameter-unsupported'],
    ['Task', '_contained', 'true', 'parameter-unsupported'],
    ['Task', '_containedType', 'contained', 'parameter-unsupported'],
  ])('refuses %s?%s=%s', (type, name, value, id, place = `http.${name}`) => {
    const { where, used, faults, forbidden } = parse(type, name, value)
    expect({ where, used, forbidden }).toEqual({ where: [], used: [], forbidden: [] })
    expect(faults.map((fault) => [fault.id, fault.expression])).toEqual([[id, place]])
  })

  it('refuses a chain over a type that the scopes do not cover, apart from faults', () => {
    const { where, faults, forbidden } = parse('ServiceRequest', 'encounter.status', 'finished')
    expect([where, faults]).toEqual([[], []])
    expect(forbidden).toEqual([
      expect.objectContaining({
        id: 'chain-forbidden',
        expression: 'http.encounter.status',
        text: expect.stringContaining('Encounter'),
      }),
    ])
  })

  it('lists every fault at once and repeats of a parameter as conditions that all hold', () => {
    const { where, faults } = searchQuery(
      'Task',
      [
        ['_lastUpdated', 'ge2026'],
        ['_lastUpdated', 'lt2027'],
        ['a', '1'],
        ['b', '2'],
      ],
      context,
    )
    expect(where).toHaveLength(2)
    expect(faults.map((fault) => fault.expression)).toEqual(['http.a', 'http.b'])
  })

  it('refuses a search whose bare ids stand for more values than a database takes', () => {
    const ids = Array(190).fill('a').join(',')
    const { faults } = searchQuery('Task', [['focus', ids]], context)
    expect(faults.map((fault) => fault.id)).toEqual(['too-many-values'])
  })

  it('says no value again in any fault', () => {
    const names = Object.keys(searchParameters['Patient'] ?? {}).flatMap((name) =>
      ['', ':missing', ':not', ':x'].map((end) => name + end),
    )
    for (const name of names) {
      for (const value of ['zx9990000018', 'zx9990000018\\q', '|zx9990000018|', 'zx9990000018,']) {
        expect(JSON.stringify(parse('Patient', name, value).faults)).not.toContain('9990000018')
      }
    }
  })

  it('never throws, whatever it is given', () => {
    const types = Object.keys(searchParameters)
    const names = types.flatMap((type) => Object.keys(searchParameters[type] ?? {}))
    const pieces = fc.constantFrom(
      ...names,
      '_id',
      '_lastUpdated',
      ':',
      '.',
      ':missing',
      ':not',
      ':Patient',
      ':identifier',
      '..',
      '::',
      'toString',
    )
    const name = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('')),
    )
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('\\', ',', '|', '$', 'gt', '2026-01-05', 'Patient/1', base, '/', '\0', '\uD800', 'true'), {
          maxLength: 8,
        })
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.array(fc.tuple(name, value), { maxLength: 4 }), (type, parameters) => {
        const { where, used, faults, forbidden } = searchQuery(type, parameters, context)
        expect(where.length).toBe(used.length)
        expect(used.length + faults.length + forbidden.length).toBeGreaterThanOrEqual(parameters.length)
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('a control parameter', () => {
  const updated = (descending: boolean) => ({ order: [{ by: 'updated', descending }] })

  it.each<[string, string, object, string]>([
    ['_count', '10', { count: 10 }, '10'],
    ['_count', '5000', { count: 200, isCapped: true }, '200'],
    ['_count', '0', { count: 0, totalOnly: true }, '0'],
    ['_sort', '_lastUpdated', updated(false), '_lastUpdated'],
    ['_sort', '-_lastUpdated', updated(true), '-_lastUpdated'],
    [
      '_sort',
      'status,-_id,-patient',
      {
        order: [
          { by: { key: 'Task.status' }, descending: false },
          { by: 'id', descending: true },
          { by: { key: 'Task.subject' }, descending: true },
        ],
      },
      'status,-_id,-patient',
    ],
    ['_total', 'none', { total: false }, 'none'],
    ['_total', 'estimate', { total: true }, 'accurate'],
    ['_summary', 'count', { totalOnly: true, summary: 'count' }, 'count'],
    ['_summary', 'true', { summary: 'true' }, 'true'],
    ['_summary', 'false', { summary: 'false' }, 'false'],
    ['_elements', 'status,code', { elements: 'status,code' }, 'status,code'],
  ])('reads %s=%s', (name, value, effect, as) => {
    const { control, used, rest, faults } = searchControl([[name, value]], ['Task'])
    const plain = { order: [], count: 50, isCapped: false, total: true, totalOnly: false, summary: null, elements: null }
    expect(control).toEqual({ ...plain, ...effect })
    expect([used, rest, faults]).toEqual([[[name, as]], [], []])
  })

  it.each([
    ['_count', '-1'],
    ['_count', 'ten'],
    ['_count', ''],
    ['_count', '1e3'],
    ['_sort', ''],
    ['_sort', '-'],
    ['_sort', 'colour'],
    ['_sort', 'status,status'],
    ['_sort', 'status,-status'],
    ['_sort', 'patient.name'],
    ['_sort', 'status:desc'],
    ['_sort', 'journey'],
    ['_sort', 'toString'],
    ['_sort', 'status,code,owner,intent,priority,_id'],
    ['_total', 'some'],
    ['_summary', 'all'],
    ['_elements', ''],
  ])('refuses %s=%s', (name, value) => {
    expect(searchControl([[name, value]], ['Task']).faults).toEqual([
      expect.objectContaining({ id: 'control-invalid', expression: `http.${name}` }),
    ])
  })

  it('sorts no composite, and a search of several types only by what each has', () => {
    const faults = (sort: string, ...types: string[]) => searchControl([['_sort', sort]], types).faults.length
    expect(faults('code-value-quantity', 'Observation')).toBe(1)
    expect(faults('identifier', 'Patient', 'Task')).toBe(1)
    expect(faults('-_lastUpdated,_id', 'Patient', 'Task')).toBe(0)
  })

  it('is given once', () => {
    expect(
      searchControl(
        [
          ['_count', '1'],
          ['_count', '2'],
        ],
        ['Task'],
      ),
    ).toMatchObject({ control: { count: 1 }, faults: [{ id: 'control-invalid' }] })
  })

  it('counts when only the total is asked for, even after _total=none', () => {
    expect(
      searchControl(
        [
          ['_total', 'none'],
          ['_summary', 'count'],
        ],
        ['Task'],
      ).control,
    ).toMatchObject({ total: true, totalOnly: true })
  })
})

describe('an include', () => {
  const includes = (name: string, value: string, types = ['Task']) =>
    searchIncludes([[name, value]], types, (type) => type !== 'Encounter' && type !== 'Observation')

  it.each<[string, string, object]>([
    ['_include', 'Task:part-of', { direction: 'forward', source: 'Task', key: 'Task.part-of', targets: ['Task'] }],
    ['_include', 'Task:patient', { key: 'Task.subject', targets: ['Patient'], isWhole: false, iterates: false }],
    ['_include:iterate', 'Patient:organization', { source: 'Patient', targets: ['Organization'], iterates: true }],
    ['_include', 'Task:owner:Organization', { key: 'Task.owner', targets: ['Organization'], isWhole: false }],
    ['_revinclude', 'Task:part-of', { direction: 'reverse', source: 'Task', key: 'Task.part-of' }],
    ['_revinclude', 'Provenance:target', { direction: 'reverse', source: 'Provenance', key: 'Provenance.target' }],
  ])('reads %s=%s', (name, value, row) => {
    const { rows, used, faults, forbidden } = includes(name, value)
    expect(rows).toEqual([expect.objectContaining(row)])
    expect([used, faults, forbidden]).toEqual([[[name, value]], [], []])
  })

  it.each<[string, string, string]>([
    ['_include', '', 'include-invalid'],
    ['_include', 'owner', 'include-invalid'],
    ['_include', 'Task:owner:Organization:x', 'include-invalid'],
    ['_include', 'Task:owner:', 'include-invalid'],
    ['_revinclude', '*', 'include-invalid'],
    ['_include', 'Task:status', 'include-unknown'],
    ['_include', 'Task:colour', 'include-unknown'],
    ['_include', 'Nothing:owner', 'include-unknown'],
    ['_include', 'Task:owner:Encounter', 'include-unknown'],
    ['_include', 'Task:journey', 'include-unknown'],
    ['_include', 'Patient:organization', 'include-elsewhere'],
    ['_revinclude', 'Patient:organization', 'include-elsewhere'],
    ['_include:recurse', 'Task:part-of', 'modifier-unsupported'],
  ])('refuses %s=%s', (name, value, id) => {
    expect(includes(name, value)).toMatchObject({ rows: [], used: [], faults: [{ id, expression: `http.${name}` }] })
  })

  it('names every reference of the type with a star', () => {
    const all = includes('_include', '*').rows.map(({ key }) => key)
    expect(all).toEqual(expect.arrayContaining(['Task.owner', 'Task.subject', 'Task.focus', 'Task.part-of']))
    expect(includes('_include', 'Task:*').rows.map(({ key }) => key)).toEqual(all)
  })

  it.each(['Practitioner', 'CodeSystem', 'ValueSet'])('includes nothing with a star where nothing is referred to: %s', (type) => {
    expect(includes('_include', '*', [type])).toEqual({
      ...{ rows: [], faults: [], forbidden: [], leftOut: [] },
      used: [['_include', '*']],
    })
  })

  it.each(['Person', 'AuditEvent'])('is refused, with a star too, where nothing can come along: %s', (type) => {
    for (const value of ['*', `${type}:*`])
      expect(includes('_include', value, [type])).toMatchObject({ rows: [], used: [], faults: [{ id: 'include-unknown' }] })
  })

  it('brings what a guide is made of with a star', () => {
    expect(includes('_include', '*', ['ImplementationGuide']).rows).not.toEqual([])
  })

  it('is forbidden with a star where the scopes cover none of what is meant', () => {
    const none = searchIncludes([['_include', '*']], ['Task'], () => false)
    expect(none).toMatchObject({ rows: [], used: [], forbidden: [{ id: 'include-forbidden' }] })
  })

  it('needs the scope of what is named, and leaves out the rest of what may be meant', () => {
    expect(includes('_include', 'Task:encounter')).toMatchObject({ rows: [], forbidden: [{ id: 'include-forbidden' }] })
    expect(includes('_revinclude', 'Observation:focus')).toMatchObject({ rows: [], forbidden: [{ id: 'include-forbidden' }] })
    const { rows, leftOut, forbidden } = includes('_include', 'Task:focus')
    expect(rows[0]).toMatchObject({ isWhole: false })
    expect(rows[0]?.targets).not.toContain('Encounter')
    expect([leftOut, forbidden]).toEqual([['Encounter', 'Observation'], []])
  })

  it('stays within a number', () => {
    const many = Array.from({ length: 10 }, () => ['_include', '*'] as const)
    expect(searchIncludes(many, ['Task'], () => true)).toMatchObject({ rows: [], faults: [{ id: 'too-many-includes' }] })
  })
})

describe('limits of a search', () => {
  const most = (parameters: readonly (readonly [string, string])[]) => searchQuery('Patient', parameters, context).faults

  it('refuses more chains than a database should follow', () => {
    const chains = Array.from({ length: 14 }, () => ['general-practitioner.identifier', 'a'] as const)
    expect(most(chains.slice(0, 13))).toEqual([])
    expect(most(chains)).toEqual([expect.objectContaining({ id: 'too-many-chains', expression: 'http' })])
  })

  it('lets a chain branch once or twice, and asks for its types beyond', () => {
    const [fault] = searchQuery('Task', [['focus.subject.identifier', 'a']], context).faults
    expect(fault).toMatchObject({ id: 'chain-ambiguous', expression: 'http.focus.subject.identifier' })
  })
})

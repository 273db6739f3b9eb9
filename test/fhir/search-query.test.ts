// Search parameters as clauses: what each means, and what is refused.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchControl } from '../../gateway/fhir/search-control.ts'
import { searchQuery, type SearchContext } from '../../gateway/fhir/search-query.ts'
import { searchParameters } from '../../gateway/store/search-parameters.ts'
import type { Clause } from '../../gateway/store/store.ts'

const base = 'http://gateway.example/fhir/R4'
const nhsNumber = 'https://fhir.nhs.uk/Id/nhs-number'
const context: SearchContext = { base, mayRead: (type) => type !== 'Encounter' }

const parse = (type: string, name: string, value: string) => searchQuery(type, [[name, value]], context)
const day = { low: '2026-01-05T00:00:00.000000Z', high: '2026-01-05T23:59:59.999999Z' }

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
      { on: 'string', key: 'Patient.family', any: [{ value: 'o,example', how: 'exact' }] },
    ],
    [
      'Patient',
      'family:contains',
      'a,B',
      {
        on: 'string',
        key: 'Patient.family',
        any: [
          { value: 'a', how: 'contains' },
          { value: 'b', how: 'contains' },
        ],
      },
    ],
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
            where: [{ on: 'string', key: 'Organization.name', any: [{ value: 'x', how: 'contains' }] }],
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
    ['Task', '_has:Task:part-of:status', 'x', 'parameter-unsupported'],
    ['Task', '_text', 'x', 'parameter-unsupported'],
    ['Task', '_profile', 'x', 'parameter-unsupported'],
    ['Task', 'status', '', 'value-empty'],
    ['Task', 'status', 'a,,b', 'value-empty'],
    ['Task', 'status', 'a,', 'value-empty'],
    ['Task', 'status', Array(201).fill('a').join(','), 'too-many-values'],
    ['Task', 'status:text', 'x', 'modifier-unsupported'],
    ['Task', 'status:in', 'x', 'modifier-unsupported'],
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
    ['Task', 'patient:missing', 'true', 'modifier-unsupported'],
    ['Task', 'authored-on', 'yesterday', 'prefix-unsupported'],
    ['Task', 'authored-on', '2026-13', 'date-invalid'],
    ['Task', 'authored-on', 'ap2026', 'prefix-unsupported'],
    ['Task', 'authored-on', 'gt', 'date-invalid'],
    ['Task', 'authored-on:exact', '2026', 'modifier-unsupported'],
    ['Task', '_lastUpdated:missing', 'true', 'modifier-unsupported'],
    ['Task', '_lastUpdated', 'x', 'prefix-unsupported'],
    ['Task', '_id:not', '1', 'modifier-unsupported'],
    ['Task', '_id', 'a b', 'id-invalid'],
    ['Task', '_id', 'a'.repeat(65), 'id-invalid'],
    ['Patient', 'family:not', 'x', 'modifier-unsupported'],
    ['Patient', 'family', '\u0301', 'string-invalid'],
    ['Patient', 'family.name', 'x', 'parameter-unsupported'],
    ['Task', 'patient.colour', 'x', 'chain-unsupported'],
    ['Task', 'patient:Group.identifier', 'x', 'chain-unsupported'],
    ['Task', 'focus.status', 'x', 'chain-ambiguous'],
    ['Task', 'patient.', 'x', 'chain-unsupported'],
    ['Task', 'patient.identifier', 'a|b|c', 'token-invalid'],
    ['Task', 'part-of.part-of.part-of.part-of.status', 'x', 'chain-too-long'],
    ['Task', 'patient._lastUpdated', '2026', 'chain-unsupported'],
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
  it.each<[string, string, object, string]>([
    ['_count', '10', { count: 10 }, '10'],
    ['_count', '5000', { count: 200 }, '200'],
    ['_count', '0', { count: 0, totalOnly: true }, '0'],
    ['_sort', '_lastUpdated', { order: 'oldest' }, '_lastUpdated'],
    ['_sort', '-_lastUpdated', { order: 'newest' }, '-_lastUpdated'],
    ['_total', 'none', { total: false }, 'none'],
    ['_total', 'estimate', { total: true }, 'accurate'],
    ['_summary', 'count', { totalOnly: true }, 'count'],
    ['_summary', 'false', {}, 'false'],
  ])('reads %s=%s', (name, value, effect, as) => {
    const { control, used, rest, faults } = searchControl([[name, value]])
    expect(control).toEqual({ order: 'newest', count: 50, total: true, totalOnly: false, ...effect })
    expect([used, rest, faults]).toEqual([[[name, as]], [], []])
  })

  it.each([
    ['_count', '-1'],
    ['_count', 'ten'],
    ['_count', ''],
    ['_count', '1e3'],
    ['_sort', 'status'],
    ['_sort', '_id'],
    ['_sort', '_lastUpdated,status'],
    ['_sort', 'toString'],
    ['_total', 'some'],
    ['_summary', 'true'],
    ['_summary', 'text'],
  ])('refuses %s=%s', (name, value) => {
    expect(searchControl([[name, value]]).faults).toEqual([
      expect.objectContaining({ id: 'control-invalid', expression: `http.${name}` }),
    ])
  })

  it('is given once', () => {
    expect(
      searchControl([
        ['_count', '1'],
        ['_count', '2'],
      ]),
    ).toMatchObject({ control: { count: 1 }, faults: [{ id: 'control-invalid' }] })
  })

  it('counts when only the total is asked for, even after _total=none', () => {
    expect(
      searchControl([
        ['_total', 'none'],
        ['_summary', 'count'],
      ]).control,
    ).toMatchObject({ total: true, totalOnly: true })
  })
})

// Index rows by type of parameter and datatype: what each value is found by, and what it is not.

import { describe, expect, it } from 'vitest'
import { compositeKey, folded, indexRows, joined, unitSuffix } from '../../gateway/store/index-rows.ts'
import { number, quantity } from '../../gateway/store/index-numbers.ts'
import type { Put } from '../../gateway/store/index-values.ts'
import { highest, lowest, sortable } from '../../gateway/store/sortable.ts'
import { parseKeeping } from '../../profiles/decimal.ts'

const base = 'http://gateway.example/fhir/R4'
const system = 'urn:test'

/** `[suffix, value, other]` of a parameter's rows. */
function rowsOf(key: string, elements: Record<string, unknown>): readonly (readonly string[])[] {
  const [resourceType = ''] = key.split('.')
  return indexRows({ ...elements, resourceType }, base)
    .filter((row) => row.key === key || row.key.startsWith(`${key}:`) || row.key.startsWith(`${key}|`))
    .map((row) => [row.key.slice(key.length), row.value, row.other])
}

const concept = (code: string, more: object = {}) => ({ coding: [{ system, code, ...more }] })

describe('a token', () => {
  it.each<[string, string, Record<string, unknown>, readonly (readonly string[])[]]>([
    ['code', 'Patient.gender', { gender: 'female' }, [['', 'female', '']]],
    ['boolean', 'Patient.active', { active: false }, [['', 'false', '']]],
    ['string', 'ValueSet.version', { version: '1.2' }, [['', '1.2', '']]],
    [
      'Coding',
      'Encounter.class',
      { class: { system, code: 'IMP', display: 'Stationär' } },
      [
        ['', 'IMP', system],
        [':text', 'stationar', ''],
      ],
    ],
    [
      'CodeableConcept',
      'Observation.code',
      { code: { coding: [{ system, code: 'a', display: 'One Thing' }, { code: 'b' }], text: 'In Words' } },
      [
        ['', 'a', system],
        [':text', 'one thing', ''],
        ['', 'b', ''],
        [':text', 'in words', ''],
      ],
    ],
    [
      'concept of words',
      'Observation.code',
      { code: { text: 'Words' } },
      [
        ['', '', ''],
        [':text', 'words', ''],
      ],
    ],
    [
      'Identifier',
      'Patient.identifier',
      { identifier: [{ system, value: '7', type: { text: 'Hospital number', coding: [{ system: 'urn:v2', code: 'MR' }] } }] },
      [
        ['', '7', system],
        [':text', 'hospital number', ''],
        [':of-type', 'MR|7', 'urn:v2'],
      ],
    ],
    ['Identifier without a value', 'Patient.identifier', { identifier: [{ system, type: concept('MR') }] }, [['', '', system]]],
    ['ContactPoint', 'Patient.telecom', { telecom: [{ system: 'phone', value: '0', use: 'home' }] }, [['', '0', 'home']]],
    [
      'Identifier next to others',
      'Composition.related-id',
      { relatesTo: [{ targetIdentifier: { system, value: '9' } }] },
      [['', '9', system]],
    ],
  ])('of a %s', (_datatype, key, elements, rows) => {
    expect(rowsOf(key, elements)).toEqual(rows)
  })

  it('of a narrowed element is of that element alone', () => {
    const telecom = [{ system: 'phone', value: '0' }, { system: 'email', value: 'a@example.org' }, { value: 'neither' }]
    expect(rowsOf('Patient.phone', { telecom })).toEqual([['', '0', '']])
    expect(rowsOf('Patient.email', { telecom })).toEqual([['', 'a@example.org', '']])
    expect(rowsOf('Patient.telecom', { telecom })).toHaveLength(3)
  })
})

describe('a reference', () => {
  const url = 'http://hl7.org/fhir/Questionnaire/q'

  it.each<[string, string, Record<string, unknown>, readonly (readonly string[])[]]>([
    ['a Reference', 'Task.focus', { focus: { reference: `${base}/Task/1/_history/2` } }, [['', 'Task/1', '']]],
    [
      'a logical one',
      'Task.owner',
      { owner: { identifier: { system, value: 'HUB1' }, display: 'Hub' } },
      [
        ['', '', ''],
        [':identifier', 'HUB1', system],
      ],
    ],
    ['a contained one', 'Task.focus', { contained: [{ id: 'c' }], focus: { reference: '#c' } }, [['', '', '']]],
    ['a canonical', 'QuestionnaireResponse.questionnaire', { questionnaire: url }, [['', url, '']]],
    [
      'a canonical with version',
      'QuestionnaireResponse.questionnaire',
      { questionnaire: `${url}|2` },
      [
        ['', `${url}|2`, ''],
        ['', url, ''],
      ],
    ],
    [
      'a canonical of ours',
      'QuestionnaireResponse.questionnaire',
      { questionnaire: `${base}/Questionnaire/q` },
      [['', `${base}/Questionnaire/q`, '']],
    ],
    ['a canonical within', 'QuestionnaireResponse.questionnaire', { questionnaire: '#q' }, [['', '', '']]],
    ['a uri', 'CarePlan.instantiates-uri', { instantiatesUri: ['http://example.org/a|b'] }, [['', 'http://example.org/a|b', '']]],
    [
      'the first resource of a Bundle',
      'Bundle.composition',
      { entry: [{ resource: { resourceType: 'Composition', id: 'c' } }, { resource: { resourceType: 'Composition', id: 'd' } }] },
      [['', 'Composition/c', '']],
    ],
    [
      'a Bundle that begins with another type',
      'Bundle.message',
      { entry: [{ resource: { resourceType: 'Composition', id: 'c' } }] },
      [],
    ],
  ])('of %s', (_name, key, elements, rows) => {
    expect(rowsOf(key, elements)).toEqual(rows)
  })

  it.each<[unknown, readonly string[]]>([
    [{ reference: 'Patient/1' }, ['Patient/1']],
    [{ reference: 'https://elsewhere.example/fhir/Patient/1' }, ['https://elsewhere.example/fhir/Patient/1']],
    [{ reference: 'Practitioner/1', type: 'Patient' }, []],
    [{ type: 'Patient', identifier: { value: '1' } }, ['', '1']],
    [{ identifier: { value: '1' } }, []],
    [{ reference: 'urn:uuid:8d1f7c1e-0000-4000-8000-000000000000' }, []],
    ['Patient/1', []],
  ])('to a Patient alone takes %j for %j', (who, values) => {
    expect(rowsOf('AuditEvent.patient', { agent: [{ who }] }).map(([, value]) => value)).toEqual(values)
  })
})

describe('a string', () => {
  const address = { use: 'home', line: ['1 Test Street', 'Upper'], city: 'Examplé', postalCode: 'ZZ99 3VZ', country: 'GB' }

  it('is folded, and kept as it was for :exact', () => {
    expect(rowsOf('Patient.family', { name: [{ family: 'Ünal' }] })).toEqual([['', 'unal', 'Ünal']])
  })

  it.each([
    ['Łukasz', 'lukasz'],
    ['Sørensen', 'sorensen'],
    ['SØRENSEN', 'sorensen'],
    ['Đorđe', 'dorde'],
    ['Ħamrun', 'hamrun'],
    ['Guðrún Þórsdóttir', 'gudrun thorsdottir'],
    ['Ǽsir', 'aesir'],
    ['Œuvrard', 'oeuvrard'],
    ['Strauß', 'strauss'],
    ['STRAUẞ', 'strauss'],
    ['Yıldız', 'yildiz'],
    ['YILDIZ İ', 'yildiz i'],
    ['Ŋorŧ', 'nort'],
    ['ﬁ Ｗｉｄｅ', 'fi wide'],
    ['Οδυσσεύς', 'οδυσσευσ'],
    ['ΟΔΥΣ', 'οδυσ'],
    ['李小龍', '李小龍'],
  ])('%s is asked for as %s is, because no letter counts by its strokes, ligatures or place in a word', (written, asked) => {
    expect([folded(written), folded(asked)]).toEqual([asked, asked])
    expect(folded(folded(written))).toBe(asked)
  })

  it('of an address or a name is each of its parts, and nothing else of it', () => {
    expect(rowsOf('Patient.address', { address: [address] }).map(([, , other]) => other)).toEqual([
      '1 Test Street',
      'Upper',
      'Examplé',
      'ZZ99 3VZ',
      'GB',
    ])
    const name = [{ use: 'official', text: 'Ada May', family: 'Test', given: ['Ada', 'May'], period: { start: '2001' } }]
    expect(rowsOf('Patient.name', { name }).map(([, value]) => value)).toEqual(['ada may', 'test', 'ada', 'may'])
  })

  it('of a long text is its beginning', () => {
    const [row] = rowsOf('DocumentReference.description', { description: 'ä'.repeat(500) })
    expect(row?.[1]).toBe('a'.repeat(120))
    expect(row?.[2]?.length).toBe(192)
  })

  it.each([121, 199, 200, 201, 280, 281, 300, 1_000, 4_000])(
    'of %i characters has each part of 120 whole in one of its pieces',
    (length) => {
      const long = Array.from({ length: 1_000 }, (_, i) => `w${i}`).join(' ')
      const description = long.slice(0, length)
      const pieces = rowsOf('DocumentReference.description', { description: long.slice(0, length) })
        .filter(([suffix]) => suffix === ':contains')
        .map(([, piece = '']) => piece)
      for (let at = 0; at + 120 <= length; at += 1) {
        const part = description.slice(at, at + 120)
        expect(pieces.filter((piece) => piece.includes(part))).not.toEqual([])
      }
      expect(pieces.every((piece) => description.includes(piece) && piece.length <= 200)).toBe(true)
    },
  )

  it('has no pieces where the beginning is all, and no more than fifty however long it is', () => {
    const count = (length: number) =>
      rowsOf('DocumentReference.description', { description: 'x'.repeat(length) }).filter(([suffix]) => suffix === ':contains')
        .length
    expect([count(120), count(121)]).toEqual([0, 1])
    const endless = Array.from({ length: 100_000 }, (_, i) => `w${i}`).join(' ')
    const rows = rowsOf('DocumentReference.description', { description: endless })
    expect(rows).toHaveLength(50)
  })
})

describe('a date', () => {
  const first = (date: string) => `${date}T00:00:00.000000Z`
  const last = (date: string) => `${date}T23:59:59.999999Z`

  it.each<[string, string, Record<string, unknown>, readonly (readonly string[])[]]>([
    ['date', 'Patient.birthdate', { birthDate: '1940-02' }, [['', first('1940-02-01'), last('1940-02-29')]]],
    ['dateTime', 'Task.authored-on', { authoredOn: '2026-01-05' }, [['', first('2026-01-05'), last('2026-01-05')]]],
    [
      'instant',
      'Observation.date',
      { effectiveInstant: '2026-01-05T10:00:00.5Z' },
      [['', '2026-01-05T10:00:00.500000Z', '2026-01-05T10:00:00.599999Z']],
    ],
    ['Period', 'Encounter.date', { period: { end: '2026-01-05' } }, [['', first('0001-01-01'), last('2026-01-05')]]],
    ['empty Period', 'Encounter.date', { period: {} }, []],
    [
      'Timing of events',
      'Observation.date',
      { effectiveTiming: { event: ['2026-01-07', '2026-01-05'] } },
      [['', first('2026-01-05'), last('2026-01-07')]],
    ],
    [
      'Timing with bounds',
      'Observation.date',
      { effectiveTiming: { event: ['2026-01-02'], repeat: { boundsPeriod: { start: '2026-01-03', end: '2026-01-09' } } } },
      [['', first('2026-01-02'), last('2026-01-09')]],
    ],
    ['Timing without either', 'Observation.date', { effectiveTiming: { repeat: { frequency: 1 } } }, []],
  ])('of a %s', (_datatype, key, elements, rows) => {
    expect(rowsOf(key, elements)).toEqual(rows)
  })
})

/** What a reader puts: `[suffix, low, high]`. */
function put(read: (value: unknown, put: Put) => void, value: unknown): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = []
  read(value, (low, high = '', suffix = '') => void rows.push([suffix, low, high]))
  return rows
}

const n = (decimal: string) => sortable(decimal) ?? expect.unreachable(decimal)

describe('a number', () => {
  it.each<[string, readonly (readonly string[])[]]>([
    ['100', [['', n('100'), n('100')]]],
    ['1.50', [['', n('1.5'), n('1.5')]]],
    ['-12345678901234567890.123', [['', n('-12345678901234567890.123'), n('-12345678901234567890.123')]]],
    ['{"low":{"value":1},"high":{"value":2.50}}', [['', n('1'), n('2.5')]]],
    ['{"low":{"value":1}}', [['', n('1'), highest]]],
    ['"100"', []],
    ['null', []],
    ['{}', []],
  ])('of %s', (json, rows) => {
    expect(put(number, parseKeeping(json))).toEqual(rows)
  })
})

describe('a quantity', () => {
  const ucum = 'http://unitsofmeasure.org'

  it.each<[string, readonly (readonly string[])[]]>([
    ['{"value":5.40}', [['', n('5.4'), n('5.4')]]],
    [
      '{"value":5,"unit":"mg"}',
      [
        ['', n('5'), n('5')],
        ['|mg', n('5'), n('5')],
      ],
    ],
    [
      `{"value":5,"unit":"milligram","code":"mg","system":"${ucum}"}`,
      [
        ['', n('5'), n('5')],
        ['|mg', n('5'), n('5')],
        ['|milligram', n('5'), n('5')],
        [`|${ucum}|mg`, n('5'), n('5')],
      ],
    ],
    ['{"value":5,"comparator":"<"}', [['', lowest, n('5')]]],
    ['{"value":5,"comparator":">="}', [['', n('5'), highest]]],
    [
      '{"value":9.99,"currency":"GBP"}',
      [
        ['', n('9.99'), n('9.99')],
        ['|GBP', n('9.99'), n('9.99')],
        ['|urn:iso:std:iso:4217|GBP', n('9.99'), n('9.99')],
      ],
    ],
    [
      '{"low":{"value":1,"unit":"a"},"high":{"value":2}}',
      [
        ['', n('1'), n('2')],
        ['|a', n('1'), n('2')],
      ],
    ],
    [
      '{"high":{"value":2,"unit":"a"}}',
      [
        ['', lowest, n('2')],
        ['|a', lowest, n('2')],
      ],
    ],
    [
      '{"origin":{"value":10,"unit":"mV"},"factor":2,"data":"1 -3 E 4"}',
      [
        ['', n('4'), n('18')],
        ['|mV', n('4'), n('18')],
      ],
    ],
    ['{"origin":{"value":0},"data":"1 L U","lowerLimit":-5}', [['', n('-5'), highest]]],
    ['{"origin":{"value":0},"data":"E E"}', []],
    ['{"unit":"mg"}', []],
    ['{"value":"5"}', []],
    ['5', []],
  ])('of %s', (json, rows) => {
    expect(put(quantity, parseKeeping(json))).toEqual(rows)
  })

  it('stands under its parameter', () => {
    expect(rowsOf('Observation.value-quantity', { valueQuantity: { value: 5, unit: 'mg' } })).toEqual([
      ['', n('5'), n('5')],
      ['|mg', n('5'), n('5')],
    ])
  })
})

describe('a uri', () => {
  const profile = 'https://example.org/StructureDefinition/p'

  it('is kept as it is, a canonical also without its version', () => {
    expect(rowsOf('Task._profile', { meta: { profile: [`${profile}|1.0`] } })).toEqual([
      ['', `${profile}|1.0`, ''],
      ['', profile, ''],
    ])
    expect(rowsOf('Task._source', { meta: { source: 'urn:a|b#c' } })).toEqual([['', 'urn:a|b#c', '']])
    expect(rowsOf('ValueSet.url', { url: 'http://example.org/vs' })).toEqual([['', 'http://example.org/vs', '']])
  })

  it('stands beside the tags and labels of every type', () => {
    const meta = { tag: [{ system, code: 't' }], security: [{ system, code: 'R' }] }
    for (const type of ['Binary', 'Patient', 'AuditEvent']) {
      expect(rowsOf(`${type}._tag`, { meta })).toEqual([['', 't', system]])
      expect(rowsOf(`${type}._security`, { meta })).toEqual([['', 'R', system]])
    }
  })
})

describe('a pair', () => {
  const keysOf = (elements: Record<string, unknown>, code: string) => {
    const key = `Observation.${code}$`
    return indexRows({ ...elements, resourceType: 'Observation' })
      .filter((row) => row.key.startsWith(key))
      .map((row) => [row.key, row.value, row.other])
  }
  const of = (code: string, first: string, unit?: string) => compositeKey(`Observation.${code}`, first, unit)

  it('stands under each way to write its first part', () => {
    expect(
      keysOf({ code: concept('c'), valueCodeableConcept: concept('v', { display: 'Words' }) }, 'code-value-concept'),
    ).toEqual([
      [of('code-value-concept', 'c'), 'v', system],
      [of('code-value-concept', joined(system, 'c')), 'v', system],
    ])
    expect(keysOf({ code: { coding: [{ code: 'c' }] }, valueString: 'Ä' }, 'code-value-string')).toEqual([
      [of('code-value-string', 'c'), 'a', 'Ä'],
      [of('code-value-string', '|c'), 'a', 'Ä'],
    ])
  })

  it('with a quantity stands under each form of the unit too', () => {
    const rows = keysOf({ code: { coding: [{ code: 'c' }] }, valueQuantity: { value: 5, unit: 'mg' } }, 'code-value-quantity')
    expect(rows).toEqual([
      [of('code-value-quantity', 'c'), n('5'), n('5')],
      [of('code-value-quantity', 'c', '|mg'), n('5'), n('5')],
      [of('code-value-quantity', '|c'), n('5'), n('5')],
      [of('code-value-quantity', '|c', '|mg'), n('5'), n('5')],
    ])
  })

  it('is of one component, never of one and its neighbour', () => {
    const component = [
      { code: { coding: [{ code: 'a' }] }, valueCodeableConcept: { coding: [{ code: '1' }] } },
      { code: { coding: [{ code: 'b' }] }, valueCodeableConcept: { coding: [{ code: '2' }] } },
    ]
    const rows = keysOf({ component }, 'component-code-value-concept')
    expect(rows.map(([key, value]) => [key, value])).toEqual(
      [
        ['a', '1'],
        ['|a', '1'],
        ['b', '2'],
        ['|b', '2'],
      ].map(([first = '', value]) => [of('component-code-value-concept', first), value]),
    )
    const combined = keysOf(
      { component, code: { coding: [{ code: 'c' }] }, valueCodeableConcept: concept('3') },
      'combo-code-value-concept',
    )
    expect(combined).toHaveLength(6)
  })

  it('that lacks a part is none', () => {
    expect(keysOf({ code: { text: 'words' }, valueCodeableConcept: concept('v') }, 'code-value-concept')).toEqual([])
    expect(keysOf({ code: concept('c') }, 'code-value-concept')).toEqual([])
  })

  it('of endless lists has an end', () => {
    const coding = Array.from({ length: 3_000 }, (_, i) => ({ system, code: String(i) }))
    const rows = keysOf({ code: { coding }, valueCodeableConcept: { coding } }, 'code-value-concept')
    expect(rows).toHaveLength(5_000)
  })

  it('may begin with a reference', () => {
    const relatesTo = [{ code: 'replaces', target: { reference: 'DocumentReference/1' } }]
    expect(indexRows({ resourceType: 'DocumentReference', relatesTo })).toContainEqual({
      key: compositeKey('DocumentReference.relationship', 'DocumentReference/1'),
      value: 'replaces',
      other: '',
    })
  })

  it('has a key that an index takes, and that no other first part has', () => {
    const long = 'x'.repeat(5_000)
    expect(of('code-value-concept', long).length).toBeLessThanOrEqual(200)
    expect(of('code-value-concept', `${long}1`)).not.toBe(of('code-value-concept', `${long}2`))
    expect(of('p', 'a', '|b')).not.toBe(of('p', 'a|b'))
    expect(joined('a|b', 'c')).not.toBe(joined('a', 'b|c'))
    expect(joined('a\\', 'c')).not.toBe(joined('a\\|c'))
    expect(of('p', joined('a$|x'), unitSuffix('y'))).not.toBe(of('p', joined('a'), unitSuffix('x$|y')))
  })
})

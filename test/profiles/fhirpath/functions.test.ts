// FHIRPath's operators and functions, one row each: expression and the values that it gives.

import { expect, it } from 'vitest'
import { evaluate, holds } from './schema.ts'

const patient = {
  resourceType: 'Patient',
  id: 'p1',
  active: true,
  birthDate: '1980-02-03',
  _birthDate: { extension: [{ url: 'http://example.org/time', valueDateTime: '1980-02-03T10:00:00Z' }] },
  name: [
    { use: 'official', family: 'Example', given: ['Ann', 'Bea'] },
    {
      use: 'usual',
      given: ['Annie', null],
      _given: [null, { extension: [{ url: 'http://example.org/why', valueCode: 'unknown' }] }],
    },
  ],
  telecom: [
    { system: 'phone', value: '01', rank: 1 },
    { system: 'email', value: 'a@example.org', rank: 3 },
  ],
  multipleBirthInteger: 2,
  contained: [{ resourceType: 'Organization', id: 'o1', name: 'Example Trust' }],
  managingOrganization: { reference: '#o1' },
}

const rows: readonly (readonly [string, readonly unknown[]])[] = [
  // paths
  ['name.given', ['Ann', 'Bea', 'Annie']],
  ['Patient.name.family', ['Example']],
  ['Observation.value', []],
  ['multipleBirth', [2]],
  ['multipleBirth.ofType(integer)', [2]],
  ['multipleBirth.ofType(boolean)', []],
  ['name[1].given', ['Annie']],
  ['name.given[1]', ['Bea']],
  ['name.given[9]', []],
  ['birthDate.extension.value', ['1980-02-03T10:00:00Z']],
  ["birthDate.extension('http://example.org/time').exists()", [true]],
  ["birthDate.extension('http://example.org/other').exists()", [false]],
  ["name.given.extension('http://example.org/why').value", ['unknown']],
  ['%resource.id', ['p1']],
  ['%context.id | %rootResource.id', ['p1']],
  ['%ucum', ['http://unitsofmeasure.org']],
  ['%`vs-x`', ['http://hl7.org/fhir/ValueSet/x']],
  ['%`ext-y`', ['http://hl7.org/fhir/StructureDefinition/y']],
  ['managingOrganization.resolve().name', ['Example Trust']],
  ['managingOrganization.resolve() is Organization', [true]],
  ['managingOrganization.where(resolve() is Patient).exists()', [false]],
  ['contained.name', ['Example Trust']],
  ['contained.ofType(Organization).name', ['Example Trust']],
  ['contained.first().is(Patient)', [false]],
  // existence
  ['name.exists()', [true]],
  ["name.exists(use = 'usual')", [true]],
  ["name.where(use = 'nickname').empty()", [true]],
  ['name.given.count()', [4]],
  ['telecom.count()', [2]],
  ['photo.count()', [0]],
  ['name.given.where(hasValue()).count()', [3]],
  ['birthDate.hasValue()', [true]],
  ['birthDate.getValue()', ['1980-02-03']],
  ['name.hasValue()', [false]],
  ['telecom.all(rank > 0)', [true]],
  ['telecom.all(rank > 1)', [false]],
  ["telecom.select(system = 'phone').anyTrue()", [true]],
  ["telecom.select(system = 'phone').allTrue()", [false]],
  ["telecom.select(system = 'fax').allFalse()", [true]],
  ["telecom.select(system = 'phone').anyFalse()", [true]],
  ["('a' | 'b').subsetOf('a' | 'b' | 'c')", [true]],
  ["('a' | 'b').supersetOf('a' | 'c')", [false]],
  ['telecom.select(system).isDistinct()', [true]],
  ["('a'.combine('a')).isDistinct()", [false]],
  ["'a'.combine('a').distinct()", ['a']],
  // filtering and projection
  ['telecom.where($index = 1).system', ['email']],
  ['telecom.select(rank + $index)', [1, 4]],
  ['telecom.rank.aggregate($this + $total, 0)', [4]],
  ['(1 | 2 | 3).where($this > 1)', [2, 3]],
  ['name.repeat(given)', ['Ann', 'Bea', 'Annie']],
  ['telecom.rank.repeat(iif($this < 5, $this + 1))', [2, 4, 3, 5]],
  // subsetting and combining
  ['name.given.first()', ['Ann']],
  ['name.given.where(hasValue()).last()', ['Annie']],
  ['name.given.where(hasValue()).tail()', ['Bea', 'Annie']],
  ['name.given.skip(1).take(1)', ['Bea']],
  ['active.single()', [true]],
  ['(1 | 2).intersect(2 | 3)', [2]],
  ['(1 | 2 | 3).exclude(2)', [1, 3]],
  ['(1 | 1 | 2)', [1, 2]],
  ['(1).union(1 | 2)', [1, 2]],
  // choosing and types
  ["iif(active, 'yes', 'no')", ['yes']],
  ["iif(active.not(), 'yes')", []],
  ['active is boolean', [true]],
  ['active is Boolean', [false]],
  ['active is System.Boolean', [false]],
  ['active is FHIR.boolean', [true]],
  ["'x' is String", [true]],
  ['$this is DomainResource', [true]],
  ['$this is Patient', [true]],
  ['birthDate as date', ['1980-02-03']],
  ['1.type().name', ['Integer']],
  ['active.type().namespace', ['FHIR']],
  // strings
  ["'abc'.startsWith('ab')", [true]],
  ["'abc'.endsWith('ab')", [false]],
  ["'abc'.contains('b')", [true]],
  ["{}.contains('b')", []],
  ["'abc'.indexOf('c')", [2]],
  ["'abc'.substring(1)", ['bc']],
  ["'abc'.substring(1, 1)", ['b']],
  ["'abc'.substring(9)", []],
  ["'abc'.length()", [3]],
  ["'aBc'.upper() & 'aBc'.lower()", ['ABCabc']],
  ["'a-b-c'.replace('-', '$&')", ['a$&b$&c']],
  ["'abc'.matches('^[a-c]+$')", [true]],
  ["'xabcx'.matches('abc')", [true]],
  ["'xabcx'.matchesFull('abc')", [false]],
  ["'a.b'.replaceMatches('\\\\..*', '')", ['a']],
  ["'abc'.toChars()", ['a', 'b', 'c']],
  ["'a,b'.split(',')", ['a', 'b']],
  ["('a' | 'b').join('-')", ['a-b']],
  ["' a '.trim()", ['a']],
  ["'ab'.encode('hex')", ['6162']],
  ["'a?>'.encode('base64') & 'a?>'.encode('urlbase64')", ['YT8+YT8-']],
  ["'YWI='.decode('base64')", ['ab']],
  ["'YW I='.decode('base64')", []],
  ["'ff'.decode('hex')", []],
  ["'&lt;'.unescape('html')", ['<']],
  ["'a\"b'.escape('json').unescape('json')", ['a"b']],
  ["'<a>'.escape('html')", ['&lt;a&gt;']],
  ["'\\'\\u0041\\n'", ["'A\n"]],
  // numbers
  ['0.1 + 0.2', [0.3]],
  ['7 div 2', [3]],
  ['-7 mod 3', [-1]],
  ['1 / 0', []],
  ['5 / 2', [2.5]],
  ['2 * 3 + 1', [7]],
  ['1 + {}', []],
  ["'a' + 'b'", ['ab']],
  ["'a' & {}", ['a']],
  ["'a' + {}", []],
  ['(-5).abs()', [5]],
  ['1.5.ceiling()', [2]],
  ['(-1.5).floor()', [-2]],
  ['3.14159.round(2)', [3.14]],
  ['16.sqrt()', [4]],
  ['2.power(3)', [8]],
  ['(-1).sqrt()', []],
  ['1.9.truncate()', [1]],
  ['8.log(2).round(1)', [3]],
  // conversions
  ["'1'.toInteger()", [1]],
  ["'1.5'.toInteger()", []],
  ["'1.5'.toDecimal()", [1.5]],
  ["'yes'.toBoolean()", [true]],
  ['1.toString()', ['1']],
  ["'2020-01-02'.toDate()", ['2020-01-02']],
  ["'2020-13'.toDate()", []],
  ["'10:30'.toTime()", ['10:30']],
  ["'x'.convertsToInteger()", [false]],
  ["'4 days'.convertsToQuantity()", [true]],
  ["(4 'g').toString()", ["4 'g'"]],
  // equality and order
  ["'a' = 'a'", [true]],
  ["'a' = {}", []],
  ['1 = 1.0', [true]],
  ["'a' ~ 'A'", [true]],
  ['{} ~ {}', [true]],
  ['(1 | 2) = (1 | 2)', [true]],
  ['(1 | 2) = (2 | 1)', [false]],
  ['(1 | 2) = (1 | 2 | 3)', [false]],
  ['1 < 1', [false]],
  ['1 > 1', [false]],
  ['id < id', [false]],
  ['id <= id', [true]],
  ['birthDate > birthDate', [false]],
  ["1 'g' < 1 'g'", [false]],
  ['(1 | 2) ~ (2 | 1)', [true]],
  ["1000 'mg' = 1 'g'", [true]],
  ["1 'g' = 1 'm'", []],
  ["2 'g' > 1500 'mg'", [true]],
  ["'a' < 'b'", [true]],
  ['1 in (1 | 2)', [true]],
  ["{} in ('a')", []],
  ["('a' | 'b') contains 'b'", [true]],
  ['@2020-01-02 < @2020-01-03', [true]],
  ['@2020-01 < @2020-01-03', []],
  ['@2020-01-31 + 1 month', ['2020-02-29']],
  ['@2020-01-01T10:00:00Z - 1 hour', ['2020-01-01T09:00:00Z']],
  ['@T23:30:00 + 1 hour', ['00:30:00']],
  ['today() = @2026-11-22', [true]],
  ['now() > @2026-11-22T00:00:00Z', [true]],
  // logic
  ['true and {}', []],
  ['false and {}', [false]],
  ['true or {}', [true]],
  ['false implies {}', [true]],
  ['true xor {}', []],
  ['active.not()', [false]],
  ['{}.not()', []],
  ['id and true', [true]],
]

it.each(rows)('gives for %s: %j', (expression, expected) => {
  expect(evaluate(expression, 'Patient', patient, { now: '2026-11-22T12:00:00Z' })).toEqual(expected)
})

it('asks the surroundings for what only they know', () => {
  const world = { memberOf: () => true, conformsTo: () => false, htmlChecks: () => false, subsumes: () => true }
  expect(holds("code.memberOf('http://example.org/vs')", 'Coding', { code: 'a' }, world)).toBe(true)
  expect(holds("conformsTo('http://example.org/profile')", 'Coding', { code: 'a' }, world)).toBe(false)
  expect(holds('htmlChecks()', 'xhtml', '<div/>', world)).toBe(false)
  expect(evaluate("code.memberOf('http://example.org/vs')", 'Coding', { code: 'a' })).toEqual([])
  expect(evaluate('%other + 1', 'Coding', {}, { variables: { other: 2 } })).toEqual([3])
})

it('counts the sibling of a primitive as existing, though it has no value', () => {
  const extra = { extension: [{ url: 'http://example.org/why', valueCode: 'unknown' }] }
  expect(holds('$this.exists()', 'string', undefined, { extra })).toBe(true)
  expect(holds('hasValue()', 'string', undefined, { extra })).toBe(false)
  expect(holds('extension.exists()', 'string', undefined, { extra })).toBe(true)
  expect(holds('birthDate.exists() and birthDate.hasValue().not()', 'Patient', { _birthDate: extra })).toBe(true)
  expect(holds('value.exists()', 'Extension', { _valueDateTime: extra })).toBe(true)
  expect(holds('deceased.exists()', 'Patient', { _deceasedBoolean: extra })).toBe(true)
  expect(evaluate('given.count()', 'HumanName', { given: ['a', null, null], _given: [null, extra, null] })).toEqual([2])
  expect(evaluate('given.count()', 'HumanName', { _given: [null, extra] })).toEqual([1])
  expect(evaluate('children().count()', 'Patient', { active: true, _active: extra, _birthDate: extra })).toEqual([2])
  expect(evaluate('descendants().count()', 'Patient', { _birthDate: extra })).toEqual([4])
})

it('takes decimals that kept their text for numbers', () => {
  const value = JSON.rawJSON('1.50')
  expect(holds('value > 1 and value < 2 and value = 1.5', 'Quantity', { value })).toBe(true)
  expect(evaluate('value.toString()', 'Quantity', { value })).toEqual(['1.50'])
  expect(holds('low <= high', 'Range', { low: { value }, high: { value: JSON.rawJSON('1.500') } })).toBe(true)
  expect(evaluate('value + 1', 'Quantity', { value })).toEqual([2.5])
})

// Decimals keep their text: what is carried as text, what stays a plain number, and what nobody can forge.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyOf, digitsOf, isExactDecimal, numberOf, parseKeeping } from '../../profiles/decimal.ts'
import { maxKeptDecimals, readJson } from '../../profiles/json.ts'
import { ownValidator } from '../../profiles/own-validator.ts'

const limits = { bytes: 20 * 1024 * 1024, depth: 64 }
const read = (text: string) => readJson(new TextEncoder().encode(text), limits)
const valueOf = (text: string): unknown => {
  const found = read(text)
  if ('fault' in found) throw new Error(found.fault.id)
  return found.value
}

/** What both passes of the validator say; they must agree. */
const judged = (text: string): readonly string[] => {
  const value = valueOf(text)
  const errors = ownValidator()
    .validate(value)
    .filter(({ severity }) => severity === 'error')
  expect(ownValidator().isValid(value)).toBe(errors.length === 0)
  return errors.map(({ id, expression }) => `${id} ${expression}`)
}
const parameter = (name: string, value: string): string =>
  `{"resourceType":"Parameters","parameter":[{"name":"x","${name}":${value}}]}`

const keptTexts = [
  '1.50',
  '0.10',
  '0.0',
  '1.0',
  '-0',
  '-0.0',
  '1E2',
  '1e0',
  '1.0e-3',
  '1e21',
  '0.0000001',
  '-1.00E+02',
  '12345678901234567890',
  '9007199254740993',
  '3.14159265358979323846264338327950288',
  '1e400',
  '-1e400',
  '1e-400',
  '1'.repeat(400),
  `0.${'3'.repeat(400)}`,
]

const plainTexts = ['0', '1', '-1', '1.5', '-0.5', '72.5', '9007199254740991', '1e+21', '1e-7', '0.1', '1.7976931348623157e+308']

describe('a decimal', () => {
  it.each(keptTexts)('keeps its text: %s', (text) => {
    for (const parse of [valueOf, parseKeeping]) {
      const found = parse(`{"value":[${text},"${text}"]}`) as { value: unknown[] }
      expect(isExactDecimal(found.value[0])).toBe(true)
      expect(JSON.stringify(found)).toBe(`{"value":[${text},"${text}"]}`)
      expect(numberOf(found.value[0])).toBe(Number(text))
    }
  })

  it.each(plainTexts)('stays a plain number where that says the same: %s', (text) => {
    expect([valueOf(text), parseKeeping(`[${text}]`)]).toEqual([Number(text), [Number(text)]])
    expect([typeof valueOf(text), isExactDecimal(valueOf(text))]).toEqual(['number', false])
  })

  it('gives its digits as they were sent, and the nearest double', () => {
    const found = parseKeeping(' 1.50 ')
    expect(isExactDecimal(found) && digitsOf(found)).toBe('1.50')
    expect([numberOf(found), numberOf(2), numberOf('1.50'), numberOf({ rawJSON: '1.50' }), numberOf(null)]).toEqual([
      1.5,
      2,
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('reading JSON with decimals', () => {
  const number = fc.oneof(
    fc.constantFrom(...keptTexts, ...plainTexts),
    fc
      .tuple(fc.constantFrom('', '-'), fc.nat(99), fc.stringMatching(/^[0-9]{0,20}$/), fc.constantFrom('', 'e2', 'E-3', 'e+0'))
      .map(([sign, whole, fraction, exponent]) => `${sign}${whole}${fraction && `.${fraction}`}${exponent}`),
  )
  const text = fc
    .oneof(fc.string(), fc.constantFrom('1.50', ',1.50,', '\\', '"', '\\"1.0', '[1e999,0]', ':-0,'))
    .map((one) => JSON.stringify(one))
  /** JSON as text, without spaces; keys begin with a letter, since JavaScript moves numbers to the front. */
  const json = fc.letrec<{ any: string }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 5 },
      number,
      text,
      fc.constantFrom('true', 'false', 'null'),
      fc.array(tie('any'), { maxLength: 4 }).map((items) => `[${items.join()}]`),
      fc
        .uniqueArray(fc.tuple(fc.constantFrom('a', 'b 1.0', 'c":1.0', 'd\\', 'rawJSON'), tie('any')), {
          maxLength: 4,
          selector: ([key]) => key,
        })
        .map((members) => `{${members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join()}}`),
    ),
  })).any
  const asNumbers = (value: unknown): unknown => {
    if (isExactDecimal(value)) return Number(digitsOf(value))
    if (Array.isArray(value)) return value.map(asNumbers)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asNumbers(inner)]))
  }

  it('loses no digit, and reads every value as JSON.parse does', () => {
    fc.assert(
      fc.property(json, (sent) => {
        const found = parseKeeping(sent)
        expect(JSON.stringify(found)).toBe(normal(sent))
        expect(asNumbers(found)).toEqual(JSON.parse(sent))
        expect(JSON.stringify(valueOf(sent))).toBe(normal(sent))
      }),
      { numRuns: 1000 },
    )
  })

  /** Escapes as JSON.stringify writes them; everything outside strings as it is. */
  const normal = (sent: string): string => sent.replaceAll(/"(?:[^"\\]|\\.)*"/g, (one) => JSON.stringify(JSON.parse(one)))

  it('is refused where JSON.parse refuses it', () => {
    const mark = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '\\',
      ' ',
      '1.0',
      '-',
      '.',
      'e',
      '+',
      '0',
      '01',
      '"a"',
      'true',
    )
    const isRefused = (parse: () => unknown): boolean => {
      try {
        parse()
        return false
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxError)
        return true
      }
    }
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 8 }), (marks) => {
        const sent = marks.join('')
        expect(isRefused(() => parseKeeping(sent))).toBe(isRefused(() => JSON.parse(sent)))
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    '{"rawJSON":"1.50"}',
    '{"value":{"rawJSON":"1.50"},"other":1.50}',
    '[[1e999,0],1.50]',
    '[[1e999,2],[[1e999,0]],1.0]',
    '["[1e999,0]",1.0]',
  ])('cannot be deceived: %s stays what it is', (sent) => {
    const found = parseKeeping(sent)
    expect(JSON.stringify(found)).toBe(sent)
    const { value, rawJSON } = found as { value?: unknown; rawJSON?: unknown }
    expect([isExactDecimal(value), isExactDecimal(rawJSON), isExactDecimal(found)]).toEqual([false, false, false])
  })

  it('changes no prototype', () => {
    const found = parseKeeping('{"__proto__":1.50,"a":{"__proto__":{"b":2.0}}}')
    expect(Object.getPrototypeOf(found)).toBe(Object.prototype)
    expect(JSON.stringify(found)).toBe('{"__proto__":1.50,"a":{"__proto__":{"b":2.0}}}')
    expect(JSON.stringify(copyOf(found))).toBe('{"__proto__":1.50,"a":{"__proto__":{"b":2.0}}}')
    expect(Object.getPrototypeOf(copyOf(found))).toBe(Object.prototype)
  })

  it(`takes ${maxKeptDecimals} of them, and says where there is one too many`, () => {
    const list = (count: number): string => `[${Array.from({ length: count }, () => '1.0').join()}]`
    expect(JSON.stringify(valueOf(list(maxKeptDecimals)))).toBe(list(maxKeptDecimals))
    expect(read(list(maxKeptDecimals + 1))).toEqual({
      fault: {
        id: 'json-too-many-decimals',
        text: 'has more than 100000 numbers whose digits are kept as text',
        line: 1,
        column: 2 + 4 * maxKeptDecimals,
      },
    })
  })

  it('says where a fault is, as if there were no decimals', () => {
    const [before, fault] = ['{"a":1.50,', '"b":"\u0001"}']
    expect(read(before + fault)).toMatchObject({ fault: { id: 'json-invalid', column: before.length + 6 } })
    expect(read(`{"a":1.5,${fault}`)).toMatchObject({ fault: { id: 'json-invalid', column: '{"a":1.5,'.length + 6 } })
  })

  it('takes millions of digits, and never throws', () => {
    const sent = `[1.${'3'.repeat(4_000_000)}]`
    expect(JSON.stringify(valueOf(sent)) === sent).toBe(true)
    const zeros = `0.${'0'.repeat(4_000_000)}`
    for (const [digits, faults] of [
      [zeros, []],
      [`${zeros}1`, ['number-invalid Parameters.parameter[0].value']],
    ] as const)
      expect(judged(parameter('valueDecimal', digits))).toEqual(faults)
  })
})

describe('a copy', () => {
  it('is equal, shares nothing that can change, and keeps decimals', () => {
    const sent = '{"a":[1.50,{"b":null,"c":[]}],"d":{"e":-0},"f":"g","h":true}'
    const value = parseKeeping(sent) as { a: unknown[]; d: object }
    const copy = copyOf(value)
    expect(JSON.stringify(copy)).toBe(sent)
    expect(copy).toEqual(value)
    copy.a.push(1)
    Object.assign(copy.d, { e: 1 })
    expect(JSON.stringify(value)).toBe(sent)
    expect(copy.a[1]).not.toBe(value.a[1])
  })

  it('keeps an element that is undefined, as structuredClone does', () => {
    expect(Object.keys(copyOf({ a: undefined, b: [undefined] }))).toEqual(['a', 'b'])
  })

  it('of what only looks like a decimal is an object', () => {
    const forged = { rawJSON: '1.50' }
    expect([copyOf(forged), copyOf(forged) === forged, isExactDecimal(copyOf(forged))]).toEqual([forged, false, false])
  })
})

describe('the validator', () => {
  const observation = (value: string): string => `{"resourceType":"Observation","status":"final","code":{"text":"x"},${value}}`

  it.each(['1.50', '1E2', '1.0e-3', '-0.0', '0.10', '-0', '12345678901234567890', `0.${'3'.repeat(400)}`, '0e5', '0.000e-999'])(
    'takes %s for a decimal',
    (digits) => {
      expect(judged(observation(`"valueQuantity":{"value":${digits}}`))).toEqual([])
      expect(judged(parameter('valueDecimal', digits))).toEqual([])
    },
  )

  it.each(['1e400', '-1e400', '1'.repeat(400), '1e-400', '-0.001e-399'])('refuses %s, which no reader could hold', (digits) => {
    expect(judged(parameter('valueDecimal', digits))).toEqual(['number-invalid Parameters.parameter[0].value'])
  })

  it.each(['1.0', '1e0', '1E2', '-0', '2.50', '12345678901234567890'])('takes %s for no whole number', (digits) => {
    for (const name of ['valueInteger', 'valuePositiveInt', 'valueUnsignedInt'])
      expect(judged(parameter(name, digits))).toEqual(['number-invalid Parameters.parameter[0].value'])
  })

  it('takes a decimal for no text, no truth and no object', () => {
    expect(judged(parameter('valueString', '1.50'))).toEqual(['wrong-type Parameters.parameter[0].value'])
    expect(judged(parameter('valueBoolean', '1.50'))).toEqual(['wrong-type Parameters.parameter[0].value'])
    expect(judged(observation('"valueQuantity":1.50'))).toEqual(['wrong-type Observation.value'])
    expect(judged(observation('"subject":1.50'))).toEqual(['wrong-type Observation.subject'])
    expect(judged(observation('"note":[1.50]'))).toEqual(['wrong-type Observation.note[0]'])
    expect(judged(observation('"_status":1.50'))).toEqual(['wrong-type Observation.status'])
    expect(judged(observation('"contained":[1.50]'))[0]).toBe('wrong-type Observation.contained[0]')
    expect(judged('1.50')).toEqual(['wrong-type Resource'])
  })

  it('takes an object that looks like a decimal for no decimal', () => {
    expect(judged(observation('"valueQuantity":{"value":{"rawJSON":"1.50"}}'))).toEqual(['wrong-type Observation.value.value'])
    expect(judged(observation('"valueQuantity":{"rawJSON":"1.50"}'))).toEqual(
      ['unknown-element Observation.value'].map((one) => `${one}.rawJSON`),
    )
  })

  const ucum = '"system":"http://unitsofmeasure.org"'
  const range = (low: string, high: string): string =>
    observation(`"valueRange":{"low":{"value":${low}},"high":{"value":${high}}}`)
  const repeat = (name: string, value: string): string =>
    parameter('valueTiming', `{"repeat":{"${name}":${value},"${name}Unit":"d"}}`)
  it.each([
    [range('1.50', '2'), true],
    [range('2.50', '2.0'), false],
    [range('2.50', '1E2'), true],
    [repeat('duration', '1.0'), true],
    [repeat('duration', '-1.0'), false],
    [repeat('period', '-2.0'), false],
    [parameter('valueAge', `{"value":1.0,"code":"a",${ucum}}`), true],
    [parameter('valueAge', `{"value":0.0,"code":"a",${ucum}}`), false],
    [parameter('valueCount', `{"value":2,"code":"1",${ucum}}`), true],
    [parameter('valueCount', `{"value":2.0,"code":"1",${ucum}}`), false],
    [parameter('valueCount', `{"value":1.50,"code":"1",${ucum}}`), false],
  ])('holds the invariants of amounts to it: %s', (text, isRight) => {
    expect(judged(text).some((fault) => fault.startsWith('invariant'))).toBe(!isRight)
  })
})

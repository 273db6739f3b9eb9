// Reading JSON from strangers: what is refused, where the fault is said to be, and how soon.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type JsonFault, readJson } from '../../profiles/json.ts'

const limits = { bytes: 20 * 1024 * 1024, depth: 64 }
const bytes = (text: string) => new TextEncoder().encode(text)
/** What it counted on the way left out. */
const read = (text: string) => {
  const result = readJson(bytes(text), limits)
  return 'fault' in result ? result : { value: result.value }
}
const faultOf = (input: Uint8Array | string, within = limits): JsonFault | undefined => {
  const result = readJson(typeof input === 'string' ? bytes(input) : input, within)
  return 'fault' in result ? result.fault : undefined
}
const briefly = (fault: JsonFault | undefined) => fault && `${fault.id} ${fault.line}:${fault.column}`

function timed<T>(run: () => T): readonly [T, number] {
  const started = performance.now()
  const result = run()
  return [result, performance.now() - started]
}

describe('JSON from a stranger', () => {
  it('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), fc.constantFrom(undefined, 1, '\t'), (text, indent) => {
        fc.pre(!text.includes('__proto__'))
        const printed = JSON.stringify(JSON.parse(text), null, indent)
        expect(read(printed)).toEqual({ value: JSON.parse(printed) as unknown })
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['{"a":[1,2,3],"b":[[],[1,2,3,4]]}', 4],
    ['[1,[2],"[,,,,]"]', 3],
    ['{"a":"[1,2]"}', 0],
    // Where a number keeps its text nothing is counted.
    ['[1.50,2]', undefined],
  ])('has its longest list counted on the way: %s', (text, longest) => {
    const result = readJson(bytes(text), limits)
    expect('value' in result && result.longest).toBe(longest)
  })

  it('is refused exactly where JSON.parse refuses it', () => {
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
      '\n',
      'true',
      'null',
      '1',
      '-',
      '.',
      'e',
      '0',
      '"a"',
      '"b"',
      '\\u0061',
      'é',
      '\t',
    )
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), (marks) => {
        const text = marks.join('')
        const fault = faultOf(text)
        // A key that stands twice is ours alone to refuse.
        if (fault?.id === 'json-duplicate-key') return
        expect(fault === undefined).toBe(isJson(text))
      }),
      { numRuns: 20_000 },
    )
  })

  it.each([
    ['', 'json-invalid 1:1'],
    [' \n ', 'json-invalid 2:2'],
    ['{', 'json-invalid 1:2'],
    ['{"a":1,}', 'json-invalid 1:8'],
    ['[1,]', 'json-invalid 1:4'],
    ['[1 2]', 'json-invalid 1:4'],
    ['{"a" 1}', 'json-invalid 1:6'],
    ['{a:1}', 'json-invalid 1:2'],
    ["{'a':1}", 'json-invalid 1:2'],
    ['[}', 'json-invalid 1:2'],
    ['[1:2]', 'json-invalid 1:3'],
    ['{]', 'json-invalid 1:2'],
    ['[]]', 'json-invalid 1:3'],
    ['{} {}', 'json-invalid 1:4'],
    ['01', 'json-invalid 1:2'],
    ['1.', 'json-invalid 1:2'],
    ['+1', 'json-invalid 1:1'],
    ['NaN', 'json-invalid 1:1'],
    ['nul', 'json-invalid 1:1'],
    ['"abc', 'json-invalid 1:1'],
    ['"abc\\"', 'json-invalid 1:1'],
    ['{"a":1} // note', 'json-invalid 1:9'],
    ['{\n  "a": "x\ty"\n}', 'json-invalid 2:10'],
    ['{"a":\n"\\x"}', 'json-invalid 2:3'],
    ['{"\\x":1}', 'json-invalid 1:2'],
    ['<Patient/>', 'json-invalid 1:1'],
  ])('is refused with its place: %j', (text, expected) => {
    expect(briefly(faultOf(text))).toBe(expected)
  })

  it.each([
    ['[,1]', 'expected value or ] here'],
    ['[1:2]', 'expected , or end here'],
    ['{"a",1}', 'expected : here'],
    ['1,2', 'expected nothing more here'],
  ])('is told what was expected: %s', (text, words) => {
    expect(faultOf(text)?.text).toBe(words)
  })

  it.each([
    ['{"a":1,"a":2}', 'json-duplicate-key 1:8'],
    ['{"a":1,\n "\\u0061":2}', 'json-duplicate-key 2:2'],
    ['{"x":[{"a":1,"b":2,"a":3}]}', 'json-duplicate-key 1:20'],
    [`{${Array.from({ length: 20 }, (_, i) => `"k${i}":1`).join(',')},"k3":1}`, 'json-duplicate-key 1:152'],
    ['{"\\"":1,"\\u0022":1}', 'json-duplicate-key 1:9'],
  ])('is refused when a key stands twice: %s', (text, expected) => {
    expect(briefly(faultOf(text))).toBe(expected)
  })

  it.each([
    '{"a":{"a":{"a":1}}}',
    '[{"a":1},{"a":1}]',
    '{"a":"a","b":"a"}',
    '{"a":["a","a"]}',
    '{"a":{"b":1},"b":{"b":1}}',
    '{"A":1,"a":1}',
  ])('may have one key in several objects: %s', (text) => {
    expect(read(text)).toEqual({ value: JSON.parse(text) as unknown })
  })

  it.each(['{"__proto__":{"polluted":1}}', '{"a":{"__proto__":null}}', '{"\\u005f_proto__":1}'])(
    'cannot name the prototype: %s',
    (text) => {
      expect(faultOf(text)?.id).toBe('json-key-refused')
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    },
  )

  it('keeps other names of the prototype as plain keys', () => {
    const result = read('{"constructor":{"prototype":1},"toString":2}')
    expect(result).toEqual({ value: { constructor: { prototype: 1 }, toString: 2 } })
  })

  it('is refused with a byte order mark, in words that say so', () => {
    expect(faultOf('\ufeff{}')).toMatchObject({ id: 'byte-order-mark', line: 1, column: 1 })
    expect(read('{"a":"\ufeff"}')).toEqual({ value: { a: '\ufeff' } })
  })

  it.each([
    [[0x7b, 0x0a, 0x22, 0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80, 0xff, 0x22], 'utf8-invalid 2:5'],
    [[0x22, 0xef, 0xbf, 0xbd, 0x80, 0x22], 'utf8-invalid 1:3'],
    [[0x22, 0xf0, 0x9f, 0x98, 0x80, 0xef, 0xbf, 0xbd, 0xff, 0x22], 'utf8-invalid 1:5'],
    [[0x22, 0x4d, 0xfc, 0x6c, 0x22], 'utf8-invalid 1:3'],
    [[0x22, 0xc0, 0x80, 0x22], 'utf8-invalid 1:2'],
    [[0x22, 0xed, 0xa0, 0x80, 0x22], 'utf8-invalid 1:2'],
    [[0xff, 0xfe, 0x7b, 0x00], 'utf8-invalid 1:1'],
    [[0x22, 0xc3], 'utf8-invalid 1:2'],
  ])('is refused when it is not UTF-8 (Windows-1252, UTF-16, overlong, cut): %j', (input, expected) => {
    expect(briefly(faultOf(new Uint8Array(input)))).toBe(expected)
  })

  it('names no value in its fault', () => {
    for (const text of ['{"Zebedee":1,"Zebedee":2}', '{"Zebedee" "Zebedee"}', '"Zebedee\t"', '["Zebedee",]', 'Zebedee']) {
      const fault = faultOf(text)
      expect(fault).toBeDefined()
      expect(JSON.stringify(fault)).not.toContain('Zebedee')
    }
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (input) => void readJson(input, limits)),
      { numRuns: 2000 },
    )
  })
})

describe('its limits', () => {
  it('refuse 25 MB at once', () => {
    const [fault, ms] = timed(() => faultOf(new Uint8Array(25_000_000)))
    expect(fault?.id).toBe('json-too-large')
    expect(ms).toBeLessThan(500)
  })

  it('take what is exactly as large as allowed', () => {
    expect(faultOf('[1]', { bytes: 3, depth: 1 })).toBeUndefined()
    expect(faultOf('[1] ', { bytes: 3, depth: 1 })?.id).toBe('json-too-large')
  })

  it.each(['[', '{"a":', '[{"a":'])('refuse 10,000 levels of %s before anything is built', (opening) => {
    const [fault, ms] = timed(() => faultOf(opening.repeat(10_000)))
    expect(fault).toMatchObject({ id: 'json-too-deep', line: 1 })
    expect(ms).toBeLessThan(2_000)
  })

  it('take exactly the depth allowed', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(faultOf(nested(64))).toBeUndefined()
    expect(briefly(faultOf(nested(65)))).toBe('json-too-deep 1:65')
    expect(faultOf('['.repeat(10_000) + ']'.repeat(10_000), { bytes: 1e6, depth: 1e6 })).toBeUndefined()
  })

  it('count no brackets inside a text', () => {
    expect(faultOf(JSON.stringify({ a: '[{'.repeat(10_000), b: '"\\' }))).toBeUndefined()
  })

  it.each([
    ['base64', `{"data":"${'A'.repeat(19_000_000)}"}`, 2_000],
    ['quotes', `"${'\\"'.repeat(9_000_000)}"`, 5_000],
    ['backslashes', `"${'\\\\'.repeat(9_000_000)}"`, 5_000],
    ['spaces', ' '.repeat(19_000_000), 2_000],
    ['small objects', `[${Array.from({ length: 1_000_000 }).fill('{"a":1}').join(',')}]`, 6_000],
    ['keys', `{${Array.from({ length: 300_000 }, (_, i) => `"k${i}":1`).join(',')}}`, 6_000],
  ])('keep the time in proportion: megabytes of %s', (_, text, mostMs) => {
    const input = bytes(text)
    expect(timed(() => readJson(input, limits))[1]).toBeLessThan(mostMs)
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

// Lines and columns of what issues name, in the text as it was submitted.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { positionsOf } from '../../profiles/positions.ts'

const text = `{
  "resourceType": "Patient",
  "identifier": [
    { "system": "x", "value": "1" },
    { "value":
        "2", "extension": [{ "url": "a", "valueString": "b" }] }
  ],
  "birthDate": "2001",
  "_birthDate": { "extension": [ { "url": "u", "valueDateTime": "2001-01-01" } ] },
  "name": [{ "given": ["A", "B"], "_given": [null, { "id": "g" }] }],
  "contained": [{ "resourceType": "Group", "code": { "text": "[\\"}" } }, { "n\\u0061me": "z" }],
  "_active": { "id": "q" },
  "multipleBirthInteger": 2, "deceased": false,
  "link": []
}`

/** The text that stands at an expression's place, to the end of its line. */
function at(expression: string, json = text): string | undefined {
  const position = positionsOf(json, [expression]).get(expression)
  return position && json.split('\n')[position.line - 1]?.slice(position.column - 1)
}

describe('the position', () => {
  it.each([
    ['Patient', '{'],
    ['Patient.identifier', '['],
    ['Patient.identifier[0]', '{ "system": "x", "value": "1" },'],
    ['Patient.identifier[0].value', '"1" },'],
    ['Patient.identifier[1].value', '"2", "extension": [{ "url": "a", "valueString": "b" }] }'],
    ['Patient.identifier[1].extension[0].value', '"b" }] }'],
    ['Patient.identifier[1].extension[0].valueString', '"b" }] }'],
    ['Patient.identifier[1].extension[0].value.ofType(string)', '"b" }] }'],
    ['Patient.birthDate', '"2001",'],
    ['Patient._birthDate', '{ "extension": [ { "url": "u", "valueDateTime": "2001-01-01" } ] },'],
    ['Patient.birthDate.extension[0].value', '"2001-01-01" } ] },'],
    ['Patient.birthDate.extension[0]', '{ "url": "u", "valueDateTime": "2001-01-01" } ] },'],
    ['Patient.name[0].given[1]', '"B"], "_given": [null, { "id": "g" }] }],'],
    ['Patient.name[0].given[1].id', '"g" }] }],'],
    ['Patient.name.given', '["A", "B"], "_given": [null, { "id": "g" }] }],'],
    ['Patient.contained[0].code.text', '"[\\"}" } }, { "n\\u0061me": "z" }],'],
    ['Patient.contained[1].name', '"z" }],'],
    ['Patient.active', '{ "id": "q" },'],
    ['Patient.active.id', '"q" },'],
    ['Patient.identifier.extension', '[{ "url": "a", "valueString": "b" }] }'],
    ['Patient.multipleBirth', '2, "deceased": false,'],
    ['Patient.multipleBirthInteger', '2, "deceased": false,'],
    ['Patient.deceased', 'false,'],
    ['Patient.birthDate[0]', '"2001",'],
    ['birthDate', '"2001",'],
  ])('of %s is that of its value', (expression, found) => {
    expect(at(expression)).toBe(found)
  })

  it.each([
    ['Patient.gender', 'Patient'],
    ['Patient.identifier[7].value', 'Patient.identifier'],
    ['Patient.identifier[0].period.start', 'Patient.identifier[0]'],
    ['Patient.identifier[0].extension[0].url', 'Patient.identifier[0]'],
    ['Patient.birthDate.extension[3].url', 'Patient.birthDate.extension'],
    ['Patient.birthDate.value.code', 'Patient.birthDate'],
    ['Patient.link[0].other', 'Patient.link'],
    ['Patient.name[0].given[5]', 'Patient.name[0].given'],
    ['Patient.multiple', 'Patient'],
    ['Patient.identifier[0].where(x = 1).value', 'Patient.identifier[0]'],
    ["Patient.identifier[1].extension('a').value", 'Patient.identifier[1].extension'],
    ['Patient.identifier[0].value.ofType(', 'Patient.identifier[0].value'],
    ['Patient.constructor', 'Patient'],
    ['Patient.__proto__', 'Patient'],
    ['', 'Patient'],
    ['Other.gender', 'Patient'],
    ['%% no expression', 'Patient'],
  ])('of %s, which is not there, is that of %s', (expression, ancestor) => {
    expect(at(expression)).toBe(at(ancestor))
  })

  it('is found within the entries of a Bundle', () => {
    const bundle = `{"resourceType":"Bundle","entry":[\n{},\n{"resource":\n {"resourceType":"Task","status":"x"}},\n{"fullUrl":"y"}]}`
    const found = positionsOf(bundle, [
      'Bundle.entry[1].resource.status',
      'Bundle.entry[2].resource.status',
      'Bundle.entry[1].resource.ofType(Task).intent',
    ])
    expect([...found.values()]).toEqual([
      { line: 4, column: 34 },
      { line: 5, column: 1 },
      { line: 4, column: 2 },
    ])
  })

  it('counts UTF-16 units, and ends lines at line feeds only', () => {
    expect(positionsOf('{"a":"😀",\r\n\t"b":\r1}', ['X.b', 'X.a'])).toEqual(
      new Map([
        ['X.b', { line: 2, column: 7 }],
        ['X.a', { line: 1, column: 6 }],
      ]),
    )
  })

  it('tells the choice of an element from an element that begins alike', () => {
    const json = '{"codeFilter":1,"valueSet":2,"valueQuantity":3,"value":4}'
    expect(at('X.code', json)).toBe(json)
    expect(at('X.value', json)).toBe('4}')
    expect(at('X.value', '{"valueSet":2,"_valueString":5,"valueString":6}')).toBe('6}')
  })

  it('is found in one pass, in time proportional to text and expressions', () => {
    const entries = Array.from({ length: 100_000 }, (_, i) => ({
      resource: { resourceType: 'Task', status: `s${i}`, note: [{ text: 'a' }] },
    }))
    const json = JSON.stringify({ resourceType: 'Bundle', entry: entries })
    const expressions = Array.from({ length: 500 }, (_, i) => `Bundle.entry[${i * 200}].resource.note[0].text`)
    const start = performance.now()
    const found = positionsOf(json, expressions)
    expect(performance.now() - start).toBeLessThan(2000)
    expect(found.size).toBe(500)
    const last = found.get('Bundle.entry[99800].resource.note[0].text')
    expect(json.slice((last?.column ?? 0) - 1).startsWith('"a"}]}},')).toBe(true)
  })

  it('ends on hostile texts', () => {
    const start = performance.now()
    for (const piece of ['[', '{', '{"a":', '"', '\\"', '"\\', ']', '}', ',', ':', 'x', '{"a":[', '"a":"\\\\']) {
      const json = piece.repeat(200_000)
      positionsOf(json, ['X.a', 'X[0][0][0].a.a', 'X.a.a.a[0].a[1]'])
      positionsOf(`{"a":${json}`, ['X.a.b', 'X.c'])
    }
    expect(performance.now() - start).toBeLessThan(5000)
    expect(positionsOf('', ['X.a']).get('X.a')).toEqual({ line: 1, column: 1 })
    positionsOf('{}', [`X${'.a'.repeat(100_000)}`, `X.${'['.repeat(100_000)}`, `X.${'ofType('.repeat(50_000)}`])
  })

  it('never throws, whatever the text and the expressions', () => {
    const piece = fc.constantFrom(...'{ } [ ] " , : \\ a null 1 \n "a": "_a": "aString": '.split(' '), ' ')
    const step = fc.constantFrom('X', '.a', '[0]', '[1]', '.ofType(b)', '._a', '.aString', '(', '.', ')', '`a`', '.extension(')
    const join = (list: readonly string[]) => list.join('')
    fc.assert(
      fc.property(fc.array(piece).map(join), fc.array(fc.array(step).map(join)), (json, expressions) => {
        for (const { line, column } of positionsOf(json, expressions).values()) {
          expect(column).toBeLessThanOrEqual((json.split('\n')[line - 1]?.length ?? 0) + 1)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('is that of the very value, for every path of every JSON', () => {
    const key = fc.constantFrom('a', 'b', 'code', 'x"y', 'é', 'value')
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { depthSize: 'small' },
        fc.integer(),
        fc.constantFrom('s', '{"a":1}', '\\', null, true),
        fc.array(tie('json'), { maxLength: 3 }),
        fc.dictionary(key, tie('json'), { maxKeys: 4 }),
      ),
    }))
    fc.assert(
      fc.property(fc.dictionary(key, json, { maxKeys: 4 }), fc.constantFrom(0, 1, 3), (value, indent) => {
        const written = JSON.stringify(value, null, indent)
        const paths = pathsOf(value, 'X')
        const found = positionsOf(written, [...paths.keys()])
        for (const [path, inner] of paths) {
          const position = found.get(path)
          const lines = written.split('\n')
          const offset = lines
            .slice(0, (position?.line ?? 0) - 1)
            .reduce((sum, line) => sum + line.length + 1, (position?.column ?? 0) - 1)
          const depth = offset === 0 ? 0 : (/^ */.exec(lines[(position?.line ?? 1) - 1] ?? '')?.[0].length ?? 0) / (indent || 1)
          const expected = JSON.stringify(inner, null, indent).replaceAll('\n', `\n${' '.repeat(depth * indent)}`)
          expect(written.slice(offset, offset + expected.length), path).toBe(expected)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

/** Every path of a value, written as issues write them; lists within lists are left out, FHIR has none. */
function pathsOf(value: unknown, path: string): ReadonlyMap<string, unknown> {
  const inner = Array.isArray(value)
    ? value.map((item: unknown, i) => [`${path}[${i}]`, item] as const).filter(([, item]) => !Array.isArray(item))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).map(
          ([key, item]) => [`${path}.${/^\w+$/.test(key) ? key : `\`${key}\``}`, item as unknown] as const,
        )
      : []
  return new Map([[path, value], ...inner.flatMap(([at, item]) => [...pathsOf(item, at)])])
}

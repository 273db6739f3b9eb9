// XML that means harm: it is refused at once, nothing is thrown, and time grows with the bytes alone.

import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readXml } from '../../../profiles/xml/read.ts'
import { writeXml } from '../../../profiles/xml/write.ts'

const limits = { bytes: 20 * 1024 * 1024, depth: 64 }
const encoder = new TextEncoder()
const patient = (inside: string) => `<Patient xmlns="http://hl7.org/fhir">${inside}</Patient>`

function idsOf(text: string): readonly string[] {
  const result = readXml(encoder.encode(text), limits)
  return 'faults' in result ? result.faults.map(({ id }) => id) : ['none']
}

function timed<T>(run: () => T): readonly [T, number] {
  const started = performance.now()
  const result = run()
  return [result, performance.now() - started]
}

describe('hostile XML', () => {
  it('expands no entity of its own, and fetches nothing', () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
    const bomb = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "lol">${laughs}]>${patient('<name><text value="&l9;"/></name>')}`
    expect(idsOf(bomb)).toEqual(['xml-doctype'])
    for (const external of ['SYSTEM "file:///etc/passwd"', 'PUBLIC "a" "http://x.example/e"']) {
      const text = `<!DOCTYPE Patient [<!ENTITY x ${external}>]>${patient('<name><text value="&x;"/></name>')}`
      expect(idsOf(text)).toEqual(['xml-doctype'])
    }
    expect(idsOf(`<!DOCTYPE Patient SYSTEM "http://x.example/p.dtd">${patient('')}`)).toEqual(['xml-doctype'])
    expect(idsOf(patient('<name><text value="&x;"/></name>'))).toEqual(['xml-invalid'])
  })

  it('may break off anywhere', () => {
    const whole = `<?xml version="1.0"?>${patient('<!-- c --><text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml">a<![CDATA[b]]>&amp;</div></text><active value="true"/>')}`
    expect(idsOf(whole)).toEqual(['none'])
    for (let end = 0; end < whole.length; end += 1) expect([end, idsOf(whole.slice(0, end)).at(-1)]).toEqual([end, 'xml-invalid'])
  })

  it('has no control characters, raw or by number', () => {
    for (const code of [0, 1, 8, 11, 12, 14, 31, 0xfffe, 0xffff]) {
      expect(idsOf(patient(`<name><text value="${String.fromCharCode(code)}"/></name>`))).toContain('xml-invalid')
      expect(idsOf(patient(`<name><text value="&#${code};"/></name>`))).toEqual(['xml-invalid'])
    }
    for (const entity of ['&#xD800;', '&#x110000;', '&#99999999999999999999;', '&#x;', '&#;', '&;', '&a b;', '&']) {
      expect(idsOf(patient(`<name><text value="${entity}"/></name>`))).toEqual(['xml-invalid'])
    }
  })

  it('has no attribute twice, no loose end, no wrong case', () => {
    for (const inside of [
      '<active value="true" value="false"/>',
      '<active value="true" a:x="1" b:x="2" xmlns:a="u" xmlns:b="u"/>',
      '<active value=true/>',
      '<active value/>',
      '<active value="<"/>',
      '<active value="true"></Active>',
      '<active value="true">',
      '</active>',
      '<a b=\'"/>',
      '<q:active value="true"/>',
      '<xmlns:active value="true"/>',
      '<active xmlns:xml="http://x.example" value="true"/>',
      '<active xmlns:a="" value="true"/>',
      '<!-- a -- b -->',
      '<![CDATA[',
      ']]>',
      '< active value="true"/>',
      '<1/>',
    ]) {
      expect([inside, idsOf(patient(inside)).at(-1)]).toEqual([inside, 'xml-invalid'])
    }
    expect(idsOf(patient('<Active value="true"/>'))).toEqual(['xml-element-unknown'])
  })

  it('takes names of prototypes for unknown elements and attributes', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'resourceType']) {
      expect(idsOf(patient(`<${name} value="x"/>`))).toEqual(['xml-element-unknown'])
      expect(idsOf(patient(`<active value="true" ${name}="x"/>`))).toEqual(['xml-attribute-unknown'])
      expect(idsOf(patient(`<active value="true" xmlns:${name}="x"/>`))).toEqual(['none'])
    }
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('is stopped at its depth, however deep it goes', () => {
    const deep = (tag: string) => `<${tag}>`.repeat(100_000)
    for (const text of [
      patient(deep('a')),
      patient(deep('contact')),
      `<Patient xmlns="http://hl7.org/fhir">${deep('contained')}`,
      `<Bundle xmlns="http://hl7.org/fhir">${'<entry><resource><Bundle>'.repeat(100_000)}`,
      `<Questionnaire xmlns="http://hl7.org/fhir">${deep('item')}`,
      patient(`<active value="true">${deep('extension')}`),
      patient(`<text><div xmlns="http://www.w3.org/1999/xhtml">${deep('b')}`),
    ]) {
      const [ids, took] = timed(() => idsOf(text))
      expect(ids).toContain('xml-too-deep')
      expect(took).toBeLessThan(500)
    }
  })

  it('is refused beyond its bytes before it is looked at', () => {
    expect(readXml(new Uint8Array(11), { bytes: 10, depth: 64 })).toMatchObject({ faults: [{ id: 'xml-too-large' }] })
  })

  // Time that grew with the square of the bytes would be minutes here; a slow and busy machine must not turn this red.
  const size = 1_000_000
  const filled = (piece: string) => piece.repeat(Math.ceil(size / piece.length))
  it.each<readonly [string, string]>([
    ['one value', patient(`<name><text value="${'x'.repeat(size)}"/></name>`)],
    ['entities', patient(`<name><text value="${filled('&amp;')}"/></name>`)],
    ['an entity without end', patient(`<name><text value="&${'a'.repeat(size)}"/></name>`)],
    ['a number without end', patient(`<name><text value="&#${'0'.repeat(size)}65;"/></name>`)],
    ['digits', patient(`<multipleBirthInteger value="${'1'.repeat(size)}"/>`)],
    ['line ends', patient(`<name><text value="${'\n'.repeat(size)}x"/></name>`)],
    ['a name', patient(`<${'a'.repeat(size)}/>`)],
    ['a name with colons', patient(`<${filled('a:')}/>`)],
    ['attributes', patient(`<active ${Array.from({ length: size / 10 }, (_, i) => `a${i}="b"`).join(' ')}/>`)],
    ['namespaces', patient(`<active value="true" ${Array.from({ length: size / 20 }, (_, i) => `xmlns:a${i}="b"`).join(' ')}/>`)],
    ['a comment', patient(`<!--${filled('- ')}-->`)],
    ['comments', patient(filled('<!--a-->'))],
    ['processing instructions', patient(filled('<?a b?>'))],
    ['an instruction of question marks', patient(`<?a ${filled('? ')}?>`)],
    ['a document type', `<!DOCTYPE a [${filled('<!ENTITY a "b">')}]>${patient('')}`],
    ['space', patient(filled(' \t\r\n'))],
    ['text', patient(filled('a b'))],
    [
      'brackets',
      patient(`<text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml">${filled(']] ')}</div></text>`),
    ],
    [
      'CDATA',
      patient(
        `<text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml">${filled('<![CDATA[]]]]>')}</div></text>`,
      ),
    ],
    ['unknown elements', patient(filled('<a/>'))],
    ['known elements', patient(filled('<name><given value="a"/></name>'))],
    ['values of one list', patient(`<name>${filled('<given value="a"/>')}</name>`)],
    ['turns of two lists', patient(`<name>${filled('<given value="a"/><prefix value="b"/>')}</name>`)],
    ['open tags', filled('<Patient xmlns="http://hl7.org/fhir">')],
    ['less-thans', filled('<')],
  ])('costs time by its bytes: %s', (_, text) => {
    const [result, took] = timed(() => readXml(encoder.encode(text), limits))
    expect(took).toBeLessThan(4_000)
    if ('faults' in result) expect(result.faults.length).toBeLessThanOrEqual(101)
  })

  const examples = new URL('../../../profiles/built/examples/', import.meta.url)
  const documents = readdirSync(examples).map((name) =>
    encoder.encode(writeXml(JSON.parse(readFileSync(new URL(name, examples), 'utf8')) as Record<string, unknown>)),
  )
  it('never makes the reader throw: bytes changed, moved and dropped', () => {
    const change = fc.record({
      at: fc.nat(),
      length: fc.nat({ max: 20 }),
      by: fc.oneof(
        fc.uint8Array({ maxLength: 6 }),
        fc.constantFrom('<', '>', '/>', '"', '&', '<!--', '<![CDATA[', '<?', '\0', 'xmlns=').map((text) => encoder.encode(text)),
      ),
    })
    let refused = 0
    const runs = process.env['LONG'] ? 100_000 : 1_500
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.array(change, { minLength: 1, maxLength: 4 }), (bytes, changes) => {
        let changed: Uint8Array = bytes
        for (const { at, length, by } of changes) {
          const place = at % changed.length
          changed = Buffer.concat([changed.subarray(0, place), by, changed.subarray(place + length)])
        }
        const result = readXml(changed, limits)
        if ('value' in result) {
          expect(result.value['resourceType']).toBeTypeOf('string')
          expect(readXml(encoder.encode(writeXml(result.value)), limits)).toHaveProperty('value')
        } else {
          refused += 1
          expect(result.faults.length).toBeGreaterThan(0)
          for (const { line, column } of result.faults) expect(Math.min(line, column)).toBeGreaterThanOrEqual(1)
        }
      }),
      { numRuns: runs },
    )
    expect(refused).toBeGreaterThan(runs / 4)
  })
})

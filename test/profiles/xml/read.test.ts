// Reading FHIR XML from strangers: what it becomes, what is refused, and where the fault is said to be.

import { describe, expect, it } from 'vitest'
import { readXml } from '../../../profiles/xml/read.ts'
import { inOrder } from './compared.ts'

const limits = { bytes: 20 * 1024 * 1024, depth: 64 }
const encoder = new TextEncoder()
const read = (text: string | Uint8Array, within = limits) =>
  readXml(typeof text === 'string' ? encoder.encode(text) : text, within)
const patient = (inside: string, attributes = '') => `<Patient xmlns="http://hl7.org/fhir"${attributes}>${inside}</Patient>`
const div = (inside: string) =>
  `<text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml">${inside}</div></text>`

/** The resource, or its faults in brief. */
function valueOf(text: string | Uint8Array): unknown {
  const result = read(text)
  return 'value' in result ? result.value : briefly(result)
}

function faultsOf(text: string | Uint8Array, within = limits): readonly string[] {
  return briefly(read(text, within))
}

function briefly(result: ReturnType<typeof read>): readonly string[] {
  if ('value' in result) return ['none']
  return result.faults.map(({ id, path, line, column }) => `${id} ${path ?? '-'} ${line}:${column}`)
}

describe('FHIR XML from a stranger', () => {
  it('becomes what JSON would be: types, lists, choices', () => {
    const text = patient(
      '<id value="a"/><active value="true"/><name><use value="official"/><given value="A"/><given value="B"/></name>' +
        '<deceasedDateTime value="2026-01-01"/><multipleBirthInteger value="2"/>',
    )
    expect(valueOf(text)).toEqual({
      resourceType: 'Patient',
      id: 'a',
      active: true,
      name: [{ use: 'official', given: ['A', 'B'] }],
      deceasedDateTime: '2026-01-01',
      multipleBirthInteger: 2,
    })
  })

  it('keeps the digits of decimals, and plain numbers plain', () => {
    const text = (digits: string) =>
      `<Observation xmlns="http://hl7.org/fhir"><valueQuantity><value value="${digits}"/></valueQuantity></Observation>`
    for (const digits of ['1.50', '1E2', '-0', '0.10', '12345678901234567890', '2.5', '7']) {
      expect(inOrder(valueOf(text(digits)))).toBe(`{"resourceType":"Observation","valueQuantity":{"value":${digits}}}`)
    }
    const plain = valueOf(text('2.5')) as { valueQuantity: { value: unknown } }
    expect(plain.valueQuantity.value).toBe(2.5)
    for (const wrong of ['+1', '01', '.5', '1.', 'NaN', '0x1', ' 1', '1,5', 'one']) {
      expect(faultsOf(text(wrong))).toEqual(['xml-value-invalid Observation.value.value 1:57'])
    }
  })

  it('takes booleans that are spelt as FHIR spells them, and no others', () => {
    expect(valueOf(patient('<active value="false"/>'))).toEqual({ resourceType: 'Patient', active: false })
    for (const wrong of ['True', '1', 'yes', ' true']) {
      expect(faultsOf(patient(`<active value="${wrong}"/>`))).toEqual(['xml-value-invalid Patient.active 1:38'])
    }
  })

  it('puts ids and extensions of values beside them, in step', () => {
    const absent = '<extension url="http://x.example/absent"><valueCode value="unknown"/></extension>'
    const extension = [{ url: 'http://x.example/absent', valueCode: 'unknown' }]
    expect(valueOf(patient(`<birthDate id="b" value="1930-01-01">${absent}</birthDate>`))).toEqual({
      resourceType: 'Patient',
      birthDate: '1930-01-01',
      _birthDate: { id: 'b', extension },
    })
    const given = `<given value="A"/><given>${absent}</given><given value="C" id="c"/>`
    expect(valueOf(patient(`<name>${given}</name><name><given>${absent}</given></name><name><given value="D"/></name>`))).toEqual(
      {
        resourceType: 'Patient',
        name: [
          { given: ['A', null, 'C'], _given: [null, { extension }, { id: 'c' }] },
          { _given: [{ extension }] },
          { given: ['D'] },
        ],
      },
    )
  })

  it('keeps ids of elements, urls of extensions and values nested in them', () => {
    const inner = '<extension url="a"><valueString value="x"/></extension>'
    expect(valueOf(patient(`<extension url="u" id="e">${inner}</extension><name id="n"><text value="t"/></name>`))).toEqual({
      resourceType: 'Patient',
      extension: [{ url: 'u', id: 'e', extension: [{ url: 'a', valueString: 'x' }] }],
      name: [{ id: 'n', text: 't' }],
    })
  })

  it('reads resources within resources', () => {
    expect(valueOf(patient('<contained><Organization><id value="o"/></Organization></contained>'))).toEqual({
      resourceType: 'Patient',
      contained: [{ resourceType: 'Organization', id: 'o' }],
    })
    const parameters =
      '<Parameters xmlns="http://hl7.org/fhir"><parameter><name value="r"/><resource><Patient/></resource></parameter>' +
      '<parameter><name value="p"/><part><name value="q"/><valueDecimal value="1.0"/></part></parameter></Parameters>'
    expect(inOrder(valueOf(parameters))).toBe(
      '{"parameter":[{"name":"r","resource":{"resourceType":"Patient"}},' +
        '{"name":"p","part":[{"name":"q","valueDecimal":1.0}]}],"resourceType":"Parameters"}',
    )
  })

  it('keeps narrative as its source', () => {
    const inside = "\r\n<p id='a'>A &amp; B&#160;<!-- c --><b>x</b><br /></p><![CDATA[<]]>"
    expect(valueOf(patient(div(inside)))).toEqual({
      resourceType: 'Patient',
      text: { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${inside}</div>` },
    })
  })

  it('takes prefixes for what they stand for, and writes narrative without them', () => {
    const text =
      '<f:Patient xmlns:f="http://hl7.org/fhir" xmlns:h="http://www.w3.org/1999/xhtml"><f:text><f:status value="generated"/>' +
      '<h:div><h:p title="a &lt; &quot;b&quot;" xml:lang="cy">A &amp; <!--c--><![CDATA[<]]><h:br/></h:p></h:div></f:text><f:active value="true"/></f:Patient>'
    expect(valueOf(text)).toEqual({
      resourceType: 'Patient',
      text: {
        status: 'generated',
        div: '<div xmlns="http://www.w3.org/1999/xhtml"><p title="a &lt; &quot;b&quot;" xml:lang="cy">A &amp; <!--c--><![CDATA[<]]><br/></p></div>',
      },
      active: true,
    })
  })

  it('keeps spaces in values as XML does: written by number they stay, else they are one space each', () => {
    const values = (text: string) => valueOf(patient(`<name><text value="${text}"/></name>`))
    expect(values('a&#10;b&#13;&#9;c  d')).toEqual({ resourceType: 'Patient', name: [{ text: 'a\nb\r\tc  d' }] })
    expect(values('a\nb\r\n\tc')).toEqual({ resourceType: 'Patient', name: [{ text: 'a b  c' }] })
    expect(values('&lt;&gt;&amp;&quot;&apos;&#x1F600;é')).toEqual({ resourceType: 'Patient', name: [{ text: '<>&"\'😀é' }] })
  })

  it('takes a declaration, a byte order mark, comments and space between tags', () => {
    const text =
      '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<!-- a -->\n' +
      patient(' <!-- b -->\r\n\t<active value="true"/> ')
    for (const each of [text, `\ufeff${text}`, text.replace('1.0', '1.1')]) {
      expect(valueOf(each)).toEqual({ resourceType: 'Patient', active: true })
    }
  })
})

describe('FHIR XML that is refused', () => {
  it('is told all its faults at once, with line, column and path', () => {
    const text = [
      '<Patient xmlns="http://hl7.org/fhir" class="x">',
      '  <active value="true" unit="x"/>',
      '  <name>',
      '    <given value="A"/>',
      '    <family value="Smith"/>',
      '    <nick value="B"><inner/></nick>',
      '    text',
      '  </name>',
      '  <name/>',
      '  <active value="true"/>',
      '  <deceasedBoolean value="true"/>',
      '  <deceasedDateTime value="2026"/>',
      '  <maritalStatus><text value=" "/></maritalStatus>',
      '  <contact><name><given/></name></contact>',
      '</Patient>',
    ].join('\n')
    expect(faultsOf(text)).toEqual([
      'xml-attribute-unknown Patient 1:1',
      'xml-attribute-unknown Patient.active 2:3',
      'xml-element-order Patient.name[0].family 5:5',
      'xml-element-unknown Patient.name[0].nick 6:5',
      'xml-text Patient.name[0] 7:5',
      'xml-element-empty Patient.name[1] 9:3',
      'xml-element-order Patient.active 10:3',
      'xml-element-repeated Patient.deceased 12:3',
      'xml-attribute-empty Patient.maritalStatus.text 13:18',
      'xml-element-empty Patient.contact[0].name.given[0] 14:18',
    ])
  })

  it('never repeats what was sent', () => {
    const secret = 'Jane9990000018'
    const texts = [
      patient(`<active value="${secret}"/>`),
      patient(`<active ${secret}="x"/>`),
      patient(`<name>${secret}</name>`),
      patient(`<name><text value="a" ${secret} b"/></name>`),
      patient(`<name><text value="a&${secret};"/></name>`),
      patient(`<name xmlns="${secret}"/>`),
      patient(`<a:${secret}/>`),
      patient(`<active value="a" value="${secret}"/>`),
      patient(`<x${secret.repeat(20)}/>`),
      `<${secret}/>`,
      `<Patient xmlns="http://hl7.org/fhir"><${secret}></Patient>`,
      `<?${secret} x?>${patient('')}`,
    ]
    for (const text of texts) {
      const result = read(text)
      expect('faults' in result && result.faults.length).toBeGreaterThan(0)
      expect(JSON.stringify('faults' in result ? result.faults.map(({ text: words }) => words) : '')).not.toContain('9990000018')
    }
  })

  it('must be one resource of R4 in the namespace of FHIR', () => {
    expect(faultsOf('<Patient/>')).toEqual(['xml-namespace - 1:1'])
    expect(faultsOf('<Patient xmlns="http://hl7.org/fhir/"/>')).toEqual(['xml-namespace - 1:1'])
    expect(faultsOf('<Patient xmlns:fhir="http://hl7.org/fhir"/>')).toEqual(['xml-namespace - 1:1'])
    for (const root of [
      'patient',
      'PATIENT',
      'Resource',
      'DomainResource',
      'Period',
      'Patient.contact',
      'ReferralRequest',
      'constructor',
    ]) {
      expect(faultsOf(`<${root} xmlns="http://hl7.org/fhir"/>`)).toEqual(['xml-root - 1:1'])
    }
    expect(faultsOf(`${patient('')}${patient('')}`)).toEqual(['xml-invalid - 1:56'])
    expect(faultsOf('')).toEqual(['xml-invalid - 1:1'])
  })

  it('may have elements of other namespaces nowhere, and of XHTML only in narrative', () => {
    expect(faultsOf(patient('<active xmlns="http://other.example" value="true"/>'))).toEqual([
      'xml-namespace Patient.active 1:38',
    ])
    expect(faultsOf(patient('<text><status value="generated"/><div><p/></div></text>'))).toEqual([
      'xml-namespace Patient.text.div 1:71',
    ])
    expect(faultsOf(patient(div('<f:active xmlns:f="http://hl7.org/fhir"/>')))).toEqual([
      'xml-namespace Patient.text.div 1:113',
      'xml-narrative-prefix Patient.text.div 1:113',
    ])
    expect(faultsOf(patient('<active x:value="true" xmlns:x="http://hl7.org/fhir"/>'))).toEqual([
      'xml-attribute-unknown Patient.active 1:38',
    ])
  })

  it('may name no schema, and have no xml: attributes', () => {
    const xsi = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://hl7.org/fhir ../fhir-all.xsd"'
    expect(faultsOf(patient('', xsi))).toEqual(['xml-schema-instance Patient 1:1', 'xml-attribute-unknown Patient 1:1'])
    for (const attribute of ['xml:id="a"', 'xml:lang="en"', 'xml:space="preserve"', 'id="a"']) {
      expect(faultsOf(patient('', ` ${attribute}`))).toEqual(['xml-attribute-unknown Patient 1:1'])
    }
  })

  it('holds one resource where a resource stands, and gives it no attributes', () => {
    const contained = (inside: string) => faultsOf(patient(`<contained>${inside}</contained>`))
    expect(contained('')).toEqual(['xml-element-empty Patient.contained[0] 1:38'])
    expect(contained('<Patient/><Patient/>')).toEqual(['xml-element-repeated Patient.contained[0] 1:59'])
    expect(contained('<Nonsense/>')).toEqual(['xml-resource-unknown Patient.contained[0] 1:49'])
    expect(contained('<Patient xmlns="a"/>')).toEqual(['xml-namespace Patient.contained[0] 1:49'])
    expect(contained('<Patient><gender value="x" a="b"/></Patient>')).toEqual([
      'xml-attribute-unknown Patient.contained[0].gender 1:58',
    ])
    expect(faultsOf(patient('<contained id="a"><Patient/></contained>'))).toEqual([
      'xml-attribute-unknown Patient.contained[0] 1:38',
    ])
  })

  it('is UTF-8, and says so if it says anything', () => {
    expect(faultsOf(`<?xml version="1.0" encoding="ISO-8859-1"?>${patient('')}`)).toEqual(['xml-encoding - 1:1'])
    expect(faultsOf(`<?xml version="1.0" encoding="UTF-16"?>${patient('')}`)).toEqual(['xml-encoding - 1:1'])
    expect(faultsOf(new Uint8Array(Buffer.from(patient(''), 'utf16le')))).toEqual(['xml-invalid - 1:2'])
    expect(
      faultsOf(new Uint8Array(Buffer.from(patient('\n<name><text value="\ufffd\u00e9"/></name>').toString(), 'latin1'))),
    ).toEqual(['utf8-invalid - 2:20'])
    expect(faultsOf(`\ufeff\ufeff${patient('')}`)).toEqual(['xml-invalid - 1:1'])
  })

  it('has no processing instructions, document types or entities', () => {
    expect(faultsOf(`<?xml-stylesheet href="a"?>\n${patient('<?php echo ?>')}`)).toEqual([
      'xml-processing-instruction - 1:1',
      'xml-processing-instruction - 2:38',
    ])
    expect(faultsOf(`<!DOCTYPE Patient>${patient('')}`)).toEqual(['xml-doctype - 1:1'])
    expect(faultsOf(patient(div('&nbsp;')))).toEqual(['xml-invalid - 1:118'])
    expect(faultsOf(patient('<active value="&#1;"/>'))).toEqual(['xml-invalid - 1:56'])
  })

  it('holds text and CDATA only in narrative', () => {
    expect(faultsOf(patient('<![CDATA[x]]>'))).toEqual(['xml-text Patient 1:38'])
    expect(faultsOf(patient('<![CDATA[ ]]>'))).toEqual(['xml-text Patient 1:38'])
    expect(faultsOf(patient('<active value="true">&#32;x</active>'))).toEqual(['xml-text Patient.active 1:59'])
    expect(faultsOf(patient('\u00a0'))).toEqual(['xml-text Patient 1:38'])
  })

  it('is no empty resource within itself, but a resource may be empty', () => {
    expect(valueOf(patient(''))).toEqual({ resourceType: 'Patient' })
    expect(faultsOf(patient('<active id="a"/>'))).toEqual(['xml-element-empty Patient.active 1:38'])
    expect(faultsOf(patient('<extension url="a"/>'))).toEqual(['xml-element-empty Patient.extension[0] 1:38'])
  })

  it('stops at a hundred faults', () => {
    const faults = faultsOf(patient('<a/>'.repeat(5_000)))
    expect(faults).toHaveLength(101)
    expect(faults.at(-1)).toMatch(/^xml-too-many-faults/)
  })
})

describe('the depth of FHIR XML', () => {
  const nested = (levels: number) => `${'<item><linkId value="a"/>'.repeat(levels)}${'</item>'.repeat(levels)}`
  const questionnaire = (levels: number) => `<Questionnaire xmlns="http://hl7.org/fhir">${nested(levels)}</Questionnaire>`

  it('is counted as the JSON form has it: a list and an object a level', () => {
    expect(faultsOf(questionnaire(31))).toEqual(['none'])
    expect(faultsOf(questionnaire(32))).toEqual([expect.stringMatching(/^xml-too-deep/)])
    expect(faultsOf(questionnaire(2), { ...limits, depth: 5 })).toEqual(['none'])
    expect(faultsOf(questionnaire(2), { ...limits, depth: 4 })).toEqual([expect.stringMatching(/^xml-too-deep/)])
    const given = patient('<name><given value="a"/></name>')
    expect(faultsOf(given, { ...limits, depth: 4 })).toEqual(['none'])
    expect(faultsOf(given, { ...limits, depth: 3 })).toEqual([expect.stringMatching(/^xml-too-deep/)])
    const beside = patient('<birthDate id="a" value="1930"/>')
    expect(faultsOf(beside, { ...limits, depth: 2 })).toEqual(['none'])
    expect(faultsOf(beside, { ...limits, depth: 1 })).toEqual([expect.stringMatching(/^xml-too-deep/)])
    const held = patient('<contained><Patient/></contained>')
    expect(faultsOf(held, { ...limits, depth: 3 })).toEqual(['none'])
    expect(faultsOf(held, { ...limits, depth: 2 })).toEqual([expect.stringMatching(/^xml-too-deep/)])
  })

  it('is a hundred elements in narrative', () => {
    expect(faultsOf(patient(div(`${'<b>'.repeat(99)}${'</b>'.repeat(99)}`)))).toEqual(['none'])
    expect(faultsOf(patient(div(`${'<b>'.repeat(100)}${'</b>'.repeat(100)}`)))).toEqual([expect.stringMatching(/^xml-too-deep/)])
  })
})

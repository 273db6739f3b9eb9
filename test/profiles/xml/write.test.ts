// Writing a resource as FHIR XML.

import { describe, expect, it } from 'vitest'
import { readXml } from '../../../profiles/xml/read.ts'
import { writeXml } from '../../../profiles/xml/write.ts'

const limits = { bytes: 1024 * 1024, depth: 64 }
const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
const patient = (inside: string) => `${declaration}<Patient xmlns="http://hl7.org/fhir">${inside}</Patient>`
const write = (json: string) => writeXml(JSON.parse(json) as Record<string, unknown>)
const again = (text: string) => readXml(new TextEncoder().encode(text), limits)

describe('a resource written as XML', () => {
  it('has its elements in the order of the definition, whatever the order of its keys', () => {
    expect(
      writeXml({
        birthDate: '1930-01-01',
        name: [{ given: ['A', 'B'], id: 'n', use: 'official', family: 'C' }],
        resourceType: 'Patient',
        deceasedBoolean: false,
        id: 'a',
      }),
    ).toBe(
      patient(
        '<id value="a"/><name id="n"><use value="official"/><family value="C"/><given value="A"/><given value="B"/></name>' +
          '<birthDate value="1930-01-01"/><deceasedBoolean value="false"/>',
      ),
    )
  })

  it('writes digits of decimals as they are', () => {
    const value = JSON.rawJSON('1.500E3')
    expect(writeXml({ resourceType: 'Observation', valueQuantity: { value } })).toBe(
      `${declaration}<Observation xmlns="http://hl7.org/fhir"><valueQuantity><value value="1.500E3"/></valueQuantity></Observation>`,
    )
    expect(writeXml({ resourceType: 'Observation', valueInteger: 1e21 })).toContain('<valueInteger value="1e+21"/>')
  })

  it('joins values with what stands beside them, and passes over nulls', () => {
    const json = `{"resourceType":"Patient","_id":{"extension":[{"url":"u","valueCode":"x"}]},
      "name":[{"given":["A",null,"C"],"_given":[null,{"id":"b","extension":[{"url":"u","valueCode":"x"}]},{"id":"c"}]}]}`
    const extension = '<extension url="u"><valueCode value="x"/></extension>'
    expect(write(json)).toBe(
      patient(`<id>${extension}</id><name><given value="A"/><given id="b">${extension}</given><given value="C" id="c"/></name>`),
    )
    expect(write('{"resourceType":"Patient","name":[{"given":[null,"B"],"text":null}]}')).toBe(
      patient('<name><given value="B"/></name>'),
    )
  })

  it('escapes what XML would read otherwise', () => {
    expect(writeXml({ resourceType: 'Patient', name: [{ text: '<a href="x">&amp; \'b\'\n\r\t\u00a0</a>]]>' }] })).toBe(
      patient('<name><text value="&lt;a href=&quot;x&quot;&gt;&amp;amp; \'b\'&#10;&#13;&#9;\u00a0&lt;/a&gt;]]&gt;"/></name>'),
    )
  })

  it('writes U+FFFD for what XML has no character for', () => {
    expect(writeXml({ resourceType: 'Patient', name: [{ text: 'a\u0000b\u001f\ufffe\ud800c' }] })).toBe(
      patient('<name><text value="a\ufffdb\ufffd\ufffd\ufffdc"/></name>'),
    )
    expect(writeXml({ resourceType: 'Patient', id: '\udc00' })).toBe(patient('<id value="\ufffd"/>'))
  })

  it('puts resources within the elements that hold them', () => {
    expect(writeXml({ resourceType: 'Patient', contained: [{ resourceType: 'Organization', id: 'o' }] })).toBe(
      patient('<contained><Organization><id value="o"/></Organization></contained>'),
    )
    expect(writeXml({ resourceType: 'Patient' })).toBe(`${declaration}<Patient xmlns="http://hl7.org/fhir"/>`)
  })

  it('embeds narrative as XML', () => {
    const div = '<div xmlns="http://www.w3.org/1999/xhtml"><p title=\'a\'>A &amp; B<br/></p></div>'
    expect(writeXml({ resourceType: 'Patient', text: { div, status: 'generated' } })).toBe(
      patient(`<text><status value="generated"/>${div}</text>`),
    )
    expect(writeXml({ resourceType: 'Patient', text: { div: ` ${div}\n` } })).toBe(patient(`<text>${div}</text>`))
  })

  it.each([
    '</div></text><active value="false"/><text><div>',
    '<div xmlns="http://www.w3.org/1999/xhtml"></div></text><active value="false"/><text><div xmlns="http://www.w3.org/1999/xhtml"></div>',
    '<div>no namespace</div>',
    '<div xmlns="http://www.w3.org/1999/xhtml">&nbsp;</div>',
    '<div xmlns="http://www.w3.org/1999/xhtml"><p></div>',
    '<div xmlns="http://www.w3.org/1999/xhtml"><active xmlns="http://hl7.org/fhir" value="false"/></div>',
    '<!DOCTYPE div><div xmlns="http://www.w3.org/1999/xhtml"/>',
    '<?a b?><div xmlns="http://www.w3.org/1999/xhtml"/>',
    '<?xml version="1.0"?><div xmlns="http://www.w3.org/1999/xhtml"/>',
    '<p xmlns="http://www.w3.org/1999/xhtml"/>',
    'words',
    '',
  ])('lets no narrative that is none out of its div: %s', (div) => {
    const read = again(writeXml({ resourceType: 'Patient', text: { div, status: 'generated' } }))
    expect(read).toMatchObject({ value: { resourceType: 'Patient', text: { status: 'generated' } } })
    const { value } = read as unknown as { value: { active?: boolean; text: { div: string } } }
    expect(value.active).toBeUndefined()
    expect(value.text.div).toBe(
      `<div xmlns="http://www.w3.org/1999/xhtml">${div.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</div>`,
    )
  })

  it('writes what R4 does not define by its shape, so that it is refused and not lost', () => {
    const text = writeXml({
      nick: [{ a: 1, b: [true] }, 'x'],
      _other: { id: 'o', extension: [{ url: 'u', valueCode: 'c' }] },
      held: { resourceType: 'Patient', id: 'p' },
      'a b': 'left out',
      __proto__x: 'left out',
      resourceType: 'Patient',
      active: true,
    })
    expect(text).toBe(
      patient(
        '<active value="true"/><nick><a value="1"/><b value="true"/></nick><nick value="x"/>' +
          '<other id="o"><extension url="u"><valueCode value="c"/></extension></other>' +
          '<held><Patient><id value="p"/></Patient></held>',
      ),
    )
    expect(again(text)).toMatchObject({
      faults: [{ path: 'Patient.nick' }, { path: 'Patient.nick' }, { path: 'Patient.other' }, { path: 'Patient.held' }],
    })
  })
})

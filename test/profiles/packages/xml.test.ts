// FHIR's XML as JSON, and what is no XML of FHIR's.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromXml } from '../../../profiles/packages/fhir-xml.ts'
import { isXmlFault, readXml } from '../../../profiles/packages/xml.ts'

const resource = (text: string) => {
  const read = fromXml(text)
  return 'reason' in read ? read : read.resource
}
const patient = (inside: string) => resource(`<?xml version="1.0"?><Patient xmlns="http://hl7.org/fhir">${inside}</Patient>`)

describe('XML as JSON', () => {
  it('gives each value its JSON type, and lists where the type has them', () => {
    expect(
      patient(
        '<id value="a"/><active value="true"/><name><use value="official"/><given value="A"/><given value="B"/></name>' +
          '<multipleBirthInteger value="2"/><deceasedDateTime value="2026-01-01"/>',
      ),
    ).toEqual({
      resourceType: 'Patient',
      id: 'a',
      active: true,
      name: [{ use: 'official', given: ['A', 'B'] }],
      multipleBirthInteger: 2,
      deceasedDateTime: '2026-01-01',
    })
  })

  it('keeps ids and extensions of values beside them, in step', () => {
    const absent = '<extension url="http://x.example/absent"><valueCode value="unknown"/></extension>'
    const extension = [{ url: 'http://x.example/absent', valueCode: 'unknown' }]
    expect(patient(`<birthDate id="b">${absent}</birthDate>`)).toEqual({
      resourceType: 'Patient',
      _birthDate: { id: 'b', extension },
    })
    expect(patient(`<name><given value="A"/><given>${absent}</given><given value="C"/></name>`)).toMatchObject({
      name: [{ given: ['A', null, 'C'], _given: [null, { extension }, null] }],
    })
    expect(patient(`<name><given value="A">${absent}</given><given value="B"/></name>`)).toMatchObject({
      name: [{ given: ['A', 'B'], _given: [{ extension }, null] }],
    })
  })

  it('takes contained resources, entries and content references', () => {
    expect(patient('<contained><Organization><id value="o"/><name value="N"/></Organization></contained>')).toMatchObject({
      contained: [{ resourceType: 'Organization', id: 'o', name: 'N' }],
    })
    const bundle = resource(
      '<Bundle xmlns="http://hl7.org/fhir"><entry><resource><Questionnaire><item><item><linkId value="1"/></item></item></Questionnaire></resource></entry></Bundle>',
    )
    expect(bundle).toMatchObject({
      entry: [{ resource: { resourceType: 'Questionnaire', item: [{ item: [{ linkId: '1' }] }] } }],
    })
  })

  it('keeps narrative as it was written', () => {
    const div = '<div xmlns="http://www.w3.org/1999/xhtml">A &lt; B<br/><b title="x">c</b></div>'
    expect(patient(`<text><status value="generated"/>${div}</text>`)).toMatchObject({ text: { status: 'generated', div } })
  })

  it('keeps what the type does not have, or has once, for the validator to name', () => {
    expect(
      patient('<banana value="1"/><pear><a value="x"/></pear><active value="yes"/><gender value="a"/><gender value="b"/>'),
    ).toEqual({
      resourceType: 'Patient',
      banana: '1',
      pear: { a: 'x' },
      active: 'yes',
      gender: ['a', 'b'],
    })
  })

  it('reads prefixes, single quotes, comments, sections, and characters by number', () => {
    expect(
      resource(
        "<f:Patient xmlns:f='http://hl7.org/fhir'><!-- <a> --><f:id value='&#65;&#x1F600;&amp;&quot;'/><?pi <b> ?></f:Patient>",
      ),
    ).toEqual({ resourceType: 'Patient', id: 'A😀&"' })
  })

  it.each([
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><Patient xmlns="http://hl7.org/fhir"/>', 'document type'],
    ['an entity of its own', '<Patient xmlns="http://hl7.org/fhir"><id value="&a;"/></Patient>', 'entity'],
    ['no end', '<Patient xmlns="http://hl7.org/fhir"><id value="a"/>', 'not closed'],
    ['a wrong end', '<Patient xmlns="http://hl7.org/fhir"><id></name></Patient>', 'not open'],
    ['two roots', '<Patient xmlns="http://hl7.org/fhir"/><Patient xmlns="http://hl7.org/fhir"/>', 'two root'],
    ['an attribute twice', '<Patient xmlns="http://hl7.org/fhir"><id value="a" value="b"/></Patient>', 'twice'],
    ['another namespace', '<Patient xmlns="urn:hl7-org:v3"/>', 'namespace'],
    ['no namespace', '<Patient/>', 'namespace'],
    ['a type that is no resource of R4', '<Period xmlns="http://hl7.org/fhir"/>', 'no resource'],
    ['nothing', ' ', 'no element'],
    ['text around it', 'x<Patient xmlns="http://hl7.org/fhir"/>', 'text outside'],
    ['a bare sign', '<Patient xmlns="http://hl7.org/fhir">< </Patient>', '<'],
    ['more depth than any resource', `<Patient xmlns="http://hl7.org/fhir">${'<a>'.repeat(200)}`, 'deeper'],
  ])('names %s', (_, text, reason) => {
    expect(resource(text)).toMatchObject({ reason: expect.stringContaining(reason) as string })
  })

  it('names the line', () => {
    expect(readXml('<a xmlns="x">\n<b>\n</c>')).toMatchObject({ line: 3 })
    expect(readXml('<a xmlns="x">\nstray\n</a>')).toMatchObject({ strayLines: [1] })
  })

  it('is no way to a prototype', () => {
    const read = patient('<__proto__><polluted value="yes"/></__proto__><constructor value="x"/>')
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
    expect((read as Record<string, unknown>)['polluted']).toBeUndefined()
    const { contact } = patient('<contact><__proto__><polluted value="yes"/></__proto__></contact>') as { contact: object[] }
    expect(Object.getPrototypeOf(contact[0])).toBe(Object.prototype)
  })

  it('takes time in proportion to the length', () => {
    const started = performance.now()
    expect(isXmlFault(readXml(`<a xmlns="x">${'<b c="d"/>'.repeat(200_000)}</a>`))).toBe(false)
    expect(isXmlFault(readXml(`<a xmlns="x"${' '.repeat(200_000)}`))).toBe(true)
    expect(isXmlFault(readXml('<'.repeat(200_000)))).toBe(true)
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('never throws', () => {
    const part = fc.constantFrom(
      '<',
      '>',
      '/',
      'Patient',
      ' xmlns="http://hl7.org/fhir"',
      ' value="a"',
      '&#65;',
      '<!--',
      '-->',
      '<name>',
      '</name>',
      '<?',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        expect(typeof fromXml(parts.join(''))).toBe('object')
        expect(typeof fromXml(`<Patient xmlns="http://hl7.org/fhir">${parts.join('')}</Patient>`)).toBe('object')
      }),
    )
  })
})

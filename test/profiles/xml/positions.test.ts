// Where an issue's expression stands in submitted XML.

import { describe, expect, it } from 'vitest'
import { readXml } from '../../../profiles/xml/read.ts'
import { writeXml } from '../../../profiles/xml/write.ts'

const bundle = `<?xml version="1.0"?>
<f:Bundle xmlns:f="http://hl7.org/fhir"><f:type value="collection"/>
  <f:entry><f:resource><f:Patient>
    <f:contained><f:Organization><f:name value="O"/></f:Organization></f:contained>
    <f:name><f:given value="A"/><f:given value="B"/></f:name>
    <f:name><f:family value="C"/>
      <f:given value="D"/></f:name>
    <f:birthDate value="1930-01-01"><f:extension url="u"><f:valueCode value="x"/></f:extension></f:birthDate>
    <f:deceasedBoolean value="true"/>
  </f:Patient></f:resource></f:entry>
  <f:entry>\r
\t<f:fullUrl value="😀"/><f:resource><f:Observation><f:valueQuantity><f:value value="1"/></f:valueQuantity></f:Observation></f:resource></f:entry>
</f:Bundle>`

function placesOf(text: string, ...expressions: readonly string[]): Record<string, string> {
  const read = readXml(new TextEncoder().encode(text), { bytes: 1_000_000, depth: 64 })
  if ('faults' in read) throw new Error('refused')
  return Object.fromEntries([...read.positions(expressions)].map(([each, { line, column }]) => [each, `${line}:${column}`]))
}

describe('the place of an expression in XML', () => {
  it('is that of its tag', () => {
    expect(
      placesOf(
        bundle,
        'Bundle',
        'Bundle.type',
        'Bundle.entry[0].resource',
        'Bundle.entry[0].resource.contained[0].name',
        'Bundle.entry[0].resource.name[0].given[1]',
        'Bundle.entry[0].resource.name[1]',
        'Bundle.entry[0].resource.name[1].given[0]',
        'Bundle.entry[0].resource.birthDate.extension[0].value',
        'Bundle.entry[1].fullUrl',
        'Bundle.entry[1].resource.value.value',
      ),
    ).toEqual({
      Bundle: '2:1',
      'Bundle.type': '2:41',
      'Bundle.entry[0].resource': '3:12',
      'Bundle.entry[0].resource.contained[0].name': '4:34',
      'Bundle.entry[0].resource.name[0].given[1]': '5:33',
      'Bundle.entry[0].resource.name[1]': '6:5',
      'Bundle.entry[0].resource.name[1].given[0]': '7:7',
      'Bundle.entry[0].resource.birthDate.extension[0].value': '8:58',
      'Bundle.entry[1].fullUrl': '12:2',
      'Bundle.entry[1].resource.value.value': '12:69',
    })
  })

  it('may be asked for by either name of a choice, by a cast, and without the place in a list', () => {
    expect(
      placesOf(
        bundle,
        'Bundle.entry[0].resource.deceased',
        'Bundle.entry[0].resource.deceasedBoolean',
        'Bundle.entry[0].resource.deceased.ofType(boolean)',
        'Bundle.entry.resource.name.family',
        'Bundle.entry.resource.value.ofType(Quantity).value',
        "Bundle.entry[0].resource.birthDate.extension('u')",
      ),
    ).toEqual({
      'Bundle.entry[0].resource.deceased': '9:5',
      'Bundle.entry[0].resource.deceasedBoolean': '9:5',
      'Bundle.entry[0].resource.deceased.ofType(boolean)': '9:5',
      'Bundle.entry.resource.name.family': '6:13',
      'Bundle.entry.resource.value.ofType(Quantity).value': '12:69',
      "Bundle.entry[0].resource.birthDate.extension('u')": '8:37',
    })
  })

  it('is that of the nearest around it where the element is missing, or is an attribute', () => {
    expect(
      placesOf(
        bundle,
        'Bundle.entry[0].resource.name[7].given',
        'Bundle.entry[0].resource.birthDate.extension[0].url',
        'Bundle.entry[5]',
        'Bundle.identifier.system',
        'nonsense(',
        '',
      ),
    ).toEqual({
      'Bundle.entry[0].resource.name[7].given': '5:5',
      'Bundle.entry[0].resource.birthDate.extension[0].url': '8:37',
      'Bundle.entry[5]': '3:3',
      'Bundle.identifier.system': '2:1',
      'nonsense(': '2:1',
      '': '2:1',
    })
  })

  it('is found for many expressions in a long document at once', () => {
    const entry = Array.from({ length: 2_000 }, (_, i) => ({ resource: { resourceType: 'Patient', id: `a${i}`, active: true } }))
    const text = writeXml({ resourceType: 'Bundle', type: 'collection', entry }).replaceAll('<entry>', '\n<entry>')
    const started = performance.now()
    const places = placesOf(text, ...entry.map((_, i) => `Bundle.entry[${i}].resource.active`))
    expect(performance.now() - started).toBeLessThan(5_000)
    expect(places['Bundle.entry[1999].resource.active']).toMatch(/^2001:/)
  })
})

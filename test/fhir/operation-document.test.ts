// $document over HTTP: the Composition first, all that it refers to, nothing that the caller may not see.

import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Json } from '../../gateway/demo/wire.ts'
import { document } from '../../gateway/fhir/document.ts'
import type { FhirResource } from '../../gateway/fhir/resource.ts'
import { structureDefinition } from '../../profiles/canonical.ts'
import { ownValidator } from '../../profiles/own-validator.ts'
import { askWith, entriesOf, faultOf, list, openOperationWorld, type OperationWorld } from './operation-world.ts'

const example = (name: string): FhirResource =>
  JSON.parse(readFileSync(`profiles/built/examples/${name}.json`, 'utf8')) as FhirResource

/** List and DiagnosticReport have no address here: they travel in the Composition, as intake has them. */
const contained = ['List-ada-no-medicines', 'DiagnosticReport-ada-hip-xray'].map(example)
const summary = JSON.parse(
  JSON.stringify({
    ...example('Composition-ada-discharge-summary'),
    contained: contained.map(({ meta: _, ...one }) => one),
  }).replaceAll(/"(List|DiagnosticReport)\/([\w-]+)"/g, '"#$2"'),
) as FhirResource

const others = [
  'Patient-ada',
  'Encounter-ada-spell',
  'PractitionerRole-ada-ward-doctor',
  'PractitionerRole-ada-ward-therapist',
  'AllergyIntolerance-ada-no-known-allergy',
  'Condition-ada-diagnosis',
  'Observation-ada-walking-test',
  'Procedure-ada-wound-care',
  'Organization-gp1',
].map(example)

const at = 'Composition/ada-discharge-summary/$document'

describe('$document', () => {
  let world: OperationWorld
  beforeAll(async () => {
    world = await openOperationWorld()
    await world.put([...others, summary])
    // Somebody else's, which the walking test was derived from: not everything that hangs together is for everyone.
    await world.put([{ ...example('Observation-ada-walking-test'), id: 'elsewhere' }], { author: 'council1' })
  })
  afterAll(() => world.close())

  it('is a HomeFirstDischargeDocument of a HomeFirstDischargeSummary', async () => {
    const { status, json } = await world.get('epr', at)
    expect([status, json['resourceType'], json['type']]).toEqual([200, 'Bundle', 'document'])
    const profile = structureDefinition('HomeFirstDischargeDocument')
    expect(json['meta']?.['profile']).toEqual([profile])
    const errors = ownValidator()
      .validate(json, { type: 'Bundle', profile })
      .filter(({ severity }) => severity === 'error')
    expect(errors).toEqual([])
  })

  it('has the Composition first, then each that it refers to, once, and who did what', async () => {
    const { json } = await world.get('epr', at)
    const entries = entriesOf(json)
    expect(entries[0]).toBe('Composition/ada-discharge-summary')
    const expected = [
      ...others.map((one) => `${one.resourceType}/${one.id}`),
      'Organization/trust1',
      'Composition/ada-discharge-summary',
    ]
    expect(entries.toSorted()).toEqual(expect.arrayContaining(expected.toSorted()))
    expect(new Set(entries).size).toBe(entries.length)
    for (const entry of list(json['entry'])) {
      expect(entry['fullUrl']).toBe(`${world.house.base}/${entry['resource']?.['resourceType']}/${entry['resource']?.['id']}`)
      expect(entry['search']).toBeUndefined()
    }
  })

  it('has an identifier of its own each time, and the time', async () => {
    const [one, other] = [(await world.get('epr', at)).json, (await world.get('epr', at)).json]
    expect(one['identifier']).toEqual({
      system: 'urn:ietf:rfc:3986',
      value: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/) as unknown,
    })
    expect(one['identifier']).not.toEqual(other['identifier'])
    expect(Date.parse(one['timestamp'] ?? '')).toBeGreaterThan(Date.now() - 60_000)
  })

  it('is the same when the Composition is named by a parameter, and in XML', async () => {
    const { json } = await world.get('epr', at)
    for (const id of [
      'ada-discharge-summary',
      'Composition/ada-discharge-summary',
      `${world.house.base}/Composition/ada-discharge-summary`,
    ]) {
      const named = await world.get('epr', `Composition/$document?id=${id}`)
      expect(entriesOf(named.json)).toEqual(entriesOf(json))
    }
    const posted = await world.post('epr', at, { name: 'persist', valueBoolean: false })
    expect(entriesOf(posted.json)).toEqual(entriesOf(json))
    const xml = await world.systems.epr.ask('GET', `/fhir/R4/${at}`, undefined, { accept: 'application/fhir+xml' })
    expect(xml.text).toContain('<type value="document"/>')
  })

  it.each([
    ['persist=true', 422, 'not-supported'],
    ['persist=perhaps', 400, 'parameter-invalid'],
    ['graph=http://x.example/g', 400, 'parameter-unsupported'],
    ['id=other', 400, 'parameter-unsupported'],
  ])('says what is not done: %s', async (query, status, id) => {
    const answer = await world.get('epr', `${at}?${query}`)
    expect([answer.status, faultOf(answer.json)]).toEqual([status, id])
  })

  it('answers who may not see the Composition as if it had never been', async () => {
    const [hidden, absent] = [await world.get('council', at), await world.get('council', 'Composition/never/$document')]
    expect([hidden.status, hidden.text]).toEqual([404, absent.text])
    expect((await world.get('council', 'Composition/$document?id=ada-discharge-summary')).status).toBe(404)
    const elsewhere = await world.get('epr', 'Composition/$document?id=http://x.example/fhir/Composition/1')
    expect([elsewhere.status, faultOf(elsewhere.json)]).toEqual([422, 'not-supported'])
  })

  it('is refused with holes in it, in the same words for what is hidden and for what is not there', async () => {
    const holes = {
      ...summary,
      id: 'holes',
      custodian: { reference: 'Observation/elsewhere' },
      author: [{ reference: 'Practitioner/never' }],
    }
    const foreign = { ...summary, id: 'foreign', author: [{ reference: 'https://x.example/fhir/Practitioner/1' }] }
    await world.put([holes, foreign])
    const { status, json } = await world.get('epr', 'Composition/holes/$document')
    expect(status).toBe(422)
    const told = list(json['issue']).map((issue) => [
      issue['details']?.['coding']?.[0]?.['code'],
      issue['details']?.['text'],
      issue['expression']?.[0],
    ])
    expect(told.map(([id, , where]) => [id, where])).toEqual([
      ['document-incomplete', 'Composition.author[0]'],
      ['document-incomplete', 'Composition.custodian'],
    ])
    expect(new Set(told.map(([, text]) => text)).size).toBe(1)
    expect((await world.get('epr', 'Composition/foreign/$document')).status).toBe(422)
  })

  it('leaves out what only an entry refers to and the caller may not see', async () => {
    const test = {
      ...example('Observation-ada-walking-test'),
      id: 'derived',
      derivedFrom: [{ reference: 'Observation/elsewhere' }],
    }
    const one = JSON.parse(JSON.stringify({ ...summary, id: 'less' }).replaceAll('ada-walking-test', 'derived')) as FhirResource
    await world.put([test, one])
    const { status, json } = await world.get('epr', 'Composition/less/$document')
    expect([status, entriesOf(json).includes('Observation/derived'), entriesOf(json).includes('Observation/elsewhere')]).toEqual([
      200,
      true,
      false,
    ])
  })

  it('needs the scope of each that the Composition names, and goes without the others', async () => {
    const entry = [{ reference: 'Observation/ada-walking-test' }]
    const { section: _, contained: __, author: ___, custodian: ____, ...head } = summary
    await world.put([{ ...head, id: 'scoped', author: [{ reference: 'Organization/trust1' }], section: [{ entry }] }])
    const types = ['Composition', 'Patient', 'Encounter', 'Organization', 'Observation']
    const scopes = (of: readonly string[]) => of.map((type) => `system/${type}.r`).join(' ')
    const { body } = await document(askWith(scopes(types), 'scoped', world), world.house)
    const entries = entriesOf(JSON.parse(String(body)) as Json)
    expect([
      entries.includes('Observation/ada-walking-test'),
      entries.some((one) => one.startsWith('PractitionerRole/')),
    ]).toEqual([true, false])
    const whole = await document(askWith('system/*.r', 'scoped', world), world.house)
    expect(entriesOf(JSON.parse(String(whole.body)) as Json)).toContain('PractitionerRole/ada-ward-therapist')
    const less = document(askWith(scopes(types.slice(0, 4)), 'scoped', world), world.house)
    await expect(less).rejects.toMatchObject({ reason: 'forbidden' })
  })

  it('claims no profile that it does not meet', async () => {
    const plain = { ...example('Patient-ada'), id: 'plain', meta: {}, address: [] }
    const { address: _, ...bare } = plain
    await world.put([
      bare,
      JSON.parse(JSON.stringify({ ...summary, id: 'short' }).replaceAll('Patient/ada"', 'Patient/plain"')) as FhirResource,
    ])
    const { status, json } = await world.get('epr', 'Composition/short/$document')
    expect([status, json['meta']]).toEqual([200, undefined])
  })

  it('is what is stored, of a document that is stored, and no other Bundle', async () => {
    await world.put([example('Bundle-ada-discharge-document'), { resourceType: 'Bundle', id: 'batch', type: 'collection' }])
    const { status, json } = await world.get('epr', 'Bundle/ada-discharge-document/$document')
    expect([status, json['id']]).toEqual([200, 'ada-discharge-document'])
    expect((await world.get('epr', 'Bundle/batch/$document')).status).toBe(422)
    expect((await world.get('council', 'Bundle/ada-discharge-document/$document')).status).toBe(404)
  })

  it('is audited under all that it holds', async () => {
    await world.get('epr', at)
    const [audit] = await world.store.audits({ organization: 'trust1', limit: 1 })
    expect(audit?.what).toEqual(
      expect.arrayContaining(['Composition/ada-discharge-summary', 'Patient/ada', 'Condition/ada-diagnosis']),
    )
  })
})

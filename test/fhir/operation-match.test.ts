// Patient/$match over HTTP: who is certain and who is not, and nothing of what is hidden.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Json } from '../../gateway/demo/wire.ts'
import type { FhirResource } from '../../gateway/fhir/resource.ts'
import { nhsNumber } from '../../profiles/canonical.ts'
import { ownValidator } from '../../profiles/own-validator.ts'
import { admission, fromOtherTrust, person } from '../journey/people.ts'
import { entriesOf, faultOf, list, openOperationWorld, type OperationWorld } from './operation-world.ts'

const local = 'https://home-first.example/fhir/Id/local/trust1'
const who = {
  resourceType: 'Patient',
  name: [{ family: 'Test-Patient', given: ['Ada'] }],
  birthDate: '1940-02-29',
  gender: 'female',
}
const nhs = (value: string) => ({ system: nhsNumber, value })
const [one, two] = ['9990000018', '9990000026']

describe('Patient/$match', () => {
  let world: OperationWorld
  beforeAll(async () => {
    world = await openOperationWorld()
    await world.put([
      { ...who, id: 'sure', identifier: [nhs(one), { system: local, value: 'S1' }] },
      { ...who, id: 'nameless', identifier: [nhs(two)], name: [{ family: 'Other' }], birthDate: '1950-01-01' },
      { ...who, id: 'words', identifier: [{ system: local, value: 'S2' }], name: [{ family: 'TEST PATIENT', given: ['ADA'] }] },
      { ...who, id: 'less', name: [{ family: 'Test-Patient', given: ['Bert'] }], gender: 'male' },
      { id: 'barred', resourceType: 'Patient', name: [{ family: 'Wałęsa', given: ['Łukasz'] }], birthDate: '1943-09-29' },
    ] as FhirResource[])
    await world.put([{ ...who, id: 'hidden', identifier: [nhs(one)] } as FhirResource], { author: 'trust2' })
  })
  afterAll(() => world.close())

  const match = (patient: object, ...more: readonly unknown[]) =>
    world.post('epr', 'Patient/$match', { name: 'resource', resource: { resourceType: 'Patient', ...patient } }, ...more)
  const graded = (json: Json) =>
    list(json['entry'])
      .filter(({ search }) => search?.['mode'] === 'match')
      .map(({ resource, search }) => [resource?.['id'], search?.['extension']?.[0]?.['valueCode'], search?.['score'] as unknown])
  const onlyCertain = { name: 'onlyCertainMatches', valueBoolean: true }

  it('is certain of an NHS number whose date of birth agrees', async () => {
    const { status, json } = await match({ identifier: [nhs(one)], birthDate: '1940-02-29' })
    expect([status, json['type'], graded(json)]).toEqual([200, 'searchset', [['sure', 'certain', 1]]])
    expect(list(json['entry'])[0]?.['search']?.['extension']?.[0]?.['url']).toBe(
      'http://hl7.org/fhir/StructureDefinition/match-grade',
    )
    expect(json['entry']?.[0]?.['fullUrl']).toBe(`${world.house.base}/Patient/sure`)
  })

  it.each<[string, object, readonly unknown[][]]>([
    ['of a number alone', { identifier: [nhs(one)] }, [['sure', 'probable', 0.8]]],
    ['of a number with another date of birth', { identifier: [nhs(one)], birthDate: '1940-03-01' }, [['sure', 'possible', 0.4]]],
    [
      'of a local identifier with the date of birth',
      { identifier: [{ system: local, value: 'S2' }], birthDate: '1940-02-29' },
      [['words', 'certain', 0.98]],
    ],
    [
      'of an identifier of another system',
      { identifier: [{ system: 'http://x.example/ids', value: 'S2' }], birthDate: '1940-02-29' },
      [],
    ],
    [
      'of a number that is another’s',
      { ...who, identifier: [nhs(two)] },
      [
        ['words', 'probable', 0.76],
        ['nameless', 'possible', 0.4],
        ['less', 'possible', expect.any(Number)],
      ],
    ],
    [
      'of name and date of birth',
      { name: who.name, birthDate: who.birthDate },
      [
        ['sure', 'possible', 0.63],
        ['words', 'possible', 0.63],
        ['less', 'possible', 0.3],
      ],
    ],
    [
      'of name, date of birth and sex',
      who,
      [
        ['sure', 'probable', 0.76],
        ['words', 'probable', 0.76],
        ['less', 'possible', 0.1],
      ],
    ],
    ['of a name with another date of birth', { ...who, birthDate: '1941-02-28' }, []],
  ])('is no surer than it should be: %s', async (_, patient, expected) => {
    expect(graded((await match(patient)).json)).toEqual(expected)
  })

  it('gives only certain ones when asked to, and none where two people would be', async () => {
    expect(graded((await match(who, onlyCertain)).json)).toEqual([])
    expect(graded((await match({ identifier: [nhs(one)], birthDate: '1940-02-29' }, onlyCertain)).json)).toEqual([
      ['sure', 'certain', 1],
    ])
    const both = { identifier: [nhs(one), { system: local, value: 'S2' }], birthDate: '1940-02-29' }
    const { json } = await match(both, onlyCertain)
    expect([graded(json), json['total'] as unknown]).toEqual([[], 0])
    expect(entriesOf(json, 'outcome')).toHaveLength(1)
  })

  it('gives so many as are asked for, the likeliest first', async () => {
    const { json } = await match(who, { name: 'count', valueInteger: 1 })
    expect(graded(json)).toEqual([['sure', 'probable', 0.76]])
  })

  it('knows a name by its plain letters, whatever strokes and ligatures it has', async () => {
    const born = { birthDate: '1943-09-29' }
    const written = await match({ name: [{ family: 'Wałęsa', given: ['Łukasz'] }], ...born })
    const plain = await match({ name: [{ family: 'WALESA', given: ['Lukasz'] }], ...born })
    expect(graded(written.json)).toEqual([['barred', expect.any(String), expect.any(Number)]])
    expect(graded(plain.json)).toEqual(graded(written.json))
  })

  it('says nothing of a hidden record: who has none is answered like who has one that is hidden', async () => {
    const ask = (number: string) =>
      world.post('council', 'Patient/$match', { name: 'resource', resource: { ...who, identifier: [nhs(number)] } })
    const [hidden, absent] = [await ask(one), await ask('9990000034')]
    for (const { status, json } of [hidden, absent])
      expect([status, json['total'] as unknown, json['entry']]).toEqual([200, 0, undefined])
    expect(hidden.text.replace(/"timestamp":"[^"]*"/, '')).toBe(absent.text.replace(/"timestamp":"[^"]*"/, ''))
  })

  it('finds through the Person what the caller wrote or may see, and not the other source’s', async () => {
    const ada = person(40)
    await world.mllp(admission(ada))
    await world.mllp(fromOtherTrust(admission(ada)))
    const birthDate = ada.birthDate.replace(/(....)(..)(..)/, '$1-$2-$3')
    for (const name of ['epr', 'otherTrust'] as const) {
      const { json } = await world.post(
        name,
        'Patient/$match',
        { name: 'resource', resource: { resourceType: 'Patient', identifier: [nhs(ada.nhsNumber)], birthDate } },
        onlyCertain,
      )
      expect(entriesOf(json, 'match')).toHaveLength(1)
      expect((await world.get(name, entriesOf(json, 'match')[0] ?? '')).status).toBe(200)
    }
    const { json } = await world.post('council', 'Patient/$match', {
      name: 'resource',
      resource: { resourceType: 'Patient', identifier: [nhs(ada.nhsNumber)], birthDate },
    })
    expect(entriesOf(json)).toEqual([])
  })

  it('takes what is joined with a certain one for certain too, and shows of it what may be seen', async () => {
    const birthDate = '1931-05-06'
    const mine = { resourceType: 'Patient', id: 'mine', identifier: [{ system: local, value: 'S9' }], birthDate }
    await world.put([mine, { resourceType: 'Patient', id: 'joined', birthDate, name: [{ family: 'Elsewhere' }] }])
    await world.put([{ resourceType: 'Patient', id: 'secret', birthDate }], { author: 'trust2' })
    const links = ['mine', 'joined', 'secret'].map((id) => ({ target: { reference: `Patient/${id}` } }))
    await world.put([{ resourceType: 'Person', id: 'one', birthDate, link: links }], { author: 'gateway' })
    const holder = 'Person/one'
    await world.commit({ claims: links.map(({ target }) => ({ space: 'person-of', key: target.reference, holder })) })
    const { json, text } = await match({ identifier: mine.identifier, birthDate }, onlyCertain)
    expect(graded(json)).toEqual([
      ['mine', 'certain', 0.98],
      ['joined', 'certain', 0.95],
    ])
    expect([json['total'] as unknown, text.includes('secret')]).toEqual([2, false])
    // By the number that the Person has and none of these records: with its date of birth, and not without.
    await world.commit({ claims: [{ space: 'person', key: '9990000042', holder }] })
    const byNumber = async (born: string) => graded((await match({ identifier: [nhs('9990000042')], birthDate: born })).json)
    expect((await byNumber(birthDate)).map(([id]) => String(id)).toSorted()).toEqual(['joined', 'mine'])
    expect(await byNumber('1931-05-07')).toEqual([])
  })

  it('is a Bundle that R4 would have', async () => {
    const { json } = await match(who)
    expect(
      ownValidator()
        .validate(json)
        .filter(({ severity }) => severity === 'error'),
    ).toEqual([])
  })

  it('takes a Patient by itself', async () => {
    const { json } = await world.systems.epr.ask('POST', '/fhir/R4/Patient/$match?onlyCertainMatches=true', {
      resourceType: 'Patient',
      identifier: [nhs(one)],
      birthDate: '1940-02-29',
    })
    expect(graded(json)).toEqual([['sure', 'certain', 1]])
  })

  it.each<[string, object, number, string]>([
    ['too little to go by', { gender: 'female' }, 400, 'too-little-to-match'],
    ['a number that is none', { identifier: [nhs('9990000019')] }, 422, 'nhs-number-check-digit'],
    ['no instance of Patient', { identifier: [nhs(one)], birthDate: 'yesterday' }, 422, 'date-invalid'],
    ['another type', { resourceType: 'Person' }, 400, 'required'],
  ])('refuses %s', async (_, patient, status, id) => {
    const answer = await match(patient)
    expect(answer.status).toBe(status)
    if (id !== 'date-invalid') expect(faultOf(answer.json)).toBe(id)
  })

  it('is asked by POST, with a Patient', async () => {
    expect((await world.get('epr', 'Patient/$match')).status).toBe(405)
    expect((await world.post('epr', 'Patient/$match')).status).toBe(400)
  })

  it('is audited under whom it gave', async () => {
    await match({ identifier: [nhs(one)], birthDate: '1940-02-29' })
    expect((await world.store.audits({ organization: 'trust1', limit: 1 }))[0]?.what).toEqual(['Patient/sure'])
  })
})

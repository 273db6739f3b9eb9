// $translate, $expand, $validate-code and $lookup, asked over HTTP: what the packaged lists say, and no half of it.

import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Json, Wire } from '../../gateway/demo/wire.ts'
import { packaged } from '../../gateway/fhir/packaged.ts'
import { conceptMaps } from '../../mappings/codes/maps.ts'
import { codeSystem, valueSet } from '../../profiles/canonical.ts'
import { conceptsOf, codeSystemResource } from '../../profiles/terminology.ts'
import { databases, startWorld, type World } from '../journey/world.ts'

let world: World
let wire: Wire
beforeAll(async () => {
  const [database] = databases
  if (!database) throw new Error('no database')
  world = await startWorld(database)
  wire = world.systems.council
})
afterAll(() => world.close())

const get = (path: string) => wire.ask('GET', `/fhir/R4/${path}`)
const post = (path: string, ...parameter: readonly unknown[]) =>
  wire.ask('POST', `/fhir/R4/${path}`, { resourceType: 'Parameters', parameter })
const query = (parameters: Readonly<Record<string, string>>) => new URLSearchParams(parameters).toString()
const list = (json: Json | undefined): readonly Readonly<Record<string, Json>>[] => json ?? []
const named = (json: Json, name: string) => list(json['parameter']).filter((one) => one['name'] === name)
const result = (json: Json) => named(json, 'result')[0]?.['valueBoolean'] as unknown
const fault = (json: Json) => json['issue']?.[0]?.['details']?.['coding']?.[0]?.['code']
const parts = (match: Readonly<Record<string, Json>>) =>
  Object.fromEntries(
    list(match['part']).map((part) => [part['name'], part['valueCode'] ?? part['valueCoding'] ?? part['valueUri']]),
  )

const pathway = codeSystem('pathway')
const destination = codeSystem('discharge-destination')
const map = 'https://home-first.example/fhir/ConceptMap/pathway-to-discharge-destination'

describe('ConceptMap/$translate', () => {
  it.each<[string, () => ReturnType<typeof get>]>([
    ['by GET', () => get(`ConceptMap/$translate?${query({ url: map, system: pathway, code: '2' })}`)],
    [
      'of one map by its id',
      () => get(`ConceptMap/pathway-to-discharge-destination/$translate?${query({ system: pathway, code: '2' })}`),
    ],
    [
      'of a Coding',
      () =>
        post(
          'ConceptMap/$translate',
          { name: 'url', valueUri: map },
          { name: 'coding', valueCoding: { system: pathway, code: '2' } },
        ),
    ],
    [
      'of a CodeableConcept, one coding of which says nothing',
      () =>
        post(
          'ConceptMap/$translate',
          { name: 'url', valueUri: map },
          { name: 'codeableConcept', valueCodeableConcept: { coding: [{ code: 'x' }, { system: pathway, code: '2' }] } },
        ),
    ],
    [
      'of any map to a code system',
      () => get(`ConceptMap/$translate?${query({ system: pathway, code: '2', targetsystem: destination })}`),
    ],
  ])('gives the code and how it stands to it: %s', async (_, ask) => {
    const { status, json } = await ask()
    expect([status, result(json)]).toEqual([200, true])
    expect(named(json, 'match').map(parts)).toEqual([
      {
        equivalence: 'equivalent',
        concept: { system: destination, code: '2-short-term-bed', display: expect.any(String) as unknown },
        source: map,
      },
    ])
  })

  it('goes back on the way it came, and turns narrower into wider', async () => {
    const { json } = await get(
      `ConceptMap/$translate?${query({ url: map, system: destination, code: '0-home', reverse: 'true' })}`,
    )
    expect(named(json, 'match').map(parts)).toMatchObject([{ equivalence: 'wider', concept: { system: pathway, code: '0' } }])
  })

  it('gives only what is of the value set that is asked for', async () => {
    const ask = (target: string) => get(`ConceptMap/$translate?${query({ system: pathway, code: '2', target })}`)
    const { json } = await ask(valueSet('discharge-destination'))
    expect(named(json, 'match').map(parts)).toMatchObject([{ concept: { code: '2-short-term-bed' } }])
    expect(result((await ask(valueSet('funding'))).json)).toBe(false)
    expect((await ask('http://x.example/ValueSet/none')).status).toBe(404)
  })

  it('finds a map by a canonical with a version only in that version', async () => {
    const unversioned = 'https://home-first.example/fhir/ConceptMap/administrative-gender'
    const sex = { system: 'https://home-first.example/fhir/CodeSystem/itk-administrative-sex', code: 'F' }
    const ask = async (parameters: Readonly<Record<string, string>>) => {
      const { status, json } = await get(`ConceptMap/$translate?${query(parameters)}`)
      return [status, status === 200 ? result(json) : fault(json)]
    }
    expect(await ask({ ...sex, url: unversioned })).toEqual([200, true])
    for (const version of ['9', 'undefined', ''])
      expect(await ask({ ...sex, url: `${unversioned}|${version}` })).toEqual([404, 'concept-map-unknown'])
    expect(await ask({ ...sex, conceptMapVersion: '9' })).toEqual([404, 'concept-map-unknown'])
    const two = { system: pathway, code: '2' }
    expect(await ask({ ...two, url: `${map}|0.1.0` })).toEqual([200, true])
    expect(await ask({ ...two, url: map, conceptMapVersion: '0.1.0' })).toEqual([200, true])
    expect(await ask({ ...two, url: `${map}|9` })).toEqual([404, 'concept-map-unknown'])
    expect((await get(`ValueSet/$validate-code?${query({ ...two, url: `${valueSet('pathway')}|9` })}`)).status).toBe(404)
  })

  it('says neither yes nor no of a code of another version of its system', async () => {
    const two = { system: pathway, code: '2' }
    const ask = (name: string, value: object, ...more: readonly object[]) =>
      post('ConceptMap/$translate', { name: 'url', valueUri: map }, { name, ...value }, ...more)
    const other = await Promise.all([
      get(`ConceptMap/$translate?${query({ ...two, version: '99' })}`),
      get(`ConceptMap/$translate?${query({ system: destination, code: '0-home', version: '99', reverse: 'true' })}`),
      ask('coding', { valueCoding: { ...two, version: '99' } }),
      ask('coding', { valueCoding: two }, { name: 'version', valueString: '99' }),
      ask('codeableConcept', { valueCodeableConcept: { coding: [{ ...two, version: '99' }] } }),
    ])
    for (const { status, json } of other) expect([status, fault(json)]).toEqual([422, 'not-supported'])
    for (const coding of [[{ ...two, version: '0.1.0' }], [{ ...two, version: '99' }, two]]) {
      const { status, json } = await ask('codeableConcept', { valueCodeableConcept: { coding } })
      expect([status, result(json), named(json, 'match').length]).toEqual([200, true, 1])
    }
  })

  it('knows the lists of the mappings', async () => {
    const { json } = await get(
      `ConceptMap/administrative-gender/$translate?${query({ system: 'https://home-first.example/fhir/CodeSystem/itk-administrative-sex', code: 'F' })}`,
    )
    expect([result(json), named(json, 'match').map(parts)]).toMatchObject([true, [{ concept: { code: 'female' } }]])
    const files = readdirSync('mappings/codes').filter((name) => name.endsWith('.json'))
    expect(conceptMaps.map(({ id }) => `${id}.json`).toSorted()).toEqual(files.toSorted())
  })

  it('says of a code without a translation that there is none', async () => {
    const { status, json } = await get(`ConceptMap/$translate?${query({ url: map, system: pathway, code: 'none-such' })}`)
    expect([status, result(json), named(json, 'match')]).toEqual([200, false, []])
    expect(named(json, 'message')).toHaveLength(1)
  })

  it('translates the codes of every packaged map as the map has them', { timeout: 60_000 }, async () => {
    interface Row {
      readonly source: string
      readonly element: readonly { readonly code: string; readonly target?: readonly { readonly code?: string }[] }[]
    }
    let rows = 0
    for (const one of packaged('ConceptMap')) {
      const groups = one['group'] as readonly Row[]
      for (const { source, element } of groups) {
        const { code, target = [] } = element.find((row) => row.target?.[0]?.code !== undefined) ?? { code: '' }
        if (target.length === 0) continue
        const { json } = await get(`ConceptMap/${one.id}/$translate?${query({ system: source, code })}`)
        const found = named(json, 'match').map((match) => (parts(match)['concept'] as { code?: string } | undefined)?.code)
        expect(found, one.id).toEqual(expect.arrayContaining(target.map((to) => to.code)))
        rows += 1
      }
    }
    expect(rows).toBeGreaterThan(50)
  })
})

describe('ValueSet/$expand', () => {
  const url = valueSet('delay-reason')
  const codes = () => conceptsOf(codeSystemResource(codeSystem('delay-reason')) ?? {}).map(({ code }) => code)
  const contains = (json: Json) => list(json['expansion']?.['contains']).map((one) => one['code'] as string)

  it.each([`ValueSet/$expand?url=${url}`, 'ValueSet/delay-reason/$expand', `ValueSet/$expand?url=${url}|0.1.0`])(
    'lists all codes with their words: %s',
    async (address) => {
      const { status, json } = await get(address)
      expect([status, json['url'], json['expansion']?.['total'] as unknown]).toEqual([200, url, codes().length])
      expect(contains(json)).toEqual(codes())
      expect(json['expansion']?.['contains']?.[0]).toMatchObject({
        system: codeSystem('delay-reason'),
        display: expect.any(String) as unknown,
      })
      expect(json['expansion']?.['parameter']).toContainEqual({
        name: 'version',
        valueUri: `${codeSystem('delay-reason')}|0.1.0`,
      })
      expect(json['compose']).toBeUndefined()
    },
  )

  it('pages without repeating or missing a code, and tells the whole', async () => {
    const found: string[] = []
    for (let offset = 0; offset < codes().length; offset += 7) {
      const { json } = await get(`ValueSet/$expand?${query({ url, offset: String(offset), count: '7' })}`)
      expect(json['expansion']).toMatchObject({ total: codes().length, offset })
      found.push(...contains(json))
    }
    expect(found).toEqual(codes())
    expect(contains((await get(`ValueSet/$expand?${query({ url, count: '0' })}`)).json)).toEqual([])
  })

  it('gives those whose code or words hold the filter', async () => {
    const { json } = await get(`ValueSet/$expand?${query({ url, filter: 'TRANSPORT' })}`)
    const shown = list(json['expansion']?.['contains'])
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.length).toBeLessThan(codes().length)
    for (const one of shown) expect(`${one['code']} ${one['display']}`.toLowerCase()).toContain('transport')
    expect(json['expansion']?.['parameter']).toContainEqual({ name: 'filter', valueString: 'TRANSPORT' })
  })

  it('leaves out what is no longer used when asked to', async () => {
    const ofIt = { url: valueSet('csds-accommodation-status') }
    const all = (await get(`ValueSet/$expand?${query(ofIt)}`)).json
    const marked = list(all['expansion']?.['contains']).filter((one) => (one['inactive'] as unknown) === true)
    expect(marked.length).toBeGreaterThan(0)
    const active = (await get(`ValueSet/$expand?${query({ ...ofIt, activeOnly: 'true' })}`)).json
    expect(contains(active)).toEqual(contains(all).filter((code) => !marked.some((one) => one['code'] === code)))
  })

  it.each([
    ['http://snomed.info/sct?fhir_vs=isa/73211009', 422, 'not-supported', 'not-supported'],
    ['http://hl7.org/fhir/ValueSet/mimetypes', 422, 'expansion-too-costly', 'too-costly'],
    ['http://hl7.org/fhir/ValueSet/condition-code', 422, 'expansion-not-supported', 'not-supported'],
    ['http://x.example/ValueSet/none', 404, 'value-set-unknown', 'not-found'],
    [`${url}|9.9`, 404, 'version-unknown', 'not-found'],
  ])('does not list half of %s', async (one, status, id, code) => {
    const answer = await get(`ValueSet/$expand?${query({ url: one })}`)
    expect([answer.status, fault(answer.json), answer.json['issue']?.[0]?.['code']]).toEqual([status, id, code])
  })

  it('expands or refuses every packaged value set, and lists what $validate-code takes', { timeout: 120_000 }, async () => {
    const own = packaged('ValueSet').filter(({ id }) => id !== undefined)
    expect(own.length).toBeGreaterThan(90)
    for (const { id } of own) {
      const { status, json } = await get(`ValueSet/${id}/$expand?count=2`)
      expect([200, 422], id).toContain(status)
      for (const { system = '', code = '' } of list(json['expansion']?.['contains'])) {
        expect(result((await get(`ValueSet/${id}/$validate-code?${query({ system, code })}`)).json), `${id} ${code}`).toBe(true)
      }
    }
  })
})

describe('$validate-code', () => {
  const url = valueSet('pathway')
  const ask = (parameters: Readonly<Record<string, string>>) => get(`ValueSet/$validate-code?${query({ url, ...parameters })}`)
  const display = () => conceptsOf(codeSystemResource(pathway) ?? {}).find(({ code }) => code === '1')?.display ?? ''

  it('says yes with the words of the code, and no with a reason', async () => {
    expect((await ask({ system: pathway, code: '1' })).json).toEqual({
      resourceType: 'Parameters',
      parameter: [
        { name: 'result', valueBoolean: true },
        { name: 'display', valueString: display() },
      ],
    })
    for (const asked of [
      { system: pathway, code: '9' },
      { system: 'http://x.example/s', code: '1' },
    ]) {
      const { json } = await ask(asked)
      expect([result(json), named(json, 'message').length]).toEqual([false, 1])
    }
  })

  it('takes one good coding of several', async () => {
    const coding = [
      { system: 'http://x.example/s', code: '1' },
      { system: pathway, code: '1' },
    ]
    const { json } = await post(
      'ValueSet/$validate-code',
      { name: 'url', valueUri: url },
      { name: 'codeableConcept', valueCodeableConcept: { coding } },
    )
    expect(result(json)).toBe(true)
  })

  it('takes one good coding of several members, whatever their order', async () => {
    const judge = async (...coding: readonly object[]) => {
      const sent = [
        { name: 'url', valueUri: 'http://hl7.org/fhir/ValueSet/administrative-gender' },
        { name: 'codeableConcept', valueCodeableConcept: { coding } },
      ]
      const { status, json } = await post('ValueSet/$validate-code', ...sent)
      return status === 200 ? [result(json), named(json, 'display')[0]?.['valueString']] : [status, fault(json)]
    }
    const system = 'http://hl7.org/fhir/administrative-gender'
    const wrong = { system, code: 'male', display: 'Nope' }
    const right = { system, code: 'female', display: 'Female' }
    expect(await judge(wrong, right)).toEqual([true, 'Female'])
    expect(await judge(right, wrong)).toEqual([true, 'Female'])
    expect(await judge(wrong, { ...right, display: 'Nor this' })).toEqual([false, 'Male'])
    expect(await judge(wrong, { ...right, version: '99' })).toEqual([422, 'not-supported'])
  })

  it('says no to a display of another code', async () => {
    expect(result((await ask({ system: pathway, code: '1', display: display() })).json)).toBe(true)
    const { json } = await ask({ system: pathway, code: '1', display: 'Something else' })
    expect([result(json), named(json, 'message').length, named(json, 'display')[0]?.['valueString']]).toEqual([
      false,
      1,
      display(),
    ])
  })

  it('says neither yes nor no of a code that it cannot look up', async () => {
    const { status, json } = await get(
      `ValueSet/$validate-code?${query({ url: 'http://snomed.info/sct?fhir_vs=isa/73211009', system: 'http://snomed.info/sct', code: '44054006' })}`,
    )
    expect([status, fault(json)]).toEqual([422, 'not-supported'])
    expect((await ask({ system: pathway, code: '1', systemVersion: '9.9' })).status).toBe(422)
  })

  it('asks a code system alike', async () => {
    const of = (code: string) => get(`CodeSystem/pathway/$validate-code?${query({ code })}`)
    expect(result((await of('1')).json)).toBe(true)
    expect(result((await of('9')).json)).toBe(false)
    expect((await get(`CodeSystem/$validate-code?${query({ url: 'http://x.example/s', code: '1' })}`)).status).toBe(404)
  })
})

describe('CodeSystem/$lookup', () => {
  it('tells name, version, words and place of a code', async () => {
    const { status, json } = await get(`CodeSystem/$lookup?${query({ system: pathway, code: '1' })}`)
    expect([status, named(json, 'version')[0]?.['valueString']]).toEqual([200, '0.1.0'])
    for (const name of ['name', 'display']) expect(named(json, name)[0]?.['valueString']).toMatch(/\w/)
  })

  it('does not know what is not there', async () => {
    for (const asked of [
      { system: pathway, code: '9' },
      { system: 'http://x.example/s', code: '1' },
      { system: pathway, code: '1', version: '9.9' },
    ])
      expect((await get(`CodeSystem/$lookup?${query(asked)}`)).status).toBe(404)
  })
})

describe('an operation on lists', () => {
  it.each([
    ['an unknown parameter', `ValueSet/$expand?url=${valueSet('pathway')}&contxt=1`, 'parameter-unsupported'],
    ['two of one', `ValueSet/$expand?url=${valueSet('pathway')}&url=${valueSet('funding')}`, 'parameter-repeated'],
    ['a number that is none', `ValueSet/$expand?url=${valueSet('pathway')}&count=-1`, 'parameter-invalid'],
    ['nothing', 'ValueSet/$expand', 'parameter-invalid'],
    ['a code without its system', 'ConceptMap/$translate?code=1', 'parameter-invalid'],
    ['both an address and a url', `ValueSet/pathway/$expand?url=${valueSet('pathway')}`, 'parameter-invalid'],
    ['no code', `ValueSet/$validate-code?url=${valueSet('pathway')}`, 'parameter-invalid'],
  ])('is refused with %s', async (_, address, id) => {
    const { status, json } = await get(address)
    expect([status, fault(json)]).toEqual([400, id])
  })

  it('names every fault of Parameters with its place', async () => {
    const { status, json } = await post(
      'ValueSet/$expand',
      { name: 'url', valueBoolean: true },
      { name: 'what', valueString: 'x' },
      7,
    )
    expect(status).toBe(400)
    expect(list(json['issue']).map((issue) => issue['expression']?.[0])).toEqual(
      [0, 1, 2].map((i) => `Parameters.parameter[${i}]`),
    )
  })

  it('reads and writes XML', async () => {
    const xml = `<Parameters xmlns="http://hl7.org/fhir"><parameter><name value="url"/><valueUri value="${valueSet('pathway')}"/></parameter></Parameters>`
    const { status, text } = await wire.ask('POST', '/fhir/R4/ValueSet/$expand', xml, {
      'content-type': 'application/fhir+xml',
      accept: 'application/fhir+xml',
    })
    expect([status, text.includes('<ValueSet'), text.includes('<total value="')]).toEqual([200, true, true])
  })

  it('is for whoever is authenticated, and for nobody else', async () => {
    const response = await fetch(`${world.url}/fhir/R4/ValueSet/$expand?url=${valueSet('pathway')}`)
    expect(response.status).toBe(401)
  })

  it('answers whatever is sent, and breaks on nothing', { timeout: 60_000 }, async () => {
    const names = [
      'url',
      'code',
      'system',
      'coding',
      'codeableConcept',
      'count',
      'filter',
      'reverse',
      'resource',
      '__proto__',
      'target',
    ]
    const elements = [
      'valueUri',
      'valueCode',
      'valueInteger',
      'valueBoolean',
      'valueCoding',
      'valueCodeableConcept',
      'resource',
      'part',
    ]
    const strange = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>(pathway, valueSet('pathway'), '1', `${pathway}|`, '|', '__proto__'),
    )
    const parameter = fc.record({ name: fc.constantFrom(...names), element: fc.constantFrom(...elements), value: strange })
    const addresses = [
      ...['ConceptMap/$translate', 'ConceptMap/document-type/$translate', 'ValueSet/$expand', 'ValueSet/pathway/$expand'],
      ...[
        'ValueSet/$validate-code',
        'CodeSystem/$validate-code',
        'CodeSystem/$lookup',
        'Patient/$match',
        'Composition/$document',
      ],
      ...['Patient/x/$everything', 'EpisodeOfCare/x/$everything', 'Bundle/x/$document'],
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...addresses), fc.array(parameter, { maxLength: 4 }), async (address, sent) => {
        const answer = await post(address, ...sent.map(({ name, element, value }) => ({ name, [element]: value })))
        expect(answer.status).toBeLessThan(500)
        expect(answer.json['resourceType']).toMatch(/^(OperationOutcome|Parameters|ValueSet|Bundle)$/)
      }),
      { numRuns: 400 },
    )
    expect(world.errors).toEqual([])
  })

  it('is not there when it is not known', async () => {
    expect((await get('ValueSet/$explode')).status).toBe(404)
  })
})

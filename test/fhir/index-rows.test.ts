// Index rows: what each type can be found by.

import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeSystem, structureDefinition } from '../../profiles/canonical.ts'
import { beginning, folded, indexable, indexRows } from '../../gateway/store/index-rows.ts'
import { searchParameterOf, searchParameters } from '../../gateway/store/search-parameters.ts'
import { isKnownType, resourceTypes } from '../../gateway/types.ts'

const base = 'http://gateway.example/fhir/R4'
const nhsNumber = 'https://fhir.nhs.uk/Id/nhs-number'
const loinc = 'http://loinc.example'

/** A resource's rows as `key value [other]`, without the type. */
function rowsOf(resource: Record<string, unknown>): string[] {
  const type = `${String(resource['resourceType'])}.`
  return indexRows(resource, base).map(({ key, value, other }) => {
    expect(key.startsWith(type)).toBe(true)
    return [key.slice(type.length), value, ...(other ? [other] : [])].join(' ')
  })
}

const day = (date: string) => `${date}T00:00:00.000000Z ${date}T23:59:59.999999Z`
const concept = (code: string) => ({ coding: [{ system: loinc, code }] })
const identifier = [{ system: 'urn:test', value: 'A1' }]
const to = (reference: string) => ({ reference })

const examples: readonly (readonly [Record<string, unknown>, readonly string[]])[] = [
  [
    {
      resourceType: 'Patient',
      identifier: [{ system: nhsNumber, value: '9990000018' }],
      active: true,
      name: [{ family: 'Ünal-Example', given: ['Zoë', 'ANNA'], prefix: ['Dr'] }],
      gender: 'female',
      birthDate: '1940-02-03',
      address: [{ postalCode: 'ZZ99 3VZ' }],
      managingOrganization: to('Organization/trust1'),
    },
    [
      `identifier 9990000018 ${nhsNumber}`,
      'family unal-example Ünal-Example',
      'given zoe Zoë',
      'given anna ANNA',
      'name unal-example Ünal-Example',
      'name zoe Zoë',
      'name anna ANNA',
      'name dr Dr',
      `birthdate ${day('1940-02-03')}`,
      'gender female',
      'active true',
      'deceased false',
      'address zz99 3vz ZZ99 3VZ',
      'address-postalcode zz99 3vz ZZ99 3VZ',
      'organization Organization/trust1',
    ],
  ],
  [
    {
      resourceType: 'Organization',
      name: 'Example Trust',
      alias: ['ET'],
      active: false,
      type: [concept('prov')],
      identifier,
    },
    ['identifier A1 urn:test', 'name example trust Example Trust', 'name et ET', 'active false', `type prov ${loinc}`],
  ],
  [
    {
      resourceType: 'Encounter',
      identifier,
      status: 'in-progress',
      class: { system: 'urn:class', code: 'IMP' },
      subject: to('Patient/1'),
      period: { start: '2026-01-05', end: '2026-01-06' },
      serviceProvider: to('Organization/trust1'),
      basedOn: [to('ServiceRequest/1')],
      episodeOfCare: [to('EpisodeOfCare/1')],
      partOf: to('Encounter/0'),
    },
    [
      'identifier A1 urn:test',
      'status in-progress',
      'class IMP urn:class',
      'subject Patient/1',
      'date 2026-01-05T00:00:00.000000Z 2026-01-06T23:59:59.999999Z',
      'service-provider Organization/trust1',
      'based-on ServiceRequest/1',
      'episode-of-care EpisodeOfCare/1',
      'part-of Encounter/0',
    ],
  ],
  [
    {
      resourceType: 'EpisodeOfCare',
      identifier,
      status: 'active',
      patient: to('Patient/1'),
      managingOrganization: to('Organization/hub1'),
      referralRequest: [to('ServiceRequest/1'), to('ServiceRequest/2')],
    },
    [
      'identifier A1 urn:test',
      'status active',
      'patient Patient/1',
      'organization Organization/hub1',
      'incoming-referral ServiceRequest/1',
      'incoming-referral ServiceRequest/2',
    ],
  ],
  [
    {
      resourceType: 'ServiceRequest',
      identifier,
      status: 'active',
      intent: 'order',
      priority: 'urgent',
      category: [concept('cat')],
      code: concept('code'),
      subject: to('Patient/1'),
      encounter: to('Encounter/1'),
      requester: to('Organization/trust1'),
      performer: [to('Organization/hub1')],
      authoredOn: '2026-01-05',
      basedOn: [to('ServiceRequest/0')],
      extension: [{ url: structureDefinition('work-type'), valueCodeableConcept: concept('restart') }],
    },
    [
      'identifier A1 urn:test',
      'status active',
      'intent order',
      'priority urgent',
      `category cat ${loinc}`,
      `code code ${loinc}`,
      'subject Patient/1',
      'encounter Encounter/1',
      'requester Organization/trust1',
      'performer Organization/hub1',
      `authored ${day('2026-01-05')}`,
      'based-on ServiceRequest/0',
      `work-type restart ${loinc}`,
    ],
  ],
  [
    {
      resourceType: 'Task',
      identifier,
      status: 'requested',
      intent: 'order',
      priority: 'routine',
      businessStatus: concept('received'),
      code: concept('fulfil'),
      owner: { identifier: { system: 'urn:ods', value: 'HUB1' } },
      requester: { ...to('Organization/trust1'), identifier: { system: 'urn:ods', value: 'TRUST1' } },
      for: to('Patient/1'),
      focus: to('ServiceRequest/1'),
      basedOn: [to('ServiceRequest/2')],
      partOf: [to('Task/1')],
      encounter: to('Encounter/1'),
      authoredOn: '2026-01-05',
      lastModified: '2026-01-06',
    },
    [
      'identifier A1 urn:test',
      'status requested',
      'intent order',
      'priority routine',
      `business-status received ${loinc}`,
      `code fulfil ${loinc}`,
      'owner ',
      'owner:identifier HUB1 urn:ods',
      'requester Organization/trust1',
      'requester:identifier TRUST1 urn:ods',
      'subject Patient/1',
      'focus ServiceRequest/1',
      'based-on ServiceRequest/2',
      'part-of Task/1',
      'encounter Encounter/1',
      `authored-on ${day('2026-01-05')}`,
      `modified ${day('2026-01-06')}`,
    ],
  ],
  [
    {
      resourceType: 'CarePlan',
      identifier,
      status: 'active',
      intent: 'plan',
      category: [concept('cat')],
      subject: to('Patient/1'),
      encounter: to('Encounter/1'),
      basedOn: [to('CarePlan/0')],
      partOf: [to('CarePlan/00')],
      activity: [{ reference: to('ServiceRequest/1') }, { detail: { status: 'scheduled' } }],
      goal: [to('Goal/1')],
      period: { start: '2026-01-05' },
    },
    [
      'identifier A1 urn:test',
      'status active',
      'intent plan',
      `category cat ${loinc}`,
      'subject Patient/1',
      'encounter Encounter/1',
      'based-on CarePlan/0',
      'part-of CarePlan/00',
      'activity-reference ServiceRequest/1',
      'goal Goal/1',
      'date 2026-01-05T00:00:00.000000Z 9999-12-31T23:59:59.999999Z',
    ],
  ],
  [
    {
      resourceType: 'Goal',
      identifier,
      lifecycleStatus: 'active',
      subject: to('Patient/1'),
      startDate: '2026-01-05',
      target: [{ dueDate: '2026-02-05' }, { dueDate: '2026-02-06' }],
    },
    [
      'identifier A1 urn:test',
      'lifecycle-status active',
      'subject Patient/1',
      `start-date ${day('2026-01-05')}`,
      `target-date ${day('2026-02-05')}`,
      `target-date ${day('2026-02-06')}`,
    ],
  ],
  [
    {
      resourceType: 'Observation',
      identifier,
      status: 'final',
      code: { text: 'words only' },
      subject: to('Patient/1'),
      encounter: to('Encounter/1'),
      effectiveTiming: { event: ['2026-01-07', '2026-01-05'] },
      valueCodeableConcept: { coding: [{ system: loinc, code: 'yes' }, { code: 'local' }] },
      basedOn: [to('ServiceRequest/1')],
      extension: [{ url: structureDefinition('responsible-council'), valueReference: to('Organization/council1') }],
    },
    [
      'identifier A1 urn:test',
      'status final',
      'code ',
      'code:text words only',
      'combo-code ',
      'combo-code:text words only',
      'subject Patient/1',
      'encounter Encounter/1',
      'date 2026-01-05T00:00:00.000000Z 2026-01-07T23:59:59.999999Z',
      `value-concept yes ${loinc}`,
      'value-concept local',
      `combo-value-concept yes ${loinc}`,
      'combo-value-concept local',
      'based-on ServiceRequest/1',
      'responsible-council Organization/council1',
    ],
  ],
  [
    {
      resourceType: 'DocumentReference',
      masterIdentifier: { system: 'urn:master', value: 'M' },
      identifier,
      status: 'current',
      type: concept('t'),
      category: [concept('c')],
      subject: to('Patient/1'),
      date: '2026-01-05T10:15:00Z',
      context: { encounter: [to('Encounter/1')], related: [to('ServiceRequest/1')] },
      custodian: to('Organization/trust1'),
      author: [to('Organization/trust1')],
    },
    [
      'identifier M urn:master',
      'identifier A1 urn:test',
      'status current',
      `type t ${loinc}`,
      `category c ${loinc}`,
      'subject Patient/1',
      'date 2026-01-05T10:15:00.000000Z 2026-01-05T10:15:00.999999Z',
      'encounter Encounter/1',
      'related ServiceRequest/1',
      'custodian Organization/trust1',
      'author Organization/trust1',
    ],
  ],
  [
    {
      resourceType: 'Communication',
      identifier,
      status: 'completed',
      category: [concept('c')],
      subject: to('Patient/1'),
      encounter: to('Encounter/1'),
      recipient: [to('Organization/hub1')],
      sender: to('Organization/trust1'),
      sent: '2026-01-05',
      received: '2026-01-06',
      basedOn: [to('ServiceRequest/1')],
      partOf: [to('Task/1')],
    },
    [
      'identifier A1 urn:test',
      'status completed',
      `category c ${loinc}`,
      'subject Patient/1',
      'encounter Encounter/1',
      'recipient Organization/hub1',
      'sender Organization/trust1',
      `sent ${day('2026-01-05')}`,
      `received ${day('2026-01-06')}`,
      'based-on ServiceRequest/1',
      'part-of Task/1',
    ],
  ],
  [
    { resourceType: 'Bundle', identifier: identifier[0], type: 'document', timestamp: '2026-01-05' },
    ['identifier A1 urn:test', 'type document', `timestamp ${day('2026-01-05')}`],
  ],
  [{ resourceType: 'Binary', securityContext: to('ServiceRequest/1') }, []],
]

describe('the index rows of a resource', () => {
  it.each(examples)('holds all that a $resourceType is found by', (resource, rows) => {
    expect(rowsOf(resource).toSorted()).toEqual(rows.toSorted())
  })

  it('knows every type that is searched, and searches within parameters that are there', () => {
    for (const [type, row] of Object.entries(resourceTypes)) {
      if (row.interactions.some((interaction) => interaction === 'search-type')) expect(searchParameters).toHaveProperty(type)
    }
    for (const [type, parameters] of Object.entries(searchParameters)) {
      expect(isKnownType(type)).toBe(true)
      for (const { within } of Object.values(parameters)) if (within) expect(parameters).toHaveProperty(within)
    }
  })

  it.each([
    ['Patient/1', 'Patient/1'],
    ['Patient/1/_history/3', 'Patient/1'],
    [`${base}/Patient/1`, 'Patient/1'],
    [`${base}/Patient/1/_history/3`, 'Patient/1'],
    [`${base}x/Patient/1`, `${base}x/Patient/1`],
    ['https://other.example/fhir/Patient/1', 'https://other.example/fhir/Patient/1'],
    ['urn:uuid:8d1f7c1e-0000-4000-8000-000000000000', 'urn:uuid:8d1f7c1e-0000-4000-8000-000000000000'],
    ['#contained', ''],
  ])('keeps the reference %s as %j', (reference, value) => {
    expect(indexRows({ resourceType: 'Encounter', subject: { reference } }, base)).toEqual([
      { key: 'Encounter.subject', value, other: '' },
    ])
  })

  it.each([
    [{ deceasedBoolean: true }, 'true'],
    [{ deceasedDateTime: '2026-01-05' }, 'true'],
    [{ deceasedBoolean: false }, 'false'],
    [{}, 'false'],
  ])('reads %j as deceased %s', (element, value) => {
    expect(indexRows({ resourceType: 'Patient', ...element })).toContainEqual({
      key: 'Patient.deceased',
      value,
      other: '',
    })
  })

  it('holds no row twice', () => {
    expect(rowsOf({ resourceType: 'Organization', name: 'a', alias: ['a', 'À', 'a'] })).toEqual(['name a a', 'name a À'])
  })

  it('cuts what no database index takes, in the same way for rows and for searches', () => {
    const long = '9'.repeat(5_000)
    const [row] = indexRows({
      resourceType: 'Organization',
      identifier: [{ system: long, value: `${long}\0` }],
    })
    expect(row?.value).toBe(indexable(`${long}\0`))
    expect(row?.value.length).toBeLessThanOrEqual(200)
    expect(row?.other).not.toBe(row?.value)
    expect(indexable(indexable(long))).toBe(indexable(long))
    expect(folded('É'.repeat(5_000))).toBe('e'.repeat(5_000))
    expect(beginning(`${'e'.repeat(119)}\u{1F600}`)).toBe('e'.repeat(119))
    expect(JSON.stringify(indexRows({ resourceType: 'Organization', name: 'a\0b\uD800' }))).not.toMatch(/\\u0000|\\ud800/)
  })

  it('takes any JSON at any place without a throw', () => {
    const paths = Object.entries(searchParameters).flatMap(([type, parameters]) =>
      Object.values(parameters).flatMap(({ paths: each }) =>
        each.map((path) => [type, path.replaceAll(/\[[^\]]*\]/g, '')] as const),
      ),
    )
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), ([type, path], value) => {
        const nested = path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value)
        const rows = indexRows({ ...(nested as object), resourceType: type }, base)
        for (const row of rows) expect([row.key, row.value, row.other].every((text) => typeof text === 'string')).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each(['constructor', '__proto__', 'Nothing', ''])('has no rows for the type %j', (resourceType) => {
    expect(indexRows({ resourceType })).toEqual([])
  })
})

interface Published {
  readonly url: string
  readonly base: readonly string[]
  readonly type: string
  readonly code: string
  readonly target?: readonly string[]
}

const ours = (system: string, code: string) => ({ coding: [{ system: codeSystem(system), code }] })
const observation = (system: string, code: string, more: Record<string, unknown>) => ({
  resourceType: 'Observation',
  code: ours(system, code),
  ...more,
})

describe('a search parameter of ours', () => {
  const workType = structureDefinition('work-type')
  const referral = (url: string) => ({
    resourceType: 'ServiceRequest',
    extension: [
      { url: 'https://elsewhere.example/other', valueCodeableConcept: { coding: [{ system: 's', code: 'not-this' }] } },
      { url, valueCodeableConcept: { coding: [{ system: 's', code: 'restart' }] } },
    ],
  })

  it('reads the extension of its address, and no other', () => {
    const values = (url: string) =>
      indexRows(referral(url))
        .filter(({ key }) => key === 'ServiceRequest.work-type')
        .map(({ value }) => value)
    expect(values(workType)).toEqual(['restart'])
    expect(values(`${workType}-2`)).toEqual([])
  })

  const folder = 'profiles/built/exchange/'
  const published = readdirSync(folder)
    .filter((name) => name.startsWith('SearchParameter-'))
    .map((name) => JSON.parse(readFileSync(folder + name, 'utf8')) as Published)

  it.each(published)(
    '$url is served as its definition says, and nowhere else',
    ({ url, base: bases, type: kind, code, target }) => {
      const serving = Object.keys(searchParameters).filter((type) => searchParameterOf(type, code)?.definition === url)
      expect(serving.toSorted()).toEqual(bases.toSorted())
      for (const type of bases) {
        expect(searchParameterOf(type, code)?.type).toBe(kind)
        expect(searchParameterOf(type, code)?.targets).toEqual(target)
      }
    },
  )

  it('is published when it is served', () => {
    const served = Object.values(searchParameters).flatMap((parameters) =>
      Object.values(parameters).map(({ definition }) => definition),
    )
    const own = [...new Set(served)].filter((definition) => !definition.startsWith('http://hl7.org/fhir/'))
    expect(own.toSorted()).toEqual(published.map(({ url }) => url).toSorted())
  })

  it.each([
    ['pathway', observation('decision', 'pathway', { valueCodeableConcept: concept('1') }), [`1 ${loinc}`]],
    ['pathway', observation('decision', 'delay', { valueCodeableConcept: concept('1') }), []],
    ['pathway', { ...observation('observation', 'pathway', { valueCodeableConcept: concept('1') }) }, []],
    ['readiness', observation('observation', 'medically-fit', { valueBoolean: false }), ['false']],
    [
      'readiness',
      observation('observation', 'criteria-to-reside', { valueCodeableConcept: concept('meets') }),
      [`meets ${loinc}`],
    ],
    ['delay-reason', observation('decision', 'delay', { valueCodeableConcept: concept('bed') }), [`bed ${loinc}`]],
    [
      'delay-reason',
      observation('observation', 'criteria-to-reside', {
        component: [
          { code: ours('task-output', 'delay-reason'), valueCodeableConcept: concept('bed') },
          { code: ours('task-output', 'other'), valueCodeableConcept: concept('not-this') },
        ],
      }),
      [`bed ${loinc}`],
    ],
    [
      'discharge-ready-date',
      observation('observation', 'criteria-to-reside', {
        component: [{ code: ours('observation', 'discharge-ready-date'), valueDateTime: '2026-11-20' }],
      }),
      [day('2026-11-20')],
    ],
    [
      'discharge-ready-date',
      observation('observation', 'discharge-ready-date', { valueDateTime: '2026-11-20' }),
      [day('2026-11-20')],
    ],
  ])('%s reads %j', (code, resource, values) => {
    const rows = indexRows(resource).filter(({ key }) => key === `Observation.${code}`)
    expect(rows.map(({ value, other }) => (other ? `${value} ${other}` : value))).toEqual(values)
  })
})

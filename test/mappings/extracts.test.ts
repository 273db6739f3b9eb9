// CSV both ways: a census row becomes a statement, and what the gateway knows becomes Client Level Data.

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mapCensusRow, missingColumns } from '../../mappings/acute/census/map.ts'
import { columns } from '../../mappings/council/client-level-data/columns.ts'
import { toClientLevelData } from '../../mappings/council/client-level-data/write.ts'
import { recordSource } from '../../mappings/engine/cell.ts'
import { person } from '../../mappings/council/client-level-data/tables.ts'
import { sourceSettings, sourcesFile } from '../../mappings/source.ts'
import { codeSystem } from '../../profiles/canonical.ts'
import { censusGolden, conceptIn, patient } from './extracts.ts'

const source = sourceSettings('trust1-epr')
const [{ row }] = censusGolden
const census = (change: Record<string, string> = {}) => mapCensusRow({ ...row, ...change }, 7, source)
const criteria = (change: Record<string, string>) => {
  const draft = census(change).drafts.find(({ name }) => name === 'criteria')
  const said = draft?.assertions.find(({ path }) => path === 'valueCodeableConcept')
  return said?.state === 'set' ? (said.value as { coding: { code: string }[] }).coding[0]?.code : undefined
}

describe('a census row', () => {
  it('says who, which stay, and since when the criteria are no longer met', () => {
    const { drafts, issues, identified, occurred } = census()
    expect({ issues, identified, occurred }).toEqual({ issues: [], identified: true, occurred: '2026-01-09T00:00:00.000Z' })
    const [person, spell, statement] = drafts
    expect(person?.keys).toEqual([{ system: 'https://home-first.example/fhir/Id/local/trust1-epr/TRUST1', value: 'S1234567' }])
    expect(spell?.keys).toEqual([{ system: 'https://home-first.example/fhir/Id/local/trust1-epr/TRUST1/visit', value: 'V0099' }])
    expect(spell?.assertions.map(({ path }) => path)).toEqual([
      'subject',
      'identifier[system=https://home-first.example/fhir/Id/local/trust1-epr/TRUST1/visit]',
    ])
    expect(spell?.initial).toMatchObject([
      { path: 'status', value: 'in-progress' },
      { path: 'class' },
      { path: 'period.start', value: '2026-01-05' },
      { path: 'serviceType' },
    ])
    expect(statement?.assertions).toEqual(
      expect.arrayContaining([
        { state: 'set', path: 'effectiveDateTime', value: '2026-01-07' },
        { state: 'set', path: 'valueCodeableConcept', value: conceptIn('criteria-to-reside-state', 'no-longer-meets') },
      ]),
    )
    expect(JSON.stringify(statement?.assertions)).toContain('Awaiting transport')
    expect(JSON.stringify(statement?.assertions)).toContain('"discharge-ready-date"')
  })

  it('means only what it says', () => {
    const blank = { Days_NCTR: '', Date_NCTR: '' }
    expect(criteria({ ...blank, Criteria_To_Reside: 'Y' })).toBe('meets')
    expect(criteria({ ...blank, Criteria_To_Reside: 'N' })).toBe('no-longer-meets')
    expect(criteria({ ...blank, Criteria_To_Reside: '' })).toBeUndefined()
    expect(criteria({ Criteria_To_Reside: '', Date_NCTR: '' })).toBe('no-longer-meets')
    expect(criteria({ Criteria_To_Reside: '', Days_NCTR: '' })).toBe('no-longer-meets')
    expect(criteria({ ...blank, Criteria_To_Reside: 'perhaps' })).toBeUndefined()
    expect(criteria({ Criteria_To_Reside: 'Y' })).toBe('meets')
    expect(census({ Criteria_To_Reside: 'Y' }).issues).toMatchObject([
      { id: 'criteria-contradictory', location: 'row 7, Criteria_To_Reside' },
    ])
  })

  it('is the same statement on the next day, while its date stands', () => {
    const keys = (change: Record<string, string>) => census(change).drafts.find(({ name }) => name === 'criteria')?.keys
    expect(keys({ Census_Date: '10/01/2026' })).toEqual(keys({}))
    expect(keys({ Date_NCTR: '08/01/2026' })).not.toEqual(keys({}))
  })

  it('names row and column of what is wrong, and what it does not know, and never throws', () => {
    const odd = census({ Census_Date: '31/02/2026', NHS_Number: '9990000019', Extra: 'x' })
    expect(odd.issues.map(({ id, location }) => [id, location])).toEqual(
      expect.arrayContaining([
        ['nhs-number-check-digit', 'row 7, NHS_Number'],
        ['date-invalid', 'row 7, Census_Date'],
        ['stay-missing', 'row 7, Visit_Number'],
      ]),
    )
    expect(odd.ledger.notCarried).toContain('row 7, Extra')
    expect(mapCensusRow({}, 1, source)).toMatchObject({ identified: false, issues: [] })
    expect(missingColumns(['Census_Date'])).toEqual(['Criteria_To_Reside'])
    expect(census({ Local_Patient_Identifier: '', Date_Of_Birth: '' }).identified).toBe(false)
    expect(census({ Local_Patient_Identifier: '' }).identified).toBe(true)
  })
})

describe('Client Level Data', () => {
  const task = {
    resourceType: 'Task',
    id: 't1',
    status: 'completed',
    authoredOn: '2026-01-10T09:00:00Z',
    lastModified: '2026-01-12T10:00:00Z',
    output: [
      { type: conceptIn('task-output', 'pathway'), valueCodeableConcept: conceptIn('pathway', '1') },
      {
        type: conceptIn('task-output', 'outcome'),
        valueCodeableConcept: conceptIn('cld-event-outcome', 'progress-to-reablement-st-max'),
      },
    ],
  }
  const plan = {
    resourceType: 'CarePlan',
    id: 'p1',
    category: [
      { text: 'x' },
      conceptIn('cld-service-type', 'short-term-support-st-max'),
      conceptIn('cld-delivery-mechanism', 'cassr-commissioned-support'),
    ],
    period: { start: '2026-01-13' },
    activity: [
      {
        detail: {
          status: 'in-progress',
          code: conceptIn('cld-service-component', 'reablement'),
          scheduledPeriod: { start: '2026-01-14', end: '2026-02-20' },
          performer: [
            { display: 'Example Homecare', identifier: { system: 'https://api.cqc.org.uk/public/v1/locations', value: '1-999' } },
          ],
        },
      },
      { detail: { status: 'scheduled' } },
    ],
  }
  const input = {
    laCode: '999',
    periodStart: '2026-01-01',
    periodEnd: '2026-03-31',
    personSystem: 'https://council1.example/person',
    events: [{ kind: 'request', patient, task } as const, { kind: 'service', patient, plan } as const],
  }

  it('has a row for each request and each service, with every column of the return', () => {
    const rows = toClientLevelData(input)
    expect(rows).toHaveLength(3)
    for (const one of rows) expect(Object.keys(one)).toEqual(columns)
    expect(rows[0]).toMatchObject({
      LA_Code: '999',
      NHS_Number: '9990000018',
      LA_Person_Unique_Identifier: 'P77',
      Gender: 'Female',
      Ethnicity: 'White: English, Welsh, Scottish, Northern Irish or British',
      Date_of_Death: '2026-03-01',
      Postcode: 'LS1 1AA',
      Event_Type: 'Request',
      Event_Start_Date: '2026-01-10',
      Event_End_Date: '2026-01-12',
      Event_Outcome: 'Progress to reablement/ST-Max',
      Request_Route_of_Access: 'Discharge from Hospital',
      Service_Type: '',
    })
    expect(rows[1]).toMatchObject({
      Event_Type: 'Service',
      Event_Reference: 'p1',
      Event_Start_Date: '2026-01-14',
      Event_End_Date: '2026-02-20',
      Service_Type: 'Short term support: ST-Max',
      Service_Component: 'Reablement',
      Delivery_Mechanism: 'CASSR commissioned support',
      Provider_CQC_Location_ID: '1-999',
      Provider_CQC_Location_Name: 'Example Homecare',
      Request_Route_of_Access: '',
    })
    expect(rows[2]).toMatchObject({ Event_Start_Date: '2026-01-13', Service_Component: '', Event_Outcome: '' })
  })

  it('leaves blank what nobody said, and does not fall over what is strange', () => {
    const [row] = toClientLevelData({ ...input, events: [{ kind: 'request', patient: null, task: { output: 'x', status: 7 } }] })
    expect(row).toMatchObject({ NHS_Number: '', Gender: '', Event_Outcome: '', Event_Start_Date: '', Event_Type: 'Request' })
    expect(toClientLevelData({ ...input, events: [{ kind: 'service', patient, plan: 'nothing' }] })).toHaveLength(1)
  })

  it('of a person comes back as the person', () => {
    const [row] = toClientLevelData(input)
    const { assertions, issues } = person.read(recordSource(row ?? {}, 'row 2'), {
      client: 'council1',
      timeZone: 'Europe/London',
      assigner: '',
      identifierSystems: { LA_Person_Unique_Identifier: 'https://council1.example/person' },
      aliases: {},
      meanings: {},
    })
    expect(issues).toEqual([])
    expect(assertions).toEqual(
      expect.arrayContaining([
        { state: 'set', path: 'gender', value: 'female' },
        { state: 'set', path: 'birthDate', value: '1940-02-29' },
        { state: 'set', path: 'address[0].postalCode', value: 'LS1 1AA' },
        {
          state: 'set',
          path: 'identifier[system=https://council1.example/person]',
          value: { system: 'https://council1.example/person', value: 'P77' },
        },
      ]),
    )
  })

  const spec = '/work/shared/data/uk-formats/cld/cld-spec.json'
  if (!existsSync(spec)) console.log('columns are not compared: the reference data is not on this machine')
  it.skipIf(!existsSync(spec))('has the columns of the specification', () => {
    const { fields } = JSON.parse(readFileSync(spec, 'utf8')) as { fields: Record<string, string[]> }
    const named = Object.values(fields)
      .flat()
      .filter((name) => !name.includes('R1 only'))
    expect(columns.toSorted()).toEqual(named.toSorted())
  })
})

describe('the settings of a source', () => {
  it('all have a default', () => {
    expect(sourceSettings('x')).toMatchObject({
      client: 'x',
      timeZone: 'Europe/London',
      'PV1-36': 'discharge-destination',
      'ZU1-22': 'medically-fit',
      staleAfterMinutes: 720,
    })
    expect(sourcesFile({ a: {}, b: { timeZone: 'UTC' } }).get('b')?.timeZone).toBe('UTC')
  })

  it.each([
    [{ timeZone: 'Mars/Olympus' }],
    [{ 'PV1-36': 'anything' }],
    [{ identifierSystems: { A: 'has ] in it' } }],
    [{ forms: [{ message: 'ORU^R01', recognisedBy: {} }] }],
    [{ forms: [{ message: 'ADT^A01', recognisedBy: { 'OBR-4': ['x'] } }] }],
  ])('are refused when they cannot be meant: %j', (entry) => {
    expect(() => sourceSettings('x', entry)).toThrow()
  })

  it('name systems of our own', () => {
    expect(codeSystem('x')).toBe('https://home-first.example/fhir/CodeSystem/x')
  })
})

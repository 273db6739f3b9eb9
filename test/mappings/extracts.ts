// Golden values of the CSV tables: census rows that are read, and records that become Client Level Data.

import { codeSystem, nhsNumber, odsOrganization } from '../../profiles/canonical.ts'

const censusRow = {
  Organisation_Site_Code: 'TRUST1',
  CDS_Unique_Identifier: 'CDS0001',
  Census_Date: '09/01/2026',
  Local_Authority: 'Example',
  NHS_Number: '999 000 0018',
  Person_Stated_Gender_Code: '2',
  Person_Age: '85',
  Date_Of_Admission: '05/01/2026',
  Specialty_Code: '430',
  Bed_Type: 'General',
  Criteria_To_Reside: 'N',
  Days_NCTR: '2',
  Date_NCTR: '07/01/2026',
  Current_Delay_Code: 'Awaiting transport',
  Visit_Number: 'V0099',
  Local_Patient_Identifier: 'S1234567',
  Date_Of_Birth: '29/02/1940',
}

export const censusGolden = [
  { row: censusRow, stay: 'visit' },
  { row: { ...censusRow, Visit_Number: '', NHS_Number: '9990000019' }, stay: 'cds' },
] as const

export const patient = {
  resourceType: 'Patient',
  identifier: [
    { system: nhsNumber, value: '9990000018' },
    { system: 'https://council1.example/person', value: 'P77' },
  ],
  gender: 'female',
  birthDate: '1940-02-29',
  deceasedDateTime: '2026-03-01T23:30:00Z',
  address: [{ line: ['1 EXAMPLE ROAD'], postalCode: 'LS1 1AA' }],
  generalPractitioner: [{ type: 'Organization', identifier: { system: odsOrganization, value: 'Y99999' } }],
  extension: [
    {
      url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory',
      valueCodeableConcept: {
        coding: [{ system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-EthnicCategoryEngland', code: 'A' }],
      },
    },
  ],
}

export const conceptIn = (name: string, code: string) => ({ coding: [{ system: codeSystem(name), code }] })

export const clientLevelGolden: readonly unknown[] = [
  { laCode: '999', periodStart: '2026-01-01', periodEnd: '2026-03-31' },
  patient,
  {
    eventType: 'request',
    reference: 't1',
    start: '2026-01-10T09:00:00Z',
    end: '2026-01-12',
    outcome: conceptIn('cld-event-outcome', 'progress-to-reablement-st-max'),
    route: 'discharge-from-hospital',
  },
  {
    eventType: 'service',
    reference: 'p1',
    start: '2026-01-13',
    end: '2026-02-20',
    outcome: conceptIn('cld-event-outcome', 'nfa-support-ended-as-planned'),
    serviceType: conceptIn('cld-service-type', 'short-term-support-st-max'),
    component: conceptIn('cld-service-component', 'reablement'),
    delivery: conceptIn('cld-delivery-mechanism', 'cassr-commissioned-support'),
    provider: { location: '1-999', name: 'Example Homecare' },
  },
]

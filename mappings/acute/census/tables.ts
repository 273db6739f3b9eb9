// A daily census of criteria to reside as a trust's data warehouse exports it, one row for each patient in a bed.

import { nhsNumber as nhsNumberSystem } from '../../../profiles/canonical.ts'
import { administrativeGender, specialty as specialties } from '../../codes/tables.ts'
import { asSent, code, concept } from '../../engine/coded.ts'
import { compile } from '../../engine/compile.ts'
import { invalidNhsNumber, invalidNhsNumberSystem, localIdentifier, nhsNumber, numberOf } from '../../engine/identifiers.ts'
import { because, type Table } from '../../engine/row.ts'
import { whole, yesNo } from '../../engine/text.ts'
import { ukDate } from '../../engine/time.ts'

/** The columns of the Bristol feed (uk-data-formats.md §4.5), and three that it lacks and that make a person and a stay certain. */
export const censusColumns = [
  'Organisation_Site_Code',
  'CDS_Unique_Identifier',
  'Census_Date',
  'Local_Authority',
  'NHS_Number',
  'Person_Stated_Gender_Code',
  'Person_Age',
  'Date_Of_Admission',
  'Specialty_Code',
  'Bed_Type',
  'Criteria_To_Reside',
  'Days_NCTR',
  'Date_NCTR',
  'Current_Delay_Code',
  'Current_Delay_Code_Standard',
  'Visit_Number',
  'Local_Patient_Identifier',
  'Date_Of_Birth',
] as const

const personColumns = [
  'NHS_Number',
  'Local_Patient_Identifier',
  'Date_Of_Birth',
  'Person_Stated_Gender_Code',
  'Person_Age',
  'Local_Authority',
]
const stayColumns = [
  'CDS_Unique_Identifier',
  'Visit_Number',
  'Date_Of_Admission',
  'Specialty_Code',
  'Bed_Type',
  'Organisation_Site_Code',
]
const statementColumns = [
  'Census_Date',
  'Criteria_To_Reside',
  'Days_NCTR',
  'Date_NCTR',
  'Current_Delay_Code',
  'Current_Delay_Code_Standard',
]

export const censusPersonTable: Table = {
  id: 'census → Patient',
  source: 'census',
  fields: personColumns,
  draft: 'patient',
  type: 'Patient',
  rows: [
    { from: 'NHS_Number', to: `identifier[system=${nhsNumberSystem}].value`, as: nhsNumber, direction: '⇄' },
    { from: 'NHS_Number', to: `identifier[system=${invalidNhsNumberSystem}].value`, as: invalidNhsNumber, direction: '→' },
    { from: 'Local_Patient_Identifier', to: 'identifier[system={system}]', as: localIdentifier, direction: '→' },
    { from: 'Date_Of_Birth', to: 'birthDate', as: ukDate, direction: '→' },
    { from: 'Person_Stated_Gender_Code', to: 'gender', as: code, codes: administrativeGender, direction: '→' },
  ],
  ignored: {
    ...because('follows from the date of birth, and is out of date on the next birthday', 'Person_Age'),
    ...because('which council is responsible is decided by people; a look-up by postcode only proposes', 'Local_Authority'),
  },
}

export const censusStayTable: Table = {
  id: 'census → Encounter',
  source: 'census',
  fields: stayColumns,
  draft: 'spell',
  type: 'Encounter',
  rows: [
    {
      from: 'Visit_Number',
      to: 'identifier[system={system}]',
      as: numberOf('visit', 4),
      direction: '→',
      when: { name: 'the row has a visit number', setting: 'stay', is: 'visit' },
    },
    {
      from: 'CDS_Unique_Identifier',
      to: 'identifier[system={system}]',
      as: numberOf('cds', 4),
      direction: '→',
      when: { name: 'the row has no visit number', setting: 'stay', is: 'cds' },
    },
    { from: 'Date_Of_Admission', to: 'period.start', as: ukDate, direction: '→' },
    { from: 'Specialty_Code', to: 'serviceType', as: concept, codes: specialties, direction: '→' },
  ],
  ignored: because('the place is told by the trust’s messages, as it changes', 'Organisation_Site_Code', 'Bed_Type'),
}

export const censusStatementTable: Table = {
  id: 'census → criteria to reside',
  source: 'census',
  fields: statementColumns,
  draft: 'criteria',
  type: 'Observation',
  rows: [
    { from: 'Census_Date', to: 'day', as: ukDate, direction: '→' },
    { from: 'Criteria_To_Reside', to: 'meets', as: yesNo, direction: '→' },
    { from: 'Days_NCTR', to: 'days', as: whole, direction: '→', note: 'says that, not since when: feeds count differently' },
    { from: 'Date_NCTR', to: 'since', as: ukDate, direction: '→' },
    { from: ['Current_Delay_Code_Standard', 'Current_Delay_Code'], to: 'delay', as: asSent, direction: '→' },
  ],
  ignored: {},
}

export const censusPerson = compile(censusPersonTable)
export const censusStay = compile(censusStayTable)
export const censusStatement = compile(censusStatementTable)

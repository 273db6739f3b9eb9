// Client Level Data as rows: the submission, the person, a request and a service, from FHIR and, where nothing is lost, back.

import { nhsNumber as nhsNumberSystem } from '../../../profiles/canonical.ts'
import {
  cldDeliveryMechanism,
  cldEthnicity,
  cldEventOutcome,
  cldEventType,
  cldGender,
  cldRequestRoute,
  cldServiceComponent,
  cldServiceType,
} from '../../codes/tables.ts'
import { code, concept } from '../../engine/coded.ts'
import { compile } from '../../engine/compile.ts'
import { ownIdentifier, nhsNumber } from '../../engine/identifiers.ts'
import { practiceCode } from '../../engine/people.ts'
import { because, type Table } from '../../engine/row.ts'
import { text } from '../../engine/text.ts'
import { isoDate } from '../../engine/time.ts'
import { groups } from './columns.ts'

const ukCore = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-'
export const cqcLocation = 'https://api.cqc.org.uk/public/v1/locations'

const councilKnows = 'the council’s own record knows it; the gateway does not'

export const submissionTable: Table = {
  id: 'Client Level Data submission',
  source: 'CLD',
  fields: groups.submission,
  draft: 'submission',
  type: 'Submission',
  rows: [
    { from: 'LA_Code', to: 'laCode', as: text, direction: '⇄' },
    { from: 'Reporting_Period_Start_Date', to: 'periodStart', as: isoDate, direction: '⇄' },
    { from: 'Reporting_Period_End_Date', to: 'periodEnd', as: isoDate, direction: '⇄' },
  ],
  ignored: {},
}

export const personTable: Table = {
  id: 'Client Level Data person ⇄ Patient',
  source: 'CLD',
  fields: groups.person,
  draft: 'patient',
  type: 'Patient',
  // prettier-ignore
  rows: [
    { from: 'NHS_Number', to: `identifier[system=${nhsNumberSystem}].value`, as: nhsNumber, direction: '⇄' },
    { from: 'LA_Person_Unique_Identifier', to: 'identifier[system={system}]', as: ownIdentifier('LA_Person_Unique_Identifier'), direction: '⇄', note: 'in the system that the council’s settings name' },
    { from: 'GP_Practice_Code', to: 'generalPractitioner[type=Organization]', as: practiceCode, direction: '⇄' },
    { from: 'Gender', to: 'gender', as: code, codes: cldGender, direction: '⇄' },
    { from: 'Ethnicity', to: `extension[url=${ukCore}EthnicCategory].valueCodeableConcept`, as: concept, codes: cldEthnicity, direction: '⇄' },
    { from: 'Date_of_Birth', to: 'birthDate', as: isoDate, direction: '⇄' },
    { from: 'Date_of_Death', to: 'deceasedDateTime', as: isoDate, direction: '⇄', note: 'the day only' },
    { from: 'Postcode', to: 'address[0].postalCode', as: text, direction: '⇄' },
  ],
  ignored: because(
    councilKnows,
    'Client_Type',
    'Primary_Support_Reason',
    'Accommodation_Status',
    'Employment_Status',
    'Has_Unpaid_Carer',
    'Autism_Spectrum_Disorder_ASD',
    'Visual_Impairment',
    'Hearing_Impairment',
    'Dementia',
    'Client_Funding_Status',
  ),
}

/** What every event of the return says. */
const eventRows: Table['rows'] = [
  { from: 'Event_Type', to: 'eventType', as: code, codes: cldEventType, direction: '⇄' },
  { from: 'Event_Reference', to: 'reference', as: text, direction: '⇄' },
  { from: 'Event_Start_Date', to: 'start', as: isoDate, direction: '⇄' },
  { from: 'Event_End_Date', to: 'end', as: isoDate, direction: '⇄' },
  { from: 'Event_Outcome', to: 'outcome', as: concept, codes: cldEventOutcome, direction: '⇄' },
]
const noWords = because('words about a person have no place in a return of figures', 'Event_Description')

export const requestTable: Table = {
  id: 'Client Level Data request ← Task and ServiceRequest',
  source: 'CLD',
  fields: [...groups.event, ...groups.request],
  draft: 'request',
  type: 'Request',
  rows: [...eventRows, { from: 'Request_Route_of_Access', to: 'route', as: code, codes: cldRequestRoute, direction: '⇄' }],
  ignored: noWords,
}

export const serviceTable: Table = {
  id: 'Client Level Data service ← CarePlan and its activity',
  source: 'CLD',
  fields: [...groups.event, ...groups.service, ...groups.cost],
  draft: 'service',
  type: 'Service',
  rows: [
    ...eventRows,
    { from: 'Service_Type', to: 'serviceType', as: concept, codes: cldServiceType, direction: '⇄' },
    { from: 'Service_Component', to: 'component', as: concept, codes: cldServiceComponent, direction: '⇄' },
    { from: 'Delivery_Mechanism', to: 'delivery', as: concept, codes: cldDeliveryMechanism, direction: '⇄' },
    { from: 'Provider_CQC_Location_ID', to: 'provider.location', as: text, direction: '⇄' },
    { from: 'Provider_CQC_Location_Name', to: 'provider.name', as: text, direction: '⇄' },
  ],
  ignored: {
    ...noWords,
    ...because(councilKnows, 'Unit_Cost', 'Cost_Frequency_Unit_Type', 'Planned_units_per_week'),
  },
}

export const submission = compile(submissionTable)
export const person = compile(personTable)
export const request = compile(requestTable)
export const service = compile(serviceTable)

// PV1: the acute stay.

import {
  admissionMethod,
  dischargeDestination,
  dischargeMethod,
  patientClass,
  sourceOfAdmission,
  specialty,
} from '../../codes/tables.ts'
import { coding, concept } from '../../engine/coded.ts'
import { compile } from '../../engine/compile.ts'
import { numberOf } from '../../engine/identifiers.ts'
import { participant, place } from '../../engine/people.ts'
import { because, fieldsOf, type Condition, type Table } from '../../engine/row.ts'
import { dateTime } from '../../engine/time.ts'

const ukCore = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-'
export const dischargeMethodPath = `extension[url=${ukCore}DischargeMethod]`
export const dispositionPath = 'hospitalization.dischargeDisposition'

const means = (setting: 'PV1-36' | 'PV1-37', is: 'discharge-destination' | 'discharge-method'): Condition => ({
  name: `${setting} holds the ${is.replace('-', ' ')}`,
  setting,
  is,
})

const fieldsMeaning = (is: 'discharge-destination' | 'discharge-method') =>
  (['PV1-36', 'PV1-37'] as const).map((setting) => ({ path: setting, when: means(setting, is) }))

export const pv1Table: Table = {
  id: 'PV1 → Encounter',
  source: 'PV1',
  fields: fieldsOf('PV1', 52),
  draft: 'spell',
  type: 'Encounter',
  // prettier-ignore
  rows: [
    { from: 'PV1-2', to: 'class', as: coding, codes: patientClass, direction: '⇄' },
    { from: 'PV1-3', to: 'location', as: place, direction: '→', since: true },
    { from: 'PV1-4', to: `hospitalization.extension[url=${ukCore}AdmissionMethod].valueCodeableConcept`, as: concept, codes: admissionMethod, direction: '⇄' },
    { from: 'PV1-7', to: 'participant[id=attending]', as: participant('ATND'), direction: '→', note: 'the consultant in charge' },
    { from: 'PV1-10', to: 'serviceType', as: concept, codes: specialty, direction: '⇄' },
    { from: 'PV1-14', to: 'hospitalization.admitSource', as: concept, codes: sourceOfAdmission, direction: '⇄' },
    { from: 'PV1-19', to: 'identifier[system={system}]', as: numberOf('visit', 4), direction: '⇄' },
    { from: fieldsMeaning('discharge-destination'), to: dispositionPath, as: concept, codes: dischargeDestination, direction: '⇄', note: 'which field, the settings say' },
    { from: fieldsMeaning('discharge-method'), to: `${dischargeMethodPath}.valueCodeableConcept`, as: concept, codes: dischargeMethod, direction: '⇄', note: 'which field, the settings say' },
    { from: 'PV1-44', to: 'period.start', as: dateTime, direction: '⇄' },
    { from: 'PV1-45', to: 'period.end', as: dateTime, direction: '⇄' },
  ],
  ignored: {
    ...because('a set number says nothing about the stay', 'PV1-1'),
    ...because('a number to be expected is none yet', 'PV1-5'),
    ...because('the time line of places knows where the person was', 'PV1-6'),
    ...because('of the doctors only the consultant in charge is passed on', 'PV1-8', 'PV1-9', 'PV1-17', 'PV1-52'),
    ...because('a place that is planned or temporary is none yet', 'PV1-11', 'PV1-42', 'PV1-43'),
    ...because('not needed to arrange a discharge', 'PV1-12', 'PV1-13', 'PV1-15', 'PV1-16', 'PV1-18', 'PV1-38', 'PV1-39'),
    ...because('about payment', 'PV1-20', 'PV1-21', 'PV1-22', 'PV1-23', 'PV1-24', 'PV1-25', 'PV1-26', 'PV1-27', 'PV1-28'),
    ...because('about payment', 'PV1-29', 'PV1-30', 'PV1-31', 'PV1-32', 'PV1-33', 'PV1-34', 'PV1-35', 'PV1-46', 'PV1-47'),
    ...because('about payment', 'PV1-48', 'PV1-49'),
    ...because('the event says what became of the stay', 'PV1-40', 'PV1-41'),
    ...because('names a consultant episode, not the stay', 'PV1-50'),
    ...because('not used in the UK', 'PV1-51'),
  },
}

export const pv1 = compile(pv1Table)

// PV2: why the person came, and when they are expected to leave.

import { asSent } from '../../engine/coded.ts'
import { compile } from '../../engine/compile.ts'
import { because, fieldsOf, type Table } from '../../engine/row.ts'
import { dateTime } from '../../engine/time.ts'

/** R5's Encounter.plannedEndDate, as R4 may hold it. */
export const plannedEnd = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Encounter.plannedEndDate'
const plannedEndPath = `extension[url=${plannedEnd}]`

const numbers = (first: number, last: number): string[] => fieldsOf('PV2', last).slice(first - 1)

export const pv2Table: Table = {
  id: 'PV2 → Encounter',
  source: 'PV2',
  fields: fieldsOf('PV2', 49),
  draft: 'spell',
  type: 'Encounter',
  rows: [
    { from: 'PV2-3', to: 'reasonCode[0]', as: asSent, direction: '⇄' },
    { from: 'PV2-9', to: `${plannedEndPath}.valueDateTime`, as: dateTime, direction: '⇄', note: 'the expected discharge date' },
  ],
  ignored: {
    ...because('the place is told by PV1-3', 'PV2-1'),
    ...because('not needed to arrange a discharge', 'PV2-2', ...numbers(4, 8), ...numbers(10, 26)),
    ...because('not used in the UK profile', 'PV2-27'),
    ...because('not needed to arrange a discharge', ...numbers(28, 49)),
  },
}

export const pv2 = compile(pv2Table)

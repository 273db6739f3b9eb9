// What an Observation about readiness for discharge says.

import type { CodeTable } from './table.ts'

export const observation = {
  name: 'observation',
  title: 'Readiness for discharge',
  description:
    'The statements about readiness for discharge that are kept as Observations with their history. Codes: ours; meaning: HL7 UK ITK ZU1-22 and ZU1-24 (medically fit), NHS Data Dictionary CRITERIA TO RESIDE CODE and DISCHARGE READY DATE (HOSPITAL PROVIDER SPELL).',
  concepts: [
    ['medically-fit', 'Medically fit for discharge', 'valueBoolean; effective when it became so'],
    [
      'criteria-to-reside',
      'Criteria to reside',
      'valueCodeableConcept: a criterion, or whether the criteria are met; effective when it was reviewed',
    ],
    [
      'discharge-ready-date',
      'Discharge ready date',
      'valueDateTime: the day on which the person no longer met the criteria to reside',
    ],
  ],
} as const satisfies CodeTable

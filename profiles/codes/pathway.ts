// The discharge pathways 0 to 3.

import type { CodeTable } from './table.ts'

export const pathway = {
  name: 'pathway',
  title: 'Discharge pathway',
  description:
    'The pathway on which a person leaves hospital. No NHS Data Dictionary code tells the pathways apart, so it is an element of its own. Codes: ours; definitions: the destination rows of the NHS England Acute Daily Discharge SitRep (specification of 30 April 2024), joined by pathway.',
  concepts: [
    [
      '0',
      'Pathway 0',
      'Discharge to a domestic home, hotel, or other temporary accommodation without the need for new/increased care or support from health and social care; or discharge back to an original care home placement when the care home has confirmed they can continue to meet the person’s needs with the same level of support',
    ],
    [
      '1',
      'Pathway 1',
      'Discharge to a domestic home, hotel, or other temporary accommodation, or hospice at home with rehabilitation, reablement and recovery, or with other new/additional support (eg end of life care); or discharge back to original care home placement with rehabilitation, reablement and recovery or with an increased level of support',
    ],
    ['2', 'Pathway 2', 'Short-term bed/hospice for rehabilitation, reablement and recovery / end of life care'],
    [
      '3',
      'Pathway 3',
      'Discharge to a care home as a new admission, or to a care home/hospice as a new admission for end-of-life care',
    ],
  ],
} as const satisfies CodeTable

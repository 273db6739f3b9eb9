// The eight destinations of the national discharge return, each within one pathway.

import type { CodeTable } from './table.ts'

export const dischargeDestination = {
  name: 'discharge-destination',
  title: 'Discharge destination by pathway',
  description:
    'Where a person was discharged to, as the national return counts it. Codes: ours; wording: metric names of the NHS England Acute Daily Discharge SitRep (specification of 30 April 2024). Not the NHS Data Dictionary DISCHARGE DESTINATION, which is kept beside it.',
  concepts: [
    [
      '0-home',
      'Pathway 0: Discharge to a domestic home, hotel, or other temporary accommodation without the need for new/increased care or support from health and social care',
    ],
    [
      '0-care-home-return',
      'Pathway 0: Discharge back to an original care home placement when the care home has confirmed they can continue to meet the person’s needs with the same level of support',
    ],
    [
      '1-home-reablement',
      'Pathway 1: Discharge to a domestic home, hotel, or other temporary accommodation, or hospice at home with rehabilitation, reablement and recovery',
    ],
    [
      '1-home-support',
      'Pathway 1: Discharge to a domestic home, hotel, or other temporary accommodation, or hospice at home with other new/additional support (eg end of life care)',
    ],
    [
      '1-care-home-return',
      'Pathway 1: Discharge back to original care home placement with rehabilitation, reablement and recovery or with an increased level of support',
    ],
    ['2-short-term-bed', 'Pathway 2: Short-term bed/hospice for rehabilitation, reablement and recovery / end of life care'],
    ['3-care-home', 'Pathway 3: Discharge to a care home as a new admission'],
    ['3-end-of-life', 'Pathway 3: Discharge to a care home/hospice as a new admission for end-of-life care'],
  ],
} as const satisfies CodeTable

// The criteria to reside, and whether a person meets them.

import type { CodeTable } from './table.ts'

export const criteriaToReside = {
  name: 'criteria-to-reside',
  title: 'Criterion to reside',
  description:
    'Why a person needs to be in an acute hospital bed. Codes: NHS Data Dictionary CRITERIA TO RESIDE CODE FOR HOSPITAL PROVIDER SPELL (archive, releases of July and November 2024; not in the release of May 2026); the labels are paraphrased there and here.',
  concepts: [
    ['01', 'Requiring critical care / HDU care'],
    ['02', 'Requiring oxygen therapy or non-invasive ventilation'],
    ['03', 'Requiring intravenous fluids'],
    ['04', 'NEWS greater than 3 (clinical judgement)'],
    ['05', 'Diminished level of consciousness where recovery realistic'],
    ['06', 'Acute functional impairment in excess of home or community care provision'],
    ['07', 'Last hours of life'],
    ['08', 'Requiring intravenous medication more than twice a day (including analgesia)'],
    ['09', 'Undergone lower limb surgery within 48 hours'],
    ['10', 'Undergone thorax-abdominal or pelvic surgery within 72 hours'],
    ['11', 'Within 24 hours of an invasive procedure (with attendant risk of acute life-threatening deterioration)'],
    ['12', 'Meets criteria to reside but the specific criterion is not recorded'],
  ],
} as const satisfies CodeTable

export const criteriaToResideState = {
  name: 'criteria-to-reside-state',
  title: 'State of criteria to reside',
  description:
    'Whether a person meets criteria to reside. Codes and wording: ours, after the NHS England Acute Daily Discharge SitRep ("no longer meets the criteria to reside"). Being medically fit is another statement and is never read as this one.',
  concepts: [
    ['meets', 'Meets the criteria to reside'],
    ['no-longer-meets', 'No longer meets the criteria to reside'],
  ],
} as const satisfies CodeTable

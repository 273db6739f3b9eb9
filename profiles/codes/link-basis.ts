// What two Patients were found to be one person by.

import type { CodeTable } from './table.ts'

export const linkBasis = {
  name: 'link-basis',
  title: 'Basis of a link between patients',
  description: 'The evidence on which a Person links the Patients of several sources. Codes and wording: ours.',
  concepts: [
    ['nhs-number-and-date-of-birth', 'The same NHS number and the same date of birth'],
    ['source-merge', 'The source merged the two records'],
    ['human-decision', 'A person decided'],
  ],
} as const satisfies CodeTable

// What the gateway tells an organisation about.

import type { CodeTable } from './table.ts'

export const notice = {
  name: 'notice',
  title: 'Notice',
  description:
    'What a Communication of the gateway tells of. A notice informs; it changes no referral and no task by itself. Codes and wording: ours.',
  concepts: [
    ['admitted', 'Admitted to hospital'],
    ['transferred', 'Transferred within the hospital'],
    ['discharged', 'Discharged from hospital'],
    ['discharge-cancelled', 'Discharge cancelled'],
    ['admission-cancelled', 'Admission cancelled'],
    ['died', 'Died'],
    ['death-withdrawn', 'Statement of death withdrawn'],
    ['referral-received', 'Referral received'],
    ['referral-withdrawn', 'Referral withdrawn'],
    ['task-assigned', 'Task assigned'],
    ['task-changed', 'Task changed'],
    ['expected-discharge-changed', 'Expected discharge changed'],
    ['medically-fit', 'Medically fit for discharge'],
    ['no-longer-medically-fit', 'No longer medically fit for discharge'],
    ['criteria-to-reside-changed', 'Criteria to reside changed'],
    ['discharge-ready-date-changed', 'Discharge ready date changed'],
    ['pathway-decided', 'Pathway decided'],
    ['plan-changed', 'Care plan changed'],
    ['contact-changed', 'Community contact changed'],
    ['document-received', 'Document received'],
    ['demographics-changed', 'Demographics changed'],
    ['identity-doubtful', 'Identity doubtful'],
    ['identity-resolved', 'Identity resolved'],
    ['message-quarantined', 'Message quarantined'],
  ],
} as const satisfies CodeTable

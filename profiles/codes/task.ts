// What a Task asks for, what came of it, and why its status is what it is.

import type { CodeTable } from './table.ts'

export const taskCode = {
  name: 'task-code',
  title: 'Kind of task',
  description:
    'What one organisation asks of another in a Home First journey. Codes and wording: ours, after the tasks of Nottinghamshire’s discharge-to-assess model.',
  concepts: [
    ['home-first-referral', 'Triage a Home First referral', 'The hub decides the pathway and who takes part'],
    ['assess-and-plan', 'Assess and plan care', 'An assessment of needs, and a care plan'],
    ['provide-care', 'Provide care or support', 'The service that the care plan describes'],
    ['arrange-care', 'Arrange care', 'Find and commission a provider'],
    ['provide-equipment', 'Provide equipment or adaptation'],
    ['arrange-transport', 'Arrange transport'],
    ['identify', 'Identify the person of a quarantined message', 'Nothing in it is shown until somebody has'],
  ],
} as const satisfies CodeTable

export const taskOutput = {
  name: 'task-output',
  title: 'Output of a task',
  description: 'What a Task gives back to who asked for it, as Task.output.type. Codes and wording: ours.',
  concepts: [
    ['pathway', 'Pathway', 'valueCodeableConcept: the pathway that was decided; a later decision is added, none is replaced'],
    ['pathway-reason', 'Reason for the pathway', 'valueString, with each decision'],
    ['identity', 'Identity', 'valueReference to the Patient whom a quarantined message means'],
    ['outcome', 'Outcome', 'valueString or valueCodeableConcept'],
    ['planned-start', 'Planned start', 'valueDateTime: when care or assessment is to begin'],
    ['planned-discharge', 'Planned discharge', 'valueDateTime: when the person can be received'],
    ['responsible-person', 'Responsible person', 'valueReference or valueString: whom to ask'],
    ['contact', 'Contact', 'valueContactPoint: where to ask'],
    ['care-plan', 'Care plan', 'valueReference to a CarePlan'],
    ['destination', 'Discharge destination', 'valueCodeableConcept'],
    ['delay-reason', 'Reason for delay', 'valueCodeableConcept'],
  ],
} as const satisfies CodeTable

export const taskStatusReason = {
  name: 'task-status-reason',
  title: 'Reason for the status of a task',
  description: 'Why the gateway itself set the status of a Task. Codes and wording: ours.',
  concepts: [
    ['referral-withdrawn', 'The referral was withdrawn'],
    ['discharge-cancelled', 'The discharge was cancelled'],
    ['reassigned', 'The work was assigned to another organisation'],
    ['person-died', 'The person has died'],
  ],
} as const satisfies CodeTable

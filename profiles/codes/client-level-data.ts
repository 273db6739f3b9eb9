// The labels of the council's client-level data return as code systems, since the return itself has no codes.

import type { CodeTable } from './table.ts'

const source =
  'Codes: ours, since the return has labels only; wording: DHSC Client Level Data, Release 2 (DataS-DHSC/ASC-CLD-LA-Dashboard, MIT).'

export const cldRequestRoute = {
  name: 'cld-request-route',
  title: 'Client level data: request route of access',
  description:
    'Request route of access of the client-level data return. Codes: ours, since the return has labels only; wording: DHSC Client Level Data, Release 1 (that of Release 2 was not to be seen).',
  concepts: [
    ['planned-entry-transition', 'Planned Entry (Transition)'],
    ['discharge-from-hospital', 'Discharge from Hospital'],
    ['diversion-from-hospital-services', 'Diversion from Hospital Services'],
    ['community-other-route', 'Community / Other route'],
    ['prison', 'Prison'],
    ['self-funder', 'Self-Funder'],
    ['discharge-from-reablement', 'Discharge from Reablement'],
    ['transfer-from-other-la', 'Transfer from Other LA'],
  ],
} as const satisfies CodeTable

export const cldEventType = {
  name: 'cld-event-type',
  title: 'Client level data: event type',
  description: `Event type of the client-level data return. ${source}`,
  concepts: [
    ['request', 'Request'],
    ['assessment', 'Assessment'],
    ['service', 'Service'],
    ['review', 'Review'],
  ],
} as const satisfies CodeTable

export const cldEventOutcome = {
  name: 'cld-event-outcome',
  title: 'Client level data: event outcome',
  description: `Event outcome of the client-level data return. ${source}`,
  concepts: [
    ['progress-to-reablement-st-max', 'Progress to reablement/ST-Max'],
    ['progress-to-assessment-review-or-reassessment', 'Progress to assessment, review or reassessment'],
    ['progress-to-support-planning-or-services', 'Progress to support planning or services'],
    ['continuation-of-support-or-services', 'Continuation of support or services'],
    ['admitted-to-hospital', 'Admitted to hospital'],
    ['nfa-responsibility-moved-to-another-local-authority', 'NFA: Responsibility moved to another local authority'],
    ['nfa-referral-to-nhs-services-or-nhs-funded-social-care', 'NFA: Referral to NHS services or NHS funded social care'],
    ['nfa-self-funded-client-or-under-12wk-disregard', 'NFA: Self-funded client or under 12wk disregard'],
    ['nfa-information-and-advice-or-signposting', 'NFA: Information and advice or signposting'],
    ['nfa-referral-to-other-service-within-the-local-authority', 'NFA: Referral to other service within the local authority'],
    ['nfa-support-declined', 'NFA: Support declined'],
    ['nfa-deceased', 'NFA: Deceased'],
    ['nfa-support-ended-as-planned', 'NFA: Support ended as planned'],
    ['nfa-support-ended-for-other-reason', 'NFA: Support ended for other reason'],
    ['nfa-no-services-offered-for-other-reason', 'NFA: No services offered for other reason'],
    ['nfa-other', 'NFA: Other'],
  ],
} as const satisfies CodeTable

export const cldServiceType = {
  name: 'cld-service-type',
  title: 'Client level data: service type',
  description: `Service type of the client-level data return. ${source}`,
  concepts: [
    ['short-term-support-st-max', 'Short term support: ST-Max'],
    ['short-term-support-ongoing-low-level', 'Short term support: Ongoing low level'],
    ['short-term-support-other-short-term', 'Short term support: Other short term'],
    ['long-term-support-nursing-care', 'Long term support: Nursing care'],
    ['long-term-support-residential-care', 'Long term support: Residential care'],
    ['long-term-support-community', 'Long term support: Community'],
    ['long-term-support-prison', 'Long term support: Prison'],
    ['unpaid-carer-support-direct-to-unpaid-carer', 'Unpaid carer support: Direct to unpaid carer'],
    [
      'unpaid-carer-support-support-involving-the-person-cared-for',
      'Unpaid carer support: Support involving the person cared-for',
    ],
  ],
} as const satisfies CodeTable

export const cldServiceComponent = {
  name: 'cld-service-component',
  title: 'Client level data: service component',
  description: `Service component of the client-level data return. ${source}`,
  concepts: [
    ['reablement', 'Reablement'],
    ['short-term-nursing-care', 'Short term nursing care'],
    ['short-term-residential-care', 'Short term residential care'],
    ['long-term-nursing-care', 'Long term nursing care'],
    ['long-term-residential-care', 'Long term residential care'],
    ['home-support-or-domiciliary-care', 'Home support or domiciliary care'],
    ['day-support', 'Day support'],
    ['meals', 'Meals'],
    ['transport', 'Transport'],
    ['equipment', 'Equipment'],
    ['direct-payment', 'Direct payment'],
    ['shared-lives', 'Shared Lives'],
    ['community-supported-living', 'Community supported living'],
    ['extra-care-housing', 'Extra care housing'],
    ['professional-support-social-worker', 'Professional support: Social worker'],
    ['professional-support-other', 'Professional support: Other'],
    ['learning-education-or-employment-support', 'Learning, education or employment support'],
    ['end-of-life-care', 'End of life care'],
    ['emergency-support', 'Emergency support'],
    ['other-short-term-support', 'Other short term support'],
    ['other-long-term-support', 'Other long term support'],
    ['unpaid-carer-respite', 'Unpaid carer respite'],
    ['unpaid-carer-sitting-service', 'Unpaid carer sitting service'],
    ['unpaid-carer-universal-services', 'Unpaid carer universal services'],
    ['other-unpaid-carer-support', 'Other unpaid carer support'],
  ],
} as const satisfies CodeTable

export const cldDeliveryMechanism = {
  name: 'cld-delivery-mechanism',
  title: 'Client level data: delivery mechanism',
  description: `Delivery mechanism of the client-level data return. ${source}`,
  concepts: [
    ['direct-payment', 'Direct payment'],
    ['cassr-managed-personal-budget', 'CASSR managed personal budget'],
    ['cassr-commissioned-support', 'CASSR commissioned support'],
  ],
} as const satisfies CodeTable

// Between reasons for withdrawing and rejecting, and what each format says of them.

Instance: withdrawal-reason-to-task-status-reason
InstanceOf: ConceptMap
Usage: #definition
Title: "Withdrawal reason to status reason of a task"
Description: "What a withdrawal puts on the tasks of a referral; the withdrawal reason itself stays on the referral. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(withdrawal-reason-to-task-status-reason)
* name = "HomeFirstWithdrawalReasonToTaskStatusReason"
* title = "Withdrawal reason to status reason of a task"
* description = "What a withdrawal puts on the tasks of a referral; the withdrawal reason itself stays on the referral. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/withdrawal-reason, https://home-first.example/fhir/CodeSystem/task-status-reason)
* insert Row(01, wider, referral-withdrawn, Why is said by the withdrawal reason)
* insert Row(02, wider, referral-withdrawn, Why is said by the withdrawal reason)
* insert Row(03, wider, referral-withdrawn, Why is said by the withdrawal reason)
* insert Row(04, wider, referral-withdrawn, Why is said by the withdrawal reason)
* insert Row(05, wider, referral-withdrawn, Why is said by the withdrawal reason)
* insert Row(06, wider, referral-withdrawn, Why is said by the withdrawal reason)
* insert Row(07, wider, referral-withdrawn, Why is said by the withdrawal reason)
* insert Row(08, equivalent, person-died, The person has died)
* insert Row(09, wider, referral-withdrawn, Why is said by the withdrawal reason)
* insert Row(10, wider, referral-withdrawn, Why is said by the withdrawal reason)
* insert Row(11, wider, referral-withdrawn, Why is said by the withdrawal reason)
* insert Row(12, wider, referral-withdrawn, Why is said by the withdrawal reason)
* insert Row(13, wider, referral-withdrawn, Why is said by the withdrawal reason)

Instance: task-status-reason-to-withdrawal-reason
InstanceOf: ConceptMap
Usage: #definition
Title: "Status reason of a task to withdrawal reason"
Description: "What a status reason says of why a referral was withdrawn. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(task-status-reason-to-withdrawal-reason)
* name = "HomeFirstTaskStatusReasonToWithdrawalReason"
* title = "Status reason of a task to withdrawal reason"
* description = "What a status reason says of why a referral was withdrawn. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/task-status-reason, https://home-first.example/fhir/CodeSystem/withdrawal-reason)
* insert None(referral-withdrawn, Why is not said)
* insert None(discharge-cancelled, The referral was not withdrawn)
* insert None(reassigned, The referral was not withdrawn)
* insert Row(person-died, equivalent, 08, The person has died)

Instance: withdrawal-reason-to-adw
InstanceOf: ConceptMap
Usage: #definition
Title: "Withdrawal reason to the notices"
Description: "The same codes in the code system of the notices. Source: ADW-WithdrawalReason-1 1.0.0. Licence: Open Government Licence v3.0."
* insert Map(withdrawal-reason-to-adw)
* name = "HomeFirstWithdrawalReasonToAdw"
* title = "Withdrawal reason to the notices"
* description = "The same codes in the code system of the notices. Source: ADW-WithdrawalReason-1 1.0.0. Licence: Open Government Licence v3.0."
* insert Between(https://home-first.example/fhir/CodeSystem/withdrawal-reason, https://fhir.nhs.uk/ADW-WithdrawalReason-1)
* insert Same(01, 01)
* insert Same(02, 02)
* insert Same(03, 03)
* insert Same(04, 04)
* insert Same(05, 05)
* insert Same(06, 06)
* insert Same(07, 07)
* insert Same(08, 08)
* insert Same(09, 09)
* insert Same(10, 10)
* insert Same(11, 11)
* insert Same(12, 12)
* insert Same(13, 13)

Instance: withdrawal-reason-to-csds
InstanceOf: ConceptMap
Usage: #definition
Title: "Withdrawal reason to community closure reason"
Description: "REFERRAL CLOSURE REASON of a community referral that ends because the hospital took it back. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(withdrawal-reason-to-csds)
* name = "HomeFirstWithdrawalReasonToCsds"
* title = "Withdrawal reason to community closure reason"
* description = "REFERRAL CLOSURE REASON of a community referral that ends because the hospital took it back. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/withdrawal-reason, https://home-first.example/fhir/CodeSystem/csds-referral-closure-reason)
* insert Row(01, inexact, 04, [[No need, rather than no appropriate treatment]])
* insert Row(02, inexact, 08, [[To another service, which the NHS pays]])
* insert None(03, In no closure reason)
* insert None(04, In no closure reason)
* insert Row(05, inexact, 09, Refused an assessment)
* insert Row(06, inexact, 03, Was resident elsewhere all along)
* insert None(07, Stays in hospital; nothing was closed by treatment)
* insert Same(08, 06)
* insert Row(09, inexact, 08, To intermediate care)
* insert Row(10, inexact, 07, [[Left hospital, not the service]])
* insert Row(11, inexact, 07, Makes own arrangements)
* insert None(12, Should never have been sent)
* insert None(13, Not known)

Instance: withdrawal-reason-to-client-level-data
InstanceOf: ConceptMap
Usage: #definition
Title: "Withdrawal reason to event outcome of client-level data"
Description: "Outcome of a council’s request event that ends because the hospital took the referral back; the council decides what it returns. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(withdrawal-reason-to-client-level-data)
* name = "HomeFirstWithdrawalReasonToClientLevelData"
* title = "Withdrawal reason to event outcome of client-level data"
* description = "Outcome of a council’s request event that ends because the hospital took the referral back; the council decides what it returns. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/withdrawal-reason, https://home-first.example/fhir/CodeSystem/cld-event-outcome)
* insert Row(01, wider, nfa-no-services-offered-for-other-reason, No assessment was needed)
* insert Row(02, wider, nfa-referral-to-nhs-services-or-nhs-funded-social-care, NHS continuing healthcare)
* insert Row(03, wider, nfa-other, In no other outcome)
* insert Row(04, wider, nfa-other, In no other outcome)
* insert Row(05, inexact, nfa-support-declined, An assessment was declined)
* insert Row(06, inexact, nfa-responsibility-moved-to-another-local-authority, It was never this council’s)
* insert None(07, Stays in hospital: another request may follow)
* insert Same(08, nfa-deceased)
* insert Row(09, wider, nfa-referral-to-nhs-services-or-nhs-funded-social-care, Intermediate care)
* insert Row(10, wider, nfa-other, In no other outcome)
* insert Row(11, inexact, nfa-self-funded-client-or-under-12wk-disregard, Own arrangements need not be self-funded)
* insert None(12, Should never have been counted)
* insert Row(13, wider, nfa-other, With its text)

Instance: rejection-reason-to-csds
InstanceOf: ConceptMap
Usage: #definition
Title: "Rejection reason to community rejection reason"
Description: "REFERRAL REJECTION REASON of the Community Services Data Set has three codes. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(rejection-reason-to-csds)
* name = "HomeFirstRejectionReasonToCsds"
* title = "Rejection reason to community rejection reason"
* description = "REFERRAL REJECTION REASON of the Community Services Data Set has three codes. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/rejection-reason, https://home-first.example/fhir/CodeSystem/csds-referral-rejection-reason)
* insert Same(duplicate, 01)
* insert Same(inappropriate, 02)
* insert Same(incomplete, 03)
* insert None(no-capacity, No code)
* insert Row(not-eligible, wider, 02, Inappropriate for the services offered)
* insert Row(out-of-area, wider, 02, Inappropriate for the services offered)
* insert None(person-declined, No code: a closure reason)
* insert None(not-ready, No code)
* insert None(other, No code)

Instance: rejection-reason-to-bars
InstanceOf: ConceptMap
Usage: #definition
Title: "Rejection reason to BaRS"
Description: "dos-rejected-reasons-bars. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(rejection-reason-to-bars)
* name = "HomeFirstRejectionReasonToBars"
* title = "Rejection reason to BaRS"
* description = "dos-rejected-reasons-bars. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/rejection-reason, https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars)
* insert None(duplicate, No code)
* insert Row(inappropriate, inexact, 23, BaRS says clinically inappropriate)
* insert None(incomplete, No code)
* insert Row(no-capacity, equivalent, 22, Rejected for capacity reasons)
* insert Row(not-eligible, equivalent, 40, Not eligible for service)
* insert Row(out-of-area, inexact, 42, Distance is another matter than responsibility)
* insert Row(person-declined, equivalent, 26, Rejected for patient choice)
* insert None(not-ready, No code)
* insert Row(other, equivalent, 99, Other reason)

Instance: provider-acceptance-to-rejection-reason
InstanceOf: ConceptMap
Usage: #definition
Title: "Acceptance by a provider to rejection reason"
Description: "Why a provider’s task is rejected, from its answer. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(provider-acceptance-to-rejection-reason)
* name = "HomeFirstProviderAcceptanceToRejectionReason"
* title = "Acceptance by a provider to rejection reason"
* description = "Why a provider’s task is rejected, from its answer. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/provider-acceptance, https://home-first.example/fhir/CodeSystem/rejection-reason)
* insert None(can-take, Not rejected)
* insert None(can-take-from, Not rejected)
* insert None(can-take-with-conditions, Not rejected)
* insert None(needs-own-assessment, Not rejected)
* insert None(cannot-take, Why is not said)
* insert Same(no-capacity, no-capacity)
* insert Row(needs-not-met, wider, inappropriate, The needs cannot be met here)
* insert Row(outside-registration, wider, inappropriate, Outside the registration)
* insert Row(out-of-area, equivalent, out-of-area, Outside the area served)
* insert Row(funding-not-agreed, wider, other, With the text)
* insert Row(information-missing, equivalent, incomplete, Not enough information)
* insert Row(infection, wider, other, With the text)
* insert Row(safety, wider, other, With the text)
* insert Row(equipment-missing, wider, not-ready, The home or equipment is not ready)
* insert Same(person-declined, person-declined)
* insert Row(other-reason, equivalent, other, With the text)
* insert None(withdrawn, Why is not said)

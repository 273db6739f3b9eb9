// From Release 1 of client-level data to Release 2, and from our kinds of funding to its.

Instance: cld-event-outcome-r1-to-r2
InstanceOf: ConceptMap
Usage: #definition
Title: "Client level data: event outcome of Release 1 to Release 2"
Description: "What Release 2 says for an outcome of Release 1. DHSC maps three of them to several outcomes by other fields of the row: they are unmatched here. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(cld-event-outcome-r1-to-r2)
* name = "HomeFirstCldEventOutcomeR1ToR2"
* title = "Client level data: event outcome of Release 1 to Release 2"
* description = "What Release 2 says for an outcome of Release 1. DHSC maps three of them to several outcomes by other fields of the row: they are unmatched here. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/cld-event-outcome-r1, https://home-first.example/fhir/CodeSystem/cld-event-outcome)
* insert Same(progress-to-reablement-st-max, progress-to-reablement-st-max)
* insert Row(progress-to-assessment, wider, progress-to-assessment-review-or-reassessment, Joined in Release 2)
* insert Same(admitted-to-hospital, admitted-to-hospital)
* insert Row(progress-to-re-assessment-unplanned-review, wider, progress-to-assessment-review-or-reassessment, Joined in Release 2)
* insert Same(progress-to-support-planning-services, progress-to-support-planning-or-services)
* insert None(progress-to-end-of-life-care, Several outcomes of Release 2)
* insert Row(no-change-in-package, equivalent, continuation-of-support-or-services, Worded anew)
* insert Row(service-ended-as-planned, equivalent, nfa-support-ended-as-planned, Worded anew)
* insert None(progress-to-financial-assessment, Several outcomes of Release 2)
* insert None(provision-of-service, Several outcomes of Release 2)
* insert Same(nfa-deceased, nfa-deceased)
* insert Row(nfa-moved-to-another-la, wider, nfa-responsibility-moved-to-another-local-authority, Responsibility may move without the person)
* insert Row(nfa-100-nhs-funded-care, wider, nfa-referral-to-nhs-services-or-nhs-funded-social-care, Joined with referrals to NHS services)
* insert Same(nfa-information-advice-signposting-only, nfa-information-and-advice-or-signposting)
* insert Same(nfa-self-funded-client-inc-12wk-disregard, nfa-self-funded-client-or-under-12wk-disregard)
* insert Same(nfa-support-declined, nfa-support-declined)
* insert Same(nfa-support-ended-other-reason, nfa-support-ended-for-other-reason)
* insert Same(nfa-no-services-offered-other-reason, nfa-no-services-offered-for-other-reason)
* insert Same(nfa-other, nfa-other)

Instance: cld-client-type-r1-to-r2
InstanceOf: ConceptMap
Usage: #definition
Title: "Client level data: client type of Release 1 to Release 2"
Description: "Worded anew in Release 2. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(cld-client-type-r1-to-r2)
* name = "HomeFirstCldClientTypeR1ToR2"
* title = "Client level data: client type of Release 1 to Release 2"
* description = "Worded anew in Release 2. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/cld-client-type-r1, https://home-first.example/fhir/CodeSystem/cld-client-type)
* insert Same(service-user, service-user)
* insert Same(carer, unpaid-carer)
* insert Same(carer-known-by-association, unpaid-carer-known-by-association)

Instance: funding-to-client-level-data
InstanceOf: ConceptMap
Usage: #definition
Title: "Funding to client funding status of client-level data"
Description: "Client_Funding_Status counts what the person and social care pay; what the NHS pays is not in it. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(funding-to-client-level-data)
* name = "HomeFirstFundingToClientLevelData"
* title = "Funding to client funding status of client-level data"
* description = "Client_Funding_Status counts what the person and social care pay; what the NHS pays is not in it. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/funding, https://home-first.example/fhir/CodeSystem/cld-client-funding-status)
* insert Row(council, inexact, fully-social-care-funded, Unless the person contributes)
* insert Row(self-funded, equivalent, fully-client-funded, The person pays)
* insert Row(joint-with-person, equivalent, joint-client-and-social-care-funded, Both pay a part)
* insert Row(undecided, wider, unknown, Not yet decided)
* insert None(nhs-continuing-healthcare, Not counted by client funding status)
* insert None(fast-track, Not counted by client funding status)
* insert None(nhs-funded-nursing-care, Not counted by client funding status)
* insert None(nhs, Not counted by client funding status)
* insert None(joint, Not counted by client funding status)
* insert None(section-117, Not counted by client funding status)
* insert None(intermediate-care, Not counted by client funding status)
* insert None(better-care-fund, Not counted by client funding status)
* insert None(discharge-fund, Not counted by client funding status)
* insert None(voluntary, Not counted by client funding status)
* insert None(none-needed, Not counted by client funding status)
* insert None(disputed, Not counted by client funding status)

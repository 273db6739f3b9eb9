// From the older and other lists of delay reasons to the list of 2024.

Instance: delay-reason-acute-2022-to-delay-reason
InstanceOf: ConceptMap
Usage: #definition
Title: "Delay reason before May 2024 to delay reason"
Description: "The reasons that acute trusts used before May 2024, in the list of 2024. Where the new list divides an old reason, the target is the group. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(delay-reason-acute-2022-to-delay-reason)
* name = "HomeFirstDelayReasonAcute2022ToDelayReason"
* title = "Delay reason before May 2024 to delay reason"
* description = "The reasons that acute trusts used before May 2024, in the list of 2024. Where the new list divides an old reason, the target is the group. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/delay-reason-acute-2022, https://home-first.example/fhir/CodeSystem/delay-reason)
* insert None(i, The person meets the criteria to reside again: not a delay)
* insert Row(ii, wider, hospital-process, The new list divides it; the group is all that is certain)
* insert Row(iii, inexact, awaiting-therapy-review-of-need-for-supported-discharge, The old reason adds that rehabilitation goes on in the acute hospital)
* insert Row(iv, equivalent, awaiting-referral-to-care-transfer-hub-for-supported-dischar, The single point of access is now the care transfer hub)
* insert Row(v, wider, awaiting-medicines-to-take-home-discharge-letter-or-other-di, The new reason adds letters and other documents)
* insert Row(vi, narrower, awaiting-patient-transport-services, The old reason is any transport)
* insert Row(vii, inexact, waiting-for-confirmation-of-immediate-care-needs-and-pathway, [[The old reason names who decides, the new one what is waited for]])
* insert Row(viii, wider, capacity, The new list divides it; the group is all that is certain)
* insert Row(ix, equivalent, bed-based-rehabilitation-reablement-or-recovery-services-not, A bed for rehabilitation)
* insert Row(x, inexact, residential-nursing-home-care-not-yet-available, The old reason also holds a return to a care home)
* insert Row(xi, wider, capacity, The new list divides it; the group is all that is certain)
* insert Row(xii, inexact, patient-family-carer-concerns-over-discharge-readiness, Where it is about being ready)
* insert Or(inexact, patient-family-carer-choice-discussions-on-package-still-und, Where it is about the package)
* insert Row(xiii, narrower, homeless-with-no-recourse-to-public-funds, Without recourse to public funds)
* insert Or(narrower, housing-provision-arrangement-for-homelessness-still-underwa, Where provision is being arranged)
* insert Or(narrower, housing-provision-not-yet-available, Where there is none yet)
* insert Row(xiv, narrower, ongoing-safeguarding-concern, The old reason adds the Court of Protection)
* insert None(xv, A transfer to another acute trust is in no new reason)
* insert Row(xvi, inexact, awaiting-formal-decision-to-discharge-inc-diagnostic-test-re, A diagnostic test only; having no plan is in no new reason)
* insert Row(xvii, equivalent, remaining-in-hospital-due-to-infection-prevention-and-contro, Infection prevention and control)
* insert Row(xviii, wider, remaining-in-hospital-due-to-infection-prevention-and-contro, One test of one disease)

Instance: delay-reason-community-to-delay-reason
InstanceOf: ConceptMap
Usage: #definition
Title: "Community delay reason to delay reason"
Description: "The reasons of the community return, in the acute list. The bed is another one: a target says what is waited for, not where. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(delay-reason-community-to-delay-reason)
* name = "HomeFirstDelayReasonCommunityToDelayReason"
* title = "Community delay reason to delay reason"
* description = "The reasons of the community return, in the acute list. The bed is another one: a target says what is waited for, not where. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/delay-reason-community, https://home-first.example/fhir/CodeSystem/delay-reason)
* insert Row(medical-decision, wider, hospital-process, The new list divides it; the group is all that is certain)
* insert Row(therapy-decision, inexact, awaiting-therapy-review-of-need-for-supported-discharge, Of a community team)
* insert Row(equipment-adaptations, wider, capacity, The new list divides it; the group is all that is certain)
* insert Row(transfer-of-care-hub-confirmation, inexact, waiting-for-confirmation-of-immediate-care-needs-and-pathway, The hub has not confirmed)
* insert Row(diagnostic-test, wider, awaiting-formal-decision-to-discharge-inc-diagnostic-test-re, The target is the whole decision)
* insert Row(medicines, wider, awaiting-medicines-to-take-home-discharge-letter-or-other-di, The target adds letters and other documents)
* insert Row(chc-funding, wider, awaiting-confirmation-of-funding-eligibility, The target is any funding)
* insert Row(transfer-of-care-hub-referral, equivalent, awaiting-referral-to-care-transfer-hub-for-supported-dischar, The referral has not been made)
* insert None(transfer-back-to-acute, Not a delay of a discharge from an acute hospital)
* insert Row(transport, narrower, awaiting-patient-transport-services, The source is any transport)
* insert Row(homeless-no-recourse-to-public-funds, narrower, homeless-with-no-recourse-to-public-funds, The source joins the two)
* insert Row(disagreement-with-plan, inexact, patient-family-carer-concerns-over-discharge-readiness, Where it is about being ready)
* insert Or(inexact, patient-family-carer-choice-discussions-on-package-still-und, Where it is about the package)
* insert None(no-plan, In no reason of the acute list)
* insert Row(pathway-1-capacity, wider, capacity, The new list divides it; the group is all that is certain)
* insert Row(pathway-2-capacity, equivalent, bed-based-rehabilitation-reablement-or-recovery-services-not, Pathway 2)
* insert Row(pathway-3-capacity, equivalent, residential-nursing-home-care-not-yet-available, Pathway 3)
* insert Row(infection, equivalent, remaining-in-hospital-due-to-infection-prevention-and-contro, Infection prevention and control)
* insert Row(safeguarding-court-of-protection, narrower, ongoing-safeguarding-concern, The source adds the Court of Protection)

Instance: mental-health-delay-reason-to-delay-reason
InstanceOf: ConceptMap
Usage: #definition
Title: "Mental health delay reason to delay reason"
Description: "The reasons of mental health beds, in the acute list. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(mental-health-delay-reason-to-delay-reason)
* name = "HomeFirstMentalHealthDelayReasonToDelayReason"
* title = "Mental health delay reason to delay reason"
* description = "The reasons of mental health beds, in the acute list. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/mental-health-delay-reason, https://home-first.example/fhir/CodeSystem/delay-reason)
* insert None(A1, Retired in 2017)
* insert None(F1, Retired in 2017)
* insert None(G1, Retired in 2017)
* insert None(I1, Retired in 2017)
* insert None(J1, Retired in 2017)
* insert None(K1, Retired in 2017)
* insert None(Z1, Retired in 2017)
* insert None(A2, In no reason of the acute list)
* insert Row(B1, inexact, awaiting-confirmation-of-funding-eligibility, Eligibility is one part of it)
* insert None(C1, Arranged or available is not said: two groups of the acute list)
* insert Row(D1, inexact, residential-nursing-home-care-not-yet-available, Where there is no place)
* insert Or(inexact, residential-nursing-home-care-arrangements-still-underway, Where a place is being arranged)
* insert Row(D2, inexact, residential-nursing-home-care-not-yet-available, Where there is no place)
* insert Or(inexact, residential-nursing-home-care-arrangements-still-underway, Where a place is being arranged)
* insert None(E1, Arranged or available is not said: two groups of the acute list)
* insert Row(F2, wider, capacity, The new list divides it; the group is all that is certain)
* insert Row(G2, wider, patient-family-carer-choice-discussions-on-package-still-und, The source says what the choice is about)
* insert Row(G3, wider, patient-family-carer-choice-discussions-on-package-still-und, The source says what the choice is about)
* insert Row(G4, wider, patient-family-carer-choice-discussions-on-package-still-und, The source says what the choice is about)
* insert Row(G5, wider, patient-family-carer-choice-discussions-on-package-still-und, The source says what the choice is about)
* insert Row(G6, wider, patient-family-carer-choice-discussions-on-package-still-und, The source says what the choice is about)
* insert Row(G7, wider, patient-family-carer-choice-discussions-on-package-still-und, The source says what the choice is about)
* insert Row(G8, wider, patient-family-carer-choice-discussions-on-package-still-und, The source says what the choice is about)
* insert Row(G9, wider, patient-family-carer-choice-discussions-on-package-still-und, The source says what the choice is about)
* insert Row(G10, wider, patient-family-carer-choice-discussions-on-package-still-und, The source says what the choice is about)
* insert Row(G11, wider, patient-family-carer-choice-discussions-on-package-still-und, The source says what the choice is about)
* insert Row(G12, wider, patient-family-carer-choice-discussions-on-package-still-und, The source says what the choice is about)
* insert None(H1, Between whom is not said)
* insert Row(I2, inexact, housing-provision-not-yet-available, General housing)
* insert Row(I3, inexact, homeless-with-no-recourse-to-public-funds, Not covered by the Care Act is another test than recourse to public funds)
* insert Row(J2, inexact, housing-provision-not-yet-available, Supported accommodation)
* insert Row(K2, inexact, housing-provision-arrangement-for-homelessness-still-underwa, Emergency accommodation)
* insert None(L1, Children are in no reason of the acute list)
* insert None(M1, In no reason of the acute list)
* insert Row(N1, inexact, awaiting-determination-of-mental-capacity, Mental capacity only)

Instance: mental-health-delay-attribution-to-delay-responsibility
InstanceOf: ConceptMap
Usage: #definition
Title: "Mental health delay attribution to responsibility"
Description: "To whom a delay is attributed. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(mental-health-delay-attribution-to-delay-responsibility)
* name = "HomeFirstMentalHealthDelayAttributionToDelayResponsibility"
* title = "Mental health delay attribution to responsibility"
* description = "To whom a delay is attributed. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/mental-health-delay-attribution, https://home-first.example/fhir/CodeSystem/delay-responsibility)
* insert Row(01, wider, nhs, Retired in 2017; did not leave out housing)
* insert Row(02, wider, social-care, Retired in 2017; did not leave out housing)
* insert Row(03, wider, both, Retired in 2017; did not leave out housing)
* insert Same(04, nhs)
* insert Same(05, social-care)
* insert Same(06, both)
* insert Same(07, housing)

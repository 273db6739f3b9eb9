// Why a person who no longer meets the criteria to reside is still in an acute hospital: the 37 reasons of the national return.

CodeSystem: HomeFirstDelayReasonCodes
Id: delay-reason
Title: "Delay reason"
Description: "Why a person who no longer meets the criteria to reside is still in an acute hospital bed: 37 reasons in 5 groups. Codes: ours, since none are published (the groups too); wording: metric names of the NHS England Acute Daily Discharge SitRep, with dashes and spaces made equal and the name of the group, which opens each published name, put above it. Date: specification of 30 April 2024, in force since 27 May 2024. Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/delay-reason"
* ^hierarchyMeaning = #grouped-by
* ^property[0].code = #pathway
* ^property[0].description = "The pathway or pathways that the published wording names in brackets"
* ^property[0].type = #string
* #hospital-process "Hospital process" "A group of the return. Only where the source names no reason within it"
* #hospital-process #awaiting-formal-decision-to-discharge-inc-diagnostic-test-re "Awaiting formal decision to discharge (inc diagnostic test results)"
* #hospital-process #awaiting-medical-review-of-need-for-supported-discharge "Awaiting medical review of need for supported discharge"
* #hospital-process #awaiting-medicines-to-take-home-discharge-letter-or-other-di "Awaiting medicines to take home, discharge letter or other discharge documentation"
* #hospital-process #awaiting-patient-transport-services "Awaiting patient transport services"
* #hospital-process #awaiting-referral-to-care-transfer-hub-for-supported-dischar "Awaiting referral to care transfer hub for supported discharge"
* #hospital-process #awaiting-therapy-review-of-need-for-supported-discharge "Awaiting therapy review of need for supported discharge"
* #hospital-process #remaining-in-hospital-due-to-infection-prevention-and-contro "Remaining in hospital due to infection prevention and control restrictions"
* #wellbeing-concerns "Wellbeing concerns" "A group of the return. Only where the source names no reason within it"
* #wellbeing-concerns #awaiting-determination-of-mental-capacity "Awaiting determination of mental capacity"
* #wellbeing-concerns #issues-with-discharge-destination-readiness "Issues with discharge destination readiness"
* #wellbeing-concerns #ongoing-safeguarding-concern "Ongoing safeguarding concern"
* #wellbeing-concerns #patient-family-carer-concerns-over-discharge-readiness "Patient /family/carer concerns over discharge readiness"
* #care-transfer-hub-process "Care transfer hub process" "A group of the return. Only where the source names no reason within it"
* #care-transfer-hub-process #awaiting-confirmation-of-funding-eligibility "Awaiting confirmation of funding eligibility"
* #care-transfer-hub-process #awaiting-necessary-referrals-by-care-transfer-hub "Awaiting necessary referrals by care transfer hub"
* #care-transfer-hub-process #waiting-for-confirmation-of-immediate-care-needs-and-pathway "Waiting for confirmation of immediate care needs and pathway"
* #interface-process "Interface process" "A group of the return. Only where the source names no reason within it"
* #interface-process #bed-based-rehabilitation-reablement-or-recovery-service-arra "Bed-based rehabilitation, reablement or recovery service arrangements still underway (Pathway 2)"
* #interface-process #bed-based-rehabilitation-reablement-or-recovery-service-arra ^property[0].code = #pathway
* #interface-process #bed-based-rehabilitation-reablement-or-recovery-service-arra ^property[0].valueString = "2"
* #interface-process #end-of-life-care-inc-fast-track-chc-arrangement-still-underw "End of life care inc Fast-Track CHC arrangement still underway (Pathway 1 or 3)"
* #interface-process #end-of-life-care-inc-fast-track-chc-arrangement-still-underw ^property[0].code = #pathway
* #interface-process #end-of-life-care-inc-fast-track-chc-arrangement-still-underw ^property[0].valueString = "1 or 3"
* #interface-process #further-action-requested-by-agreed-provider "Further action requested by agreed provider"
* #interface-process #home-based-rehabilitation-reablement-or-recovery-service-arr "Home based rehabilitation, reablement or recovery service arrangements still underway (Pathway 1)"
* #interface-process #home-based-rehabilitation-reablement-or-recovery-service-arr ^property[0].code = #pathway
* #interface-process #home-based-rehabilitation-reablement-or-recovery-service-arr ^property[0].valueString = "1"
* #interface-process #homeless-with-no-recourse-to-public-funds "Homeless with no recourse to public funds"
* #interface-process #housing-provision-arrangement-for-homelessness-still-underwa "Housing provision arrangement for homelessness still underway (Pathway 0 or 1)"
* #interface-process #housing-provision-arrangement-for-homelessness-still-underwa ^property[0].code = #pathway
* #interface-process #housing-provision-arrangement-for-homelessness-still-underwa ^property[0].valueString = "0 or 1"
* #interface-process #other-home-based-community-health-service-arrangements-still "Other home-based community health service arrangements still underway (Pathway 1)"
* #interface-process #other-home-based-community-health-service-arrangements-still ^property[0].code = #pathway
* #interface-process #other-home-based-community-health-service-arrangements-still ^property[0].valueString = "1"
* #interface-process #other-home-based-social-care-service-arrangements-still-unde "Other home-based social care service arrangements still underway (Pathway 1)"
* #interface-process #other-home-based-social-care-service-arrangements-still-unde ^property[0].code = #pathway
* #interface-process #other-home-based-social-care-service-arrangements-still-unde ^property[0].valueString = "1"
* #interface-process #out-of-area-discharge-arrangements-requested-but-not-complet "Out of area discharge arrangements requested but not completed"
* #interface-process #patient-family-carer-choice-discussions-on-package-still-und "Patient/family/carer choice discussions on package still underway"
* #interface-process #residential-nursing-home-care-arrangements-still-underway "Residential/nursing home care arrangements still underway (Pathway 3)"
* #interface-process #residential-nursing-home-care-arrangements-still-underway ^property[0].code = #pathway
* #interface-process #residential-nursing-home-care-arrangements-still-underway ^property[0].valueString = "3"
* #interface-process #self-funded-care-package-arrangements-still-underway "Self-funded care package arrangements still underway"
* #capacity "Capacity" "A group of the return. Only where the source names no reason within it"
* #capacity #awaiting-restart-of-existing-social-care-arrangements "Awaiting restart of existing social care arrangements (Pathway 0)"
* #capacity #awaiting-restart-of-existing-social-care-arrangements ^property[0].code = #pathway
* #capacity #awaiting-restart-of-existing-social-care-arrangements ^property[0].valueString = "0"
* #capacity #bed-based-rehabilitation-reablement-or-recovery-services-not "Bed-based rehabilitation, reablement or recovery services not yet available (Pathway 2)"
* #capacity #bed-based-rehabilitation-reablement-or-recovery-services-not ^property[0].code = #pathway
* #capacity #bed-based-rehabilitation-reablement-or-recovery-services-not ^property[0].valueString = "2"
* #capacity #end-of-life-care-inc-fast-track-chc-not-yet-available "End of life care inc Fast-Track CHC not yet available (Pathway 1 or 3)"
* #capacity #end-of-life-care-inc-fast-track-chc-not-yet-available ^property[0].code = #pathway
* #capacity #end-of-life-care-inc-fast-track-chc-not-yet-available ^property[0].valueString = "1 or 3"
* #capacity #equipment-and-associated-training-not-yet-delivered "Equipment and associated training not yet delivered (Pathway 1-3)"
* #capacity #equipment-and-associated-training-not-yet-delivered ^property[0].code = #pathway
* #capacity #equipment-and-associated-training-not-yet-delivered ^property[0].valueString = "1-3"
* #capacity #home-based-rehabilitation-reablement-or-recovery-services-no "Home-based rehabilitation, reablement or recovery services not yet available (Pathway 1)"
* #capacity #home-based-rehabilitation-reablement-or-recovery-services-no ^property[0].code = #pathway
* #capacity #home-based-rehabilitation-reablement-or-recovery-services-no ^property[0].valueString = "1"
* #capacity #housing-adaptations-not-yet-completed "Housing adaptations not yet completed (Pathway 1 or 3)"
* #capacity #housing-adaptations-not-yet-completed ^property[0].code = #pathway
* #capacity #housing-adaptations-not-yet-completed ^property[0].valueString = "1 or 3"
* #capacity #housing-provision-not-yet-available "Housing provision not yet available (Pathway 0 or 1)"
* #capacity #housing-provision-not-yet-available ^property[0].code = #pathway
* #capacity #housing-provision-not-yet-available ^property[0].valueString = "0 or 1"
* #capacity #mental-health-admitted-patient-care-not-yet-available "Mental health admitted patient care not yet available (Pathway 2)"
* #capacity #mental-health-admitted-patient-care-not-yet-available ^property[0].code = #pathway
* #capacity #mental-health-admitted-patient-care-not-yet-available ^property[0].valueString = "2"
* #capacity #other-home-based-community-health-services-not-yet-available "Other home-based community health services not yet available (Pathway 1)"
* #capacity #other-home-based-community-health-services-not-yet-available ^property[0].code = #pathway
* #capacity #other-home-based-community-health-services-not-yet-available ^property[0].valueString = "1"
* #capacity #other-home-based-social-care-service-not-yet-available "Other home-based social care service not yet available (Pathway 1)"
* #capacity #other-home-based-social-care-service-not-yet-available ^property[0].code = #pathway
* #capacity #other-home-based-social-care-service-not-yet-available ^property[0].valueString = "1"
* #capacity #residential-nursing-home-care-not-yet-available "Residential/nursing home care not yet available (Pathway 3)"
* #capacity #residential-nursing-home-care-not-yet-available ^property[0].code = #pathway
* #capacity #residential-nursing-home-care-not-yet-available ^property[0].valueString = "3"

ValueSet: HomeFirstDelayReason
Id: delay-reason
Title: "Delay reason"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstDelayReasonCodes

ValueSet: HomeFirstDelayReasonReturned
Id: delay-reason-returned
Title: "Delay reason, as returned"
Description: "The 37 reasons that the national return counts: every code of delay-reason without the five groups. For what leaves for that return; a stored delay may know the group only. Of the code system delay-reason, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstDelayReasonCodes
* exclude HomeFirstDelayReasonCodes#hospital-process
* exclude HomeFirstDelayReasonCodes#wellbeing-concerns
* exclude HomeFirstDelayReasonCodes#care-transfer-hub-process
* exclude HomeFirstDelayReasonCodes#interface-process
* exclude HomeFirstDelayReasonCodes#capacity

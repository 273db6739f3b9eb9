// Labels of Release 1 of the client-level data return, which councils still hold and which DHSC turns into Release 2.

CodeSystem: HomeFirstCldClientTypeR1Codes
Id: cld-client-type-r1
Title: "Client level data, Release 1: client type"
Description: "Client type of the client-level data return. Codes: ours, since the return has labels only; wording: DHSC Client Level Data (DataS-DHSC/ASC-CLD-LA-Dashboard at fb65e63), Release 1. Before October 2025. Licence: MIT."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/cld-client-type-r1"
* #service-user "Service User"
* #carer "Carer"
* #carer-known-by-association "Carer known by association"

ValueSet: HomeFirstCldClientTypeR1
Id: cld-client-type-r1
Title: "Client level data, Release 1: client type"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCldClientTypeR1Codes

CodeSystem: HomeFirstCldEventOutcomeR1Codes
Id: cld-event-outcome-r1
Title: "Client level data, Release 1: event outcome"
Description: "Event outcome of the client-level data return. Codes: ours, since the return has labels only; wording: DHSC Client Level Data (DataS-DHSC/ASC-CLD-LA-Dashboard at fb65e63), Release 1. Before October 2025. Licence: MIT."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/cld-event-outcome-r1"
* #progress-to-reablement-st-max "Progress to Reablement/ST-Max"
* #progress-to-assessment "Progress to Assessment"
* #admitted-to-hospital "Admitted to hospital"
* #progress-to-re-assessment-unplanned-review "Progress to Re-assessment / Unplanned Review"
* #progress-to-support-planning-services "Progress to Support Planning / Services"
* #progress-to-end-of-life-care "Progress to End of Life Care"
* #no-change-in-package "No change in package"
* #service-ended-as-planned "Service ended as planned"
* #progress-to-financial-assessment "Progress to financial assessment"
* #provision-of-service "Provision of service"
* #nfa-deceased "NFA - Deceased"
* #nfa-moved-to-another-la "NFA - Moved to another LA"
* #nfa-100-nhs-funded-care "NFA - 100% NHS funded care"
* #nfa-information-advice-signposting-only "NFA - Information & Advice / Signposting only"
* #nfa-self-funded-client-inc-12wk-disregard "NFA - Self-funded client (Inc. 12wk disregard)"
* #nfa-support-declined "NFA - Support declined"
* #nfa-support-ended-other-reason "NFA - Support ended: Other reason"
* #nfa-no-services-offered-other-reason "NFA - No services offered: Other reason"
* #nfa-other "NFA- Other"

ValueSet: HomeFirstCldEventOutcomeR1
Id: cld-event-outcome-r1
Title: "Client level data, Release 1: event outcome"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCldEventOutcomeR1Codes

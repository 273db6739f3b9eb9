// The labels of the council’s client-level data return, Release 2, as code systems, since the return itself has no codes.

CodeSystem: HomeFirstCldEventTypeCodes
Id: cld-event-type
Title: "Client level data: event type"
Description: "Event type of the client-level data return. Codes: ours, since the return has labels only; wording: DHSC Client Level Data, Release 2 (DataS-DHSC/ASC-CLD-LA-Dashboard, MIT). Date: Release 2 of 2025. Licence: MIT."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/cld-event-type"
* #request "Request"
* #assessment "Assessment"
* #service "Service"
* #review "Review"

ValueSet: HomeFirstCldEventType
Id: cld-event-type
Title: "Client level data: event type"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCldEventTypeCodes

CodeSystem: HomeFirstCldRequestRouteCodes
Id: cld-request-route
Title: "Client level data: request route of access"
Description: "Request route of access of the client-level data return. Codes: ours, since the return has labels only; wording: DHSC Client Level Data, Release 1 (that of Release 2 was not to be seen). Date: before October 2025. Licence: MIT."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/cld-request-route"
* #planned-entry-transition "Planned Entry (Transition)"
* #discharge-from-hospital "Discharge from Hospital"
* #diversion-from-hospital-services "Diversion from Hospital Services"
* #community-other-route "Community / Other route"
* #prison "Prison"
* #self-funder "Self-Funder"
* #discharge-from-reablement "Discharge from Reablement"
* #transfer-from-other-la "Transfer from Other LA"

ValueSet: HomeFirstCldRequestRoute
Id: cld-request-route
Title: "Client level data: request route of access"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCldRequestRouteCodes

CodeSystem: HomeFirstCldEventOutcomeCodes
Id: cld-event-outcome
Title: "Client level data: event outcome"
Description: "Event outcome of the client-level data return. Codes: ours, since the return has labels only; wording: DHSC Client Level Data, Release 2 (DataS-DHSC/ASC-CLD-LA-Dashboard, MIT). Date: Release 2 of 2025. Licence: MIT."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/cld-event-outcome"
* #progress-to-reablement-st-max "Progress to reablement/ST-Max"
* #progress-to-assessment-review-or-reassessment "Progress to assessment, review or reassessment"
* #progress-to-support-planning-or-services "Progress to support planning or services"
* #continuation-of-support-or-services "Continuation of support or services"
* #admitted-to-hospital "Admitted to hospital"
* #nfa-responsibility-moved-to-another-local-authority "NFA: Responsibility moved to another local authority"
* #nfa-referral-to-nhs-services-or-nhs-funded-social-care "NFA: Referral to NHS services or NHS funded social care"
* #nfa-self-funded-client-or-under-12wk-disregard "NFA: Self-funded client or under 12wk disregard"
* #nfa-information-and-advice-or-signposting "NFA: Information and advice or signposting"
* #nfa-referral-to-other-service-within-the-local-authority "NFA: Referral to other service within the local authority"
* #nfa-support-declined "NFA: Support declined"
* #nfa-deceased "NFA: Deceased"
* #nfa-support-ended-as-planned "NFA: Support ended as planned"
* #nfa-support-ended-for-other-reason "NFA: Support ended for other reason"
* #nfa-no-services-offered-for-other-reason "NFA: No services offered for other reason"
* #nfa-other "NFA: Other"

ValueSet: HomeFirstCldEventOutcome
Id: cld-event-outcome
Title: "Client level data: event outcome"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCldEventOutcomeCodes

CodeSystem: HomeFirstCldServiceTypeCodes
Id: cld-service-type
Title: "Client level data: service type"
Description: "Service type of the client-level data return. Codes: ours, since the return has labels only; wording: DHSC Client Level Data, Release 2 (DataS-DHSC/ASC-CLD-LA-Dashboard, MIT). Date: Release 2 of 2025. Licence: MIT."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/cld-service-type"
* #short-term-support-st-max "Short term support: ST-Max"
* #short-term-support-ongoing-low-level "Short term support: Ongoing low level"
* #short-term-support-other-short-term "Short term support: Other short term"
* #long-term-support-nursing-care "Long term support: Nursing care"
* #long-term-support-residential-care "Long term support: Residential care"
* #long-term-support-community "Long term support: Community"
* #long-term-support-prison "Long term support: Prison"
* #unpaid-carer-support-direct-to-unpaid-carer "Unpaid carer support: Direct to unpaid carer"
* #unpaid-carer-support-support-involving-the-person-cared-for "Unpaid carer support: Support involving the person cared-for"

ValueSet: HomeFirstCldServiceType
Id: cld-service-type
Title: "Client level data: service type"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCldServiceTypeCodes

CodeSystem: HomeFirstCldServiceComponentCodes
Id: cld-service-component
Title: "Client level data: service component"
Description: "Service component of the client-level data return. Codes: ours, since the return has labels only; wording: DHSC Client Level Data, Release 2 (DataS-DHSC/ASC-CLD-LA-Dashboard, MIT). Date: Release 2 of 2025. Licence: MIT."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/cld-service-component"
* #reablement "Reablement"
* #short-term-nursing-care "Short term nursing care"
* #short-term-residential-care "Short term residential care"
* #long-term-nursing-care "Long term nursing care"
* #long-term-residential-care "Long term residential care"
* #home-support-or-domiciliary-care "Home support or domiciliary care"
* #day-support "Day support"
* #meals "Meals"
* #transport "Transport"
* #equipment "Equipment"
* #direct-payment "Direct payment"
* #shared-lives "Shared Lives"
* #community-supported-living "Community supported living"
* #extra-care-housing "Extra care housing"
* #professional-support-social-worker "Professional support: Social worker"
* #professional-support-other "Professional support: Other"
* #learning-education-or-employment-support "Learning, education or employment support"
* #end-of-life-care "End of life care"
* #emergency-support "Emergency support"
* #other-short-term-support "Other short term support"
* #other-long-term-support "Other long term support"
* #unpaid-carer-respite "Unpaid carer respite"
* #unpaid-carer-sitting-service "Unpaid carer sitting service"
* #unpaid-carer-universal-services "Unpaid carer universal services"
* #other-unpaid-carer-support "Other unpaid carer support"

ValueSet: HomeFirstCldServiceComponent
Id: cld-service-component
Title: "Client level data: service component"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCldServiceComponentCodes

CodeSystem: HomeFirstCldDeliveryMechanismCodes
Id: cld-delivery-mechanism
Title: "Client level data: delivery mechanism"
Description: "Delivery mechanism of the client-level data return. Codes: ours, since the return has labels only; wording: DHSC Client Level Data, Release 2 (DataS-DHSC/ASC-CLD-LA-Dashboard, MIT). Date: Release 2 of 2025. Licence: MIT."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/cld-delivery-mechanism"
* #direct-payment "Direct payment"
* #cassr-managed-personal-budget "CASSR managed personal budget"
* #cassr-commissioned-support "CASSR commissioned support"

ValueSet: HomeFirstCldDeliveryMechanism
Id: cld-delivery-mechanism
Title: "Client level data: delivery mechanism"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCldDeliveryMechanismCodes

CodeSystem: HomeFirstCldClientTypeCodes
Id: cld-client-type
Title: "Client level data: client type"
Description: "Client type of the client-level data return. Codes: ours, since the return has labels only; wording: DHSC Client Level Data (DataS-DHSC/ASC-CLD-LA-Dashboard at 9bee728, as read in November 2026), Release 2. Licence: MIT."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/cld-client-type"
* #service-user "Service user"
* #unpaid-carer "Unpaid carer"
* #unpaid-carer-known-by-association "Unpaid carer known by association"

ValueSet: HomeFirstCldClientType
Id: cld-client-type
Title: "Client level data: client type"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCldClientTypeCodes

CodeSystem: HomeFirstCldPrimarySupportReasonCodes
Id: cld-primary-support-reason
Title: "Client level data: primary support reason"
Description: "Primary support reason of the client-level data return. Codes: ours, since the return has labels only; wording: DHSC Client Level Data (DataS-DHSC/ASC-CLD-LA-Dashboard at 9bee728, as read in November 2026), Release 2. Licence: MIT."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/cld-primary-support-reason"
* #physical-support-access-and-mobility-only "Physical support: Access and mobility only"
* #physical-support-personal-care-support "Physical support: Personal care support"
* #sensory-support-support-for-visual-impairment "Sensory support: Support for visual impairment"
* #sensory-support-support-for-hearing-impairment "Sensory support: Support for hearing impairment"
* #sensory-support-support-for-dual-impairment "Sensory support: Support for dual impairment"
* #support-with-memory-and-cognition "Support with memory and cognition"
* #learning-disability-support "Learning disability support"
* #mental-health-support "Mental health support"
* #social-support-substance-misuse-support "Social support: Substance misuse support"
* #social-support-asylum-seeker-support "Social support: Asylum seeker support"
* #social-support-support-for-social-isolation-or-other "Social support: Support for social isolation or other"
* #social-support-support-to-unpaid-carer "Social support: Support to unpaid carer"
* #unknown "Unknown"

ValueSet: HomeFirstCldPrimarySupportReason
Id: cld-primary-support-reason
Title: "Client level data: primary support reason"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCldPrimarySupportReasonCodes

CodeSystem: HomeFirstCldAccommodationStatusCodes
Id: cld-accommodation-status
Title: "Client level data: accommodation status"
Description: "Accommodation status of the client-level data return. Codes: ours, since the return has labels only; wording: DHSC Client Level Data (DataS-DHSC/ASC-CLD-LA-Dashboard at 9bee728, as read in November 2026), Release 2. Licence: MIT."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/cld-accommodation-status"
* #owner-occupier-or-shared-ownership-scheme "Owner occupier or shared ownership scheme"
* #tenant-local-authority-or-other-social-housing-provider "Tenant: Local authority or other social housing provider"
* #tenant-private-landlord "Tenant: Private landlord"
* #settled-mainstream-housing-with-family-or-friends "Settled mainstream housing with family or friends"
* #supported-accommodation-supported-lodgings-or-supported-group-home "Supported accommodation, supported lodgings or supported group home"
* #shared-lives-scheme "Shared Lives scheme"
* #approved-premises-for-offenders-released-from-prison-or-under-probation-supervision "Approved premises for offenders released from prison or under probation supervision"
* #sheltered-housing-extra-care-housing-or-other-sheltered-housing "Sheltered housing, extra care housing or other sheltered housing"
* #mobile-accommodation-for-gypsy-roma-and-traveller-communities "Mobile accommodation for Gypsy, Roma and Traveller communities"
* #rough-sleeper-or-squatting "Rough sleeper or squatting"
* #night-shelter-emergency-hostel-or-direct-access-hostel "Night shelter, emergency hostel or direct access hostel"
* #refuge "Refuge"
* #placed-in-temporary-accommodation-by-the-council-inc-homelessness-resettlement "Placed in temporary accommodation by the council (inc. homelessness resettlement)"
* #staying-with-family-or-friends-as-a-short-term-guest "Staying with family or friends as a short term guest"
* #acute-hospital-or-long-term-healthcare-residential-facility "Acute hospital or long term healthcare residential facility"
* #registered-care-home "Registered care home"
* #registered-nursing-home "Registered nursing home"
* #prison-young-offenders-institution-or-detention-centre "Prison, young offenders institution or detention centre"
* #other-temporary-accommodation "Other temporary accommodation"
* #unknown "Unknown"

ValueSet: HomeFirstCldAccommodationStatus
Id: cld-accommodation-status
Title: "Client level data: accommodation status"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCldAccommodationStatusCodes

CodeSystem: HomeFirstCldClientFundingStatusCodes
Id: cld-client-funding-status
Title: "Client level data: client funding status"
Description: "Client funding status of the client-level data return. Codes: ours, since the return has labels only; wording: DHSC Client Level Data (DataS-DHSC/ASC-CLD-LA-Dashboard at 9bee728, as read in November 2026), Release 2. Licence: MIT."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/cld-client-funding-status"
* #fully-client-funded "Fully client funded"
* #joint-client-and-social-care-funded "Joint client and social care funded"
* #fully-social-care-funded "Fully social care funded"
* #unknown "Unknown"

ValueSet: HomeFirstCldClientFundingStatus
Id: cld-client-funding-status
Title: "Client level data: client funding status"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCldClientFundingStatusCodes

CodeSystem: HomeFirstCldAssessmentTypeCodes
Id: cld-assessment-type
Title: "Client level data: assessment type"
Description: "Assessment type of the client-level data return. Codes: ours, since the return has labels only; wording: DHSC Client Level Data (DataS-DHSC/ASC-CLD-LA-Dashboard at 9bee728, as read in November 2026), Release 2. The same in both releases. Licence: MIT."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/cld-assessment-type"
* #short-term-assessment "Short term assessment"
* #long-term-assessment "Long term assessment"
* #financial-assessment "Financial Assessment"

ValueSet: HomeFirstCldAssessmentType
Id: cld-assessment-type
Title: "Client level data: assessment type"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCldAssessmentTypeCodes

CodeSystem: HomeFirstCldAssessmentMethodCodes
Id: cld-assessment-method
Title: "Client level data: method of assessment or review"
Description: "Method of assessment, and method of review, of the client-level data return. Codes: ours, since the return has labels only; wording: DHSC Client Level Data (DataS-DHSC/ASC-CLD-LA-Dashboard at 9bee728, as read in November 2026), Release 2. The same in both releases. Licence: MIT."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/cld-assessment-method"
* #carer-only "Carer only"
* #service-user-only "Service user only"
* #service-user-and-carer "Service user and carer"

ValueSet: HomeFirstCldAssessmentMethod
Id: cld-assessment-method
Title: "Client level data: method of assessment or review"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCldAssessmentMethodCodes

CodeSystem: HomeFirstCldEthnicityCodes
Id: cld-ethnicity
Title: "Client level data: ethnicity"
Description: "Ethnicity (categories of 2021) of the client-level data return. Codes: ours, since the return has labels only; wording: DHSC Client Level Data (DataS-DHSC/ASC-CLD-LA-Dashboard at 9bee728, as read in November 2026), Release 2. Licence: MIT."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/cld-ethnicity"
* #asian-or-asian-british-any-other-asian-background "Asian or Asian British: Any other Asian background"
* #asian-or-asian-british-bangladeshi "Asian or Asian British: Bangladeshi"
* #asian-or-asian-british-chinese "Asian or Asian British: Chinese"
* #asian-or-asian-british-indian "Asian or Asian British: Indian"
* #asian-or-asian-british-pakistani "Asian or Asian British: Pakistani"
* #black-black-british-caribbean-or-african-african "Black, Black British, Caribbean or African: African"
* #black-black-british-caribbean-or-african-any-other-black-black-british-or-caribbean-background "Black, Black British, Caribbean or African: Any other Black, Black British or Caribbean background"
* #black-black-british-caribbean-or-african-caribbean "Black, Black British, Caribbean or African: Caribbean"
* #mixed-or-multiple-ethnic-groups-any-other-mixed-or-multiple-ethnic-background "Mixed or multiple ethnic groups: Any other Mixed or multiple ethnic background"
* #mixed-or-multiple-ethnic-groups-white-and-asian "Mixed or multiple ethnic groups: White and Asian"
* #mixed-or-multiple-ethnic-groups-white-and-black-african "Mixed or multiple ethnic groups: White and Black African"
* #mixed-or-multiple-ethnic-groups-white-and-black-caribbean "Mixed or multiple ethnic groups: White and Black Caribbean"
* #no-data-refused "No data: Refused"
* #no-data-undeclared-or-not-known "No data: Undeclared or not known"
* #other-ethnic-group-any-other-ethnic-group "Other ethnic group: Any other ethnic group"
* #other-ethnic-group-arab "Other ethnic group: Arab"
* #white-any-other-white-background "White: Any other White background"
* #white-english-welsh-scottish-northern-irish-or-british "White: English, Welsh, Scottish, Northern Irish or British"
* #white-gypsy-or-irish-traveller "White: Gypsy or Irish Traveller"
* #white-irish "White: Irish"
* #white-roma "White: Roma"

ValueSet: HomeFirstCldEthnicity
Id: cld-ethnicity
Title: "Client level data: ethnicity"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCldEthnicityCodes

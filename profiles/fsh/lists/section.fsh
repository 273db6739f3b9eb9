// The sections of a document: ours where UK Core has no heading, and all that our documents use.

CodeSystem: HomeFirstSectionCodes
Id: section
Title: "Section of a document"
Description: "Sections of a document for which UK Core’s record standard headings have no code. Codes: ours; wording: the headings of PRSB Hospital Referral for Assessment for Community Care and Support v1.1 (April 2021) and of its Personalised Care and Support Plan v2.0 (December 2021), © PRSB, named as facts. Licence of the codes: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/section"
* #about-me "About me"
* #local-authority "Local authority"
* #personal-contacts "Personal contacts"
* #care-needs-summary "Care needs summary"
* #assessed-level-of-care "Assessed level of care"
* #primary-support-reason "Primary support reason"
* #care-and-support-plan "Care and support plan"
* #contingency-plan "Contingency plans"
* #additional-support-plan "Additional support plans"
* #end-of-life-care "End of life care"
* #assessment-notice "Assessment notice"
* #nhs-chc-assessment "NHS CHC Assessment"
* #discharge-notice "Discharge notice"
* #withdrawal-notice "Withdrawal notice"
* #notice-receipt "Notice receipt"

ValueSet: HomeFirstSection
Id: section
Title: "Section of a document"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstSectionCodes

ValueSet: HomeFirstDocumentSection
Id: document-section
Title: "Section of our documents"
Description: "The sections that our documents use: the 22 of the eDischarge summary and those of the referral for which UK Core has a heading (UKCore-RecordStandardHeadings 2.2.0, UK Core staging of June 2025, Apache-2.0), and our own for the rest."
* insert Ours
* $uk-headings#admission-details "Admission details"
* $uk-headings#allergies-and-adverse-reaction "Allergies and adverse reaction"
* $uk-headings#assessment-scales "Assessment scales"
* $uk-headings#clinical-summary "Clinical summary"
* $uk-headings#diagnoses "Diagnoses"
* $uk-headings#discharge-details "Discharge details"
* $uk-headings#distribution-list "Distribution list"
* $uk-headings#gp-practice "GP practice"
* $uk-headings#individual-requirements "Individual requirements"
* $uk-headings#information-and-advice-given "Information and advice given"
* $uk-headings#investigation-results "Investigation results"
* $uk-headings#legal-information "Legal information"
* $uk-headings#medications-and-medical-devices "Medications and medical devices"
* $uk-headings#participation-in-research "Participation in research"
* $uk-headings#patient-demographics "Patient demographics"
* $uk-headings#patient-and-carer-concerns-expectations-and-wishes "Patient and carer concerns, expectations and wishes"
* $uk-headings#person-completing-record "Person completing record"
* $uk-headings#plan-and-requested-actions "Plan and requested actions"
* $uk-headings#procedures "Procedures"
* $uk-headings#referrer-details "Referrer details"
* $uk-headings#safety-alerts "Safety alerts"
* $uk-headings#social-context "Social context"
* $uk-headings#person-demographics "Person demographics"
* $uk-headings#alerts "Alerts"
* $uk-headings#safeguarding "Safeguarding"
* $uk-headings#professional-contacts "Professional contacts"
* $uk-headings#referral-details "Referral details"
* $uk-headings#problems "Problems"
* $uk-headings#procedures-and-therapies "Procedures and therapies"
* $uk-headings#treatments-and-interventions "Treatments and interventions"
* $uk-headings#assessments "Assessments"
* $uk-headings#risk-information "Risk information"
* $uk-headings#documents-including-correspondence-audio-and-images "Documents (including correspondence, audio and images)"
* $uk-headings#consent "Consent"
* $uk-headings#services-and-care "Services and care"
* include codes from system HomeFirstSectionCodes

// The referral for assessment as a document: a Composition, and the Bundle that carries it.

Profile: HomeFirstReferralSummary
Parent: Composition
Id: HomeFirstReferralSummary
Title: "Home First referral summary"
Description: "The hospital's referral for assessment for community care and support as a Composition: the sections of PRSB's Hospital Referral for Assessment for Community Care and Support v1.1 (April 2021; reference/uk-fhir-standards.md §3.5), the six mandatory ones 1..1, the required ones 0..1 and must-support, the optional ones 0..1. Section codes are UK Core's record standard headings where there is one, and ours where there is none. Each mandatory section has words, entries, or the reason why it has none. What must stand in a section is enforced where it is data: on the form's answers (HomeFirstNeedsAssessment), which a section may refer to, and on the Patient, referral and spell. Tightened beyond R4: identifier, subject, type, and the mandatory sections; medicines and allergies can honestly be none known (emptyReason nilknown)."
* insert AnyComposition
* type from HomeFirstReferralCode (extensible)
* section.code from HomeFirstDocumentSection (extensible)
* insert MandatorySection(demographics, $uk-headings#person-demographics, "Person demographics: mandatory")
* section[demographics].entry only Reference(Patient)
* insert MandatorySection(gpPractice, $uk-headings#gp-practice, "GP practice: mandatory")
* section[gpPractice].entry only Reference(Organization or PractitionerRole or Practitioner)
* insert RequiredSection(aboutMe, HomeFirstSectionCodes#about-me, "About me: required")
* section[aboutMe].entry only Reference(HomeFirstAboutMe)
* insert RequiredSection(individualRequirements, $uk-headings#individual-requirements, "Individual requirements: required")
* insert OptionalSection(alerts, $uk-headings#alerts, "Alerts: optional")
* insert RequiredSection(legalInformation, $uk-headings#legal-information, "Legal information: required")
* insert RequiredSection(safeguarding, $uk-headings#safeguarding, "Safeguarding: required")
* insert MandatorySection(localAuthority, HomeFirstSectionCodes#local-authority, "Local authority: mandatory")
* section[localAuthority].entry only Reference(Organization or PractitionerRole)
* insert RequiredSection(professionalContacts, $uk-headings#professional-contacts, "Professional contacts: required")
* insert RequiredSection(personalContacts, HomeFirstSectionCodes#personal-contacts, "Personal contacts: required")
* section[personalContacts].entry only Reference(RelatedPerson)
* insert MandatorySection(referralDetails, $uk-headings#referral-details, "Referral details: mandatory")
* section[referralDetails].entry only Reference(HomeFirstReferral)
* insert RequiredSection(admissionDetails, $uk-headings#admission-details, "Admission details: required")
* section[admissionDetails].entry only Reference(Encounter)
* insert RequiredSection(dischargeDetails, $uk-headings#discharge-details, "Discharge details: required")
* insert RequiredSection(problems, $uk-headings#problems, "Problem list: required")
* section[problems].entry only Reference(Condition or List)
* insert OptionalSection(procedures, $uk-headings#procedures-and-therapies, "Procedures: optional")
* section[procedures].entry only Reference(Procedure or List)
* insert RequiredSection(clinicalSummary, $uk-headings#clinical-summary, "Clinical summary: required")
* insert RequiredSection(treatments, $uk-headings#treatments-and-interventions, "Treatments and interventions: required")
* insert RequiredSection(socialContext, $uk-headings#social-context, "Social context: required")
* insert MandatorySection(careNeedsSummary, HomeFirstSectionCodes#care-needs-summary, "Care needs summary: mandatory")
* section[careNeedsSummary].entry only Reference(HomeFirstNeedsAssessment or HomeFirstDescribedNeed or HomeFirstNeed)
* insert RequiredSection(assessedLevelOfCare, HomeFirstSectionCodes#assessed-level-of-care, "Assessed level of care: required")
* insert RequiredSection(primarySupportReason, HomeFirstSectionCodes#primary-support-reason, "Primary support reason: required")
* insert OptionalSection(assessments, $uk-headings#assessments, "Assessments: optional")
* insert RequiredSection(risks, $uk-headings#risk-information, "Risks: required")
* insert MandatorySection(allergies, $uk-headings#allergies-and-adverse-reaction, "Allergies and adverse reactions: mandatory")
* section[allergies].entry only Reference(AllergyIntolerance or List)
* insert RequiredSection(medications, $uk-headings#medications-and-medical-devices, "Medications and medical devices: required")
* section[medications].entry only Reference(MedicationStatement or MedicationRequest or Device or DeviceUseStatement or List)
* insert RequiredSection(planAndActions, $uk-headings#plan-and-requested-actions, "Plan and requested actions: required")
* insert RequiredSection(concernsAndWishes, $uk-headings#patient-and-carer-concerns-expectations-and-wishes, [["Patient and carer concerns, expectations and wishes: required"]])
* insert RequiredSection(contingencyPlans, HomeFirstSectionCodes#contingency-plan, "Contingency plans: required")
* section[contingencyPlans].entry only Reference(HomeFirstContingencyPlan)
* insert RequiredSection(additionalSupportPlans, HomeFirstSectionCodes#additional-support-plan, "Additional support plans: required")
* section[additionalSupportPlans].entry only Reference(HomeFirstAdditionalSupportPlan)
* insert RequiredSection(endOfLifeCare, HomeFirstSectionCodes#end-of-life-care, "End of life care: required")
* insert RequiredSection(documents, $uk-headings#documents-including-correspondence-audio-and-images, "Documents: required")
* section[documents].entry only Reference(HomeFirstDocument)
* insert OptionalSection(assessmentNotice, HomeFirstSectionCodes#assessment-notice, "Assessment notice: optional")
* insert OptionalSection(continuingHealthcare, HomeFirstSectionCodes#nhs-chc-assessment, "NHS CHC assessment: optional")
* insert OptionalSection(dischargeNotice, HomeFirstSectionCodes#discharge-notice, "Discharge notice: optional")
* insert OptionalSection(withdrawalNotice, HomeFirstSectionCodes#withdrawal-notice, "Withdrawal notice: optional")
* insert OptionalSection(noticeReceipt, HomeFirstSectionCodes#notice-receipt, "Notice receipt: optional")

Profile: HomeFirstReferralDocument
Parent: Bundle
Id: HomeFirstReferralDocument
Title: "Home First referral document"
Description: "The referral for assessment with all that it refers to, as one document (reference/uk-fhir-standards.md §3.5). Tightened as HomeFirstDischargeDocument is: one Composition, which is a HomeFirstReferralSummary, and exactly one Patient, whom it is about, with name, date of birth and address."
* insert AnyDocument(HomeFirstReferralSummary)

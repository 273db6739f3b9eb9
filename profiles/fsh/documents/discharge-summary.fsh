// The discharge summary: the 22 sections of the eDischarge summary, as a Composition and as the Bundle that carries it.

Profile: HomeFirstDischargeSummary
Parent: Composition
Id: HomeFirstDischargeSummary
Title: "Home First discharge summary"
Description: "What the hospital writes for those who take over: the 22 sections of PRSB's eDischarge summary as ITK3 Transfer of Care v2.9 has them (reference/uk-fhir-standards.md §3.3), mandatory ones 1..1, required ones 0..1 and must-support, optional ones 0..1. A section is known by its SNOMED CT code, which every version of the standard has; beside it stands the heading code of UK Core, whose binding is extensible. Tightened beyond R4: type, identifier and subject; the six mandatory sections; who completed the record is the author. A section that says 'none known' says it by words and emptyReason nilknown, or by an entry such as 'No known allergy' (716186003), and never by being absent. Medicines are optional in v2.9; a summary that is silent about them is warned of, since the next carer gives the tablets tonight. The types of entry are R4's: a narrative section is complete without any."
* insert AnyComposition
* obeys hf-sum-1 and hf-sum-2
* type = $sct#373942005
* section.code from HomeFirstDocumentSection (extensible)
* insert RequiredSection(admissionDetails, $sct#886781000000108, "Admission details: required")
* section[admissionDetails].entry only Reference(Encounter)
* insert MandatorySection(allergies, $sct#886921000000105, "Allergies and adverse reactions: mandatory")
* section[allergies].entry only Reference(AllergyIntolerance or List)
* insert OptionalSection(assessmentScales, $sct#887141000000103, "Assessment scales: optional")
* section[assessmentScales].entry only Reference(Observation or QuestionnaireResponse or List)
* insert MandatorySection(clinicalSummary, $sct#887181000000106, "Clinical summary: mandatory")
* insert MandatorySection(diagnoses, $sct#887161000000102, "Diagnoses: mandatory")
* section[diagnoses].entry only Reference(Condition or List)
* insert RequiredSection(dischargeDetails, $sct#886811000000106, "Discharge details: required")
* section[dischargeDetails].entry only Reference(Encounter)
* insert RequiredSection(distributionList, $sct#887261000000109, "Distribution list: required")
* insert MandatorySection(gpPractice, $sct#886711000000101, "GP practice: mandatory")
* section[gpPractice].entry only Reference(Organization or PractitionerRole or Practitioner)
* insert RequiredSection(individualRequirements, $sct#1078911000000106, "Individual requirements: required")
* insert RequiredSection(informationGiven, $sct#1052951000000105, "Information and advice given: required")
* insert OptionalSection(investigationResults, $sct#1082101000000102, "Investigation results: optional")
* section[investigationResults].entry only Reference(Observation or DiagnosticReport or List)
* insert RequiredSection(legalInformation, $sct#886961000000102, "Legal information: required")
* insert OptionalSection(medications, $sct#933361000000108, "Medications and medical devices: optional")
* section[medications].entry only Reference(MedicationStatement or MedicationRequest or Device or DeviceUseStatement or List)
* insert OptionalSection(research, $sct#886751000000102, "Participation in research: optional")
* insert MandatorySection(patientDemographics, $sct#886731000000109, "Patient demographics: mandatory")
* section[patientDemographics].entry only Reference(Patient or RelatedPerson)
* insert RequiredSection(concernsAndWishes, $sct#1052941000000107, [["Patient and carer concerns, expectations and wishes: required"]])
* insert MandatorySection(personCompletingRecord, $sct#887231000000104, "Person completing record: mandatory")
* section[personCompletingRecord].entry only Reference(PractitionerRole or Practitioner or Organization)
* insert RequiredSection(planAndActions, $sct#887201000000105, "Plan and requested actions: required")
* insert OptionalSection(procedures, $sct#887171000000109, "Procedures: optional")
* section[procedures].entry only Reference(Procedure or List)
* insert RequiredSection(referrerDetails, $sct#1052891000000108, "Referrer details: required")
* section[referrerDetails].entry only Reference(PractitionerRole or Practitioner or Organization)
* insert RequiredSection(safetyAlerts, $sct#886931000000107, "Safety alerts: required")
* insert OptionalSection(socialContext, $sct#887051000000101, "Social context: optional")

Invariant: hf-sum-1
Description: "A discharge summary says what medicines the person leaves with, or that there are none, or why it does not say"
Severity: #warning
Expression: "section.where(code.coding.where(system = 'http://snomed.info/sct' and code = '933361000000108').exists()).exists()"

Invariant: hf-sum-2
Description: "Discharge details are there; without the time of discharge nobody knows from when they are responsible (mandatory in them)"
Severity: #warning
Expression: "section.where(code.coding.where(system = 'http://snomed.info/sct' and code = '886811000000106').exists()).exists()"

Profile: HomeFirstDischargeDocument
Parent: Bundle
Id: HomeFirstDischargeDocument
Title: "Home First discharge document"
Description: "The discharge summary with all that it refers to, as one document that can be kept, signed and sent (reference/uk-fhir-standards.md §3). Tightened beyond R4: an identifier of this version and the time it was put together (R4's bdl-9 and bdl-10 ask the same of any document); one Composition, which comes first (bdl-11) and is a HomeFirstDischargeSummary; exactly one Patient, whom it is about, with name, date of birth and address, because a document with two people in it, or with half a one, is how a letter reaches the wrong record; addresses that are unique; names for what it lists; the time of discharge, where the spell is in it."
* insert AnyDocument(HomeFirstDischargeSummary)
* obeys hf-dis-1

Invariant: hf-dis-1
Description: "The spell in a discharge document has its end, the time of discharge (PRSB: mandatory in Discharge details)"
Severity: #error
Expression: "entry.where(resource is Encounter).exists() implies entry.where(resource is Encounter).resource.period.end.exists()"

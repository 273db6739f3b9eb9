// What TRUST1 wrote when Ada went home: the summary, the documents that carry it and the referral, and a letter as a file.

RuleSet: SectionOf(slice, title, words)
* section[{slice}].title = "{title}"
* section[{slice}].text.status = #generated
* section[{slice}].text.div = "<div xmlns='http://www.w3.org/1999/xhtml'><p>{words}</p></div>"

Instance: ada-discharge-summary
InstanceOf: HomeFirstDischargeSummary
Usage: #example
Title: "Ada's discharge summary"
Description: "Every mandatory section; allergies and medicines are none known, and say so."
* meta.extension[sourceRecorded].valueInstant = "2026-11-22T18:41:55Z"
* identifier.system = "https://home-first.example/fhir/Id/local/trust1-epr/TRUST1/document"
* identifier.value = "SUMMARY-1"
* status = #final
* type = $sct#373942005 "Discharge summary"
* subject = Reference(Patient/ada)
* encounter = Reference(Encounter/ada-spell)
* date = "2026-11-22T18:40:00Z"
* author = Reference(ada-ward-doctor)
* title = "Discharge summary"
* confidentiality = #N
* custodian = Reference(Organization/trust1)
* insert SectionOf(admissionDetails, Admission details, Admitted on 17 November 2026 after a fall at home)
* section[admissionDetails].code.coding[1] = $uk-headings#admission-details
* section[admissionDetails].entry = Reference(Encounter/ada-spell)
* insert SectionOf(allergies, Allergies and adverse reactions, No known allergies)
* section[allergies].code.coding[1] = $uk-headings#allergies-and-adverse-reaction
* section[allergies].entry = Reference(ada-no-known-allergy)
* insert SectionOf(clinicalSummary, Clinical summary, Bruised hip and no fracture. Mobilised with a frame)
* section[clinicalSummary].code.coding[1] = $uk-headings#clinical-summary
* insert SectionOf(diagnoses, Diagnoses, Contusion of the hip after a fall)
* section[diagnoses].code.coding[1] = $uk-headings#diagnoses
* section[diagnoses].entry = Reference(ada-diagnosis)
* insert SectionOf(dischargeDetails, Discharge details, Discharged home on 22 November 2026 at 18:35)
* section[dischargeDetails].code.coding[1] = $uk-headings#discharge-details
* section[dischargeDetails].entry = Reference(Encounter/ada-spell)
* insert SectionOf(gpPractice, GP practice, Example Surgery)
* section[gpPractice].code.coding[1] = $uk-headings#gp-practice
* section[gpPractice].entry = Reference(gp1)
* insert SectionOf(medications, Medications and medical devices, No regular medicines)
* section[medications].code.coding[1] = $uk-headings#medications-and-medical-devices
* section[medications].entry = Reference(ada-no-medicines)
* insert SectionOf(patientDemographics, Patient demographics, Ada Testpatient born on 29 February 1940)
* section[patientDemographics].code.coding[1] = $uk-headings#patient-demographics
* section[patientDemographics].entry = Reference(Patient/ada)
* insert SectionOf(personCompletingRecord, Person completing record, Ward doctor of TRUST1)
* section[personCompletingRecord].code.coding[1] = $uk-headings#person-completing-record
* section[personCompletingRecord].entry = Reference(ada-ward-doctor)
* insert SectionOf(planAndActions, Plan and requested actions, Reablement at home by COMMUNITY1 from 22 November)
* section[planAndActions].code.coding[1] = $uk-headings#plan-and-requested-actions

* insert SectionOf(assessmentScales, Assessment scales, Timed up and go on 21 November 2026: 24 seconds)
* section[assessmentScales].code.coding[1] = $uk-headings#assessment-scales
* section[assessmentScales].entry = Reference(ada-walking-test)
* insert SectionOf(distributionList, Distribution list, Example Surgery. Example Transfer of Care Hub. Ada herself)
* section[distributionList].code.coding[1] = $uk-headings#distribution-list
* insert SectionOf(individualRequirements, Individual requirements, Hears better on the left)
* section[individualRequirements].code.coding[1] = $uk-headings#individual-requirements
* insert SectionOf(informationGiven, Information and advice given, Leaflet about reablement and the number to ring. Told to Ada and her daughter)
* section[informationGiven].code.coding[1] = $uk-headings#information-and-advice-given
* insert SectionOf(investigationResults, Investigation results, X-ray of the right hip: no fracture)
* section[investigationResults].code.coding[1] = $uk-headings#investigation-results
* section[investigationResults].entry = Reference(ada-hip-xray)
* insert SectionOf(legalInformation, Legal information, Lasting power of attorney for health and welfare: her daughter)
* section[legalInformation].code.coding[1] = $uk-headings#legal-information
* insert SectionOf(research, Participation in research, None)
* section[research].code.coding[1] = $uk-headings#participation-in-research
* section[research].emptyReason = http://terminology.hl7.org/CodeSystem/list-empty-reason#nilknown
* insert SectionOf(concernsAndWishes, Patient and carer concerns and wishes, Ada wants her own bed and her cat)
* section[concernsAndWishes].code.coding[1] = $uk-headings#patient-and-carer-concerns-expectations-and-wishes
* insert SectionOf(procedures, Procedures, Wound of the forearm cleaned and dressed)
* section[procedures].code.coding[1] = $uk-headings#procedures
* section[procedures].entry = Reference(ada-wound-care)
* insert SectionOf(referrerDetails, Referrer details, Example Surgery)
* section[referrerDetails].code.coding[1] = $uk-headings#referrer-details
* section[referrerDetails].entry = Reference(gp1)
* insert SectionOf(safetyAlerts, Safety alerts, May fall on the stairs)
* section[safetyAlerts].code.coding[1] = $uk-headings#safety-alerts
* insert SectionOf(socialContext, Social context, Lives alone in a house with stairs. Her daughter comes at weekends)
* section[socialContext].code.coding[1] = $uk-headings#social-context

Instance: ada-walking-test
InstanceOf: Observation
Usage: #example
Title: "Ada's timed up and go"
Description: "One of the ward's assessment scales, as plain R4."
* status = #final
* code.text = "Timed up and go"
* subject = Reference(Patient/ada)
* encounter = Reference(Encounter/ada-spell)
* effectiveDateTime = "2026-11-21T11:30:00Z"
* performer = Reference(ada-ward-therapist)
* valueQuantity = 24 's'

Instance: ada-hip-xray
InstanceOf: DiagnosticReport
Usage: #example
Title: "Ada's X-ray"
Description: "In words, as the ward had it."
* status = #final
* code.text = "X-ray of the right hip"
* subject = Reference(Patient/ada)
* encounter = Reference(Encounter/ada-spell)
* effectiveDateTime = "2026-11-17T21:15:00Z"
* conclusion = "No fracture"

Instance: ada-wound-care
InstanceOf: Procedure
Usage: #example
Title: "Ada's wound was dressed"
Description: "In words, as the ward had it."
* status = #completed
* code.text = "Wound of the forearm cleaned and dressed"
* subject = Reference(Patient/ada)
* encounter = Reference(Encounter/ada-spell)
* performedDateTime = "2026-11-17T20:30:00Z"

Instance: ada-no-medicines
InstanceOf: List
Usage: #example
Title: "Ada takes no regular medicines"
Description: "An empty list that says why it is empty, which silence would not."
* status = #current
* mode = #snapshot
* title = "Regular medicines"
* subject = Reference(Patient/ada)
* date = "2026-11-22T17:00:00Z"
* emptyReason = http://terminology.hl7.org/CodeSystem/list-empty-reason#nilknown

Instance: ada-ward-therapist
InstanceOf: HomeFirstPractitionerRole
Usage: #example
Title: "The therapist who saw Ada on the ward"
Description: "Who found what the form says of her needs."
* practitioner.display = "Ward therapist"
* organization = Reference(Organization/trust1)
* code.text = "Occupational therapist"

Instance: ada-ward-doctor
InstanceOf: HomeFirstPractitionerRole
Usage: #example
Title: "The doctor who wrote Ada's summary"
Description: "A person in a role, of an organisation."
* practitioner.display = "Ward doctor"
* organization = Reference(Organization/trust1)
* code.text = "Resident doctor"

Instance: ada-no-known-allergy
InstanceOf: AllergyIntolerance
Usage: #example
Title: "No known allergy"
Description: "A statement that none is known, which absence would not be."
* clinicalStatus = http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical#active
* verificationStatus = http://terminology.hl7.org/CodeSystem/allergyintolerance-verification#confirmed
* code = $sct#716186003 "No known allergy"
* patient = Reference(Patient/ada)

Instance: ada-diagnosis
InstanceOf: Condition
Usage: #example
Title: "Ada's diagnosis"
Description: "In words, as the ward had it: a code that nobody chose is not made up."
* clinicalStatus = http://terminology.hl7.org/CodeSystem/condition-clinical#active
* code.text = "Contusion of the hip after a fall"
* subject = Reference(Patient/ada)

Instance: gp1
InstanceOf: HomeFirstOrganization
Usage: #example
Title: "Ada's practice"
Description: "A fictitious practice."
* identifier[odsOrganization].value = "GP1"
* identifier[odsOrganization].system = $ods-organization
* type = HomeFirstOrganizationKindCodes#gp
* name = "Example Surgery"

RuleSet: Entry(at, type, id, instance)
* entry[{at}].fullUrl = "https://home-first.example/fhir/R4/{type}/{id}"
* entry[{at}].resource = {instance}

RuleSet: DocumentOf(id, instance)
* type = #document
* identifier.system = "https://home-first.example/fhir/Id/local/trust1-epr/TRUST1/document-version"
* entry[0].fullUrl = "https://home-first.example/fhir/R4/Composition/{id}"
* entry[0].resource = {instance}
* entry[1].fullUrl = "https://home-first.example/fhir/R4/Patient/ada"
* entry[1].resource = ada

Instance: ada-discharge-document
InstanceOf: HomeFirstDischargeDocument
Usage: #example
Title: "Ada's discharge document"
Description: "The summary with all that it refers to, as it went to those who took over."
* insert DocumentOf(ada-discharge-summary, ada-discharge-summary)
* meta.extension[sourceRecorded].valueInstant = "2026-11-22T18:41:55Z"
* identifier.value = "SUMMARY-1.1"
* timestamp = "2026-11-22T18:41:55Z"
* insert Entry(2, Organization, trust1, trust1)
* insert Entry(3, Encounter, ada-spell, ada-spell)
* insert Entry(4, PractitionerRole, ada-ward-doctor, ada-ward-doctor)
* insert Entry(5, AllergyIntolerance, ada-no-known-allergy, ada-no-known-allergy)
* insert Entry(6, Condition, ada-diagnosis, ada-diagnosis)
* insert Entry(7, Organization, gp1, gp1)
* insert Entry(8, Observation, ada-walking-test, ada-walking-test)
* insert Entry(9, DiagnosticReport, ada-hip-xray, ada-hip-xray)
* insert Entry(10, List, ada-no-medicines, ada-no-medicines)
* insert Entry(11, Procedure, ada-wound-care, ada-wound-care)
* insert Entry(12, PractitionerRole, ada-ward-therapist, ada-ward-therapist)

Instance: ada-referral-summary
InstanceOf: HomeFirstReferralSummary
Usage: #example
Title: "Ada's referral as a document"
Description: "The six mandatory sections and two required ones; the answers of the form stand behind the care needs."
* identifier.system = "https://home-first.example/fhir/Id/local/trust1-epr/TRUST1/document"
* meta.extension[sourceRecorded].valueInstant = "2026-11-22T17:25:55Z"
* identifier.value = "REFERRAL-1"
* encounter = Reference(Encounter/ada-spell)
* status = #final
* type = $sct#715591000000108 "Hospital Discharge Notification to Social Care"
* subject = Reference(Patient/ada)
* date = "2026-11-22T17:25:55Z"
* author = Reference(Organization/trust1)
* title = "Referral for assessment"
* custodian = Reference(Organization/trust1)
* insert SectionOf(demographics, Person demographics, Ada Testpatient born on 29 February 1940)
* section[demographics].entry = Reference(Patient/ada)
* insert SectionOf(gpPractice, GP practice, Example Surgery)
* section[gpPractice].entry = Reference(gp1)
* insert SectionOf(aboutMe, About me, What Ada wants us to know)
* section[aboutMe].entry = Reference(ada-about-me)
* insert SectionOf(localAuthority, Local authority, Example County Council. Telephone 01632 960010)
* section[localAuthority].entry = Reference(council1)
* insert SectionOf(referralDetails, Referral details, Referred by ward 7 of TRUST1 to HUB1)
* section[referralDetails].entry = Reference(ServiceRequest/ada-referral)
* insert SectionOf(careNeedsSummary, Care needs summary, Help to wash and dress in the morning and evening. One person behind her on the stairs)
* section[careNeedsSummary].entry = Reference(ada-needs-assessment)
* insert SectionOf(allergies, Allergies and adverse reactions, None known)
* section[allergies].entry = Reference(ada-no-known-allergy)
* insert SectionOf(medications, Medications and medical devices, No regular medicines)
* section[medications].entry = Reference(ada-no-medicines)
* insert SectionOf(individualRequirements, Individual requirements, Hears better on the left)
* insert SectionOf(alerts, Alerts, May fall on the stairs)
* insert SectionOf(legalInformation, Legal information, Lasting power of attorney for health and welfare: her daughter)
* insert SectionOf(safeguarding, Safeguarding, Ring the council before a visit is arranged)
* insert SectionOf(professionalContacts, Professional contacts, Ward 7. Telephone 01632 960004)
* insert SectionOf(personalContacts, Personal contacts, Her daughter. Telephone 01632 960002)
* section[personalContacts].entry = Reference(ada-daughter)
* insert SectionOf(admissionDetails, Admission details, Admitted on 17 November 2026 after a fall at home)
* section[admissionDetails].entry = Reference(Encounter/ada-spell)
* insert SectionOf(dischargeDetails, Discharge details, Expected to go home on 22 November 2026)
* insert SectionOf(problems, Problems, Contusion of the hip after a fall)
* section[problems].entry = Reference(ada-diagnosis)
* insert SectionOf(procedures, Procedures and therapies, Wound of the forearm cleaned and dressed)
* section[procedures].entry = Reference(ada-wound-care)
* insert SectionOf(clinicalSummary, Clinical summary, Bruised hip and no fracture. Mobilised with a frame)
* insert SectionOf(treatments, Treatments and interventions, None beside dressings)
* section[treatments].emptyReason = http://terminology.hl7.org/CodeSystem/list-empty-reason#nilknown
* insert SectionOf(socialContext, Social context, Lives alone in a house with stairs. Her daughter comes at weekends)
* insert SectionOf(assessedLevelOfCare, Assessed level of care, General observation)
* insert SectionOf(primarySupportReason, Primary support reason, Personal care)
* insert SectionOf(assessments, Assessments, Timed up and go on 21 November 2026: 24 seconds)
* insert SectionOf(risks, Risks, Falling on the stairs)
* insert SectionOf(planAndActions, Plan and requested actions, Reablement at home is asked for)
* insert SectionOf(concernsAndWishes, Concerns and wishes, Ada wants her own bed and her cat)
* insert SectionOf(contingencyPlans, Contingency plans, One of 2025: whom to ring when her daughter cannot come)
* section[contingencyPlans].entry.display = "Contingency plan of 2025, with COMMUNITY1"
* insert SectionOf(additionalSupportPlans, Additional support plans, One of 2025: meals)
* section[additionalSupportPlans].entry.display = "Additional support plan of 2025, with COMMUNITY1"
* insert SectionOf(endOfLifeCare, End of life care, Not asked)
* section[endOfLifeCare].emptyReason = http://terminology.hl7.org/CodeSystem/list-empty-reason#notasked
* insert SectionOf(documents, Documents, A copy of the power of attorney)
* section[documents].entry.display = "Copy of the power of attorney"

Instance: ada-referral-document
InstanceOf: HomeFirstReferralDocument
Usage: #example
Title: "Ada's referral document"
Description: "The referral for assessment with all that it refers to."
* insert DocumentOf(ada-referral-summary, ada-referral-summary)
* meta.extension[sourceRecorded].valueInstant = "2026-11-22T17:25:55Z"
* identifier.value = "REFERRAL-1.1"
* timestamp = "2026-11-22T17:25:55Z"
* insert Entry(2, Organization, trust1, trust1)
* insert Entry(3, ServiceRequest, ada-referral, ada-referral)
* insert Entry(4, QuestionnaireResponse, ada-about-me, ada-about-me)
* insert Entry(5, QuestionnaireResponse, ada-needs-assessment, ada-needs-assessment)
* insert Entry(6, Organization, gp1, gp1)
* insert Entry(7, Organization, council1, council1)
* insert Entry(8, RelatedPerson, ada-daughter, ada-daughter)
* insert Entry(9, AllergyIntolerance, ada-no-known-allergy, ada-no-known-allergy)
* insert Entry(10, List, ada-no-medicines, ada-no-medicines)
* insert Entry(11, Condition, ada-diagnosis, ada-diagnosis)
* insert Entry(12, Procedure, ada-wound-care, ada-wound-care)
* insert Entry(13, Organization, hub1, hub1)
* insert Entry(14, PractitionerRole, ada-ward-therapist, ada-ward-therapist)
* insert Entry(15, PractitionerRole, ada-ward-doctor, ada-ward-doctor)

Instance: ada-discharge-letter
InstanceOf: HomeFirstDocument
Usage: #example
Title: "Ada's discharge letter"
Description: "The same news as a PDF: it goes beside the structured document and never in its place."
* meta.extension[sourceRecorded].valueInstant = "2026-11-22T18:41:55Z"
* masterIdentifier.system = "https://home-first.example/fhir/Id/local/trust1-epr/TRUST1/document"
* masterIdentifier.value = "LETTER-1"
* status = #current
* docStatus = #final
* type = http://terminology.hl7.org/CodeSystem/v2-0270#DS "Discharge summary"
* subject = Reference(Patient/ada)
* date = "2026-11-22T18:41:55Z"
* identifier.system = "https://home-first.example/fhir/Id/local/trust1-epr/TRUST1/letter"
* identifier.value = "LETTER-1.1"
* custodian = Reference(Organization/trust1)
* description = "discharge.pdf"
* content.attachment.contentType = #application/pdf
* content.attachment.url = "Binary/ada-discharge-letter"
* content.attachment.title = "discharge.pdf"
* context.encounter = Reference(Encounter/ada-spell)

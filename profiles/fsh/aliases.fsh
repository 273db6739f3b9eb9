// Short names for the canonicals that the sources refer to. Each is written once, here.

// HL7 terminology
Alias: $sct = http://snomed.info/sct
Alias: $loinc = http://loinc.org
Alias: $ucum = http://unitsofmeasure.org
Alias: $act-code = http://terminology.hl7.org/CodeSystem/v3-ActCode
Alias: $v2-0203 = http://terminology.hl7.org/CodeSystem/v2-0203
Alias: $v2-0131 = http://terminology.hl7.org/CodeSystem/v2-0131
Alias: $role-code = http://terminology.hl7.org/CodeSystem/v3-RoleCode
Alias: $observation-category = http://terminology.hl7.org/CodeSystem/observation-category
Alias: $ext-goal-relationship = http://hl7.org/fhir/StructureDefinition/goal-relationship

// NHS identifier systems (reference/uk-fhir-standards.md §4.5)
Alias: $nhs-number = https://fhir.nhs.uk/Id/nhs-number
Alias: $ods-organization = https://fhir.nhs.uk/Id/ods-organization-code
Alias: $ods-site = https://fhir.nhs.uk/Id/ods-site-code
Alias: $dos-service = https://fhir.nhs.uk/Id/dos-service-id

// Identifier systems of ours for what no FHIR name was found (exchange/naming.fsh)
Alias: $gss = https://home-first.example/fhir/Id/gss-code
Alias: $cqc-provider = https://home-first.example/fhir/Id/cqc-provider
Alias: $cqc-location = https://home-first.example/fhir/Id/cqc-location

// UK Core code systems and extensions (reference/uk-fhir-standards.md §4.3, §4.4)
Alias: $uk-nhs-number-status = https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatusEngland
Alias: $uk-discharge-destination = https://fhir.hl7.org.uk/CodeSystem/UKCore-DischargeDestinationEngland
Alias: $uk-discharge-method = https://fhir.hl7.org.uk/CodeSystem/UKCore-DischargeMethodEngland
Alias: $uk-admission-method = https://fhir.hl7.org.uk/CodeSystem/UKCore-AdmissionMethodEngland
Alias: $uk-admission-source = https://fhir.hl7.org.uk/CodeSystem/UKCore-SourceOfAdmissionEngland
Alias: $uk-headings = https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings
Alias: $uk-ethnic-category = https://fhir.hl7.org.uk/CodeSystem/UKCore-EthnicCategoryEngland
Alias: $uk-person-role = https://fhir.hl7.org.uk/CodeSystem/UKCore-AdditionalPersonRelationshipRole
Alias: $uk-practice-setting = https://fhir.hl7.org.uk/CodeSystem/UKCore-PracticeSettingCode
Alias: $dd-discharge-method = https://fhir.hl7.org.uk/CodeSystem/NHSDataModelAndDictionary-DischargeMethod
Alias: $ext-nhs-number-status = https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus
Alias: $ext-admission-method = https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-AdmissionMethod
Alias: $ext-discharge-method = https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DischargeMethod

// BaRS (reference/uk-fhir-standards.md §1)
Alias: $bars-events = https://fhir.nhs.uk/CodeSystem/message-events-bars
Alias: $bars-reason = https://fhir.nhs.uk/CodeSystem/message-reason-bars
Alias: $bars-category = https://fhir.nhs.uk/CodeSystem/message-category-servicerequest
Alias: $bars-use-cases = https://fhir.nhs.uk/CodeSystem/usecases-categories-bars
Alias: $bars-dos-rejected = https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars
Alias: $bars-rejected = https://fhir.nhs.uk/CodeSystem/rejected-reasons-bars

// Assessment, Discharge and Withdrawal notices (reference/uk-fhir-standards.md §2)
Alias: $adw-admission-type = https://fhir.nhs.uk/ADW-AdmissionType-1
Alias: $adw-consultation-status = https://fhir.nhs.uk/ADW-ConsultationStatus-1
Alias: $adw-carer-consultation-status = https://fhir.nhs.uk/ADW-CarerConsultationStatus-1
Alias: $adw-patient-consent-status = https://fhir.nhs.uk/ADW-PatientConsentStatus-1
Alias: $adw-third-party-consent-source = https://fhir.nhs.uk/ADW-ThirdPartyConsentSource-1
Alias: $adw-notice-accept-reason = https://fhir.nhs.uk/ADW-NoticeAcceptReason-1
Alias: $adw-notice-reject-reason = https://fhir.nhs.uk/ADW-NoticeRejectReason-1
Alias: $adw-referral-reason = https://fhir.nhs.uk/ADW-ReferralReason-1
Alias: $adw-withdrawal-reason = https://fhir.nhs.uk/ADW-WithdrawalReason-1

// R5 elements as extensions in R4
Alias: $ext-planned-end = http://hl7.org/fhir/5.0/StructureDefinition/extension-Encounter.plannedEndDate

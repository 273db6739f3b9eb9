// The referral form's answers: what the hospital says of needs to those who assess.

RuleSet: Answers(form)
* insert Ours
* meta.extension contains SourceRecorded named sourceRecorded 0..1 MS
* identifier MS
* identifier.system 1..1
* identifier.value 1..1
* questionnaire 1..1 MS
* questionnaire obeys hf-form-{form}
* status MS
* subject 1..1 MS
* subject only Reference(HomeFirstPatient)
* encounter MS
* authored 1..1 MS
* authored ^short = "When the answers were given"
* source MS
* item 1..* MS
* extension contains RecordedAt named recordedAt 0..1 and WithheldFrom named withheldFrom 0..* MS

Invariant: hf-form-HomeFirstReferralForm
Description: "The answers are those of the Home First referral form"
Severity: #error
Expression: "$this = 'https://home-first.example/fhir/Questionnaire/HomeFirstReferralForm' or $this.startsWith('https://home-first.example/fhir/Questionnaire/HomeFirstReferralForm|')"

Invariant: hf-form-AboutMe
Description: "The answers are those of the form About me"
Severity: #error
Expression: "$this = 'https://home-first.example/fhir/Questionnaire/AboutMe' or $this.startsWith('https://home-first.example/fhir/Questionnaire/AboutMe|')"

Extension: RecordEntry
Id: record-entry
Title: "Provenance of one entry"
Description: "Who found or did what one entry of a form says, who wrote it down, when and where, if that differs from the form as a whole. In place of the clusters Performing professional, Person completing record and Location that PRSB repeats in every entry: a reference to a (contained) PractitionerRole holds name, role, grade, specialty, identifier, organisation and contact details once."
Context: QuestionnaireResponse.item
* insert Ours
* extension contains performer 0..* and recorder 0..1 and recorded 0..1 and location 0..1
* extension[performer].value[x] only Reference(HomeFirstPractitionerRole or Practitioner or HomeFirstOrganization or HomeFirstPatient or HomeFirstRelatedPerson)
* extension[performer].value[x] 1..1
* extension[recorder].value[x] only Reference(HomeFirstPractitionerRole or Practitioner or HomeFirstOrganization)
* extension[recorder].value[x] 1..1
* extension[recorded].value[x] only dateTime
* extension[recorded].value[x] 1..1
* extension[location].value[x] only Reference(Location or HomeFirstOrganization)
* extension[location].value[x] 1..1

Profile: HomeFirstNeedsAssessment
Parent: QuestionnaireResponse
Id: HomeFirstNeedsAssessment
Title: "Home First needs assessment"
Description: "What the hospital says of a person's needs to those who will assess them at home: the answers to HomeFirstReferralForm (PRSB, Hospital Referral for Assessment for Community Care and Support v1.1). Tightened beyond R4: the form, whose answers, when, and who gave them, an organisation at least, so that there is somebody to ring; and, once it is completed or amended, every item that PRSB makes mandatory, because a referral that lacks one cannot be acted upon. What is truly not known is said to be so, by an answer with HL7's data-absent-reason, and never left out or made up: the rules ask for an answer, not for a value. A person without a practice has the national code for it as GP practice identifier (such as V81997). A draft may have gaps."
* insert Answers(HomeFirstReferralForm)
* obeys hf-na-1 and hf-na-2 and hf-na-3 and hf-na-4 and hf-na-5 and hf-na-6 and hf-na-7 and hf-na-8 and hf-na-9 and hf-na-10 and hf-na-11 and hf-na-12
* basedOn MS
* basedOn only Reference(HomeFirstReferral or CarePlan)
* encounter only Reference(HomeFirstSpell or HomeFirstContact)
* author 1..1 MS
* source ^short = "Who was asked: the person, a carer, a professional"
* item.extension contains RecordEntry named entry 0..1 MS

Invariant: hf-na-1
Description: "The person's name, date of birth and address are answered (PRSB: mandatory)"
Severity: #error
Expression: "(status = 'completed' or status = 'amended') implies (item.where(linkId = 'person').item.where(linkId = 'person.name').item.answer.exists() and item.where(linkId = 'person').item.where(linkId = 'person.date-of-birth').answer.exists() and item.where(linkId = 'person').item.where(linkId = 'person.address').item.answer.exists())"

Invariant: hf-na-2
Description: "The GP practice is identified, or there is a national code for none (PRSB: mandatory)"
Severity: #error
Expression: "(status = 'completed' or status = 'amended') implies item.where(linkId = 'gp').item.where(linkId = 'gp.identifier').answer.exists()"

Invariant: hf-na-3
Description: "The council, whom to contact there, and how, are answered (PRSB: mandatory)"
Severity: #error
Expression: "(status = 'completed' or status = 'amended') implies (item.where(linkId = 'local-authority').item.where(linkId = 'local-authority.name').answer.exists() and item.where(linkId = 'local-authority').item.where(linkId = 'local-authority.contact-name').answer.exists() and item.where(linkId = 'local-authority').item.where(linkId = 'local-authority.contact-details').answer.exists())"

Invariant: hf-na-4
Description: "How to reach the referrer is answered (PRSB: mandatory)"
Severity: #error
Expression: "(status = 'completed' or status = 'amended') implies item.where(linkId = 'referral').item.where(linkId = 'referral.referrer').item.where(linkId = 'referral.referrer.contact-details').answer.exists()"

Invariant: hf-na-5
Description: "The care needs are summed up (PRSB: mandatory)"
Severity: #error
Expression: "(status = 'completed' or status = 'amended') implies item.where(linkId = 'care-needs').item.where(linkId = 'care-needs.statement').answer.exists()"

Invariant: hf-na-6
Description: "Each allergy has its causative agent, and there is one at least, which may say that none is known (PRSB: mandatory)"
Severity: #error
Expression: "(status = 'completed' or status = 'amended') implies (item.where(linkId = 'allergies').exists() and item.where(linkId = 'allergies').all(item.where(linkId = 'allergies.causative-agent').answer.exists()))"

Invariant: hf-na-7
Description: "Whether the person and the carer were told of the discharge date is answered where the discharge is described (PRSB: mandatory in the section)"
Severity: #error
Expression: "(status = 'completed' or status = 'amended') implies item.where(linkId = 'discharge').all(item.where(linkId = 'discharge.informed').item.where(linkId = 'discharge.informed.person').answer.exists() and item.where(linkId = 'discharge.informed').item.where(linkId = 'discharge.informed.carer').answer.exists())"

Invariant: hf-na-8
Description: "Whether a carer was told or consulted is Y, N, or NKC for no known carer, or said to be unknown: never a bare no where there is no carer"
Severity: #error
Expression: "(item.where(linkId = 'discharge').item.where(linkId = 'discharge.informed').item.where(linkId = 'discharge.informed.carer') | item.where(linkId = 'assessment-notice').item.where(linkId = 'assessment-notice.carer-consulted')).answer.all(value.where(system = 'https://fhir.nhs.uk/ADW-CarerConsultationStatus-1' and (code = 'Y' or code = 'N' or code = 'NKC')).exists() or value.extension.where(url = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason').exists())"

Invariant: hf-na-9
Description: "Each safeguarding entry says whether there is a concern (PRSB: mandatory in the section)"
Severity: #error
Expression: "(status = 'completed' or status = 'amended') implies item.where(linkId = 'safeguarding').item.where(linkId = 'safeguarding.concerns').all(item.where(linkId = 'safeguarding.concerns.indicator').answer.exists())"

Invariant: hf-na-10
Description: "Each professional contact can be reached; each personal contact has a name and can be reached (PRSB: mandatory in the entry)"
Severity: #error
Expression: "(status = 'completed' or status = 'amended') implies (item.where(linkId = 'professional-contacts').all(item.where(linkId = 'professional-contacts.contact-details').answer.exists()) and item.where(linkId = 'personal-contacts').all(item.where(linkId = 'personal-contacts.name').answer.exists() and item.where(linkId = 'personal-contacts.contact-details').answer.exists()))"

Invariant: hf-na-11
Description: "Each procedure says which; each medicine and device has its name (PRSB: mandatory in the entry)"
Severity: #error
Expression: "(status = 'completed' or status = 'amended') implies (item.where(linkId = 'procedures').all(item.where(linkId = 'procedures.procedure').answer.exists()) and item.where(linkId = 'medications').item.where(linkId = 'medications.entry').item.where(linkId = 'medications.entry.item').all(item.where(linkId = 'medications.entry.item.name').answer.exists()) and item.where(linkId = 'medications').item.where(linkId = 'medications.entry').item.where(linkId = 'medications.entry.device').all(item.where(linkId = 'medications.entry.device.statement').answer.exists()))"

Invariant: hf-na-12
Description: "Each alert says what it warns of (PRSB: 1..1 in the entry)"
Severity: #error
Expression: "(status = 'completed' or status = 'amended') implies item.where(linkId = 'alerts').all(item.where(linkId = 'alerts.alert').answer.exists())"

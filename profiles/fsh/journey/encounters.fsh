// The acute spell, and the contacts after it.

Profile: HomeFirstSpell
Parent: Encounter
Id: HomeFirstSpell
Title: "Home First spell"
Description: "A stay in an acute hospital. Its dates, places and codes are the hospital's; that it ended opens and closes no referral (HOUSE law 6). Tightened beyond R4: a class of hospital care, whose spell it is and whose hospital's; an end where it is finished. Admission method and source, discharge method and destination are England's lists as UK Core 2.x has them (reference/uk-fhir-standards.md §4.3, §4.4); a code that is not in them keeps its own coding and text."
* insert Ours
* meta.extension contains SourceRecorded named sourceRecorded 0..1 MS
* obeys hf-enc-1 and hf-enc-2
* identifier MS
* identifier.system 1..1
* identifier.value 1..1
* status MS
* class from HomeFirstSpellClass (required)
* class MS
* serviceType MS
* subject 1..1 MS
* subject only Reference(HomeFirstPatient)
* period MS
* location MS
* serviceProvider 1..1 MS
* serviceProvider only Reference(HomeFirstOrganization)
* extension contains $ext-discharge-method named dischargeMethod 0..1 MS and $ext-planned-end named plannedEndDate 0..1 MS
* extension[dischargeMethod].valueCodeableConcept from HomeFirstDischargeMethod (extensible)
* extension[plannedEndDate] ^short = "Expected date of discharge; never the end of the period"
* hospitalization MS
* hospitalization.extension contains $ext-admission-method named admissionMethod 0..1 MS
* hospitalization.extension[admissionMethod].valueCodeableConcept from HomeFirstAdmissionMethod (extensible)
* hospitalization.admitSource from HomeFirstSourceOfAdmission (extensible)
* hospitalization.admitSource MS
* hospitalization.dischargeDisposition from HomeFirstNationalDischargeDestination (extensible)
* hospitalization.dischargeDisposition MS

ValueSet: HomeFirstSpellClass
Id: spell-class
Title: "Class of a spell"
Description: "Classes of v3-ActCode that are hospital care: inpatient, acute, non-acute, emergency, short stay, pre-admission, observation. Selection: ours (Home First Gateway, November 2026), Apache-2.0; the codes are HL7's v3-ActCode as R4 of 2019 carries them (CC0)."
* insert Ours
* $act-code#IMP
* $act-code#ACUTE
* $act-code#NONAC
* $act-code#EMER
* $act-code#SS
* $act-code#PRENC
* $act-code#OBSENC

Invariant: hf-enc-1
Description: "A finished spell has its end"
Severity: #error
Expression: "status = 'finished' implies period.end.exists()"

Invariant: hf-enc-2
Description: "A spell that goes on has no end: a planned date is no end"
Severity: #error
Expression: "status = 'in-progress' implies period.end.empty()"

Profile: HomeFirstContact
Parent: Encounter
Id: HomeFirstContact
Title: "Home First contact"
Description: "A visit or contact of community health, reablement or social care after (or before) the discharge. Tightened beyond R4: a class of care outside the hospital, whom it was with, when it began, and the referral or journey that it belongs to, because a contact without either is in nobody's journey (HOUSE law 7)."
* insert Ours
* meta.extension contains SourceRecorded named sourceRecorded 0..1 MS
* status MS
* class from HomeFirstContactClass (required)
* class MS
* subject 1..1 MS
* subject only Reference(HomeFirstPatient)
* obeys hf-con-1
* basedOn MS
* basedOn only Reference(HomeFirstReferral)
* episodeOfCare MS
* episodeOfCare only Reference(HomeFirstJourney)
* participant MS
* period 1..1 MS
* period.start 1..1
* serviceProvider MS
* serviceProvider only Reference(HomeFirstOrganization)

ValueSet: HomeFirstContactClass
Id: contact-class
Title: "Class of a contact"
Description: "Classes of v3-ActCode that are care outside the acute hospital: ambulatory, field, home health, virtual. The gateway's access table takes exactly these for contacts. Selection: ours (Home First Gateway, November 2026), Apache-2.0; the codes are HL7's v3-ActCode as R4 of 2019 carries them (CC0)."
* insert Ours
* $act-code#AMB
* $act-code#FLD
* $act-code#HH
* $act-code#VR

Invariant: hf-con-1
Description: "A contact belongs to a referral or a journey"
Severity: #error
Expression: "basedOn.exists() or episodeOfCare.exists()"

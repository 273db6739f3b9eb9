// The referral: what is asked for one person, by whom, of whom.

Profile: HomeFirstReferral
Parent: ServiceRequest
Id: HomeFirstReferral
Title: "Home First referral"
Description: "A hospital asks a transfer of care hub to plan a person's discharge. It describes need and readiness and decides nothing else: pathway, eligibility, funding and acceptance are facts of their own with owners of their own (reference/practice.md, naive 13). Tightened beyond R4: who asks, of which one hub, for whom and since when, because a referral that lacks one of them cannot be acted upon or found again; and the two codings of a BaRS category where the message had them (reference/uk-fhir-standards.md §1.4). The needs themselves come as HomeFirstNeedsAssessment, HomeFirstDescribedNeed or words: a referral without any of them is warned of, not refused."
* insert Ours
* meta.extension contains SourceRecorded named sourceRecorded 0..1 MS
* obeys hf-sr-1 and hf-sr-2
* identifier MS
* identifier.system 1..1
* identifier.value 1..1
* status MS
* intent from HomeFirstReferralIntent (required)
* intent MS
* category MS
* code 1..1 MS
* code from HomeFirstReferralCode (extensible)
* subject only Reference(HomeFirstPatient)
* subject MS
* encounter MS
* encounter only Reference(HomeFirstSpell)
* authoredOn 1..1 MS
* requester 1..1 MS
* requester only Reference(HomeFirstOrganization or HomeFirstPractitionerRole or Practitioner)
* performer 1..1 MS
* performer only Reference(HomeFirstOrganization)
* performer ^short = "The one hub that it is addressed to"
* reasonCode MS
* supportingInfo MS
* note MS
* extension contains WorkType named workType 0..* MS

Extension: WorkType
Id: work-type
Title: "Type of work"
Description: "What kind of arrangement is asked for or decided: a new package, a restart, an increase, a return to the same care home, equipment only, support for someone who pays for themselves (reference/practice.md, naive 12)."
Context: ServiceRequest, Task, CarePlan, Observation
* insert Ours
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from HomeFirstWorkType (extensible)

ValueSet: HomeFirstReferralIntent
Id: referral-intent
Title: "Intent of a referral"
Description: "A referral is an order, or a plan as BaRS has it (reference/uk-fhir-standards.md §1.4: intent is always plan). A proposal refers nobody. Selection: ours (Home First Gateway, November 2026), Apache-2.0; the codes are HL7's request-intent of R4, 2019 (CC0)."
* insert Ours
* http://hl7.org/fhir/request-intent#order
* http://hl7.org/fhir/request-intent#plan

ValueSet: HomeFirstReferralCode
Id: referral-code
Title: "What a referral asks for"
Description: "SNOMED CT concepts for a referral to discharge planning, as the Nottinghamshire discharge-to-assess guides use them (reference/uk-fhir-standards.md §6). SNOMED CT, used under the licence of its UK edition; selection ours, November 2026."
* insert Ours
* $sct#718524000 "Referral to discharge planning team"
* $sct#715591000000108 "Hospital Discharge Notification to Social Care"

Invariant: hf-sr-1
Description: "A referral says what the person needs: in words, in codes, or by what it refers to"
Severity: #warning
Expression: "reasonCode.exists() or reasonReference.exists() or supportingInfo.exists() or note.exists() or orderDetail.exists()"

Invariant: hf-sr-2
Description: "A person is referred from a spell, or the referral says why in words"
Severity: #warning
Expression: "encounter.exists() or note.exists() or reasonCode.text.exists()"

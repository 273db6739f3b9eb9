// The person's own part: capacity for this decision, involvement and objection, and what must be kept from whom.

Profile: HomeFirstCapacity
Parent: HomeFirstDecision
Id: HomeFirstCapacity
Title: "Home First capacity for a decision"
Description: "What was found about the person's mental capacity for one decision at one time. Capacity is per decision and time, and assumed unless found otherwise (Mental Capacity Act 2005 s1 to s3; reference/practice.md, naive 15). Tightened: who found it, the finding, and the one decision that it is about. A best-interests decision rests on it: HomeFirstBestInterests. The gateway records what it is told and claims no legal effect."
* insert Ours
* performer 1..*
* code = HomeFirstDecisionCodes#capacity
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from HomeFirstCapacityFinding (extensible)
* extension contains DecisionInQuestion named decision 1..1 MS

Profile: HomeFirstBestInterests
Parent: HomeFirstDecision
Id: HomeFirstBestInterests
Title: "Home First best-interests decision"
Description: "What was decided for a person who could not decide it themselves: for one decision, at one time, resting on a finding about capacity for that decision (Mental Capacity Act 2005 s4; reference/practice.md, naive 15). Tightened: who decided, what, on which finding, and who was involved, because a decision for somebody is made with those who know them. Whom a power of attorney or a deputy lets decide is recorded as an authority of HomeFirstRelatedPerson. The gateway records what it is told and claims no legal effect."
* insert Ours
* performer 1..*
* code = HomeFirstDecisionCodes#best-interests
* value[x] 1..1
* value[x] only string
* derivedFrom 1..*
* derivedFrom only Reference(HomeFirstCapacity)
* extension[involved] 1..*
* extension contains DecisionInQuestion named decision 1..1 MS

Extension: DecisionInQuestion
Id: decision-in-question
Title: "Decision in question"
Description: "The one decision that a finding about capacity, or a decision in somebody's best interests, is about, in words: capacity is per decision (Mental Capacity Act 2005 s2; reference/practice.md, naive 15)."
Context: Observation
* insert Ours
* value[x] only string
* value[x] 1..1

Profile: HomeFirstInvolvement
Parent: HomeFirstDecision
Id: HomeFirstInvolvement
Title: "Home First involvement"
Description: "How the person and those who matter to them were involved in planning the discharge, and whether the person objects. An objection is recorded as whose it is, the person's apart from a carer's, and is not consent withheld: sharing for direct care rests on other grounds (reference/practice.md, naive 14). A feed's silence about consent mints none. Tightened: who recorded it and who was involved, or why not; an objection says to what."
* insert Ours
* performer 1..*
* obeys hf-inv-1
* code = HomeFirstDecisionCodes#involvement
* extension[involved] 1..*
* value[x] 0..1
* value[x] only CodeableConcept
* valueCodeableConcept from HomeFirstObjection (extensible)
* valueCodeableConcept ^short = "Whether the person objects, and to what"

Invariant: hf-inv-1
Description: "Who objects says to what"
Severity: #error
Expression: "value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/objection' and code.endsWith('-objects')).exists() implies (value.text.exists() or note.exists() or extension.where(url = 'https://home-first.example/fhir/StructureDefinition/decision-reason').exists())"

Profile: HomeFirstSafeguarding
Parent: Flag
Id: HomeFirstSafeguarding
Title: "Home First safeguarding concern"
Description: "That there is a concern, whose, and from which organisations it must be kept: the concern may be about a provider or a next of kin who is a party (reference/practice.md, naive 15), and a resource that is withheld beats being a party (HOUSE law 7). The detail stays with those who hold it: the flag says whom to ring. Tightened: category, status and whose concern it is. To name an organisation here says what is wanted; a system that receives it keeps it so, or says that it cannot."
* insert Ours
* meta.extension contains SourceRecorded named sourceRecorded 0..1 MS
* status MS
* category 1..* MS
* code 1..1 MS
* code from HomeFirstSafeguardingStatus (extensible)
* subject only Reference(HomeFirstPatient)
* subject MS
* period MS
* author 1..1 MS
* author only Reference(HomeFirstOrganization or HomeFirstPractitionerRole)
* extension contains WithheldFrom named withheldFrom 0..* MS

Extension: WithheldFrom
Id: withheld-from
Title: "Withheld from"
Description: "An organisation that must not see this, whatever it is otherwise a party to (HOUSE law 7; reference/practice.md, naive 15). On a referral it means the whole journey. It says what is wanted: a server that cannot keep it so refuses the resource."
Context: Flag, Observation, DocumentReference, QuestionnaireResponse, ServiceRequest, Condition, CarePlan, Task, Encounter, RelatedPerson
* insert Ours
* value[x] only Reference(HomeFirstOrganization)
* value[x] 1..1

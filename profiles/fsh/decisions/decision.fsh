// What every decision in a discharge has in common.

Profile: HomeFirstDecision
Parent: Observation
Id: HomeFirstDecision
Title: "Home First decision"
Description: "One decision about one person's discharge. Five decisions have five owners: the ward says that the person is ready and what they need, the hub decides the pathway, the council eligibility and funding, the integrated care board continuing healthcare, the provider whether it can take them (reference/practice.md, naive 13). One field for all of them conflates them, so each is a fact of its own, with who decided, when, why, and who was involved. A new decision is a new resource that points to the one it replaces: state that flips keeps its history (HOUSE law 6). Tightened beyond R4, for all of them: about whom, what, and since when; the owner is an organisation or somebody in a role of one. The owner is demanded by each decision that people make; readiness comes from feeds too, which name nobody, and an owner is not invented."
* insert Ours
* ^abstract = true
* meta.extension contains SourceRecorded named sourceRecorded 0..1 MS
* identifier.system 1..1
* identifier.value 1..1
* basedOn MS
* basedOn only Reference(HomeFirstReferral or CarePlan)
* basedOn ^short = "The referral that it decides about"
* status MS
* code 1..1 MS
* code.coding 1..*
* subject 1..1 MS
* subject only Reference(HomeFirstPatient)
* encounter MS
* effective[x] 1..1 MS
* effective[x] ^short = "When it became so"
* issued MS
* issued ^short = "When the source recorded it"
* performer MS
* performer only Reference(HomeFirstOrganization or HomeFirstPractitionerRole or Practitioner)
* performer ^short = "Whose decision it is: the owner"
* note MS
* derivedFrom MS
* derivedFrom ^short = "What it rests on: an assessment, or the decision that it replaces"
* extension contains DecisionReason named reason 0..* MS and InvolvedPerson named involved 0..* MS and OnBehalfOf named onBehalfOf 0..1 and ReplacedDecision named replaces 0..1 MS

Extension: DecisionReason
Id: decision-reason
Title: "Reason for a decision"
Description: "Why it was decided so, in words or codes. A pathway decided again without a reason cannot be learnt from (reference/programmes.md: decided and re-decided with reasons)."
Context: Observation
* insert Ours
* value[x] only CodeableConcept
* value[x] 1..1

Extension: ReplacedDecision
Id: replaced-decision
Title: "The decision that it replaces"
Description: "The earlier decision of the same kind, which stays as it was: state that flips keeps its history (HOUSE law 6; reference/programmes.md: decided and re-decided with reasons)."
Context: Observation
* insert Ours
* value[x] only Reference(Observation)
* value[x] 1..1

Extension: InvolvedPerson
Id: involved-person
Title: "Who was involved in a decision"
Description: "Who was involved, in which role (none for the person), and how: the person, a carer, a representative, an advocate, or why not. Care Act 2014 s74 (as replaced in 2022) is a duty to involve patient and carer; what was done is recorded, no legal effect is claimed (reference/practice.md, naive 14)."
Context: Observation, ServiceRequest, CarePlan
* insert Ours
* extension contains who 0..1 and role 0..1 and how 1..1
* extension[who].value[x] only Reference(HomeFirstPatient or HomeFirstRelatedPerson or HomeFirstPractitionerRole)
* extension[who].value[x] 1..1
* extension[role].value[x] only CodeableConcept
* extension[role].value[x] 1..1
* extension[role].valueCodeableConcept from HomeFirstPersonRole (extensible)
* extension[how].value[x] only CodeableConcept
* extension[how].value[x] 1..1
* extension[how].valueCodeableConcept from HomeFirstInvolvementCode (extensible)

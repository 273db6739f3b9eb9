// The task: one organisation is asked to do one thing, and says what came of it.

Profile: HomeFirstTask
Parent: Task
Id: HomeFirstTask
Title: "Home First task"
Description: "One organisation asks another to do one thing within a journey. That a system received it and that a person accepted it are two states (HOUSE law 6). After the task tree of Nottinghamshire's discharge-to-assess model (reference/uk-data-formats.md §5). Tightened beyond R4: an owner, what kind of task, on what, since when; what is given back is typed, so that the ward that asked can read it; a decision of a pathway has its reason, a rejection too."
* insert Ours
* meta.extension contains SourceRecorded named sourceRecorded 0..1 MS
* obeys hf-task-1 and hf-task-2 and hf-task-3
* identifier.system 1..1
* identifier.value 1..1
* status MS
* statusReason MS
* businessStatus MS
* businessStatus from HomeFirstReferralState (extensible)
* businessStatus ^short = "What the sender is told: received by a system, or taken on by a person"
* intent = #order
* intent MS
* code 1..1 MS
* code from HomeFirstTaskCode (required)
* focus 1..1 MS
* for MS
* for only Reference(HomeFirstPatient)
* encounter MS
* encounter only Reference(HomeFirstSpell)
* authoredOn 1..1 MS
* lastModified MS
* requester MS
* requester only Reference(HomeFirstOrganization or HomeFirstPractitionerRole or Practitioner)
* owner 1..1 MS
* owner only Reference(HomeFirstOrganization or HomeFirstPractitionerRole)
* partOf MS
* partOf only Reference(HomeFirstTask)
* restriction.period MS
* restriction.period ^short = "By when it is wanted"
* extension contains OnBehalfOf named onBehalfOf 0..1 and WorkType named workType 0..*
* output MS
* output ^slicing.discriminator.type = #pattern
* output ^slicing.discriminator.path = "type"
* output ^slicing.rules = #open
* output contains
    pathway 0..* MS and
    pathwayReason 0..* MS and
    identity 0..1 and
    outcome 0..* MS and
    plannedStart 0..* MS and
    plannedDischarge 0..* MS and
    responsiblePerson 0..* and
    contact 0..* and
    carePlan 0..* MS and
    destination 0..* MS and
    delayReason 0..*
* output[pathway].type = HomeFirstTaskOutputCodes#pathway
* output[pathway].value[x] only CodeableConcept
* output[pathway].valueCodeableConcept from HomeFirstPathway (required)
* output[pathwayReason].type = HomeFirstTaskOutputCodes#pathway-reason
* output[pathwayReason].value[x] only string
* output[identity].type = HomeFirstTaskOutputCodes#identity
* output[identity].value[x] only Reference(HomeFirstPatient)
* output[outcome].type = HomeFirstTaskOutputCodes#outcome
* output[outcome].value[x] only string or CodeableConcept
* output[plannedStart].type = HomeFirstTaskOutputCodes#planned-start
* output[plannedStart].value[x] only dateTime
* output[plannedDischarge].type = HomeFirstTaskOutputCodes#planned-discharge
* output[plannedDischarge].value[x] only dateTime
* output[responsiblePerson].type = HomeFirstTaskOutputCodes#responsible-person
* output[responsiblePerson].value[x] only string or Reference
* output[contact].type = HomeFirstTaskOutputCodes#contact
* output[contact].value[x] only ContactPoint
* output[carePlan].type = HomeFirstTaskOutputCodes#care-plan
* output[carePlan].value[x] only Reference(CarePlan)
* output[destination].type = HomeFirstTaskOutputCodes#destination
* output[destination].value[x] only CodeableConcept
* output[delayReason].type = HomeFirstTaskOutputCodes#delay-reason
* output[delayReason].value[x] only CodeableConcept

Invariant: hf-task-1
Description: "Who decides a pathway gives a reason with each decision"
Severity: #error
Expression: "output.where(type.coding.where(system = 'https://home-first.example/fhir/CodeSystem/task-output' and code = 'pathway').exists()).count() <= output.where(type.coding.where(system = 'https://home-first.example/fhir/CodeSystem/task-output' and code = 'pathway-reason').exists()).count()"

Invariant: hf-task-2
Description: "Who rejects a task says why"
Severity: #error
Expression: "status = 'rejected' implies statusReason.exists()"

Invariant: hf-task-3
Description: "A task that is about a person says for whom it is; only the search for an unknown person cannot"
Severity: #error
Expression: "for.exists() or code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/task-code' and code = 'identify').exists()"

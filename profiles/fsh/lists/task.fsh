// What a Task asks for, what came of it, and why its status is what it is.

CodeSystem: HomeFirstTaskCodeCodes
Id: task-code
Title: "Kind of task"
Description: "What one organisation asks of another in a Home First journey. Codes and wording: ours, after the tasks of Nottinghamshire’s discharge-to-assess model. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/task-code"
* #home-first-referral "Triage a Home First referral" "The hub decides the pathway and who takes part"
* #assess-and-plan "Assess and plan care" "An assessment of needs, and a care plan"
* #provide-care "Provide care or support" "The service that the care plan describes"
* #arrange-care "Arrange care" "Find and commission a provider"
* #provide-equipment "Provide equipment or adaptation"
* #arrange-transport "Arrange transport"
* #identify "Identify the person of a quarantined message" "Nothing in it is shown until somebody has"

ValueSet: HomeFirstTaskCode
Id: task-code
Title: "Kind of task"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstTaskCodeCodes

CodeSystem: HomeFirstTaskOutputCodes
Id: task-output
Title: "Output of a task"
Description: "What a Task gives back to who asked for it, as Task.output.type. Codes and wording: ours. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/task-output"
* #pathway "Pathway" "valueCodeableConcept: the pathway that was decided; a later decision is added, none is replaced"
* #pathway-reason "Reason for the pathway" "valueString, with each decision"
* #identity "Identity" "valueReference to the Patient whom a quarantined message means"
* #outcome "Outcome" "valueString or valueCodeableConcept"
* #planned-start "Planned start" "valueDateTime: when care or assessment is to begin"
* #planned-discharge "Planned discharge" "valueDateTime: when the person can be received"
* #responsible-person "Responsible person" "valueReference or valueString: whom to ask"
* #contact "Contact" "valueContactPoint: where to ask"
* #care-plan "Care plan" "valueReference to a CarePlan"
* #destination "Discharge destination" "valueCodeableConcept"
* #delay-reason "Reason for delay" "valueCodeableConcept"

ValueSet: HomeFirstTaskOutput
Id: task-output
Title: "Output of a task"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstTaskOutputCodes

CodeSystem: HomeFirstTaskStatusReasonCodes
Id: task-status-reason
Title: "Reason for the status of a task"
Description: "Why the gateway itself set the status of a Task. Codes and wording: ours. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/task-status-reason"
* #referral-withdrawn "The referral was withdrawn"
* #discharge-cancelled "The discharge was cancelled"
* #reassigned "The work was assigned to another organisation"
* #person-died "The person has died"

ValueSet: HomeFirstTaskStatusReason
Id: task-status-reason
Title: "Reason for the status of a task"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstTaskStatusReasonCodes

// The FHIR message: a Bundle that starts with its header.

Profile: HomeFirstMessage
Parent: Bundle
Id: HomeFirstMessage
Title: "Home First message"
Description: "A FHIR R4 message with the mechanics of the Booking and Referral Standard (reference/uk-fhir-standards.md §1.4) and Home First use cases of our own. Tightened beyond R4: an id, because a response names the request by its Bundle.id; a timestamp; a fullUrl on each entry, so that references resolve within it; one header, first, and one person. What is not a care provider's business does not travel to one. Which resources a use case holds, and how many, is its MessageDefinition's business, which the header names and the validator checks: BaRS leaves that unchecked (§0)."
* insert Ours
* id 1..1
* type = #message
* timestamp 1..1 MS
* entry 1..* MS
* entry.fullUrl 1..1
* entry.resource 1..1
* entry.request 0..0
* entry.response 0..0
* entry.search 0..0
* entry ^slicing.discriminator.type = #type
* entry ^slicing.discriminator.path = "resource"
* entry ^slicing.rules = #open
* entry contains header 1..1 MS and patient 0..1 MS and referral 0..* MS and organization 0..* MS and task 0..*
* entry[header].resource only HomeFirstMessageHeader
* entry[patient].resource only HomeFirstPatient
* entry[referral].resource only HomeFirstReferral
* entry[organization].resource only Organization
* entry[task].resource only HomeFirstTask
* obeys hf-msg-1 and hf-msg-2

Invariant: hf-msg-1
Description: "What the header is about is in the message, or is a resource of the receiver"
Severity: #error
Expression: "entry.first().resource.ofType(MessageHeader).focus.reference.all($this.startsWith('urn:uuid:').not() or ($this in %resource.entry.fullUrl))"

Invariant: hf-msg-2
Description: "A message to a care provider holds no stay, no decision and no form: they are not its business (HOUSE law 7)"
Severity: #error
Expression: "entry.first().resource.ofType(MessageHeader).where(definition.startsWith('https://home-first.example/fhir/MessageDefinition/home-first-council-to-provider')).exists() implies entry.resource.where($this is Encounter or $this is Observation or $this is QuestionnaireResponse).empty()"

Profile: HomeFirstMessageHeader
Parent: MessageHeader
Id: HomeFirstMessageHeader
Title: "Home First message header"
Description: "Who sends what to whom. Tightened beyond R4: one of the two events of BaRS that are about referrals, so that a sender who has BaRS has this; a receiver, unless it is a response; in a response, the Bundle.id that it answers. The definition names the use case and may be left out by a sender of plain BaRS."
* insert Ours
* event[x] only Coding
* eventCoding from HomeFirstMessageEvent (required)
* destination MS
* destination.receiver MS
* sender MS
* source MS
* reason MS
* reason.coding from HomeFirstMessageReason (extensible)
* response MS
* focus MS
* definition MS
* obeys hf-mh-1

Invariant: hf-mh-1
Description: "A message says whom it is for: a receiver, or the request that it answers"
Severity: #error
Expression: "response.exists() or destination.receiver.exists()"

ValueSet: HomeFirstMessageEvent
Id: message-event
Title: "Event of a message"
Description: "The two events for referrals of the four of the Booking and Referral Standard (NHS England, message-events-bars; reference/uk-fhir-standards.md §1.4). BaRS Core 1.5.0 of July 2026; Crown copyright, restated as facts."
* insert Ours
* $bars-events#servicerequest-request
* $bars-events#servicerequest-response

ValueSet: HomeFirstMessageReason
Id: message-reason
Title: "Reason of a message"
Description: "New, update or delete, as the Booking and Referral Standard has them (message-reason-bars; reference/uk-fhir-standards.md §1.4). BaRS Core 1.5.0 of July 2026; Crown copyright, restated as facts."
* insert Ours
* $bars-reason#new
* $bars-reason#update
* $bars-reason#delete

// The Home First use cases as MessageDefinitions.
//
// Shape after BaRS (reference/uk-fhir-standards.md §1.5, §1.6): the event is BaRS's; category of the message and use case are two
// codings of one concept. The use cases are ours: BaRS has none for hospital discharge.

RuleSet: UseCase(code, category, event)
* status = #active
* experimental = false
* publisher = "Home First Gateway project"
* jurisdiction = urn:iso:std:iso:3166#GB
* date = "2026-11-22"
* useContext.code = http://terminology.hl7.org/CodeSystem/usage-context-type#workflow
* useContext.valueCodeableConcept.coding[0] = $bars-category#{category}
* useContext.valueCodeableConcept.coding[1] = HomeFirstUseCaseCodes#{code}
* eventCoding = $bars-events#{event}
* category = #consequence

RuleSet: Holds(index, type, min, max)
* focus[{index}].code = #{type}
* focus[{index}].min = {min}
* focus[{index}].max = "{max}"

RuleSet: HoldsProfile(index, type, profile, min, max)
* focus[{index}].code = #{type}
* focus[{index}].profile = Canonical({profile})
* focus[{index}].min = {min}
* focus[{index}].max = "{max}"

Instance: home-first-acute-to-hub
InstanceOf: MessageDefinition
Usage: #definition
Title: "Acute trust to transfer of care hub"
Description: "A trust refers a person for discharge planning."
* url = "https://home-first.example/fhir/MessageDefinition/home-first-acute-to-hub"
* version = "0.1.0"
* name = "HomeFirstAcuteToHub"
* title = "Acute trust to transfer of care hub"
* description = "A trust refers a person for discharge planning: the person, the spell, the referral, and what is known of need and readiness. One referral and one person, because two in one message cannot be accepted and rejected apart."
* insert UseCase(acute-to-hub, referral, servicerequest-request)
* insert HoldsProfile(0, MessageHeader, HomeFirstMessageHeader, 1, 1)
* insert HoldsProfile(1, ServiceRequest, HomeFirstReferral, 1, 1)
* insert HoldsProfile(2, Patient, HomeFirstPatient, 1, 1)
* insert HoldsProfile(3, Encounter, HomeFirstSpell, 0, 1)
* insert Holds(4, Organization, 2, *)
* insert Holds(5, Observation, 0, *)
* insert Holds(6, QuestionnaireResponse, 0, *)
* insert HoldsProfile(7, RelatedPerson, HomeFirstRelatedPerson, 0, *)
* insert HoldsProfile(8, Flag, HomeFirstSafeguarding, 0, *)
* insert Holds(9, DocumentReference, 0, *)
* insert Holds(10, Practitioner, 0, *)
* insert Holds(11, PractitionerRole, 0, *)
* insert Holds(12, Location, 0, *)
* insert Holds(13, Condition, 0, *)
* insert Holds(14, AllergyIntolerance, 0, *)
* insert Holds(15, CarePlan, 0, 1)
* insert Holds(16, Consent, 0, *)
* insert Holds(17, HealthcareService, 0, *)
* insert Holds(18, Binary, 0, *)
* responseRequired = #always
* allowedResponse.message = "https://home-first.example/fhir/MessageDefinition/home-first-outcome"

Instance: home-first-hub-to-community
InstanceOf: MessageDefinition
Usage: #definition
Title: "Transfer of care hub to community health"
Description: "The hub asks community health to assess and plan."
* url = "https://home-first.example/fhir/MessageDefinition/home-first-hub-to-community"
* version = "0.1.0"
* name = "HomeFirstHubToCommunity"
* title = "Transfer of care hub to community health"
* description = "The hub has decided the pathway and asks community health to assess at home and plan: the task, the referral that it rests on, the pathway decision with its reason."
* insert UseCase(hub-to-community, referral, servicerequest-request)
* insert HoldsProfile(0, MessageHeader, HomeFirstMessageHeader, 1, 1)
* insert HoldsProfile(1, Task, HomeFirstTask, 1, 1)
* insert HoldsProfile(2, ServiceRequest, HomeFirstReferral, 1, 1)
* insert HoldsProfile(3, Patient, HomeFirstPatient, 1, 1)
* insert HoldsProfile(4, Encounter, HomeFirstSpell, 0, 1)
* insert Holds(5, Organization, 2, *)
* insert Holds(6, Observation, 0, *)
* insert Holds(7, QuestionnaireResponse, 0, *)
* insert HoldsProfile(8, RelatedPerson, HomeFirstRelatedPerson, 0, *)
* insert Holds(9, DocumentReference, 0, *)
* insert HoldsProfile(10, Flag, HomeFirstSafeguarding, 0, *)
* insert Holds(11, PractitionerRole, 0, *)
* insert Holds(12, Practitioner, 0, *)
* insert Holds(13, CarePlan, 0, *)
* insert Holds(14, Binary, 0, *)
* responseRequired = #always
* allowedResponse.message = "https://home-first.example/fhir/MessageDefinition/home-first-outcome"

Instance: home-first-hub-to-council
InstanceOf: MessageDefinition
Usage: #definition
Title: "Transfer of care hub to council"
Description: "The hub asks a council to decide eligibility and arrange care."
* url = "https://home-first.example/fhir/MessageDefinition/home-first-hub-to-council"
* version = "0.1.0"
* name = "HomeFirstHubToCouncil"
* title = "Transfer of care hub to council"
* description = "The hub asks a council to decide eligibility and funding, and to arrange care: the task, the referral, who was involved. It is no assessment or discharge notice of the former Schedule 3 and claims no legal effect."
* insert UseCase(hub-to-council, referral, servicerequest-request)
* insert HoldsProfile(0, MessageHeader, HomeFirstMessageHeader, 1, 1)
* insert HoldsProfile(1, Task, HomeFirstTask, 1, 1)
* insert HoldsProfile(2, ServiceRequest, HomeFirstReferral, 1, 1)
* insert HoldsProfile(3, Patient, HomeFirstPatient, 1, 1)
* insert HoldsProfile(4, Encounter, HomeFirstSpell, 0, 1)
* insert Holds(5, Organization, 2, *)
* insert Holds(6, Observation, 0, *)
* insert Holds(7, QuestionnaireResponse, 0, *)
* insert HoldsProfile(8, RelatedPerson, HomeFirstRelatedPerson, 0, *)
* insert Holds(9, DocumentReference, 0, *)
* insert HoldsProfile(10, Flag, HomeFirstSafeguarding, 0, *)
* insert Holds(11, PractitionerRole, 0, *)
* insert Holds(12, Practitioner, 0, *)
* insert Holds(13, CarePlan, 0, *)
* insert Holds(14, Binary, 0, *)
* responseRequired = #always
* allowedResponse.message = "https://home-first.example/fhir/MessageDefinition/home-first-outcome"

Instance: home-first-council-to-provider
InstanceOf: MessageDefinition
Usage: #definition
Title: "Council to care provider"
Description: "The council asks a provider to take a person."
* url = "https://home-first.example/fhir/MessageDefinition/home-first-council-to-provider"
* version = "0.1.0"
* name = "HomeFirstCouncilToProvider"
* title = "Council to care provider"
* description = "The council asks a provider to take a person: the task, the care plan, and of the person what is needed to come to the door. Spell, readiness, decisions and forms are not the provider's business and may not travel along (HOUSE law 7; hf-msg-2 of HomeFirstMessage, because a MessageDefinition of R4 cannot forbid a type: md-1)."
* insert UseCase(council-to-provider, referral, servicerequest-request)
* insert HoldsProfile(0, MessageHeader, HomeFirstMessageHeader, 1, 1)
* insert HoldsProfile(1, Task, HomeFirstTask, 1, 1)
* insert HoldsProfile(2, Patient, HomeFirstPatient, 1, 1)
* insert Holds(3, CarePlan, 0, *)
* insert Holds(4, Goal, 0, *)
* insert Holds(5, Organization, 2, *)
* insert HoldsProfile(6, RelatedPerson, HomeFirstRelatedPerson, 0, *)
* insert HoldsProfile(7, ServiceRequest, HomeFirstReferral, 0, 1)
* insert Holds(8, PractitionerRole, 0, *)
* insert Holds(9, Practitioner, 0, *)
* responseRequired = #always
* allowedResponse.message = "https://home-first.example/fhir/MessageDefinition/home-first-outcome"

Instance: home-first-withdrawal
InstanceOf: MessageDefinition
Usage: #definition
Title: "Withdrawal of a referral"
Description: "Who referred takes it back."
* url = "https://home-first.example/fhir/MessageDefinition/home-first-withdrawal"
* version = "0.1.0"
* name = "HomeFirstWithdrawal"
* title = "Withdrawal of a referral"
* description = "Who referred takes the referral back, with a reason: the referral as it is now and the person, nothing more (as BaRS's cancellation, servicerequest-request-cancelled)."
* insert UseCase(withdrawal, referral, servicerequest-request)
* insert HoldsProfile(0, MessageHeader, HomeFirstMessageHeader, 1, 1)
* insert HoldsProfile(1, ServiceRequest, HomeFirstReferral, 1, 1)
* insert HoldsProfile(2, Patient, HomeFirstPatient, 1, 1)
* insert Holds(3, Organization, 2, *)
* responseRequired = #always
* allowedResponse.message = "https://home-first.example/fhir/MessageDefinition/home-first-outcome"

Instance: home-first-outcome
InstanceOf: MessageDefinition
Usage: #definition
Title: "Outcome of a request"
Description: "What became of what was asked."
* url = "https://home-first.example/fhir/MessageDefinition/home-first-outcome"
* version = "0.1.0"
* name = "HomeFirstOutcome"
* title = "Outcome of a request"
* description = "What became of what was asked: received at once, and later what a person decided. The referral under the id that the receiver gave it, its tasks with what they give back, and what was noticed on receipt."
* insert UseCase(outcome, referral, servicerequest-response)
* insert HoldsProfile(0, MessageHeader, HomeFirstMessageHeader, 1, 1)
* insert HoldsProfile(1, ServiceRequest, HomeFirstReferral, 0, 1)
* insert HoldsProfile(2, Task, HomeFirstTask, 0, *)
* insert Holds(3, OperationOutcome, 0, 1)
* insert HoldsProfile(4, Patient, HomeFirstPatient, 0, 1)
* insert Holds(5, Organization, 0, *)
* insert Holds(6, Observation, 0, *)
* insert Holds(7, CarePlan, 0, *)
* insert Holds(8, Goal, 0, *)
* insert Holds(9, PractitionerRole, 0, *)
* insert Holds(10, Practitioner, 0, *)

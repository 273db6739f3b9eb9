// The operations and search parameters that are ours.

Instance: home-first-process-message
InstanceOf: OperationDefinition
Usage: #definition
Title: "Process a Home First message"
Description: "R4's process-message, for HomeFirstMessage."
* url = "https://home-first.example/fhir/OperationDefinition/home-first-process-message"
* version = "0.1.0"
* name = "HomeFirstProcessMessage"
* title = "Process a Home First message"
* status = #active
* experimental = false
* publisher = "Home First Gateway project"
* jurisdiction = urn:iso:std:iso:3166#GB
* kind = #operation
* description = "R4's $process-message with the mechanics of the Booking and Referral Standard (reference/uk-fhir-standards.md §1): X-Request-Id and X-Correlation-Id are required and echoed; 425 while the first attempt is worked on, 409 duplicate afterwards, 409 conflict for the same ids with other content. The answer is a message whose response.identifier is the Bundle.id of the request."
* code = #process-message
* base = "http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message"
* affectsState = true
* system = true
* type = false
* instance = false
* inputProfile = Canonical(HomeFirstMessage)
* parameter[0].name = #content
* parameter[0].use = #in
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].documentation = "The message"
* parameter[0].type = #Bundle
* parameter[1].name = #return
* parameter[1].use = #out
* parameter[1].min = 1
* parameter[1].max = "1"
* parameter[1].documentation = "The response: a message of the use case outcome"
* parameter[1].type = #Bundle

Instance: ServiceRequest-work-type
InstanceOf: SearchParameter
Usage: #definition
Title: "Type of work of a referral"
Description: "Finds referrals by the kind of arrangement that they ask for."
* url = "https://home-first.example/fhir/SearchParameter/ServiceRequest-work-type"
* version = "0.1.0"
* name = "HomeFirstReferralWorkType"
* status = #active
* experimental = false
* publisher = "Home First Gateway project"
* jurisdiction = urn:iso:std:iso:3166#GB
* description = "Finds referrals by the kind of arrangement that they ask for: restarts apart from new packages, equipment only apart from care."
* code = #work-type
* base = #ServiceRequest
* type = #token
* expression = "ServiceRequest.extension.where(url = 'https://home-first.example/fhir/StructureDefinition/work-type').value"
* multipleOr = true
* multipleAnd = true

Instance: Observation-responsible-council
InstanceOf: SearchParameter
Usage: #definition
Title: "Responsible council of a decision"
Description: "Finds decisions about responsibility by the council."
* url = "https://home-first.example/fhir/SearchParameter/Observation-responsible-council"
* version = "0.1.0"
* name = "HomeFirstResponsibleCouncilSearch"
* status = #active
* experimental = false
* publisher = "Home First Gateway project"
* jurisdiction = urn:iso:std:iso:3166#GB
* description = "Finds decisions about which council is responsible, by that council."
* code = #responsible-council
* base = #Observation
* type = #reference
* target = #Organization
* expression = "Observation.extension.where(url = 'https://home-first.example/fhir/StructureDefinition/responsible-council').value"
* multipleOr = true
* multipleAnd = true

Instance: Observation-pathway
InstanceOf: SearchParameter
Usage: #definition
Title: "Pathway that was decided"
Description: "Finds decisions of a pathway by the pathway."
* url = "https://home-first.example/fhir/SearchParameter/Observation-pathway"
* version = "0.1.0"
* name = "HomeFirstPathwaySearch"
* status = #active
* experimental = false
* publisher = "Home First Gateway project"
* jurisdiction = urn:iso:std:iso:3166#GB
* description = "Finds the hub's decisions of a discharge pathway by the pathway. Later decisions replace earlier ones: sort by date for the one that holds."
* code = #pathway
* base = #Observation
* type = #token
* expression = "Observation.where(code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/decision' and code = 'pathway').exists()).value.ofType(CodeableConcept)"
* multipleOr = true
* multipleAnd = true

Instance: Observation-readiness
InstanceOf: SearchParameter
Usage: #definition
Title: "Readiness for discharge"
Description: "Finds statements of readiness by what they say."
* url = "https://home-first.example/fhir/SearchParameter/Observation-readiness"
* version = "0.1.0"
* name = "HomeFirstReadinessSearch"
* status = #active
* experimental = false
* publisher = "Home First Gateway project"
* jurisdiction = urn:iso:std:iso:3166#GB
* description = "Finds statements of readiness by what they say: true or false for medically fit, a code of criteria-to-reside-state or criteria-to-reside for the criteria to reside. The two are different statements, and neither is read as the other."
* code = #readiness
* base = #Observation
* type = #token
* expression = "Observation.where(code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/observation' and code = 'medically-fit').exists()).value.ofType(boolean) | Observation.where(code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/observation' and code = 'criteria-to-reside').exists()).value.ofType(CodeableConcept)"
* multipleOr = true
* multipleAnd = true

Instance: Observation-discharge-ready-date
InstanceOf: SearchParameter
Usage: #definition
Title: "Discharge ready date"
Description: "Finds statements by the discharge ready date in them."
* url = "https://home-first.example/fhir/SearchParameter/Observation-discharge-ready-date"
* version = "0.1.0"
* name = "HomeFirstDischargeReadyDateSearch"
* status = #active
* experimental = false
* publisher = "Home First Gateway project"
* jurisdiction = urn:iso:std:iso:3166#GB
* description = "Finds statements of criteria to reside by the day since which these are no longer met."
* code = #discharge-ready-date
* base = #Observation
* type = #date
* expression = "Observation.where(code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/observation' and code = 'discharge-ready-date').exists()).value.ofType(dateTime) | Observation.component.where(code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/observation' and code = 'discharge-ready-date').exists()).value.ofType(dateTime)"
* multipleOr = true
* multipleAnd = true

Instance: Observation-delay-reason
InstanceOf: SearchParameter
Usage: #definition
Title: "Reason of a delay"
Description: "Finds delays by their reason."
* url = "https://home-first.example/fhir/SearchParameter/Observation-delay-reason"
* version = "0.1.0"
* name = "HomeFirstDelayReasonSearch"
* status = #active
* experimental = false
* publisher = "Home First Gateway project"
* jurisdiction = urn:iso:std:iso:3166#GB
* description = "Finds delays, and statements of criteria to reside that name one, by the reason of the delay."
* code = #delay-reason
* base = #Observation
* type = #token
* expression = "Observation.where(code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/decision' and code = 'delay').exists()).value.ofType(CodeableConcept) | Observation.component.where(code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/task-output' and code = 'delay-reason').exists()).value.ofType(CodeableConcept)"
* multipleOr = true
* multipleAnd = true

Instance: resource-journey
InstanceOf: SearchParameter
Usage: #definition
Title: "Journey that a resource belongs to"
Description: "Finds what belongs to a journey."
* url = "https://home-first.example/fhir/SearchParameter/resource-journey"
* version = "0.1.0"
* name = "HomeFirstJourneySearch"
* status = #active
* experimental = false
* publisher = "Home First Gateway project"
* jurisdiction = urn:iso:std:iso:3166#GB
* description = "Finds what belongs to a journey: all that hangs on its referral, spell and tasks, whichever element says so. It has no expression, because the gateway works membership out when a resource is written; a journey that is not the caller's to know finds nothing."
* code = #journey
* base[0] = #RelatedPerson
* base[1] = #Encounter
* base[2] = #EpisodeOfCare
* base[3] = #ServiceRequest
* base[4] = #Task
* base[5] = #CarePlan
* base[6] = #CareTeam
* base[7] = #Goal
* base[8] = #Condition
* base[9] = #Observation
* base[10] = #AllergyIntolerance
* base[11] = #MedicationStatement
* base[12] = #MedicationRequest
* base[13] = #Procedure
* base[14] = #Flag
* base[15] = #QuestionnaireResponse
* base[16] = #Composition
* base[17] = #DocumentReference
* base[18] = #Binary
* base[19] = #Communication
* base[20] = #Consent
* base[21] = #Device
* base[22] = #DeviceRequest
* base[23] = #Provenance
* type = #reference
* target = #EpisodeOfCare
* multipleOr = true
* multipleAnd = true

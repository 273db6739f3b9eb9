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

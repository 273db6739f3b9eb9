// What a system that takes part must be able to do.

RuleSet: Reads(index, type, profile)
* rest.resource[{index}].type = #{type}
* rest.resource[{index}].supportedProfile = Canonical({profile})
* rest.resource[{index}].interaction[0].code = #read
* rest.resource[{index}].interaction[1].code = #search-type

RuleSet: Writes(index, type, profile)
* insert Reads({index}, {type}, {profile})
* rest.resource[{index}].interaction[2].code = #vread
* rest.resource[{index}].interaction[3].code = #history-instance
* rest.resource[{index}].interaction[4].code = #create
* rest.resource[{index}].interaction[5].code = #update
* rest.resource[{index}].versioning = #versioned-update

Instance: home-first-requirements
InstanceOf: CapabilityStatement
Usage: #definition
Title: "Home First requirements"
Description: "What a Home First server offers."
* url = "https://home-first.example/fhir/CapabilityStatement/home-first-requirements"
* version = "0.1.0"
* name = "HomeFirstRequirements"
* title = "Home First requirements"
* status = #active
* experimental = false
* publisher = "Home First Gateway project"
* jurisdiction = urn:iso:std:iso:3166#GB
* date = "2026-11-22"
* description = "What a server offers that carries Home First referrals between an acute trust, community health and a council. Requirements, not a description of one system: what the gateway itself serves is its own /metadata. The conformance suite tests them over sockets."
* kind = #requirements
* fhirVersion = #4.0.1
* format[0] = #application/fhir+json
* rest.mode = #server
* rest.documentation = "Deny by default, per journey: a resource that is not the caller's to know is 404."
* rest.security.service = http://terminology.hl7.org/CodeSystem/restful-security-service#SMART-on-FHIR
* rest.security.description = "SMART Backend Services; scopes on every route; every access audited"
* insert Writes(0, Patient, HomeFirstPatient)
* insert Writes(1, ServiceRequest, HomeFirstReferral)
* insert Writes(2, Task, HomeFirstTask)
* insert Writes(3, Encounter, HomeFirstSpell)
* rest.resource[3].supportedProfile[1] = Canonical(HomeFirstContact)
* insert Writes(4, CarePlan, HomeFirstCarePlan)
* insert Writes(5, Goal, HomeFirstGoal)
* insert Writes(6, Observation, HomeFirstCriteriaToReside)
* rest.resource[6].supportedProfile[1] = Canonical(HomeFirstReadiness)
* rest.resource[6].supportedProfile[2] = Canonical(HomeFirstDelay)
* rest.resource[6].supportedProfile[3] = Canonical(HomeFirstDescribedNeed)
* rest.resource[6].supportedProfile[4] = Canonical(HomeFirstPathwayDecision)
* rest.resource[6].supportedProfile[5] = Canonical(HomeFirstEligibilityAndFunding)
* rest.resource[6].supportedProfile[6] = Canonical(HomeFirstFundingDecision)
* rest.resource[6].supportedProfile[7] = Canonical(HomeFirstContinuingHealthcare)
* rest.resource[6].supportedProfile[8] = Canonical(HomeFirstProviderAcceptance)
* rest.resource[6].supportedProfile[9] = Canonical(HomeFirstResponsibleCouncil)
* rest.resource[6].supportedProfile[10] = Canonical(HomeFirstCapacity)
* rest.resource[6].supportedProfile[11] = Canonical(HomeFirstBestInterests)
* rest.resource[6].supportedProfile[12] = Canonical(HomeFirstInvolvement)
* rest.resource[6].documentation = "A decision is its owner's to state: a server refuses it from anybody else"
* rest.resource[6].searchParam.name = "responsible-council"
* rest.resource[6].searchParam.definition = "https://home-first.example/fhir/SearchParameter/Observation-responsible-council"
* rest.resource[6].searchParam.type = #reference
* rest.resource[1].searchParam.name = "work-type"
* rest.resource[1].searchParam.definition = "https://home-first.example/fhir/SearchParameter/ServiceRequest-work-type"
* rest.resource[1].searchParam.type = #token
* insert Writes(7, DocumentReference, HomeFirstDocument)
* insert Reads(8, EpisodeOfCare, HomeFirstJourney)
* insert Reads(9, Organization, HomeFirstOrganization)
* insert Reads(10, Communication, HomeFirstNotice)
* rest.operation.name = "process-message"
* rest.operation.definition = Canonical(home-first-process-message)
* messaging.documentation = "FHIR messages at $process-message with the mechanics of BaRS"
* messaging.supportedMessage[0].mode = #receiver
* messaging.supportedMessage[0].definition = "https://home-first.example/fhir/MessageDefinition/home-first-acute-to-hub"
* messaging.supportedMessage[1].mode = #receiver
* messaging.supportedMessage[1].definition = "https://home-first.example/fhir/MessageDefinition/home-first-withdrawal"
* messaging.supportedMessage[2].mode = #sender
* messaging.supportedMessage[2].definition = "https://home-first.example/fhir/MessageDefinition/home-first-outcome"

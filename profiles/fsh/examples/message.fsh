// Ada's referral as the message in which the trust sent it.

Instance: ada-message-header
InstanceOf: HomeFirstMessageHeader
Usage: #inline
* id = "5f3b1a52-0000-4000-8000-00000000000a"
* eventCoding = $bars-events#servicerequest-request
* reason = $bars-reason#new
* destination.endpoint = "https://fhir.nhs.uk/Id/dos-service-id|999001"
* destination.receiver = Reference(urn:uuid:5f3b1a52-0000-4000-8000-00000000000c)
* sender = Reference(urn:uuid:5f3b1a52-0000-4000-8000-00000000000b)
* source.endpoint = "https://fhir.nhs.uk/Id/dos-service-id|999002"
* focus = Reference(urn:uuid:5f3b1a52-0000-4000-8000-00000000000d)
* definition = "https://home-first.example/fhir/MessageDefinition/home-first-acute-to-hub"

Instance: ada-message-trust
InstanceOf: HomeFirstOrganization
Usage: #inline
* id = "5f3b1a52-0000-4000-8000-00000000000b"
* identifier[odsOrganization].value = "TRUST1"
* type = HomeFirstOrganizationKindCodes#acute "Acute hospital trust"
* name = "Example Trust"

Instance: ada-message-hub
InstanceOf: HomeFirstOrganization
Usage: #inline
* id = "5f3b1a52-0000-4000-8000-00000000000c"
* identifier[odsOrganization].value = "HUB1"
* type = HomeFirstOrganizationKindCodes#hub "Transfer of care hub"
* name = "Example Transfer of Care Hub"

Instance: ada-message-patient
InstanceOf: HomeFirstPatient
Usage: #inline
* id = "5f3b1a52-0000-4000-8000-00000000000e"
* identifier[nhsNumber].value = "9990000018"
* name.family = "TESTPATIENT"
* name.given = "ADA"
* birthDate = "1940-02-29"

Instance: ada-message-spell
InstanceOf: HomeFirstSpell
Usage: #inline
* id = "5f3b1a52-0000-4000-8000-00000000000f"
* identifier.system = "https://home-first.example/fhir/Id/local/trust1-epr/TRUST1/visit"
* identifier.value = "V1000001"
* status = #in-progress
* class = $act-code#IMP "inpatient encounter"
* subject = Reference(urn:uuid:5f3b1a52-0000-4000-8000-00000000000e)
* serviceProvider = Reference(urn:uuid:5f3b1a52-0000-4000-8000-00000000000b)
* period.start = "2026-11-17T19:05:55.000Z"

Instance: ada-message-referral
InstanceOf: HomeFirstReferral
Usage: #inline
* id = "5f3b1a52-0000-4000-8000-00000000000d"
* status = #active
* intent = #plan
* category.coding[0] = $bars-category#referral "Transfer of Care"
* category.coding[1] = HomeFirstUseCaseCodes#acute-to-hub "Acute hospital to transfer of care hub"
* code = $sct#718524000 "Referral to discharge planning team"
* subject = Reference(urn:uuid:5f3b1a52-0000-4000-8000-00000000000e)
* encounter = Reference(urn:uuid:5f3b1a52-0000-4000-8000-00000000000f)
* authoredOn = "2026-11-22T17:25:55Z"
* requester = Reference(urn:uuid:5f3b1a52-0000-4000-8000-00000000000b)
* performer = Reference(urn:uuid:5f3b1a52-0000-4000-8000-00000000000c)
* reasonCode.text = "Needs help with washing and dressing after a fall"

Instance: ada-message
InstanceOf: HomeFirstMessage
Usage: #example
Title: "The message of Ada's referral"
Description: "As the trust's system posts it to $process-message."
* id = "ada-message"
* timestamp = "2026-11-22T17:26:00Z"
* entry[header].fullUrl = "urn:uuid:5f3b1a52-0000-4000-8000-00000000000a"
* entry[header].resource = ada-message-header
* entry[patient].fullUrl = "urn:uuid:5f3b1a52-0000-4000-8000-00000000000e"
* entry[patient].resource = ada-message-patient
* entry[referral].fullUrl = "urn:uuid:5f3b1a52-0000-4000-8000-00000000000d"
* entry[referral].resource = ada-message-referral
* entry[organization][0].fullUrl = "urn:uuid:5f3b1a52-0000-4000-8000-00000000000b"
* entry[organization][0].resource = ada-message-trust
* entry[organization][1].fullUrl = "urn:uuid:5f3b1a52-0000-4000-8000-00000000000c"
* entry[organization][1].resource = ada-message-hub
* entry[5].fullUrl = "urn:uuid:5f3b1a52-0000-4000-8000-00000000000f"
* entry[5].resource = ada-message-spell

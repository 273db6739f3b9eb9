// Ada's story: the organisations and people in it. All are invented; her NHS number is from the 999 test range.

Instance: trust1
InstanceOf: HomeFirstOrganization
Usage: #example
Title: "Example Trust"
Description: "The acute trust."
* identifier[odsOrganization].value = "TRUST1"
* active = true
* type = HomeFirstOrganizationKindCodes#acute "Acute hospital trust"
* name = "Example Trust"

Instance: hub1
InstanceOf: HomeFirstOrganization
Usage: #example
Title: "Example Transfer of Care Hub"
Description: "The hub, a service that the trust is accountable for, with three member organisations."
* identifier[odsOrganization].value = "HUB1"
* identifier[odsSite].value = "TRUST1A"
* active = true
* type = HomeFirstOrganizationKindCodes#hub "Transfer of care hub"
* name = "Example Transfer of Care Hub"
* partOf = Reference(trust1)
* extension[member][0].valueReference = Reference(trust1)
* extension[member][1].valueReference = Reference(community1)
* extension[member][2].valueReference = Reference(council1)
* extension[validity].valuePeriod.start = "2021-04-01"

Instance: community1
InstanceOf: HomeFirstOrganization
Usage: #example
Title: "Example Community Health"
Description: "The community provider that will visit."
* identifier[odsOrganization].value = "COMMUNITY1"
* active = true
* type = HomeFirstOrganizationKindCodes#community "Community health provider"
* name = "Example Community Health"

Instance: community0
InstanceOf: HomeFirstOrganization
Usage: #example
Title: "Example Community Trust, before the merger"
Description: "It ended; its record stays and says who took over. A referral of hers from 2020 still names it."
* identifier[odsOrganization].value = "COMMUNITY0"
* active = false
* type = HomeFirstOrganizationKindCodes#community "Community health provider"
* name = "Example Community Trust"
* extension[validity].valuePeriod.end = "2021-03-31"
* extension[successor].valueReference = Reference(community1)

Instance: council1
InstanceOf: HomeFirstOrganization
Usage: #example
Title: "Example County Council"
Description: "The council that decides eligibility and funding."
* identifier[odsOrganization].value = "COUNCIL1"
* identifier[gss].value = "E10999999"
* active = true
* type = HomeFirstOrganizationKindCodes#council "Council with adult social care responsibility"
* name = "Example County Council"

Instance: ada
InstanceOf: HomeFirstPatient
Usage: #example
Title: "Ada Testpatient, as the trust states her"
Description: "The trust's statement of the person."
* meta.extension[sourceRecorded].valueInstant = "2026-11-17T19:10:00.000Z"
* identifier[nhsNumber].value = "9990000018"
* identifier[nhsNumber].extension[verificationStatus].valueCodeableConcept = $uk-nhs-number-status#01 "Number present and verified"
* identifier[1].system = "https://home-first.example/fhir/Id/local/trust1-epr/TRUST1"
* identifier[1].value = "S1000001"
* name.use = #official
* name.family = "TESTPATIENT"
* name.given = "ADA"
* gender = #female
* birthDate = "1940-02-29"
* address.use = #home
* address.line = "1 EXAMPLE ROAD"
* address.city = "EXAMPLETOWN"
* address.postalCode = "ZZ99 9ZZ"
* telecom.system = #phone
* telecom.value = "01632 960001"
* managingOrganization = Reference(trust1)

Instance: ada-person
InstanceOf: HomeFirstPerson
Usage: #example
Title: "Which Patients are Ada"
Description: "Joined by NHS number and date of birth, and able to be taken apart again."
* identifier.system = $nhs-number
* identifier.value = "9990000018"
* birthDate = "1940-02-29"
* active = true
* link.target = Reference(ada)
* link.assurance = #level3
* link.extension[evidence].extension[basis].valueCodeableConcept = HomeFirstLinkBasisCodes#nhs-number-and-date-of-birth
* link.extension[evidence].extension[since].valueInstant = "2026-11-17T19:10:02.000Z"
* link.extension[evidence].extension[message].valueUri = "urn:uuid:5f3b1a52-0000-4000-8000-000000000001"

Instance: ada-daughter
InstanceOf: HomeFirstRelatedPerson
Usage: #example
Title: "Ada's daughter, her attorney and carer"
Description: "She cares for Ada on weekends and holds a registered power of attorney; that she is next of kin gives her none."
* meta.extension[sourceRecorded].valueInstant = "2026-11-18T09:40:00Z"
* active = true
* patient = Reference(ada)
* relationship[0] = HomeFirstPersonRoleCodes#carer "Carer"
* relationship[1] = HomeFirstPersonRoleCodes#representative "Representative"
* relationship[2] = $role-code#CHILD "child"
* name.family = "TESTPATIENT"
* name.given = "GRACE"
* telecom.system = #phone
* telecom.value = "01632 960002"
* extension[authority].extension[kind].valueCodeableConcept = HomeFirstAuthorityCodes#lpa-health-and-welfare "Lasting power of attorney: health and welfare"
* extension[authority].extension[scope].valueString = "Where Ada lives and who cares for her, where Ada cannot decide it herself"
* extension[authority].extension[evidenceSeen].valueBoolean = true
* extension[authority].extension[reference].valueIdentifier.value = "LPA-0001"
* extension[authority].extension[period].valuePeriod.start = "2024-03-01"
* extension[ownRecord].valueReference = Reference(grace)

Instance: grace
InstanceOf: HomeFirstPatient
Usage: #example
Title: "Grace, who is a carer and a client too"
Description: "The council's statement of the daughter, who has a carer's assessment of her own."
* identifier[nhsNumber].value = "9990001006"
* name.family = "TESTPATIENT"
* name.given = "GRACE"
* birthDate = "1965-05-05"
* managingOrganization = Reference(council1)

Instance: hub-nurse
InstanceOf: HomeFirstPractitionerRole
Usage: #example
Title: "A discharge coordinator of the hub"
Description: "Employed by community health, acting in the hub, for which the trust answers."
* organization = Reference(community1)
* extension[team].valueReference = Reference(hub1)
* extension[onBehalfOf].valueReference = Reference(trust1)
* practitioner.display = "A discharge coordinator"

Instance: icb1
InstanceOf: HomeFirstOrganization
Usage: #example
Title: "Example Integrated Care Board"
Description: "It decides on NHS continuing healthcare, and on nothing that is the council's."
* identifier[odsOrganization].value = "ICB1"
* active = true
* type = HomeFirstOrganizationKindCodes#icb "Integrated care board"
* name = "Example Integrated Care Board"

// The person, as one organisation states them.

Profile: HomeFirstPatient
Parent: Patient
Id: HomeFirstPatient
Title: "Home First patient"
Description: "The person, as one organisation states them. Each source keeps its own Patient and a Person joins them (HOUSE law 5), so a Patient says whose statement it is. Tightened beyond R4: at least one identifier, each with its system, because a person known by name alone cannot be told apart; an NHS number has its check digit and at most one is current (reference/uk-fhir-standards.md §4.5); its verification status is one of England's 01 to 08 (§4.4). Nothing else is demanded: an acute trust knows people without a date of birth, and an invented one joins strangers."
* insert Ours
* meta.extension contains SourceRecorded named sourceRecorded 0..1 MS
* obeys hf-pat-1
* identifier 1..* MS
* identifier.system 1..1
* identifier.value 1..1
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains nhsNumber 0..1 MS
* identifier[nhsNumber].system = $nhs-number
* identifier[nhsNumber].value obeys hf-nhs-1
* identifier[nhsNumber].extension contains $ext-nhs-number-status named verificationStatus 0..1 MS
* identifier[nhsNumber].extension[verificationStatus].valueCodeableConcept from HomeFirstNhsNumberVerificationStatus (required)
* name MS
* telecom MS
* gender MS
* birthDate MS
* deceased[x] MS
* address MS
* contact MS
* contact ^short = "Someone to ring. A carer or representative is a person of their own: HomeFirstRelatedPerson"
* generalPractitioner MS
* managingOrganization MS
* managingOrganization only Reference(HomeFirstOrganization)
* managingOrganization ^short = "Whose statement this is"

Invariant: hf-nhs-1
Description: "An NHS number is ten digits whose check digit agrees (modulus 11)"
Severity: #error
Expression: "$this.matches('^[0-9]{10}$') and (substring(0,1).toInteger() * 10 + substring(1,1).toInteger() * 9 + substring(2,1).toInteger() * 8 + substring(3,1).toInteger() * 7 + substring(4,1).toInteger() * 6 + substring(5,1).toInteger() * 5 + substring(6,1).toInteger() * 4 + substring(7,1).toInteger() * 3 + substring(8,1).toInteger() * 2 + substring(9,1).toInteger()) mod 11 = 0"

Invariant: hf-pat-1
Description: "Without a date of birth an NHS number joins nothing: the person stays this source's alone (HOUSE law 5)"
Severity: #warning
Expression: "identifier.where(system = 'https://fhir.nhs.uk/Id/nhs-number').exists() implies birthDate.exists()"

// Shapes that try what snapshots are made of: slices, re-slices, choices, extensions, content references, profiles on profiles.
//
// shapes.json is what SUSHI 3.21.0 made of them (`sushi build --snapshot`), without words: differential and snapshot.

Invariant: t-1
Description: "Has a family name"
Severity: #error
Expression: "family.exists()"

Extension: Simple
Id: t-simple
Description: "simple"
* value[x] only string or Coding
* valueCoding from http://hl7.org/fhir/ValueSet/administrative-gender (required)
* valueString = "a"

Extension: Complex
Id: t-complex
Description: "complex"
* extension contains one 1..1 and many 0..*
* extension[one].value[x] only Reference(Patient)
* extension[many].value[x] only Period
* extension[many].valuePeriod.start 1..1

Profile: TPatient
Parent: Patient
Id: t-patient
* extension contains Simple named simple 0..1 and Complex named complex 1..1
* extension[complex].extension[one].valueReference.identifier 1..1
* extension[simple].valueString 1..1
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier.use 1..1
* identifier contains nhs 0..1 and other 0..2
* identifier[nhs].system = "https://fhir.nhs.uk/Id/nhs-number"
* identifier[nhs].value 1..1
* identifier[other] ^slicing.discriminator.type = #value
* identifier[other] ^slicing.discriminator.path = "use"
* identifier[other] ^slicing.rules = #closed
* identifier[other] contains old 0..1 and temp 0..1
* identifier[other][old].use = #old
* identifier[other][temp].use = #temp
* identifier[other][temp].period.end 1..1
* name 1..* MS
* name obeys t-1
* name.family 1..1
* name.given.extension contains Simple named simple 0..1
* deceased[x] only boolean or dateTime
* deceasedBoolean = false
* contact.name 1..1
* contact.name.given 1..2
* multipleBirth[x] 1..1
* multipleBirth[x] only integer
* maritalStatus = http://terminology.hl7.org/CodeSystem/v3-MaritalStatus#M
* generalPractitioner only Reference(Organization)
* communication.language from http://hl7.org/fhir/ValueSet/all-languages (required)
* link 0..0

Profile: TPatient2
Parent: TPatient
Id: t-patient-2
* identifier[nhs] 1..1
* identifier[nhs].extension contains Complex named complex 0..1
* identifier[other][temp].period.start 1..1
* identifier contains third 1..1
* identifier[third].system = "urn:third"
* identifier[third].assigner.identifier.value 1..1
* name.given 1..*
* name.given.extension[simple] 1..1
* extension[complex].extension[many] 2..2
* contact.name.given 2..2

Profile: TIdentifier
Parent: Identifier
Id: t-identifier
* system 1..1
* value 1..1
* type.coding 1..1

Profile: TObservation
Parent: Observation
Id: t-observation
* code = http://loinc.org#1234-5
* value[x] only Quantity or CodeableConcept or string
* valueQuantity 0..1
* valueQuantity.unit 1..1
* valueQuantity.code = #mg
* valueCodeableConcept from http://hl7.org/fhir/ValueSet/administrative-gender (required)
* valueCodeableConcept.coding 1..1
* effective[x] only dateTime
* effectiveDateTime 1..1
* component 2..*
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #openAtEnd
* component ^slicing.ordered = true
* component contains sys 1..1 and dia 1..1
* component[sys].code = http://loinc.org#8480-6
* component[sys].value[x] only Quantity
* component[sys].valueQuantity.value 1..1
* component[sys].referenceRange.low.value 1..1
* component[dia].code = http://loinc.org#8462-4
* component[dia].value[x] only Quantity or string
* component[dia].valueString 1..1
* subject only Reference(TPatient or Group)
* referenceRange.high 1..1
* identifier only TIdentifier
* identifier.type.coding.system 1..1
* performer 1..1
* performer only Reference(TPractitioner)
* status = #final

Profile: TPractitioner
Parent: Practitioner
Id: t-practitioner
* qualification.code.coding ^slicing.discriminator.type = #value
* qualification.code.coding ^slicing.discriminator.path = "$this"
* qualification.code.coding ^slicing.rules = #open
* qualification.code.coding contains a 1..1
* qualification.code.coding[a] = http://x.example#a

Profile: TQuestionnaire
Parent: Questionnaire
Id: t-questionnaire
* item.item.item.linkId ^maxLength = 10
* item.item.text 1..1
* item.answerOption.value[x] only Coding

Profile: TBundle
Parent: Bundle
Id: t-bundle
* type = #message
* entry ^slicing.discriminator[0].type = #type
* entry ^slicing.discriminator[0].path = "resource"
* entry ^slicing.rules = #open
* entry contains header 1..1 and patient 1..*
* entry[header].resource only MessageHeader
* entry[patient].resource only TPatient
* entry[patient].resource 1..1
* entry[patient].fullUrl 1..1

Profile: TVital
Parent: http://hl7.org/fhir/StructureDefinition/bp
Id: t-bp
* component[SystolicBP].valueQuantity.value 1..1
* category[VSCat].coding 1..1
* dataAbsentReason 0..0

Profile: TDosage
Parent: MedicationRequest
Id: t-medreq
* medication[x] only CodeableConcept
* medicationCodeableConcept.coding 1..
* dosageInstruction.timing.repeat.bounds[x] only Period
* dosageInstruction.timing.repeat.boundsPeriod.start 1..1
* dosageInstruction.doseAndRate.doseQuantity.value 1..1
* dosageInstruction.doseAndRate.doseQuantity.unit 1..1
* dispenseRequest.quantity.value 1..1
* dispenseRequest.expectedSupplyDuration.unit 1..1

Logical: TModel
Id: t-model
Title: "A model"
Description: "a logical model"
* name 1..1 string "a name" "a name"
* part 0..* BackboneElement "a part" "a part"
  * code 1..1 CodeableConcept "a code" "a code"
  * code from http://hl7.org/fhir/ValueSet/administrative-gender (required)
  * again 0..* contentReference https://home-first.example/fhir/StructureDefinition/t-model#t-model.part "again" "again"

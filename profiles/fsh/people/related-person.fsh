// Carers, representatives and contacts, as people.

Profile: HomeFirstRelatedPerson
Parent: RelatedPerson
Id: HomeFirstRelatedPerson
Title: "Home First related person"
Description: "Someone in the person's life who matters to the discharge: a carer, a contact, a representative with an authority. A carer is said to be one and never inferred from being next of kin; a carer may be a client too (reference/practice.md, naive 15). Tightened beyond R4: the role or kinship is stated, each as a coding of its own, and somebody has a name or a number; who claims an authority has it recorded."
* insert Ours
* meta.extension contains SourceRecorded named sourceRecorded 0..1 MS
* obeys hf-rel-1 and hf-rel-2
* active MS
* patient only Reference(HomeFirstPatient)
* patient MS
* relationship 1..* MS
* relationship from HomeFirstRoleOrRelationship (extensible)
* relationship ^short = "What they do for the person, and how they are related: neither is inferred from the other"
* name MS
* telecom MS
* address MS
* period MS
* extension contains Authority named authority 0..* MS and CarerOwnRecord named ownRecord 0..1

Invariant: hf-rel-1
Description: "A related person has a name or a way to be reached"
Severity: #error
Expression: "name.exists() or telecom.exists()"

Invariant: hf-rel-2
Description: "A representative has the authority on which they act recorded, so that nobody decides by being next of kin"
Severity: #error
Expression: "relationship.coding.where(system = 'https://home-first.example/fhir/CodeSystem/person-role' and code = 'representative').exists() implies extension.where(url = 'https://home-first.example/fhir/StructureDefinition/authority' and extension.where(url = 'kind').value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/authority' and code = 'none').empty()).exists()"

// Organisations as records of their own.

Profile: HomeFirstOrganization
Parent: Organization
Id: HomeFirstOrganization
Title: "Home First organisation"
Description: "An organisation that takes part in discharge: trust, hub, community provider, council, care provider, practice. It is a record with many identifiers, not a code (HOUSE law 8): ODS knows no homecare branch or charity, and a council has a CASSR and a GSS code as well (reference/practice.md, naive 2 and 3). Tightened beyond R4: a name, and its kind, because the kind decides what it may see and do; at most one ODS code and one site code, as UK Core has it (reference/uk-fhir-standards.md §4.2): a second site is a record of its own that is part of this one. CASSR is the ODS code; GSS and CQC have systems of ours."
* insert Ours
* identifier MS
* identifier.system 1..1
* identifier.value 1..1
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains odsOrganization 0..1 MS and odsSite 0..1 MS and gss 0..* and cqcProvider 0..* and cqcLocation 0..*
* identifier[odsOrganization].system = $ods-organization
* identifier[odsSite].system = $ods-site
* identifier[odsOrganization] ^short = "ODS code; a council's is its CASSR code"
* identifier[gss].system = $gss
* identifier[cqcProvider].system = $cqc-provider
* identifier[cqcLocation].system = $cqc-location
* active MS
* type 1..* MS
* type.coding 1..*
* type from HomeFirstOrganizationKind (extensible)
* name 1..1 MS
* partOf MS
* partOf only Reference(HomeFirstOrganization)
* partOf ^short = "The accountable host of a hub or team, or the parent"
* extension contains OrganizationValidity named validity 0..1 and OrganizationSuccessor named successor 0..* and OrganizationMember named member 0..*

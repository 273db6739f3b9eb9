// What somebody is to the person in daily life.

CodeSystem: HomeFirstPersonRoleCodes
Id: person-role
Title: "Role beside the person"
Description: "What somebody does or is to be asked for. One person may have several; none is inferred from another, and kinship is relationship. Codes and wording: ours, after the columns of SystmOne’s SRPatientRelationship. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/person-role"
* #carer "Carer" "Gives unpaid care; may have needs and an assessment of their own"
* #main-carer "Main carer"
* #young-carer "Young carer" "Under 18"
* #next-of-kin "Next of kin" "Whom the person named; it gives no authority"
* #emergency-contact "Emergency contact"
* #main-contact "Main contact" "Whom to ring first"
* #representative "Representative" "With an authority"
* #advocate "Advocate"
* #financial-representative "Financial representative"
* #key-holder "Key holder"
* #personal-assistant "Personal assistant" "Employed by the person"
* #dependant "Dependant" "A child or adult who depends on the person"
* #household-member "Lives with the person"
* #interpreter "Interpreter"
* #main-visitor "Main visitor"

ValueSet: HomeFirstPersonRole
Id: person-role
Title: "Role beside the person"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstPersonRoleCodes

ValueSet: HomeFirstRoleOrRelationship
Id: role-or-relationship
Title: "Role beside the person, or relationship to them"
Description: "What somebody does for the person (person-role), and how they are related (relationship): two statements, neither inferred from the other. Of the code system person-role and the value set relationship, where their source and licence are stated."
* insert Ours
* include codes from valueset HomeFirstPersonRole
* include codes from valueset HomeFirstRelationship

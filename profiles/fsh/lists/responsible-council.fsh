// On what basis a council is held responsible, and how settled that is.

CodeSystem: HomeFirstResponsibleCouncilBasisCodes
Id: responsible-council-basis
Title: "Basis of the responsible council"
Description: "On what ground a council is held responsible for the person’s care and support. A look-up of a postcode only proposes. Codes and wording: ours, after Care Act 2014 sections 18 to 20, 39 and 40. The sections of law are named from general knowledge and are not quoted in this project’s sources: check them before relying on one. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/responsible-council-basis"
* #ordinary-residence "Ordinarily resident in the area" "Care Act 2014 sections 18 and 20"
* #no-settled-residence "Of no settled residence, and present in the area" "Care Act 2014 section 18"
* #placed-out-of-area "Placed in another area by a council" "The deeming rule for specified accommodation: Care Act 2014 section 39"
* #nhs-accommodation "In NHS accommodation: where the person was resident before" "Care Act 2014 section 39"
* #section-117 "After-care under section 117" "Mental Health Act 1983 section 117"
* #urgent-need "Urgent need, whoever is responsible in the end" "Care Act 2014 section 19; unsure of the subsection"
* #interim "Provides until a dispute is decided" "Care Act 2014 section 40 and the regulations on disputes; unsure"
* #cross-border "Placed across a border within the United Kingdom" "Care Act 2014 schedule 1; unsure"
* #agreement "Agreed between the councils"
* #postcode "Proposed by a look-up of the address" "Nobody has decided"

ValueSet: HomeFirstResponsibleCouncilBasis
Id: responsible-council-basis
Title: "Basis of the responsible council"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstResponsibleCouncilBasisCodes

CodeSystem: HomeFirstResponsibleCouncilStateCodes
Id: responsible-council-state
Title: "State of the responsible council"
Description: "How settled it is which council is responsible. Codes and wording: ours. The sections of law are named from general knowledge and are not quoted in this project’s sources: check them before relying on one. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/responsible-council-state"
* #proposed "Proposed" "By a look-up or a referrer; the council has not answered"
* #accepted "Accepted" "The council says that it is responsible"
* #disputed "Disputed" "The council says that another is"
* #referred "Referred for a determination" "To the Secretary of State, Care Act 2014 section 40"
* #decided "Decided" "A dispute has been decided"
* #withdrawn "Withdrawn" "The proposal was a mistake"

ValueSet: HomeFirstResponsibleCouncilState
Id: responsible-council-state
Title: "State of the responsible council"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstResponsibleCouncilStateCodes

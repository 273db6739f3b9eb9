// Who was involved in a decision, and who objects to it.

CodeSystem: HomeFirstInvolvementCodes
Id: involvement
Title: "Involvement"
Description: "Who took part in a decision or plan, or why not. Care Act 2014 section 74 (as replaced in 2022) is a duty to involve the person and carers. Codes and wording: ours, after ADW-ConsultationStatus-1 and ADW-CarerConsultationStatus-1. The sections of law are named from general knowledge and are not quoted in this project’s sources: check them before relying on one. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/involvement"
* #person-involved "The person was involved"
* #carer-involved "A carer was involved"
* #family-involved "Family or friends were involved"
* #representative-involved "A representative with authority was involved"
* #advocate-involved "An advocate was involved"
* #person-not-asked "The person was not asked"
* #person-unable "The person could not take part"
* #person-declined "The person did not want to take part"
* #carer-not-asked "The carer was not asked"
* #carer-unreachable "The carer could not be reached"
* #carer-declined "The carer did not want to take part"
* #carer-not-wanted "The person does not want the carer involved"
* #no-known-carer "There is no known carer"

ValueSet: HomeFirstInvolvementCode
Id: involvement
Title: "Involvement"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstInvolvementCodes

CodeSystem: HomeFirstObjectionCodes
Id: objection
Title: "Objection"
Description: "Whether anybody objects to a decision or plan. Codes and wording: ours, after the statement of objection in the former assessment notice (SI 2014/2823 regulation 3, revoked). Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/objection"
* #none "Nobody objects"
* #person-objects "The person objects"
* #carer-objects "A carer objects"
* #family-objects "Family or friends object"
* #representative-objects "A representative objects"
* #advocate-objects "An advocate objects"
* #resolved "An objection was resolved"
* #not-asked "Nobody was asked"

ValueSet: HomeFirstObjection
Id: objection
Title: "Objection"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstObjectionCodes

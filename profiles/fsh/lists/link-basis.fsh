// What two Patients were found to be one person by.

CodeSystem: HomeFirstLinkBasisCodes
Id: link-basis
Title: "Basis of a link between patients"
Description: "The evidence on which a Person links the Patients of several sources. Codes and wording: ours. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/link-basis"
* #nhs-number-and-date-of-birth "The same NHS number and the same date of birth"
* #source-merge "The source merged the two records"
* #human-decision "A person decided"

ValueSet: HomeFirstLinkBasis
Id: link-basis
Title: "Basis of a link between patients"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstLinkBasisCodes

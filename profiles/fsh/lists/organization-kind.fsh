// What an organisation is in Home First; its kind decides its role in a journey.

CodeSystem: HomeFirstOrganizationKindCodes
Id: organization-kind
Title: "Kind of organisation"
Description: "The kind of an organisation in the client registry. All but vendor and operator are roles in a journey. Codes and wording: ours. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/organization-kind"
* #acute "Acute hospital trust"
* #hub "Transfer of care hub"
* #community "Community health provider"
* #council "Council with adult social care responsibility"
* #provider "Care provider"
* #gp "General practice"
* #icb "Integrated care board"
* #voluntary "Voluntary organisation"
* #assessor "Trusted assessor"
* #vendor "System supplier"
* #operator "Operator of the gateway"

ValueSet: HomeFirstOrganizationKind
Id: organization-kind
Title: "Kind of organisation"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstOrganizationKindCodes

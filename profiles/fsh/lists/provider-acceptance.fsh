// Whether a provider can take a person.

CodeSystem: HomeFirstProviderAcceptanceCodes
Id: provider-acceptance
Title: "Acceptance by a provider"
Description: "Whether a provider can take the person: the provider’s own decision. “No” without a known reason is cannot-take itself. Codes and wording: ours, after NHS Data Dictionary REFERRAL REJECTION REASON and the BaRS list dos-rejected-reasons-bars. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/provider-acceptance"
* ^hierarchyMeaning = #is-a
* #can-take "Can take"
* #can-take-from "Can take from a date" "With the date"
* #can-take-with-conditions "Can take on conditions" "With a text"
* #needs-own-assessment "Must see the person first" "Neither yes nor no: the provider will assess"
* #cannot-take "Cannot take"
* #cannot-take #no-capacity "No capacity"
* #cannot-take #needs-not-met "Cannot meet the needs"
* #cannot-take #outside-registration "Outside the provider’s registration"
* #cannot-take #out-of-area "Outside the area served"
* #cannot-take #funding-not-agreed "Funding or price not agreed"
* #cannot-take #information-missing "Not enough information"
* #cannot-take #infection "Infection prevention and control"
* #cannot-take #safety "Risk to others or to staff that cannot be managed"
* #cannot-take #equipment-missing "Equipment or home not ready"
* #cannot-take #person-declined "The person declined the provider"
* #cannot-take #other-reason "Another reason" "With a text"
* #withdrawn "Acceptance withdrawn" "Had said yes; with a reason"

ValueSet: HomeFirstProviderAcceptanceCode
Id: provider-acceptance
Title: "Acceptance by a provider"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstProviderAcceptanceCodes

// How far a safeguarding concern is.

CodeSystem: HomeFirstSafeguardingStatusCodes
Id: safeguarding-status
Title: "Safeguarding status"
Description: "Whether there is a safeguarding concern and how far it is. It says nothing of whom it is about: the source of harm may be a party to the journey. Codes and wording: ours, after the Y/N question of the assessment notice and Care Act 2014 section 42. The sections of law are named from general knowledge and are not quoted in this project’s sources: check them before relying on one. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/safeguarding-status"
* #none-known "No concern known" "It was asked"
* #not-asked "Not asked"
* #concern "Concern raised"
* #enquiry "Enquiry under way" "Care Act 2014 section 42"
* #plan "Safeguarding plan in place"
* #closed "Closed"

ValueSet: HomeFirstSafeguardingStatus
Id: safeguarding-status
Title: "Safeguarding status"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstSafeguardingStatusCodes

// Whether a person is eligible for care and support from a council.

CodeSystem: HomeFirstEligibilityCodes
Id: eligibility
Title: "Care Act eligibility"
Description: "Whether the person’s needs are eligible under the Care Act 2014: the council’s decision and nobody else’s. Codes and wording: ours. The sections of law are named from general knowledge and are not quoted in this project’s sources: check them before relying on one. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/eligibility"
* #eligible "Eligible needs"
* #not-eligible "No eligible needs"
* #not-assessed "Not yet assessed"
* #assessment-under-way "Assessment under way"
* #not-required "No assessment required" "What is asked for does not depend on eligibility, for example reablement or equipment"
* #declined "Assessment declined" "The person does not want one"
* #urgent "Needs met before assessment" "The needs are urgent; an assessment follows (Care Act 2014 section 19(3))"

ValueSet: HomeFirstEligibility
Id: eligibility
Title: "Care Act eligibility"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstEligibilityCodes

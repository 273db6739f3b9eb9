// How far the question of NHS continuing healthcare is.

CodeSystem: HomeFirstContinuingHealthcareCodes
Id: continuing-healthcare
Title: "NHS continuing healthcare"
Description: "How far the question of NHS continuing healthcare is for this person, and what the integrated care board decided; never the council's eligibility. Codes and wording: ours, after the delay reasons on continuing healthcare and fast track of the NHS England Acute Daily Discharge SitRep and the section NHS CHC assessment of PRSB's referral. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/continuing-healthcare"
* #not-required "No full assessment required" "It was considered"
* #assessment-under-way "Assessment under way"
* #after-discharge "To be assessed after discharge" "Where the person lives, not in the hospital bed"
* #eligible "Eligible"
* #not-eligible "Not eligible" "With a reason"
* #fast-track-agreed "Fast track agreed" "For a rapidly deteriorating condition"
* #fast-track-not-agreed "Fast track not agreed" "With a text"
* #disputed "Disputed" "With a reason"

ValueSet: HomeFirstContinuingHealthcareState
Id: continuing-healthcare
Title: "NHS continuing healthcare"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstContinuingHealthcareCodes

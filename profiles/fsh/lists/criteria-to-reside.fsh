// The criteria to reside, and whether a person meets them.

CodeSystem: HomeFirstCriteriaToResideCodes
Id: criteria-to-reside
Title: "Criterion to reside"
Description: "Why a person needs to be in an acute hospital bed. Codes: NHS Data Dictionary CRITERIA TO RESIDE CODE FOR HOSPITAL PROVIDER SPELL (archive, releases of July and November 2024; not in the release of May 2026); the labels are paraphrased there and here. Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/criteria-to-reside"
* #01 "Requiring critical care / HDU care"
* #02 "Requiring oxygen therapy or non-invasive ventilation"
* #03 "Requiring intravenous fluids"
* #04 "NEWS greater than 3 (clinical judgement)"
* #05 "Diminished level of consciousness where recovery realistic"
* #06 "Acute functional impairment in excess of home or community care provision"
* #07 "Last hours of life"
* #08 "Requiring intravenous medication more than twice a day (including analgesia)"
* #09 "Undergone lower limb surgery within 48 hours"
* #10 "Undergone thorax-abdominal or pelvic surgery within 72 hours"
* #11 "Within 24 hours of an invasive procedure (with attendant risk of acute life-threatening deterioration)"
* #12 "Meets criteria to reside but the specific criterion is not recorded"

ValueSet: HomeFirstCriteriaToResideCode
Id: criteria-to-reside
Title: "Criterion to reside"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCriteriaToResideCodes

CodeSystem: HomeFirstCriteriaToResideStateCodes
Id: criteria-to-reside-state
Title: "State of criteria to reside"
Description: "Whether a person meets criteria to reside. Codes and wording: ours, after the NHS England Acute Daily Discharge SitRep (\"no longer meets the criteria to reside\"). Being medically fit is another statement and is never read as this one. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/criteria-to-reside-state"
* #meets "Meets the criteria to reside"
* #no-longer-meets "No longer meets the criteria to reside"

ValueSet: HomeFirstCriteriaToResideState
Id: criteria-to-reside-state
Title: "State of criteria to reside"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCriteriaToResideStateCodes

// Who is responsible for a delay.

CodeSystem: HomeFirstDelayResponsibilityCodes
Id: delay-responsibility
Title: "Responsibility for a delay"
Description: "Which kind of organisation a delay waits for, beside the reason and never inferred from it. Codes: ours, after NHS Data Dictionary MENTAL HEALTH DELAYED DISCHARGE ATTRIBUTABLE TO INDICATION CODE 04 to 07 and the column Responsibility of SystmOne’s SRDischargeDelay. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/delay-responsibility"
* #nhs "NHS" "Attributable to code 04"
* #social-care "Social care" "Attributable to code 05"
* #both "Both NHS and social care" "Attributable to code 06"
* #housing "Housing" "Attributable to code 07"
* #other "Another organisation" "With a text"
* #disputed "Disputed" "The organisations do not agree whose it is"

ValueSet: HomeFirstDelayResponsibility
Id: delay-responsibility
Title: "Responsibility for a delay"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstDelayResponsibilityCodes

CodeSystem: HomeFirstMentalHealthDelayAttributionCodes
Id: mental-health-delay-attribution
Title: "Mental health delay: attributable to"
Description: "Whom a delay in a mental health bed is attributable to. Codes and wording: MENTAL HEALTH DELAYED DISCHARGE ATTRIBUTABLE TO INDICATION CODE of the NHS Data Dictionary (NHSDigital/DataDictionaryPublication at 6db0e36, 19 May 2026), which has no FHIR code system of its own for them. Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/mental-health-delay-attribution"
* ^property[0].code = #inactive
* ^property[0].uri = "http://hl7.org/fhir/concept-properties#inactive"
* ^property[0].type = #boolean
* #01 "NHS (Retired 01 April 2017)"
* #01 ^property[0].code = #inactive
* #01 ^property[0].valueBoolean = true
* #02 "Social Care (Retired 01 April 2017)"
* #02 ^property[0].code = #inactive
* #02 ^property[0].valueBoolean = true
* #03 "Both (NHS and Social Care) (Retired 01 April 2017)"
* #03 ^property[0].code = #inactive
* #03 ^property[0].valueBoolean = true
* #04 "NHS, excluding housing"
* #05 "Social Care, excluding housing"
* #06 "Both (NHS and Social Care), excluding housing"
* #07 "Housing (including supported/specialist housing)"

ValueSet: HomeFirstMentalHealthDelayAttribution
Id: mental-health-delay-attribution
Title: "Mental health delay: attributable to"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstMentalHealthDelayAttributionCodes

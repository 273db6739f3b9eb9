// Why a person is still in a mental health bed.

CodeSystem: HomeFirstMentalHealthDelayReasonCodes
Id: mental-health-delay-reason
Title: "Delay reason in mental health beds"
Description: "Why a person is still in a mental health bed. Codes and wording: MENTAL HEALTH DELAYED DISCHARGE REASON of the NHS Data Dictionary (NHSDigital/DataDictionaryPublication at 6db0e36, 19 May 2026), which has no FHIR code system of its own for them. Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/mental-health-delay-reason"
* ^property[0].code = #inactive
* ^property[0].uri = "http://hl7.org/fhir/concept-properties#inactive"
* ^property[0].type = #boolean
* #A1 "Awaiting completion of assessment (Retired 01 April 2017)"
* #A1 ^property[0].code = #inactive
* #A1 ^property[0].valueBoolean = true
* #A2 "Awaiting care coordinator allocation"
* #B1 "Awaiting public funding"
* #C1 "Awaiting further non-acute (including community and mental health) NHS care (including intermediate care, rehabilitation services etc)"
* #D1 "Awaiting Care Home Without Nursing placement or availability"
* #D2 "Awaiting Care Home With Nursing placement or availability"
* #E1 "Awaiting care package in own home"
* #F1 "Awaiting community equipment and adaptations (Retired 01 April 2017)"
* #F1 ^property[0].code = #inactive
* #F1 ^property[0].valueBoolean = true
* #F2 "Awaiting community equipment, telecare and/or adaptations"
* #G1 "PATIENT or family choice (Retired 01 April 2017)"
* #G1 ^property[0].code = #inactive
* #G1 ^property[0].valueBoolean = true
* #G10 "PATIENT or family choice - Emergency accommodation from the Local Authority under the Housing Act"
* #G11 "PATIENT or family choice - Child or young person awaiting social care or family placement"
* #G12 "PATIENT or family choice - Ministry of Justice agreement/permission of proposed placement"
* #G2 "PATIENT or family choice (Reason not stated by PATIENT or family)"
* #G3 "PATIENT or family choice - Non-acute (including community and mental health) NHS care (including intermediate care, rehabilitation services etc)"
* #G4 "PATIENT or family choice - Care Home Without Nursing placement"
* #G5 "PATIENT or family choice - Care Home With Nursing placement"
* #G6 "PATIENT or family choice - Care package in own home"
* #G7 "PATIENT or family choice - Community equipment, telecare and/or adaptations"
* #G8 "PATIENT or Family Choice - general needs housing/private landlord acceptance as patient NOT covered by Housing Act/Care Act"
* #G9 "PATIENT or family choice - Supported accommodation"
* #H1 "Disputes"
* #I1 "Housing - PATIENT not covered by NHS and Community Care Act (Retired 01 April 2017)"
* #I1 ^property[0].code = #inactive
* #I1 ^property[0].valueBoolean = true
* #I2 "Housing - Awaiting availability of general needs housing/private landlord accommodation acceptance as PATIENT NOT covered by Housing Act and/or Care Act"
* #I3 "Housing - Single homeless PATIENTS or asylum seekers NOT covered by Care Act"
* #J1 "Awaiting availability of social care support (Retired 01 April 2017)"
* #J1 ^property[0].code = #inactive
* #J1 ^property[0].valueBoolean = true
* #J2 "Housing - Awaiting supported accommodation"
* #K1 "Awaiting availability of local health service provision (Retired 01 April 2017)"
* #K1 ^property[0].code = #inactive
* #K1 ^property[0].valueBoolean = true
* #K2 "Housing - Awaiting emergency accommodation from the Local Authority under the Housing Act"
* #L1 "Child or young person awaiting social care or family placement"
* #M1 "Awaiting Ministry of Justice agreement/permission of proposed placement"
* #N1 "Awaiting outcome of legal requirements (mental capacity/mental health legislation)"
* #Z1 "Other Reason (Retired 01 April 2017)"
* #Z1 ^property[0].code = #inactive
* #Z1 ^property[0].valueBoolean = true

ValueSet: HomeFirstMentalHealthDelayReason
Id: mental-health-delay-reason
Title: "Delay reason in mental health beds"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstMentalHealthDelayReasonCodes

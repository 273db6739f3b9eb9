// Who agreed a discharge plan, and whether a person was discharged to a hospital at home service.

CodeSystem: HomeFirstDischargePlanAgreedByCodes
Id: discharge-plan-agreed-by
Title: "Discharge plan agreed by"
Description: "Who agreed a discharge plan. Codes and wording: DISCHARGE PLAN AGREED BY of the NHS Data Dictionary (NHSDigital/DataDictionaryPublication at 6db0e36, 19 May 2026), which has no FHIR code system of its own for them. Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/discharge-plan-agreed-by"
* #10 "PATIENT or Patient Proxy"
* #11 "Family member or Carer"
* #12 "Advocate"
* #13 "Clinical Service or Team"
* #14 "Local Community Support Team"
* #15 "Current Commissioner"
* #16 "Commissioner of Planned DISCHARGE DESTINATION"

ValueSet: HomeFirstDischargePlanAgreedBy
Id: discharge-plan-agreed-by
Title: "Discharge plan agreed by"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstDischargePlanAgreedByCodes

CodeSystem: HomeFirstHospitalAtHomeCodes
Id: hospital-at-home
Title: "Discharged to hospital at home"
Description: "Whether a person was discharged to a hospital at home service. Codes and wording: DISCHARGED TO HOSPITAL AT HOME SERVICE INDICATOR of the NHS Data Dictionary (NHSDigital/DataDictionaryPublication at 6db0e36, 19 May 2026), which has no FHIR code system of its own for them. Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/hospital-at-home"
* #9 "Not known whether the PATIENT was discharged to a Hospital At Home Service"
* #N "Not discharged to Hospital At Home Service"
* #Y "Discharged to Hospital At Home Service"

ValueSet: HomeFirstHospitalAtHome
Id: hospital-at-home
Title: "Discharged to hospital at home"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstHospitalAtHomeCodes

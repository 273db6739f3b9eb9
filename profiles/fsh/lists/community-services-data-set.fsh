// The lists of the Community Services Data Set that discharge to assess needs.

CodeSystem: HomeFirstCsdsSourceOfReferralCodes
Id: csds-source-of-referral
Title: "CSDS: source of referral"
Description: "Where a referral to a community service came from. Codes and wording: SOURCE OF REFERRAL FOR COMMUNITY of the NHS Data Dictionary (NHSDigital/DataDictionaryPublication at 6db0e36, 19 May 2026), which has no FHIR code system of its own for them. Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/csds-source-of-referral"
* #01 "General Medical Practitioner Practice"
* #02 "Self referral"
* #03 "Carer /Relative"
* #04 "Employer"
* #05 "Emergency Care Department (including Minor Injuries Units, Walk In Centres and Urgent Treatment Centres)"
* #06 "Acute Hospital Inpatient/Outpatient Department"
* #07 "Community Health Service (same or other Health Care Provider)"
* #08 "Dental Practice"
* #09 "National Screening Programme"
* #10 "Educational Establishment"
* #11 "Local Authority Social Services"
* #12 "Hospice"
* #13 "Care Home"
* #14 "Police"
* #15 "Courts"
* #16 "Probation Service"
* #17 "Prison Health Service"
* #18 "Asylum Service"
* #19 "Telephone or Electronic Access Service"
* #20 "Voluntary Sector"
* #21 "Independent Sector"
* #22 "Ambulance Service"
* #23 "Mental Health Service"
* #99 "Source of referral not known"

ValueSet: HomeFirstCsdsSourceOfReferral
Id: csds-source-of-referral
Title: "CSDS: source of referral"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCsdsSourceOfReferralCodes

CodeSystem: HomeFirstCsdsServiceOrTeamTypeCodes
Id: csds-service-or-team-type
Title: "CSDS: service or team type"
Description: "The kind of community service or team that a referral is for. Codes and wording: SERVICE OR TEAM TYPE REFERRED TO (COMMUNITY CARE) of the NHS Data Dictionary (NHSDigital/DataDictionaryPublication at 6db0e36, 19 May 2026), which has no FHIR code system of its own for them. Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/csds-service-or-team-type"
* ^property[0].code = #inactive
* ^property[0].uri = "http://hl7.org/fhir/concept-properties#inactive"
* ^property[0].type = #boolean
* #01 "Appliances Service"
* #02 "Arts Therapy Service"
* #03 "Cancer Service"
* #04 "Cardiac Service"
* #05 "Community Dental Service"
* #06 "Community Paediatrics Service"
* #07 "Continence Service"
* #08 "Contraception and Sexual Health Service (Retired 01 September 2015)"
* #08 ^property[0].code = #inactive
* #08 ^property[0].valueBoolean = true
* #09 "Counselling Service"
* #10 "Dermatology Service"
* #11 "Diabetes Service"
* #12 "District Nursing Service"
* #13 "Ear, Nose and Throat Service"
* #14 "End of Life Care Service"
* #15 "Gastrointestinal Service"
* #16 "Health Visiting Service"
* #17 "Hearing Service"
* #18 "Intermediate Care Service (Retired 01 April 2020)"
* #18 ^property[0].code = #inactive
* #18 ^property[0].valueBoolean = true
* #19 "Long Term Conditions Case Management Service"
* #20 "Musculoskeletal Service"
* #21 "Neurology Service"
* #22 "Nutrition and Dietetics Service"
* #23 "Occupational Therapy Service"
* #24 "Orthoptist Service"
* #25 "Pain Management Service"
* #26 "Physiotherapy Service"
* #27 "Podiatry Service"
* #28 "Public Health and Lifestyle Service"
* #29 "Rehabilitation Service"
* #30 "Respiratory Service"
* #31 "Rheumatology Service"
* #32 "School Nursing Service"
* #33 "Speech and Language Therapy Service"
* #34 "Vulnerable Children's Service"
* #35 "Vulnerable Adult's Service"
* #36 "Respite Care Service"
* #37 "Clinical Psychology Service"
* #38 "Children's Community Nursing Service"
* #39 "Diagnostic Service"
* #40 "Treatment Room Nursing Service"
* #41 "Haematology Service"
* #42 "Phlebotomy Service"
* #43 "Tissue Viability Service"
* #44 "Family Support Service"
* #45 "Integrated Multidisciplinary Team (jointly commissioned)"
* #46 "Prosthetic Service"
* #47 "Specialist Palliative Care Service"
* #48 "Enablement Service"
* #49 "Urgent Care Service"
* #50 "Wheelchair Service"
* #51 "Crisis Response Intermediate Care Service"
* #52 "Reablement Intermediate Care Service"
* #53 "Home-based Intermediate Care Service"
* #54 "Community Bed-based Intermediate Care Service"

ValueSet: HomeFirstCsdsServiceOrTeamType
Id: csds-service-or-team-type
Title: "CSDS: service or team type"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCsdsServiceOrTeamTypeCodes

CodeSystem: HomeFirstCsdsPriorityTypeCodes
Id: csds-priority-type
Title: "CSDS: priority type"
Description: "How urgent a referral is. Codes and wording: PRIORITY TYPE CODE of the NHS Data Dictionary (NHSDigital/DataDictionaryPublication at 6db0e36, 19 May 2026), which has no FHIR code system of its own for them. Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/csds-priority-type"
* #1 "Routine"
* #2 "Urgent"
* #3 "Two Week Wait"

ValueSet: HomeFirstCsdsPriorityType
Id: csds-priority-type
Title: "CSDS: priority type"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCsdsPriorityTypeCodes

CodeSystem: HomeFirstCsdsReferralClosureReasonCodes
Id: csds-referral-closure-reason
Title: "CSDS: referral closure reason"
Description: "Why a community referral ended. Codes and wording: REFERRAL CLOSURE REASON of the NHS Data Dictionary (NHSDigital/DataDictionaryPublication at 6db0e36, 19 May 2026), which has no FHIR code system of its own for them. Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/csds-referral-closure-reason"
* #01 "Admitted elsewhere (at the same or other Health Care Provider)"
* #02 "Treatment completed"
* #03 "Moved out of the area"
* #04 "No further treatment appropriate"
* #05 "PATIENT did not attend"
* #06 "PATIENT died"
* #07 "PATIENT requested discharge"
* #08 "Referred to other speciality/ SERVICE (at the same or other Health Care Provider)"
* #09 "PATIENT refused to be seen"

ValueSet: HomeFirstCsdsReferralClosureReason
Id: csds-referral-closure-reason
Title: "CSDS: referral closure reason"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCsdsReferralClosureReasonCodes

CodeSystem: HomeFirstCsdsReferralRejectionReasonCodes
Id: csds-referral-rejection-reason
Title: "CSDS: referral rejection reason"
Description: "Why a community referral was not taken. Codes and wording: REFERRAL REJECTION REASON of the NHS Data Dictionary (NHSDigital/DataDictionaryPublication at 6db0e36, 19 May 2026), which has no FHIR code system of its own for them. Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/csds-referral-rejection-reason"
* #01 "Duplicate REFERRAL REQUEST (PATIENT already undergoing treatment for the same condition at the same or other Health Care Provider)"
* #02 "Inappropriate REFERRAL REQUEST (REFERRAL REQUEST is inappropriate for the SERVICES offered by the Health Care Provider)"
* #03 "Incomplete REFERRAL REQUEST (incomplete information on REFERRAL REQUEST)"

ValueSet: HomeFirstCsdsReferralRejectionReason
Id: csds-referral-rejection-reason
Title: "CSDS: referral rejection reason"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCsdsReferralRejectionReasonCodes

CodeSystem: HomeFirstCsdsOnwardReferralReasonCodes
Id: csds-onward-referral-reason
Title: "CSDS: onward referral reason"
Description: "Why a community service referred on. Codes and wording: ONWARD REFERRAL REASON of the NHS Data Dictionary (NHSDigital/DataDictionaryPublication at 6db0e36, 19 May 2026), which has no FHIR code system of its own for them. Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/csds-onward-referral-reason"
* #01 "Transfer of Clinical Responsibility"
* #02 "For Opinion Only"
* #03 "For Diagnostic Test Only"
* #04 "New Referral (Non Transfer)"
* #05 "Stepped up from low intensity Improving Access to Psychological Therapies Service"
* #06 "Stepped down from high intensity Improving Access to Psychological Therapies Service"
* #96 "Other (not listed)"
* #98 "Onward Referral Reason Not Applicable"
* #99 "Not Known (Not Recorded)"

ValueSet: HomeFirstCsdsOnwardReferralReason
Id: csds-onward-referral-reason
Title: "CSDS: onward referral reason"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCsdsOnwardReferralReasonCodes

CodeSystem: HomeFirstCsdsCarePlanTypeCodes
Id: csds-care-plan-type
Title: "CSDS: care plan type"
Description: "What kind of plan a community care plan is. Codes and wording: CARE PLAN TYPE (COMMUNITY CARE) of the NHS Data Dictionary (NHSDigital/DataDictionaryPublication at 6db0e36, 19 May 2026), which has no FHIR code system of its own for them. Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/csds-care-plan-type"
* #01 "Young Persons Transition Plan"
* #02 "Discharge Plan"
* #03 "Personalised Care and Support Plan"

ValueSet: HomeFirstCsdsCarePlanType
Id: csds-care-plan-type
Title: "CSDS: care plan type"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCsdsCarePlanTypeCodes

CodeSystem: HomeFirstCsdsCarePlanAgreedByCodes
Id: csds-care-plan-agreed-by
Title: "CSDS: care plan agreed by"
Description: "Who agreed a care plan. Codes and wording: CARE PLAN AGREED BY of the NHS Data Dictionary (NHSDigital/DataDictionaryPublication at 6db0e36, 19 May 2026), which has no FHIR code system of its own for them. Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/csds-care-plan-agreed-by"
* #10 "PATIENT or Patient Proxy"
* #11 "Family member or Carer"
* #12 "Advocate"
* #13 "Clinical Service or Team"
* #14 "Local Community Support Team"
* #15 "Commissioner"

ValueSet: HomeFirstCsdsCarePlanAgreedBy
Id: csds-care-plan-agreed-by
Title: "CSDS: care plan agreed by"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCsdsCarePlanAgreedByCodes

CodeSystem: HomeFirstCsdsAttendanceCodes
Id: csds-attendance
Title: "CSDS: attended or did not attend"
Description: "Whether a contact took place. Codes and wording: ATTENDED OR DID NOT ATTEND CODE of the NHS Data Dictionary (NHSDigital/DataDictionaryPublication at 6db0e36, 19 May 2026), which has no FHIR code system of its own for them. Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/csds-attendance"
* #0 "Not applicable - APPOINTMENT occurs in the future"
* #2 "APPOINTMENT cancelled by, or on behalf of, the PATIENT"
* #3 "Did not attend - no advance warning given"
* #4 "APPOINTMENT cancelled or postponed by the Health Care Provider"
* #5 "Attended on time or, if late, before the relevant CARE PROFESSIONAL was ready to see the PATIENT"
* #6 "Arrived late, after the relevant CARE PROFESSIONAL was ready to see the PATIENT, but was seen"
* #7 "PATIENT arrived late and could not be seen"

ValueSet: HomeFirstCsdsAttendance
Id: csds-attendance
Title: "CSDS: attended or did not attend"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCsdsAttendanceCodes

CodeSystem: HomeFirstCsdsConsultationMediumCodes
Id: csds-consultation-medium
Title: "CSDS: consultation medium used"
Description: "By what means a contact took place. Codes and wording: CONSULTATION MEDIUM USED of the NHS Data Dictionary (NHSDigital/DataDictionaryPublication at 6db0e36, 19 May 2026), which has no FHIR code system of its own for them. Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/csds-consultation-medium"
* #01 "Face to face communication"
* #02 "Telephone"
* #03 "Telemedicine"
* #04 "Talk type for a PERSON unable to speak"
* #05 "Email"
* #06 "Short Message Service (SMS) - Text Messaging"
* #07 "On-line Triage"
* #08 "Online Instant Messaging"
* #98 "Other (not listed)"

ValueSet: HomeFirstCsdsConsultationMedium
Id: csds-consultation-medium
Title: "CSDS: consultation medium used"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCsdsConsultationMediumCodes

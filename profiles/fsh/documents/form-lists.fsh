// Answers of the forms for which no national code system was found: PRSB's own codes.

RuleSet: FormList
* insert Ours
* ^caseSensitive = true

CodeSystem: HomeFirstWithdrawalTypeCodes
Id: withdrawal-type
Title: "Type of withdrawal notice"
Description: "Which notice is withdrawn. Codes: PRSB, Hospital Referral for Assessment for Community Care and Support v1.1 (April 2021), Withdrawal notice. © PRSB; codes and names restated as facts, no text of theirs."
* insert FormList
* ^valueSet = "https://home-first.example/fhir/ValueSet/withdrawal-type"
* #1 "Assessment notice"
* #2 "Discharge notice"
* #3 "Assessment notice and discharge notice"

ValueSet: HomeFirstWithdrawalType
Id: withdrawal-type
Title: "Type of withdrawal notice"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstWithdrawalTypeCodes

CodeSystem: HomeFirstNoticeTypeCodes
Id: notice-type
Title: "Type of notice received"
Description: "To which notice a receipt answers. Codes: PRSB, Hospital Referral for Assessment for Community Care and Support v1.1 (April 2021), Notice receipt. © PRSB; codes and names restated as facts, no text of theirs."
* insert FormList
* ^valueSet = "https://home-first.example/fhir/ValueSet/notice-type"
* #1 "Assessment notice"
* #2 "Discharge notice"
* #3 "Withdrawal notice (assessment)"
* #4 "Withdrawal notice (discharge)"
* #5 "Withdrawal notice (assessment and discharge)"

ValueSet: HomeFirstNoticeType
Id: notice-type
Title: "Type of notice received"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstNoticeTypeCodes

CodeSystem: HomeFirstNoticeResponseCodes
Id: notice-response
Title: "Response to a notice"
Description: "Whether a notice was accepted. Codes: PRSB, Hospital Referral for Assessment for Community Care and Support v1.1 (April 2021), Notice receipt. © PRSB; codes and names restated as facts, no text of theirs."
* insert FormList
* ^valueSet = "https://home-first.example/fhir/ValueSet/notice-response"
* #1 "Accept"
* #2 "Reject"

ValueSet: HomeFirstNoticeResponse
Id: notice-response
Title: "Response to a notice"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstNoticeResponseCodes

CodeSystem: HomeFirstLevelOfObservationCodes
Id: level-of-observation
Title: "Level of enhanced care observation"
Description: "How closely the person is watched on the ward. Codes: PRSB, Hospital Referral for Assessment for Community Care and Support v1.1 (April 2021), Assessed level of care; wording shortened. © PRSB; codes and names restated as facts, no text of theirs."
* insert FormList
* ^valueSet = "https://home-first.example/fhir/ValueSet/level-of-observation"
* #A "General" "The usual observation of an inpatient"
* #B "Intermittent" "Every 30 to 60 minutes"
* #C "Continuous, within eyesight" "As in a bay that is always watched"
* #D "High level" "Continuous, by several professions"

ValueSet: HomeFirstLevelOfObservation
Id: level-of-observation
Title: "Level of enhanced care observation"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstLevelOfObservationCodes

CodeSystem: HomeFirstImmigrationStatusCodes
Id: immigration-status
Title: "Immigration status"
Description: "Immigration status where it bears on what a council may arrange. Codes: PRSB, Hospital Referral for Assessment for Community Care and Support v1.1 (April 2021), Person demographics. © PRSB; codes and names restated as facts, no text of theirs."
* insert FormList
* ^valueSet = "https://home-first.example/fhir/ValueSet/immigration-status"
* #1 "Asylum seeker"
* #2 "Exceptional leave to remain in UK"
* #3 "Indefinite leave to remain in UK"
* #4 "Limited leave to remain in UK"
* #5 "No recourse to public funds (NRPF)"
* #6 "Other nationals"
* #7 "Refugee"
* #8 "Unaccompanied asylum seeker"
* #9 "EU pre-settled status"
* #10 "EU settled status"

ValueSet: HomeFirstImmigrationStatus
Id: immigration-status
Title: "Immigration status"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstImmigrationStatusCodes

CodeSystem: HomeFirstReferralMethodCodes
Id: referral-method
Title: "Method of referral"
Description: "How a referral came. Wording: PRSB, Hospital Referral for Assessment for Community Care and Support v1.1 (April 2021), Referral details, which names the methods and gives them no codes; codes: ours. Licence of the codes: Apache-2.0; wording © PRSB; codes and names restated as facts, no text of theirs."
* insert FormList
* ^valueSet = "https://home-first.example/fhir/ValueSet/referral-method"
* #fax "Fax"
* #phone "Phone"
* #secure-messaging "Secure messaging"
* #secure-email "Secure email"
* #letter "Letter"
* #e-referral-service "NHS e-Referral Service"
* #self "Self referral"

ValueSet: HomeFirstReferralMethod
Id: referral-method
Title: "Method of referral"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstReferralMethodCodes

CodeSystem: HomeFirstPlaceOfDeathTypeCodes
Id: place-of-death-type
Title: "Type of place of death"
Description: "In what kind of place the person would prefer to die. Codes: SCCI1580 as PRSB, Hospital Referral for Assessment for Community Care and Support v1.1 (April 2021), End of life care, quotes them; its four SNOMED CT answers for a preference that is not known are not places and stand in the value set. © PRSB; codes and names restated as facts, no text of theirs."
* insert FormList
* ^valueSet = "https://home-first.example/fhir/ValueSet/place-of-death-type"
* #10 "Hospital"
* #20 "Private residence"
* #21 "Patient's own home"
* #22 "Other private residence"
* #30 "Hospice"
* #40 "Care home"
* #50 "Other"

ValueSet: HomeFirstPlaceOfDeathType
Id: place-of-death-type
Title: "Type of place of death"
Description: "Every code of the code system of this name, where its source and licence are stated, and why no preference is known."
* insert Ours
* include codes from system HomeFirstPlaceOfDeathTypeCodes
* $sct#517111000000103 "Preferred place of death: patient unable to express preference"
* $sct#517131000000106 "Preferred place of death: discussion not appropriate"
* $sct#766391000000108 "Preferred place of death: patient declined discussion"
* $sct#517161000000101 "Preferred place of death: patient undecided"

// The lists of the Assessment, Discharge and Withdrawal notices.

ValueSet: HomeFirstAdwAdmissionType
Id: adw-admission-type
Title: "ADW: Admission type"
Description: "How the admission came about. The codes and displays of https://fhir.nhs.uk/ADW-AdmissionType-1 version 1.0.0, as the Assessment, Discharge and Withdrawal notices write the system (nhsconnect/FHIR-ADW-Messaging at 73e4e33, 14 May 2020). Licence: Open Government Licence v3.0."
* insert Ours
* $adw-admission-type#P "Elective"
* $adw-admission-type#E "Emergency"
* $adw-admission-type#X "Other"

ValueSet: HomeFirstAdwConsultationStatus
Id: adw-consultation-status
Title: "ADW: Consultation status"
Description: "Whether the person was consulted about a notice. The codes and displays of https://fhir.nhs.uk/ADW-ConsultationStatus-1 version 1.0.0, as the Assessment, Discharge and Withdrawal notices write the system (nhsconnect/FHIR-ADW-Messaging at 73e4e33, 14 May 2020). Licence: Open Government Licence v3.0."
* insert Ours
* $adw-consultation-status#Y "Yes"
* $adw-consultation-status#N "No"

ValueSet: HomeFirstAdwCarerConsultationStatus
Id: adw-carer-consultation-status
Title: "ADW: Carer consultation status"
Description: "Whether the carer was consulted about a notice. The codes and displays of https://fhir.nhs.uk/ADW-CarerConsultationStatus-1 version 1.0.0, as the Assessment, Discharge and Withdrawal notices write the system (nhsconnect/FHIR-ADW-Messaging at 73e4e33, 14 May 2020). Licence: Open Government Licence v3.0."
* insert Ours
* $adw-carer-consultation-status#Y "Yes"
* $adw-carer-consultation-status#N "No"
* $adw-carer-consultation-status#NKC "No Known Carer"

ValueSet: HomeFirstAdwPatientConsentStatus
Id: adw-patient-consent-status
Title: "ADW: Patient consent status"
Description: "Whether the person consented to an assessment notice. The codes and displays of https://fhir.nhs.uk/ADW-PatientConsentStatus-1 version 1.0.0, as the Assessment, Discharge and Withdrawal notices write the system (nhsconnect/FHIR-ADW-Messaging at 73e4e33, 14 May 2020). Licence: Open Government Licence v3.0."
* insert Ours
* $adw-patient-consent-status#Y "Yes"
* $adw-patient-consent-status#N "No"
* $adw-patient-consent-status#L "Lacks Mental Capacity"

ValueSet: HomeFirstAdwThirdPartyConsentSource
Id: adw-third-party-consent-source
Title: "ADW: Third party consent source"
Description: "On whose consent a notice rests where the person’s own is not there. The codes and displays of https://fhir.nhs.uk/ADW-ThirdPartyConsentSource-1 version 1.0.0, as the Assessment, Discharge and Withdrawal notices write the system (nhsconnect/FHIR-ADW-Messaging at 73e4e33, 14 May 2020). Licence: Open Government Licence v3.0."
* insert Ours
* $adw-third-party-consent-source#C "Legal Representative (Carer)"
* $adw-third-party-consent-source#O "Legal Representative (Other)"
* $adw-third-party-consent-source#B "Best Interest Decision"
* $adw-third-party-consent-source#N/A "Not Applicable"

ValueSet: HomeFirstAdwNoticeAcceptReason
Id: adw-notice-accept-reason
Title: "ADW: Notice accept reason"
Description: "Why a notice was accepted: a text only. The codes and displays of https://fhir.nhs.uk/ADW-NoticeAcceptReason-1 version 1.0.0, as the Assessment, Discharge and Withdrawal notices write the system (nhsconnect/FHIR-ADW-Messaging at 73e4e33, 14 May 2020). Licence: Open Government Licence v3.0."
* insert Ours
* $adw-notice-accept-reason#OFT "Other - Free Text"

ValueSet: HomeFirstAdwNoticeRejectReason
Id: adw-notice-reject-reason
Title: "ADW: Notice reject reason"
Description: "Why a notice was rejected: a text only. The codes and displays of https://fhir.nhs.uk/ADW-NoticeRejectReason-1 version 1.0.0, as the Assessment, Discharge and Withdrawal notices write the system (nhsconnect/FHIR-ADW-Messaging at 73e4e33, 14 May 2020). Licence: Open Government Licence v3.0."
* insert Ours
* $adw-notice-reject-reason#OFT "Other - Free Text"

ValueSet: HomeFirstAdwReferralReason
Id: adw-referral-reason
Title: "ADW: Referral reason"
Description: "Why the person was referred: a text only. The codes and displays of https://fhir.nhs.uk/ADW-ReferralReason-1 version 1.0.0, as the Assessment, Discharge and Withdrawal notices write the system (nhsconnect/FHIR-ADW-Messaging at 73e4e33, 14 May 2020). Licence: Open Government Licence v3.0."
* insert Ours
* $adw-referral-reason#OFT "Other - Free Text"

ValueSet: HomeFirstAdwWithdrawalReason
Id: adw-withdrawal-reason
Title: "ADW: Withdrawal reason"
Description: "Why a notice was withdrawn; withdrawal-reason is our system with the same codes. The codes and displays of https://fhir.nhs.uk/ADW-WithdrawalReason-1 version 1.0.0, as the Assessment, Discharge and Withdrawal notices write the system (nhsconnect/FHIR-ADW-Messaging at 73e4e33, 14 May 2020). Licence: Open Government Licence v3.0."
* insert Ours
* $adw-withdrawal-reason#01 "Patient is safe to discharge without a needs assessment"
* $adw-withdrawal-reason#02 "Patient is eligible for NHS Continuing Health Care"
* $adw-withdrawal-reason#03 "Proposed care package is inadequate"
* $adw-withdrawal-reason#04 "Patient's proposed treatment has been cancelled or postponed"
* $adw-withdrawal-reason#05 "Patient has refused a needs assessment"
* $adw-withdrawal-reason#06 "Patient is resident in another local authority"
* $adw-withdrawal-reason#07 "Patient's condition has deteriorated"
* $adw-withdrawal-reason#08 "Patient has died"
* $adw-withdrawal-reason#09 "Patient has transferred to intermediate care"
* $adw-withdrawal-reason#10 "Patient has self-discharged"
* $adw-withdrawal-reason#11 "Patient is making their own arrangements"
* $adw-withdrawal-reason#12 "Notice sent in error"
* $adw-withdrawal-reason#13 "Other"

ValueSet: HomeFirstAdwMessageEvent
Id: adw-message-event
Title: "ADW: message event"
Description: "The SNOMED CT concepts by which an Assessment, Discharge or Withdrawal notice, or the answer to one, says what it is (ADW-MessageEvent-1 1.0.0, 14 May 2020). Licence: Open Government Licence v3.0. SNOMED CT © SNOMED International."
* insert Ours
* $sct#895571000000108 "Admission notification"
* $sct#975701000000106 "Assessment Notice under the Care Act 2014 Schedule 3"
* $sct#975711000000108 "Assessment Notice Accept Response under the Care Act 2014 Schedule 3"
* $sct#975721000000102 "Assessment Notice Reject Response under the Care Act 2014 Schedule 3"
* $sct#975731000000100 "Discharge Notice under the Care Act 2014 Schedule 3"
* $sct#975821000000109 "Discharge Notice Agreement under the Care Act 2014 Schedule 3"
* $sct#975831000000106 "Discharge Notice Disagreement under the Care Act 2014 Schedule 3"
* $sct#975841000000102 "Withdraw All Notices under the Care Act 2014 Schedule 3"
* $sct#1078011000000107 "Withdraw Assessment Notice Only under the Care Act 2014 Schedule 3"
* $sct#975851000000104 "Withdraw Discharge Notice Only under the Care Act 2014 Schedule 3"
* $sct#1025651000000109 "Withdraw Notice Accept under the Care Act 2014 Schedule 3"
* $sct#1025641000000106 "Withdraw Notice Reject under the Care Act 2014 Schedule 3"

// Why a referral is withdrawn, and why one is rejected.

CodeSystem: HomeFirstWithdrawalReasonCodes
Id: withdrawal-reason
Title: "Reason for withdrawing a referral"
Description: "Why a trust takes a referral back. Codes and wording: NHS Digital, Assessment, Discharge and Withdrawal notices, value set ADW-WithdrawalReason-1 version 1.0.0 (https://fhir.nhs.uk/ADW-WithdrawalReason-1). 13 needs a text. Date: June 2020 (5.3.0-beta.1). Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/withdrawal-reason"
* #01 "Patient is safe to discharge without a needs assessment"
* #02 "Patient is eligible for NHS Continuing Health Care"
* #03 "Proposed care package is inadequate"
* #04 "Patient's proposed treatment has been cancelled or postponed"
* #05 "Patient has refused a needs assessment"
* #06 "Patient is resident in another local authority"
* #07 "Patient's condition has deteriorated"
* #08 "Patient has died"
* #09 "Patient has transferred to intermediate care"
* #10 "Patient has self-discharged"
* #11 "Patient is making their own arrangements"
* #12 "Notice sent in error"
* #13 "Other"

ValueSet: HomeFirstWithdrawalReason
Id: withdrawal-reason
Title: "Reason for withdrawing a referral"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstWithdrawalReasonCodes

CodeSystem: HomeFirstRejectionReasonCodes
Id: rejection-reason
Title: "Reason for rejecting a referral or task"
Description: "Why an organisation does not take on what it was asked. Codes: ours; duplicate, inappropriate and incomplete mean 01 to 03 of NHS Data Dictionary REFERRAL REJECTION REASON, the others the nearest of the BaRS list https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/rejection-reason"
* #duplicate "Duplicate referral" "REFERRAL REJECTION REASON 01"
* #inappropriate "Inappropriate for the services offered" "REFERRAL REJECTION REASON 02; BaRS 23"
* #incomplete "Information is incomplete" "REFERRAL REJECTION REASON 03"
* #no-capacity "No capacity" "BaRS 22"
* #not-eligible "Not eligible for the service" "BaRS 40"
* #out-of-area "Another area is responsible" "BaRS 42"
* #person-declined "The person declined" "BaRS 26"
* #not-ready "The person is not ready for discharge"
* #other "Other" "With a text; BaRS 99"

ValueSet: HomeFirstRejectionReason
Id: rejection-reason
Title: "Reason for rejecting a referral or task"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstRejectionReasonCodes

// Who pays for care after discharge.

CodeSystem: HomeFirstFundingCodes
Id: funding
Title: "Funding"
Description: "Who pays for the care or support that follows discharge. A decision of its own: it says nothing of eligibility, need or pathway. Codes and wording: ours, after the kinds of funding that the delay reasons of the NHS England Acute Daily Discharge SitRep, the withdrawal reasons 02 and 11 and client funding status of client-level data tell apart. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/funding"
* #council "Council" "Adult social care, with or without a contribution by the person"
* #self-funded "Self-funded" "The person pays; the council may never be a party"
* #nhs-continuing-healthcare "NHS continuing healthcare" "Decided by the integrated care board"
* #fast-track "NHS continuing healthcare, fast track" "For a rapidly deteriorating condition; decided by the integrated care board"
* #nhs-funded-nursing-care "NHS-funded nursing care" "The NHS contribution in a nursing home"
* #nhs "NHS service" "Free at the point of use, as community health services are"
* #joint "Joint NHS and council" "Both pay a part"
* #joint-with-person "Joint council and person" "Both pay a part by agreement, as client-level data counts it"
* #section-117 "Section 117 after-care" "Mental Health Act 1983 section 117"
* #intermediate-care "Intermediate care without charge" "Reablement or other intermediate care that is free to the person for a limited time"
* #better-care-fund "Better Care Fund"
* #discharge-fund "Discharge fund" "A fund for a limited time until long-term funding is decided"
* #voluntary "Voluntary or charitable"
* #none-needed "No funding needed"
* #undecided "Undecided" "Not yet decided: an honest state, not a missing one"
* #disputed "Disputed" "Who pays is in dispute between organisations"

ValueSet: HomeFirstFunding
Id: funding
Title: "Funding"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstFundingCodes

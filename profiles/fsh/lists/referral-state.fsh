// How far a referral is, as its sender sees it.

CodeSystem: HomeFirstReferralStateCodes
Id: referral-state
Title: "State of a referral"
Description: "How far a referral is, as its sender sees it. That a system has it and that a person has taken it on are two states. Codes and wording: ours, after the child tasks of Nottinghamshire’s discharge-to-assess model, the states of FHIR’s Task, and the need to show loudly who was not told. Why a referral ended is a reason beside the state (withdrawal-reason, rejection-reason, task-status-reason). Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/referral-state"
* #not-told "Nobody was told" "The organisation it is for is not connected: somebody must tell it by another way"
* #sent "Sent" "On its way: the receiver’s system has not confirmed it"
* #system-received "Received by the system" "The receiver’s system has it; no person there is known to have looked at it"
* #under-review "Under review" "A person at the receiver is looking at it"
* #information-requested "More information asked for" "The receiver cannot decide with what it has"
* #accepted "Accepted" "A person at the receiver has taken it on"
* #rejected "Rejected" "A person at the receiver has said no, with a reason"
* #redirected "Passed on" "The receiver has passed it to another organisation, which is named"
* #in-progress "In progress" "The work has begun"
* #on-hold "On hold" "The work has begun and rests"
* #completed "Completed" "The work that was asked for is done"
* #failed "Could not be completed" "The work was taken on and cannot be done"
* #withdrawn "Withdrawn" "The sender has taken it back, with a reason"
* #entered-in-error "Entered in error" "It should never have been sent"

ValueSet: HomeFirstReferralState
Id: referral-state
Title: "State of a referral"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstReferralStateCodes

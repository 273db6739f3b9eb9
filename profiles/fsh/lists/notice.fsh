// What the gateway tells an organisation about.

CodeSystem: HomeFirstNoticeCodes
Id: notice
Title: "Notice"
Description: "What a Communication of the gateway tells of. A notice informs; it changes no referral and no task by itself. Codes and wording: ours. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/notice"
* #admitted "Admitted to hospital"
* #transferred "Transferred within the hospital"
* #discharged "Discharged from hospital"
* #discharge-cancelled "Discharge cancelled"
* #admission-cancelled "Admission cancelled"
* #died "Died"
* #death-withdrawn "Statement of death withdrawn"
* #referral-received "Referral received"
* #referral-withdrawn "Referral withdrawn"
* #task-assigned "Task assigned"
* #task-changed "Task changed"
* #expected-discharge-changed "Expected discharge changed"
* #medically-fit "Medically fit for discharge"
* #no-longer-medically-fit "No longer medically fit for discharge"
* #criteria-to-reside-changed "Criteria to reside changed"
* #discharge-ready-date-changed "Discharge ready date changed"
* #pathway-decided "Pathway decided"
* #plan-changed "Care plan changed"
* #contact-changed "Community contact changed"
* #document-received "Document received"
* #demographics-changed "Demographics changed"
* #identity-doubtful "Identity doubtful"
* #identity-resolved "Identity resolved"
* #message-quarantined "Message quarantined"
* #entry-retracted "Entry retracted: it was entered in error"
* #record-opened "Record opened in an emergency (break-glass)"

ValueSet: HomeFirstNoticeCode
Id: notice
Title: "Notice"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstNoticeCodes

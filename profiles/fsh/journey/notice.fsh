// What the gateway told one organisation.

Profile: HomeFirstNotice
Parent: Communication
Id: HomeFirstNotice
Title: "Home First notice"
Description: "What the gateway told one organisation, and when. A notice informs; it changes no referral and no task (HOUSE law 6). Its text says what kind of thing happened and never about whom: the recipient reads the resource itself, if it may. Tightened beyond R4: one kind, one recipient, when it was sent, and what it is about, so that an unread or unsendable notice can be found."
* insert Ours
* status MS
* category 1..1 MS
* category from HomeFirstNoticeCode (required)
* subject MS
* subject only Reference(HomeFirstPatient)
* about 1..* MS
* sent 1..1 MS
* recipient 1..1 MS
* recipient only Reference(HomeFirstOrganization)
* sender MS
* sender only Reference(HomeFirstOrganization)
* payload 1..* MS
* payload.content[x] only string

// The person who acted, in the team and for the organisation they acted for.

Profile: HomeFirstPractitionerRole
Parent: PractitionerRole
Id: HomeFirstPractitionerRole
Title: "Home First practitioner role"
Description: "Who acted: the person, the team in which they acted, the organisation that employs them, and on whose behalf, because an integrated team has people of two employers (HOUSE law 8). Tightened beyond R4: an organisation is named."
* insert Ours
* practitioner MS
* organization 1..1 MS
* organization only Reference(HomeFirstOrganization)
* organization ^short = "The employer"
* code MS
* telecom MS
* extension contains ActingTeam named team 0..1 MS and OnBehalfOf named onBehalfOf 0..1 MS

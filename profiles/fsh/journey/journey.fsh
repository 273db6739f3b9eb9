// The journey: one person's referral with all that belongs to it.

Profile: HomeFirstJourney
Parent: EpisodeOfCare
Id: HomeFirstJourney
Title: "Home First journey"
Description: "One person's referral with its spell, tasks, plan and documents: what access is given by (HOUSE law 7). Made by the gateway when a trust's referral reaches its hub. Tightened beyond R4: its own identifier, the one referral that opened it, the hub that manages it, and when it began."
* insert Ours
* identifier 1..* MS
* identifier.system 1..1
* identifier.value 1..1
* status MS
* statusHistory MS
* patient only Reference(HomeFirstPatient)
* patient MS
* managingOrganization 1..1 MS
* managingOrganization only Reference(HomeFirstOrganization)
* referralRequest 1..1 MS
* referralRequest only Reference(HomeFirstReferral)
* period 1..1 MS
* period.start 1..1
* team MS

// Which Patients are one person.

Profile: HomeFirstPerson
Parent: Person
Id: HomeFirstPerson
Title: "Home First person"
Description: "Joins the Patients of several sources that are one person, each link with its evidence and a way back (HOUSE law 5). Tightened beyond R4: a link has a target, an assurance and its evidence, because a doubtful match is never made silently."
* insert Ours
* active 1..1
* identifier.system 1..1
* identifier.value 1..1
* birthDate MS
* link MS
* link.target only Reference(HomeFirstPatient)
* link.assurance 1..1
* link.extension contains LinkEvidence named evidence 1..1 MS

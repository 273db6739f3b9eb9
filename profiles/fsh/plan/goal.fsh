// The goal: what the person wants to reach.

Profile: HomeFirstGoal
Parent: Goal
Id: HomeFirstGoal
Title: "Home First goal"
Description: "What the person wants or hopes to reach, in their words or coded, how much it matters to them, by when, how far it was reached, and who agreed to it (PRSB, Personalised Care and Support Plan v2.0, Goals and hopes). R4's Goal: UK Core has no profile of it (reference/uk-fhir-standards.md §4.2). A stage goal is a Goal of its own that the greater goal names as its milestone (HL7's goal-relationship). Tightened beyond R4: what it answers is a need, a described need, a risk or the referral, so that needs lead to goals; a status of achievement has its date (warned of)."
* insert Ours
* meta.extension contains SourceRecorded named sourceRecorded 0..1 MS
* obeys hf-goal-1
* identifier.system 1..1
* identifier.value 1..1
* lifecycleStatus MS
* achievementStatus MS
* category MS
* priority MS
* description MS
* description.text MS
* subject only Reference(HomeFirstPatient)
* subject MS
* start[x] MS
* target MS
* target.due[x] MS
* statusDate MS
* statusReason MS
* expressedBy MS
* expressedBy ^short = "Whose goal it is: the person's, before anybody else's"
* addresses MS
* addresses only Reference(HomeFirstNeed or HomeFirstDescribedNeed or HomeFirstReferral or Condition or RiskAssessment)
* note MS
* outcomeCode MS
* outcomeReference MS
* outcomeReference ^short = "HomeFirstOutcome, or a measurement that shows it"
* extension contains
    GoalImportance named importance 0..1 MS and
    Agreement named agreement 0..* MS and
    RecordedAt named recordedAt 0..1
* extension contains $ext-goal-relationship named stage 0..* MS
* extension[stage] ^short = "A stage goal on the way: type milestone, target the stage goal"

Invariant: hf-goal-1
Description: "How far a goal was reached has its date: state that flips keeps its history"
Severity: #warning
Expression: "achievementStatus.exists() implies statusDate.exists()"
